//! No secret stands in a record.

use firstline_domain::id::OrganisationId;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::db::Db;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, Keys, POLICIES};
use uuid::Uuid;

use crate::reading::verify;
use crate::records::{self, PASSWORD, texts};
use crate::world::{World, now, run};

/// Everything that gives somebody a secret; gives the secrets, and the words by which people are known.
fn everything_with_secrets(world: &World) -> (Vec<String>, Vec<String>) {
    let hub = &world.hub;
    let mut secrets = vec![PASSWORD.to_owned(), "a much longer ferry crossing".to_owned()];
    let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
    let session = world.sign_in("defne");
    let visitor = run(hub.signed_in(Shown::Session(&session), None))
        .unwrap()
        .unwrap();
    secrets.push(session);

    let (_, token) = run(hub.make_token(
        &defne,
        NewToken {
            name: "Defne's nightly".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        },
    ))
    .unwrap();
    secrets.push(token);

    let invite = |email: &str| {
        let new = NewInvitation {
            organisation: None,
            email: email.to_owned(),
            roles: vec![Role::AdminAgent],
        };
        run(hub.invite(&defne, new)).unwrap().secret.unwrap()
    };
    let joined = invite("yeni@people.example");
    let newcomer = Newcomer {
        name: "Yeni Biri".to_owned(),
        password: PASSWORD.to_owned(),
    };
    secrets.push(run(hub.accept_invitation(&joined, newcomer, &Origin::default())).unwrap());
    secrets.extend([joined, invite("hic@people.example")]);

    run(hub.ask_reset("defne@people.example", &Origin::default())).unwrap();
    run(hub.ask_address(&visitor, "defne.yeni@people.example")).unwrap();
    let waiting = run(hub.letters(&defne, 100)).unwrap();
    for letter in &waiting {
        secrets.push(letter.link.clone().unwrap());
    }
    let reset = waiting
        .iter()
        .find(|letter| letter.message.kind == "reset")
        .unwrap();
    let reset = reset.link.as_deref().unwrap();
    let new = "a much longer ferry crossing";
    let after_reset = run(hub.reset(reset, new, &Origin::default()));
    secrets.extend(after_reset.ok());

    let factor = run(hub.begin_second_factor(&visitor));
    if let Ok(factor) = factor {
        secrets.extend([factor.key, factor.sealed]);
    }
    let known = [
        "defne",
        "Defne Acar",
        "yeni",
        "Yeni Biri",
        "hic@",
        "people.example",
    ];
    (secrets, known.map(str::to_owned).to_vec())
}

#[test]
fn no_secret_ever_stands_in_a_record_and_no_name_in_its_chain() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (secrets, known) = everything_with_secrets(&world);
        assert!(secrets.len() >= 8, "{}", secrets.len());
        let texts = texts(world.hub.db());
        let log = || texts.iter().filter(|(place, _)| place.starts_with("audit."));
        assert!(log().count() > 20);
        for secret in &secrets {
            // Beside it stand the id of the hub's key, and a signature.
            let bare = secret.split('.').max_by_key(|part| part.len()).unwrap();
            // What waits to be sent is sealed.
            let waiting = texts.iter().filter(|(place, _)| place.starts_with("outbox."));
            let told: Vec<_> = log()
                .chain(waiting)
                .filter(|(_, text)| text.contains(bare))
                .collect();
            assert!(told.is_empty(), "{secret}: {told:?}");
        }
        let chained = || log().filter(|(place, _)| place != "audit.personal");
        for word in &known {
            let wanted = word.to_lowercase();
            let told: Vec<_> = chained()
                .filter(|(_, text)| text.to_lowercase().contains(&wanted))
                .collect();
            assert!(told.is_empty(), "{word}: {told:?}");
        }
        assert!(records::places_of(world.hub.db(), "Yeni Biri").contains(&"person.name".to_owned()));
        verify(&world.hub, "altan", None).unwrap();
    });
}

#[test]
fn setting_a_hub_up_leaves_no_secret_in_the_record_either() {
    on_each_engine(|db: Db| {
        let hub = Hub::with_clock(db, Policy::parse(POLICIES[0].1).unwrap(), Keys::in_memory(), now);
        let link = hub.set_up_link().unwrap().unwrap();
        let given = SetUp {
            organisation: "Meridian".to_owned(),
            email: "ada@meridian.example".to_owned(),
            newcomer: Newcomer {
                name: "Ada".to_owned(),
                password: PASSWORD.to_owned(),
            },
        };
        let session = run(hub.set_up(&link, given, &Origin::default())).unwrap();
        for secret in [link.split('.').next().unwrap(), &session, PASSWORD] {
            assert_eq!(places_of(&hub, secret), [""; 0]);
        }
        let handle = hub
            .verify_audit(&Scope::own_hand(OrganisationId(Uuid::nil())), None, None)
            .unwrap();
        assert_eq!(handle.len(), 1);
        assert!(handle[0].1.is_ok());
    });

    /// The columns of the log in which a word stands.
    fn places_of(hub: &Hub, word: &str) -> Vec<String> {
        let places = records::places_of(hub.db(), word);
        places
            .into_iter()
            .filter(|place| place.starts_with("audit"))
            .collect()
    }
}
