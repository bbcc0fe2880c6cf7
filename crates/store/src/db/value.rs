//! What goes into a statement and what comes out of it, the same for both engines.
//!
//! | Rust | SQLite | PostgreSQL |
//! |---|---|---|
//! | `i64`, `i32` | `integer` | `bigint` (also `integer`, `smallint`) |
//! | `bool` | `integer` 0 or 1 | `boolean` |
//! | `f64` | `real` | `double precision` |
//! | `&str`, `String` | `text` | `text` |
//! | `Uuid` | `blob` of 16 bytes | `uuid` |
//! | `&[u8]`, `Vec<u8>` | `blob` | `bytea` |
//! | `Option` of these | `null` when `None` | `null` when `None` |
//! | `[T]`, `Vec<T>` of these | a list for `= any($n)` | an array for `= any($n)` |
//!
//! Migrations use `bigint` for every whole number (the macro `{int}`); `integer` is understood all the same, because
//! system tables have such columns. PostgreSQL adds up `bigint` to `numeric`: write `cast(sum(x) as bigint)`.

use std::error::Error;
use std::rc::Rc;

use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, Kind, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, Value as SqliteValue, ValueRef};
use uuid::Uuid;

use crate::error::StoreError;

/// One value on its way into a statement or out of a row.
///
/// Values of a list must all be of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(&'a str),
    Uuid(Uuid),
    Bytes(&'a [u8]),
    List(Vec<Value<'a>>),
}

impl Value<'_> {
    /// The kind alone: content never goes into an error or a log.
    fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Int(_) => "a whole number",
            Value::Float(_) => "a number",
            Value::Text(_) => "text",
            Value::Uuid(_) => "a uuid",
            Value::Bytes(_) => "bytes",
            Value::List(_) => "a list",
        }
    }
}

/// Something that can be bound to `$n`. Implement it for a type of the field by handing on the value it wraps.
pub trait Param {
    fn value(&self) -> Value<'_>;
}

macro_rules! param {
    ($($type:ty, $self:ident => $value:expr;)*) => {
        $(impl Param for $type {
            #[inline]
            fn value(&$self) -> Value<'_> {
                $value
            }
        })*
    };
}

param! {
    bool, self => Value::Bool(*self);
    i64, self => Value::Int(*self);
    i32, self => Value::Int(i64::from(*self));
    u32, self => Value::Int(i64::from(*self));
    f64, self => Value::Float(*self);
    str, self => Value::Text(self);
    String, self => Value::Text(self);
    Uuid, self => Value::Uuid(*self);
    [u8], self => Value::Bytes(self);
    Vec<u8>, self => Value::Bytes(self);
    Value<'_>, self => self.clone();
}

impl<T: Param + ?Sized> Param for &T {
    #[inline]
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl<T: Param> Param for Option<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Param::value)
    }
}

impl<T: Param> Param for [T] {
    fn value(&self) -> Value<'_> {
        Value::List(self.iter().map(Param::value).collect())
    }
}

impl<T: Param> Param for Vec<T> {
    fn value(&self) -> Value<'_> {
        self.as_slice().value()
    }
}

/// A type that a column can be read as.
pub trait FromValue<'a>: Sized {
    /// What the column should have held, for the error.
    const WANTED: &'static str;

    /// `None` when the value is of another kind or out of range.
    fn from_value(value: Value<'a>) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty, $wanted:literal, $($pattern:pat => $result:expr),+;)*) => {
        $(impl<'a> FromValue<'a> for $type {
            const WANTED: &'static str = $wanted;

            #[inline]
            fn from_value(value: Value<'a>) -> Option<Self> {
                match value {
                    $($pattern => $result,)+
                    _ => None,
                }
            }
        })*
    };
}

from_value! {
    bool, "a boolean", Value::Bool(it) => Some(it), Value::Int(0) => Some(false), Value::Int(1) => Some(true);
    i64, "a whole number", Value::Int(it) => Some(it);
    i32, "a whole number of 32 bits", Value::Int(it) => it.try_into().ok();
    u32, "a whole number of 32 bits, not negative", Value::Int(it) => it.try_into().ok();
    f64, "a number", Value::Float(it) => Some(it), Value::Int(it) => Some(it as f64);
    &'a str, "text", Value::Text(it) => Some(it);
    String, "text", Value::Text(it) => Some(it.to_owned());
    Uuid, "a uuid", Value::Uuid(it) => Some(it), Value::Bytes(it) => Uuid::from_slice(it).ok();
    &'a [u8], "bytes", Value::Bytes(it) => Some(it);
    Vec<u8>, "bytes", Value::Bytes(it) => Some(it.to_vec());
}

impl<'a, T: FromValue<'a>> FromValue<'a> for Option<T> {
    const WANTED: &'static str = T::WANTED;

    #[inline]
    fn from_value(value: Value<'a>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// One row of an answer. It lives as long as the step that produced it: take out what is needed and let it go.
pub struct Row<'a>(pub(super) RowKind<'a>);

pub(super) enum RowKind<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl<'a> Row<'a> {
    /// The column at `index`, counted from 0.
    ///
    /// # Errors
    /// [`StoreError::Column`] when there is no such column or it holds something else; it names the column.
    #[inline]
    pub fn get<T: FromValue<'a>>(&self, index: usize) -> Result<T, StoreError> {
        let value = self.value(index)?;
        let found = value.kind();
        T::from_value(value).ok_or_else(|| self.mismatch(index, T::WANTED, found.to_owned()))
    }

    /// The column at `index`, made into a type of the field; `parse` says `None` to what it does not know.
    ///
    /// # Errors
    /// [`StoreError::Column`] as for [`Row::get`], and when `parse` does not know the value.
    pub fn parse<T: FromValue<'a>, U>(
        &self,
        index: usize,
        parse: impl FnOnce(T) -> Option<U>,
    ) -> Result<U, StoreError> {
        parse(self.get(index)?)
            .ok_or_else(|| self.mismatch(index, "a value this version knows", "another one".to_owned()))
    }

    #[inline]
    fn value(&self, index: usize) -> Result<Value<'a>, StoreError> {
        match self.0 {
            RowKind::Sqlite(row) => match row.get_ref(index) {
                Ok(ValueRef::Null) => Ok(Value::Null),
                Ok(ValueRef::Integer(it)) => Ok(Value::Int(it)),
                Ok(ValueRef::Real(it)) => Ok(Value::Float(it)),
                Ok(ValueRef::Blob(it)) => Ok(Value::Bytes(it)),
                Ok(ValueRef::Text(it)) => str::from_utf8(it)
                    .map(Value::Text)
                    .map_err(|_| self.mismatch(index, "text", "text that is not UTF-8".to_owned())),
                Err(_) => Err(self.mismatch(index, "a column", "none".to_owned())),
            },
            RowKind::Postgres(row) => row.try_get(index).map_err(|error| {
                let found = error
                    .source()
                    .map_or_else(|| "none".to_owned(), ToString::to_string);
                self.mismatch(index, "a column of a type in use", found)
            }),
        }
    }

    fn mismatch(&self, index: usize, wanted: &'static str, found: String) -> StoreError {
        let name = match self.0 {
            RowKind::Sqlite(row) => row.as_ref().column_name(index).ok(),
            RowKind::Postgres(row) => row.columns().get(index).map(postgres::Column::name),
        };
        let column = name.map_or_else(|| format!("#{index}"), str::to_owned);
        StoreError::Column {
            column,
            wanted,
            found,
        }
    }
}

impl rusqlite::ToSql for Value<'_> {
    #[inline]
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Bool(it) => ToSqlOutput::Borrowed(ValueRef::Integer(i64::from(*it))),
            Value::Int(it) => ToSqlOutput::Borrowed(ValueRef::Integer(*it)),
            Value::Float(it) => ToSqlOutput::Borrowed(ValueRef::Real(*it)),
            Value::Text(it) => ToSqlOutput::Borrowed(ValueRef::Text(it.as_bytes())),
            Value::Uuid(it) => ToSqlOutput::Borrowed(ValueRef::Blob(it.as_bytes())),
            Value::Bytes(it) => ToSqlOutput::Borrowed(ValueRef::Blob(it)),
            Value::List(it) => {
                ToSqlOutput::from_rc(Rc::new(it.iter().map(owned).collect::<Vec<_>>()), c"rarray")
            }
        })
    }
}

/// SQLite's list parameter owns its values.
fn owned(value: &Value<'_>) -> SqliteValue {
    match value {
        // A list inside a list has no meaning in either engine; PostgreSQL refuses it when binding.
        Value::Null | Value::List(_) => SqliteValue::Null,
        Value::Bool(it) => SqliteValue::Integer(i64::from(*it)),
        Value::Int(it) => SqliteValue::Integer(*it),
        Value::Float(it) => SqliteValue::Real(*it),
        Value::Text(it) => SqliteValue::Text((*it).to_owned()),
        Value::Uuid(it) => SqliteValue::Blob(it.as_bytes().to_vec()),
        Value::Bytes(it) => SqliteValue::Blob(it.to_vec()),
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Bool(it) if *ty == Type::BOOL => it.to_sql(ty, out),
            Value::Int(it) if *ty == Type::INT8 => it.to_sql(ty, out),
            Value::Int(it) if *ty == Type::INT4 => i32::try_from(*it)?.to_sql(ty, out),
            Value::Int(it) if *ty == Type::INT2 => i16::try_from(*it)?.to_sql(ty, out),
            Value::Float(it) if *ty == Type::FLOAT8 => it.to_sql(ty, out),
            Value::Text(it) if <&str as ToSql>::accepts(ty) => it.to_sql(ty, out),
            Value::Uuid(it) if *ty == Type::UUID => it.to_sql(ty, out),
            Value::Bytes(it) if *ty == Type::BYTEA => it.to_sql(ty, out),
            Value::List(it) if matches!(ty.kind(), Kind::Array(_)) => it.to_sql(ty, out),
            _ => Err(format!("{} given where {ty} is wanted", self.kind()).into()),
        }
    }

    /// Which value fits is known only when it is there: `to_sql` decides.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *ty {
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Float(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Float(f32::from_sql(ty, raw)?.into()),
            Type::UUID => Value::Uuid(Uuid::from_sql(ty, raw)?),
            Type::BYTEA => Value::Bytes(raw),
            _ if <&str as FromSql>::accepts(ty) => Value::Text(<&str>::from_sql(ty, raw)?),
            _ => return Err(format!("the type {ty}").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Value::Null)
    }

    /// An unknown type is refused in `from_sql`, where it can be named.
    fn accepts(_: &Type) -> bool {
        true
    }
}
