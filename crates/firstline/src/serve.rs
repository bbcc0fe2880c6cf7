//! Running the hub until it is told to stop.

use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::bail;
use firstline_domain::lang::Lang;
use firstline_hub::fetch::Fetcher;
use firstline_hub::{Hub, HubError, t};
use firstline_server::{Options, PublicUrl};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::block_in_place;
use tracing_subscriber::EnvFilter;

use crate::cli::{ServeArgs, WebArgs};
use crate::{open, say};

pub fn serve(args: &ServeArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&args.hub, true, lang)?;
    run(hub, &args.web, None, lang, |hub, address, url| {
        say::line(&t!(lang, "cli-serving", address = format!("http://{address}")));
        if let Some(secret) = hub.set_up_link()? {
            let link = url.to(&format!("/links/{secret}"));
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
    let web = web.clone();
    let listen = web.listen;
    hub.fetch_by(Fetcher::allowing(web.allow_fetch));
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info")))
        .with_writer(io::stderr)
        .init();
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let listener = match TcpListener::bind(listen).await {
            Ok(listener) => listener,
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                bail!(t!(lang, "cli-address-in-use", address = listen.to_string()))
            }
            Err(error) => {
                bail!(t!(
                    lang,
                    "cli-address-unusable",
                    address = listen.to_string(),
                    cause = error.to_string()
                ))
            }
        };
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let address = listener.local_addr()?;
        let options = Options {
            api_calls_a_minute: web.api_calls_a_minute,
            demo_password,
            public_url: web.public_url.unwrap_or_else(|| PublicUrl::of(address)),
            proxies: web.proxies,
        };
        block_in_place(|| ready(&hub, address, &options.public_url))?;
        tokio::spawn(hub.clone().keep_writing_looks());
        tokio::spawn(hub.clone().keep_sweeping());
        axum::serve(
            listener,
            firstline_server::router(hub.clone(), options)
                .into_make_service_with_connect_info::<SocketAddr>(),
        )
        .with_graceful_shutdown(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
        .await?;
        // Whoever looked at contacts in the last second did not wait until that was written.
        hub.write_looks().await?;
        Ok(ExitCode::SUCCESS)
    })
}
