//! What the measuring programs share: a place to work in, a clock, and plain words for figures.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use firstline_domain::policy::Policy;
use firstline_domain::scope::Scope;
use firstline_hub::store::{DatabaseUrl, Db, Options};
use firstline_hub::{Hub, Keys, POLICIES};

/// A folder that goes away with its owner.
pub struct Place(PathBuf);

impl Place {
    /// # Panics
    /// When the folder cannot be made.
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("firstline-bench-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder to work in");
        Place(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a line of the report.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// The value that a share of the others do not exceed.
pub fn quantile(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let index = ((times.len() as f64 - 1.0) * share).round() as usize;
    times.get(index).copied().unwrap_or_default()
}

pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// A hub on a new file, and the hand of its operator.
///
/// # Panics
/// When it cannot be opened.
pub fn hub(file: &Path) -> (Hub, Scope) {
    let url = DatabaseUrl::parse(&file.display().to_string()).expect("a file's path");
    let db = Db::open(&url, &Options::default()).expect("a new database");
    let hub = Hub::new(
        db,
        Policy::parse(POLICIES[0].1).expect("the policy that comes with the hub"),
        Keys::in_memory(),
    );
    let scope = hub.own_scope("operator", "Operator").expect("an operator");
    (hub, scope)
}

/// A line of `/proc/PID/status`, such as `VmHWM`, in kilobytes.
pub fn memory_kilobytes(pid: u32, line: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|row| row.strip_prefix(line)?.strip_prefix(':'))?;
    line.trim().split(' ').next()?.parse().ok()
}

/// Numbers that look like chance and are the same in every run.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}
