//! From a person to a scope: who they are, for which organisation they act, and what their roles show them.

use std::sync::Arc;

use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::organisation;
use firstline_store::person::{self, Person};

use crate::{Hub, HubError};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub person: Person,
    pub organisation: Organisation,
    pub scope: Scope,
}

impl Hub {
    /// The hub's own hand, for what is done on its machine: it acts for the operator with every role the operator has. On a
    /// hub that has no operator yet, one is recorded under this handle and name. Blocks.
    ///
    /// # Errors
    /// Only the store's.
    pub fn own_scope(&self, handle: &str, name: &str) -> Result<Scope, HubError> {
        let id = OrganisationId(self.new_id());
        let mut scope = Scope {
            person: None,
            organisation: id,
            kinds: vec![PartyKind::Operator],
            roles: vec![Role::OperatorAdmin],
            sees_offer_contacts: true,
        };
        let asker = scope.clone();
        let known = self
            .db()
            .read_blocking(|tx| organisation::sole(tx, &asker, PartyKind::Operator))?;
        if let Some(operator) = known {
            scope.organisation = operator.id;
            return Ok(scope);
        }
        let operator = Organisation {
            id,
            handle: handle.to_owned(),
            name: name.to_owned(),
            kinds: vec![PartyKind::Operator],
            country: None,
            desk: Contact::default(),
            promises: Vec::new(),
            price: None,
            orphaned: false,
            version: 0,
        };
        self.db()
            .write_blocking(|tx| organisation::put(tx, &asker, &operator, self.now()))?;
        Ok(scope)
    }

    /// Everyone one can sign in as, with their organisation, by the order of the line and then by name.
    pub async fn personas(&self) -> Result<Vec<Visitor>, HubError> {
        let hub = self.clone();
        let mut visitors = self
            .read(move |tx| {
                person::everyone(tx)?
                    .into_iter()
                    .map(|person| hub.visitor(tx, person))
                    .collect::<Result<Vec<_>, _>>()
            })
            .await?;
        visitors.sort_by(|a, b| {
            (a.scope.usual_kind(), &a.organisation.name, &a.person.name).cmp(&(
                b.scope.usual_kind(),
                &b.organisation.name,
                &b.person.name,
            ))
        });
        Ok(visitors)
    }

    /// The person with this handle, as one who is signed in.
    pub async fn sign_in(&self, handle: &str) -> Result<Option<Arc<Visitor>>, HubError> {
        if let Some(visitor) = self.0.visitors.recall(handle) {
            return Ok(Some(visitor));
        }
        let (hub, wanted) = (self.clone(), handle.to_owned());
        let found = self
            .read(move |tx| {
                person::signed_in(tx, &wanted)?
                    .map(|person| hub.visitor(tx, person))
                    .transpose()
            })
            .await?
            .map(Arc::new);
        if let Some(visitor) = &found {
            self.0.visitors.keep(handle.to_owned(), visitor.clone());
        }
        Ok(found)
    }

    fn visitor(&self, tx: &mut firstline_store::db::Tx<'_>, person: Person) -> Result<Visitor, HubError> {
        let mut scope = Scope {
            person: Some(person.id),
            organisation: person.organisation,
            kinds: Vec::new(),
            roles: person.roles.clone(),
            sees_offer_contacts: false,
        };
        let organisation = organisation::by_id(tx, &scope, person.organisation)?
            .ok_or(HubError::NotFound("organisation"))?;
        scope.kinds.clone_from(&organisation.kinds);
        scope.sees_offer_contacts = !scope.kinds.iter().any(|kind| kind.sells())
            || scope.has_any(&self.edition().edition.offer_details_roles);
        Ok(Visitor {
            person,
            organisation,
            scope,
        })
    }

    /// Keeps the language that a person chose.
    pub async fn choose_language(&self, scope: &Scope, language: Lang) -> Result<(), HubError> {
        let scope = scope.clone();
        self.write(move |tx| Ok(person::set_language(tx, &scope, language)?))
            .await
    }
}
