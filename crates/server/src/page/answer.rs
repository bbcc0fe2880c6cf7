//! An answer: whose the question is, why, how to reach them, and until when. It has an address of its own, so that it can be sent
//! to a colleague and shows the same decision later.

use std::borrow::Cow;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use firstline_domain::access::{Act, Object};
use firstline_domain::decision::{Decision, Facts, Lack, Missing, PromiseSource};
use firstline_domain::id::DecisionId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::ContactKind;
use firstline_domain::party::{Party, PartyKind};
use firstline_domain::policy::EditionRef;
use firstline_hub::ask::Answer;
use firstline_hub::offer::OfferPage;
use firstline_hub::{HubError, locale, t};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use uuid::Uuid;

use super::frame::{Frame, Here, Place};
use super::line::{Line, contact_at, level_hours, line};
use super::part::{HoursNow, Reaches, Target, Words};
use super::{encode, html};
use crate::App;
use crate::failure::Failure;
use crate::verdict::{called_in_sentence, verdict};

pub(super) fn router() -> Router<App> {
    Router::new().route("/answers/{id}", get(show))
}

/// A rule that the answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClauseView {
    pub id: String,
    pub text: String,
    /// The wording that counts, where the reader's language is another.
    pub original: Option<String>,
}

/// Something that is missing, who must supply it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LackView {
    pub title: Cow<'static, str>,
    pub help: String,
    /// Where the reader can do something about it.
    pub act: Option<(Cow<'static, str>, &'static str)>,
}

/// A contact besides those on the line.
#[derive(Debug, Clone)]
pub(super) struct OtherContact {
    pub title: Cow<'static, str>,
    pub reaches: Reaches,
    pub hours: Option<HoursNow>,
}

/// What is promised, and where that stands.
#[derive(Debug, Clone)]
pub(super) struct Promised {
    pub title: String,
    pub targets: Vec<Target>,
    pub source: String,
    pub url: Option<String>,
    /// When its times run, in words, or that nobody says so.
    pub counted: String,
    pub otherwise: Option<String>,
}

/// The offer that an answer is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Product {
    pub name: String,
    /// Absent where the offer is no longer to be seen.
    pub address: Option<String>,
    /// `publisher/offer`, for asking again.
    pub reference: Option<String>,
}

/// The page of an answer.
#[derive(Template)]
#[template(path = "answer.html")]
pub(super) struct AnswerPage {
    pub frame: Frame,
    pub topic: String,
    pub product: Option<Product>,
    pub customer: Option<String>,
    pub asked_as: String,
    pub line: Line,
    pub lacks: Vec<LackView>,
    pub clauses: Vec<ClauseView>,
    pub edition: String,
    /// Whether another edition has come into force since.
    pub superseded: bool,
    pub source: String,
    pub contacts: Vec<OtherContact>,
    pub promised: Option<Promised>,
    pub decided: String,
    pub decided_ago: String,
    pub decided_at: Timestamp,
    pub zone: String,
    pub again: String,
    pub another: String,
    /// The address of this page, whole.
    pub link: String,
    /// The answer in plain text, to be sent on.
    pub plain: String,
    /// Set where the question was read from somebody's own words.
    pub read: Option<ReadAs>,
}

/// What somebody's own words were read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReadAs {
    pub says: String,
    /// What else was asked, and where its answer is.
    pub also: Option<(String, String)>,
}

/// Where the question came from.
#[derive(Deserialize)]
struct From {
    read: Option<String>,
    also: Option<Uuid>,
}

async fn show(here: Here, Path(id): Path<String>, Query(from): Query<From>) -> Result<Response, Failure> {
    let id = Uuid::parse_str(&id)
        .map(DecisionId)
        .map_err(|_| HubError::NotFound("decision"))?;
    let answer = here.hub.kept_answer(here.scope(), id).await?;
    let offer = match &answer.facts.offer {
        Some(offer) => {
            let reference = offer.id.to_string();
            here.hub
                .offer_without_contacts(here.scope(), &reference)
                .await
                .ok()
        }
        None => None,
    };
    let decision = answer.decision(&here.hub)?;
    let edition = answer.edition(&here.hub);
    let superseded = edition.edition.id != here.hub.edition().edition.id;
    let frame = here.frame(Place::Ask, verdict(&decision, here.reader.lang));
    let link = format!("{}/answers/{id}", here.origin);
    let mut page = AnswerPage::new(
        frame,
        edition,
        &answer,
        &decision,
        offer.as_ref(),
        superseded,
        link,
    );
    if from.read.is_some() {
        let also = match from.also {
            Some(also) => here.hub.kept_answer(here.scope(), DecisionId(also)).await.ok(),
            None => None,
        };
        page.read = Some(ReadAs {
            says: t!(here.reader.lang, "understood-as", topic = &page.topic),
            also: also.zip(from.also).map(|(also, id)| {
                let topic = topic_name(edition, &also.facts.topic, here.reader.lang);
                (
                    t!(here.reader.lang, "understood-second", topic = topic),
                    format!("/answers/{id}?read=1"),
                )
            }),
        });
    }
    Ok(html(&page))
}

fn topic_name(edition: EditionRef<'_>, topic: &str, lang: Lang) -> String {
    let known = edition.policy.topic.get(topic);
    known.map_or(topic, |topic| topic.name.get(lang)).to_owned()
}

impl AnswerPage {
    pub fn new(
        frame: Frame,
        edition: EditionRef<'_>,
        answer: &Answer,
        decision: &Decision<'_>,
        offer: Option<&OfferPage>,
        superseded: bool,
        link: String,
    ) -> Self {
        let words = frame.words().clone();
        let (policy, facts) = (edition.policy, &answer.facts);
        let lang = words.lang;
        let product = product(&words, facts, offer);
        let line = line(&words, policy, decision, &behind(facts));
        let customer = facts
            .parties
            .iter()
            .find(|known| known.party.kind == PartyKind::Customer && facts.asker != PartyKind::Customer)
            .and_then(|known| known.party.name.clone());
        let mut again = format!("/ask?topic={}", encode(&facts.topic));
        let mut another = "/ask".to_owned();
        if let Some(reference) = product.as_ref().and_then(|product| product.reference.as_ref()) {
            again.push_str(&format!("&offer={}", encode(reference)));
            another.push_str(&format!("?offer={}", encode(reference)));
        }
        if let Some(id) = answer.id {
            again.push_str(&format!("&answer={id}"));
        }
        AnswerPage {
            topic: topic_name(edition, &facts.topic, lang),
            read: None,
            customer,
            asked_as: t!(
                lang,
                "answer-asked-as",
                part = super::line::called(&words, policy, facts.asker, None)
            ),
            lacks: lacks(&words, edition, facts, decision),
            clauses: decision
                .clauses
                .iter()
                .filter_map(|id| clause(lang, edition, id))
                .collect(),
            edition: t!(
                lang,
                "answer-edition",
                edition = &edition.edition.id,
                date = day(lang, edition.edition.from)
            ),
            superseded,
            source: policy.source.clone(),
            contacts: other_contacts(&words, decision),
            promised: promised(&words, decision),
            decided: words.date_time(answer.decided_at),
            decided_ago: words.relative(answer.decided_at),
            decided_at: answer.decided_at,
            zone: words.zone_name(),
            again,
            another,
            plain: plain(&frame.title, &line, &link),
            line,
            product,
            link,
            frame,
        }
    }
}

/// A day of the programme's calendar.
fn day(lang: Lang, date: jiff::civil::Date) -> String {
    date.to_zoned(TimeZone::UTC).map_or_else(
        |_| date.to_string(),
        |start| locale::date(lang, start.timestamp(), &TimeZone::UTC),
    )
}

fn product(words: &Words, facts: &Facts, offer: Option<&OfferPage>) -> Option<Product> {
    let recorded = facts.offer.as_ref()?;
    Some(match offer {
        Some(page) => {
            let (publisher, handle) = (&page.publisher.handle, &page.offer.handle);
            Product {
                name: page.offer.name(words.lang).to_owned(),
                address: Some(format!("/offers/{}/{}", encode(publisher), encode(handle))),
                reference: Some(format!("{publisher}/{handle}")),
            }
        }
        None => Product {
            name: recorded.name.clone(),
            address: None,
            reference: None,
        },
    })
}

/// Whom the question came from before it reached a seller that asks for a known customer.
fn behind(facts: &Facts) -> Vec<Party> {
    if !facts.asker.sells() || !facts.subscription {
        return Vec::new();
    }
    let mut parties: Vec<Party> = facts
        .parties
        .iter()
        .map(|known| &known.party)
        .filter(|party| party.kind < facts.asker)
        .cloned()
        .collect();
    parties.sort_by_key(|party| party.kind);
    parties
}

fn clause(lang: Lang, edition: EditionRef<'_>, id: &str) -> Option<ClauseView> {
    let texts = edition.clause(id)?;
    Some(ClauseView {
        id: id.to_owned(),
        text: texts.get(lang).to_owned(),
        original: (lang != Lang::En).then(|| texts.en.clone()),
    })
}

/// What is missing, each thing once: what is not agreed stands on the line already, with what to do about it; and where there
/// is no contact at all, it need not be said of each kind.
fn lacks(words: &Words, edition: EditionRef<'_>, facts: &Facts, decision: &Decision<'_>) -> Vec<LackView> {
    let gap_on_line = decision.path.iter().any(|station| !station.agreed);
    let no_contact = decision
        .missing
        .iter()
        .any(|missing| missing.what == Lack::Contact);
    let said = |missing: &&Missing| match missing.what {
        Lack::Split => gap_on_line && missing.who != facts.asker,
        Lack::CustomerSupportContact | Lack::ProgrammeContact => no_contact,
        _ => false,
    };
    decision
        .missing
        .iter()
        .filter(|missing| !said(missing))
        .map(|missing| lack(words, edition, facts, missing))
        .collect()
}

fn lack(words: &Words, edition: EditionRef<'_>, facts: &Facts, missing: &Missing) -> LackView {
    let known = facts.parties.iter().find(|known| known.party.kind == missing.who);
    let who = called_in_sentence(
        words.lang,
        missing.who,
        known.and_then(|known| known.party.name.as_deref()),
    );
    let yours = missing.who == facts.asker;
    let key = format!("lack-{}", missing.what.as_str().replace('.', "-"));
    let act = match missing.what {
        Lack::TechnicalChoice | Lack::Split if yours => Some((words.t("lack-act-support"), "/support")),
        Lack::Desk if yours => Some((words.t("lack-act-desk"), "/desk")),
        _ => None,
    };
    // Who is shown the publisher's contacts, where that is what is missing.
    let holders = edition.holders(&[facts.asker], Act::See, Object::OfferContacts);
    let roles: Vec<_> = holders.iter().map(|role| words.of("role", role)).collect();
    let roles = locale::list(words.lang, &roles, locale::Joint::And);
    LackView {
        title: words.t(&key),
        help: words.capital(&t!(words.lang, &format!("{key}-help"), who = who, roles = roles)),
        act,
    }
}

/// The contacts that the asker may see and that no station of the line carries.
fn other_contacts(words: &Words, decision: &Decision<'_>) -> Vec<OtherContact> {
    let on_line = |kind: Option<ContactKind>| {
        let stations = decision.path.iter().enumerate();
        let mut shown = stations.filter_map(|(index, station)| contact_at(decision, index, station));
        shown.any(|contact| contact.kind == kind && kind.is_some())
    };
    decision
        .contacts
        .iter()
        .filter(|contact| !on_line(contact.kind))
        .map(|contact| OtherContact {
            title: contact
                .kind
                .map_or_else(|| words.t("contact-support"), |kind| words.of("contact", kind)),
            reaches: Reaches::of(words, contact),
            hours: contact.hours.as_ref().map(|hours| HoursNow::of(words, hours)),
        })
        .collect()
}

fn promised(words: &Words, decision: &Decision<'_>) -> Option<Promised> {
    let level = decision.service_level.as_ref()?;
    let owner = decision.responsible();
    let by = called_in_sentence(words.lang, owner.kind, owner.name);
    let hours = level_hours(level);
    Some(Promised {
        title: t!(words.lang, "promised-by", who = by),
        targets: Target::all(words, level.targets, hours.as_ref()),
        source: match level.source {
            PromiseSource::Agreement => level.title.unwrap_or_default().to_owned(),
            PromiseSource::Programme => words.t("promise-source-programme").into_owned(),
            PromiseSource::Desk => words.t("promise-source-desk").into_owned(),
        },
        url: level
            .url
            .filter(|url| firstline_domain::readiness::is_web_url(url))
            .map(str::to_owned),
        counted: hours.map_or_else(
            || words.t("promised-uncounted").into_owned(),
            |hours| t!(words.lang, "promised-counted", hours = words.weekly(&hours)),
        ),
        otherwise: level
            .otherwise_business_days
            .map(|days| t!(words.lang, "promise-otherwise", count = days)),
    })
}

/// The answer in plain text: the verdict, how to reach whom, and the address of the page.
fn plain(verdict: &str, line: &Line, link: &str) -> String {
    let mut text = format!("{verdict}\n");
    for stop in &line.stops {
        if let Some(reaches) = &stop.reaches {
            let ways: Vec<_> = reaches.list.iter().map(|reach| reach.value.as_str()).collect();
            text.push_str(&format!("{}: {}\n", stop.name, ways.join(" · ")));
        }
    }
    text.push_str(link);
    text
}
