//! CSV files: rows by the names of their columns, within limits, and past what is broken in them.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::str::FromStr;

use csv::{ErrorKind, ReaderBuilder, StringRecord};
use firstline_domain::organisation::is_handle;
use firstline_domain::wire::UnknownWord;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::ImportError;
use super::engine::Read;
use super::problem::{Found, Severity};

/// A row with more than this has lost its closing quote.
const ROW_BYTES_MAX: u64 = 1 << 20;
const FIELD_BYTES_MAX: usize = 128 << 10;
const COLUMNS_MAX: usize = 500;
const BUFFER_BYTES: usize = 64 << 10;
/// Rows that run into each other, before the file is taken for something else.
const RESTARTS_MAX: u32 = 200;

/// A CSV file being read. Commas, semicolons and tabs are told apart by the first line.
pub(super) struct Table {
    path: PathBuf,
    reader: csv::Reader<Metered>,
    left: Rc<Cell<u64>>,
    delimiter: u8,
    header: Header,
    /// Where in the file the reader began, and the lines before that.
    base_byte: u64,
    base_lines: u64,
    restarts: u32,
    ends: Ends,
    /// Line of the last row.
    line: u64,
}

/// How the lines of a file end, for counting them.
#[derive(Debug, Clone, Copy)]
struct Ends {
    /// With a carriage return and a newline: the reader leaves the newline for the row after it.
    are_crlf: bool,
    /// The last line ends with the file.
    at: u64,
    last_is_open: bool,
}

/// The names of the columns, in lower case.
#[derive(Debug, Clone, Default)]
pub(super) struct Header(Vec<String>);

impl Header {
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column.eq_ignore_ascii_case(name))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Refuses to go on within one row for ever.
struct Metered {
    file: File,
    left: Rc<Cell<u64>>,
}

impl io::Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let read = self.file.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read as u64));
        Ok(read)
    }
}

impl Table {
    /// Opens a file and reads the names of its columns.
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let unreadable = |source| ImportError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let mut file = File::open(path).map_err(unreadable)?;
        let mut first_line = Vec::new();
        BufReader::new(&file)
            .take(ROW_BYTES_MAX)
            .read_until(b'\n', &mut first_line)
            .map_err(unreadable)?;
        let ends = Ends::of(&mut file, &first_line).map_err(unreadable)?;
        if first_line.starts_with(&[0xff, 0xfe]) || first_line.starts_with(&[0xfe, 0xff]) {
            return Err(ImportError::Encoding);
        }
        let count = |sign: u8| first_line.iter().filter(|byte| **byte == sign).count();
        let delimiter = [b',', b';', b'\t']
            .into_iter()
            .rev()
            .max_by_key(|sign| count(*sign))
            .unwrap_or(b',');
        let left = Rc::new(Cell::new(0));
        let mut table = Table {
            path: path.to_owned(),
            reader: reader(file, &left, delimiter, 0).map_err(unreadable)?,
            left,
            delimiter,
            header: Header::default(),
            base_byte: 0,
            base_lines: 0,
            restarts: 0,
            ends,
            line: 1,
        };
        let mut names = StringRecord::new();
        table.left.set(ROW_BYTES_MAX);
        match table.reader.read_record(&mut names) {
            Ok(true) if names.len() <= COLUMNS_MAX => {}
            Ok(_) => return Err(ImportError::Columns(String::new())),
            Err(error) => {
                return Err(match error.into_kind() {
                    ErrorKind::Io(source) if source.kind() != io::ErrorKind::FileTooLarge => {
                        unreadable(source)
                    }
                    ErrorKind::Utf8 { .. } => ImportError::Encoding,
                    _ => ImportError::Columns(String::new()),
                });
            }
        }
        table.header = Header(names.iter().map(|name| name.trim().to_lowercase()).collect());
        Ok(table)
    }

    /// The same, for a form with columns of its own: all of `required` must be there, and what is not in `known` is
    /// said once.
    pub(super) fn open_with(
        path: &Path,
        required: &[&str],
        known: &[&str],
        found: &mut Found,
    ) -> Result<Self, ImportError> {
        let table = Table::open(path)?;
        let missing: Vec<&str> = required
            .iter()
            .copied()
            .filter(|name| table.header.position(name).is_none())
            .collect();
        if !missing.is_empty() {
            return Err(ImportError::Columns(missing.join(", ")));
        }
        for (index, name) in table.header.names().enumerate() {
            if !known.contains(&name) {
                found.doubt(1, name, "", "import-column-unknown");
            } else if table.header.position(name) != Some(index) {
                found.doubt(1, name, "", "import-column-twice");
            }
        }
        Ok(table)
    }

    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    /// The line that the last row began in.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    pub(super) fn bytes_done(&self) -> u64 {
        self.base_byte + self.reader.position().byte()
    }

    /// Reads the next row; empty ones are passed over.
    pub(super) fn read(&mut self, record: &mut StringRecord, found: &mut Found) -> Result<Read, ImportError> {
        loop {
            self.left.set(ROW_BYTES_MAX);
            let start = self.reader.position().clone();
            match self.reader.read_record(record) {
                Ok(false) => return Ok(Read::End),
                Ok(true) => self.line = self.line_of(&start, record),
                Err(error) => return self.after_error(&start, error, found),
            }
            let wanted = self.header.0.len();
            if record.len() != wanted {
                if record.iter().all(str::is_empty) {
                    continue;
                }
                if record.len() < wanted || record.iter().skip(wanted).any(|field| !field.is_empty()) {
                    let detail = format!("{}/{wanted}", record.len());
                    found.add(self.line, "", "", "import-field-count", &detail, Severity::Error);
                    if record.as_slice().contains('\n') {
                        // Most likely a quote that was never closed: what it swallowed are rows of their own.
                        self.restart_after(&start)?;
                    }
                    return Ok(Read::Bad);
                }
                record.truncate(wanted);
            }
            let text = record.as_slice();
            if text.is_empty() {
                continue;
            }
            if text.contains('\0') {
                found.error(self.line, "", "", "import-control-character");
                return Ok(Read::Bad);
            }
            if text.len() > FIELD_BYTES_MAX
                && let Some(index) = record.iter().position(|field| field.len() > FIELD_BYTES_MAX)
            {
                let (column, value) = (&self.header.0[index], &record[index]);
                let detail = FIELD_BYTES_MAX.to_string();
                found.add(
                    self.line,
                    column,
                    value,
                    "import-field-too-long",
                    &detail,
                    Severity::Error,
                );
                return Ok(Read::Bad);
            }
            return Ok(Read::Row);
        }
    }

    /// The line that a row began in: of the lines since the one before it, those that are neither in it nor its end.
    fn line_of(&self, start: &csv::Position, record: &StringRecord) -> u64 {
        let end = self.reader.position();
        let line = self.base_lines + start.line();
        let spanned = end.line() - start.line();
        if spanned == 0 || spanned == 1 && !self.ends.are_crlf {
            return line;
        }
        let inside = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
        let is_open = self.ends.last_is_open && self.base_byte + end.byte() >= self.ends.at;
        let own_end = u64::from(!self.ends.are_crlf && !is_open);
        line + spanned.saturating_sub(inside + own_end)
    }

    fn after_error(
        &mut self,
        start: &csv::Position,
        error: csv::Error,
        found: &mut Found,
    ) -> Result<Read, ImportError> {
        self.line = self.base_lines + start.line();
        match error.into_kind() {
            ErrorKind::Utf8 { err, .. } => {
                self.line = self.line_of(start, &StringRecord::new());
                let column = self.header.0.get(err.field()).map_or("", String::as_str);
                found.error(self.line, column, "", "import-not-utf8");
                Ok(Read::Bad)
            }
            ErrorKind::Io(source) if source.kind() == io::ErrorKind::FileTooLarge => {
                self.line += u64::from(self.ends.are_crlf && start.byte() > 0);
                let detail = ROW_BYTES_MAX.to_string();
                found.add(self.line, "", "", "import-row-too-long", &detail, Severity::Error);
                self.restart_after(start)?;
                Ok(Read::Bad)
            }
            ErrorKind::Io(source) => Err(ImportError::Unreadable {
                path: self.path.clone(),
                source,
            }),
            _ => Err(ImportError::Shapeless { line: self.line }),
        }
    }

    /// Begins again in the line after the one that a broken row began in.
    fn restart_after(&mut self, start: &csv::Position) -> Result<(), ImportError> {
        self.restarts += 1;
        if self.restarts > RESTARTS_MAX {
            return Err(ImportError::Shapeless { line: self.line });
        }
        let unreadable = |source| ImportError::Unreadable {
            path: self.path.clone(),
            source,
        };
        let from = self.base_byte + start.byte();
        let mut file = File::open(&self.path).map_err(unreadable)?;
        file.seek(SeekFrom::Start(from)).map_err(unreadable)?;
        let (mut skipped, mut lines, mut in_row) = (0_u64, 0_u64, false);
        for byte in BufReader::with_capacity(BUFFER_BYTES, &file).bytes() {
            let byte = byte.map_err(unreadable)?;
            skipped += 1;
            in_row |= byte != b'\n' && byte != b'\r';
            if byte == b'\n' {
                lines += 1;
                if in_row {
                    break;
                }
            }
        }
        self.base_lines += start.line() - 1 + lines;
        self.base_byte = from + skipped;
        self.reader = reader(file, &self.left, self.delimiter, self.base_byte).map_err(unreadable)?;
        Ok(())
    }
}

impl Ends {
    fn of(file: &mut File, first_line: &[u8]) -> io::Result<Self> {
        let mut last = [0];
        let at = file.seek(SeekFrom::End(0))?;
        if at > 0 {
            file.seek(SeekFrom::Start(at - 1))?;
            file.read_exact(&mut last)?;
        }
        Ok(Ends {
            are_crlf: first_line.ends_with(b"\r\n"),
            at,
            last_is_open: last != *b"\n",
        })
    }
}

fn reader(
    mut file: File,
    left: &Rc<Cell<u64>>,
    delimiter: u8,
    from: u64,
) -> io::Result<csv::Reader<Metered>> {
    file.seek(SeekFrom::Start(from))?;
    Ok(ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(BUFFER_BYTES)
        .from_reader(Metered {
            file,
            left: Rc::clone(left),
        }))
}

/// One row being checked: fields by name, and what is wrong with them.
pub(super) struct Check<'r> {
    header: &'r Header,
    record: &'r StringRecord,
    found: &'r mut Found,
    line: u64,
    sound: bool,
}

impl<'r> Check<'r> {
    pub(super) fn new(table: &'r Table, record: &'r StringRecord, found: &'r mut Found) -> Self {
        Check {
            header: &table.header,
            record,
            found,
            line: table.line,
            sound: true,
        }
    }

    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Whether nothing was wrong so far.
    pub(super) fn is_sound(&self) -> bool {
        self.sound
    }

    pub(super) fn error(&mut self, column: &str, value: &str, key: &'static str, detail: &str) {
        self.found
            .add(self.line, column, value, key, detail, Severity::Error);
        self.sound = false;
    }

    pub(super) fn doubt(&mut self, column: &str, value: &str, key: &'static str) {
        self.found.doubt(self.line, column, value, key);
    }

    /// A field without the space around it; absent when there is no such column or nothing in it.
    pub(super) fn given(&self, column: &str) -> Option<&'r str> {
        let field = self.record.get(self.header.position(column)?)?.trim();
        (!field.is_empty()).then_some(field)
    }

    /// A field of at most so many characters.
    pub(super) fn text(&mut self, column: &str, chars_max: usize) -> Option<&'r str> {
        let field = self.given(column)?;
        if field.chars().count() > chars_max {
            self.error(column, field, "import-text-too-long", &chars_max.to_string());
            return None;
        }
        Some(field)
    }

    /// A field that must not be empty.
    pub(super) fn required(&mut self, column: &str, chars_max: usize) -> &'r str {
        if self.given(column).is_none() {
            self.error(column, "", "import-required", "");
        }
        self.text(column, chars_max).unwrap_or_default()
    }

    /// An organisation's, person's, offer's or subscription's name in URLs.
    pub(super) fn handle(&mut self, column: &str) -> Option<&'r str> {
        let field = self.given(column)?;
        if is_handle(field) {
            return Some(field);
        }
        self.error(column, field, "import-handle", "");
        None
    }

    pub(super) fn required_handle(&mut self, column: &str) -> &'r str {
        if self.given(column).is_none() {
            self.error(column, "", "import-required", "");
        }
        self.handle(column).unwrap_or_default()
    }

    /// A field made into something; `key` is the reason where it cannot be.
    pub(super) fn parsed<T>(
        &mut self,
        column: &str,
        key: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let field = self.given(column)?;
        let parsed = parse(field);
        if parsed.is_none() {
            self.error(column, field, key, "");
        }
        parsed
    }

    pub(super) fn word<T: FromStr<Err = UnknownWord>>(&mut self, column: &str) -> Option<T> {
        let field = self.given(column)?;
        self.read_word(column, field)
    }

    pub(super) fn required_word<T: FromStr<Err = UnknownWord>>(&mut self, column: &str) -> Option<T> {
        if self.given(column).is_none() {
            self.error(column, "", "import-required", "");
        }
        self.word(column)
    }

    /// Words with semicolons between them.
    pub(super) fn words<T: FromStr<Err = UnknownWord>>(&mut self, column: &str) -> Vec<T> {
        self.list(column)
            .into_iter()
            .filter_map(|word| self.read_word(column, word))
            .collect()
    }

    fn read_word<T: FromStr<Err = UnknownWord>>(&mut self, column: &str, word: &str) -> Option<T> {
        word.parse()
            .map_err(|unknown: UnknownWord| self.error(column, word, "import-word", &unknown.known))
            .ok()
    }

    /// What stands between semicolons.
    pub(super) fn list(&self, column: &str) -> Vec<&'r str> {
        let field = self.given(column).unwrap_or_default();
        field
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// `true` or `false`, `yes` or `no`, `1` or `0`; false when empty.
    pub(super) fn flag(&mut self, column: &str) -> bool {
        let read = |field: &str| match field.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        };
        self.parsed(column, "import-flag", read).unwrap_or(false)
    }

    pub(super) fn date(&mut self, column: &str) -> Option<Date> {
        self.parsed(column, "import-date", |field| {
            instant(field).map(|at| at.to_zoned(TimeZone::UTC).date())
        })
    }

    pub(super) fn instant(&mut self, column: &str) -> Option<Timestamp> {
        self.parsed(column, "import-date", instant)
    }

    pub(super) fn whole(&mut self, column: &str, max: i64) -> Option<i64> {
        self.parsed(column, "import-whole", |field| {
            field.parse().ok().filter(|number| (0..=max).contains(number))
        })
    }
}

/// An instant as files have it: RFC 3339, the same without offset (then UTC), or a day (then its beginning in UTC).
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let at = match text.parse::<DateTime>() {
        Ok(at) => at,
        Err(_) => text
            .parse::<Date>()
            .ok()?
            .to_datetime(jiff::civil::Time::midnight()),
    };
    at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and fields.
    type Row = (u64, Vec<String>);
    /// Line and reason.
    type Reason = (u64, &'static str);

    fn read_all(content: &[u8]) -> (Vec<Row>, Vec<Reason>) {
        let path = std::env::temp_dir().join(format!("firstline-table-{}", uuid::Uuid::now_v7()));
        std::fs::write(&path, content).unwrap();
        let mut table = Table::open(&path).unwrap();
        let (mut rows, mut found, mut record) = (Vec::new(), Found::default(), StringRecord::new());
        loop {
            match table.read(&mut record, &mut found).unwrap() {
                Read::End => break,
                Read::Bad => {}
                Read::Row => rows.push((table.line(), record.iter().map(str::to_owned).collect())),
            }
        }
        std::fs::remove_file(&path).unwrap();
        (
            rows,
            found
                .all()
                .iter()
                .map(|problem| (problem.line, problem.key))
                .collect(),
        )
    }

    fn row(line: u64, fields: &[&str]) -> Row {
        (line, fields.iter().map(|field| (*field).to_owned()).collect())
    }

    #[test]
    fn lines_are_those_of_the_file() {
        for end in ["\n", "\r\n"] {
            let content = ["\u{feff}a,b", "1,2", "", "\"x\ny\",3", "4,5", "", "", "6,7"].join(end);
            let (rows, problems) = read_all(content.as_bytes());
            assert_eq!(
                rows,
                [
                    row(2, &["1", "2"]),
                    row(4, &["x\ny", "3"]),
                    row(6, &["4", "5"]),
                    row(9, &["6", "7"])
                ],
                "{end:?}"
            );
            assert_eq!(problems, []);
        }
    }

    #[test]
    fn a_broken_row_loses_no_other() {
        for end in ["\n", "\r\n"] {
            let content = [
                "a,b,c", "1,2,3", "\"4,5,6", "7,8,9", "1,2", "1,2,3,4", "1,2,3,,", ",,", "x,\0,z", "5,6,7",
            ]
            .join(end);
            let (rows, problems) = read_all(content.as_bytes());
            let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [2, 4, 7, 10], "{end:?} {rows:?}");
            let fields = "import-field-count";
            assert_eq!(
                problems,
                [
                    (3, fields),
                    (5, fields),
                    (6, fields),
                    (9, "import-control-character")
                ]
            );
        }
    }

    #[test]
    fn a_row_without_end_is_passed_over() {
        let mut content = b"a,b\n1,2\n\"3,4\n".to_vec();
        for _ in 0..150_000 {
            content.extend_from_slice(b"fivefive,six\n");
        }
        let (rows, problems) = read_all(&content);
        assert_eq!(rows.len(), 150_001);
        assert_eq!(problems, [(3, "import-row-too-long")]);
        assert_eq!(rows[1].0, 4);
    }

    #[test]
    fn text_in_another_encoding_is_named_by_its_column() {
        let (rows, problems) = read_all(b"a;b\n1;2\n3;\xe7\n4;5\n");
        assert_eq!(rows, [row(2, &["1", "2"]), row(4, &["4", "5"])]);
        assert_eq!(problems, [(3, "import-not-utf8")]);
    }

    #[test]
    fn days_and_instants_are_read() {
        assert_eq!(instant("2026-03-01").unwrap().to_string(), "2026-03-01T00:00:00Z");
        assert_eq!(
            instant("2026-03-01T10:00:00+03:00").unwrap().to_string(),
            "2026-03-01T07:00:00Z"
        );
        assert_eq!(
            instant("2026-03-01T10:00:00").unwrap().to_string(),
            "2026-03-01T10:00:00Z"
        );
        assert_eq!(instant("March"), None);
    }
}
