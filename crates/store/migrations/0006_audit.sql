-- Who did what, and who looked at whose contacts: a log for each organisation. A line holds the hash of the one before it, and
-- the head holds that of the last, so that a line that was altered, removed, moved or cut off shows. `personal` holds the words
-- about people that the line speaks of by their seals: they can be forgotten, and the line stays as it is.
create table audit (
  organisation {id} not null references organisation (id),
  number {int} not null,
  who_kind {text} not null,
  who {id},
  acting_for {id} not null,
  act {text} not null,
  object {text} not null,
  detail {text} not null,
  address {text},
  happened_at {time} not null,
  personal {json} not null,
  previous {bytes} not null,
  hash {bytes} not null,
  primary key (organisation, number)
);

create index audit_by_time on audit (organisation, happened_at, number);
create index audit_by_who on audit (who, organisation, happened_at);

-- Where each log ends, and the last line that was removed from its beginning because it was old.
create table audit_head (
  organisation {id} not null primary key references organisation (id),
  number {int} not null,
  hash {bytes} not null,
  start_number {int} not null,
  start_hash {bytes} not null
);

-- Looks at contacts that are in the log already: one for each who, object and day.
create table look (
  organisation {id} not null,
  day {text} not null,
  who {id} not null,
  object {text} not null,
  primary key (organisation, day, who, object)
);

create index look_by_day on look (day);

-- How many days an organisation keeps what; null keeps it for good.
create table retention (
  organisation {id} not null primary key references organisation (id),
  audit_days {int},
  decision_days {int},
  invoice_line_days {int},
  version {int} not null,
  changed_at {time} not null
);

-- People who were erased from an organisation: what they did there stays, and says no longer who they were.
create table former_person (
  organisation {id} not null references organisation (id),
  person {id} not null,
  erased_at {time} not null,
  primary key (organisation, person)
);
