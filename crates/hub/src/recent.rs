//! What was read a moment ago: kept for a second, so that the same thing asked over and over costs no look into the store.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

/// How long something counts as read just now, and how many things are remembered.
const FRESH: Duration = Duration::from_secs(1);
const REMEMBERED_MAX: usize = 4096;

/// Values by key, each for a second from when it was kept; changes made in this process drop them all at once.
pub(crate) struct Recent<K, V>(RwLock<HashMap<K, (V, Instant)>>);

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Recent(RwLock::default())
    }
}

impl<K: Hash + Eq, V: Clone> Recent<K, V> {
    pub(crate) fn recall<Q>(&self, key: &Q) -> Option<V>
    where
        K: std::borrow::Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
        memory
            .get(key)
            .filter(|(_, at)| at.elapsed() < FRESH)
            .map(|(value, _)| value.clone())
    }

    pub(crate) fn keep(&self, key: K, value: V) {
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if memory.len() >= REMEMBERED_MAX {
            memory.clear();
        }
        memory.insert(key, (value, Instant::now()));
    }

    pub(crate) fn clear(&self) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
