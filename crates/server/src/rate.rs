//! How many requests anyone may make, announced with every answer: a person, the programs of an organisation together, and, where
//! nobody is signed in, whoever asks from the same address.

use std::num::NonZeroU32;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_hub::place;
use firstline_hub::sign_in::{SignedBy, Visitor};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::App;
use crate::failure::{Failure, Trouble};
use crate::visitor::{self, SignedIn};

/// Beyond so many callers those that have all their requests left are forgotten.
const KEPT_MAX: usize = 65_536;

/// Who shares a number of requests.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Caller {
    Person(PersonId),
    Organisation(OrganisationId),
    Address(String),
}

impl Caller {
    fn of(visitor: &Visitor) -> Self {
        match visitor.by {
            SignedBy::Token(_) => Caller::Organisation(visitor.organisation.id),
            SignedBy::Session(_) | SignedBy::Choice => Caller::Person(visitor.person.id),
        }
    }

    fn as_str(&self) -> &'static str {
        match self {
            Caller::Person(_) => "person",
            Caller::Organisation(_) => "organisation",
            Caller::Address(_) => "address",
        }
    }
}

type Keyed = RateLimiter<Caller, DashMapStateStore<Caller>, DefaultClock, StateInformationMiddleware>;

/// Counts requests by caller.
pub(crate) struct Limiter {
    keyed: Keyed,
    clock: DefaultClock,
    requests: NonZeroU32,
}

impl Limiter {
    pub(crate) fn new(requests_a_minute: u32) -> Self {
        let requests = NonZeroU32::new(requests_a_minute).unwrap_or(NonZeroU32::MIN);
        Limiter {
            keyed: RateLimiter::keyed(Quota::per_minute(requests)).with_middleware(),
            clock: DefaultClock::default(),
            requests,
        }
    }

    /// How many requests are left, or in how many seconds there is one again.
    fn check(&self, caller: &Caller) -> Result<u32, u64> {
        if self.keyed.len() > KEPT_MAX {
            self.keyed.retain_recent();
        }
        self.keyed
            .check_key(caller)
            .map(|left| left.remaining_burst_capacity())
            .map_err(|refused| refused.wait_time_from(self.clock.now()).as_secs() + 1)
    }
}

/// Lets a request through where its caller has some left, and says how many.
pub(crate) async fn limit(
    State(app): State<App>,
    visitor: Option<SignedIn>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let caller = match &visitor {
        Some(visitor) => Caller::of(&visitor.0),
        None => Caller::Address(place(visitor::address(&app.options, &parts))),
    };
    let checked = app.rate.check(&caller);
    let mut response = match checked {
        Ok(_) => {
            if let Some(visitor) = visitor {
                parts.extensions.insert(visitor);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(seconds) => Failure(Trouble::TooMany(seconds)).into_response(),
    };
    let name = caller.as_str();
    let left = match checked {
        Ok(left) => format!("\"{name}\";r={left};t=60"),
        Err(seconds) => format!("\"{name}\";r=0;t={seconds}"),
    };
    let requests = app.rate.requests;
    announce(
        &mut response,
        "ratelimit-policy",
        &format!("\"{name}\";q={requests};w=60"),
    );
    announce(&mut response, "ratelimit", &left);
    response
}

fn announce(response: &mut Response, header: &'static str, said: &str) {
    if let Ok(value) = HeaderValue::from_str(said) {
        response
            .headers_mut()
            .insert(HeaderName::from_static(header), value);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn nobody_uses_up_the_calls_of_another() {
        let limiter = Limiter::new(3);
        let organisation = Caller::Organisation(OrganisationId(Uuid::nil()));
        let stranger = Caller::Address(place(Some([203, 0, 113, 9].into())));
        for caller in [stranger, organisation] {
            let left: Vec<u32> = (0..3).map(|_| limiter.check(&caller).unwrap()).collect();
            assert_eq!(left, [2, 1, 0]);
            assert!((1..=60).contains(&limiter.check(&caller).unwrap_err()));
        }
        let elsewhere = Caller::Address(place(Some([203, 0, 113, 10].into())));
        assert_eq!(limiter.check(&elsewhere), Ok(2));
    }
}
