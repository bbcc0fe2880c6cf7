//! What must hold of every page, whatever it shows and in whichever language.

use askama::Template;
use firstline_domain::lang::Lang;

/// The heaviest that a page may be before it is packed for its way, in bytes; what goes over the wire is weighed in the browser.
const PAGE_BYTES_MAX: usize = 250_000;

/// What must hold of every page.
pub(in crate::page) fn check(name: &str, lang: Lang, html: &str) {
    let at = format!("{name} in {lang}");
    assert!(
        !html.contains('⟦'),
        "{at}: a text is missing: {:?}",
        html.split('⟦').nth(1).and_then(|s| s.split('⟧').next())
    );
    assert!(html.len() < PAGE_BYTES_MAX, "{at} weighs {} bytes", html.len());
    assert!(
        !html.contains(" style=") && !html.contains(" onclick="),
        "{at}: style or script inside the page"
    );
    if html.starts_with("<!doctype") {
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{at}: language");
        assert_eq!(html.matches("<h1").count(), 1, "{at}: one title");
        assert!(
            html.contains("<main id=\"main\"") && html.contains("href=\"#main\""),
            "{at}: skip link"
        );
    }
    for script in html.split("<script").skip(1) {
        assert!(
            script.starts_with(" type=\"module\" src=")
                || script.starts_with(" type=\"application/ld+json\">"),
            "{at}"
        );
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{at}: an id stands twice");
    labels(&at, html);
}

/// Every control has a name: a label around it, a label for it, or one of its own.
fn labels(at: &str, html: &str) {
    for control in ["<input", "<select", "<textarea"] {
        for (start, _) in html.match_indices(control) {
            let tag = &html[start..start + html[start..].find('>').unwrap()];
            if tag.contains("type=\"hidden\"") || tag.contains("aria-label=") {
                continue;
            }
            let id = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next());
            let before = &html[..start];
            let inside = before
                .rfind("<label")
                .is_some_and(|open| before.rfind("</label").is_none_or(|end| end < open));
            let by = tag
                .split(" aria-labelledby=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            let named = inside
                || id.is_some_and(|id| html.contains(&format!("for=\"{id}\"")))
                || by.is_some_and(|by| html.contains(&format!(" id=\"{by}\"")));
            assert!(named, "{at}: a control without a label: {tag}");
        }
    }
}

/// Checks a page and, where a folder is given, writes it there to be looked at.
pub(super) fn see(name: &str, lang: Lang, template: &impl Template) {
    let html = template.render().unwrap();
    check(name, lang, &html);
    if let Ok(folder) = std::env::var("FIRSTLINE_PAGES") {
        let assets = format!("/assets/{}/", crate::assets::version());
        std::fs::write(
            format!("{folder}/{name}-{lang}.html"),
            html.replace(&assets, "/assets/"),
        )
        .unwrap();
    }
}
