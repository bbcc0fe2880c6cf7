//! An organisation's people: who they are, what their roles let them do and why, and what those who manage them do.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::people::{self, Colleague};
use firstline_store::person::{self, Member, Person};
use firstline_store::{organisation, session};
use uuid::Uuid;

use crate::link::{accepted, check_email};
use crate::session::is_alive;
use crate::{Field, Hub, HubError, password};

/// The longest name, in characters.
pub const NAME_CHARS_MAX: usize = 120;

/// What somebody who is new says of themselves.
#[derive(Debug, Clone, Default)]
pub struct Newcomer {
    pub name: String,
    pub password: String,
}

/// One of an organisation's people, for those who manage them.
#[derive(Debug, Clone)]
pub struct Known {
    pub colleague: Colleague,
    /// On how many browsers they are signed in for this organisation.
    pub sessions: usize,
    /// Whether nobody else there can give roles.
    pub is_last_manager: bool,
}

impl Known {
    pub fn person(&self) -> &Person {
        &self.colleague.member.person
    }

    /// What stands on record of the person here as a number, which is another one as soon as any of it changes.
    pub fn version(&self) -> i64 {
        let member = &self.colleague.member;
        let roles: Vec<&str> = member.roles.iter().map(|role| role.as_str()).collect();
        let said = format!("{} {}", member.active, roles.join(" "));
        let digest = blake3::hash(said.as_bytes());
        let bytes: [u8; 8] = std::array::from_fn(|index| digest.as_bytes()[index]);
        (u64::from_be_bytes(bytes) >> 1).cast_signed()
    }
}

/// Something that roles let one do, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Power {
    pub object: Object,
    pub act: Act,
    /// To the things of whom.
    pub of: Vec<Relation>,
    /// The role that it is given to.
    pub role: Role,
    /// The clause that says so.
    pub rule: String,
}

impl Hub {
    /// The roles with which one gives roles at an organisation that plays these parts.
    pub fn managing_roles(&self, kinds: &[PartyKind]) -> Vec<Role> {
        self.edition().holders(kinds, Act::Change, Object::Role)
    }

    /// The people of the asker's organisation, by handle after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show them.
    pub async fn people(&self, scope: &Scope, after: &str, limit: i64) -> Result<Vec<Colleague>, HubError> {
        if !scope.may(Act::See, Object::Person, Relation::Own) {
            return Err(HubError::NotShown(self.managing_roles(scope.kinds())));
        }
        let (scope, after) = (scope.clone(), after.to_owned());
        self.read(move |tx| Ok(people::list(tx, &scope, &after, limit)?))
            .await
    }

    /// Somebody of the asker's organisation.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where nobody there that the asker is shown has this handle.
    pub async fn colleague(&self, scope: &Scope, handle: &str) -> Result<Known, HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.read(move |tx| hub.known(tx, &scope, &handle)).await
    }

    fn known(&self, tx: &mut Tx<'_>, scope: &Scope, handle: &str) -> Result<Known, HubError> {
        let found = people::by_handle(tx, scope, handle)?;
        let colleague = found.ok_or(HubError::NotFound("person"))?;
        let member = &colleague.member;
        let managing = self.managing_roles(&organisation_of(tx, scope)?.kinds);
        let manages = member.active && member.roles.iter().any(|role| managing.contains(role));
        let sessions = session::of(tx, member.person.id)?
            .into_iter()
            .filter(|one| one.organisation == scope.organisation && is_alive(one, self.now()))
            .count();
        Ok(Known {
            sessions,
            is_last_manager: manages && people::others_with(tx, scope, member.person.id, &managing)? == 0,
            colleague,
        })
    }

    /// Somebody whom the asker is about to act on, and may see.
    pub(crate) fn about(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        handle: &str,
        act: (Act, Object),
    ) -> Result<Known, HubError> {
        let known = self.known(tx, scope, handle)?;
        if scope.may(act.0, act.1, Relation::Own) {
            return Ok(known);
        }
        Err(HubError::NotAllowed)
    }

    /// Gives somebody of the asker's organisation these roles in place of those before. They hold from the next request on.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere; [`HubError::Changed`] where `version` is not the
    /// one on record; [`HubError::Invalid`] where the organisation has no such role, or nobody would be left to give roles.
    pub async fn change_roles(
        &self,
        scope: &Scope,
        handle: &str,
        version: i64,
        roles: Vec<Role>,
    ) -> Result<Known, HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let known = hub.about(tx, &scope, &handle, (Act::Change, Object::Role))?;
            if known.version() != version {
                return Err(HubError::Changed);
            }
            let organisation = organisation_of(tx, &scope)?;
            accepted(Vec::from_iter(check_roles(&organisation, &roles)))?;
            let managing = hub.managing_roles(&organisation.kinds);
            if known.is_last_manager && !roles.iter().any(|role| managing.contains(role)) {
                return Err(HubError::field("roles", "error-last-manager"));
            }
            // In their usual order, so that the same roles are the same however they were named.
            let roles: Vec<Role> = Role::ALL
                .iter()
                .copied()
                .filter(|role| roles.contains(role))
                .collect();
            people::set_roles(tx, &scope, known.person().id, &roles)?;
            let detail = serde_json::json!({ "before": known.colleague.member.roles, "after": roles });
            hub.record(
                tx,
                &scope,
                "change-roles",
                &known.person().id.to_string(),
                &detail,
            )?;
            hub.known(tx, &scope, &handle)
        })
        .await
    }

    /// Lets somebody act for the asker's organisation again, or no longer: then their sessions there end, and an open
    /// invitation to it stops working.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere; [`HubError::Invalid`] for oneself, and where nobody
    /// would be left to give roles.
    pub async fn set_active(&self, scope: &Scope, handle: &str, active: bool) -> Result<Known, HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let known = hub.about(tx, &scope, &handle, (Act::Change, Object::Person))?;
            if known.colleague.member.active == active {
                return Ok(known);
            }
            let ended = if active {
                0
            } else {
                hub.shut_out(tx, &scope, &known)?
            };
            people::set_active(tx, &scope, known.person().id, active)?;
            let act = if active {
                "activate-person"
            } else {
                "deactivate-person"
            };
            hub.record(
                tx,
                &scope,
                act,
                &known.person().id.to_string(),
                &serde_json::json!({ "sessions_ended": ended }),
            )?;
            hub.known(tx, &scope, &handle)
        })
        .await
    }

    /// Takes somebody out of the asker's organisation. Their account is their own and stays, and so does what they did.
    ///
    /// # Errors
    /// As for [`Hub::set_active`].
    pub async fn remove_person(&self, scope: &Scope, handle: &str) -> Result<(), HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let known = hub.about(tx, &scope, &handle, (Act::Remove, Object::Person))?;
            hub.take_out(tx, &scope, &known)
        })
        .await
    }

    /// Takes somebody out, in the caller's transaction.
    pub(crate) fn take_out(&self, tx: &mut Tx<'_>, scope: &Scope, known: &Known) -> Result<(), HubError> {
        let ended = self.shut_out(tx, scope, known)?;
        people::remove(tx, scope, known.person().id)?;
        let roles = &known.colleague.member.roles;
        let detail = serde_json::json!({ "roles": roles, "sessions_ended": ended });
        let object = known.person().id.to_string();
        Ok(self.record(tx, scope, "remove-person", &object, &detail)?)
    }

    /// Ends what lets somebody into the asker's organisation; gives the number of sessions.
    pub(crate) fn shut_out(&self, tx: &mut Tx<'_>, scope: &Scope, known: &Known) -> Result<u64, HubError> {
        let person = known.person();
        if scope.person == Some(person.id) {
            return Err(HubError::field("person", "error-oneself"));
        }
        if known.is_last_manager {
            return Err(HubError::field("person", "error-last-manager"));
        }
        self.withdraw_all(tx, scope.organisation, &person.email)?;
        Ok(session::end_in(tx, person.id, scope.organisation)?)
    }

    /// Signs somebody out of the asker's organisation on every browser; gives how many.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere.
    pub async fn sign_out_person(&self, scope: &Scope, handle: &str) -> Result<u64, HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let known = hub.about(tx, &scope, &handle, (Act::Remove, Object::Session))?;
            let ended = session::end_in(tx, known.person().id, scope.organisation)?;
            let detail = serde_json::json!({ "sessions_ended": ended });
            hub.record(
                tx,
                &scope,
                "sign-out-person",
                &known.person().id.to_string(),
                &detail,
            )?;
            Ok(ended)
        })
        .await
    }

    /// Records somebody new and makes them one of the asker's organisation.
    pub(crate) fn join(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        name: &str,
        email: &str,
        roles: &[Role],
    ) -> Result<PersonId, HubError> {
        if person::by_email(tx, email)?.is_some() {
            return Err(HubError::field("email", "error-email-taken"));
        }
        let id = PersonId(self.new_id());
        let member = Member {
            person: Person {
                id,
                handle: free_handle(tx, email)?,
                name: name.trim().to_owned(),
                email: email.trim().to_owned(),
                language: None,
            },
            organisation: scope.organisation,
            roles: roles.to_vec(),
            active: true,
        };
        person::put(tx, scope, &member, self.now())?;
        Ok(id)
    }
}

/// The roles that somebody of an organisation that plays these parts can hold.
pub fn roles_at(kinds: &[PartyKind]) -> Vec<Role> {
    let held = |role: &Role| role.is_held_at(kinds);
    Role::ALL.iter().copied().filter(held).collect()
}

/// What roles let one do at an organisation that plays these parts, by object and act, as an edition has it.
pub fn powers(edition: EditionRef<'_>, kinds: &[PartyKind], roles: &[Role]) -> Vec<Power> {
    let nobody = OrganisationId(Uuid::nil());
    let scope = Scope::new(edition, None, nobody, kinds.to_vec(), roles.to_vec());
    let mut powers: Vec<Power> = Vec::new();
    for (object, act) in Object::all_acts() {
        // Who may do it to anyone's may do it to each.
        let of: &[Relation] = if scope.may(act, object, Relation::Any) {
            &[Relation::Any]
        } else {
            Relation::ALL
        };
        for &relation in of {
            let Some((grant, role)) = edition.explain(&scope, act, object, relation) else {
                continue;
            };
            let same = powers.iter_mut().find(|power| {
                (power.object, power.act, power.role) == (object, act, role) && power.rule == grant.rule
            });
            match same {
                Some(power) => power.of.push(relation),
                None => powers.push(Power {
                    object,
                    act,
                    of: vec![relation],
                    role,
                    rule: grant.rule.clone(),
                }),
            }
        }
    }
    powers
}

/// What is wrong with roles that are to be given at an organisation, for the field `roles`.
pub(crate) fn check_roles(organisation: &Organisation, roles: &[Role]) -> Option<Field> {
    let fit = !roles.is_empty() && roles.iter().all(|role| role.is_held_at(&organisation.kinds));
    (!fit).then(|| Field::new("roles", "error-roles"))
}

/// The asker's own organisation.
pub(crate) fn organisation_of(tx: &mut Tx<'_>, scope: &Scope) -> Result<Organisation, HubError> {
    organisation::of_member(tx, scope.organisation)?.ok_or(HubError::NotFound("organisation"))
}

/// What is wrong with what somebody new says of themselves, by field.
pub(crate) fn check_newcomer(newcomer: &Newcomer, email: &str) -> Vec<Field> {
    let mut wrong = Vec::from_iter(check_name(&newcomer.name));
    wrong.extend(check_email(email));
    wrong.extend(password::check("password", &newcomer.password, email).err());
    wrong
}

/// What is wrong with a person's name, for the field `name`.
pub(crate) fn check_name(name: &str) -> Option<Field> {
    let chars = name.trim().chars().count();
    (!(1..=NAME_CHARS_MAX).contains(&chars)).then(|| Field::new("name", "error-name"))
}

/// A handle that nobody has, made of what stands before the @ of the address.
fn free_handle(tx: &mut Tx<'_>, email: &str) -> Result<String, HubError> {
    let local = handle_of(email.split('@').next().unwrap_or_default());
    let wanted = if local.is_empty() {
        "person".to_owned()
    } else {
        local
    };
    let mut handle = wanted.clone();
    let mut number = 2;
    while person::by_handle(tx, &handle)?.is_some() {
        handle = format!("{wanted}-{number}");
        number += 1;
    }
    Ok(handle)
}
