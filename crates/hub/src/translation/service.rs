//! What is asked of a translation service: which languages it knows, and what texts are in another one (the interface of
//! LibreTranslate). It is taken by its word for nothing but the texts: they are counted, and none may be longer than belongs to
//! its original.

use std::time::Duration;

use firstline_domain::lang::Lang;
use firstline_domain::reading::{Failure, Public};
use hyper::StatusCode;
use serde::Deserialize;
use serde_json::json;
use url::Url;

use crate::fetch::{Ask, FetchError, Fetched, Fetcher};

/// The longest that a translation may take.
const TIME_MAX: Duration = Duration::from_secs(30);
/// How many languages are read of a service's list.
const LANGUAGES_MAX: usize = 500;

fn of_status(status: StatusCode) -> Failure {
    match status.as_u16() {
        401 | 403 => Failure::Key,
        408 | 429 => Failure::Busy,
        400 | 413 | 422 => Failure::Refused,
        500.. => Failure::Broken,
        _ => Failure::Strange,
    }
}

impl From<FetchError> for Failure {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::NotHttps | FetchError::NotPublic(_) => Failure::Closed,
            FetchError::Unknown(_) | FetchError::Unreachable(_) | FetchError::NoAuthorities => {
                Failure::Unreachable
            }
            FetchError::TooSlow => Failure::Slow,
            FetchError::TooLarge => Failure::Large,
            FetchError::Broken(_) | FetchError::Redirect => Failure::Strange,
        }
    }
}

/// A language that a service can translate from, and into which ones.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Language {
    pub code: String,
    #[serde(default)]
    pub targets: Vec<String>,
}

/// A service that can be asked.
pub(super) struct Client<'h> {
    pub fetcher: &'h Fetcher,
    pub address: &'h str,
    pub key: Option<&'h str>,
}

/// The address of a service, without a query and with a slash at its end; nothing where it is none.
pub(super) fn base(address: &str) -> Option<Url> {
    let mut url = Url::parse(address).ok()?;
    let is_bare = url.query().is_none() && url.fragment().is_none() && url.has_host();
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    is_bare.then_some(url)
}

/// What a service calls a language: the first part of its tag.
pub(super) fn code(tag: &str) -> String {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    primary.to_ascii_lowercase()
}

impl Client<'_> {
    fn at(&self, endpoint: &str) -> Result<Url, Failure> {
        let url = base(self.address).and_then(|base| base.join(endpoint).ok());
        url.ok_or(Failure::Closed)
    }

    /// The languages that it translates from.
    pub async fn languages(&self) -> Result<Vec<Language>, Failure> {
        let answered = self.fetcher.fetch(Ask::get(self.at("languages")?)).await?;
        let mut languages: Vec<Language> = read(&answered)?;
        languages.truncate(LANGUAGES_MAX);
        match languages.is_empty() {
            true => Err(Failure::Strange),
            false => Ok(languages),
        }
    }

    /// What texts of one language are in another, one for one. Nothing but public texts is ever sent.
    pub async fn translate(&self, texts: &[Public], target: Lang) -> Result<Vec<String>, Failure> {
        let said: Vec<&str> = texts.iter().map(Public::text).collect();
        let mut asked = json!({
            "q": said,
            "source": code(texts.first().map_or("", Public::lang)),
            "target": target.tag(),
            "format": "text",
        });
        if let Some(key) = self.key {
            asked["api_key"] = json!(key);
        }
        let ask = Ask::post_json(self.at("translate")?, &asked).within(TIME_MAX);
        let answered: Answered = read(&self.fetcher.fetch(ask).await?)?;
        let made = answered.texts;
        if made.len() != texts.len() {
            return Err(Failure::Strange);
        }
        let made = made.iter().zip(texts);
        made.map(|(made, of)| checked(made, of.text())).collect()
    }
}

#[derive(Deserialize)]
struct Answered {
    #[serde(rename = "translatedText")]
    texts: Vec<String>,
}

fn read<T: serde::de::DeserializeOwned>(answered: &Fetched) -> Result<T, Failure> {
    if !answered.status.is_success() {
        return Err(of_status(answered.status));
    }
    serde_json::from_slice(&answered.body).map_err(|_| Failure::Strange)
}

/// How much longer a translation can be than its original: languages differ that much, and short texts more.
const TIMES_LONGER: usize = 6;
const CHARS_LONGER: usize = 200;

/// A translation as it is kept: there is something, it is not out of all proportion, and nothing in it steers a screen.
fn checked(made: &str, of: &str) -> Result<String, Failure> {
    let plain: String = made
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect();
    let plain = plain.trim();
    if plain.chars().count() > of.chars().count() * TIMES_LONGER + CHARS_LONGER {
        return Err(Failure::Large);
    }
    match plain.is_empty() {
        true => Err(Failure::Strange),
        false => Ok(plain.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_endpoints_with_or_without_a_path() {
        for (typed, meant) in [
            (
                "https://translate.example",
                Some("https://translate.example/languages"),
            ),
            (
                "https://translate.example/api",
                Some("https://translate.example/api/languages"),
            ),
            (
                "https://translate.example/api/",
                Some("https://translate.example/api/languages"),
            ),
            ("https://translate.example/?x=1", None),
            ("https://translate.example/#x", None),
            ("mailto:someone@translate.example", None),
            ("translate.example", None),
            ("", None),
        ] {
            let url = base(typed).and_then(|base| base.join("languages").ok());
            assert_eq!(url.as_ref().map(Url::as_str), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_kept_of_a_translation_fits_its_original() {
        assert_eq!(checked(" Hola\u{7}\u{1b}[2J ", "Hello"), Ok("Hola[2J".to_owned()));
        assert_eq!(checked("\u{7} ", "Hello"), Err(Failure::Strange));
        assert_eq!(checked(&"x".repeat(231), "Hello"), Err(Failure::Large));
        assert!(checked(&"x".repeat(230), "Hello").is_ok());
    }

    #[test]
    fn services_know_languages_by_their_first_part() {
        for (tag, meant) in [("ko-kr", "ko"), ("EN", "en"), ("pt_BR", "pt")] {
            assert_eq!(code(tag), meant);
        }
    }
}
