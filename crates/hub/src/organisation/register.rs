//! Which organisations there are and what they are: the operator admits and changes them; each changes its own name and country.

use std::collections::BTreeSet;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::{Organisation, handle_of, is_handle};
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::organisation::register::{self, Needs};
use firstline_store::{offer, organisation, person};
use serde_json::{Value, json};

use crate::link::accepted;
use crate::people::NAME_CHARS_MAX;
use crate::search::fold;
use crate::{Field, Hub, HubError, locale};

/// Names that are looked through at a time.
const LOOKED_THROUGH: i64 = 1000;

/// A new organisation.
#[derive(Debug, Clone, Default)]
pub struct NewOrganisation {
    pub name: String,
    /// Its name in addresses; made from its name where it is empty.
    pub handle: String,
    pub kinds: Vec<PartyKind>,
    pub country: Option<String>,
}

/// What becomes of an organisation. What is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub struct OrganisationEdit {
    pub name: String,
    pub country: Option<String>,
    /// For the operator alone to say.
    pub kinds: Option<Vec<PartyKind>>,
    /// For the operator alone to say.
    pub orphaned: Option<bool>,
}

/// The roles that administer organisations of these parts, each part's first.
pub fn administrators(kinds: &[PartyKind]) -> Vec<Role> {
    let of = |kind: &PartyKind| match kind {
        PartyKind::Customer => Role::CustomerAdmin,
        PartyKind::Publisher => Role::Owner,
        PartyKind::Operator => Role::OperatorAdmin,
        PartyKind::Reseller | PartyKind::Provider | PartyKind::Partner => Role::GlobalAdmin,
    };
    let roles: BTreeSet<Role> = kinds.iter().map(of).collect();
    roles.into_iter().collect()
}

impl Hub {
    /// The organisations that exist for the asker and have this text in their name or handle, by handle after `after`; without
    /// their desks.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn organisations_called(
        &self,
        scope: &Scope,
        text: &str,
        kind: Option<PartyKind>,
        after: &str,
        limit: usize,
    ) -> Result<Vec<Organisation>, HubError> {
        let (scope, text, after) = (scope.clone(), fold(text), after.to_owned());
        self.read(move |tx| {
            let mut found = Vec::new();
            let mut after = after.clone();
            while found.len() < limit {
                let names = register::names(tx, &scope, kind, &after, LOOKED_THROUGH)?;
                let Some((last, _)) = names.last() else { break };
                after.clone_from(last);
                let fits = names
                    .iter()
                    .filter(|(handle, name)| handle.contains(&text) || fold(name).contains(&text));
                for (handle, _) in fits.take(limit - found.len()) {
                    found.extend(organisation::by_handle(tx, &scope, handle)?.map(without_desk));
                }
            }
            Ok(found)
        })
        .await
    }

    /// Lets on whoever admits organisations.
    ///
    /// # Errors
    /// [`HubError::NotShown`] with the roles that do at the asker's organisation; [`HubError::NotFound`] where none does.
    pub fn demand_register(&self, scope: &Scope) -> Result<(), HubError> {
        if scope.may(Act::Add, Object::Organisation, Relation::Any) {
            return Ok(());
        }
        let roles = self
            .edition()
            .holders(scope.kinds(), Act::Add, Object::Organisation);
        Err(if roles.is_empty() {
            HubError::NotFound("page")
        } else {
            HubError::NotShown(roles)
        })
    }

    /// Lets on whoever says what the asker's own organisation is called.
    ///
    /// # Errors
    /// [`HubError::NotShown`] with the roles that do.
    pub fn demand_own_organisation(&self, scope: &Scope) -> Result<(), HubError> {
        if scope.may(Act::Change, Object::Organisation, Relation::Own) {
            return Ok(());
        }
        let roles = self
            .edition()
            .holders(scope.kinds(), Act::Change, Object::Organisation);
        Err(HubError::NotShown(roles))
    }

    /// Whether somebody at an organisation can let others in: where nobody can, its first administrator is still to be invited.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker does not admit organisations.
    pub async fn is_administered(&self, scope: &Scope, of: &Organisation) -> Result<bool, HubError> {
        self.demand_register(scope)?;
        let (id, roles) = (of.id, administrators(&of.kinds));
        self.read(move |tx| {
            for role in &roles {
                if person::has_role(tx, id, *role)? {
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await
    }

    /// Admits an organisation. It has no people yet: its first administrator is invited.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker admits none; [`HubError::Invalid`] names what cannot be accepted.
    pub async fn add_organisation(
        &self,
        scope: &Scope,
        new: NewOrganisation,
    ) -> Result<Organisation, HubError> {
        if !scope.may(Act::Add, Object::Organisation, Relation::Any) {
            return Err(HubError::NotAllowed);
        }
        let name = new.name.trim().to_owned();
        let handle = match new.handle.trim() {
            "" => handle_of(&name),
            given => given.to_owned(),
        };
        let mut wrong = check(&name, new.country.as_deref(), &new.kinds);
        if !is_handle(&handle) {
            wrong.push(Field::quoting("handle", "error-organisation-handle", &handle));
        }
        if new.kinds.contains(&PartyKind::Operator) {
            wrong.push(Field::new("kinds.operator", "error-kind-operator"));
        }
        accepted(wrong)?;
        let (hub, scope) = (self.clone(), scope.clone());
        let organisation = Organisation {
            id: OrganisationId(self.new_id()),
            handle,
            name,
            kinds: in_order(&new.kinds),
            country: new.country.map(|code| code.to_ascii_uppercase()),
            desk: Contact::default(),
            promises: Vec::new(),
            price: None,
            orphaned: false,
            version: 1,
        };
        self.write(move |tx| {
            if !register::add(tx, &scope, &organisation, hub.now())? {
                let taken = Field::quoting("handle", "error-organisation-taken", &organisation.handle);
                return Err(HubError::Invalid(vec![taken]));
            }
            let detail = json!({ "after": said(&organisation) });
            hub.record_organisation(tx, &scope, "add-organisation", &organisation, &detail)?;
            Ok(organisation.clone())
        })
        .await
    }

    /// Changes what an organisation is: its own people its name and country, the operator all of it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker; [`HubError::NotAllowed`] where it is not theirs to change;
    /// [`HubError::Invalid`] names the fields, and of a part that is taken away what still needs it; [`HubError::Changed`] when
    /// somebody else changed it since `version`.
    pub async fn change_organisation(
        &self,
        scope: &Scope,
        handle: &str,
        version: i64,
        edit: OrganisationEdit,
    ) -> Result<Organisation, HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let before = organisation::by_handle(tx, &scope, &handle)?
                .map(without_desk)
                .ok_or(HubError::NotFound("organisation"))?;
            let after = hub.changed(tx, &scope, &before, edit.clone())?;
            if before.version != version {
                return Err(HubError::Changed);
            }
            let after = Organisation { version, ..after };
            if !register::change(tx, &scope, &after, hub.now())? {
                return Err(HubError::Changed);
            }
            offer::bump_catalogue(tx, &scope)?;
            let detail = json!({ "before": said(&before), "after": said(&after) });
            hub.record_organisation(tx, &scope, "change-organisation", &after, &detail)?;
            Ok(Organisation {
                version: version + 1,
                ..after
            })
        })
        .await
    }

    /// An organisation as an edit makes it, where the asker may do so.
    fn changed(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        before: &Organisation,
        edit: OrganisationEdit,
    ) -> Result<Organisation, HubError> {
        let may = |relation| scope.may(Act::Change, Object::Organisation, relation);
        let kinds = edit
            .kinds
            .as_deref()
            .map_or_else(|| before.kinds.clone(), in_order);
        let orphaned = edit.orphaned.unwrap_or(before.orphaned);
        let is_operators = kinds != before.kinds || orphaned != before.orphaned;
        if !may(scope.stands_to(before.id)) || is_operators && !may(Relation::Any) {
            return Err(HubError::NotAllowed);
        }
        let name = edit.name.trim().to_owned();
        let mut wrong = check(&name, edit.country.as_deref(), &kinds);
        if kinds.contains(&PartyKind::Operator) != before.is(PartyKind::Operator) {
            wrong.push(Field::new("kinds.operator", "error-kind-operator"));
        }
        for kind in before.kinds.iter().filter(|kind| !kinds.contains(kind)) {
            let needs = register::needs(tx, before.id, *kind, &kinds, self.now())?;
            wrong.extend(in_the_way(*kind, needs));
        }
        accepted(wrong)?;
        Ok(Organisation {
            name,
            country: edit.country.map(|code| code.to_ascii_uppercase()),
            kinds,
            orphaned,
            ..before.clone()
        })
    }

    /// Records an act in the log of whose people did it, and in that of the organisation it is about.
    fn record_organisation(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        act: &str,
        about: &Organisation,
        detail: &Value,
    ) -> Result<(), HubError> {
        let id = about.id.to_string();
        if about.id != scope.organisation {
            self.record_in(tx, about.id, scope, act, &id, detail)?;
        }
        Ok(self.record(tx, scope, act, &id, detail)?)
    }
}

fn without_desk(found: Organisation) -> Organisation {
    Organisation {
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        ..found
    }
}

fn in_order(kinds: &[PartyKind]) -> Vec<PartyKind> {
    let kinds: BTreeSet<PartyKind> = kinds.iter().copied().collect();
    kinds.into_iter().collect()
}

/// What of an organisation is on record with a change of it.
fn said(organisation: &Organisation) -> Value {
    json!({
        "name": organisation.name,
        "handle": organisation.handle,
        "kinds": organisation.kinds,
        "country": organisation.country,
        "orphaned": organisation.orphaned,
    })
}

fn check(name: &str, country: Option<&str>, kinds: &[PartyKind]) -> Vec<Field> {
    let mut wrong = Vec::new();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        wrong.push(Field::new("name", "error-name"));
    }
    if let Some(code) = country
        && !locale::countries(firstline_domain::lang::Lang::En)
            .iter()
            .any(|(known, _)| known.eq_ignore_ascii_case(code))
    {
        wrong.push(Field::quoting("country", "error-country", code));
    }
    if kinds.is_empty() {
        wrong.push(Field::new("kinds", "error-kinds-none"));
    }
    wrong
}

/// What stands in the way of taking a part away, each as an error of its own.
fn in_the_way(kind: PartyKind, needs: Needs) -> Vec<Field> {
    [
        ("error-kind-roles", needs.roles),
        ("error-kind-relationships", needs.relationships),
        ("error-kind-offers", needs.offers),
        ("error-kind-subscriptions", needs.subscriptions),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| Field::quoting(format!("kinds.{kind}"), key, count.to_string()))
    .collect()
}
