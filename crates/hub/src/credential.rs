//! How people show who they are: by a password.

use firstline_domain::id::PersonId;
use firstline_store::StoreError;
use firstline_store::credential::{self, Credential};
use firstline_store::db::Tx;
use firstline_store::person;

use crate::sign_in::Origin;
use crate::{Hub, HubError, password};

const PASSWORD: &str = "password";

impl Hub {
    /// Signs in by e-mail address and password; gives the secret of the session for the browser.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where they do not fit together, which says nothing about whether there is such an account.
    pub async fn sign_in(&self, email: &str, typed: &str, origin: &Origin) -> Result<String, HubError> {
        let wanted = email.to_owned();
        let known = self
            .read(move |tx| {
                let Some(person) = person::by_email(tx, &wanted)? else {
                    return Ok(None);
                };
                let password = credential::of(tx, person.id, PASSWORD)?.pop();
                Ok(password.map(|password| (person, password)))
            })
            .await?;
        let hash = known.as_ref().map(|(_, password)| password.secret.clone());
        let fits = password::is(typed.to_owned(), hash).await?;
        let Some((person, password)) = known.filter(|_| fits) else {
            return Err(HubError::field("password", "error-sign-in-wrong"));
        };
        let (hub, origin) = (self.clone(), origin.clone());
        self.write(move |tx| {
            if !credential::used(tx, person.id, &password, &password.secret, hub.now())? {
                return Err(HubError::field("password", "error-sign-in-wrong"));
            }
            hub.begin_session(tx, person.id, None, &origin)
        })
        .await
    }

    /// Gives a person a password in place of any before. For whoever has the machine, and for links that prove who holds
    /// them.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the password is too short, too long or too common; [`HubError::NotFound`] where nobody has
    /// this handle.
    pub async fn set_password(&self, handle: &str, new: &str) -> Result<(), HubError> {
        let wanted = handle.to_owned();
        let person = self
            .read(move |tx| person::by_handle(tx, &wanted)?.ok_or(HubError::NotFound("person")))
            .await?;
        password::check("password", new, &person.email).map_err(|wrong| HubError::Invalid(vec![wrong]))?;
        let hash = password::hash(new.to_owned()).await?;
        let hub = self.clone();
        self.write(move |tx| Ok(hub.keep_password(tx, person.id, &hash)?))
            .await
    }

    /// Puts a password's hash in the place of any before.
    pub(crate) fn keep_password(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        hash: &str,
    ) -> Result<(), StoreError> {
        credential::remove_kind(tx, person, PASSWORD)?;
        let new = Credential {
            id: self.new_id(),
            kind: PASSWORD.to_owned(),
            name: String::new(),
            secret: hash.to_owned(),
            made_at: self.now(),
            used_at: None,
        };
        credential::add(tx, person, &new)
    }
}
