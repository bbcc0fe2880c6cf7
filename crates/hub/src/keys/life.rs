//! The life of the hub's keys: which there are and how much is sealed under each, a new one, and those taken away that it
//! replaced. For whoever has the hub's machine.

use std::sync::Arc;

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::sealed::{self, Place, Row};
use firstline_store::{link, organisation};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::file;
use super::{COUNTS_AFTER, KEYS_MAX, Key, Keys, KeysError, REPLACED_AFTER, Ring};
use crate::link::{Purpose, unasked};
use crate::{Hub, HubError};

/// Values that are sealed anew in one transaction.
const BATCH: i64 = 200;

/// Where a changed file of keys goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Into the place of the one that is there.
    InPlace,
    /// To whoever called, because a secret store puts it there.
    HandedOver,
}

/// A key of the hub, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInUse {
    pub id: String,
    /// Which algorithms it is for.
    pub form: &'static str,
    pub since: Timestamp,
    /// Whether it signs and seals now.
    pub is_current: bool,
    /// Whether it should have been replaced.
    pub is_due: bool,
    /// How many values are sealed under it.
    pub sealed: u64,
}

/// The keys of a hub, from the oldest to the newest, and what they open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    pub keys: Vec<KeyInUse>,
    /// How many values are sealed under keys that are not there.
    pub lost: u64,
}

/// A key that was added.
pub struct Renewed {
    pub id: String,
    /// From when on it signs and seals.
    pub since: Timestamp,
    /// The file, where it was to be handed over.
    pub file: Option<String>,
}

/// What becomes of the keys before the newest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retirement {
    pub stays: String,
    pub goes: Vec<String>,
    /// Values that are sealed anew under the one that stays.
    pub sealed: u64,
    /// Links that nobody used yet and that work no more.
    pub links: u64,
    /// When the last of them would have run out.
    pub links_until: Option<Timestamp>,
}

/// Keys that were taken away.
pub struct Retired {
    pub done: Retirement,
    /// The file, where it was to be handed over.
    pub file: Option<String>,
}

impl Keys {
    /// Changes the file, or says what it would be after the change.
    fn rewritten(
        &self,
        how: Written,
        change: impl FnOnce(Option<String>) -> Result<String, KeysError>,
    ) -> Result<Option<String>, KeysError> {
        let path = self.path()?;
        match how {
            Written::InPlace => {
                file::replace(path, change)?;
                self.read_again()?;
                Ok(None)
            }
            Written::HandedOver => {
                let text = match file::read(path) {
                    Ok(text) => Some(text),
                    Err(KeysError::Missing { .. }) => None,
                    Err(error) => return Err(error),
                };
                change(text).map(Some)
            }
        }
    }
}

impl Hub {
    /// The key that signs and seals now.
    ///
    /// # Errors
    /// [`HubError::Keys`].
    pub(crate) fn key(&self) -> Result<Arc<Key>, HubError> {
        Ok(self.0.keys.current(self.now())?)
    }

    /// All keys, to open and to recognise by.
    ///
    /// # Errors
    /// [`HubError::Keys`].
    pub(crate) fn ring(&self) -> Result<Arc<Ring>, HubError> {
        Ok(self.0.keys.ring()?)
    }

    /// Makes sure that there is a key, before anybody needs one.
    ///
    /// # Errors
    /// [`HubError::Keys`].
    pub fn demand_key(&self) -> Result<(), HubError> {
        self.key().map(drop)
    }

    /// Which keys there are, and how much is sealed under each.
    ///
    /// # Errors
    /// [`HubError::Keys`], and the store's.
    pub async fn keys_in_use(&self) -> Result<InUse, HubError> {
        let (ring, now) = (self.ring()?, self.now());
        let current = ring.current(now).map(|key| key.id.clone());
        self.read(move |tx| {
            let mut lost = sealed::count(tx, None)?;
            let mut keys = Vec::with_capacity(ring.keys().len());
            for key in ring.keys() {
                let sealed = sealed::count(tx, Some(&key.id))?;
                lost = lost.saturating_sub(sealed);
                let is_current = current.as_ref() == Some(&key.id);
                keys.push(KeyInUse {
                    id: key.id.clone(),
                    form: key.form.as_str(),
                    since: key.since,
                    is_current,
                    is_due: is_current && key.since + REPLACED_AFTER <= now,
                    sealed,
                });
            }
            Ok(InUse { keys, lost })
        })
        .await
    }

    /// Says in the log that keys are missing, or should be replaced.
    pub async fn look_after_keys(&self) {
        match self.keys_in_use().await {
            Ok(InUse { keys, lost }) => {
                if lost > 0 {
                    tracing::error!(values = lost, "values are sealed under keys that are not there");
                }
                for key in keys.iter().filter(|key| key.is_due) {
                    tracing::warn!(key = key.id, since = %key.since, "the key should be replaced: firstline keys renew");
                }
            }
            Err(error) => tracing::error!(%error, "the keys could not be looked after"),
        }
    }

    /// Adds a key, which signs and seals once every process of the hub has read it; the first of all does so at once.
    ///
    /// # Errors
    /// [`HubError::Keys`], and the store's.
    pub async fn renew_keys(&self, how: Written) -> Result<Renewed, HubError> {
        let (keys, now) = (&self.0.keys, self.now());
        let path = keys.path()?;
        let mut added = None;
        let file = keys.rewritten(how, |text| {
            let text = text.unwrap_or_else(|| file::HEAD.to_owned());
            let ring = file::parse(path, &text)?;
            if ring.keys().len() == KEYS_MAX {
                return Err(KeysError::Full {
                    path: path.to_owned(),
                });
            }
            let since = if ring.is_empty() { now } else { now + COUNTS_AFTER };
            let key = added.insert(Key::fresh(since));
            Ok(file::with(&text, key))
        })?;
        let Key { id, since, .. } = added.expect("whatever was written has the key that was added");
        let detail = json!({ "since": since, "handed_over": how == Written::HandedOver });
        self.record_keys("renew-keys", &id, detail).await?;
        Ok(Renewed { id, since, file })
    }

    /// What it means to take away the keys before the newest.
    ///
    /// # Errors
    /// [`HubError::Keys`] where there are none, or the newest does not count yet; and the store's.
    pub async fn retirement(&self) -> Result<Retirement, HubError> {
        self.0.keys.read_again()?;
        let (ring, now) = (self.ring()?, self.now());
        let newest = ring.newest().ok_or(KeysError::Alone)?.clone();
        if newest.since > now {
            return Err(KeysError::Pending { since: newest.since }.into());
        }
        let goes: Vec<String> = ring.keys().iter().map(|key| key.id.clone()).collect();
        let goes: Vec<String> = goes.into_iter().filter(|id| *id != newest.id).collect();
        if goes.is_empty() {
            return Err(KeysError::Alone.into());
        }
        self.read(move |tx| {
            let mut sealed = 0;
            for id in &goes {
                sealed += sealed::count(tx, Some(id))?;
            }
            let purposes = Purpose::ALL.map(Purpose::as_str);
            let (links, links_until) = link::open_from_before(tx, &purposes, newest.since, now)?;
            Ok(Retirement {
                stays: newest.id.clone(),
                goes: goes.clone(),
                sealed,
                links,
                links_until,
            })
        })
        .await
    }

    /// Seals anew what is under the keys before the newest, and takes them out of the file. Whatever they signed is no longer
    /// recognised.
    ///
    /// # Errors
    /// As for [`Hub::retirement`].
    pub async fn retire_keys(&self, how: Written) -> Result<Retired, HubError> {
        let mut done = self.retirement().await?;
        done.sealed = self.seal_anew().await?;
        let path = self.0.keys.path()?;
        let file = self.0.keys.rewritten(how, |text| {
            let text = text.ok_or_else(|| KeysError::Missing {
                path: path.to_owned(),
            })?;
            Ok(file::without(&text, &done.goes))
        })?;
        let detail = json!({
            "retired": done.goes,
            "sealed_anew": done.sealed,
            "handed_over": how == Written::HandedOver,
        });
        self.record_keys("retire-keys", &done.stays, detail).await?;
        Ok(Retired { done, file })
    }

    /// Seals everything under the newest key that is sealed under another; how much that was. What others sealed meanwhile is
    /// come to in another round.
    async fn seal_anew(&self) -> Result<u64, HubError> {
        let mut all = 0;
        loop {
            let mut round = 0;
            for place in Place::ALL {
                round += self.seal_anew_at(place).await?;
            }
            if round == 0 {
                return Ok(all);
            }
            all += round;
        }
    }

    async fn seal_anew_at(&self, place: Place) -> Result<u64, HubError> {
        let (key, ring) = (self.key()?, self.ring()?);
        let (mut after, mut sealed_anew) = ((Uuid::nil(), Uuid::nil()), 0);
        loop {
            let (key, ring) = (key.clone(), ring.clone());
            let (done, last) = self
                .write(move |tx| {
                    let rows = sealed::not_under(tx, place, &key.id, after, BATCH)?;
                    let mut done = 0;
                    for row in &rows {
                        if let Some(text) = sealed_anew_in(row, &key, &ring) {
                            done += u64::from(sealed::put(tx, row, &text)?);
                        }
                    }
                    Ok((done, rows.last().map(|row| (row.owner, row.id))))
                })
                .await?;
            sealed_anew += done;
            match last {
                Some(last) => after = last,
                None => return Ok(sealed_anew),
            }
        }
    }

    /// Puts an act on record with the operator, where there is one.
    async fn record_keys(&self, act: &'static str, key: &str, detail: Value) -> Result<(), HubError> {
        let (hub, key) = (self.clone(), key.to_owned());
        self.write(move |tx: &mut Tx<'_>| {
            let Some(operator) = organisation::sole(tx, &unasked(), PartyKind::Operator)? else {
                return Ok(());
            };
            Ok(hub.record(tx, &Scope::own_hand(operator.id), act, &key, &detail)?)
        })
        .await
    }
}

/// What a row holds once what is sealed in it is sealed anew; nothing where it does not open.
fn sealed_anew_in(row: &Row, key: &Key, ring: &Ring) -> Option<String> {
    let (place, sealed) = match row.place {
        Place::App => {
            let (_, sealed) = row.text.split_once(' ')?;
            (
                crate::second_factor::place(PersonId(row.owner)),
                sealed.to_owned(),
            )
        }
        Place::Provider => {
            let owner = OrganisationId(row.owner);
            (crate::sign_on::place_of(owner, &row.about), row.text.clone())
        }
        Place::Translation => {
            let owner = OrganisationId(row.owner);
            (crate::translation::place_of(owner, &row.about), row.text.clone())
        }
        Place::Letter => {
            let payload: Value = serde_json::from_str(&row.text).ok()?;
            let sealed = payload.get("link")?.as_str()?.to_owned();
            (crate::link::envelope(row.id), sealed)
        }
    };
    let plain = ring.unseal(&place, &sealed)?;
    // What is sealed has no sign that JSON writes otherwise.
    Some(row.text.replacen(&sealed, &key.seal(&place, &plain), 1))
}
