//! From a text to the words that are weighed, each with where it stands and what kind of word it is.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::body::body;
use crate::search::{compose_last, fold, fold_char};

/// Words of a text that are weighed.
pub(super) const WORDS_MAX: usize = 800;
/// Letters of a word that are weighed.
const WORD_CHARS_MAX: usize = 30;
/// A word with a digit and at least as many characters is an id.
const ID_CHARS_MIN: usize = 12;

/// Words that a part of a text must have to be read by itself.
const PART_WORDS_MIN: usize = 4;
/// Words that begin another part of the same sentence.
const AND: [&str; 13] = [
    "and",
    "also",
    "plus",
    "ve",
    "ayrica",
    "ustelik",
    "y",
    "ademas",
    "tambien",
    "그리고",
    "또",
    "또한",
    "아울러",
];

/// What kind of word one is. What stands for others of its kind is weighed as its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Looks like the name of a product or organisation.
    Name,
    /// Names a product of the operator's own.
    OwnProduct,
    /// A number, an address, an id: its text says which, not what.
    Token,
}

/// A word and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// In the text it was read from.
    pub span: Range<usize>,
    /// In [`Words::folded`].
    folded: Range<usize>,
    pub kind: Kind,
    pub hangul: bool,
}

/// The words of a text in their order.
#[derive(Debug, Default)]
pub(super) struct Words {
    folded: String,
    pub all: Vec<Word>,
}

/// Names of the operator's own products, one a line, in all languages.
static OWN_PRODUCTS: &str = include_str!("../../../../understanding/own-products.txt");

/// Names that every question of this field may have; they stand for no product.
const EVERYWHERE: [&str; 7] = [
    "azure",
    "microsoft",
    "marketplace",
    "partner",
    "center",
    "appsource",
    "csp",
];

impl Words {
    pub(super) fn text(&self, word: &Word) -> &str {
        &self.folded[word.folded.clone()]
    }

    /// The words of what is the question in `text`.
    pub(super) fn read(text: &str) -> Self {
        let mut words = Words::default();
        for line in body(text) {
            words.read_line(text, line);
            if words.all.len() >= WORDS_MAX {
                words.all.truncate(WORDS_MAX);
                break;
            }
        }
        words.mark_own_products();
        words
    }

    fn read_line(&mut self, text: &str, line: Range<usize>) {
        let mut begins = true;
        let mut at = line.start;
        for chunk in text[line].split(char::is_whitespace) {
            let start = at;
            // Every white space is counted by its own length below, since some are longer than a byte.
            at += chunk.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            if chunk.is_empty() {
                continue;
            }
            self.read_chunk(chunk, start, begins);
            begins = chunk.ends_with(['.', '?', '!', ':']);
            if self.all.len() >= WORDS_MAX {
                return;
            }
        }
    }

    fn read_chunk(&mut self, chunk: &str, start: usize, begins: bool) {
        let whole = start..start + chunk.len();
        if chunk.contains("://") || chunk.starts_with("www.") {
            return self.push(whole, "\u{1}url", Kind::Token, false);
        }
        if chunk.contains('@') && chunk.contains('.') {
            return self.push(whole, "\u{1}mail", Kind::Token, false);
        }
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.bytes().any(|byte| byte.is_ascii_digit())
            && bare.chars().take(ID_CHARS_MIN).count() == ID_CHARS_MIN
            && bare.is_ascii()
        {
            return self.push(whole, "\u{1}id", Kind::Token, false);
        }
        let name_end = name_length(bare, begins).map(|length| {
            let lead = bare.as_ptr() as usize - chunk.as_ptr() as usize;
            start + lead + length
        });
        let mut run: Option<(Script, usize)> = None;
        for (offset, c) in chunk.char_indices() {
            let script = Script::of(c);
            if let Some((before, from)) = run
                && script != Some(before)
            {
                self.push_run(chunk, start, from..offset, before, name_end);
                run = None;
            }
            match script {
                Some(script) => run = run.or(Some((script, offset))),
                None if "?!$€£₩₺%".contains(c) => {
                    let mut sign = [0; 4];
                    let span = start + offset..start + offset + c.len_utf8();
                    self.push(span, c.encode_utf8(&mut sign), Kind::Token, false);
                }
                None => {}
            }
        }
        if let Some((script, from)) = run {
            self.push_run(chunk, start, from..chunk.len(), script, name_end);
        }
    }

    fn push_run(
        &mut self,
        chunk: &str,
        start: usize,
        run: Range<usize>,
        script: Script,
        name_end: Option<usize>,
    ) {
        let span = start + run.start..start + run.end;
        let written = &chunk[run];
        if script == Script::Digits {
            return self.push(span, &number(written), Kind::Token, false);
        }
        let from = self.folded.len();
        for c in written.chars().take(WORD_CHARS_MAX) {
            fold_char(c, &mut |c| {
                if c.is_alphanumeric() && !compose_last(&mut self.folded, c) {
                    self.folded.push(c);
                }
            });
        }
        let folded = from..self.folded.len();
        if folded.is_empty() {
            return;
        }
        let everywhere = EVERYWHERE.contains(&&self.folded[folded.clone()]);
        let named = !everywhere && name_end.is_some_and(|end| span.end <= end);
        self.all.push(Word {
            span,
            folded,
            kind: if named { Kind::Name } else { Kind::Word },
            hangul: script == Script::Hangul,
        });
    }

    fn push(&mut self, span: Range<usize>, text: &str, kind: Kind, hangul: bool) {
        let from = self.folded.len();
        self.folded.push_str(text);
        self.all.push(Word {
            span,
            folded: from..self.folded.len(),
            kind,
            hangul,
        });
    }

    fn mark_own_products(&mut self) {
        let known = own_products();
        let mut joined = String::new();
        let mut at = 0;
        while at < self.all.len() {
            let mut length = 0;
            joined.clear();
            for (count, word) in self.all[at..].iter().take(3).enumerate() {
                if count > 0 {
                    joined.push(' ');
                }
                joined.push_str(&self.folded[word.folded.clone()]);
                if known.contains(joined.as_str()) {
                    length = count + 1;
                }
            }
            if length == 0 && self.all[at].hangul && self.begins_with_own(&self.all[at], known) {
                length = 1;
            }
            for word in &mut self.all[at..at + length] {
                word.kind = Kind::OwnProduct;
            }
            at += length.max(1);
        }
    }

    /// Whether a Korean word is such a name with an ending of up to three syllables.
    fn begins_with_own(&self, word: &Word, known: &HashSet<String>) -> bool {
        let text = self.text(word);
        text.char_indices()
            .rev()
            .take(3)
            .any(|(cut, _)| known.contains(&text[..cut]))
    }

    /// The sentences, and what "and" joins within them, where each is long enough to be read by itself.
    pub(super) fn parts(&self, text: &str) -> Vec<&[Word]> {
        let mut parts = Vec::new();
        let mut from = 0;
        for at in 1..self.all.len() {
            let gap = &text[self.all[at - 1].span.end..self.all[at].span.start];
            let sign = matches!(self.text(&self.all[at - 1]), "?" | "!");
            let ends = sign
                || gap.contains(['\n', ';'])
                || gap.contains(['.', '…']) && gap.contains(char::is_whitespace);
            let joins = AND.contains(&self.text(&self.all[at])) && self.all.len() - at >= PART_WORDS_MIN;
            if (ends || joins) && at - from >= PART_WORDS_MIN {
                parts.push(&self.all[from..at]);
                from = at;
            }
        }
        parts.push(&self.all[from..]);
        parts.retain(|part| part.len() >= PART_WORDS_MIN);
        parts
    }

    /// What a word is weighed as beside its neighbours: all names are alike.
    pub(super) fn standing(&self, word: &Word) -> &str {
        match word.kind {
            Kind::Name => "\u{1}name",
            Kind::OwnProduct => "\u{1}own",
            Kind::Word | Kind::Token => self.text(word),
        }
    }
}

fn own_products() -> &'static HashSet<String> {
    static KNOWN: OnceLock<HashSet<String>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        OWN_PRODUCTS
            .lines()
            .map(fold)
            .filter(|name| !name.is_empty())
            .collect()
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Letters,
    Hangul,
    Digits,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        match c {
            '0'..='9' => Some(Script::Digits),
            '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' => {
                Some(Script::Hangul)
            }
            // A mark that follows its letter belongs to it.
            '\u{300}'..='\u{36F}' => Some(Script::Letters),
            _ if c.is_alphanumeric() => Some(Script::Letters),
            _ => None,
        }
    }
}

/// How many bytes at the start of a chunk look like a name: capitals inside a sentence, or inside a word.
fn name_length(bare: &str, begins: bool) -> Option<usize> {
    let length = bare
        .char_indices()
        .find(|(_, c)| Script::of(*c) != Some(Script::Letters) && *c != '-' && !c.is_ascii_digit())
        .map_or(bare.len(), |(at, _)| at);
    let lead = bare[..length].trim_end_matches('-');
    let letters = lead.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = lead.chars().filter(|c| c.is_uppercase()).count();
    let acronym = capitals == letters && letters <= 5;
    if letters < 3 || acronym {
        return None;
    }
    let inner = lead.chars().skip(1).any(char::is_uppercase) && capitals < letters;
    let first = lead.starts_with(char::is_uppercase) && capitals < letters;
    let before_hangul =
        length < bare.len() && Script::of(bare[length..].chars().next()?) == Some(Script::Hangul);
    (inner || first && (!begins || before_hangul)).then_some(lead.len())
}

/// What a number is weighed as: a code of an error as itself, a year as one, all others by how long they are.
fn number(digits: &str) -> String {
    match digits.as_bytes() {
        [b'4' | b'5', _, _] | b"365" | b"72" | b"14" => digits.to_owned(),
        [b'2', b'0', _, _] => "\u{1}year".to_owned(),
        _ => format!("\u{1}n{}", digits.len().min(6)),
    }
}
