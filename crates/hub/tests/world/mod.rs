//! A small marketplace for telling stories: who is who, and what they sold each other.

#![allow(dead_code, reason = "each story uses the part of the world that it is about")]
#![allow(clippy::unwrap_used, reason = "a world that cannot be made fails the story")]

use std::collections::BTreeMap;
use std::future::Future;

use firstline_domain::id::{OfferId, OrganisationId, PersonId, RelationshipId, SplitId, SubscriptionId};
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, Offer, OfferState, OptIn, Resource, ResourceKind,
    ServiceTarget, Severity, SupportedBy,
};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::policy::Policy;
use firstline_domain::relationship::Relationship;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Share, Split};
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_hub::split::NewSplit;
use firstline_hub::store::db::{Db, Tx};
use firstline_hub::store::{StoreError, offer, organisation, relationship, split, subscription};
use firstline_hub::{Hub, Keys, POLICIES};
use jiff::Timestamp;
use uuid::Uuid;

/// Friday 20 November 2026, 10:00 in Istanbul.
pub fn now() -> Timestamp {
    "2026-11-20T07:00:00Z".parse().unwrap()
}

pub struct World {
    pub hub: Hub,
    ids: BTreeMap<&'static str, (OrganisationId, Vec<PartyKind>)>,
    pub insight: OfferId,
}

/// Runs what a story awaits.
pub fn run<T>(story: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    }
    RUNTIME.with(|runtime| runtime.block_on(story))
}

fn contact(kind: ContactKind, email: &str) -> Contact {
    Contact {
        kind: Some(kind),
        email: Some(email.to_owned()),
        ..Contact::default()
    }
}

/// What differs between the subscriptions of this world.
struct Sale {
    handle: &'static str,
    channel: Channel,
    seller: &'static str,
    reseller: Option<&'static str>,
    customer: &'static str,
    support_contact: Option<PartyKind>,
}

const SALES: [Sale; 6] = [
    sale("direct-bill", Channel::DirectBill, "altan", None, "delta"),
    sale("agreed", Channel::Indirect, "estelar", Some("nube"), "molino"),
    sale("open", Channel::Indirect, "estelar", Some("tepetlan"), "agave"),
    Sale {
        support_contact: Some(PartyKind::Reseller),
        ..sale("named", Channel::Indirect, "estelar", Some("tepetlan"), "agave")
    },
    sale("bought", Channel::Direct, "meridian", None, "copper"),
    sale("rival", Channel::DirectBill, "rival", None, "other"),
];

const fn sale(
    handle: &'static str,
    channel: Channel,
    seller: &'static str,
    reseller: Option<&'static str>,
    customer: &'static str,
) -> Sale {
    Sale {
        handle,
        channel,
        seller,
        reseller,
        customer,
        support_contact: None,
    }
}

impl World {
    /// A hub on the same records with these keys.
    pub fn hub_with(&self, keys: Keys, clock: fn() -> Timestamp) -> Hub {
        let policy = Policy::parse(POLICIES[0].1).unwrap();
        Hub::with_clock(self.hub.db().clone(), policy, keys, clock)
    }

    pub fn new(db: Db) -> Self {
        let policy = Policy::parse(POLICIES[0].1).unwrap();
        let hub = Hub::with_clock(db, policy, Keys::in_memory(), now);
        let own = hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let mut world = World {
            hub,
            ids: BTreeMap::new(),
            insight: OfferId(Uuid::now_v7()),
        };
        let hub = world.hub.clone();
        let mut ids = BTreeMap::new();
        hub.db()
            .write_blocking(|tx| {
                ids = organisations(tx, &own)?;
                let id = |name: &str| ids[name].0;
                relate(
                    tx,
                    &own,
                    RelationshipKind::ProviderReseller,
                    id("estelar"),
                    id("nube"),
                )?;
                relate(
                    tx,
                    &own,
                    RelationshipKind::ProviderReseller,
                    id("estelar"),
                    id("tepetlan"),
                )?;
                relate(
                    tx,
                    &own,
                    RelationshipKind::PartnerCustomer,
                    id("altan"),
                    id("delta"),
                )?;
                relate(
                    tx,
                    &own,
                    RelationshipKind::PartnerCustomer,
                    id("nube"),
                    id("molino"),
                )?;
                relate(
                    tx,
                    &own,
                    RelationshipKind::PartnerCustomer,
                    id("tepetlan"),
                    id("agave"),
                )?;
                relate(
                    tx,
                    &own,
                    RelationshipKind::PartnerCustomer,
                    id("rival"),
                    id("other"),
                )?;
                let insight = insight(world.insight, id("pinar"));
                offer::put(tx, &own, &insight, now())?;
                let mut draft = Offer {
                    id: OfferId(Uuid::now_v7()),
                    handle: "secret".to_owned(),
                    state: OfferState::Draft,
                    ..insight.clone()
                };
                for listing in draft.listings.values_mut() {
                    listing.title = "Pınar Secret".to_owned();
                }
                offer::put(tx, &own, &draft, now())?;
                offer::bump_catalogue(tx, &own)?;
                for sale in &SALES {
                    let new = subscription_of(sale, &insight, |name| ids[name].0);
                    subscription::put(tx, &own, &new, now())?;
                }
                split::add(
                    tx,
                    &own,
                    &Proposal::agreed(agreement(id("estelar"), id("nube"))),
                    now(),
                )
            })
            .unwrap();
        world.ids = ids;
        world
    }

    /// A person of an organisation who holds a role.
    pub fn person(&self, organisation: &str, role: Role) -> Scope {
        let (id, kinds) = &self.ids[organisation];
        let person = PersonId(Uuid::now_v7());
        Scope::new(self.hub.edition(), Some(person), *id, kinds.clone(), vec![role])
    }

    pub fn agent(&self, organisation: &str) -> Scope {
        self.person(organisation, Role::AdminAgent)
    }

    /// A provider proposes, and its reseller accepts.
    pub fn agree(&self, provider: &Scope, reseller: &str, new: NewSplit) {
        let proposed = run(self.hub.propose_split(provider, new)).unwrap();
        let id = proposed.split.id.to_string();
        run(self.hub.answer_split(&self.agent(reseller), &id, true)).unwrap();
    }

    pub fn id(&self, organisation: &str) -> OrganisationId {
        self.ids[organisation].0
    }
}

fn organisations(
    tx: &mut Tx<'_>,
    own: &Scope,
) -> Result<BTreeMap<&'static str, (OrganisationId, Vec<PartyKind>)>, StoreError> {
    let mut ids = BTreeMap::new();
    for (handle, name, kind) in [
        ("meridian", "Meridian Marketplace", PartyKind::Operator),
        ("pinar", "Pınar Yazılım", PartyKind::Publisher),
        ("saltmarsh", "Saltmarsh Signal", PartyKind::Publisher),
        ("altan", "Altan Bulut", PartyKind::Partner),
        ("rival", "Rival Cloud", PartyKind::Partner),
        ("estelar", "Estelar Distribución", PartyKind::Provider),
        ("nube", "Nube del Ebro", PartyKind::Reseller),
        ("tepetlan", "Tepetlán Sistemas", PartyKind::Reseller),
        ("delta", "Delta Tekstil", PartyKind::Customer),
        ("molino", "Molino Verde", PartyKind::Customer),
        ("agave", "Agave Azul", PartyKind::Customer),
        ("copper", "Copperline", PartyKind::Customer),
        ("other", "Somebody Else", PartyKind::Customer),
    ] {
        let desk = Contact {
            email: Some(format!("desk@{handle}.example")),
            ..Contact::default()
        };
        let new = Organisation {
            id: OrganisationId(Uuid::now_v7()),
            handle: handle.to_owned(),
            name: name.to_owned(),
            kinds: vec![kind],
            country: None,
            desk,
            promises: Vec::new(),
            price: None,
            orphaned: false,
            version: 0,
        };
        let (id, _) = organisation::put(tx, own, &new, now())?;
        ids.insert(handle, (id, vec![kind]));
    }
    Ok(ids)
}

fn relate(
    tx: &mut Tx<'_>,
    own: &Scope,
    kind: RelationshipKind,
    a: OrganisationId,
    b: OrganisationId,
) -> Result<(), StoreError> {
    let id = RelationshipId(Uuid::now_v7());
    let new = Relationship::brought_in(id, kind, (a, b), "2026-01-01".parse().unwrap(), None);
    relationship::put(tx, own, &new)?;
    Ok(())
}

fn insight(id: OfferId, publisher: OrganisationId) -> Offer {
    let listing = |title: &str, summary: &str| Listing {
        title: title.to_owned(),
        summary: summary.to_owned(),
        description: summary.to_owned(),
    };
    Offer {
        id,
        publisher,
        handle: "insight".to_owned(),
        kind: "saas-licence".to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: vec!["analytics".to_owned()],
        markets: Vec::new(),
        listings: BTreeMap::from([
            (
                "en".to_owned(),
                listing("Pınar Insight", "Reports that people read"),
            ),
            (
                "tr".to_owned(),
                listing("Pınar İçgörü", "İnsanların okuduğu raporlar"),
            ),
        ]),
        plans: Vec::new(),
        contacts: vec![
            contact(ContactKind::CustomerSupport, "support@pinar.example"),
            contact(ContactKind::Programme, "partners@pinar.example"),
            contact(ContactKind::Engineering, "engineering@pinar.example"),
        ],
        resources: vec![Resource {
            kind: ResourceKind::ProgrammeMarketing,
            lang: None,
            title: "Marketing".to_owned(),
            url: "https://pinar.example/sell".to_owned(),
        }],
        agreement: Some(Agreement {
            title: "Customer agreement".to_owned(),
            url: None,
            hours: None,
            targets: vec![ServiceTarget {
                severity: Severity::A,
                first_response_minutes: 60,
                update_interval_minutes: None,
                target_minutes: None,
            }],
        }),
        version: 0,
    }
}

fn subscription_of(sale: &Sale, offer: &Offer, id: impl Fn(&str) -> OrganisationId) -> Subscription {
    Subscription {
        id: SubscriptionId(Uuid::now_v7()),
        handle: sale.handle.to_owned(),
        seller: id(sale.seller),
        customer: id(sale.customer),
        reseller: sale.reseller.map(&id),
        publisher: offer.publisher,
        offer: offer.id,
        plan: None,
        channel: sale.channel,
        support_contact: sale.support_contact,
        state: SubscriptionState::Active,
        quantity: Some(5),
        term: Term::Monthly,
        purchased_at: Some("2026-11-19T07:00:00Z".parse().unwrap()),
        renewed_at: None,
        version: 0,
    }
}

fn agreement(provider: OrganisationId, reseller: OrganisationId) -> Split {
    Split {
        id: SplitId(Uuid::now_v7()),
        provider,
        reseller,
        from: "2026-01-01".parse().unwrap(),
        until: None,
        provider_meets_customers: false,
        shares: BTreeMap::from([
            ("commercial.billing".to_owned(), Share::Reseller),
            ("technical.break-fix".to_owned(), Share::ResellerThenProvider),
        ]),
    }
}
