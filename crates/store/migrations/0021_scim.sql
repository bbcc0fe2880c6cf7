-- What a program that manages an organisation's people (SCIM) calls them. It is the organisation's own: what a person is called
-- elsewhere does not follow from it.
create table scim_user (
  organisation {id} not null references organisation (id),
  person {id} not null references person (id),
  user_name {text} not null,
  user_name_key {text} not null,
  external_id {text},
  said {json} not null,
  changed_at {time} not null,
  primary key (organisation, person)
);

create unique index scim_user_by_name on scim_user (organisation, user_name_key);

create index scim_user_by_person on scim_user (person);
