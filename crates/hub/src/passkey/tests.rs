//! The ceremonies, with an authenticator that lies about one thing at a time.

use serde_json::{Value, json};

use self::authenticator::{Authenticator, IS_COPIED, MAY_BE_COPIED, PRESENT_AND_VERIFIED, decoded, encoded};
use super::ceremony::{Made, Party, Passkey, Refused, Shown};
use crate::algorithms::Algorithms;

#[path = "../../tests/authenticator/mod.rs"]
mod authenticator;

const ORIGIN: &str = "https://hub.example";

fn party() -> Party {
    Party {
        id: "hub.example".to_owned(),
        origin: ORIGIN.to_owned(),
    }
}

/// What a hub asks for, both to make a passkey and to show it.
fn asked() -> Value {
    json!({
        "challenge": encoded(b"challenge_1"), "rp": { "id": "hub.example" }, "rpId": "hub.example",
        "user": { "id": encoded(&[7; 16]) },
    })
}

fn made(authenticator: &mut Authenticator) -> Result<Passkey, Refused> {
    let made = Made::read(&authenticator.make(&asked()))?;
    assert_eq!(made.challenge()?, "challenge_1");
    made.check("challenge_1", &party(), Algorithms::Usual)
}

fn shown(authenticator: &mut Authenticator, kept: &Passkey) -> Result<Passkey, Refused> {
    let shown = Shown::read(&authenticator.show(&asked()))?;
    assert_eq!(shown.user.0, [7; 16]);
    shown.check("challenge_1", &party(), kept, Algorithms::Usual)
}

#[test]
fn what_was_made_is_recognised_when_it_is_shown() {
    for mut authenticator in [Authenticator::new(ORIGIN), Authenticator::of_ed25519(ORIGIN)] {
        let kept = made(&mut authenticator).unwrap();
        assert_eq!(kept.id.0, authenticator.id);
        assert_eq!(shown(&mut authenticator, &kept), Ok(kept.clone()));
        let mut stranger = Authenticator::new(ORIGIN);
        stranger.user = authenticator.user.clone();
        stranger.id.clone_from(&authenticator.id);
        assert_eq!(shown(&mut stranger, &kept), Err(Refused::Signature));
    }
}

#[test]
fn a_strict_hub_takes_no_passkey_by_rsa() {
    let mut rsa = Authenticator::of_rsa(ORIGIN);
    let kept = made(&mut rsa).unwrap();
    assert_eq!(shown(&mut rsa, &kept), Ok(kept.clone()));
    let anew = Made::read(&rsa.make(&asked())).unwrap();
    assert_eq!(
        anew.check("challenge_1", &party(), Algorithms::Strict),
        Err(Refused::Key)
    );
    let answer = Shown::read(&rsa.show(&asked())).unwrap();
    let checked = answer.check("challenge_1", &party(), &kept, Algorithms::Strict);
    assert_eq!(checked, Err(Refused::Untaken));
    assert!(kept.is_taken(Algorithms::Usual) && !kept.is_taken(Algorithms::Strict));

    for mut other in [Authenticator::new(ORIGIN), Authenticator::of_ed25519(ORIGIN)] {
        let made = Made::read(&other.make(&asked())).unwrap();
        let kept = made.check("challenge_1", &party(), Algorithms::Strict).unwrap();
        let answer = Shown::read(&other.show(&asked())).unwrap();
        let checked = answer.check("challenge_1", &party(), &kept, Algorithms::Strict);
        assert_eq!(checked, Ok(kept));
    }
}

#[test]
fn a_copy_shows_by_its_count() {
    let mut authenticator = Authenticator::new(ORIGIN);
    authenticator.count = 8;
    let kept = made(&mut authenticator).unwrap();
    assert_eq!(kept.count, 8);
    let kept = shown(&mut authenticator, &kept).unwrap();
    assert_eq!(kept.count, 9);
    for count in [9, 8, 0] {
        authenticator.count = count;
        assert_eq!(shown(&mut authenticator, &kept), Err(Refused::Count), "{count}");
    }
}

#[test]
fn every_lie_is_refused() {
    let mut honest = Authenticator::new(ORIGIN);
    let kept = made(&mut honest).unwrap();
    type Lie = fn(&mut Authenticator);
    let lies: [(Refused, Lie); 8] = [
        (Refused::Origin, |it| {
            it.origin = "https://hub.example.evil".to_owned()
        }),
        (Refused::Origin, |it| it.origin = "http://hub.example".to_owned()),
        (Refused::Origin, |it| it.cross_origin = true),
        (Refused::Party, |it| it.party = Some("evil.example".to_owned())),
        (Refused::Absent, |it| it.flags = 0b100),
        (Refused::Unverified, |it| it.flags = 0b001),
        (Refused::Copies, |it| it.flags = PRESENT_AND_VERIFIED | IS_COPIED),
        // Says that extensions follow, and none do.
        (Refused::Unreadable, |it| it.flags = PRESENT_AND_VERIFIED | 1 << 7),
    ];
    for (why, lie) in lies {
        let mut liar = Authenticator::new(ORIGIN);
        lie(&mut liar);
        assert_eq!(made(&mut liar), Err(why), "{why}, while it is made");
        let before = (honest.origin.clone(), honest.flags);
        lie(&mut honest);
        assert_eq!(shown(&mut honest, &kept), Err(why), "{why}, while it is shown");
        (honest.origin, honest.flags) = before;
        honest.party = None;
        honest.cross_origin = false;
    }
    honest.flags |= MAY_BE_COPIED;
    assert_eq!(
        shown(&mut honest, &kept),
        Err(Refused::Copies),
        "what could not be copied never can"
    );
    honest.flags = PRESENT_AND_VERIFIED;
    assert!(shown(&mut honest, &kept).is_ok());
}

#[test]
fn an_answer_fits_its_own_question_alone() {
    let mut authenticator = Authenticator::new(ORIGIN);
    let kept = made(&mut authenticator).unwrap();
    let answer = Shown::read(&authenticator.show(&asked())).unwrap();
    assert_eq!(
        answer.check("challenge_2", &party(), &kept, Algorithms::Usual),
        Err(Refused::Challenge)
    );
    // What was signed to make a passkey is not taken where one is shown, and the other way round.
    let mut mixed: Value = serde_json::from_str(&authenticator.show(&asked())).unwrap();
    let made: Value = serde_json::from_str(&authenticator.make(&asked())).unwrap();
    mixed["client_data"] = made["client_data"].clone();
    let mixed_up = Shown::read(&mixed.to_string()).unwrap();
    assert_eq!(
        mixed_up.check("challenge_1", &party(), &kept, Algorithms::Usual),
        Err(Refused::Kind)
    );
    let made = Made::read(&mixed.to_string()).unwrap();
    assert_eq!(
        made.check("challenge_1", &party(), Algorithms::Usual),
        Err(Refused::Unreadable)
    );
}

#[test]
fn what_was_altered_on_the_way_is_refused() {
    let mut authenticator = Authenticator::new(ORIGIN);
    let kept = made(&mut authenticator).unwrap();
    let answer: Value = serde_json::from_str(&authenticator.show(&asked())).unwrap();
    for member in ["client_data", "authenticator_data", "signature"] {
        let bytes = decoded(&answer[member]);
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            let mut altered = answer.clone();
            altered[member] = json!(encoded(&bytes));
            let checked = Shown::read(&altered.to_string())
                .and_then(|it| it.check("challenge_1", &party(), &kept, Algorithms::Usual));
            assert!(checked.is_err(), "{member} at {at}");
        }
    }
    let made: Value = serde_json::from_str(&authenticator.make(&asked())).unwrap();
    let data = decoded(&made["authenticator_data"]);
    for end in 0..data.len() {
        let mut cut = made.clone();
        cut["authenticator_data"] = json!(encoded(&data[..end]));
        let made = Made::read(&cut.to_string()).unwrap();
        assert!(
            made.check("challenge_1", &party(), Algorithms::Usual).is_err(),
            "{end}"
        );
    }
    for nonsense in ["", "{}", "[]", r#"{"client_data":"=","authenticator_data":""}"#] {
        assert!(
            Made::read(nonsense).is_err() && Shown::read(nonsense).is_err(),
            "{nonsense}"
        );
    }
}
