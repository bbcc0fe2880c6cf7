//! What a browser has to bring back while somebody signs in: secrets that work once and for five minutes. They are kept as links
//! are, and are none: nobody is sent them, and nothing opens by them.

use firstline_domain::id::PersonId;
use firstline_store::db::Tx;
use firstline_store::link::{self, Link};
use jiff::SignedDuration;

use crate::{Hub, HubError, secret};

/// How long a step may take.
pub const LIFE: SignedDuration = SignedDuration::from_mins(5);

/// What is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A code, after the right password.
    SecondFactor,
    /// A passkey of whoever wants to sign in.
    Passkey,
    /// A passkey that somebody who is signed in shows anew.
    Proof,
    /// A passkey that is to be one of somebody's.
    NewPasskey,
}

impl Step {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Step::SecondFactor => "second-factor",
            Step::Passkey => "passkey",
            Step::Proof => "proof",
            Step::NewPasskey => "new-passkey",
        }
    }
}

impl Hub {
    /// Begins a step; gives what is to be brought back.
    pub(crate) fn begin_step(
        &self,
        tx: &mut Tx<'_>,
        step: Step,
        person: Option<PersonId>,
    ) -> Result<String, HubError> {
        let now = self.now();
        let shown = self.key()?.signed(step.as_str());
        let new = Link {
            id: self.new_id(),
            kind: step.as_str().to_owned(),
            organisation: None,
            person,
            email: String::new(),
            roles: Vec::new(),
            made_by: None,
            made_at: now,
            expires_at: now + LIFE,
            used_at: None,
        };
        link::sweep(tx, now)?;
        link::add(tx, &secret::digest(&shown), &new)?;
        Ok(shown)
    }

    /// The step that a secret belongs to, while it can be taken.
    pub(crate) fn open_step(
        &self,
        tx: &mut Tx<'_>,
        step: Step,
        shown: &str,
    ) -> Result<Option<Link>, HubError> {
        if !self.ring()?.is_signed(shown) {
            return Ok(None);
        }
        let found = link::by_digest(tx, &secret::digest(shown))?;
        Ok(found.filter(|found| {
            found.kind == step.as_str() && found.used_at.is_none() && found.expires_at > self.now()
        }))
    }

    /// Takes a step, once.
    pub(crate) fn take_step(
        &self,
        tx: &mut Tx<'_>,
        step: Step,
        shown: &str,
    ) -> Result<Option<Link>, HubError> {
        let Some(found) = self.open_step(tx, step, shown)? else {
            return Ok(None);
        };
        Ok(link::take(tx, found.id, self.now())?.then_some(found))
    }
}
