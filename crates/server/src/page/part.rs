//! Pieces that many pages share: words in the reader's language, icons, parties, contacts, hours and promises.

use std::borrow::{Borrow, Cow};
use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::hours::{Openness, SupportHours};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ServiceTarget, Severity};
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::{is_email, is_phone, is_web_url};
use firstline_hub::locale::{self, Args, Joint, Width};
use firstline_hub::t;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Text that is HTML already: templates write it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Markup(pub String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

/// How a page speaks to its reader: language, time zone, and what time it is.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub lang: Lang,
    pub zone: TimeZone,
    pub now: Timestamp,
}

impl Words {
    /// The text of a key.
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        locale::text(self.lang, key)
    }

    /// The text of a key whose one variable the script fills in: it stands in braces.
    pub fn left_open(&self, key: &str, variable: &'static str) -> String {
        locale::format(
            self.lang,
            key,
            &Args::new().set(variable, format!("{{{variable}}}")),
        )
    }

    /// The text of a key made of a stem and a word of the field: `of("role", "admin-agent")` is `role-admin-agent`.
    pub fn of(&self, stem: &str, word: impl fmt::Display) -> Cow<'static, str> {
        locale::text(self.lang, &format!("{stem}-{word}").replace('.', "-"))
    }

    /// An icon of the sprite.
    pub fn icon(&self, id: &str) -> Markup {
        icon(id, "i")
    }

    /// A small icon of the sprite.
    pub fn icon_s(&self, id: &str) -> Markup {
        icon(id, "i i--s")
    }

    /// The round mark of a party.
    pub fn disc(&self, kind: impl Kind) -> Markup {
        disc(kind.kind(), "disc")
    }

    /// The filled round mark of a party that owns something.
    pub fn disc_full(&self, kind: impl Kind) -> Markup {
        disc(kind.kind(), "disc disc--full")
    }

    /// The large round mark of a party.
    pub fn disc_l(&self, kind: impl Kind) -> Markup {
        disc(kind.kind(), "disc disc--l")
    }

    /// A whole number with the language's grouping.
    pub fn number(&self, value: impl Borrow<usize>) -> String {
        locale::number(self.lang, i64::try_from(*value.borrow()).unwrap_or(i64::MAX))
    }

    /// The day of an instant.
    pub fn date(&self, instant: impl Borrow<Timestamp>) -> String {
        locale::date(self.lang, *instant.borrow(), &self.zone)
    }

    /// Day, time and zone of an instant.
    pub fn date_time(&self, instant: impl Borrow<Timestamp>) -> String {
        locale::date_time(self.lang, *instant.borrow(), &self.zone)
    }

    /// How long ago or how soon.
    pub fn relative(&self, instant: impl Borrow<Timestamp>) -> String {
        locale::relative(self.lang, *instant.borrow(), self.now)
    }

    /// The text of a key that says when.
    pub fn when(&self, key: &str, when: String) -> String {
        locale::format(self.lang, key, &Args::new().set("when", when))
    }

    /// The reader's time zone by name.
    pub fn zone_name(&self) -> String {
        locale::zone_name(self.lang, &self.zone, self.now)
    }

    /// A span of the hours in which it counts: in days only where a day has them all.
    pub fn span(&self, minutes: u32, hours: Option<&SupportHours>) -> String {
        let whole_hours = minutes.is_multiple_of(60);
        if whole_hours && hours.is_some_and(|hours| !hours.is_always()) {
            return t!(self.lang, "duration-hours", count = minutes / 60);
        }
        locale::duration_minutes(self.lang, minutes)
    }

    /// A time soon to come: the hour alone today, with its day otherwise.
    pub fn soon(&self, instant: Timestamp) -> String {
        let time = locale::time(self.lang, instant, &self.zone);
        let (then, now) = (
            instant.to_zoned(self.zone.clone()),
            self.now.to_zoned(self.zone.clone()),
        );
        if then.date() == now.date() {
            return time;
        }
        let week = SignedDuration::from_hours(24 * 6);
        let day = if instant.duration_since(self.now) < week {
            locale::weekday_name(self.lang, then.weekday(), Width::Short)
        } else {
            locale::date(self.lang, instant, &self.zone)
        };
        t!(self.lang, "day-and-time", day = day, time = time)
    }

    /// The languages of a desk by name.
    pub fn languages(&self, tags: &[String]) -> String {
        let names: Vec<_> = tags
            .iter()
            .map(|tag| locale::language_name(self.lang, tag))
            .collect();
        locale::list(self.lang, &names, Joint::And)
    }

    /// Weekly hours in words, with their city.
    pub fn weekly(&self, hours: &SupportHours) -> String {
        if hours.is_always() {
            return self.t("hours-always").into_owned();
        }
        let names = locale::weekday_names(self.lang, Width::Short);
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let name = |day: u8| names.get(usize::from(day)).cloned().unwrap_or_default();
        let days: Vec<String> = hours
            .days()
            .map(|day| {
                let days = if day.first == day.last {
                    name(day.first)
                } else {
                    format!("{}–{}", name(day.first), name(day.last))
                };
                format!("{days} {}–{}", clock(day.opens_minute), clock(day.closes_minute))
            })
            .collect();
        let zone = TimeZone::get(hours.zone()).unwrap_or(TimeZone::UTC);
        format!(
            "{}, {}",
            days.join("; "),
            locale::zone_name(self.lang, &zone, self.now)
        )
    }

    /// A text with its first letter a capital.
    pub fn capital(&self, text: &str) -> String {
        locale::capital(self.lang, text)
    }
}

/// A kind of party as templates hand it over: by value or through references.
pub(crate) trait Kind {
    fn kind(&self) -> PartyKind;
}

impl Kind for PartyKind {
    fn kind(&self) -> PartyKind {
        *self
    }
}

impl<K: Kind> Kind for &K {
    fn kind(&self) -> PartyKind {
        (**self).kind()
    }
}

fn icon(id: &str, class: &str) -> Markup {
    let version = crate::assets::version();
    Markup(format!(
        r##"<svg class="{class}" aria-hidden="true"><use href="/assets/{version}/icons.svg#{id}"/></svg>"##
    ))
}

fn disc(kind: PartyKind, class: &str) -> Markup {
    Markup(format!(
        r#"<span class="{class}" data-party="{kind}">{}</span>"#,
        icon(&format!("p-{kind}"), "i")
    ))
}

/// The letter that stands for a party beside its colour and glyph.
pub(crate) const fn letter(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Customer => "C",
        PartyKind::Reseller => "R",
        PartyKind::Provider => "D",
        PartyKind::Partner => "P",
        PartyKind::Publisher => "V",
        PartyKind::Operator => "O",
    }
}

/// The name of a kind of party in one word.
pub(crate) fn part_name(words: &Words, kind: PartyKind) -> Cow<'static, str> {
    words.of("party", kind)
}

/// One way to reach somebody: to use and to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reach {
    pub icon: &'static str,
    /// Where the link leads; absent where the value is no address one could follow.
    pub href: Option<String>,
    /// What is read, in pieces between which a narrow column may break.
    pub pieces: Vec<String>,
    pub value: String,
    pub external: bool,
}

/// The ways to reach somebody, mail first.
#[derive(Debug, Clone, Template)]
#[template(path = "part/reaches.html")]
pub(crate) struct Reaches {
    pub words: Words,
    pub list: Vec<Reach>,
}

impl HtmlSafe for Reaches {}

impl Reaches {
    pub fn of(words: &Words, contact: &Contact) -> Self {
        let mail = contact.email.as_ref().map(|email| Reach {
            icon: "mail",
            href: is_email(email).then(|| format!("mailto:{email}")),
            pieces: pieces(email, '@', true),
            value: email.clone(),
            external: false,
        });
        let phone = contact.phone.as_ref().map(|phone| Reach {
            icon: "phone",
            href: is_phone(phone).then(|| {
                let dialled: String = phone
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '+')
                    .collect();
                format!("tel:{dialled}")
            }),
            pieces: vec![phone.clone()],
            value: phone.clone(),
            external: false,
        });
        let web = contact.url.as_ref().map(|url| {
            let bare = url
                .trim_start_matches("https://")
                .trim_start_matches("http://")
                .trim_end_matches('/');
            Reach {
                icon: "external",
                href: is_web_url(url).then(|| url.clone()),
                pieces: pieces(bare, '/', false),
                value: url.clone(),
                external: true,
            }
        });
        Reaches {
            words: words.clone(),
            list: [mail, phone, web].into_iter().flatten().collect(),
        }
    }

    pub fn copy_label(&self, value: &str) -> String {
        t!(self.words.lang, "copy-value", value = value)
    }
}

/// Cuts a value at each separator, which stays with the piece before it or after it.
fn pieces(value: &str, separator: char, keep_before: bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in value.chars() {
        if c == separator && !keep_before {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
        if c == separator && keep_before {
            pieces.push(String::new());
        }
    }
    pieces
}

/// Whether a desk answers now, in the reader's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HoursNow {
    pub open: bool,
    /// The word in bold, where it is open.
    pub word: Cow<'static, str>,
    /// Until when that holds, or when it opens.
    pub rest: String,
}

impl HoursNow {
    pub fn of(words: &Words, hours: &SupportHours) -> Self {
        let open = |rest| HoursNow {
            open: true,
            word: words.t("hours-open"),
            rest,
        };
        match hours.openness(words.now) {
            Openness::Always => open(words.t("hours-always").into_owned()),
            Openness::OpenUntil(closes) => open(t!(words.lang, "hours-until", time = words.soon(closes))),
            Openness::ClosedUntil(opens) => HoursNow {
                open: false,
                word: Cow::Borrowed(""),
                rest: t!(words.lang, "hours-closed", time = words.soon(opens)),
            },
        }
    }
}

/// When a promise made now runs out: `minutes` of the hours in which it counts.
pub(crate) fn due(hours: &SupportHours, now: Timestamp, minutes: u32) -> Timestamp {
    /// More openings than the longest promise spans.
    const STEPS_MAX: usize = 1000;
    let mut left = SignedDuration::from_mins(i64::from(minutes));
    let mut at = now;
    for _ in 0..STEPS_MAX {
        match hours.openness(at) {
            Openness::Always => break,
            Openness::OpenUntil(closes) => {
                let open = closes.duration_since(at);
                if left <= open {
                    break;
                }
                left -= open;
                at = closes;
            }
            Openness::ClosedUntil(opens) => at = opens,
        }
    }
    at.saturating_add(left).unwrap_or(at)
}

/// What is promised for one severity, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub severity: Severity,
    pub name: Cow<'static, str>,
    pub first_response: String,
    /// Until when, were it asked now; absent where the hours that count are not known.
    pub until: Option<String>,
    pub due: Option<Timestamp>,
    pub update: Option<String>,
    pub target: Option<String>,
}

impl Target {
    /// The promises for each severity, the most severe first.
    pub fn all(words: &Words, targets: &[ServiceTarget], hours: Option<&SupportHours>) -> Vec<Target> {
        let mut all: Vec<Target> = targets
            .iter()
            .map(|target| {
                let due = hours.map(|hours| due(hours, words.now, target.first_response_minutes));
                Target {
                    severity: target.severity,
                    name: words.of("severity", target.severity.as_str().to_ascii_lowercase()),
                    first_response: words.span(target.first_response_minutes, hours),
                    until: due.map(|due| words.soon(due)),
                    due,
                    update: target
                        .update_interval_minutes
                        .map(|minutes| words.span(minutes, hours)),
                    target: target.target_minutes.map(|minutes| words.span(minutes, hours)),
                }
            })
            .collect();
        all.sort_by_key(|target| target.severity);
        all
    }
}

/// Hours of a promise that no one limited: around the clock.
pub(crate) fn promise_hours(hours: Option<&SupportHours>) -> SupportHours {
    hours.cloned().unwrap_or_else(SupportHours::always)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_runs_only_in_its_hours() {
        let hours: SupportHours = "Mon-Fri 09:00-18:00 Europe/Istanbul".parse().unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        // 2026-11-20 is a Friday; Istanbul is three hours ahead of UTC.
        assert_eq!(
            due(&hours, at("2026-11-20T10:00:00Z"), 240),
            at("2026-11-20T14:00:00Z")
        );
        assert_eq!(
            due(&hours, at("2026-11-20T14:00:00Z"), 240),
            at("2026-11-23T09:00:00Z")
        );
        assert_eq!(
            due(&hours, at("2026-11-21T14:00:00Z"), 60),
            at("2026-11-23T07:00:00Z")
        );
        assert_eq!(
            due(&SupportHours::always(), at("2026-11-21T14:00:00Z"), 60),
            at("2026-11-21T15:00:00Z")
        );
    }

    #[test]
    fn only_what_can_be_followed_is_a_link() {
        let words = Words {
            lang: Lang::En,
            zone: TimeZone::UTC,
            now: Timestamp::UNIX_EPOCH,
        };
        let contact = Contact {
            email: Some("not an address".to_owned()),
            phone: Some("+90 212 555 01 10".to_owned()),
            url: Some("javascript:alert(1)".to_owned()),
            ..Contact::default()
        };
        let links: Vec<_> = Reaches::of(&words, &contact)
            .list
            .into_iter()
            .map(|reach| reach.href)
            .collect();
        assert_eq!(links, [None, Some("tel:+902125550110".to_owned()), None]);
    }
}

/// The most that a small count says exactly.
const COUNT_MAX: i64 = 99;

/// How many wait, as a small count beside what leads to them.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/count.html")]
pub(crate) struct Count {
    shown: String,
    /// For whoever has it read out.
    said: String,
}

impl HtmlSafe for Count {}

impl Count {
    /// Nothing where there are none.
    pub fn of(words: &Words, count: i64) -> Option<Self> {
        (count > 0).then(|| Count {
            shown: if count > COUNT_MAX {
                format!("{COUNT_MAX}+")
            } else {
                count.to_string()
            },
            said: t!(words.lang, "waiting-count", count = count),
        })
    }
}
