use super::*;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A row of a table: the four languages in the order of `Lang::ALL`.
type Row = [&'static str; 4];

#[track_caller]
fn in_all(expected: Row, write: impl Fn(Lang) -> String) {
    let written = Lang::ALL.map(write);
    assert_eq!(written.each_ref().map(String::as_str), expected);
}

fn istanbul() -> TimeZone {
    TimeZone::get("Europe/Istanbul").unwrap()
}

fn instant() -> Timestamp {
    "2026-11-21T13:40:00Z".parse().unwrap()
}

#[test]
fn the_files_are_sound() {
    assert_eq!(faults(), []);
    assert_eq!(missing(), []);
}

#[test]
fn the_files_in_the_binary_are_those_of_the_folder() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for lang in Lang::ALL {
        let files = std::fs::read_dir(folder.join(lang.tag()))
            .unwrap()
            .map(|file| file.unwrap().path());
        let on_disk = files
            .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
            .count();
        assert_eq!(
            sources(lang).count(),
            on_disk,
            "compile the crate again to take in new files of {lang}"
        );
    }
}

#[test]
fn texts_are_found_by_key() {
    in_all(["Turkish", "Türkçe", "튀르키예어", "turco"], |lang| {
        text(lang, "language-tr").into_owned()
    });
    assert!(matches!(text(Lang::Ko, "language-tr"), Cow::Borrowed(_)));
    assert!(keys().contains("language-tr") && !keys().contains("-brand"));
    assert_eq!(text(Lang::Es, "no-such-key"), "⟦no-such-key⟧");
    assert_eq!(find(Lang::Es, "no-such-key"), None);
    assert_eq!(t!(Lang::Tr, "no-such-key", count = 3), "⟦no-such-key⟧");
}

#[test]
fn a_text_has_plural_forms_terms_and_localised_numbers() {
    let source = "-brand = Firstline\n\
        a = { $n ->\n    [0] No cases\n    [one] { $n } case\n   *[other] { $n } cases\n  } at { -brand }, { $who }\n\
        b = { NUMBER($n, minimumFractionDigits: 2) } | { NUMBER($n, useGrouping: \"false\") } | { NUMBER($n, maximumFractionDigits: 1) }\n";
    let bundle_of = |lang| -> &'static Bundle {
        Box::leak(Box::new(build(
            lang,
            [("x.ftl".to_owned(), source.to_owned())].into_iter(),
        )))
    };
    let write = |lang, key, n: f64| {
        let args = Args::new().set("n", n).set("who", "<b>Ü</b>");
        resolve_in(bundle_of(lang), key, Some(&args.0))
            .unwrap()
            .into_owned()
    };
    assert_eq!(write(Lang::En, "a", 0.0), "No cases at Firstline, <b>Ü</b>");
    assert_eq!(write(Lang::En, "a", 1.0), "1 case at Firstline, <b>Ü</b>");
    assert_eq!(
        write(Lang::En, "a", 12_345.0),
        "12,345 cases at Firstline, <b>Ü</b>"
    );
    in_all(
        [
            "12,345.50 | 12345.5 | 12,345.5",
            "12.345,50 | 12345,5 | 12.345,5",
            "12,345.50 | 12345.5 | 12,345.5",
            "12.345,50 | 12345,5 | 12.345,5",
        ],
        |lang| write(lang, "b", 12_345.5),
    );
}

#[test]
fn numbers_follow_the_language() {
    in_all(["0", "0", "0", "0"], |lang| number(lang, 0));
    in_all(["1,234", "1.234", "1,234", "1234"], |lang| number(lang, 1_234));
    in_all(["-12,345", "-12.345", "-12,345", "-12.345"], |lang| {
        number(lang, -12_345)
    });
    in_all(["1,234,567", "1.234.567", "1,234,567", "1.234.567"], |lang| {
        number(lang, 1_234_567)
    });
    assert_eq!(number(Lang::En, i64::MIN), "-9,223,372,036,854,775,808");
    in_all(["12,345.60", "12.345,60", "12,345.60", "12.345,60"], |lang| {
        decimal(lang, 12_345.6, 2)
    });
    assert_eq!(decimal(Lang::Tr, f64::NAN, 2), "NaN");
    in_all(["12.5%", "%12,5", "12.5%", "12,5\u{a0}%"], |lang| {
        percent(lang, 0.125, 1)
    });
    in_all(["-3%", "-%3", "-3%", "-3\u{a0}%"], |lang| percent(lang, -0.03, 0));
}

#[test]
fn money_has_its_sign_and_its_minor_units() {
    let cases: [(i64, &str, Row); 9] = [
        (
            123_450,
            "TRY",
            ["₺1,234.50", "₺1.234,50", "₺1,234.50", "1.234,50\u{a0}₺"],
        ),
        (
            123_450,
            "EUR",
            ["€1,234.50", "€1.234,50", "€1,234.50", "1.234,50\u{a0}€"],
        ),
        (
            123_450,
            "USD",
            ["$1,234.50", "$1.234,50", "US$1,234.50", "1.234,50\u{a0}US$"],
        ),
        (1_234, "KRW", ["₩1,234", "₩1.234", "₩1,234", "1.234\u{a0}₩"]),
        (1_234, "JPY", ["¥1,234", "¥1.234", "JP¥1,234", "1.234\u{a0}JPY"]),
        (
            1_234_500,
            "KWD",
            [
                "KWD\u{a0}1,234.500",
                "KWD\u{a0}1.234,500",
                "KWD\u{a0}1,234.500",
                "1.234,500\u{a0}KWD",
            ],
        ),
        (-5, "EUR", ["-€0.05", "-€0,05", "-€0.05", "-0,05\u{a0}€"]),
        (0, "GBP", ["£0.00", "£0,00", "£0.00", "0,00\u{a0}£"]),
        (
            12_345_678_900,
            "CHF",
            [
                "CHF\u{a0}123,456,789.00",
                "CHF\u{a0}123.456.789,00",
                "CHF\u{a0}123,456,789.00",
                "123.456.789,00\u{a0}CHF",
            ],
        ),
    ];
    for (minor_units, currency, expected) in cases {
        in_all(expected, |lang| money(lang, minor_units, currency));
    }
    assert_eq!(money(Lang::En, i64::MIN, "KRW"), "-₩9,223,372,036,854,775,808");
}

#[test]
fn dates_and_times_follow_the_language_and_the_zone() {
    let zone = istanbul();
    in_all(
        ["21 Nov 2026", "21 Kas 2026", "2026. 11. 21.", "21 nov 2026"],
        |lang| date(lang, instant(), &zone),
    );
    in_all(["16:40", "16:40", "오후 4:40", "16:40"], |lang| {
        time(lang, instant(), &zone)
    });
    in_all(
        [
            "21 Nov 2026, 16:40 GMT+3",
            "21 Kas 2026 16:40 GMT+3",
            "2026. 11. 21. 오후 4:40 GMT+3",
            "21 nov 2026, 16:40 GMT+3",
        ],
        |lang| date_time(lang, instant(), &zone),
    );
    let kolkata = TimeZone::get("Asia/Kolkata").unwrap();
    assert_eq!(
        date_time(Lang::En, instant(), &kolkata),
        "21 Nov 2026, 19:10 GMT+5:30"
    );
    assert_eq!(
        date_time(Lang::En, instant(), &TimeZone::UTC),
        "21 Nov 2026, 13:40 GMT+0"
    );
    for extreme in [Timestamp::MIN, Timestamp::MAX] {
        assert!(!date_time(Lang::Ko, extreme, &zone).is_empty());
    }
}

#[test]
fn zones_have_a_city_and_their_distance() {
    let seoul = TimeZone::get("Asia/Seoul").unwrap();
    in_all(
        ["Seoul (GMT+9)", "Seul (GMT+9)", "서울(GMT+9)", "Seúl (GMT+9)"],
        |lang| zone_name(lang, &seoul, instant()),
    );
    in_all(
        [
            "Istanbul (GMT+3)",
            "İstanbul (GMT+3)",
            "이스탄불(GMT+3)",
            "Estambul (GMT+3)",
        ],
        |lang| zone_name(lang, &istanbul(), instant()),
    );
    let madrid = TimeZone::get("Europe/Madrid").unwrap();
    assert_eq!(zone_name(Lang::Es, &madrid, instant()), "Madrid (GMT+1)");
    assert_eq!(
        zone_name(Lang::Es, &madrid, "2026-07-01T00:00:00Z".parse().unwrap()),
        "Madrid (GMT+2)"
    );
    assert_eq!(zone_name(Lang::Tr, &TimeZone::UTC, instant()), "GMT+0");
    assert_eq!(
        zone_name(Lang::Tr, &TimeZone::fixed(jiff::tz::offset(-3)), instant()),
        "GMT-3"
    );
}

#[test]
fn weekdays_have_names() {
    in_all(["Monday", "Pazartesi", "월요일", "lunes"], |lang| {
        weekday_names(lang, Width::Long)[0].clone()
    });
    in_all(["Sun", "Paz", "일", "dom"], |lang| {
        weekday_names(lang, Width::Short)[6].clone()
    });
    assert_eq!(
        weekday_name(Lang::Tr, jiff::civil::Weekday::Wednesday, Width::Long),
        "Çarşamba"
    );
}

#[test]
fn spans_are_told_in_natural_words() {
    let minutes = SignedDuration::from_mins;
    let cases: [(SignedDuration, Row); 14] = [
        (
            SignedDuration::ZERO,
            ["just now", "az önce", "방금", "hace un momento"],
        ),
        (
            SignedDuration::from_secs(30),
            ["in a moment", "birazdan", "잠시 후", "dentro de un momento"],
        ),
        (
            minutes(-1),
            ["1 minute ago", "1 dakika önce", "1분 전", "hace 1 minuto"],
        ),
        (
            minutes(45),
            [
                "in 45 minutes",
                "45 dakika sonra",
                "45분 후",
                "dentro de 45 minutos",
            ],
        ),
        (
            minutes(-239),
            ["3 hours ago", "3 saat önce", "3시간 전", "hace 3 horas"],
        ),
        (
            minutes(60),
            ["in 1 hour", "1 saat sonra", "1시간 후", "dentro de 1 hora"],
        ),
        (
            minutes(-1440),
            ["1 day ago", "1 gün önce", "1일 전", "hace 1 día"],
        ),
        (
            minutes(2 * 1440),
            ["in 2 days", "2 gün sonra", "2일 후", "dentro de 2 días"],
        ),
        (
            minutes(-30 * 1440),
            ["30 days ago", "30 gün önce", "30일 전", "hace 30 días"],
        ),
        (
            minutes(-31 * 1440),
            ["1 month ago", "1 ay önce", "1개월 전", "hace 1 mes"],
        ),
        (
            minutes(90 * 1440),
            ["in 2 months", "2 ay sonra", "2개월 후", "dentro de 2 meses"],
        ),
        (
            minutes(-364 * 1440),
            ["11 months ago", "11 ay önce", "11개월 전", "hace 11 meses"],
        ),
        (
            minutes(-366 * 1440),
            ["1 year ago", "1 yıl önce", "1년 전", "hace 1 año"],
        ),
        (
            minutes(800 * 1440),
            ["in 2 years", "2 yıl sonra", "2년 후", "dentro de 2 años"],
        ),
    ];
    for (distance, expected) in cases {
        in_all(expected, |lang| relative(lang, instant() + distance, instant()));
    }
    assert_eq!(
        relative(Lang::En, Timestamp::MAX, Timestamp::MIN),
        "in 19,998 years"
    );
    let cases: [(u32, Row); 7] = [
        (0, ["0 min", "0 dk.", "0분", "0 min"]),
        (45, ["45 min", "45 dk.", "45분", "45 min"]),
        (240, ["4 h", "4 saat", "4시간", "4 h"]),
        (90, ["1 h 30 min", "1 saat 30 dk.", "1시간 30분", "1 h 30 min"]),
        (1_440, ["1 day", "1 gün", "1일", "1 día"]),
        (2 * 1_440 + 5, ["2 days", "2 gün", "2일", "2 días"]),
        (
            1_440 + 241,
            ["1 day 4 h", "1 gün 4 saat", "1일 4시간", "1 día 4 h"],
        ),
    ];
    for (minutes, expected) in cases {
        in_all(expected, |lang| duration_minutes(lang, minutes));
    }
}

#[test]
fn names_stand_in_the_order_of_the_language() {
    let cases: [(Lang, &[&str]); 4] = [
        (Lang::En, &["apple", "Äpple", "apples", "Zebra", "zoë", "가나"]),
        (
            Lang::Tr,
            &[
                "Can", "Çam", "Dal", "Gaz", "Ğaz", "Ilgaz", "ırmak", "İzmir", "iznik", "Oya", "Öz", "Sal",
                "Şal", "Un", "Ün",
            ],
        ),
        (Lang::Ko, &["가나", "나라", "한국", "Apple", "Zebra"]),
        (
            Lang::Es,
            &[
                "nube", "nzz", "ñandú", "Óscar", "oso", "plan 2", "plan 10", "zona",
            ],
        ),
    ];
    for (lang, expected) in cases {
        let mut names = expected.to_vec();
        names.reverse();
        names.sort_by(|left, right| compare(lang, left, right));
        assert_eq!(names, expected, "{lang}");
        names.reverse();
        names.sort_by_key(|name| sort_key(Some(lang), name));
        assert_eq!(names, expected, "{lang} by key");
    }
    assert!(sort_key(None, "ñandú") < sort_key(None, "nube"));
    assert!(sort_key(None, "Plan 2") < sort_key(None, "plan 10"));
}

#[test]
fn languages_and_countries_have_names() {
    in_all(["German", "Almanca", "독일어", "alemán"], |lang| {
        language_name(lang, "DE").into_owned()
    });
    in_all(
        [
            "Portuguese (Brazil)",
            "Portekizce (Brezilya)",
            "포르투갈어(브라질)",
            "portugués (Brasil)",
        ],
        |lang| language_name(lang, "pt-BR").into_owned(),
    );
    assert_eq!(language_name(Lang::En, "zh-Hans-CN"), "Chinese (China)");
    assert_eq!(language_name(Lang::Ko, "tlh"), "tlh");
    in_all(
        ["South Korea", "Güney Kore", "대한민국", "Corea del Sur"],
        |lang| country_name(lang, "kr").into_owned(),
    );
    assert_eq!(country_name(Lang::Es, "XK"), "XK");
    assert_eq!(countries(Lang::Tr).last().unwrap().1, "Yunanistan");
    assert!(languages(Lang::En).iter().all(|(tag, _)| *tag != "in-country"));
    assert_eq!(languages(Lang::Ko).len(), languages(Lang::En).len());
}

#[test]
fn lists_end_in_a_conjunction() {
    let none: [&str; 0] = [];
    in_all(["", "", "", ""], |lang| list(lang, &none, Joint::And));
    in_all(["A", "A", "A", "A"], |lang| list(lang, &["A"], Joint::Or));
    in_all(["A and B", "A ve B", "A 및 B", "A y B"], |lang| {
        list(lang, &["A", "B"], Joint::And)
    });
    in_all(["A, B and C", "A, B ve C", "A, B 및 C", "A, B y C"], |lang| {
        list(lang, &["A", "B", "C"], Joint::And)
    });
    in_all(["A, B or C", "A, B veya C", "A, B 또는 C", "A, B o C"], |lang| {
        list(lang, &["A", "B", "C"], Joint::Or)
    });
    for (last, joint, expected) in [
        ("Inés", Joint::And, "A e Inés"),
        ("hijos", Joint::And, "A e hijos"),
        ("hielo", Joint::And, "A y hielo"),
        ("Oracle", Joint::Or, "A u Oracle"),
        ("hora", Joint::Or, "A u hora"),
        ("8", Joint::Or, "A u 8"),
    ] {
        assert_eq!(list(Lang::Es, &["A", last], joint), expected);
    }
}

#[test]
fn capitals_know_the_turkish_i() {
    assert_eq!(upper(Lang::Tr, "ışık ilişki"), "IŞIK İLİŞKİ");
    assert_eq!(lower(Lang::Tr, "IŞIK İLİŞKİ I\u{307}"), "ışık ilişki i");
    assert_eq!(upper(Lang::Es, "ilusión"), "ILUSIÓN");
    assert_eq!(lower(Lang::En, "ISTANBUL"), "istanbul");
}
