//! A world as a hub has it on record.

use std::collections::BTreeMap;

use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, Offer, OfferState, Resource, ResourceKind, ServiceTarget,
    Severity, SupportedBy,
};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::Channel;
use firstline_domain::relationship::Relationship;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Share, Split, TechnicalChoice};
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_hub::Hub;
use firstline_hub::ask::Question;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::store::db::Tx;
use firstline_hub::store::invoice_line::{self, InvoiceLine};
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::session::{self, Session};
use firstline_hub::store::{
    StoreError, authorisation, offer, organisation, relationship, split, subscription,
};
use firstline_hub::token::NewToken;
use jiff::Timestamp;

use crate::dice::Dice;
use crate::marker::Secret;
use crate::world::World;

/// Friday 20 November 2026, 10:00 in Istanbul.
pub fn now() -> Timestamp {
    "2026-11-20T07:00:00Z".parse().unwrap()
}

/// Writes a world into a hub. Blocks.
pub fn put(world: &World, hub: &Hub) {
    let own = Scope::own_hand(world.organisations[0].id);
    let recorded = hub.db().write_blocking(|tx| {
        organisations(tx, &own, world)?;
        offers(tx, &own, world)?;
        sales(tx, &own, world)?;
        people(tx, &own, world)
    });
    recorded.unwrap();
}

/// Lets the people of a world make what only they can; gives the secrets of its tokens.
pub async fn make(world: &mut World, hub: &Hub, dice: &mut Dice) -> Vec<String> {
    let tokens = tokens(world, hub).await;
    invite(world, hub).await;
    keep_answers(world, hub, dice).await;
    tokens
}

fn organisations(tx: &mut Tx<'_>, own: &Scope, world: &World) -> Result<(), StoreError> {
    for (place, known) in world.organisations.iter().enumerate() {
        let name = world.markers.word(Secret::Name(place));
        let desk = world.markers.word(Secret::Desk(place));
        let new = Organisation {
            id: known.id,
            name: format!("The {name} works"),
            handle: name,
            kinds: known.kinds.clone(),
            country: None,
            desk: Contact {
                name: Some(format!("Desk {desk}")),
                email: Some(format!("{desk}@desk.example")),
                ..Contact::default()
            },
            promises: Vec::new(),
            price: Some(format!("{desk} an hour")),
            orphaned: false,
            version: 0,
        };
        organisation::put(tx, own, &new, now())?;
        let invoice = world.markers.word(Secret::Invoice(place));
        let line = InvoiceLine {
            invoice: &invoice,
            digest: [7; 16],
            line: 1,
            customer: None,
            subscription: None,
            publisher_name: Some(&invoice),
            product: Some(&invoice),
            sku: None,
            order_id: Some(&invoice),
            charge_type: None,
            charged_from: None,
            charged_until: None,
            quantity: None,
            unit_price: None,
            subtotal: None,
            tax: None,
            total: None,
            currency: None,
        };
        invoice_line::keep(tx, own, known.id, known.id.0, &[line])?;
    }
    for known in &world.relations {
        let id = |place: usize| world.organisations[place].id;
        let between = (id(known.above), id(known.below));
        let from = "2026-01-01".parse().unwrap();
        let until = (!known.is_active).then(|| "2026-06-30".parse().unwrap());
        let new = Relationship::brought_in(known.id, known.kind, between, from, until);
        relationship::put(tx, own, &new)?;
    }
    Ok(())
}

fn offers(tx: &mut Tx<'_>, own: &Scope, world: &World) -> Result<(), StoreError> {
    for (place, known) in world.offers.iter().enumerate() {
        let new = offer_of(world, place);
        offer::put(tx, own, &new, now())?;
        for seller in &known.authorised {
            let seller = world.organisations[*seller].id;
            authorisation::put(tx, own, (new.publisher, new.id), seller)?;
        }
    }
    offer::bump_catalogue(tx, own)
}

/// An offer of a world as it is on record.
pub fn offer_of(world: &World, place: usize) -> Offer {
    let known = &world.offers[place];
    let word = world.markers.word(Secret::Offer(place));
    let marketing = world.markers.word(Secret::Marketing(place));
    let guarded = world.markers.word(Secret::Contacts(place));
    let contact = |kind, word: &str| Contact {
        kind: Some(kind),
        email: Some(format!("{word}@contact.example")),
        ..Contact::default()
    };
    let resource = |kind, word: &str| Resource {
        kind,
        lang: None,
        title: format!("Read {word}"),
        url: format!("https://{word}.example/read"),
    };
    let listing = Listing {
        title: format!("Offer {word}"),
        summary: format!("What {word} does"),
        description: format!("{word} does it"),
    };
    Offer {
        id: known.id,
        publisher: world.organisations[known.publisher].id,
        kind: "saas-licence".to_owned(),
        state: known.state,
        opt_in: known.opt_in,
        supported_by: SupportedBy::Publisher,
        categories: vec!["analytics".to_owned()],
        markets: Vec::new(),
        listings: BTreeMap::from([("en".to_owned(), listing)]),
        plans: Vec::new(),
        contacts: vec![
            contact(ContactKind::CustomerSupport, &word),
            contact(ContactKind::Programme, &guarded),
            contact(ContactKind::Engineering, &guarded),
        ],
        resources: vec![
            resource(ResourceKind::Documentation, &word),
            resource(ResourceKind::ProgrammeMarketing, &marketing),
            resource(ResourceKind::SalesCollateral, &marketing),
        ],
        agreement: Some(Agreement {
            title: format!("Agreement {word}"),
            url: None,
            hours: None,
            targets: vec![ServiceTarget {
                severity: Severity::A,
                first_response_minutes: 60,
                update_interval_minutes: None,
                target_minutes: None,
            }],
        }),
        handle: word,
        version: 0,
    }
}

fn sales(tx: &mut Tx<'_>, own: &Scope, world: &World) -> Result<(), StoreError> {
    let id = |place: usize| world.organisations[place].id;
    for (place, sale) in world.sales.iter().enumerate() {
        let new = Subscription {
            id: sale.id,
            handle: world.markers.word(Secret::Sale(place)),
            seller: id(sale.seller),
            customer: id(sale.customer),
            reseller: sale.reseller.map(id),
            publisher: id(world.offers[sale.offer].publisher),
            offer: world.offers[sale.offer].id,
            plan: Some(world.markers.word(Secret::Sale(place))),
            channel: sale.channel,
            support_contact: sale.support_contact,
            state: SubscriptionState::Active,
            quantity: Some(5),
            term: Term::Monthly,
            purchased_at: Some(now()),
            renewed_at: None,
            version: 0,
        };
        subscription::put(tx, own, &new, now())?;
    }
    for agreed in &world.splits {
        let shares = [
            ("commercial.billing".to_owned(), Share::Reseller),
            ("technical.break-fix".to_owned(), Share::ResellerThenProvider),
        ];
        let new = Split {
            id: agreed.id,
            provider: id(agreed.provider),
            reseller: id(agreed.reseller),
            from: "2026-01-01".parse().unwrap(),
            until: None,
            provider_meets_customers: agreed.meets,
            shares: BTreeMap::from(shares),
        };
        split::add(tx, own, &Proposal::agreed(new), now())?;
    }
    for (seller, about, coordinates) in &world.choices {
        let choice = if *coordinates {
            TechnicalChoice::Coordinate
        } else {
            TechnicalChoice::SendOn
        };
        let about = about.map(|offer| world.offers[offer].id);
        let hand = Scope::own_hand(id(*seller));
        split::set_choice(tx, &hand, id(*seller), about, Some(choice), now())?;
    }
    Ok(())
}

fn people(tx: &mut Tx<'_>, own: &Scope, world: &World) -> Result<(), StoreError> {
    for place in 0..world.people.len() {
        for member in members(world, place) {
            person::put(tx, own, &member, now())?;
        }
    }
    for (place, known) in world.sessions.iter().enumerate() {
        let new = Session {
            id: known.id,
            person: world.people[known.person].id,
            organisation: world.organisations[known.organisation].id,
            address: Some(format!("at-{}", world.markers.word(Secret::Session(place)))),
            agent: world.markers.word(Secret::Session(place)),
            made_at: now(),
            seen_at: now(),
            proved_at: now(),
            two_factors_at: None,
        };
        // As the hub keeps it: the number of the function before what that made.
        let digest = [&[1], &blake3::hash(known.secret.as_bytes()).as_bytes()[..]].concat();
        session::add(tx, &digest, &new)?;
    }
    Ok(())
}

fn members(world: &World, place: usize) -> Vec<Member> {
    let word = world.markers.word(Secret::Person(place));
    let member = |one: &crate::world::Membership| Member {
        person: Person {
            id: world.people[place].id,
            handle: word.clone(),
            name: format!("Mx {word}"),
            email: format!("{word}@people.example"),
            language: None,
        },
        organisation: world.organisations[one.organisation].id,
        roles: one.roles.clone(),
        active: one.active,
    };
    world.people[place].memberships.iter().map(member).collect()
}

/// Somebody of the world as the hub knows them.
fn scope(world: &World, hub: &Hub, person: Option<usize>, organisation: usize) -> Scope {
    let roles = match person {
        Some(person) => {
            let memberships = &world.people[person].memberships;
            let there = memberships.iter().filter(|one| one.organisation == organisation);
            there.flat_map(|one| one.roles.clone()).collect()
        }
        None => world.roles_of(organisation),
    };
    let known = &world.organisations[organisation];
    let person = person.map(|person| world.people[person].id);
    Scope::new(hub.edition(), person, known.id, known.kinds.clone(), roles)
}

async fn tokens(world: &mut World, hub: &Hub) -> Vec<String> {
    let mut secrets = Vec::new();
    for place in 0..world.tokens.len() {
        let token = &world.tokens[place];
        let new = NewToken {
            name: world.markers.word(Secret::Token(place)),
            roles: vec![token.role],
            days: 30,
        };
        let hand = scope(world, hub, None, token.organisation);
        let (made, secret) = hub
            .keep_token(&hand, new, format!("firstline_{place}"))
            .await
            .unwrap();
        world.markers.keep_id(made.id, Secret::Token(place));
        secrets.push(secret);
    }
    secrets
}

async fn invite(world: &mut World, hub: &Hub) {
    for place in 0..world.invitations.len() {
        let invitation = &world.invitations[place];
        let roles = world.roles_of(invitation.organisation);
        let new = NewInvitation {
            organisation: Some(world.markers.word(Secret::Name(invitation.organisation))),
            email: format!("{}@new.example", world.markers.word(Secret::Invitation(place))),
            roles: vec![roles[place % roles.len()]],
        };
        let (by, of) = invitation.by;
        let made = hub.invite(&scope(world, hub, Some(by), of), new).await.unwrap();
        world.markers.keep_id(made.link.id, Secret::Invitation(place));
    }
}

/// Answers that people of all organisations kept.
async fn keep_answers(world: &mut World, hub: &Hub, dice: &mut Dice) {
    let topics = ["technical.break-fix", "commercial.billing", "commerce.billing"];
    for _ in 0..20 {
        let Some(session) = dice.one_of(&world.sessions) else {
            return;
        };
        let (person, organisation) = (session.person, session.organisation);
        let sale = dice.one_of(&world.sales).filter(|_| dice.percent(60));
        let offer = dice.one_of(&world.offers).filter(|_| dice.percent(60));
        let question = Question {
            topic: dice.one_of(&topics).copied().unwrap_or_default().to_owned(),
            subscription: sale.map(|sale| sale.id.to_string()),
            offer: offer.filter(|_| sale.is_none()).map(|offer| offer.id.to_string()),
            channel: Some(Channel::Indirect).filter(|_| sale.is_none() && dice.percent(30)),
            ..Question::default()
        };
        let scope = scope(world, hub, Some(person), organisation);
        // What does not exist for somebody they cannot ask about.
        if let Ok(kept) = hub.ask_and_keep(&scope, &question).await {
            let place = world.decisions.len();
            let id = kept.id.expect("an answer that was kept has an id");
            world.markers.keep_id(id.0, Secret::Decision(place));
            world.decisions.push(organisation);
        }
    }
}

/// Whether everyone finds an offer.
pub fn is_on_show(state: OfferState) -> bool {
    state != OfferState::Draft
}
