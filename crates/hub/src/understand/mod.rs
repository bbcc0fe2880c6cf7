//! Understanding a question in the words of the one who asks: what it is about, in which language, who asks, how bad it is,
//! and how sure that is.
//!
//! **What it promises.** The same text with the same hints reads the same. It is sure only where, on examples it had not
//! seen, such readings were right about the responsible party often enough; everywhere else it says what it may be, and the
//! one who asks chooses. It never reads more than the first 16 KiB and 800 words, and needs no service and no file.
//!
//! **How it reads.** `body` takes away greetings, signatures, quoted mails and form texts; `words` finds words, numbers,
//! addresses and names; `features` hashes the words, their neighbours and the letters they are made of; `model` adds up how
//! much each of them speaks for each topic. `signs` finds what the text says of itself. Whose a topic is says the policy.

mod asked;
mod body;
mod calibrate;
mod concepts;
mod corrected;
mod evaluate;
mod examples;
mod features;
mod language;
mod model;
mod owners;
mod signs;
mod spoken;
mod train;
mod words;

use std::ops::Range;

use firstline_domain::lang::Lang;
use firstline_domain::offer::Severity;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::EditionRef;

pub use asked::{Heard, about};
pub use body::TEXT_BYTES_MAX;
pub use evaluate::{Confusion, Report, Row, evaluate};
pub use examples::{Example, NoExample, digest, is_held_out, read_examples};
pub use model::{FIRST_PARTY, Figures, Header, Model, ModelError, NOT_SUPPORT};
pub use owners::{Owners, usual_channel, usual_owners};
pub use signs::Said;
pub use spoken::{SpokenInvoice, SpokenOffer, SpokenSubscription, Understanding};
pub use train::{Outcome, TrainError, train};

use features::{Found, features, found, word_hash};
use model::on_curve;
use signs::Line;
use words::{Kind, Word, Words};

/// Topics told of one text.
const TOPICS_MAX: usize = 3;
/// Topics that are offered at the least where it is not sure, and that somebody who asks something can mean.
const CHOICES_MIN: usize = 2;
/// A further choice that is less certain than this is not offered.
const CHOICE_CERTAINTY_MIN: f32 = 0.12;
/// From which certainty on a second topic is one of a mixed question.
const ALSO_CERTAINTY_MIN: f32 = 0.6;
/// From which certainty on a part of a text says something by itself.
const PART_CERTAINTY_MIN: f32 = 0.96;
/// A text of more parts is a story, whose parts mean little by themselves.
const PARTS_MAX: usize = 12;
/// Words that are shown to have led to a reading.
const LED_MAX: usize = 6;
/// Of a text in a language it reads, so many words are known, or so many runs of their letters.
const KNOWN_WORDS_MIN: f32 = 0.3;
const KNOWN_LETTERS_MIN: f32 = 0.85;

/// What is known of a question besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Hints {
    pub asker: Option<PartyKind>,
    pub channel: Option<Channel>,
    pub lang: Option<Lang>,
}

/// A topic that a text may be about.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadTopic {
    /// One of the programme's, or one of the two that are none of it.
    pub topic: String,
    /// How often such a reading is right.
    pub certainty: f32,
    /// Whose it is; absent for what is none of the programme's.
    pub owners: Option<Owners>,
}

/// What a text was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub lang: Lang,
    /// Where it is sure, what it is about, all of it meant. Else two or three things it may be about, the likeliest first, not
    /// all of them the same party's.
    pub topics: Vec<ReadTopic>,
    /// Which of them is the likeliest of the likeliest party.
    lead: usize,
    /// Whether the first topic's responsible party is right often enough to answer at once.
    pub sure: bool,
    /// How often the responsible party is right.
    pub certainty: f32,
    /// Who asks, as told, said in the text, or usual for the topic.
    pub asker: PartyKind,
    pub channel: Channel,
    /// Who the text says is asking.
    pub said_asker: Option<Said<PartyKind>>,
    pub severity: Option<Said<Severity>>,
    /// The words that spoke most for the first topic, in their order.
    pub led: Vec<Range<usize>>,
}

impl Reading {
    /// The topic it is taken to be about: of the likeliest party's, the likeliest.
    pub fn first(&self) -> Option<&ReadTopic> {
        self.topics.get(self.lead)
    }

    /// What somebody who asks something may have meant, where it is not sure.
    pub fn choices(&self) -> impl Iterator<Item = &ReadTopic> {
        self.topics
            .iter()
            .filter(|topic| !self.sure && topic.topic != NOT_SUPPORT)
    }

    /// Whether it reads like none of the programme's topics.
    pub fn outside(&self) -> bool {
        self.first().is_some_and(|first| first.owners.is_none())
    }
}

impl ReadTopic {
    /// Whether two topics are the same party's. What is none of the programme's has no owner: each such topic stands for itself.
    fn is_of_party(&self, other: &ReadTopic) -> bool {
        let responsible = |topic: &ReadTopic| topic.owners.map(|owners| owners.responsible);
        responsible(self) == responsible(other) && (self.owners.is_some() || self.topic == other.topic)
    }
}

/// What is meant where it is sure: the topic that leads, and what is likely enough by itself.
fn meant(ranked: &[ReadTopic], lead: usize) -> Vec<usize> {
    let others = (0..ranked.len()).filter(|at| *at != lead && ranked[*at].certainty >= ALSO_CERTAINTY_MIN);
    [lead].into_iter().chain(others).take(TOPICS_MAX).collect()
}

/// What is offered where it is not sure: the topic that leads and the likeliest others, so that there are two things to choose
/// between, and one of them is somebody else's. In the order of the ranking.
fn choices(ranked: &[ReadTopic], lead: usize) -> Vec<usize> {
    let mut chosen = vec![lead];
    for (at, topic) in ranked.iter().enumerate() {
        if at == lead || topic.topic == NOT_SUPPORT {
            continue;
        }
        let mut asks = chosen.clone();
        asks.retain(|at| ranked[*at].topic != NOT_SUPPORT);
        let differs = |topic: &ReadTopic| asks.iter().any(|at| !ranked[*at].is_of_party(topic));
        let someone_elses = asks.iter().any(|at| differs(&ranked[*at]));
        let enough = asks.len() >= CHOICES_MIN && someone_elses;
        if chosen.len() == TOPICS_MAX || enough && topic.certainty < CHOICE_CERTAINTY_MIN {
            break;
        }
        let last = chosen.len() + 1 == TOPICS_MAX;
        if !last || someone_elses || differs(topic) {
            chosen.push(at);
        }
    }
    chosen.sort_unstable();
    chosen
}

/// A stretch of a text, weighed.
struct Weighed {
    found: Vec<Found>,
    likely: Vec<f32>,
    /// Whether it is in a language that is read, and whether any of it is known.
    readable: bool,
    known: bool,
}

/// Reads texts by a model and the rules of a programme.
#[derive(Clone, Copy)]
pub struct Reader<'h> {
    pub model: &'h Model,
    pub edition: EditionRef<'h>,
}

impl Reader<'_> {
    /// What a text was read as.
    pub fn read(&self, text: &str, hints: &Hints) -> Reading {
        let words = Words::read(text);
        let lang = hints.lang.unwrap_or_else(|| language::language(text, &words));
        let line = Line::new(&words);
        let said_asker = line.asker();
        let told = hints.asker.or(said_asker.as_ref().map(|said| said.what));
        let channel = hints.channel.or(line.channel().map(|said| said.what));
        let weighed = self.weigh(&words, &words.all, told);
        let mut reading = Reading {
            lang,
            topics: Vec::new(),
            lead: 0,
            sure: false,
            certainty: 0.0,
            asker: told.unwrap_or(PartyKind::Customer),
            channel: Channel::DirectBill,
            said_asker,
            severity: line.severity(),
            led: Vec::new(),
        };
        self.tell(&mut reading, &weighed, told, channel);
        if !words.all.is_empty() {
            self.tell_parts(&mut reading, text, &words, told, channel);
            reading.led = self.led(&reading, &words, &weighed.found);
        }
        reading
    }

    fn weigh(&self, words: &Words, part: &[Word], asker: Option<PartyKind>) -> Weighed {
        let found = found(words, part);
        let likely = self.model.topics(&features(&found), asker);
        let letters = self.known_share(
            found
                .iter()
                .filter(|found| found.is_letters())
                .map(|found| found.hash),
        );
        let whole = part.iter().filter(|word| word.kind != Kind::Token);
        let whole = self.known_share(whole.map(|word| word_hash(words.text(word))));
        Weighed {
            found,
            likely,
            readable: whole >= KNOWN_WORDS_MIN || letters >= KNOWN_LETTERS_MIN,
            known: letters > 0.0,
        }
    }

    fn known_share(&self, hashes: impl Iterator<Item = u32>) -> f32 {
        let (known, all) = hashes.fold((0, 0), |(known, all), hash| {
            (known + u32::from(self.model.knows(hash)), all + 1)
        });
        known as f32 / all.max(1) as f32
    }

    /// What the programme calls a topic of the model; none where it has no such topic.
    fn of_programme<'t>(&'t self, topic: &'t str) -> Option<&'t str> {
        if matches!(topic, FIRST_PARTY | NOT_SUPPORT) || self.edition.policy.topic.contains_key(topic) {
            return Some(topic);
        }
        let own = self.edition.policy.topic.iter();
        own.filter(|(_, own)| own.like.iter().any(|like| like == topic))
            .map(|(id, _)| id.as_str())
            .next()
    }

    /// Who is taken to ask about a topic.
    fn asker(&self, topic: &str, told: Option<PartyKind>) -> PartyKind {
        let known = &self.model.header.usual_asker;
        let like = || {
            self.edition
                .policy
                .topic
                .get(topic)?
                .like
                .iter()
                .find_map(|like| known.get(like))
        };
        let usual = || known.get(topic).or_else(like).copied();
        told.or_else(usual).unwrap_or(PartyKind::Customer)
    }

    fn owners(&self, topic: &str, told: Option<PartyKind>, channel: Option<Channel>) -> Option<Owners> {
        let asker = self.asker(topic, told);
        usual_owners(
            self.edition,
            topic,
            asker,
            channel.unwrap_or(usual_channel(asker)),
        )
    }

    /// Tells what the whole text is about.
    fn tell(
        &self,
        reading: &mut Reading,
        weighed: &Weighed,
        told: Option<PartyKind>,
        channel: Option<Channel>,
    ) {
        let header = &self.model.header;
        let mut all: Vec<(f32, ReadTopic)> = Vec::with_capacity(header.topics.len());
        for (topic, likely) in header.topics.iter().zip(&weighed.likely) {
            let Some(topic) = self.of_programme(topic) else {
                continue;
            };
            match all.iter_mut().find(|(_, known)| known.topic == topic) {
                Some((sum, _)) => *sum += likely,
                None => all.push((
                    *likely,
                    ReadTopic {
                        topic: topic.to_owned(),
                        certainty: 0.0,
                        owners: self.owners(topic, told, channel),
                    },
                )),
            }
        }
        for (likely, topic) in &mut all {
            topic.certainty = on_curve(&header.certainty.topic, *likely);
        }
        let shares: Vec<f32> = all
            .iter()
            .map(|(_, of)| {
                let same = all.iter().filter(|(_, topic)| topic.is_of_party(of));
                same.map(|(likely, _)| likely).sum()
            })
            .collect();
        let most = shares.iter().copied().fold(0.0, f32::max);
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by(|a, b| all[*b].0.total_cmp(&all[*a].0));
        let Some(lead) = order.iter().position(|at| shares[*at] >= most - 1e-6) else {
            return;
        };
        reading.certainty = on_curve(&header.certainty.party, most);
        let threshold = header.certainty.sure.get(&reading.lang).copied().unwrap_or(1.0);
        reading.sure = reading.certainty >= threshold && weighed.readable;
        let ranked: Vec<ReadTopic> = order.into_iter().map(|at| all[at].1.clone()).collect();
        let shown = if reading.sure {
            meant(&ranked, lead)
        } else {
            choices(&ranked, lead)
        };
        reading.lead = shown.iter().position(|at| *at == lead).unwrap_or(0);
        reading.topics = shown.into_iter().map(|at| ranked[at].clone()).collect();
        if let Some(first) = reading.first() {
            let first = first.topic.clone();
            reading.asker = self.asker(&first, told);
            reading.channel = channel.unwrap_or(usual_channel(reading.asker));
        }
        if !weighed.known {
            reading.topics.clear();
        }
    }

    /// Reads the sentences of a text by themselves: one that is surely about something else, and somebody else's, makes the
    /// question a mixed one; and where the whole is not sure because it is two things, its parts are.
    fn tell_parts(
        &self,
        reading: &mut Reading,
        text: &str,
        words: &Words,
        told: Option<PartyKind>,
        channel: Option<Channel>,
    ) {
        let parts = words.parts(text);
        if parts.len() < 2 || parts.len() > PARTS_MAX || reading.outside() {
            return;
        }
        let mut surely: Vec<(f32, ReadTopic)> = Vec::new();
        for part in parts {
            let weighed = self.weigh(words, part, told);
            let mut of_part = Reading {
                topics: Vec::new(),
                ..reading.clone()
            };
            self.tell(&mut of_part, &weighed, told, channel);
            let certainty = of_part.certainty;
            let first = of_part.first().cloned().filter(|first| {
                first.owners.is_some()
                    && certainty >= PART_CERTAINTY_MIN
                    && first.certainty >= PART_CERTAINTY_MIN
            });
            surely.extend(first.map(|first| (certainty, first)));
        }
        let responsible = |topic: &ReadTopic| topic.owners.map(|owners| owners.responsible);
        if !reading.sure {
            let mut parties: Vec<_> = surely.iter().map(|(_, topic)| responsible(topic)).collect();
            parties.sort_unstable();
            parties.dedup();
            // Two parts that are sure of two parties, and both stand among what the whole may be.
            let of_whole = |topic: &ReadTopic| reading.topics.iter().any(|known| known.topic == topic.topic);
            if parties.len() < 2 || !surely.iter().all(|(_, topic)| of_whole(topic)) {
                return;
            }
            reading.sure = true;
            reading.certainty = surely.iter().map(|(certainty, _)| *certainty).fold(1.0, f32::min);
            reading.topics.clear();
            reading.lead = 0;
        }
        for (_, topic) in surely {
            if reading.topics.len() < TOPICS_MAX
                && reading
                    .topics
                    .iter()
                    .all(|known| responsible(known) != responsible(&topic))
            {
                reading.topics.push(topic);
            }
        }
    }

    /// The words that spoke most for the first topic.
    fn led(&self, reading: &Reading, words: &Words, found: &[Found]) -> Vec<Range<usize>> {
        let topics = &self.model.header.topics;
        let first = reading.first().and_then(|first| {
            topics
                .iter()
                .position(|topic| self.of_programme(topic) == Some(&first.topic))
        });
        let Some(first) = first else { return Vec::new() };
        let mut spoke = vec![0.0_f32; words.all.len()];
        for found in found {
            if let Some(spoke) = spoke.get_mut(usize::from(found.word)) {
                *spoke += found.weight() * self.model.speaks(found.hash, first);
            }
        }
        let most = spoke.iter().copied().fold(0.0, f32::max);
        let mut order: Vec<usize> = (0..spoke.len()).filter(|at| spoke[*at] > most * 0.25).collect();
        order.sort_by(|a, b| spoke[*b].total_cmp(&spoke[*a]));
        order.truncate(LED_MAX);
        order.sort_unstable();
        order.into_iter().map(|at| words.all[at].span.clone()).collect()
    }
}

/// How many features a text has: all of the reading but the weights, as the floor to measure it by.
pub fn features_in(text: &str) -> usize {
    let words = Words::read(text);
    features(&found(&words, &words.all)).len()
}
