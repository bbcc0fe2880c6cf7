//! Invitations: an administrator gives roles to an address, and whoever it belongs to joins with them.

use firstline_domain::access::{Act, Object};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::organisation::Organisation;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::credential::UNCONFIRMED;
use firstline_store::db::Tx;
use firstline_store::link::{self, Link};
use firstline_store::person::{self, Person, email_key};
use firstline_store::{organisation, outbox, people};
use uuid::Uuid;

use crate::link::{Given, Purpose, accepted, check_email, gone, link_in, unasked};
use crate::people::{Newcomer, check_newcomer, check_roles};
use crate::session::Factors;
use crate::sign_in::Origin;
use crate::{Field, Hub, HubError};

/// Invitations to one organisation that can be open at a time.
pub const INVITATIONS_MAX: usize = 200;

/// Whom to invite.
#[derive(Debug, Clone, Default)]
pub struct NewInvitation {
    /// The organisation to join, by its handle; absent for the asker's own.
    pub organisation: Option<String>,
    pub email: String,
    pub roles: Vec<Role>,
}

/// An invitation that nobody has used yet.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub link: Link,
    pub organisation: Organisation,
    pub invited_by: Option<Person>,
    /// The secret of the link, as long as it waits to be sent.
    pub secret: Option<String>,
}

impl Hub {
    /// Invites somebody into the asker's organisation, or into any where the asker may do that; the link waits in the outbox.
    /// An earlier invitation of the same address stops working.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker does not invite people there; [`HubError::Invalid`] names what cannot be
    /// accepted.
    pub async fn invite(&self, scope: &Scope, new: NewInvitation) -> Result<Invitation, HubError> {
        if !scope.may_some(Act::Add, Object::Invitation) {
            return Err(HubError::NotAllowed);
        }
        let wrong = check_email(&new.email);
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let host = host(tx, &scope, new.organisation.as_deref())?;
            let wrong = [wrong.clone(), check_roles(&host, &new.roles)];
            accepted(wrong.into_iter().flatten().collect())?;
            let email = new.email.trim().to_owned();
            hub.admit(tx, host.id, &email)?;
            let given = Given {
                organisation: Some(host.id),
                person: None,
                email: email.clone(),
                roles: new.roles.clone(),
                made_by: scope.person,
            };
            let secret = hub.give(tx, Purpose::Invitation, given)?;
            let detail = serde_json::json!({ "organisation": host.handle, "roles": new.roles });
            hub.record_with(tx, &scope, host.id, "invite", &email, &detail)?;
            let link = hub.opened(tx, &secret)?.link;
            hub.invitation_of(tx, link)
        })
        .await
    }

    /// Makes sure that one more can be invited with this address: it belongs to nobody there, and no other invitation of it
    /// is left open.
    fn admit(&self, tx: &mut Tx<'_>, host: OrganisationId, email: &str) -> Result<(), HubError> {
        if let Some(known) = person::by_email(tx, email)?
            && people::by_handle(tx, &Scope::own_hand(host), &known.handle)?.is_some()
        {
            return Err(HubError::field("email", "error-member-already"));
        }
        self.withdraw_all(tx, host, email)?;
        if link::open_invitations(tx, host, self.now())?.len() >= INVITATIONS_MAX {
            let max = INVITATIONS_MAX.to_string();
            return Err(HubError::Invalid(vec![Field::quoting(
                "email",
                "error-invitations-max",
                max,
            )]));
        }
        Ok(())
    }

    /// Takes back every open invitation of an address to an organisation, unsent messages with them.
    pub(crate) fn withdraw_all(
        &self,
        tx: &mut Tx<'_>,
        host: OrganisationId,
        email: &str,
    ) -> Result<(), HubError> {
        let key = email_key(email);
        for open in link::open_invitations(tx, host, self.now())? {
            if email_key(&open.email) == key {
                link::take(tx, open.id, self.now())?;
                outbox::remove(tx, host, open.id)?;
            }
        }
        Ok(())
    }

    /// The invitations that nobody has used yet, newest first: those to the asker's organisation, and those the asker gave to
    /// others' people.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show them.
    pub async fn invitations(&self, scope: &Scope) -> Result<Vec<Invitation>, HubError> {
        self.demand_shown(scope, Object::Invitation)?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.read(move |tx| {
            let limit = i64::try_from(INVITATIONS_MAX).unwrap_or(i64::MAX);
            let links = link::invitations(tx, &scope, hub.now(), limit)?;
            links
                .into_iter()
                .map(|link| hub.invitation_of(tx, link))
                .collect()
        })
        .await
    }

    fn invitation_of(&self, tx: &mut Tx<'_>, link: Link) -> Result<Invitation, HubError> {
        let id = link.organisation.ok_or_else(gone)?;
        let organisation = organisation::of_record(tx, &unasked(), id)?.ok_or_else(gone)?;
        let invited_by = match link.made_by {
            Some(by) => person::by_id(tx, by)?,
            None => None,
        };
        let message = outbox::by_id(tx, id, link.id)?;
        let ring = self.ring()?;
        let secret = message.and_then(|message| link_in(&ring, &message));
        Ok(Invitation {
            link,
            organisation,
            invited_by,
            secret,
        })
    }

    /// Takes an invitation back: its link stops working, and a message that has not been sent is not sent.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is no such invitation to be used.
    pub async fn withdraw_invitation(&self, scope: &Scope, id: Uuid) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let missing = || HubError::NotFound("invitation");
            let open = link::invitation(tx, &scope, id, hub.now())?.ok_or_else(missing)?;
            if !link::withdraw(tx, &scope, id, hub.now())? {
                return Err(HubError::NotAllowed);
            }
            let host = open.organisation.unwrap_or(scope.organisation);
            outbox::remove(tx, host, id)?;
            let detail = serde_json::json!({ "roles": open.roles });
            hub.record_with(tx, &scope, host, "withdraw-invitation", &open.email, &detail)
        })
        .await
    }

    /// Records an act in the asker's log, and in that of the organisation it is about where that is another.
    fn record_with(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        host: OrganisationId,
        act: &str,
        object: &str,
        detail: &serde_json::Value,
    ) -> Result<(), HubError> {
        if host != scope.organisation {
            self.record_in(tx, host, scope, act, object, detail)?;
        }
        Ok(self.record(tx, scope, act, object, detail)?)
    }

    /// Joins the organisation that an invitation is for, as somebody new; gives the secret of the session that begins. Whoever
    /// invited them could see the link too, so it does not show that the address is theirs: see [`Hub::reset`].
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the link does not work, or the address has an account: then its owner signs in and accepts
    /// it as themselves. [`HubError::Invalid`] names what cannot be accepted.
    pub async fn accept_invitation(
        &self,
        shown: &str,
        newcomer: Newcomer,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let opened = self.open_link_for(shown, Purpose::Invitation).await?;
        accepted(check_newcomer(&newcomer, &opened.link.email))?;
        let hash = self.hash_chosen(&newcomer.password).await?;
        let (hub, shown, origin) = (self.clone(), shown.to_owned(), origin.clone());
        self.write(move |tx| {
            let opened = hub.taken(tx, &shown, Purpose::Invitation)?;
            let organisation = opened.organisation.ok_or_else(gone)?;
            if opened.person.is_some() {
                return Err(gone());
            }
            let host = Scope::own_hand(organisation.id);
            let link = &opened.link;
            let person = hub.join(tx, &host, &newcomer.name, &link.email, &link.roles)?;
            hub.keep_password(tx, person, &hash)?;
            hub.keep_credential(tx, person, UNCONFIRMED, "", String::new())?;
            hub.joined(tx, &host, person, link)?;
            hub.begin_session(tx, person, Some(organisation.id), &origin, Factors::One)
        })
        .await
    }

    /// Joins the organisation that an invitation is for, as the person who is signed in and whose address it was given to;
    /// gives the organisation. Somebody who belongs there already, active or not, is not changed by an invitation.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the link does not work or was given to somebody else.
    pub async fn accept_invitation_as(&self, scope: &Scope, shown: &str) -> Result<Organisation, HubError> {
        let (hub, scope, shown) = (self.clone(), scope.clone(), shown.to_owned());
        self.write(move |tx| {
            let opened = hub.taken(tx, &shown, Purpose::Invitation)?;
            let (person, organisation) = opened.person.zip(opened.organisation).ok_or_else(gone)?;
            let host = Scope::own_hand(organisation.id);
            let theirs = scope.person == Some(person.id);
            if !theirs || people::by_handle(tx, &host, &person.handle)?.is_some() {
                return Err(gone());
            }
            let roles = &opened.link.roles;
            person::set_membership(tx, &host, organisation.id, person.id, roles, true, hub.now())?;
            hub.joined(tx, &host, person.id, &opened.link)?;
            Ok(organisation)
        })
        .await
    }

    fn joined(&self, tx: &mut Tx<'_>, host: &Scope, person: PersonId, link: &Link) -> Result<(), HubError> {
        outbox::remove(tx, host.organisation, link.id)?;
        let detail =
            serde_json::json!({ "email": link.email, "roles": link.roles, "invited_by": link.made_by });
        Ok(self.record(tx, host, "join", &person.to_string(), &detail)?)
    }
}

/// The organisation that somebody is invited to join.
fn host(tx: &mut Tx<'_>, scope: &Scope, handle: Option<&str>) -> Result<Organisation, HubError> {
    let host = match handle {
        None => organisation::of_member(tx, scope.organisation)?,
        Some(handle) => organisation::by_handle(tx, scope, handle)?,
    };
    let host = host.ok_or_else(|| {
        let handle = handle.unwrap_or_default();
        HubError::Invalid(vec![Field::quoting(
            "organisation",
            "error-organisation-unknown",
            handle,
        )])
    })?;
    if scope.may(Act::Add, Object::Invitation, scope.stands_to(host.id)) {
        return Ok(host);
    }
    Err(HubError::NotAllowed)
}
