//! How organisations come to work with each other, and what ends with it.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on fails the test")]

#[path = "world/mod.rs"]
mod world;

use firstline_domain::id::PersonId;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::relationship::RelationshipState::{self, Active, Asked, Declined, Ended, Withdrawn};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::ask::Question;
use firstline_hub::audit::Sought;
use firstline_hub::relationship::{NewRelationship, REQUESTS_MAX, Related};
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;

use world::{World, now, run};

fn request(kind: RelationshipKind, to: &str) -> NewRelationship {
    NewRelationship {
        kind,
        to: to.to_owned(),
    }
}

fn ask_customer(world: &World, scope: &Scope, to: &str) -> Related {
    run(world
        .hub
        .ask_relationship(scope, request(RelationshipKind::PartnerCustomer, to)))
    .unwrap()
}

fn in_state(world: &World, scope: &Scope, state: RelationshipState) -> Vec<Related> {
    run(world.hub.relationships(scope, &[state], None, 100)).unwrap()
}

fn id(related: &Related) -> String {
    related.relationship.id.to_string()
}

fn refused(error: HubError) -> &'static str {
    match error {
        HubError::Invalid(fields) => fields[0].key,
        other => panic!("{other:?}"),
    }
}

/// Somebody of an organisation with an account here.
fn employ(world: &World, organisation: &str, email: &str, role: Role) {
    let own = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
    let member = Member {
        person: Person {
            id: PersonId(Uuid::now_v7()),
            handle: email.replace(['@', '.'], "-"),
            name: email.to_owned(),
            email: email.to_owned(),
            language: None,
        },
        organisation: world.id(organisation),
        roles: vec![role],
        active: true,
    };
    let put = |tx: &mut firstline_hub::store::db::Tx<'_>| person::put(tx, &own, &member, now());
    world.hub.db().write_blocking(put).unwrap();
}

#[test]
fn a_customer_consents_and_either_side_ends_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (altan, molino) = (world.agent("altan"), world.person("molino", Role::CustomerAdmin));
        assert!(run(world.hub.organisation(&altan, "molino")).is_err());

        let asked = ask_customer(&world, &altan, "molino");
        assert_eq!(asked.relationship.state, Asked);
        assert!(
            run(world.hub.organisation(&altan, "molino")).is_err(),
            "not before they consent"
        );
        assert!(run(world.hub.organisation(&molino, "altan")).is_err());

        let waiting = in_state(&world, &molino, Asked);
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].organisation.name, "Altan Bulut");
        assert!(waiting[0].may_answer(&molino) && !waiting[0].may_answer(&altan));
        let own_answer = run(world.hub.answer_relationship(&altan, &id(&asked), true));
        assert!(
            matches!(own_answer, Err(HubError::NotAllowed)),
            "who asks does not answer"
        );

        let active = run(world.hub.answer_relationship(&molino, &id(&asked), true)).unwrap();
        assert_eq!(active.relationship.since, Some(world.hub.today()));
        assert_eq!(
            run(world.hub.organisation(&altan, "molino")).unwrap().name,
            "Molino Verde"
        );
        let again = run(world.hub.answer_relationship(&molino, &id(&asked), false));
        assert!(matches!(again, Err(HubError::Changed)), "answered once");

        let ended = run(world.hub.end_relationship(&molino, &id(&asked))).unwrap();
        assert_eq!(ended.relationship.ended_by, Some(molino.organisation));
        assert!(run(world.hub.organisation(&altan, "molino")).is_err());
        assert_eq!(
            in_state(&world, &altan, Ended)[0].other.as_ref().unwrap().handle,
            "molino"
        );

        let anew = ask_customer(&world, &altan, "molino");
        run(world.hub.answer_relationship(&molino, &id(&anew), true)).unwrap();
        run(world.hub.end_relationship(&altan, &id(&anew))).unwrap();
        assert_eq!(in_state(&world, &molino, Ended).len(), 2, "each stays on record");
        let late = run(world.hub.end_relationship(&altan, &id(&anew)));
        assert!(matches!(late, Err(HubError::Changed)));
    });
}

#[test]
fn asking_tells_nobody_who_is_on_the_hub() {
    on_each_engine(|db| {
        let world = World::new(db);
        let altan = world.agent("altan");
        employ(&world, "molino", "ana@molino.example", Role::CustomerAdmin);
        employ(&world, "agave", "user@agave.example", Role::CustomerUser);
        // A customer, an administrator's address, a reseller, somebody who decides nothing, nobody at all.
        let tried = [
            "copper",
            "Ana@Molino.example",
            "nube",
            "user@agave.example",
            "nobody",
            "no@body.example",
        ];
        for to in tried {
            let asked = ask_customer(&world, &altan, to);
            assert_eq!(asked.relationship.state, Asked, "{to}");
            assert_eq!((asked.relationship.other, asked.other), (None, None), "{to}");
            let shown = run(world.hub.relationship(&altan, &asked.relationship.id.to_string())).unwrap();
            assert_eq!(shown.other, None, "{to}");
            assert_eq!(shown.relationship.addressed_to.as_deref(), Some(to));
        }
        let reached = |handle: &str, role| in_state(&world, &world.person(handle, role), Asked).len();
        assert_eq!(reached("copper", Role::CustomerAdmin), 1);
        assert_eq!(reached("molino", Role::CustomerAdmin), 1);
        assert_eq!(
            reached("nube", Role::AdminAgent),
            0,
            "a reseller is nobody's customer"
        );
        assert_eq!(
            reached("agave", Role::CustomerAdmin),
            0,
            "whoever decides nothing leads nowhere"
        );

        // A second way to the same organisation leads to nobody, and is answered like the first.
        let molino = world.person("molino", Role::CustomerAdmin);
        ask_customer(&world, &altan, "molino");
        let waiting = in_state(&world, &molino, Asked);
        assert_eq!(waiting.len(), 1);
        run(world.hub.answer_relationship(&molino, &id(&waiting[0]), false)).unwrap();
        let declined = in_state(&world, &altan, Declined);
        assert_eq!(declined.len(), 1);
        assert_eq!(declined[0].other, None, "a refusal names nobody");
        let admin = world.person("altan", Role::GlobalAdmin);
        let log = run(world.hub.audit(&admin, &Sought::default(), 100)).unwrap();
        let told = format!("{:?}", log.entries);
        assert!(
            !told.contains("Molino Verde") && !told.contains("decline-relationship"),
            "{told}"
        );
    });
}

#[test]
fn what_the_asker_knows_to_be_in_vain_is_refused() {
    on_each_engine(|db| {
        let world = World::new(db);
        let altan = world.agent("altan");
        let key =
            |kind, to: &str| refused(run(world.hub.ask_relationship(&altan, request(kind, to))).unwrap_err());
        let customer = RelationshipKind::PartnerCustomer;
        assert_eq!(key(customer, "altan"), "error-relationship-self");
        assert_eq!(key(customer, "delta"), "error-relationship-already");
        assert_eq!(key(customer, " "), "error-relationship-to");
        assert_eq!(key(customer, "ana@"), "error-email");
        assert_eq!(
            key(RelationshipKind::ProviderReseller, "nube"),
            "error-relationship-kind"
        );
        ask_customer(&world, &altan, "nobody");
        assert_eq!(key(customer, "nobody"), "error-relationship-asked");
        for number in 1..REQUESTS_MAX {
            ask_customer(&world, &altan, &format!("nobody-{number}"));
        }
        assert_eq!(key(customer, "one-more"), "error-relationship-max");
        let first = in_state(&world, &altan, Asked).remove(0);
        let back = run(world.hub.end_relationship(&altan, &id(&first))).unwrap();
        assert_eq!(back.relationship.state, Withdrawn);
        ask_customer(&world, &altan, "one-more");
    });
}

#[test]
fn a_provider_invites_a_reseller_and_sees_its_customers_while_both_want_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (estelar, nube) = (world.agent("estelar"), world.agent("nube"));
        assert!(run(world.hub.organisation(&estelar, "molino")).is_ok());
        let standing = in_state(&world, &nube, Active);
        let with_estelar = standing
            .iter()
            .find(|related| related.relationship.kind == RelationshipKind::ProviderReseller)
            .unwrap();
        run(world.hub.end_relationship(&nube, &id(with_estelar))).unwrap();
        assert!(run(world.hub.organisation(&estelar, "nube")).is_err());
        assert!(run(world.hub.organisation(&estelar, "molino")).is_err());
        assert!(
            run(world.hub.pairs(&estelar))
                .unwrap()
                .iter()
                .all(|pair| pair.reseller.handle != "nube")
        );

        let invited = run(world
            .hub
            .ask_relationship(&estelar, request(RelationshipKind::ProviderReseller, "nube")))
        .unwrap();
        run(world.hub.answer_relationship(&nube, &id(&invited), true)).unwrap();
        assert!(run(world.hub.organisation(&estelar, "molino")).is_ok());
    });
}

#[test]
fn nobody_asks_or_acts_for_a_customer_that_ended_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let question = |subscription: &str| Question {
            topic: "commercial.billing".to_owned(),
            subscription: Some(subscription.to_owned()),
            ..Question::default()
        };
        let ask = |organisation: &str, subscription: &str| {
            run(world.hub.ask(&world.agent(organisation), &question(subscription)))
        };
        let set = || {
            let estelar = world.agent("estelar");
            let version = run(world.hub.subscription(&estelar, "agreed"))
                .unwrap()
                .subscription
                .version;
            run(world
                .hub
                .set_support_contact(&estelar, "agreed", version, PartyKind::Provider))
        };
        for (organisation, subscription) in [
            ("altan", "direct-bill"),
            ("nube", "agreed"),
            ("estelar", "agreed"),
        ] {
            assert!(ask(organisation, subscription).is_ok(), "{organisation}");
        }
        assert!(set().is_ok());

        for (customer, role) in [("delta", Role::CustomerAdmin), ("molino", Role::CustomerAdmin)] {
            let admin = world.person(customer, role);
            let standing = in_state(&world, &admin, Active);
            run(world.hub.end_relationship(&admin, &id(&standing[0]))).unwrap();
        }
        for (organisation, subscription) in [
            ("altan", "direct-bill"),
            ("nube", "agreed"),
            ("estelar", "agreed"),
        ] {
            let error = ask(organisation, subscription).unwrap_err();
            assert_eq!(refused(error), "error-customer-ended", "{organisation}");
        }
        assert_eq!(refused(set().unwrap_err()), "error-customer-ended");
        let delta = world.person("delta", Role::CustomerAdmin);
        let own = run(world.hub.ask(&delta, &question("direct-bill"))).unwrap();
        assert!(
            own.facts
                .parties
                .iter()
                .any(|facts| facts.party.kind == PartyKind::Partner),
            "the customer still asks about what it has, whoever sold it"
        );
    });
}

#[test]
fn a_reseller_that_is_no_longer_one_supports_nothing() {
    on_each_engine(|db| {
        let world = World::new(db);
        let agave = world.person("agave", Role::CustomerAdmin);
        let question = Question {
            topic: "commercial.billing".to_owned(),
            subscription: Some("named".to_owned()),
            ..Question::default()
        };
        let supporter = || {
            run(world.hub.ask(&agave, &question))
                .unwrap()
                .facts
                .support_contact
        };
        assert_eq!(supporter(), Some(PartyKind::Reseller));
        let estelar = world.agent("estelar");
        let with_tepetlan = in_state(&world, &estelar, Active)
            .into_iter()
            .find(|related| {
                related
                    .other
                    .as_ref()
                    .is_some_and(|other| other.handle == "tepetlan")
            })
            .unwrap();
        run(world.hub.end_relationship(&estelar, &id(&with_tepetlan))).unwrap();
        assert_eq!(supporter(), None);
    });
}

mod splits {
    use std::collections::BTreeMap;

    use firstline_domain::split::{Share, SplitState, in_force};
    use firstline_hub::split::{Counterpart, NewSplit};

    use super::*;

    fn split(with: Counterpart, share: Share) -> NewSplit {
        NewSplit {
            with,
            from: "2026-11-01".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: BTreeMap::from([("commercial.payment".to_owned(), share)]),
        }
    }

    #[test]
    fn what_one_side_proposes_counts_once_the_other_accepts() {
        on_each_engine(|db| {
            let world = World::new(db);
            let hub = &world.hub;
            let (estelar, nube) = (world.agent("estelar"), world.agent("nube"));
            let question = Question {
                topic: "commercial.payment".to_owned(),
                subscription: Some("agreed".to_owned()),
                ..Question::default()
            };
            let share = || run(hub.ask(&nube, &question)).unwrap().facts.share;
            assert_eq!(share(), None);

            let to_nube = Counterpart::Reseller("nube".to_owned());
            let first = run(hub.propose_split(&estelar, split(to_nube.clone(), Share::Reseller))).unwrap();
            let first = first.split.id.to_string();
            assert_eq!(share(), None, "proposed, and not agreed");
            let own = run(hub.answer_split(&estelar, &first, true));
            assert!(
                matches!(own, Err(HubError::NotAllowed)),
                "nobody agrees with themselves"
            );

            let to_estelar = Counterpart::Provider("estelar".to_owned());
            let counter = run(hub.propose_split(&nube, split(to_estelar, Share::Provider))).unwrap();
            let counter = counter.split.id.to_string();
            let (declined, ..) = run(hub.split(&estelar, &first)).unwrap();
            assert_eq!(
                declined.state,
                SplitState::Declined,
                "a counter-proposal declines"
            );
            let late = run(hub.answer_split(&nube, &first, true));
            assert!(matches!(late, Err(HubError::Changed)));

            let helpdesk = world.person("estelar", Role::HelpdeskAgent);
            assert!(run(hub.answer_split(&helpdesk, &counter, true)).is_err());
            run(hub.answer_split(&estelar, &counter, true)).unwrap();
            assert_eq!(share(), Some(Share::Provider));

            let again = run(hub.propose_split(&estelar, split(to_nube.clone(), Share::Reseller))).unwrap();
            run(hub.withdraw_split(&estelar, &again.split.id.to_string())).unwrap();
            assert_eq!(share(), Some(Share::Provider));
            let pair = run(hub.pairs(&nube)).unwrap().remove(0);
            assert!(pair.open.is_none());
            let not_theirs = Counterpart::Reseller("rival".to_owned());
            let error = run(hub.propose_split(&estelar, split(not_theirs, Share::Reseller))).unwrap_err();
            assert_eq!(refused(error), "error-reseller-not-yours");
        });
    }

    #[test]
    fn a_split_that_is_accepted_late_begins_on_that_day() {
        on_each_engine(|db| {
            let world = World::new(db);
            let hub = &world.hub;
            let (estelar, nube) = (world.agent("estelar"), world.agent("nube"));
            let question = Question {
                topic: "commercial.payment".to_owned(),
                subscription: Some("agreed".to_owned()),
                ..Question::default()
            };
            let before = run(hub.ask_and_keep(&nube, &question)).unwrap();
            let to_nube = || Counterpart::Reseller("nube".to_owned());
            let late = run(hub.propose_split(&estelar, split(to_nube(), Share::Provider))).unwrap();
            assert_eq!(late.split.from, "2026-11-01".parse().unwrap());
            let id = late.split.id.to_string();
            let accepted = run(hub.answer_split(&nube, &id, true)).unwrap();
            assert_eq!(accepted.split.from, hub.today());
            assert_eq!(run(hub.split(&nube, &id)).unwrap().0.split.from, hub.today());
            let pair = run(hub.pairs(&nube)).unwrap().remove(0);
            let yesterday = hub.today().yesterday().unwrap();
            let held = in_force(&pair.history, yesterday).unwrap();
            assert_ne!(held.id, late.split.id, "the day before keeps what held");
            let kept = run(hub.kept_answer(&nube, before.id.unwrap())).unwrap();
            assert_eq!(kept.facts.share, None, "what was answered keeps its answer");
            assert_eq!(
                run(hub.ask(&nube, &question)).unwrap().facts.share,
                Some(Share::Provider)
            );

            let early = NewSplit {
                from: "2026-12-24".parse().unwrap(),
                ..split(to_nube(), Share::Reseller)
            };
            let early = run(hub.propose_split(&estelar, early)).unwrap();
            let accepted = run(hub.answer_split(&nube, &early.split.id.to_string(), true)).unwrap();
            assert_eq!(accepted.split.from, early.split.from, "a day to come stays");

            let over = NewSplit {
                until: Some("2026-11-19".parse().unwrap()),
                ..split(to_nube(), Share::Reseller)
            };
            let over = run(hub.propose_split(&estelar, over))
                .unwrap()
                .split
                .id
                .to_string();
            let error = run(hub.answer_split(&nube, &over, true)).unwrap_err();
            assert_eq!(refused(error), "error-split-over");
            run(hub.answer_split(&nube, &over, false)).unwrap();
        });
    }

    #[test]
    fn a_split_ends_with_the_relation_it_is_about() {
        on_each_engine(|db| {
            let world = World::new(db);
            let hub = &world.hub;
            let (estelar, nube) = (world.agent("estelar"), world.agent("nube"));
            let to_nube = Counterpart::Reseller("nube".to_owned());
            let open = run(hub.propose_split(&estelar, split(to_nube, Share::Reseller))).unwrap();
            let relation = in_state(&world, &nube, Active)
                .into_iter()
                .find(|related| related.relationship.kind == RelationshipKind::ProviderReseller)
                .unwrap();
            run(hub.end_relationship(&nube, &id(&relation))).unwrap();
            let late = run(hub.answer_split(&nube, &open.split.id.to_string(), true));
            assert!(
                matches!(late, Err(HubError::Changed)),
                "nothing is agreed with whom one left"
            );
            let molino = world.person("molino", Role::CustomerAdmin);
            let question = Question {
                topic: "commercial.billing".to_owned(),
                subscription: Some("agreed".to_owned()),
                ..Question::default()
            };
            assert_eq!(run(hub.ask(&molino, &question)).unwrap().facts.share, None);
        });
    }
}
