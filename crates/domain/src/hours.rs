//! When a desk answers: weekly hours in a time zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Weekly hours in one time zone, written `Mon-Fri 09:00-18:00 Europe/Istanbul`, with further days after a semicolon
/// (`Mon-Fri 09:00-18:00; Sat 10:00-14:00 Asia/Seoul`), or `24x7`.
///
/// Hours do not cross midnight; `00:00-24:00` is a whole day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SupportHours {
    /// Opening and closing minute of each day, Monday first; empty for around the clock.
    spans: Vec<Span>,
    zone: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: u8,
    last: u8,
    opens: u16,
    closes: u16,
}

/// Hours that could not be read: what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' are not hours such as 'Mon-Fri 09:00-18:00 Europe/Istanbul' or '24x7'")]
pub struct BadHours(pub String);

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const AROUND_THE_CLOCK: &str = "24x7";
const MINUTES_A_DAY: u16 = 24 * 60;

/// One line of hours for display: days from–to (0 is Monday) and minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    pub first: u8,
    pub last: u8,
    pub opens_minute: u16,
    pub closes_minute: u16,
}

/// Whether a desk answers at an instant, and when that changes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    Always,
    OpenUntil(Timestamp),
    ClosedUntil(Timestamp),
}

impl SupportHours {
    /// Around the clock.
    pub fn always() -> Self {
        SupportHours {
            spans: Vec::new(),
            zone: "UTC".to_owned(),
        }
    }

    pub fn is_always(&self) -> bool {
        self.spans.is_empty()
    }

    /// The IANA name of the zone the hours are written in.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    pub fn days(&self) -> impl Iterator<Item = DayHours> + '_ {
        self.spans.iter().map(|span| DayHours {
            first: span.first,
            last: span.last,
            opens_minute: span.opens,
            closes_minute: span.closes,
        })
    }

    /// Whether the desk answers at `now`, and until when that holds.
    pub fn openness(&self, now: Timestamp) -> Openness {
        if self.is_always() {
            return Openness::Always;
        }
        // A zone that the constructor accepted is in the bundled database; UTC stands in should that ever change.
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let local = now.to_zoned(zone.clone());
        let mut next_opening = None;
        for ahead in 0..8_i64 {
            let Ok(date) = local.date().checked_add(SignedDuration::from_hours(24 * ahead)) else {
                break;
            };
            for span in self.spans.iter().filter(|span| span.covers(date.weekday())) {
                let (Some(opens), Some(closes)) = (
                    instant(date, span.opens, &zone),
                    instant(date, span.closes, &zone),
                ) else {
                    continue;
                };
                if opens <= now && now < closes {
                    return Openness::OpenUntil(closes);
                }
                if opens > now && next_opening.is_none_or(|earliest| opens < earliest) {
                    next_opening = Some(opens);
                }
            }
            if next_opening.is_some() && ahead > 0 {
                break;
            }
        }
        next_opening.map_or(Openness::Always, Openness::ClosedUntil)
    }
}

fn instant(date: jiff::civil::Date, minute: u16, zone: &TimeZone) -> Option<Timestamp> {
    let (date, minute) = if minute >= MINUTES_A_DAY {
        (date.tomorrow().ok()?, 0)
    } else {
        (date, minute)
    };
    let time = Time::new(
        i8::try_from(minute / 60).ok()?,
        i8::try_from(minute % 60).ok()?,
        0,
        0,
    )
    .ok()?;
    Some(date.to_datetime(time).to_zoned(zone.clone()).ok()?.timestamp())
}

impl Span {
    fn covers(self, weekday: Weekday) -> bool {
        let day = u8::try_from(weekday.to_monday_zero_offset()).unwrap_or(0);
        if self.first <= self.last {
            (self.first..=self.last).contains(&day)
        } else {
            day >= self.first || day <= self.last
        }
    }
}

impl FromStr for SupportHours {
    type Err = BadHours;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadHours(text.to_owned());
        let trimmed = text.trim();
        if trimmed.eq_ignore_ascii_case(AROUND_THE_CLOCK) {
            return Ok(SupportHours::always());
        }
        let (spans, zone) = trimmed.rsplit_once(' ').ok_or_else(bad)?;
        let zone = TimeZone::get(zone)
            .map_err(|_| bad())?
            .iana_name()
            .ok_or_else(bad)?
            .to_owned();
        let spans = spans
            .split(';')
            .map(read_span)
            .collect::<Option<Vec<_>>>()
            .ok_or_else(bad)?;
        Ok(SupportHours { spans, zone })
    }
}

fn read_span(text: &str) -> Option<Span> {
    let (days, times) = text.trim().split_once(' ')?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let (opens, closes) = times.trim().split_once('-')?;
    let span = Span {
        first: read_day(first)?,
        last: read_day(last)?,
        opens: read_minute(opens)?,
        closes: read_minute(closes)?,
    };
    (span.opens < span.closes).then_some(span)
}

fn read_day(text: &str) -> Option<u8> {
    DAYS.iter()
        .position(|day| day.eq_ignore_ascii_case(text))
        .and_then(|index| u8::try_from(index).ok())
}

fn read_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    let total = hour.checked_mul(60)?.checked_add(minute)?;
    (hour <= 24 && minute < 60 && total <= MINUTES_A_DAY).then_some(total)
}

impl fmt::Display for SupportHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_always() {
            return f.write_str(AROUND_THE_CLOCK);
        }
        for (index, span) in self.spans.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            let (first, last) = (DAYS[usize::from(span.first)], DAYS[usize::from(span.last)]);
            if first == last {
                write!(f, "{first}")?;
            } else {
                write!(f, "{first}-{last}")?;
            }
            write!(
                f,
                " {:02}:{:02}-{:02}:{:02}",
                span.opens / 60,
                span.opens % 60,
                span.closes / 60,
                span.closes % 60
            )?;
        }
        write!(f, " {}", self.zone)
    }
}

impl TryFrom<String> for SupportHours {
    type Error = BadHours;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<SupportHours> for String {
    fn from(hours: SupportHours) -> Self {
        hours.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn hours_are_read_and_written_alike() {
        for text in [
            "24x7",
            "Mon-Fri 09:00-18:00 Europe/Istanbul",
            "Mon-Fri 09:00-18:00; Sat 10:00-14:00 Asia/Seoul",
        ] {
            assert_eq!(text.parse::<SupportHours>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "Mon-Fri",
            "Mon-Fri 9-18 Nowhere/Land",
            "Mon-Fri 18:00-09:00 UTC",
            "Mon-Xyz 09:00-18:00 UTC",
            "Mon 25:00-26:00 UTC",
            "Mon 99999:00-10:00 UTC",
        ] {
            assert!(text.parse::<SupportHours>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_desk_is_open_in_its_own_zone() {
        let hours: SupportHours = "Mon-Fri 09:00-18:00 Europe/Istanbul".parse().unwrap();
        // Istanbul is three hours ahead of UTC; 2026-11-20 is a Friday.
        assert_eq!(
            hours.openness(at("2026-11-20T06:00:00Z")),
            Openness::OpenUntil(at("2026-11-20T15:00:00Z"))
        );
        assert_eq!(
            hours.openness(at("2026-11-20T05:59:00Z")),
            Openness::ClosedUntil(at("2026-11-20T06:00:00Z"))
        );
        assert_eq!(
            hours.openness(at("2026-11-20T15:00:00Z")),
            Openness::ClosedUntil(at("2026-11-23T06:00:00Z"))
        );
    }

    #[test]
    fn days_may_wrap_around_the_week() {
        let hours: SupportHours = "Sun-Thu 08:00-24:00 UTC".parse().unwrap();
        assert_eq!(
            hours.openness(at("2026-11-22T23:59:00Z")),
            Openness::OpenUntil(at("2026-11-23T00:00:00Z"))
        );
        assert_eq!(
            hours.openness(at("2026-11-20T12:00:00Z")),
            Openness::ClosedUntil(at("2026-11-22T08:00:00Z"))
        );
    }
}
