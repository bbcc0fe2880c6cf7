//! The pages of an account and of signing in, with samples in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::account::{Account, Kept};
use firstline_hub::algorithms::Algorithms;
use firstline_hub::demand::Lack;
use firstline_hub::second_factor::NewFactor;
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::session::Session;
use firstline_hub::{Field, HubError};
use jiff::SignedDuration;
use uuid::Uuid;

use super::address::AddressPage;
use super::passkeys::PasskeysPage;
use super::password::PasswordPage;
use super::prove::ProvePage;
use super::reset::ResetPage;
use super::second_factor::{CodesPage, New, Present, SecondFactorPage};
use super::{AccountPage, Details};
use crate::page::desk::form::Refusals;
use crate::page::link::address::ConfirmPage;
use crate::page::link::comer::{Lead, LinkPage};
use crate::page::link::reset::NewPasswordPage;
use crate::page::passkey::{Ceremony, PasskeyForm};
use crate::page::sign_in::SignInPage;
use crate::page::sign_in::code::CodePage;
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};
use crate::site::PublicUrl;

fn elif() -> Arc<Visitor> {
    visitor(PartyKind::Reseller, &[Role::AdminAgent])
}

fn frame(lang: Lang, signed_in: bool, key: &str) -> Frame {
    let title = words(lang).t(key);
    Frame::new(words(lang), None, signed_in.then(elif), Place::Elsewhere, title)
}

fn see(name: &str, lang: Lang, page: &impl Template) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

fn kept(number: u128, name: &str, used: bool) -> Kept {
    let now = words(Lang::En).now;
    Kept {
        id: Uuid::from_u128(number),
        name: name.to_owned(),
        made_at: now - SignedDuration::from_hours(24 * 40),
        used_at: used.then(|| now - SignedDuration::from_mins(5)),
        is_taken: true,
    }
}

fn session(number: u128, agent: &str, address: Option<&str>) -> Session {
    let now = words(Lang::En).now;
    Session {
        id: Uuid::from_u128(number),
        person: elif().person.id,
        organisation: OrganisationId(Uuid::nil()),
        address: address.map(str::to_owned),
        agent: agent.to_owned(),
        made_at: now - SignedDuration::from_hours(50),
        seen_at: now - SignedDuration::from_mins(3),
        proved_at: now,
        two_factors_at: None,
    }
}

/// An account with everything, and one with as good as nothing.
fn accounts() -> [Account; 2] {
    let full = Account {
        person: elif().person.clone(),
        password: Some(kept(1, "", true)),
        second_factor: Some(kept(2, "", true)),
        recovery_codes_left: 7,
        passkeys: vec![kept(3, "Phone <b>", true), kept(4, "Mavi anahtar", false)],
        is_confirmed: true,
        sessions: vec![
            session(
                5,
                "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0",
                Some("2001:db8::7"),
            ),
            session(6, "<script>alert(1)</script>", None),
        ],
        session: Some(Uuid::from_u128(5)),
    };
    let bare = Account {
        password: None,
        second_factor: None,
        recovery_codes_left: 0,
        passkeys: Vec::new(),
        is_confirmed: false,
        sessions: full.sessions[..1].to_vec(),
        ..full.clone()
    };
    [full, bare]
}

fn url() -> PublicUrl {
    "https://hub.example".parse().unwrap()
}

fn refusals(lang: Lang, fields: &[(&str, &'static str)]) -> Refusals {
    let fields: Vec<Field> = fields.iter().map(|(name, key)| Field::new(*name, key)).collect();
    Refusals::of(&words(lang), &fields)
}

#[test]
fn the_account_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for account in accounts() {
            let details = Details {
                name: account.person.name.clone(),
                language: Some(Lang::Ko),
            };
            let mut page = AccountPage::new(
                frame(lang, true, "account-title"),
                account.clone(),
                &details,
                Refusals::default(),
            );
            page.told = Some("account-saved");
            let html = see("account", lang, &page);
            let others = account.sessions.len() > 1;
            assert_eq!(html.contains("/account/sessions/end-others"), others);
            assert!(!html.contains("<script>alert") && !html.contains("Phone <b>"));

            let wrong = refusals(lang, &[("name", "error-name")]);
            let refused = AccountPage::new(frame(lang, true, "account-title"), account, &details, wrong);
            let html = see("account-refused", lang, &refused);
            assert!(html.contains("aria-invalid"));
        }
        for told in [
            "account-address-sent",
            "account-address-confirmed",
            "account-password-changed",
            "account-session-ended",
            "account-passkey-added",
            "account-passkey-removed",
            "account-factor-removed",
            "sign-in-late",
            "sign-in-reset",
            "sign-in-sent",
        ] {
            assert!(!words(lang).t(told).contains('⟦'), "{told} in {lang}");
        }
    }
}

#[test]
fn what_one_is_known_by_is_whole_in_every_language() {
    let wrong = [
        ("present", "error-password-wrong"),
        ("password", "error-password-short"),
        ("email", "error-email"),
        ("code", "error-code-wrong"),
        ("name", "error-passkey-name"),
        ("passkey", "error-passkey-twice"),
    ];
    for lang in Lang::ALL {
        for refusals in [Refusals::default(), refusals(lang, &wrong)] {
            for had_one in [true, false] {
                let frame = frame(lang, true, "password-title");
                let page = PasswordPage::new(frame, "elif@\"bosfor\".example", had_one, refusals.clone());
                see("account-password", lang, &page);
            }
            let page = AddressPage::new(
                frame(lang, true, "address-title"),
                "elif@bosfor.example",
                "x\"",
                refusals.clone(),
            );
            see("account-address", lang, &page);
            for account in accounts() {
                for url in [url(), "http://192.0.2.7".parse().unwrap()] {
                    let frame = frame(lang, true, "passkeys-title");
                    let page = PasskeysPage::new(frame, account.clone(), &url, "\"", refusals.clone());
                    let html = see("account-passkeys", lang, &page);
                    assert_eq!(html.contains("data-passkey=\"create\""), url.party().is_some());
                }
            }
        }
    }
}

#[test]
fn a_strict_hub_says_what_a_device_must_be_able_to_do_and_what_it_does_not_take() {
    for lang in Lang::ALL {
        let words = words(lang);
        let says = |html: &str, key: &str| html.contains(&*words.t(key));
        let title = || frame(lang, true, "second-factor-title");
        let new = Some(New::again("sealed"));
        let begun = SecondFactorPage::new(title(), None, new, Refusals::default());
        let begun = begun.strict(Algorithms::Strict).untaken(true);
        let html = see("account-second-factor-strict", lang, &begun);
        assert!(says(&html, "second-factor-strict") && says(&html, "second-factor-untaken"));
        let usual = SecondFactorPage::new(title(), None, Some(New::again("sealed")), Refusals::default());
        let html = see("account-second-factor-usual", lang, &usual);
        assert!(!says(&html, "second-factor-strict") && !says(&html, "second-factor-untaken"));

        let mut account = accounts().into_iter().next().unwrap();
        account.passkeys[0].is_taken = false;
        account.second_factor.as_mut().unwrap().is_taken = false;
        let details = Details {
            name: account.person.name.clone(),
            language: None,
        };
        let page = AccountPage::new(
            frame(lang, true, "account-title"),
            account.clone(),
            &details,
            Refusals::default(),
        );
        let html = see("account-untaken", lang, &page);
        assert_eq!(html.matches(&*words.t("account-untaken")).count(), 2);
        let page = PasskeysPage::new(
            frame(lang, true, "passkeys-title"),
            account,
            &url(),
            "",
            Refusals::default(),
        );
        let html = see("account-passkeys-strict", lang, &page.strict(Algorithms::Strict));
        assert!(says(&html, "passkeys-strict"));
        assert_eq!(html.matches(&*words.t("passkeys-untaken")).count(), 1);
    }
}

#[test]
fn the_second_factor_is_whole_in_every_language() {
    for lang in Lang::ALL {
        let words = words(lang);
        let factor = NewFactor {
            url: "otpauth://totp/Firstline:elif%40bosfor.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                .to_owned(),
            key: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned(),
            sealed: "sealed".to_owned(),
        };
        let new = New::of(&factor, &words.t("second-factor-picture"));
        let present = Present {
            since: words.date(words.now),
            codes_left: String::new(),
        };
        let title = || frame(lang, true, "second-factor-title");
        let begun = SecondFactorPage::new(title(), None, Some(new), Refusals::default());
        let html = see("account-second-factor", lang, &begun);
        assert!(html.contains("<svg class=\"qr\" viewBox=\"0 0 ") && html.contains("GEZD GNBV"));
        let wrong = refusals(lang, &[("code", "error-code-wrong")]);
        let again = SecondFactorPage::new(title(), None, Some(New::again("sealed")), wrong);
        let html = see("account-second-factor-wrong", lang, &again);
        assert!(html.contains("value=\"sealed\"") && !html.contains("<svg class=\"qr\""));
        let there = SecondFactorPage::new(title(), Some(present), None, Refusals::default());
        see("account-second-factor-present", lang, &there);
        let codes = CodesPage {
            frame: frame(lang, true, "codes-title"),
            codes: vec!["abcd-efgh-ijkl-mnop-qrst-uvwx".to_owned(); 10],
        };
        see("account-codes", lang, &codes);
    }
}

/// The frame of somebody whose organisation demands more than they showed.
fn demanded(lang: Lang, lack: Lack, key: &str) -> Frame {
    let visitor = Visitor {
        lack: Some(lack),
        ..Arc::unwrap_or_clone(elif())
    };
    let title = words(lang).t(key);
    Frame::new(
        words(lang),
        None,
        Some(Arc::new(visitor)),
        Place::Elsewhere,
        title,
    )
}

#[test]
fn what_an_organisation_demands_stands_where_it_is_set_up_and_shown() {
    for lang in Lang::ALL {
        let frame = demanded(lang, Lack::Factor, "second-factor-title");
        let page = SecondFactorPage::new(frame, None, Some(New::again("sealed")), Refusals::default());
        let html = see("account-second-factor-demanded", lang, &page);
        assert!(html.contains("href=\"/account/passkeys\""));
        for account in accounts() {
            let frame = demanded(lang, Lack::Factor, "passkeys-title");
            let page = PasskeysPage::new(frame, account.clone(), &url(), "", Refusals::default());
            let html = see("account-passkeys-demanded", lang, &page);
            assert!(html.contains("href=\"/account/second-factor\""));
            for lack in [Lack::Factor, Lack::Showing] {
                let frame = demanded(lang, lack, "prove-title");
                let page = ProvePage::new(frame, &account, &url(), "/", &Refusals::default());
                let html = see("account-prove-demanded", lang, &page);
                let is_enough = lack == Lack::Factor || account.second_factor.is_some();
                assert_eq!(
                    html.contains("name=\"password\""),
                    account.password.is_some() && is_enough
                );
            }
        }
    }
}

#[test]
fn showing_who_one_is_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for account in accounts() {
            for refusals in [
                Refusals::default(),
                refusals(
                    lang,
                    &[
                        ("password", "error-password-wrong"),
                        ("passkey", "error-passkey-unknown"),
                    ],
                ),
                Refusals::saying(&words(lang), "password", &HubError::TooMany(61)),
            ] {
                let frame = frame(lang, true, "prove-title");
                let page = ProvePage::new(frame, &account, &url(), "/account/passkeys", &refusals);
                let html = see("account-prove", lang, &page);
                assert_eq!(
                    html.contains("data-passkey=\"get\""),
                    !account.passkeys.is_empty()
                );
            }
        }
        for wrong in [None, Some(HubError::TooMany(30).help(lang))] {
            let page = CodePage {
                frame: frame(lang, false, "code-title"),
                wrong: wrong.clone(),
                to: "/ask?x=\"".to_owned(),
            };
            see("sign-in-code", lang, &page);
            let page = ResetPage {
                frame: frame(lang, false, "reset-title"),
                wrong,
            };
            see("account-reset", lang, &page);
        }
        let places = ["/sign-in", "/sign-in/passkey", "/sign-in/passkey/challenge"];
        let form = PasskeyForm::new(&words(lang), &url(), Ceremony::Show, places, "sign-in-passkey");
        let page = SignInPage {
            told: Some("sign-in-reset"),
            passkey: form.map(|form| {
                form.leading_to("/ask?\"")
                    .wrong(Some(words(lang).t("error-passkey-unknown").into_owned()))
            }),
            ..SignInPage::new(
                frame(lang, false, "sign-in-title"),
                Vec::new(),
                "/ask?\"".to_owned(),
            )
        };
        let html = see("sign-in-passkey", lang, &page);
        assert!(html.contains("passkey.js"));
        for refusals in [
            Refusals::default(),
            refusals(lang, &[("password", "error-password-common")]),
        ] {
            let frame = frame(lang, false, "new-password-title");
            let page = NewPasswordPage::new(frame, Uuid::nil(), "elif@bosfor.example", refusals);
            see("link-reset", lang, &page);
        }
        let page = ConfirmPage::new(frame(lang, true, "confirm-title"), Uuid::nil(), "elif@<b>");
        see("link-address", lang, &page);
    }
}

#[test]
fn the_page_that_takes_a_link_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for lead in [Lead::Open, Lead::Gone, Lead::Late, Lead::Another] {
            for (signed_in, refusals) in [
                (false, Refusals::default()),
                (true, refusals(lang, &[("link", "error-link-missing")])),
                (
                    true,
                    Refusals::saying(&words(lang), "link", &HubError::TooMany(61)),
                ),
            ] {
                let page = LinkPage::new(frame(lang, signed_in, lead.key()), lead, &refusals);
                let html = see("link", lang, &page);
                assert!(html.contains("action=\"/link\"") && html.contains("link.js"));
                assert_eq!(html.contains("aria-invalid"), !refusals.is_empty());
                assert_eq!(html.contains("href=\"/account/reset\""), !signed_in);
            }
        }
    }
}
