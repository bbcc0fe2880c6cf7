//! Who may do what, as the programmes grant it.

mod given;

use std::collections::BTreeSet;

use firstline_domain::access::{Access, Act, Grant, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::{EditionRef, Policy, PolicyError};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use given::{PROGRAMMES, programme};
use uuid::Uuid;

const SELLERS: [PartyKind; 3] = [PartyKind::Partner, PartyKind::Provider, PartyKind::Reseller];

fn holders(edition: EditionRef<'_>, kind: PartyKind, act: Act, object: Object) -> Vec<Role> {
    edition.holders(&[kind], act, object)
}

fn scope(edition: EditionRef<'_>, kinds: &[PartyKind], roles: &[Role]) -> Scope {
    let person = PersonId(Uuid::from_u128(1));
    let organisation = OrganisationId(Uuid::from_u128(2));
    Scope::new(
        edition,
        Some(person),
        organisation,
        kinds.to_vec(),
        roles.to_vec(),
    )
}

/// S13: who sees the contacts on an offer's page.
#[test]
fn offer_contacts_are_shown_by_edition() {
    let policy = programme("csp-marketplace");
    for kind in SELLERS {
        for (edition, roles) in [
            ("2019-11-20", vec![Role::GlobalAdmin, Role::AdminAgent]),
            ("2020-05-05", vec![Role::GlobalAdmin, Role::AdminAgent]),
            ("2021-07-31", vec![Role::AdminAgent]),
        ] {
            let edition = policy.edition(edition).unwrap();
            assert_eq!(
                holders(edition, kind, Act::See, Object::OfferContacts),
                roles,
                "{kind}"
            );
        }
    }
    let policy = programme("aws-channel");
    let edition = policy.editions().next_back().unwrap();
    assert_eq!(
        holders(edition, PartyKind::Reseller, Act::See, Object::OfferContacts),
        [
            Role::GlobalAdmin,
            Role::AdminAgent,
            Role::HelpdeskAgent,
            Role::SalesAgent
        ]
    );
}

/// The tasks of the programme and their roles.
#[test]
fn tasks_belong_to_their_roles() {
    use PartyKind::{Customer, Operator, Partner, Provider, Publisher};
    for (name, _) in PROGRAMMES {
        let policy = programme(name);
        let edition = policy.editions().next_back().unwrap();
        let of = |kind, act, object| holders(edition, kind, act, object);
        let support_contact = [Role::GlobalAdmin, Role::AdminAgent, Role::HelpdeskAgent];
        assert_eq!(of(Provider, Act::Change, Object::SupportContact), support_contact);
        assert_eq!(of(Partner, Act::Change, Object::SupportContact), []);
        assert_eq!(
            of(Partner, Act::See, Object::InvoiceLine),
            [Role::GlobalAdmin, Role::BillingAdmin]
        );
        assert_eq!(
            of(Partner, Act::Change, Object::Role),
            [Role::GlobalAdmin, Role::UserManagementAdmin]
        );
        assert_eq!(
            of(Publisher, Act::Change, Object::Offer),
            [Role::Owner, Role::Manager, Role::Developer]
        );
        assert_eq!(
            of(Publisher, Act::Change, Object::Desk),
            [Role::Owner, Role::Manager]
        );
        assert_eq!(
            of(Publisher, Act::See, Object::Subscription),
            [Role::Owner, Role::Manager, Role::SupportAgent]
        );
        assert_eq!(of(Customer, Act::Change, Object::Role), [Role::CustomerAdmin]);
        assert_eq!(of(Operator, Act::Add, Object::Import), [Role::OperatorAdmin]);
        // What every organisation has, somebody there can look after.
        for kind in PartyKind::ALL {
            for act in [
                (Act::Change, Object::Role),
                (Act::Change, Object::SignOn),
                (Act::Export, Object::Audit),
                (Act::Erase, Object::Privacy),
            ] {
                assert!(!of(*kind, act.0, act.1).is_empty(), "{name}: {kind}, {act:?}");
            }
        }
    }
}

/// What a role may do beyond what all of them may, it may only at the parties it belongs to; only the operator does anything
/// to what is anyone's.
#[test]
fn a_role_counts_where_it_belongs() {
    for (name, _) in PROGRAMMES {
        let policy = programme(name);
        for edition in policy.editions() {
            let everyones = edition.access(&[], Role::ALL);
            for kind in PartyKind::ALL {
                for role in Role::ALL {
                    let access = edition.access(&[*kind], &[*role]);
                    let belongs = match role {
                        Role::GlobalAdmin
                        | Role::AdminAgent
                        | Role::HelpdeskAgent
                        | Role::SalesAgent
                        | Role::BillingAdmin
                        | Role::UserManagementAdmin
                        | Role::SupportRequestAdmin => kind.sells(),
                        Role::Owner
                        | Role::Manager
                        | Role::Developer
                        | Role::FinancialContributor
                        | Role::SupportAgent => *kind == PartyKind::Publisher,
                        Role::CustomerAdmin | Role::CustomerUser => *kind == PartyKind::Customer,
                        Role::OperatorAdmin | Role::OperatorAgent => *kind == PartyKind::Operator,
                    };
                    assert!(belongs || access == everyones, "{name}: {role} at {kind}");
                    for (object, act) in Object::all_acts() {
                        let of_anyone = access.may(act, object, Relation::Any);
                        assert!(
                            !of_anyone || *kind == PartyKind::Operator,
                            "{name}: {role} {act} {object}"
                        );
                    }
                }
            }
        }
    }
}

/// Roles and parts add up, and nothing else comes of them.
#[test]
fn access_is_the_sum_of_its_grants() {
    let policy = programme("csp-marketplace");
    let edition = policy.editions().next_back().unwrap();
    let kinds = [PartyKind::Publisher, PartyKind::Partner];
    let both = edition.access(&kinds, &[Role::Owner, Role::SalesAgent]);
    let owner = edition.access(&kinds, &[Role::Owner]);
    let sales = edition.access(&kinds, &[Role::SalesAgent]);
    for (object, act) in Object::all_acts() {
        for relation in Relation::ALL {
            let apart = owner.may(act, object, *relation) || sales.may(act, object, *relation);
            assert_eq!(
                both.may(act, object, *relation),
                apart,
                "{act} {object} of {relation}"
            );
        }
    }
    assert_eq!(edition.access(&kinds, &[]), Access::default());
    assert!(Object::all_acts().all(|(object, act)| !Access::default().may_some(act, object)));
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    for (object, act) in Object::all_acts() {
        for relation in Relation::ALL {
            assert!(hand.may(act, object, *relation), "{act} {object} of {relation}");
        }
    }
}

/// Whatever somebody may do, there is a role and a clause that say why; whatever they may not, there is none.
#[test]
fn everything_allowed_can_be_explained() {
    for (name, _) in PROGRAMMES {
        let policy = programme(name);
        for edition in policy.editions() {
            let mut used = BTreeSet::new();
            for kind in PartyKind::ALL {
                for role in Role::ALL {
                    let asker = scope(edition, &[*kind], &[*role]);
                    for (object, act) in Object::all_acts() {
                        for relation in Relation::ALL {
                            let why = edition.explain(&asker, act, object, *relation);
                            assert_eq!(why.is_some(), asker.may(act, object, *relation));
                            if let Some((grant, by)) = why {
                                assert_eq!(by, *role);
                                assert!(edition.clause(&grant.rule).is_some());
                                used.insert(std::ptr::from_ref(grant));
                            }
                        }
                    }
                }
            }
            let idle: Vec<&Grant> = policy
                .file()
                .grant
                .iter()
                .filter(|grant| {
                    grant.holds_in(&edition.edition.id) && !used.contains(&std::ptr::from_ref(*grant))
                })
                .collect();
            assert!(idle.is_empty(), "{name}: nobody needs {idle:?}");
        }
    }
}

#[test]
fn explaining_names_the_role_and_the_clause() {
    let policy = programme("csp-marketplace");
    let edition = policy.edition("2021-07-31").unwrap();
    let asker = scope(
        edition,
        &[PartyKind::Partner],
        &[Role::SalesAgent, Role::AdminAgent],
    );
    let (grant, role) = edition
        .explain(&asker, Act::See, Object::OfferContacts, Relation::Offered)
        .unwrap();
    assert_eq!((grant.rule.as_str(), role), ("S13", Role::AdminAgent));
    let operator = scope(edition, &[PartyKind::Operator], &[Role::OperatorAgent]);
    let (grant, _) = edition
        .explain(&operator, Act::See, Object::Subscription, Relation::Customer)
        .unwrap();
    assert_eq!(grant.of, [Relation::Any]);
}

/// The error of a policy in which a text was replaced.
fn refused(from: &str, to: &str) -> PolicyError {
    let (_, text) = PROGRAMMES[0];
    assert!(text.contains(from), "{from}");
    match Policy::parse(&text.replace(from, to)) {
        Ok(_) => panic!("with '{to}' for '{from}' it is accepted"),
        Err(error) => error,
    }
}

#[test]
fn a_policy_that_leaves_somebody_or_something_out_is_refused_by_name() {
    let error = refused("\"financial-contributor\", ", "");
    assert!(
        matches!(
            &error,
            PolicyError::Powerless {
                role: Role::FinancialContributor,
                ..
            }
        ),
        "{error}"
    );
    let error = refused("change = [\"support-contact\"]", "change = [\"split\"]");
    assert_eq!(
        error.to_string(),
        "edition 2019-11-20: nobody may change support-contact"
    );
}

#[test]
fn a_grant_that_cannot_be_is_refused_by_name() {
    let erases = refused("change = [\"support-contact\"]", "erase = [\"support-contact\"]");
    assert!(
        erases
            .to_string()
            .ends_with("lets its roles erase support-contact, which cannot be done; possible are: change"),
        "{erases}"
    );
    for (from, to, named) in [
        (
            "[\"support-contact\"]",
            "[\"support-desk\"]",
            "unknown variant `support-desk`",
        ),
        (
            "change = [\"support-contact\"]",
            "mend = [\"support-contact\"]",
            "unknown variant `mend`",
        ),
        (
            "of = [\"channel\"]",
            "of = [\"stranger\"]",
            "unknown variant `stranger`",
        ),
        ("of = [\"channel\"]", "of = []", "grants nothing"),
        (
            "rule = \"R5\"",
            "rule = \"R55\"",
            "names the clause 'R55', which is not defined",
        ),
        (
            "editions = [\"2021-07-31\"]\nat",
            "editions = [\"2021-08-31\"]\nat",
            "names the edition '2021-08-31', which is not defined",
        ),
    ] {
        let error = refused(from, to).to_string();
        assert!(error.contains(named), "{error}");
    }
}
