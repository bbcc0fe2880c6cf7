-- The service by which the operator has texts translated that everyone sees. The key is sealed: the hub needs it again. What was
-- sent counts by the minute; a service that fails is left alone for a while.
create table translation_service (
  organisation {id} not null primary key references organisation (id),
  address {text} not null,
  secret {text} not null,
  targets {json} not null,
  characters_a_minute {int} not null,
  is_on {bool} not null,
  version {int} not null,
  changed_at {time} not null,
  minute_from {time} not null,
  minute_characters {int} not null,
  failures {int} not null,
  failure {text},
  failed_at {time},
  rests_until {time} not null
);

-- What a service made of a text, found again by the text's digest.
create table translation (
  organisation {id} not null references organisation (id),
  service {text} not null,
  source {text} not null,
  target {text} not null,
  digest {text} not null,
  text {text} not null,
  made_at {time} not null,
  primary key (organisation, service, source, target, digest)
);

create index translation_by_time on translation (organisation, made_at);

-- Offers that somebody wants to read in a language. Whichever process takes one has it for itself until the lease ends.
create table translation_wanted (
  organisation {id} not null references organisation (id),
  offer {id} not null,
  target {text} not null,
  wanted_at {time} not null,
  leased_until {time} not null,
  tries {int} not null,
  given_up_at {time},
  primary key (organisation, offer, target)
);

create index translation_wanted_by_turn on translation_wanted (organisation, tries, wanted_at);
