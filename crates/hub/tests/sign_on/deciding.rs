//! Deciding how an organisation's people sign in: the provider, its domains, and what others see of it.

use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::audit::Sought;
use firstline_hub::sign_on::NewProvider;
use firstline_hub::store::identity_provider::Rule;
use firstline_hub::store::testing::on_each_engine;
use serde_json::json;

use crate::provider::{Manner, SECRET};
use crate::world::run;
use crate::{DOMAIN, Stage, nora, refused};

#[test]
fn a_domain_is_of_whoever_it_says_it_is_of_and_of_one_at_a_time() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let hub = stage.hub();
        let verify = |scope: &Scope, domain: &str| refused(run(hub.verify_domain(scope, domain)));
        assert_eq!(verify(&stage.admin, DOMAIN), "error-domain-silent");
        for wrong in [
            "",
            "localhost",
            "https://altan.localhost",
            "127.0.0.1",
            "a b.example",
            "altan.localhost:80",
        ] {
            assert_eq!(verify(&stage.admin, wrong), "error-domain", "{wrong}");
        }
        // Whoever names a machine behind the hub learns nothing of it.
        assert_eq!(
            verify(&stage.admin, "intern.localhost"),
            "error-domain-unreachable"
        );

        let rival = Scope::own_hand(stage.world.id("rival"));
        let line_of = |scope: &Scope| run(hub.sign_on(scope)).unwrap().line.unwrap();
        let (ours, theirs) = (line_of(&stage.admin), line_of(&rival));
        assert_ne!(ours, theirs);
        stage.provider.says_of_its_domain(&ours);
        assert_eq!(verify(&rival, DOMAIN), "error-domain-silent");
        assert_eq!(
            run(hub.verify_domain(&stage.admin, "ALTAN.localhost.")).unwrap(),
            DOMAIN
        );
        stage.provider.says_of_its_domain(&format!("{ours}\n{theirs}"));
        assert_eq!(verify(&rival, DOMAIN), "error-domain-taken");
        // It was sold: it no longer says that it is Altan's.
        stage.provider.says_of_its_domain(&theirs);
        assert_eq!(verify(&rival, DOMAIN), "done");
        assert!(run(hub.sign_on(&stage.admin)).unwrap().domains.is_empty());
        let gone = run(hub.release_domain(&stage.admin, DOMAIN));
        assert!(matches!(gone, Err(HubError::NotFound(_))), "{gone:?}");
    });
}

#[test]
fn a_provider_is_what_it_calls_itself() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let set = |new: NewProvider| refused(run(stage.hub().set_sign_on(&stage.admin, new)));
        let with = |alter: fn(&mut serde_json::Value)| {
            stage.provider.behaves(Manner {
                metadata: alter,
                ..Manner::default()
            });
            set(stage.settings())
        };
        assert_eq!(
            with(|it| it["issuer"] = json!("https://accounts.example")),
            "error-issuer-named"
        );
        assert_eq!(
            with(|it| it["jwks_uri"] = json!("http://169.254.169.254/")),
            "error-issuer-closed"
        );
        assert_eq!(
            with(|it| it["jwks_uri"] = json!("https://127.0.0.1/keys")),
            "error-issuer-closed"
        );
        assert_eq!(
            with(|it| it["authorization_endpoint"] = json!("javascript:alert(1)")),
            "error-issuer-closed"
        );
        assert_eq!(
            with(|it| it["token_endpoint"] = json!(null)),
            "error-issuer-answer"
        );
        stage.provider.behaves(Manner::default());
        let of = |issuer: &str| NewProvider {
            issuer: issuer.to_owned(),
            ..stage.settings()
        };
        assert_eq!(set(of("http://127.0.0.1:1")), "error-issuer-closed");
        assert_eq!(set(of("https://127.0.0.1")), "error-issuer-closed");
        assert_eq!(set(of("login")), "error-issuer");
        assert_eq!(set(of("https://login.example/?tenant=1")), "error-issuer");
        assert_eq!(
            set(of(&format!("{}/nowhere", stage.provider.issuer))),
            "error-issuer-answer"
        );
    });
}

#[test]
fn what_cannot_be_accepted_is_said_at_its_field() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let wrong = NewProvider {
            client: String::new(),
            secret: String::new(),
            claim: String::new(),
            rules: vec![Rule {
                group: "owners".to_owned(),
                role: Role::Owner,
            }],
            everyone: vec![Role::CustomerAdmin],
            demanded: true,
            ..stage.settings()
        };
        let Err(HubError::Invalid(fields)) = run(stage.hub().set_sign_on(&stage.admin, wrong)) else {
            panic!("nothing of it is right");
        };
        let named: Vec<(&str, &str)> = fields.iter().map(|field| (&*field.name, field.key)).collect();
        assert_eq!(
            named,
            [
                ("client", "error-client"),
                ("secret", "error-client-secret"),
                ("roles", "error-roles"),
                ("rules.0.group", "error-sign-on-rules"),
                ("claim", "error-sign-on-claim"),
                ("demanded", "error-sign-on-no-domain"),
            ]
        );
        let nobody = NewProvider {
            rules: Vec::new(),
            ..stage.settings()
        };
        assert_eq!(
            refused(run(stage.hub().set_sign_on(&stage.admin, nobody))),
            "error-sign-on-nobody"
        );
    });
}

#[test]
fn the_secret_is_told_to_nobody_and_what_changed_is_on_record() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let hub = stage.hub();
        let seen = run(hub.sign_on(&stage.admin)).unwrap();
        assert_eq!(seen.provider.secret, "");
        let stored: String = hub
            .db()
            .read_blocking(|tx| tx.query_one("select secret from identity_provider", &[], |row| row.get(0)))
            .unwrap();
        assert!(!stored.is_empty() && !stored.contains(SECRET));
        // It stays where none is typed, and another's change is not written over.
        let kept = NewProvider {
            secret: String::new(),
            version: seen.provider.version,
            ..stage.settings()
        };
        run(hub.set_sign_on(&stage.admin, kept.clone())).unwrap();
        let late = run(hub.set_sign_on(&stage.admin, kept));
        assert!(matches!(late, Err(HubError::Changed)), "{late:?}");
        stage.signs_in(&nora()).unwrap();
        run(hub.remove_sign_on(&stage.admin)).unwrap();
        assert_eq!(
            refused(stage.begin(&format!("nora@{DOMAIN}"))),
            "error-sign-on-none"
        );

        let lines = run(hub.audit(&stage.admin, &Sought::default(), 100))
            .unwrap()
            .entries;
        let acts: Vec<&str> = lines.iter().rev().map(|line| line.act.as_str()).collect();
        assert_eq!(
            acts,
            [
                "verify-domain",
                "set-sign-on",
                "set-sign-on",
                "join-by-sign-on",
                "remove-sign-on"
            ]
        );
        assert!(lines.iter().all(|line| !line.detail.to_string().contains(SECRET)));
    });
}
