-- How people show who they are, and where they are signed in. Secrets are kept as hashes, or sealed where they are needed
-- again.

create table credential (
  person {id} not null references person (id),
  id {id} not null,
  kind {text} not null,
  name {text} not null,
  secret {text} not null,
  made_at {time} not null,
  used_at {time},
  primary key (person, id)
);

-- A browser that is signed in, for one of the person's organisations at a time. The digest is of the cookie; proved_at is when
-- its person last showed who they are.
create table session (
  digest {bytes} not null primary key,
  id {id} not null unique,
  person {id} not null references person (id),
  organisation {id} not null references organisation (id),
  address {text},
  agent {text} not null,
  made_at {time} not null,
  seen_at {time} not null,
  proved_at {time} not null
);

create index session_by_person on session (person, made_at);

-- Links that work once: set-up, invitation, new password, new address; and what a browser has to bring back while somebody
-- signs in. The digest is of the secret.
create table link (
  digest {bytes} not null primary key,
  id {id} not null unique,
  kind {text} not null,
  organisation {id} references organisation (id),
  person {id} references person (id),
  email {text} not null,
  roles {json} not null,
  made_by {id} references person (id),
  made_at {time} not null,
  expires_at {time} not null,
  used_at {time}
);

create index link_by_organisation on link (organisation, made_at);

create index link_by_person on link (person, kind);

create index link_by_end on link (expires_at);

-- What is to be sent, written in the transaction that gave rise to it.
create table outbox (
  organisation {id} not null references organisation (id),
  id {id} not null,
  kind {text} not null,
  recipient {text} not null,
  payload {json} not null,
  made_at {time} not null,
  primary key (organisation, id)
);

-- What the hub signs its links with: one row.
create table hub_key (
  id {int} not null primary key,
  secret {bytes} not null
);
