//! What providers and resellers agreed on, and what sellers chose for technical questions.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId, SplitId};
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Split, SplitState, TechnicalChoice};
use jiff::Timestamp;

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

const COLUMNS: &str =
    "id, provider, reseller, valid_from, valid_until, provider_meets_customers, shares, state, proposed_by";

/// Which agreements exist for the asker, as far as its roles show them: its own with its resellers, and its provider's with
/// itself. `$1` is the asker.
fn visible(scope: &Scope) -> String {
    let may = |relation| scope.may(Act::See, Object::Split, relation);
    format!(
        "({any} or {own} and provider = $1 or {of_provider} and reseller = $1)",
        any = may(Relation::Any),
        own = may(Relation::Own),
        of_provider = may(Relation::Provider),
    )
}

fn read(row: &Row<'_>) -> Result<Split, StoreError> {
    Ok(Split {
        id: SplitId(row.id(0)?),
        provider: OrganisationId(row.id(1)?),
        reseller: OrganisationId(row.id(2)?),
        from: row.date(3)?,
        until: row.optional_date(4)?,
        provider_meets_customers: row.get(5)?,
        shares: row.json(6)?,
    })
}

fn read_proposal(row: &Row<'_>) -> Result<Proposal, StoreError> {
    Ok(Proposal {
        split: read(row)?,
        state: row.word(7)?,
        by: row.get::<Option<uuid::Uuid>>(8)?.map(OrganisationId),
    })
}

/// The accepted agreements of a pair that exist for the asker, the first one first.
pub fn of_pair(
    tx: &mut Tx<'_>,
    scope: &Scope,
    provider: OrganisationId,
    reseller: OrganisationId,
) -> Result<Vec<Split>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from split where provider = $2 and reseller = $3 and state = 'accepted' and {}
         order by valid_from, id",
        visible(scope)
    );
    tx.query(&sql, &[&scope.organisation, &provider, &reseller], read)
}

/// The proposal of a pair that waits for an answer, where it exists for the asker.
pub fn open_of_pair(
    tx: &mut Tx<'_>,
    scope: &Scope,
    provider: OrganisationId,
    reseller: OrganisationId,
) -> Result<Option<Proposal>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from split where provider = $2 and reseller = $3 and state = 'proposed' and {}
         order by id desc limit 1",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &provider, &reseller], read_proposal)
}

/// The agreements that bear on a sale the asker already sees: the caller got both parties from there.
pub fn of_record(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    provider: OrganisationId,
    reseller: OrganisationId,
) -> Result<Vec<Split>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from split where provider = $1 and reseller = $2 and state = 'accepted'
         order by valid_from, id"
    );
    tx.query(&sql, &[&provider, &reseller], read)
}

/// Agreements and proposals that exist for the asker, by id after `after`.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    after: Option<SplitId>,
    limit: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from split where {} and id > $2 order by id limit $3",
        visible(scope)
    );
    let after = after.map_or(uuid::Uuid::nil(), |id| id.0);
    tx.query(&sql, &[&scope.organisation, &after, &limit], read_proposal)
}

/// An agreement or proposal that exists for the asker.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: SplitId) -> Result<Option<Proposal>, StoreError> {
    let sql = format!("select {COLUMNS} from split where id = $2 and {}", visible(scope));
    tx.query_opt(&sql, &[&scope.organisation, &id], read_proposal)
}

/// Lets on whoever has a say in what a pair agrees: to a reseller it is its provider's.
fn demand_say(scope: &Scope, act: Act, split: &Split) -> Result<(), StoreError> {
    if scope.organisation == split.reseller && split.reseller != split.provider {
        return demand(scope, Act::Change, Object::Split, Relation::Provider);
    }
    demand(scope, act, Object::Split, scope.stands_to(split.provider))
}

/// Keeps what one side proposes, or an agreement that is brought in. Those before it stay; of the accepted ones the one that
/// begins last is in force.
pub fn add(tx: &mut Tx<'_>, scope: &Scope, new: &Proposal, now: Timestamp) -> Result<(), StoreError> {
    let split = &new.split;
    demand_say(scope, Act::Add, split)?;
    tx.execute(
        "insert into split (provider, id, reseller, valid_from, valid_until, provider_meets_customers, shares, agreed_at,
           state, proposed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            &split.provider,
            &split.id,
            &split.reseller,
            &split.from.to_string(),
            &split.until.map(|date| date.to_string()),
            &split.provider_meets_customers,
            &to_json(&split.shares),
            &micros(now),
            &new.state.as_str(),
            &new.by,
        ],
    )?;
    Ok(())
}

/// Keeps what became of a proposal that waits: accepted, declined or withdrawn. From when it holds is said with it, because
/// one that is accepted late begins later than it was proposed to.
pub fn answer(
    tx: &mut Tx<'_>,
    scope: &Scope,
    split: &Split,
    state: SplitState,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand_say(scope, Act::Change, split)?;
    let changed = tx.execute(
        "update split set state = $3, answered_at = $4, agreed_at = $4, valid_from = $5
         where provider = $1 and id = $2 and state = 'proposed'",
        &[
            &split.provider,
            &split.id,
            &state.as_str(),
            &micros(now),
            &split.from.to_string(),
        ],
    )?;
    Ok(changed > 0)
}

/// What a seller chose for technical questions about an offer: for this offer, else for all; absent where it has not.
/// The caller got the seller from a sale that the asker already sees.
pub fn choice(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    seller: OrganisationId,
    offer: OfferId,
) -> Result<Option<TechnicalChoice>, StoreError> {
    let found: Vec<(uuid::Uuid, TechnicalChoice)> = tx.query(
        "select offer, choice from technical_choice where seller = $1 and (offer = $2 or offer = $1)",
        &[&seller, &offer],
        |row| Ok((row.id(0)?, row.word(1)?)),
    )?;
    let for_offer = found.iter().find(|(about, _)| *about == offer.0);
    Ok(for_offer.or(found.first()).map(|(_, choice)| *choice))
}

/// The asker's own choices, where its roles show them: for all offers (`None`) and for single ones.
pub fn choices(
    tx: &mut Tx<'_>,
    scope: &Scope,
) -> Result<Vec<(Option<OfferId>, TechnicalChoice)>, StoreError> {
    if !scope.may(Act::See, Object::TechnicalChoice, Relation::Own) {
        return Ok(Vec::new());
    }
    tx.query(
        "select offer, choice from technical_choice where seller = $1 order by offer",
        &[&scope.organisation],
        |row| {
            let about = row.id(0)?;
            Ok((
                (about != scope.organisation.0).then_some(OfferId(about)),
                row.word(1)?,
            ))
        },
    )
}

/// Keeps a seller's choice, for one offer or for all; `None` takes it back.
pub fn set_choice(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    offer: Option<OfferId>,
    choice: Option<TechnicalChoice>,
    now: Timestamp,
) -> Result<(), StoreError> {
    demand(
        scope,
        Act::Change,
        Object::TechnicalChoice,
        scope.stands_to(seller),
    )?;
    let about = offer.map_or(seller.0, |id| id.0);
    match choice {
        None => tx.execute("delete from technical_choice where seller = $1 and offer = $2", &[&seller, &about])?,
        Some(choice) => tx.execute(
            "insert into technical_choice (seller, offer, choice, version, changed_at) values ($1, $2, $3, 1, $4)
             on conflict (seller, offer) do update set choice = excluded.choice,
               version = technical_choice.version + 1, changed_at = excluded.changed_at",
            &[&seller, &about, &choice.as_str(), &micros(now)],
        )?,
    };
    Ok(())
}
