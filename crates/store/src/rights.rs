//! Who may do what to the tables, on PostgreSQL: their owner migrates, and whoever serves a hub reads and writes rows as [`RIGHTS`]
//! says and nothing else. It makes, alters and empties no table; what is only ever added to it cannot change, nor a line of a
//! log beyond the words about people that are forgotten.
//!
//! SQLite has no users: whoever opens the file may do everything.

use crate::db::{Db, Engine, Mode, Tx};
use crate::error::{OpenError, StoreError};
use crate::migrate::LEDGER;

/// What serving takes, by table. A migration that adds a table adds its line.
pub const RIGHTS: &[(&str, &str)] = &[
    ("asked_words", "select, insert, delete"),
    ("audit", "select, insert, update (personal), delete"),
    ("audit_head", "select, insert, update"),
    ("correction", "select, insert, delete"),
    ("counter", "select, update"),
    ("credential", "select, insert, update, delete"),
    ("decision", "select, insert, delete"),
    ("email_domain", "select, insert, update, delete"),
    ("former_person", "select, insert, delete"),
    ("identity", "select, insert, delete"),
    ("identity_provider", "select, insert, update, delete"),
    ("import_run", "select, insert, update"),
    ("invoice_line", "select, insert, update, delete"),
    ("link", "select, insert, update, delete"),
    ("look", "select, insert, delete"),
    ("membership", "select, insert, update, delete"),
    (LEDGER, "select"),
    ("offer", "select, insert, update"),
    ("offer_alias", "select, insert"),
    ("offer_authorisation", "select, insert, delete"),
    ("organisation", "select, insert, update"),
    ("organisation_alias", "select, insert"),
    ("organisation_kind", "select, insert, delete"),
    ("outbox", "select, insert, update, delete"),
    ("person", "select, insert, update, delete"),
    ("relationship", "select, insert, update"),
    ("retention", "select, insert, update"),
    ("scim_user", "select, insert, update, delete"),
    ("second_factor_demand", "select, insert, update"),
    ("session", "select, insert, update, delete"),
    ("sign_on", "select, insert, delete"),
    ("split", "select, insert, update"),
    ("subscription", "select, insert, update"),
    ("technical_choice", "select, insert, update, delete"),
    ("token", "select, insert, update, delete"),
    ("translation", "select, insert, update, delete"),
    ("translation_service", "select, insert, update"),
    ("translation_wanted", "select, insert, update, delete"),
];

/// Why a role was not given what serving takes.
#[derive(Debug, thiserror::Error)]
pub enum RoleError {
    /// SQLite has no roles.
    #[error("this engine has no roles")]
    NoRoles,
    /// The tables are another's.
    #[error("only the owner of the tables can give rights on them")]
    NotOwner,
    /// The server has no such role.
    #[error("the server has no such role")]
    Unknown,
    /// It owns the tables, belongs to their owner, or is a superuser: nothing can be kept from it.
    #[error("the role may do everything already")]
    Owner,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl RoleError {
    /// The key of the sentence for people.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoRoles => "database-role-none",
            Self::NotOwner => "database-role-not-owner",
            Self::Unknown => "database-role-unknown",
            Self::Owner => "database-role-owner",
            Self::Store(error) => error.key(),
        }
    }
}

/// A user that may not migrate.
pub(crate) struct Server {
    pub user: String,
    /// Whether it may read what was applied; nothing where nothing was.
    pub reads_ledger: Option<bool>,
}

impl Server {
    pub(crate) fn lacks(&self, table: &str) -> OpenError {
        OpenError::RightMissing {
            table: table.to_owned(),
            user: self.user.clone(),
        }
    }
}

/// Who has opened the database, where they may not migrate it: that takes the schema's leave to make tables, and to own those
/// that are there.
pub(crate) fn who_only_serves(db: &Db) -> Result<Option<Server>, StoreError> {
    if db.engine() == Engine::Sqlite {
        return Ok(None);
    }
    db.run(Mode::Read, |tx| {
        tx.query_one(
            "select cast(current_user as text), has_table_privilege(to_regclass('migration'), 'select'),
               coalesce(has_schema_privilege(current_schema(), 'create'), false)
                 and coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('migration')), true)",
            &[],
            |row| {
                let server = Server {
                    user: row.get(0)?,
                    reads_ledger: row.get(1)?,
                };
                Ok((!row.get::<bool>(2)?).then_some(server))
            },
        )
    })
}

/// The first table on which a right is missing that serving takes.
pub(crate) fn first_missing(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    let needed = RIGHTS.iter().flat_map(|(table, rights)| {
        let words = rights.split(", ").filter_map(|right| right.split(' ').next());
        words.map(move |word| match word {
            "delete" => format!("('{table}', has_table_privilege(to_regclass('{table}'), 'delete'))"),
            word => format!("('{table}', has_any_column_privilege(to_regclass('{table}'), '{word}'))"),
        })
    });
    let needed = needed.collect::<Vec<_>>().join(", ");
    tx.query_opt(
        &format!("select name from (values {needed}) as needed (name, given) where given is not true order by name limit 1"),
        &[],
        |row| row.get(0),
    )
}

/// Gives a role what serving takes, and takes whatever else it was given on these tables.
///
/// # Errors
/// [`RoleError`], where nothing has changed.
pub fn let_serve(db: &Db, role: &str) -> Result<(), RoleError> {
    if db.engine() == Engine::Sqlite {
        return Err(RoleError::NoRoles);
    }
    if who_only_serves(db)?.is_some() {
        return Err(RoleError::NotOwner);
    }
    db.run(Mode::Migrate, |tx| {
        let mut found = tx.query(
            "select quote_ident(rolname), pg_has_role(rolname, relowner, 'member'), quote_ident(current_schema())
             from pg_roles, pg_class where rolname = $1 and pg_class.oid = to_regclass('migration')",
            &[&role],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let (role, owns, schema): (String, bool, String) = found.pop().ok_or(RoleError::Unknown)?;
        if owns {
            return Err(RoleError::Owner);
        }
        tx.batch(&format!("grant usage on schema {schema} to {role}"))?;
        for (table, rights) in RIGHTS {
            tx.batch(&format!(
                "revoke all on table {table} from {role}; grant {rights} on table {table} to {role}"
            ))?;
        }
        Ok(())
    })
}
