//! Every act that can be tried, on what of whom.

use std::ops::ControlFlow;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, RelationshipId, SplitId};
use firstline_domain::offer::ContactKind;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::relationship::Relationship;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Split, SplitState};
use firstline_hub::HubError;
use firstline_hub::ask::Question;
use firstline_hub::import::{Form, ImportError, Request};
use firstline_hub::offer::OfferEdit;
use firstline_hub::organisation::register::{NewOrganisation, OrganisationEdit};
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::organisation::register;
use firstline_hub::store::{
    authorisation, import_run, invoice_line, offer, organisation, person, relationship, split, subscription,
};
use uuid::Uuid;

use crate::stage::{OWNERS, Stage, blank_line, is_on_show, member, passer_by, relation};
use crate::world::{now, run};
use crate::{authorisations, people, record, relationships};

/// Something that everyone tries.
pub struct Attempt {
    pub object: Object,
    pub act: Act,
    /// What the organisation it belongs to is to the one that tries, each of it enough; nothing where they are strangers.
    pub relations: Vec<Relation>,
    /// What is tried at, for whoever reads a failure.
    pub what: String,
    /// Whether it could be done.
    pub run: Run,
}

pub type Run = Box<dyn Fn(&Stage, &Scope) -> bool>;

pub fn attempt(
    (act, object): (Act, Object),
    relations: impl IntoIterator<Item = Relation>,
    what: impl Into<String>,
    run: impl Fn(&Stage, &Scope) -> bool + 'static,
) -> Attempt {
    Attempt {
        object,
        act,
        relations: relations.into_iter().collect(),
        what: what.into(),
        run: Box::new(run),
    }
}

/// Whether an act was done, or would have been with other inputs.
pub fn let_on<T>(done: Result<T, HubError>) -> bool {
    match done {
        Ok(_) | Err(HubError::Invalid(_) | HubError::Changed) => true,
        Err(HubError::NotFound(_) | HubError::NotAllowed | HubError::NotShown(_)) => false,
        Err(error) => panic!("{error}"),
    }
}

/// What somebody of an organisation tries.
pub fn attempts(stage: &Stage, asker: &'static str) -> Vec<Attempt> {
    let mut all = organisations(asker);
    all.extend(offers(asker));
    all.extend(authorisations::attempts(asker));
    all.extend(subscriptions(asker));
    all.extend(splits(stage, asker));
    all.extend(choices(stage, asker));
    all.extend(decisions(asker));
    all.extend(relationships::attempts(asker));
    all.extend(imports());
    all.extend(people::attempts(asker));
    all.extend(record::attempts(asker));
    all
}

fn organisations(asker: &'static str) -> Vec<Attempt> {
    let of = |owner: &'static str| {
        let on_show = is_on_show(owner).then_some(Relation::Offered);
        let relations = || relation(asker, owner).into_iter().chain(on_show);
        [
            attempt(
                (Act::See, Object::Organisation),
                relations(),
                owner,
                move |stage, scope| {
                    let shown = let_on(run(stage.hub().organisation(scope, owner)));
                    let all = run(stage.hub().organisations(scope, None, "", 100)).unwrap();
                    let listed = all.iter().any(|organisation| organisation.handle == owner);
                    assert_eq!(listed, shown, "{owner} in the list");
                    shown
                },
            ),
            attempt(
                (Act::See, Object::Desk),
                relations(),
                owner,
                move |stage, scope| {
                    let shown = run(stage.hub().organisation(scope, owner));
                    shown.is_ok_and(|organisation| organisation.desk.is_reachable())
                },
            ),
            attempt(
                (Act::Change, Object::Desk),
                relations(),
                owner,
                move |stage, scope| {
                    let was = stage.organisation(owner);
                    if owner == asker {
                        let edit = stage
                            .hub()
                            .edit_desk(scope, was.version, was.desk, was.promises, None);
                        return let_on(run(edit));
                    }
                    stage.writes(|tx| organisation::set_desk(tx, scope, &was, now()))
                },
            ),
            attempt(
                (Act::Change, Object::Organisation),
                relations(),
                owner,
                move |stage, scope| {
                    let was = stage.organisation(owner);
                    let edit = OrganisationEdit {
                        name: was.name.clone(),
                        ..OrganisationEdit::default()
                    };
                    let by_hand = let_on(run(stage.hub().change_organisation(
                        scope,
                        owner,
                        was.version,
                        edit,
                    )));
                    let was = stage.organisation(owner);
                    let beneath = stage.writes(|tx| register::change(tx, scope, &was, now()));
                    assert_eq!(by_hand, beneath, "{owner}: the hub and the store");
                    by_hand
                },
            ),
        ]
    };
    OWNERS.into_iter().flat_map(of).chain([admitted()]).collect()
}

/// Admitting an organisation that nobody has dealings with; none is made of what is typed.
fn admitted() -> Attempt {
    attempt(
        (Act::Add, Object::Organisation),
        Some(Relation::Any),
        "a new one",
        |stage, scope| {
            let by_hand = let_on(run(stage
                .hub()
                .add_organisation(scope, NewOrganisation::default())));
            let passing = stage.organisation("passing");
            let beneath = stage.writes(|tx| register::add(tx, scope, &passing, now()));
            assert_eq!(by_hand, beneath, "the hub and the store");
            by_hand
        },
    )
}

/// Offers on the market and drafts, of two publishers.
fn offers(asker: &'static str) -> Vec<Attempt> {
    let of = |(publisher, handle, is_draft): (&'static str, &'static str, bool)| {
        let reference = format!("{publisher}/{handle}");
        let to_publisher = relation(asker, publisher).filter(|relation| *relation != Relation::Offered);
        let on_show = (!is_draft).then_some(Relation::Offered);
        let relations = || to_publisher.into_iter().chain(on_show);
        let at = || reference.clone();
        let mut all = Vec::new();
        let name = at();
        all.push(attempt(
            (Act::See, Object::Offer),
            relations(),
            at(),
            move |stage, scope| let_on(run(stage.hub().offer(scope, &name))),
        ));
        let name = at();
        all.push(attempt(
            (Act::Change, Object::Offer),
            relations(),
            at(),
            move |stage, scope| {
                let was = run(stage.hub().offer(&stage.hand, &name)).unwrap().offer;
                let edit = OfferEdit {
                    contacts: was.contacts.clone(),
                    resources: was.resources.clone(),
                    agreement: was.agreement.clone(),
                };
                let by_hand = let_on(run(stage.hub().edit_offer(scope, &name, was.version, edit)));
                let was = run(stage.hub().offer(&stage.hand, &name)).unwrap().offer;
                let beneath = stage.writes(|tx| offer::update(tx, scope, &was, now()));
                assert_eq!(by_hand, beneath, "{name}: the hub and the store");
                by_hand
            },
        ));
        let name = at();
        all.push(attempt(
            (Act::See, Object::OfferContacts),
            relations(),
            at(),
            move |stage, scope| {
                let Ok(page) = run(stage.hub().offer(scope, &name)) else {
                    return false;
                };
                let of = |kind| page.offer.contact(kind).is_some();
                assert!(
                    of(ContactKind::CustomerSupport),
                    "{name}: customer support is for all"
                );
                assert_eq!(of(ContactKind::Engineering), of(ContactKind::Programme), "{name}");
                of(ContactKind::Engineering)
            },
        ));
        let name = at();
        all.push(attempt(
            (Act::See, Object::Readiness),
            relations(),
            at(),
            move |stage, scope| {
                run(stage.hub().offer(scope, &name)).is_ok_and(|page| !page.findings.is_empty())
            },
        ));
        all
    };
    [
        ("pinar", "insight", false),
        ("pinar", "secret", true),
        ("saltmarsh", "signal", false),
        ("saltmarsh", "hidden", true),
    ]
    .into_iter()
    .flat_map(of)
    .collect()
}

fn subscriptions(asker: &'static str) -> Vec<Attempt> {
    // Handle, seller, reseller, customer, publisher.
    let sold = [
        ("direct-bill", "altan", "", "delta", "pinar"),
        ("agreed", "estelar", "nube", "molino", "pinar"),
        ("open", "estelar", "tepetlan", "agave", "pinar"),
        ("rival", "rival", "", "other", "pinar"),
        ("foreign", "rival", "", "other", "saltmarsh"),
    ];
    let of = |(handle, seller, reseller, customer, publisher): (&'static str, _, _, _, _)| {
        let relation = match asker {
            "meridian" => Some(Relation::Any),
            _ if asker == seller => Some(Relation::Own),
            _ if asker == reseller => Some(Relation::Provider),
            _ if asker == customer => Some(Relation::Seller),
            _ if asker == publisher => Some(Relation::Channel),
            _ => None,
        };
        [
            attempt(
                (Act::See, Object::Subscription),
                relation,
                handle,
                move |stage, scope| {
                    let shown = let_on(run(stage.hub().subscription(scope, handle)));
                    let all = match run(stage.hub().subscriptions(scope, None, None, None, 100)) {
                        Err(HubError::NotShown(_) | HubError::NotFound(_)) => Vec::new(),
                        all => all.unwrap(),
                    };
                    let listed = all.iter().any(|sold| sold.subscription.handle == handle);
                    assert_eq!(listed, shown, "{handle} in the list");
                    shown
                },
            ),
            attempt(
                (Act::See, Object::InvoiceLine),
                // A bill is between the operator and whoever sold it: nobody else in the sale is shown it.
                relation.filter(|relation| matches!(relation, Relation::Own | Relation::Any)),
                handle,
                move |stage, scope| {
                    let sale = run(stage.hub().subscription(&stage.hand, handle))
                        .unwrap()
                        .subscription;
                    let beneath =
                        stage.reads(|tx| invoice_line::of_subscription(tx, scope, sale.seller, handle, 10));
                    let shown = match run(stage.hub().charges(scope, handle)) {
                        Ok(charges) => charges.len() == 1,
                        refused => let_on(refused),
                    };
                    assert!(!shown || beneath.len() == 1, "{handle}: the hub and the store");
                    shown
                },
            ),
            attempt(
                (Act::Change, Object::SupportContact),
                relation,
                handle,
                move |stage, scope| {
                    let was = run(stage.hub().subscription(&stage.hand, handle))
                        .unwrap()
                        .subscription;
                    let set =
                        stage
                            .hub()
                            .set_support_contact(scope, handle, was.version, PartyKind::Provider);
                    let by_hand = let_on(run(set));
                    if scope.organisation == was.seller {
                        let contact = was.support_contact;
                        let beneath = stage.writes(|tx| {
                            subscription::set_support_contact(tx, scope, was.id, 0, contact, now())
                        });
                        assert_eq!(beneath, by_hand, "{handle}: the hub and the store");
                    }
                    by_hand
                },
            ),
        ]
    };
    sold.into_iter().flat_map(of).collect()
}

fn splits(stage: &Stage, asker: &'static str) -> Vec<Attempt> {
    let mut all = Vec::new();
    for (provider, reseller, id) in stage.splits.clone() {
        let relation = match asker {
            "meridian" => Some(Relation::Any),
            _ if asker == provider => Some(Relation::Own),
            _ if asker == reseller => Some(Relation::Provider),
            _ => None,
        };
        let what = format!("{provider} and {reseller}");
        all.push(attempt(
            (Act::See, Object::Split),
            relation,
            what,
            move |stage, scope| {
                let shown = let_on(run(stage.hub().split(scope, &id.to_string())));
                let all = match run(stage.hub().splits(scope, None, 1000)) {
                    Err(HubError::NotShown(_) | HubError::NotFound(_)) => Vec::new(),
                    all => all.unwrap(),
                };
                assert_eq!(
                    all.iter().any(|(proposal, ..)| proposal.split.id == id),
                    shown,
                    "{id} in the list"
                );
                shown
            },
        ));
    }
    for (provider, reseller) in [("estelar", "nube"), ("altan", "nube"), ("rival", "nube")] {
        let relation = match relation(asker, provider) {
            // A customer has no say in how its sellers share their work, and a reseller's say is a change of its provider's.
            Some(relation @ (Relation::Own | Relation::Any)) => Some(relation),
            _ => None,
        };
        let what = format!("{provider} and {reseller}");
        if asker != reseller {
            all.push(attempt(
                (Act::Add, Object::Split),
                relation,
                what.clone(),
                move |stage, scope| {
                    let open = proposal(stage, (provider, reseller), scope.organisation);
                    let beneath = stage.writes(|tx| split::add(tx, scope, &open, now()));
                    if provider == asker && provider == "estelar" {
                        let new = as_new(&open.split, Counterpart::Reseller(reseller.to_owned()));
                        assert_eq!(let_on(run(stage.hub().propose_split(scope, new))), beneath);
                    }
                    stage.writes(|tx| {
                        let state = SplitState::Withdrawn;
                        split::answer(tx, &stage.hand, &open.split, state, now())
                    });
                    beneath
                },
            ));
        }
        let to_pair = match asker {
            "meridian" => Some(Relation::Any),
            _ if asker == provider => Some(Relation::Own),
            "nube" if provider == "estelar" => Some(Relation::Provider),
            _ => None,
        };
        if asker == "nube" && provider != "estelar" {
            continue;
        }
        all.push(attempt(
            (Act::Change, Object::Split),
            to_pair,
            what,
            move |stage, scope| changes(stage, scope, (provider, reseller)),
        ));
    }
    all
}

/// Whether somebody may decline what the other side of a pair proposes; a reseller proposes something of its own, too.
fn changes(stage: &Stage, scope: &Scope, (provider, reseller): (&str, &str)) -> bool {
    let is_reseller = scope.organisation == stage.world.id(reseller);
    let by = if is_reseller { provider } else { reseller };
    let open = proposal(stage, (provider, reseller), stage.world.id(by));
    assert!(stage.writes(|tx| split::add(tx, &stage.hand, &open, now())));
    let id = open.split.id.to_string();
    let done = let_on(run(stage.hub().answer_split(scope, &id, false)));
    if is_reseller {
        let new = as_new(&open.split, Counterpart::Provider(provider.to_owned()));
        assert_eq!(let_on(run(stage.hub().propose_split(scope, new))), done);
    }
    stage.writes(|tx| split::answer(tx, &stage.hand, &open.split, SplitState::Withdrawn, now()));
    done
}

fn proposal(stage: &Stage, (provider, reseller): (&str, &str), by: OrganisationId) -> Proposal {
    Proposal {
        split: Split {
            id: SplitId(Uuid::now_v7()),
            provider: stage.world.id(provider),
            reseller: stage.world.id(reseller),
            from: "2026-01-01".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: std::collections::BTreeMap::new(),
        },
        state: SplitState::Proposed,
        by: Some(by),
    }
}

fn as_new(split: &Split, with: Counterpart) -> NewSplit {
    NewSplit {
        with,
        from: split.from,
        until: split.until,
        provider_meets_customers: split.provider_meets_customers,
        shares: split.shares.clone(),
    }
}

fn choices(stage: &Stage, asker: &'static str) -> Vec<Attempt> {
    let mut all = Vec::new();
    if stage.kind(asker).sells() {
        let own = Some(Relation::Own);
        all.push(attempt(
            (Act::See, Object::TechnicalChoice),
            own,
            asker,
            |stage, scope| match run(stage.hub().technical_choices(scope)) {
                Ok(choices) => choices.usual.is_some(),
                refused => let_on(refused),
            },
        ));
    }
    for seller in ["nube", "estelar", "altan", "rival"] {
        let relation = relation(asker, seller);
        all.push(attempt(
            (Act::Change, Object::TechnicalChoice),
            relation,
            seller,
            move |stage, scope| {
                let choice = Some(firstline_domain::split::TechnicalChoice::SendOn);
                let seller = stage.world.id(seller);
                let beneath = stage.writes(|tx| split::set_choice(tx, scope, seller, None, choice, now()));
                if seller == scope.organisation {
                    assert_eq!(
                        let_on(run(stage.hub().choose_technical(scope, None, choice))),
                        beneath
                    );
                }
                beneath
            },
        ));
    }
    all
}

fn decisions(asker: &'static str) -> Vec<Attempt> {
    let question = || Question {
        topic: "commercial.billing".to_owned(),
        ..Question::default()
    };
    let mut all = Vec::new();
    all.push(attempt(
        (Act::Add, Object::Decision),
        Some(Relation::Own),
        asker,
        move |stage, scope| {
            let asked = let_on(run(stage.hub().ask(scope, &question())));
            let kept = let_on(run(stage.hub().ask_and_keep(scope, &question())));
            assert_eq!(asked, kept, "an answer, and one that is kept");
            asked
        },
    ));
    let what = "another part";
    all.push(attempt(
        (Act::Add, Object::Decision),
        Some(Relation::Any),
        what,
        move |stage, scope| {
            let other = |kind: &&PartyKind| !scope.is(**kind);
            let asked = Question {
                asker: PartyKind::ALL.iter().find(other).copied(),
                ..question()
            };
            run(stage.hub().ask(scope, &asked)).is_ok()
        },
    ));
    for owner in OWNERS {
        let relation = match relation(asker, owner) {
            Some(Relation::Own) => Some(Relation::Own),
            Some(Relation::Any) => Some(Relation::Any),
            _ => None,
        };
        all.push(attempt(
            (Act::See, Object::Decision),
            relation,
            owner,
            move |stage, scope| let_on(run(stage.hub().kept_answer(scope, stage.kept[owner]))),
        ));
    }
    all
}

/// Bringing in data for the hub: what belongs to organisations that the asker has no dealings with.
fn imports() -> Vec<Attempt> {
    let what = "everything of others";
    vec![attempt(
        (Act::Add, Object::Import),
        Some(Relation::Any),
        what,
        |stage, scope| {
            let absent = Request::new(Form::Organisations, std::env::temp_dir().join("firstline-absent"));
            let by_file = match stage
                .hub()
                .import(scope, &absent, &mut |_| ControlFlow::Continue(()))
            {
                Err(ImportError::Hub(HubError::NotAllowed)) => false,
                Err(ImportError::Unreadable { .. }) => true,
                other => panic!("{other:?}"),
            };
            let passing = stage.organisation("passing");
            let walk_in = stage.organisation("walk-in");
            let signal = run(stage.hub().offer(&stage.hand, "saltmarsh/hidden"))
                .unwrap()
                .offer;
            let foreign = run(stage.hub().subscription(&stage.hand, "foreign"))
                .unwrap()
                .subscription;
            let somebody = member(
                "colleague",
                "rival",
                stage.world.id("rival"),
                firstline_domain::role::Role::GlobalAdmin,
            );
            let named = (signal.publisher, signal.id);
            let line = blank_line();
            let since = "2026-01-01".parse().unwrap();
            let related = Relationship::brought_in(
                RelationshipId(Uuid::now_v7()),
                RelationshipKind::PartnerCustomer,
                (passing.id, walk_in.id),
                since,
                None,
            );
            for beneath in [
                stage.writes(|tx| {
                    organisation::put(tx, scope, &passer_by("passing", PartyKind::Partner), now())
                }),
                stage.writes(|tx| relationship::put(tx, scope, &related)),
                stage.writes(|tx| organisation::add_alias(tx, scope, "tenant", "t1", passing.id)),
                stage.writes(|tx| organisation::by_alias(tx, scope, "tenant", "t1")),
                stage.writes(|tx| organisation::id_of_handle(tx, scope, "passing")),
                stage.writes(|tx| offer::put(tx, scope, &signal, now())),
                stage.writes(|tx| offer::add_alias(tx, scope, "durable", "d1", named)),
                stage.writes(|tx| offer::by_alias(tx, scope, "durable", "d1")),
                stage.writes(|tx| authorisation::put(tx, scope, named, passing.id)),
                stage.writes(|tx| subscription::put(tx, scope, &foreign, now())),
                stage.writes(|tx| person::put(tx, scope, &somebody, now())),
                stage.writes(|tx| invoice_line::keep(tx, scope, foreign.seller, Uuid::nil(), &[line])),
                stage.writes(|tx| import_run::begin(tx, scope, Uuid::now_v7(), "f1", "people", "f", now())),
            ] {
                assert_eq!(beneath, by_file, "each record alone, and a file of them");
            }
            by_file
        },
    )]
}
