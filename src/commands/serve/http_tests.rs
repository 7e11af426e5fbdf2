//! Tests of connections that never end by themselves.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use super::*;

/// What a test would never wait for if all is well.
const LONG: Duration = Duration::from_secs(60);

/// A server that says `ok`, with so many connections at once, which wait so long for a request.
fn serving(most: usize, patience: Duration) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            accept(listener, Router::new().fallback(|| async { "ok" }), (most, patience)).await;
        });
    });
    address
}

/// A connection that has said this much.
fn said(address: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    stream
}

/// All that comes until the server ends the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_request_that_never_ends_is_not_waited_for() {
    let address = serving(10, Duration::from_millis(200));
    let whole = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for half in ["", "G", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        assert!(!rest(said(address, half)).contains("ok"), "{half:?}");
    }
    let next = rest(said(address, &format!("{whole}GET /")));
    assert_eq!(next.matches("ok").count(), 1, "the second request on it: {next}");
}

#[test]
fn connections_beyond_the_most_wait_for_a_place() {
    let address = serving(2, Duration::from_millis(500));
    let silent = [(); 2].map(|()| said(address, "GET /"));
    let closing = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let third = said(address, closing);
    third.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    assert!((&third).read(&mut [0]).is_err(), "there is no place yet");
    third.set_read_timeout(Some(LONG)).unwrap();
    assert!(rest(third).contains("ok"), "the silent ones had to go");
    drop(silent);
}
