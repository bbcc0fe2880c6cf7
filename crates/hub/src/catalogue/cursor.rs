//! Where a page of results ends, in a form that goes through an address and back.

use std::fmt;
use std::str::FromStr;

use firstline_domain::id::{OfferId, OrganisationId};
use uuid::Uuid;

use crate::search::{End, Taken};

/// The last offer of a page, and what put it in its place. It stays a place between two offers when that offer, or any
/// other, comes or goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    pub(super) publisher: OrganisationId,
    pub(super) offer: OfferId,
    pub(super) by: By,
}

/// What the results are ordered by. Equals stand in the order of their publishers' ids and their own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum By {
    /// Without words: the name, as the reader read it.
    Name(String),
    /// With words: how well it answers them.
    Rank(End),
}

const NAME: &str = "name";
const RANK: &str = "rank";

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cursor { publisher, offer, by } = self;
        match by {
            By::Name(name) => write!(f, "{publisher}.{offer}.{NAME}.{name}"),
            By::Rank(End { rank, words }) => {
                write!(f, "{publisher}.{offer}.{RANK}.{rank:x}")?;
                words
                    .iter()
                    .try_for_each(|Taken { weight, typos }| write!(f, ".{:x}-{typos}", weight.to_bits()))
            }
        }
    }
}

/// Not what a cursor is written as.
#[derive(Debug, PartialEq, Eq)]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let mut parts = text.splitn(4, '.');
        let mut part = || parts.next().ok_or(NotACursor);
        let id = |text: &str| text.parse::<Uuid>().map_err(|_| NotACursor);
        Ok(Cursor {
            publisher: OrganisationId(id(part()?)?),
            offer: OfferId(id(part()?)?),
            by: match (part()?, part()?) {
                (NAME, name) => By::Name(name.to_owned()),
                (RANK, end) => By::Rank(end_of(end).ok_or(NotACursor)?),
                _ => return Err(NotACursor),
            },
        })
    }
}

fn end_of(text: &str) -> Option<End> {
    let mut parts = text.split('.');
    let rank = u32::from_str_radix(parts.next()?, 16).ok()?;
    let words = parts
        .map(|part| {
            let (weight, typos) = part.split_once('-')?;
            let weight = f32::from_bits(u32::from_str_radix(weight, 16).ok()?);
            let typos = typos.parse().ok()?;
            (weight.is_finite() && weight >= 0.0).then_some(Taken { weight, typos })
        })
        .collect::<Option<Vec<Taken>>>()?;
    Some(End { rank, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(by: By) -> Cursor {
        Cursor {
            publisher: OrganisationId(Uuid::from_u128(1)),
            offer: OfferId(Uuid::from_u128(2)),
            by,
        }
    }

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let word = |weight, typos| Taken { weight, typos };
        for by in [
            By::Name("Pınar 2.0 & 백업".to_owned()),
            By::Name(String::new()),
            By::Rank(End {
                rank: 0x8000_0001,
                words: vec![word(6.25, 0), word(0.0, 2)],
            }),
            By::Rank(End {
                rank: 7,
                words: Vec::new(),
            }),
        ] {
            let cursor = cursor(by);
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        let ids = "00000000-0000-0000-0000-000000000001.00000000-0000-0000-0000-000000000002";
        for end in [
            "",
            ".",
            ".name",
            ".rank",
            ".rank.",
            ".rank.x",
            ".rank.7.1",
            ".rank.7.1-x",
            ".rank.7.1-300",
            ".rank.7.",
            // Not a number, without end, below nothing.
            ".rank.7.7fc00000-0",
            ".rank.7.7f800000-0",
            ".rank.7.bf800000-0",
            ".rank.123456789",
            ".price.7",
        ] {
            assert_eq!(format!("{ids}{end}").parse::<Cursor>(), Err(NotACursor), "{end}");
        }
        for text in ["", "50", "x.y.name.z", &ids[1..]] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACursor), "{text}");
        }
        assert!(format!("{ids}.rank.7").parse::<Cursor>().is_ok());
    }
}
