//! Filters (RFC 7644 §3.4.2.2) and the paths of changes (§3.5.2), read and held against users as they are written.

use std::cmp::Ordering;

use serde_json::Value;

use super::user::USER;
use super::wrong::Wrong;

/// The longest filter, in bytes, and how deep it may be nested.
const BYTES_MAX: usize = 4096;
const DEPTH_MAX: usize = 16;

/// What a user must be like.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Filter {
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
    /// An attribute has a value at all.
    Present(Vec<String>),
    Compare(Vec<String>, Op, Value),
    /// One of an attribute's values is like this.
    Some(Vec<String>, Box<Filter>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Eq,
    Ne,
    Co,
    Sw,
    Ew,
    Gt,
    Ge,
    Lt,
    Le,
}

impl Op {
    fn read(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "eq" => Op::Eq,
            "ne" => Op::Ne,
            "co" => Op::Co,
            "sw" => Op::Sw,
            "ew" => Op::Ew,
            "gt" => Op::Gt,
            "ge" => Op::Ge,
            "lt" => Op::Lt,
            "le" => Op::Le,
            _ => return None,
        })
    }
}

/// Where a change is made: an attribute, those of its values that are meant, a part of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    pub attribute: String,
    pub only: Option<Filter>,
    pub part: Option<String>,
}

impl Path {
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let wrong = || Wrong::Path(text.to_owned());
        let text_of = without_schema(text.trim());
        let (head, only, tail) = match text_of.split_once('[') {
            Some((head, rest)) => {
                let (filter, tail) = rest.rsplit_once(']').ok_or_else(wrong)?;
                (head, Some(Filter::parse(filter)?), tail)
            }
            None => (text_of, None, ""),
        };
        let (attribute, part) = match head.split_once('.') {
            Some((attribute, part)) if only.is_none() => (attribute, Some(part)),
            Some(_) => return Err(wrong()),
            None if tail.is_empty() => (head, None),
            None => (head, Some(tail.strip_prefix('.').ok_or_else(wrong)?)),
        };
        Ok(Path {
            attribute: attribute.to_owned(),
            only,
            part: part.map(str::to_owned),
        })
    }
}

/// An attribute without the schema that it may be named with.
fn without_schema(name: &str) -> &str {
    match name.split_at_checked(USER.len() + 1) {
        Some((schema, rest)) if schema[..USER.len()].eq_ignore_ascii_case(USER) && schema.ends_with(':') => {
            rest
        }
        _ => name,
    }
}

impl Filter {
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        if text.len() > BYTES_MAX {
            return Err(Wrong::Filter(text.chars().take(40).collect()));
        }
        let mut reader = Reader { rest: text.trim() };
        let filter = reader.either(0)?;
        if reader.rest.is_empty() {
            return Ok(filter);
        }
        Err(reader.wrong())
    }

    pub fn fits(&self, user: &Value) -> bool {
        match self {
            Filter::And(one, other) => one.fits(user) && other.fits(user),
            Filter::Or(one, other) => one.fits(user) || other.fits(user),
            Filter::Not(filter) => !filter.fits(user),
            Filter::Present(path) => values(user, path).iter().any(|value| !is_empty(value)),
            Filter::Some(path, filter) => values(user, path).iter().any(|value| filter.fits(value)),
            Filter::Compare(path, Op::Ne, wanted) => {
                !values(user, path).iter().any(|value| equal(path, value, wanted))
            }
            Filter::Compare(path, Op::Eq, Value::Null) => {
                values(user, path).iter().all(|value| is_empty(value))
            }
            Filter::Compare(path, op, wanted) => values(user, path)
                .iter()
                .any(|value| compare(path, *op, value, wanted)),
        }
    }

    /// What something must be made of to fit, where that can be told: values that parts are to equal.
    pub fn asks_for(&self) -> Option<Vec<(String, Value)>> {
        match self {
            Filter::And(one, other) => Some([one.asks_for()?, other.asks_for()?].concat()),
            Filter::Compare(path, Op::Eq, wanted) if path.len() == 1 => {
                Some(vec![(path[0].clone(), wanted.clone())])
            }
            _ => None,
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// The values at a path; of several with parts, where no part is named, their `value`.
fn values<'v>(user: &'v Value, path: &[String]) -> Vec<&'v Value> {
    let mut found = vec![user];
    for name in path {
        let under = |value: &'v Value| -> Vec<&'v Value> {
            let fields = value.as_object().into_iter().flatten();
            let named = fields.filter(|(key, _)| key.eq_ignore_ascii_case(name));
            named
                .flat_map(|(_, value)| match value {
                    Value::Array(items) => items.iter().collect(),
                    one => vec![one],
                })
                .collect()
        };
        found = found.into_iter().flat_map(under).collect();
    }
    found
}

/// Ids are what they are to the letter; everything else is the same in capitals.
fn is_exact(path: &[String]) -> bool {
    path.iter()
        .any(|name| ["id", "externalid"].contains(&name.to_ascii_lowercase().as_str()))
}

fn folded(path: &[String], text: &str) -> String {
    if is_exact(path) {
        text.to_owned()
    } else {
        text.to_lowercase()
    }
}

fn plain(value: &Value) -> &Value {
    value
        .as_object()
        .and_then(|fields| fields.get("value"))
        .unwrap_or(value)
}

fn equal(path: &[String], value: &Value, wanted: &Value) -> bool {
    match (plain(value), wanted) {
        (Value::String(one), Value::String(other)) => folded(path, one) == folded(path, other),
        (one, other) => one == other,
    }
}

fn compare(path: &[String], op: Op, value: &Value, wanted: &Value) -> bool {
    let (Value::String(one), Value::String(other)) = (plain(value), wanted) else {
        return op == Op::Eq && equal(path, value, wanted);
    };
    let (one, other) = (folded(path, one), folded(path, other));
    let order = one.cmp(&other);
    match op {
        Op::Eq => order == Ordering::Equal,
        Op::Ne => order != Ordering::Equal,
        Op::Co => one.contains(&other),
        Op::Sw => one.starts_with(&other),
        Op::Ew => one.ends_with(&other),
        Op::Gt => order == Ordering::Greater,
        Op::Ge => order != Ordering::Less,
        Op::Lt => order == Ordering::Less,
        Op::Le => order != Ordering::Greater,
    }
}

/// Reads from left to right; `and` binds closer than `or`.
struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn wrong(&self) -> Wrong {
        Wrong::Filter(self.rest.chars().take(40).collect())
    }

    /// The next word, to the next space or bracket.
    fn word(&mut self) -> &'t str {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "()[]\"".contains(c))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        word
    }

    fn takes(&mut self, sign: char) -> bool {
        let Some(rest) = self.rest.strip_prefix(sign) else {
            return false;
        };
        self.rest = rest.trim_start();
        true
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        let before = self.rest;
        if self.word().eq_ignore_ascii_case(wanted) {
            return true;
        }
        self.rest = before;
        false
    }

    fn either(&mut self, depth: usize) -> Result<Filter, Wrong> {
        let mut filter = self.both(depth)?;
        while self.takes_word("or") {
            filter = Filter::Or(Box::new(filter), Box::new(self.both(depth)?));
        }
        Ok(filter)
    }

    fn both(&mut self, depth: usize) -> Result<Filter, Wrong> {
        let mut filter = self.one(depth)?;
        while self.takes_word("and") {
            filter = Filter::And(Box::new(filter), Box::new(self.one(depth)?));
        }
        Ok(filter)
    }

    fn one(&mut self, depth: usize) -> Result<Filter, Wrong> {
        if depth >= DEPTH_MAX {
            return Err(self.wrong());
        }
        let before = self.rest;
        if self.takes_word("not") {
            if self.takes('(') {
                return Ok(Filter::Not(Box::new(self.until(')', depth)?)));
            }
            self.rest = before;
        }
        if self.takes('(') {
            return self.until(')', depth);
        }
        let path = self.path()?;
        if self.takes('[') {
            return Ok(Filter::Some(path, Box::new(self.until(']', depth)?)));
        }
        if self.takes_word("pr") {
            return Ok(Filter::Present(path));
        }
        let word = self.word();
        let op = Op::read(word).ok_or_else(|| self.wrong())?;
        Ok(Filter::Compare(path, op, self.value()?))
    }

    fn until(&mut self, end: char, depth: usize) -> Result<Filter, Wrong> {
        let filter = self.either(depth + 1)?;
        if self.takes(end) {
            return Ok(filter);
        }
        Err(self.wrong())
    }

    fn path(&mut self) -> Result<Vec<String>, Wrong> {
        let before = self.wrong();
        let names: Vec<String> = without_schema(self.word())
            .split('.')
            .map(str::to_owned)
            .collect();
        let is_name = |name: &String| {
            let mut chars = name.chars();
            chars.next().is_some_and(|c| c.is_ascii_alphabetic())
                && chars.all(|c| c.is_ascii_alphanumeric() || "-_$".contains(c))
        };
        if names.iter().all(is_name) {
            return Ok(names);
        }
        Err(before)
    }

    /// A value as JSON has it: a text, a number, yes, no or nothing.
    fn value(&mut self) -> Result<Value, Wrong> {
        let wrong = self.wrong();
        if !self.rest.starts_with('"') {
            return serde_json::from_str(self.word()).map_err(|_| wrong);
        }
        let mut texts = serde_json::Deserializer::from_str(self.rest).into_iter::<Value>();
        let Some(Ok(text)) = texts.next() else {
            return Err(wrong);
        };
        let read = texts.byte_offset();
        self.rest = self.rest[read..].trim_start();
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn user() -> Value {
        json!({
            "id": "Ab1",
            "userName": "Ada@Larkmoor.example",
            "active": true,
            "name": { "familyName": "Frost" },
            "emails": [
                { "value": "ada@larkmoor.example", "type": "work", "primary": true },
                { "value": "ada@home.example", "type": "home" },
            ],
            "roles": [],
            "meta": { "lastModified": "2026-11-20T12:00:00Z" },
        })
    }

    #[test]
    fn filters_say_what_a_user_is_like() {
        for (filter, fits) in [
            (r#"userName eq "ada@larkmoor.example""#, true),
            (r#"USERNAME Eq "ADA@larkmoor.example""#, true),
            (
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ada@larkmoor.example""#,
                true,
            ),
            (r#"id eq "Ab1""#, true),
            (r#"id eq "ab1""#, false),
            (r#"externalId eq "x""#, false),
            (r#"externalId eq null"#, true),
            (r#"externalId ne "x""#, true),
            (r#"userName sw "ada" and active eq true"#, true),
            (
                r#"userName sw "bob" or active eq true and name.familyName co "ros""#,
                true,
            ),
            (
                r#"(userName sw "bob" or active eq true) and name.familyName co "x""#,
                false,
            ),
            (r#"not (userName ew ".example")"#, false),
            (r#"emails eq "ADA@home.example""#, true),
            (r#"emails.type eq "home""#, true),
            (r#"emails[type eq "work" and value co "home"]"#, false),
            (r#"emails[type eq "home" and value co "home"]"#, true),
            (r#"emails pr and not (roles pr)"#, true),
            (r#"meta.lastModified gt "2026-11-20T11:00:00Z""#, true),
            (r#"meta.lastModified le "2026-11-20T11:00:00Z""#, false),
            (r#"active eq "x""#, false),
            (r#"userName eq "a \"quoted\" name""#, false),
        ] {
            let read = Filter::parse(filter).unwrap_or_else(|wrong| panic!("{filter}: {wrong:?}"));
            assert_eq!(read.fits(&user()), fits, "{filter}");
        }
    }

    #[test]
    fn what_is_no_filter_is_refused() {
        let deep = "(".repeat(500) + "active pr" + &")".repeat(500);
        let long = format!("userName eq \"{}\"", "x".repeat(BYTES_MAX));
        for filter in [
            "",
            "userName",
            "userName eq",
            "userName eq x",
            "userName is \"x\"",
            "userName eq \"x",
            "userName eq \"x\" and",
            "userName eq \"x\" \"y\"",
            "(userName pr",
            "emails[type eq \"work\"",
            "emails.[x] pr",
            "1a pr",
            "userName eq [1]",
            &deep,
            &long,
        ] {
            assert!(matches!(Filter::parse(filter), Err(Wrong::Filter(_))), "{filter}");
        }
    }

    #[test]
    fn paths_name_an_attribute_some_of_its_values_and_a_part() {
        let path = |text: &str| Path::parse(text).unwrap();
        assert_eq!(path("active").attribute, "active");
        let family = path("urn:ietf:params:scim:schemas:core:2.0:User:name.familyName");
        assert_eq!(
            (family.attribute.as_str(), family.part.as_deref()),
            ("name", Some("familyName"))
        );
        let work = path("emails[type eq \"work\"].value");
        assert_eq!(
            (work.attribute.as_str(), work.part.as_deref()),
            ("emails", Some("value"))
        );
        assert_eq!(
            work.only.unwrap().asks_for(),
            Some(vec![("type".to_owned(), json!("work"))])
        );
        for wrong in [
            "emails[type eq \"work\"",
            "emails[type]",
            "emails[type pr]value",
            "a.b[c pr]",
        ] {
            assert!(Path::parse(wrong).is_err(), "{wrong}");
        }
    }
}
