//! Files that are made while they are sent: a piece in memory at a time, and no more made than the reader takes.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use firstline_hub::HubError;
use firstline_hub::audit::Export;
use firstline_hub::privacy::Dossier;
use futures_core::Stream;
use tokio::sync::mpsc;

/// Pieces that wait for a slow reader.
const WAITING_MAX: usize = 2;

/// Something that comes in pieces.
pub(crate) trait Pieces: Send + 'static {
    /// The next one; nothing at the end.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, HubError>> + Send;
}

impl Pieces for Export {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, HubError> {
        Export::next(self).await
    }
}

impl Pieces for Dossier {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, HubError> {
        Dossier::next(self).await
    }
}

/// A file of that name; where a piece cannot be had the transfer breaks off, so that nobody takes a part for the whole.
pub(crate) fn download(name: &str, kind: &'static str, mut pieces: impl Pieces) -> Response {
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    tokio::spawn(async move {
        loop {
            let piece = pieces.next().await.transpose();
            let Some(piece) = piece else { return };
            let failed = piece.is_err();
            if let Err(error) = &piece {
                tracing::error!(%error, "a download broke off");
            }
            // Nobody takes it any more where the reader went away.
            if sender.send(piece).await.is_err() || failed {
                return;
            }
        }
    });
    let plain: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c))
        .collect();
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, Body::from_stream(Sent(receiver))).into_response()
}

/// The pieces on their way.
struct Sent(mpsc::Receiver<Result<Vec<u8>, HubError>>);

impl Stream for Sent {
    type Item = Result<Bytes, HubError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0
            .poll_recv(context)
            .map(|piece| piece.map(|piece| piece.map(Bytes::from)))
    }
}
