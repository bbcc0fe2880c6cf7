//! What a text says about itself: who is asking, how it was bought, and how bad it is.

use std::ops::Range;

use firstline_domain::offer::Severity;
use firstline_domain::party::{Channel, PartyKind};

use super::words::Words;

/// Something that the text says, and the words that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<T> {
    pub what: T,
    pub span: Range<usize>,
}

/// Phrases in which somebody says what they are, folded. The first that fits counts.
const ASKERS: [(PartyKind, &[&str]); 4] = [
    (
        PartyKind::Publisher,
        &[
            "as an isv",
            "as a publisher",
            "we are an isv",
            "we re an isv",
            "our saas offer",
            "our transactable offer",
            "our marketplace offer",
            "our offer",
            "our listing",
            "our landing page",
            "our certified connector",
            "we publish",
            "our publisher account",
            "we are the publisher",
            "yayimci olarak",
            "yayinci olarak",
            "yayimciyiz",
            "isv olarak",
            "teklifimiz",
            "teklifimizi",
            "teklifimizin",
            "como isv",
            "somos un isv",
            "somos isv",
            "como publicador",
            "somos el publicador",
            "nuestra oferta",
            "저희 오퍼",
            "우리 오퍼",
            "게시자입니다",
            "게시자로서",
            "isv 입니다",
            "isv 인데",
        ],
    ),
    (
        PartyKind::Reseller,
        &[
            "as a reseller",
            "as an indirect reseller",
            "we are a reseller",
            "we re a reseller",
            "i m a reseller",
            "we are an indirect reseller",
            "we re an indirect reseller",
            "our provider",
            "our indirect provider",
            "our distributor",
            "our disti",
            "bayi olarak",
            "bayiyiz",
            "dolayli bayi",
            "distributorumuz",
            "saglayicimiz",
            "como revendedor",
            "somos revendedor",
            "somos revendedores",
            "somos un revendedor",
            "nuestro mayorista",
            "nuestro proveedor indirecto",
            "리셀러인데",
            "리셀러입니다",
            "저희 총판",
            "재판매인입니다",
            "간접 리셀러",
        ],
    ),
    (
        PartyKind::Provider,
        &[
            "as a distributor",
            "as an indirect provider",
            "as the indirect provider",
            "we are an indirect provider",
            "we are a distributor",
            "our resellers",
            "our reseller",
            "one of our resellers",
            "distributor olarak",
            "saglayici olarak",
            "bayilerimiz",
            "bayimiz",
            "bayilerimizden",
            "como mayorista",
            "somos mayorista",
            "somos proveedor indirecto",
            "nuestros revendedores",
            "nuestro revendedor",
            "총판입니다",
            "총판인데",
            "저희 리셀러",
            "간접 공급자입니다",
        ],
    ),
    (
        PartyKind::Partner,
        &[
            "as a partner",
            "as a csp",
            "as a direct bill partner",
            "we are a csp",
            "we re a csp",
            "we are a direct bill",
            "our customer",
            "our customers",
            "our client",
            "my customer",
            "a customer of ours",
            "one of our customers",
            "bizim musterimiz",
            "musterimiz",
            "musterimizin",
            "musterilerimiz",
            "bir musterimiz",
            "is ortagi olarak",
            "csp partneriyiz",
            "nuestro cliente",
            "nuestros clientes",
            "un cliente nuestro",
            "cliente nuestro",
            "como partner",
            "somos partner",
            "somos csp",
            "저희 고객",
            "고객사가",
            "고객사에서",
            "파트너입니다",
            "파트너사입니다",
        ],
    ),
];

/// Phrases that say the customer bought from the marketplace itself.
const BOUGHT_DIRECTLY: [&str; 16] = [
    "bought it directly from the marketplace",
    "bought directly from the marketplace",
    "bought it myself from the marketplace",
    "purchased directly from microsoft",
    "purchased it directly from the azure marketplace",
    "bought directly from microsoft",
    "billed by microsoft directly",
    "microsoft bills us directly",
    "dogrudan pazar yerinden",
    "dogrudan microsoft tan",
    "pazar yerinden kendimiz",
    "directamente en el marketplace",
    "directamente a microsoft",
    "compramos directamente en",
    "마켓플레이스에서 직접 구매",
    "마이크로소프트에서 직접 구매",
];

/// Phrases that say work has stopped, and those that say it is hard.
const SEVERITIES: [(Severity, &[&str]); 2] = [
    (
        Severity::A,
        &[
            "production down",
            "production is down",
            "prod down",
            "prod is down",
            "completely down",
            "system down",
            "is down for everyone",
            "nobody can work",
            "no one can work",
            "can t work at all",
            "all users affected",
            "all our users",
            "business stopped",
            "at a standstill",
            "sev a",
            "severity a",
            "severity 1",
            "sev 1",
            "p1",
            "outage",
            "uretim durdu",
            "canli sistem durdu",
            "tamamen durdu",
            "sistem coktu",
            "kimse calisamiyor",
            "is durdu",
            "hizmet kesintisi",
            "produccion caida",
            "produccion parada",
            "todo caido",
            "caido para todos",
            "nadie puede trabajar",
            "estamos parados",
            "caida total",
            "운영 중단",
            "서비스 중단",
            "전사 장애",
            "운영 서버 다운",
            "업무가 마비",
            "업무 마비",
            "아무도 못",
            "전면 장애",
        ],
    ),
    (
        Severity::B,
        &[
            "urgent",
            "urgently",
            "asap",
            "as soon as possible",
            "blocked",
            "blocking",
            "deadline",
            "critical",
            "escalate",
            "escalation",
            "immediately",
            "acil",
            "acilen",
            "ivedilikle",
            "hemen",
            "kritik",
            "urgente",
            "urgentemente",
            "cuanto antes",
            "bloqueados",
            "critico",
            "inmediatamente",
            "긴급",
            "급합니다",
            "급해요",
            "시급",
            "빨리",
            "당장",
        ],
    ),
];

/// The words of a text as one line, with where each stands, so that phrases can be looked for.
pub(super) struct Line {
    text: String,
    /// For each word, where it starts in `text` and where it stands in the source.
    places: Vec<(usize, Range<usize>)>,
}

impl Line {
    pub(super) fn new(words: &Words) -> Self {
        let mut line = Line {
            text: String::from(" "),
            places: Vec::with_capacity(words.all.len()),
        };
        for word in &words.all {
            line.places.push((line.text.len(), word.span.clone()));
            line.text.push_str(words.text(word));
            line.text.push(' ');
        }
        line
    }

    /// Where a phrase stands in the source, as whole words.
    fn find(&self, phrase: &str) -> Option<Range<usize>> {
        let (at, _) = self.text.match_indices(phrase).find(|(at, found)| {
            let before = self.text[..*at].ends_with(' ');
            let end = at + found.len();
            // Korean words carry their endings.
            before
                && (self.text[end..].starts_with(' ')
                    || phrase.chars().last().is_some_and(|c| c >= '\u{AC00}'))
        })?;
        let first = self
            .places
            .partition_point(|(start, _)| *start <= at)
            .checked_sub(1)?;
        let last = self
            .places
            .partition_point(|(start, _)| *start < at + phrase.len())
            .checked_sub(1)?;
        Some(self.places[first].1.start..self.places[last].1.end)
    }

    fn first_of<T: Copy>(&self, kinds: &[(T, &[&str])]) -> Option<Said<T>> {
        kinds.iter().find_map(|(what, phrases)| {
            let span = phrases.iter().find_map(|phrase| self.find(phrase))?;
            Some(Said { what: *what, span })
        })
    }

    /// Who the text says is asking.
    pub(super) fn asker(&self) -> Option<Said<PartyKind>> {
        self.first_of(&ASKERS)
    }

    /// How the text says it was bought.
    pub(super) fn channel(&self) -> Option<Said<Channel>> {
        self.first_of(&[(Channel::Direct, &BOUGHT_DIRECTLY[..])])
    }

    /// How bad the text says it is.
    pub(super) fn severity(&self) -> Option<Said<Severity>> {
        self.first_of(&SEVERITIES)
    }
}
