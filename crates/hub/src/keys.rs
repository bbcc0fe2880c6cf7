//! The hub's keys: what it signs links, steps and device cookies with, and seals what it has to read again.
//!
//! They stand in a file of their own, apart from the database, so that whoever gets hold of the one has not got the other
//! ([`file`] says in which form). Every process of a hub reads the same file. The newest key whose time has come signs and seals;
//! each one of the file opens and recognises, and whatever was signed or sealed begins with the id of its key. A file that
//! changes is read again by itself; one that became unusable is logged, and the keys that were known stay.

mod error;
mod file;
mod life;
mod ring;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

pub use self::error::{Fault, KeysError};
use self::file::Seen;
pub use self::life::{InUse, KeyInUse, Renewed, Retired, Retirement, Written};
pub(crate) use self::ring::{Key, Ring};

/// After this a new key signs and seals: by then every process of the hub has read it, also where a secret store takes minutes
/// to hand a changed file on.
pub const COUNTS_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// After this a key is to be replaced.
pub const REPLACED_AFTER: SignedDuration = SignedDuration::from_hours(24 * 365);
/// How many keys a file can hold.
pub const KEYS_MAX: usize = 32;
/// A changed file is noticed within this.
const LOOKED_EVERY: Duration = Duration::from_secs(2);

/// The keys of a hub. Cloning is cheap and shares them.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

struct Inner {
    place: Place,
    kept: Mutex<Kept>,
}

enum Place {
    /// Nowhere: they are gone with the process.
    Memory,
    /// A file; where it is the hub's own and not there yet, it is made when the first key is wanted.
    File { path: PathBuf, is_own: bool },
    /// Nobody said where.
    Unnamed,
}

#[derive(Default)]
struct Kept {
    ring: Arc<Ring>,
    /// The file that they were read from, and when it was last looked at.
    seen: Option<Seen>,
    looked: Option<Instant>,
}

impl Keys {
    fn new(place: Place, ring: Ring) -> Self {
        let kept = Kept {
            ring: Arc::new(ring),
            ..Kept::default()
        };
        Keys(Arc::new(Inner {
            place,
            kept: Mutex::new(kept),
        }))
    }

    /// A key that nobody else has and that is gone with the process: for tests and measurements.
    pub fn in_memory() -> Self {
        Keys::new(Place::Memory, Ring::of(Key::fresh(Timestamp::UNIX_EPOCH)))
    }

    /// The keys of a file that whoever runs the hub put there.
    pub fn at(file: &Path) -> Self {
        let place = Place::File {
            path: file.to_owned(),
            is_own: false,
        };
        Keys::new(place, Ring::default())
    }

    /// The keys beside a database that is a file: its name with `.keys` added, made when the first is wanted.
    pub fn beside(database: &Path) -> Self {
        let mut path = database.as_os_str().to_owned();
        path.push(".keys");
        let place = Place::File {
            path: path.into(),
            is_own: true,
        };
        Keys::new(place, Ring::default())
    }

    /// None that can be used: for a hub that needs them only where it signs, seals or opens.
    pub fn unnamed() -> Self {
        Keys::new(Place::Unnamed, Ring::default())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All keys. Where the hub's own file is not there yet, none: nothing was signed or sealed by it.
    ///
    /// # Errors
    /// Where there is no file to be used, and none was read before.
    pub(crate) fn ring(&self) -> Result<Arc<Ring>, KeysError> {
        let mut kept = self.kept();
        let is_fresh = kept.looked.is_some_and(|looked| looked.elapsed() < LOOKED_EVERY);
        if kept.ring.is_empty() || !is_fresh {
            self.look(&mut kept)?;
        }
        Ok(Arc::clone(&kept.ring))
    }

    /// Reads the file again, whenever it was last looked at.
    ///
    /// # Errors
    /// Where there is no file to be used, and none was read before.
    pub fn read_again(&self) -> Result<(), KeysError> {
        self.look(&mut self.kept())
    }

    fn look(&self, kept: &mut Kept) -> Result<(), KeysError> {
        let (path, is_own) = match &self.0.place {
            Place::Memory => return Ok(()),
            Place::Unnamed => return Err(KeysError::Unnamed),
            Place::File { path, is_own } => (path, *is_own),
        };
        kept.looked = Some(Instant::now());
        let seen = file::seen(path);
        if !kept.ring.is_empty() && kept.seen == Some(seen) {
            return Ok(());
        }
        kept.seen = Some(seen);
        if is_own && seen == Seen::Nothing && kept.ring.is_empty() {
            return Ok(());
        }
        match file::ring(path) {
            Ok(ring) => kept.ring = Arc::new(ring),
            Err(error) if kept.ring.is_empty() => return Err(error),
            Err(error) => tracing::error!(
                %error, source = ?std::error::Error::source(&error), "the keys cannot be read; those before stay"
            ),
        }
        Ok(())
    }

    /// The key that signs and seals now, made where it is the first.
    ///
    /// # Errors
    /// As for [`Keys::ring`]; where the first cannot be kept.
    pub(crate) fn current(&self, now: Timestamp) -> Result<Arc<Key>, KeysError> {
        if let Some(key) = self.ring()?.current(now) {
            return Ok(key);
        }
        let path = self.path()?;
        file::replace(path, |text| match text {
            // Another process was faster.
            Some(text) => Ok(text),
            None => Ok(file::with(file::HEAD, &Key::fresh(now))),
        })?;
        self.read_again()?;
        self.kept().ring.current(now).ok_or_else(|| KeysError::Empty {
            path: path.to_owned(),
        })
    }

    /// The file that they are in.
    fn path(&self) -> Result<&Path, KeysError> {
        match &self.0.place {
            Place::File { path, .. } => Ok(path),
            Place::Memory | Place::Unnamed => Err(KeysError::Unnamed),
        }
    }
}

#[cfg(test)]
mod tests;
