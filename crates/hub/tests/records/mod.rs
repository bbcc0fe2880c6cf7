//! Looking at the records themselves, past the hub: what stands in which column, and who stands in an organisation.

#![allow(dead_code, reason = "each story uses the part that it is about")]
#![allow(clippy::unwrap_used, reason = "records that cannot be read fail the story")]

use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::credential::SignIn;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::Engine;
use firstline_hub::store::db::Db;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::testing::as_owner;
use uuid::Uuid;

use crate::world::{World, now, run};

pub const PASSWORD: &str = "nine quiet lighthouses";

/// Every text in the database, with the table and column that it stands in.
pub fn texts(db: &Db) -> Vec<(String, String)> {
    let columns = match db.engine() {
        Engine::Sqlite => {
            "select m.name, p.name from sqlite_master m join pragma_table_info(m.name) p
             where m.type = 'table' and upper(p.type) = 'TEXT' order by 1, 2"
        }
        Engine::Postgres => {
            "select cast(table_name as text), cast(column_name as text) from information_schema.columns
             where table_schema = 'public' and data_type = 'text' order by 1, 2"
        }
    };
    db.read_blocking(|tx| {
        let columns = tx.query(columns, &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<String>(1)?))
        })?;
        let mut texts = Vec::new();
        for (table, column) in columns {
            let sql = format!("select {column} from {table} where {column} is not null");
            let place = format!("{table}.{column}");
            texts.extend(tx.query(&sql, &[], |row| Ok((place.clone(), row.get::<String>(0)?)))?);
        }
        Ok::<_, firstline_hub::store::StoreError>(texts)
    })
    .unwrap()
}

/// The columns in which a word stands, whatever its capitals.
pub fn places_of(db: &Db, word: &str) -> Vec<String> {
    let wanted = word.to_lowercase();
    let mut places: Vec<String> = texts(db)
        .into_iter()
        .filter(|(_, text)| text.to_lowercase().contains(&wanted))
        .map(|(place, _)| place)
        .collect();
    places.dedup();
    places
}

pub fn tamper(db: &Db, sql: &str) {
    let changed = db.write_blocking(|tx| as_owner(tx).and_then(|()| tx.execute(sql, &[])));
    assert!(changed.unwrap() > 0, "{sql}");
}

impl World {
    /// Brings somebody into an organisation, as an import does.
    pub fn employ(&self, handle: &str, name: &str, organisation: &str, role: Role) {
        let own = self.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: name.to_owned(),
                email: format!("{handle}@people.example"),
                language: Some(Lang::En),
            },
            organisation: self.id(organisation),
            roles: vec![role],
            active: true,
        };
        let db = self.hub.db();
        db.write_blocking(|tx| person::put(tx, &own, &member, now()))
            .unwrap();
    }

    /// Somebody of an organisation with a password, signed in.
    pub fn settled(&self, handle: &str, name: &str, organisation: &str, role: Role) -> Scope {
        self.employ(handle, name, organisation, role);
        run(self.hub.set_password(handle, PASSWORD)).unwrap();
        let session = self.sign_in(handle);
        let address = "192.0.2.7".parse().ok();
        let visitor = run(self.hub.signed_in(Shown::Session(&session), address))
            .unwrap()
            .unwrap();
        visitor.scope.clone()
    }

    /// Signs somebody in; gives the secret of the session.
    pub fn sign_in(&self, handle: &str) -> String {
        let email = format!("{handle}@people.example");
        match run(self.hub.sign_in(&email, PASSWORD, &Origin::default())).unwrap() {
            SignIn::Done(session) => session,
            SignIn::CodeNeeded(_) => panic!("nobody here has a second factor yet"),
        }
    }
}
