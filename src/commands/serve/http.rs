//! Answers from the files in memory, to this computer only.
#![expect(clippy::disallowed_methods, reason = "files that are copied are read where they are")]

use std::convert::Infallible;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::net::TcpListener;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body as HttpBody;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use bangtin::diagnostics::show::Tongue;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::{self, Answer, Asked, Body, EVENTS, SCRIPT};
use super::{Snapshot, Snapshots};

const RELOAD: &str = include_str!("reload.js");

/// What every answer needs.
#[derive(Clone)]
struct Served {
    snapshots: Snapshots,
    root: Arc<Path>,
    tongue: Tongue,
}

/// Answers until the program is stopped with Ctrl-C.
///
/// # Errors
/// If the system refuses the listener or the signal.
pub(super) fn run(
    listener: TcpListener,
    snapshots: Snapshots,
    (root, tongue): (&Path, Tongue),
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let served = Served { snapshots, root: root.into(), tongue };
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(respond).with_state(served);
        // Pages that listen for changes stay connected, so there is no waiting for the last.
        tokio::select! {
            served = axum::serve(listener, router) => served,
            stopped = tokio::signal::ctrl_c() => stopped,
        }
    })
}

async fn respond(State(served): State<Served>, request: Request) -> Response {
    let host = text_of(request.headers(), header::HOST).unwrap_or_default();
    if !answer::is_local(host) {
        let refused = answer::text_answer(403, "bangtin serve answers to localhost only\n");
        return sent(refused, served.root).await;
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refused = answer::text_answer(405, "GET, HEAD\n");
        refused.headers.push(("allow", "GET, HEAD".to_owned()));
        return sent(refused, served.root).await;
    }
    match request.uri().path() {
        EVENTS => events(served.snapshots).into_response(),
        SCRIPT => {
            let headers = vec![("content-type", "text/javascript; charset=utf-8".to_owned())];
            let body = Body::Bytes(RELOAD.as_bytes().to_vec());
            sent(Answer { status: 200, headers, body }, served.root).await
        }
        path => {
            let Some(snapshot) = newest(served.snapshots).await else {
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            };
            let asked = Asked {
                path,
                query: request.uri().query(),
                if_none_match: text_of(request.headers(), header::IF_NONE_MATCH),
                range: text_of(request.headers(), header::RANGE),
            };
            sent(answer::answer(&snapshot, asked, served.tongue), served.root).await
        }
    }
}

/// The newest snapshot; waits for the first. `None` if there will be none.
async fn newest(mut snapshots: Snapshots) -> Option<Arc<Snapshot>> {
    let newest = snapshots.wait_for(Option::is_some).await.ok()?;
    newest.clone()
}

/// Tells a page of every snapshot, beginning with the one that is there.
fn events(
    snapshots: Snapshots,
) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let states = WatchStream::new(snapshots).filter_map(|snapshot| {
        let snapshot = snapshot?;
        let state =
            format!("{{\"version\":\"{}\",\"faults\":{}}}", snapshot.version, snapshot.faults);
        Some(Ok(Event::default().event("state").data(state)))
    });
    Sse::new(states).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

async fn sent(answer: Answer, root: Arc<Path>) -> Response {
    let Answer { status, headers, body } = answer;
    let mut response = match body {
        Body::Bytes(bytes) => HttpBody::from(bytes).into_response(),
        Body::Disk(from, range) => {
            let file: PathBuf = root.join(from);
            let read = tokio::task::spawn_blocking(move || part_of(&file, range)).await;
            match read {
                Ok(Ok(bytes)) => HttpBody::from(bytes).into_response(),
                // The file went away after the last build; the next one is under way.
                Ok(Err(_)) | Err(_) => return StatusCode::NOT_FOUND.into_response(),
            }
        }
    };
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let fixed = [
        ("cache-control", "no-cache".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
    ];
    for (name, value) in headers.into_iter().chain(fixed) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn part_of(file: &Path, range: Range<u64>) -> io::Result<Vec<u8>> {
    let mut file = fs::File::open(file)?;
    file.seek(SeekFrom::Start(range.start))?;
    let mut bytes = Vec::new();
    file.take(range.end - range.start).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text_of(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
