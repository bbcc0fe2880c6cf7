//! Which language a person gets: the one they chose, else the best of those their browser asks for.

use firstline_domain::lang::Lang;

/// More ranges than any browser sends; the rest of a longer header is not read.
const RANGES_MAX: usize = 32;

/// The language chosen by the person, else the one that `Accept-Language` weighs highest among ours, else
/// English. Ranges that make no sense are passed over.
pub fn negotiate(setting: Option<Lang>, accept_language: Option<&str>) -> Lang {
    setting
        .or_else(|| accept_language.and_then(preferred))
        .unwrap_or_default()
}

fn preferred(header: &str) -> Option<Lang> {
    let ranges: Vec<(&str, f32)> = header.split(',').take(RANGES_MAX).filter_map(range).collect();
    let named: Vec<(Lang, f32)> = ranges
        .iter()
        .filter_map(|(tag, weight)| Some((tag.parse().ok()?, *weight)))
        .collect();
    // The asterisk speaks for the languages that no other range names (RFC 4647, 3.3.1).
    let others = ranges
        .iter()
        .filter(|(tag, _)| *tag == "*")
        .flat_map(|(_, weight)| {
            let unnamed = Lang::ALL
                .into_iter()
                .filter(|lang| named.iter().all(|(other, _)| other != lang));
            unnamed.map(|lang| (lang, *weight))
        });
    let mut best: Option<(Lang, f32)> = None;
    for (lang, weight) in named.iter().copied().chain(others) {
        if weight > best.map_or(0.0, |(_, highest)| highest) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

/// A range and its weight from 0 to 1, or nothing when the weight is none.
fn range(item: &str) -> Option<(&str, f32)> {
    let (tag, parameter) = match item.split_once(';') {
        None => return Some((item.trim(), 1.0)),
        Some((tag, parameter)) => (tag.trim(), parameter.trim()),
    };
    let (name, value) = parameter.split_once('=')?;
    let weight: f32 = value.trim().parse().ok()?;
    let is_weight = name.trim().eq_ignore_ascii_case("q") && (0.0..=1.0).contains(&weight);
    is_weight.then_some((tag, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_of_the_person_comes_first() {
        assert_eq!(negotiate(Some(Lang::Ko), Some("tr")), Lang::Ko);
        assert_eq!(negotiate(None, None), Lang::En);
    }

    #[test]
    fn the_header_is_weighed() {
        let cases = [
            ("tr", Lang::Tr),
            ("tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7", Lang::Tr),
            ("en;q=0.3, ko;q=0.9, es;q=0.5", Lang::Ko),
            ("es-419,es;q=0.9", Lang::Es),
            ("KO-kr", Lang::Ko),
            ("de-DE,de;q=0.9,es;q=0.1", Lang::Es),
            ("de,fr", Lang::En),
            ("ko;q=0.5,tr;q=0.5", Lang::Ko),
            ("fr,*;q=0.5", Lang::En),
            ("en;q=0,*", Lang::Tr),
            ("en;q=0,tr;q=0,ko;q=0,*;q=0.1", Lang::Es),
            ("tr;q=0", Lang::En),
            ("*;q=0.9,tr;q=0.1", Lang::En),
            ("", Lang::En),
            (",,;;q=,=", Lang::En),
            ("tr;q=nan,ko;q=2,es;q=-1,en;q=inf", Lang::En),
            ("tr;q=high,ko;q=0.1", Lang::Ko),
            ("tr ; Q = 0.4 , ko;level=1", Lang::Tr),
            ("turkish,español,\u{0}\u{feff}", Lang::En),
        ];
        for (header, expected) in cases {
            assert_eq!(negotiate(None, Some(header)), expected, "{header:?}");
        }
        let endless = "xx,".repeat(100_000) + "tr";
        assert_eq!(negotiate(None, Some(&endless)), Lang::En);
    }
}
