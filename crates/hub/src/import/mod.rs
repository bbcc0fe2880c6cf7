//! Bringing in what exists elsewhere: organisations, offers, subscriptions and reconciliation lines, from files.
//!
//! What an import promises, whatever the form of the file:
//!
//! - A file is read as a stream, in batches; each batch is one transaction. Memory does not grow with the file, but for
//!   listings, which belong together across the whole file and are limited in size.
//! - A row that cannot be taken is named by line, column, value and reason, and loses no other row.
//! - The same file again changes nothing. A file whose import was cut off goes on after the last batch that was
//!   committed, when it is given again with the same parameters.
//! - A rehearsal ([`Request::dry_run`]) does everything and takes it back; its report is that of the real import.
//!
//! Each form has a file of its own here; [`engine`] drives them.

mod authorisations;
mod catalogue;
mod engine;
mod items;
mod known;
mod listings;
mod mapping;
mod organisations;
mod people;
mod plain;
mod problem;
mod reconciliation;
mod relationships;
mod resource;
mod subscriptions;
mod table;

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::str::FromStr;

use firstline_domain::access::{self, Act, Relation};
use firstline_domain::lang::Lang;
use firstline_domain::organisation::Organisation;
use firstline_domain::scope::Scope;
use firstline_store::StoreError;
use firstline_store::organisation;

pub use mapping::{MAPPINGS, Mapping};
pub use problem::{Counts, Object, Problem, Report, Severity};

use crate::locale::{self, Args};
use crate::{Hub, HubError};

/// What a file holds and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    Organisations,
    Relationships,
    People,
    Subscriptions,
    Authorisations,
    /// A publisher's listings as the Product Ingestion API has them.
    Listings,
    /// Any CSV catalogue, with a mapping.
    Catalogue,
    /// Partner Center's reconciliation lines, as CSV or JSON.
    Reconciliation,
}

impl Form {
    pub const ALL: [Form; 8] = [
        Form::Organisations,
        Form::Relationships,
        Form::People,
        Form::Subscriptions,
        Form::Authorisations,
        Form::Listings,
        Form::Catalogue,
        Form::Reconciliation,
    ];

    /// Its name on the command line and in records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Form::Organisations => "organisations",
            Form::Relationships => "relationships",
            Form::People => "people",
            Form::Subscriptions => "subscriptions",
            Form::Authorisations => "authorisations",
            Form::Listings => "listings",
            Form::Catalogue => "catalogue",
            Form::Reconciliation => "reconciliation",
        }
    }
}

impl FromStr for Form {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Form::ALL.into_iter().find(|form| form.as_str() == word).ok_or(())
    }
}

/// One import to be done.
#[derive(Debug, Clone)]
pub struct Request {
    pub form: Form,
    pub file: PathBuf,
    /// Handle of the publisher whose listings they are.
    pub publisher: Option<String>,
    /// Handle of the seller whose reconciliation lines they are.
    pub seller: Option<String>,
    /// A mapping file, or the name of one of [`MAPPINGS`].
    pub mapping: Option<PathBuf>,
    /// Do everything and take it back.
    pub dry_run: bool,
    /// Where to write every problem, as CSV.
    pub problems: Option<PathBuf>,
    /// The language of the reasons in that file.
    pub lang: Lang,
}

impl Request {
    pub fn new(form: Form, file: impl Into<PathBuf>) -> Self {
        Request {
            form,
            file: file.into(),
            publisher: None,
            seller: None,
            mapping: None,
            dry_run: false,
            problems: None,
            lang: Lang::En,
        }
    }
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub bytes_done: u64,
    pub bytes_total: u64,
    pub rows: u64,
}

/// Why a file could not be imported (any further). Batches that were committed stay; the same import goes on after them.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{} cannot be read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} cannot be written", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    /// Not in UTF-8 at all.
    #[error("the file is not in UTF-8")]
    Encoding,
    #[error("the file has none of the columns {0}")]
    Columns(String),
    /// A file that must be read as a whole is larger than this.
    #[error("the file is larger than {bytes_max} bytes")]
    TooLarge { bytes_max: u64 },
    /// So many rows run into each other that it is another kind of file.
    #[error("line {line}: too many rows cannot be told apart")]
    Shapeless { line: u64 },
    #[error("the JSON is broken at item {item}")]
    Json { item: u64 },
    #[error("the mapping {name} cannot be used: {reason}")]
    Mapping { name: String, reason: String },
    /// This form needs a parameter that was not given.
    #[error("{0} is needed")]
    Needed(&'static str),
    #[error("there is no {what} {handle}")]
    Unknown { what: &'static str, handle: String },
    /// Another process is importing the same file.
    #[error("the same file is being imported by somebody else")]
    Elsewhere,
    /// Whoever watches the progress said stop.
    #[error("stopped")]
    Stopped,
    #[error(transparent)]
    Hub(#[from] HubError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        ImportError::Hub(error.into())
    }
}

impl ImportError {
    /// The key of the sentence that says what happened.
    pub fn key(&self) -> &'static str {
        match self {
            ImportError::Unreadable { .. } => "import-failed-unreadable",
            ImportError::Unwritable { .. } => "import-failed-unwritable",
            ImportError::Encoding => "import-failed-encoding",
            ImportError::Columns(columns) if columns.is_empty() => "import-failed-no-header",
            ImportError::Columns(_) => "import-failed-columns",
            ImportError::TooLarge { .. } => "import-failed-too-large",
            ImportError::Shapeless { .. } => "import-failed-shapeless",
            ImportError::Json { .. } => "import-failed-json",
            ImportError::Mapping { .. } => "import-failed-mapping",
            ImportError::Needed("publisher") => "import-failed-needs-publisher",
            ImportError::Needed("seller") => "import-failed-needs-seller",
            ImportError::Needed(_) => "import-failed-needs-mapping",
            ImportError::Unknown {
                what: "publisher", ..
            } => "import-failed-no-publisher",
            ImportError::Unknown { .. } => "import-failed-no-seller",
            ImportError::Elsewhere => "import-failed-elsewhere",
            ImportError::Stopped => "import-failed-stopped",
            ImportError::Hub(error) => error.key(),
        }
    }

    /// The sentence that says what happened and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let args = match self {
            ImportError::Unreadable { path, source } | ImportError::Unwritable { path, source } => {
                Args::new()
                    .set("place", path.display().to_string())
                    .set("cause", source.to_string())
            }
            ImportError::Columns(columns) => Args::new().set("columns", columns.as_str()),
            ImportError::TooLarge { bytes_max } => Args::new().set("megabytes", bytes_max / (1 << 20)),
            ImportError::Shapeless { line } => Args::new().set("line", line.to_string()),
            ImportError::Json { item } => Args::new().set("item", item.to_string()),
            ImportError::Mapping { name, reason } => Args::new()
                .set("name", name.as_str())
                .set("reason", reason.as_str()),
            ImportError::Unknown { handle, .. } => Args::new().set("value", handle.as_str()),
            _ => Args::new(),
        };
        locale::format(lang, self.key(), &args)
    }
}

impl Hub {
    /// Imports a file. Blocks until it is done; `watch` hears after each batch how far it is, and may stop it there.
    ///
    /// # Errors
    /// See [`ImportError`]. Rows that cannot be taken are no error: the report names them.
    pub fn import(
        &self,
        scope: &Scope,
        request: &Request,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Report, ImportError> {
        if !scope.may(Act::Add, access::Object::Import, Relation::Any) {
            return Err(HubError::NotAllowed.into());
        }
        let job = engine::Job::new(self, scope, request)?;
        let path = &request.file;
        let result = match request.form {
            Form::Organisations => job.run(watch, || organisations::Organisations::open(path)),
            Form::Relationships => job.run(watch, || relationships::Relationships::open(path)),
            Form::People => job.run(watch, || people::People::open(path)),
            Form::Subscriptions => job.run(watch, || subscriptions::Subscriptions::open(path)),
            Form::Authorisations => job.run(watch, || authorisations::Authorisations::open(path)),
            Form::Listings => {
                let publisher = self.named(scope, "publisher", request.publisher.as_deref())?;
                job.run(watch, || {
                    listings::Listings::open(path, self.policy(), &publisher)
                })
            }
            Form::Catalogue => {
                let mapping = job.mapping.clone().ok_or(ImportError::Needed("mapping"))?;
                job.run(watch, || {
                    catalogue::Catalogue::open(path, self.policy(), mapping.clone())
                })
            }
            Form::Reconciliation => {
                let seller = self.named(scope, "seller", request.seller.as_deref())?;
                if !seller.kinds.iter().any(|kind| kind.sells()) {
                    return Err(ImportError::Unknown {
                        what: "seller",
                        handle: seller.handle,
                    });
                }
                job.run(watch, || {
                    reconciliation::Reconciliation::open(path, self.policy(), &seller)
                })
            }
        };
        self.forget();
        result
    }

    /// The organisation that a parameter names.
    fn named(
        &self,
        scope: &Scope,
        what: &'static str,
        handle: Option<&str>,
    ) -> Result<Organisation, ImportError> {
        let handle = handle.ok_or(ImportError::Needed(what))?;
        let found = self
            .db()
            .read_blocking(|tx| organisation::by_handle(tx, scope, handle))?;
        found.ok_or_else(|| ImportError::Unknown {
            what,
            handle: handle.to_owned(),
        })
    }
}
