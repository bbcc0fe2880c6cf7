//! Organisations and the desks at which they answer.

pub mod register;

use firstline_domain::access::Object;
use firstline_domain::offer::{Contact, ServiceTarget};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_store::organisation;

use crate::contact::check_desk;
use crate::link::{accepted, unasked};
use crate::look::About;
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

    /// Where the operator is written to, which everyone may know; nothing where it has not said so.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn operator_email(&self) -> Result<Option<String>, HubError> {
        self.read(|tx| {
            let operator = organisation::sole(tx, &unasked(), PartyKind::Operator)?;
            Ok(operator.and_then(|operator| operator.desk.email))
        })
        .await
    }

    /// An organisation that exists for the asker.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none.
    pub async fn organisation(&self, scope: &Scope, handle: &str) -> Result<Organisation, HubError> {
        let found = self.organisation_with_desk(scope, handle).await?;
        self.looked_at_desks(scope, [&found]);
        Ok(found)
    }

    /// An organisation that exists for the asker, without its desk, for what does not show it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none.
    pub async fn organisation_without_desk(
        &self,
        scope: &Scope,
        handle: &str,
    ) -> Result<Organisation, HubError> {
        let found = self.organisation_with_desk(scope, handle).await?;
        Ok(Organisation {
            desk: Contact::default(),
            ..found
        })
    }

    /// Notes that the asker is shown the desks of others.
    pub(crate) fn looked_at_desks<'o>(
        &self,
        scope: &Scope,
        organisations: impl IntoIterator<Item = &'o Organisation>,
    ) {
        let others = organisations
            .into_iter()
            .filter(|organisation| organisation.id != scope.organisation);
        self.looked(scope, others.filter_map(About::desk));
    }

    async fn organisation_with_desk(&self, scope: &Scope, handle: &str) -> Result<Organisation, HubError> {
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
        let found = self.organisations_with_desks(scope, kind, after, limit).await?;
        self.looked_at_desks(scope, &found);
        Ok(found)
    }

    async fn organisations_with_desks(
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

    /// The customers that exist for the asker, without their desks, by handle after `after`: those whose subscriptions its organisation looks after.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show no subscriptions at all.
    pub async fn customers(
        &self,
        scope: &Scope,
        after: &str,
        limit: i64,
    ) -> Result<Vec<Organisation>, HubError> {
        self.demand_shown(scope, Object::Subscription)?;
        let found = self
            .organisations_with_desks(scope, Some(PartyKind::Customer), after, limit)
            .await?;
        let without_desk = |found| Organisation {
            desk: Contact::default(),
            ..found
        };
        Ok(found.into_iter().map(without_desk).collect())
    }

    /// Changes how the asker's own organisation is reached for support, what it promises and what that costs.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names the fields; [`HubError::NotAllowed`] where the asker's roles do not let it;
    /// [`HubError::Changed`] when somebody else changed it since `version`.
    pub async fn edit_desk(
        &self,
        scope: &Scope,
        version: i64,
        desk: Contact,
        promises: Vec<ServiceTarget>,
        price: Option<String>,
    ) -> Result<Organisation, HubError> {
        accepted(check_desk(&desk, &promises, price.as_deref()))?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let before = organisation::by_id(tx, &scope, scope.organisation)?
                .ok_or(HubError::NotFound("organisation"))?;
            let after = Organisation {
                desk: desk.clone(),
                promises: promises.clone(),
                price: price.clone(),
                version,
                ..before.clone()
            };
            if !organisation::set_desk(tx, &scope, &after, hub.now())? {
                return Err(HubError::Changed);
            }
            let desk = |of: &Organisation| {
                serde_json::json!({ "desk": of.desk, "promises": of.promises, "price": of.price })
            };
            let detail = serde_json::json!({ "before": desk(&before), "after": desk(&after) });
            hub.record(tx, &scope, "edit-desk", &before.id.to_string(), &detail)?;
            Ok(Organisation {
                version: version + 1,
                ..after
            })
        })
        .await
    }
}
