-- Organisations and the relations between them.

create table organisation (
  id {id} not null primary key,
  handle {text} not null unique,
  name {text} not null,
  country {text},
  desk {json} not null,
  promises {json} not null,
  price {text},
  orphaned {bool} not null,
  version {int} not null,
  changed_at {time} not null
);

create table organisation_kind (
  organisation {id} not null references organisation (id),
  kind {text} not null,
  primary key (organisation, kind)
);

create index organisation_kind_by_kind on organisation_kind (kind, organisation);

-- What other systems call an organisation: a tenant id, a partner number, a publisher id.
create table organisation_alias (
  scheme {text} not null,
  value {text} not null,
  organisation {id} not null references organisation (id),
  primary key (scheme, value)
);

create table relationship (
  organisation {id} not null references organisation (id),
  other {id} not null references organisation (id),
  kind {text} not null,
  since {text} not null,
  until {text},
  primary key (organisation, other, kind)
);

create index relationship_by_other on relationship (other, organisation);

-- People have their account to themselves and belong to organisations with roles. `email_key` is the address as it is
-- compared; `seen_at` is when somebody last did something for that organisation.
create table person (
  id {id} not null primary key,
  handle {text} not null unique,
  name {text} not null,
  email {text} not null,
  email_key {text} not null unique,
  language {text}
);

create table membership (
  organisation {id} not null references organisation (id),
  person {id} not null references person (id),
  roles {json} not null,
  active {bool} not null,
  since {time} not null,
  seen_at {time},
  primary key (organisation, person)
);

create index membership_by_person on membership (person, organisation);

-- Offers. A listing, contact, resource or plan has no life outside its offer, so they are kept with it.

create table offer (
  publisher {id} not null references organisation (id),
  id {id} not null,
  handle {text} not null,
  kind {text} not null,
  state {text} not null,
  opt_in {text} not null,
  supported_by {text} not null,
  categories {json} not null,
  markets {json} not null,
  listings {json} not null,
  plans {json} not null,
  contacts {json} not null,
  resources {json} not null,
  agreement {json},
  version {int} not null,
  changed_at {time} not null,
  primary key (publisher, id),
  unique (publisher, handle)
);

create index offer_by_id on offer (id);

create table offer_alias (
  scheme {text} not null,
  value {text} not null,
  publisher {id} not null,
  offer {id} not null,
  primary key (scheme, value)
);

-- Partners that may buy an exclusive offer.
create table offer_authorisation (
  publisher {id} not null,
  offer {id} not null,
  seller {id} not null references organisation (id),
  primary key (publisher, offer, seller)
);

-- Moves with every change of any offer, so that indexes know when they are stale.
create table counter (
  id {int} not null primary key,
  version {int} not null
);

insert into counter (id, version) values (1, 0);

-- Subscriptions belong to whoever sold them; the operator where the customer bought directly.

create table subscription (
  seller {id} not null references organisation (id),
  id {id} not null,
  handle {text} not null,
  customer {id} not null references organisation (id),
  reseller {id} references organisation (id),
  publisher {id} not null,
  offer {id} not null,
  plan {text},
  channel {text} not null,
  support_contact {text},
  state {text} not null,
  quantity {int},
  term {text} not null,
  purchased_at {time},
  renewed_at {time},
  version {int} not null,
  changed_at {time} not null,
  primary key (seller, id),
  unique (seller, handle)
);

create index subscription_by_id on subscription (id);
create index subscription_by_handle on subscription (handle);
create index subscription_by_customer on subscription (customer, id);
create index subscription_by_reseller on subscription (reseller, id);
create index subscription_by_offer on subscription (publisher, offer, id);

-- Who supports what between a provider and a reseller; agreements are replaced, never edited.

create table split (
  provider {id} not null references organisation (id),
  id {id} not null,
  reseller {id} not null references organisation (id),
  valid_from {text} not null,
  valid_until {text},
  provider_meets_customers {bool} not null,
  shares {json} not null,
  agreed_at {time} not null,
  primary key (provider, id)
);

create index split_by_pair on split (provider, reseller, valid_from);
create index split_by_reseller on split (reseller, id);

-- What a seller does with technical questions: for one offer, or for all (then `offer` is the seller's own id).
create table technical_choice (
  seller {id} not null references organisation (id),
  offer {id} not null,
  choice {text} not null,
  version {int} not null,
  changed_at {time} not null,
  primary key (seller, offer)
);

-- Lines of the operator's reconciliation files, kept as they came. The key is what the line says and how many lines of
-- its file say exactly the same before it, so that a file that comes again adds nothing. `run` and `line` say which import
-- saw it last and where in the file it stood; they tell a line of another file, which is the same line, from an equal one
-- further up in the same file, which is not.

create table invoice_line (
  seller {id} not null references organisation (id),
  invoice {text} not null,
  digest {bytes} not null,
  ordinal {int} not null,
  run {id} not null,
  line {int} not null,
  customer {id},
  subscription {text},
  publisher_name {text},
  product {text},
  sku {text},
  order_id {text},
  charge_type {text},
  charged_from {text},
  charged_until {text},
  quantity {text},
  unit_price {text},
  subtotal {text},
  tax {text},
  total {text},
  currency {text},
  primary key (seller, invoice, digest, ordinal)
);

create index invoice_line_by_subscription on invoice_line (seller, subscription);

-- How far each import of a file has come; a repeated import goes on from there.
create table import_run (
  organisation {id} not null references organisation (id),
  id {id} not null,
  fingerprint {text} not null,
  form {text} not null,
  file {text} not null,
  rows_done {int} not null,
  finished {bool} not null,
  started_at {time} not null,
  primary key (organisation, id),
  unique (organisation, fingerprint)
);

-- Decisions that were shared, with everything they rest on.

create table decision (
  organisation {id} not null references organisation (id),
  id {id} not null,
  person {id},
  programme {text} not null,
  edition {text} not null,
  facts {json} not null,
  decided_at {time} not null,
  primary key (organisation, id)
);
