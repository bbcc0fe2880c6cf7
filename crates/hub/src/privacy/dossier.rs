//! Everything that is held of a person, as one JSON document that is made a piece at a time: however much they did, little of it
//! is in memory.

use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use firstline_store::person::Person;
use firstline_store::privacy::{self, Reach};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use crate::{Hub, HubError};

/// Rows that are in memory at a time.
const PIECE_ROWS: i64 = 500;

/// What is held of a person, while it is being taken out.
pub struct Dossier {
    hub: Hub,
    scope: Scope,
    person: Person,
    reach: Reach,
    stage: Stage,
}

enum Stage {
    Held,
    /// Decisions after this one; whether any was written already.
    Decisions(Uuid, bool),
    Acts((OrganisationId, i64), bool),
    Done,
}

impl Dossier {
    pub(super) fn new(hub: Hub, scope: Scope, person: Person, reach: Reach) -> Self {
        Dossier {
            hub,
            scope,
            person,
            reach,
            stage: Stage::Held,
        }
    }

    /// Whose it is.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The next piece of the document; nothing at its end.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, HubError> {
        match self.stage {
            Stage::Held => self.held().await.map(Some),
            Stage::Decisions(after, more) => self.decisions(after, more).await.map(Some),
            Stage::Acts(after, more) => self.acts(after, more).await.map(Some),
            Stage::Done => Ok(None),
        }
    }

    async fn held(&mut self) -> Result<Vec<u8>, HubError> {
        let (scope, person, reach) = (self.scope.clone(), self.person.clone(), self.reach);
        let held = self
            .hub
            .read(move |tx| Ok(privacy::held(tx, &scope, &person, reach)?))
            .await?;
        let Person {
            id,
            handle,
            name,
            email,
            language,
        } = &self.person;
        let language = language.map(|language| language.tag());
        let person =
            json!({ "id": id, "handle": handle, "name": name, "email": email, "language": language });
        let mut out = format!("{{\"taken_at\":{},\"person\":{person}", json!(self.hub.now()));
        for (kind, rows) in held {
            out.push_str(&format!(",{}:{}", json!(kind), json!(rows)));
        }
        out.push_str(",\"decisions\":[");
        self.stage = Stage::Decisions(Uuid::nil(), false);
        Ok(out.into_bytes())
    }

    async fn decisions(&mut self, after: Uuid, more: bool) -> Result<Vec<u8>, HubError> {
        let (scope, person, reach) = (self.scope.clone(), self.person.id, self.reach);
        let rows = self
            .hub
            .read(move |tx| Ok(privacy::decisions(tx, &scope, person, reach, after, PIECE_ROWS)?))
            .await?;
        let mut out = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let said = json!({
                "id": row.id, "organisation": row.organisation, "edition": row.edition, "facts": row.facts,
                "decided_at": row.decided_at,
            });
            push(&mut out, more || index > 0, &said);
        }
        self.stage = match rows.last() {
            Some(last) => Stage::Decisions(last.id.0, true),
            None => {
                out.extend_from_slice(b"],\"acts\":[");
                Stage::Acts((OrganisationId(Uuid::nil()), 0), false)
            }
        };
        Ok(out)
    }

    async fn acts(&mut self, after: (OrganisationId, i64), more: bool) -> Result<Vec<u8>, HubError> {
        let (scope, person, reach) = (self.scope.clone(), self.person.id, self.reach);
        let lines = self
            .hub
            .read(move |tx| Ok(privacy::acts(tx, &scope, person, reach, after, PIECE_ROWS)?))
            .await?;
        let mut out = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let said = json!({
                "organisation": line.organisation, "number": line.number, "act": line.act,
                "object": line.opened_object(), "address": line.opened_address(), "time": line.happened_at,
            });
            push(&mut out, more || index > 0, &said);
        }
        self.stage = match lines.last() {
            Some(last) => Stage::Acts((last.organisation, last.number), true),
            None => {
                out.extend_from_slice(b"]}\n");
                Stage::Done
            }
        };
        Ok(out)
    }
}

/// Adds an item to a list.
fn push(out: &mut Vec<u8>, more: bool, item: &impl Serialize) {
    if more {
        out.push(b',');
    }
    // JSON that was just made has nothing that JSON refuses.
    let _ = serde_json::to_writer(out, item);
}
