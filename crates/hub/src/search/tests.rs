//! What people type, and what they find.

use super::*;

/// Names, publisher, keywords, summary, description.
type Offer = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
);

const OFFERS: &[Offer] = &[
    (
        &["CrowdStrike Falcon"],
        "CrowdStrike, Inc.",
        &["edr", "azure-crowdstrike-falcon"],
        "Endpoint protection",
        "Stops breaches on every device.",
    ),
    (
        &["365 Training"],
        "We Speak You Learn, LLC",
        &[],
        "On-demand training for makers",
        "Courses for all skill levels.",
    ),
    (
        &["365Training for Teams"],
        "We Speak You Learn, LLC",
        &[],
        "Courses in a chat",
        "",
    ),
    (
        &["Security Manager", "보안 관리"],
        "Hanbit Soft",
        &["siem"],
        "보안관리 솔루션",
        "모든 장치의 보안을 관리합니다.",
    ),
    (
        &["Cloud Desk", "클라우드 데스크"],
        "Hanbit Soft",
        &[],
        "",
        "원격 지원 도구",
    ),
    (
        &["Facturación Electrónica"],
        "Ibérica Datos S.L.",
        &["e-invoice"],
        "Facturas para España y México",
        "Emite y recibe facturas.",
    ),
    (
        &["İŞ ORTAĞI Portalı"],
        "Işık Yazılım A.Ş.",
        &[],
        "Bayiler için portal",
        "Ortaklarınızla İSTANBUL'da ve her yerde çalışın.",
    ),
    (
        &["Check Point Firewall™"],
        "Check Point",
        &[],
        "Network security",
        "Pairs with CrowdStrike Falcon and Palo Alto.",
    ),
    (&["Zoom Rooms"], "Zoom", &[], "Meeting rooms", ""),
    (&["Zoom"], "Zoom", &[], "Meetings", ""),
    (
        &["Rooms by Zoomer"],
        "Other",
        &[],
        "Furniture planning",
        "Zoom into the plan.",
    ),
    (
        &["AIForged"],
        "Forged Papers Ltd",
        &["0a1b2c3d-4e5f-4719"],
        "Reads documents",
        "Extracts data from unstructured images.",
    ),
];

fn catalogue() -> Index {
    let mut builder = IndexBuilder::new();
    for (expected, &(names, publisher, keywords, summary, text)) in (0..).zip(OFFERS) {
        let document = Document {
            names,
            publisher,
            keywords,
            summaries: &[summary],
            texts: &[text],
        };
        assert_eq!(builder.add(&document), expected);
    }
    builder.build()
}

/// The best of all documents.
fn first(limit: usize) -> Wanted<'static> {
    Wanted {
        limit,
        ..Wanted::default()
    }
}

/// The first name of each offer that `query` finds, best first.
fn found(index: &Index, query: &str) -> Vec<&'static str> {
    let hits = index
        .search(query, &first(usize::MAX), &mut |_| true)
        .expect("the query asks for something");
    assert_eq!(hits.total, hits.ordinals.len());
    hits.ordinals
        .iter()
        .map(|&ordinal| OFFERS[ordinal as usize].0[0])
        .collect()
}

fn index_of_names(names: &[&str]) -> Index {
    let mut builder = IndexBuilder::new();
    for name in names {
        builder.add(&Document {
            names: &[name],
            ..Document::default()
        });
    }
    builder.build()
}

fn order(names: &[&'static str], query: &str) -> Vec<&'static str> {
    let hits = index_of_names(names)
        .search(query, &first(usize::MAX), &mut |_| true)
        .expect("the query asks for something");
    hits.ordinals
        .iter()
        .map(|&ordinal| names[ordinal as usize])
        .collect()
}

#[test]
fn whoever_looks_for_a_product_finds_it_first() {
    let index = catalogue();
    let cases = [
        (
            "CrowdStrike Falcon",
            "crowdstrike|CROWDSTRIKE|crowd strike|crowdstrik|crowdstirke|corwdstrike|crowdsrtike|krowdstrike",
        ),
        (
            "CrowdStrike Falcon",
            "c|cr|crowd|crowds|strike|falcon|crowd strik|strike falcon|crowdstrike edr|edr|azure-crowdstrike",
        ),
        (
            "365 Training",
            "365 training|365training|365-training|365 trainin|training 365",
        ),
        (
            "Check Point Firewall™",
            "checkpoint|check point|CheckPoint|firewall|checkpoint firewal|chek point|palo alto",
        ),
        (
            "AIForged",
            "aiforged|ai forged|forged|AIForgd|papers|0a1b2c3d|images",
        ),
        (
            "Security Manager",
            "보안|보안관리|보안 관리|관리|보|siem|보안을 관리합니다",
        ),
        (
            "Facturación Electrónica",
            "facturacion|FACTURACIÓN|facturacio\u{301}n electronica|facturas mexico|iberica|españa|espana|factuarcion",
        ),
        (
            "İŞ ORTAĞI Portalı",
            "iş ortağı|IS ORTAGI|is ortagi|İŞ ORTAĞI|ışık|ISIK|isik|Işık|istanbul|yazilim|ortaklar|portali",
        ),
        ("Zoom", "zoom|ZOOM|ｚｏｏｍ"),
    ];
    for (name, queries) in cases {
        for query in queries.split('|') {
            let found = found(&index, query);
            let first = if query.starts_with("palo") {
                found.last()
            } else {
                found.first()
            };
            assert_eq!(first.copied(), Some(name), "{query}: {found:?}");
        }
    }
}

#[test]
fn a_korean_word_is_found_at_every_keystroke() {
    let index = catalogue();
    let cases = [
        (
            "Security Manager",
            "ㅂ|보|보ㅇ|보아|보안|보안ㄱ|보안고|보안과|보안관|보안관ㄹ|보안관리|보안 ㄱ|보안 과|보안관리를",
        ),
        (
            "Cloud Desk",
            "ㅋ|크|클|클ㄹ|클라|클랑|클라우|클라욷|클라우드|클라우드 ㄷ|클라우드데스크",
        ),
    ];
    for (name, queries) in cases {
        for query in queries.split('|') {
            assert!(found(&index, query).contains(&name), "{query}");
        }
    }
    let spelt_in_jamo = "\u{1107}\u{1169}\u{110B}\u{1161}\u{11AB}";
    assert_eq!(found(&index, spelt_in_jamo), found(&index, "보안"));
    assert_eq!(
        found(&index, "보육"),
        <[&str; 0]>::default(),
        "another word is another word"
    );
}

#[test]
fn what_stands_in_the_name_goes_before_what_is_said_elsewhere() {
    let fields: [Document<'_>; 5] = [
        Document {
            texts: &["An assistant that works with Contoso, in many words."],
            ..Document::default()
        },
        Document {
            summaries: &["Works with Contoso"],
            ..Document::default()
        },
        Document {
            keywords: &["contoso"],
            ..Document::default()
        },
        Document {
            publisher: "Contoso",
            ..Document::default()
        },
        Document {
            names: &["Contoso"],
            ..Document::default()
        },
    ];
    let mut builder = IndexBuilder::new();
    for document in &fields {
        builder.add(document);
    }
    let index = builder.build();
    for query in ["contoso", "conto", "cotnoso"] {
        let hits = index.search(query, &first(10), &mut |_| true).expect("a word");
        assert_eq!(hits.ordinals, [4, 3, 2, 1, 0], "{query}");
    }
}

#[test]
fn the_closer_fit_goes_first() {
    let cases: [(&str, &[&str]); 5] = [
        ("sage", &["Sage", "Sage Books", "Old Sage", "Sagebrush", "Safe"]),
        ("data box", &["Data Box", "Data Box Heavy", "Box Data"]),
        ("monitor", &["Monitor", "Monitors", "Monitoring", "Minitor"]),
        ("zoom", &["Zoom", "Zoom Rooms"]),
        ("connector sage", &["Sage Connector", "Sage Connectors"]),
    ];
    for (query, names) in cases {
        let shuffled: Vec<&str> = names.iter().rev().copied().collect();
        assert_eq!(order(&shuffled, query), names, "{query}");
    }
    assert_eq!(
        order(&["Twin One", "Twin Two"], "twin"),
        ["Twin One", "Twin Two"],
        "equals keep their order"
    );
}

#[test]
fn short_queries_need_all_their_words_and_long_ones_all_but_one() {
    let names = ["Azure Backup", "Azure Backup Vault", "Vault Backup", "Azure"];
    assert_eq!(
        order(&names, "azure backup"),
        ["Azure Backup", "Azure Backup Vault"]
    );
    assert_eq!(order(&names, "azure nothingness"), <[&str; 0]>::default());
    let lenient = order(&names, "azure backup vault");
    assert_eq!(lenient[0], "Azure Backup Vault");
    assert!(
        lenient.contains(&"Azure Backup") && !lenient.contains(&"Azure"),
        "{lenient:?}"
    );
    assert_eq!(
        order(&names, "azure backup nothingness"),
        ["Azure Backup", "Azure Backup Vault"]
    );
    assert_eq!(
        order(&names, "azure nothingness emptiness"),
        <[&str; 0]>::default()
    );
}

#[test]
fn numbers_and_short_words_are_never_taken_for_mistakes() {
    for (query, name) in [
        ("2019", "Server 2018"),
        ("sap", "Tap"),
        ("sage300", "Sage200"),
        ("보안", "보은"),
    ] {
        assert_eq!(order(&[name], query), <[&str; 0]>::default(), "{query}");
    }
    assert_eq!(order(&["1Password"], "1pasword"), ["1Password"]);
    // A word that many offers have is spelt right, however close another one is.
    let many = ["Save A", "Save B", "Save C", "Save D", "Save E", "Sage"];
    assert!(!order(&many, "save").contains(&"Sage"));
    assert!(order(&many[2..], "save").contains(&"Sage"));
}

#[test]
fn a_beginning_of_two_letters_is_looked_for_in_heads_and_one_of_three_everywhere() {
    let mut builder = IndexBuilder::new();
    builder.add(&Document {
        texts: &["quarantine, go"],
        ..Document::default()
    });
    builder.add(&Document {
        names: &["Quarry"],
        ..Document::default()
    });
    let index = builder.build();
    let ordinals = |query| {
        index
            .search(query, &first(10), &mut |_| true)
            .map(|hits| hits.ordinals)
    };
    assert_eq!(ordinals("qu"), Some(vec![1]));
    assert_eq!(ordinals("qua"), Some(vec![1, 0]));
    assert_eq!(
        ordinals("go"),
        Some(vec![0]),
        "a whole word is found wherever it stands"
    );
}

#[test]
fn the_caller_decides_what_counts_and_how_much_is_shown() {
    let index = index_of_names(&["Zoom 1", "Zoom 2", "Zoom 3", "Zoom 4", "Other"]);
    let mut seen = Vec::new();
    let mut odd = |ordinal| {
        seen.push(ordinal);
        ordinal % 2 == 1
    };
    let hits = index.search("zoom", &first(1), &mut odd).expect("a word");
    assert_eq!((hits.total, hits.ordinals), (2, vec![1]));
    assert_eq!(seen, [0, 1, 2, 3], "each match once, in order");
    assert_eq!(
        index.search("zoom", &first(0), &mut |_| true),
        Some(Hits {
            total: 4,
            ..Hits::default()
        })
    );
    assert_eq!(
        index.search("zoom", &first(9), &mut |_| false),
        Some(Hits::default())
    );
}

#[test]
fn a_query_without_a_word_asks_for_nothing() {
    let index = catalogue();
    for query in ["", "  ", "!?…", "\u{301}", "🙂", "\u{200D}", "ㅏ"] {
        assert_eq!(index.search(query, &first(10), &mut |_| true), None, "{query:?}");
    }
    let nothing = IndexBuilder::new().build();
    assert!(nothing.is_empty());
    assert_eq!(
        nothing.search("zoom", &first(10), &mut |_| true),
        Some(Hits::default())
    );
}

#[test]
fn what_goes_beyond_the_limits_is_ignored() {
    let index = index_of_names(&["Zoom"]);
    let only = Some(Hits {
        total: 1,
        ordinals: vec![0],
        end: None,
    });
    let late = format!("zoom{}nothingness", " ".repeat(200));
    assert_eq!(index.search(&late, &first(10), &mut |_| true), only);
    let sixteen: String = ('a'..='p').map(|c| format!("word{c} ")).collect();
    let index = index_of_names(&[&sixteen]);
    assert_eq!(
        index.search(&format!("{sixteen} qqqq rrrr"), &first(10), &mut |_| true),
        only,
        "two words too many"
    );

    let long = "a".repeat(500);
    let text = format!("{}hidden", "word ".repeat(500));
    let mut builder = IndexBuilder::new();
    builder.add(&Document {
        names: &[&long],
        texts: &[&text],
        ..Document::default()
    });
    let index = builder.build();
    assert_eq!(index.search(&long, &first(10), &mut |_| true), only);
    assert_eq!(index.search("word", &first(10), &mut |_| true), only);
    assert_eq!(
        index.search("hidden", &first(10), &mut |_| true),
        Some(Hits::default())
    );
}

#[test]
fn folding_forgets_what_a_reader_overlooks() {
    let cases = [
        ("İSTANBUL", "istanbul"),
        ("ISIK ışık Işık", "isik isik isik"),
        ("ŞÇĞÜÖ şçğüö", "scguo scguo"),
        ("Facturación ÑANDÚ", "facturacion nandu"),
        ("  Straße\t\u{a0} Œuvre ", "strasse oeuvre"),
        ("ﬁｘ №", "fix no"),
        ("Σύννεφος", "συννεφοσ"),
        ("보안\u{1100}\u{1161}", "보안가"),
        ("Falcon™", "falcon"),
        ("", ""),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for c in ('\0'..=char::MAX).filter(|c| !c.is_whitespace()) {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
    }
}

#[test]
fn the_words_that_answer_are_marked() {
    let cases = [
        ("CrowdStrike Falcon", "crowd", "[Crowd]Strike Falcon"),
        ("CrowdStrike Falcon", "strike", "Crowd[Strike] Falcon"),
        (
            "CrowdStrike Falcon",
            "crowd strike falcon",
            "[CrowdStrike] [Falcon]",
        ),
        ("Crowd Strike", "crowdstrike", "[Crowd] [Strike]"),
        ("CrowdStrike Falcon", "corwdstrike", "[CrowdStrike] Falcon"),
        ("CrowdStrike Falcon", "corwdst", "[CrowdStrike] Falcon"),
        ("CrowdStrike Falcon", "stirke falcon", "Crowd[Strike] [Falcon]"),
        ("365Training", "365 train", "[365Train]ing"),
        ("365 Training", "365training", "[365] [Training]"),
        ("İSTANBUL'da", "istanbul", "[İSTANBUL]'da"),
        ("Facturacio\u{301}n", "facturación", "[Facturacio\u{301}n]"),
        ("Große Straße", "gross", "[Groß]e Straße"),
        ("보안 관리 도구", "보안관리", "[보안] [관리] 도구"),
        ("보안관리 도구", "관리 ㄷ", "보안[관리] [도]구"),
        ("보안 도구", "보아", "[보안] 도구"),
        ("클라우드", "클랑", "[클라우]드"),
        ("안관 도구", "보안관리", "[안관] 도구"),
        ("Zoom", "!", "Zoom"),
        ("", "zoom", ""),
    ];
    for (text, query, marked) in cases {
        let pieces = highlight(text, query);
        let shown: String = pieces
            .iter()
            .map(|&(mark, piece)| {
                if mark {
                    format!("[{piece}]")
                } else {
                    piece.to_owned()
                }
            })
            .collect();
        assert_eq!(shown, marked, "{query}");
        assert!(pieces.iter().all(|(_, piece)| !piece.is_empty()));
    }
}

/// Strings that break what assumes one character is one byte, one letter, or one of anything.
#[test]
fn no_text_is_too_odd() {
    let scraps = [
        "a",
        "Z",
        "9",
        " ",
        "'",
        "İ",
        "ı",
        "ß",
        "ﬃ",
        "ﷺ",
        "\u{301}",
        "\u{200D}",
        "보",
        "ㄱ",
        "ㅏ",
        "ㄳ",
        "\u{1100}",
        "\u{1161}",
        "\u{11A8}",
        "漢",
        "カ",
        "ｶﾞ",
        "🙂",
        "👨‍👩‍👧",
        "\u{10FFFF}",
        "\u{0}",
        "𝔘",
        "Ⅷ",
        "½",
        "ก็",
        "हिन्दी",
        "عربى",
        "\u{D7A3}",
        "\u{D788}",
        "\u{1E921}",
        "ǅ",
        "CrowdStrike",
        "365",
        "\u{FFFD}",
        "ﬀ",
        "\u{E0001}",
        "힣",
        "\u{A960}",
        "\u{D7B0}",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut scrap = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        scraps[(state % scraps.len() as u64) as usize]
    };
    for round in 0..60 {
        let texts: Vec<String> = (0..6)
            .map(|n| (0..=(round + n * 7) % 40).map(|_| scrap()).collect())
            .collect();
        let mut builder = IndexBuilder::new();
        builder.add(&Document {
            names: &[&texts[0], &texts[1]],
            publisher: &texts[2],
            keywords: &[&texts[3]],
            summaries: &[&texts[4]],
            texts: &[&texts[5]],
        });
        let index = builder.build();
        for text in &texts {
            for query in text
                .char_indices()
                .map(|(at, _)| &text[..at])
                .chain([&**text, &*fold(text)])
            {
                if let Some(hits) = index.search(query, &first(3), &mut |_| true) {
                    assert!(hits.total <= 1);
                }
                let pieces = highlight(&texts[0], query);
                assert_eq!(
                    pieces.iter().map(|&(_, piece)| piece).collect::<String>(),
                    texts[0]
                );
            }
        }
    }
}
