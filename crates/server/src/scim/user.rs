//! Users as SCIM writes them.

use firstline_domain::role::Role;
use firstline_hub::scim::{Email, Names, Said, User, Wanted};
use serde_json::{Map, Value, json};

use super::wrong::Wrong;
use crate::PublicUrl;

pub(super) const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

/// A weak tag: the same user can be written in more than one way.
pub(super) fn etag(version: &str) -> String {
    format!("W/\"{version}\"")
}

/// Leaves out what has no value.
fn filled(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    let filled = pairs.into_iter().filter(|(_, value)| !is_empty(value));
    Value::Object(filled.map(|(name, value)| (name.to_owned(), value)).collect())
}

pub(super) fn render(user: &User, url: &PublicUrl) -> Value {
    let wanted = Wanted::of(user);
    let (version, said) = (wanted.version(), wanted.said);
    let names = said.names;
    let id = user.member.person.id;
    let roles: Vec<Value> = wanted
        .roles
        .iter()
        .map(|role| json!({ "value": role.as_str() }))
        .collect();
    filled([
        ("schemas", json!([USER])),
        ("id", json!(id.to_string())),
        ("externalId", json!(said.external_id)),
        ("userName", json!(said.user_name)),
        ("displayName", json!(names.display_name)),
        (
            "name",
            filled([
                ("formatted", json!(names.formatted)),
                ("familyName", json!(names.family_name)),
                ("givenName", json!(names.given_name)),
            ]),
        ),
        ("emails", json!(names.emails)),
        ("active", json!(wanted.active)),
        ("roles", json!(roles)),
        (
            "meta",
            json!({
                "resourceType": "User",
                "created": user.since.to_string(),
                "lastModified": user.said_at.unwrap_or(user.since).max(user.since).to_string(),
                "location": url.to(&format!("{}/Users/{id}", super::PREFIX)),
                "version": etag(&version),
            }),
        ),
    ])
}

/// A field of an object, whatever its capitals; nothing where it is null or empty.
fn field<'v>(object: &'v Value, name: &str) -> Option<&'v Value> {
    let fields = object.as_object()?;
    let (_, value) = fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    (!is_empty).then_some(value)
}

fn text(object: &Value, name: &str) -> Result<Option<String>, Wrong> {
    match field(object, name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Wrong::Value(name.to_owned())),
    }
}

/// Yes or no; some programs write it as a word.
fn flag(object: &Value, name: &str) -> Result<Option<bool>, Wrong> {
    match field(object, name) {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(Value::String(word)) if word.eq_ignore_ascii_case("true") => Ok(Some(true)),
        Some(Value::String(word)) if word.eq_ignore_ascii_case("false") => Ok(Some(false)),
        Some(_) => Err(Wrong::Value(name.to_owned())),
    }
}

fn items<'v>(object: &'v Value, name: &str) -> Result<&'v [Value], Wrong> {
    match field(object, name) {
        None => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(Wrong::Value(name.to_owned())),
    }
}

fn email(item: &Value) -> Result<Email, Wrong> {
    Ok(Email {
        value: text(item, "value")?.ok_or_else(|| Wrong::Value("emails.value".to_owned()))?,
        kind: text(item, "type")?,
        primary: flag(item, "primary")?,
    })
}

/// A role, by its word alone or as a value.
fn role(item: &Value) -> Result<Role, Wrong> {
    let word = item.as_str().or_else(|| field(item, "value")?.as_str());
    word.and_then(|word| word.parse().ok())
        .ok_or_else(|| Wrong::Value("roles.value".to_owned()))
}

/// What a program wants of somebody. What it leaves out has no value; whether they are active and in which roles stays as it
/// is in `kept`, so that a program that does not manage roles takes none away.
pub(super) fn wanted(user: &Value, kept: Option<&Wanted>) -> Result<Wanted, Wrong> {
    let nothing = json!({});
    let name = field(user, "name").unwrap_or(&nothing);
    if !name.is_object() {
        return Err(Wrong::Value("name".to_owned()));
    }
    let emails: Vec<Email> = items(user, "emails")?
        .iter()
        .map(email)
        .collect::<Result<_, _>>()?;
    if emails.iter().filter(|email| email.primary == Some(true)).count() > 1 {
        return Err(Wrong::Value("emails.primary".to_owned()));
    }
    let said = Said {
        user_name: text(user, "userName")?.ok_or_else(|| Wrong::Value("userName".to_owned()))?,
        external_id: text(user, "externalId")?,
        names: Names {
            display_name: text(user, "displayName")?,
            formatted: text(name, "formatted")?,
            family_name: text(name, "familyName")?,
            given_name: text(name, "givenName")?,
            emails,
        },
    };
    let mut roles: Vec<Role> = items(user, "roles")?.iter().map(role).collect::<Result<_, _>>()?;
    roles.sort_unstable();
    roles.dedup();
    let keeps_roles = kept.filter(|_| field(user, "roles").is_none());
    Ok(Wanted {
        said,
        active: flag(user, "active")?.unwrap_or(kept.is_none_or(|kept| kept.active)),
        roles: keeps_roles.map_or(roles, |kept| kept.roles.clone()),
    })
}

/// Which attributes an answer has.
#[derive(Debug, Default)]
pub(super) struct Shown {
    only: Vec<String>,
    but: Vec<String>,
}

impl Shown {
    /// From the query of an address.
    pub fn typed(pairs: &[(String, String)]) -> Self {
        let names = |name: &str| {
            let names = super::typed(pairs, name).split(',').map(bare);
            names.filter(|name| !name.is_empty()).collect()
        };
        Shown {
            only: names("attributes"),
            but: names("excludedAttributes"),
        }
    }

    /// From the body of a search.
    pub fn read(body: &Value) -> Self {
        let names = |name: &str| {
            let items = body.get(name).and_then(Value::as_array);
            let words = items.into_iter().flatten().filter_map(Value::as_str);
            words.map(bare).collect()
        };
        Shown {
            only: names("attributes"),
            but: names("excludedAttributes"),
        }
    }

    /// A user with those attributes. By what it is known is never left out.
    pub fn of(&self, user: Value) -> Value {
        let Value::Object(fields) = user else { return user };
        let shown = fields.into_iter().filter_map(|(name, value)| {
            let key = name.to_ascii_lowercase();
            if ["schemas", "id"].contains(&key.as_str()) {
                return Some((name, value));
            }
            let value = if self.only.is_empty() {
                without(value, &key, &self.but)
            } else {
                only(value, &key, &self.only)
            };
            value.map(|value| (name, value))
        });
        Value::Object(shown.collect())
    }
}

/// The name of an attribute as it is compared: without its schema, in small letters.
fn bare(name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    let prefix = format!("{}:", USER.to_ascii_lowercase());
    name.strip_prefix(&prefix).unwrap_or(&name).to_owned()
}

fn only(value: Value, key: &str, names: &[String]) -> Option<Value> {
    if names.iter().any(|name| name == key) {
        return Some(value);
    }
    let subs: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_prefix(key)?.strip_prefix('.'))
        .collect();
    (!subs.is_empty()).then(|| trimmed(value, &|sub| subs.contains(&sub)))
}

fn without(value: Value, key: &str, names: &[String]) -> Option<Value> {
    if names.iter().any(|name| name == key) {
        return None;
    }
    let subs: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_prefix(key)?.strip_prefix('.'))
        .collect();
    Some(trimmed(value, &|sub| !subs.contains(&sub)))
}

fn trimmed(value: Value, keeps: &dyn Fn(&str) -> bool) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(|item| trimmed(item, keeps)).collect()),
        Value::Object(fields) => {
            let kept = fields
                .into_iter()
                .filter(|(name, _)| keeps(&name.to_ascii_lowercase()));
            Value::Object(kept.collect::<Map<_, _>>())
        }
        other => other,
    }
}
