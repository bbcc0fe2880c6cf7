//! The page that a link leads to: it takes the link from the script or from whoever pastes it, and says what became of one that
//! opens nothing.

use askama::Template;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use firstline_hub::sign_in::Origin;
use firstline_hub::{Field, HubError};

use super::{KEPT_SECONDS, OPEN};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Typed};
use crate::page::{Frame, Place, Words, html, html_refused, html_wait};
use crate::site::Held;
use crate::visitor::{Reader, SignedIn, Whence, cookie};

/// Somebody who comes with a link or without, signed in or not.
pub(in crate::page) struct Comer {
    pub app: App,
    pub reader: Reader,
    pub visitor: Option<SignedIn>,
    pub origin: Origin,
    pub headers: HeaderMap,
}

impl FromRequestParts<App> for Comer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = <SignedIn as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await?;
        let Ok(Whence(origin)) = Whence::from_request_parts(parts, app).await;
        Ok(Comer {
            app: app.clone(),
            reader: Reader::of(parts),
            visitor,
            origin,
            headers: parts.headers.clone(),
        })
    }
}

impl Comer {
    pub fn words(&self) -> Words {
        Words {
            lang: self.reader.lang,
            zone: self.reader.zone.clone(),
            now: self.app.hub.now(),
        }
    }

    pub fn frame(&self, key: &str) -> Frame {
        let words = self.words();
        let title = words.t(key);
        let visitor = self.visitor.as_ref().map(|visitor| visitor.0.clone());
        Frame::new(words, self.reader.theme, visitor, Place::Elsewhere, title)
    }

    /// The secret of the link that this browser opened last.
    pub fn held(&self) -> Option<&str> {
        let name = self.app.options.public_url.name_of(Held::Link);
        cookie(&self.headers, name).filter(|secret| !secret.is_empty())
    }

    fn page(&self, lead: Lead, refusals: &Refusals) -> LinkPage {
        LinkPage::new(self.frame(lead.key()), lead, refusals)
    }

    /// The page for another link, which the browser no longer has.
    pub fn forgets(&self, lead: Lead) -> Response {
        let mut response = self.turned_away(lead);
        self.app.options.public_url.drop(&mut response, Held::Link);
        response
    }

    fn turned_away(&self, lead: Lead) -> Response {
        let mut response = html(&self.page(lead, &Refusals::default()));
        *response.status_mut() = lead.status();
        response
    }

    /// Why a link was not opened.
    pub fn refused(&self, error: HubError) -> Response {
        match error {
            HubError::NotFound(_) => self.turned_away(Lead::Gone),
            HubError::TooMany(seconds) => {
                let refusals = Refusals::saying(&self.words(), "link", &error);
                html_wait(&self.page(Lead::Open, &refusals), seconds)
            }
            error => Failure::from(error).into_response(),
        }
    }
}

/// What the page for a link begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Lead {
    /// Where the link is to be found.
    Open,
    /// That the last one opens nothing.
    Gone,
    /// That none is open here, or no longer.
    Late,
    /// That another one was opened meanwhile.
    Another,
}

impl Lead {
    /// The key of the title; `<key>-help` says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Lead::Open => "open-link",
            Lead::Gone => "open-link-gone",
            Lead::Late => "open-link-late",
            Lead::Another => "open-link-another",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Lead::Open => StatusCode::OK,
            Lead::Gone | Lead::Late => StatusCode::NOT_FOUND,
            Lead::Another => StatusCode::CONFLICT,
        }
    }
}

/// The page that takes a link.
#[derive(Template)]
#[template(path = "link/link.html")]
pub(in crate::page) struct LinkPage {
    pub frame: Frame,
    lead: Lead,
    link: Input,
}

impl LinkPage {
    pub fn new(frame: Frame, lead: Lead, refusals: &Refusals) -> Self {
        LinkPage {
            link: Input::new(frame.words(), "link", "open-link-field", "", refusals).hint("open-link-hint"),
            lead,
            frame,
        }
    }

    fn help(&self) -> String {
        self.frame.t(&format!("{}-help", self.lead.key())).into_owned()
    }
}

pub(super) async fn ask(comer: Comer) -> Response {
    html(&comer.page(Lead::Open, &Refusals::default()))
}

/// Takes a link that works into the browser's keeping. The one that was there before goes.
pub(super) async fn take(comer: Comer, typed: Typed) -> Response {
    let secret = secret_in(typed.get("link"));
    if secret.is_empty() {
        let refusals = Refusals::of(&comer.words(), &[Field::new("link", "error-link-missing")]);
        return html_refused(&comer.page(Lead::Open, &refusals));
    }
    match comer.app.hub.follow_link(&secret, &comer.origin).await {
        Ok(_) => {
            let mut response = Redirect::to(OPEN).into_response();
            let url = &comer.app.options.public_url;
            url.hold(&mut response, Held::Link, &secret, KEPT_SECONDS);
            response
        }
        Err(error) => comer.refused(error),
    }
}

/// The secret in what was pasted: a whole link or what stands behind its `#`, with what mail programs put around such things, and
/// the line breaks that they put into them.
fn secret_in(pasted: &str) -> String {
    let (_, behind) = pasted.rsplit_once('#').unwrap_or(("", pasted));
    let unbroken: String = behind.split_whitespace().collect();
    unbroken
        .trim_matches(|c: char| !c.is_ascii_alphanumeric())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_in_what_was_pasted() {
        for pasted in [
            "reset_abc.def",
            " reset_abc.def\t",
            "https://hub.example/link#reset_abc.def",
            "<https://hub.example/link#reset_abc.def>",
            "“https://hub.example/link#reset_abc.def”.",
            "https://hub.example/link#reset_a\r\n bc.def",
            "Open this: https://hub.example/link#reset_abc.def)",
            "#reset_abc.def",
        ] {
            assert_eq!(secret_in(pasted), "reset_abc.def", "{pasted:?}");
        }
        for nothing in ["", "  ", "#", "https://hub.example/link#", "…"] {
            assert_eq!(secret_in(nothing), "", "{nothing:?}");
        }
    }
}
