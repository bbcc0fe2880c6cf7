//! Style, script, icons and font: in the program itself, and kept by browsers until they change.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::App;

#[derive(RustEmbed)]
#[folder = "assets"]
#[exclude = "*.txt"]
struct Assets;

/// A version that changes with any asset: it stands in their addresses.
pub(crate) fn version() -> &'static str {
    static VERSION: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let mut all: Vec<_> = Assets::iter().collect();
        all.sort_unstable();
        let sum = all
            .iter()
            .filter_map(|name| Assets::get(name))
            .flat_map(|file| file.metadata.sha256_hash())
            .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        format!("{sum:016x}")
    });
    &VERSION
}

pub(crate) fn router() -> Router<App> {
    Router::new().route("/assets/{version}/{*path}", get(asset))
}

async fn asset(Path((_, path)): Path<(String, String)>) -> Response {
    match Assets::get(&path) {
        Some(file) => serve(&path, file),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn serve(path: &str, file: EmbeddedFile) -> Response {
    let kind = match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, file.data).into_response()
}
