//! Readings of questions that somebody corrected: kept as examples to learn from, where the organisation decided so.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{DecisionId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

use crate::access::demand;
use crate::columns::{Columns, micros};
use crate::db::Tx;
use crate::error::StoreError;

/// Corrections that are kept of one organisation; further ones are not.
pub const KEPT_MAX: i64 = 10_000;

/// A question in somebody's own words, and what they say it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub id: Uuid,
    pub asker: PartyKind,
    pub lang: Lang,
    pub topic: String,
    /// What it was read as.
    pub read_as: Option<String>,
    pub text: String,
    pub made_at: Timestamp,
}

/// Whether the asker's organisation keeps corrections.
pub fn are_kept(tx: &mut Tx<'_>, scope: &Scope) -> Result<bool, StoreError> {
    let found: Option<i64> = tx.query_opt(
        "select correction_days from retention where organisation = $1 and correction_days is not null",
        &[&scope.organisation],
        |row| row.get(0),
    )?;
    Ok(found.is_some())
}

/// Keeps a correction of the asker's, if its organisation keeps them. Tells whether it did.
///
/// # Errors
/// [`StoreError::NotAllowed`] for those who may not keep an answer either.
pub fn keep(tx: &mut Tx<'_>, scope: &Scope, correction: &Correction) -> Result<bool, StoreError> {
    demand(scope, Act::Add, Object::Decision, Relation::Own)?;
    if !has_room(tx, scope, "correction")? {
        return Ok(false);
    }
    tx.execute(
        "insert into correction (organisation, id, person, asker, lang, topic, read_as, text, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            &scope.organisation,
            &correction.id,
            &scope.person,
            &correction.asker.as_str(),
            &correction.lang.tag(),
            &correction.topic,
            &correction.read_as,
            &correction.text,
            &micros(correction.made_at),
        ],
    )?;
    Ok(true)
}

/// Whether the asker's organisation keeps corrections, and has not too many in one of their tables.
fn has_room(tx: &mut Tx<'_>, scope: &Scope, table: &str) -> Result<bool, StoreError> {
    let kept: Option<i64> = tx.query_opt(
        &format!(
            "select (select count(*) from {table} k where k.organisation = r.organisation) from retention r
             where r.organisation = $1 and r.correction_days is not null"
        ),
        &[&scope.organisation],
        |row| row.get(0),
    )?;
    Ok(kept.is_some_and(|kept| kept < KEPT_MAX))
}

/// Keeps what was asked in somebody's own words beside the answer that followed, if the asker's organisation keeps corrections.
///
/// # Errors
/// [`StoreError::NotAllowed`] for those who may not keep an answer either.
pub fn keep_words(
    tx: &mut Tx<'_>,
    scope: &Scope,
    decision: DecisionId,
    text: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    demand(scope, Act::Add, Object::Decision, Relation::Own)?;
    if has_room(tx, scope, "asked_words")? {
        tx.execute(
            "insert into asked_words (organisation, decision, person, text, kept_at) values ($1, $2, $3, $4, $5)",
            &[
                &scope.organisation,
                &decision,
                &scope.person,
                &text,
                &micros(at),
            ],
        )?;
    }
    Ok(())
}

/// The words that an answer followed from, for the person who wrote them alone.
pub fn words_of(tx: &mut Tx<'_>, scope: &Scope, decision: DecisionId) -> Result<Option<String>, StoreError> {
    if !scope.may(Act::See, Object::Decision, Relation::Own) {
        return Ok(None);
    }
    tx.query_opt(
        "select text from asked_words where organisation = $1 and decision = $2 and person = $3",
        &[&scope.organisation, &decision, &scope.person],
        |row| row.text(0),
    )
}

/// Every correction that is kept, the oldest first. For whoever works on the hub's machine.
///
/// # Errors
/// [`StoreError::NotAllowed`] for everybody else.
pub fn all(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Correction>, StoreError> {
    demand(scope, Act::Change, Object::Retention, Relation::Any)?;
    tx.query(
        "select id, asker, lang, topic, read_as, text, made_at from correction order by made_at, id",
        &[],
        |row| {
            Ok(Correction {
                id: row.id(0)?,
                asker: row.word(1)?,
                lang: row.word(2)?,
                topic: row.text(3)?,
                read_as: row.optional_text(4)?,
                text: row.text(5)?,
                made_at: row.instant(6)?,
            })
        },
    )
}

/// Removes an organisation's corrections that were made before a time, and the words that were kept for such.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide how long they are kept.
pub fn remove(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    before: Timestamp,
) -> Result<u64, StoreError> {
    demand(
        scope,
        Act::Change,
        Object::Retention,
        scope.stands_to(organisation),
    )?;
    let words = forget_words(tx, organisation, before)?;
    let corrections = tx.execute(
        "delete from correction where organisation = $1 and made_at < $2",
        &[&organisation, &micros(before)],
    )?;
    Ok(words + corrections)
}

/// Removes the words of answers from before a time.
pub(crate) fn forget_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    before: Timestamp,
) -> Result<u64, StoreError> {
    tx.execute(
        "delete from asked_words where organisation = $1 and kept_at < $2",
        &[&organisation, &micros(before)],
    )
}
