//! The record of changes: searched, taken out, and where it ends.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use firstline_domain::access::Object;
use firstline_hub::audit::{ACTS, Actor, Entry, Format, Sought, Thing};
use firstline_hub::store::audit::hex;
use firstline_hub::{Field, Hub};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::input::{Asked, accepted, page_size, paged, word};
use crate::SignedIn;
use crate::failure::{Failure, Problem};
use crate::page::audit::{before, cursor, sent};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RecordQuery {
    /// A name, handle or e-mail address of a person or the name of a token, or part of it.
    who: Option<String>,
    /// What was done, such as `edit-offer`.
    act: Option<String>,
    /// To what, such as `offer`.
    object: Option<String>,
    /// The first day, in UTC.
    from: Option<String>,
    /// The last day.
    until: Option<String>,
    /// Part of what was changed, before or after.
    text: Option<String>,
    /// From the `next` link of the page before. Where a text is sought a page can be empty and have a next one.
    after: Option<String>,
    /// 1 to 100.
    limit: Option<i64>,
}

impl RecordQuery {
    fn read(self) -> Result<Sought, Failure> {
        let mut wrong = Vec::new();
        let sought = Sought {
            who: self.who.unwrap_or_default(),
            object: word::<Object>("object", "error-audit-object", self.object.as_deref(), &mut wrong),
            from: word::<Date>("from", "error-date", self.from.as_deref(), &mut wrong),
            until: word::<Date>("until", "error-date", self.until.as_deref(), &mut wrong),
            text: self.text.unwrap_or_default(),
            before: self.after.as_deref().and_then(before),
            act: self.act,
        };
        if let Some(act) = &sought.act
            && !ACTS.iter().any(|(known, _)| known == act)
        {
            wrong.push(Field::quoting("act", "error-audit-act", act));
        }
        if let Some(after) = self.after.filter(|_| sought.before.is_none()) {
            wrong.push(Field::quoting("after", "error-after", after));
        }
        accepted(wrong)?;
        Ok(sought)
    }
}

/// Whose hand an act was.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WhoBody<'a> {
    /// `person`, `former-person`, `program`, `hub`, or `organisation`: another one, which does not say who.
    kind: &'static str,
    person: Option<&'a str>,
    name: Option<&'a str>,
}

/// A line of the record.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LineBody<'a> {
    number: i64,
    time: String,
    who: WhoBody<'a>,
    act: &'a str,
    /// The id of what it was done to; empty where it was done to nothing in particular.
    object: &'a str,
    /// What that is called now.
    object_name: Option<&'a str>,
    /// How it was before and after.
    #[schema(value_type = Option<Object>)]
    detail: &'a Value,
    /// Where the request came from.
    address: Option<&'a str>,
    hash: &'a str,
}

impl<'a> From<&'a Entry> for LineBody<'a> {
    fn from(entry: &'a Entry) -> Self {
        let (kind, person, name) = match &entry.who {
            Actor::Person { handle, name } => ("person", Some(handle), Some(name)),
            Actor::FormerPerson => ("former-person", None, None),
            Actor::Token(name) => ("program", None, name.as_ref()),
            Actor::Hub => ("hub", None, None),
            Actor::Organisation(name) => ("organisation", None, Some(name)),
        };
        LineBody {
            number: entry.number,
            time: entry.at.to_string(),
            who: WhoBody {
                kind,
                person: person.map(String::as_str),
                name: name.map(String::as_str),
            },
            act: &entry.act,
            object: &entry.object,
            object_name: match &entry.thing {
                Thing::Named(name) => Some(name),
                Thing::FormerPerson | Thing::Unnamed => None,
            },
            detail: &entry.detail,
            address: entry.address.as_deref(),
            hash: &entry.hash,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LineList<'a> {
    items: Vec<LineBody<'a>>,
}

/// Who did what for your organisation, and who looked at whose contacts; the newest first.
#[utoipa::path(get, path = "/audit", tag = "audit", params(RecordQuery), responses(
    (status = OK, body = LineList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<RecordQuery>,
) -> Result<Response, Failure> {
    let limit = usize::try_from(page_size(query.limit)?).unwrap_or_default();
    let found = hub.audit(visitor.scope(), &query.read()?, limit).await?;
    let next = found.next.map(cursor);
    let items = found.entries.iter().map(LineBody::from).collect();
    Ok(paged(&uri, next.as_deref(), Json(LineList { items })))
}

/// Where the record ends.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HeadBody {
    /// Of the last line; 0 where there is none yet.
    number: i64,
    /// Null where there is none yet.
    hash: Option<String>,
}

/// Where your organisation's record ends now. Kept outside the hub, the hash proves later that the record was not written anew.
#[utoipa::path(get, path = "/audit/head", tag = "audit", responses(
    (status = OK, body = HeadBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn head(State(hub): State<Hub>, visitor: SignedIn) -> Result<Response, Failure> {
    let head = hub.audit_head(visitor.scope()).await?;
    let body = HeadBody {
        number: head.map_or(0, |head| head.number),
        hash: head.map(|head| hex(&head.hash)),
    };
    Ok(Json(body).into_response())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    /// `jsonl`, with all it takes to verify the record elsewhere, or `csv`.
    format: Option<String>,
}

/// Take your organisation's whole record out, the oldest line first. That you did is written into it.
#[utoipa::path(get, path = "/audit/export", tag = "audit", params(ExportQuery), responses(
    (status = OK, body = String, content_type = "application/jsonl"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn export(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Asked(query): Asked<ExportQuery>,
) -> Result<Response, Failure> {
    let asked = query.format.as_deref().unwrap_or("jsonl");
    let format = Format::ALL.into_iter().find(|format| format.as_str() == asked);
    let Some(format) = format else {
        let wrong = Field::quoting("format", "error-audit-format", asked);
        return Err(firstline_hub::HubError::Invalid(vec![wrong]).into());
    };
    let export = hub.export_audit(visitor.scope(), format).await?;
    Ok(sent(&visitor.0.organisation.handle, format, export))
}
