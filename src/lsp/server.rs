//! What is done with each message of an editor.
//!
//! In: a message, or a [`Turn`]. Out: messages. Whatever a message holds, it is answered or passed
//! over.

use std::path::{Path, PathBuf};

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, InitializeParams, Uri,
};
use serde_json::json;

use crate::diagnostics::show::Tongue;

use super::documents::{Document, Documents};
use super::editor::Editor;
use super::faults::by_file;
use super::messages::{no_site, notice, read, watch_files};
use super::told::Told;
use super::turn::{Order, Turn};
use super::uri::path_of;

/// How far the conversation is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// The editor has not said who it is.
    New,
    /// All is answered.
    Open,
    /// The editor wants to end.
    Ending,
    /// It is over; whether the editor said so before.
    Over(bool),
}

/// What is new since the last order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum News {
    Nothing,
    /// An open document.
    Text,
    /// Anything on the disk.
    Disk,
}

/// What only the disk tells.
#[derive(Clone, Copy)]
pub struct Disk {
    /// The folder of the site to which a file or folder belongs: the nearest at or above it.
    pub site_above: fn(&Path) -> Option<PathBuf>,
    /// A path without links in it.
    pub without_links: fn(&Path) -> Option<PathBuf>,
}

/// What is given when the program starts.
pub struct Given {
    /// The folder of the site, if one was named.
    pub root: Option<PathBuf>,
    /// The language that was asked for, if any was.
    pub asked: Option<Tongue>,
    /// The language of the system.
    pub tongue: Tongue,
    /// What only the disk tells.
    pub disk: Disk,
}

/// One conversation with an editor.
pub struct Server {
    pub(super) given: Given,
    state: State,
    pub(super) editor: Editor,
    pub(super) tongue: Tongue,
    /// The folder of the site, once it is known.
    pub(super) root: Option<PathBuf>,
    pub(super) documents: Documents,
    news: News,
    pub(super) told: Told,
    /// The last build; its site and its theme are the last that could be read.
    pub(super) last: Option<Turn>,
    /// Whether it was said that there is no site.
    is_told_no_site: bool,
}

impl Server {
    /// A conversation that has not begun.
    pub fn new(given: Given) -> Server {
        let tongue = given.asked.unwrap_or(given.tongue);
        Server {
            given,
            state: State::New,
            editor: Editor::default(),
            tongue,
            root: None,
            documents: Documents::default(),
            news: News::Nothing,
            told: Told::default(),
            last: None,
            is_told_no_site: false,
        }
    }

    /// What the editor is like.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// The text of an open document, as the editor has it.
    pub fn text_of(&self, uri: &Uri) -> Option<&str> {
        self.documents.get(uri).map(|document| &*document.text)
    }

    /// Whether the conversation is over; and whether it ended as it should.
    pub fn over(&self) -> Option<bool> {
        match self.state {
            State::Over(is_good) => Some(is_good),
            State::New | State::Open | State::Ending => None,
        }
    }

    /// Whether there is something to build.
    pub fn has_news(&self) -> bool {
        self.news != News::Nothing && self.root.is_some() && self.state == State::Open
    }

    /// What is to be built now.
    pub fn order(&mut self) -> Option<Order> {
        let root = self.root.clone().filter(|_| self.has_news())?;
        let news = std::mem::replace(&mut self.news, News::Nothing);
        let look = news == News::Disk || !self.editor.watches;
        let own = self
            .documents
            .iter()
            .filter_map(|document| Some((self.source_of(&document.uri)?, document.clone())));
        Some(Order { open: own.collect(), root, look })
    }

    /// Tells the editor what came of an order.
    pub fn tell(&mut self, turn: Turn) -> Vec<Message> {
        let told = self.told.update(by_file(&turn, self.reader()));
        let before = self.last.take().filter(|before| before.root == turn.root);
        // What could not be linked or loaded a moment ago is better known from before.
        let (site, theme) = before.map_or((None, None), |before| (before.site, before.theme));
        self.last = Some(Turn {
            site: turn.site.clone().or(site),
            theme: turn.theme.clone().or(theme),
            ..turn
        });
        told.into_iter().map(|told| notice("textDocument/publishDiagnostics", &told)).collect()
    }

    /// What is said to a message.
    pub fn handle(&mut self, message: Message) -> Vec<Message> {
        match message {
            Message::Request(request) => vec![self.answer(request).into()],
            Message::Notification(notice) => self.hear(notice),
            // What the editor makes of our wishes changes nothing.
            Message::Response(_) => Vec::new(),
        }
    }

    fn answer(&mut self, request: Request) -> Response {
        let refuse = |code: ErrorCode, why: &str| {
            Response::new_err(request.id.clone(), code as i32, why.to_owned())
        };
        match (self.state, request.method.as_str()) {
            (State::New, "initialize") => match read(request.params) {
                Ok(begin) => Response::new_ok(request.id, self.begin(&begin)),
                Err(why) => Response::new_err(request.id, ErrorCode::InvalidParams as i32, why),
            },
            (State::New, _) => refuse(ErrorCode::ServerNotInitialized, "expected `initialize`"),
            (State::Ending | State::Over(_), _) | (State::Open, "initialize") => {
                refuse(ErrorCode::InvalidRequest, "this is not the time for it")
            }
            (State::Open, "shutdown") => {
                self.state = State::Ending;
                Response::new_ok(request.id, ())
            }
            (State::Open, "textDocument/codeAction") => self
                .reply(request, |server, asked| Some(server.actions(&asked).unwrap_or_default())),
            (State::Open, "textDocument/completion") => {
                self.reply(request, |server, asked| server.completion(&asked))
            }
            (State::Open, "textDocument/hover") => {
                self.reply(request, |server, asked| server.hover(&asked))
            }
            (State::Open, method) => {
                let why = format!("there is no method `{method}`");
                refuse(ErrorCode::MethodNotFound, &why)
            }
        }
    }

    /// Begins the conversation.
    fn begin(&mut self, begin: &InitializeParams) -> serde_json::Value {
        self.state = State::Open;
        self.editor = Editor::of(begin);
        let locale = self.editor.locale.as_deref().filter(|locale| !locale.is_empty());
        let named = locale.map_or(self.given.tongue, Tongue::of_locale);
        self.tongue = self.given.asked.unwrap_or(named);
        let open = self.editor.folders.iter().find_map(|folder| self.site_above(folder));
        self.root = self.given.root.clone().or(open);
        self.news = News::Disk;
        json!({
            "capabilities": self.editor.offer(),
            "serverInfo": { "name": "bangtin", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    fn hear(&mut self, notice: Notification) -> Vec<Message> {
        let Notification { method, params } = notice;
        match (self.state, method.as_str()) {
            (State::Over(_), _) => {}
            (state, "exit") => self.state = State::Over(state == State::Ending),
            (State::Open, "initialized") => return self.initialized(),
            (State::Open, "textDocument/didOpen") => {
                return read(params).map(|open| self.opened(open)).unwrap_or_default();
            }
            (State::Open, "textDocument/didChange") => {
                read(params).map(|change| self.changed(change)).unwrap_or_default();
            }
            (State::Open, "textDocument/didClose") => {
                let closed = |DidCloseTextDocumentParams { text_document }| {
                    self.documents.close(&text_document.uri);
                    self.news = News::Disk;
                };
                read(params).map(closed).unwrap_or_default();
            }
            (State::Open, "textDocument/didSave") => self.news = News::Disk,
            (State::Open, "workspace/didChangeWatchedFiles") => {
                read(params).map(|change| self.disk_changed(&change)).unwrap_or_default();
            }
            (State::New | State::Open | State::Ending, _) => {}
        }
        Vec::new()
    }

    /// Asks to be told of changes on the disk.
    fn initialized(&mut self) -> Vec<Message> {
        let wish = self.editor.watches.then(watch_files);
        let is_lost = self.root.is_none() && !self.editor.folders.is_empty();
        wish.into_iter().chain(is_lost.then(|| self.no_site()).flatten()).collect()
    }

    fn opened(&mut self, open: DidOpenTextDocumentParams) -> Vec<Message> {
        let lsp_types::TextDocumentItem { uri, version, text, .. } = open.text_document;
        let path = path_of(&uri);
        let document = Document { uri: uri.clone(), version, text: text.into() };
        self.documents.open(document);
        // A new file may be the first of the site.
        self.news = News::Disk;
        if self.root.is_none() {
            self.root = path.and_then(|path| self.site_above(&path));
        }
        // What an editor knew of a document may have gone when it was closed.
        if let Some(source) = self.source_of(&uri) {
            self.told.tell_again(source);
        }
        let said = if self.root.is_none() { self.no_site() } else { None };
        said.into_iter().collect()
    }

    fn changed(&mut self, change: DidChangeTextDocumentParams) {
        let DidChangeTextDocumentParams { text_document, content_changes } = change;
        let (uri, version) = (text_document.uri, text_document.version);
        self.documents.change((&uri, version), content_changes, self.editor.encoding);
        if self.source_of(&uri).is_some() {
            self.news = self.news.max(News::Text);
        }
    }

    fn disk_changed(&mut self, change: &DidChangeWatchedFilesParams) {
        let mut changes = change.changes.iter();
        if self.root.is_none() || changes.any(|change| self.source_of(&change.uri).is_some()) {
            self.news = News::Disk;
        }
        if self.root.is_none() {
            let open = self.editor.folders.iter().find_map(|folder| self.site_above(folder));
            self.root = open;
        }
    }

    fn site_above(&self, path: &Path) -> Option<PathBuf> {
        (self.given.disk.site_above)(path)
    }

    /// Says once that there is no site.
    fn no_site(&mut self) -> Option<Message> {
        let is_told = std::mem::replace(&mut self.is_told_no_site, true);
        (!is_told).then(|| no_site(self.tongue))
    }
}
