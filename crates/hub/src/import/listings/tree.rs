//! Resources of the Product Ingestion form, gathered by product.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use firstline_domain::hours::SupportHours;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, OfferState, OptIn, Plan, Resource, ResourceKind,
};
use firstline_domain::readiness::is_web_url;
use firstline_domain::subscription::Term;
use serde_json::Value;

use super::super::catalogue::{CATEGORIES_MAX, DESCRIPTION_CHARS_MAX};
use super::super::organisations::{
    ALIAS_CHARS_MAX, EMAIL_CHARS_MAX, NAME_CHARS_MAX, PHONE_CHARS_MAX, URL_CHARS_MAX, country, language_tag,
};
use super::super::plain;
use super::super::problem::{Found, Severity};
use super::super::resource;
use crate::locale;

const LANGUAGES_MAX: usize = 60;
const PLANS_MAX: usize = 300;
const LINKS_MAX: usize = 100;
const AUDIENCES_MAX: usize = 10_000;
const SUMMARY_CHARS_MAX: usize = 1_000;

/// The three contacts of a listing.
const CONTACTS: [(&str, ContactKind); 3] = [
    ("supportContact", ContactKind::CustomerSupport),
    ("engineeringContact", ContactKind::Engineering),
    ("cloudSolutionProviderContact", ContactKind::Programme),
];

/// A product with everything that the file has of it.
#[derive(Debug, Default)]
pub(in super::super) struct Product {
    /// The item it was first named in.
    pub(super) item: u64,
    /// What the ingestion API calls it.
    pub(super) durable: Option<String>,
    /// What its publisher calls it.
    pub(super) handle: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) state: Option<OfferState>,
    pub(super) is_draft: bool,
    /// The product itself stands in the file, so that its languages are all of them.
    pub(super) is_whole: bool,
    pub(super) listings: BTreeMap<String, Listing>,
    pub(super) contacts: Vec<Contact>,
    pub(super) resources: Vec<Resource>,
    pub(super) opt_in: Option<OptIn>,
    /// Tenants or handles of those who may buy it, with the item that names them.
    pub(super) audiences: Vec<(u64, String)>,
    pub(super) plans: Vec<PlanDraft>,
    pub(super) categories: Option<Vec<String>>,
    /// All markets where it is empty.
    pub(super) markets: Option<BTreeSet<String>>,
    pub(super) agreement: Option<Agreement>,
    /// The kind of product as the form has it.
    form_kind: Option<String>,
    is_metered: bool,
    is_managed: bool,
    /// Whether its contacts are those of the English listing.
    contacts_are_english: bool,
}

/// A plan, and what the form calls it.
#[derive(Debug)]
pub(super) struct PlanDraft {
    keys: Vec<String>,
    pub(super) plan: Plan,
}

impl Product {
    /// A title to make a handle of.
    pub(super) fn title(&self) -> Option<&str> {
        let listing = self.listings.get("en").or(self.listings.values().next())?;
        Some(&listing.title)
    }
}

/// Gathers resources by their product, in the order of the file.
pub(super) fn products(resources: Vec<(u64, Value)>, is_draft: bool, found: &mut Found) -> Vec<Product> {
    let mut products: Vec<Product> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    // The product first, since it says which of its names belong together; then plans, which others refer to.
    let rank = |kind: &str| match kind {
        "product" => 0,
        "plan" => 1,
        _ => 2,
    };
    let mut named: Vec<(u64, String, Value)> = Vec::with_capacity(resources.len());
    for (item, resource) in resources {
        match kind_of(&resource) {
            Some(kind) => named.push((item, kind, resource)),
            None => found.error(item, "/$schema", "", "import-not-a-resource"),
        }
    }
    named.sort_by_key(|(item, kind, _)| (rank(kind), *item));
    for (item, kind, resource) in &named {
        let names = if kind == "product" {
            own_names(resource)
        } else {
            names_of(resource.get("product"))
        };
        let names = if names.is_empty() {
            names_of(resource.get("plan"))
        } else {
            names
        };
        if names.is_empty() {
            found.error(*item, "/product", "", "import-required");
            continue;
        }
        let known = names.iter().find_map(|name| by_key.get(name)).copied();
        let index = known.unwrap_or_else(|| {
            products.push(Product {
                item: *item,
                is_draft,
                ..Product::default()
            });
            products.len() - 1
        });
        for name in &names {
            by_key.insert(name.clone(), index);
        }
        let mut reading = Reading {
            item: *item,
            resource,
            found: &mut *found,
        };
        reading.take(kind, &mut products[index]);
    }
    for product in &mut products {
        product.kind = product
            .form_kind
            .as_deref()
            .map(|kind| kind_of_product(kind, product));
    }
    products
}

/// The kind of a resource: from its schema's address, else from its id, else as it says itself.
fn kind_of(resource: &Value) -> Option<String> {
    let schema = resource
        .get("$schema")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let of_schema = schema
        .split_once("/schema/")
        .and_then(|(_, rest)| rest.split('/').next());
    let id = resource.get("id").and_then(Value::as_str).unwrap_or_default();
    let of_id = id.split_once('/').map(|(kind, _)| kind);
    let kind = of_schema.or(of_id).filter(|kind| !kind.is_empty());
    // A listing that stands alone may have neither.
    let is_listing = resource
        .get("languageId")
        .or(resource.get("languageID"))
        .is_some();
    let said = resource.get("kind").and_then(Value::as_str);
    kind.or(is_listing.then_some("listing"))
        .or(said)
        .map(str::to_owned)
}

/// The names a product has: `product/…` and what its publisher calls it.
fn own_names(resource: &Value) -> Vec<String> {
    let mut names = names_of(resource.get("id"));
    names.extend(external_id(resource).map(|name| format!("external:{name}")));
    names
}

fn external_id(resource: &Value) -> Option<&str> {
    resource
        .pointer("/identity/externalId")
        .or(resource.get("externalId"))
        .and_then(Value::as_str)
}

/// The product that a reference is to: its durable id, also out of a plan's, or its external one.
fn names_of(reference: Option<&Value>) -> Vec<String> {
    match reference {
        Some(Value::String(text)) => {
            let mut parts = text.split('/');
            let id = match parts.next() {
                Some("product" | "plan") => parts.next(),
                first => first,
            };
            id.filter(|id| !id.is_empty() && id.len() <= ALIAS_CHARS_MAX)
                .map(str::to_owned)
                .into_iter()
                .collect()
        }
        Some(reference @ Value::Object(_)) => external_id(reference)
            .map(|name| format!("external:{name}"))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// The programme's kind for one of the form; one that the form does not know stands for itself.
fn kind_of_product(form_kind: &str, product: &Product) -> String {
    match form_kind {
        "softwareAsAService" if product.is_metered => "saas-metered",
        "softwareAsAService" => "saas-licence",
        "azureVirtualMachine" => "virtual-machine",
        "azureContainer" => "container",
        "azureApplication" if product.is_managed => "managed-application",
        "azureApplication" => "azure-application",
        other => other,
    }
    .to_owned()
}

/// One resource being read.
struct Reading<'r> {
    item: u64,
    resource: &'r Value,
    found: &'r mut Found,
}

impl<'r> Reading<'r> {
    fn error(&mut self, pointer: &str, value: &str, key: &'static str, detail: &str) {
        self.found
            .add(self.item, pointer, value, key, detail, Severity::Error);
    }

    /// A text that is not empty, at a pointer such as `/supportContact/name`.
    fn text(&mut self, pointer: &str, chars_max: usize) -> Option<String> {
        let text = match self.resource.pointer(pointer)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Null => return None,
            _ => {
                self.error(pointer, "", "import-not-text", "");
                return None;
            }
        };
        if text.contains('\0') {
            self.error(pointer, "", "import-control-character", "");
            return None;
        }
        if text.chars().count() > chars_max {
            self.error(pointer, &text, "import-text-too-long", &chars_max.to_string());
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    fn array(&mut self, pointer: &str, max: usize) -> &'r [Value] {
        let Some(list) = self.resource.pointer(pointer).and_then(Value::as_array) else {
            return &[];
        };
        if list.len() > max {
            self.error(pointer, "", "import-too-many", &max.to_string());
        }
        &list[..list.len().min(max)]
    }

    fn take(&mut self, kind: &str, product: &mut Product) {
        if let Some(kind) = self.text("/kind", NAME_CHARS_MAX)
            && product.form_kind.is_none()
        {
            product.form_kind = Some(kind);
        }
        if product.durable.is_none() {
            let pointer = if kind == "product" { "/id" } else { "/product" };
            product.durable = names_of(self.resource.pointer(pointer))
                .into_iter()
                .find(|name| !name.starts_with("external:"));
        }
        match kind {
            "product" => self.product(product),
            "listing" => self.listing(product),
            "reseller" => self.reseller(product),
            "plan" => self.plan(product),
            "plan-listing" => self.plan_listing(product),
            "property" => self.property(product),
            "firstline-agreement" => self.agreement(product),
            _ if kind.starts_with("price-and-availability") => self.price(product),
            _ => {}
        }
    }

    fn product(&mut self, product: &mut Product) {
        product.is_whole = true;
        let named = ["/identity/externalId", "/alias"]
            .iter()
            .find_map(|pointer| self.text(pointer, NAME_CHARS_MAX));
        product.handle = named;
        if let Some(kind) = self.text("/type", NAME_CHARS_MAX) {
            product.form_kind = Some(kind);
        }
    }

    fn listing(&mut self, product: &mut Product) {
        let tag = self
            .text("/languageId", 35)
            .or_else(|| self.text("/languageID", 35));
        let Some(tag) = tag.as_deref().and_then(language_tag) else {
            self.error(
                "/languageId",
                tag.as_deref().unwrap_or_default(),
                "import-language",
                "",
            );
            return;
        };
        if product.listings.len() >= LANGUAGES_MAX {
            self.error("/languageId", &tag, "import-too-many", &LANGUAGES_MAX.to_string());
            return;
        }
        if product.handle.is_none() {
            product.handle = self.text("/product/externalId", NAME_CHARS_MAX);
        }
        let lang = tag.parse::<Lang>().ok();
        let place = match lang {
            // A language of the hub stands under its bare tag; a second variety of it under its own.
            Some(lang) if !product.listings.contains_key(lang.tag()) => lang.tag().to_owned(),
            _ => with_region_in_capitals(&tag),
        };
        let Some(title) = self.text("/title", NAME_CHARS_MAX) else {
            self.error("/title", "", "import-required", "");
            return;
        };
        let summary = ["/searchResultSummary", "/shortDescription"]
            .iter()
            .find_map(|pointer| self.text(pointer, SUMMARY_CHARS_MAX))
            .map(|summary| plain::from_html(&summary));
        let description = self
            .text("/description", DESCRIPTION_CHARS_MAX)
            .map(|html| plain::from_html(&html));
        let listing = Listing {
            title,
            summary: summary.unwrap_or_default(),
            description: description.unwrap_or_default(),
        };
        product.listings.insert(place, listing);
        product.state = match self.text("/lifecycleState", NAME_CHARS_MAX).as_deref() {
            Some("generallyAvailable") => Some(OfferState::Live),
            Some("deprecated") => Some(OfferState::StopSell),
            Some("deleted") => Some(OfferState::Withdrawn),
            _ => product.state,
        };
        self.contacts(product, lang);
        self.links(product, lang);
    }

    /// The contacts of the English listing, and of the others those that it does not have.
    fn contacts(&mut self, product: &mut Product, lang: Option<Lang>) {
        let is_english = lang == Some(Lang::En) && !product.contacts_are_english;
        product.contacts_are_english |= is_english;
        for (name, kind) in CONTACTS {
            let contact = self.contact(name, kind);
            if contact.name.is_none() && !contact.is_reachable() {
                continue;
            }
            let before = product
                .contacts
                .iter()
                .position(|before| before.kind == Some(kind));
            match before {
                Some(index) if is_english => product.contacts[index] = contact,
                Some(_) => {}
                None => product.contacts.push(contact),
            }
        }
        product.contacts.sort_by_key(|contact| contact.kind);
    }

    fn contact(&mut self, name: &str, kind: ContactKind) -> Contact {
        let mut contact = Contact {
            kind: Some(kind),
            name: self.text(&format!("/{name}/name"), NAME_CHARS_MAX),
            email: self.text(&format!("/{name}/email"), EMAIL_CHARS_MAX),
            phone: self.text(&format!("/{name}/phone"), PHONE_CHARS_MAX),
            url: self.text(&format!("/{name}/url"), URL_CHARS_MAX),
            ..Contact::default()
        };
        if kind == ContactKind::CustomerSupport && contact.url.is_none() {
            contact.url = self.text("/globalSupportWebsite", URL_CHARS_MAX);
        }
        let pointer = format!("/{name}/hours");
        if let Some(hours) = self.text(&pointer, NAME_CHARS_MAX) {
            match hours.parse::<SupportHours>() {
                Ok(hours) => contact.hours = Some(hours),
                Err(_) => self.error(&pointer, &hours, "import-hours", ""),
            }
        }
        let pointer = format!("/{name}/languages");
        for language in self.array(&pointer, LANGUAGES_MAX) {
            match language.as_str().and_then(language_tag) {
                Some(tag) => contact.languages.push(tag),
                None => self.error(
                    &pointer,
                    language.as_str().unwrap_or_default(),
                    "import-language",
                    "",
                ),
            }
        }
        contact
    }

    fn links(&mut self, product: &mut Product, lang: Option<Lang>) {
        let mut links: Vec<(String, ResourceKind, String, String)> = Vec::new();
        for index in 0..self.array("/generalLinks", LINKS_MAX).len() {
            let pointer = format!("/generalLinks/{index}/link");
            let Some(url) = self.text(&pointer, URL_CHARS_MAX) else {
                continue;
            };
            let title = self
                .text(&format!("/generalLinks/{index}/displayText"), NAME_CHARS_MAX)
                .unwrap_or_default();
            let given = self.text(&format!("/generalLinks/{index}/kind"), NAME_CHARS_MAX);
            let kind = given
                .and_then(|kind| kind.parse().ok())
                .unwrap_or_else(|| resource::kind_of_title(&title));
            links.push((pointer, kind, title, url));
        }
        for (pointer, kind) in [
            (
                "/cloudSolutionProviderMarketingMaterials",
                ResourceKind::ProgrammeMarketing,
            ),
            ("/privacyPolicyLink", ResourceKind::Privacy),
        ] {
            if let Some(url) = self.text(pointer, URL_CHARS_MAX) {
                links.push((pointer.to_owned(), kind, String::new(), url));
            }
        }
        for (pointer, kind, title, url) in links {
            if !is_web_url(&url) {
                self.found
                    .doubt(self.item, &pointer, &url, "import-doubt-resource-url");
            }
            resource::add(
                &mut product.resources,
                Resource {
                    kind,
                    lang,
                    title,
                    url,
                },
            );
        }
    }

    fn reseller(&mut self, product: &mut Product) {
        let state = self.text("/resellerChannelState", NAME_CHARS_MAX);
        product.opt_in = match state.as_deref() {
            Some("all") => Some(OptIn::All),
            Some("some") => Some(OptIn::Selected),
            Some("none" | "terminated" | "notSet") | None => Some(OptIn::None),
            Some(other) => {
                self.error(
                    "/resellerChannelState",
                    other,
                    "import-word",
                    "notSet, none, some, all, terminated",
                );
                return;
            }
        };
        for audience in self.array("/audiences", AUDIENCES_MAX) {
            let id = audience
                .as_str()
                .or_else(|| audience.get("id").and_then(Value::as_str))
                .unwrap_or_default()
                .trim();
            if id.is_empty() || id.len() > ALIAS_CHARS_MAX || id.contains('\0') {
                self.error("/audiences", id, "import-handle", "");
            } else {
                product.audiences.push((self.item, id.to_owned()));
            }
        }
    }

    fn plan(&mut self, product: &mut Product) {
        product.is_managed |= self
            .text("/subtype", NAME_CHARS_MAX)
            .is_some_and(|kind| kind == "managedApplication");
        let external = external_id(self.resource).map(str::to_owned);
        let id = self.text("/id", NAME_CHARS_MAX);
        let handle = external.clone().or_else(|| {
            id.as_deref()
                .and_then(|id| id.rsplit('/').next())
                .map(str::to_owned)
        });
        let Some(handle) = handle.filter(|handle| handle.len() <= ALIAS_CHARS_MAX && !handle.contains('\0'))
        else {
            self.error("/identity/externalId", "", "import-required", "");
            return;
        };
        if product.plans.len() >= PLANS_MAX {
            self.error("", &handle, "import-too-many", &PLANS_MAX.to_string());
            return;
        }
        let name = self
            .text("/displayName", NAME_CHARS_MAX)
            .or_else(|| self.text("/alias", NAME_CHARS_MAX));
        let name = name.unwrap_or_else(|| handle.clone());
        let keys = external.into_iter().chain(id).collect();
        let mut plan = Plan {
            handle,
            name,
            term: None,
            price_minor: None,
            currency: None,
        };
        if let Some(term) = self.text("/term", NAME_CHARS_MAX) {
            plan.term = term.parse().ok();
            if plan.term.is_none() {
                self.error("/term", &term, "import-word", "monthly, annual, metered");
            }
        }
        if let Some(currency) = self.text("/price/currency", CURRENCY_CHARS) {
            let amount = self.text("/price/amount", NAME_CHARS_MAX).unwrap_or_default();
            plan.price_minor = minor_units(&amount, &currency);
            match plan.price_minor {
                Some(_) => plan.currency = Some(currency),
                None => self.error("/price/amount", &amount, "import-decimal", ""),
            }
        }
        product.is_metered |= plan.term == Some(Term::Metered);
        product.plans.push(PlanDraft { keys, plan });
    }

    /// The plan that this resource is about.
    fn plan_of<'p>(&self, product: &'p mut Product) -> Option<&'p mut Plan> {
        let reference = self.resource.get("plan")?;
        let name = reference.as_str().or_else(|| external_id(reference))?;
        let draft = product
            .plans
            .iter_mut()
            .find(|draft| draft.keys.iter().any(|key| key == name))?;
        Some(&mut draft.plan)
    }

    fn plan_listing(&mut self, product: &mut Product) {
        let is_english = self.text("/languageId", 35).and_then(|tag| tag.parse().ok()) == Some(Lang::En);
        let name = self.text("/name", NAME_CHARS_MAX);
        let Some(plan) = self.plan_of(product) else { return };
        if let Some(name) = name
            && (is_english || plan.name == plan.handle)
        {
            plan.name = name;
        }
    }

    fn property(&mut self, product: &mut Product) {
        let mut categories: Vec<String> = match self.resource.get("categories") {
            Some(Value::Object(groups)) => groups.keys().cloned().collect(),
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => return,
        };
        if categories.len() > CATEGORIES_MAX {
            self.error("/categories", "", "import-too-many", &CATEGORIES_MAX.to_string());
            categories.truncate(CATEGORIES_MAX);
        }
        categories.retain(|category| category.len() <= NAME_CHARS_MAX && !category.contains('\0'));
        product.categories = Some(categories);
    }

    fn price(&mut self, product: &mut Product) {
        product.is_metered |= has_meters(self.resource);
        if self.resource.get("markets").is_some_and(Value::is_array) {
            let markets = product.markets.get_or_insert_default();
            for market in self.array("/markets", 300) {
                match market.as_str().and_then(country) {
                    Some(market) => {
                        markets.insert(market);
                    }
                    None => {
                        let market = market.as_str().unwrap_or_default();
                        self.found.error(self.item, "/markets", market, "import-country");
                    }
                }
            }
        }
        let price = first_price(self.resource);
        let (Some(plan), Some((amount, term))) = (self.plan_of(product), price) else {
            return;
        };
        plan.term = Some(term);
        plan.price_minor = amount;
        plan.currency = amount.map(|_| "USD".to_owned());
    }

    fn agreement(&mut self, product: &mut Product) {
        match serde_json::from_value::<Agreement>(self.resource.clone()) {
            Ok(agreement)
                if agreement.title.chars().count() <= NAME_CHARS_MAX && agreement.targets.len() <= 10 =>
            {
                if let Some(url) = agreement.url.as_deref().filter(|url| !is_web_url(url)) {
                    self.found
                        .doubt(self.item, "/url", url, "import-doubt-resource-url");
                }
                product.agreement = Some(agreement);
            }
            Ok(agreement) => self.error(
                "/title",
                &agreement.title,
                "import-text-too-long",
                &NAME_CHARS_MAX.to_string(),
            ),
            Err(error) => self.error("", "", "import-agreement", &error.to_string()),
        }
    }
}

/// `es-mx` as `es-MX`.
fn with_region_in_capitals(tag: &str) -> String {
    let mut parts = tag.split('-');
    let mut out = parts.next().unwrap_or_default().to_ascii_lowercase();
    for part in parts {
        out.push('-');
        if part.len() == 2 {
            out.push_str(&part.to_ascii_uppercase())
        } else {
            out.push_str(part)
        }
    }
    out
}

/// Letters of a currency's code.
const CURRENCY_CHARS: usize = 3;

/// An amount as it is written, `12.50`, in minor units of its currency.
fn minor_units(amount: &str, currency: &str) -> Option<i64> {
    let digits = locale::minor_digits(currency) as usize;
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty()
        || fraction.len() > digits
        || !amount.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return None;
    }
    format!("{whole}{fraction:0<digits$}").parse().ok()
}

/// Whether anything is charged by use.
fn has_meters(resource: &Value) -> bool {
    ["/pricing/customMeters", "/customMeters", "/pricing/meteredPrice"]
        .iter()
        .any(|pointer| match resource.pointer(pointer) {
            Some(Value::Object(meters)) => !meters.is_empty(),
            Some(Value::Array(meters)) => !meters.is_empty(),
            _ => false,
        })
}

/// The first recurrent price of a plan, in cents of a dollar where it is there, and its term.
fn first_price(resource: &Value) -> Option<(Option<i64>, Term)> {
    let prices = resource.pointer("/pricing/recurrentPrice/prices")?.as_array()?;
    prices.iter().find_map(|price| {
        let term = match price.pointer("/billingTerm/type").and_then(Value::as_str)? {
            "month" => Term::Monthly,
            "year" => Term::Annual,
            _ => return None,
        };
        let dollars = price.get("pricePerPaymentInUsd").and_then(Value::as_f64);
        let cents = dollars
            .filter(|dollars| (0.0..1e12).contains(dollars))
            .map(|dollars| (dollars * 100.0).round() as i64);
        Some((cents, term))
    })
}
