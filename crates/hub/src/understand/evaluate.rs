//! How well a model reads questions that it was not trained on.

use std::collections::BTreeMap;

use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;

use super::examples::Example;
use super::model::{Figures, Model};
use super::owners::{Owners, usual_channel, usual_owners};
use super::{Hints, Reader, Reading};

/// Bins of certainty that calibration is measured in.
const BINS: usize = 10;

/// Counts over some of the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Row {
    pub questions: usize,
    pub topic_right: usize,
    pub party_right: usize,
    pub sure: usize,
    pub party_right_when_sure: usize,
}

impl Row {
    fn add(&mut self, verdict: Verdict) {
        self.questions += 1;
        self.topic_right += usize::from(verdict.topic);
        self.party_right += usize::from(verdict.party);
        self.sure += usize::from(verdict.sure);
        self.party_right_when_sure += usize::from(verdict.sure && verdict.party);
    }

    pub fn figures(&self) -> Figures {
        let share = |part: usize, of: usize| part as f32 / of.max(1) as f32;
        Figures {
            party: share(self.party_right, self.questions),
            sure: share(self.sure, self.questions),
            party_when_sure: share(self.party_right_when_sure, self.sure),
            topic: share(self.topic_right, self.questions),
        }
    }
}

/// A topic taken for one of another party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    pub meant: String,
    pub read: String,
    pub count: usize,
    pub sure: usize,
}

/// How a model does on some questions.
#[derive(Debug, Clone, Default)]
pub struct Report {
    pub all: Row,
    /// The same without telling it who asks.
    pub asker_not_told: Row,
    pub by_lang: BTreeMap<Lang, Row>,
    pub by_topic: BTreeMap<String, Row>,
    /// Questions about things of several parties: how many, of how many more than one was told, and of how many a party was told
    /// that is none of theirs.
    pub mixed: (usize, usize, usize),
    /// The same for questions about one party's.
    pub plain: (usize, usize, usize),
    /// Questions whose language it finds by itself.
    pub lang_right: usize,
    /// For each tenth of certainty: how many, their mean certainty, and how many were right.
    pub calibration: Vec<(usize, f32, usize)>,
    /// The most frequent first.
    pub confusions: Vec<Confusion>,
}

impl Report {
    /// How far certainty and the share of right ones lie apart, on average over the questions.
    pub fn calibration_error(&self) -> f32 {
        let apart = self
            .calibration
            .iter()
            .map(|(count, certainty, right)| (certainty * *count as f32 - *right as f32).abs());
        apart.sum::<f32>() / self.all.questions.max(1) as f32
    }
}

#[derive(Clone, Copy)]
struct Verdict {
    topic: bool,
    party: bool,
    sure: bool,
}

/// Whose a topic is for whoever asked in the example; what is none of the programme's is its own.
fn party(edition: EditionRef<'_>, topic: &str, asker: PartyKind) -> Result<Owners, String> {
    usual_owners(edition, topic, asker, usual_channel(asker)).ok_or_else(|| topic.to_owned())
}

fn verdict(edition: EditionRef<'_>, example: &Example, reading: &Reading) -> Verdict {
    let meant = || example.also.iter().chain([&example.topic]);
    let Some(first) = reading.first() else {
        return Verdict {
            topic: false,
            party: false,
            sure: false,
        };
    };
    let read = first.owners.map(|owners| owners.responsible).ok_or(&first.topic);
    let same = |topic: &String| match (party(edition, topic, example.asker), read) {
        (Ok(owners), Ok(responsible)) => owners.responsible == responsible,
        (Err(topic), Err(read)) => topic == *read,
        _ => false,
    };
    Verdict {
        topic: meant().any(|topic| *topic == first.topic),
        party: meant().any(same),
        sure: reading.sure,
    }
}

fn count_parties(report: &mut Report, edition: EditionRef<'_>, example: &Example, reading: &Reading) {
    let parties = |topics: Vec<&String>| -> Vec<PartyKind> {
        let mut parties: Vec<PartyKind> = topics
            .into_iter()
            .filter_map(|topic| party(edition, topic, example.asker).ok())
            .map(|owners| owners.responsible)
            .collect();
        parties.sort_unstable();
        parties.dedup();
        parties
    };
    let meant = parties(example.also.iter().chain([&example.topic]).collect());
    if !reading.sure {
        return;
    }
    let told = parties(reading.topics.iter().map(|topic| &topic.topic).collect());
    let counts = if meant.len() > 1 {
        &mut report.mixed
    } else {
        &mut report.plain
    };
    counts.0 += 1;
    counts.1 += usize::from(told.len() > 1);
    counts.2 += usize::from(told.iter().any(|party| !meant.contains(party)));
}

/// Reads the questions and counts what was right.
pub fn evaluate(model: &Model, edition: EditionRef<'_>, examples: &[&Example]) -> Report {
    let reader = Reader { model, edition };
    let mut report = Report {
        calibration: vec![(0, 0.0, 0); BINS],
        ..Report::default()
    };
    let mut confusions: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    for example in examples {
        let told = Hints {
            asker: Some(example.asker),
            ..Hints::default()
        };
        let reading = reader.read(&example.text, &told);
        let result = verdict(edition, example, &reading);
        report.all.add(result);
        report.by_lang.entry(example.lang).or_default().add(result);
        report
            .by_topic
            .entry(example.topic.clone())
            .or_default()
            .add(result);
        count_parties(&mut report, edition, example, &reading);
        report.lang_right += usize::from(reading.lang == example.lang);
        let not_told = reader.read(&example.text, &Hints::default());
        report.asker_not_told.add(verdict(edition, example, &not_told));
        let bin = &mut report.calibration[((reading.certainty * BINS as f32) as usize).min(BINS - 1)];
        let count = bin.0 as f32;
        *bin = (
            bin.0 + 1,
            (bin.1 * count + reading.certainty) / (count + 1.0),
            bin.2 + usize::from(result.party),
        );
        if !result.party
            && let Some(first) = reading.first()
        {
            let count = confusions
                .entry((example.topic.clone(), first.topic.clone()))
                .or_default();
            count.0 += 1;
            count.1 += usize::from(reading.sure);
        }
    }
    report.confusions = confusions
        .into_iter()
        .map(|((meant, read), (count, sure))| Confusion {
            meant,
            read,
            count,
            sure,
        })
        .collect();
    report
        .confusions
        .sort_by_key(|confusion| std::cmp::Reverse((confusion.count, confusion.sure)));
    report
}

/// The figures of all questions.
pub(super) fn figures(model: &Model, edition: EditionRef<'_>, examples: &[&Example]) -> Figures {
    evaluate(model, edition, examples).all.figures()
}
