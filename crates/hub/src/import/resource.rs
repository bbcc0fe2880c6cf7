//! What a link in a listing is, told by the words it is shown with.

use firstline_domain::offer::{Resource, ResourceKind};

/// Words of the hub's languages that name a kind of document, the surest first.
const WORDS: [(ResourceKind, &[&str]); 7] = [
    (
        ResourceKind::Privacy,
        &["privacy", "gizlilik", "개인정보", "privacidad"],
    ),
    (
        ResourceKind::Terms,
        &[
            "terms",
            "agreement",
            "eula",
            "koşul",
            "sözleşme",
            "약관",
            "término",
            "contrato",
        ],
    ),
    (
        ResourceKind::GettingStarted,
        &[
            "getting started",
            "get started",
            "quick start",
            "quickstart",
            "başlarken",
            "ilk adım",
            "시작",
            "primeros pasos",
        ],
    ),
    (
        ResourceKind::Training,
        &[
            "training",
            "course",
            "academy",
            "learn",
            "tutorial",
            "eğitim",
            "kurs",
            "교육",
            "강의",
            "formación",
            "capacitación",
            "curso",
        ],
    ),
    (
        ResourceKind::Documentation,
        &[
            "documentation",
            "docs",
            "manual",
            "guide",
            "handbook",
            "reference",
            "belge",
            "kılavuz",
            "문서",
            "설명서",
            "가이드",
            "documentación",
            "guía",
        ],
    ),
    (ResourceKind::ProgrammeMarketing, &["csp", "partner marketing"]),
    (
        ResourceKind::SalesCollateral,
        &[
            "datasheet",
            "data sheet",
            "brochure",
            "pitch",
            "case study",
            "sales",
            "broşür",
            "satış",
            "브로슈어",
            "영업",
            "folleto",
            "ficha",
            "ventas",
        ],
    ),
];

/// The kind of a document with this title.
pub(super) fn kind_of_title(title: &str) -> ResourceKind {
    let title = title.to_lowercase();
    WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| title.contains(word)))
        .map_or(ResourceKind::Other, |(kind, _)| *kind)
}

/// Adds a resource unless the same address stands there already as the same kind.
pub(super) fn add(resources: &mut Vec<Resource>, new: Resource) {
    if !resources
        .iter()
        .any(|resource| resource.kind == new.kind && resource.url == new.url)
    {
        resources.push(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_the_kind() {
        for (title, kind) in [
            ("Administrator's Guide", ResourceKind::Documentation),
            ("Kullanım kılavuzu", ResourceKind::Documentation),
            ("사용 설명서", ResourceKind::Documentation),
            ("Primeros pasos", ResourceKind::GettingStarted),
            ("Terms of use", ResourceKind::Terms),
            ("Satış malzemeleri", ResourceKind::SalesCollateral),
            ("시작 가이드", ResourceKind::GettingStarted),
            ("Product link", ResourceKind::Other),
        ] {
            assert_eq!(kind_of_title(title), kind, "{title}");
        }
    }
}
