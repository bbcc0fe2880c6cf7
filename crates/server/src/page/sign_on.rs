//! How an organisation's people sign in at its own identity provider: which one, for whose addresses, and what its word gives.
//! What that brings about is said before it.

pub(super) mod demand;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_hub::algorithms::Algorithms;
use firstline_hub::demand::Demanded;
use firstline_hub::people::roles_at;
use firstline_hub::sign_on::{ANSWERS, FILE, NewProvider, RULES_MAX, SignOn};
use firstline_hub::store::identity_provider::{Provider, Rule};
use firstline_hub::{Field, HubError, t};

use self::demand::DemandForm;
use super::desk::form::{Choice, Input, Refusals, Select, Summary, Typed};
use super::desk::{Changed, differences};
use super::people::names;
use super::people::roles::{RoleChoices, chosen};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, html, html_refused};
use crate::App;
use crate::failure::Failure;

const PAGE: &str = "/settings/sign-on";
/// Rows for groups that stand empty.
const ROWS_MORE: usize = 2;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(show).post(save))
        .route("/settings/sign-on/remove", post(remove))
        .route("/settings/sign-on/second-factor", post(demand::demand))
        .route("/settings/sign-on/domains", post(verify))
        .route("/settings/sign-on/domains/release", post(release))
}

/// How people are to sign in, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SignOnTyped {
    issuer: String,
    client: String,
    claim: String,
    /// A group, and the word for its role.
    rules: Vec<(String, String)>,
    roles: Vec<Role>,
    demanded: bool,
}

impl SignOnTyped {
    pub fn of(provider: &Provider) -> Self {
        SignOnTyped {
            issuer: provider.issuer.clone(),
            client: provider.client.clone(),
            claim: provider.claim.clone(),
            rules: provider
                .rules
                .iter()
                .map(|rule| (rule.group.clone(), rule.role.to_string()))
                .collect(),
            roles: provider.everyone.clone(),
            demanded: provider.demanded,
        }
    }

    fn typed(typed: &Typed) -> Self {
        let rows = 0..typed.rows("rules", RULES_MAX);
        let rule = |row: usize| {
            let of = |what: &str| typed.get(&format!("rules.{row}.{what}")).to_owned();
            (of("group"), of("role"))
        };
        let is_filled = |(group, role): &(String, String)| !group.is_empty() || !role.is_empty();
        SignOnTyped {
            issuer: typed.get("issuer").to_owned(),
            client: typed.get("client").to_owned(),
            claim: typed.get("claim").to_owned(),
            rules: rows.map(rule).filter(is_filled).collect(),
            roles: chosen(typed),
            demanded: typed.has("demanded"),
        }
    }

    fn read(&self, secret: &str, version: i64) -> Result<NewProvider, HubError> {
        let mut wrong = Vec::new();
        let mut rules = Vec::new();
        for (row, (group, role)) in self.rules.iter().enumerate() {
            match role.parse() {
                Ok(role) if !group.is_empty() => rules.push(Rule {
                    group: group.clone(),
                    role,
                }),
                _ => wrong.push(Field::new(format!("rules.{row}.group"), "error-sign-on-rules")),
            }
        }
        if !wrong.is_empty() {
            return Err(HubError::Invalid(wrong));
        }
        Ok(NewProvider {
            issuer: self.issuer.clone(),
            client: self.client.clone(),
            secret: secret.to_owned(),
            claim: self.claim.clone(),
            rules,
            everyone: self.roles.clone(),
            demanded: self.demanded,
            version,
        })
    }

    fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let rules: Vec<String> = self
            .rules
            .iter()
            .map(|(group, role)| format!("{group}: {role}"))
            .collect();
        let demanded = if self.demanded { "people-yes" } else { "people-no" };
        [
            ("sign-on-issuer", self.issuer.clone()),
            ("sign-on-client", self.client.clone()),
            ("sign-on-claim", self.claim.clone()),
            ("audit-field-rules", rules.join(", ")),
            ("people-roles", names(words, &self.roles)),
            ("sign-on-demanded", words.t(demanded).into_owned()),
        ]
        .map(|(label, value)| (words.t(label).into_owned(), value))
        .into()
    }
}

/// A domain of the organisation, and since when.
pub(super) struct Verified {
    pub name: String,
    pub since: String,
}

/// The page on how an organisation's people sign in.
#[derive(Template)]
#[template(path = "sign_on/settings.html")]
pub(super) struct SignOnPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    pub version: i64,
    pub may_change: bool,
    pub domains: Vec<Verified>,
    pub domain: Input,
    /// What a domain has to say.
    pub line: Option<String>,
    /// Where the provider sends browsers back to.
    pub redirect: String,
    /// Whether the hub keeps to approved algorithms: not every provider signs by one.
    pub strict: bool,
    pub fields: Vec<Input>,
    pub claim: Input,
    pub rules: Vec<(Input, Select)>,
    pub choices: RoleChoices,
    pub demanded: bool,
    pub demanded_wrong: Option<String>,
    pub demand: DemandForm,
}

/// What was typed into the page's forms, and what was wrong with it.
#[derive(Default)]
pub(super) struct Filled {
    pub sign_on: SignOnTyped,
    pub domain: String,
    pub version: i64,
    pub refusals: Refusals,
}

impl SignOnPage {
    pub fn new(
        frame: Frame,
        edition: EditionRef<'_>,
        origin: &str,
        on_record: &SignOn,
        demanded: &Demanded,
        filled: Filled,
    ) -> Self {
        let Filled {
            sign_on: typed,
            domain,
            version,
            refusals,
        } = filled;
        let words = frame.words().clone();
        let visitor = frame.visitor.clone();
        let scope = visitor.as_ref().map(|visitor| &visitor.scope);
        let kinds = scope.map_or(&[][..], |scope| scope.kinds());
        let handle = visitor
            .as_ref()
            .map_or("", |visitor| &visitor.organisation.handle);
        let field = |name: &str, label: &str, value: &str| Input::new(&words, name, label, value, &refusals);
        let secret = match on_record.provider.version {
            0 => field("secret", "sign-on-secret", "").hint("sign-on-secret-hint"),
            _ => field("secret", "sign-on-secret", "")
                .hint("sign-on-secret-kept")
                .optional(),
        };
        let since = |at| t!(words.lang, "sign-on-since", when = words.relative(at));
        SignOnPage {
            settings: Settings::new(&frame, Section::SignOn),
            done: None,
            changed: None,
            version,
            may_change: scope.is_some_and(|it| it.may(Act::Change, Object::SignOn, Relation::Own)),
            domains: on_record
                .domains
                .iter()
                .map(|domain| Verified {
                    name: domain.name.clone(),
                    since: since(domain.verified_at),
                })
                .collect(),
            domain: field("domain", "sign-on-domain", &domain).hint("sign-on-domain-hint"),
            line: on_record.line.clone(),
            redirect: format!("{origin}{ANSWERS}{handle}"),
            strict: false,
            fields: vec![
                field("issuer", "sign-on-issuer", &typed.issuer)
                    .kind("url")
                    .hint("sign-on-issuer-hint"),
                field("client", "sign-on-client", &typed.client),
                secret.kind("password").filled_as("new-password"),
            ],
            claim: field("claim", "sign-on-claim", &typed.claim)
                .hint("sign-on-claim-hint")
                .optional(),
            rules: rows(&words, kinds, &typed.rules, &refusals),
            choices: RoleChoices::new(edition, &words, kinds, &typed.roles, &refusals),
            demanded: typed.demanded,
            demanded_wrong: refusals.at("demanded"),
            demand: DemandForm::new(&words, scope, demanded),
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// On a hub that keeps to approved algorithms.
    #[must_use]
    pub fn strict(mut self, algorithms: Algorithms) -> Self {
        self.strict = algorithms.is_strict();
        self
    }

    fn how(&self) -> String {
        t!(self.frame.lang, "sign-on-domain-how", file = FILE)
    }

    fn recovery(&self) -> String {
        let visitor = self.frame.visitor.as_ref();
        let handle = visitor.map_or("", |visitor| &visitor.organisation.handle);
        t!(
            self.frame.lang,
            "sign-on-demanded-recovery",
            organisation = handle
        )
    }
}

/// Rows of a group and its role each, and a few that stand empty.
fn rows(
    words: &Words,
    kinds: &[PartyKind],
    rules: &[(String, String)],
    refusals: &Refusals,
) -> Vec<(Input, Select)> {
    let empty = (String::new(), String::new());
    let count = (rules.len() + ROWS_MORE).min(RULES_MAX);
    let row = |index: usize| {
        let (group, role) = rules.get(index).unwrap_or(&empty);
        let number = index + 1;
        let label = t!(words.lang, "sign-on-group", number = number.to_string());
        let input = Input::new(
            words,
            &format!("rules.{index}.group"),
            "audit-field-group",
            group,
            refusals,
        );
        let mut options = vec![Choice::new("", words.t("sign-on-group-none"), role.is_empty())];
        options.extend(roles_at(kinds).into_iter().map(|held| {
            let name = words.of("role", held);
            Choice::new(held, name, *role == held.to_string())
        }));
        let role_label = t!(words.lang, "sign-on-group-role", number = number.to_string());
        let select = Select::new(
            words,
            &format!("rules.{index}.role"),
            role_label.into(),
            options,
            refusals,
        );
        (input.labelled(label), select)
    };
    (0..count).map(row).collect()
}

async fn page(here: &Here, filled: impl FnOnce(&SignOn, &Words) -> Filled) -> Result<SignOnPage, Failure> {
    let on_record = here.hub.sign_on(here.scope()).await?;
    let demanded = here.hub.second_factor_demand(here.scope()).await?;
    let frame = here.frame(Place::Settings, here.words().t("sign-on-title"));
    let filled = filled(&on_record, frame.words());
    let page = SignOnPage::new(
        frame,
        here.hub.edition(),
        &here.origin,
        &on_record,
        &demanded,
        filled,
    );
    Ok(page.strict(here.hub.algorithms()))
}

/// The forms as they stand on record, with a domain that was typed and what was wrong with it.
fn as_on_record(on_record: &SignOn, words: &Words, domain: &str, wrong: &[Field]) -> Filled {
    Filled {
        sign_on: SignOnTyped::of(&on_record.provider),
        domain: domain.to_owned(),
        version: on_record.provider.version,
        refusals: Refusals::of(words, wrong),
    }
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, |on_record, words| as_on_record(on_record, words, "", &[])).await?;
    page.done = match typed.get("done") {
        "saved" => Some("sign-on-saved"),
        "verified" => Some("sign-on-verified"),
        "released" => Some("sign-on-released"),
        "removed" => Some("sign-on-removed"),
        "demanded" => Some("demand-saved"),
        _ => None,
    };
    Ok(html(&page))
}

async fn save(here: Here, typed: Typed) -> Result<Response, Failure> {
    let sign_on = SignOnTyped::typed(&typed);
    let saved = match sign_on.read(typed.untrimmed("secret"), typed.version()) {
        Ok(new) => here.hub.set_sign_on(here.scope(), new).await,
        Err(wrong) => Err(wrong),
    };
    let again = |words: &Words, fields: &[Field]| Filled {
        sign_on: sign_on.clone(),
        domain: String::new(),
        version: typed.version(),
        refusals: Refusals::of(words, fields),
    };
    match saved {
        Ok(()) => Ok(done("saved")),
        Err(HubError::Invalid(fields)) => {
            let page = page(&here, |_, words| again(words, &fields)).await?;
            Ok(html_refused(&page))
        }
        Err(HubError::Changed) => {
            let mut changed = None;
            let mut page = page(&here, |on_record, words| {
                let now = SignOnTyped::of(&on_record.provider).entries(words);
                changed = Some(differences(words, &now, &sign_on.entries(words)));
                Filled {
                    version: on_record.provider.version,
                    ..again(words, &[])
                }
            })
            .await?;
            page.changed = changed;
            let mut response = html(&page);
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}

fn done(what: &str) -> Response {
    Redirect::to(&format!("{PAGE}?done={what}")).into_response()
}

async fn remove(here: Here) -> Result<Response, Failure> {
    here.hub.remove_sign_on(here.scope()).await?;
    Ok(done("removed"))
}

async fn verify(here: Here, typed: Typed) -> Result<Response, Failure> {
    let domain = typed.get("domain");
    match here.hub.verify_domain(here.scope(), domain).await {
        Ok(_) => Ok(done("verified")),
        Err(HubError::Invalid(wrong)) => {
            let page = page(&here, |on_record, words| {
                as_on_record(on_record, words, domain, &wrong)
            });
            Ok(html_refused(&page.await?))
        }
        Err(error) => Err(error.into()),
    }
}

async fn release(here: Here, typed: Typed) -> Result<Response, Failure> {
    here.hub.release_domain(here.scope(), typed.get("domain")).await?;
    Ok(done("released"))
}
