//! Answers from the files in memory, to this computer only.
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body as HttpBody;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use bangtin::diagnostics::show::Tongue;
use bangtin::public::media_type;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::Semaphore;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::{self, Answer, Asked, Body, EVENTS, SCRIPT, STYLE};
use super::copies::{self, Copies, Copy};
use super::snapshot::Snapshot;
use super::watch::Caller;
use super::{Snapshots, preview};

const RELOAD: &str = include_str!("reload.js");

const LOOK: &str = include_str!("preview.css");

/// How long a request may take to come in.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many connections are open at once; further ones wait for one of them to end. An office
/// of people with all their windows open has a tenth of it.
const MOST_CONNECTIONS: usize = 2_000;

/// How often a kept file that is gone is asked for again after a build.
const MOST_TRIES: usize = 3;

/// What every answer needs.
#[derive(Clone)]
pub(super) struct Served {
    /// The snapshots as they come.
    pub(super) snapshots: Snapshots,
    /// The files that stay on the disk.
    pub(super) copies: Arc<Copies>,
    /// Tells the builder that what it kept is gone.
    pub(super) caller: Caller,
    /// The language of the program.
    pub(super) tongue: Tongue,
}

/// Answers until the program is stopped with Ctrl-C.
///
/// # Errors
/// If the system refuses the listener or the signal.
pub(super) fn run(listener: TcpListener, served: Served) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(respond).with_state(served);
        // Pages that listen for changes stay connected, so there is no waiting for the last.
        tokio::select! {
            () = accept(listener, router, (MOST_CONNECTIONS, PATIENCE)) => Ok(()),
            stopped = tokio::signal::ctrl_c() => stopped,
        }
    })
}

/// Takes connections, so many at once, and waits so long for the requests on each of them.
async fn accept(
    listener: tokio::net::TcpListener,
    router: Router,
    (most, patience): (usize, Duration),
) {
    let places = Arc::new(Semaphore::new(most));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            // The system has no room for more; some of those that are open will end.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = http.serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            // Whoever breaks the connection off needs no answer.
            let _ = connection.await;
            drop(place);
        });
    }
}

async fn respond(State(served): State<Served>, request: Request) -> Response {
    let is_head = request.method() == Method::HEAD;
    let host = text_of(request.headers(), header::HOST).unwrap_or_default();
    if !answer::is_local(host) {
        let refused = answer::text_answer(403, "bangtin serve answers to localhost only\n");
        return ready(refused, is_head);
    }
    if request.method() != Method::GET && !is_head {
        let mut refused = answer::text_answer(405, "GET, HEAD\n");
        refused.headers.push(("allow", "GET, HEAD".to_owned()));
        return ready(refused, is_head);
    }
    match request.uri().path() {
        EVENTS => events(served, request.uri().query()).into_response(),
        SCRIPT => ready(own_file(SCRIPT, RELOAD), is_head),
        STYLE => ready(own_file(STYLE, LOOK), is_head),
        path => {
            let asked = Asked {
                path,
                query: request.uri().query(),
                if_none_match: text_of(request.headers(), header::IF_NONE_MATCH),
                range: text_of(request.headers(), header::RANGE),
                if_range: text_of(request.headers(), header::IF_RANGE),
            };
            of_the_site(served, asked, is_head).await
        }
    }
}

/// The answer from the newest snapshot. If it is a file that the program had kept and that is
/// gone, the answer waits until it was made again.
async fn of_the_site(mut served: Served, asked: Asked<'_>, is_head: bool) -> Response {
    for _ in 0..MOST_TRIES {
        let Some(snapshot) = newest(&mut served.snapshots).await else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        if answer::asks_for_search(asked.path) {
            make_search(&snapshot).await;
        }
        let Answer { status, headers, body } = answer::answer(&snapshot, asked, served.tongue);
        let copy = match body {
            Body::Bytes(_) => return ready(Answer { status, headers, body }, is_head),
            Body::Copy(copy) => copy,
        };
        let len = copy.range.end - copy.range.start;
        let is_kept = copy.is_kept();
        if let Some(body) = body_of(&served.copies, copy, is_head).await {
            return response(status, headers, (len, body));
        }
        if !is_kept {
            break;
        }
        served.caller.miss_kept();
        // A build that cannot be ended is no reason to wait for ever.
        let _ = tokio::time::timeout(PATIENCE, served.snapshots.changed()).await;
    }
    ready(answer::changed(served.tongue), is_head)
}

/// Makes the search beside all other answers, which do not wait for it.
async fn make_search(snapshot: &Snapshot) {
    let good = snapshot.good.clone();
    let made = tokio::task::spawn_blocking(move || good.map(|good| good.search()));
    // Whoever answers makes it, should this thread have failed.
    let _ = made.await;
}

/// The bytes of a file, if it is still the one that is meant.
async fn body_of(copies: &Arc<Copies>, copy: Copy, is_head: bool) -> Option<HttpBody> {
    let copies = Arc::clone(copies);
    let range = copy.range.clone();
    let opened = tokio::task::spawn_blocking(move || match is_head {
        true => copies.is_there(&copy).then_some(None),
        false => copies.open(&copy).ok().map(Some),
    });
    let opened = opened.await.ok().flatten()?;
    Some(opened.map_or_else(HttpBody::empty, |opened| copies::sent(opened, range)))
}

/// The newest snapshot; waits for the first. `None` if there will be none.
async fn newest(snapshots: &mut Snapshots) -> Option<Arc<Snapshot>> {
    let newest = snapshots.wait_for(Option::is_some).await.ok()?;
    newest.clone()
}

/// Tells a page what each snapshot means for it, beginning with the one that is there, and
/// nothing where that is the same.
fn events(
    served: Served,
    query: Option<&str>,
) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>> + use<>> {
    let page = query.and_then(|query| query.strip_prefix("page=")).and_then(answer::decoded);
    let page = page.unwrap_or_else(|| "/".to_owned());
    let mut last = None;
    let states = WatchStream::new(served.snapshots).filter_map(move |snapshot| {
        let snapshot = snapshot?;
        let told = preview::of(&snapshot, &page, served.tongue);
        let is_new = last.as_ref() != Some(&told);
        let state = is_new.then(|| Ok(Event::default().event("state").data(told.json())));
        last = Some(told);
        state
    });
    Sse::new(states).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// A file of the preview itself.
fn own_file(path: &str, text: &str) -> Answer {
    let headers = vec![("content-type", media_type(path).to_owned())];
    Answer { status: 200, headers, body: Body::Bytes(text.as_bytes().to_vec()) }
}

/// An answer whose bytes are ready.
fn ready(answer: Answer, is_head: bool) -> Response {
    let Answer { status, headers, body } = answer;
    let bytes = match body {
        Body::Bytes(bytes) => bytes,
        Body::Copy(_) => Vec::new(),
    };
    let len = bytes.len() as u64;
    let body = if is_head { HttpBody::empty() } else { HttpBody::from(bytes) };
    response(status, headers, (len, body))
}

fn response(
    status: u16,
    headers: Vec<(&'static str, String)>,
    (len, body): (u64, HttpBody),
) -> Response {
    let mut response = body.into_response();
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut fixed = vec![
        ("cache-control", "no-cache".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
    ];
    if status != 304 {
        fixed.push(("content-length", len.to_string()));
    }
    for (name, value) in headers.into_iter().chain(fixed) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn text_of(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
