//! How the field's values stand in columns: ids as UUIDs, words as text, documents as JSON text, instants as microseconds.

use std::fmt::Display;
use std::str::FromStr;

use firstline_domain::id::{
    DecisionId, OfferId, OrganisationId, PersonId, RelationshipId, SplitId, SubscriptionId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::db::{Param, Row, Value};
use crate::error::StoreError;

macro_rules! id_params {
    ($($id:ty)*) => {
        $(impl Param for $id {
            fn value(&self) -> Value<'_> {
                Value::Uuid(self.0)
            }
        })*
    };
}

id_params! { OrganisationId PersonId OfferId SubscriptionId SplitId DecisionId RelationshipId }

/// A document as it stands in a column.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    // The field's documents have string keys and no failing serialisers, which is all that JSON can refuse.
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

fn unreadable(index: usize, wanted: &'static str, found: impl Display) -> StoreError {
    StoreError::Column {
        column: index.to_string(),
        wanted,
        found: found.to_string(),
    }
}

/// Reading a row by position into the field's types.
pub(crate) trait Columns {
    fn id(&self, index: usize) -> Result<Uuid, StoreError>;
    fn text(&self, index: usize) -> Result<String, StoreError>;
    fn optional_text(&self, index: usize) -> Result<Option<String>, StoreError>;
    fn json<T: DeserializeOwned>(&self, index: usize) -> Result<T, StoreError>;
    fn word<T: FromStr<Err: Display>>(&self, index: usize) -> Result<T, StoreError>;
    fn optional_word<T: FromStr<Err: Display>>(&self, index: usize) -> Result<Option<T>, StoreError>;
    fn instant(&self, index: usize) -> Result<Timestamp, StoreError>;
    fn optional_instant(&self, index: usize) -> Result<Option<Timestamp>, StoreError>;
    fn date(&self, index: usize) -> Result<Date, StoreError>;
    fn optional_date(&self, index: usize) -> Result<Option<Date>, StoreError>;
}

impl Columns for Row<'_> {
    fn id(&self, index: usize) -> Result<Uuid, StoreError> {
        self.get(index)
    }

    fn text(&self, index: usize) -> Result<String, StoreError> {
        self.get(index)
    }

    fn optional_text(&self, index: usize) -> Result<Option<String>, StoreError> {
        self.get(index)
    }

    fn json<T: DeserializeOwned>(&self, index: usize) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(index)?).map_err(|error| unreadable(index, "a document", error))
    }

    fn word<T: FromStr<Err: Display>>(&self, index: usize) -> Result<T, StoreError> {
        self.text(index)?
            .parse()
            .map_err(|error| unreadable(index, "a known word", error))
    }

    fn optional_word<T: FromStr<Err: Display>>(&self, index: usize) -> Result<Option<T>, StoreError> {
        self.optional_text(index)?
            .map(|word| {
                word.parse()
                    .map_err(|error| unreadable(index, "a known word", error))
            })
            .transpose()
    }

    fn instant(&self, index: usize) -> Result<Timestamp, StoreError> {
        Timestamp::from_microsecond(self.get(index)?).map_err(|error| unreadable(index, "an instant", error))
    }

    fn optional_instant(&self, index: usize) -> Result<Option<Timestamp>, StoreError> {
        self.get::<Option<i64>>(index)?
            .map(|micros| {
                Timestamp::from_microsecond(micros).map_err(|error| unreadable(index, "an instant", error))
            })
            .transpose()
    }

    fn date(&self, index: usize) -> Result<Date, StoreError> {
        self.word(index)
    }

    fn optional_date(&self, index: usize) -> Result<Option<Date>, StoreError> {
        self.optional_word(index)
    }
}
