//! Customers with their subscriptions, and one subscription: its state, who has a part in it, and who supports it.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::SubscriptionId;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::subscription::SubscriptionState;
use firstline_hub::store::invoice_line::Charge;
use firstline_hub::subscription::{Sold, sees_charges};
use firstline_hub::{HubError, locale, t};
use uuid::Uuid;

use super::desk::form::{Refusals, Summary, Typed};
use super::part::{HoursNow, Reaches};
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::failure::Failure;

/// Customers on one page of the list.
const CUSTOMERS_PER_PAGE: usize = 25;
/// Subscriptions that the list shows of one customer.
const SHOWN_PER_CUSTOMER: usize = 10;
/// Subscriptions on one page of their list.
const SUBSCRIPTIONS_PER_PAGE: usize = 50;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/customers", get(customers))
        .route("/subscriptions", get(subscriptions))
        .route("/subscriptions/{subscription}", get(show))
        .route("/subscriptions/{subscription}/support-contact", post(set))
}

/// A limit that reads one more than is shown, to know whether there is more.
fn and_one(shown: usize) -> i64 {
    i64::try_from(shown + 1).unwrap_or(i64::MAX)
}

/// A subscription in a list.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub href: String,
    pub offer: String,
    pub publisher: String,
    pub customer: String,
    pub plan: String,
    pub state: Chip,
    /// Who is asked about it.
    pub support: (PartyKind, String),
}

/// The state of a subscription.
#[derive(Debug, Clone)]
pub(super) struct Chip {
    pub class: &'static str,
    pub icon: &'static str,
    pub text: String,
}

impl Chip {
    fn of(words: &Words, state: SubscriptionState) -> Self {
        let (class, icon) = match state {
            SubscriptionState::Active => ("chip--ok", "ok"),
            SubscriptionState::Trial => ("chip--accent", "clock"),
            SubscriptionState::Suspended => ("chip--warn", "warn"),
            SubscriptionState::Cancelled => ("", "x"),
            SubscriptionState::ActionNeeded => ("chip--warn", "info"),
        };
        Chip {
            class,
            icon,
            text: words.of("subscription-state", state).into_owned(),
        }
    }
}

/// Who is asked about a subscription: the one that was set, else the provider of an indirect sale, else the seller.
fn supporter(sold: &Sold) -> (PartyKind, &Organisation) {
    let subscription = &sold.subscription;
    match (subscription.channel, subscription.support_contact, &sold.reseller) {
        (Channel::Direct, ..) => (PartyKind::Operator, &sold.seller),
        (Channel::DirectBill, ..) => (PartyKind::Partner, &sold.seller),
        (Channel::Indirect, Some(PartyKind::Reseller), Some(reseller)) => (PartyKind::Reseller, reseller),
        (Channel::Indirect, ..) => (PartyKind::Provider, &sold.seller),
    }
}

/// The plan by its name, else by its handle.
fn plan(sold: &Sold) -> String {
    let handle = sold.subscription.plan.as_deref().unwrap_or_default();
    let named = sold.offer.plans.iter().find(|plan| plan.handle == handle);
    named.map_or(handle, |plan| &plan.name).to_owned()
}

impl Row {
    pub fn of(words: &Words, sold: &Sold) -> Self {
        let (kind, organisation) = supporter(sold);
        Row {
            href: format!("/subscriptions/{}", encode(&sold.subscription.handle)),
            offer: sold.offer.name(words.lang).to_owned(),
            publisher: sold.publisher.name.clone(),
            customer: sold.customer.name.clone(),
            plan: plan(sold),
            state: Chip::of(words, sold.subscription.state),
            support: (kind, organisation.name.clone()),
        }
    }
}

/// A customer with some of its subscriptions.
#[derive(Debug, Clone)]
pub(super) struct Customer {
    pub name: String,
    pub country: String,
    pub rows: Vec<Row>,
    pub has_more: bool,
    /// Where all of its subscriptions are listed.
    pub all: String,
}

/// The customers that the asker sells to.
#[derive(Template)]
#[template(path = "work/customers.html")]
pub(super) struct CustomersPage {
    pub frame: Frame,
    pub customers: Vec<Customer>,
    pub older: Option<String>,
    pub is_later: bool,
}

async fn customers(here: Here, typed: Typed) -> Result<Response, Failure> {
    if !here.scope().sells() && !here.scope().is(PartyKind::Operator) {
        return Ok(Redirect::to("/subscriptions").into_response());
    }
    let after = typed.get("after");
    let hub = &here.hub;
    let found = hub
        .customers(here.scope(), after, and_one(CUSTOMERS_PER_PAGE))
        .await?;
    let frame = here.frame(Place::Customers, here.words().t("customers-title"));
    let mut customers = Vec::new();
    for organisation in found.iter().take(CUSTOMERS_PER_PAGE) {
        let limit = and_one(SHOWN_PER_CUSTOMER);
        let sold = hub
            .subscriptions(here.scope(), None, Some(organisation.id), None, limit)
            .await?;
        customers.push(Customer {
            name: organisation.name.clone(),
            country: country(frame.words(), organisation),
            rows: sold
                .iter()
                .take(SHOWN_PER_CUSTOMER)
                .map(|sold| Row::of(frame.words(), sold))
                .collect(),
            has_more: sold.len() > SHOWN_PER_CUSTOMER,
            all: format!("/subscriptions?customer={}", encode(&organisation.handle)),
        });
    }
    customers.sort_by(|left, right| locale::compare(frame.lang, &left.name, &right.name));
    let last = found.get(CUSTOMERS_PER_PAGE.saturating_sub(1));
    let older = last
        .filter(|_| found.len() > CUSTOMERS_PER_PAGE)
        .map(|last| encode(&last.handle));
    Ok(html(&CustomersPage {
        customers,
        older,
        is_later: !after.is_empty(),
        frame,
    }))
}

fn country(words: &Words, organisation: &Organisation) -> String {
    organisation
        .country
        .as_deref()
        .map(|code| locale::country_name(words.lang, code).into_owned())
        .unwrap_or_default()
}

/// Subscriptions: a customer's own, or those of one customer.
#[derive(Template)]
#[template(path = "work/subscriptions.html")]
pub(super) struct SubscriptionsPage {
    pub frame: Frame,
    /// Whose they are, where it is one customer's and not the asker's own.
    pub customer: Option<String>,
    /// Whether all of them are the asker's own.
    pub own: bool,
    pub rows: Vec<Row>,
    pub older: Option<String>,
}

async fn subscriptions(here: Here, typed: Typed) -> Result<Response, Failure> {
    let hub = &here.hub;
    let handle = typed.get("customer");
    let customer = match handle {
        "" => None,
        handle => Some(hub.organisation_without_desk(here.scope(), handle).await?),
    };
    let own = customer.is_none() && here.scope().usual_kind() == PartyKind::Customer;
    let of = customer
        .as_ref()
        .map(|customer| customer.id)
        .or(own.then_some(here.scope().organisation));
    let after = typed.get("after").parse::<Uuid>().ok().map(SubscriptionId);
    let sold = hub
        .subscriptions(here.scope(), None, of, after, and_one(SUBSCRIPTIONS_PER_PAGE))
        .await?;
    let place = if own {
        Place::Subscriptions
    } else {
        Place::Customers
    };
    let frame = here.frame(place, here.words().t("subscriptions-title"));
    let last = sold
        .get(SUBSCRIPTIONS_PER_PAGE.saturating_sub(1))
        .filter(|_| sold.len() > SUBSCRIPTIONS_PER_PAGE);
    Ok(html(&SubscriptionsPage {
        customer: customer.map(|customer| customer.name),
        own,
        rows: sold
            .iter()
            .take(SUBSCRIPTIONS_PER_PAGE)
            .map(|sold| Row::of(frame.words(), sold))
            .collect(),
        older: last.map(|last| {
            format!(
                "/subscriptions?customer={}&after={}",
                encode(handle),
                last.subscription.id
            )
        }),
        frame,
    }))
}

/// A party to a subscription.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub kind: PartyKind,
    pub name: String,
    pub you: bool,
}

/// How the support contact is reached.
pub(super) struct Desk {
    pub kind: PartyKind,
    pub name: String,
    pub reaches: Reaches,
    pub hours: Option<HoursNow>,
    pub languages: String,
    pub price: Option<String>,
    pub reachable: bool,
    pub yours: bool,
}

/// Who may be set as the support contact, and whether it is.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub kind: PartyKind,
    pub name: String,
    pub consequence: String,
    pub chosen: bool,
}

/// One subscription.
#[derive(Template)]
#[template(path = "work/subscription.html")]
pub(super) struct SubscriptionPage {
    pub frame: Frame,
    pub saved: bool,
    pub overtaken: bool,
    pub summary: Summary,
    /// What the operator's system calls it.
    pub id: String,
    /// The same, as it may stand in an address.
    pub handle: String,
    pub ask: String,
    /// Where the offer is shown.
    pub offer: String,
    pub offer_name: String,
    pub row: Row,
    pub version: i64,
    /// What the state means for what happens next.
    pub state_help: String,
    pub term: String,
    pub quantity: Option<String>,
    pub purchased: Option<String>,
    pub renewed: Option<String>,
    pub parts: Vec<Part>,
    pub desk: Desk,
    /// Whether nobody set the support contact, so that it is whom the sale says.
    pub by_default: bool,
    /// The asker may set it to one of these; empty where the sale leaves no choice.
    pub candidates: Vec<Candidate>,
    /// Why the asker may not set it.
    pub locked: Option<String>,
    /// What was charged for it, for whoever is shown that.
    pub charges: Option<Vec<Charge>>,
    /// For whoever sold it or has it, and may go back to the list.
    pub back: &'static str,
}

impl SubscriptionPage {
    pub fn new(frame: Frame, sold: &Sold, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let subscription = &sold.subscription;
        let (kind, organisation) = supporter(sold);
        let own = frame.visitor.as_ref().map(|visitor| visitor.organisation.id);
        let scope = frame.visitor.as_ref().map(|visitor| visitor.scope.clone());
        let (candidates, locked) = choice(&words, sold, scope.as_ref());
        SubscriptionPage {
            saved: false,
            overtaken: false,
            id: subscription.handle.clone(),
            handle: encode(&subscription.handle),
            ask: format!("/ask?subscription={}", encode(&subscription.handle)),
            offer: format!("/offers/{}/{}", sold.publisher.handle, sold.offer.handle),
            offer_name: sold.offer.name(words.lang).to_owned(),
            row: Row::of(&words, sold),
            version: subscription.version,
            state_help: words
                .of("subscription-state-help", subscription.state)
                .into_owned(),
            term: words.of("term", subscription.term).into_owned(),
            quantity: subscription
                .quantity
                .map(|quantity| locale::number(words.lang, quantity)),
            purchased: subscription.purchased_at.map(|at| words.date(at)),
            renewed: subscription.renewed_at.map(|at| words.date(at)),
            parts: parts(sold, own),
            desk: Desk {
                kind,
                name: organisation.name.clone(),
                reaches: Reaches::of(&words, &organisation.desk),
                hours: organisation
                    .desk
                    .hours
                    .as_ref()
                    .map(|hours| HoursNow::of(&words, hours)),
                languages: words.languages(&organisation.desk.languages),
                price: organisation.price.clone(),
                reachable: organisation.desk.is_reachable(),
                yours: own == Some(organisation.id),
            },
            by_default: subscription.channel == Channel::Indirect && subscription.support_contact.is_none(),
            candidates,
            locked,
            charges: None,
            back: if scope.is_some_and(|scope| scope.sells()) {
                "/customers"
            } else {
                "/subscriptions"
            },
            summary: Summary { words, refusals },
            frame,
        }
    }
}

/// The parties of a sale, in the order of the line.
fn parts(sold: &Sold, own: Option<firstline_domain::id::OrganisationId>) -> Vec<Part> {
    let seller = match sold.subscription.channel {
        Channel::Direct => PartyKind::Operator,
        Channel::DirectBill => PartyKind::Partner,
        Channel::Indirect => PartyKind::Provider,
    };
    let mut parties: BTreeMap<PartyKind, &Organisation> = BTreeMap::new();
    parties.insert(PartyKind::Customer, &sold.customer);
    parties.insert(PartyKind::Publisher, &sold.publisher);
    parties.insert(seller, &sold.seller);
    if let Some(reseller) = &sold.reseller {
        parties.insert(PartyKind::Reseller, reseller);
    }
    let part = |(kind, organisation): (PartyKind, &Organisation)| Part {
        kind,
        name: organisation.name.clone(),
        you: own == Some(organisation.id),
    };
    parties.into_iter().map(part).collect()
}

/// Whom the asker may set as support contact, or why it may not.
fn choice(
    words: &Words,
    sold: &Sold,
    scope: Option<&firstline_domain::scope::Scope>,
) -> (Vec<Candidate>, Option<String>) {
    let (Some(scope), Some(reseller), Channel::Indirect) = (scope, &sold.reseller, sold.subscription.channel)
    else {
        return (Vec::new(), None);
    };
    if scope.organisation != sold.subscription.seller {
        return (Vec::new(), None);
    }
    if !scope.may(Act::Change, Object::SupportContact, Relation::Own) {
        return (Vec::new(), Some(words.t("subscription-set-role").into_owned()));
    }
    let (now, _) = supporter(sold);
    let candidate = |(kind, organisation): (PartyKind, &Organisation)| Candidate {
        kind,
        name: organisation.name.clone(),
        consequence: t!(
            words.lang,
            if kind == PartyKind::Provider {
                "subscription-set-provider"
            } else {
                "subscription-set-reseller"
            },
            name = &*organisation.name,
            customer = &*sold.customer.name
        ),
        chosen: kind == now,
    };
    let both = [
        (PartyKind::Provider, &sold.seller),
        (PartyKind::Reseller, reseller),
    ];
    (both.into_iter().map(candidate).collect(), None)
}

async fn page(here: &Here, reference: &str, refusals: Refusals) -> Result<SubscriptionPage, HubError> {
    let sold = here.hub.subscription(here.scope(), reference).await?;
    let lang = here.reader.lang;
    let title = t!(
        lang,
        "subscription-title",
        offer = sold.offer.name(lang),
        customer = &*sold.customer.name
    );
    let sells = here.scope().sells();
    let place = if sells {
        Place::Customers
    } else {
        Place::Subscriptions
    };
    let mut page = SubscriptionPage::new(here.frame(place, title), &sold, refusals);
    if sees_charges(here.scope(), &sold.subscription) {
        page.charges = Some(here.hub.charges(here.scope(), reference).await?);
    }
    Ok(page)
}

async fn show(here: Here, Path(reference): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, &reference, Refusals::default()).await?;
    page.saved = typed.has("saved");
    Ok(html(&page))
}

async fn set(here: Here, Path(reference): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let chosen = typed.get("support_contact").parse::<PartyKind>();
    let done = match chosen {
        Ok(kind) => {
            here.hub
                .set_support_contact(here.scope(), &reference, typed.version(), kind)
                .await
        }
        Err(_) => Err(HubError::field("support_contact", "error-support-contact-party")),
    };
    let (status, refusals) = match done {
        Ok(_) => {
            return Ok(Redirect::to(&format!("/subscriptions/{}?saved", encode(&reference))).into_response());
        }
        Err(HubError::Invalid(wrong)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refusals::of(&here.words(), &wrong),
        ),
        Err(HubError::Changed) => (StatusCode::CONFLICT, Refusals::default()),
        Err(error) => return Err(error.into()),
    };
    let mut page = page(&here, &reference, refusals).await?;
    page.overtaken = status == StatusCode::CONFLICT;
    for candidate in &mut page.candidates {
        candidate.chosen = chosen == Ok(candidate.kind);
    }
    let mut response = html(&page);
    *response.status_mut() = status;
    Ok(response)
}
