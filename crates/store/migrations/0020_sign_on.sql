-- How an organisation's people sign in at its own identity provider (OpenID Connect). The secret is sealed: the hub needs it
-- again. `everyone` and `rules` say which roles the provider's word gives; `demanded` that nothing else lets people of the
-- organisation's domains in.
create table identity_provider (
  organisation {id} not null primary key references organisation (id),
  issuer {text} not null,
  client {text} not null,
  secret {text} not null,
  claim {text} not null,
  rules {json} not null,
  everyone {json} not null,
  demanded {bool} not null,
  version {int} not null,
  changed_at {time} not null
);

-- Domains of e-mail addresses that an organisation showed to be its own. A domain is one organisation's at a time.
create table email_domain (
  domain {text} not null primary key,
  organisation {id} not null references organisation (id),
  verified_at {time} not null
);

create index email_domain_by_organisation on email_domain (organisation, domain);

-- Who a person is to the provider of an organisation. It speaks for them there alone.
create table identity (
  organisation {id} not null references organisation (id),
  issuer {text} not null,
  subject {text} not null,
  person {id} not null references person (id),
  made_at {time} not null,
  primary key (organisation, issuer, subject)
);

create index identity_by_person on identity (person, organisation);

-- Browsers that are on their way to a provider and back. The digest is of what the browser holds meanwhile.
create table sign_on (
  digest {bytes} not null primary key,
  organisation {id} not null references organisation (id),
  leads_to {text} not null,
  expires_at {time} not null
);

create index sign_on_by_end on sign_on (expires_at);
