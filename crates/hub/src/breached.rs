//! Passwords that are known from breaches: a file that whoever runs the hub names, in the form in which Pwned Passwords gives them
//! away. Each line is the SHA-1 of a password in capital hexadecimal, in their order, with how often it was seen behind a colon or
//! without. Nothing of the file is in memory: a password is looked for by halving it.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

/// Digits of a digest.
const DIGITS: usize = 40;
/// The longest line: the digits, a colon, a count of twenty digits, and two bytes that end it.
const LINE_BYTES_MAX: usize = DIGITS + 23;

/// A set of passwords that nobody is to choose.
#[derive(Debug)]
pub struct Breached {
    file: File,
    bytes: u64,
}

impl Breached {
    /// Opens a file of them.
    ///
    /// # Errors
    /// Where it cannot be read, or its first and last lines are not of that form or not in that order.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let set = Breached { file, bytes };
        let is_sorted = match (set.line_from(0)?, set.last()?) {
            (Some((first, _)), Some(last)) => is_digest(&first) && is_digest(&last) && first <= last,
            _ => false,
        };
        match is_sorted {
            true => Ok(set),
            false => Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "not SHA-1 digests in capital hexadecimal and in their order, a line each",
            )),
        }
    }

    /// Whether a password is among them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn has(&self, password: &str) -> io::Result<bool> {
        let sha1 = digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes());
        let wanted: String = sha1.as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
        // What is wanted begins at `low` or behind it, and before `high`.
        let (mut low, mut high) = (0, self.bytes);
        while low < high {
            let middle = low + (high - low) / 2;
            let Some(start) = self.start_from(middle)?.filter(|start| *start < high) else {
                high = middle;
                continue;
            };
            let Some((line, next)) = self.line_from(start)? else {
                return Ok(false);
            };
            match line.as_slice().cmp(wanted.as_bytes()) {
                std::cmp::Ordering::Equal => return Ok(true),
                std::cmp::Ordering::Less => low = next,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Ok(false)
    }

    /// As many bytes of the file from `at` on as a line may have.
    fn piece(&self, at: u64) -> io::Result<Vec<u8>> {
        let mut piece = vec![0; LINE_BYTES_MAX];
        let mut read = 0;
        while read < piece.len() {
            match self.file.read_at(&mut piece[read..], at + read as u64)? {
                0 => break,
                more => read += more,
            }
        }
        piece.truncate(read);
        Ok(piece)
    }

    /// Where the first line begins that begins at `at` or behind it.
    fn start_from(&self, at: u64) -> io::Result<Option<u64>> {
        let Some(before) = at.checked_sub(1) else {
            return Ok(Some(0));
        };
        let piece = self.piece(before)?;
        let end = piece.iter().position(|byte| *byte == b'\n');
        Ok(end
            .map(|end| before + end as u64 + 1)
            .filter(|start| *start < self.bytes))
    }

    /// The digest of the line that begins at `start`, and where the next one does.
    fn line_from(&self, start: u64) -> io::Result<Option<(Vec<u8>, u64)>> {
        let piece = self.piece(start)?;
        let end = piece
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(piece.len(), |end| end + 1);
        Ok(piece
            .get(..DIGITS)
            .map(|digits| (digits.to_vec(), start + end as u64)))
    }

    /// The digest of the last line.
    fn last(&self) -> io::Result<Option<Vec<u8>>> {
        let mut start = self.bytes.saturating_sub(LINE_BYTES_MAX as u64);
        if start > 0 {
            start = self.start_from(start)?.unwrap_or(start);
        }
        let mut last = None;
        while let Some((line, next)) = self.line_from(start)? {
            last = Some(line);
            start = next;
        }
        Ok(last)
    }
}

fn is_digest(line: &[u8]) -> bool {
    line.len() == DIGITS
        && line
            .iter()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_of(name: &str, text: &str) -> io::Result<Breached> {
        let path = std::env::temp_dir().join(format!("firstline-breached-{}-{name}", std::process::id()));
        std::fs::write(&path, text)?;
        let opened = Breached::open(&path);
        std::fs::remove_file(&path)?;
        opened
    }

    fn sha1(password: &str) -> String {
        let sha1 = digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes());
        sha1.as_ref().iter().map(|byte| format!("{byte:02X}")).collect()
    }

    #[test]
    fn every_password_of_the_file_is_found_and_no_other() {
        for (name, count, end) in [("one", 1, "\n"), ("some", 7, "\r\n"), ("many", 1000, "\n")] {
            let known: Vec<String> = (0..count).map(|number| format!("a password {number}")).collect();
            let mut lines: Vec<String> = known
                .iter()
                .enumerate()
                .map(|(number, password)| match number % 3 {
                    0 => sha1(password),
                    of => format!("{}:{}", sha1(password), of * 40_000_017),
                })
                .collect();
            lines.sort();
            for last in ["", end] {
                let set = file_of(name, &(lines.join(end) + last)).unwrap();
                assert!(known.iter().all(|password| set.has(password).unwrap()));
                let others = (0..count).map(|number| format!("another {number}"));
                assert!(others.into_iter().all(|password| !set.has(&password).unwrap()));
            }
        }
    }

    #[test]
    fn a_file_of_something_else_is_refused() {
        let (low, high) = (sha1("x").min(sha1("y")), sha1("x").max(sha1("y")));
        for (name, text) in [
            ("empty", String::new()),
            ("words", "password\nletmein\n".to_owned()),
            ("small", low.to_lowercase()),
            ("order", format!("{high}\n{low}\n")),
        ] {
            let refused = file_of(name, &text).unwrap_err();
            assert_eq!(refused.kind(), io::ErrorKind::InvalidData, "{name}");
        }
    }
}
