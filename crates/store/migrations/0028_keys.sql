-- The hub's keys stand in a file of their own, apart from what they seal. Whatever was sealed under the one that was here does
-- not open any more.
drop table hub_key;

-- Digests of secrets begin with the number of the function that made them: 1 is BLAKE3.
{sqlite} update session set digest = cast(x'01' || digest as blob);
{sqlite} update token set digest = cast(x'01' || digest as blob);
{postgres} update session set digest = '\x01'::bytea || digest;
{postgres} update token set digest = '\x01'::bytea || digest;
update credential set secret = replace(replace(secret, '],[', '],[1,'), '[[', '[[1,') where kind = 'recovery';
