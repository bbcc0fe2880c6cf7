//! Saying things on a terminal: plain when it is none, coloured when it is one.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use firstline_domain::lang::Lang;
use firstline_domain::policy::PolicyError;
use firstline_hub::import::ImportError;
use firstline_hub::locale::{self, Args};
use firstline_hub::store::OpenError;
use firstline_hub::{Field, HubError, t};

/// It could not be done.
pub const FAILED: u8 = 1;
/// Answered, but not agreed.
pub const OPEN: u8 = 3;
/// There is no such thing.
pub const UNKNOWN: u8 = 4;
/// Done, but some rows could not be taken.
pub const ROWS_REFUSED: u8 = 5;
/// A log is not as it was written.
pub const LOG_BROKEN: u8 = 6;
/// It is not sure what is asked; one has to choose.
pub const UNSURE: u8 = 7;

/// Writes a line to standard output. A reader that went away, such as `head`, ends the program quietly.
pub fn line(text: &str) {
    if writeln!(io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}

/// Writes a line to standard error; nothing can be done where even that fails.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// A style on a terminal, nothing elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct Ink(bool);

impl Ink {
    pub fn stdout() -> Self {
        Ink(io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none())
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    pub fn faint(self, text: &str) -> String {
        self.wrap("2", text)
    }

    pub fn accent(self, text: &str) -> String {
        self.wrap("1;35", text)
    }

    pub fn warn(self, text: &str) -> String {
        self.wrap("33", text)
    }
}

/// The columns a text takes on a terminal: Korean letters take two.
pub fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if ('\u{1100}'..='\u{11ff}').contains(&c) || ('\u{2e80}'..='\u{ffdc}').contains(&c) {
                2
            } else {
                1
            }
        })
        .sum()
}

/// Says why something could not be done, and what to do.
pub fn failure(error: &anyhow::Error, lang: Lang) -> ExitCode {
    let mut code = FAILED;
    if let Some(error) = error.downcast_ref::<OpenError>() {
        let mut args = Args::new();
        for (name, value) in error.args() {
            args = args.set(name, value);
        }
        note(&locale::format(lang, error.key(), &args));
        note(&locale::format(lang, &format!("{}-help", error.key()), &args));
        if let Some(cause) = std::error::Error::source(error) {
            note(&format!("({cause})"));
        }
    } else if let Some(error) = error.downcast_ref::<HubError>() {
        code = hub(error, lang);
    } else if let Some(error) = error.downcast_ref::<ImportError>() {
        match error {
            ImportError::Hub(error) => code = hub(error, lang),
            error => note(&error.text(lang)),
        }
    } else if let Some(said) = error.downcast_ref().and_then(|error| policy(error, lang)) {
        note(&said);
    } else {
        note(&format!("{error:#}"));
    }
    ExitCode::from(code)
}

/// What is wrong with the grants of a policy.
fn policy(error: &PolicyError, lang: Lang) -> Option<String> {
    Some(match error {
        PolicyError::EmptyGrant { grant } => t!(lang, "cli-policy-grant-empty", grant = *grant),
        PolicyError::Impossible {
            grant,
            act,
            object,
            possible,
        } => t!(
            lang,
            "cli-policy-grant-impossible",
            grant = *grant,
            act = act.as_str(),
            object = object.as_str(),
            possible = possible.as_str()
        ),
        PolicyError::Powerless { edition, role } => t!(
            lang,
            "cli-policy-powerless",
            edition = edition.as_str(),
            role = role.as_str(),
            name = locale::text(lang, &format!("role-{role}"))
        ),
        PolicyError::Nobody { edition, act, object } => t!(
            lang,
            "cli-policy-nobody",
            edition = edition.as_str(),
            act = act.as_str(),
            object = object.as_str()
        ),
        _ => return None,
    })
}

fn hub(error: &HubError, lang: Lang) -> u8 {
    match error {
        HubError::Invalid(fields) => {
            fields.iter().for_each(|field| note(&field.text(lang)));
            let unknown = |field: &Field| field.key.ends_with("-unknown");
            if fields.iter().any(unknown) {
                UNKNOWN
            } else {
                FAILED
            }
        }
        HubError::Keys(error) => {
            note(&error.text(lang));
            FAILED
        }
        error => {
            note(&locale::text(lang, error.key()));
            note(&error.help(lang));
            // A command has no other log than what it says.
            if let HubError::Store(error) = error {
                let source =
                    std::error::Error::source(error).map_or_else(String::new, |source| format!(": {source}"));
                note(&format!("({error}{source})"));
            }
            if matches!(error, HubError::NotFound(_)) {
                UNKNOWN
            } else {
                FAILED
            }
        }
    }
}
