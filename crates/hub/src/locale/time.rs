//! Instants, spans and weekdays as each language writes them.
//!
//! An instant comes with the time zone it is to be read in; the clock is never asked here. Where a date has a
//! time, the zone is named, because asker and supporter are often in different ones.

use std::cell::OnceCell;

use firstline_domain::lang::Lang;
use icu_datetime::fieldsets::{E, T, YMD, zone};
use icu_datetime::input::{Date, Time, TimeZone as NamedZone, UtcOffset, ZonedDateTime};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

use super::number::conventions;

const MINUTES_PER_HOUR: i64 = 60;
const MINUTES_PER_DAY: i64 = 24 * MINUTES_PER_HOUR;
const DAYS_PER_MONTH: f64 = 30.436875;
const MONTHS_PER_YEAR: i64 = 12;

/// How much room a name may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    Short,
    Long,
}

/// The day: 21 Nov 2026.
pub fn date(lang: Lang, instant: Timestamp, zone: &TimeZone) -> String {
    print(lang, Form::Date, &instant.to_zoned(zone.clone()))
}

/// The day, the time and the zone's distance from UTC: 21 Nov 2026, 16:40 GMT+3.
pub fn date_time(lang: Lang, instant: Timestamp, zone: &TimeZone) -> String {
    let at = instant.to_zoned(zone.clone());
    match lang {
        Lang::Ko => [Form::Date, Form::Time, Form::Offset]
            .map(|form| print(lang, form, &at))
            .join(" "),
        _ => print(lang, Form::DateTimeZone, &at),
    }
}

/// The time of the day in hours and minutes.
pub fn time(lang: Lang, instant: Timestamp, zone: &TimeZone) -> String {
    print(lang, Form::Time, &instant.to_zoned(zone.clone()))
}

/// A time zone by a city in it and its distance from UTC at that instant: Istanbul (GMT+3).
pub fn zone_name(lang: Lang, zone: &TimeZone, at: Timestamp) -> String {
    let at = at.to_zoned(zone.clone());
    let offset = print(lang, Form::Offset, &at);
    // UTC and fixed distances lie in no city.
    let is_place = |name: &str| name.contains('/') && !name.starts_with("Etc/");
    if zone.iana_name().is_some_and(is_place) {
        let city = print(lang, Form::City, &at);
        crate::t!(lang, "zone-with-offset", city = city, offset = offset)
    } else {
        offset
    }
}

/// The name of a day of the week.
pub fn weekday_name(lang: Lang, day: Weekday, width: Width) -> String {
    let form = match width {
        Width::Short => Form::WeekdayShort,
        Width::Long => Form::WeekdayLong,
    };
    // 5 January 1970 was a Monday.
    let days = 4 + i64::from(day.to_monday_zero_offset());
    print(
        lang,
        form,
        &(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days)).to_zoned(TimeZone::UTC),
    )
}

/// The names of the week's days, from Monday on.
pub fn weekday_names(lang: Lang, width: Width) -> [String; 7] {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].map(|day| weekday_name(lang, day, width))
}

/// How long ago or how soon, in the largest unit that is full: 3 hours ago, in 2 days.
pub fn relative(lang: Lang, instant: Timestamp, now: Timestamp) -> String {
    let seconds = instant.as_second() - now.as_second();
    let (minutes, past) = (seconds.abs() / 60, seconds <= 0);
    let days = minutes / MINUTES_PER_DAY;
    let months = (days as f64 / DAYS_PER_MONTH) as i64;
    let (count, ago, ahead) = match () {
        () if minutes == 0 => (0, "relative-now", "relative-soon"),
        () if minutes < MINUTES_PER_HOUR => (minutes, "relative-minutes-ago", "relative-in-minutes"),
        () if days == 0 => (
            minutes / MINUTES_PER_HOUR,
            "relative-hours-ago",
            "relative-in-hours",
        ),
        () if months == 0 => (days, "relative-days-ago", "relative-in-days"),
        () if months < MONTHS_PER_YEAR => (months, "relative-months-ago", "relative-in-months"),
        () => (
            months / MONTHS_PER_YEAR,
            "relative-years-ago",
            "relative-in-years",
        ),
    };
    crate::t!(lang, if past { ago } else { ahead }, count = count)
}

/// A span in its one or two largest units, days of 24 hours: 45 min, 4 h, 1 day 4 h.
pub fn duration_minutes(lang: Lang, minutes: u32) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    let units = [
        ("duration-days", days),
        ("duration-hours", hours),
        ("duration-minutes", rest),
    ];
    let first = units.iter().position(|(_, count)| *count > 0).unwrap_or(2);
    let write = |(key, count): (&str, u32)| crate::t!(lang, key, count = count);
    let larger = write(units[first]);
    match units.get(first + 1) {
        Some(unit) if unit.1 > 0 => {
            crate::t!(lang, "duration-pair", larger = larger, smaller = write(*unit))
        }
        _ => larger,
    }
}

/// The forms that ICU prints for us.
#[derive(Debug, Clone, Copy)]
enum Form {
    Date,
    DateTimeZone,
    Time,
    WeekdayShort,
    WeekdayLong,
    Offset,
    City,
}

const FORMS: usize = Form::City as usize + 1;

type Printer = Box<dyn Fn(&Zoned) -> String>;

fn print(lang: Lang, form: Form, at: &Zoned) -> String {
    // Formatters of ICU cannot be shared between threads.
    thread_local! {
        static PRINTERS: [OnceCell<Printer>; Lang::ALL.len() * FORMS] =
            const { [const { OnceCell::new() }; Lang::ALL.len() * FORMS] };
    }
    PRINTERS.with(|printers| {
        let printer = printers[lang as usize * FORMS + form as usize].get_or_init(|| printer(lang, form));
        printer(at)
    })
}

/// Builds the formatter of one form. Only the Gregorian calendar is used, so that the data of the others stay out
/// of the binary.
///
/// # Panics
/// Never: the data of every language asked for here are part of the binary, as the tests prove.
fn printer(lang: Lang, form: Form) -> Printer {
    const PROOF: &str = "compiled data holds the forms of each language";
    let preferences = DateTimeFormatterPreferences::from(&conventions(lang));
    let date = |at: &Zoned| {
        Date::try_new_gregorian(
            at.year().into(),
            at.month().unsigned_abs(),
            at.day().unsigned_abs(),
        )
        .expect("a day of one calendar is a day of the other")
    };
    match form {
        // The slashes of the compiled data are not what Korean offices write.
        Form::Date if lang == Lang::Ko => {
            Box::new(|at| format!("{}. {}. {}.", at.year(), at.month(), at.day()))
        }
        Form::Date => {
            let formatter = FixedCalendarDateTimeFormatter::try_new(preferences, YMD::medium()).expect(PROOF);
            Box::new(move |at| formatter.format(&date(at)).to_string())
        }
        Form::DateTimeZone => {
            let form = YMD::medium().with_time_hm().with_zone(zone::LocalizedOffsetShort);
            let formatter = FixedCalendarDateTimeFormatter::try_new(preferences, form).expect(PROOF);
            Box::new(move |at| {
                formatter
                    .format(&ZonedDateTime {
                        date: date(at),
                        time: clock(at),
                        zone: offset(at),
                    })
                    .to_string()
            })
        }
        Form::WeekdayShort | Form::WeekdayLong => {
            let form = if matches!(form, Form::WeekdayShort) {
                E::short()
            } else {
                E::long()
            };
            let formatter = FixedCalendarDateTimeFormatter::try_new(preferences, form).expect(PROOF);
            Box::new(move |at| formatter.format(&date(at)).to_string())
        }
        Form::Time => {
            let formatter = NoCalendarFormatter::try_new(preferences, T::hm()).expect(PROOF);
            Box::new(move |at| formatter.format(&clock(at)).to_string())
        }
        Form::Offset => {
            let formatter =
                NoCalendarFormatter::try_new(preferences, zone::LocalizedOffsetShort).expect(PROOF);
            Box::new(move |at| formatter.format(&offset(at)).to_string())
        }
        Form::City => {
            let formatter = NoCalendarFormatter::try_new(preferences, zone::ExemplarCity).expect(PROOF);
            Box::new(move |at| {
                let name = at.time_zone().iana_name().unwrap_or_default();
                formatter
                    .format(&NamedZone::from_iana_id(name).without_offset())
                    .to_string()
            })
        }
    }
}

fn clock(at: &Zoned) -> Time {
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    Time::try_new(
        hour.unsigned_abs(),
        minute.unsigned_abs(),
        second.unsigned_abs(),
        0,
    )
    .expect("hours, minutes and seconds are the same in both libraries")
}

fn offset(at: &Zoned) -> UtcOffset {
    UtcOffset::from_seconds_unchecked(at.offset().seconds())
}
