//! The form by which somebody shows a passkey, or makes one: the script asks the hub for a challenge, the browser for an answer,
//! and sends the form. Without script there is nothing to press, and the page has another way.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Words;
use super::desk::form::Input;
use crate::site::PublicUrl;

/// What is done with a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ceremony {
    Show,
    Make,
}

/// A form for a passkey.
#[derive(Debug, Clone, Template)]
#[template(path = "account/passkey.html")]
pub(super) struct PasskeyForm {
    words: Words,
    ceremony: Ceremony,
    /// Where the answer goes.
    action: &'static str,
    /// Where the challenge comes from.
    challenge: &'static str,
    /// The key of what the button says.
    label: &'static str,
    /// Where passkeys of this hub work, and this page there.
    origin: String,
    here: String,
    /// Where to go on to.
    to: String,
    /// What the new one is to be called.
    name: Option<Input>,
    /// Why the last one was not taken.
    wrong: Option<String>,
}

impl HtmlSafe for PasskeyForm {}

impl PasskeyForm {
    /// The form on the page at this path; none where the hub has no name that passkeys can be bound to.
    pub fn new(
        words: &Words,
        public_url: &PublicUrl,
        ceremony: Ceremony,
        [here, action, challenge]: [&'static str; 3],
        label: &'static str,
    ) -> Option<Self> {
        let party = public_url.party()?;
        Some(PasskeyForm {
            words: words.clone(),
            ceremony,
            action,
            challenge,
            label,
            here: format!("{}{here}", party.origin),
            origin: party.origin,
            to: String::new(),
            name: None,
            wrong: None,
        })
    }

    #[must_use]
    pub fn leading_to(mut self, to: &str) -> Self {
        to.clone_into(&mut self.to);
        self
    }

    #[must_use]
    pub fn named_by(mut self, name: Input) -> Self {
        self.name = Some(name);
        self
    }

    #[must_use]
    pub fn wrong(mut self, wrong: Option<String>) -> Self {
        self.wrong = wrong;
        self
    }

    fn makes(&self) -> bool {
        self.ceremony == Ceremony::Make
    }
}
