//! Inviting people, and the invitations that nobody has used yet.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_hub::invitation::{Invitation, NewInvitation};
use firstline_hub::{Field, HubError, t};
use uuid::Uuid;

use super::roles::{RoleChoices, chosen};
use super::{done, names};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed, filled};
use crate::page::settings::{Section, Settings};
use crate::page::{Frame, Here, Place, html, html_refused};
use crate::site::path_of_link;

const PAGE: &str = "/settings/invitations";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(show).post(invite))
        .route("/settings/invitations/{id}/withdraw", post(withdraw))
}

/// An invitation that nobody has used yet.
pub(in crate::page) struct Open {
    pub email: String,
    pub roles: String,
    /// The organisation to join, where it is not the asker's own.
    pub organisation: Option<String>,
    pub invited_by: Option<String>,
    /// How soon it runs out, and when exactly.
    pub until: (String, String),
    /// The whole link, as long as it waits to be sent.
    pub link: Option<String>,
    /// Where it is taken back.
    pub withdraw: String,
}

/// Inviting people.
#[derive(Template)]
#[template(path = "people/invitations.html")]
pub(in crate::page) struct InvitationsPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub email: Input,
    /// For whoever may invite people to other organisations.
    pub organisation: Option<Input>,
    pub choices: RoleChoices,
    pub open: Vec<Open>,
}

/// What was typed of an invitation.
#[derive(Debug, Clone, Default)]
pub(in crate::page) struct InvitationTyped {
    pub organisation: String,
    pub email: String,
    pub roles: Vec<Role>,
}

impl InvitationsPage {
    pub fn new(
        frame: Frame,
        edition: EditionRef<'_>,
        origin: &str,
        open: &[Invitation],
        typed: &InvitationTyped,
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_deref().map(|visitor| &visitor.scope);
        let anyones = scope.is_some_and(|scope| scope.may(Act::Add, Object::Invitation, Relation::Any));
        let kinds = match scope {
            // Whoever invites people to any organisation chooses among the roles of all.
            Some(_) if anyones => PartyKind::ALL,
            Some(scope) => scope.kinds(),
            None => &[],
        };
        let input = |name: &str, label: &str, value: &str| Input::new(&words, name, label, value, &refusals);
        InvitationsPage {
            settings: Settings::new(&frame, Section::People),
            done: None,
            email: input("email", "sign-in-email", &typed.email)
                .kind("email")
                .hint("invitations-email-hint"),
            organisation: anyones.then(|| {
                input("organisation", "invitations-organisation", &typed.organisation)
                    .hint("invitations-organisation-hint")
                    .optional()
            }),
            choices: RoleChoices::new(edition, &words, kinds, &typed.roles, &refusals),
            open: open.iter().map(|one| Open::of(&frame, origin, one)).collect(),
            summary: Summary {
                words: words.clone(),
                refusals: refusals.clone(),
            },
            frame,
        }
    }

    fn by(&self, name: &str) -> String {
        t!(self.frame.lang, "invitations-by", name = name)
    }

    fn until(&self, open: &Open) -> String {
        t!(self.frame.lang, "invitations-until", when = open.until.0.as_str())
    }
}

impl Open {
    fn of(frame: &Frame, origin: &str, invitation: &Invitation) -> Self {
        let link = &invitation.link;
        let own = frame
            .visitor
            .as_ref()
            .is_some_and(|visitor| visitor.organisation.id == invitation.organisation.id);
        Open {
            email: link.email.clone(),
            roles: names(frame.words(), &link.roles),
            organisation: (!own).then(|| invitation.organisation.name.clone()),
            invited_by: invitation.invited_by.as_ref().map(|person| person.name.clone()),
            until: (frame.relative(link.expires_at), frame.date_time(link.expires_at)),
            link: invitation
                .secret
                .as_ref()
                .map(|secret| format!("{origin}{}", path_of_link(secret))),
            withdraw: format!("{PAGE}/{}/withdraw", link.id),
        }
    }

    fn copy_label(&self, frame: &Frame) -> String {
        t!(frame.lang, "invitations-copy", email = self.email.as_str())
    }
}

async fn page(here: &Here, typed: &InvitationTyped, fields: &[Field]) -> Result<InvitationsPage, Failure> {
    let open = here.hub.invitations(here.scope()).await?;
    let frame = here.frame(Place::Settings, here.words().t("invitations-title"));
    let refusals = Refusals::of(frame.words(), fields);
    Ok(InvitationsPage::new(
        frame,
        here.hub.edition(),
        &here.origin,
        &open,
        typed,
        refusals,
    ))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, &InvitationTyped::default(), &[]).await?;
    page.done = done(&typed);
    Ok(html(&page))
}

async fn invite(here: Here, typed: Typed) -> Result<Response, Failure> {
    let typed = InvitationTyped {
        organisation: typed.get("organisation").to_owned(),
        email: typed.get("email").to_owned(),
        roles: chosen(&typed),
    };
    let new = NewInvitation {
        organisation: filled(&typed.organisation),
        email: typed.email.clone(),
        roles: typed.roles.clone(),
    };
    match here.hub.invite(here.scope(), new).await {
        Ok(_) => Ok(Redirect::to("/settings/invitations?done=invited").into_response()),
        Err(HubError::Invalid(fields)) => Ok(html_refused(&page(&here, &typed, &fields).await?)),
        Err(error) => Err(error.into()),
    }
}

async fn withdraw(here: Here, Path(id): Path<String>) -> Result<Response, Failure> {
    let id: Uuid = id.parse().map_err(|_| HubError::NotFound("invitation"))?;
    here.hub.withdraw_invitation(here.scope(), id).await?;
    Ok(Redirect::to("/settings/invitations?done=withdrawn").into_response())
}
