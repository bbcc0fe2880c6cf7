//! What can be tried on relations between organisations: seeing them, asking and answering, ending them.
//!
//! What is asked, answered and ended is between organisations that have no other dealings: a relation that comes of it shows
//! nobody anything that is tried elsewhere.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, RelationshipId};
use firstline_domain::party::RelationshipKind::{self, PartnerCustomer, ProviderReseller};
use firstline_domain::relationship::{Relationship, RelationshipState};
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::relationship::NewRelationship;
use firstline_hub::store::relationship;
use uuid::Uuid;

use crate::attempts::{Attempt, attempt, let_on};
use crate::stage::Stage;
use crate::world::{now, run};

pub fn attempts(asker: &'static str) -> Vec<Attempt> {
    let mut all = seen(asker);
    all.extend(asked(asker));
    let between = |kind, one: &'static str, other: &'static str, relation| {
        [
            answered(kind, one, other, relation),
            ended(kind, one, other, relation),
        ]
    };
    let own = Some(Relation::Own);
    let tried = match asker {
        "altan" => vec![(PartnerCustomer, asker, "walk-in", own)],
        "estelar" => vec![(ProviderReseller, asker, "passing", own)],
        "nube" => vec![
            (PartnerCustomer, asker, "walk-in", own),
            (ProviderReseller, "passing", asker, Some(Relation::Provider)),
        ],
        "molino" => vec![(PartnerCustomer, "passing", asker, Some(Relation::Seller))],
        "meridian" => vec![(PartnerCustomer, "passing", "walk-in", Some(Relation::Any))],
        _ => Vec::new(),
    };
    let strangers = (asker != "meridian").then_some((PartnerCustomer, "passing", "walk-in", None));
    for (kind, one, other, relation) in tried.into_iter().chain(strangers) {
        all.extend(between(kind, one, other, relation));
    }
    all
}

/// The relations of the world, as whoever stands at an end of them sees them.
fn seen(asker: &'static str) -> Vec<Attempt> {
    let see = |(kind, one, other): (RelationshipKind, &'static str, &'static str)| {
        let relation = match asker {
            "meridian" => Some(Relation::Any),
            _ if asker == one => Some(Relation::Own),
            _ if asker == other => Some(kind.from_below()),
            _ => None,
        };
        attempt(
            (Act::See, Object::Relationship),
            relation,
            format!("{one} and {other}"),
            move |stage, scope| {
                let ends = (stage.world.id(one), Some(stage.world.id(other)));
                let is_it = |found: &Relationship| (found.organisation, found.other) == ends;
                let active = [RelationshipState::Active];
                let known = run(stage.hub().relationships(&stage.hand, &active, None, 1000)).unwrap();
                let it = known.iter().find(|known| is_it(&known.relationship)).unwrap();
                let shown = let_on(run(stage
                    .hub()
                    .relationship(scope, &it.relationship.id.to_string())));
                let all = match run(stage.hub().relationships(scope, &active, None, 1000)) {
                    Err(HubError::NotShown(_) | HubError::NotFound(_)) => Vec::new(),
                    all => all.unwrap(),
                };
                let listed = all.iter().any(|found| is_it(&found.relationship));
                assert_eq!(listed, shown, "{one} and {other} in the list");
                shown
            },
        )
    };
    [
        (ProviderReseller, "estelar", "nube"),
        (PartnerCustomer, "nube", "molino"),
        (PartnerCustomer, "altan", "delta"),
        (PartnerCustomer, "rival", "other"),
    ]
    .map(see)
    .into()
}

/// Asking for a relation, which leads to nobody.
fn asked(asker: &'static str) -> Vec<Attempt> {
    let kind = if asker == "estelar" {
        ProviderReseller
    } else {
        PartnerCustomer
    };
    vec![attempt(
        (Act::Add, Object::Relationship),
        Some(Relation::Own),
        asker,
        move |stage, scope| {
            let to = format!("nobody-{}", Uuid::now_v7().simple());
            let_on(run(stage
                .hub()
                .ask_relationship(scope, NewRelationship { kind, to })))
        },
    )]
}

/// A relation as it stands before somebody does something about it.
fn standing(
    stage: &Stage,
    kind: RelationshipKind,
    (one, other): (&str, &str),
    state: RelationshipState,
) -> Relationship {
    let id = |handle: &str| -> OrganisationId { stage.organisation(handle).id };
    let new = Relationship {
        state,
        addressed_to: Some("as it was typed".to_owned()),
        asked_at: Some(now()),
        ..Relationship::brought_in(
            RelationshipId(Uuid::now_v7()),
            kind,
            (id(one), id(other)),
            "2026-01-01".parse().unwrap(),
            None,
        )
    };
    assert!(stage.writes(|tx| relationship::ask(tx, &stage.hand, &new)));
    new
}

/// Takes away what nobody did anything about.
fn clear(stage: &Stage, left: &Relationship) {
    let as_asked = Scope::own_hand(left.organisation);
    stage.writes(|tx| {
        let found = relationship::by_id(tx, &as_asked, left.id)?;
        match found {
            Some(found) => relationship::end(tx, &as_asked, &found, now(), stage.hub().today()),
            None => Ok(false),
        }
    });
}

/// Consenting and declining are for the one that was asked: whoever asked has no say in it.
fn answered(
    kind: RelationshipKind,
    one: &'static str,
    other: &'static str,
    relation: Option<Relation>,
) -> Attempt {
    let answers = relation.filter(|relation| *relation != Relation::Own);
    attempt(
        (Act::Add, Object::Relationship),
        answers,
        format!("{one} and {other}"),
        move |stage, scope| {
            let asked = standing(stage, kind, (one, other), RelationshipState::Asked);
            let done = let_on(run(stage.hub().answer_relationship(
                scope,
                &asked.id.to_string(),
                false,
            )));
            clear(stage, &asked);
            done
        },
    )
}

fn ended(
    kind: RelationshipKind,
    one: &'static str,
    other: &'static str,
    relation: Option<Relation>,
) -> Attempt {
    attempt(
        (Act::Remove, Object::Relationship),
        relation,
        format!("{one} and {other}"),
        move |stage, scope| {
            let active = standing(stage, kind, (one, other), RelationshipState::Active);
            let done = let_on(run(stage.hub().end_relationship(scope, &active.id.to_string())));
            let beneath =
                stage.writes(|tx| relationship::end(tx, scope, &active, now(), stage.hub().today()));
            if relation.is_some() {
                assert_eq!(beneath, done, "{one} and {other}: the hub and the store");
            }
            clear(stage, &active);
            done
        },
    )
}
