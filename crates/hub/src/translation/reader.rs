//! What a reader gets of an offer: what was written or made in their language, else the original, and word of what is underway.

use std::collections::HashMap;

use firstline_domain::id::OfferId;
use firstline_domain::lang::Lang;
use firstline_domain::reading::{Public, Reading, Translated};
use firstline_store::db::Tx;
use firstline_store::translation::{self, Service};

use super::service::{base, code};
use crate::offer::OfferPage;
use crate::{Hub, HubError};

/// What a reader gets of an offer.
#[derive(Debug, Clone, Default)]
pub struct Read {
    pub reading: Reading,
    pub progress: Progress,
}

/// What becomes of what is not in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    /// All there is to read is there.
    #[default]
    Settled,
    /// A translation is being made.
    Underway,
    /// It could not be made.
    GivenUp,
}

/// How a text is found again.
pub(super) fn digest(text: &Public) -> String {
    blake3::hash(text.text().as_bytes()).to_hex()[..32].to_owned()
}

/// What was made of texts for readers of a language.
pub(super) fn made(
    tx: &mut Tx<'_>,
    service: &Service,
    target: Lang,
    texts: &[Public],
) -> Result<HashMap<Public, Translated>, HubError> {
    let digests: Vec<String> = texts.iter().map(digest).collect();
    let made = translation::made(tx, service, target, &digests)?;
    let by = name_of(service);
    let found = texts.iter().zip(&digests).filter_map(|(text, digest)| {
        let source = code(text.lang());
        let made = made
            .iter()
            .find(|made| made.digest == *digest && made.source == source)?;
        let translated = Translated {
            text: made.text.clone(),
            by: by.clone(),
            at: made.made_at,
        };
        Some((text.clone(), translated))
    });
    Ok(found.collect())
}

/// What readers know a service by.
fn name_of(service: &Service) -> String {
    let host = base(&service.address).and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_default()
}

/// A service that translates for readers of a language, what it made of some texts, and whether more is waited for.
struct Found {
    service: Service,
    made: HashMap<Public, Translated>,
    wanted: Option<bool>,
}

fn found(tx: &mut Tx<'_>, offer: OfferId, lang: Lang, texts: &[Public]) -> Result<Option<Found>, HubError> {
    let service = translation::in_use(tx)?.filter(|service| service.targets.contains(&lang));
    let Some(service) = service else {
        return Ok(None);
    };
    Ok(Some(Found {
        made: made(tx, &service, lang, texts)?,
        wanted: translation::is_wanted(tx, &service, offer, lang)?,
        service,
    }))
}

impl Hub {
    /// What a reader of this language gets of an offer that was shown to them. What is not there yet is noted, and made soon
    /// after by a process that serves.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn read_offer(&self, page: &OfferPage, lang: Lang) -> Result<Read, HubError> {
        let (offer, texts) = (page.offer.id, page.offer.public_texts(lang));
        let found = match texts.is_empty() {
            true => None,
            false => self.read(move |tx| found(tx, offer, lang, &texts)).await?,
        };
        let Some(Found {
            service,
            made,
            wanted,
        }) = found
        else {
            return Ok(Read {
                reading: page.offer.reading(lang, |_| None),
                progress: Progress::Settled,
            });
        };
        let reading = page.offer.reading(lang, |text| made.get(text).cloned());
        let progress = match wanted {
            _ if reading.missing.is_empty() => Progress::Settled,
            Some(true) => Progress::GivenUp,
            Some(false) => Progress::Underway,
            None if self.want_translation(service, offer, lang).await? => Progress::Underway,
            None => Progress::Settled,
        };
        Ok(Read { reading, progress })
    }

    /// The same of several offers, without noting what is not there: a list is looked through, not read.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn read_offers(&self, pages: &[OfferPage], lang: Lang) -> Result<Vec<Reading>, HubError> {
        let texts: Vec<Public> = pages
            .iter()
            .flat_map(|page| page.offer.public_texts(lang))
            .collect();
        let made = match texts.is_empty() {
            true => HashMap::new(),
            false => {
                self.read(move |tx| {
                    let service = translation::in_use(tx)?.filter(|it| it.targets.contains(&lang));
                    match service {
                        Some(service) => made(tx, &service, lang, &texts),
                        None => Ok(HashMap::new()),
                    }
                })
                .await?
            }
        };
        let reading = |page: &OfferPage| page.offer.reading(lang, |text| made.get(text).cloned());
        Ok(pages.iter().map(reading).collect())
    }

    async fn want_translation(&self, service: Service, offer: OfferId, lang: Lang) -> Result<bool, HubError> {
        let now = self.now();
        let noted = self
            .0
            .db
            .write(move |tx| Ok::<_, HubError>(translation::want(tx, &service, offer, lang, now)?))
            .await?;
        self.0.wanted.notify_one();
        Ok(noted)
    }
}
