//! Learning the weights from examples: the same examples give the same model.
//!
//! The weights are those of a multinomial logistic regression, learned by stochastic gradient descent on two things at once:
//! the topic, and whose the question is, since a topic mistaken for another of the same party does no harm. Beside them it
//! learns who asks, by what they write: a question whose asker is not told is read as each of those who may ask it would mean
//! it. In part of the steps the asker is forgotten, so that the words are not left to what the asker says already.

use std::collections::{BTreeMap, HashMap};

use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;

use super::calibrate::certainty;
use super::evaluate::figures;
use super::examples::{Example, digest, is_held_out};
use super::features::{Feature, features, found};
use super::model::{
    FIRST_PARTY, Figures, Header, Model, ModelError, NOT_SUPPORT, Trained, Weights, asker_at, likely, softmax,
};
use super::owners::{usual_channel, usual_owners};
use super::signs::Line;
use super::words::Words;
use super::{ByAsker, askers};

/// Examples that a feature must be found in; rarer ones are names and slips.
const EXAMPLES_MIN: u32 = 2;
const ROUNDS: usize = 20;
const STEP: f32 = 2.0;
/// How much weights are drawn to nothing at each step.
const DECAY: f32 = 3e-6;
/// How much who asks weighs against the whole text.
const ASKER_WEIGHT: f32 = 3.0;
/// Share of steps in which the asker is not told.
const ASKER_FORGOTTEN: f32 = 0.2;
/// How fast it is learned who asks at all.
const ASKER_BEFORE_STEP: f32 = 0.01;
/// Share of a text's features that each step leaves out, so that no single one is leaned on.
const FEATURES_FORGOTTEN: f32 = 0.3;
/// How much of a question that is about two things belongs to the second.
const ALSO_SHARE: f32 = 0.3;
/// Parts that the training examples are cut into, each judged by a model that has not seen it.
const FOLDS: usize = 6;

/// Nothing could be learned.
#[derive(Debug, thiserror::Error)]
pub enum TrainError {
    #[error("there are no examples of '{0}'")]
    NoExamples(String),
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// An example as the weights see it.
pub(super) struct Seen<'e> {
    pub example: &'e Example,
    pub topic: usize,
    also: Vec<usize>,
    features: Vec<Feature>,
    /// Who the text says is asking.
    said: Option<PartyKind>,
}

impl Seen<'_> {
    /// Everything the question is about.
    pub(super) fn meant(&self) -> impl Iterator<Item = usize> {
        self.also.iter().copied().chain([self.topic])
    }
}

/// Whose each topic is, for each asker, as a number that is the same for the same party.
pub(super) struct OwnerTable(Vec<[usize; PartyKind::ALL.len()]>);

impl OwnerTable {
    fn new(edition: EditionRef<'_>, topics: &[String]) -> Self {
        OwnerTable(
            topics
                .iter()
                .enumerate()
                .map(|(at, topic)| {
                    std::array::from_fn(|asker| {
                        let asker = PartyKind::ALL[asker];
                        usual_owners(edition, topic, asker, usual_channel(asker))
                            .map_or(PartyKind::ALL.len() + at, |owners| owners.responsible as usize)
                    })
                })
                .collect(),
        )
    }

    /// Whose a topic is.
    pub(super) fn of(&self, topic: usize, asker: PartyKind) -> usize {
        self.0[topic][asker as usize]
    }

    /// Whose the question most likely is where it is not told who asks, and how likely that is.
    pub(super) fn likeliest(&self, by_asker: &[ByAsker]) -> (usize, f32) {
        let mut shares = vec![0.0_f32; PartyKind::ALL.len() + self.0.len()];
        for ByAsker { asker, share, topics } in by_asker {
            for (topic, likely) in topics.iter().enumerate() {
                shares[self.of(topic, *asker)] += share * likely;
            }
        }
        let most = shares.iter().copied().fold(0.0, f32::max);
        (shares.iter().position(|share| *share >= most).unwrap_or(0), most)
    }

    pub(super) fn same(&self, topic: usize, other: usize, asker: PartyKind) -> bool {
        self.of(topic, asker) == self.of(other, asker)
    }

    /// How likely it is that the question is of the same party as `topic`.
    pub(super) fn share(&self, likely: &[f32], topic: usize, asker: PartyKind) -> f32 {
        let same = likely
            .iter()
            .enumerate()
            .filter(|(other, _)| self.same(topic, *other, asker));
        same.map(|(_, p)| p).sum()
    }

    /// The topic that stands for the likeliest party: the likeliest of its topics.
    pub(super) fn best(&self, likely: &[f32], asker: PartyKind) -> usize {
        let shares: Vec<f32> = (0..likely.len())
            .map(|topic| self.share(likely, topic, asker))
            .collect();
        let most = shares.iter().copied().fold(0.0, f32::max);
        (0..likely.len())
            .filter(|topic| shares[*topic] >= most - 1e-6)
            .max_by(|a, b| likely[*a].total_cmp(&likely[*b]).then(b.cmp(a)))
            .unwrap_or(0)
    }
}

/// What one example was taken for by weights that had not seen it.
pub(super) struct Judged<'e> {
    pub seen: &'e Seen<'e>,
    pub likely: Vec<f32>,
    /// The same without telling who asks.
    pub by_asker: Vec<ByAsker>,
}

/// A model, and how it does.
pub struct Outcome {
    pub model: Model,
    pub figures: Figures,
}

/// Learns a model from examples of the program and of this installation; those held out are left out and measured.
///
/// # Errors
/// When a topic has no examples.
pub fn train(
    edition: EditionRef<'_>,
    committed: &[Example],
    local: &[Example],
) -> Result<Outcome, TrainError> {
    let topics = topics(edition);
    let owners = OwnerTable::new(edition, &topics);
    let seen = see(
        &topics,
        committed
            .iter()
            .chain(local)
            .filter(|example| !is_held_out(&example.text)),
    );
    for (at, topic) in topics.iter().enumerate() {
        if !seen.iter().any(|seen| seen.topic == at) {
            return Err(TrainError::NoExamples(topic.clone()));
        }
    }
    let certainty = certainty(&owners, &judge_unseen(&seen, topics.len(), &owners));
    let all: Vec<&Seen<'_>> = seen.iter().collect();
    let weights = fit(&all, topics.len(), &owners);
    let held_out: Vec<&Example> = committed
        .iter()
        .chain(local)
        .filter(|example| is_held_out(&example.text))
        .collect();
    let header = Header {
        topics,
        askers: Vec::new(),
        before: BTreeMap::new(),
        asker_before: Vec::new(),
        units: Vec::new(),
        rarity_unit: 0.0,
        certainty,
        trained: Trained {
            examples: digest(committed),
            count: seen.len(),
            held_out: held_out.len(),
            local: local.len(),
        },
        figures: Figures::default(),
    };
    let measured = figures(&Model::pack(header.clone(), &weights)?, edition, &held_out);
    let header = Header {
        figures: measured,
        ..header
    };
    Ok(Outcome {
        model: Model::pack(header, &weights)?,
        figures: measured,
    })
}

/// The programme's topics and the two that are none of it.
fn topics(edition: EditionRef<'_>) -> Vec<String> {
    let own = edition.policy.topic_order.iter().cloned();
    own.chain([FIRST_PARTY.to_owned(), NOT_SUPPORT.to_owned()])
        .collect()
}

fn see<'e>(topics: &[String], examples: impl Iterator<Item = &'e Example>) -> Vec<Seen<'e>> {
    let place = |topic: &String| topics.iter().position(|known| known == topic);
    examples
        .filter_map(|example| {
            let words = Words::read(&example.text);
            Some(Seen {
                example,
                topic: place(&example.topic)?,
                also: example.also.iter().filter_map(place).collect(),
                features: features(&found(&words, &words.all)),
                said: Line::new(&words).asker().map(|said| said.what),
            })
        })
        .collect()
}

/// Judges each example by weights learned from the other parts.
fn judge_unseen<'e>(seen: &'e [Seen<'e>], topics: usize, owners: &OwnerTable) -> Vec<Judged<'e>> {
    let mut judged = Vec::with_capacity(seen.len());
    // A stride that shares no factor with the length spreads each topic over all parts.
    let part = |at: usize| at * 7919 % seen.len() % FOLDS;
    for fold in 0..FOLDS {
        let (others, own): (Vec<_>, Vec<_>) = (0..seen.len()).partition(|at| part(*at) != fold);
        let others: Vec<&Seen<'_>> = others.into_iter().map(|at| &seen[at]).collect();
        let weights = fit(&others, topics, owners);
        judged.extend(own.into_iter().map(|at| weights.judge(&seen[at], topics)));
    }
    judged
}

impl Weights {
    fn known(&self, features: &[Feature]) -> Vec<(usize, f32)> {
        let mut known: Vec<(usize, f32)> = features
            .iter()
            .filter_map(|feature| {
                let at = self.hashes.binary_search(&feature.hash).ok()?;
                Some((at, feature.weight * self.rarity[at]))
            })
            .collect();
        unit(&mut known);
        known
    }

    fn scores(&self, text: &[(usize, f32)], scores: &mut [f32]) {
        let columns = scores.len();
        scores.fill(0.0);
        for &(feature, weight) in text {
            let own = &self.weights[feature * columns..(feature + 1) * columns];
            for (score, own) in scores.iter_mut().zip(own) {
                *score += own * weight;
            }
        }
    }

    fn judge<'e>(&self, seen: &'e Seen<'e>, topics: usize) -> Judged<'e> {
        let mut scores = vec![0.0; topics + self.askers.len()];
        self.scores(&self.known(&seen.features), &mut scores);
        let of = |asker: PartyKind| likely(&scores[..topics], &self.before[asker_at(Some(asker))]);
        let shares = likely(&scores[topics..], &self.asker_before);
        let shares = self.askers.iter().copied().zip(shares);
        let by_asker = askers(seen.said, shares)
            .into_iter()
            .map(|(asker, share)| ByAsker {
                asker,
                share,
                topics: of(asker),
            });
        Judged {
            likely: of(seen.example.asker),
            by_asker: by_asker.collect(),
            seen,
        }
    }
}

/// Makes a text's weights as long as any other's.
fn unit(text: &mut [(usize, f32)]) {
    let length = text.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    for (_, weight) in text {
        *weight /= length.max(f32::MIN_POSITIVE);
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.roll() % bound as u64) as usize
    }

    /// Leaves out some of a text's features; the rest weigh as much as all did.
    fn thin(&mut self, text: &[(usize, f32)], kept: &mut Vec<(usize, f32)>) {
        const FORGOTTEN: u32 = (FEATURES_FORGOTTEN * 65_536.0) as u32;
        kept.clear();
        let mut rolled = 0;
        for (at, feature) in text.iter().enumerate() {
            rolled = if at % 4 == 0 { self.roll() } else { rolled >> 16 };
            if (rolled & 0xffff) as u32 >= FORGOTTEN {
                kept.push(*feature);
            }
        }
        unit(kept);
    }

    fn happens(&mut self, share: f32) -> bool {
        (self.roll() % 1000) as f32 / 1000.0 < share
    }
}

fn fit(seen: &[&Seen<'_>], topics: usize, owners: &OwnerTable) -> Weights {
    let mut weights = dictionary(seen, topics);
    let texts: Vec<Vec<(usize, f32)>> = seen.iter().map(|seen| weights.known(&seen.features)).collect();
    let mut drift = vec![vec![1e-6_f32; topics]; PartyKind::ALL.len() + 1];
    let mut order: Vec<usize> = (0..seen.len()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let columns = topics + weights.askers.len();
    let mut slope = vec![0.0_f32; columns];
    let mut text: Vec<(usize, f32)> = Vec::new();
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        let step = STEP * (1.0 - round as f32 / ROUNDS as f32).max(0.05);
        for &at in &order {
            let asker = (!dice.happens(ASKER_FORGOTTEN)).then_some(seen[at].example.asker);
            dice.thin(&texts[at], &mut text);
            weights.scores(&text, &mut slope);
            let (of_topics, of_askers) = slope.split_at_mut(topics);
            weights.topic_slope(seen[at], asker, owners, of_topics);
            weights.asker_slope(seen[at], of_askers);
            for &(feature, weight) in &text {
                let own = &mut weights.weights[feature * columns..(feature + 1) * columns];
                for (own, slope) in own.iter_mut().zip(&slope) {
                    *own -= step * (slope * weight + DECAY * *own);
                }
            }
            let (before, drift) = (&mut weights.before[asker_at(asker)], &mut drift[asker_at(asker)]);
            for ((before, drift), slope) in before.iter_mut().zip(drift).zip(&slope) {
                let slope = slope * ASKER_WEIGHT + 1e-4 * *before / ASKER_WEIGHT;
                *drift += slope * slope;
                *before -= ASKER_WEIGHT * step * 0.5 * slope / (drift.sqrt() + 1e-3);
            }
            for (before, slope) in weights.asker_before.iter_mut().zip(&slope[topics..]) {
                *before -= ASKER_BEFORE_STEP * step * slope;
            }
        }
    }
    weights
}

impl Weights {
    /// From what the weights say for each topic to where they err: towards the example's topic, and towards any topic of the
    /// same party.
    fn topic_slope(&self, seen: &Seen<'_>, asker: Option<PartyKind>, owners: &OwnerTable, slope: &mut [f32]) {
        for (score, before) in slope.iter_mut().zip(&self.before[asker_at(asker)]) {
            *score += before;
        }
        softmax(slope);
        let own = seen.example.asker;
        let of_party = owners.share(slope, seen.topic, own).max(1e-6);
        let second = ALSO_SHARE * seen.also.len() as f32;
        for (topic, likely) in slope.iter_mut().enumerate() {
            let meant = match topic {
                _ if topic == seen.topic => 1.0 - second,
                _ if seen.also.contains(&topic) => ALSO_SHARE,
                _ => 0.0,
            };
            let party = if owners.same(seen.topic, topic, own) {
                *likely / of_party
            } else {
                0.0
            };
            *likely = (*likely - meant) + (*likely - party);
        }
    }

    /// The same for who asks.
    fn asker_slope(&self, seen: &Seen<'_>, slope: &mut [f32]) {
        for (score, before) in slope.iter_mut().zip(&self.asker_before) {
            *score += before;
        }
        softmax(slope);
        for (likely, asker) in slope.iter_mut().zip(&self.askers) {
            *likely -= f32::from(u8::from(*asker == seen.example.asker));
        }
    }
}

/// The features that are found often enough, with how rare each is, and no weights yet.
fn dictionary(seen: &[&Seen<'_>], topics: usize) -> Weights {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for feature in seen.iter().flat_map(|seen| &seen.features) {
        *counts.entry(feature.hash).or_default() += 1;
    }
    let mut kept: Vec<(u32, u32)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= EXAMPLES_MIN)
        .collect();
    kept.sort_unstable();
    let all = seen.len() as f32;
    let asks = |asker: &&PartyKind| seen.iter().any(|seen| seen.example.asker == **asker);
    let askers: Vec<PartyKind> = PartyKind::ALL.iter().filter(asks).copied().collect();
    Weights {
        hashes: kept.iter().map(|(hash, _)| *hash).collect(),
        rarity: kept
            .iter()
            .map(|(_, count)| ((1.0 + all) / (1.0 + *count as f32)).ln() + 1.0)
            .collect(),
        weights: vec![0.0; kept.len() * (topics + askers.len())],
        before: vec![vec![0.0; topics]; PartyKind::ALL.len() + 1],
        asker_before: vec![0.0; askers.len()],
        askers,
    }
}
