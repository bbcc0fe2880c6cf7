//! People who are managed by another program (SCIM 2.0): an organisation's own directory says who belongs to it, what they are
//! called there, in which roles, and who no longer may act for it.
//!
//! The program manages membership, and what it calls people is the organisation's own record. It becomes what they are called
//! on the hub only while the account is nobody's yet; it never gives an organisation somebody who belongs to another one
//! (docs/decisions/0007).

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::link;
use firstline_store::person::{self, email_key};
use firstline_store::scim;
use firstline_store::{people, privacy};

pub use firstline_store::scim::{Email, Names, Said, User};

use crate::link::{Purpose, accepted, check_email, evict_strangers};
use crate::people::{NAME_CHARS_MAX, check_name, organisation_of};
use crate::{Field, Hub, HubError};

/// How many people are read at a time.
const BATCH: i64 = 500;
/// The longest name that a program gives, in characters.
const WORD_CHARS_MAX: usize = 254;
/// Addresses of one person.
const EMAILS_MAX: usize = 10;

/// Somebody as a program wants them to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub said: Said,
    pub active: bool,
    /// May be empty: then somebody else gives them, and until then the person is shown nothing.
    pub roles: Vec<Role>,
}

impl Wanted {
    /// The address that counts.
    fn email(&self) -> &str {
        let emails = &self.said.names.emails;
        let primary = emails.iter().find(|email| email.primary == Some(true));
        let first = primary.or(emails.first());
        first
            .map_or(self.said.user_name.as_str(), |email| email.value.as_str())
            .trim()
    }

    /// What the person is called in one line.
    fn name(&self) -> String {
        let names = &self.said.names;
        let parts = [&names.given_name, &names.family_name].into_iter().flatten();
        let joined = parts.map(|part| part.trim()).collect::<Vec<_>>().join(" ");
        let said = [
            names.display_name.as_deref(),
            names.formatted.as_deref(),
            Some(&*joined),
        ];
        let first = said
            .into_iter()
            .flatten()
            .map(str::trim)
            .find(|name| !name.is_empty());
        first.unwrap_or(self.said.user_name.trim()).to_owned()
    }

    fn check(&self) -> Vec<Field> {
        let names = &self.said.names;
        let mut wrong = Vec::new();
        let words = [
            ("userName", Some(&self.said.user_name)),
            ("externalId", self.said.external_id.as_ref()),
            ("displayName", names.display_name.as_ref()),
            ("name.formatted", names.formatted.as_ref()),
            ("name.familyName", names.family_name.as_ref()),
            ("name.givenName", names.given_name.as_ref()),
        ];
        for (name, word) in words {
            if word.is_some_and(|word| word.chars().count() > WORD_CHARS_MAX) {
                wrong.push(Field::quoting(
                    name,
                    "error-scim-long",
                    WORD_CHARS_MAX.to_string(),
                ));
            }
        }
        if self.said.user_name.trim().is_empty() {
            wrong.push(Field::new("userName", "error-scim-user-name"));
        }
        if names.emails.len() > EMAILS_MAX {
            wrong.push(Field::quoting(
                "emails",
                "error-scim-many",
                EMAILS_MAX.to_string(),
            ));
        }
        let addresses = names.emails.iter().map(|email| email.value.as_str());
        wrong.extend(addresses.chain([self.email()]).find_map(check_email));
        if check_name(&self.name()).is_some() {
            wrong.push(Field::quoting(
                "displayName",
                "error-scim-long",
                NAME_CHARS_MAX.to_string(),
            ));
        }
        wrong
    }
}

impl Wanted {
    /// As somebody stands on record.
    pub fn of(user: &User) -> Self {
        let person = &user.member.person;
        let said = user.said.clone().unwrap_or_else(|| Said {
            user_name: person.email.clone(),
            external_id: None,
            names: Names {
                display_name: Some(person.name.clone()),
                emails: vec![Email {
                    value: person.email.clone(),
                    kind: None,
                    primary: Some(true),
                }],
                ..Names::default()
            },
        });
        Wanted {
            said,
            active: user.member.active,
            roles: user.member.roles.clone(),
        }
    }

    /// What stands on record in a few letters, which are others as soon as any of it changes.
    pub fn version(&self) -> String {
        let said = serde_json::json!([
            self.said.user_name,
            self.said.external_id,
            self.said.names,
            self.active,
            self.roles,
        ]);
        blake3::hash(said.to_string().as_bytes()).to_hex()[..16].to_owned()
    }
}

impl Hub {
    /// Some people of the asker's organisation as a program that manages them knows them, those first who have been there
    /// longest; the next of them behind the last of those before.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show them.
    pub async fn scim_users(&self, scope: &Scope, after: Option<&User>) -> Result<Vec<User>, HubError> {
        if !scope.may(Act::See, Object::Person, Relation::Own) {
            return Err(HubError::NotShown(self.managing_roles(scope.kinds())));
        }
        let (scope, after) = (
            scope.clone(),
            after.map(|last| (last.since, last.member.person.id)),
        );
        self.read(move |tx| Ok(scim::list(tx, &scope, after, BATCH)?))
            .await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where nobody there that the asker is shown has this id.
    pub async fn scim_user(&self, scope: &Scope, id: PersonId) -> Result<User, HubError> {
        let scope = scope.clone();
        self.read(move |tx| scim::one(tx, &scope, id)?.ok_or(HubError::NotFound("person")))
            .await
    }

    /// Makes somebody one of the asker's organisation. They get in by single sign-on, or choose a password by a link that they
    /// ask for themselves.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Invalid`] names what cannot be accepted, among it the address of somebody who has
    /// an account and belongs to another organisation: they are invited, and join themselves.
    pub async fn provision(&self, scope: &Scope, wanted: Wanted) -> Result<User, HubError> {
        if !scope.may(Act::Add, Object::Invitation, Relation::Own)
            || !scope.may(Act::Change, Object::Role, Relation::Own)
        {
            return Err(HubError::NotAllowed);
        }
        accepted(wanted.check())?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            hub.check_wanted(tx, &scope, &wanted, None)?;
            let host = Scope::own_hand(scope.organisation);
            let id = match person::by_email(tx, wanted.email())? {
                None => hub.join(tx, &host, &wanted.name(), wanted.email(), &wanted.roles)?,
                Some(known) => {
                    if scim::one(tx, &host, known.id)?.is_some() {
                        return Err(HubError::field("userName", "error-member-already"));
                    }
                    if privacy::belongs_elsewhere(tx, known.id, scope.organisation)? {
                        return Err(HubError::field("emails", "error-scim-elsewhere"));
                    }
                    evict_strangers(tx, known.id)?;
                    known.id
                }
            };
            hub.withdraw_all(tx, scope.organisation, wanted.email())?;
            let (roles, now) = (&wanted.roles, hub.now());
            person::set_membership(tx, &scope, scope.organisation, id, roles, wanted.active, now)?;
            let user = scim::one(tx, &scope, id)?.ok_or(HubError::NotFound("person"))?;
            hub.call(tx, &scope, &user, &wanted)?;
            scim::keep(tx, &scope, id, &wanted.said, now)?;
            let detail = serde_json::json!({
                "user_name": wanted.said.user_name, "email": wanted.email(), "roles": roles,
            });
            hub.record(tx, &scope, "provision-person", &id.to_string(), &detail)?;
            scim::one(tx, &scope, id)?.ok_or(HubError::NotFound("person"))
        })
        .await
    }

    /// Makes one of the asker's organisation's people as a program wants them, where they still are as it read them.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere; [`HubError::Changed`] where `version` is not the one
    /// on record; [`HubError::Invalid`] names what cannot be accepted.
    pub async fn reprovision(
        &self,
        scope: &Scope,
        id: PersonId,
        version: &str,
        wanted: Wanted,
    ) -> Result<User, HubError> {
        let (hub, scope, version) = (self.clone(), scope.clone(), version.to_owned());
        self.write(move |tx| {
            let user = hub.managed(tx, &scope, id, (Act::Change, Object::Person))?;
            if !scope.may(Act::Change, Object::Role, Relation::Own) {
                return Err(HubError::NotAllowed);
            }
            let before = Wanted::of(&user);
            if before.version() != version {
                return Err(HubError::Changed);
            }
            if before == wanted {
                return Ok(user);
            }
            accepted(wanted.check())?;
            hub.check_wanted(tx, &scope, &wanted, Some(id))?;
            hub.apply(tx, &scope, &user, &before, &wanted)?;
            scim::one(tx, &scope, id)?.ok_or(HubError::NotFound("person"))
        })
        .await
    }

    /// Takes somebody out of the asker's organisation. Their account is their own and stays.
    ///
    /// # Errors
    /// As for [`Hub::reprovision`]; a version that is absent is not compared.
    pub async fn deprovision(
        &self,
        scope: &Scope,
        id: PersonId,
        version: Option<String>,
    ) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let act = (Act::Remove, Object::Person);
            let user = hub.managed(tx, &scope, id, act)?;
            let known = Wanted::of(&user).version();
            if version.as_ref().is_some_and(|version| *version != known) {
                return Err(HubError::Changed);
            }
            let known = hub.about(tx, &scope, &user.member.person.handle, act)?;
            hub.take_out(tx, &scope, &known)
        })
        .await
    }

    /// Somebody whom the asker is about to act on, and may see.
    fn managed(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        id: PersonId,
        act: (Act, Object),
    ) -> Result<User, HubError> {
        let user = scim::one(tx, scope, id)?.ok_or(HubError::NotFound("person"))?;
        if scope.may(act.0, act.1, Relation::Own) {
            return Ok(user);
        }
        Err(HubError::NotAllowed)
    }

    /// What cannot be accepted because of the organisation and the others in it.
    fn check_wanted(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        wanted: &Wanted,
        id: Option<PersonId>,
    ) -> Result<(), HubError> {
        let kinds = organisation_of(tx, scope)?.kinds;
        if !wanted.roles.iter().all(|role| role.is_held_at(&kinds)) {
            return Err(HubError::field("roles", "error-roles"));
        }
        if scim::is_taken(tx, scope, &wanted.said.user_name, id)? {
            return Err(HubError::field("userName", "error-member-already"));
        }
        Ok(())
    }

    fn apply(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        user: &User,
        before: &Wanted,
        wanted: &Wanted,
    ) -> Result<(), HubError> {
        let person = &user.member.person;
        let object = person.id.to_string();
        let known = self.about(tx, scope, &person.handle, (Act::Change, Object::Person))?;
        let managing = self.managing_roles(&organisation_of(tx, scope)?.kinds);
        if known.is_last_manager && !wanted.roles.iter().any(|role| managing.contains(role)) {
            return Err(HubError::field("roles", "error-last-manager"));
        }
        if before.active != wanted.active {
            let ended = match wanted.active {
                true => 0,
                false => self.shut_out(tx, scope, &known)?,
            };
            people::set_active(tx, scope, person.id, wanted.active)?;
            let act = if wanted.active {
                "activate-person"
            } else {
                "deactivate-person"
            };
            let detail = serde_json::json!({ "sessions_ended": ended });
            self.record(tx, scope, act, &object, &detail)?;
        }
        if before.roles != wanted.roles {
            people::set_roles(tx, scope, person.id, &wanted.roles)?;
            let detail = serde_json::json!({ "before": before.roles, "after": wanted.roles });
            self.record(tx, scope, "change-roles", &object, &detail)?;
        }
        if before.said != wanted.said {
            self.call(tx, scope, user, wanted)?;
            scim::keep(tx, scope, person.id, &wanted.said, self.now())?;
            let said =
                |wanted: &Wanted| serde_json::json!({ "name": wanted.name(), "email": wanted.email() });
            let detail = serde_json::json!({ "before": said(before), "after": said(wanted) });
            self.record(tx, scope, "edit-person", &object, &detail)?;
        }
        Ok(())
    }

    /// Calls somebody on the hub what the program calls them, where the account is nobody's yet. Letters that were written to
    /// an address before then let nobody in.
    fn call(&self, tx: &mut Tx<'_>, scope: &Scope, user: &User, wanted: &Wanted) -> Result<(), HubError> {
        let person = &user.member.person;
        let (name, email) = (wanted.name(), wanted.email());
        if user.own || (person.name == name && person.email == email) {
            return Ok(());
        }
        if person::by_email(tx, email)?.is_some_and(|other| other.id != person.id) {
            return Err(HubError::field("emails", "error-email-taken"));
        }
        scim::rename(tx, scope, person.id, &name, email)?;
        if email_key(&person.email) != email_key(email) {
            link::spend(tx, Purpose::Reset.as_str(), person.id, self.now())?;
        }
        Ok(())
    }
}
