//! Walking a log from its beginning, and finding the first line that is not as it was written.

use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use serde_json::Value;

use super::{COLUMNS, Hash, Head, Line, ORIGIN, hex, read};
use crate::db::Tx;
use crate::error::StoreError;

/// Lines that are in memory at a time.
const PIECE_LINES: i64 = 2000;

/// The act by which the removal of old lines is recorded, and what its detail calls the last of them.
pub const REMOVAL: &str = "remove-old-lines";
pub const REMOVAL_NUMBER: &str = "last";
pub const REMOVAL_HASH: &str = "hash";

/// A log that is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    pub lines: u64,
    pub head: Head,
}

/// What is wrong with a log, at the first place where something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The line is not what its hash is of.
    Altered(i64),
    /// A word about a person that stands beside the line is not the one that was sealed.
    Reworded(i64),
    /// There is no such line, and one after it.
    Missing(i64),
    /// The line does not follow the one before it: one of the two was put there.
    Unchained(i64),
    /// The log ends before this line, which its head says is the last, or at one that the head does not know.
    Cut(i64),
    /// The log begins after this line, and nothing in it says that those before were removed for their age.
    Beheaded(i64),
    /// The log has lines but no head.
    Headless,
    /// No line has the hash that was written down, and the log does not begin after it either.
    Rewritten,
}

impl Fault {
    /// The line that first fails, where it is one.
    pub fn line(self) -> Option<i64> {
        match self {
            Fault::Altered(line)
            | Fault::Reworded(line)
            | Fault::Missing(line)
            | Fault::Unchained(line)
            | Fault::Cut(line)
            | Fault::Beheaded(line) => Some(line),
            Fault::Headless | Fault::Rewritten => None,
        }
    }

    /// The key of the sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Fault::Altered(_) => "audit-fault-altered",
            Fault::Reworded(_) => "audit-fault-reworded",
            Fault::Missing(_) => "audit-fault-missing",
            Fault::Unchained(_) => "audit-fault-unchained",
            Fault::Cut(_) => "audit-fault-cut",
            Fault::Beheaded(_) => "audit-fault-beheaded",
            Fault::Headless => "audit-fault-headless",
            Fault::Rewritten => "audit-fault-rewritten",
        }
    }
}

/// Walks a whole log. `written_down` is a hash that was the head's at some time: the log must still contain it.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not see the log; what is wrong with the log itself is in the value.
pub fn verify(
    tx: &mut Tx<'_>,
    scope: &Scope,
    log: OrganisationId,
    written_down: Option<&Hash>,
) -> Result<Result<Verified, Fault>, StoreError> {
    let head = super::head(tx, scope, log)?;
    let mut walk = Walk::from(head.as_ref());
    let walked = walk.on(tx, log, i64::MAX, written_down)?;
    Ok(walked.and_then(|()| walk.end(head, written_down)))
}

/// How far a walk has come.
pub(super) struct Walk {
    lines: u64,
    number: i64,
    hash: Hash,
    /// What the last recorded removal says the log begins after.
    removal: Option<(i64, String)>,
    met: bool,
}

impl Walk {
    pub(super) fn from(head: Option<&Head>) -> Self {
        Walk {
            lines: 0,
            number: head.map_or(0, |head| head.start_number),
            hash: head.map_or(ORIGIN, |head| head.start_hash),
            removal: None,
            met: false,
        }
    }

    /// Goes on to a line, or to the end of the log.
    pub(super) fn on(
        &mut self,
        tx: &mut Tx<'_>,
        log: OrganisationId,
        to: i64,
        written_down: Option<&Hash>,
    ) -> Result<Result<(), Fault>, StoreError> {
        loop {
            let piece = tx.query(
                &format!(
                    "select {COLUMNS} from audit where organisation = $1 and number > $2 and number <= $3
                     order by number limit $4"
                ),
                &[&log, &self.number, &to, &PIECE_LINES],
                read,
            )?;
            if piece.is_empty() {
                return Ok(Ok(()));
            }
            for line in &piece {
                if let Err(fault) = self.step(line, written_down) {
                    return Ok(Err(fault));
                }
            }
        }
    }

    fn step(&mut self, line: &Line, written_down: Option<&Hash>) -> Result<(), Fault> {
        if line.number != self.number + 1 {
            return Err(Fault::Missing(self.number + 1));
        }
        if line.hash_now() != line.hash {
            return Err(Fault::Altered(line.number));
        }
        if line.previous != self.hash {
            return Err(Fault::Unchained(line.number));
        }
        if line.words.iter().any(|(seal, word)| !word.fits(seal)) {
            return Err(Fault::Reworded(line.number));
        }
        if line.act == REMOVAL {
            self.removal = removal(line);
        }
        self.met |= written_down == Some(&line.hash);
        self.lines += 1;
        self.number = line.number;
        self.hash = line.hash;
        Ok(())
    }

    fn end(self, head: Option<Head>, written_down: Option<&Hash>) -> Result<Verified, Fault> {
        let Some(head) = head else {
            return Err(match (self.lines, written_down) {
                (0, None) => {
                    return Ok(Verified {
                        lines: 0,
                        head: Head {
                            number: 0,
                            hash: ORIGIN,
                            start_number: 0,
                            start_hash: ORIGIN,
                        },
                    });
                }
                (0, Some(_)) => Fault::Rewritten,
                _ => Fault::Headless,
            });
        };
        if self.number != head.number || self.hash != head.hash {
            let first = head.number.min(self.number) + 1;
            return Err(Fault::Cut(first.min(head.number.max(self.number))));
        }
        let begins = (head.start_number, hex(&head.start_hash));
        if head.start_number > 0 && self.removal.as_ref() != Some(&begins) {
            return Err(Fault::Beheaded(head.start_number));
        }
        if !self.met && written_down.is_some_and(|hash| *hash != head.start_hash) {
            return Err(Fault::Rewritten);
        }
        Ok(Verified {
            lines: self.lines,
            head,
        })
    }
}

/// What a recorded removal says that the log begins after.
fn removal(line: &Line) -> Option<(i64, String)> {
    let detail: Value = serde_json::from_str(&line.detail).ok()?;
    let number = detail.get(REMOVAL_NUMBER)?.as_i64()?;
    let hash = detail.get(REMOVAL_HASH)?.as_str()?;
    Some((number, hash.to_owned()))
}
