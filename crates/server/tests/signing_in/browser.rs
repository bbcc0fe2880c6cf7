//! A browser that keeps cookies, and in which somebody opens links.

use std::collections::BTreeMap;

use axum::http::header;

use crate::site::{Answer, SECURE, Site};

/// Where the link that a browser opened last is shown and used.
pub const OPEN: &str = "/link/open";

/// The name of the cookie that has a link.
pub fn keeper(site: &Site) -> &'static str {
    if site.origin == SECURE {
        "__Host-firstline_link"
    } else {
        "firstline_link"
    }
}

/// Which link the form on a page is for.
pub fn form_of(page: &Answer) -> String {
    let (_, rest) = page
        .body
        .split_once("name=\"link\" value=\"")
        .unwrap_or_else(|| panic!("no form for a link: {}", page.body));
    rest.split('"').next().unwrap().to_owned()
}

/// A browser in which links are opened, and the secrets that nothing but its cookie may show.
pub struct Browser {
    site: Site,
    pub jar: BTreeMap<String, String>,
    secrets: Vec<String>,
}

impl Browser {
    pub fn at(site: &Site) -> Self {
        Browser {
            site: site.clone(),
            jar: BTreeMap::new(),
            secrets: Vec::new(),
        }
    }

    /// One in which somebody is signed in.
    pub fn of(site: &Site, handle: &str) -> Self {
        let mut browser = Browser::at(site);
        let cookie = site.sign_in(handle);
        let (name, value) = cookie.split_once('=').unwrap();
        browser.jar.insert(name.to_owned(), value.to_owned());
        browser
    }

    /// Sends a request as the page at `OPEN` would, and keeps the cookies of the answer.
    pub fn send(&mut self, method: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let cookies: Vec<String> = self
            .jar
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let referer = format!("{}{OPEN}", self.site.origin);
        let site = self.site.saying(&[("referer", &referer)]);
        let answer = site.send(method, path, &cookies.join("; "), form);
        for (name, (value, marks)) in answer.cookies() {
            if marks.contains(&"Max-Age=0".to_owned()) {
                self.jar.remove(&name);
            } else {
                self.jar.insert(name, value);
            }
        }
        self.hold(path, &answer);
        answer
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[])
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send("POST", path, form)
    }

    /// The secret of a link that was opened is in no address, in no page, and in no header but the one that keeps it.
    fn hold(&self, path: &str, answer: &Answer) {
        for secret in &self.secrets {
            assert!(!path.contains(secret), "{path}");
            assert!(!answer.body.contains(secret), "{path}: {}", answer.body);
            for (name, value) in &answer.headers {
                let is_shown = value.to_str().unwrap().contains(secret);
                let keeps = name == header::SET_COOKIE
                    && value
                        .to_str()
                        .unwrap()
                        .starts_with(&format!("{}=", keeper(&self.site)));
                assert!(!is_shown || keeps, "{path}: {name}: {value:?}");
            }
        }
    }

    /// Opens a link as the script does, or whoever pastes it.
    pub fn open(&mut self, secret: &str) -> Answer {
        self.secrets.push(secret.to_owned());
        let link = format!("{}/link#{secret}", self.site.origin);
        self.post("/link", &[("link", &link)])
    }

    /// Opens a link that works, and gives its page.
    pub fn see(&mut self, secret: &str) -> Answer {
        let taken = self.open(secret);
        assert_eq!(taken.location(), OPEN, "{}", taken.body);
        self.get(OPEN)
    }

    /// Sends the form on the page of the link that is open.
    pub fn act(&mut self, form: &[(&str, &str)]) -> Answer {
        let id = form_of(&self.get(OPEN));
        self.post(OPEN, &[form, &[("link", &*id)]].concat())
    }
}
