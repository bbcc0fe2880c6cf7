//! Everybody who asks, and what each may see.

use std::collections::BTreeSet;

use axum::http::header;

use crate::marker::{Number, Secret};
use crate::model::{self, Asker, Eyes};
use crate::rules::{Does, Reach};
use crate::world::{OPERATOR, World};

/// Somebody at the door.
pub struct Caller {
    /// What they show: nothing, a cookie, or a token.
    pub shows: Option<(header::HeaderName, String)>,
    /// Nobody, where what they show is nothing or worth nothing.
    pub asker: Option<Asker>,
    own: BTreeSet<Number>,
    everyone: BTreeSet<Number>,
    shared: BTreeSet<Number>,
    record: BTreeSet<Number>,
    mine: BTreeSet<Number>,
    /// All that they could see at most, whatever roles they get, in all of their organisations.
    most: BTreeSet<Number>,
}

impl Caller {
    fn of(world: &World, asker: Option<Asker>, shows: Option<(header::HeaderName, String)>) -> Self {
        let mut caller = Caller {
            shows,
            asker: None,
            own: BTreeSet::new(),
            everyone: BTreeSet::from([world.markers.number(Secret::Desk(OPERATOR))]),
            shared: BTreeSet::new(),
            record: BTreeSet::new(),
            mine: BTreeSet::new(),
            most: BTreeSet::new(),
        };
        let Some(asker) = asker else { return caller };
        let all: Vec<BTreeSet<Number>> = (0..world.organisations.len())
            .map(|place| model::of_organisation(world, place))
            .collect();
        let named = |place: usize| {
            let is_named = |number: &Number| {
                matches!(
                    world.markers.secrets[*number],
                    Secret::Name(_) | Secret::Desk(_) | Secret::Offer(_) | Secret::Decision(_)
                )
            };
            all[place].iter().copied().filter(is_named).collect::<Vec<_>>()
        };
        caller.own = Eyes::new(world, &asker).sight();
        caller.everyone.extend(&caller.own);
        caller.shared = caller.own.clone();
        caller.shared.extend(named(asker.organisation));
        caller.record = model::of_record(world, &all, asker.organisation);
        caller.record.extend(&caller.own);
        caller.mine = caller.shared.clone();
        caller.most = caller.record.clone();
        let memberships = asker.person.map(|person| &world.people[person].memberships);
        for one in memberships.into_iter().flatten() {
            let there = Asker {
                organisation: one.organisation,
                roles: one.roles.clone(),
                ..asker.clone()
            };
            caller.mine.extend(Eyes::new(world, &there).sight());
            caller.mine.extend(named(one.organisation));
            caller
                .most
                .extend(model::of_record(world, &all, one.organisation));
        }
        caller.asker = Some(asker);
        caller
    }

    /// Everybody: each who is signed in, each program, and those who are nobody.
    pub fn all(world: &World, tokens: &[String]) -> Vec<Self> {
        let cookie = |secret: &str| Some((header::COOKIE, format!("firstline_session={secret}")));
        let mut all = vec![
            Caller::of(world, None, None),
            Caller::of(world, None, cookie("session_of_nobody")),
        ];
        for session in &world.sessions {
            let memberships = &world.people[session.person].memberships;
            let there = memberships
                .iter()
                .find(|one| one.organisation == session.organisation);
            let asker = Asker {
                organisation: session.organisation,
                roles: there.map(|one| one.roles.clone()).unwrap_or_default(),
                person: Some(session.person),
                token: None,
            };
            all.push(Caller::of(world, Some(asker), cookie(&session.secret)));
        }
        for (place, secret) in tokens.iter().enumerate() {
            let token = &world.tokens[place];
            let asker = Asker {
                organisation: token.organisation,
                roles: vec![token.role],
                person: None,
                token: Some(place),
            };
            let shows = Some((header::AUTHORIZATION, format!("Bearer {secret}")));
            all.push(Caller::of(world, Some(asker), shows));
        }
        all
    }

    /// The organisation that they ask for.
    pub fn place(&self) -> Option<usize> {
        self.asker.as_ref().map(|asker| asker.organisation)
    }

    pub fn person(&self, world: &World) -> Option<Number> {
        let person = self.asker.as_ref()?.person?;
        Some(world.markers.number(Secret::Person(person)))
    }

    /// All that they belong to.
    pub fn organisations(&self, world: &World) -> Vec<usize> {
        let Some(asker) = &self.asker else {
            return Vec::new();
        };
        let memberships = asker.person.map(|person| &world.people[person].memberships);
        let others = memberships.into_iter().flatten().map(|one| one.organisation);
        others.chain([asker.organisation]).collect()
    }

    pub fn may_see(&self, does: Does, reach: Reach) -> &BTreeSet<Number> {
        match (does, reach) {
            (Does::Changes, _) => &self.most,
            (_, Reach::Own) => &self.own,
            (_, Reach::Everyone) => &self.everyone,
            (_, Reach::Shared) => &self.shared,
            (_, Reach::Record) => &self.record,
            (_, Reach::Mine) => &self.mine,
        }
    }
}
