//! Numbers, shares and amounts of money as each language writes them.

use std::cell::OnceCell;

use firstline_domain::lang::Lang;
use fluent_bundle::FluentValue;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale::locale;

/// Stands between a number and its unit where both must stay on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// The ICU locale whose conventions a language follows here. English is written as outside the United
/// States (day before month, 24 hours), because its readers are in every market.
pub(super) fn conventions(lang: Lang) -> icu_locale::Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::Tr => locale!("tr"),
        Lang::Ko => locale!("ko"),
        Lang::Es => locale!("es"),
    }
}

/// A whole number with the language's grouping.
pub fn number(lang: Lang, value: i64) -> String {
    print(lang, &Decimal::from(value), true)
}

/// A number rounded to so many decimal places, all of them written.
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    plain(lang, &format!("{value:.places$}"), true)
}

/// A share as a percentage: `percent(lang, 0.125, 1)` is 12.5%.
pub fn percent(lang: Lang, share: f64, places: usize) -> String {
    let value = decimal(lang, share * 100.0, places);
    match lang {
        Lang::En | Lang::Ko => format!("{value}%"),
        Lang::Tr => match value.strip_prefix('-') {
            Some(positive) => format!("-%{positive}"),
            None => format!("%{value}"),
        },
        Lang::Es => format!("{value}{NO_BREAK_SPACE}%"),
    }
}

/// An amount in minor units (cents, kuruş) with the currency's sign placed as the language does, or its
/// ISO 4217 code where it has no sign here. Amounts are always grouped, as on an invoice, also in Spanish,
/// whose plain numbers are grouped from five digits on.
pub fn money(lang: Lang, minor_units: i64, currency: &str) -> String {
    let digits = minor_digits(currency);
    let scale = 10_u64.pow(digits);
    let (whole, part) = (
        minor_units.unsigned_abs() / scale,
        minor_units.unsigned_abs() % scale,
    );
    let (group, point) = match lang {
        Lang::En | Lang::Ko => (',', '.'),
        Lang::Tr | Lang::Es => ('.', ','),
    };
    let mut value = grouped(whole, group);
    if digits > 0 {
        value.push(point);
        value.push_str(&format!("{part:0width$}", width = digits as usize));
    }
    let minus = if minor_units < 0 { "-" } else { "" };
    match (lang, sign(lang, currency)) {
        (Lang::Es, mark) => format!("{minus}{value}{NO_BREAK_SPACE}{}", mark.unwrap_or(currency)),
        (_, Some(mark)) => format!("{minus}{mark}{value}"),
        (_, None) => format!("{minus}{currency}{NO_BREAK_SPACE}{value}"),
    }
}

/// How many decimal places the minor unit of a currency has, by ISO 4217.
pub fn minor_digits(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// The sign of a currency. The dollar and the yen are told apart from their namesakes where the language
/// has a custom for it.
fn sign(lang: Lang, currency: &str) -> Option<&'static str> {
    Some(match (currency, lang) {
        ("USD", Lang::En | Lang::Tr) => "$",
        ("USD", Lang::Ko | Lang::Es) => "US$",
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("TRY", _) => "₺",
        ("KRW", _) => "₩",
        ("JPY", Lang::En | Lang::Tr) => "¥",
        ("JPY", Lang::Ko) => "JP¥",
        ("CNY", Lang::En | Lang::Tr | Lang::Ko) => "CN¥",
        ("INR", Lang::En | Lang::Tr | Lang::Ko) => "₹",
        ("BRL", Lang::En | Lang::Tr | Lang::Ko) => "R$",
        ("AUD", Lang::En | Lang::Tr) => "A$",
        ("AUD", Lang::Ko) => "AU$",
        ("CAD", Lang::En | Lang::Tr | Lang::Ko) => "CA$",
        ("MXN", Lang::En | Lang::Tr | Lang::Ko) => "MX$",
        ("VND", _) => "₫",
        _ => return None,
    })
}

fn grouped(value: u64, group: char) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    out
}

/// Prints the numbers of a Fluent text; everything else is left to Fluent.
pub(super) fn in_text(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(value) = value else {
        return None;
    };
    let digits = match value.options.maximum_fraction_digits {
        Some(most) => {
            let least = value.options.minimum_fraction_digits.unwrap_or_default();
            rounded(value.value, least, most)
        }
        None => value.as_string().into_owned(),
    };
    Some(plain(lang, &digits, value.options.use_grouping))
}

/// Rounds to at most so many places and keeps at least so many.
fn rounded(value: f64, least: usize, most: usize) -> String {
    let mut digits = format!("{value:.most$}");
    let point = digits.find('.').unwrap_or(digits.len());
    while digits.ends_with('0') && digits.len() > point + 1 + least {
        digits.pop();
    }
    digits.truncate(digits.trim_end_matches('.').len());
    digits
}

/// Prints a number given in plain digits; what is no number (infinite, not a number) stays as it is.
fn plain(lang: Lang, digits: &str, grouping: bool) -> String {
    match Decimal::try_from_str(digits) {
        Ok(value) => print(lang, &value, grouping),
        Err(_) => digits.to_owned(),
    }
}

fn print(lang: Lang, value: &Decimal, grouping: bool) -> String {
    // Formatters of ICU cannot be shared between threads.
    type Formatters = [OnceCell<Option<DecimalFormatter>>; Lang::ALL.len() * 2];
    thread_local! {
        static FORMATTERS: Formatters = const { [const { OnceCell::new() }; Lang::ALL.len() * 2] };
    }
    FORMATTERS.with(|formatters| {
        let formatter = formatters[lang as usize * 2 + usize::from(grouping)].get_or_init(|| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(if grouping {
                GroupingStrategy::Auto
            } else {
                GroupingStrategy::Never
            });
            DecimalFormatter::try_new(DecimalFormatterPreferences::from(&conventions(lang)), options).ok()
        });
        match formatter {
            Some(formatter) => formatter.format(value).to_string(),
            None => value.to_string(),
        }
    })
}
