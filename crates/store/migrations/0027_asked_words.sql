-- What somebody asked in their own words, beside the answer that followed from it: only for organisations that keep corrections,
-- and as long as those, so that whoever asked can say what it was about after all.
create table asked_words (
  organisation {id} not null references organisation (id),
  decision {id} not null,
  person {id},
  text {text} not null,
  kept_at {time} not null,
  primary key (organisation, decision)
);

create index asked_words_by_time on asked_words (organisation, kept_at);
create index asked_words_by_person on asked_words (person);
