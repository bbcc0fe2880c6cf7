//! A contact as a vCard 4.0 (RFC 6350), to be saved in an address book.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use firstline_domain::offer::Contact;

/// The longest line in bytes, without its end (RFC 6350, 3.2).
const LINE_BYTES_MAX: usize = 75;

/// A contact with the organisation it belongs to and what it is for there.
pub(super) fn vcard(organisation: &str, purpose: &str, contact: &Contact) -> String {
    let mut card = String::from("BEGIN:VCARD\r\nVERSION:4.0\r\n");
    let mut line = |property: &str, value: &str| fold(&mut card, &format!("{property}:{value}"));
    line(
        "KIND",
        if contact.name.is_some() {
            "individual"
        } else {
            "org"
        },
    );
    let shown = format!("{organisation} · {purpose}");
    line("FN", &text(contact.name.as_deref().unwrap_or(&shown)));
    line("ORG", &format!("{};{}", text(organisation), text(purpose)));
    if contact.name.is_some() {
        line("ROLE", &text(purpose));
    }
    if let Some(email) = &contact.email {
        line("EMAIL;TYPE=work", &text(email));
    }
    if let Some(phone) = &contact.phone {
        line("TEL;TYPE=work;VALUE=text", &text(phone));
    }
    if let Some(url) = &contact.url {
        line("URL;TYPE=work", &url.replace(['\r', '\n'], ""));
    }
    for (rank, language) in contact.languages.iter().enumerate() {
        line(&format!("LANG;PREF={}", (rank + 1).min(100)), &text(language));
    }
    if let Some(hours) = &contact.hours {
        line("NOTE", &text(&hours.to_string()));
        if !hours.is_always() {
            line("TZ", &text(hours.zone()));
        }
    }
    card.push_str("END:VCARD\r\n");
    card
}

/// A card as a file with this name.
pub(super) fn download(name: &str, card: String) -> Response {
    let plain: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c))
        .collect();
    let headers = [
        (header::CONTENT_TYPE, "text/vcard; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}.vcf\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, card).into_response()
}

/// A text value: what has a meaning in the format is escaped, other control characters go.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ',' | ';' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line, continued on the next where it is too long; no character is cut.
fn fold(card: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE_BYTES_MAX {
            card.push_str("\r\n ");
            used = 1;
        }
        card.push(c);
        used += c.len_utf8();
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_escaped_and_folded() {
        let contact = Contact {
            name: Some("Park, Ji-woo; 하늘\nEND:VCARD".to_owned()),
            email: Some("eng@haneul.example".to_owned()),
            url: Some(format!("https://haneul.example/{}", "하".repeat(60))),
            languages: vec!["ko".to_owned(), "en".to_owned()],
            hours: "Mon-Fri 09:00-18:00 Asia/Seoul".parse().ok(),
            ..Contact::default()
        };
        let card = vcard("하늘보안", "Engineering", &contact);
        assert!(
            card.contains("FN:Park\\, Ji-woo\\; 하늘\\nEND:VCARD\r\n"),
            "{card}"
        );
        assert!(
            card.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX),
            "{card}"
        );
        assert_eq!(card.matches("\r\nEND:VCARD\r\n").count(), 1);
        assert!(card.replace("\r\n ", "").contains(&"하".repeat(60)));
    }
}
