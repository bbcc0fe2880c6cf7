//! How many API calls an organisation may make, announced with every answer.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use firstline_domain::id::OrganisationId;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::failure::{Failure, Trouble};
use crate::visitor::SignedIn;

type Keyed =
    RateLimiter<OrganisationId, DashMapStateStore<OrganisationId>, DefaultClock, StateInformationMiddleware>;

/// Counts calls by organisation.
pub(crate) struct Limiter {
    keyed: Keyed,
    clock: DefaultClock,
    policy: HeaderValue,
}

impl Limiter {
    pub(crate) fn new(calls_a_minute: u32) -> Self {
        let calls = NonZeroU32::new(calls_a_minute).unwrap_or(NonZeroU32::MIN);
        let policy = HeaderValue::from_str(&format!("\"organisation\";q={calls};w=60"))
            .unwrap_or(HeaderValue::from_static("\"organisation\""));
        Limiter {
            keyed: RateLimiter::keyed(Quota::per_minute(calls)).with_middleware(),
            clock: DefaultClock::default(),
            policy,
        }
    }
}

/// Lets a call through where its organisation has calls left, and says how many.
pub(crate) async fn limit(
    State(limiter): State<Arc<Limiter>>,
    visitor: Option<SignedIn>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(visitor) = visitor else {
        return next.run(request).await;
    };
    match limiter.keyed.check_key(&visitor.0.organisation.id) {
        Ok(left) => {
            request.extensions_mut().insert(visitor);
            let mut response = next.run(request).await;
            let remaining = format!("\"organisation\";r={};t=60", left.remaining_burst_capacity());
            announce(&mut response, limiter.policy.clone(), &remaining);
            response
        }
        Err(refused) => {
            let seconds = refused.wait_time_from(limiter.clock.now()).as_secs() + 1;
            let mut response = Failure(Trouble::TooMany(seconds)).into_response();
            announce(
                &mut response,
                limiter.policy.clone(),
                &format!("\"organisation\";r=0;t={seconds}"),
            );
            response
        }
    }
}

fn announce(response: &mut Response, policy: HeaderValue, remaining: &str) {
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("ratelimit-policy"), policy);
    if let Ok(remaining) = HeaderValue::from_str(remaining) {
        headers.insert(HeaderName::from_static("ratelimit"), remaining);
    }
}
