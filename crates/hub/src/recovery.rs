//! What whoever has the hub's machine can do for people: let them in where nobody else can, and shut them out. There is no
//! asker here; a hand in the organisation concerned stands for one.

use firstline_domain::id::OrganisationId;
use firstline_domain::organisation::Organisation;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::people::{self, Colleague};
use firstline_store::person::{self, Person};
use firstline_store::{credential, organisation, outbox, session};

use crate::link::{Given, Purpose, accepted, check_email, evict_strangers, unasked};
use crate::passkey::PASSKEY;
use crate::people::{check_name, check_roles};
use crate::second_factor::{RECOVERY, TOTP};
use crate::{Field, Hub, HubError};

/// How many are read at a time.
const BATCH: i64 = 500;

/// Somebody to be let in.
#[derive(Debug, Clone)]
pub struct Added {
    pub organisation: String,
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
}

impl Hub {
    /// Everyone of an organisation, or of all, each time they belong to one; by the organisations' handles and then by theirs.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where there is no such organisation.
    pub async fn members(&self, of: Option<&str>) -> Result<Vec<(Organisation, Colleague)>, HubError> {
        let of = of.map(str::to_owned);
        self.read(move |tx| {
            let mut all = Vec::new();
            for organisation in organisations(tx, of.as_deref())? {
                let hand = Scope::own_hand(organisation.id);
                let mut after = String::new();
                loop {
                    let batch = people::list(tx, &hand, &after, BATCH)?;
                    let Some(last) = batch.last() else { break };
                    after.clone_from(&last.member.person.handle);
                    all.extend(batch.into_iter().map(|one| (organisation.clone(), one)));
                }
            }
            Ok(all)
        })
        .await
    }

    /// Makes somebody one of an organisation's, or lets them act for it again, with these roles. Gives the person, and for an
    /// account that nobody can sign in to yet a link for its password.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names what cannot be accepted.
    pub async fn let_in(&self, new: Added) -> Result<(Person, Option<String>), HubError> {
        accepted(
            [check_name(&new.name), check_email(&new.email)]
                .into_iter()
                .flatten()
                .collect(),
        )?;
        let hub = self.clone();
        self.write(move |tx| {
            let host = organisation_called(tx, &new.organisation)?;
            accepted(Vec::from_iter(check_roles(&host, &new.roles)))?;
            let hand = Scope::own_hand(host.id);
            let person = match person::by_email(tx, &new.email)? {
                Some(known) => {
                    evict_strangers(tx, known.id)?;
                    person::set_membership(tx, &hand, host.id, known.id, &new.roles, true, hub.now())?;
                    known.id
                }
                None => hub.join(tx, &hand, &new.name, &new.email, &new.roles)?,
            };
            let person = person::by_id(tx, person)?.ok_or(HubError::NotFound("person"))?;
            let detail = serde_json::json!({ "email": person.email, "roles": new.roles });
            hub.record(tx, &hand, "let-in", &person.id.to_string(), &detail)?;
            let link = match credential::has_any(tx, person.id)? {
                true => None,
                false => Some(hub.hand_out(tx, host.id, &person)?),
            };
            Ok((person, link))
        })
        .await
    }

    /// A link for a new password of somebody, by their handle or address, which is handed over instead of being sent. Where
    /// they have lost it, what they show beside the password is forgotten.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where there is no such person, or they belong to no organisation.
    pub async fn reset_link(
        &self,
        who: &str,
        forget_second_factor: bool,
    ) -> Result<(Person, String), HubError> {
        let (hub, who) = (self.clone(), who.to_owned());
        self.write(move |tx| {
            let person = person_called(tx, &who)?;
            let member = person::memberships(tx, person.id)?.into_iter().next();
            let member = member.ok_or_else(|| {
                HubError::Invalid(vec![Field::quoting(
                    "who",
                    "error-belongs-nowhere",
                    &*person.handle,
                )])
            })?;
            if forget_second_factor {
                for kind in [TOTP, RECOVERY, PASSKEY] {
                    credential::remove_kind(tx, person.id, kind)?;
                }
            }
            let link = hub.hand_out(tx, member.organisation, &person)?;
            let hand = Scope::own_hand(member.organisation);
            let detail = serde_json::json!({ "forgot_second_factor": forget_second_factor });
            hub.record(tx, &hand, "make-reset-link", &person.id.to_string(), &detail)?;
            Ok((person, link))
        })
        .await
    }

    /// Makes a link for a new password that is not sent.
    fn hand_out(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        person: &Person,
    ) -> Result<String, HubError> {
        let given = Given {
            organisation: Some(organisation),
            person: Some(person.id),
            email: person.email.clone(),
            ..Given::default()
        };
        let shown = self.give(tx, Purpose::Reset, given)?;
        let link = self.opened(tx, &shown)?.link;
        outbox::remove(tx, organisation, link.id)?;
        Ok(shown)
    }

    /// Ends all sessions of somebody, by their handle or address; gives how many.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where there is no such person.
    pub async fn shut_sessions(&self, who: &str) -> Result<(Person, u64), HubError> {
        let (hub, who) = (self.clone(), who.to_owned());
        self.write(move |tx| {
            let person = person_called(tx, &who)?;
            let ended = session::end_others(tx, person.id, None)?;
            for member in person::memberships(tx, person.id)? {
                let hand = Scope::own_hand(member.organisation);
                let detail = serde_json::json!({ "sessions_ended": ended });
                hub.record(tx, &hand, "sign-out-person", &person.id.to_string(), &detail)?;
            }
            Ok((person, ended))
        })
        .await
    }

    /// Gives somebody of an organisation other roles there, by their handle or address.
    ///
    /// # Errors
    /// As for [`Hub::change_roles`]; [`HubError::Invalid`] where there is no such person or organisation.
    pub async fn give_roles(
        &self,
        who: &str,
        organisation: &str,
        roles: Vec<Role>,
    ) -> Result<Colleague, HubError> {
        let (who, organisation) = (who.to_owned(), organisation.to_owned());
        let (hand, handle) = self
            .read(move |tx| {
                let host = organisation_called(tx, &organisation)?;
                Ok((Scope::own_hand(host.id), person_called(tx, &who)?.handle))
            })
            .await?;
        let version = self.colleague(&hand, &handle).await?.version();
        Ok(self.change_roles(&hand, &handle, version, roles).await?.colleague)
    }
}

fn organisations(tx: &mut Tx<'_>, of: Option<&str>) -> Result<Vec<Organisation>, HubError> {
    if let Some(handle) = of {
        return Ok(vec![organisation_called(tx, handle)?]);
    }
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let batch = organisation::list(tx, &unasked(), None, &after, BATCH)?;
        let Some(last) = batch.last() else { return Ok(all) };
        after.clone_from(&last.handle);
        all.extend(batch);
    }
}

pub(crate) fn organisation_called(tx: &mut Tx<'_>, handle: &str) -> Result<Organisation, HubError> {
    let found = organisation::by_handle(tx, &unasked(), handle)?;
    found.ok_or_else(|| unknown("organisation", "error-organisation-unknown", handle))
}

/// The person with this address, or this handle.
pub(crate) fn person_called(tx: &mut Tx<'_>, who: &str) -> Result<Person, HubError> {
    let found = if who.contains('@') {
        person::by_email(tx, who)?
    } else {
        person::by_handle(tx, who)?
    };
    found.ok_or_else(|| unknown("who", "error-person-unknown", who))
}

fn unknown(field: &str, key: &'static str, value: &str) -> HubError {
    HubError::Invalid(vec![Field::quoting(field, key, value)])
}
