//! What one organisation is: for the operator, who says all of it, and for its own people, who say its name and country.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_hub::locale;
use firstline_hub::organisation::register::{OrganisationEdit, administrators};
use firstline_hub::{HubError, t};

use super::kinds::{KindChoices, chosen};
use super::{address, countries, parts};
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Select, Summary, Typed, filled};
use crate::page::desk::{Changed, differences};
use crate::page::people::names;
use crate::page::settings::{Section, Settings};
use crate::page::{Frame, Here, Place, Words, html};

const OWN: &str = "/settings/organisation";

/// What was typed of an organisation, or stands on record.
#[derive(Debug, Clone, Default)]
pub(super) struct EditTyped {
    pub name: String,
    pub country: String,
    pub kinds: Vec<PartyKind>,
    pub orphaned: bool,
}

impl EditTyped {
    pub fn of(organisation: &Organisation) -> Self {
        EditTyped {
            name: organisation.name.clone(),
            country: organisation.country.clone().unwrap_or_default(),
            kinds: organisation.kinds.clone(),
            orphaned: organisation.orphaned,
        }
    }

    /// What stands in the form of one who says all of it. The operator's part cannot be taken away.
    fn typed(typed: &Typed, operates: bool) -> Self {
        let mut kinds = chosen(typed);
        kinds.extend(operates.then_some(PartyKind::Operator));
        EditTyped {
            name: typed.get("name").to_owned(),
            country: typed.get("country").to_owned(),
            kinds,
            orphaned: typed.has("orphaned"),
        }
    }

    /// The labels of its fields and what stands in them, for telling two versions apart.
    fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let country = match self.country.as_str() {
            "" => String::new(),
            code => locale::country_name(words.lang, code).into_owned(),
        };
        let orphaned = if self.orphaned { "people-yes" } else { "people-no" };
        [
            ("organisations-new-name", self.name.clone()),
            ("organisations-country", country),
            ("organisations-kinds", parts(words, &self.kinds)),
            ("organisation-orphaned", words.t(orphaned).into_owned()),
        ]
        .into_iter()
        .map(|(key, value)| (words.t(key).into_owned(), value))
        .collect()
    }
}

/// Inviting the first administrator of an organisation.
pub(super) struct First {
    pub email: Input,
    /// The roles they get, as words of the form.
    pub roles: Vec<&'static str>,
    pub says: String,
}

/// One organisation to change.
#[derive(Template)]
#[template(path = "organisations/organisation.html")]
pub(super) struct OrganisationPage {
    pub frame: Frame,
    pub settings: Settings,
    /// Whether all of it can be said, and not its name and country alone.
    pub whole: bool,
    pub action: String,
    pub lede: String,
    pub organisation: String,
    /// Its handle, said.
    pub handle: String,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub saved: bool,
    pub changed: Option<Vec<Changed>>,
    pub version: i64,
    pub summary: Summary,
    pub name: Input,
    pub country: Select,
    pub kinds: KindChoices,
    /// What it is, where that cannot be said here.
    pub parts: String,
    pub orphaned: bool,
    pub first: Option<First>,
}

impl OrganisationPage {
    pub fn new(frame: Frame, organisation: &Organisation, typed: &EditTyped, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_deref().map(|visitor| &visitor.scope);
        let whole = scope.is_some_and(|scope| scope.may(Act::Change, Object::Organisation, Relation::Any));
        let section = if whole {
            Section::Organisations
        } else {
            Section::Organisation
        };
        let operates = organisation.is(PartyKind::Operator);
        OrganisationPage {
            settings: Settings::new(&frame, section),
            whole,
            action: if whole {
                address(&organisation.handle)
            } else {
                OWN.to_owned()
            },
            lede: if whole {
                t!(
                    words.lang,
                    "organisation-of-operator",
                    name = organisation.name.as_str()
                )
            } else {
                words.t("organisation-lede").into_owned()
            },
            handle: t!(
                words.lang,
                "organisation-handle",
                handle = organisation.handle.as_str()
            ),
            organisation: organisation.handle.clone(),
            done: None,
            saved: false,
            changed: None,
            version: organisation.version,
            name: Input::new(&words, "name", "organisations-new-name", &typed.name, &refusals)
                .hint("organisation-name-says"),
            country: countries(&words, &typed.country, &refusals),
            kinds: KindChoices::new(&words, &typed.kinds, operates, &refusals),
            parts: parts(&words, &organisation.kinds),
            orphaned: typed.orphaned,
            first: None,
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// Offers to invite the first administrator.
    pub fn inviting(mut self, organisation: &Organisation) -> Self {
        let words = self.frame.words();
        let roles = administrators(&organisation.kinds);
        let email = Input::new(words, "email", "sign-in-email", "", &Refusals::default());
        self.first = Some(First {
            email: email.kind("email").hint("invitations-email-hint"),
            says: t!(
                words.lang,
                "organisation-invite-says",
                roles = names(words, &roles)
            ),
            roles: roles.iter().map(|role| role.as_str()).collect(),
        });
        self
    }
}

/// The page of an organisation as it stands on record, with what was typed of it.
async fn page(
    here: &Here,
    organisation: &Organisation,
    typed: &EditTyped,
    refusals: Refusals,
) -> Result<OrganisationPage, HubError> {
    let own = here.scope().organisation == organisation.id;
    let title = if own {
        here.words().t("organisation-title").into_owned()
    } else {
        organisation.name.clone()
    };
    let page = OrganisationPage::new(here.frame(Place::Settings, title), organisation, typed, refusals);
    if page.whole && !here.hub.is_administered(here.scope(), organisation).await? {
        return Ok(page.inviting(organisation));
    }
    Ok(page)
}

async fn look(here: &Here, handle: &str, typed: &Typed) -> Result<Response, Failure> {
    let organisation = here.hub.organisation_without_desk(here.scope(), handle).await?;
    let draft = EditTyped::of(&organisation);
    let mut page = page(here, &organisation, &draft, Refusals::default()).await?;
    page.saved = typed.has("saved");
    page.done = (typed.get("done") == "added").then_some("organisations-done-added");
    Ok(html(&page))
}

async fn keep(here: &Here, handle: &str, typed: &Typed) -> Result<Response, Failure> {
    let organisation = here.hub.organisation_without_desk(here.scope(), handle).await?;
    let whole = here.scope().may(Act::Change, Object::Organisation, Relation::Any);
    let draft = EditTyped {
        name: typed.get("name").to_owned(),
        country: typed.get("country").to_owned(),
        ..match whole {
            true => EditTyped::typed(typed, organisation.is(PartyKind::Operator)),
            false => EditTyped::of(&organisation),
        }
    };
    let edit = OrganisationEdit {
        name: draft.name.clone(),
        country: filled(&draft.country),
        kinds: whole.then(|| draft.kinds.clone()),
        orphaned: whole.then_some(draft.orphaned),
    };
    let version = typed.version();
    let changed = here
        .hub
        .change_organisation(here.scope(), handle, version, edit)
        .await;
    let (mut page, status) = match changed {
        Ok(_) => {
            let to = if whole { address(handle) } else { OWN.to_owned() };
            return Ok(Redirect::to(&format!("{to}?saved")).into_response());
        }
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&here.words(), &fields);
            let page = OrganisationPage {
                version,
                ..page(here, &organisation, &draft, refusals).await?
            };
            (page, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(HubError::Changed) => {
            let page = page(here, &organisation, &draft, Refusals::default()).await?;
            (page, StatusCode::CONFLICT)
        }
        Err(error) => return Err(error.into()),
    };
    if status == StatusCode::CONFLICT {
        let (words, now) = (here.words(), EditTyped::of(&organisation));
        page.changed = Some(differences(&words, &now.entries(&words), &draft.entries(&words)));
    }
    let mut response = html(&page);
    *response.status_mut() = status;
    Ok(response)
}

pub(super) async fn show(here: Here, Path(handle): Path<String>, typed: Typed) -> Result<Response, Failure> {
    here.hub.demand_register(here.scope())?;
    look(&here, &handle, &typed).await
}

pub(super) async fn save(here: Here, Path(handle): Path<String>, typed: Typed) -> Result<Response, Failure> {
    here.hub.demand_register(here.scope())?;
    keep(&here, &handle, &typed).await
}

pub(super) async fn show_own(here: Here, typed: Typed) -> Result<Response, Failure> {
    here.hub.demand_own_organisation(here.scope())?;
    look(&here, &here.visitor.organisation.handle, &typed).await
}

pub(super) async fn save_own(here: Here, typed: Typed) -> Result<Response, Failure> {
    here.hub.demand_own_organisation(here.scope())?;
    keep(&here, &here.visitor.organisation.handle, &typed).await
}
