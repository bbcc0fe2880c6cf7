//! The frame around every page: who reads it, where they can go, and how they want to read.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::response::Response;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_hub::Hub;
use firstline_hub::demand::Lack;
use firstline_hub::locale::{self, Args};
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::waiting::Waiting;

use super::part::{Count, Words};
use super::settings;
use crate::visitor::{Reader, SignedIn};
use crate::{App, assets};

/// Somebody signed in who stands before a page, and the hub behind it. A stranger is sent to sign in.
pub(crate) struct Here {
    pub hub: Hub,
    pub reader: Reader,
    pub visitor: Arc<Visitor>,
    /// The part of the page that the script asks for, such as `results`.
    pub fragment: Option<String>,
    /// The address that people know the hub by, for links that are sent on.
    pub origin: String,
}

impl FromRequestParts<App> for Here {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn(visitor) = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let fragment = parts
            .headers
            .get("x-fragment")
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        Ok(Here {
            hub: app.hub.clone(),
            reader: Reader::of(parts),
            visitor,
            fragment,
            origin: app.options.public_url.to_string(),
        })
    }
}

impl Here {
    pub fn scope(&self) -> &Scope {
        &self.visitor.scope
    }

    pub fn words(&self) -> Words {
        words(&self.reader, &self.hub)
    }

    /// The frame of a page with this title.
    pub fn frame(&self, place: Place, title: impl Into<Cow<'static, str>>) -> Frame {
        Frame::new(
            self.words(),
            self.reader.theme,
            Some(self.visitor.clone()),
            place,
            title,
        )
    }

    /// Whether the script asks for just this part of the page.
    pub fn wants(&self, fragment: &str) -> bool {
        self.fragment.as_deref() == Some(fragment)
    }
}

fn words(reader: &Reader, hub: &Hub) -> Words {
    Words {
        lang: reader.lang,
        zone: reader.zone.clone(),
        now: hub.now(),
    }
}

/// The frame for somebody who may or may not be signed in.
pub(crate) async fn frame_for_anyone(
    app: &App,
    parts: &mut Parts,
    reader: &Reader,
    title: impl Into<Cow<'static, str>>,
) -> Frame {
    let found = <SignedIn as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await;
    let visitor = found.ok().flatten().map(|SignedIn(visitor)| visitor);
    Frame::new(
        words(reader, &app.hub),
        reader.theme,
        visitor,
        Place::Elsewhere,
        title,
    )
}

/// A place of the hub that the rail leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Ask,
    Discover,
    Customers,
    /// A customer's own subscriptions.
    Subscriptions,
    /// A partner's or provider's choices and splits.
    Support,
    /// What a reseller takes, and what its provider.
    Reseller,
    Offers,
    /// What an organisation is looked after on.
    Settings,
    Elsewhere,
}

/// An entry of the rail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub place: Place,
    pub href: &'static str,
    pub icon: &'static str,
    /// The letter that leads there.
    pub key: &'static str,
    /// The key of its name.
    pub name: &'static str,
    /// Whether somebody with this scope has it.
    has: fn(&Scope) -> bool,
    /// How much of what waits for an answer is answered there.
    waits: fn(&Waiting) -> i64,
}

/// For entries behind which nothing waits.
const NOTHING: fn(&Waiting) -> i64 = |_| 0;

const RAIL: [Entry; 8] = [
    Entry {
        place: Place::Ask,
        href: "/ask",
        icon: "ask",
        key: "a",
        name: "rail-ask",
        has: |_| true,
        waits: NOTHING,
    },
    Entry {
        place: Place::Discover,
        href: "/discover",
        icon: "discover",
        key: "d",
        name: "rail-discover",
        has: |_| true,
        waits: NOTHING,
    },
    Entry {
        place: Place::Customers,
        href: "/customers",
        icon: "customers",
        key: "c",
        name: "rail-customers",
        has: sells,
        waits: NOTHING,
    },
    Entry {
        place: Place::Subscriptions,
        href: "/subscriptions",
        icon: "card",
        key: "u",
        name: "subscriptions-title",
        has: uses,
        waits: NOTHING,
    },
    Entry {
        place: Place::Support,
        href: "/support",
        icon: "split",
        key: "s",
        name: "rail-support",
        has: chooses,
        waits: |waiting| waiting.from_resellers,
    },
    Entry {
        place: Place::Reseller,
        href: "/support",
        icon: "split",
        key: "r",
        name: "rail-reseller",
        has: resells,
        waits: |waiting| waiting.from_providers,
    },
    Entry {
        place: Place::Offers,
        href: "/my-offers",
        icon: "book",
        key: "o",
        name: "rail-offers",
        has: publishes,
        waits: NOTHING,
    },
    Entry {
        place: Place::Settings,
        href: "/settings",
        icon: "settings",
        key: "e",
        name: "settings-title",
        has: settings::has_any,
        waits: |waiting| waiting.relationships,
    },
];

fn sells(scope: &Scope) -> bool {
    scope.sells() && scope.may_some(Act::See, Object::Subscription)
}

fn uses(scope: &Scope) -> bool {
    scope.is(PartyKind::Customer) && scope.may(Act::See, Object::Subscription, Relation::Seller)
}

fn chooses(scope: &Scope) -> bool {
    (scope.is(PartyKind::Partner) || scope.is(PartyKind::Provider))
        && scope.may(Act::See, Object::TechnicalChoice, Relation::Own)
}

fn resells(scope: &Scope) -> bool {
    scope.is(PartyKind::Reseller) && scope.may(Act::See, Object::Split, Relation::Provider)
}

fn publishes(scope: &Scope) -> bool {
    scope.is(PartyKind::Publisher) && scope.may(Act::See, Object::Readiness, Relation::Own)
}

/// What every template needs: the words of its reader, who they are, where they are and where they can go.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    words: Words,
    /// `light` or `dark` where one was chosen.
    pub theme: Option<&'static str>,
    pub title: Cow<'static, str>,
    pub visitor: Option<Arc<Visitor>>,
    pub place: Place,
    pub rail: Vec<Entry>,
    pub langs: [Lang; Lang::ALL.len()],
}

impl Deref for Frame {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

impl Frame {
    pub fn new(
        words: Words,
        theme: Option<&'static str>,
        visitor: Option<Arc<Visitor>>,
        place: Place,
        title: impl Into<Cow<'static, str>>,
    ) -> Self {
        let rail = match &visitor {
            Some(visitor) => RAIL
                .into_iter()
                .filter(|entry| (entry.has)(&visitor.scope))
                .collect(),
            None => Vec::new(),
        };
        Frame {
            words,
            theme,
            title: title.into(),
            visitor,
            place,
            rail,
            langs: Lang::ALL,
        }
    }

    /// What stands in the head of every page.
    pub fn head(&self) -> Head<'_> {
        Head { frame: self }
    }

    /// What every page begins with.
    pub fn top(&self) -> Top<'_> {
        Top { frame: self }
    }

    /// What every page ends with.
    pub fn end(&self) -> End<'_> {
        End { frame: self }
    }

    /// The address of an asset.
    pub fn asset(&self, path: &str) -> String {
        format!("/assets/{}/{path}", assets::version())
    }

    /// The words of the reader, for the pieces of a page.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What their organisation demands of the visitor before anything else of it opens: in a few words, and what to do.
    pub fn lack(&self) -> Option<(String, String)> {
        let visitor = self.visitor.as_ref()?;
        let help = match visitor.lack? {
            Lack::Factor => "demand-needed-set-up",
            Lack::Showing => "demand-needed-show",
        };
        let organisation = &*visitor.organisation.name;
        let said = |key: &'static str| {
            let args = Args::new().set("organisation", organisation);
            locale::format(self.words.lang, key, &args)
        };
        Some((said("demand-needed"), said(help)))
    }

    /// The part that the visitor's organisation usually plays.
    pub fn part(&self) -> PartyKind {
        self.visitor
            .as_ref()
            .map_or(PartyKind::Customer, |visitor| visitor.scope.usual_kind())
    }

    /// How many of what waits for the reader's answer an entry leads to; nothing where none does.
    pub fn waits(&self, entry: &Entry) -> Option<Count> {
        let waiting = self.visitor.as_ref().map(|visitor| visitor.waiting)?;
        Count::of(self.words(), (entry.waits)(&waiting))
    }

    /// Whether a theme is the chosen one; `system` where none was.
    pub fn has_theme(&self, theme: &str) -> bool {
        self.theme.unwrap_or("system") == theme
    }
}

// What surrounds the content of a page is compiled once, not into every page that has it.

#[derive(Template)]
#[template(path = "frame/head.html")]
pub(crate) struct Head<'f> {
    frame: &'f Frame,
}

#[derive(Template)]
#[template(path = "frame/top.html")]
pub(crate) struct Top<'f> {
    frame: &'f Frame,
}

#[derive(Template)]
#[template(path = "frame/end.html")]
pub(crate) struct End<'f> {
    frame: &'f Frame,
}

impl HtmlSafe for Head<'_> {}
impl HtmlSafe for Top<'_> {}
impl HtmlSafe for End<'_> {}
