//! Publishers' listings in the form of the Product Ingestion API: a resource tree, an array of resources, one resource, or
//! JSON lines.
//!
//! What belongs to one product becomes one offer, in all its languages. A kind of resource that the file has is the whole
//! truth for what it can carry: a listing for contacts and links, plans for plans, `reseller` for the opt-in; with the
//! product itself in the file, also for the languages. Of a kind that the file does not have nothing is changed; nor is
//! what the form cannot say, such as a contact's hours, where it is left out. Service levels, for which the form has
//! nothing, come as a resource of our own, `firstline-agreement`.

mod tree;

use std::path::Path;

use firstline_domain::offer::{Offer, OfferState, OptIn};
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::policy::Policy;
use firstline_store::{StoreError, authorisation, offer, organisation};

use self::tree::Product;
use super::ImportError;
use super::catalogue::blank_offer;
use super::engine::{Desk, Intake, Read};
use super::items::{Item, Items};
use super::organisations::alias;
use super::problem::{Found, Object, Severity};
use crate::HubError;

/// Listings belong together across the whole file, so it is read as a whole.
const FILE_BYTES_MAX: u64 = 64 << 20;
/// What the ingestion API calls a product, which its listings refer to.
const DURABLE_SCHEME: &str = "product-durable-id";

pub(super) struct Listings {
    publisher: Organisation,
    kinds: Vec<String>,
    /// What is still to be given out, the next one last.
    products: Vec<Product>,
    found: Found,
    bytes: u64,
}

impl Listings {
    pub(super) fn open(path: &Path, policy: &Policy, publisher: &Organisation) -> Result<Self, ImportError> {
        let unreadable = |source| ImportError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let bytes = std::fs::metadata(path).map_err(unreadable)?.len();
        if bytes > FILE_BYTES_MAX {
            return Err(ImportError::TooLarge {
                bytes_max: FILE_BYTES_MAX,
            });
        }
        let mut items = Items::open(path, "resources")?;
        let (mut text, mut resources, mut found) = (Vec::new(), Vec::new(), Found::default());
        loop {
            let item = items.read(&mut text)?;
            let number = items.number();
            match item {
                Item::End => break,
                Item::TooLong => found.error(number, "", "", "import-item-too-long"),
                Item::Whole => match serde_json::from_slice::<serde_json::Value>(&text) {
                    Ok(resource) if resource.is_object() => resources.push((number, resource)),
                    Ok(_) => found.error(number, "", "", "import-not-a-resource"),
                    Err(error) => {
                        found.add(number, "", "", "import-json", &error.to_string(), Severity::Error)
                    }
                },
            }
        }
        let is_draft = items.page().is_some_and(|page| {
            let target = page
                .pointer("/target/targetType")
                .and_then(serde_json::Value::as_str);
            target.is_some_and(|target| target != "live")
        });
        let mut products = tree::products(resources, is_draft, &mut found);
        products.reverse();
        let kinds = policy.file().kind.keys().cloned().collect();
        Ok(Listings {
            publisher: publisher.clone(),
            kinds,
            products,
            found,
            bytes,
        })
    }
}

impl Intake for Listings {
    type Row = Product;
    const BATCH_ROWS: usize = 200;

    fn read(&mut self, slot: &mut Product, found: &mut Found) -> Result<Read, ImportError> {
        found.append(&mut self.found);
        let Some(product) = self.products.pop() else {
            return Ok(Read::End);
        };
        *slot = product;
        if let Some(kind) = &slot.kind
            && !self.kinds.contains(kind)
        {
            found.add(
                slot.item,
                "/type",
                kind,
                "import-word",
                &self.kinds.join(", "),
                Severity::Error,
            );
            return Ok(Read::Bad);
        }
        Ok(Read::Row)
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Product]) -> Result<(), HubError> {
        for product in rows {
            self.put(desk, product)?;
        }
        Ok(())
    }

    fn forget(&mut self) {}

    fn bytes_done(&self) -> u64 {
        self.bytes
    }
}

impl Listings {
    fn put(&self, desk: &mut Desk<'_, '_>, product: &Product) -> Result<(), StoreError> {
        let Some(new) = self.offer(desk, product)? else {
            return Ok(());
        };
        let (id, change) = offer::put(desk.tx, desk.scope, &new, desk.now)?;
        desk.tally.count(Object::Offer, change);
        let named = (new.publisher, id);
        if let Some(durable) = &product.durable {
            offer::add_alias(desk.tx, desk.scope, DURABLE_SCHEME, durable, named)?;
        }
        for (item, audience) in &product.audiences {
            let tenant = alias("tenant", audience);
            let seller = match organisation::by_alias(desk.tx, desk.scope, "tenant", &tenant)? {
                None => organisation::id_of_handle(desk.tx, desk.scope, audience)?,
                found => found,
            };
            match seller {
                Some(seller) => {
                    let change = authorisation::put(desk.tx, desk.scope, named, seller)?;
                    desk.tally.count(Object::Authorisation, change);
                }
                None => desk
                    .found
                    .doubt(*item, "/audiences", audience, "import-no-organisation"),
            }
        }
        desk.found.doubt_contacts(product.item, &new, desk.tally);
        Ok(())
    }

    /// The offer as it stands on the hub, with everything that the file says of it.
    fn offer(&self, desk: &mut Desk<'_, '_>, product: &Product) -> Result<Option<Offer>, StoreError> {
        let publisher = self.publisher.id;
        let by_durable = match &product.durable {
            Some(durable) => offer::by_alias(desk.tx, desk.scope, DURABLE_SCHEME, durable)?,
            None => None,
        };
        let before = match by_durable {
            Some((of, id)) if of == publisher => offer::by_id(desk.tx, desk.scope, id)?,
            _ => None,
        };
        let handle = product
            .handle
            .as_deref()
            .or(product.title())
            .map(handle_of)
            .unwrap_or_default();
        let before = match before {
            None if !handle.is_empty() => {
                offer::by_handle(desk.tx, desk.scope, &self.publisher.handle, &handle)?
            }
            before => before,
        };
        let is_new = before.is_none();
        let kind = product
            .kind
            .as_deref()
            .or(before.as_ref().map(|offer| offer.kind.as_str()));
        let Some(kind) = kind.map(str::to_owned) else {
            desk.found.error(product.item, "/type", "", "import-required");
            return Ok(None);
        };
        if is_new && handle.is_empty() {
            desk.found
                .error(product.item, "/identity/externalId", "", "import-required");
            return Ok(None);
        }
        let mut offer = before.unwrap_or_else(|| blank_offer(desk, publisher, &handle, &kind));
        offer.kind = kind;
        if is_new && product.is_draft {
            offer.state = OfferState::Draft;
        } else if !product.is_draft {
            offer.state = product.state.unwrap_or(match offer.state {
                OfferState::Draft => OfferState::Live,
                state => state,
            });
        }
        offer.opt_in = product
            .opt_in
            .unwrap_or(if is_new { OptIn::None } else { offer.opt_in });
        self.merge(&mut offer, product);
        Ok(Some(offer))
    }

    fn merge(&self, offer: &mut Offer, product: &Product) {
        if !product.listings.is_empty() {
            if product.is_whole {
                offer.listings.clear();
            }
            offer.listings.extend(product.listings.clone());
            let mut contacts = product.contacts.clone();
            for contact in &mut contacts {
                if let Some(before) = offer.contacts.iter().find(|before| before.kind == contact.kind) {
                    if contact.hours.is_none() {
                        contact.hours.clone_from(&before.hours);
                    }
                    if contact.languages.is_empty() {
                        contact.languages.clone_from(&before.languages);
                    }
                }
            }
            offer.contacts = contacts;
            offer.resources.clone_from(&product.resources);
        }
        if !product.plans.is_empty() {
            offer.plans = product.plans.iter().map(|plan| plan.plan.clone()).collect();
        }
        if let Some(categories) = &product.categories {
            offer.categories.clone_from(categories);
        }
        if let Some(markets) = &product.markets {
            offer.markets = markets.iter().cloned().collect();
        }
        if let Some(agreement) = &product.agreement {
            offer.agreement = Some(agreement.clone());
        }
    }
}
