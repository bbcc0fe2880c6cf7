-- How machines sign in for an organisation. The digest is of the token, or of a client's secret; `client` names the client
-- that a short-lived token was given to.
create table token (
  organisation {id} not null references organisation (id),
  id {id} not null,
  kind {text} not null,
  name {text} not null,
  digest {bytes} not null unique,
  roles {json} not null,
  client {id},
  made_by {id} references person (id),
  made_at {time} not null,
  expires_at {time} not null,
  used_at {time},
  primary key (organisation, id)
);

create index token_by_id on token (id);
