//! Why the hub's keys cannot be used.

use std::io;
use std::path::PathBuf;

use firstline_domain::lang::Lang;
use jiff::Timestamp;

use super::{KEYS_MAX, file};
use crate::locale::{self, Args};

/// What is wrong with a line of a file of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has not four words.
    Words,
    /// The id has other signs, or too many.
    Id,
    /// The id stands in a line before.
    Twice,
    /// A form that this version does not know.
    Form,
    /// Not an instant.
    Since,
    /// Not 32 bytes in base64.
    Secret,
    /// More keys than a file can hold.
    Many,
}

impl Fault {
    /// The key of the words for it.
    fn key(self) -> &'static str {
        match self {
            Fault::Words => "keys-fault-words",
            Fault::Id => "keys-fault-id",
            Fault::Twice => "keys-fault-twice",
            Fault::Form => "keys-fault-form",
            Fault::Since => "keys-fault-since",
            Fault::Secret => "keys-fault-secret",
            Fault::Many => "keys-fault-many",
        }
    }
}

/// Why the hub's keys cannot be used. No message holds anything of a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    #[error("no file of keys is named")]
    Unnamed,
    #[error("there is no file of keys at {}", path.display())]
    Missing { path: PathBuf },
    #[error("{} cannot be read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} cannot be written", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("others can read or change {} (mode {mode:o})", path.display())]
    Exposed { path: PathBuf, mode: u32 },
    #[error("{} is larger than a file of keys can be", path.display())]
    Large { path: PathBuf },
    #[error("{} holds no key", path.display())]
    Empty { path: PathBuf },
    #[error("line {line} of {} is wrong: {fault:?}", path.display())]
    Broken {
        path: PathBuf,
        line: usize,
        fault: Fault,
    },
    #[error("{} holds as many keys as it can", path.display())]
    Full { path: PathBuf },
    /// The newest key does not sign and seal yet, so those before it are still needed.
    #[error("the newest key counts from {since} on")]
    Pending { since: Timestamp },
    #[error("there is no key but the one that counts")]
    Alone,
}

impl KeysError {
    /// What happened, and what to do about it.
    pub fn text(&self, lang: Lang) -> String {
        let args = |path: &PathBuf| Args::new().set("file", path.display().to_string());
        let (key, args) = match self {
            KeysError::Unnamed => ("keys-unnamed", Args::new()),
            KeysError::Missing { path } => ("keys-missing", args(path)),
            KeysError::Unreadable { path, source } => {
                ("keys-unreadable", args(path).set("cause", source.to_string()))
            }
            KeysError::Unwritable { path, source } => {
                ("keys-unwritable", args(path).set("cause", source.to_string()))
            }
            KeysError::Exposed { path, mode } => {
                ("keys-exposed", args(path).set("mode", format!("{mode:o}")))
            }
            KeysError::Large { path } => (
                "keys-large",
                args(path).set("kibibytes", (file::BYTES_MAX / 1024).to_string()),
            ),
            KeysError::Empty { path } => ("keys-empty", args(path)),
            KeysError::Full { path } => ("keys-full", args(path).set("most", KEYS_MAX.to_string())),
            KeysError::Broken { path, line, fault } => {
                let most = Args::new().set("most", KEYS_MAX.to_string());
                let fault = locale::format(lang, fault.key(), &most);
                (
                    "keys-broken",
                    args(path).set("line", line.to_string()).set("fault", fault),
                )
            }
            KeysError::Pending { since } => ("keys-pending", Args::new().set("since", format!("{since:.0}"))),
            KeysError::Alone => ("keys-alone", Args::new()),
        };
        locale::format(lang, key, &args)
    }
}
