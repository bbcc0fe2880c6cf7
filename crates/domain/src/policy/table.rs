//! The decision table of one edition, compiled: every combination points at its rule, and a rule's path becomes the parties
//! of the question at hand.

use std::collections::BTreeMap;

use super::check::{Combination, PolicyError};
use super::model::{Edition, PolicyFile, Rule, Step, Topic, UnagreedFirst, matches};
use crate::party::{Channel, PartyKind};
use crate::split::{Share, TechnicalChoice};
use crate::subscription::RefundWindow;

/// The rules of one edition, by combination.
#[derive(Debug)]
pub struct Rules {
    topics: BTreeMap<String, usize>,
    /// Index into the policy's rules, by [`slot`].
    slots: Vec<u16>,
}

/// The facts a rule is chosen by, besides the topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    pub asker: PartyKind,
    pub channel: Channel,
    pub deployed: bool,
    pub first_party: bool,
    pub choice: TechnicalChoice,
    pub refund: RefundWindow,
}

const WAYS: usize = 6 * 3 * 2 * 2 * 2 * 3;

impl Way {
    const fn slot(self) -> usize {
        let mut slot = self.asker as usize;
        slot = slot * 3 + self.channel as usize;
        slot = slot * 2 + self.deployed as usize;
        slot = slot * 2 + self.first_party as usize;
        slot = slot * 2 + self.choice as usize;
        slot * 3 + self.refund as usize
    }

    /// Every way there is.
    pub fn all() -> impl Iterator<Item = Way> {
        let both = [false, true];
        PartyKind::ALL.iter().flat_map(move |&asker| {
            Channel::ALL.iter().flat_map(move |&channel| {
                both.into_iter().flat_map(move |deployed| {
                    both.into_iter().flat_map(move |first_party| {
                        TechnicalChoice::ALL.iter().flat_map(move |&choice| {
                            RefundWindow::ALL.iter().map(move |&refund| Way {
                                asker,
                                channel,
                                deployed,
                                first_party,
                                choice,
                                refund,
                            })
                        })
                    })
                })
            })
        })
    }
}

impl Rules {
    /// Points every combination at its one rule.
    pub(super) fn compile(file: &PolicyFile, edition: &Edition) -> Result<Self, PolicyError> {
        const NONE: u16 = u16::MAX;
        let mut topics = BTreeMap::new();
        let mut slots = Vec::with_capacity(file.topic.len() * WAYS);
        let mut used = vec![false; file.rule.len()];
        for topic in file.topic.keys() {
            topics.insert(topic.clone(), slots.len());
            let of_topic: Vec<(usize, &Rule)> = file
                .rule
                .iter()
                .enumerate()
                .filter(|(_, rule)| rule.editions.as_ref().is_none_or(|ids| ids.contains(&edition.id)))
                .filter(|(_, rule)| rule.topics.iter().any(|pattern| matches(pattern, topic)))
                .collect();
            let base = slots.len();
            slots.resize(base + WAYS, NONE);
            for way in Way::all() {
                let combination = || Combination {
                    asker: way.asker,
                    channel: way.channel,
                    topic: topic.clone(),
                    deployed: way.deployed,
                    first_party: way.first_party,
                    choice: way.choice,
                    refund: way.refund,
                };
                let mut holding = of_topic
                    .iter()
                    .filter(|(_, rule)| holds(rule, way))
                    .map(|(index, _)| *index);
                let Some(first) = holding.next() else {
                    return Err(PolicyError::Gap {
                        edition: edition.id.clone(),
                        combination: combination(),
                    });
                };
                if let Some(second) = holding.next() {
                    return Err(PolicyError::Overlap {
                        edition: edition.id.clone(),
                        first: first + 1,
                        second: second + 1,
                        combination: combination(),
                    });
                }
                used[first] = true;
                slots[base + way.slot()] = u16::try_from(first).unwrap_or(NONE);
            }
        }
        let applies = |rule: &Rule| rule.editions.as_ref().is_none_or(|ids| ids.contains(&edition.id));
        if let Some(idle) = (0..file.rule.len()).find(|index| !used[*index] && applies(&file.rule[*index])) {
            return Err(PolicyError::Idle { rule: idle + 1 });
        }
        Ok(Rules { topics, slots })
    }

    /// The index of the rule that answers a topic asked in a way; absent where the topic is none of the programme's.
    pub fn find(&self, topic: &str, way: Way) -> Option<usize> {
        let base = self.topics.get(topic)?;
        Some(usize::from(self.slots[base + way.slot()]))
    }
}

fn holds(rule: &Rule, way: Way) -> bool {
    rule.askers
        .as_ref()
        .is_none_or(|askers| askers.contains(&way.asker))
        && rule
            .channels
            .as_ref()
            .is_none_or(|channels| channels.contains(&way.channel))
        && rule.deployed.is_none_or(|deployed| deployed == way.deployed)
        && rule
            .first_party
            .is_none_or(|first_party| first_party == way.first_party)
        && rule.choice.is_none_or(|choice| choice == way.choice)
        && rule
            .refund
            .as_ref()
            .is_none_or(|windows| windows.contains(&way.refund))
}

/// The way of one question through the parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// From the asker on; never empty.
    pub stations: Vec<PartyKind>,
    /// Where in `stations` the owner stands.
    pub owner: usize,
    /// The split leaves open who takes it.
    pub open: bool,
    /// The split bore on it, agreed or open.
    pub shared: bool,
}

/// What turns a rule's steps into parties.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expansion<'a> {
    pub topic: &'a Topic,
    pub asker: PartyKind,
    pub channel: Channel,
    pub share: Option<Share>,
    /// The seller that the customer's subscription names as its support contact, where somebody set it.
    pub support_contact: Option<PartyKind>,
}

impl Expansion<'_> {
    /// The parties a rule's path stands for, entered where the asker stands.
    pub(crate) fn line(self, rule: &Rule) -> Line {
        let seller_ends = rule.path.last() == Some(&Step::Seller);
        let sellers = self.sellers(seller_ends);
        let expand = |step: Step| -> Vec<PartyKind> {
            match step {
                Step::Seller => sellers.clone(),
                Step::AccountHolder => self.account_holder().into_iter().collect(),
                Step::Provider => vec![PartyKind::Provider],
                Step::Publisher => vec![PartyKind::Publisher],
                Step::Operator => vec![PartyKind::Operator],
            }
        };
        let mut way: Vec<PartyKind> = Vec::with_capacity(5);
        for kind in rule.path.iter().flat_map(|step| expand(*step)) {
            // A party that two steps stand for comes where the later one puts it.
            way.retain(|before| *before != kind);
            way.push(kind);
        }
        let owner = rule
            .responsible
            .and_then(|step| expand(step).last().copied())
            .or_else(|| way.last().copied())
            .unwrap_or(PartyKind::Operator);
        let seller_on_path = rule.path.contains(&Step::Seller);
        let shared = self.channel == Channel::Indirect && self.topic.split && seller_on_path;
        let stations = enter(self.asker, &way, owner);
        let owner = stations
            .iter()
            .position(|kind| *kind == owner)
            .unwrap_or(stations.len() - 1);
        let open = shared && self.share.is_none() && self.would_differ(rule);
        Line {
            stations,
            owner,
            open,
            shared,
        }
    }

    /// Whether what provider and reseller agree changes the way: where it does not, nothing is open.
    fn would_differ(self, rule: &Rule) -> bool {
        let agreed = |share| {
            Expansion {
                share: Some(share),
                ..self
            }
            .line(rule)
        };
        let lines: Vec<Line> = Share::ALL.iter().copied().map(agreed).collect();
        lines.windows(2).any(|pair| pair[0] != pair[1])
    }

    fn sellers(self, seller_ends: bool) -> Vec<PartyKind> {
        use PartyKind::{Operator, Partner, Provider, Reseller};
        let by_split = match self.channel {
            Channel::Direct => return vec![Operator],
            Channel::DirectBill => return vec![Partner],
            Channel::Indirect if !self.topic.split => vec![Reseller, Provider],
            Channel::Indirect => match self.share {
                Some(Share::Reseller) => vec![Reseller],
                Some(Share::Provider) => vec![Provider],
                Some(Share::ResellerThenProvider) | None => vec![Reseller, Provider],
            },
        };
        if self.asker != PartyKind::Customer {
            return by_split;
        }
        let open = self.topic.split && self.share.is_none();
        let first = match self.support_contact {
            Some(named) => named,
            None if open && self.topic.unagreed_first == UnagreedFirst::Provider => Provider,
            None => return by_split,
        };
        match by_split.iter().position(|kind| *kind == first) {
            Some(position) => by_split[position..].to_vec(),
            // The contact that the customer was given passes the question on to whoever agreed to end it.
            None if seller_ends || first == Reseller => [vec![first], by_split].concat(),
            None => vec![first],
        }
    }

    fn account_holder(self) -> Option<PartyKind> {
        match (self.asker, self.channel) {
            (PartyKind::Reseller, _) | (PartyKind::Customer, Channel::Indirect) => Some(PartyKind::Provider),
            (PartyKind::Customer, Channel::DirectBill) => Some(PartyKind::Partner),
            _ => None,
        }
    }
}

/// Cuts a way so that it begins with the asker. Those on it go on from where they stand; a customer begins at its first stop,
/// a seller at the first stop beyond it; whoever stands beyond the owner, or outside, turns to the owner.
fn enter(asker: PartyKind, way: &[PartyKind], owner: PartyKind) -> Vec<PartyKind> {
    let owner_at = way.iter().position(|kind| *kind == owner).unwrap_or(0);
    if let Some(position) = way.iter().position(|kind| *kind == asker) {
        return if position <= owner_at {
            way[position..].to_vec()
        } else {
            vec![asker, owner]
        };
    }
    let stop = if asker == PartyKind::Customer {
        Some(0)
    } else {
        way.iter().position(|kind| *kind > asker)
    };
    match stop {
        Some(stop) if stop <= owner_at => std::iter::once(asker)
            .chain(way[stop..].iter().copied())
            .collect(),
        _ => vec![asker, owner],
    }
}
