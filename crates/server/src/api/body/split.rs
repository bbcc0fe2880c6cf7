//! A split between provider and reseller.

use std::collections::BTreeMap;

use firstline_domain::organisation::Organisation;
use firstline_domain::split::Proposal;
use serde::Serialize;
use utoipa::ToSchema;

/// What a provider and a reseller agreed on, or one of them proposes.
#[derive(Debug, Serialize, ToSchema)]
pub struct SplitBody<'a> {
    pub split: String,
    /// `proposed`, `accepted`, `declined` or `withdrawn`. Only an accepted one counts, from its first day on.
    pub state: &'static str,
    /// Which of the two proposed it; null where it was brought in as agreed.
    pub proposed_by: Option<&'a str>,
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
    pub fn new(proposal: &'a Proposal, provider: &'a Organisation, reseller: &'a Organisation) -> Self {
        let split = &proposal.split;
        let proposer = [provider, reseller]
            .into_iter()
            .find(|side| Some(side.id) == proposal.by);
        SplitBody {
            split: split.id.to_string(),
            state: proposal.state.as_str(),
            proposed_by: proposer.map(|side| side.handle.as_str()),
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
