//! How long an author waits for `bangtin lsp`: from a key to the faults that are told of it, and
//! from a question to its answer. Run: `cargo bench --bench lsp [-- PAGES...]`; without numbers
//! 2,000 pages.
//!
//! The real program is spoken with over stdin and stdout, as an editor does. What is timed begins
//! before the change is written and ends when the answer is read: once as editors meet it, with
//! the moment in which keys are gathered, and once without that moment.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock, writes its corpus and prints its table"
)]

#[path = "../../tests/lsp/client.rs"]
#[expect(dead_code, reason = "the tests look at more than this")]
mod client;
#[path = "../build/corpus.rs"]
#[expect(dead_code, reason = "the other benchmark has schedules and settings too")]
mod corpus;

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use client::Client;
use serde_json::{Value, json};

/// How many keys of each sort are timed; the middle one and the slowest are told.
const ROUNDS: i64 = 21;

/// The page that is written, of the middle of the site.
const PAGE: &str = "content/tin/bai-77.md";

fn main() -> io::Result<()> {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let mut sizes: Vec<usize> = env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![2_000];
    }
    println!("pages    key                pause      median        max");
    for pages in sizes {
        for pause in [None, Some(0)] {
            let site = tempfile::Builder::new().prefix("bangtin-bench-").tempdir_in(&folder)?;
            corpus::write(site.path(), pages)?;
            let text = fs::read_to_string(site.path().join(PAGE))?;
            let mut typing = Typing::begin(Client::start(site), text, pause);
            typing.run(pages, pause);
            assert_eq!(typing.client.end(), Some(0));
        }
    }
    Ok(())
}

/// A page that is being written in an editor.
struct Typing {
    client: Client,
    text: String,
    version: i64,
}

impl Typing {
    fn begin(mut client: Client, text: String, pause: Option<u64>) -> Typing {
        let options = pause.map_or(json!({}), |pause| json!({ "pause": pause }));
        let watches = json!({ "didChangeWatchedFiles": { "dynamicRegistration": true } });
        let begin = json!({
            "rootUri": client.uri(""),
            "initializationOptions": options,
            "capabilities": { "workspace": watches },
        });
        client.request("initialize", begin);
        client.notify("initialized", json!({}));
        let told = client.open(PAGE);
        assert_eq!(told, Vec::<Value>::new(), "the page is good");
        Typing { client, text, version: 1 }
    }

    fn run(&mut self, pages: usize, pause: Option<u64>) {
        let title = self.text.lines().position(|line| line.starts_with("title:")).unwrap();
        let topics = self.text.lines().position(|line| line.starts_with("topics:")).unwrap();
        let body = self.text.lines().count() - 1;
        let own = format!("topics: [chung, moi-{pages}");
        let keys: [(&str, usize, Option<&str>); 3] = [
            ("in the text", body, None),
            ("in the title", title, None),
            ("in a new term", topics, Some(&own)),
        ];
        let pause = pause.map_or("as it is", |_| "none");
        for (name, line, begin) in keys {
            if let Some(begin) = begin {
                self.replace(line, begin, "]");
            }
            let took = (0..ROUNDS).map(|_| self.key(line, begin.is_some())).collect();
            tell(&format!("{pages:<8} {name:<18} {pause:<9}"), took);
        }
        let took = (0..ROUNDS).map(|_| self.question(title)).collect();
        tell(&format!("{pages:<8} {:<18} {:<9}", "a list of words", ""), took);
    }

    /// Types a letter at the end of a line, or before the bracket that ends it.
    fn key(&mut self, line: usize, is_in_brackets: bool) -> Duration {
        let end = self.text.lines().nth(line).unwrap().encode_utf16().count();
        let end = if is_in_brackets { end - 1 } else { end };
        let place = json!({ "line": line, "character": end });
        let started = Instant::now();
        self.change(json!([{ "range": { "start": place, "end": place }, "text": "a" }]));
        let took = started.elapsed();
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        let at = lines[line].len() - usize::from(is_in_brackets);
        lines[line].insert(at, 'a');
        self.text = lines.join("\n") + "\n";
        took
    }

    fn replace(&mut self, line: usize, begin: &str, end: &str) {
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        lines[line] = format!("{begin}{end}");
        self.text = lines.join("\n") + "\n";
        let whole = json!([{ "text": self.text }]);
        self.change(whole);
    }

    fn change(&mut self, changes: Value) {
        self.version += 1;
        self.client.change(PAGE, self.version, changes);
    }

    /// Asks what may be written in an empty line of the head.
    fn question(&mut self, line: usize) -> Duration {
        let asked = json!({
            "textDocument": { "uri": self.client.uri(PAGE) },
            "position": { "line": line, "character": 0 },
        });
        let started = Instant::now();
        let answer = self.client.request("textDocument/completion", asked);
        let took = started.elapsed();
        assert!(answer.to_string().contains("\"title\""), "{answer}");
        took
    }
}

fn tell(name: &str, mut took: Vec<Duration>) {
    took.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, most) = (millis(took[took.len() / 2]), millis(took[took.len() - 1]));
    println!("{name} {median:>7.1} ms {most:>7.1} ms");
}
