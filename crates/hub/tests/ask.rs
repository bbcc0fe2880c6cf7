//! Asking, told as stories on both engines: the facts come from the records, the decision from the policy.

#![allow(clippy::unwrap_used, reason = "an answer that cannot be had fails the story")]

mod world;

use std::collections::BTreeMap;

use firstline_domain::decision::Lack;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::HubError;
use firstline_hub::ask::Question;
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::testing::on_each_engine;
use world::{World, run};

fn about(topic: &str) -> Question {
    Question {
        topic: topic.to_owned(),
        offer: Some("pinar/insight".to_owned()),
        ..Question::default()
    }
}

fn of(subscription: &str, topic: &str) -> Question {
    Question {
        topic: topic.to_owned(),
        subscription: Some(subscription.to_owned()),
        ..Question::default()
    }
}

/// The way of an answer: each station's part and organisation, `?` where it is not agreed.
fn way(world: &World, scope: &Scope, question: &Question) -> String {
    let answer = run(world.hub.ask(scope, question)).unwrap();
    let decision = answer.decision(&world.hub).unwrap();
    let stops: Vec<String> = decision
        .path
        .iter()
        .map(|station| {
            let open = if station.agreed { "" } else { "?" };
            format!("{open}{}:{}", station.kind, station.organisation.unwrap_or("-"))
        })
        .collect();
    stops.join(" > ")
}

#[test]
fn the_sale_says_who_asks_and_who_sold_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let customer = world.person("delta", Role::CustomerUser);
        // The customer has one subscription of the offer, so it need not say which.
        assert_eq!(
            way(&world, &customer, &about("commercial.billing")),
            "customer:delta > partner:altan"
        );
        assert_eq!(
            way(&world, &customer, &about("technical.break-fix")),
            "customer:delta > partner:altan > publisher:pinar"
        );
        assert_eq!(
            way(
                &world,
                &world.agent("altan"),
                &of("direct-bill", "technical.break-fix")
            ),
            "partner:altan > publisher:pinar"
        );
        let bought = world.person("copper", Role::CustomerAdmin);
        assert_eq!(
            way(&world, &bought, &about("commercial.billing")),
            "customer:copper > operator:meridian"
        );
        assert_eq!(
            way(&world, &bought, &about("technical.break-fix")),
            "customer:copper > publisher:pinar"
        );
    });
}

#[test]
fn a_split_decides_and_where_there_is_none_the_provider_is_asked() {
    on_each_engine(|db| {
        let world = World::new(db);
        let agreed = world.agent("nube");
        assert_eq!(
            way(&world, &agreed, &of("agreed", "commercial.billing")),
            "reseller:nube"
        );
        assert_eq!(
            way(&world, &agreed, &of("agreed", "technical.break-fix")),
            "reseller:nube > provider:estelar > publisher:pinar"
        );
        let open = world.agent("tepetlan");
        assert_eq!(
            way(&world, &open, &of("open", "commercial.billing")),
            "reseller:tepetlan > ?provider:estelar"
        );
        let answer = run(world.hub.ask(&open, &of("open", "commercial.billing"))).unwrap();
        let decision = answer.decision(&world.hub).unwrap();
        assert!(!decision.agreed);
        assert!(
            decision
                .missing
                .iter()
                .any(|missing| missing.what == Lack::Split && missing.who == PartyKind::Provider)
        );
    });
}

#[test]
fn a_named_support_contact_is_asked_first() {
    on_each_engine(|db| {
        let world = World::new(db);
        let customer = world.person("agave", Role::CustomerUser);
        assert_eq!(
            way(&world, &customer, &of("named", "technical.break-fix")),
            "customer:agave > reseller:tepetlan > ?provider:estelar > publisher:pinar"
        );
        assert_eq!(
            way(&world, &customer, &of("open", "technical.break-fix")),
            "customer:agave > ?provider:estelar > publisher:pinar"
        );
    });
}

#[test]
fn a_new_agreement_changes_answers_from_now_on_and_kept_ones_stay() {
    on_each_engine(|db| {
        let world = World::new(db);
        let reseller = world.agent("tepetlan");
        let question = of("open", "commercial.billing");
        let kept = run(world.hub.ask_and_keep(&reseller, &question)).unwrap();
        let new = NewSplit {
            with: Counterpart::Reseller("tepetlan".to_owned()),
            from: "2026-11-20".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: BTreeMap::from([("commercial.billing".to_owned(), Share::Reseller)]),
        };
        world.agree(&world.agent("estelar"), "tepetlan", new);
        assert_eq!(way(&world, &reseller, &question), "reseller:tepetlan");
        let again = run(world.hub.kept_answer(&reseller, kept.id.unwrap())).unwrap();
        assert_eq!(
            again.decision(&world.hub).unwrap(),
            kept.decision(&world.hub).unwrap()
        );
        assert!(!again.decision(&world.hub).unwrap().agreed);
    });
}

#[test]
fn the_partners_choice_sends_technical_questions_on_and_nothing_else() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (partner, customer) = (world.agent("altan"), world.person("delta", Role::CustomerUser));
        run(world
            .hub
            .choose_technical(&partner, None, Some(TechnicalChoice::SendOn)))
        .unwrap();
        assert_eq!(
            way(&world, &customer, &about("technical.break-fix")),
            "customer:delta > publisher:pinar"
        );
        assert_eq!(
            way(&world, &customer, &about("commercial.billing")),
            "customer:delta > partner:altan"
        );
        let offer = Some("pinar/insight".to_owned());
        run(world
            .hub
            .choose_technical(&partner, offer, Some(TechnicalChoice::Coordinate)))
        .unwrap();
        assert_eq!(
            way(&world, &customer, &about("technical.break-fix")),
            "customer:delta > partner:altan > publisher:pinar"
        );
    });
}

#[test]
fn what_is_named_wrongly_is_named_back() {
    on_each_engine(|db| {
        let world = World::new(db);
        let partner = world.agent("altan");
        let refused = |question: Question| -> Vec<(String, &str)> {
            match run(world.hub.ask(&partner, &question)) {
                Err(HubError::Invalid(fields)) => {
                    fields.into_iter().map(|field| (field.name, field.key)).collect()
                }
                other => panic!("{other:?}"),
            }
        };
        let one = |name: &str, key: &'static str| vec![(name.to_owned(), key)];
        assert_eq!(refused(about("no.such")), one("topic", "error-topic-unknown"));
        assert_eq!(
            refused(Question {
                offer: Some("pinar/none".to_owned()),
                ..about("commercial.billing")
            }),
            one("offer", "error-offer-unknown")
        );
        assert_eq!(
            refused(of("rival", "commercial.billing")),
            one("subscription", "error-subscription-unknown")
        );
        assert_eq!(
            refused(Question {
                asker: Some(PartyKind::Publisher),
                ..about("commercial.billing")
            }),
            one("asker", "error-asker-not-yours")
        );
        assert_eq!(
            refused(Question {
                channel: Some(Channel::Direct),
                ..of("direct-bill", "commercial.billing")
            }),
            one("channel", "error-channel-of-other-sale")
        );
    });
}
