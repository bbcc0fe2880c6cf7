//! The publisher's choice of who may buy an exclusive offer.
//!
//! A publisher names a partner by its handle, exactly, or by the name of one that sells its offers already. Whether anybody has
//! the handle it is not told: authorising and taking back answer the same either way, so that nobody can find out who is on the
//! hub. A partner that comes to the hub later with that handle may buy from then on.

use firstline_domain::access::{Act, Object};
use firstline_domain::offer::{Offer, OfferState, OptIn};
use firstline_domain::organisation::is_handle;
use firstline_domain::scope::Scope;
use firstline_store::authorisation::{self, Authorisation};
use firstline_store::db::Tx;
use firstline_store::organisation;
use serde_json::json;

use crate::offer::find;
use crate::search::fold;
use crate::{Field, Hub, HubError};

/// Partners that one offer can be opened to.
pub const AUTHORISATIONS_MAX: i64 = 2000;
/// Partners that are proposed because they sell the publisher's offers already.
const CANDIDATES_MAX: i64 = 200;

/// Who may buy an offer, a page of them.
#[derive(Debug, Clone)]
pub struct Authorised {
    pub offer: Offer,
    pub total: i64,
    pub some: Vec<Authorisation>,
    /// Handle and name of partners that sell the publisher's offers and may not buy this one; for whoever may add them.
    pub candidates: Vec<(String, String)>,
}

impl Hub {
    /// Who may buy an offer, by handle after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show no such thing; [`HubError::NotFound`] where the offer is not one that
    /// they show it of.
    pub async fn authorised(
        &self,
        scope: &Scope,
        reference: &str,
        after: &str,
        limit: i64,
    ) -> Result<Authorised, HubError> {
        self.demand_shown(scope, Object::Authorisation)?;
        let (scope, reference, after) = (scope.clone(), reference.to_owned(), after.to_owned());
        self.read(move |tx| {
            let offer = looked_after(tx, &scope, &reference)?;
            let named = (offer.publisher, offer.id);
            let adds = scope.may(Act::Add, Object::Authorisation, scope.stands_to(offer.publisher));
            Ok(Authorised {
                total: authorisation::count(tx, &scope, named)?,
                some: authorisation::list(tx, &scope, named, &after, limit)?,
                candidates: if adds {
                    authorisation::candidates(tx, &scope, named, CANDIDATES_MAX)?
                } else {
                    Vec::new()
                },
                offer,
            })
        })
        .await
    }

    /// Lets a partner buy the asker's exclusive offer, from the next request on. Whoever may already, still may.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the offer is not exclusive, or what was given names no partner; otherwise as
    /// [`Hub::authorised`], and [`HubError::NotAllowed`] where the asker only sees it.
    pub async fn authorise(
        &self,
        scope: &Scope,
        reference: &str,
        to: &str,
    ) -> Result<Authorisation, HubError> {
        self.demand_shown(scope, Object::Authorisation)?;
        let (hub, scope) = (self.clone(), scope.clone());
        let (reference, to) = (reference.to_owned(), to.trim().to_owned());
        self.write(move |tx| {
            let offer = looked_after(tx, &scope, &reference)?;
            let named = (offer.publisher, offer.id);
            if !scope.may(Act::Add, Object::Authorisation, scope.stands_to(offer.publisher)) {
                return Err(HubError::NotAllowed);
            }
            let handle = meant(tx, &scope, &offer, &to)?;
            if authorisation::add(tx, &scope, named, &handle, hub.now())? {
                if authorisation::count(tx, &scope, named)? > AUTHORISATIONS_MAX {
                    let max = AUTHORISATIONS_MAX.to_string();
                    return Err(refused("error-authorisation-max", &max));
                }
                hub.record_authorisation(tx, &scope, "authorise-partner", &offer, &handle)?;
            }
            let added = authorisation::of_handle(tx, &scope, named, &handle)?;
            added.ok_or(HubError::NotFound("authorisation"))
        })
        .await
    }

    /// Takes an authorisation back, from the next request on. Where there is none, there is none afterwards either.
    ///
    /// # Errors
    /// As [`Hub::authorise`].
    pub async fn withdraw_authorisation(
        &self,
        scope: &Scope,
        reference: &str,
        handle: &str,
    ) -> Result<(), HubError> {
        self.demand_shown(scope, Object::Authorisation)?;
        let (hub, scope) = (self.clone(), scope.clone());
        let (reference, handle) = (reference.to_owned(), handle.trim().to_owned());
        self.write(move |tx| {
            let offer = looked_after(tx, &scope, &reference)?;
            if authorisation::remove(tx, &scope, (offer.publisher, offer.id), &handle)? {
                hub.record_authorisation(tx, &scope, "withdraw-authorisation", &offer, &handle)?;
            }
            Ok(())
        })
        .await
    }

    /// Records an act in the publisher's log, and in that of the partner it is about where that sees the offer.
    fn record_authorisation(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        act: &str,
        offer: &Offer,
        handle: &str,
    ) -> Result<(), HubError> {
        let (id, detail) = (offer.id.to_string(), json!({ "seller": handle }));
        let seller = authorisation::seller_called(tx, scope, handle)?;
        let told = seller.filter(|seller| *seller != offer.publisher && offer.state != OfferState::Draft);
        if let Some(seller) = told {
            self.record_in(tx, seller, scope, act, &id, &detail)?;
        }
        Ok(self.record(tx, scope, act, &id, &detail)?)
    }
}

/// An offer whose authorisations the asker is shown.
fn looked_after(tx: &mut Tx<'_>, scope: &Scope, reference: &str) -> Result<Offer, HubError> {
    let shows = |offer: &Offer| scope.may(Act::See, Object::Authorisation, scope.stands_to(offer.publisher));
    find(tx, scope, reference)?
        .filter(shows)
        .ok_or(HubError::NotFound("offer"))
}

fn refused(key: &'static str, value: &str) -> HubError {
    HubError::Invalid(vec![Field::quoting("to", key, value)])
}

/// The handle of whom somebody means: what they gave, or that of the one partner of this name that sells their offers.
fn meant(tx: &mut Tx<'_>, scope: &Scope, offer: &Offer, to: &str) -> Result<String, HubError> {
    if offer.opt_in != OptIn::Selected {
        return Err(refused("error-authorisation-open", to));
    }
    let handle = if is_handle(to) {
        to.to_owned()
    } else {
        let named = (offer.publisher, offer.id);
        let mut called = authorisation::candidates(tx, scope, named, CANDIDATES_MAX)?;
        called.retain(|(_, name)| fold(name) == fold(to));
        match called.pop() {
            Some((handle, _)) if called.is_empty() => handle,
            _ => return Err(refused("error-authorisation-to", to)),
        }
    };
    let known = organisation::by_handle(tx, scope, &handle)?;
    if known.is_some_and(|known| !known.kinds.iter().any(|kind| kind.sells())) {
        return Err(refused("error-authorisation-no-seller", &handle));
    }
    Ok(handle)
}
