//! The policy file as it is written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::access::Grant;
use crate::lang::Lang;
use crate::offer::ServiceTarget;
use crate::party::{Channel, PartyKind};
use crate::split::{Share, TechnicalChoice};
use crate::subscription::{RefundHours, RefundWindow};
use crate::wire::wire_enum;

/// One text in each language of the hub.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    pub en: String,
    pub tr: String,
    pub ko: String,
    pub es: String,
}

impl Texts {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Tr => &self.tr,
            Lang::Ko => &self.ko,
            Lang::Es => &self.es,
        }
    }
}

/// The whole file of one programme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// The programme's id, as in URLs and decisions.
    pub programme: String,
    pub name: Texts,
    /// Where the rules are published.
    pub source: String,
    pub edition: Vec<Edition>,
    /// What the programme calls each party.
    pub party: BTreeMap<PartyKind, Texts>,
    pub kind: BTreeMap<String, Kind>,
    pub topic: BTreeMap<String, Topic>,
    /// The order in which topics are shown; every topic stands in it once.
    pub topic_order: Vec<String>,
    pub clause: BTreeMap<String, Clause>,
    /// Clauses that bear on a decision whatever its topic, when something holds.
    pub clauses_when: ClausesWhen,
    #[serde(default)]
    pub refund: Vec<RefundRule>,
    #[serde(default)]
    pub response: Vec<Response>,
    #[serde(default)]
    pub profile: BTreeMap<String, Profile>,
    /// Who may do what.
    pub grant: Vec<Grant>,
    pub rule: Vec<Rule>,
}

/// The rules as they stand from a day on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub id: String,
    /// First day it is in force.
    pub from: Date,
}

/// A kind of product.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub name: Texts,
    /// Whether it is deployed in the customer's own cloud subscription.
    pub deployed: bool,
    /// Whether sellers can buy it for their customers.
    pub resold: bool,
}

/// Something that people ask about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub name: Texts,
    /// How people put it.
    pub example: Texts,
    /// What tells it from the topics it is taken for, in one sentence.
    pub difference: Texts,
    /// Whether the seller's choice for technical questions applies to it (S7).
    #[serde(default)]
    pub technical: bool,
    /// Whether provider and reseller agree who takes it (S10).
    #[serde(default)]
    pub split: bool,
    /// Whether the refund window decides it, so that the day of purchase must be known.
    #[serde(default)]
    pub refund: bool,
    /// Whether it is about products deployed in the customer's own cloud subscription: taken so where no product is named.
    #[serde(default)]
    pub deployed: bool,
    /// What it is called where questions are understood, if it goes by other names there.
    #[serde(default)]
    pub like: Vec<String>,
    /// Whom a customer asks first where nothing is agreed.
    #[serde(default)]
    pub unagreed_first: UnagreedFirst,
}

wire_enum! {
    /// Whom a customer asks first where provider and reseller have not agreed.
    pub enum UnagreedFirst("first contact without agreement") {
        Reseller = "reseller",
        Provider = "provider",
    }
}

impl Default for UnagreedFirst {
    /// The reseller faces the customer.
    fn default() -> Self {
        UnagreedFirst::Reseller
    }
}

/// A rule of the programme in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    pub text: Texts,
    /// Other wordings, by edition.
    #[serde(default)]
    pub editions: BTreeMap<String, Texts>,
}

/// Clauses that a decision cites when something holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClausesWhen {
    /// Provider and reseller share the topic.
    pub shared: Vec<String>,
    /// A customer's subscription names its support contact.
    pub support_contact: Vec<String>,
    /// A seller is shown the publisher's contacts.
    pub publisher_contacts: Vec<String>,
    /// The asker's role does not show the publisher's contacts.
    pub hidden_by_role: Vec<String>,
    /// Nobody answers at the publisher.
    pub orphaned: Vec<String>,
    /// The operator's response times are promised.
    pub response: Vec<String>,
}

/// Refund windows for purchases from a day on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundRule {
    pub from: Date,
    pub hours: RefundHours,
}

/// First-response times that a party promises to others by the programme itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub by: PartyKind,
    pub to: Vec<PartyKind>,
    pub targets: Vec<ServiceTarget>,
    /// For questions where nothing is broken.
    pub otherwise_business_days: Option<u32>,
}

/// A split to start from, by topic pattern.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub name: Texts,
    pub provider_meets_customers: bool,
    pub shares: BTreeMap<String, Share>,
}

impl Profile {
    /// The share this profile gives a topic: that of the longest pattern that matches.
    pub fn share(&self, topic: &str) -> Option<Share> {
        self.shares
            .iter()
            .filter(|(pattern, _)| matches(pattern, topic))
            .max_by_key(|(pattern, _)| pattern.len())
            .map(|(_, share)| *share)
    }
}

/// A line of the decision table. A condition that is absent holds always.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Topic ids, or `family.*`.
    pub topics: Vec<String>,
    pub askers: Option<Vec<PartyKind>>,
    pub channels: Option<Vec<Channel>>,
    /// The product is deployed in the customer's own cloud subscription.
    pub deployed: Option<bool>,
    /// The product is the operator's own.
    pub first_party: Option<bool>,
    pub choice: Option<TechnicalChoice>,
    pub refund: Option<Vec<RefundWindow>>,
    pub editions: Option<Vec<String>>,
    /// The way the question takes, from whoever asks first to whoever ends it.
    pub path: Vec<Step>,
    /// Who answers for it; absent means the last of the path.
    pub responsible: Option<Step>,
    pub clauses: Vec<String>,
}

wire_enum! {
    /// A stop on the way, before it is known which channel and which split apply.
    pub enum Step("step") {
        /// Whoever carries the seller's duties for this topic: the partner; provider and reseller by their split; the
        /// operator where the customer bought directly.
        Seller = "seller",
        /// Whoever may open a request with the operator on the asker's behalf: a reseller's and its customer's provider, a
        /// customer's partner, nobody for those who may ask the operator themselves.
        AccountHolder = "account-holder",
        Provider = "provider",
        Publisher = "publisher",
        Operator = "operator",
    }
}

/// Whether a pattern, a topic id or `family.*`, covers a topic.
pub(super) fn matches(pattern: &str, topic: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(family) => topic.starts_with(family),
        None => pattern == topic,
    }
}
