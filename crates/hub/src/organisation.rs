//! Organisations and the desks at which they answer.

use firstline_domain::offer::{Contact, ServiceTarget};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::scope::Scope;
use firstline_store::organisation;

use crate::offer::check_contact;
use crate::{Hub, HubError};

impl Hub {
    /// The operator's organisation.
    ///
    /// # Errors
    /// [`HubError::NotFound`] on a hub that has none yet.
    pub async fn operator(&self, scope: &Scope) -> Result<Organisation, HubError> {
        let scope = scope.clone();
        self.read(move |tx| {
            organisation::sole(tx, &scope, PartyKind::Operator)?.ok_or(HubError::NotFound("operator"))
        })
        .await
    }

    /// An organisation that exists for the asker.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none.
    pub async fn organisation(&self, scope: &Scope, handle: &str) -> Result<Organisation, HubError> {
        let (scope, handle) = (scope.clone(), handle.to_owned());
        self.read(move |tx| {
            organisation::by_handle(tx, &scope, &handle)?.ok_or(HubError::NotFound("organisation"))
        })
        .await
    }

    /// The organisations that exist for the asker, by handle after `after`.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn organisations(
        &self,
        scope: &Scope,
        kind: Option<PartyKind>,
        after: &str,
        limit: i64,
    ) -> Result<Vec<Organisation>, HubError> {
        let (scope, after) = (scope.clone(), after.to_owned());
        self.read(move |tx| Ok(organisation::list(tx, &scope, kind, &after, limit)?))
            .await
    }

    /// The customers that the asker's organisation sells to.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn customers(&self, scope: &Scope) -> Result<Vec<Organisation>, HubError> {
        let scope = scope.clone();
        self.read(move |tx| {
            Ok(organisation::related(
                tx,
                &scope,
                RelationshipKind::PartnerCustomer,
                true,
            )?)
        })
        .await
    }

    /// Changes how the asker's own organisation is reached for support, what it promises and what that costs.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names the fields; [`HubError::Changed`] when somebody else changed it since `version`.
    pub async fn edit_desk(
        &self,
        scope: &Scope,
        version: i64,
        desk: Contact,
        promises: Vec<ServiceTarget>,
        price: Option<String>,
    ) -> Result<Organisation, HubError> {
        let wrong = check_contact("desk", &desk);
        if !wrong.is_empty() {
            return Err(HubError::Invalid(wrong));
        }
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let may = scope.may_set_support() || scope.may_edit_offers() || scope.may_import();
            if !may {
                return Err(HubError::NotAllowed);
            }
            let before = organisation::by_id(tx, &scope, scope.organisation)?
                .ok_or(HubError::NotFound("organisation"))?;
            let after = Organisation {
                desk: desk.clone(),
                promises: promises.clone(),
                price: price.clone(),
                version,
                ..before.clone()
            };
            if !organisation::update(tx, &scope, &after, hub.now())? {
                return Err(HubError::Changed);
            }
            let detail = serde_json::json!({ "before": before.desk, "after": after.desk });
            hub.record(tx, &scope, "edit-desk", &before.handle, &detail)?;
            Ok(Organisation {
                version: version + 1,
                ..after
            })
        })
        .await
    }
}
