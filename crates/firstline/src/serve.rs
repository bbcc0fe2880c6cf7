//! Running the hub until it is told to stop.

use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::bail;
use firstline_domain::lang::Lang;
use firstline_hub::{Hub, t};
use firstline_server::Options;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::cli::ServeArgs;
use crate::{open, say};

pub fn serve(args: &ServeArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&args.hub, true, lang)?;
    run(
        hub,
        args.listen,
        Options {
            api_calls_a_minute: args.api_calls_a_minute,
            demo_password: None,
        },
        lang,
        |address| {
            say::line(&t!(lang, "cli-serving", address = format!("http://{address}")));
        },
    )
}

/// Answers at an address until SIGTERM or Ctrl-C; requests under way are finished first.
pub fn run(
    hub: Hub,
    listen: SocketAddr,
    options: Options,
    lang: Lang,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<ExitCode> {
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
        ready(listener.local_addr()?);
        axum::serve(
            listener,
            firstline_server::router(hub, options).into_make_service_with_connect_info::<SocketAddr>(),
        )
        .with_graceful_shutdown(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    })
}
