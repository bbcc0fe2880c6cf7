//! The pages of tokens, with samples in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::people::roles_at;
use firstline_hub::sign_in::Visitor;
use firstline_hub::token::{Kind, Listed, Token};
use firstline_hub::{Field, POLICIES};
use jiff::SignedDuration;
use uuid::Uuid;

use super::{MadePage, RevokePage, TokenTyped, TokensPage};
use crate::page::desk::form::Refusals;
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

fn admin() -> Arc<Visitor> {
    visitor(PartyKind::Partner, &[Role::GlobalAdmin])
}

fn frame(lang: Lang) -> Frame {
    Frame::new(words(lang), None, Some(admin()), Place::Settings, "Tokens")
}

fn see(name: &str, lang: Lang, page: &impl Template) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

/// One that is used and lives for a while; others that nobody knows the maker of, ran out, or were never used.
fn listed(kind: Kind, number: u128, lives: bool) -> Listed {
    let now = words(Lang::En).now;
    let life = SignedDuration::from_hours(if lives { 90 * 24 } else { -1 });
    Listed {
        token: Token {
            id: Uuid::from_u128(number),
            organisation: OrganisationId(Uuid::nil()),
            kind,
            name: "Nightly <export>".to_owned(),
            roles: roles_at(&[PartyKind::Partner]),
            client: None,
            made_by: None,
            made_at: now - SignedDuration::from_hours(50),
            expires_at: now + life,
            used_at: lives.then(|| now - SignedDuration::from_hours(3)),
        },
        made_by: lives.then(|| admin().person.clone()),
    }
}

#[test]
fn the_list_is_whole_in_every_language() {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let edition = policy.editions().next_back().unwrap();
    let own = roles_at(&[PartyKind::Partner]);
    for lang in Lang::ALL {
        let tokens = [
            listed(Kind::Token, 1, true),
            listed(Kind::Client, 2, true),
            listed(Kind::Token, 3, false),
        ];
        let typed = TokenTyped {
            name: "\"x\"".to_owned(),
            client: true,
            roles: vec![Role::HelpdeskAgent],
            days: "<9".to_owned(),
        };
        let fields = [
            Field::new("name", "error-token-name"),
            Field::quoting("name", "error-tokens-max", "200"),
            Field::quoting("days", "error-token-days", "<9"),
            Field::new("roles", "error-token-roles"),
            Field::quoting("kind", "error-token-kind", "<x>"),
        ];
        for (tokens, refusals) in [
            (&tokens[..], Refusals::of(&words(lang), &fields)),
            (&[], Refusals::default()),
        ] {
            let mut page = TokensPage::new(frame(lang), edition, &own, tokens, &typed, refusals);
            page.done = Some("tokens-done-revoked");
            let html = see("tokens", lang, &page);
            assert!(html.contains("value=\"client\" checked"));
            let shown = html.contains(&format!("/settings/tokens/{}/revoke", Uuid::from_u128(3)));
            assert_eq!(shown, !tokens.is_empty());
        }
        // Whoever may do less is offered less.
        let few = TokensPage::new(
            frame(lang),
            edition,
            &[Role::SalesAgent],
            &[],
            &TokenTyped::default(),
            Refusals::default(),
        );
        assert_eq!(see("tokens", lang, &few).matches("name=\"roles\"").count(), 1);
    }
}

#[test]
fn a_secret_and_its_end_are_whole_in_every_language() {
    for lang in Lang::ALL {
        for kind in [Kind::Token, Kind::Client] {
            let made = listed(kind, 1, true);
            let secret = "firstline_abc".to_owned();
            let page = MadePage::new(frame(lang), "https://hub.example", &made.token, secret);
            let html = see("token-made", lang, &page);
            assert!(html.contains("firstline_abc") && html.contains("https://hub.example/"));
            assert_eq!(html.contains("/oauth/token"), kind == Kind::Client);
            for lives in [true, false] {
                see(
                    "token-revoke",
                    lang,
                    &RevokePage::new(frame(lang), &listed(kind, 1, lives)),
                );
            }
        }
    }
}
