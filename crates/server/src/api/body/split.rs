//! A split between provider and reseller.

use std::collections::BTreeMap;

use firstline_domain::organisation::Organisation;
use firstline_domain::split::Split;
use serde::Serialize;
use utoipa::ToSchema;

/// What a provider and a reseller agreed on.
#[derive(Debug, Serialize, ToSchema)]
pub struct SplitBody<'a> {
    pub split: String,
    pub provider: &'a str,
    pub provider_name: &'a str,
    pub reseller: &'a str,
    pub reseller_name: &'a str,
    /// First day it holds.
    pub from: String,
    /// Last day it holds; null until it is replaced.
    pub until: Option<String>,
    /// Whether the provider deals with the reseller's customers itself.
    pub provider_meets_customers: bool,
    /// Topic to `reseller`, `reseller-then-provider` or `provider`; a topic that is not here is not agreed.
    pub shares: BTreeMap<&'a str, &'static str>,
}

impl<'a> SplitBody<'a> {
    pub fn new(split: &'a Split, provider: &'a Organisation, reseller: &'a Organisation) -> Self {
        SplitBody {
            split: split.id.to_string(),
            provider: &provider.handle,
            provider_name: &provider.name,
            reseller: &reseller.handle,
            reseller_name: &reseller.name,
            from: split.from.to_string(),
            until: split.until.map(|until| until.to_string()),
            provider_meets_customers: split.provider_meets_customers,
            shares: split
                .shares
                .iter()
                .map(|(topic, share)| (topic.as_str(), share.as_str()))
                .collect(),
        }
    }
}
