//! What belongs to others does not exist: every look-up, as everyone, on both engines.

mod world;

use firstline_domain::offer::ContactKind;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::ask::Question;
use firstline_hub::catalogue::Search;
use firstline_hub::offer::OfferEdit;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::understand::Hints;
use world::{World, run};

fn everyone(world: &World) -> Vec<(&'static str, Scope)> {
    [
        ("meridian", Role::OperatorAdmin),
        ("pinar", Role::Owner),
        ("saltmarsh", Role::Owner),
        ("altan", Role::AdminAgent),
        ("rival", Role::AdminAgent),
        ("estelar", Role::AdminAgent),
        ("nube", Role::AdminAgent),
        ("tepetlan", Role::AdminAgent),
        ("delta", Role::CustomerAdmin),
        ("molino", Role::CustomerAdmin),
        ("agave", Role::CustomerAdmin),
        ("copper", Role::CustomerAdmin),
        ("other", Role::CustomerAdmin),
    ]
    .into_iter()
    .map(|(name, role)| (name, world.person(name, role)))
    .collect()
}

#[test]
fn subscriptions_exist_for_those_who_have_a_part_in_them() {
    // Seller, reseller, customer, publisher; the operator sees all.
    let parts: [(&str, &[&str]); 6] = [
        ("direct-bill", &["altan", "delta"]),
        ("agreed", &["estelar", "nube", "molino"]),
        ("open", &["estelar", "tepetlan", "agave"]),
        ("named", &["estelar", "tepetlan", "agave"]),
        ("bought", &["copper"]),
        ("rival", &["rival", "other"]),
    ];
    on_each_engine(|db| {
        let world = World::new(db);
        for (name, scope) in everyone(&world) {
            let mut expected = 0;
            for (handle, with) in parts {
                let exists = with.contains(&name) || name == "meridian" || name == "pinar";
                expected += usize::from(exists);
                let found = run(world.hub.subscription(&scope, handle));
                match found {
                    Ok(sold) => assert!(exists, "{name} sees {}", sold.subscription.handle),
                    Err(HubError::NotFound(_)) => assert!(!exists, "{name} should see {handle}"),
                    Err(other) => panic!("{other}"),
                }
            }
            let all = run(world.hub.subscriptions(&scope, None, None, None, 100)).unwrap();
            assert_eq!(all.len(), expected, "{name}");
            let of_delta =
                run(world
                    .hub
                    .subscriptions(&scope, Some(world.insight), Some(world.id("delta")), None, 100))
                .unwrap();
            assert_eq!(
                of_delta.len(),
                usize::from(["altan", "delta", "meridian", "pinar"].contains(&name)),
                "{name}"
            );
        }
    });
}

#[test]
fn organisations_exist_for_those_who_deal_with_them() {
    on_each_engine(|db| {
        let world = World::new(db);
        let publishers = ["pinar", "saltmarsh"];
        let related: [(&str, &[&str]); 13] = [
            ("meridian", &[]),
            ("pinar", &[]),
            ("saltmarsh", &[]),
            ("altan", &["delta"]),
            ("rival", &["other"]),
            ("estelar", &["nube", "tepetlan", "molino", "agave"]),
            ("nube", &["estelar", "molino"]),
            ("tepetlan", &["estelar", "agave"]),
            ("delta", &["altan"]),
            ("molino", &["nube", "estelar"]),
            ("agave", &["tepetlan", "estelar"]),
            ("copper", &[]),
            ("other", &["rival"]),
        ];
        for (name, scope) in everyone(&world) {
            let own = related.iter().find(|(of, _)| *of == name).unwrap().1;
            let all = run(world.hub.organisations(&scope, None, "", 100)).unwrap();
            for (other, _) in related {
                let exists = name == "meridian"
                    || other == name
                    || other == "meridian"
                    || publishers.contains(&other)
                    || own.contains(&other);
                assert_eq!(
                    all.iter().any(|found| found.handle == other),
                    exists,
                    "{name} and {other} in the list"
                );
                let found = run(world.hub.organisation(&scope, other));
                assert_eq!(found.is_ok(), exists, "{name} and {other}");
            }
        }
    });
}

#[test]
fn drafts_exist_for_their_publisher_and_the_operator() {
    on_each_engine(|db| {
        let world = World::new(db);
        for (name, scope) in everyone(&world) {
            let own = ["pinar", "meridian"].contains(&name);
            assert_eq!(
                run(world.hub.offer(&scope, "pinar/secret")).is_ok(),
                own,
                "{name}"
            );
            let found = run(world.hub.search_offers(
                &scope,
                &Search {
                    limit: 10,
                    ..Search::default()
                },
            ))
            .unwrap();
            assert_eq!(found.total, if own { 2 } else { 1 }, "{name}");
            assert_eq!(
                found.facets.kind.values().sum::<usize>(),
                found.total,
                "{name}: facets count no more"
            );
            let text = "Since this morning Pınar Secret answers with error 500";
            let heard = run(world.hub.understand(&scope, text, &Hints::default())).unwrap();
            let spoken_of = heard.offers.iter().any(|offer| offer.entry.handle == "secret");
            assert_eq!(spoken_of, own, "{name}: nor does a text that names it find it");
        }
    });
}

#[test]
fn contacts_for_partners_are_not_for_customers_nor_for_every_role() {
    use ContactKind::{CustomerSupport, Engineering, Programme};
    on_each_engine(|db| {
        let world = World::new(db);
        let seen = |scope: &Scope| -> Vec<ContactKind> {
            let page = run(world.hub.offer(scope, "pinar/insight")).unwrap();
            page.offer
                .contacts
                .iter()
                .filter_map(|contact| contact.kind)
                .collect()
        };
        let all = vec![CustomerSupport, Programme, Engineering];
        assert_eq!(seen(&world.agent("altan")), all);
        assert_eq!(seen(&world.person("pinar", Role::Owner)), all);
        assert_eq!(
            seen(&world.person("delta", Role::CustomerAdmin)),
            [CustomerSupport]
        );
        // S13: the newest edition admits Admin agents alone.
        for role in [Role::GlobalAdmin, Role::HelpdeskAgent, Role::SalesAgent] {
            assert_eq!(seen(&world.person("altan", role)), [CustomerSupport], "{role}");
        }
        let question = Question {
            topic: "technical.break-fix".to_owned(),
            offer: Some("pinar/insight".to_owned()),
            ..Question::default()
        };
        let customer = world.person("delta", Role::CustomerAdmin);
        let answer = run(world.hub.ask(&customer, &question)).unwrap();
        let decision = answer.decision(&world.hub).unwrap();
        let said = serde_json::to_string(&decision).unwrap();
        assert!(said.contains("desk@altan.example"));
        for hidden in [
            "partners@pinar.example",
            "engineering@pinar.example",
            "desk@meridian.example",
        ] {
            assert!(!said.contains(hidden), "{hidden}");
        }
    });
}

#[test]
fn nobody_changes_what_is_not_their_own() {
    on_each_engine(|db| {
        let world = World::new(db);
        for (name, scope) in everyone(&world) {
            if name != "pinar" {
                let edit = OfferEdit::default();
                let refused = run(world.hub.edit_offer(&scope, "pinar/insight", 1, edit)).unwrap_err();
                assert!(matches!(refused, HubError::NotAllowed), "{name}: {refused}");
            }
            if name != "estelar" {
                let refused = run(world
                    .hub
                    .set_support_contact(&scope, "open", 1, PartyKind::Reseller))
                .unwrap_err();
                assert!(
                    matches!(refused, HubError::NotAllowed | HubError::NotFound(_)),
                    "{name}: {refused}"
                );
            }
        }
        let kept = {
            let question = Question {
                topic: "commercial.billing".to_owned(),
                subscription: Some("direct-bill".to_owned()),
                ..Question::default()
            };
            run(world.hub.ask_and_keep(&world.agent("altan"), &question)).unwrap()
        };
        for (name, scope) in everyone(&world) {
            let found = run(world.hub.kept_answer(&scope, kept.id.unwrap()));
            assert_eq!(found.is_ok(), name == "altan", "{name}");
        }
    });
}

#[test]
fn a_support_contact_needs_both_relations_and_the_version_it_was_read_at() {
    on_each_engine(|db| {
        let world = World::new(db);
        let provider = world.agent("estelar");
        let sold = run(world
            .hub
            .set_support_contact(&provider, "open", 1, PartyKind::Reseller))
        .unwrap();
        assert_eq!(sold.subscription.support_contact, Some(PartyKind::Reseller));
        let late = run(world
            .hub
            .set_support_contact(&provider, "open", 1, PartyKind::Provider))
        .unwrap_err();
        assert!(matches!(late, HubError::Changed));
        let neither = run(world
            .hub
            .set_support_contact(&provider, "open", 2, PartyKind::Customer))
        .unwrap_err();
        assert!(matches!(neither, HubError::Invalid(_)));
    });
}
