//! The command line as it is typed.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use firstline_domain::lang::Lang;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::role::Role;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_domain::subscription::RefundWindow;
use firstline_hub::fetch::AllowedHost;
use firstline_hub::import::Form;
use firstline_hub::locale;
use firstline_hub::store::audit;
use firstline_server::{Network, PublicUrl};
use jiff::civil::Date;

use crate::keys::KeysArgs;

const EXIT_CODES: &str = "Exit codes:\n  0  done; a question is answered and agreed\n  1  it could not be done; the message says why\n  \
    2  the command line is wrong\n  3  answered, but provider and reseller have not agreed who does it\n  \
    4  there is no such offer, subscription, topic, person or organisation\n  5  done, but some rows of an import could not be taken\n  \
    6  a log is not as it was written\n  7  it is not sure what a question in one's own words asks; choose a topic";

/// Whose a question about a marketplace product is, why, and how to reach them.
#[derive(Debug, Parser)]
#[command(name = "firstline", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
pub struct Cli {
    /// Language of what is said: en, tr, ko or es. Otherwise that of the environment.
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    pub fn lang(&self) -> Lang {
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok());
        let spoken = environment
            .map(|value| value.replace('_', "-"))
            .find(|value| !value.is_empty());
        locale::negotiate(self.lang, spoken.as_deref().and_then(|tag| tag.split('.').next()))
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the hub.
    Serve(ServeArgs),
    /// Run the hub with a lively fictional marketplace to try it on.
    Demo(DemoArgs),
    /// Ask whose a question is.
    Ask(AskArgs),
    /// Say what a question in somebody's own words is about, and whose it usually is.
    Understand(UnderstandArgs),
    /// Learn to understand questions from examples, and measure how well.
    Train(TrainArgs),
    /// Find offers, or show one.
    Offers(OffersArgs),
    /// Bring in organisations, offers, subscriptions or reconciliation lines from a file.
    Import(ImportArgs),
    /// Check a programme's rules, or explain one of its answers.
    Policy(PolicyArgs),
    /// Let people in, or shut them out, where nobody else can: for whoever has the hub's machine.
    User(UserArgs),
    /// List, renew and retire the keys that the hub signs and seals with.
    Keys(KeysArgs),
    /// Check that the logs of who did what are as they were written.
    Audit(AuditArgs),
    /// Remove what organisations no longer keep; `serve` does it every day.
    Sweep(HubArgs),
    /// Bring the database to this version, and on PostgreSQL say who serves it: as the owner of its tables.
    Migrate(MigrateArgs),
    /// Print completions for a shell.
    Completions {
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// Where the hub's records are, and by which rules it runs.
#[derive(Debug, Clone, Args)]
pub struct HubArgs {
    /// A file, or a postgres:// address. Otherwise firstline.db in this folder, or the demo's.
    #[arg(long, env = "FIRSTLINE_DATABASE", value_name = "FILE|URL")]
    pub database: Option<String>,
    /// A policy file, or the name of a programme that comes with the program.
    #[arg(
        long,
        env = "FIRSTLINE_POLICY",
        default_value = "csp-marketplace",
        value_name = "FILE|NAME"
    )]
    pub policy: String,
    /// A model that `firstline train` made, to read questions by in place of the one that comes with the program.
    #[arg(long, env = "FIRSTLINE_MODEL", value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// The file of the keys that the hub signs and seals with; every machine of a hub reads the same. Otherwise the one beside a
    /// database that is a file, with .keys added to its name, which is made when it is needed.
    #[arg(long, env = "FIRSTLINE_KEYS", value_name = "FILE")]
    pub keys: Option<PathBuf>,
}

/// Where the hub answers, and how it is reached there.
#[derive(Debug, Clone, Args)]
pub struct WebArgs {
    /// Address and port to answer at.
    #[arg(
        long,
        env = "FIRSTLINE_LISTEN",
        default_value = "127.0.0.1:7420",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,
    /// The address that people know the hub by, such as https://hub.example.com: links that are sent begin with it, passkeys
    /// are bound to it, and with https the browser shows its cookies to nobody else. Otherwise where it answers.
    #[arg(long, env = "FIRSTLINE_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// A proxy in front of the hub, or the network it is in: only from there is X-Forwarded-For believed. May be given more than
    /// once, or as a list with commas.
    #[arg(
        long = "trusted-proxy",
        env = "FIRSTLINE_TRUSTED_PROXY",
        value_delimiter = ',',
        value_name = "ADDRESS|NETWORK"
    )]
    pub proxies: Vec<Network>,
    /// A host that the hub may fetch from although it is not on the public network, and without TLS: an identity provider of
    /// one's own, such as sso.intern or 127.0.0.1:9000. May be given more than once, or as a list with commas.
    #[arg(
        long = "allow-fetch",
        env = "FIRSTLINE_ALLOW_FETCH",
        value_delimiter = ',',
        value_name = "HOST[:PORT]"
    )]
    pub allow_fetch: Vec<AllowedHost>,
    /// The hub's certificate and those that vouch for it, in PEM: the hub then speaks TLS itself. Sent SIGHUP, it reads
    /// certificate and key anew.
    #[arg(
        long = "tls-certificate",
        env = "FIRSTLINE_TLS_CERTIFICATE",
        value_name = "FILE",
        requires = "tls_key"
    )]
    pub tls_certificate: Option<PathBuf>,
    /// The key that belongs to the certificate, in PEM.
    #[arg(
        long = "tls-key",
        env = "FIRSTLINE_TLS_KEY",
        value_name = "FILE",
        requires = "tls_certificate"
    )]
    pub tls_key: Option<PathBuf>,
    /// Take only algorithms that OWASP's standard approves: passkeys by ES256 and Ed25519, codes of apps by SHA-256, identity
    /// providers that sign by ES256, PS256 or EdDSA. Whoever has an app or a passkey of another kind sets up a new one, and
    /// gets in by a recovery code or a password until then.
    #[arg(
        long,
        env = "FIRSTLINE_STRICT_ALGORITHMS",
        value_parser = clap::builder::BoolishValueParser::new()
    )]
    pub strict_algorithms: bool,
    /// How what happens is written to standard error: for people, or a line of JSON each for programs that collect logs.
    #[arg(long, env = "FIRSTLINE_LOG_FORMAT", value_enum, default_value_t = Format::Text)]
    pub log_format: Format,
    /// Requests a minute that a person may make, the programs of an organisation together, or strangers at one address.
    #[arg(
        long,
        env = "FIRSTLINE_REQUESTS_A_MINUTE",
        default_value_t = 1200,
        value_name = "REQUESTS"
    )]
    pub requests_a_minute: u32,
}

impl WebArgs {
    /// Where the hub answers, as one opens it.
    pub fn url_at(&self, address: SocketAddr) -> String {
        let scheme = if self.tls_certificate.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://{address}")
    }

    /// Whether other machines reach the hub by a connection that is not encrypted, as far as it knows.
    pub fn is_open_to_eavesdroppers(&self, address: SocketAddr) -> bool {
        self.tls_certificate.is_none() && self.proxies.is_empty() && !address.ip().is_loopback()
    }
}

#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub hub: HubArgs,
    /// Passwords that nobody may choose, because they are known from breaches: a file of their SHA-1 digests in capital
    /// hexadecimal, in their order, a line each, as Pwned Passwords gives them away. Otherwise only the most common are refused.
    #[arg(long, env = "FIRSTLINE_BREACHED_PASSWORDS", value_name = "FILE")]
    pub breached_passwords: Option<PathBuf>,
    #[command(flatten)]
    pub web: WebArgs,
}

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// The file that the demo's records are kept in.
    #[arg(long, env = "FIRSTLINE_DATABASE", default_value = crate::open::DEMO_FILE, value_name = "FILE")]
    pub database: String,
    #[command(flatten)]
    pub web: WebArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub struct AskArgs {
    #[command(flatten)]
    pub hub: HubArgs,
    /// What is asked: one of the programme's topics, such as technical.break-fix.
    #[arg(long, required_unless_present_any = ["batch", "text"])]
    pub topic: Option<String>,
    /// What is asked, in anybody's own words instead of a topic.
    #[arg(long, conflicts_with = "topic")]
    pub text: Option<String>,
    /// The offer: publisher/offer, or its handle where only one has it.
    #[arg(long)]
    pub offer: Option<String>,
    /// The subscription, as the operator's system calls it.
    #[arg(long)]
    pub subscription: Option<String>,
    /// Who asks: customer, reseller, provider, partner, publisher or operator.
    #[arg(long, value_name = "ROLE", required_unless_present_any = ["batch", "text"])]
    pub asker: Option<PartyKind>,
    /// How it was bought, where no subscription says it: direct, direct-bill or indirect.
    #[arg(long)]
    pub channel: Option<Channel>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Answer many questions: a file of JSON lines with the same names as these options, or - for standard input. Gives a
    /// line of JSON for each.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["topic", "text", "offer", "subscription", "asker", "channel", "format"])]
    pub batch: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct UnderstandArgs {
    /// The question, as somebody wrote it.
    #[arg(required_unless_present = "batch")]
    pub text: Option<String>,
    /// Who asks: customer, reseller, provider, partner, publisher or operator. Otherwise who the text says, or a customer.
    #[arg(long, value_name = "ROLE")]
    pub asker: Option<PartyKind>,
    /// How it was bought: direct, direct-bill or indirect.
    #[arg(long)]
    pub channel: Option<Channel>,
    /// A policy file, or the name of a programme that comes with the program.
    #[arg(
        long,
        env = "FIRSTLINE_POLICY",
        default_value = "csp-marketplace",
        value_name = "FILE|NAME"
    )]
    pub policy: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Understand many: a file of JSON lines {"id", "text", "asker"?, "channel"?, "lang"?}, or - for standard input. Gives a line
    /// of JSON for each; needs no database.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "asker", "channel", "format"])]
    pub batch: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct TrainArgs {
    /// The examples that come with the program: LANG/TOPIC.jsonl.
    #[arg(long, default_value = "understanding/examples", value_name = "DIR")]
    pub examples: PathBuf,
    /// Examples of this installation, in the same form.
    #[arg(long, value_name = "DIR")]
    pub local: Option<PathBuf>,
    /// A hub whose corrections are learned from too, of organisations that keep them. That a model was installed is on its
    /// operator's record.
    #[arg(long, value_name = "FILE|URL")]
    pub database: Option<String>,
    /// More questions to measure by, a line each with its lang and topic: never learned from.
    #[arg(long, default_value = "understanding/forum.jsonl", value_name = "FILE")]
    pub forum: PathBuf,
    /// The model's file: the one to beat, and the one that is written.
    #[arg(long, default_value = "understanding/model.bin", value_name = "FILE")]
    pub model: PathBuf,
    /// Write the model, unless it is worse than the one that is there. Who did it, when, and its figures become a line of the
    /// record beside it, the same name with `.record.jsonl` added.
    #[arg(long)]
    pub install: bool,
    /// Who installs it, for the record.
    #[arg(long, env = "USER", default_value = "unknown", value_name = "NAME")]
    pub by: String,
    /// Learn nothing: measure the model that is there on the examples that are held out.
    #[arg(long, conflicts_with = "install")]
    pub evaluate: bool,
    /// A policy file, or the name of a programme that comes with the program.
    #[arg(
        long,
        env = "FIRSTLINE_POLICY",
        default_value = "csp-marketplace",
        value_name = "FILE|NAME"
    )]
    pub policy: String,
}

#[derive(Debug, Args)]
pub struct OffersArgs {
    #[command(subcommand)]
    pub command: OffersCommand,
}

#[derive(Debug, Subcommand)]
pub enum OffersCommand {
    /// Find offers by name, publisher or description.
    Search {
        #[command(flatten)]
        hub: HubArgs,
        words: Vec<String>,
        /// How many to show.
        #[arg(long, default_value_t = 20)]
        limit: usize,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Run many searches: a file of JSON lines {"q"}, or - for standard input. Gives a line of JSON for each.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["words", "format"])]
        batch: Option<PathBuf>,
    },
    /// Show an offer, its contacts and who supports what.
    Show {
        #[command(flatten)]
        hub: HubArgs,
        /// publisher/offer, or its handle where only one has it.
        #[arg(required_unless_present = "batch")]
        offer: Option<String>,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Show many: a file of JSON lines {"offer"}, or - for standard input. Gives a line of JSON for each.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["offer", "format"])]
        batch: Option<PathBuf>,
    },
}

fn form(word: &str) -> Result<Form, String> {
    word.parse().map_err(|()| {
        let known: Vec<&str> = Form::ALL.iter().map(|form| form.as_str()).collect();
        format!("known forms are {}", known.join(", "))
    })
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    #[command(flatten)]
    pub hub: HubArgs,
    /// What the file holds: organisations, relationships, people, subscriptions, authorisations, listings, catalogue or
    /// reconciliation.
    #[arg(value_parser = form)]
    pub form: Form,
    pub file: PathBuf,
    /// Whose listings they are (listings).
    #[arg(long, value_name = "HANDLE")]
    pub publisher: Option<String>,
    /// Whose reconciliation lines they are (reconciliation).
    #[arg(long, value_name = "HANDLE")]
    pub seller: Option<String>,
    /// What the columns mean (catalogue): a mapping file, or sentinel-solutions or powerplatform-connectors.
    #[arg(long, value_name = "FILE|NAME")]
    pub mapping: Option<PathBuf>,
    /// Say what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Write every row that could not be taken, and every doubt, into this CSV file.
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PolicyArgs {
    #[command(subcommand)]
    pub command: PolicyCommand,
}

#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Check that a policy file answers every question exactly once.
    Check { file: PathBuf },
    /// Say how the rules answer a question, and by which rule.
    Explain(ExplainArgs),
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A policy file, or the name of a programme that comes with the program.
    #[arg(
        long,
        env = "FIRSTLINE_POLICY",
        default_value = "csp-marketplace",
        value_name = "FILE|NAME"
    )]
    pub policy: String,
    #[arg(long)]
    pub topic: String,
    /// Who asks: customer, reseller, provider, partner, publisher or operator.
    #[arg(long, value_name = "ROLE")]
    pub asker: PartyKind,
    /// direct, direct-bill or indirect.
    #[arg(long, default_value = "direct-bill")]
    pub channel: Channel,
    /// The product's kind, such as saas-licence; it may be deployed in the customer's cloud.
    #[arg(long)]
    pub kind: Option<String>,
    /// The product is the operator's own.
    #[arg(long)]
    pub first_party: bool,
    /// What provider and reseller agreed: reseller, reseller-then-provider or provider.
    #[arg(long)]
    pub share: Option<Share>,
    /// What the seller does with technical questions: send-on or coordinate.
    #[arg(long)]
    pub choice: Option<TechnicalChoice>,
    /// within, after or unknown.
    #[arg(long, default_value = "unknown")]
    pub refund: RefundWindow,
    /// The seller set as the subscription's support contact: reseller or provider.
    #[arg(long)]
    pub support_contact: Option<PartyKind>,
    /// The rules as they stood on this day.
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
}

#[derive(Debug, Args)]
pub struct UserArgs {
    #[command(subcommand)]
    pub command: UserCommand,
}

/// Which hub, at which address its links begin, and how it is said.
#[derive(Debug, Args)]
pub struct UserHubArgs {
    #[command(flatten)]
    pub hub: HubArgs,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// The address that people know the hub by, for links that are handed over.
#[derive(Debug, Args)]
pub struct LinkArgs {
    /// The address that people know the hub by: links begin with it.
    #[arg(
        long,
        env = "FIRSTLINE_PUBLIC_URL",
        default_value = "http://127.0.0.1:7420",
        value_name = "URL"
    )]
    pub public_url: PublicUrl,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// List people: of an organisation, or all.
    List {
        #[command(flatten)]
        at: UserHubArgs,
        #[arg(long, value_name = "HANDLE")]
        organisation: Option<String>,
    },
    /// Let somebody act for an organisation. Prints a link for their password where they have none.
    Add {
        #[command(flatten)]
        at: UserHubArgs,
        #[command(flatten)]
        link: LinkArgs,
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "HANDLE")]
        organisation: String,
        /// Such as operator-admin; several with commas between them.
        #[arg(long, value_delimiter = ',', required = true)]
        roles: Vec<Role>,
    },
    /// Print a link, for once and within an hour, by which somebody chooses a new password.
    Reset {
        #[command(flatten)]
        at: UserHubArgs,
        #[command(flatten)]
        link: LinkArgs,
        /// A handle or an e-mail address.
        who: String,
        /// They have lost what they show beside the password: forget their codes and passkeys. Make sure first who asks: an
        /// administrator of their organisation whom you know asks for them, having spoken to them face to face or by a number
        /// that the organisation knew before; hand the link to that administrator, or send it to the address of the account.
        #[arg(long)]
        forget_second_factor: bool,
    },
    /// Let an organisation's people sign in by password again, where its identity provider no longer lets anybody in.
    AllowPasswords {
        #[command(flatten)]
        at: UserHubArgs,
        /// The organisation's handle.
        organisation: String,
    },
    /// End all sessions of somebody.
    SignOut {
        #[command(flatten)]
        at: UserHubArgs,
        /// A handle or an e-mail address.
        who: String,
    },
    /// Erase somebody for good, in every organisation. What they did stays, by a former person.
    Erase {
        #[command(flatten)]
        at: UserHubArgs,
        /// A handle or an e-mail address.
        who: String,
        /// It cannot be undone: without this it is only said what would be erased.
        #[arg(long)]
        yes: bool,
    },
    /// Give somebody other roles at an organisation.
    Roles {
        #[command(flatten)]
        at: UserHubArgs,
        /// A handle or an e-mail address.
        who: String,
        #[arg(long, value_name = "HANDLE")]
        organisation: String,
        /// Such as operator-admin; several with commas between them.
        #[arg(long, value_delimiter = ',', required = true)]
        roles: Vec<Role>,
    },
}

#[derive(Debug, Args)]
pub struct MigrateArgs {
    /// A file, or a postgres:// address of the user that owns the tables. Otherwise firstline.db in this folder, or the demo's.
    #[arg(long, env = "FIRSTLINE_DATABASE", value_name = "FILE|URL")]
    pub database: Option<String>,
    /// The PostgreSQL role that `serve` and the other commands sign in as: it is given the rows of the tables to read and
    /// write, as far as a hub needs them, and nothing else.
    #[arg(long, env = "FIRSTLINE_SERVING_ROLE", value_name = "ROLE")]
    pub serving_role: Option<String>,
}

#[derive(Debug, Args)]
pub struct AuditArgs {
    #[command(subcommand)]
    pub command: AuditCommand,
}

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Walk the logs from their beginning and name the first line that was altered, removed, moved or cut off. Prints where
    /// each log ends: written down elsewhere, it tells later whether the log was written anew.
    Verify {
        #[command(flatten)]
        hub: HubArgs,
        /// Only this organisation's log.
        #[arg(long, value_name = "HANDLE")]
        organisation: Option<String>,
        /// What an earlier run printed as the end of the log: the log must still contain that line.
        #[arg(long, value_name = "HASH", value_parser = hash, requires = "organisation")]
        head: Option<[u8; 32]>,
    },
}

fn hash(word: &str) -> Result<[u8; 32], String> {
    audit::unhex(word).ok_or_else(|| "a hash is 64 hexadecimal digits".to_owned())
}

pub fn completions(shell: clap_complete::Shell) -> anyhow::Result<ExitCode> {
    clap_complete::generate(shell, &mut Cli::command(), "firstline", &mut io::stdout());
    Ok(ExitCode::SUCCESS)
}

pub fn man() -> anyhow::Result<ExitCode> {
    clap_mangen::Man::new(Cli::command()).render(&mut io::stdout())?;
    Ok(ExitCode::SUCCESS)
}
