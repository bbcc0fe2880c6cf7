//! The file that keys stand in: text, a line for each key with its id, its form, the instant from which on it counts
//! (RFC 3339) and 32 bytes in base64; lines that begin with # are remarks.
//!
//! It is written whole beside its place and moved there, by one process at a time: whoever is killed leaves it as it was.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

use super::ring::{BYTES, Form, Key, Ring};
use super::{Fault, KEYS_MAX, KeysError};

/// The largest file that is read.
pub(super) const BYTES_MAX: u64 = 64 * 1024;
/// How a new file begins.
pub(super) const HEAD: &str = "# id form since secret\n";
/// The longest id of a key.
const ID_BYTES_MAX: usize = 32;

/// Which file there is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Nothing,
    /// The device and number of the file, its length, and when it was changed.
    File(u64, u64, u64, i64, i64),
}

pub(super) fn seen(path: &Path) -> Seen {
    match fs::metadata(path) {
        Ok(it) => Seen::File(it.dev(), it.ino(), it.len(), it.mtime(), it.mtime_nsec()),
        Err(_) => Seen::Nothing,
    }
}

/// The keys of a file.
pub(super) fn ring(path: &Path) -> Result<Ring, KeysError> {
    let ring = parse(path, &read(path)?)?;
    match ring.is_empty() {
        true => Err(KeysError::Empty {
            path: path.to_owned(),
        }),
        false => Ok(ring),
    }
}

pub(super) fn read(path: &Path) -> Result<String, KeysError> {
    let path = path.to_owned();
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(KeysError::Missing { path }),
        Err(source) => return Err(KeysError::Unreadable { path, source }),
    };
    let known = match file.metadata() {
        Ok(known) => known,
        Err(source) => return Err(KeysError::Unreadable { path, source }),
    };
    let mode = known.mode() & 0o777;
    if is_exposed(mode, known.uid()) {
        return Err(KeysError::Exposed { path, mode });
    }
    if known.len() > BYTES_MAX {
        return Err(KeysError::Large { path });
    }
    let mut text = String::new();
    match file.read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(source) => Err(KeysError::Unreadable { path, source }),
    }
}

/// Whether others than its owner can read or change a file. That the group of one that is root's can read it is how systemd and
/// Kubernetes hand a secret to a service that does not run as root.
pub(super) fn is_exposed(mode: u32, owner: u32) -> bool {
    let let_in = if owner == 0 { 0o037 } else { 0o077 };
    mode & let_in != 0
}

pub(super) fn parse(path: &Path, text: &str) -> Result<Ring, KeysError> {
    let mut keys: Vec<Arc<Key>> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let broken = |fault| KeysError::Broken {
            path: path.to_owned(),
            line: number,
            fault,
        };
        let Some(key) = key_in(line).map_err(broken)? else {
            continue;
        };
        if keys.iter().any(|other| other.id == key.id) {
            return Err(broken(Fault::Twice));
        }
        if keys.len() == KEYS_MAX {
            return Err(broken(Fault::Many));
        }
        keys.push(Arc::new(key));
    }
    Ok(Ring::new(keys))
}

/// The key of a line, where it is no remark.
fn key_in(line: &str) -> Result<Option<Key>, Fault> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let words: Vec<&str> = line.split_ascii_whitespace().collect();
    let [id, form, since, secret] = words[..] else {
        return Err(Fault::Words);
    };
    let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.len() > ID_BYTES_MAX || !id.bytes().all(is_sign) {
        return Err(Fault::Id);
    }
    let form = Form::ALL.into_iter().find(|known| known.as_str() == form);
    let form = form.ok_or(Fault::Form)?;
    let since: Timestamp = since.parse().map_err(|_| Fault::Since)?;
    let secret = STANDARD.decode(secret).map_err(|_| Fault::Secret)?;
    let secret: [u8; BYTES] = secret.try_into().map_err(|_| Fault::Secret)?;
    Ok(Some(Key::new(id, form, since, secret)))
}

/// A file's text with one key more.
pub(super) fn with(text: &str, key: &Key) -> String {
    let end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let (id, form, since) = (&key.id, key.form.as_str(), key.since);
    let secret = STANDARD.encode(key.secret());
    format!("{text}{end}{id} {form} {since} {secret}\n")
}

/// A file's text without these keys.
pub(super) fn without(text: &str, ids: &[String]) -> String {
    let stays = |line: &&str| {
        let first = line.split_ascii_whitespace().next();
        !first.is_some_and(|first| ids.iter().any(|id| id == first))
    };
    text.lines().filter(stays).flat_map(|line| [line, "\n"]).collect()
}

/// Puts another text into the place of a file's, which is none where there is no file. Others that do so wait.
pub(super) fn replace(
    path: &Path,
    change: impl FnOnce(Option<String>) -> Result<String, KeysError>,
) -> Result<(), KeysError> {
    // What a link leads to is replaced, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let unwritable = |source| KeysError::Unwritable {
        path: path.clone(),
        source,
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = File::open(folder).map_err(unwritable)?;
    // Held until the folder is closed.
    folder.lock().map_err(unwritable)?;
    let before = match read(&path) {
        Ok(text) => Some(text),
        Err(KeysError::Missing { .. }) => None,
        Err(error) => return Err(error),
    };
    let after = change(before.clone())?;
    if before.as_ref() == Some(&after) {
        return Ok(());
    }
    write(&path, &after)
        .and_then(|()| folder.sync_all())
        .map_err(unwritable)
}

/// Writes a file beside its place and moves it there. It stays its owner's, for whom another may have changed it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    // What a killed process left behind.
    let _ = fs::remove_file(&beside);
    let written = write_beside(&beside, path, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_beside(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut new = OpenOptions::new();
    let mut file = new.write(true).create_new(true).mode(0o600).open(beside)?;
    if let Ok(before) = fs::metadata(path) {
        let made = file.metadata()?;
        if (before.uid(), before.gid()) != (made.uid(), made.gid()) {
            chown(beside, Some(before.uid()), Some(before.gid()))?;
        }
        file.set_permissions(Permissions::from_mode(before.mode() & 0o777))?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
