//! What a role is not shown, the API says so of, and says which roles are; one thing that it is not shown does not exist.

#![allow(clippy::unwrap_used, reason = "a server that cannot be made fails the test")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use firstline_domain::id::OrganisationId;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, Keys, POLICIES};
use firstline_server::{Options, router};
use firstline_store::organisation;
use firstline_store::testing::Place;
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;

struct Story {
    hub: Hub,
    router: Router,
    organisations: Vec<Organisation>,
    _place: Place,
}

impl Story {
    /// A hub with an organisation of each kind.
    fn new() -> Self {
        let place = Place::sqlite();
        let hub = Hub::new(
            place.open(),
            Policy::parse(POLICIES[0].1).unwrap(),
            Keys::in_memory(),
        );
        let hand = hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let others = PartyKind::ALL.iter().filter(|kind| **kind != PartyKind::Operator);
        let organisations: Vec<Organisation> = others.map(|kind| organisation_of(*kind)).collect();
        hub.db()
            .write_blocking(|tx| {
                for new in &organisations {
                    organisation::put(tx, &hand, new, hub.now())?;
                }
                Ok::<_, firstline_store::StoreError>(())
            })
            .unwrap();
        Story {
            router: router(hub.clone(), Options::default()),
            hub,
            organisations,
            _place: place,
        }
    }

    /// What a program with a role at an organisation of a kind is told.
    async fn get(&self, kind: PartyKind, role: Role, path: &str, lang: &str) -> (StatusCode, Value) {
        let organisation = self.organisations.iter().find(|one| one.is(kind)).unwrap();
        let scope = Scope::new(self.hub.edition(), None, organisation.id, vec![kind], vec![role]);
        let secret = format!("firstline-{}", Uuid::now_v7().simple());
        let new = NewToken {
            name: "a program".to_owned(),
            roles: vec![role],
            days: 1,
        };
        self.hub.keep_token(&scope, new, secret.clone()).await.unwrap();
        let request = Request::get(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {secret}"))
            .header(header::ACCEPT_LANGUAGE, lang)
            .body(Body::empty())
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap())
    }
}

fn organisation_of(kind: PartyKind) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::now_v7()),
        handle: format!("a-{kind}"),
        name: format!("A {kind}"),
        kinds: vec![kind],
        country: None,
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    }
}

fn run<T>(story: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(story)
}

#[test]
fn lists_that_a_role_does_not_show_say_which_roles_do() {
    let story = Story::new();
    for (kind, role, path, shown_to) in [
        (
            PartyKind::Partner,
            Role::UserManagementAdmin,
            "/subscriptions",
            "Global admin, Admin agent, Helpdesk agent, Sales agent and Billing admin",
        ),
        (
            PartyKind::Publisher,
            Role::Developer,
            "/subscriptions",
            "Owner, Manager and Support agent",
        ),
        (
            PartyKind::Partner,
            Role::SupportRequestAdmin,
            "/technical-choices",
            "Global admin, Admin agent, Helpdesk agent, Sales agent and Billing admin",
        ),
        (
            PartyKind::Provider,
            Role::UserManagementAdmin,
            "/splits",
            "Global admin, Admin agent, Helpdesk agent, Sales agent and Billing admin",
        ),
    ] {
        let (status, said) = run(story.get(kind, role, path, "en"));
        assert_eq!(status, StatusCode::FORBIDDEN, "{role}: {path}");
        assert_eq!(said["type"], "/problems/not-shown", "{role}: {path}");
        assert!(
            said["detail"].as_str().unwrap().contains(shown_to),
            "{role}: {said}"
        );
    }
    for (lang, role) in [("tr", "Sahip"), ("ko", "소유자"), ("es", "Propietario")] {
        let (_, said) = run(story.get(PartyKind::Publisher, Role::Developer, "/subscriptions", lang));
        assert!(said["detail"].as_str().unwrap().contains(role), "{said}");
    }
}

#[test]
fn what_an_organisation_has_none_of_does_not_exist_for_it() {
    let story = Story::new();
    for (kind, role, path) in [
        (PartyKind::Customer, Role::CustomerAdmin, "/technical-choices"),
        (PartyKind::Publisher, Role::Owner, "/splits"),
        (
            PartyKind::Partner,
            Role::UserManagementAdmin,
            "/subscriptions/none",
        ),
        (PartyKind::Partner, Role::GlobalAdmin, "/subscriptions/none"),
    ] {
        let (status, said) = run(story.get(kind, role, path, "en"));
        assert_eq!(status, StatusCode::NOT_FOUND, "{role}: {path}");
        assert_eq!(said["type"], "/problems/not-found", "{role}: {path}");
    }
}

#[test]
fn roles_that_show_a_list_are_given_it() {
    let story = Story::new();
    for (kind, role, path) in [
        (PartyKind::Partner, Role::SalesAgent, "/subscriptions"),
        (PartyKind::Reseller, Role::BillingAdmin, "/splits"),
        (PartyKind::Customer, Role::CustomerUser, "/subscriptions"),
        (PartyKind::Publisher, Role::SupportAgent, "/subscriptions"),
        (PartyKind::Partner, Role::HelpdeskAgent, "/technical-choices"),
        (PartyKind::Publisher, Role::FinancialContributor, "/offers"),
    ] {
        let (status, said) = run(story.get(kind, role, path, "en"));
        assert_eq!(status, StatusCode::OK, "{role}: {path}: {said}");
    }
}
