//! The model: how much each feature speaks for each topic, small enough to stand in the program.
//!
//! A file is a line that names its form, the length of a JSON header, the header (topics, calibration, figures, what it was
//! trained on), and three tables with an entry for each feature in the order of the hashes: the low half of the hash, how
//! rare the feature is, and a signed byte for each topic and each asker. The high half of a hash is found by an index before
//! them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use serde::{Deserialize, Serialize};

use super::features::{Feature, word_hash};

const MAGIC: &[u8] = b"firstline model 2\n";
const BUCKETS: usize = 1 << 16;
/// Bytes of a model's file.
pub const MODEL_BYTES_MAX: usize = 6 * 1000 * 1000;

/// The topic of questions about the operator's own products, which the programme does not cover.
pub const FIRST_PARTY: &str = "none.first-party";
/// The topic of texts that ask nothing.
pub const NOT_SUPPORT: &str = "none.not-support";

/// The model that comes with the program.
static COMMITTED: &[u8] = include_bytes!("../../../../understanding/model.bin");

/// Everything about a model but its weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The topics it tells apart, in the order of the weights.
    pub topics: Vec<String>,
    /// The askers it tells apart by what they write; their weights follow those of the topics.
    pub askers: Vec<PartyKind>,
    /// What speaks for each topic before a word is read, by who asks; `unknown` where that is not said.
    pub before: BTreeMap<String, Vec<f32>>,
    /// What speaks for each asker before a word is read.
    pub asker_before: Vec<f32>,
    /// What a weight's unit is worth, for each topic and each asker.
    pub units: Vec<f32>,
    /// What a unit of rarity is worth.
    pub rarity_unit: f32,
    pub certainty: Certainty,
    pub trained: Trained,
    pub figures: Figures,
}

/// From what the weights say to how often they are right, by examples that were not trained on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certainty {
    /// Of the responsible party, where it is told who asks.
    pub told: PartyCertainty,
    /// The same where that is not told.
    pub untold: PartyCertainty,
    /// Points between which the share of right topics is drawn, by what the weights give a single one.
    pub topic: Vec<[f32; 2]>,
}

/// How certain a responsible party is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyCertainty {
    /// Points between which the share of right ones is drawn, by what the weights give it.
    pub curve: Vec<[f32; 2]>,
    /// From which certainty on one is sure, by language.
    pub sure: BTreeMap<Lang, f32>,
}

/// What a model was trained on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trained {
    /// Of all committed examples, those held out included: another set is another model.
    pub examples: String,
    pub count: usize,
    pub held_out: usize,
    /// Examples of this installation.
    pub local: usize,
}

/// How it does on the examples that were held out.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Share of questions whose responsible party is right.
    pub party: f32,
    /// Share of questions it is sure of.
    pub sure: f32,
    /// Share of those that are right.
    pub party_when_sure: f32,
    /// Share of questions whose topic is right.
    pub topic: f32,
}

/// Why a file is no model.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    #[error("this is not a model of this version of the program")]
    Form,
    #[error("the model's header cannot be read")]
    Header(#[source] serde_json::Error),
}

/// How much each feature speaks for each topic.
pub struct Model {
    pub header: Header,
    bytes: Cow<'static, [u8]>,
    tables: usize,
    features: usize,
}

/// A model before it is packed: the hashes in their order, and for each its rarity and its weights.
pub(super) struct Weights {
    pub hashes: Vec<u32>,
    pub rarity: Vec<f32>,
    pub askers: Vec<PartyKind>,
    /// For each feature those of the topics, then those of the askers.
    pub weights: Vec<f32>,
    /// As [`Header::before`], by [`asker_at`].
    pub before: Vec<Vec<f32>>,
    pub asker_before: Vec<f32>,
}

/// Whose question it is, as the index of what is known before: the last stands for not knowing.
pub(super) fn asker_at(asker: Option<PartyKind>) -> usize {
    asker.map_or(PartyKind::ALL.len(), |asker| asker as usize)
}

pub(super) fn asker_key(asker: Option<PartyKind>) -> &'static str {
    asker.map_or("unknown", PartyKind::as_str)
}

impl Header {
    /// Weights of a feature.
    fn columns(&self) -> usize {
        self.topics.len() + self.askers.len()
    }
}

impl Model {
    /// The model that comes with the program.
    pub fn committed() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(Cow::Borrowed(COMMITTED)).expect("a test reads the committed model"))
    }

    /// # Errors
    /// When the bytes are no model of this form.
    pub fn read(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Form)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(ModelError::Form)?;
        let length = u32::from_le_bytes(*length) as usize;
        let header: Header = serde_json::from_slice(rest.get(..length).ok_or(ModelError::Form)?)
            .map_err(ModelError::Header)?;
        let topics = header.topics.len();
        let columns = header.columns();
        let tables = MAGIC.len() + 4 + length;
        let after_index = tables + (BUCKETS + 1) * 4;
        let entries = bytes.len().checked_sub(after_index).ok_or(ModelError::Form)?;
        let features = entries / (3 + columns);
        let whole = features * (3 + columns) == entries
            && topics > 0
            && header.units.len() == columns
            && header.asker_before.len() == header.askers.len()
            && header.before.contains_key("unknown")
            && header.before.values().all(|before| before.len() == topics);
        let model = Model {
            header,
            bytes,
            tables,
            features,
        };
        let ordered = (0..BUCKETS).all(|bucket| model.bucket(bucket) <= model.bucket(bucket + 1));
        if whole && ordered && model.bucket(BUCKETS) == features {
            Ok(model)
        } else {
            Err(ModelError::Form)
        }
    }

    /// How many features it knows.
    pub fn features(&self) -> usize {
        self.features
    }

    pub fn size_bytes(&self) -> usize {
        self.bytes.len()
    }

    /// A name for the file that changes when any of it does.
    pub fn digest(&self) -> String {
        blake3::hash(&self.bytes).to_hex()[..16].to_owned()
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn bucket(&self, bucket: usize) -> usize {
        let at = self.tables + bucket * 4;
        self.bytes[at..at + 4]
            .try_into()
            .map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
    }

    /// Where a feature stands, if it is known.
    fn find(&self, hash: u32) -> Option<usize> {
        let (high, low) = ((hash >> 16) as usize, (hash as u16).to_le_bytes());
        let table = &self.bytes[self.tables + (BUCKETS + 1) * 4..];
        (self.bucket(high)..self.bucket(high + 1)).find(|&at| table[at * 2..at * 2 + 2] == low)
    }

    fn rarity(&self, at: usize) -> f32 {
        let table = self.tables + (BUCKETS + 1) * 4 + self.features * 2;
        f32::from(self.bytes[table + at]) * self.header.rarity_unit
    }

    fn weights(&self, at: usize) -> &[u8] {
        let columns = self.header.columns();
        let table = self.tables + (BUCKETS + 1) * 4 + self.features * 3 + at * columns;
        &self.bytes[table..table + columns]
    }

    /// How much a text's features speak for each topic, and after those for each asker.
    pub(super) fn scores(&self, features: &[Feature]) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.header.columns()];
        let mut length = 0.0_f32;
        for feature in features {
            let Some(at) = self.find(feature.hash) else {
                continue;
            };
            let weight = feature.weight * self.rarity(at);
            length += weight * weight;
            for (score, byte) in scores.iter_mut().zip(self.weights(at)) {
                *score += weight * f32::from(byte.cast_signed());
            }
        }
        let length = length.sqrt().max(f32::MIN_POSITIVE);
        for (score, unit) in scores.iter_mut().zip(&self.header.units) {
            *score *= unit / length;
        }
        scores
    }

    /// How likely each topic is, in the order of the header, given who asks.
    pub(super) fn topics(&self, scores: &[f32], asker: PartyKind) -> Vec<f32> {
        let before = &self.header.before;
        let before = before
            .get(asker_key(Some(asker)))
            .unwrap_or(&before[asker_key(None)]);
        likely(scores, before)
    }

    /// How likely each asker is.
    pub(super) fn askers(&self, scores: &[f32]) -> impl Iterator<Item = (PartyKind, f32)> {
        let shares = likely(&scores[self.header.topics.len()..], &self.header.asker_before);
        self.header.askers.iter().copied().zip(shares)
    }

    /// Whether a folded word stands in several of the examples.
    pub fn knows_word(&self, word: &str) -> bool {
        self.knows(word_hash(word))
    }

    pub(super) fn knows(&self, hash: u32) -> bool {
        self.find(hash).is_some()
    }

    /// How much a feature speaks for one topic against all, by itself.
    pub(super) fn speaks(&self, hash: u32, topic: usize) -> f32 {
        let Some(at) = self.find(hash) else { return 0.0 };
        let worth =
            |topic: usize| f32::from(self.weights(at)[topic].cast_signed()) * self.header.units[topic];
        let count = self.header.topics.len();
        let mean = (0..count).map(worth).sum::<f32>() / count as f32;
        (worth(topic) - mean) * self.rarity(at)
    }

    /// Packs weights: the features that say least are left out where the file would grow too large.
    pub(super) fn pack(mut header: Header, weights: &Weights) -> Result<Self, ModelError> {
        header.askers.clone_from(&weights.askers);
        header.asker_before.clone_from(&weights.asker_before);
        let (topics, columns) = (header.topics.len(), header.columns());
        let row = |at: usize| &weights.weights[at * columns..(at + 1) * columns];
        let room = (MODEL_BYTES_MAX - (BUCKETS + 1) * 4 - 64 * 1024) / (3 + columns);
        let mut kept: Vec<usize> = (0..weights.hashes.len()).collect();
        if kept.len() > room {
            let says = |at: &usize| row(*at)[..topics].iter().map(|w| w * w).sum::<f32>();
            kept.sort_by(|a, b| says(b).total_cmp(&says(a)).then(a.cmp(b)));
            kept.truncate(room);
            kept.sort_unstable();
        }
        let most = |column: usize| kept.iter().map(|at| row(*at)[column].abs()).fold(1e-6, f32::max);
        // A few features outgrow all others: those are cut, so that the rest keep their differences.
        header.units = (0..columns).map(|column| most(column) * 0.6 / 127.0).collect();
        header.rarity_unit = weights.rarity.iter().copied().fold(1e-6, f32::max) / 255.0;
        header.before = PartyKind::ALL
            .iter()
            .map(|kind| Some(*kind))
            .chain([None])
            .map(|asker| {
                (
                    asker_key(asker).to_owned(),
                    weights.before[asker_at(asker)].clone(),
                )
            })
            .collect();
        let json = serde_json::to_vec(&header).map_err(ModelError::Header)?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(u32::try_from(json.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend(json);
        for bucket in 0..=BUCKETS {
            let before = kept.partition_point(|at| {
                (weights.hashes[*at] >> 16) as usize <= bucket.wrapping_sub(1) && bucket > 0
            });
            bytes.extend(u32::try_from(before).unwrap_or(u32::MAX).to_le_bytes());
        }
        for at in &kept {
            bytes.extend((weights.hashes[*at] as u16).to_le_bytes());
        }
        bytes.extend(
            kept.iter()
                .map(|at| (weights.rarity[*at] / header.rarity_unit).round() as u8),
        );
        for at in &kept {
            let packed = row(*at).iter().zip(&header.units);
            bytes.extend(
                packed.map(|(w, unit)| ((w / unit).round().clamp(-127.0, 127.0) as i8).cast_unsigned()),
            );
        }
        Model::read(Cow::Owned(bytes))
    }
}

/// How likely each of some things is, by what the text says for it and what spoke for it before.
pub(super) fn likely(scores: &[f32], before: &[f32]) -> Vec<f32> {
    let mut likely: Vec<f32> = scores
        .iter()
        .zip(before)
        .map(|(score, before)| score + before)
        .collect();
    softmax(&mut likely);
    likely
}

pub(super) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in &mut *scores {
        *score = (*score - most).exp();
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// Reads a curve of points at `x`: straight between them, flat outside.
pub(super) fn on_curve(points: &[[f32; 2]], x: f32) -> f32 {
    let after = points.partition_point(|point| point[0] < x);
    match (
        after.checked_sub(1).and_then(|before| points.get(before)),
        points.get(after),
    ) {
        (Some([x0, y0]), Some([x1, y1])) => y0 + (y1 - y0) * (x - x0) / (x1 - x0).max(f32::MIN_POSITIVE),
        (Some([_, y]), None) | (None, Some([_, y])) => *y,
        (None, None) => x,
    }
}
