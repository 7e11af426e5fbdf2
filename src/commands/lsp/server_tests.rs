//! Tests of what is done with messages, whatever they hold.
#![expect(clippy::disallowed_methods, reason = "a test of a folder on the disk")]

use lsp_server::RequestId;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use super::*;
use crate::cli::SiteFlags;
use crate::commands::lsp::builder::Builder;

const REQUESTS: [&str; 6] = [
    "initialize",
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/rename",
    "shutdown",
];

const NOTICES: [&str; 8] = [
    "initialized",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeWatchedFiles",
    "$/cancelRequest",
    "exit",
];

/// The files that are spoken of, one of them none of the site.
const FILES: [&str; 5] =
    ["content/a.md", "site.yaml", "content/_data/agencies.yaml", "content/b.csv", "../c.md"];

/// Texts that a clerk may have half written.
const TEXTS: [&str; 7] = [
    "---\ntitle: A\nkind: plan\ntasks:\n  - { id: a, lead: \"so",
    "title: A\nlanguages:\n  vi: {",
    "\u{feff}---\r\ndatte: 1\r\n---\r\nBa\u{300} [x](@/a.md#",
    "---\ntitle: đ\n---\n::: details 𝄞 {\n{{ agency(key=\"",
    "",
    "\0\u{202e}\r\r",
    "---\n---\n\u{8}- [ ] | <a href=\"javascript:",
];

fn place() -> impl Strategy<Value = Value> {
    let number = prop_oneof![0_u32..12, Just(u32::MAX)];
    (number.clone(), number).prop_map(|(line, at)| json!({ "line": line, "character": at }))
}

fn range() -> impl Strategy<Value = Value> {
    (place(), place()).prop_map(|(start, end)| json!({ "start": start, "end": end }))
}

/// Parameters that hold all that any message wants, more or less well formed.
fn params(root: String) -> impl Strategy<Value = Value> {
    let file = prop::sample::select(FILES.to_vec());
    let text = prop::sample::select(TEXTS.to_vec());
    let change = (prop::option::of(range()), text.clone())
        .prop_map(|(range, text)| json!({ "range": range, "text": text }));
    let whole = (file, text, place(), range(), prop::collection::vec(change, 0..3));
    let whole = whole.prop_map(move |(file, text, place, range, changes)| {
        let uri = format!("file://{root}/{file}");
        json!({
            "rootUri": format!("file://{root}"),
            "capabilities": {},
            "textDocument": { "uri": uri, "languageId": "", "version": 1, "text": text },
            "position": place,
            "range": range,
            "context": { "diagnostics": [] },
            "contentChanges": changes,
            "changes": [{ "uri": uri, "type": 1 }],
        })
    });
    prop_oneof![8 => whole, 1 => Just(Value::Null), 1 => Just(json!([{ "textDocument": 7 }]))]
}

fn message(root: String) -> impl Strategy<Value = Message> {
    let request = (prop::sample::select(REQUESTS.to_vec()), params(root.clone()));
    let request = request.prop_map(|(method, params)| {
        let (id, method) = (RequestId::from(1), method.to_owned());
        Message::Request(Request { id, method, params })
    });
    let notice = (prop::sample::select(NOTICES.to_vec()), params(root));
    let notice = notice.prop_map(|(method, params)| {
        Message::Notification(Notification { method: method.to_owned(), params })
    });
    prop_oneof![1 => request, 2 => notice]
}

#[test]
fn every_request_is_answered_once_and_nothing_stops_the_program() {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(site.path().join("content/_data")).unwrap();
    std::fs::write(site.path().join("site.yaml"), "title: A\n").unwrap();
    let root = site.path().to_str().unwrap().to_owned();
    let talk = prop::collection::vec(message(root.clone()), 1..25);
    let config = ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let told = runner.run(&talk, |messages| {
        let given = Given { root: None, asked: None, tongue: Tongue::Vi };
        let mut server = Server::new(given);
        let flags = SiteFlags { base_url: None, drafts: false, future: false, now: None };
        let mut builder = Builder::new(flags);
        let begin = json!({ "rootUri": format!("file://{root}"), "capabilities": {} });
        let (id, method) = (RequestId::from(0), "initialize".to_owned());
        server.handle(Message::Request(Request { id, method, params: begin }));
        for (number, message) in messages.into_iter().enumerate() {
            let is_request = matches!(message, Message::Request(_));
            let said = server.handle(message);
            let answers = said.iter().filter(|said| matches!(said, Message::Response(_))).count();
            prop_assert_eq!(answers, usize::from(is_request));
            // Building after each message would take long.
            if number % 5 == 4
                && let Some(order) = server.order()
            {
                let turn = builder.build(order);
                server.tell(turn);
            }
        }
        Ok(())
    });
    assert!(told.is_ok(), "{told:?}");
}
