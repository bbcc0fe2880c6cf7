//! Who is on the hub, who may buy what is exclusive, and what waits for an answer.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on fails the test")]

#[path = "world/mod.rs"]
mod world;

use std::collections::BTreeMap;

use firstline_domain::offer::{OptIn, Unavailable};
use firstline_domain::party::PartyKind::{self, Customer, Operator, Partner, Publisher, Reseller};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::audit::Sought;
use firstline_hub::organisation::register::{NewOrganisation, OrganisationEdit};
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::store::waiting::{self, Waiting};
use firstline_hub::store::{authorisation, offer};
use firstline_hub::{Hub, HubError};

use world::{World, now, run};

fn refused(error: HubError) -> Vec<(String, &'static str)> {
    match error {
        HubError::Invalid(fields) => fields.into_iter().map(|field| (field.name, field.key)).collect(),
        other => panic!("{other:?}"),
    }
}

fn refusals<T: std::fmt::Debug>(done: Result<T, HubError>) -> Vec<(String, &'static str)> {
    refused(done.unwrap_err())
}

fn as_one(name: &str, key: &'static str) -> Vec<(String, &'static str)> {
    vec![(name.to_owned(), key)]
}

mod authorisations {
    use super::*;

    const INSIGHT: &str = "pinar/insight";

    /// Makes the offer open to those that its publisher chose.
    fn exclusive(world: &World) {
        let own = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let known = run(world.hub.offer(&own, INSIGHT)).unwrap().offer;
        world
            .hub
            .db()
            .write_blocking(|tx| {
                let new = firstline_domain::offer::Offer {
                    opt_in: OptIn::Selected,
                    ..known.clone()
                };
                offer::put(tx, &own, &new, now())
            })
            .unwrap();
    }

    fn may_buy(hub: &Hub, scope: &Scope) -> bool {
        let page = run(hub.offer(scope, INSIGHT)).unwrap();
        !page.unavailable.contains(&Unavailable::Exclusive)
    }

    fn listed(hub: &Hub, scope: &Scope) -> Vec<(String, Option<String>)> {
        let found = run(hub.authorised(scope, INSIGHT, "", 100)).unwrap();
        assert_eq!(usize::try_from(found.total), Ok(found.some.len()));
        found.some.into_iter().map(|one| (one.handle, one.name)).collect()
    }

    #[test]
    fn a_publisher_authorises_a_partner_and_takes_it_back() {
        on_each_engine(|db| {
            let world = World::new(db);
            exclusive(&world);
            let hub = &world.hub;
            let (owner, altan) = (world.person("pinar", Role::Owner), world.agent("altan"));
            assert!(!may_buy(hub, &altan));
            // Altan sells offers of this publisher, so its name is known there.
            let added = run(hub.authorise(&owner, INSIGHT, "ALTAN bulut")).unwrap();
            assert_eq!(
                (added.handle.as_str(), added.name.as_deref()),
                ("altan", Some("Altan Bulut"))
            );
            assert!(may_buy(hub, &altan));
            assert!(!may_buy(hub, &world.agent("estelar")));
            run(hub.authorise(&owner, INSIGHT, "altan")).unwrap();
            assert_eq!(listed(hub, &owner).len(), 1, "once is enough");

            run(hub.withdraw_authorisation(&owner, INSIGHT, "altan")).unwrap();
            assert!(!may_buy(hub, &altan));
            run(hub.withdraw_authorisation(&owner, INSIGHT, "altan")).unwrap();

            let acts = |scope: &Scope| -> Vec<String> {
                let found = run(hub.audit(scope, &Sought::default(), 10)).unwrap();
                found.entries.into_iter().map(|entry| entry.act).collect()
            };
            let expected = ["withdraw-authorisation", "authorise-partner"];
            assert_eq!(acts(&owner), expected, "once each");
            let admin = world.person("altan", Role::GlobalAdmin);
            assert_eq!(acts(&admin), expected, "the partner is told");
        });
    }

    #[test]
    fn authorising_tells_nobody_who_is_on_the_hub() {
        on_each_engine(|db| {
            let world = World::new(db);
            exclusive(&world);
            let hub = &world.hub;
            let owner = world.person("saltmarsh", Role::Owner);
            let own = hub.own_scope("meridian", "Meridian Marketplace").unwrap();
            let theirs = hub.db().write_blocking(|tx| {
                let known = offer::by_handle(tx, &own, "pinar", "insight")?.unwrap();
                let new = firstline_domain::offer::Offer {
                    id: firstline_domain::id::OfferId(uuid::Uuid::now_v7()),
                    publisher: world.id("saltmarsh"),
                    handle: "signal".to_owned(),
                    ..known
                };
                offer::put(tx, &own, &new, now()).map(|(id, _)| (new.publisher, id))
            });
            let theirs = theirs.unwrap();
            let named = "saltmarsh/signal";
            for handle in ["rival", "nobody", "copper"] {
                let added = run(hub.authorise(&owner, named, handle)).unwrap();
                assert_eq!(
                    (added.handle.as_str(), added.name, added.since),
                    (handle, None, Some(now())),
                    "one that it does not deal with, one that is not there, and one that does not sell"
                );
                run(hub.withdraw_authorisation(&owner, named, handle)).unwrap();
            }
            let candidates = run(hub.authorised(&owner, named, "", 10)).unwrap().candidates;
            assert!(candidates.is_empty(), "nobody sells what it offers");
            // What was brought in says whom the publisher deals with elsewhere.
            let rival = world.id("rival");
            hub.db()
                .write_blocking(|tx| authorisation::put(tx, &own, theirs, rival))
                .unwrap();
            let found = run(hub.authorised(&owner, named, "", 10)).unwrap().some;
            assert_eq!(found[0].name.as_deref(), Some("Rival Cloud"));
            assert_eq!(found[0].since, None);
        });
    }

    #[test]
    fn what_is_in_vain_and_who_has_no_say_is_refused() {
        on_each_engine(|db| {
            let world = World::new(db);
            let hub = &world.hub;
            let owner = world.person("pinar", Role::Manager);
            let open = refusals(run(hub.authorise(&owner, INSIGHT, "altan")));
            assert_eq!(open, as_one("to", "error-authorisation-open"));
            exclusive(&world);
            for (to, key) in [
                ("", "error-authorisation-to"),
                ("Nobody Cloud", "error-authorisation-to"),
                ("Al Tan", "error-authorisation-to"),
                ("saltmarsh", "error-authorisation-no-seller"),
            ] {
                let error = refusals(run(hub.authorise(&owner, INSIGHT, to)));
                assert_eq!(error, as_one("to", key), "{to:?}");
            }
            for stranger in [
                world.person("saltmarsh", Role::Owner),
                world.agent("altan"),
                world.person("delta", Role::CustomerAdmin),
            ] {
                let seen = run(hub.authorised(&stranger, INSIGHT, "", 10));
                assert!(matches!(seen, Err(HubError::NotFound(_))));
                let done = run(hub.authorise(&stranger, INSIGHT, "altan"));
                assert!(matches!(done, Err(HubError::NotFound(_))));
            }
            let developer = world.person("pinar", Role::Developer);
            let Err(HubError::NotShown(roles)) = run(hub.authorise(&developer, INSIGHT, "altan")) else {
                panic!("a developer authorises nobody");
            };
            assert_eq!(roles, [Role::Owner, Role::Manager]);
            let operator = world.person("meridian", Role::OperatorAdmin);
            assert!(listed(hub, &operator).is_empty());
            let done = run(hub.authorise(&operator, INSIGHT, "altan"));
            assert!(matches!(done, Err(HubError::NotAllowed)), "the operator looks on");
        });
    }
}

fn edit(name: &str, kinds: &[PartyKind]) -> OrganisationEdit {
    OrganisationEdit {
        name: name.to_owned(),
        kinds: Some(kinds.to_vec()),
        ..OrganisationEdit::default()
    }
}

#[test]
fn the_operator_adds_an_organisation_and_changes_what_it_is() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let operator = world.person("meridian", Role::OperatorAdmin);
        let new = |name: &str, handle: &str, kinds: &[PartyKind]| NewOrganisation {
            name: name.to_owned(),
            handle: handle.to_owned(),
            kinds: kinds.to_vec(),
            country: Some("tr".to_owned()),
        };
        let koru =
            run(hub.add_organisation(&operator, new(" Koru Bulut ", "", &[Customer, Partner]))).unwrap();
        assert_eq!(
            (koru.handle.as_str(), koru.name.as_str()),
            ("koru-bulut", "Koru Bulut")
        );
        assert_eq!(koru.country.as_deref(), Some("TR"));
        assert!(!run(hub.is_administered(&operator, &koru)).unwrap());
        for (wrong, field, key) in [
            (
                new("Koru Bulut", "", &[Customer]),
                "handle",
                "error-organisation-taken",
            ),
            (new("", "x", &[Customer]), "name", "error-name"),
            (
                new("별빛", "", &[Customer]),
                "handle",
                "error-organisation-handle",
            ),
            (new("Koru", "koru", &[]), "kinds", "error-kinds-none"),
            (
                new("Koru", "koru", &[Operator]),
                "kinds.operator",
                "error-kind-operator",
            ),
        ] {
            let error = refusals(run(hub.add_organisation(&operator, wrong)));
            assert_eq!(error, as_one(field, key));
        }
        let abroad = NewOrganisation {
            country: Some("ZZ".to_owned()),
            ..new("Koru", "koru", &[Customer])
        };
        assert_eq!(
            refusals(run(hub.add_organisation(&operator, abroad))),
            as_one("country", "error-country")
        );

        let change = |version, edit| run(hub.change_organisation(&operator, "koru-bulut", version, edit));
        let changed = change(koru.version, edit("Koru", &[Partner, Publisher])).unwrap();
        assert_eq!(changed.kinds, [Partner, Publisher]);
        let late = change(koru.version, edit("Koru", &[Partner]));
        assert!(matches!(late, Err(HubError::Changed)), "somebody was faster");
        let orphaned = OrganisationEdit {
            orphaned: Some(true),
            ..edit("Koru", &[Publisher])
        };
        let changed = change(changed.version, orphaned).unwrap();
        let shown = run(hub.organisation(&operator, "koru-bulut")).unwrap();
        assert_eq!((shown.kinds, shown.orphaned), (vec![Publisher], true));
        assert_eq!(shown.version, changed.version);

        let agent = world.person("meridian", Role::OperatorAgent);
        assert!(matches!(
            run(hub.add_organisation(&agent, new("More", "", &[Customer]))),
            Err(HubError::NotAllowed)
        ));
        let found = |text: &str, kind| -> Vec<String> {
            let found = run(hub.organisations_called(&operator, text, kind, "", 10)).unwrap();
            found.into_iter().map(|one| one.handle).collect()
        };
        assert_eq!(found("PINAR yaz", None), ["pinar"]);
        assert_eq!(found("cloud", Some(Partner)), ["rival"]);
        assert!(found("cloud", Some(Customer)).is_empty());
        let log = run(hub.audit(&operator, &Sought::default(), 10)).unwrap();
        let acts: Vec<String> = log.entries.into_iter().map(|entry| entry.act).collect();
        assert_eq!(
            acts,
            ["change-organisation", "change-organisation", "add-organisation"]
        );
    });
}

#[test]
fn a_part_that_is_still_needed_is_not_taken_away() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let operator = world.person("meridian", Role::OperatorAdmin);
        let take = |handle: &str, left: &[PartyKind]| {
            let known = run(hub.organisation(&operator, handle)).unwrap();
            run(hub.change_organisation(&operator, handle, known.version, edit("New", left)))
        };
        let keys = |kind: &str, keys: &[&'static str]| -> Vec<(String, &'static str)> {
            keys.iter().map(|key| (format!("kinds.{kind}"), *key)).collect()
        };
        let related = ["error-kind-relationships", "error-kind-subscriptions"];
        assert_eq!(refusals(take("altan", &[Publisher])), keys("partner", &related));
        assert_eq!(refusals(take("nube", &[Partner])), keys("reseller", &related));
        assert_eq!(refusals(take("estelar", &[Partner])), keys("provider", &related));
        assert_eq!(refusals(take("molino", &[Partner])), keys("customer", &related));
        let offered = ["error-kind-offers", "error-kind-subscriptions"];
        assert_eq!(refusals(take("pinar", &[Partner])), keys("publisher", &offered));
        assert_eq!(
            refusals(take("meridian", &[Partner]))[0],
            ("kinds.operator".to_owned(), "error-kind-operator")
        );
        // Nobody deals with this one, but somebody is to come.
        let hand = hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        run(hub.invite(
            &hand,
            firstline_hub::invitation::NewInvitation {
                organisation: Some("copper".to_owned()),
                email: "dana@copper.example".to_owned(),
                roles: vec![Role::CustomerAdmin],
            },
        ))
        .unwrap();
        assert_eq!(
            refusals(take("copper", &[Reseller])),
            keys("customer", &["error-kind-roles", "error-kind-subscriptions"])
        );
        let kept = take("copper", &[Customer, Reseller]).unwrap();
        assert_eq!(kept.kinds, [Customer, Reseller]);
    });
}

#[test]
fn an_organisation_says_its_own_name_and_nothing_else_of_what_it_is() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let admin = world.person("altan", Role::GlobalAdmin);
        let known = run(hub.organisation(&admin, "altan")).unwrap();
        let name = |name: &str| OrganisationEdit {
            name: name.to_owned(),
            ..OrganisationEdit::default()
        };
        let changed =
            run(hub.change_organisation(&admin, "altan", known.version, name("Altan Cloud"))).unwrap();
        assert_eq!(
            (changed.name.as_str(), changed.kinds),
            ("Altan Cloud", known.kinds.clone())
        );
        let more = edit("Altan", &[Partner, Publisher]);
        for (scope, handle, edit) in [
            (&admin, "altan", more),
            (&admin, "pinar", name("Mine")),
            (&world.agent("altan"), "altan", name("Mine")),
        ] {
            let refused = run(hub.change_organisation(scope, handle, 2, edit));
            assert!(matches!(refused, Err(HubError::NotAllowed)), "{refused:?}");
        }
        let hidden = run(hub.change_organisation(&admin, "rival", 1, name("Mine")));
        assert!(matches!(hidden, Err(HubError::NotFound(_))));
    });
}

#[test]
fn what_waits_is_counted_for_whoever_may_answer() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let (estelar, nube) = (world.agent("estelar"), world.agent("nube"));
        let count = |scope: &Scope| hub.db().read_blocking(|tx| waiting::count(tx, scope)).unwrap();
        let new = |with| NewSplit {
            with,
            from: "2026-12-01".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: BTreeMap::new(),
        };
        let to_nube = Counterpart::Reseller("nube".to_owned());
        let open = run(hub.propose_split(&estelar, new(to_nube))).unwrap();
        assert_eq!(
            count(&estelar),
            Waiting::default(),
            "its own proposal waits for the other"
        );
        assert_eq!(count(&nube).from_providers, 1);
        let helpdesk = world.person("nube", Role::HelpdeskAgent);
        assert_eq!(count(&helpdesk), Waiting::default(), "it may not answer");
        run(hub.answer_split(&nube, &open.split.id.to_string(), false)).unwrap();
        assert_eq!(count(&nube), Waiting::default());
        let to_estelar = Counterpart::Provider("estelar".to_owned());
        run(hub.propose_split(&nube, new(to_estelar))).unwrap();
        assert_eq!(count(&estelar).from_resellers, 1);

        let request = |to: &str| firstline_hub::relationship::NewRelationship {
            kind: firstline_domain::party::RelationshipKind::PartnerCustomer,
            to: to.to_owned(),
        };
        run(hub.ask_relationship(&world.agent("altan"), request("copper"))).unwrap();
        run(hub.ask_relationship(&world.agent("rival"), request("copper"))).unwrap();
        assert_eq!(
            count(&world.person("copper", Role::CustomerAdmin)).relationships,
            2
        );
        assert_eq!(
            count(&world.person("copper", Role::CustomerUser)),
            Waiting::default()
        );
        assert_eq!(count(&world.agent("altan")), Waiting::default());
    });
}
