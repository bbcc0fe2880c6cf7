//! Forms: what was typed into them, and the fields they are made of.
//!
//! A field has one name everywhere: in the form, in [`Field`] where it cannot be accepted, and (with hyphens for dots) as the
//! anchor that the summary of errors leads to.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use firstline_hub::{Field, HubError};

use crate::App;
use crate::failure::{Failure, Trouble};
use crate::page::Words;

/// What was typed into a form, or stands in the query of an address.
#[derive(Debug, Clone, Default)]
pub(in crate::page) struct Typed(pub Vec<(String, String)>);

impl FromRequest<App> for Typed {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        match Form::<Vec<(String, String)>>::from_request(request, app).await {
            Ok(Form(pairs)) => Ok(Typed(pairs)),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Failure(Trouble::TooLarge))
            }
            Err(rejection) => Err(Failure(Trouble::Unreadable(rejection.body_text()))),
        }
    }
}

impl Typed {
    /// What was typed into a field, without the space around it; empty where it was left out.
    pub fn get(&self, name: &str) -> &str {
        self.untrimmed(name).trim()
    }

    /// What was typed into a field, as it is.
    pub fn untrimmed(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// Everything that was chosen under a name, in the order of the form.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The version that the form was made on.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or_default()
    }

    /// How many rows a repeated group has: one more than the highest number behind `place`.
    pub fn rows(&self, place: &str, rows_max: usize) -> usize {
        let indexes = self.0.iter().filter_map(|(key, _)| {
            let rest = key.strip_prefix(place)?.strip_prefix('.')?;
            rest.split('.').next()?.parse::<usize>().ok()
        });
        indexes
            .max()
            .map_or(0, |highest| highest.saturating_add(1))
            .min(rows_max)
    }
}

/// The text, absent where it is empty.
pub(in crate::page) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The anchor of a field.
pub(in crate::page) fn anchor(name: &str) -> String {
    name.replace('.', "-")
}

/// What cannot be accepted of a form, in words.
#[derive(Debug, Clone, Default)]
pub(in crate::page) struct Refusals(pub Vec<Refusal>);

/// One field that cannot be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Refusal {
    pub name: String,
    /// Where the field stands.
    pub href: String,
    pub text: String,
}

impl Refusals {
    pub fn of(words: &Words, fields: &[Field]) -> Self {
        let refusal = |field: &Field| Refusal {
            name: field.name.clone(),
            href: format!("#{}", anchor(&field.name)),
            text: field.text(words.lang),
        };
        Refusals(fields.iter().map(refusal).collect())
    }

    /// What else went wrong, said at a field.
    pub fn saying(words: &Words, name: &str, error: &HubError) -> Self {
        Refusals(vec![Refusal {
            name: name.to_owned(),
            href: format!("#{}", anchor(name)),
            text: error.help(words.lang),
        }])
    }

    pub fn at(&self, name: &str) -> Option<String> {
        self.0
            .iter()
            .find(|refusal| refusal.name == name)
            .map(|refusal| refusal.text.clone())
    }

    /// Puts the address of another page before the anchors of fields that stand there.
    pub fn lead(&mut self, page_of: impl Fn(&str) -> String) {
        for refusal in &mut self.0 {
            refusal.href = page_of(&refusal.name) + &refusal.href;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The summary of what cannot be accepted, at the top of a page.
#[derive(Debug, Clone, Template)]
#[template(path = "work/refusals.html")]
pub(in crate::page) struct Summary {
    pub words: Words,
    pub refusals: Refusals,
}

impl HtmlSafe for Summary {}

/// A field to type into.
#[derive(Debug, Clone, Template)]
#[template(path = "work/input.html")]
pub(in crate::page) struct Input {
    words: Words,
    id: String,
    pub name: String,
    pub label: Cow<'static, str>,
    kind: &'static str,
    pub value: String,
    hint: Option<Cow<'static, str>>,
    list: Option<&'static str>,
    autocomplete: &'static str,
    optional: bool,
    lines: bool,
    /// Whether the label is for screen readers alone, because the place of the field says it to the eye.
    bare: bool,
    error: Option<String>,
}

impl HtmlSafe for Input {}

impl Input {
    /// A field with the label of a key.
    pub fn new(words: &Words, name: &str, label: &str, value: &str, refusals: &Refusals) -> Self {
        Input {
            id: anchor(name),
            label: words.t(label),
            words: words.clone(),
            kind: "text",
            value: value.to_owned(),
            hint: None,
            list: None,
            autocomplete: "off",
            optional: false,
            lines: false,
            bare: false,
            error: refusals.at(name),
            name: name.to_owned(),
        }
    }

    /// What a browser may know of it: `email`, `tel`, `url`, `date`, `time`.
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// The key of the sentence under the label.
    #[must_use]
    pub fn hint(mut self, key: &str) -> Self {
        self.hint = Some(self.words.t(key));
        self
    }

    /// The sentence under the label, where it has something to say of its own.
    #[must_use]
    pub fn hinting(mut self, hint: String) -> Self {
        self.hint = Some(Cow::Owned(hint));
        self
    }

    /// What a browser may fill in for it: `name`, `username`, `new-password`.
    #[must_use]
    pub fn filled_as(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Several lines.
    #[must_use]
    pub fn lines(mut self) -> Self {
        self.lines = true;
        self
    }

    /// The anchor of the list of proposals.
    #[must_use]
    pub fn list(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }

    /// A label for screen readers alone.
    #[must_use]
    pub fn bare(mut self, label: String) -> Self {
        self.label = Cow::Owned(label);
        self.bare = true;
        self
    }

    /// With a label that has something to say of its own.
    #[must_use]
    pub fn labelled(mut self, label: String) -> Self {
        self.label = Cow::Owned(label);
        self
    }

    /// The anchors of what describes it.
    pub fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A choice among a few.
#[derive(Debug, Clone, Template)]
#[template(path = "work/select.html")]
pub(in crate::page) struct Select {
    words: Words,
    id: String,
    pub name: String,
    label: Cow<'static, str>,
    options: Vec<Choice>,
    bare: bool,
    error: Option<String>,
}

impl HtmlSafe for Select {}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Choice {
    pub value: String,
    pub text: Cow<'static, str>,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl ToString, text: impl Into<Cow<'static, str>>, chosen: bool) -> Self {
        Choice {
            value: value.to_string(),
            text: text.into(),
            chosen,
        }
    }
}

impl Select {
    pub fn new(
        words: &Words,
        name: &str,
        label: Cow<'static, str>,
        options: Vec<Choice>,
        refusals: &Refusals,
    ) -> Self {
        Select {
            words: words.clone(),
            id: anchor(name),
            name: name.to_owned(),
            label,
            options,
            bare: false,
            error: refusals.at(name),
        }
    }

    /// With the label for screen readers alone.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_their_highest_number() {
        let typed = Typed(
            [
                ("resources.0.title", " Guide "),
                ("resources.4.url", "x"),
                ("resources.x.url", "y"),
                ("other.9", "z"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        );
        assert_eq!(typed.rows("resources", 50), 5);
        assert_eq!(typed.rows("resources", 3), 3);
        assert_eq!(typed.rows("contacts", 50), 0);
        assert_eq!(typed.get("resources.0.title"), "Guide");
        assert_eq!(typed.get("resources.1.title"), "");
    }
}
