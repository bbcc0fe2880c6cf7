//! An organisation and its support desk.

use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ContactBody, TargetBody};

/// An organisation and how it is reached for support.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationBody<'a> {
    pub organisation: &'a str,
    pub name: &'a str,
    pub kinds: Vec<&'static str>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'a str>,
    pub desk: Option<ContactBody<'a>>,
    pub promises: Vec<TargetBody>,
    /// What its support costs, in its own words.
    pub price: Option<&'a str>,
    /// Nobody answers for it any more.
    pub orphaned: bool,
    pub version: i64,
}

impl<'a> From<&'a Organisation> for OrganisationBody<'a> {
    fn from(organisation: &'a Organisation) -> Self {
        let kind = organisation.kinds.first().copied().unwrap_or(PartyKind::Customer);
        OrganisationBody {
            organisation: &organisation.handle,
            name: &organisation.name,
            kinds: organisation.kinds.iter().map(|kind| kind.as_str()).collect(),
            country: organisation.country.as_deref(),
            desk: organisation
                .desk
                .is_reachable()
                .then(|| ContactBody::new(kind, &organisation.desk)),
            promises: organisation.promises.iter().map(TargetBody::from).collect(),
            price: organisation.price.as_deref(),
            orphaned: organisation.orphaned,
            version: organisation.version,
        }
    }
}
