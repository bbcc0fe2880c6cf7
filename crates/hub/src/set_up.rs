//! How a hub begins: the operator's organisation and its first administrator, by a link that the program prints when it starts.
//!
//! An import may have come first and have made the operator's organisation, with people or without; then it is named, and
//! whoever sets the hub up may be one of its people to whom nobody has given a password yet.

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::offer::Contact;
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::{credential, link, organisation, person};

use crate::link::{Given, Purpose, accepted, unasked};
use crate::people::{NAME_CHARS_MAX, Newcomer, check_newcomer};
use crate::session::Factors;
use crate::sign_in::Origin;
use crate::{Field, Hub, HubError};

/// What the first page of a new hub asks for.
#[derive(Debug, Clone, Default)]
pub struct SetUp {
    pub organisation: String,
    pub email: String,
    pub newcomer: Newcomer,
}

impl Hub {
    /// A link that sets this hub up, where it has no administrator yet; links given before stop working. Blocks.
    ///
    /// # Errors
    /// Only the store's.
    pub fn set_up_link(&self) -> Result<Option<String>, HubError> {
        let hub = self.clone();
        self.db().write_blocking(move |tx| {
            if hub.is_set_up(tx)? {
                return Ok(None);
            }
            link::spend_unowned(tx, Purpose::SetUp.as_str(), hub.now())?;
            hub.give(tx, Purpose::SetUp, Given::default()).map(Some)
        })
    }

    pub(crate) fn is_set_up(&self, tx: &mut Tx<'_>) -> Result<bool, HubError> {
        match organisation::sole(tx, &unasked(), PartyKind::Operator)? {
            Some(operator) => Ok(person::has_role(tx, operator.id, Role::OperatorAdmin)?),
            None => Ok(false),
        }
    }

    /// Makes the operator's organisation, where an import has not made it already, and its first administrator, who is signed
    /// in at once; gives the secret of the session.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the link does not work; [`HubError::Invalid`] names what cannot be accepted.
    pub async fn set_up(&self, shown: &str, given: SetUp, origin: &Origin) -> Result<String, HubError> {
        self.open_link_for(shown, Purpose::SetUp).await?;
        let name = given.organisation.trim().to_owned();
        let mut wrong = Vec::new();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
            wrong.push(Field::new("organisation", "error-name"));
        }
        wrong.extend(check_newcomer(&given.newcomer, &given.email));
        accepted(wrong)?;
        let hash = self.hash_chosen(&given.newcomer.password).await?;
        let (hub, shown, origin) = (self.clone(), shown.to_owned(), origin.clone());
        self.write(move |tx| {
            hub.taken(tx, &shown, Purpose::SetUp)?;
            let scope = hub.operator_named(tx, &name)?;
            let person = hub.first_administrator(tx, &scope, &given.newcomer.name, &given.email)?;
            hub.keep_password(tx, person, &hash)?;
            let detail = serde_json::json!({ "organisation": name, "email": given.email.trim() });
            hub.record(tx, &scope, "set-up", &person.to_string(), &detail)?;
            hub.begin_session(tx, person, Some(scope.organisation), &origin, Factors::One)
        })
        .await
    }

    /// The operator's organisation by this name, made where there is none, and a hand in it.
    fn operator_named(&self, tx: &mut Tx<'_>, name: &str) -> Result<Scope, HubError> {
        let operator = match organisation::sole(tx, &unasked(), PartyKind::Operator)? {
            Some(known) => Organisation {
                name: name.to_owned(),
                ..known
            },
            None => {
                let handle = handle_of(name);
                Organisation {
                    id: OrganisationId(self.new_id()),
                    handle: if handle.is_empty() {
                        "operator".to_owned()
                    } else {
                        handle
                    },
                    name: name.to_owned(),
                    kinds: vec![PartyKind::Operator],
                    country: None,
                    desk: Contact::default(),
                    promises: Vec::new(),
                    price: None,
                    orphaned: false,
                    version: 0,
                }
            }
        };
        let hand = Scope::own_hand(operator.id);
        organisation::put(tx, &hand, &operator, self.now())?;
        Ok(hand)
    }

    /// Whoever sets the hub up, as an administrator of the operator. An account that an import made and that nobody can sign
    /// in to yet becomes theirs: who may start the hub may do that.
    fn first_administrator(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        name: &str,
        email: &str,
    ) -> Result<PersonId, HubError> {
        let roles = [Role::OperatorAdmin];
        let Some(known) = person::by_email(tx, email)? else {
            return self.join(tx, scope, name, email, &roles);
        };
        if credential::has_any(tx, known.id)? {
            return Err(HubError::field("email", "error-email-taken"));
        }
        person::set_membership(tx, scope, scope.organisation, known.id, &roles, true, self.now())?;
        Ok(known.id)
    }
}
