//! An invitation, as whoever opens its link finds it: somebody new chooses how they sign in; whoever has an account accepts as
//! themselves; anybody else is told whose it is.

use askama::Template;
use axum::response::Response;
use firstline_domain::policy::EditionRef;
use firstline_hub::link::Opened;
use firstline_hub::locale::{self, Args};
use firstline_hub::people::Newcomer;
use firstline_hub::{Field, HubError, t};
use uuid::Uuid;

use super::{Holder, newcomer, sign_in};
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::people::names;
use crate::page::people::roles::{May, everyone_may, may};
use crate::page::sign_in::entered;
use crate::page::{Frame, html, html_refused};

/// Who opened an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Opener {
    /// Nobody is signed in, and the address has no account.
    New,
    /// Nobody is signed in, and the address has one.
    Stranger,
    /// Whoever the invitation is for.
    Owner,
    /// Whoever it is for, who belongs to the organisation already.
    Member,
    /// Somebody else.
    Other,
}

impl Opener {
    fn of(holder: &Holder) -> Self {
        let owner = holder.opened.person.as_ref().map(|person| person.id);
        let Some(visitor) = holder.visitor.as_ref().map(|visitor| &visitor.0) else {
            return if owner.is_some() {
                Opener::Stranger
            } else {
                Opener::New
            };
        };
        let host = holder.opened.link.organisation;
        let belongs = |id| Some(id) == host;
        match () {
            () if visitor.scope.person.is_none() || visitor.scope.person != owner => Opener::Other,
            () if belongs(visitor.organisation.id)
                || visitor.others.iter().any(|other| belongs(other.id)) =>
            {
                Opener::Member
            }
            () => Opener::Owner,
        }
    }
}

/// An invitation.
#[derive(Template)]
#[template(path = "link/invitation.html")]
pub(in crate::page) struct InvitationPage {
    pub frame: Frame,
    pub summary: Summary,
    /// Which link the form is for.
    pub link: Uuid,
    /// Where one signs in and comes back.
    pub sign_in: String,
    pub opener: Opener,
    pub email: String,
    pub organisation: String,
    pub roles: String,
    /// What the roles let one do beyond what everyone there may.
    pub may: Vec<May>,
    pub everyone: Vec<String>,
    pub until: String,
    pub name: Input,
    pub password: Input,
}

impl InvitationPage {
    pub fn new(
        mut frame: Frame,
        edition: EditionRef<'_>,
        opened: &Opened,
        opener: Opener,
        typed: &Newcomer,
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let (link, organisation) = (&opened.link, opened.organisation.as_ref());
        let name = organisation.map_or_else(String::new, |organisation| organisation.name.clone());
        let kinds = organisation.map_or(&[][..], |organisation| &organisation.kinds);
        frame.title = t!(words.lang, "invitation-title", organisation = name.as_str()).into();
        InvitationPage {
            link: link.id,
            sign_in: sign_in(),
            opener,
            email: link.email.clone(),
            organisation: name,
            roles: names(&words, &link.roles),
            everyone: everyone_may(edition, &words, kinds),
            may: may(edition, &words, kinds, &link.roles),
            until: words.date_time(link.expires_at),
            name: Input::new(&words, "name", "link-name", &typed.name, &refusals).filled_as("name"),
            password: Input::new(&words, "password", "sign-in-password", "", &refusals)
                .kind("password")
                .hint("link-password-hint")
                .filled_as("new-password"),
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// Whether there is something to accept.
    fn offers(&self) -> bool {
        !matches!(self.opener, Opener::Member | Opener::Other)
    }

    /// A text with the names that stand on the page.
    fn text(&self, key: &str) -> String {
        let visitor = self.frame.visitor.as_ref();
        let (name, own) = visitor.map_or(("", ""), |visitor| {
            (&visitor.person.name, &visitor.organisation.name)
        });
        let args = Args::new()
            .set("organisation", self.organisation.as_str())
            .set("roles", self.roles.as_str())
            .set("email", self.email.as_str())
            .set("until", self.until.as_str())
            .set("name", name)
            .set("own", own);
        locale::format(self.frame.lang, key, &args)
    }
}

fn page(holder: &Holder, typed: &Newcomer, refusals: Refusals) -> InvitationPage {
    InvitationPage::new(
        holder.frame("invitations-title"),
        holder.app.hub.edition(),
        &holder.opened,
        Opener::of(holder),
        typed,
        refusals,
    )
}

pub(super) fn show(holder: &Holder) -> Response {
    html(&page(holder, &Newcomer::default(), Refusals::default()))
}

pub(super) async fn act(holder: &Holder, typed: &Typed) -> Result<Response, HubError> {
    let session = match Opener::of(holder) {
        Opener::New => join(holder, typed).await?,
        Opener::Owner => accept(holder).await?,
        // Nothing to accept for them: the page says why.
        Opener::Stranger | Opener::Member | Opener::Other => Err(Vec::new()),
    };
    match session {
        Ok(session) => entered(&holder.app, &holder.headers, &session, "/").await,
        Err(fields) => {
            let refusals = Refusals::of(&holder.words(), &fields);
            Ok(html_refused(&page(holder, &newcomer(typed), refusals)))
        }
    }
}

/// Joins as somebody new; gives the secret of the session, or the fields that cannot be accepted.
async fn join(holder: &Holder, typed: &Typed) -> Result<Result<String, Vec<Field>>, HubError> {
    let hub = &holder.app.hub;
    match hub
        .accept_invitation(&holder.secret, newcomer(typed), &holder.origin)
        .await
    {
        Err(HubError::Invalid(fields)) => Ok(Err(fields)),
        joined => joined.map(Ok),
    }
}

/// Joins as whoever is signed in, who goes on in that organisation.
async fn accept(holder: &Holder) -> Result<Result<String, Vec<Field>>, HubError> {
    let (hub, visitor) = (&holder.app.hub, &holder.visitor);
    let visitor = visitor.as_ref().ok_or(HubError::NotFound("link"))?;
    let joined = hub.accept_invitation_as(visitor.scope(), &holder.secret).await?;
    hub.switch_organisation(&visitor.0, &joined.handle, &holder.origin)
        .await
        .map(Ok)
}
