-- Relations between organisations are asked for and answered, and one that ended stays on record: a row is one relation from
-- its request to its end, and another can follow it between the same two. `other` is absent where what was typed to name it
-- leads to nobody, so that a request to nobody is kept like any other.

alter table relationship rename to relationship_before;

create table relationship (
  organisation {id} not null references organisation (id),
  id {id} not null,
  kind {text} not null,
  other {id} references organisation (id),
  addressed_to {text},
  state {text} not null,
  since {text},
  until {text},
  asked_at {time},
  answered_at {time},
  ended_at {time},
  ended_by {id} references organisation (id),
  primary key (organisation, id)
);

{sqlite} insert into relationship (organisation, id, kind, other, state, since, until) select organisation, randomblob(16), kind, other, case when until is null then 'active' else 'ended' end, since, until from relationship_before;
{postgres} insert into relationship (organisation, id, kind, other, state, since, until) select organisation, gen_random_uuid(), kind, other, case when until is null then 'active' else 'ended' end, since, until from relationship_before;

drop table relationship_before;

create unique index relationship_open on relationship (organisation, other, kind) where state in ('asked', 'active');
create index relationship_by_other on relationship (other, organisation);
create index relationship_by_id on relationship (id);

-- An agreement is proposed by one side and answered by the other; those that were recorded before count as accepted.

alter table split add column state {text} not null default 'accepted';
alter table split add column proposed_by {id};
alter table split add column answered_at {time};
