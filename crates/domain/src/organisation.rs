//! An organisation on the hub: the parts it plays and the desk at which it answers.

use serde::{Deserialize, Serialize};

use crate::id::OrganisationId;
use crate::offer::{Contact, ServiceTarget};
use crate::party::PartyKind;

/// An organisation as it presents itself to those it serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    /// Its name in URLs: lower-case letters, digits and hyphens.
    pub handle: String,
    pub name: String,
    /// Every part it plays, in the order of the line.
    pub kinds: Vec<PartyKind>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Where it is reached for support; a seller must tell its customers.
    pub desk: Contact,
    /// How soon its desk answers.
    pub promises: Vec<ServiceTarget>,
    /// What its support costs, in its own words; a seller must tell its customers.
    pub price: Option<String>,
    /// Nobody answers for it any more.
    pub orphaned: bool,
    /// Counts its changes.
    pub version: i64,
}

impl Organisation {
    pub fn is(&self, kind: PartyKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// The longest handle, in characters.
pub const HANDLE_CHARS_MAX: usize = 80;

/// Whether a text can be a handle: lower-case letters, digits and what stands between them in URLs.
pub fn is_handle(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= HANDLE_CHARS_MAX
        && text.bytes().all(|byte| is_sign(byte) || b"-_.".contains(&byte))
        && text.bytes().any(is_sign)
}

/// A handle made of a name: folded to lower-case ASCII letters, digits and single hyphens. Names without any such letter
/// give an empty handle.
pub fn handle_of(name: &str) -> String {
    let mut handle = String::new();
    for c in name.chars() {
        let plain = match c {
            'ı' | 'İ' | 'í' | 'Í' | 'ì' | 'î' | 'ï' => 'i',
            'ş' | 'Ş' => 's',
            'ğ' | 'Ğ' => 'g',
            'ü' | 'Ü' | 'ú' | 'Ú' | 'ù' | 'û' => 'u',
            'ö' | 'Ö' | 'ó' | 'Ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
            'ç' | 'Ç' => 'c',
            'ñ' | 'Ñ' => 'n',
            'á' | 'Á' | 'à' | 'â' | 'ä' | 'Ä' | 'å' | 'ã' => 'a',
            'é' | 'É' | 'è' | 'ê' | 'ë' => 'e',
            c => c.to_ascii_lowercase(),
        };
        if plain.is_ascii_alphanumeric() {
            handle.push(plain);
        } else if !handle.is_empty() && !handle.ends_with('-') {
            handle.push('-');
        }
        if handle.len() >= HANDLE_CHARS_MAX {
            break;
        }
    }
    handle.trim_end_matches('-').to_owned()
}
