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
pub use corrected::Installed;
pub use evaluate::{Confusion, Report, Row, evaluate};
pub use examples::{Example, NoExample, digest, is_held_out, read_examples};
pub use model::{FIRST_PARTY, Figures, Header, Model, ModelError, NOT_SUPPORT};
pub use owners::{Owners, usual_channel, usual_owners};
pub use signs::Said;
pub use spoken::{SpokenInvoice, SpokenOffer, SpokenSubscription, Understanding};
pub use train::{Outcome, TrainError, train};

use features::{Found, features, found, word_hash};
use model::on_curve;
use owners::KnownOwners;
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
/// An asker that is less likely than this is not thought of.
const ASKER_SHARE_MIN: f32 = 0.02;
/// How much likelier somebody is to ask who the text says is asking.
const SAID_WEIGHT: f32 = 200.0;
/// Words that are shown to have led to a reading.
const LED_MAX: usize = 6;
/// Of a text in a language it reads, so many words are known, or so many runs of their letters.
const KNOWN_WORDS_MIN: f32 = 0.3;
/// Fewer where a word has many endings, and is seldom seen whole; a text that is taken for such a language has signs of it.
const fn known_letters_min(lang: Lang) -> f32 {
    match lang {
        Lang::En | Lang::Es => 0.85,
        Lang::Tr => 0.75,
        Lang::Ko => 0.6,
    }
}

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

/// What a text may be about if somebody of this kind asks it.
struct ByAsker {
    asker: PartyKind,
    /// How likely it is that they ask.
    share: f32,
    /// How likely each topic then is.
    topics: Vec<f32>,
}

/// Who may ask, by what they write and what the text says of itself.
fn askers(said: Option<PartyKind>, shares: impl Iterator<Item = (PartyKind, f32)>) -> Vec<(PartyKind, f32)> {
    let weigh = |(asker, share)| {
        let weight = if Some(asker) == said { SAID_WEIGHT } else { 1.0 };
        (asker, share * weight)
    };
    let mut likely: Vec<(PartyKind, f32)> = shares.map(weigh).collect();
    let all: f32 = likely.iter().map(|(_, share)| share).sum();
    likely.retain(|(_, share)| *share >= all * ASKER_SHARE_MIN);
    let all: f32 = likely.iter().map(|(_, share)| share).sum();
    likely.iter_mut().for_each(|(_, share)| *share /= all);
    likely
}

/// What is known of how a text is asked.
struct Asking<'h> {
    /// Whether it was told who asks.
    told: bool,
    /// Who may ask, and how likely that is.
    askers: Vec<(PartyKind, f32)>,
    owners: KnownOwners<'h>,
}

/// A stretch of a text, weighed.
struct Weighed {
    found: Vec<Found>,
    scores: Vec<f32>,
    /// Share of its words that are known, and of the runs of their letters.
    known_words: f32,
    known_letters: f32,
}

impl Weighed {
    fn is_readable(&self, lang: Lang) -> bool {
        self.known_words >= KNOWN_WORDS_MIN || self.known_letters >= known_letters_min(lang)
    }
}

/// Whose a question may be: one of the parties, or for what is none of the programme's the topic itself.
type Whose<'t> = (Option<PartyKind>, &'t str);

/// A topic that a text may be about, and how likely it is by who may ask.
struct Candidate<'t> {
    topic: &'t str,
    likely: f32,
    asked: Vec<(f32, PartyKind, Option<Owners>)>,
}

impl<'t> Candidate<'t> {
    fn whose(&self, owners: Option<Owners>) -> Whose<'t> {
        let responsible = owners.map(|owners| owners.responsible);
        (responsible, if responsible.is_some() { "" } else { self.topic })
    }

    /// How likely it is this topic, and this party's.
    fn of_party(&self, whose: Whose<'_>) -> f32 {
        let own = self
            .asked
            .iter()
            .filter(|(.., owners)| self.whose(*owners) == whose);
        own.map(|(likely, ..)| likely).sum()
    }

    /// Who most likely asks it, and whose it then is; among those whose it is `whose`, where that is given.
    fn likeliest(&self, whose: Option<Whose<'_>>) -> Option<(PartyKind, Option<Owners>)> {
        let fits = |owners: Option<Owners>| whose.is_none_or(|whose| self.whose(owners) == whose);
        let asked = self.asked.iter().filter(|(.., owners)| fits(*owners));
        asked
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, asker, owners)| (*asker, *owners))
    }
}

/// The likeliest party, and how likely it is.
fn likeliest_party<'t>(candidates: &[Candidate<'t>]) -> Option<(Whose<'t>, f32)> {
    let mut shares: Vec<(Whose<'t>, f32)> = Vec::new();
    for candidate in candidates {
        for (likely, _, owners) in &candidate.asked {
            let whose = candidate.whose(*owners);
            match shares.iter_mut().find(|(known, _)| *known == whose) {
                Some((_, share)) => *share += likely,
                None => shares.push((whose, *likely)),
            }
        }
    }
    shares.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))
}

/// Reads texts by a model and the rules of a programme.
#[derive(Clone, Copy)]
pub struct Reader<'h> {
    pub model: &'h Model,
    pub edition: EditionRef<'h>,
}

impl<'h> Reader<'h> {
    /// What a text was read as.
    pub fn read(&self, text: &str, hints: &Hints) -> Reading {
        let words = Words::read(text);
        let lang = hints.lang.unwrap_or_else(|| language::language(text, &words));
        let line = Line::new(&words);
        let said_asker = line.asker();
        let channel = hints.channel.or(line.channel().map(|said| said.what));
        let weighed = self.weigh(&words, &words.all);
        let said = said_asker.as_ref().map(|said| said.what);
        let mut asking = Asking {
            told: hints.asker.is_some(),
            askers: match hints.asker {
                Some(asker) => vec![(asker, 1.0)],
                None => askers(said, self.model.askers(&weighed.scores)),
            },
            owners: KnownOwners::new(self.edition, channel),
        };
        let mut reading = Reading {
            lang,
            topics: Vec::new(),
            lead: 0,
            sure: false,
            certainty: 0.0,
            asker: hints.asker.or(said).unwrap_or(PartyKind::Customer),
            channel: Channel::DirectBill,
            said_asker,
            severity: line.severity(),
            led: Vec::new(),
        };
        self.tell(&mut reading, &weighed, &mut asking);
        if !words.all.is_empty() {
            self.tell_parts(&mut reading, text, &words, &mut asking);
            reading.led = self.led(&reading, &words, &weighed.found);
        }
        reading
    }

    fn weigh(&self, words: &Words, part: &[Word]) -> Weighed {
        let found = found(words, part);
        let scores = self.model.scores(&features(&found));
        let letters = found.iter().filter(|found| found.is_letters());
        let known_letters = self.known_share(letters.map(|found| found.hash));
        let whole = part.iter().filter(|word| word.kind != Kind::Token);
        let known_words = self.known_share(whole.map(|word| word_hash(words.text(word))));
        Weighed {
            found,
            scores,
            known_words,
            known_letters,
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

    /// The topics of the programme that a text may be about, the likeliest first.
    fn candidates<'t>(&'t self, scores: &[f32], asking: &mut Asking<'h>) -> Vec<Candidate<'t>> {
        let mut all: Vec<Candidate<'t>> = Vec::with_capacity(self.model.header.topics.len());
        for (asker, share) in &asking.askers {
            let likely = self.model.topics(scores, *asker);
            for (at, (topic, likely)) in self.model.header.topics.iter().zip(likely).enumerate() {
                let Some(topic) = self.of_programme(topic) else {
                    continue;
                };
                let owners = asking.owners.of(at, topic, *asker);
                let place = all.iter().position(|known| known.topic == topic);
                let place = place.unwrap_or_else(|| {
                    all.push(Candidate {
                        topic,
                        likely: 0.0,
                        asked: Vec::with_capacity(asking.askers.len()),
                    });
                    all.len() - 1
                });
                all[place].likely += share * likely;
                all[place].asked.push((share * likely, *asker, owners));
            }
        }
        all.sort_by(|a, b| b.likely.total_cmp(&a.likely));
        all
    }

    /// Tells what the whole text is about.
    fn tell(&self, reading: &mut Reading, weighed: &Weighed, asking: &mut Asking<'h>) {
        let certainty = &self.model.header.certainty;
        let candidates = self.candidates(&weighed.scores, asking);
        let Some((whose, share)) = likeliest_party(&candidates) else {
            return;
        };
        let of_party = |at: &usize| candidates[*at].of_party(whose);
        let lead = (0..candidates.len())
            .rev()
            .max_by(|a, b| of_party(a).total_cmp(&of_party(b)));
        let Some(lead) = lead else { return };
        let asked = |at: usize| candidates[at].likeliest((at == lead).then_some(whose));
        let ranked: Vec<ReadTopic> = (0..candidates.len())
            .map(|at| ReadTopic {
                topic: candidates[at].topic.to_owned(),
                certainty: on_curve(&certainty.topic, candidates[at].likely),
                owners: asked(at).and_then(|(_, owners)| owners),
            })
            .collect();
        let party = if asking.told {
            &certainty.told
        } else {
            &certainty.untold
        };
        reading.certainty = on_curve(&party.curve, share);
        let threshold = party.sure.get(&reading.lang).copied().unwrap_or(1.0);
        reading.sure = reading.certainty >= threshold && weighed.is_readable(reading.lang);
        let shown = if reading.sure {
            meant(&ranked, lead)
        } else {
            choices(&ranked, lead)
        };
        reading.lead = shown.iter().position(|at| *at == lead).unwrap_or(0);
        reading.topics = shown.into_iter().map(|at| ranked[at].clone()).collect();
        if let Some((asker, _)) = asked(lead) {
            reading.asker = asker;
            reading.channel = asking.owners.channel(asker);
        }
        if weighed.known_letters <= 0.0 {
            reading.topics.clear();
        }
    }

    /// Reads the sentences of a text by themselves: one that is surely about something else, and somebody else's, makes the
    /// question a mixed one; and where the whole is not sure because it is two things, its parts are.
    fn tell_parts(&self, reading: &mut Reading, text: &str, words: &Words, asking: &mut Asking<'h>) {
        let parts = words.parts(text);
        if parts.len() < 2 || parts.len() > PARTS_MAX || reading.outside() {
            return;
        }
        let mut surely: Vec<(f32, ReadTopic)> = Vec::new();
        for part in parts {
            let weighed = self.weigh(words, part);
            let mut of_part = Reading {
                topics: Vec::new(),
                ..reading.clone()
            };
            self.tell(&mut of_part, &weighed, asking);
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
