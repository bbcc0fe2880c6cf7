//! An offer's page: what it is, how its publisher is reached, who supports what, and what is promised, each as this reader may
//! see it.

mod documents;
mod note;

use std::borrow::Cow;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use firstline_domain::decision::Decision;
use firstline_domain::offer::{ContactKind, OfferState, OptIn, SupportedBy};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::PolicyFile;
use firstline_domain::readiness::Readiness;
use firstline_domain::reading::{Reading, Text};
use firstline_domain::role::Role;
use firstline_hub::locale::{self, Joint};
use firstline_hub::offer::OfferPage;
use firstline_hub::translation::Read;
use firstline_hub::{HubError, t};
use serde::Deserialize;
use serde_json::{Value, json};

use self::documents::{Document, documents};
pub(super) use self::note::Note;
use super::discover::{Reason, category_name, other_language, reasons};
use super::frame::{Frame, Here, Place};
use super::part::{HoursNow, Markup, Reaches, Target, Words, part_name, promise_hours};
use super::{encode, html, vcard};
use crate::App;
use crate::failure::Failure;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/offers/{publisher}/{offer}", get(show))
        .route("/offers/{publisher}/{offer}/contacts/{card}", get(card))
}

/// A contact of the offer, or the place where one is missing.
pub(super) struct ContactCard {
    pub kind: ContactKind,
    pub title: Cow<'static, str>,
    pub name: Option<String>,
    /// Whether customers never see it.
    pub for_partners: bool,
    pub reaches: Option<Reaches>,
    pub hours: Option<HoursNow>,
    /// The week's hours in words.
    pub weekly: Option<String>,
    pub languages: Option<String>,
    pub card: String,
}

/// A plan in words.
pub(super) struct PlanRow {
    pub name: String,
    /// How it is billed and what it costs, as far as the publisher says.
    pub terms: String,
}

/// What a party is to one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Duty {
    First,
    /// Answers for it.
    Owner,
    /// Stands on the way.
    Passes,
    None,
}

/// Who supports one topic.
pub(super) struct TopicRow {
    pub name: String,
    pub example: String,
    pub ask: String,
    pub agreed: bool,
    pub duties: Vec<(PartyKind, Duty)>,
}

/// Who supports what, for one asker and channel.
pub(super) struct Matrix {
    pub title: Cow<'static, str>,
    pub columns: Vec<(PartyKind, Cow<'static, str>)>,
    pub rows: Vec<TopicRow>,
    /// Other ways to buy, where the reader may want to compare: name, address, whether it is this one.
    pub channels: Vec<(Cow<'static, str>, String, bool)>,
}

/// The page of an offer.
#[derive(Template)]
#[template(path = "offer.html")]
pub(super) struct OfferDetails {
    pub frame: Frame,
    /// `publisher/offer`.
    pub reference: String,
    pub publisher: String,
    pub publisher_address: String,
    /// The tag of its name's language where that is not the reader's.
    pub name_lang: Option<String>,
    pub summary: String,
    pub paragraphs: Vec<String>,
    /// The tag of the language that the listing is shown in where that is not the reader's.
    pub text_lang: Option<String>,
    /// What the reader should know of the language of all this.
    pub note: Note,
    pub kind: String,
    pub categories: String,
    pub markets: String,
    pub supporter: Cow<'static, str>,
    /// Where it is sold or stands otherwise; absent while it is simply live.
    pub state: Option<Cow<'static, str>>,
    pub opened: Cow<'static, str>,
    pub can_buy: Option<bool>,
    pub reasons: Vec<Reason>,
    /// Who would see contacts that the reader's role does not show.
    pub hidden: Option<String>,
    pub orphaned: bool,
    pub cards: Vec<ContactCard>,
    pub documents: Vec<Document>,
    /// Those in languages that the reader did not choose, where the same kind exists in the reader's own.
    pub documents_elsewhere: Vec<Document>,
    pub plans: Vec<PlanRow>,
    pub agreement: Option<(String, Option<String>, String)>,
    pub targets: Vec<Target>,
    pub matrix: Matrix,
    /// Whether its own publisher or the operator looks at it, and how ready it is.
    pub readiness: Option<(Readiness, usize)>,
    pub edit: Option<String>,
    pub json_ld: Markup,
}

#[derive(Deserialize)]
struct Shown {
    channel: Option<Channel>,
    /// Whether to show what was written, also where there is a translation.
    original: Option<String>,
}

/// What of an offer is read on its page.
pub(super) struct Shows<'p> {
    pub page: &'p OfferPage,
    pub read: &'p Read,
    /// Whether the reader wants what was written.
    pub originals: bool,
}

async fn show(
    here: Here,
    Path((publisher, offer)): Path<(String, String)>,
    Query(Shown { channel, original }): Query<Shown>,
) -> Result<Response, Failure> {
    let page = here
        .hub
        .offer(here.scope(), &format!("{publisher}/{offer}"))
        .await?;
    let words = here.words();
    let read = here.hub.read_offer(&page, words.lang).await?;
    let shows = Shows {
        page: &page,
        read: &read,
        originals: original.is_some(),
    };
    if here.wants("reading") {
        return Ok(html(&Note::new(&words, &shows).asked_again()));
    }
    let (asker, sells) = (here.scope().usual_kind(), here.scope().sells());
    let view = View::of(asker, channel);
    let policy = here.hub.policy().file();
    let decided = here
        .hub
        .who_supports_what(&page, view.asker, view.channel, |topic, decision| {
            topic_row(&words, policy, &page, topic, decision)
        });
    let matrix = matrix(&words, &page, view, decided);
    let frame = here.frame(Place::Discover, page.offer.name(words.lang).to_owned());
    Ok(html(&OfferDetails::new(frame, policy, &shows, matrix, sells)))
}

async fn card(
    here: Here,
    Path((publisher, offer, card)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let missing = || HubError::NotFound("contact");
    let kind: ContactKind = card
        .strip_suffix(".vcf")
        .and_then(|kind| kind.parse().ok())
        .ok_or_else(missing)?;
    let page = here
        .hub
        .offer(here.scope(), &format!("{publisher}/{offer}"))
        .await?;
    let contact = page
        .offer
        .contact(kind)
        .filter(|contact| contact.is_reachable())
        .ok_or_else(missing)?;
    let purpose = here.words().of("contact", kind);
    Ok(vcard::download(
        &format!("{offer}-{kind}"),
        vcard::vcard(&page.publisher.name, &purpose, contact),
    ))
}

/// For whom the table of who supports what is made: sellers and customers see it as they ask; others as a customer would.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    pub asker: PartyKind,
    pub channel: Channel,
    compares: bool,
}

impl View {
    pub fn of(reader: PartyKind, channel: Option<Channel>) -> Self {
        match reader {
            PartyKind::Partner => View {
                asker: reader,
                channel: Channel::DirectBill,
                compares: false,
            },
            PartyKind::Provider | PartyKind::Reseller => View {
                asker: reader,
                channel: Channel::Indirect,
                compares: false,
            },
            PartyKind::Customer | PartyKind::Publisher | PartyKind::Operator => View {
                asker: PartyKind::Customer,
                channel: channel.unwrap_or(Channel::DirectBill),
                compares: true,
            },
        }
    }
}

/// The row of one topic.
pub(super) fn topic_row(
    words: &Words,
    policy: &PolicyFile,
    page: &OfferPage,
    topic: &str,
    decision: &Decision<'_>,
) -> TopicRow {
    let texts = policy.topic.get(topic);
    let duties = decision.path.iter().enumerate().map(|(index, station)| {
        let duty = match index {
            index if index == decision.owner => Duty::Owner,
            0 => Duty::None,
            1 => Duty::First,
            _ => Duty::Passes,
        };
        (station.kind, duty)
    });
    let reference = encode(&format!("{}/{}", page.publisher.handle, page.offer.handle));
    TopicRow {
        name: texts.map_or(topic, |texts| texts.name.get(words.lang)).to_owned(),
        example: texts.map_or("", |texts| texts.example.get(words.lang)).to_owned(),
        ask: format!("/ask?offer={reference}&topic={}", encode(topic)),
        agreed: decision.agreed,
        duties: duties.collect(),
    }
}

/// The table, with a column for every party that has a duty in any row.
pub(super) fn matrix(words: &Words, page: &OfferPage, view: View, mut rows: Vec<TopicRow>) -> Matrix {
    let mut kinds: Vec<PartyKind> = rows
        .iter()
        .flat_map(|row| {
            row.duties
                .iter()
                .filter(|(_, duty)| *duty != Duty::None)
                .map(|(kind, _)| *kind)
        })
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    for row in &mut rows {
        let known = std::mem::take(&mut row.duties);
        let duty = |kind| {
            known
                .iter()
                .find(|(of, _)| *of == kind)
                .map_or(Duty::None, |(_, duty)| *duty)
        };
        row.duties = kinds.iter().map(|&kind| (kind, duty(kind))).collect();
    }
    let address = address(page);
    let channel = |channel: Channel| {
        (
            words.of("channel", channel),
            format!("{address}?channel={channel}#who"),
            channel == view.channel,
        )
    };
    Matrix {
        title: if view.compares {
            words.t("who-when-customer")
        } else {
            words.t("who-when-you")
        },
        columns: kinds
            .iter()
            .map(|&kind| {
                let you = kind == view.asker && !view.compares;
                (
                    kind,
                    if you {
                        words.t("you")
                    } else {
                        part_name(words, kind)
                    },
                )
            })
            .collect(),
        channels: if view.compares {
            Channel::ALL.iter().rev().map(|&each| channel(each)).collect()
        } else {
            Vec::new()
        },
        rows,
    }
}

fn hidden(words: &Words, page: &OfferPage) -> Option<String> {
    let named = |role: &Role| words.of("role", role);
    let roles: Vec<_> = page.shown_to.iter().map(named).collect();
    let roles = locale::list(words.lang, &roles, Joint::And);
    (!page.shown_to.is_empty()).then(|| t!(words.lang, "offer-hidden-help", roles = roles))
}

fn address(page: &OfferPage) -> String {
    format!(
        "/offers/{}/{}",
        encode(&page.publisher.handle),
        encode(&page.offer.handle)
    )
}

/// What is read of the offer, whether it is what was written or what a machine made of it.
fn reading(shows: &Shows<'_>) -> Reading {
    let reading = shows.read.reading.clone();
    match shows.originals {
        true => reading.originals(&shows.page.offer),
        false => reading,
    }
}

impl OfferDetails {
    pub fn new(frame: Frame, policy: &PolicyFile, shows: &Shows<'_>, matrix: Matrix, sells: bool) -> Self {
        let words = frame.words().clone();
        let page = shows.page;
        let offer = &page.offer;
        let address = address(page);
        let reading = reading(shows);
        let (text_lang, body) = match reading.listing {
            Some(Text { lang, text, .. }) => (other_language(words.lang, &lang), text),
            None => Default::default(),
        };
        let own = !page.findings.is_empty() || page.editable;
        let reader = frame.part();
        let hours = offer
            .agreement
            .as_ref()
            .map(|agreement| promise_hours(agreement.hours.as_ref()));
        let (documents, documents_elsewhere) = documents(&words, page, &reading.titles);
        let categories: Vec<_> = offer
            .categories
            .iter()
            .map(|category| category_name(words.lang, category))
            .collect();
        OfferDetails {
            reference: format!("{}/{}", page.publisher.handle, offer.handle),
            publisher: page.publisher.name.clone(),
            publisher_address: format!("/discover?publisher={}", encode(&page.publisher.handle)),
            name_lang: offer
                .listing(words.lang)
                .and_then(|(tag, _)| other_language(words.lang, tag)),
            summary: body.summary,
            paragraphs: body.paragraphs,
            text_lang,
            note: Note::new(&words, shows),
            kind: policy
                .kind
                .get(&offer.kind)
                .map_or(offer.kind.as_str(), |kind| kind.name.get(words.lang))
                .to_owned(),
            categories: categories.join(", "),
            markets: markets(&words, &offer.markets),
            supporter: match offer.supported_by {
                SupportedBy::Publisher => words.t("supporter-publisher"),
                SupportedBy::Operator => words.t("supporter-operator"),
                SupportedBy::Community => words.t("supporter-community"),
            },
            state: (offer.state != OfferState::Live).then(|| words.of("offer-state", offer.state)),
            opened: match offer.opt_in {
                OptIn::All => words.t("opt-in-all"),
                OptIn::Selected => words.t("opt-in-selected"),
                OptIn::None => words.t("opt-in-none"),
            },
            can_buy: sells.then_some(page.unavailable.is_empty()),
            reasons: reasons(&words, &page.unavailable),
            hidden: hidden(&words, page),
            orphaned: page.publisher.orphaned,
            cards: cards(&words, reader, &address, page),
            documents,
            documents_elsewhere,
            plans: plans(&words, page),
            agreement: offer.agreement.as_ref().map(|agreement| {
                let url = agreement
                    .url
                    .clone()
                    .filter(|url| firstline_domain::readiness::is_web_url(url));
                (
                    agreement.title.clone(),
                    url,
                    words.weekly(&promise_hours(agreement.hours.as_ref())),
                )
            }),
            targets: offer.agreement.as_ref().map_or_else(Vec::new, |agreement| {
                Target::all(&words, &agreement.targets, hours.as_ref())
            }),
            matrix,
            readiness: own.then(|| {
                (
                    firstline_domain::readiness::readiness(&page.findings),
                    page.findings.len(),
                )
            }),
            edit: page
                .editable
                .then(|| format!("/my-offers/{}", encode(&offer.handle))),
            json_ld: json_ld(&words, page),
            frame,
        }
    }
}

fn markets(words: &Words, codes: &[String]) -> String {
    /// More markets than this are counted.
    const NAMED_MAX: usize = 6;
    match codes {
        [] => words.t("markets-all").into_owned(),
        codes if codes.len() <= NAMED_MAX => {
            let mut names: Vec<_> = codes
                .iter()
                .map(|code| locale::country_name(words.lang, code))
                .collect();
            names.sort_by(|left, right| locale::compare(words.lang, left, right));
            locale::list(words.lang, &names, locale::Joint::And)
        }
        codes => t!(words.lang, "markets-count", count = codes.len()),
    }
}

/// The contacts in the order of their use; a kind that the reader could see and that is not given stands as missing.
fn cards(words: &Words, reader: PartyKind, address: &str, page: &OfferPage) -> Vec<ContactCard> {
    let order = [
        ContactKind::CustomerSupport,
        ContactKind::Programme,
        ContactKind::Engineering,
    ];
    order
        .into_iter()
        .filter(|kind| kind.visible_to(reader))
        .filter_map(|kind| {
            let contact = page.offer.contact(kind).filter(|contact| contact.is_reachable());
            if contact.is_none() && kind != ContactKind::CustomerSupport && !page.sees_contacts {
                return None;
            }
            let hours = contact.and_then(|contact| contact.hours.as_ref());
            Some(ContactCard {
                kind,
                title: words.of("contact", kind),
                name: contact.and_then(|contact| contact.name.clone()),
                for_partners: kind != ContactKind::CustomerSupport,
                reaches: contact.map(|contact| Reaches::of(words, contact)),
                hours: hours.map(|hours| HoursNow::of(words, hours)),
                weekly: hours
                    .filter(|hours| !hours.is_always())
                    .map(|hours| words.weekly(hours)),
                languages: contact
                    .filter(|contact| !contact.languages.is_empty())
                    .map(|contact| words.languages(&contact.languages)),
                card: format!("{address}/contacts/{kind}.vcf"),
            })
        })
        .collect()
}

fn plans(words: &Words, page: &OfferPage) -> Vec<PlanRow> {
    page.offer
        .plans
        .iter()
        .map(|plan| {
            let price = match (plan.price_minor, &plan.currency) {
                (Some(price), Some(currency)) => locale::money(words.lang, price, currency),
                _ => words.t("price-on-request").into_owned(),
            };
            let term = plan.term.map(|term| words.of("term", term).into_owned());
            PlanRow {
                name: plan.name.clone(),
                terms: [Some(price), term]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            }
        })
        .collect()
}

/// The offer for machines (schema.org). It is data inside a script element, so what could end that element is written as an escape.
fn json_ld(words: &Words, page: &OfferPage) -> Markup {
    let offer = &page.offer;
    let points: Vec<Value> = offer
        .contacts
        .iter()
        .filter(|contact| contact.is_reachable())
        .map(|contact| {
            json!({
                "@type": "ContactPoint",
                "contactType": contact.kind.map(ContactKind::as_str),
                "email": contact.email,
                "telephone": contact.phone,
                "url": contact.url,
                "availableLanguage": contact.languages,
            })
        })
        .collect();
    let (lang, listing) = match offer.listing(words.lang) {
        Some((tag, listing)) => (tag, Some(listing)),
        None => (words.lang.tag(), None),
    };
    let document = json!({
        "@context": "https://schema.org",
        "@type": "SoftwareApplication",
        "identifier": format!("{}/{}", page.publisher.handle, offer.handle),
        "name": offer.name(words.lang),
        "inLanguage": lang,
        "description": listing.map(|listing| &listing.summary),
        "applicationCategory": offer.categories,
        "countriesSupported": offer.markets,
        "publisher": {
            "@type": "Organization",
            "name": page.publisher.name,
            "identifier": page.publisher.handle,
            "contactPoint": points,
        },
    });
    Markup(
        document
            .to_string()
            .replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026"),
    )
}
