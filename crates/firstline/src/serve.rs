//! Running the hub until it is told to stop.

use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::anyhow;
use firstline_domain::lang::Lang;
use firstline_hub::algorithms::NotTaken;
use firstline_hub::breached::Breached;
use firstline_hub::fetch::Fetcher;
use firstline_hub::{Hub, HubError, t};
use firstline_server::connections::{self, Certificate, CertificateError, TlsAcceptor};
use firstline_server::{Options, PublicUrl, path_of_link};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::block_in_place;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt, registry};

use crate::cli::{Format, ServeArgs, WebArgs};
use crate::{open, say};

pub fn serve(args: &ServeArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&args.hub, true, lang)?;
    if let Some(file) = &args.breached_passwords {
        let opened = Breached::open(file).map_err(|error| {
            let file = file.display().to_string();
            anyhow!(t!(
                lang,
                "cli-breached-unreadable",
                file = file,
                cause = error.to_string()
            ))
        })?;
        hub.refuse_breached(opened);
    }
    let is_bare = args.breached_passwords.is_none();
    let has_password = open::place(args.hub.database.as_deref(), true, lang)?.has_password();
    let web = &args.web;
    run(hub, web, None, lang, |hub, address, url| {
        say::line(&t!(lang, "cli-serving", address = web.url_at(address)));
        if web.is_open_to_eavesdroppers(address) {
            say::note(&t!(lang, "cli-plain-http"));
        }
        let left = hub.not_taken()?;
        if left != NotTaken::default() {
            let (apps, passkeys) = (left.apps, left.passkeys);
            say::note(&t!(lang, "cli-not-taken", apps = apps, passkeys = passkeys));
        }
        if has_password {
            say::note(&t!(lang, "cli-database-password"));
        }
        if is_bare {
            tracing::info!("no --breached-passwords: of passwords only the most common are refused");
        }
        if let Some(secret) = hub.set_up_link()? {
            let link = url.to(&path_of_link(&secret));
            say::line(&t!(lang, "cli-set-up", link = link));
        }
        Ok(())
    })
}

/// Answers at an address until SIGTERM or Ctrl-C; requests under way are finished first. Says where it answers, and by which
/// address people know it, once it does.
pub fn run(
    hub: Hub,
    web: &WebArgs,
    demo_password: Option<&'static str>,
    lang: Lang,
    ready: impl FnOnce(&Hub, SocketAddr, &PublicUrl) -> Result<(), HubError>,
) -> anyhow::Result<ExitCode> {
    // Whatever is wrong with the keys is said now, and not to whoever wants to sign in first.
    hub.demand_key()?;
    let web = web.clone();
    hub.fetch_by(Fetcher::allowing(web.allow_fetch));
    if web.strict_algorithms {
        hub.keep_strict();
    }
    log(web.log_format);
    let certificate = web.tls_certificate.zip(web.tls_key);
    let certificate = certificate.map(|(chain, key)| Certificate { chain, key });
    let tls = certificate.as_ref().map(|files| read(files, lang)).transpose()?;
    // The last of a hub must not go inside the runtime: connections to PostgreSQL are closed by a driver that blocks.
    let last = hub.clone();
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(async move {
        let listener = bind(web.listen, lang).await?;
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let address = listener.local_addr()?;
        let options = Options {
            requests_a_minute: web.requests_a_minute,
            demo_password,
            public_url: web
                .public_url
                .unwrap_or_else(|| PublicUrl::of(address, tls.is_some())),
            proxies: web.proxies,
        };
        block_in_place(|| ready(&hub, address, &options.public_url))?;
        tokio::spawn(hub.clone().keep_writing_looks());
        tokio::spawn(hub.clone().keep_sweeping());
        tokio::spawn(hub.clone().keep_translating());
        let (renewed, tls) = watch::channel(tls);
        if let Some(files) = certificate {
            tokio::spawn(keep_renewing(files, renewed));
        }
        let stop = async {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        let router = firstline_server::router(hub.clone(), options);
        connections::answer(listener, router, tls, stop).await;
        // Whoever looked at contacts in the last second did not wait until that was written.
        hub.write_looks().await?;
        Ok(ExitCode::SUCCESS)
    });
    drop(runtime);
    drop(last);
    done
}

/// Writes to standard error what happens.
fn log(format: Format) {
    let wanted = std::env::var("RUST_LOG").ok().and_then(|said| said.parse().ok());
    let wanted = wanted.unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO));
    let lines = fmt::layer().with_writer(io::stderr);
    let lines = match format {
        Format::Text => lines.boxed(),
        Format::Json => lines.json().boxed(),
    };
    registry().with(lines.with_filter(wanted)).init();
}

async fn bind(listen: SocketAddr, lang: Lang) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).await.map_err(|error| {
        let address = listen.to_string();
        anyhow!(match error.kind() {
            io::ErrorKind::AddrInUse => t!(lang, "cli-address-in-use", address = address),
            _ => t!(
                lang,
                "cli-address-unusable",
                address = address,
                cause = error.to_string()
            ),
        })
    })
}

fn read(files: &Certificate, lang: Lang) -> anyhow::Result<TlsAcceptor> {
    files.read().map_err(|error| match error {
        CertificateError::Pem(file, cause) => {
            let file = file.display().to_string();
            anyhow!(t!(
                lang,
                "cli-certificate-unreadable",
                file = file,
                cause = cause.to_string()
            ))
        }
        CertificateError::Pair(cause) => {
            anyhow!(t!(lang, "cli-certificate-unfit", cause = cause.to_string()))
        }
    })
}

/// Reads the certificate anew whenever it is told to; one that cannot be used changes nothing.
async fn keep_renewing(files: Certificate, renewed: watch::Sender<Option<TlsAcceptor>>) {
    let Ok(mut told) = signal(SignalKind::hangup()) else {
        return;
    };
    while told.recv().await.is_some() {
        match files.read() {
            Ok(tls) => {
                renewed.send_replace(Some(tls));
                tracing::info!("the certificate was read anew");
            }
            Err(error) => tracing::error!(
                %error, source = ?std::error::Error::source(&error), "the certificate cannot be used; the one before stays"
            ),
        }
    }
}
