//! What the hub keeps sealed, wherever it stands: found again by the key that it is sealed under, whose id it begins with. All of
//! it stands before any scope: it is the hub that seals it anew, and nobody reads it here.

use uuid::Uuid;

use crate::columns::Columns;
use crate::db::Tx;
use crate::error::StoreError;

/// Where sealed values stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The keys of people's apps, behind the step of the last code.
    App,
    /// What the hub shows at identity providers.
    Provider,
    /// What the hub shows at a translation service.
    Translation,
    /// The links of messages that wait to be sent.
    Letter,
}

/// A row that holds something sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub place: Place,
    /// The person or organisation whose row it is, and which of theirs.
    pub owner: Uuid,
    pub id: Uuid,
    /// What else the seal is for: the address that it is shown at, or nothing.
    pub about: String,
    /// The column that holds it.
    pub text: String,
}

/// Which rows and columns a place is.
struct At {
    table: &'static str,
    owner: &'static str,
    id: &'static str,
    about: &'static str,
    text: &'static str,
    /// Which of the rows hold anything.
    holds: &'static str,
    /// What stands before the id of the key.
    before: &'static str,
}

impl Place {
    pub const ALL: [Place; 4] = [Place::App, Place::Provider, Place::Translation, Place::Letter];

    fn at(self) -> At {
        match self {
            Place::App => At {
                table: "credential",
                owner: "person",
                id: "id",
                about: "''",
                text: "secret",
                holds: "kind = 'totp'",
                before: "% ",
            },
            Place::Provider => At {
                table: "identity_provider",
                owner: "organisation",
                id: "organisation",
                about: "issuer",
                text: "secret",
                holds: "secret <> ''",
                before: "",
            },
            Place::Translation => At {
                table: "translation_service",
                owner: "organisation",
                id: "organisation",
                about: "address",
                text: "secret",
                holds: "secret <> ''",
                before: "",
            },
            Place::Letter => At {
                table: "outbox",
                owner: "organisation",
                id: "id",
                about: "''",
                text: "payload",
                holds: "payload like '%\"link\":\"%'",
                before: "%\"link\":\"",
            },
        }
    }
}

/// How the rows look whose value is sealed under a key: its id has letters, digits and `-` alone.
fn under(at: &At, key: &str) -> String {
    format!("{}{key}.%", at.before)
}

/// How many values are sealed under a key, or at all.
pub fn count(tx: &mut Tx<'_>, key: Option<&str>) -> Result<u64, StoreError> {
    let mut all = 0;
    for place in Place::ALL {
        let at = place.at();
        let pattern = key.map_or_else(|| "%".to_owned(), |key| under(&at, key));
        let sql = format!(
            "select count(*) from {} where {} and {} like $1",
            at.table, at.holds, at.text
        );
        let counted: i64 = tx.query_one(&sql, &[&pattern], |row| row.get(0))?;
        all += counted.unsigned_abs();
    }
    Ok(all)
}

/// Rows of a place that are sealed under another key than this, by owner and id after `after`.
pub fn not_under(
    tx: &mut Tx<'_>,
    place: Place,
    key: &str,
    after: (Uuid, Uuid),
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let at = place.at();
    let At {
        table,
        owner,
        id,
        about,
        text,
        holds,
        ..
    } = at;
    let sql = format!(
        "select {owner}, {id}, {about}, {text} from {table}
         where {holds} and {text} not like $1 and ({owner} > $2 or {owner} = $2 and {id} > $3)
         order by {owner}, {id} limit $4"
    );
    let pattern = under(&at, key);
    tx.query(&sql, &[&pattern, &after.0, &after.1, &limit], |row| {
        Ok(Row {
            place,
            owner: row.id(0)?,
            id: row.id(1)?,
            about: row.text(2)?,
            text: row.text(3)?,
        })
    })
}

/// Puts another text in a row, unless it has changed since it was read; whether it was put.
pub fn put(tx: &mut Tx<'_>, row: &Row, text: &str) -> Result<bool, StoreError> {
    let At {
        table,
        owner,
        id,
        text: column,
        ..
    } = row.place.at();
    let sql = format!("update {table} set {column} = $4 where {owner} = $1 and {id} = $2 and {column} = $3");
    Ok(tx.execute(&sql, &[&row.owner, &row.id, &row.text, &text])? > 0)
}
