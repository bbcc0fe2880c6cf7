//! What the hub holds of people: taking it out, erasing it, and removing what organisations no longer keep.

mod dossier;

use std::ops::RangeInclusive;
use std::time::Duration;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use firstline_store::audit::{self, Removal};
use firstline_store::db::Tx;
use firstline_store::person::{self, Person};
use firstline_store::privacy::{self, Reach};
use firstline_store::{correction, link, look, session, token};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

pub use self::dossier::Dossier;
pub use firstline_store::privacy::Retention;

use crate::link::accepted;
use crate::recovery::person_called;
use crate::session::{IDLE, LIFE};
use crate::{Field, Hub, HubError};

/// How many days the log can be kept, where it is not kept for good.
pub const AUDIT_DAYS: RangeInclusive<i64> = 365..=3650;
/// How many days decisions can be kept.
pub const DECISION_DAYS: RangeInclusive<i64> = 30..=3650;
/// How many days reconciliation lines can be kept: a year's bills are argued about into the next.
pub const INVOICE_LINE_DAYS: RangeInclusive<i64> = 365..=3650;
/// How many days corrections of readings can be kept, where they are kept at all.
pub const CORRECTION_DAYS: RangeInclusive<i64> = 30..=1095;

/// Lines of a log that are removed in one transaction.
const LINES_AT_ONCE: i64 = 10_000;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What a sweep removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    pub audit_lines: u64,
    pub decisions: u64,
    pub invoice_lines: u64,
    pub corrections: u64,
    /// Logs whose old lines are kept because they are not as they were written.
    pub refused: u64,
}

impl Hub {
    /// How long the asker's organisation keeps what.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn retention(&self, scope: &Scope) -> Result<Retention, HubError> {
        self.demand_shown(scope, Object::Retention)?;
        let scope = scope.clone();
        self.read(move |tx| Ok(privacy::retention(tx, &scope)?)).await
    }

    /// Decides how long the asker's organisation keeps what. What is older goes with the next sweep, within a day.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names what is out of range; [`HubError::Changed`] when somebody else decided since `version`.
    pub async fn set_retention(&self, scope: &Scope, new: Retention) -> Result<Retention, HubError> {
        self.demand_shown(scope, Object::Retention)?;
        accepted(wrong_days(&new))?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let before = privacy::retention(tx, &scope)?;
            if !privacy::set_retention(tx, &scope, &new, hub.now())? {
                return Err(HubError::Changed);
            }
            let said = |of: &Retention| {
                serde_json::json!({
                    "audit_days": of.audit_days, "decision_days": of.decision_days,
                    "invoice_line_days": of.invoice_line_days, "correction_days": of.correction_days,
                })
            };
            let detail = serde_json::json!({ "before": said(&before), "after": said(&new) });
            hub.record(tx, &scope, "set-retention", "", &detail)?;
            Ok(privacy::retention(tx, &scope)?)
        })
        .await
    }

    /// Begins to take out what the hub holds of the asker itself.
    ///
    /// # Errors
    /// [`HubError::NotFound`] for a machine.
    pub async fn own_dossier(&self, scope: &Scope) -> Result<Dossier, HubError> {
        let (hub, asker) = (self.clone(), scope.clone());
        let person = self
            .write(move |tx| {
                let id = asker.person.ok_or(HubError::NotFound("person"))?;
                let person = person::by_id(tx, id)?.ok_or(HubError::NotFound("person"))?;
                if !asker.may(Act::Export, Object::Privacy, Relation::Mine) {
                    return Err(HubError::NotAllowed);
                }
                hub.record(
                    tx,
                    &asker,
                    "export-person",
                    &id.to_string(),
                    &serde_json::Value::Null,
                )?;
                Ok(person)
            })
            .await?;
        Ok(Dossier::new(
            self.clone(),
            scope.clone(),
            person,
            Reach::Everywhere,
        ))
    }

    /// Begins to take out what the asker's organisation holds of one of its people.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere.
    pub async fn dossier(&self, scope: &Scope, handle: &str) -> Result<Dossier, HubError> {
        let (hub, asker, handle) = (self.clone(), scope.clone(), handle.to_owned());
        let person = self
            .write(move |tx| {
                let known = hub.about(tx, &asker, &handle, (Act::Export, Object::Privacy))?;
                let person = known.person().clone();
                let object = person.id.to_string();
                hub.record(tx, &asker, "export-person", &object, &serde_json::Value::Null)?;
                Ok(person)
            })
            .await?;
        let reach = Reach::In(scope.organisation);
        Ok(Dossier::new(self.clone(), scope.clone(), person, reach))
    }

    /// Erases one of the asker's organisation's people from it; their account goes too where they belong to no other. What they
    /// did there stays, by somebody who is no longer known.
    ///
    /// # Errors
    /// [`HubError::NotFound`] and [`HubError::NotAllowed`] as everywhere; [`HubError::Invalid`] for oneself, and where nobody
    /// would be left to give roles.
    pub async fn erase_colleague(&self, scope: &Scope, handle: &str) -> Result<(), HubError> {
        let (hub, scope, handle) = (self.clone(), scope.clone(), handle.to_owned());
        self.write(move |tx| {
            let known = hub.about(tx, &scope, &handle, (Act::Erase, Object::Privacy))?;
            hub.shut_out(tx, &scope, &known)?;
            let person = known.person();
            let own = Reach::In(scope.organisation);
            privacy::erase(tx, &scope, person, own, hub.now())?;
            if !privacy::belongs_elsewhere(tx, person.id, scope.organisation)? {
                let hand = Scope::own_hand(scope.organisation);
                privacy::erase(tx, &hand, person, Reach::Everywhere, hub.now())?;
            }
            Ok(hub.record(
                tx,
                &scope,
                "erase-person",
                &person.id.to_string(),
                &serde_json::Value::Null,
            )?)
        })
        .await
    }

    /// The person with this handle or address, for whoever works on the hub's machine.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where nobody is called so.
    pub async fn person_called(&self, who: &str) -> Result<Person, HubError> {
        let who = who.to_owned();
        self.read(move |tx| person_called(tx, &who)).await
    }

    /// Erases a person from the whole hub, for whoever works on its machine; recorded in every log that they stand in.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where nobody is called so.
    pub async fn erase_person(&self, who: &str) -> Result<Person, HubError> {
        let (hub, who) = (self.clone(), who.to_owned());
        self.write(move |tx| {
            let person = person_called(tx, &who)?;
            let logs = privacy::organisations_of(tx, person.id)?;
            let hand = Scope::own_hand(logs.first().copied().unwrap_or(OrganisationId(person.id.0)));
            privacy::erase(tx, &hand, &person, Reach::Everywhere, hub.now())?;
            for log in logs {
                let hand = Scope::own_hand(log);
                let object = person.id.to_string();
                hub.record(tx, &hand, "erase-person", &object, &serde_json::Value::Null)?;
            }
            Ok(person)
        })
        .await
    }

    /// Removes what organisations no longer keep, and what the hub itself no longer needs.
    ///
    /// # Errors
    /// Only the store's; what was removed until then is.
    pub async fn sweep(&self) -> Result<Swept, HubError> {
        let hub = self.clone();
        let retentions = self
            .write(move |tx| {
                let now = hub.now();
                session::sweep(tx, now - IDLE, now - LIFE)?;
                token::sweep(tx, now)?;
                link::sweep(tx, now)?;
                // A look of yesterday may still wait to be written.
                let yesterday = (now - SignedDuration::from_hours(24))
                    .to_zoned(TimeZone::UTC)
                    .date();
                look::sweep(tx, yesterday)?;
                hub.sweep_translations(tx)?;
                let hand = Scope::own_hand(OrganisationId(uuid::Uuid::nil()));
                Ok(privacy::retentions(tx, &hand)?)
            })
            .await?;
        let mut swept = Swept::default();
        for (organisation, retention) in retentions {
            self.sweep_rows(organisation, retention, &mut swept).await?;
            if let Some(days) = retention.audit_days {
                self.sweep_log(organisation, days, &mut swept).await?;
            }
        }
        Ok(swept)
    }

    async fn sweep_rows(
        &self,
        organisation: OrganisationId,
        retention: Retention,
        swept: &mut Swept,
    ) -> Result<(), HubError> {
        let hub = self.clone();
        let (decisions, invoice_lines, corrections) = self
            .write(move |tx| {
                let hand = Scope::own_hand(organisation);
                let decisions = match retention.decision_days {
                    Some(days) => privacy::remove_decisions(tx, &hand, organisation, hub.ago(days))?,
                    None => 0,
                };
                let invoice_lines = match retention.invoice_line_days {
                    Some(days) => {
                        let before = hub.ago(days);
                        let day = before.to_zoned(TimeZone::UTC).date();
                        privacy::remove_invoice_lines(tx, &hand, organisation, day, before)?
                    }
                    None => 0,
                };
                // What is kept no longer at all goes as a whole.
                let before = retention.correction_days.map_or(hub.now(), |days| hub.ago(days));
                let corrections = correction::remove(tx, &hand, organisation, before)?;
                if decisions + invoice_lines + corrections > 0 {
                    let detail = serde_json::json!({
                        "decisions": decisions, "invoice_lines": invoice_lines, "corrections": corrections,
                    });
                    hub.record(tx, &hand, "remove-old", "", &detail)?;
                }
                Ok((decisions, invoice_lines, corrections))
            })
            .await?;
        swept.decisions += decisions;
        swept.invoice_lines += invoice_lines;
        swept.corrections += corrections;
        Ok(())
    }

    async fn sweep_log(
        &self,
        organisation: OrganisationId,
        days: i64,
        swept: &mut Swept,
    ) -> Result<(), HubError> {
        loop {
            let hub = self.clone();
            let removal = self
                .write(move |tx| hub.remove_old_lines(tx, organisation, days))
                .await?;
            match removal {
                Removal::Nothing => return Ok(()),
                Removal::Done(removed) => swept.audit_lines += removed.lines,
                Removal::Refused(fault) => {
                    tracing::error!(%organisation, ?fault, "a log is not as it was written; its old lines are kept");
                    swept.refused += 1;
                    return Ok(());
                }
            }
        }
    }

    fn remove_old_lines(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        days: i64,
    ) -> Result<Removal, HubError> {
        let hand = Scope::own_hand(organisation);
        let removal = audit::remove_before(tx, &hand, organisation, self.ago(days), LINES_AT_ONCE)?;
        if let Removal::Done(removed) = &removal {
            self.record(tx, &hand, audit::REMOVAL, "", &removed.detail)?;
        }
        Ok(removal)
    }

    fn ago(&self, days: i64) -> Timestamp {
        self.now() - SignedDuration::from_hours(24 * days)
    }

    /// Sweeps now and every day, for as long as it is polled.
    pub async fn keep_sweeping(self) {
        let mut days = tokio::time::interval(DAY);
        loop {
            days.tick().await;
            self.look_after_keys().await;
            match self.sweep().await {
                Ok(swept) => tracing::info!(?swept, "swept"),
                Err(error) => tracing::error!(%error, "the sweep did not come to its end"),
            }
        }
    }
}

/// What of a decision on how long things are kept is out of range.
fn wrong_days(new: &Retention) -> Vec<Field> {
    let days = [
        ("audit_days", new.audit_days, AUDIT_DAYS),
        ("decision_days", new.decision_days, DECISION_DAYS),
        ("invoice_line_days", new.invoice_line_days, INVOICE_LINE_DAYS),
        ("correction_days", new.correction_days, CORRECTION_DAYS),
    ];
    days.into_iter()
        .filter(|(_, days, range)| days.is_some_and(|days| !range.contains(&days)))
        .map(|(name, _, range)| {
            Field::quoting(name, "error-days", format!("{}–{}", range.start(), range.end()))
        })
        .collect()
}
