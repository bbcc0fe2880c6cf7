//! Relations between organisations: a provider invites a reseller, a partner or reseller asks a customer; the other consents or
//! declines, and either ends it.
//!
//! Who asks names the other exactly, by its handle or by the address of somebody who decides there, and is answered the same
//! whether there is such an organisation or not: nobody can find out who is on the hub by asking.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, RelationshipId};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, RelationshipKind};
use firstline_domain::relationship::{Relationship, RelationshipState};
use firstline_domain::scope::Scope;
use firstline_domain::subscription::Subscription;
use firstline_store::db::Tx;
use firstline_store::person::email_key;
use firstline_store::{organisation, relationship};
use serde_json::json;
use uuid::Uuid;

use crate::link::{EMAIL_CHARS_MAX, accepted, check_email, gone};
use crate::{Field, Hub, HubError};

/// Requests of one organisation that can wait for an answer at a time.
pub const REQUESTS_MAX: usize = 50;

/// Whom to ask for a relation.
#[derive(Debug, Clone)]
pub struct NewRelationship {
    pub kind: RelationshipKind,
    /// The other's handle, or the e-mail address of somebody who decides there.
    pub to: String,
}

/// An organisation by its name alone: how it is reached is shown elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub id: OrganisationId,
    pub handle: String,
    pub name: String,
}

impl From<Organisation> for End {
    fn from(organisation: Organisation) -> Self {
        End {
            id: organisation.id,
            handle: organisation.handle,
            name: organisation.name,
        }
    }
}

/// A relation with the organisations at its ends, as the asker may know them.
#[derive(Debug, Clone)]
pub struct Related {
    pub relationship: Relationship,
    /// Whoever asked.
    pub organisation: End,
    /// Whoever was asked; absent for the one that asked until they consented.
    pub other: Option<End>,
}

impl Related {
    /// Whether the asker's organisation is the one that was asked.
    pub fn is_asked(&self, scope: &Scope) -> bool {
        self.relationship.other == Some(scope.organisation)
    }

    /// Whether the asker may consent or decline.
    pub fn may_answer(&self, scope: &Scope) -> bool {
        self.relationship.state == RelationshipState::Asked
            && self.is_asked(scope)
            && scope.may(
                Act::Add,
                Object::Relationship,
                self.relationship.kind.from_below(),
            )
    }

    /// Whether the asker may end it, or take its request back.
    pub fn may_end(&self, scope: &Scope) -> bool {
        let own = self.relationship.organisation == scope.organisation;
        let may = |relation| scope.may(Act::Remove, Object::Relationship, relation);
        match self.relationship.state {
            RelationshipState::Asked => own && may(Relation::Own),
            RelationshipState::Active if own => may(Relation::Own),
            RelationshipState::Active => self.is_asked(scope) && may(self.relationship.kind.from_below()),
            _ => false,
        }
    }
}

/// The kinds of relations that the asker may ask for.
pub fn kinds_to_ask(scope: &Scope) -> Vec<RelationshipKind> {
    if !scope.may(Act::Add, Object::Relationship, Relation::Own) {
        return Vec::new();
    }
    let begins_here = |kind: &RelationshipKind| kind.begins_at().iter().any(|part| scope.is(*part));
    RelationshipKind::ALL
        .iter()
        .copied()
        .filter(begins_here)
        .collect()
}

/// Whether somebody who has a part in a sale still deals with its customer: the sale says so until a relation was on record and
/// is active no longer. A provider deals with the customer through its reseller.
pub(crate) fn deals_with_customer(
    tx: &mut Tx<'_>,
    scope: &Scope,
    sale: &Subscription,
) -> Result<bool, HubError> {
    let (own, customer) = (scope.organisation, sale.customer);
    let sells = own == sale.seller && sale.channel != Channel::Direct;
    if !sells && sale.reseller != Some(own) {
        return Ok(true);
    }
    let of_customer = RelationshipKind::PartnerCustomer;
    let mut stands = |kind, one, other| -> Result<bool, HubError> {
        Ok(relationship::are_related(tx, scope, kind, one, other)?
            || !relationship::is_on_record(tx, scope, kind, one, other)?)
    };
    match sale.reseller.filter(|reseller| *reseller != own) {
        None => stands(of_customer, own, customer),
        Some(reseller) => Ok(stands(RelationshipKind::ProviderReseller, own, reseller)?
            && stands(of_customer, reseller, customer)?
            || relationship::are_related(tx, scope, of_customer, own, customer)?),
    }
}

impl Hub {
    /// The relations in one of these states that exist for the asker, by id after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all.
    pub async fn relationships(
        &self,
        scope: &Scope,
        states: &[RelationshipState],
        after: Option<RelationshipId>,
        limit: i64,
    ) -> Result<Vec<Related>, HubError> {
        self.demand_shown(scope, Object::Relationship)?;
        let (scope, states) = (scope.clone(), states.to_vec());
        self.read(move |tx| {
            relationship::list(tx, &scope, &states, after, limit)?
                .into_iter()
                .map(|relationship| related(tx, &scope, relationship))
                .collect()
        })
        .await
    }

    /// One relation that exists for the asker.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none for the asker.
    pub async fn relationship(&self, scope: &Scope, id: &str) -> Result<Related, HubError> {
        let (scope, id) = (scope.clone(), read_id(id)?);
        self.read(move |tx| {
            let found = standing(tx, &scope, id)?;
            related(tx, &scope, found)
        })
        .await
    }

    /// Asks another organisation for a relation. What comes back is the same whether what was typed leads to one or not.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker does not ask for its organisation; [`HubError::Invalid`] names what cannot be
    /// accepted.
    pub async fn ask_relationship(&self, scope: &Scope, new: NewRelationship) -> Result<Related, HubError> {
        if !scope.may(Act::Add, Object::Relationship, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        accepted(check_request(scope, &new))?;
        let (hub, scope) = (self.clone(), scope.clone());
        let id = RelationshipId(self.new_id());
        let to = new.to.trim().to_owned();
        self.write(move |tx| {
            check_known(tx, &scope, new.kind, &to)?;
            let other = hub.addressee(tx, &scope, new.kind, &to)?;
            let asked = Relationship {
                id,
                kind: new.kind,
                organisation: scope.organisation,
                other,
                addressed_to: Some(to.clone()),
                state: RelationshipState::Asked,
                since: None,
                until: None,
                asked_at: Some(hub.now()),
                answered_at: None,
                ended_at: None,
                ended_by: None,
            };
            relationship::ask(tx, &scope, &asked)?;
            let told = json!({ "kind": asked.kind });
            if let Some(other) = other {
                hub.record_in(tx, other, &scope, "ask-relationship", &id.to_string(), &told)?;
            }
            let detail = json!({ "kind": asked.kind, "recipient": to });
            hub.record(tx, &scope, "ask-relationship", &id.to_string(), &detail)?;
            related(tx, &scope, asked)
        })
        .await
    }

    /// Whom a request leads to. One to whom there already is a relation, or who is asked already, has nothing to answer, so
    /// that it leads to nobody.
    fn addressee(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        kind: RelationshipKind,
        to: &str,
    ) -> Result<Option<OrganisationId>, HubError> {
        let found = if to.contains('@') {
            let decides = |roles: &[_]| {
                let access = self.edition().access(&[kind.reaches()], roles);
                access.may(Act::Add, Object::Relationship, kind.from_below())
            };
            relationship::where_somebody_acts(tx, scope, kind, &email_key(to))?
                .into_iter()
                .find(|(_, roles)| decides(roles))
                .map(|(organisation, _)| organisation)
        } else {
            relationship::called(tx, scope, kind, to)?
        };
        let own = scope.organisation;
        match found.filter(|other| *other != own) {
            Some(other) if !relationship::is_open(tx, scope, kind, own, other)? => Ok(Some(other)),
            _ => Ok(None),
        }
    }

    /// Consents to a relation that the asker's organisation is asked for, or declines it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where no such request exists for the asker; [`HubError::Changed`] where it no longer waits.
    pub async fn answer_relationship(
        &self,
        scope: &Scope,
        id: &str,
        consents: bool,
    ) -> Result<Related, HubError> {
        let (hub, scope, id) = (self.clone(), scope.clone(), read_id(id)?);
        self.write(move |tx| {
            let asked = standing(tx, &scope, id)?;
            if asked.other != Some(scope.organisation) {
                return Err(HubError::NotAllowed);
            }
            if !relationship::answer(tx, &scope, &asked, consents, hub.now(), hub.today())? {
                return Err(HubError::Changed);
            }
            let act = if consents {
                "accept-relationship"
            } else {
                "decline-relationship"
            };
            hub.record_at_ends(tx, &scope, act, &asked)
        })
        .await
    }

    /// Ends a relation from either side, or takes back a request that waits. What it was stays on record.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker; [`HubError::Changed`] where there is nothing to end.
    pub async fn end_relationship(&self, scope: &Scope, id: &str) -> Result<Related, HubError> {
        let (hub, scope, id) = (self.clone(), scope.clone(), read_id(id)?);
        self.write(move |tx| {
            let found = standing(tx, &scope, id)?;
            if !relationship::end(tx, &scope, &found, hub.now(), hub.today())? {
                return Err(HubError::Changed);
            }
            let act = match found.state {
                RelationshipState::Asked => "withdraw-relationship",
                _ => "end-relationship",
            };
            hub.record_at_ends(tx, &scope, act, &found)
        })
        .await
    }

    /// Records what was done to a relation in the logs of those who know each other by it, and gives it as it stands now.
    fn record_at_ends(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        act: &str,
        before: &Relationship,
    ) -> Result<Related, HubError> {
        let after = standing(tx, scope, before.id)?;
        let detail = json!({
            "kind": after.kind,
            "before": { "state": before.state },
            "after": { "state": after.state },
        });
        let ends = [Some(after.organisation), after.other];
        // A log names whose act it was, which whoever was declined is not told.
        let told =
            |end: &OrganisationId| *end == scope.organisation || after.state != RelationshipState::Declined;
        for end in ends.into_iter().flatten().filter(told) {
            self.record_in(tx, end, scope, act, &after.id.to_string(), &detail)?;
        }
        related(tx, scope, after)
    }
}

fn read_id(id: &str) -> Result<RelationshipId, HubError> {
    let id = Uuid::parse_str(id).map_err(|_| HubError::NotFound("relationship"))?;
    Ok(RelationshipId(id))
}

fn standing(tx: &mut Tx<'_>, scope: &Scope, id: RelationshipId) -> Result<Relationship, HubError> {
    relationship::by_id(tx, scope, id)?.ok_or(HubError::NotFound("relationship"))
}

/// What cannot be accepted of a request, whoever else is on the hub.
fn check_request(scope: &Scope, new: &NewRelationship) -> Vec<Field> {
    let to = new.to.trim();
    let mut wrong = Vec::new();
    if !kinds_to_ask(scope).contains(&new.kind) {
        wrong.push(Field::quoting(
            "kind",
            "error-relationship-kind",
            new.kind.as_str(),
        ));
    }
    if to.is_empty() || to.chars().count() > EMAIL_CHARS_MAX {
        wrong.push(Field::new("to", "error-relationship-to"));
    } else if to.contains('@') {
        wrong.extend(check_email(to).map(|field| Field {
            name: "to".to_owned(),
            ..field
        }));
    }
    wrong
}

/// Refuses what the asker knows to be in vain: its own name, one it deals with already, one it asked already, or too many.
fn check_known(tx: &mut Tx<'_>, scope: &Scope, kind: RelationshipKind, to: &str) -> Result<(), HubError> {
    let refuse = |key| Err(HubError::Invalid(vec![Field::quoting("to", key, to)]));
    let own = organisation::of_member(tx, scope.organisation)?.ok_or_else(gone)?;
    if own.handle == to {
        return refuse("error-relationship-self");
    }
    for other in relationship::related_ids(tx, scope, kind, true)? {
        if organisation::of_record(tx, scope, other)?.is_some_and(|other| other.handle == to) {
            return refuse("error-relationship-already");
        }
    }
    let waiting = relationship::asked_by_own(tx, scope)?;
    let is_same = |asked: &Relationship| {
        asked.kind == kind && asked.addressed_to.as_deref().map(email_key) == Some(email_key(to))
    };
    if waiting.iter().any(is_same) {
        return refuse("error-relationship-asked");
    }
    if waiting.len() >= REQUESTS_MAX {
        let max = REQUESTS_MAX.to_string();
        return Err(HubError::Invalid(vec![Field::quoting(
            "to",
            "error-relationship-max",
            max,
        )]));
    }
    Ok(())
}

/// A relation with the names at its ends. Who asked does not learn whom that reached before they consent.
fn related(tx: &mut Tx<'_>, scope: &Scope, mut relationship: Relationship) -> Result<Related, HubError> {
    let may_know = relationship.is_known_to_both() || scope.organisation != relationship.organisation;
    relationship.other = relationship.other.filter(|_| may_know);
    let mut end = |id| -> Result<End, HubError> {
        let found = organisation::of_record(tx, scope, id)?;
        Ok(found.ok_or(HubError::NotFound("organisation"))?.into())
    };
    Ok(Related {
        organisation: end(relationship.organisation)?,
        other: relationship.other.map(end).transpose()?,
        relationship,
    })
}
