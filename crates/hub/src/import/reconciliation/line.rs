//! One reconciliation line: its fields under whichever names they come, checked, and its digest.

use std::fmt;

use csv::StringRecord;
use firstline_domain::id::OrganisationId;
use firstline_store::invoice_line::{Digest, InvoiceLine};
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::super::ImportError;
use super::super::problem::{Found, Severity};
use super::super::subscriptions::SUBSCRIPTION_CHARS_MAX;
use super::super::table::Header;

/// The longest field that is kept.
const KEPT_BYTES_MAX: usize = 1_000;
const INVOICE_BYTES_MAX: usize = 60;
const DECIMAL_BYTES_MAX: usize = 60;

/// What a field is, for checking it and for telling whether two lines say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Decimal,
    Day,
}

macro_rules! fields {
    ($($field:ident $shape:ident $($name:literal)+,)+) => {
        /// A field of a line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Field { $($field,)+ }

        impl Field {
            const ALL: &'static [Field] = &[$(Field::$field,)+];

            const fn shape(self) -> Shape {
                match self { $(Field::$field => Shape::$shape,)+ }
            }

            /// The field that is called so, in lower case and without anything but letters and digits.
            fn named(name: &[u8]) -> Option<Field> {
                $($(if name == $name.as_bytes() { return Some(Field::$field); })+)+
                None
            }

            /// Its first name, for messages.
            const fn name(self) -> &'static str {
                match self { $(Field::$field => [$($name,)+][0],)+ }
            }
        }
    };
}

// The fields that CSV and JSON share, so that a line says the same in either; the names are those of the one-time, the
// daily rated and the older kinds of line.
fields! {
    Invoice Text "invoicenumber",
    CustomerId Text "customerid",
    CustomerName Text "customername" "customercompanyname",
    CustomerCountry Text "customercountry",
    ResellerMpn Text "resellermpnid" "tier2mpnid",
    Order Text "orderid",
    OrderDate Day "orderdate",
    ProductId Text "productid",
    ProductName Text "productname" "offername",
    SkuId Text "skuid",
    SkuName Text "skuname",
    Availability Text "availabilityid",
    PublisherId Text "publisherid",
    PublisherName Text "publishername",
    Subscription Text "subscriptionid",
    SubscriptionStart Day "subscriptionstartdate",
    ChargeType Text "chargetype",
    ChargeStart Day "chargestartdate" "startdate",
    ChargeEnd Day "chargeenddate" "enddate",
    UsageDate Day "usagedate",
    Term Text "termandbillingcycle" "billingcycletype",
    UnitPrice Decimal "unitprice" "listprice",
    EffectiveUnitPrice Decimal "effectiveunitprice",
    UnitType Text "unittype" "unit",
    Quantity Decimal "quantity" "consumedquantity",
    BillableQuantity Decimal "billablequantity",
    Subtotal Decimal "subtotal" "billingpretaxtotal" "pretaxcharges" "pretaxtotal",
    Tax Decimal "taxtotal" "tax" "taxamount",
    Total Decimal "totalforcustomer" "total" "posttaxtotal" "aftertaxtotal",
    PricingPreTax Decimal "pricingpretaxtotal",
    Currency Text "currency" "billingcurrency" "currencycode",
    MeterId Text "meterid" "resourceguid",
    MeterName Text "metername" "resourcename",
    Location Text "resourcelocation" "region",
    ConsumedService Text "consumedservice" "servicename",
    ResourceUri Text "resourceuri" "resourcegroup",
    Entitlement Text "entitlementid",
    Credit Text "credittype" "creditreasoncode",
    Benefit Text "benefitid" "alternateid" "reservationorderid",
}

/// Amounts: without any of them it is no line.
const AMOUNTS: [Field; 4] = [Field::Subtotal, Field::Total, Field::UnitPrice, Field::Quantity];
const COUNT: usize = Field::ALL.len();

/// Where each field stands in a record.
#[derive(Debug, Clone)]
pub(super) struct Columns([Option<usize>; COUNT]);

impl Columns {
    /// By the names of CSV columns.
    pub(super) fn of_header(header: &Header) -> Result<Self, ImportError> {
        let mut columns = Columns([None; COUNT]);
        for (index, name) in header.names().enumerate() {
            let bare: Vec<u8> = name.bytes().filter(u8::is_ascii_alphanumeric).collect();
            if let Some(field) = Field::named(&bare) {
                columns.0[field as usize].get_or_insert(index);
            }
        }
        let has = |field: Field| columns.0[field as usize].is_some();
        let says_whose = has(Field::CustomerId) || has(Field::Subscription);
        if !says_whose || !AMOUNTS.into_iter().any(has) {
            return Err(ImportError::Columns(
                "CustomerId, SubscriptionId, Subtotal".to_owned(),
            ));
        }
        Ok(columns)
    }

    /// As [`read_item`] leaves them.
    pub(super) fn of_items() -> Self {
        Columns(std::array::from_fn(Some))
    }
}

/// A line as it is read. Its record is used again for lines to come.
#[derive(Debug, Default)]
pub(in crate::import) struct Line {
    pub(super) line: u64,
    pub(super) record: StringRecord,
    digest: Digest,
    from: Option<Day>,
    until: Option<Day>,
}

/// An ISO date as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day([u8; 10]);

impl Day {
    pub(super) fn as_str(&self) -> &str {
        // Made of digits and hyphens alone.
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Reads `2024-03-01`, with whatever time after it, or `3/1/2024`, likewise. The outer option says whether it is a
    /// date, the inner one whether it says anything: year 1 stands for none.
    pub(super) fn read(text: &str) -> Option<Option<Day>> {
        let bytes = text.as_bytes();
        let ends = |index: usize| {
            bytes
                .get(index)
                .is_none_or(|byte| matches!(byte, b'T' | b't' | b' '))
        };
        let (year, month, day) = if bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-') && ends(10) {
            (
                digits(bytes.get(..4)?)?,
                digits(bytes.get(5..7)?)?,
                digits(bytes.get(8..10)?)?,
            )
        } else {
            let date = bytes.split(|byte| *byte == b' ').next()?;
            let mut parts = date.split(|byte| *byte == b'/');
            let (month, day, year) = (
                digits(parts.next()?)?,
                digits(parts.next()?)?,
                digits(parts.next()?)?,
            );
            if parts.next().is_some() || year < 1000 {
                return None;
            }
            (year, month, day)
        };
        if year == 1 {
            return Some(None);
        }
        let date = jiff::civil::Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        );
        if date.is_err() || year > 9999 {
            return None;
        }
        let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or(0);
        Some(Some(Day([
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ])))
    }
}

fn digits(bytes: &[u8]) -> Option<u32> {
    if bytes.is_empty() || bytes.len() > 4 {
        return None;
    }
    bytes.iter().try_fold(0, |number, byte| {
        byte.is_ascii_digit()
            .then(|| number * 10 + u32::from(byte - b'0'))
    })
}

/// Whether it is a number as files have them: digits, a point, perhaps an exponent.
fn is_decimal(text: &str) -> bool {
    let bytes = text.strip_prefix(['-', '+']).unwrap_or(text).as_bytes();
    let (number, exponent) = match bytes.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => (&bytes[..at], Some(&bytes[at + 1..])),
        None => (bytes, None),
    };
    let mut points = 0;
    let is_number = number.iter().all(|byte| {
        points += u8::from(*byte == b'.');
        byte.is_ascii_digit() || *byte == b'.'
    });
    let is_exponent = |part: &[u8]| {
        let digits = part
            .strip_prefix(b"-")
            .or_else(|| part.strip_prefix(b"+"))
            .unwrap_or(part);
        (1..=3).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
    };
    is_number
        && points < 2
        && number.iter().any(u8::is_ascii_digit)
        && text.len() <= DECIMAL_BYTES_MAX
        && exponent.is_none_or(is_exponent)
}

/// A number without what does not count: a plus, and zeros after the point.
fn bare_decimal(text: &str) -> &str {
    let text = text.strip_prefix('+').unwrap_or(text);
    if text.contains('.') && !text.contains(['e', 'E']) {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        text
    }
}

impl Line {
    /// A field without the space around it; empty when there is none.
    pub(super) fn get(&self, columns: &Columns, field: Field) -> &str {
        columns.0[field as usize]
            .and_then(|index| self.record.get(index))
            .unwrap_or_default()
            .trim()
    }

    /// Whether it is charged by use.
    pub(super) fn is_usage(&self, columns: &Columns) -> bool {
        !self.get(columns, Field::UsageDate).is_empty() || !self.get(columns, Field::MeterId).is_empty()
    }

    /// First day of what is charged.
    pub(super) fn from(&self) -> Option<&Day> {
        self.from.as_ref()
    }

    /// Checks every field and takes the digest; says whether the line can be kept. `said` is room to write in.
    pub(super) fn check(&mut self, columns: &Columns, said: &mut Vec<u8>, found: &mut Found) -> bool {
        said.clear();
        let (mut usage, mut from, mut until) = (None, None, None);
        let mut sound = true;
        for field in Field::ALL {
            let text = self.get(columns, *field);
            if text.is_empty() {
                continue;
            }
            let mut wrong = |key, detail: &str| {
                found.add(self.line, field.name(), text, key, detail, Severity::Error);
                sound = false;
            };
            let bytes_max = match field {
                Field::Invoice => INVOICE_BYTES_MAX,
                Field::Subscription
                | Field::CustomerId
                | Field::PublisherId
                | Field::ProductId
                | Field::ResellerMpn => SUBSCRIPTION_CHARS_MAX,
                Field::ResourceUri => usize::MAX,
                _ => KEPT_BYTES_MAX,
            };
            if text.len() > bytes_max {
                wrong("import-text-too-long", &bytes_max.to_string());
                continue;
            }
            let day;
            let canonical = match field.shape() {
                Shape::Text => text,
                Shape::Decimal if is_decimal(text) => bare_decimal(text),
                Shape::Decimal => {
                    wrong("import-decimal", "");
                    continue;
                }
                Shape::Day => match Day::read(text) {
                    None => {
                        wrong("import-date", "");
                        continue;
                    }
                    Some(None) => continue,
                    Some(Some(read)) => {
                        match field {
                            Field::UsageDate => usage = Some(read),
                            Field::ChargeStart => from = Some(read),
                            Field::ChargeEnd => until = Some(read),
                            _ => {}
                        }
                        day = read;
                        day.as_str()
                    }
                },
            };
            // The byte at the end stands in no text, so that what one field says never runs into the next.
            said.push(*field as u8);
            let start = said.len();
            said.extend_from_slice(canonical.as_bytes());
            if *field == Field::CustomerId {
                said[start..].make_ascii_lowercase();
            }
            said.push(0xff);
        }
        if sound && AMOUNTS.iter().all(|field| self.get(columns, *field).is_empty()) {
            found.error(self.line, "", "", "import-not-a-line");
            return false;
        }
        self.from = usage.or(from);
        self.until = usage.or(until);
        self.digest.copy_from_slice(&blake3::hash(said).as_bytes()[..16]);
        sound
    }

    /// What is kept of it.
    pub(super) fn kept<'l>(&'l self, columns: &Columns, customer: Option<OrganisationId>) -> InvoiceLine<'l> {
        let given = |field| Some(self.get(columns, field)).filter(|text| !text.is_empty());
        InvoiceLine {
            invoice: given(Field::Invoice).unwrap_or_default(),
            digest: self.digest,
            line: i64::try_from(self.line).unwrap_or(i64::MAX),
            customer,
            subscription: given(Field::Subscription),
            publisher_name: given(Field::PublisherName),
            product: given(Field::ProductName).or_else(|| given(Field::ProductId)),
            sku: given(Field::SkuName).or_else(|| given(Field::SkuId)),
            order_id: given(Field::Order),
            charge_type: given(Field::ChargeType),
            charged_from: self.from.as_ref().map(Day::as_str),
            charged_until: self.until.as_ref().map(Day::as_str),
            quantity: given(Field::Quantity),
            unit_price: given(Field::UnitPrice),
            subtotal: given(Field::Subtotal),
            tax: given(Field::Tax),
            total: given(Field::Total),
            currency: given(Field::Currency),
        }
    }
}

/// Reads a JSON item into a record with all fields in their order. The error is a message key and what the parser says.
pub(super) fn read_item(text: &[u8], record: &mut StringRecord) -> Result<(), (&'static str, String)> {
    let mut values: [&str; COUNT] = [""; COUNT];
    let mut owned: Vec<(Field, String)> = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(text);
    let reading = Reading {
        values: &mut values,
        owned: &mut owned,
    };
    json.deserialize_map(reading)
        .and_then(|()| json.end())
        .map_err(|error| ("import-json", error.to_string()))?;
    record.clear();
    for field in Field::ALL {
        let unescaped = owned
            .iter()
            .rev()
            .find(|(of, _)| of == field)
            .map(|(_, text)| text.as_str());
        let value = unescaped.unwrap_or(values[*field as usize]);
        if value.contains('\0') {
            return Err(("import-control-character", String::new()));
        }
        record.push_field(value);
    }
    Ok(())
}

/// Takes the known fields out of an object, numbers as the text they are written in.
struct Reading<'v, 'j> {
    values: &'v mut [&'j str; COUNT],
    /// Texts with escapes in them.
    owned: &'v mut Vec<(Field, String)>,
}

impl<'j> Visitor<'j> for Reading<'_, 'j> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a reconciliation line")
    }

    fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(field)) = map.next_key()? {
            let Some(field) = field else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let raw = map.next_value::<&RawValue>()?.get();
            if let Some(quoted) = raw.strip_prefix('"') {
                if raw.contains('\\') {
                    self.owned.push((
                        field,
                        serde_json::from_str(raw).map_err(serde::de::Error::custom)?,
                    ));
                } else {
                    self.values[field as usize] = quoted.strip_suffix('"').unwrap_or(quoted);
                }
            } else if raw != "null" && !raw.starts_with(['{', '[']) && self.values[field as usize].is_empty()
            {
                self.values[field as usize] = raw;
            }
        }
        Ok(())
    }
}

/// The field that a key names, in whichever spelling.
struct Name(Option<Field>);

impl<'j> serde::Deserialize<'j> for Name {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        struct Spelling;
        impl Visitor<'_> for Spelling {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                let mut bare = [0_u8; 40];
                let mut length = 0;
                for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
                    let Some(place) = bare.get_mut(length) else {
                        return Ok(Name(None));
                    };
                    *place = byte.to_ascii_lowercase();
                    length += 1;
                }
                Ok(Name(Field::named(&bare[..length])))
            }
        }
        deserializer.deserialize_str(Spelling)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        for text in ["0", "-1.50", "+3", "0.0209496384791679", "1E-05", ".5", "12."] {
            assert!(is_decimal(text), "{text}");
        }
        for text in [
            "", "-", "1,5", "1.2.3", "abc", "1e", "0x10", "NaN", "1 000", "€5", "e5", ".",
        ] {
            assert!(!is_decimal(text), "{text}");
        }
        assert_eq!(bare_decimal("1.500"), "1.5");
        assert_eq!(bare_decimal("10.0"), "10");
        assert_eq!(bare_decimal("100"), "100");
    }

    #[test]
    fn days_are_read_in_both_spellings() {
        let read = |text| Day::read(text).map(|day| day.map(|day| day.as_str().to_owned()));
        for text in [
            "2019-01-04",
            "2019-01-04T01:00:12.6647304Z",
            "1/4/2019",
            "01/04/2019 12:00:00 AM",
        ] {
            assert_eq!(read(text), Some(Some("2019-01-04".to_owned())), "{text}");
        }
        assert_eq!(read("0001-01-01T00:00:00"), Some(None));
        for text in [
            "",
            "yesterday",
            "2019-13-01",
            "2019-02-30",
            "4.1.2019",
            "2019-1-4",
            "1/4/19",
            "2019-01-04x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_says_the_same_in_csv_and_json() {
        let json = br#"{"CustomerId":"ABC","subtotal":17.20,"chargeStartDate":"2019-01-04T00:00:00Z","productName":"A\u0026B","links":{"x":[1]},"tax":null}"#;
        let mut one = Line {
            line: 1,
            ..Line::default()
        };
        read_item(json, &mut one.record).unwrap();
        let mut found = Found::default();
        assert!(
            one.check(&Columns::of_items(), &mut Vec::new(), &mut found),
            "{found:?}"
        );

        let mut columns = Columns([None; COUNT]);
        for (index, field) in [
            Field::Subtotal,
            Field::CustomerId,
            Field::ProductName,
            Field::ChargeStart,
        ]
        .iter()
        .enumerate()
        {
            columns.0[*field as usize] = Some(index);
        }
        let mut other = Line {
            record: StringRecord::from(vec!["17.2", "abc", "A&B", "1/4/2019"]),
            ..Line::default()
        };
        assert!(other.check(&columns, &mut Vec::new(), &mut found));
        assert_eq!(one.digest, other.digest);
        assert_eq!(one.get(&Columns::of_items(), Field::Subtotal), "17.20");
    }
}
