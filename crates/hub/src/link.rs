//! Links that work once: to set a hub up, to join an organisation, to choose a new password, to confirm a new address.
//!
//! A link is a secret under the hub's signature. The store keeps a digest of it, so that reading the store gives nobody a way
//! in, and uses it up in the transaction of what it was for.

use std::fmt;

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::is_email;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::credential::{self, UNCONFIRMED};
use firstline_store::db::Tx;
use firstline_store::link::{self, Link};
use firstline_store::outbox::{self, Message};
use firstline_store::person::{self, Person};
use firstline_store::{organisation, session};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::attempts::{Try, Who};
use crate::credential::PASSWORD;
use crate::keys::Ring;
use crate::passkey::PASSKEY;
use crate::second_factor::{RECOVERY, TOTP};
use crate::sign_in::{Origin, Visitor};
use crate::{Field, Hub, HubError, password, secret};

/// In characters.
pub const EMAIL_CHARS_MAX: usize = 254;
/// How many links for a new password somebody can have waiting: asking for more writes no more letters.
const RESETS_OPEN_MAX: u64 = 5;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    SetUp,
    Invitation,
    Reset,
    Address,
}

impl Purpose {
    pub(crate) const ALL: [Purpose; 4] = [
        Purpose::SetUp,
        Purpose::Invitation,
        Purpose::Reset,
        Purpose::Address,
    ];

    /// The word for it in the store, in the address and in the outbox.
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::SetUp => "set-up",
            Purpose::Invitation => "invitation",
            Purpose::Reset => "reset",
            Purpose::Address => "address",
        }
    }

    /// How long such a link works.
    pub fn life(self) -> SignedDuration {
        match self {
            Purpose::SetUp | Purpose::Address => SignedDuration::from_hours(24),
            Purpose::Invitation => SignedDuration::from_hours(7 * 24),
            Purpose::Reset => SignedDuration::from_hours(1),
        }
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A link that somebody opened, while it still works.
#[derive(Debug, Clone)]
pub struct Opened {
    pub purpose: Purpose,
    pub link: Link,
    /// Which organisation it lets one join, or name where it sets up a hub that has an operator already.
    pub organisation: Option<Organisation>,
    /// The account of the address it was given to, where there is one: only its owner may use the link.
    pub person: Option<Person>,
}

/// Whoever holds a link is asked nothing else.
pub(crate) fn unasked() -> Scope {
    Scope::own_hand(OrganisationId(Uuid::nil()))
}

pub(crate) fn gone() -> HubError {
    HubError::NotFound("link")
}

/// Takes away what somebody signs in by besides a password, where nobody has shown so far that the address of the account is
/// theirs: whoever put it there may be somebody else. Says whether that was so; whoever calls it has shown it just now.
pub(crate) fn forget_strangers(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, HubError> {
    let is_first = !credential::of(tx, person, UNCONFIRMED)?.is_empty();
    if is_first {
        for kind in [TOTP, RECOVERY, PASSKEY, UNCONFIRMED] {
            credential::remove_kind(tx, person, kind)?;
        }
    }
    Ok(is_first)
}

/// Takes the account of an address that nobody has shown to be theirs away from whoever opened it, before it becomes somebody's
/// at another organisation. Says whether that was so.
pub(crate) fn evict_strangers(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, HubError> {
    let is_first = forget_strangers(tx, person)?;
    if is_first {
        credential::remove_kind(tx, person, PASSWORD)?;
        session::end_others(tx, person, None)?;
    }
    Ok(is_first)
}

impl Hub {
    /// What a link is for, while it works.
    ///
    /// # Errors
    /// [`HubError::NotFound`] for one that was made up, used, withdrawn or has run out.
    pub async fn open_link(&self, shown: &str) -> Result<Opened, HubError> {
        let (hub, shown) = (self.clone(), shown.to_owned());
        self.read(move |tx| hub.opened(tx, &shown)).await
    }

    /// Opens a link for whoever follows it from outside. Nobody guesses one, and whoever has one is never kept from it: those
    /// that open nothing are counted, so that trying them is slow.
    ///
    /// # Errors
    /// As for [`Hub::open_link`]; [`HubError::TooMany`] where too many opened nothing.
    pub async fn follow_link(&self, shown: &str, origin: &Origin) -> Result<Opened, HubError> {
        let opened = self.open_link(shown).await;
        if matches!(opened, Err(HubError::NotFound(_))) {
            let who = Who::at(origin.address);
            self.0.attempts.count(Try::Secret, who, self.now())?.stays();
        }
        opened
    }

    /// The same for a link that must be for this purpose.
    pub(crate) async fn open_link_for(&self, shown: &str, purpose: Purpose) -> Result<Opened, HubError> {
        let opened = self.open_link(shown).await?;
        Some(opened)
            .filter(|opened| opened.purpose == purpose)
            .ok_or_else(gone)
    }

    pub(crate) fn opened(&self, tx: &mut Tx<'_>, shown: &str) -> Result<Opened, HubError> {
        if !self.ring()?.is_signed(shown) {
            return Err(gone());
        }
        let link = link::by_digest(tx, &secret::digest(shown))?
            .filter(|link| link.used_at.is_none() && link.expires_at > self.now())
            .ok_or_else(gone)?;
        let purpose = Purpose::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == link.kind)
            .ok_or_else(gone)?;
        let organisation = match link.organisation {
            Some(id) => organisation::of_record(tx, &unasked(), id)?,
            None if self.is_set_up(tx)? => return Err(gone()),
            None => organisation::sole(tx, &unasked(), PartyKind::Operator)?,
        };
        let person = person::by_email(tx, &link.email)?;
        Ok(Opened {
            purpose,
            link,
            organisation,
            person,
        })
    }

    /// Opens a link for one purpose and uses it up.
    pub(crate) fn taken(&self, tx: &mut Tx<'_>, shown: &str, purpose: Purpose) -> Result<Opened, HubError> {
        let opened = self.opened(tx, shown)?;
        if opened.purpose != purpose || !link::take(tx, opened.link.id, self.now())? {
            return Err(gone());
        }
        Ok(opened)
    }

    /// Writes a link for a new password to whoever has this address. The answer is the same where nobody has, and takes as
    /// long. Links that were written before keep working, so that nobody can take somebody else's away by asking.
    ///
    /// # Errors
    /// [`HubError::TooMany`] where too many were asked for from one address; [`HubError::Invalid`] where people of the address's
    /// domain sign in at their organisation's provider.
    pub async fn ask_reset(&self, email: &str, origin: &Origin) -> Result<(), HubError> {
        let who = Who::at(origin.address);
        self.0.attempts.count(Try::Reset, who, self.now())?.stays();
        let (hub, email) = (self.clone(), email.to_owned());
        self.write(move |tx| {
            hub.demand_own_way(tx, &email)?;
            let given = hub.who_forgot(tx, &email)?.unwrap_or_default();
            hub.give(tx, Purpose::Reset, given).map(drop)
        })
        .await
    }

    /// Whom a link for a new password is written to; nobody where enough of them wait to be used.
    fn who_forgot(&self, tx: &mut Tx<'_>, email: &str) -> Result<Option<Given>, HubError> {
        let Some(person) = person::by_email(tx, email)? else {
            return Ok(None);
        };
        let waiting = link::open_for(tx, Purpose::Reset.as_str(), person.id, self.now())?;
        let member = person::memberships(tx, person.id)?.into_iter().next();
        Ok(member.filter(|_| waiting < RESETS_OPEN_MAX).map(|member| Given {
            organisation: Some(member.organisation),
            person: Some(person.id),
            email: person.email,
            ..Given::default()
        }))
    }

    /// Chooses a new password by a link. Everyone who is signed in as this person, on whatever browser, is signed out. Gives
    /// what this browser keeps to show that it is one of theirs.
    ///
    /// The link shows that the address is theirs. Where that was not known yet, whatever else opened the account is taken away:
    /// somebody else may have put it there.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the link does not work; [`HubError::Invalid`] where the password cannot be accepted.
    pub async fn reset(&self, shown: &str, new: &str, origin: &Origin) -> Result<String, HubError> {
        let opened = self.open_link_for(shown, Purpose::Reset).await?;
        password::check("password", new, &opened.link.email)
            .map_err(|wrong| HubError::Invalid(vec![wrong]))?;
        let hash = self.hash_chosen(new).await?;
        let (hub, shown, address) = (self.clone(), shown.to_owned(), origin.address);
        let person = self
            .write(move |tx| {
                let opened = hub.taken(tx, &shown, Purpose::Reset)?;
                let (person, organisation) = opened.link.person.zip(opened.organisation).ok_or_else(gone)?;
                hub.demand_own_way_of(tx, person)?;
                hub.replace_password(tx, person, &hash)?;
                let ended = session::end_others(tx, person, None)?;
                let scope = Scope::own_hand(organisation.id).with_address(address);
                let is_first = forget_strangers(tx, person)?;
                let mut detail = serde_json::json!({ "sessions_ended": ended });
                if is_first {
                    detail["forgot_second_factor"] = true.into();
                }
                hub.record(tx, &scope, "reset-password", &person.to_string(), &detail)?;
                Ok(person)
            })
            .await?;
        self.device(person).await
    }

    /// Asks for another address: it counts once the link that is written there was opened.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::Invalid`] where it is no address.
    pub async fn ask_address(&self, visitor: &Visitor, email: &str) -> Result<(), HubError> {
        accepted(Vec::from_iter(check_email(email)))?;
        let (hub, visitor, email) = (self.clone(), visitor.clone(), email.trim().to_owned());
        self.write(move |tx| {
            let person = hub.demand_proof(tx, &visitor)?.person;
            link::spend(tx, Purpose::Address.as_str(), person, hub.now())?;
            let given = Given {
                organisation: Some(visitor.scope.organisation),
                person: Some(person),
                email: email.clone(),
                made_by: Some(person),
                ..Given::default()
            };
            hub.give(tx, Purpose::Address, given)?;
            let detail = serde_json::json!({ "email": email });
            hub.record_own(tx, &visitor, "ask-address", &detail)
        })
        .await
    }

    /// Takes the address that a link was written to as the visitor's own. Links for a new password that were written to the
    /// address before work no more.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the link does not work, is somebody else's, or the address has an account by now.
    pub async fn confirm_address(&self, visitor: &Visitor, shown: &str) -> Result<(), HubError> {
        let (hub, visitor, shown) = (self.clone(), visitor.clone(), shown.to_owned());
        self.write(move |tx| {
            let opened = hub.taken(tx, &shown, Purpose::Address)?;
            let person = visitor.scope.person.ok_or_else(gone)?;
            let taken = opened.person.is_some_and(|other| other.id != person);
            if opened.link.person != Some(person) || taken {
                return Err(gone());
            }
            let before = person::by_id(tx, person)?.ok_or_else(gone)?.email;
            let email = &opened.link.email;
            person::set_email(tx, person, email)?;
            credential::remove_kind(tx, person, UNCONFIRMED)?;
            link::spend(tx, Purpose::Reset.as_str(), person, hub.now())?;
            let detail = serde_json::json!({ "before": before, "after": email });
            hub.record_own(tx, &visitor, "change-address", &detail)
        })
        .await
    }

    /// Makes a link, and the message that brings it to whom it is for, under the link's own id.
    pub(crate) fn give(&self, tx: &mut Tx<'_>, purpose: Purpose, given: Given) -> Result<String, HubError> {
        let now = self.now();
        let key = self.key()?;
        let shown = key.signed(purpose.as_str());
        let new = Link {
            id: self.new_id(),
            kind: purpose.as_str().to_owned(),
            organisation: given.organisation,
            person: given.person,
            email: given.email,
            roles: given.roles,
            made_by: given.made_by,
            made_at: now,
            expires_at: now + purpose.life(),
            used_at: None,
        };
        link::sweep(tx, now)?;
        link::add(tx, &secret::digest(&shown), &new)?;
        if let Some(organisation) = new.organisation {
            // Whoever reads the store finds no link that works.
            let sealed = key.seal(&envelope(new.id), shown.as_bytes());
            outbox::put(
                tx,
                &Message {
                    id: new.id,
                    organisation,
                    kind: purpose.as_str().to_owned(),
                    recipient: new.email,
                    payload: serde_json::json!({ "link": sealed, "until": new.expires_at }),
                    made_at: now,
                },
            )?;
        }
        Ok(shown)
    }

    /// What waits to be sent for the asker's organisation, oldest first, with its links as they will be read.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn letters(&self, scope: &Scope, limit: i64) -> Result<Vec<Letter>, HubError> {
        let scope = scope.clone();
        let ring = self.ring()?;
        self.read(move |tx| {
            let waiting = outbox::waiting(tx, &scope, limit)?;
            let letter = |message: Message| Letter {
                link: link_in(&ring, &message),
                message,
            };
            Ok(waiting.into_iter().map(letter).collect())
        })
        .await
    }
}

/// A message that waits to be sent.
#[derive(Debug, Clone)]
pub struct Letter {
    pub message: Message,
    /// The secret of the link that it brings.
    pub link: Option<String>,
}

/// The secret of the link that a message brings.
pub(crate) fn link_in(ring: &Ring, message: &Message) -> Option<String> {
    let sealed = message.payload.get("link")?.as_str()?;
    let link = ring.unseal(&envelope(message.id), sealed)?;
    String::from_utf8(link).ok()
}

/// Where a link is sealed: in the message that brings it, and in no other.
pub(crate) fn envelope(message: Uuid) -> String {
    format!("outbox {message}")
}

/// Who a link is given to.
#[derive(Default)]
pub(crate) struct Given {
    pub organisation: Option<OrganisationId>,
    pub person: Option<PersonId>,
    pub email: String,
    pub roles: Vec<Role>,
    pub made_by: Option<PersonId>,
}

pub(crate) fn accepted(wrong: Vec<Field>) -> Result<(), HubError> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(HubError::Invalid(wrong))
    }
}

/// What is wrong with an address, for the field `email`.
pub(crate) fn check_email(email: &str) -> Option<Field> {
    let email = email.trim();
    let fits = is_email(email) && email.chars().count() <= EMAIL_CHARS_MAX;
    (!fits).then(|| Field::quoting("email", "error-email", email))
}
