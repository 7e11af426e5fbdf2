//! A conversation of an editor with the program, written down line by line:
//!
//! ```text
//! open content/bai.md
//! > ---
//! > title: Bài
//! change content/bai.md 1:7-1:10
//! > Tin
//! build
//! complete content/bai.md 1:2
//! hover content/bai.md 1:2
//! actions content/bai.md 0:0-9:0
//! close content/bai.md
//! send {"jsonrpc":"2.0","method":"exit"}
//! ```
//!
//! Behind `> ` stands the text of the line above. Places are those of the protocol: line and
//! letter, from 0. What begins with `send` begins the conversation too.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use bangtin::Memos;
use bangtin::diagnostics::show::Tongue;
use bangtin::lsp::{Disk, Given, Server};
use bangtin::sources::Sources;
use lsp_server::{Message, Notification, Request};
use lsp_types::{Position, PublishDiagnosticsParams, Range, Uri};
use serde_json::{Value, json};

use super::site;

/// The folder that the site would lie in.
const ROOT: &str = "/site";

/// The most builds of one conversation, each of which takes its time.
const MOST_BUILDS: usize = 6;

/// One line of the script and the text below it.
struct Line<'s> {
    what: &'s str,
    rest: &'s str,
    text: String,
}

/// Has the conversation that is written down, and checks all that is said in it.
pub fn have(script: &str) {
    let mut talk = Talk::new();
    let lines = lines(script);
    if lines.first().is_none_or(|first| first.what != "send") {
        talk.begin();
    }
    for line in &lines {
        talk.go_on(line);
    }
    talk.build();
}

fn lines(script: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for line in script.split('\n') {
        match (line.strip_prefix("> "), lines.last_mut()) {
            (Some(text), Some(last)) => {
                if !last.text.is_empty() {
                    last.text.push('\n');
                }
                last.text.push_str(text);
            }
            (Some(_), None) => {}
            (None, _) => {
                let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
                lines.push(Line { what, rest, text: String::new() });
            }
        }
    }
    lines
}

/// A conversation under way.
struct Talk {
    server: Server,
    disk: Sources,
    memos: Memos,
    /// The number of the next request.
    next: i32,
    builds: usize,
}

impl Talk {
    fn new() -> Talk {
        let disk = Disk {
            site_above: |path| path.starts_with(ROOT).then(|| PathBuf::from(ROOT)),
            without_links: |path: &Path| Some(path.to_owned()),
        };
        let server = Server::new(Given { root: None, asked: None, tongue: Tongue::Vi, disk });
        let (disk, memos) =
            (site::with("content/tin/khac.md", b"---\ntitle: A\n---\n"), Memos::default());
        Talk { server, disk: disk.with_embedded_themes(), memos, next: 1, builds: 0 }
    }

    fn begin(&mut self) {
        let can = json!({
            "textDocument": { "hover": { "contentFormat": ["markdown"] } },
            "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
        });
        self.ask("initialize", json!({ "rootUri": format!("file://{ROOT}"), "capabilities": can }));
        self.tell("initialized", json!({}));
    }

    fn go_on(&mut self, line: &Line<'_>) {
        let (path, place) = line.rest.split_once(' ').unwrap_or((line.rest, ""));
        let uri = format!("file://{ROOT}/{path}");
        let document =
            json!({ "uri": uri, "languageId": "", "version": self.next, "text": line.text });
        let place = range(place);
        let at = json!({ "textDocument": document, "position": place.map(|place| place.start) });
        match line.what {
            "open" => self.tell("textDocument/didOpen", at),
            "close" => self.tell("textDocument/didClose", at),
            "save" => self.tell("textDocument/didSave", at),
            "disk" => {
                let changes = json!({ "changes": [{ "uri": uri, "type": 2 }] });
                self.tell("workspace/didChangeWatchedFiles", changes);
            }
            "change" => {
                let changes = json!([{ "range": place, "text": line.text }]);
                let changed = json!({ "textDocument": document, "contentChanges": changes });
                self.tell("textDocument/didChange", changed);
            }
            "complete" => self.ask("textDocument/completion", at),
            "hover" => self.ask("textDocument/hover", at),
            "actions" => {
                let asked = json!({
                    "textDocument": document, "range": place, "context": { "diagnostics": [] },
                });
                self.ask("textDocument/codeAction", asked);
            }
            "build" => self.build(),
            "send" => {
                if let Ok(message) = serde_json::from_str(line.rest) {
                    self.say(message);
                }
            }
            _ => {}
        }
    }

    fn ask(&mut self, method: &str, params: Value) {
        self.next += 1;
        let (id, method) = (self.next.into(), method.to_owned());
        self.say(Message::Request(Request { id, method, params }));
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.next += 1;
        self.say(Message::Notification(Notification { method: method.to_owned(), params }));
    }

    /// Says one thing: a question is answered once, and nothing else is.
    fn say(&mut self, message: Message) {
        let asked = match &message {
            Message::Request(request) => Some((request.id.clone(), about(&request.params))),
            Message::Notification(_) | Message::Response(_) => None,
        };
        let said = self.server.handle(message);
        let answers = said.iter().filter_map(|said| match said {
            Message::Response(answer) => Some(answer),
            Message::Request(_) | Message::Notification(_) => None,
        });
        let answers: Vec<_> = answers.collect();
        let ids: Vec<_> = answers.iter().map(|answer| &answer.id).collect();
        assert_eq!(ids, asked.iter().map(|(id, _)| id).collect::<Vec<_>>(), "one answer each");
        let uri = asked.and_then(|(_, uri)| uri);
        for (answer, uri) in answers.into_iter().zip(uri) {
            self.check_ranges(&uri, answer.response_result.as_ref().unwrap_or(&Value::Null));
        }
    }

    /// Builds what is new, as the thread that builds does.
    fn build(&mut self) {
        self.builds += 1;
        if self.builds > MOST_BUILDS {
            return;
        }
        let Some(order) = self.server.order() else { return };
        let turn = order.build(&self.disk, |_| site::settings(), &self.memos);
        for message in self.server.tell(turn) {
            let Message::Notification(notice) = message else {
                panic!("not a notice: {message:?}")
            };
            let told: PublishDiagnosticsParams = serde_json::from_value(notice.params).unwrap();
            for fault in &told.diagnostics {
                assert!(!fault.message.is_empty(), "nothing is said: {fault:?}");
                self.check_range(&told.uri, fault.range);
            }
        }
    }

    /// Every range of an answer lies in the document that was asked about.
    fn check_ranges(&self, uri: &Uri, answer: &Value) {
        match answer {
            Value::Object(keys) => {
                for (key, value) in keys {
                    match serde_json::from_value(value.clone()) {
                        Ok(range) if key == "range" => self.check_range(uri, range),
                        _ => self.check_ranges(uri, value),
                    }
                }
            }
            Value::Array(parts) => parts.iter().for_each(|part| self.check_ranges(uri, part)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn check_range(&self, uri: &Uri, range: Range) {
        let Some(text) = self.server.text_of(uri) else { return };
        assert!(range.start <= range.end, "{range:?} is the wrong way round");
        for place in [range.start, range.end] {
            assert!(has_place(text, place), "{place:?} is not in {text:?}");
        }
    }
}

/// The document that a question is about.
fn about(params: &Value) -> Option<Uri> {
    Uri::from_str(params.get("textDocument")?.get("uri")?.as_str()?).ok()
}

/// Whether a text has this place, between two of its letters.
fn has_place(text: &str, place: Position) -> bool {
    // A line ends in any of the three ways that the protocol knows.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let Some(line) = text.split('\n').nth(place.line as usize) else { return false };
    let mut units = 0;
    let mut ends = line.chars().map(|letter| {
        units += letter.len_utf16();
        units
    });
    place.character == 0 || ends.any(|end| end == place.character as usize)
}

/// `1:2-3:4`, or `1:2` for a place.
fn range(written: &str) -> Option<Range> {
    let place = |written: &str| {
        let (line, letter) = written.split_once(':')?;
        Some(Position::new(line.parse().ok()?, letter.parse().ok()?))
    };
    let (start, end) = written.split_once('-').unwrap_or((written, written));
    Some(Range::new(place(start)?, place(end)?))
}
