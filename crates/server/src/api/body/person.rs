//! People of an organisation, what their roles let them do, and invitations.

use firstline_domain::role::Role;
use firstline_hub::invitation::Invitation;
use firstline_hub::people::Power;
use firstline_hub::store::people::Colleague;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Array, ArrayBuilder};

use super::words;
use crate::site::path_of_link;

/// The schema of a list of roles.
pub(in crate::api) fn roles() -> Array {
    let all = words(Role::ALL.iter().map(|role| role.as_str()));
    ArrayBuilder::new().items(all).build()
}

pub(super) fn role_words(roles: &[Role]) -> Vec<&'static str> {
    roles.iter().map(|role| role.as_str()).collect()
}

/// One of an organisation's people.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonBody<'a> {
    pub person: &'a str,
    pub name: &'a str,
    pub email: &'a str,
    #[schema(schema_with = roles)]
    pub roles: Vec<&'static str>,
    /// Somebody who is not active cannot act for the organisation.
    pub active: bool,
    pub since: String,
    /// When they last did something for the organisation; null where they have not been here yet.
    pub seen_at: Option<String>,
    /// Whether they show more than a password when they sign in.
    pub second_factor: bool,
}

impl<'a> From<&'a Colleague> for PersonBody<'a> {
    fn from(colleague: &'a Colleague) -> Self {
        let member = &colleague.member;
        PersonBody {
            person: &member.person.handle,
            name: &member.person.name,
            email: &member.person.email,
            roles: role_words(&member.roles),
            active: member.active,
            since: colleague.since.to_string(),
            seen_at: colleague.seen_at.map(|at| at.to_string()),
            second_factor: colleague.second_factor,
        }
    }
}

/// Something that a person's roles let them do, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct PowerBody<'a> {
    pub object: &'static str,
    pub act: &'static str,
    /// What the organisation that the thing belongs to is to the person's: `own`, `customer`, `any` …
    pub of: Vec<&'static str>,
    /// The role that it is given to.
    pub role: &'static str,
    /// The clause that says so.
    pub rule: &'a str,
}

impl<'a> From<&'a Power> for PowerBody<'a> {
    fn from(power: &'a Power) -> Self {
        PowerBody {
            object: power.object.as_str(),
            act: power.act.as_str(),
            of: power.of.iter().map(|relation| relation.as_str()).collect(),
            role: power.role.as_str(),
            rule: &power.rule,
        }
    }
}

/// An invitation that nobody has used yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationBody<'a> {
    pub invitation: String,
    /// The organisation to join.
    pub organisation: &'a str,
    pub email: &'a str,
    #[schema(schema_with = roles)]
    pub roles: Vec<&'static str>,
    /// The person who made it; null where a program did.
    pub invited_by: Option<&'a str>,
    pub made_at: String,
    pub expires_at: String,
    /// The link to hand over, as long as it waits to be sent.
    pub link: Option<String>,
}

impl<'a> InvitationBody<'a> {
    /// With the address of the link's path on this hub.
    pub fn new(invitation: &'a Invitation, address: impl Fn(&str) -> String) -> Self {
        let link = &invitation.link;
        InvitationBody {
            invitation: link.id.to_string(),
            organisation: &invitation.organisation.handle,
            email: &link.email,
            roles: role_words(&link.roles),
            invited_by: invitation.invited_by.as_ref().map(|person| &*person.handle),
            made_at: link.made_at.to_string(),
            expires_at: link.expires_at.to_string(),
            link: invitation
                .secret
                .as_ref()
                .map(|secret| address(&path_of_link(secret))),
        }
    }
}
