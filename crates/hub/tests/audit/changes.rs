//! What a change leaves on record.

use firstline_domain::offer::{Contact, ContactKind};
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::HubError;
use firstline_hub::audit::{Actor, Format, Sought, Thing};
use firstline_hub::offer::OfferEdit;
use firstline_hub::sign_in::Shown;
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;

use crate::reading::{acts, changes_of, record, verify};
use crate::world::{World, now, run};

#[test]
fn a_change_is_told_with_what_was_before_and_after_and_where_it_came_from() {
    on_each_engine(|db| {
        let world = World::new(db);
        let selin = world.settled("selin", "Selin Uzun", "pinar", Role::Owner);
        let before = run(world.hub.offer(&selin, "pinar/insight")).unwrap().offer;
        let mut contacts = before.contacts.clone();
        for contact in &mut contacts {
            if contact.kind == Some(ContactKind::Engineering) {
                contact.email = Some("bugs@pinar.example".to_owned());
            }
        }
        let edit = OfferEdit {
            contacts,
            resources: before.resources.clone(),
            agreement: None,
        };
        run(world
            .hub
            .edit_offer(&selin, "pinar/insight", before.version, edit))
        .unwrap();

        let (entries, _) = record(&world.hub, &selin);
        let [.., entry] = &entries[..] else {
            panic!("nothing is recorded")
        };
        assert_eq!(entry.act, "edit-offer");
        assert_eq!(entry.thing, Thing::Named("pinar/insight".to_owned()));
        assert_eq!(
            entry.who,
            Actor::Person {
                handle: "selin".to_owned(),
                name: "Selin Uzun".to_owned(),
            }
        );
        assert_eq!(entry.address.as_deref(), Some("192.0.2.7"));
        assert_eq!(entry.at, now());
        let told = changes_of(&world.hub, &selin, "edit-offer");
        let engineering = "contacts.engineering.email: engineering@pinar.example -> bugs@pinar.example";
        assert!(told.contains(&engineering.to_owned()), "{told:?}");
        assert!(
            told.iter()
                .any(|line| line.starts_with("agreement.") && line.ends_with(" -> ")),
            "{told:?}"
        );
        assert!(
            !told.iter().any(|line| line.contains("customer-support")),
            "only what differs: {told:?}"
        );
    });
}

#[test]
fn desks_choices_splits_and_support_contacts_are_told_with_what_was_before() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let lucia = world.settled("lucia", "Lucía Ferrer", "estelar", Role::GlobalAdmin);

        let own = run(hub.organisation(&lucia, "estelar")).unwrap();
        let desk = Contact {
            phone: Some("+34 600 000 000".to_owned()),
            ..own.desk.clone()
        };
        run(hub.edit_desk(&lucia, own.version, desk, Vec::new(), Some("10 EUR".to_owned()))).unwrap();
        assert_eq!(
            changes_of(hub, &lucia, "edit-desk"),
            ["desk.phone:  -> +34 600 000 000", "price:  -> 10 EUR"]
        );

        for choice in [
            Some(TechnicalChoice::SendOn),
            Some(TechnicalChoice::Coordinate),
            None,
        ] {
            run(hub.choose_technical(&lucia, None, choice)).unwrap();
        }
        assert_eq!(changes_of(hub, &lucia, "choose-technical"), [": coordinate -> "]);

        let new = NewSplit {
            with: Counterpart::Reseller("nube".to_owned()),
            from: "2026-11-20".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: [("commercial.billing".to_owned(), Share::Reseller)].into(),
        };
        world.agree(&lucia, "nube", new);
        let told = changes_of(hub, &lucia, "agree-split");
        assert!(
            told.iter()
                .any(|line| line.starts_with("from: 2026-01-01 -> 2026-11-20")),
            "{told:?}"
        );

        let sold = run(hub.subscription(&lucia, "named")).unwrap();
        let version = sold.subscription.version;
        run(hub.set_support_contact(&lucia, "named", version, PartyKind::Provider)).unwrap();
        assert_eq!(
            changes_of(hub, &lucia, "set-support-contact"),
            [": reseller -> provider"]
        );
        assert_eq!(verify(hub, "estelar", None).unwrap().lines, 7);
    });
}

#[test]
fn each_organisation_has_its_own_record_and_only_some_roles_see_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let rival = world.settled("rita", "Rita Rival", "rival", Role::GlobalAdmin);
        run(hub.choose_technical(&defne, None, Some(TechnicalChoice::SendOn))).unwrap();
        assert_eq!(acts(hub, &defne), ["choose-technical"]);
        assert_eq!(acts(hub, &rival), [""; 0]);
        for role in [Role::AdminAgent, Role::HelpdeskAgent, Role::UserManagementAdmin] {
            let other = world.person("altan", role);
            let refused = run(hub.audit(&other, &Sought::default(), 10));
            assert!(
                matches!(refused, Err(HubError::NotShown(roles)) if roles == [Role::GlobalAdmin]),
                "{role}"
            );
            assert!(run(hub.export_audit(&other, Format::Csv)).is_err(), "{role}");
            assert!(run(hub.audit_head(&other)).is_err(), "{role}");
        }
    });
}

#[test]
fn a_program_is_told_apart_from_the_person_who_made_its_token() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let new = NewToken {
            name: "nightly".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        };
        let (_, secret) = run(hub.make_token(&defne, new)).unwrap();
        let program = run(hub.signed_in(Shown::Token(&secret), None)).unwrap().unwrap();
        run(hub.choose_technical(&program.scope, None, Some(TechnicalChoice::SendOn))).unwrap();
        let (entries, _) = record(hub, &defne);
        assert_eq!(entries[0].thing, Thing::Named("nightly".to_owned()));
        assert_eq!(entries[1].who, Actor::Token(Some("nightly".to_owned())));
    });
}
