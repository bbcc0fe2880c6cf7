//! A hub at an address, as browsers see it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use firstline_domain::id::PersonId;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::{Hub, POLICIES};
use firstline_server::{Options, router};
use firstline_store::testing::Place;
use jiff::Timestamp;
use tower::ServiceExt;
use uuid::Uuid;

use crate::world::{World, now, run};

pub const PASSWORD: &str = "nine quiet lighthouses";
pub const SECURE: &str = "https://hub.example";
pub const PLAIN: &str = "http://localhost:7420";

/// A hub at an address, with a few people in it, all of whom have the same password.
#[derive(Clone)]
pub struct Site {
    pub world: Arc<World>,
    pub router: Router,
    pub origin: &'static str,
    pub peer: SocketAddr,
    /// What a browser sends of its own accord with a form on a page of the hub.
    pub extra: Vec<(&'static str, String)>,
    _place: Arc<Place>,
}

/// What was answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The cookies that were set: name to value and marks.
    pub fn cookies(&self) -> BTreeMap<String, (String, Vec<String>)> {
        let set = self.headers.get_all(header::SET_COOKIE).iter();
        set.map(|cookie| {
            let mut parts = cookie.to_str().unwrap().split("; ");
            let (name, value) = parts.next().unwrap().split_once('=').unwrap();
            let mut marks: Vec<String> = parts.map(str::to_owned).collect();
            marks.sort();
            (name.to_owned(), (value.to_owned(), marks))
        })
        .collect()
    }

    pub fn cookie(&self, name: &str) -> String {
        let (value, _) = &self.cookies()[name];
        format!("{name}={value}")
    }

    pub fn keeps(&self) -> &str {
        self.headers[header::CACHE_CONTROL].to_str().unwrap()
    }
}

impl Site {
    pub fn new(origin: &'static str, proxies: &[&str]) -> Self {
        Site::with_clock(origin, proxies, now)
    }

    pub fn with_clock(origin: &'static str, proxies: &[&str], clock: fn() -> Timestamp) -> Self {
        let place = Place::sqlite();
        let mut world = World::new(place.open());
        let policy = Policy::parse(POLICIES[0].1).unwrap();
        let keys = world.hub.keys().clone();
        world.hub = Hub::with_clock(world.hub.db().clone(), policy, keys, clock);
        let options = Options {
            public_url: origin.parse().unwrap(),
            proxies: proxies.iter().map(|proxy| proxy.parse().unwrap()).collect(),
            ..Options::default()
        };
        let router = router(world.hub.clone(), options);
        let site = Site {
            world: Arc::new(world),
            router,
            origin,
            peer: "203.0.113.9:4711".parse().unwrap(),
            extra: Vec::new(),
            _place: Arc::new(place),
        };
        site.person("elif", "altan");
        site.person("mallory", "rival");
        site
    }

    pub fn person(&self, handle: &str, organisation: &str) {
        let own = self
            .world
            .hub
            .own_scope("meridian", "Meridian Marketplace")
            .unwrap();
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@people.example"),
                language: None,
            },
            organisation: self.world.id(organisation),
            roles: vec![Role::GlobalAdmin],
            active: true,
        };
        let db = self.world.hub.db();
        db.write_blocking(|tx| person::put(tx, &own, &member, now()))
            .unwrap();
        run(self.world.hub.set_password(handle, PASSWORD)).unwrap();
    }

    pub fn send(&self, method: &str, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let host = self.origin.split("://").nth(1).unwrap();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        let form: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let mut request = request.body(Body::from(form.join("&"))).unwrap();
        request.extensions_mut().insert(ConnectInfo(self.peer));
        run(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, 1 << 20).await.unwrap();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8(body.to_vec()).unwrap(),
            }
        })
    }

    pub fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send("GET", path, cookie, &[])
    }

    pub fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        self.send("POST", path, cookie, form)
    }

    /// The same site asked with another header.
    pub fn saying(&self, headers: &[(&'static str, &str)]) -> Site {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
        Site {
            extra: headers.collect(),
            ..self.clone()
        }
    }

    pub fn typed(&self, handle: &str, password: &str, cookie: &str) -> Answer {
        let email = format!("{handle}@people.example");
        self.post("/sign-in", cookie, &[("email", &email), ("password", password)])
    }

    pub fn session(&self) -> &'static str {
        if self.origin == SECURE {
            "__Host-firstline_session"
        } else {
            "firstline_session"
        }
    }

    /// The cookie of somebody who signed in.
    pub fn sign_in(&self, handle: &str) -> String {
        self.typed(handle, PASSWORD, "").cookie(self.session())
    }

    pub fn is_signed_in(&self, cookie: &str) -> bool {
        self.get("/account", cookie).status == StatusCode::OK
    }

    /// The last link that was written to an address.
    pub fn letter(&self, handle: &str, organisation: &str) -> String {
        let scope = self.world.person(organisation, Role::GlobalAdmin);
        let waiting = run(self.world.hub.letters(&scope, 100)).unwrap();
        let to = format!("{handle}@people.example");
        let letter = waiting.into_iter().rfind(|letter| letter.message.recipient == to);
        letter.unwrap().link.unwrap()
    }
}

pub fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}
