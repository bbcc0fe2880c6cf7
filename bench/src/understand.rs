//! Understanding a question, beside hashing the same words and letters without weights; and names found among 100,000.

use std::hint::black_box;

use crate::common::{say, timed};
use firstline_domain::policy::Policy;
use firstline_hub::POLICIES;
use firstline_hub::search::NamesBuilder;
use firstline_hub::understand::{Hints, Model, Reader, features_in};

const ROUNDS: u32 = 2_000;
const NAMES: u32 = 100_000;

/// A line, a question as most are, and a mail.
const TEXTS: [(&str, &str); 3] = [
    ("a line", "hemos cancelado y nos siguen cobrando"),
    (
        "a question",
        "Hi, we bought 20 seats of Corvane Atlas last week through our partner and nobody has received the activation \
         e-mail. The subscription shows as active in the admin centre. Who has to send the link, and can billing start \
         later?",
    ),
    (
        "a mail",
        "Hello all,\n\nsince the update on Tuesday the nightly synchronisation ends with error 500 after about three \
         hours. The log says 'connection reset by peer'. We have restarted the agent twice and opened the port again. Our \
         customer cannot close the month without these figures, so this is urgent. Besides, the invoice for May lists the \
         connector twice, once with 40 and once with 42 users; we have never had more than 40. Could you tell us who looks \
         at that, and whether we may pay the smaller amount until then?\n\nBest regards\nElif Korur\nT +90 212 555 01 02\n\n\
         On 12 May 2026 at 10:12 Support wrote:\n> Thank you for your message.\n> We are looking into it.",
    ),
];

pub fn run() {
    let policy = Policy::parse(POLICIES[0].1).expect("the policy that comes with the hub");
    let edition = policy.editions().next_back().expect("an edition");
    let model = Model::committed();
    let reader = Reader { model, edition };
    for (name, text) in TEXTS {
        let (_, bare) = timed(|| {
            for _ in 0..ROUNDS {
                black_box(features_in(black_box(text)));
            }
        });
        let hints = Hints::default();
        let (_, whole) = timed(|| {
            for _ in 0..ROUNDS {
                black_box(reader.read(black_box(text), &hints));
            }
        });
        let ratio = whole.as_secs_f64() / bare.as_secs_f64();
        let (bare, whole) = (bare / ROUNDS, whole / ROUNDS);
        say(&format!(
            "understand {name}: {whole:?}; floor, hashing the same without weights: {bare:?}; ratio {ratio:.1}"
        ));
    }
    names(model);
}

/// Made-up names of three words, as offers have them.
fn names(model: &Model) {
    const FIRST: [&str; 20] = [
        "cor", "vel", "mar", "tan", "qui", "lor", "bel", "sun", "ark", "dov", "fen", "gal", "hix", "jun",
        "kel", "nim", "oro", "pex", "rud", "wyn",
    ];
    let part = |n: u32| FIRST[(n % 20) as usize];
    let mut builder = NamesBuilder::default();
    for n in 0..NAMES {
        let word = format!("{}{}{}{}", part(n), part(n / 20), part(n / 400), part(n / 8_000));
        builder.add(
            n,
            &format!(
                "{word} Cloud {}",
                ["Backup", "Archive", "Desk", "Sign"][(n % 4) as usize]
            ),
        );
    }
    let names = builder.build();
    let text = "Hello, our corvelmartan Cloud Backup and also quilorbelsum stopped syncing, and Wynfenxxgal shows no data.";
    let common = |word: &str| model.knows_word(word);
    let (_, whole) = timed(|| {
        for _ in 0..ROUNDS {
            black_box(names.spoken_in(black_box(text), &common, &mut |_| true));
        }
    });
    say(&format!("names spoken of, among {NAMES}: {:?}", whole / ROUNDS));
}
