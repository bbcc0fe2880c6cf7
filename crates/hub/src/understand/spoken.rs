//! Understanding a question for somebody: what it speaks of among what exists for them.

use std::ops::Range;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::SubscriptionId;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::{invoice_line, subscription};

use super::body::body;
use super::{Hints, Reader, Reading, TEXT_BYTES_MAX};
use crate::catalogue::Entry;
use crate::{Field, Hub, HubError};

/// Offers that are told of one text.
const OFFERS_MAX: usize = 3;
/// Ids and numbers of a text that are looked up.
const REFERENCES_MAX: usize = 6;
/// The shortest and the longest word that is looked up as an id or a number.
const REFERENCE_BYTES: std::ops::RangeInclusive<usize> = 4..=64;

/// An offer that a text speaks of.
#[derive(Debug, Clone)]
pub struct SpokenOffer {
    pub entry: Entry,
    pub span: Range<usize>,
    /// Whether its name stands there whole, as it is written.
    pub exact: bool,
    /// The asker's subscription to it, where it has just one.
    pub subscription: Option<SubscriptionId>,
    /// Whether it has any.
    pub own: bool,
}

/// A subscription that a text speaks of by its id or number.
#[derive(Debug, Clone)]
pub struct SpokenSubscription {
    pub id: SubscriptionId,
    pub handle: String,
    pub span: Range<usize>,
}

/// An invoice that a text speaks of by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenInvoice {
    pub number: String,
    pub span: Range<usize>,
}

/// What a text was read as, and what it speaks of.
#[derive(Debug, Clone)]
pub struct Understanding {
    pub reading: Reading,
    /// The asker's own first.
    pub offers: Vec<SpokenOffer>,
    pub subscription: Option<SpokenSubscription>,
    pub invoice: Option<SpokenInvoice>,
}

impl Hub {
    /// Reads texts by the hub's model and the rules in force.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            model: self.model(),
            edition: self.edition(),
        }
    }

    /// What a question in the asker's own words is about, and which of its offers, subscriptions and invoices it speaks of.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the text is empty or longer than is read.
    pub async fn understand(
        &self,
        scope: &Scope,
        text: &str,
        hints: &Hints,
    ) -> Result<Understanding, HubError> {
        if text.trim().is_empty() {
            return Err(HubError::field("text", "error-text-needed"));
        }
        if text.len() > TEXT_BYTES_MAX {
            let most = TEXT_BYTES_MAX.to_string();
            return Err(HubError::Invalid(vec![Field::quoting(
                "text",
                "error-too-long",
                most,
            )]));
        }
        let usual = scope.usual_kind();
        let hints = Hints {
            asker: hints
                .asker
                .or((!scope.may(Act::Add, Object::Decision, Relation::Any)).then_some(usual)),
            ..*hints
        };
        let reading = self.reader().read(text, &hints);
        let offers = self.spoken_offers(scope, text).await?;
        let (asker, text) = (scope.clone(), text.to_owned());
        self.read(move |tx| {
            let mut offers = offers.clone();
            own_first(tx, &asker, &mut offers)?;
            let mut understood = Understanding {
                reading: reading.clone(),
                offers,
                subscription: None,
                invoice: None,
            };
            references(tx, &asker, &text, &mut understood)?;
            Ok(understood)
        })
        .await
    }

    async fn spoken_offers(&self, scope: &Scope, text: &str) -> Result<Vec<SpokenOffer>, HubError> {
        let model = self.model();
        let common = |word: &str| model.knows_word(word);
        let found = self.catalogue().await?.spoken_of(scope, text, &common);
        // What only an earlier mail or a signature names is not what is asked about.
        let asked = body(text);
        let is_asked = |span: &Range<usize>| asked.iter().any(|line| line.contains(&span.start));
        Ok(found
            .into_iter()
            .filter(|(_, span, _)| is_asked(span))
            .take(OFFERS_MAX * 3)
            .map(|(entry, span, exact)| SpokenOffer {
                entry,
                span,
                exact,
                subscription: None,
                own: false,
            })
            .collect())
    }
}

/// Puts those first that the asker has a part in, and knows the subscription where there is just one.
fn own_first(tx: &mut Tx<'_>, scope: &Scope, offers: &mut Vec<SpokenOffer>) -> Result<(), HubError> {
    for offer in &mut *offers {
        let mut own = subscription::list(tx, scope, Some(offer.entry.id), None, None, 2)?;
        offer.own = !own.is_empty() || offer.entry.publisher == scope.organisation;
        let only = own.pop().filter(|_| own.is_empty());
        offer.subscription = only.map(|only| only.id);
    }
    offers.sort_by_key(|offer| (!offer.own, !offer.exact));
    // What the asker has nothing of is told only where it says so in full, or has nothing else it may mean.
    let any_own = offers.iter().any(|offer| offer.own);
    offers.retain(|offer| offer.own || !any_own);
    offers.truncate(OFFERS_MAX);
    Ok(())
}

/// Looks up what reads like an id or a number: subscriptions and invoices of the asker.
fn references(
    tx: &mut Tx<'_>,
    scope: &Scope,
    text: &str,
    understood: &mut Understanding,
) -> Result<(), HubError> {
    for (reference, span) in reference_words(text).take(REFERENCES_MAX) {
        if understood.subscription.is_none()
            && let Some(found) = crate::subscription::find(tx, scope, reference)?
        {
            understood.subscription = Some(SpokenSubscription {
                id: found.id,
                handle: found.handle,
                span,
            });
        } else if understood.invoice.is_none() && invoice_line::is_own_invoice(tx, scope, reference)? {
            understood.invoice = Some(SpokenInvoice {
                number: reference.to_owned(),
                span,
            });
        }
    }
    Ok(())
}

/// Words with a digit, as ids and numbers are written.
fn reference_words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.split(|c: char| c.is_whitespace() || ",;()[]{}<>\"'#:".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()))
        .filter(|word| {
            REFERENCE_BYTES.contains(&word.len())
                && word.is_ascii()
                && word.bytes().any(|b| b.is_ascii_digit())
        })
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            (word, start..start + word.len())
        })
}
