//! `bangtin lsp` as an editor sees it: the real program, over stdin and stdout.
#![expect(clippy::disallowed_methods, reason = "a test of what is on the disk")]
#![expect(clippy::unwrap_used, reason = "a test fails where anything goes wrong")]

mod client;
mod words;

use std::fs;

use client::Client;
use serde_json::{Value, json};

const SITE: (&str, &str) = ("site.yaml", "title: A\n");
const HOME: (&str, &str) = ("content/_index.md", "---\ntitle: Trang chủ\n---\n\nChào.\n");

fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    let place = |(line, character)| json!({ "line": line, "character": character });
    json!({ "start": place(start), "end": place(end) })
}

#[test]
fn a_slip_is_told_at_its_place_while_one_types() {
    let page = "---\ntitle: Bài\n---\n\nChào.\n";
    let mut client = Client::plain(&[SITE, HOME, ("content/bai.md", page)]);
    assert_eq!(client.open("content/bai.md"), Vec::<Value>::new());
    // Two letters that take two units of UTF-16 each stand before it in the line.
    let typed = json!([{ "range": range((4, 0), (4, 5)), "text": "Bà 𝄞𝄞 [x](@/khong.md) ạ" }]);
    let told = client.change("content/bai.md", 2, typed);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["code"], &told[0]["severity"]), (&json!("B301"), &json!(1)));
    assert_eq!(told[0]["source"], "bangtin");
    assert_eq!(told[0]["range"]["start"], json!({ "line": 4, "character": 12 }), "{told:?}");
    let message = told[0]["message"].as_str().unwrap();
    assert!(message.contains("`@/khong.md`") && message.contains('\n'), "{message}");
    let mended = json!([{ "range": range((4, 8), (4, 23)), "text": "" }]);
    assert_eq!(client.change("content/bai.md", 3, mended), Vec::<Value>::new());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn places_are_those_of_the_text_as_the_editor_has_it() {
    // A byte order mark, line ends of Windows, and marks apart from their letters.
    let page = "\u{feff}---\r\ntitle: Ba\u{300}i\r\n---\r\n\r\nBa\u{300} [x](@/khong.md)\r\n";
    let files = [SITE, HOME, ("content/bai.md", page)];
    let mut client = Client::plain(&files);
    let told = client.open("content/bai.md");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["range"]["start"], json!({ "line": 4, "character": 8 }), "{told:?}");
    let utf8 = json!({ "general": { "positionEncodings": ["utf-16", "utf-8"] } });
    let (mut client, offer) = Client::begin(&files, "en", utf8);
    assert_eq!(offer["capabilities"]["positionEncoding"], "utf-8");
    let told = client.open("content/bai.md");
    assert_eq!(told[0]["range"]["start"], json!({ "line": 4, "character": 9 }), "{told:?}");
}

#[test]
fn files_that_are_not_open_are_told_of_too_and_cleared_when_they_are_good() {
    let page = "---\ntitle: Bài\n---\n\n[x](@/khong.md)\n";
    let mut client = Client::begin(&[SITE, HOME, ("content/bai.md", page)], "vi-VN", json!({})).0;
    let told = client.told_of_file("content/bai.md");
    assert!(told[0]["message"].as_str().unwrap().contains("không"), "{told:?}");
    // The page that was missing, not saved yet.
    assert!(client.open_as("content/khong.md", "---\ntitle: Có\n---\n\nX.\n").is_empty());
    assert!(client.told_of_file("content/bai.md").is_empty());
    // It is closed without having been saved.
    let document = json!({ "uri": client.uri("content/khong.md") });
    client.notify("textDocument/didClose", json!({ "textDocument": document }));
    assert_eq!(client.told_of_file("content/bai.md").len(), 1);
    fs::write(client.folder.path().join("content/khong.md"), "---\ntitle: Có\n---\n\nX.\n")
        .unwrap();
    let change = json!({ "uri": client.uri("content/khong.md"), "type": 1 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    assert!(client.told_of_file("content/bai.md").is_empty());
}

#[test]
fn changes_on_the_disk_are_asked_for_and_told() {
    let watches =
        json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let (mut client, _) = Client::begin(&[SITE, HOME], "en", watches);
    let wish = client.wait(|message| message["method"] == "client/registerCapability");
    let registration = &wish["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    assert!(registration["registerOptions"]["watchers"].to_string().contains("content/**"));
    client.send(&json!({ "jsonrpc": "2.0", "id": wish["id"], "result": null }));
    fs::write(client.folder.path().join("site.yaml"), "titel: A\n").unwrap();
    let change = json!({ "uri": client.uri("site.yaml"), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    assert!(!client.told_of_file("site.yaml").is_empty());
}

#[test]
fn a_site_is_found_from_a_file_inside_it() {
    let files = [SITE, HOME, ("content/bai.md", "---\ntitle: B\n---\n\n[x](@/khong.md)\n")];
    let mut client = Client::silent(&files);
    client.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    assert_eq!(client.open("content/bai.md").len(), 1);
}

#[test]
fn without_a_site_the_editor_is_told_where_to_find_one() {
    let mut client = Client::begin(&[("ghi-chu.md", "x")], "vi", json!({})).0;
    let told = client.wait(|message| message["method"] == "window/showMessage");
    let told = told["params"]["message"].as_str().unwrap();
    assert!(told.contains("`site.yaml`") && told.contains("bangtin init"), "{told}");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_is_not_understood_is_answered_and_stops_nothing() {
    let mut client = Client::silent(&[SITE, HOME]);
    let early = client.ask("textDocument/hover", json!({}));
    assert_eq!(early["error"]["code"], -32002, "{early}");
    let wrong = client.ask("initialize", json!({ "rootUri": 7 }));
    assert_eq!(wrong["error"]["code"], -32602, "{wrong}");
    client.request("initialize", json!({ "rootUri": client.uri(""), "capabilities": {} }));
    let twice = client.ask("initialize", json!({ "capabilities": {} }));
    assert_eq!(twice["error"]["code"], -32600, "{twice}");
    let unknown = client.ask("textDocument/nothing", json!({ "a": [1, null] }));
    assert_eq!(unknown["error"]["code"], -32601, "{unknown}");
    for method in ["textDocument/didOpen", "textDocument/didChange", "$/cancelRequest", "x"] {
        for params in [Value::Null, json!([]), json!({ "textDocument": { "uri": "a b" } })] {
            client.notify(method, params);
        }
    }
    assert!(client.open("content/_index.md").is_empty());
    let document = json!({ "uri": client.uri("content/_index.md"), "version": 2 });
    let far = range((9_999, 7), (0, 4_000_000_000));
    let changes = json!([{ "range": far, "text": "\r" }, { "range": far, "text": "\u{301}" }]);
    let change = json!({ "textDocument": document, "contentChanges": changes });
    client.notify("textDocument/didChange", change);
    client.told("content/_index.md", 2);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn an_editor_that_is_gone_ends_the_program() {
    let mut client = Client::silent(&[SITE]);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
}

/// Makes the changes of an action in a text; places count units of UTF-16.
fn applied(text: &str, action: &Value, uri: &str) -> String {
    let offset = |place: &Value| {
        let line = place["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let units = place["character"].as_u64().unwrap() as usize;
        let units = text[start..].encode_utf16().take(units).collect::<Vec<_>>();
        start + String::from_utf16(&units).unwrap().len()
    };
    let edits = action["edit"]["changes"][uri].as_array().unwrap();
    let mut edits: Vec<_> = edits
        .iter()
        .map(|edit| {
            let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
            (range, edit["newText"].as_str().unwrap())
        })
        .collect();
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        text.replace_range(range, new);
    }
    text
}

#[test]
fn a_cure_is_offered_and_mends_what_was_told() {
    let page = "---\r\ntitle: Ba\u{300}i\r\ndatte: 15/11/2026\r\n---\r\n\r\nChào.\r\n";
    let mut client = Client::begin(&[SITE, HOME, ("content/bai.md", page)], "vi", json!({})).0;
    let told = client.open("content/bai.md");
    assert_eq!((told.len(), &told[0]["code"]), (1, &json!("B102")), "{told:?}");
    let uri = client.uri("content/bai.md");
    let ask = |client: &mut Client, range: Value, only: Value| {
        let context = json!({ "diagnostics": [], "only": only });
        let asked = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        client.request("textDocument/codeAction", asked).as_array().unwrap().clone()
    };
    assert_eq!(ask(&mut client, range((1, 0), (1, 1)), json!(["quickfix"])), Vec::<Value>::new());
    let offered = ask(&mut client, range((2, 1), (2, 1)), json!(["quickfix"]));
    assert_eq!(offered.len(), 1, "{offered:?}");
    assert_eq!(offered[0]["kind"], "quickfix");
    let title = offered[0]["title"].as_str().unwrap();
    assert!(title.contains("`date`"), "{title}");
    assert_eq!(offered[0]["diagnostics"][0], told[0]);
    let mended = applied(page, &offered[0], &uri);
    assert_eq!(mended, page.replace("datte", "date"));
    let told = client.change("content/bai.md", 2, json!([{ "text": mended }]));
    assert_eq!(told, Vec::<Value>::new());
    assert!(ask(&mut client, range((0, 0), (9, 0)), Value::Null).is_empty());
}

#[test]
fn a_cure_is_offered_as_soon_as_the_document_is_open() {
    let page = "---\ntitle: Bài\ndatte: 15/11/2026\n---\n\nChào.\n";
    let mut client = Client::plain(&[SITE, HOME, ("content/bai.md", page)]);
    assert_eq!(client.told_of_file("content/bai.md").len(), 1);
    let uri = client.uri("content/bai.md");
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": page });
    client.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let asked = json!({
        "textDocument": { "uri": uri },
        "range": range((2, 0), (2, 0)),
        "context": { "diagnostics": [], "only": ["source"] },
    });
    let offered = client.request("textDocument/codeAction", asked);
    assert_eq!(offered[0]["kind"], "source.fixAll", "{offered}");
    assert_eq!(applied(page, &offered[0], &uri), page.replace("datte", "date"));
}
