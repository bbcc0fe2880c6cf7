//! What a line of the log says was changed, laid out for a reader: field by field, as it was before and after.

use std::collections::BTreeMap;

use firstline_store::audit::Names;
use firstline_store::audit::seal::is_seal;
use serde_json::Value;
use uuid::Uuid;

use super::called;

/// A single value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    Text(String),
    Flag(bool),
    /// A word about a person that was forgotten.
    Forgotten,
}

/// A field that was changed, or that something is said of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The names of the fields that lead to it, the outermost first.
    pub path: Vec<String>,
    /// Nothing where there was none.
    pub before: Vec<Leaf>,
    pub after: Vec<Leaf>,
}

/// The fields of a detail. Where it says how things were before and after, only those that differ.
pub fn changes(detail: &Value, names: &Names) -> Vec<Change> {
    let mut fields: BTreeMap<Vec<String>, Change> = BTreeMap::new();
    let Value::Object(said) = detail else {
        return Vec::new();
    };
    let mut add = |value: &Value, path: Vec<String>, is_before: bool| {
        flatten(value, path, names, &mut |path, leaves| {
            let change = fields.entry(path.clone()).or_insert_with(|| Change {
                path,
                ..Change::default()
            });
            if is_before {
                change.before = leaves;
            } else {
                change.after = leaves;
            }
        });
    };
    for (key, value) in said {
        match key.as_str() {
            "before" => add(value, Vec::new(), true),
            "after" => add(value, Vec::new(), false),
            _ => add(value, vec![key.clone()], false),
        }
    }
    fields
        .into_values()
        .filter(|change| change.before != change.after)
        .collect()
}

fn flatten(value: &Value, path: Vec<String>, names: &Names, each: &mut impl FnMut(Vec<String>, Vec<Leaf>)) {
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(value, below(&path, key), names, each);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, item) in items.iter().enumerate() {
                flatten(item, below(&path, &label(item, index)), names, each);
            }
        }
        Value::Array(items) => {
            let leaves: Vec<Leaf> = items.iter().filter_map(|item| leaf(item, names)).collect();
            if !leaves.is_empty() {
                each(path, leaves);
            }
        }
        value => each(path, Vec::from_iter(leaf(value, names))),
    }
}

fn below(path: &[String], key: &str) -> Vec<String> {
    path.iter().cloned().chain([key.to_owned()]).collect()
}

/// What tells an item of a list from its neighbours.
fn label(item: &Value, index: usize) -> String {
    let known = ["kind", "severity", "id", "title"];
    let said = known.iter().find_map(|key| item.get(key)?.as_str());
    said.map_or_else(|| (index + 1).to_string(), str::to_owned)
}

fn leaf(value: &Value, names: &Names) -> Option<Leaf> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => Leaf::Flag(*flag),
        Value::String(text) if is_seal(text) => Leaf::Forgotten,
        Value::String(text) => {
            let name = Uuid::parse_str(text).ok().and_then(|id| called(id, names));
            Leaf::Text(name.unwrap_or_else(|| text.clone()))
        }
        other => Leaf::Text(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use firstline_store::audit::Named;
    use serde_json::json;

    use super::*;

    fn line(change: &Change) -> String {
        let side = |leaves: &[Leaf]| {
            let said: Vec<String> = leaves
                .iter()
                .map(|leaf| match leaf {
                    Leaf::Text(text) => text.clone(),
                    Leaf::Flag(flag) => flag.to_string(),
                    Leaf::Forgotten => "?".to_owned(),
                })
                .collect();
            said.join("+")
        };
        format!(
            "{}: {} -> {}",
            change.path.join("."),
            side(&change.before),
            side(&change.after)
        )
    }

    #[test]
    fn only_what_differs_is_told_and_by_its_name() {
        let altan = Uuid::now_v7();
        let names = Names::from([(
            altan,
            Named::Organisation {
                handle: "altan".to_owned(),
                name: "Altan Bulut".to_owned(),
            },
        )]);
        let detail = json!({
            "before": {
                "contacts": [{ "kind": "engineering", "email": "~0123456789abcdef0123456789abcdef", "url": "https://a" }],
                "roles": ["owner", "developer"], "price": null, "active": true,
            },
            "after": {
                "contacts": [{ "kind": "engineering", "email": "b@pinar.example", "url": "https://a" }],
                "roles": ["owner"], "price": "10", "active": false,
            },
            "seller": altan,
        });
        let told: Vec<String> = changes(&detail, &names).iter().map(line).collect();
        assert_eq!(
            told,
            [
                "active: true -> false",
                "contacts.engineering.email: ? -> b@pinar.example",
                "price:  -> 10",
                "roles: owner+developer -> owner",
                "seller:  -> Altan Bulut",
            ]
        );
        assert_eq!(changes(&Value::Null, &names), []);
        let plain = changes(&json!({ "before": "reseller", "after": null }), &names);
        assert_eq!(plain.iter().map(line).collect::<Vec<_>>(), [": reseller -> "]);
    }
}
