//! Plain text out of the HTML and Markdown that publishers write their descriptions in.
//!
//! What comes out has no markup, no script and no style in it, and paragraphs with an empty line between them.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements whose content is nothing to read.
const SILENT: [&[u8]; 8] = [
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"iframe",
    b"object",
    b"svg",
    b"title",
];
/// Elements that begin a paragraph of their own.
const BLOCKS: [&[u8]; 22] = [
    b"p",
    b"div",
    b"ul",
    b"ol",
    b"table",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"blockquote",
    b"pre",
    b"section",
    b"article",
    b"header",
    b"footer",
    b"hr",
    b"dl",
    b"form",
    b"main",
    b"aside",
];
/// Elements that begin a line of their own.
const LINES: [&[u8]; 5] = [b"br", b"li", b"tr", b"dt", b"dd"];

/// The text of a fragment of HTML.
pub(super) fn from_html(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter);
    let mut text = Text::default();
    let mut silent: Option<Vec<u8>> = None;
    for token in tokens {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if silent.is_none() => {
                let name: &[u8] = &tag.name;
                if SILENT.contains(&name) {
                    silent = (!tag.self_closing).then(|| name.to_vec());
                } else if BLOCKS.contains(&name) {
                    text.paragraph();
                } else if LINES.contains(&name) {
                    text.line();
                    if name == b"li" {
                        text.push("• ");
                    }
                } else if name == b"td" || name == b"th" {
                    text.push(" ");
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                match &silent {
                    Some(open) if open.as_slice() == name => silent = None,
                    Some(_) => {}
                    None if BLOCKS.contains(&name) => text.paragraph(),
                    None => {}
                }
            }
            Token::String(string) if silent.is_none() => text.push(&String::from_utf8_lossy(&string)),
            _ => {}
        }
    }
    text.finish()
}

/// The text of Markdown, as far as catalogues use it: links, emphasis, headings, lists, and HTML inside it.
pub(super) fn from_markdown(markdown: &str) -> String {
    let mut html = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let line = line.trim();
        let bare = line.trim_start_matches('#').trim_start();
        let bare = match bare.strip_prefix("- ").or_else(|| bare.strip_prefix("* ")) {
            Some(item) => {
                html.push_str("<br>");
                format!("• {item}")
            }
            None => bare.to_owned(),
        };
        html.push_str(if line.is_empty() { "<p>" } else { " " });
        html.push_str(
            &without_links(&bare)
                .replace("**", "")
                .replace("__", "")
                .replace('`', ""),
        );
    }
    from_html(&html)
}

/// `[text](address)` becomes `text`.
fn without_links(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        let link = from.find("](").and_then(|middle| {
            let end = from[middle..].find(')')? + middle;
            Some((&from[1..middle], &from[end + 1..]))
        });
        match link {
            Some((text, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push('[');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Text that comes in pieces: spaces are joined, lines and paragraphs kept.
#[derive(Default)]
struct Text {
    out: String,
    /// Line breaks to put before what comes next.
    breaks: u8,
    space: bool,
}

impl Text {
    fn push(&mut self, piece: &str) {
        for c in piece.chars() {
            if c.is_whitespace() || is_invisible(c) {
                self.space |= c.is_whitespace();
                continue;
            }
            if self.breaks > 0 && !self.out.is_empty() {
                self.out.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
            } else if self.space && !self.out.is_empty() {
                self.out.push(' ');
            }
            (self.breaks, self.space) = (0, false);
            self.out.push(c);
        }
    }

    fn line(&mut self) {
        // Two breaks in a row are how many write a paragraph.
        self.breaks = (self.breaks + 1).min(2);
    }

    fn paragraph(&mut self) {
        self.breaks = 2;
    }

    fn finish(self) -> String {
        self.out
    }
}

/// Characters that are not there to be read, or that turn the direction of what follows.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_paragraphs() {
        let html = "<div><p>Kurulum&nbsp;<b>kolay</b>dır &amp; hızlı.</p><ul><li>Bir</li><li>İki</li></ul>Son<br/>satır</div>";
        assert_eq!(
            from_html(html),
            "Kurulum kolaydır & hızlı.\n\n• Bir\n• İki\n\nSon\nsatır"
        );
        assert_eq!(from_html("plain\n  text"), "plain text");
        assert_eq!(from_html("a<br><br>b"), "a\n\nb");
    }

    #[test]
    fn nothing_that_runs_survives() {
        for html in [
            "<script>alert('x')</script>ok",
            "<style>p{}</style><p onclick=\"alert(1)\">ok</p>",
            "<svg><script>alert(1)</script></svg>ok",
            "<iframe src=javascript:alert(1)></iframe>ok<script>never closed alert(1)",
            "<!-- <script>alert(1)</script> -->ok",
        ] {
            let text = from_html(html);
            assert!(text.ends_with("ok") && !text.contains("alert"), "{html} → {text}");
        }
    }

    #[test]
    fn markdown_loses_its_marks() {
        let text = "## The [42Crunch](https://42crunch.com/) **solution**\nprotects APIs.\n\n- one\n- two [x] [y](z\n\n<br>More";
        assert_eq!(
            from_markdown(text),
            "The 42Crunch solution protects APIs.\n\n• one\n• two [x] [y](z\n\nMore"
        );
    }
}
