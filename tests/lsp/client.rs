//! An editor without a screen: it speaks with the real program over stdin and stdout.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// An editor with a site that is open in it; the program ends with the test.
pub(crate) struct Client {
    /// The folder of the site.
    pub(crate) folder: TempDir,
    program: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    waiting: Vec<Value>,
    last_id: i64,
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Client {
    /// Starts the program for a site of these files, without a word.
    pub(crate) fn silent(files: &[(&str, &str)]) -> Client {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        Client::start(folder)
    }

    /// Starts the program for the site in this folder, without a word.
    pub(crate) fn start(folder: TempDir) -> Client {
        let mut program = Command::new(env!("CARGO_BIN_EXE_bangtin"))
            .args(["lsp", "--stdio"])
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (program.stdin.take().unwrap(), program.stdout.take().unwrap());
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Client { folder, program, stdin, messages, waiting: Vec::new(), last_id: 0 }
    }

    /// Opens the folder of a site in an editor of this language with these capabilities.
    pub(crate) fn begin(
        files: &[(&str, &str)],
        locale: &str,
        capabilities: Value,
    ) -> (Client, Value) {
        let mut client = Client::silent(files);
        let begin = json!({
            "processId": null,
            "rootUri": client.uri(""),
            "locale": locale,
            "initializationOptions": { "pause": 1 },
            "capabilities": capabilities,
        });
        let offer = client.request("initialize", begin);
        client.notify("initialized", json!({}));
        (client, offer)
    }

    /// The same for an editor in English that can nothing special.
    pub(crate) fn plain(files: &[(&str, &str)]) -> Client {
        Client::begin(files, "en", json!({})).0
    }

    /// The name of a file of the site.
    pub(crate) fn uri(&self, path: &str) -> String {
        let folder = self.folder.path().to_str().unwrap();
        format!("file://{folder}/{path}").trim_end_matches('/').to_owned()
    }

    /// Says something that wants no answer.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the whole answer.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait(|message| message["id"] == json!(id) && message["method"].is_null())
    }

    /// Asks, and waits for the result.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer["error"].is_null(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Sends any message.
    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let head = format!("Content-Length: {}\r\n\r\n", text.len());
        self.stdin.write_all(head.as_bytes()).unwrap();
        self.stdin.write_all(text.as_bytes()).unwrap();
        self.stdin.flush().unwrap();
    }

    /// The next message of this sort, be it one that came before.
    pub(crate) fn wait(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.waiting.iter().position(&is_wanted) {
            return self.waiting.remove(at);
        }
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("the message comes in time");
            if is_wanted(&message) {
                return message;
            }
            self.waiting.push(message);
        }
    }

    /// Opens a document as it is on the disk; what is told of it.
    pub(crate) fn open(&mut self, path: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.folder.path().join(path)).unwrap();
        self.open_as(path, &text)
    }

    /// Opens a document with this text; what is told of it.
    pub(crate) fn open_as(&mut self, path: &str, text: &str) -> Vec<Value> {
        let document =
            json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
        self.told(path, 1)
    }

    /// Changes a document; what is told of it then.
    pub(crate) fn change(&mut self, path: &str, version: i64, changes: Value) -> Vec<Value> {
        let document = json!({ "uri": self.uri(path), "version": version });
        let change = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", change);
        self.told(path, version)
    }

    /// What is told of a state of an open document.
    pub(crate) fn told(&mut self, path: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(path);
        let told = self.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == json!(uri)
                && params["version"] == json!(version)
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// What is told next of a file that is not open.
    pub(crate) fn told_of_file(&mut self, path: &str) -> Vec<Value> {
        let uri = self.uri(path);
        let told = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == json!(uri)
                && message["params"]["version"].is_null()
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The code with which the program ends by itself.
    pub(crate) fn ended(mut self) -> Option<i32> {
        self.program.wait().unwrap().code()
    }

    /// Ends as an editor does; the code with which the program ends.
    pub(crate) fn end(mut self) -> Option<i32> {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.ended()
    }
}

/// The next message of a stream.
fn read(stream: &mut impl BufRead) -> Option<Value> {
    let mut len = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", number)) => len = number.parse().unwrap(),
            Some(_) => {}
            None => break,
        }
    }
    let mut text = vec![0; len];
    stream.read_exact(&mut text).ok()?;
    Some(serde_json::from_slice(&text).unwrap())
}
