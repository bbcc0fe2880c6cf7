//! The relations of an organisation: what waits for an answer, whom it works with, whom it asked, and what was before. What an
//! answer or an end brings about is said before it.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::id::RelationshipId;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::relationship::RelationshipState;
use firstline_domain::scope::Scope;
use firstline_hub::locale::{self, Args};
use firstline_hub::relationship::{NewRelationship, Related, kinds_to_ask};
use firstline_hub::{Field, HubError};
use uuid::Uuid;

use super::desk::form::{Choice, Input, Refusals, Select, Summary, Typed};
use super::settings::{Section, Settings};
use super::support::day;
use super::{Frame, Here, Place, Words, html, html_refused};
use crate::App;
use crate::failure::Failure;

const PAGE: &str = "/settings/relationships";
const ACTIVE_PER_PAGE: usize = 100;
/// Requests and past relations that are shown.
const OTHERS_MAX: i64 = 200;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(show).post(ask))
        .route("/settings/relationships/{id}/answer", post(answer))
        .route("/settings/relationships/{id}/end", post(end))
}

/// What was done just now, by the word for it in the address.
const DONE: [(&str, &str); 5] = [
    ("asked", "relationships-done-asked"),
    ("accepted", "relationships-done-accepted"),
    ("declined", "relationships-done-declined"),
    ("ended", "relationships-done-ended"),
    ("withdrawn", "relationships-done-withdrawn"),
];

/// Where the reader's organisation stands in a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    /// It asked.
    Above,
    /// It was asked.
    Below,
    /// It looks on.
    Beside,
}

/// One relation, for the side that reads it.
pub(super) struct Line {
    kind: RelationshipKind,
    side: Side,
    /// The other organisation, or what was typed to name it.
    pub name: String,
    /// The part that the other plays in it.
    pub part: PartyKind,
    /// What it begins a sentence with: since when, or how long ago it was asked.
    pub when: Option<String>,
    /// The key of the state's name.
    pub state: String,
    pub answer: Option<String>,
    pub end: Option<String>,
}

impl Line {
    fn of(words: &Words, scope: &Scope, related: &Related) -> Self {
        let relationship = &related.relationship;
        let own = scope.organisation;
        let side = if relationship.organisation == own {
            Side::Above
        } else if relationship.other == Some(own) {
            Side::Below
        } else {
            Side::Beside
        };
        let typed = || relationship.addressed_to.clone().unwrap_or_default();
        let other = related.other.as_ref().map(|other| other.name.clone());
        let name = match side {
            Side::Above => other.unwrap_or_else(typed),
            Side::Below => related.organisation.name.clone(),
            Side::Beside => format!("{} – {}", related.organisation.name, other.unwrap_or_else(typed)),
        };
        let at = |what: &str| format!("{PAGE}/{}/{what}", relationship.id);
        Line {
            kind: relationship.kind,
            side,
            name,
            part: match (side, relationship.kind) {
                (Side::Below, RelationshipKind::ProviderReseller) => PartyKind::Provider,
                (Side::Below, RelationshipKind::PartnerCustomer) => PartyKind::Partner,
                _ => relationship.kind.reaches(),
            },
            when: when(words, related),
            state: format!("relationship-{}", relationship.state),
            answer: related.may_answer(scope).then(|| at("answer")),
            end: related.may_end(scope).then(|| at("end")),
        }
    }

    /// A text about the relation as this side sees it, with the other's name.
    fn says(&self, frame: &Frame, what: &str) -> String {
        let side = match self.side {
            Side::Above => "above",
            Side::Below | Side::Beside => "below",
        };
        let key = format!("relationships-{what}-{}-{side}", self.kind);
        let args = Args::new().set("name", self.name.as_str());
        locale::format(frame.lang, &key, &args)
    }
}

/// The days between which it was active, or when it was asked.
fn when(words: &Words, related: &Related) -> Option<String> {
    let relationship = &related.relationship;
    let asked = || relationship.asked_at.map(|at| words.relative(at));
    match (relationship.since, relationship.until) {
        (Some(since), Some(until)) => Some(format!("{} – {}", day(words, since), day(words, until))),
        (Some(since), None) => Some(day(words, since)),
        _ => asked(),
    }
}

/// Active relations of one kind, as one side sees them.
pub(super) struct Group {
    /// The key of its name.
    pub name: String,
    pub lines: Vec<Line>,
}

/// The relations of an organisation.
#[derive(Template)]
#[template(path = "organisations/relationships.html")]
pub(super) struct RelationshipsPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub waiting: Vec<Line>,
    pub asked: Vec<Line>,
    pub groups: Vec<Group>,
    pub past: Vec<Line>,
    pub is_later: bool,
    pub next: Option<String>,
    /// For whoever may ask: the kinds to choose from, where there are several, and whom to ask.
    pub form: Option<(Option<Select>, Input)>,
}

/// What was found to show.
#[derive(Default)]
pub(super) struct Found {
    pub asked: Vec<Related>,
    pub active: Vec<Related>,
    pub past: Vec<Related>,
    pub is_later: bool,
}

impl RelationshipsPage {
    pub fn new(frame: Frame, found: &Found, typed: &Typed, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_deref().map(|visitor| visitor.scope.clone());
        let lines = |all: &[Related]| -> Vec<Line> {
            let line = |one| scope.as_ref().map(|scope| Line::of(&words, scope, one));
            all.iter().filter_map(line).collect()
        };
        let (waiting, asked) = lines(&found.asked)
            .into_iter()
            .partition(|line: &Line| line.side == Side::Below);
        let shown = &found.active[..found.active.len().min(ACTIVE_PER_PAGE)];
        let next = (found.active.len() > ACTIVE_PER_PAGE)
            .then(|| shown.last())
            .flatten();
        let mut past = lines(&found.past);
        past.reverse();
        RelationshipsPage {
            settings: Settings::new(&frame, Section::Relationships),
            done: None,
            waiting,
            asked,
            groups: groups(lines(shown)),
            past,
            is_later: found.is_later,
            next: next.map(|last| last.relationship.id.to_string()),
            form: scope
                .as_ref()
                .and_then(|scope| form(&words, scope, typed, &refusals)),
            summary: Summary { words, refusals },
            frame,
        }
    }
}

fn groups(mut lines: Vec<Line>) -> Vec<Group> {
    lines.sort_by_cached_key(|line| (line.kind, line.side, line.name.to_lowercase()));
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        let side = match line.side {
            Side::Above => "above",
            Side::Below => "below",
            Side::Beside => "beside",
        };
        let name = format!("relationships-{}-{side}", line.kind);
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group {
                name,
                lines: vec![line],
            }),
        }
    }
    groups
}

/// The form to ask with: whoever may ask for one kind only has none to choose.
fn form(words: &Words, scope: &Scope, typed: &Typed, refusals: &Refusals) -> Option<(Option<Select>, Input)> {
    let kinds = kinds_to_ask(scope);
    let first = kinds.first()?;
    let chosen = typed.get("kind").parse().unwrap_or(*first);
    let choice = |kind: &RelationshipKind| {
        let name = words.of("relationships-ask", kind);
        Choice::new(kind.as_str(), name, *kind == chosen)
    };
    let label = words.t("relationships-kind");
    let select = Select::new(words, "kind", label, kinds.iter().map(choice).collect(), refusals);
    let to =
        Input::new(words, "to", "relationships-to", typed.get("to"), refusals).hint("relationships-to-hint");
    Some(((kinds.len() > 1).then_some(select), to))
}

async fn page(here: &Here, typed: &Typed, fields: &[Field]) -> Result<RelationshipsPage, Failure> {
    use RelationshipState::{Active, Asked, Declined, Ended, Withdrawn};
    let (hub, scope) = (&here.hub, here.scope());
    let after = Uuid::parse_str(typed.get("after")).ok().map(RelationshipId);
    let limit = i64::try_from(ACTIVE_PER_PAGE).unwrap_or(i64::MAX) + 1;
    let past = [Declined, Ended, Withdrawn];
    let found = Found {
        asked: hub.relationships(scope, &[Asked], None, OTHERS_MAX).await?,
        active: hub.relationships(scope, &[Active], after, limit).await?,
        past: hub.relationships(scope, &past, None, OTHERS_MAX).await?,
        is_later: after.is_some(),
    };
    let frame = here.frame(Place::Settings, here.words().t("relationships-title"));
    let refusals = Refusals::of(frame.words(), fields);
    Ok(RelationshipsPage::new(frame, &found, typed, refusals))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, &typed, &[]).await?;
    let word = typed.get("done");
    page.done = DONE.iter().find(|(known, _)| *known == word).map(|(_, key)| *key);
    Ok(html(&page))
}

/// Back to the page, which says what was done.
fn back(what: &str) -> Response {
    Redirect::to(&format!("{PAGE}?done={what}")).into_response()
}

async fn ask(here: Here, typed: Typed) -> Result<Response, Failure> {
    let only = kinds_to_ask(here.scope()).first().copied();
    let kind = match typed.get("kind") {
        "" => only.ok_or(HubError::NotAllowed)?,
        word => word
            .parse()
            .map_err(|_| HubError::Invalid(vec![Field::quoting("kind", "error-relationship-kind", word)]))?,
    };
    let to = typed.get("to").to_owned();
    let new = NewRelationship { kind, to };
    match here.hub.ask_relationship(here.scope(), new).await {
        Ok(_) => Ok(back("asked")),
        Err(HubError::Invalid(fields)) => Ok(html_refused(&page(&here, &typed, &fields).await?)),
        Err(error) => Err(error.into()),
    }
}

async fn answer(here: Here, Path(id): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let consents = typed.get("answer") == "accept";
    here.hub.answer_relationship(here.scope(), &id, consents).await?;
    Ok(back(if consents { "accepted" } else { "declined" }))
}

async fn end(here: Here, Path(id): Path<String>) -> Result<Response, Failure> {
    let ended = here.hub.end_relationship(here.scope(), &id).await?;
    Ok(back(match ended.relationship.state {
        RelationshipState::Withdrawn => "withdrawn",
        _ => "ended",
    }))
}
