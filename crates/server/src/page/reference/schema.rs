//! JSON schemas in words: the fields of an object, the type of a value, and an example of it.

use serde_json::{Map, Value, json};

/// How deep an example goes into objects of objects.
const DEPTH_MAX: usize = 6;

/// A piece of a type's name, with the object that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Piece {
    pub text: String,
    pub link: Option<String>,
}

impl Piece {
    fn plain(text: impl Into<String>) -> Self {
        Piece {
            text: text.into(),
            link: None,
        }
    }
}

/// A field or parameter.
#[derive(Debug)]
pub(in crate::page) struct FieldRow {
    pub name: String,
    pub required: bool,
    /// Where a parameter stands: `path`, `query`, `header`; empty for a field.
    pub place: String,
    pub kind: Vec<Piece>,
    pub help: String,
}

impl FieldRow {
    pub fn of_parameter(document: &Value, parameter: &Value) -> Self {
        let text = |key: &str| parameter[key].as_str().unwrap_or_default().to_owned();
        FieldRow {
            name: text("name"),
            required: parameter["required"].as_bool().unwrap_or_default(),
            place: text("in"),
            kind: pieces(document, &parameter["schema"]),
            help: text("description"),
        }
    }
}

/// What a reference leads to, and its name.
fn resolve<'d>(document: &'d Value, schema: &'d Value) -> (&'d Value, Option<&'d str>) {
    let Some(reference) = schema["$ref"].as_str() else {
        return (schema, None);
    };
    let name = reference.rsplit('/').next().unwrap_or_default();
    (&document["components"]["schemas"][name], Some(name))
}

/// The fields of an object, also where it is made of several.
pub(in crate::page) fn fields(document: &Value, schema: &Value) -> Vec<FieldRow> {
    let (schema, _) = resolve(document, schema);
    let required = schema["required"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let own = schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, field)| FieldRow {
            name: name.clone(),
            required: required.iter().any(|required| required == name.as_str()),
            place: String::new(),
            kind: pieces(document, field),
            help: field["description"].as_str().unwrap_or_default().to_owned(),
        });
    let parts = schema["allOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    own.chain(parts.iter().flat_map(|part| fields(document, part)))
        .collect()
}

/// The type of a value in words, with links to the objects it names.
pub(in crate::page) fn pieces(document: &Value, schema: &Value) -> Vec<Piece> {
    if let (_, Some(name)) = resolve(document, schema) {
        return vec![Piece {
            text: name.to_owned(),
            link: Some(format!("#object-{name}")),
        }];
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if let Some(options) = schema[key].as_array() {
            let kinds = options
                .iter()
                .filter(|option| option["type"] != "null")
                .map(|option| pieces(document, option));
            return joined(kinds);
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        return joined(words.iter().map(|word| {
            vec![Piece::plain(
                word.as_str().map_or_else(|| word.to_string(), str::to_owned),
            )]
        }));
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or_default(),
        kind => kind.as_str().unwrap_or_default(),
    };
    match kind {
        "array" => {
            let mut pieces = pieces(document, &schema["items"]);
            pieces.push(Piece::plain("[]"));
            pieces
        }
        "object" if !schema["additionalProperties"].is_null() => {
            let mut kinds = vec![Piece::plain("string → ")];
            kinds.extend(pieces(document, &schema["additionalProperties"]));
            kinds
        }
        "" => vec![Piece::plain("any")],
        kind => match schema["format"].as_str() {
            Some(format) if kind == "string" => vec![Piece::plain(format!("string ({format})"))],
            _ => vec![Piece::plain(kind)],
        },
    }
}

fn joined(kinds: impl Iterator<Item = Vec<Piece>>) -> Vec<Piece> {
    let mut all = Vec::new();
    for kind in kinds {
        if !all.is_empty() {
            all.push(Piece::plain(" | "));
        }
        all.extend(kind);
    }
    all
}

/// An example of a value: the one that the schema gives, else one made of its types.
pub(in crate::page) fn example(document: &Value, schema: &Value) -> Value {
    example_at(document, schema, 0)
}

fn example_at(document: &Value, schema: &Value, depth: usize) -> Value {
    let (schema, _) = resolve(document, schema);
    if depth > DEPTH_MAX {
        return Value::Null;
    }
    let given = [
        &schema["example"],
        &schema["examples"][0],
        &schema["default"],
        &schema["const"],
        &schema["enum"][0],
    ];
    if let Some(given) = given.into_iter().find(|given| !given.is_null()) {
        return given.clone();
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(option) = schema[key]
            .as_array()
            .and_then(|all| all.iter().find(|option| option["type"] != "null"))
        {
            return example_at(document, option, depth);
        }
    }
    let mut object = Map::new();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        if let Value::Object(fields) = example_at(document, part, depth) {
            object.extend(fields);
        }
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        object.insert(name.clone(), example_at(document, field, depth + 1));
    }
    if !object.is_empty() {
        return Value::Object(object);
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or_default(),
        kind => kind.as_str().unwrap_or_default(),
    };
    match (kind, schema["format"].as_str()) {
        ("array", _) => json!([example_at(document, &schema["items"], depth + 1)]),
        ("integer" | "number", _) => json!(1),
        ("boolean", _) => json!(true),
        ("object", _) => json!({}),
        ("string", Some("uuid")) => json!("0193a1c2-7b00-7000-8000-000000000001"),
        ("string", Some("date-time")) => json!("2027-01-31T09:00:00Z"),
        ("string", Some("date")) => json!("2027-01-31"),
        ("string", _) => json!("…"),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Value {
        json!({ "components": { "schemas": {
            "Party": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "type": "string", "enum": ["customer", "partner"] },
                "name": { "type": ["string", "null"], "description": "Its name." },
            } },
        } } })
    }

    fn text(schema: &Value) -> String {
        pieces(&document(), schema)
            .into_iter()
            .map(|piece| piece.text)
            .collect()
    }

    #[test]
    fn types_are_told_in_words() {
        assert_eq!(
            text(&json!({ "type": "array", "items": { "$ref": "#/components/schemas/Party" } })),
            "Party[]"
        );
        assert_eq!(
            text(&json!({ "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Party" }] })),
            "Party"
        );
        assert_eq!(text(&json!({ "type": ["integer", "null"] })), "integer");
        assert_eq!(text(&json!({ "enum": ["a", "b"] })), "a | b");
        assert_eq!(
            text(&json!({ "type": "object", "additionalProperties": { "type": "string" } })),
            "string → string"
        );
    }

    #[test]
    fn an_example_follows_references() {
        let schema = json!({ "type": "object", "properties": { "path": { "type": "array", "items": { "$ref": "#/components/schemas/Party" } } } });
        assert_eq!(
            example(&document(), &schema),
            json!({ "path": [{ "kind": "customer", "name": "…" }] })
        );
        assert_eq!(
            fields(&document(), &json!({ "$ref": "#/components/schemas/Party" })).len(),
            2
        );
    }
}
