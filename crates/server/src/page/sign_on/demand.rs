//! More than a password: whether an organisation demands it of its people, and the operator of everyone.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::scope::Scope;
use firstline_hub::demand::Demanded;
use firstline_hub::locale::{self, Args};
use firstline_hub::store::demand::{Count, Demand};
use firstline_hub::{HubError, t};

use super::{done, page};
use crate::failure::Failure;
use crate::page::desk::form::{Refusals, Typed};
use crate::page::{Here, Words};

/// The form that demands it.
#[derive(Debug, Clone, Template)]
#[template(path = "sign_on/demand.html")]
pub(in crate::page) struct DemandForm {
    words: Words,
    on_record: Demand,
    of_everyone: bool,
    may_change: bool,
    own: String,
    /// Of everyone on the hub, for whoever decides of them.
    all: Option<String>,
}

impl HtmlSafe for DemandForm {}

impl DemandForm {
    pub fn new(words: &Words, scope: Option<&Scope>, demanded: &Demanded) -> Self {
        DemandForm {
            on_record: demanded.on_record,
            of_everyone: demanded.of_everyone,
            may_change: scope.is_some_and(|it| it.may(Act::Change, Object::SignOn, Relation::Own)),
            own: said(words, demanded.own),
            all: demanded.all.map(|all| said(words, all)),
            words: words.clone(),
        }
    }
}

/// How many would be asked.
fn said(words: &Words, count: Count) -> String {
    let people = t!(words.lang, "demand-people", count = count.people);
    let without = t!(words.lang, "demand-without", count = count.without);
    let args = Args::new().set("people", people).set("without", without);
    locale::format(words.lang, "demand-count", &args)
}

pub(super) async fn demand(here: Here, typed: Typed) -> Result<Response, Failure> {
    let new = Demand {
        own: typed.has("own"),
        everyone: typed.has("everyone"),
        version: typed.version(),
    };
    match here.hub.demand_second_factor(here.scope(), new).await {
        Ok(()) => Ok(done("demanded")),
        Err(HubError::Changed) => {
            let mut page = page(&here, |on_record, words| {
                super::as_on_record(on_record, words, "", &[])
            })
            .await?;
            page.summary.refusals = Refusals::saying(&here.words(), "own", &HubError::Changed);
            Ok((StatusCode::CONFLICT, crate::page::html(&page)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
