//! How somebody is reached, as a form: a contact with its weekly hours and languages.

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::hours::{DayHours, SupportHours};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ContactKind};
use firstline_hub::Field;
use firstline_hub::locale::{self, Width};

use super::form::{Choice, Input, Refusals, Select, Typed, filled};
use crate::page::Words;

/// The most lines of weekly hours that a form takes.
const HOURS_ROWS_MAX: usize = 7;
/// The days of the week as hours are written, Monday first.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// The closing time of a whole day, and how a field for times writes it.
const MIDNIGHT: (&str, &str) = ("24:00", "00:00");

/// Weekly hours as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::page) struct HoursTyped {
    always: bool,
    rows: Vec<HoursRow>,
    zone: String,
}

/// One line of weekly hours: days by their number from Monday, times as `09:00`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct HoursRow {
    first: usize,
    last: usize,
    opens: String,
    closes: String,
}

impl HoursRow {
    fn is_empty(&self) -> bool {
        self.opens.is_empty() && self.closes.is_empty()
    }
}

impl HoursTyped {
    pub fn of(hours: Option<&SupportHours>) -> Self {
        let Some(hours) = hours else {
            return HoursTyped::default();
        };
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let row = |day: DayHours| HoursRow {
            first: day.first.into(),
            last: day.last.into(),
            opens: clock(day.opens_minute),
            closes: clock(day.closes_minute).replace(MIDNIGHT.0, MIDNIGHT.1),
        };
        HoursTyped {
            always: hours.is_always(),
            rows: hours.days().map(row).collect(),
            zone: if hours.is_always() {
                String::new()
            } else {
                hours.zone().to_owned()
            },
        }
    }

    pub fn typed(typed: &Typed, place: &str) -> Self {
        let at = |index: usize, field: &str| typed.get(&format!("{place}.{index}.{field}"));
        let day = |word: &str| word.parse().unwrap_or_default();
        let rows = (0..typed.rows(place, HOURS_ROWS_MAX)).map(|index| HoursRow {
            first: day(at(index, "first")),
            last: day(at(index, "last")),
            opens: at(index, "opens").to_owned(),
            closes: at(index, "closes").to_owned(),
        });
        let rows: Vec<HoursRow> = rows.filter(|row| !row.is_empty()).collect();
        HoursTyped {
            always: typed.has(&format!("{place}.always")),
            zone: if rows.is_empty() {
                ""
            } else {
                typed.get(&format!("{place}.zone"))
            }
            .to_owned(),
            rows,
        }
    }

    /// The hours, none where nothing was typed; what cannot be accepted goes to `wrong`.
    pub fn read(&self, place: &str, wrong: &mut Vec<Field>) -> Option<SupportHours> {
        if self.always {
            return Some(SupportHours::always());
        }
        if self.rows.is_empty() {
            return None;
        }
        self.written()
            .parse()
            .map_err(|_| wrong.push(Field::new(place, "error-hours-typed")))
            .ok()
    }

    /// The hours as they are written in one line.
    pub fn written(&self) -> String {
        if self.always {
            return SupportHours::always().to_string();
        }
        let day = |index: usize| DAYS.get(index).copied().unwrap_or_default();
        let rows: Vec<String> = self
            .rows
            .iter()
            .map(|row| {
                let days = if row.first == row.last {
                    day(row.first).to_owned()
                } else {
                    format!("{}-{}", day(row.first), day(row.last))
                };
                let closes = if row.closes == MIDNIGHT.1 {
                    MIDNIGHT.0
                } else {
                    &row.closes
                };
                format!("{days} {}-{closes}", row.opens)
            })
            .collect();
        if rows.is_empty() {
            String::new()
        } else {
            format!("{} {}", rows.join("; "), self.zone)
        }
    }
}

/// A contact as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::page) struct ContactTyped {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub url: String,
    pub hours: HoursTyped,
    pub languages: Vec<String>,
}

impl ContactTyped {
    pub fn of(contact: &Contact) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        ContactTyped {
            name: text(&contact.name),
            email: text(&contact.email),
            phone: text(&contact.phone),
            url: text(&contact.url),
            hours: HoursTyped::of(contact.hours.as_ref()),
            languages: contact.languages.clone(),
        }
    }

    pub fn typed(typed: &Typed, place: &str) -> Self {
        let text = |field: &str| typed.get(&format!("{place}.{field}")).to_owned();
        ContactTyped {
            name: text("name"),
            email: text("email"),
            phone: text("phone"),
            url: text("url"),
            hours: HoursTyped::typed(typed, &format!("{place}.hours")),
            languages: typed
                .all(&format!("{place}.languages"))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The contact, with nothing in it where nothing was typed; what cannot be accepted of its hours goes to `wrong`.
    pub fn read(&self, kind: Option<ContactKind>, place: &str, wrong: &mut Vec<Field>) -> Contact {
        Contact {
            kind,
            name: filled(&self.name),
            email: filled(&self.email),
            phone: filled(&self.phone),
            url: filled(&self.url),
            hours: self.hours.read(&format!("{place}.hours"), wrong),
            languages: self.languages.clone(),
        }
    }

    /// The keys of its fields' labels and what stands in them, for telling two versions apart.
    pub fn entries(&self, words: &Words) -> Vec<(&'static str, String)> {
        vec![
            ("form-name", self.name.clone()),
            ("form-email", self.email.clone()),
            ("form-phone", self.phone.clone()),
            ("form-url", self.url.clone()),
            ("form-hours", self.hours.written()),
            ("form-languages", words.languages(&self.languages)),
        ]
    }
}

/// The fields of weekly hours.
#[derive(Debug, Clone, Template)]
#[template(path = "work/hours.html")]
pub(in crate::page) struct HoursFields {
    words: Words,
    place: String,
    id: String,
    always: bool,
    rows: Vec<HoursRowFields>,
    zone: Input,
    hint: &'static str,
    error: Option<String>,
}

impl HtmlSafe for HoursFields {}

/// The fields of one line of weekly hours.
#[derive(Debug, Clone)]
struct HoursRowFields {
    first: Select,
    last: Select,
    opens: Input,
    closes: Input,
}

impl HoursFields {
    pub fn new(
        words: &Words,
        place: &str,
        typed: &HoursTyped,
        hint: &'static str,
        refusals: &Refusals,
    ) -> Self {
        let mut rows = typed.rows.clone();
        rows.push(HoursRow {
            first: 0,
            last: 4,
            ..HoursRow::default()
        });
        rows.truncate(HOURS_ROWS_MAX);
        let names = locale::weekday_names(words.lang, Width::Long);
        let days = |chosen: usize| -> Vec<Choice> {
            names
                .iter()
                .enumerate()
                .map(|(day, name)| Choice::new(day, name.clone(), day == chosen))
                .collect()
        };
        let fields = |(index, row): (usize, &HoursRow)| {
            let name = |field: &str| format!("{place}.{index}.{field}");
            let select = |field: &str, label: &str, chosen| {
                Select::new(words, &name(field), words.t(label), days(chosen), refusals).bare()
            };
            let time = |field: &str, label: &str, value: &str| {
                let label_text = words.t(label).into_owned();
                Input::new(words, &name(field), label, value, refusals)
                    .kind("time")
                    .bare(label_text)
            };
            HoursRowFields {
                first: select("first", "form-day-first", row.first),
                last: select("last", "form-day-last", row.last),
                opens: time("opens", "form-opens", &row.opens),
                closes: time("closes", "form-closes", &row.closes),
            }
        };
        let zone = if typed.zone.is_empty() {
            words.zone.iana_name().unwrap_or("UTC")
        } else {
            &typed.zone
        };
        HoursFields {
            words: words.clone(),
            place: place.to_owned(),
            id: super::form::anchor(place),
            always: typed.always,
            rows: rows.iter().enumerate().map(fields).collect(),
            zone: Input::new(words, &format!("{place}.zone"), "form-zone", zone, refusals).list("zones"),
            hint,
            error: refusals.at(place),
        }
    }
}

/// The fields of a contact.
#[derive(Debug, Clone, Template)]
#[template(path = "work/contact.html")]
pub(in crate::page) struct ContactFields {
    words: Words,
    place: String,
    name: Input,
    email: Input,
    phone: Input,
    url: Input,
    hours: HoursFields,
    /// Those that are spoken, and those of the hub.
    languages: Vec<Choice>,
    more_languages: Vec<Choice>,
    languages_error: Option<String>,
}

impl HtmlSafe for ContactFields {}

impl ContactFields {
    pub fn new(words: &Words, place: &str, typed: &ContactTyped, refusals: &Refusals) -> Self {
        let input = |field: &str, label: &str, value: &str| {
            Input::new(words, &format!("{place}.{field}"), label, value, refusals)
        };
        let spoken = |tag: &str| typed.languages.iter().any(|spoken| spoken == tag);
        let mut languages: Vec<Choice> = typed
            .languages
            .iter()
            .map(|tag| Choice::new(tag, locale::language_name(words.lang, tag), true))
            .collect();
        let mut more_languages = Vec::new();
        for (tag, name) in locale::languages(words.lang)
            .into_iter()
            .filter(|(tag, _)| !spoken(tag))
        {
            let group = if tag.parse::<Lang>().is_ok() {
                &mut languages
            } else {
                &mut more_languages
            };
            group.push(Choice::new(tag, name, false));
        }
        ContactFields {
            name: input("name", "form-name", &typed.name).optional(),
            email: input("email", "form-email", &typed.email).kind("email"),
            phone: input("phone", "form-phone", &typed.phone)
                .kind("tel")
                .optional()
                .hint("form-phone-hint"),
            url: input("url", "form-url", &typed.url)
                .kind("url")
                .optional()
                .hint("form-url-hint"),
            hours: HoursFields::new(
                words,
                &format!("{place}.hours"),
                &typed.hours,
                "form-hours-hint",
                refusals,
            ),
            languages,
            more_languages,
            languages_error: refusals.at(&format!("{place}.languages")),
            words: words.clone(),
            place: place.to_owned(),
        }
    }

    pub fn languages_name(&self) -> String {
        format!("{}.languages", self.place)
    }

    pub fn languages_id(&self) -> String {
        super::form::anchor(&self.languages_name())
    }
}

/// The time zones to propose.
pub(in crate::page) fn zones() -> Vec<String> {
    jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("SystemV/"))
        .chain(std::iter::once("UTC".to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn hours_are_typed_as_they_stand() {
        for text in ["24x7", "Mon-Fri 09:00-18:00; Sat 10:00-24:00 Asia/Seoul"] {
            let hours: SupportHours = text.parse().unwrap();
            let mut wrong = Vec::new();
            assert_eq!(
                HoursTyped::of(Some(&hours)).read("hours", &mut wrong),
                Some(hours)
            );
            assert_eq!(wrong, []);
        }
    }

    #[test]
    fn an_empty_row_is_no_hours_and_half_a_row_is_refused() {
        let mut wrong = Vec::new();
        let empty = typed(&[
            ("h.0.first", "0"),
            ("h.0.last", "4"),
            ("h.0.opens", ""),
            ("h.0.closes", ""),
            ("h.zone", "UTC"),
        ]);
        assert_eq!(HoursTyped::typed(&empty, "h").read("h", &mut wrong), None);
        assert_eq!(wrong, []);
        let half = typed(&[
            ("h.0.first", "0"),
            ("h.0.last", "4"),
            ("h.0.opens", "09:00"),
            ("h.zone", "UTC"),
        ]);
        assert_eq!(HoursTyped::typed(&half, "h").read("h", &mut wrong), None);
        assert_eq!(wrong, [Field::new("h", "error-hours-typed")]);
    }
}
