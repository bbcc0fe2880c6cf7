//! Changes of a user's parts (RFC 7644 §3.5.2), made on the user as it is written.

use serde_json::{Map, Value};

use super::filter::{Filter, Path};
use super::wrong::Wrong;

/// Changes that can be asked for at once.
const OPERATIONS_MAX: usize = 100;

/// The attributes of a user, and the parts of those that have parts.
const ATTRIBUTES: [(&str, &[&str]); 7] = [
    ("userName", &[]),
    ("externalId", &[]),
    ("displayName", &[]),
    ("active", &[]),
    ("name", &["formatted", "familyName", "givenName"]),
    ("emails", &["value", "type", "primary"]),
    ("roles", &["value"]),
];
/// Those of which there can be several.
const SEVERAL: [&str; 2] = ["emails", "roles"];
/// Those that are the hub's to say.
const READ_ONLY: [&str; 3] = ["id", "meta", "schemas"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Add,
    Replace,
    Remove,
}

/// Makes the changes of a body on a user.
pub(super) fn apply(user: &mut Value, body: &Value) -> Result<(), Wrong> {
    let operations = field(body, "Operations").and_then(Value::as_array);
    let operations = operations
        .filter(|operations| operations.len() <= OPERATIONS_MAX)
        .ok_or_else(|| Wrong::Value("Operations".to_owned()))?;
    for operation in operations {
        let word = field(operation, "op").and_then(Value::as_str).unwrap_or_default();
        let act = match word.to_ascii_lowercase().as_str() {
            "add" => Act::Add,
            "replace" => Act::Replace,
            "remove" => Act::Remove,
            _ => return Err(Wrong::Value("op".to_owned())),
        };
        let value = field(operation, "value");
        match (field(operation, "path").and_then(Value::as_str), value) {
            (Some(path), value) => at(user, act, path, value)?,
            (None, Some(Value::Object(fields))) if act != Act::Remove => {
                for (path, value) in fields {
                    within(user, act, path, value)?;
                }
            }
            (None, _) if act == Act::Remove => return Err(Wrong::NoTarget("path".to_owned())),
            (None, _) => return Err(Wrong::Value("value".to_owned())),
        }
    }
    Ok(())
}

/// A field of an object, whatever its capitals.
fn field<'v>(object: &'v Value, name: &str) -> Option<&'v Value> {
    let (_, value) = object
        .as_object()?
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(value)
}

/// A change named by a field of a value: what users do not have is passed over, as it is in whole users.
fn within(user: &mut Value, act: Act, path: &str, value: &Value) -> Result<(), Wrong> {
    match at(user, act, path, Some(value)) {
        Err(Wrong::Path(_) | Wrong::ReadOnly(_)) => Ok(()),
        done => done,
    }
}

/// The name of an attribute, and of a part of it, as they are written.
fn known(path: &Path, text: &str) -> Result<(&'static str, Option<&'static str>), Wrong> {
    let same = |name: &&str, other: &str| name.eq_ignore_ascii_case(other);
    if READ_ONLY.iter().any(|name| same(name, &path.attribute)) {
        return Err(Wrong::ReadOnly(path.attribute.clone()));
    }
    let (name, parts) = ATTRIBUTES
        .iter()
        .find(|(name, _)| same(name, &path.attribute))
        .ok_or_else(|| Wrong::Path(text.to_owned()))?;
    let Some(part) = &path.part else {
        return Ok((name, None));
    };
    let part = parts.iter().find(|name| same(name, part));
    part.map(|part| (*name, Some(*part)))
        .ok_or_else(|| Wrong::Path(text.to_owned()))
}

fn at(user: &mut Value, act: Act, text: &str, value: Option<&Value>) -> Result<(), Wrong> {
    let path = Path::parse(text)?;
    let (name, part) = known(&path, text)?;
    let fields = user.as_object_mut().ok_or_else(|| Wrong::Path(text.to_owned()))?;
    let several = SEVERAL.contains(&name);
    if path.only.is_some() && !several {
        return Err(Wrong::Path(text.to_owned()));
    }
    let value = match (act, value) {
        (Act::Remove, value) => value,
        (_, Some(value)) => Some(value),
        (_, None) => return Err(Wrong::Value("value".to_owned())),
    };
    if several {
        let items = fields.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(items) = items else {
            return Err(Wrong::Value(name.to_owned()));
        };
        return change_some(items, act, (&path, text), part, value);
    }
    match (act, part, value) {
        (Act::Remove, None, _) => drop(fields.remove(name)),
        (_, None, Some(Value::Object(new))) => merge(parts_of(fields, name), new),
        (_, None, Some(value)) => drop(fields.insert(name.to_owned(), value.clone())),
        (Act::Remove, Some(part), _) => drop(parts_of(fields, name).remove(part)),
        (_, Some(part), Some(value)) => drop(parts_of(fields, name).insert(part.to_owned(), value.clone())),
        (_, _, None) => return Err(Wrong::Value("value".to_owned())),
    }
    Ok(())
}

/// The parts of an attribute, whether it has had any.
fn parts_of<'f>(fields: &'f mut Map<String, Value>, name: &str) -> &'f mut Map<String, Value> {
    let parts = fields.entry(name).or_insert(Value::Null);
    if !parts.is_object() {
        *parts = Value::Object(Map::new());
    }
    let Value::Object(parts) = parts else {
        unreachable!("it was made an object above")
    };
    parts
}

fn merge(fields: &mut Map<String, Value>, new: &Map<String, Value>) {
    for (name, value) in new {
        let known = fields.keys().find(|key| key.eq_ignore_ascii_case(name)).cloned();
        fields.insert(known.unwrap_or_else(|| name.clone()), value.clone());
    }
}

/// Changes those of several values that are meant: all of them where no filter says which.
fn change_some(
    items: &mut Vec<Value>,
    act: Act,
    (path, text): (&Path, &str),
    part: Option<&str>,
    value: Option<&Value>,
) -> Result<(), Wrong> {
    let filter = path.only.as_ref();
    let meant = |item: &Value| filter.is_none_or(|filter| filter.fits(item));
    match (act, part, value) {
        (Act::Remove, None, Some(Value::Array(gone))) if filter.is_none() => {
            items.retain(|item| !gone.iter().any(|gone| named(gone) == named(item)));
        }
        (Act::Remove, None, _) => items.retain(|item| !meant(item)),
        (Act::Remove, Some(part), _) => {
            for item in items.iter_mut().filter(|item| meant(item)) {
                item.as_object_mut().map(|fields| fields.remove(part));
            }
        }
        (Act::Replace, None, Some(value)) if filter.is_none() => *items = list(value),
        (Act::Add, None, Some(value)) if filter.is_none() => {
            for new in list(value) {
                add(items, new);
            }
        }
        (_, _, Some(value)) => {
            if !items.iter().any(meant) {
                let missing = missing(act, filter).ok_or_else(|| Wrong::NoTarget(text.to_owned()))?;
                items.push(missing);
            }
            for item in items.iter_mut().filter(|item| meant(item)) {
                set(item, part, value);
            }
        }
        (_, _, None) => return Err(Wrong::Value("value".to_owned())),
    }
    Ok(())
}

/// What is added where nothing fits yet: something that does.
fn missing(act: Act, filter: Option<&Filter>) -> Option<Value> {
    let asked = match filter {
        Some(filter) if act == Act::Add => filter.asks_for()?,
        Some(_) => return None,
        None => Vec::new(),
    };
    Some(Value::Object(asked.into_iter().collect()))
}

fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

/// What one of several values is told apart by.
fn named(item: &Value) -> Option<&str> {
    item.as_str().or_else(|| field(item, "value")?.as_str())
}

fn add(items: &mut Vec<Value>, new: Value) {
    if field(&new, "primary") == Some(&Value::Bool(true)) {
        for item in items.iter_mut() {
            item.as_object_mut().map(|fields| fields.remove("primary"));
        }
    }
    match items
        .iter_mut()
        .find(|item| named(item).is_some() && named(item) == named(&new))
    {
        Some(same) => *same = new,
        None => items.push(new),
    }
}

fn set(item: &mut Value, part: Option<&str>, value: &Value) {
    match (part, item, value) {
        (Some(part), Value::Object(fields), value) => drop(fields.insert(part.to_owned(), value.clone())),
        (None, Value::Object(fields), Value::Object(new)) => merge(fields, new),
        (_, item, value) => *item = value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn user() -> Value {
        json!({
            "id": "1",
            "userName": "ada",
            "name": { "familyName": "Frost" },
            "active": true,
            "emails": [{ "value": "ada@work.example", "type": "work", "primary": true }],
        })
    }

    fn patched(operations: &Value) -> Result<Value, Wrong> {
        let mut user = user();
        apply(&mut user, &json!({ "Operations": operations }))?;
        Ok(user)
    }

    #[test]
    fn changes_are_made_where_their_paths_lead() {
        let email = |value: &str, kind: &str| json!({ "value": value, "type": kind });
        for (operation, attribute, then) in [
            (
                json!({ "op": "Replace", "path": "active", "value": false }),
                "active",
                json!(false),
            ),
            (
                json!({ "op": "replace", "value": { "active": "False", "id": "2", "title": "x" } }),
                "active",
                json!("False"),
            ),
            (
                json!({ "op": "add", "path": "name", "value": { "givenName": "Ada" } }),
                "name",
                json!({ "familyName": "Frost", "givenName": "Ada" }),
            ),
            (
                json!({ "op": "add", "value": { "name.givenName": "Ada" } }),
                "name",
                json!({ "familyName": "Frost", "givenName": "Ada" }),
            ),
            (
                json!({ "op": "remove", "path": "name.familyName" }),
                "name",
                json!({}),
            ),
            (json!({ "op": "remove", "path": "NAME" }), "name", Value::Null),
            (
                json!({ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "a@b.example" }),
                "emails",
                json!([{ "value": "a@b.example", "type": "work", "primary": true }]),
            ),
            (
                json!({ "op": "add", "path": "emails[type eq \"home\"].value", "value": "a@home.example" }),
                "emails",
                json!([{ "value": "ada@work.example", "type": "work", "primary": true }, email("a@home.example", "home")]),
            ),
            (
                json!({ "op": "add", "path": "emails", "value": [{ "value": "b@b.example", "primary": true }] }),
                "emails",
                json!([email("ada@work.example", "work"), { "value": "b@b.example", "primary": true }]),
            ),
            (
                json!({ "op": "replace", "path": "emails", "value": [email("c@c.example", "other")] }),
                "emails",
                json!([email("c@c.example", "other")]),
            ),
            (
                json!({ "op": "remove", "path": "emails[value co \"work\"]" }),
                "emails",
                json!([]),
            ),
            (
                json!({ "op": "remove", "path": "emails", "value": [{ "value": "ada@work.example" }] }),
                "emails",
                json!([]),
            ),
            (
                json!({ "op": "add", "path": "roles", "value": { "value": "sales-agent" } }),
                "roles",
                json!([{ "value": "sales-agent" }]),
            ),
        ] {
            let user = patched(&json!([operation])).unwrap_or_else(|wrong| panic!("{operation}: {wrong:?}"));
            assert_eq!(user[attribute], then, "{operation}");
            assert_eq!(user["id"], "1");
        }
    }

    #[test]
    fn what_cannot_be_changed_is_refused() {
        for (operation, wrong) in [
            (
                json!({ "op": "move", "path": "active" }),
                Wrong::Value("op".to_owned()),
            ),
            (json!({ "op": "remove" }), Wrong::NoTarget("path".to_owned())),
            (
                json!({ "op": "add", "value": "x" }),
                Wrong::Value("value".to_owned()),
            ),
            (
                json!({ "op": "add", "path": "active" }),
                Wrong::Value("value".to_owned()),
            ),
            (
                json!({ "op": "replace", "path": "id", "value": "2" }),
                Wrong::ReadOnly("id".to_owned()),
            ),
            (
                json!({ "op": "add", "path": "title", "value": "x" }),
                Wrong::Path("title".to_owned()),
            ),
            (
                json!({ "op": "add", "path": "name.middleName", "value": "x" }),
                Wrong::Path("name.middleName".to_owned()),
            ),
            (
                json!({ "op": "replace", "path": "emails[type eq \"home\"].value", "value": "x" }),
                Wrong::NoTarget("emails[type eq \"home\"].value".to_owned()),
            ),
        ] {
            assert_eq!(patched(&json!([operation.clone()])), Err(wrong), "{operation}");
        }
        assert!(apply(&mut user(), &json!({})).is_err());
        let many = vec![json!({ "op": "remove", "path": "name" }); OPERATIONS_MAX + 1];
        assert!(patched(&json!(many)).is_err());
    }
}
