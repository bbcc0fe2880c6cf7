//! What can be tried on who may buy an exclusive offer: offers on the market and a draft, of two publishers.

use firstline_domain::access::{Act, Object, Relation};
use firstline_hub::store::authorisation;

use crate::attempts::{Attempt, attempt, let_on};
use crate::stage::relation;
use crate::world::{now, run};

pub fn attempts(asker: &'static str) -> Vec<Attempt> {
    let of = |(publisher, offer): (&'static str, &'static str)| {
        let relations = move || relation(asker, publisher).filter(|relation| *relation != Relation::Offered);
        let name = format!("{publisher}/{offer}");
        let at = || (name.clone(), format!("partners of {name}"));
        let (named, what) = at();
        let seen = attempt((Act::See, Object::Authorisation), relations(), what, {
            move |stage, scope| let_on(run(stage.hub().authorised(scope, &named, "", 10)))
        });
        let (named, what) = at();
        let added = attempt((Act::Add, Object::Authorisation), relations(), what, {
            move |stage, scope| let_on(run(stage.hub().authorise(scope, &named, "altan")))
        });
        let (named, what) = at();
        let removed = attempt((Act::Remove, Object::Authorisation), relations(), what, {
            move |stage, scope| {
                let offer = run(stage.hub().offer(&stage.hand, &named)).unwrap().offer;
                let of = (offer.publisher, offer.id);
                assert!(stage.writes(|tx| authorisation::add(tx, &stage.hand, of, "altan", now())));
                let by_hand = let_on(run(stage.hub().withdraw_authorisation(scope, &named, "altan")));
                let beneath = stage.writes(|tx| authorisation::remove(tx, scope, of, "altan"));
                assert_eq!(by_hand, beneath, "{named}: the hub and the store");
                by_hand
            }
        });
        [seen, added, removed]
    };
    [("pinar", "insight"), ("pinar", "secret"), ("saltmarsh", "signal")]
        .into_iter()
        .flat_map(of)
        .collect()
}
