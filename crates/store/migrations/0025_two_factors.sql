-- Which organisations demand more than a password of their people, and whether the operator demands it of everyone on the hub.
create table second_factor_demand (
  organisation {id} not null primary key references organisation (id),
  own {bool} not null,
  everyone {bool} not null,
  version {int} not null,
  changed_at {time} not null
);

-- When the person of a session last showed two factors in it: a password and a code, or a passkey.
alter table session add column two_factors_at {time};
