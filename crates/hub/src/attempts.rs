//! How often somebody may be wrong before they must wait: counted by where they come from and whose account they try.
//!
//! Nobody is kept out by what others do. Failures from one place count against that place. Failures against one account from
//! all over the world count against browsers that have not been signed in to it; one that has shows a cookie that says so,
//! and is counted by itself. Whoever has no such browser at hand still has their passkey, or a link by e-mail, which makes
//! the browser that opens it one of those.
//!
//! Only failures are kept: a try is counted before it is made, so that a thousand at once are a thousand, and given back when
//! it was right. All of it is in memory; a hub that starts anew has forgotten, which costs whoever guesses nothing they could
//! not have had by waiting.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::HubError;

/// How many counts are kept; beyond it those go that would be forgotten first.
const KEPT_MAX: usize = 65_536;

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Try {
    /// The password of an account.
    Password,
    /// The code of an account's second factor: short, so the slowest of all.
    Code,
    /// To have a link for a new password written to an account.
    Reset,
    /// What nobody can guess: a link, a recovery code, a passkey. It is slowed down for the load alone.
    Secret,
    /// To be asked for a passkey, which makes the hub remember what it asked.
    Challenge,
}

/// Who tries.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Who<'a> {
    pub address: Option<IpAddr>,
    /// The account as it was named, whether there is one or not.
    pub account: &'a str,
    /// What the browser calls itself, where it has been signed in to this account.
    pub browser: Option<&'a str>,
}

impl Who<'_> {
    /// Somebody of whom nothing is known but where they are.
    pub(crate) fn at(address: Option<IpAddr>) -> Self {
        Who {
            address,
            account: "",
            browser: None,
        }
    }
}

/// So many failures are let pass, and one of them is forgotten after each span.
#[derive(Debug, Clone, Copy)]
struct Allowance {
    tries: i32,
    span: SignedDuration,
}

const fn allowance(tries: i32, seconds: i64) -> Allowance {
    Allowance {
        tries,
        span: SignedDuration::from_secs(seconds),
    }
}

impl Try {
    /// For everyone at one address together: an office may sit behind it.
    const fn by_address(self) -> Allowance {
        match self {
            Try::Password | Try::Code => allowance(50, 10),
            Try::Reset => allowance(20, 60),
            Try::Secret => allowance(100, 6),
            Try::Challenge => allowance(60, 2),
        }
    }

    /// For one account from one address, or from a browser that has been signed in to it.
    const fn by_account_and_place(self) -> Option<Allowance> {
        match self {
            Try::Password => Some(allowance(10, 60)),
            Try::Code => Some(allowance(5, 300)),
            Try::Reset | Try::Secret | Try::Challenge => None,
        }
    }

    /// For one account from everywhere at once.
    const fn by_account(self) -> Option<Allowance> {
        match self {
            Try::Password => Some(allowance(100, 120)),
            Try::Code => Some(allowance(20, 600)),
            Try::Reset | Try::Secret | Try::Challenge => None,
        }
    }

    /// What a try counts against.
    fn counts(self, who: Who<'_>) -> Vec<(Counter, Allowance)> {
        let key = |by: &str, what: &[&str]| {
            let mut hasher = blake3::Hasher::new();
            for part in [&format!("{self:?}"), by].into_iter().chain(what.iter().copied()) {
                hasher.update(part.as_bytes()).update(&[0]);
            }
            *hasher.finalize().as_bytes()
        };
        if let (Some(browser), Some(allowance)) = (who.browser, self.by_account_and_place()) {
            return vec![(key("browser", &[who.account, browser]), allowance)];
        }
        let place = place(who.address);
        let mut counts = vec![(key("address", &[&place]), self.by_address())];
        if let Some(allowance) = self.by_account_and_place() {
            counts.push((key("account at address", &[who.account, &place]), allowance));
        }
        if let Some(allowance) = self.by_account() {
            counts.push((key("account", &[who.account]), allowance));
        }
        counts
    }
}

/// An address as it is counted: of IPv6 the first 64 bits, because whoever has one of them has them all.
pub fn place(address: Option<IpAddr>) -> String {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        None => String::new(),
    }
}

/// What is counted, as a hash of it.
type Counter = [u8; 32];

/// Until when each count is not yet forgotten.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<Counter, Timestamp>>);

/// A try that was counted, to be given back where it was right.
#[derive(Debug)]
#[must_use = "a try that was right is given back"]
pub(crate) struct Counted(Vec<(Counter, Allowance)>);

impl Counted {
    /// It counts, right or not.
    pub(crate) fn stays(self) {}
}

impl Attempts {
    /// Counts a try before it is made.
    ///
    /// # Errors
    /// [`HubError::TooMany`] where too many failed before it; then it counts against nobody.
    pub(crate) fn count(&self, what: Try, who: Who<'_>, now: Timestamp) -> Result<Counted, HubError> {
        let counts = what.counts(who);
        let mut kept = self.kept();
        let mut wait = SignedDuration::ZERO;
        let mut after = Vec::with_capacity(counts.len());
        for (key, Allowance { tries, span }) in &counts {
            let full = *span * *tries;
            // A clock that was put back leaves nobody waiting for longer than the allowance is.
            let until = kept.get(key).map_or(now, |until| (*until).clamp(now, now + full));
            wait = wait.max((until + *span).duration_since(now + full));
            after.push((*key, until + *span));
        }
        if wait.is_positive() {
            // What is left of a second counts as one, so that waiting as long as was said is enough.
            let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
            return Err(HubError::TooMany(seconds.unsigned_abs()));
        }
        kept.extend(after);
        make_room(&mut kept, now);
        Ok(Counted(counts))
    }

    /// Gives a try back that was right.
    pub(crate) fn forgive(&self, counted: Counted) {
        let mut kept = self.kept();
        for (key, Allowance { span, .. }) in counted.0 {
            if let Some(until) = kept.get_mut(&key) {
                *until -= span;
            }
        }
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Counter, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn make_room(kept: &mut HashMap<Counter, Timestamp>, now: Timestamp) {
    if kept.len() <= KEPT_MAX {
        return;
    }
    kept.retain(|_, until| *until > now);
    if kept.len() > KEPT_MAX {
        let mut all: Vec<Timestamp> = kept.values().copied().collect();
        let (_, middle, _) = all.select_nth_unstable(KEPT_MAX / 2);
        let middle = *middle;
        kept.retain(|_, until| *until > middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    fn who<'a>(address: &str, account: &'a str) -> Who<'a> {
        Who {
            address: Some(address.parse().unwrap()),
            account,
            browser: None,
        }
    }

    /// How many failures in a row are let pass.
    fn passed(attempts: &Attempts, what: Try, who: Who<'_>, now: Timestamp) -> usize {
        (0..1000)
            .take_while(|_| attempts.count(what, who, now).is_ok())
            .count()
    }

    fn wait(attempts: &Attempts, what: Try, who: Who<'_>, now: Timestamp) -> u64 {
        match attempts.count(what, who, now) {
            Err(HubError::TooMany(seconds)) => seconds,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn failures_are_let_pass_up_to_the_allowance_and_forgotten_with_time() {
        let attempts = Attempts::default();
        let elif = who("192.0.2.7", "elif@bosfor.example");
        assert_eq!(passed(&attempts, Try::Password, elif, noon()), 10);
        assert_eq!(wait(&attempts, Try::Password, elif, noon()), 60);
        let soon = noon() + SignedDuration::from_millis(59_500);
        assert_eq!(wait(&attempts, Try::Password, elif, soon), 1);
        let later = noon() + SignedDuration::from_secs(60);
        assert_eq!(passed(&attempts, Try::Password, elif, later), 1);
        let next_day = noon() + SignedDuration::from_hours(24);
        assert_eq!(passed(&attempts, Try::Password, elif, next_day), 10);
        // The clock is put back: nobody waits for a day.
        assert_eq!(wait(&attempts, Try::Password, elif, noon()), 120);
    }

    #[test]
    fn what_is_right_counts_against_nobody() {
        let attempts = Attempts::default();
        let elif = who("192.0.2.7", "elif@bosfor.example");
        for _ in 0..1000 {
            let counted = attempts.count(Try::Password, elif, noon()).unwrap();
            attempts.forgive(counted);
        }
        assert_eq!(passed(&attempts, Try::Password, elif, noon()), 10);
    }

    #[test]
    fn an_address_is_let_pass_only_so_many_accounts() {
        let attempts = Attempts::default();
        let accounts: Vec<String> = (0..100)
            .map(|number| format!("person-{number}@bosfor.example"))
            .collect();
        let tried = |address: &str| {
            accounts
                .iter()
                .take_while(|account| {
                    attempts
                        .count(Try::Password, who(address, account), noon())
                        .is_ok()
                })
                .count()
        };
        assert_eq!(tried("192.0.2.7"), 50);
        assert_eq!(tried("192.0.2.8"), 50);
        // One line has all the addresses that begin alike.
        assert_eq!(tried("2001:db8:1:2::1"), 50);
        assert_eq!(tried("2001:db8:1:2:ffff::9"), 0);
        assert_eq!(tried("::ffff:192.0.2.7"), 0);
    }

    #[test]
    fn nobody_is_locked_out_by_others() {
        let attempts = Attempts::default();
        let account = "elif@bosfor.example";
        let refused = (0..2000u32)
            .find(|number| {
                let address = IpAddr::from((0x0a00_0000 + number).to_be_bytes());
                let attacker = Who {
                    address: Some(address),
                    ..who("192.0.2.7", account)
                };
                attempts.count(Try::Password, attacker, noon()).is_err()
            })
            .unwrap();
        assert_eq!(
            refused, 100,
            "an account is not guessed at from a thousand places at once"
        );
        let own = Who {
            browser: Some("device_abc"),
            ..who("192.0.2.99", account)
        };
        assert_eq!(passed(&attempts, Try::Password, own, noon()), 10);
        let colleague = who("192.0.2.99", "defne@bosfor.example");
        assert_eq!(passed(&attempts, Try::Password, colleague, noon()), 10);
        assert!(
            attempts.count(Try::Secret, Who::at(own.address), noon()).is_ok(),
            "a passkey still works"
        );
        assert!(
            attempts.count(Try::Reset, own, noon()).is_ok(),
            "and so does a link by e-mail"
        );
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let attempts = Attempts::default();
        for number in 0..2 * u32::try_from(KEPT_MAX).unwrap() {
            let address = Some(IpAddr::from(number.to_be_bytes()));
            attempts
                .count(Try::Secret, Who::at(address), noon())
                .unwrap()
                .stays();
        }
        assert!(attempts.kept().len() <= KEPT_MAX + 1);
        let later = noon() + SignedDuration::from_hours(1);
        attempts.count(Try::Secret, Who::at(None), later).unwrap().stays();
    }
}
