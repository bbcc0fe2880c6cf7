//! Understanding questions: what the committed model promises, what must not change a reading, and stories of people who ask in
//! their own words.

#![allow(clippy::unwrap_used, reason = "a text that cannot be read fails the test")]

mod world;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use firstline_domain::lang::Lang;
use firstline_domain::offer::Severity;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::ask::Question;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::understand::{
    Example, FIRST_PARTY, Hints, Model, NOT_SUPPORT, ReadTopic, Reader, Reading, TEXT_BYTES_MAX, digest,
    evaluate, is_held_out, read_examples, train, usual_channel, usual_owners,
};
use firstline_hub::{HubError, POLICIES};
use proptest::prelude::*;
use serde::Deserialize;
use world::{World, run};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../understanding")
}

fn examples() -> Vec<Example> {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let of_lang = fs::read_dir(folder().join("examples").join(lang.tag())).unwrap();
        let mut files: Vec<PathBuf> = of_lang.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let topic = file.file_stem().unwrap().to_str().unwrap().to_owned();
            all.extend(read_examples(lang, &topic, &fs::read_to_string(file).unwrap()).unwrap());
        }
    }
    all
}

fn policy() -> Policy {
    Policy::parse(POLICIES[0].1).unwrap()
}

fn with_reader<T>(each: impl FnOnce(Reader<'_>) -> T) -> T {
    let policy = policy();
    let edition = policy.editions().next_back().unwrap();
    each(Reader {
        model: Model::committed(),
        edition,
    })
}

fn read(text: &str, asker: Option<PartyKind>) -> Reading {
    let hints = Hints {
        asker,
        ..Hints::default()
    };
    with_reader(|reader| reader.read(text, &hints))
}

fn topics(reading: &Reading) -> Vec<&str> {
    reading.topics.iter().map(|topic| topic.topic.as_str()).collect()
}

#[test]
fn the_committed_model_is_that_of_the_committed_examples() {
    let all = examples();
    let model = Model::committed();
    assert_eq!(
        model.header.trained.examples,
        digest(&all),
        "the examples changed: run `firstline train --install`"
    );
    let held_out: Vec<&Example> = all.iter().filter(|example| is_held_out(&example.text)).collect();
    assert_eq!(model.header.trained.held_out, held_out.len());
    assert_eq!(model.header.trained.count + held_out.len(), all.len());
    let report = with_reader(|reader| evaluate(model, reader.edition, &held_out));
    let (figures, known) = (report.all.figures(), model.header.figures);
    for (now, then) in [
        (figures.party, known.party),
        (figures.sure, known.sure),
        (figures.party_when_sure, known.party_when_sure),
        (figures.topic, known.topic),
    ] {
        assert!(
            (now - then).abs() < 0.002,
            "{figures:?} {known:?}: run `firstline train --install`"
        );
    }
    assert!(
        figures.party_when_sure >= 0.95 && figures.sure >= 0.8,
        "{figures:?}"
    );
    for (lang, counts) in &report.by_lang {
        let of_lang = counts.figures();
        assert!(
            of_lang.party_when_sure >= figures.party_when_sure - 0.03,
            "{lang}: {of_lang:?}"
        );
    }
    assert!(
        report.calibration_error() < 0.03,
        "{}",
        report.calibration_error()
    );
}

#[test]
fn every_topic_has_sixty_examples_in_each_language() {
    let all = examples();
    let policy = policy();
    let topics = policy
        .file()
        .topic_order
        .iter()
        .map(String::as_str)
        .chain([FIRST_PARTY, NOT_SUPPORT]);
    for topic in topics {
        for lang in Lang::ALL {
            let count = all
                .iter()
                .filter(|example| example.topic == topic && example.lang == lang)
                .count();
            assert!(count >= 60, "{lang} {topic}: {count}");
        }
    }
}

#[test]
fn the_same_examples_give_the_same_model() {
    let few: Vec<Example> = examples().into_iter().step_by(40).collect();
    let policy = policy();
    let edition = policy.editions().next_back().unwrap();
    let learn = || train(edition, &few, &[]).unwrap();
    let (once, again) = (learn(), learn());
    assert!(once.model.bytes() == again.model.bytes());
    assert!(once.figures.party > 0.5, "{:?}", once.figures);
    assert_eq!(once.model.header.trained.examples, digest(&few));
}

#[derive(Deserialize)]
struct Parallel {
    topic: String,
    asker: PartyKind,
    en: String,
    tr: String,
    ko: String,
    es: String,
}

#[test]
fn the_same_question_goes_to_the_same_party_in_every_language() {
    let lines = fs::read_to_string(folder().join("parallel.jsonl")).unwrap();
    let all: Vec<Parallel> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(all.len() >= 60);
    let (mut apart, mut surely_wrong) = (Vec::new(), Vec::new());
    with_reader(|reader| {
        for asked in &all {
            let hints = Hints {
                asker: Some(asked.asker),
                ..Hints::default()
            };
            let meant = usual_owners(
                reader.edition,
                &asked.topic,
                asked.asker,
                usual_channel(asked.asker),
            );
            let parties: Vec<_> = [&asked.en, &asked.tr, &asked.ko, &asked.es]
                .into_iter()
                .map(|text| {
                    let reading = reader.read(text, &hints);
                    let owners = reading.first().and_then(|first| first.owners);
                    if reading.sure && owners != meant {
                        surely_wrong.push(text.clone());
                    }
                    owners.map(|owners| owners.responsible)
                })
                .collect();
            if parties.iter().any(|party| *party != parties[0]) {
                apart.push(&asked.en);
            }
        }
    });
    assert!(apart.len() * 20 <= all.len(), "{apart:?}");
    assert!(surely_wrong.len() * 50 <= all.len() * 4, "{surely_wrong:?}");
}

/// What a mail program and good manners add to a question, in each language.
fn dressed(text: &str, lang: Lang) -> String {
    let (hello, bye, quote) = match lang {
        Lang::En => (
            "Hello all,",
            "Kind regards\nMarta Holm\nIT · Lindqvist AB · +46 8 555 01 02",
            "wrote:",
        ),
        Lang::Tr => (
            "Merhaba,",
            "Saygılarımla\nElif Korur\nKorur Lojistik · 0212 555 01 02",
            "yazdı:",
        ),
        Lang::Ko => ("안녕하세요,", "감사합니다\n김하늘\n솔빛테크 02-555-0102", "작성:"),
        Lang::Es => (
            "Buenos días:",
            "Un saludo\nBegoña Ruiz\nMolinos del Sur · 955 55 01 02",
            "escribió:",
        ),
    };
    format!(
        "{hello}\n\n{text}\n\n{bye}\n\nOn 12/05/2026 10:12 Support {quote}\n> The Quellmark Archive invoice for April is \
         attached.\n> Refunds take five days.\n"
    )
}

#[test]
fn what_does_not_matter_changes_nothing() {
    let all = examples();
    // Texts that are long enough to be told from what stands around them.
    let sample: Vec<&Example> = all
        .iter()
        .filter(|example| is_held_out(&example.text) && example.text.chars().count() >= 40)
        .filter(|example| !example.topic.starts_with("none."))
        .step_by(4)
        .collect();
    let mut changed = Vec::new();
    with_reader(|reader| {
        for example in &sample {
            let hints = Hints {
                asker: Some(example.asker),
                ..Hints::default()
            };
            let plain = reader.read(&example.text, &hints);
            let dressed = reader.read(&dressed(&example.text, example.lang), &hints);
            let told = |reading: &Reading| (reading.topics.clone(), reading.sure, reading.lang);
            if told(&plain) != told(&dressed) {
                changed.push(&example.text);
            }
        }
    });
    assert!(sample.len() >= 150);
    assert!(
        changed.len() * 50 <= sample.len(),
        "{} of {}: {changed:#?}",
        changed.len(),
        sample.len()
    );
}

#[test]
fn what_the_text_says_of_itself_is_taken() {
    use PartyKind::{Partner, Provider, Publisher, Reseller};
    for (text, asker) in [
        ("As a reseller, who handles first-line support?", Reseller),
        ("Bayi olarak ilk seviye desteği biz mi vereceğiz?", Reseller),
        ("저희 총판에서는 답이 없는데 누가 지원하나요", Reseller),
        ("Somos mayorista y la conciliación no cuadra", Provider),
        ("Bizim müşterimiz fatura itiraz ediyor", Partner),
        ("Our customer's licences do not show up after the order", Partner),
        ("Our offer failed certification twice", Publisher),
    ] {
        let reading = read(text, None);
        assert_eq!(reading.said_asker.map(|said| said.what), Some(asker), "{text}");
        assert_eq!(reading.asker, asker, "{text}");
        // Who is told to ask is believed before the text.
        assert_eq!(read(text, Some(PartyKind::Customer)).asker, PartyKind::Customer);
    }
    for (text, severity) in [
        (
            "Production is down since 9, error 500 on every page",
            Some(Severity::A),
        ),
        ("운영 중단 상태입니다. 로그인이 전혀 안 됩니다", Some(Severity::A)),
        ("Acil! Bağlayıcı hata veriyor", Some(Severity::B)),
        ("how do I export a report", None),
    ] {
        assert_eq!(
            read(text, None).severity.map(|said| said.what),
            severity,
            "{text}"
        );
    }
    let direct = read(
        "We bought it directly from the marketplace and the invoice is wrong",
        None,
    );
    assert_eq!(direct.channel, Channel::Direct);
}

#[test]
fn what_is_none_of_the_programme_says_so() {
    for (text, topic) in [
        (
            "Outlook keeps asking for my password since the last update",
            FIRST_PARTY,
        ),
        (
            "Windows 11 dizüstü bilgisayarlar Intune'a kaydolmuyor",
            FIRST_PARTY,
        ),
        ("Thank you very much, everything works again!", NOT_SUPPORT),
        ("해결됐습니다. 감사합니다!", NOT_SUPPORT),
    ] {
        let reading = read(text, None);
        assert_eq!(
            reading.first().map(|first| first.topic.as_str()),
            Some(topic),
            "{text}"
        );
        assert!(reading.outside(), "{text}");
    }
    for text in [
        "",
        "  \n\t ",
        "Как отменить подписку",
        "発注書で支払えますか",
        "qwrtz plmk zzzz",
    ] {
        assert!(!read(text, None).sure, "{text}");
    }
}

/// Texts that say little, and all that was held out: nobody is asked to choose from one thing, or among things of one party.
#[test]
fn where_it_is_not_sure_it_offers_two_or_three_things_of_different_parties() {
    let all = examples();
    let vague = [
        "there is a problem with our order",
        "can you look into this for us please",
        "siparişimizle ilgili bir sorun var",
        "이것 좀 확인해 주세요",
        "¿pueden revisar esto?",
    ];
    let held_out = all.iter().filter(|example| is_held_out(&example.text));
    let texts = held_out.map(|example| example.text.as_str()).chain(vague);
    let mut unsure = 0;
    with_reader(|reader| {
        for text in texts {
            let reading = reader.read(text, &Hints::default());
            if reading.sure || reading.topics.is_empty() {
                assert_eq!(reading.choices().count(), 0, "{text}");
                continue;
            }
            unsure += 1;
            let choices: Vec<_> = reading.choices().collect();
            assert!((2..=3).contains(&choices.len()), "{text}: {:?}", topics(&reading));
            let falls = |pair: &[ReadTopic]| pair[0].certainty >= pair[1].certainty;
            assert!(
                reading.topics.windows(2).all(falls),
                "{text}: {:?}",
                reading.topics
            );
            let parties: BTreeSet<_> = choices
                .iter()
                .map(|topic| topic.owners.map(|owners| owners.responsible))
                .collect();
            assert!(parties.len() > 1, "{text}: {:?}", topics(&reading));
        }
    });
    assert!(unsure >= 100, "{unsure}");
}

#[test]
fn a_mixed_question_tells_both_and_each_has_its_party() {
    let reading = read(
        "The connector has been failing with error 500 on every run since yesterday. And we were invoiced twice for March, \
         please check the charge.",
        Some(PartyKind::Customer),
    );
    assert!(reading.sure);
    let mut told = topics(&reading);
    told.sort_unstable();
    assert_eq!(told, ["commercial.billing", "technical.break-fix"]);
}

#[test]
fn another_programme_hears_the_same_in_its_own_topics() {
    let policy = Policy::parse(POLICIES[1].1).unwrap();
    let reader = Reader {
        model: Model::committed(),
        edition: policy.editions().next_back().unwrap(),
    };
    for (text, topic) in [
        (
            "The app crashes with error 500 since the update",
            "product.defect",
        ),
        ("What is this charge on our invoice?", "purchase.invoice"),
        (
            "İlk seviye desteği biz mi veriyoruz, distribütör mü?",
            "support.split",
        ),
    ] {
        let reading = reader.read(text, &Hints::default());
        assert_eq!(reading.first().unwrap().topic, topic, "{text}");
        assert!(!reading.outside());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any text is read without failing, and everything told of it lies within it.
    #[test]
    fn any_text_is_read(bytes in prop::collection::vec(any::<u8>(), 0..2_000), asker in prop::option::of(0_usize..6)) {
        let text = String::from_utf8_lossy(&bytes);
        whole(&text, &read(&text, asker.map(|at| PartyKind::ALL[at])));
    }

    #[test]
    fn any_mixture_of_scripts_and_signs_is_read(
        text in "([a-zA-Z가-힣ğışçöüñáéíóú0-9 .,;:!?@/>#*`\\-\n\t'\"\u{1100}-\u{11c2}\u{300}-\u{303}🙂]{0,400})"
    ) {
        whole(&text, &read(&text, None));
    }

    /// A text of any length takes no more than one at the limits.
    #[test]
    fn what_stands_beyond_the_limits_changes_nothing(word in "[a-z가-힣]{1,12}", more in "[a-z]{1,12}") {
        let long = format!("{word} ").repeat(TEXT_BYTES_MAX / 2);
        let longer = format!("{long}{more}");
        prop_assert_eq!(read(&long, None), read(&longer, None));
    }
}

fn whole(text: &str, reading: &Reading) {
    assert!((0.0..=1.0).contains(&reading.certainty));
    assert!(reading.topics.len() <= 3);
    assert!(!reading.sure || !reading.topics.is_empty());
    assert!(
        reading
            .topics
            .iter()
            .all(|topic| (0.0..=1.0).contains(&topic.certainty))
    );
    let said = reading.said_asker.iter().map(|said| &said.span);
    let severity = reading.severity.iter().map(|said| &said.span);
    for span in reading.led.iter().chain(said).chain(severity) {
        assert!(
            text.get(span.clone()).is_some_and(|words| !words.is_empty()),
            "{span:?}"
        );
    }
}

#[test]
fn asking_in_ones_own_words_finds_the_product_and_the_sale() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let customer = world.person("delta", Role::CustomerUser);
        let text = "Pınar Insight has been crashing with error 500 since the update";
        let heard = run(hub.ask_in_words(&customer, text, &Question::default())).unwrap();
        assert!(heard.understanding.reading.sure);
        let [offer] = heard.understanding.offers.as_slice() else {
            panic!("one offer: {:?}", heard.understanding.offers)
        };
        assert!(offer.exact && offer.own && offer.subscription.is_some());
        assert_eq!(&text[offer.span.clone()], "Pınar Insight");
        let [answer] = heard.answers.as_slice() else {
            panic!("one answer")
        };
        let decision = answer.decision(hub).unwrap();
        assert_eq!(decision.topic, "technical.break-fix");
        assert_eq!(decision.first_contact().organisation, Some("altan"));
        assert_eq!(decision.responsible().organisation, Some("pinar"));

        // What stands in a quote is not what is asked about.
        let quoting = "The app has been crashing with error 500 since the update this morning.\n\n\
                       On 12/05/2026 10:12 Support wrote:\n> Your invoice for Pınar Insight is attached.";
        let heard = run(hub.ask_in_words(&customer, quoting, &Question::default())).unwrap();
        assert_eq!(heard.understanding.offers.len(), 0);

        // Misspelt, in lower case, and in another language.
        for text in [
            "pinar insigth uygulaması güncellemeden beri çöküyor",
            "Pinar Icgoru 오류가 나면서 계속 튕깁니다",
        ] {
            let heard = run(hub.ask_in_words(&customer, text, &Question::default())).unwrap();
            assert_eq!(heard.understanding.offers.len(), 1, "{text}");
            assert_eq!(heard.understanding.offers[0].entry.handle, "insight", "{text}");
        }
    });
}

#[test]
fn ids_in_a_text_are_found_among_the_askers_own_alone() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let seller = world.agent("altan");
        let own = run(hub.subscriptions(&seller, None, None, None, 10)).unwrap();
        let id = own[0].subscription.id.to_string();
        let text = format!("How many seats does subscription {id} have? We want to add ten seats.");
        let understanding = run(hub.understand(&seller, &text, &Hints::default())).unwrap();
        let found = understanding.subscription.unwrap();
        assert_eq!(found.id, own[0].subscription.id);
        assert_eq!(&text[found.span], id);
        let rival = world.agent("rival");
        let understanding = run(hub.understand(&rival, &text, &Hints::default())).unwrap();
        assert!(understanding.subscription.is_none());
    });
}

#[test]
fn where_it_is_not_sure_nothing_is_decided() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let customer = world.person("delta", Role::CustomerUser);
        let either = "the price is not what we expected";
        let heard = run(hub.ask_in_words(&customer, either, &Question::default())).unwrap();
        assert!(!heard.understanding.reading.sure && heard.answers.is_empty());
        assert!(heard.understanding.reading.topics.len() > 1);
        let outside = "Outlook keeps asking for my password since the last update";
        let heard = run(hub.ask_in_words(&customer, outside, &Question::default())).unwrap();
        assert!(heard.understanding.reading.outside() && heard.answers.is_empty());
        for text in [" ".to_owned(), "a".repeat(TEXT_BYTES_MAX + 1)] {
            let refused = run(hub.understand(&customer, &text, &Hints::default()));
            assert!(matches!(refused, Err(HubError::Invalid(fields)) if fields[0].name == "text"));
        }
    });
}
