//! Why an act did not happen, with the key of the sentence that tells a person what to do.

use firstline_store::StoreError;

use crate::keys::KeysError;
use crate::locale::{self, Args, Joint};
use firstline_domain::lang::Lang;
use firstline_domain::role::Role;

/// One input that cannot be accepted: which, and the key of what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The input's name, as in the form and in JSON: `contacts.engineering.email`.
    pub name: String,
    /// Message key.
    pub key: &'static str,
    /// The value that was given, where the sentence quotes it.
    pub value: Option<String>,
}

impl Field {
    pub fn new(name: impl Into<String>, key: &'static str) -> Self {
        Field {
            name: name.into(),
            key,
            value: None,
        }
    }

    pub fn quoting(name: impl Into<String>, key: &'static str, value: impl Into<String>) -> Self {
        Field {
            name: name.into(),
            key,
            value: Some(value.into()),
        }
    }

    /// The sentence for a person.
    pub fn text(&self, lang: Lang) -> String {
        locale::format(
            lang,
            self.key,
            &Args::new().set("value", self.value.as_deref().unwrap_or_default()),
        )
    }
}

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// What was named does not exist for the asker.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The asker sees it but may not do this.
    #[error("the asker may not do this")]
    NotAllowed,
    /// None of the asker's roles shows such things at all; these would, at its organisation.
    #[error("the asker's roles do not show this")]
    NotShown(Vec<Role>),
    /// Inputs that cannot be accepted; nothing was changed.
    #[error("{} inputs cannot be accepted", .0.len())]
    Invalid(Vec<Field>),
    /// Somebody else changed it since the asker read it; nothing was changed.
    #[error("it was changed since it was read")]
    Changed,
    /// Too much of this failed a moment ago; the seconds to wait.
    #[error("too many attempts: wait {0} seconds")]
    TooMany(u64),
    /// Somebody signed in must first show anew who they are.
    #[error("the asker must show anew who they are")]
    ProofNeeded,
    /// The hub's keys cannot be used.
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for HubError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotAllowed => HubError::NotAllowed,
            error => HubError::Store(error),
        }
    }
}

impl HubError {
    /// One input that cannot be accepted.
    pub fn field(name: impl Into<String>, key: &'static str) -> Self {
        HubError::Invalid(vec![Field::new(name, key)])
    }

    /// The key of the sentence that says what happened; `<key>-help` says what to do.
    pub fn key(&self) -> &'static str {
        match self {
            HubError::NotFound(_) => "error-not-found",
            HubError::NotAllowed => "error-not-allowed",
            HubError::NotShown(_) => "error-not-shown",
            HubError::Invalid(_) => "error-invalid",
            HubError::Changed => "error-changed",
            HubError::TooMany(_) => "error-too-many-attempts",
            HubError::ProofNeeded => "error-proof-needed",
            HubError::Keys(_) => "keys-unusable",
            HubError::Store(error) => error.key(),
        }
    }

    /// The sentence that says what to do.
    pub fn help(&self, lang: Lang) -> String {
        let args = match self {
            HubError::NotShown(roles) => {
                let names: Vec<String> = roles
                    .iter()
                    .map(|role| locale::text(lang, &format!("role-{role}")).into_owned())
                    .collect();
                Args::new().set("roles", locale::list(lang, &names, Joint::And))
            }
            HubError::TooMany(seconds) => Args::new().set("minutes", minutes(*seconds)),
            _ => Args::new(),
        };
        locale::format(lang, &format!("{}-help", self.key()), &args)
    }
}

/// Whole minutes, so that whoever waits them has waited long enough.
fn minutes(seconds: u64) -> i64 {
    i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX)
}
