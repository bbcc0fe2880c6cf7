//! What of a text is the question: without greetings, signatures, earlier mails that are quoted, and form texts.

use std::ops::Range;

/// Bytes of a text that are looked at; what follows is ignored.
pub const TEXT_BYTES_MAX: usize = 16 * 1024;
/// Lines of pasted logs and code that are kept of each stretch: the first say what failed.
const PASTED_LINES_MAX: usize = 6;
/// Letters that a text must have before a quote, so that the quote is not the question itself.
const OWN_LETTERS_MIN: usize = 24;

/// Lines after which a mail is over: what follows is somebody's name, address and small print.
const CLOSINGS: [&str; 44] = [
    "best regards",
    "kind regards",
    "regards",
    "warm regards",
    "many thanks and best regards",
    "best",
    "cheers",
    "sincerely",
    "yours sincerely",
    "many thanks",
    "thanks",
    "thank you",
    "thanks in advance",
    "thanks and regards",
    "br",
    "rgds",
    "saygilarimla",
    "saygilarimizla",
    "iyi calismalar",
    "iyi calismalar dilerim",
    "iyi gunler",
    "iyi gunler dilerim",
    "tesekkurler",
    "tesekkur ederim",
    "kolay gelsin",
    "selamlar",
    "sevgiler",
    "un saludo",
    "saludos",
    "saludos cordiales",
    "un cordial saludo",
    "cordialmente",
    "atentamente",
    "muchas gracias",
    "gracias",
    "gracias de antemano",
    "muchas gracias de antemano",
    "quedo a la espera",
    "감사합니다",
    "고맙습니다",
    "수고하세요",
    "수고하십시오",
    "드림",
    "올림",
];

/// Lines that only greet.
const GREETINGS: [&str; 21] = [
    "hi",
    "hello",
    "hey",
    "dear",
    "good morning",
    "good afternoon",
    "good evening",
    "greetings",
    "merhaba",
    "merhabalar",
    "selam",
    "selamlar",
    "iyi gunler",
    "gunaydin",
    "sayin",
    "hola",
    "buenos dias",
    "buenas",
    "buenas tardes",
    "estimado",
    "estimados",
];

/// Beginnings of lines that devices, mail programs and issue forms put there.
const FORM_LINES: [&str; 27] = [
    "sent from my",
    "get outlook for",
    "iphone'umdan gonderildi",
    "iphone'dan gonderildi",
    "enviado desde mi",
    "나의 iphone에서 보냄",
    "a clear and concise description",
    "steps to reproduce the behavior",
    "1. go to '...'",
    "2. click on '",
    "3. scroll down to '",
    "4. see error",
    "if applicable, add screenshots",
    "add any other context about the problem",
    "- os: [e.g.",
    "- browser [e.g.",
    "- version [e.g.",
    "- device: [e.g.",
    "### is this a security bug",
    "no, this is not a security bug",
    "### what is the severity of this bug",
    "### type of connector",
    "### name of connector",
    "### describe the bug",
    "**describe the bug**",
    "**to reproduce**",
    "**expected behavior**",
];

/// Beginnings of lines after which everything is somebody else's: an earlier mail, or what a form adds about itself.
const ENDS: [&str; 9] = [
    "-----original message",
    "----- original message",
    "-----mensaje original",
    "-----ozgun ileti",
    "-----orijinal mesaj",
    "-----원본 메시지",
    "#### document details",
    "document details",
    "________________________________",
];

/// The stretches of `text` that make up the question, a line each, in their order.
pub(super) fn body(text: &str) -> Vec<Range<usize>> {
    let text = &text[..floor_char_boundary(text, TEXT_BYTES_MAX)];
    let kept = question_lines(text);
    let letters = |lines: &[Range<usize>]| -> usize {
        lines
            .iter()
            .map(|line| text[line.clone()].chars().filter(|c| c.is_alphanumeric()).count())
            .sum()
    };
    // A text that is nothing but a quote, a greeting or a form is read as it stands.
    if letters(&kept) >= 2 {
        return kept;
    }
    lines(text).collect()
}

fn question_lines(text: &str) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = Vec::new();
    let (mut own_letters, mut pasted, mut fenced) = (0, 0, false);
    for line in lines(text) {
        let written = text[line.clone()].trim();
        let plain = plain(written);
        if is_end(&plain) || is_quote_head(&plain) || written == "--" || written == "__" {
            if own_letters >= OWN_LETTERS_MIN {
                break;
            }
            continue;
        }
        if written.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if is_form(written, &plain) || written.starts_with('>') && own_letters >= OWN_LETTERS_MIN {
            continue;
        }
        if is_closing(&plain) {
            if own_letters >= OWN_LETTERS_MIN {
                break;
            }
            continue;
        }
        if is_greeting(&plain) && kept.is_empty() {
            continue;
        }
        if fenced || is_log(written) {
            pasted += 1;
            if pasted > PASTED_LINES_MAX {
                continue;
            }
        } else {
            pasted = 0;
        }
        own_letters += written.chars().filter(|c| c.is_alphanumeric()).count();
        kept.push(line);
    }
    kept
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split('\n').filter_map(move |line| {
        let start = at;
        at += line.len() + 1;
        (!line.trim().is_empty()).then_some(start..start + line.len())
    })
}

/// A line in small letters without accents, as far as the lists above need it.
fn plain(line: &str) -> String {
    crate::search::fold(line.get(..floor_char_boundary(line, 120)).unwrap_or(line))
}

fn is_end(plain: &str) -> bool {
    ENDS.iter().any(|end| plain.starts_with(end))
}

/// "On Tuesday, … wrote:" and its like, which mail programs put above what they quote.
fn is_quote_head(plain: &str) -> bool {
    let wrote = plain.ends_with("wrote:")
        || plain.ends_with("escribio:")
        || plain.ends_with("yazdi:")
        || plain.ends_with("작성:")
        || plain.ends_with("썼습니다:");
    wrote && plain.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_form(written: &str, plain: &str) -> bool {
    written.starts_with("<!--")
        || written.starts_with("- [ ]")
        || written.starts_with("- [x]")
        || written.starts_with("![")
        || FORM_LINES.iter().any(|form| plain.starts_with(form))
}

fn is_closing(plain: &str) -> bool {
    let bare = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
    CLOSINGS.contains(&bare)
}

/// A line that greets and says nothing else: a greeting with at most three words after it, ended by a comma or the like.
fn is_greeting(plain: &str) -> bool {
    let bare = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
    if bare.starts_with("안녕하세요") || bare.starts_with("안녕하십니까") {
        return bare.chars().count() <= 12;
    }
    GREETINGS.iter().any(|greeting| {
        bare.strip_prefix(greeting).is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with([' ', ','])
                    && rest.split_whitespace().count() <= 3
                    && (plain.ends_with([',', ':', '!']) || rest.split_whitespace().count() <= 1)
                    && !plain.ends_with('?')
        })
    })
}

/// A line that a program wrote: a stamp of the time, a frame of a stack, or more signs than words.
fn is_log(line: &str) -> bool {
    let stamped = line.len() > 16
        && line.as_bytes()[..4].iter().all(u8::is_ascii_digit)
        && matches!(line.as_bytes()[4], b'-' | b'/');
    stamped
        || line.starts_with("at ") && line.contains('(')
        || line.starts_with("+ ")
        || line.starts_with("~~~")
}

/// The greatest offset up to `at` where `text` may be cut.
pub(super) fn floor_char_boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
