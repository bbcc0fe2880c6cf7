-- Questions whose reading somebody corrected, kept as examples to learn from by organisations that decided to: `read_as` is what
-- the text was taken for, `topic` what its asker says it is.
create table correction (
  organisation {id} not null references organisation (id),
  id {id} not null,
  person {id},
  asker {text} not null,
  lang {text} not null,
  topic {text} not null,
  read_as {text},
  text {text} not null,
  made_at {time} not null,
  primary key (organisation, id)
);

create index correction_by_time on correction (organisation, made_at);
create index correction_by_person on correction (person);

-- How many days corrections are kept; unlike the others, null keeps none at all.
alter table retention add column correction_days {int};
