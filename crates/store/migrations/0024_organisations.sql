-- A publisher names whom it authorises by a handle, exactly, and is not told whether anybody has it: a handle that leads to nobody
-- is kept like any other. What was brought in before names partners that the publisher dealt with elsewhere.

alter table offer_authorisation rename to offer_authorisation_before;

create table offer_authorisation (
  publisher {id} not null,
  offer {id} not null,
  handle {text} not null,
  brought_in {bool} not null,
  since {time},
  primary key (publisher, offer, handle)
);

insert into offer_authorisation (publisher, offer, handle, brought_in) select a.publisher, a.offer, o.handle, true from offer_authorisation_before a join organisation o on o.id = a.seller;

drop table offer_authorisation_before;

create index offer_authorisation_by_handle on offer_authorisation (handle);
create index subscription_by_publisher on subscription (publisher, seller);

-- What waits for an answer is counted with every page.
create index relationship_asked on relationship (other) where state = 'asked';
create index split_proposed on split (provider, reseller) where state = 'proposed';
create index split_proposed_to_reseller on split (reseller) where state = 'proposed';
