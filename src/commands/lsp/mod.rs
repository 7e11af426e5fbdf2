//! `bangtin lsp`: the faults of a site in an editor, while one types.
//!
//! In: messages of an editor on stdin. Out: messages to it on stdout. One thread runs the whole
//! program again on the texts as the editor has them, with what is remembered of the last time;
//! this one answers from the last run. Keys that come while a build is under way, or shortly one
//! after the other, are built together; the last state is always told. Nothing is written to disk.
#![expect(clippy::disallowed_methods, reason = "the clock tells how long to wait for more keys")]

mod builder;

use std::path::absolute;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;

use bangtin::diagnostics::say;
use bangtin::lsp::{Disk, Given, Order, Server, Turn};
use lsp_server::{Connection, Message};

use crate::cli::{Global, Lsp, SiteFlags};
use crate::commands::printer::Printer;
use crate::commands::{Exit, Outcome, Refusal, site};
use builder::Builder;

/// What is waited for.
enum Event {
    /// The editor said something.
    Message(Message),
    /// A build is done.
    Built(Box<Turn>),
    /// The editor is gone.
    End,
}

/// Speaks with an editor until it ends.
pub(super) fn run(flags: &Lsp, global: &Global, printer: &Printer) -> Outcome {
    let given = Given {
        root: global.root.as_deref().map(|root| absolute(root).unwrap_or_else(|_| root.to_owned())),
        asked: global.lang.map(Into::into),
        tongue: printer.tongue,
        disk: Disk { site_above: site::above, without_links: |path| path.canonicalize().ok() },
    };
    let (Connection { sender, receiver }, threads) = Connection::stdio();
    let (events, heard) = channel();
    let (orders, ordered) = channel();
    let built = events.clone();
    let builder = Builder::new(copy(&flags.site));
    thread::spawn(move || builder.run(&ordered, &built));
    thread::spawn(move || {
        // No one waits any more when the conversation is over.
        receiver.into_iter().for_each(|message| drop(events.send(Event::Message(message))));
        drop(events.send(Event::End));
    });
    let talk = Talk { server: Server::new(given), orders, due: None, is_building: false };
    let is_good = talk.run(&heard, |message| sender.send(message).is_ok());
    drop(sender);
    // The streams end with the conversation; what is wrong with them is wrong with the editor.
    threads.join().map_err(|error| broken(&error))?;
    // The protocol asks for the code 1 where an editor ends without having said so before.
    Ok(if is_good { Exit::Good } else { Exit::SiteErrors })
}

fn copy(flags: &SiteFlags) -> SiteFlags {
    let SiteFlags { base_url, drafts, future, now } = flags;
    SiteFlags { base_url: base_url.clone(), drafts: *drafts, future: *future, now: *now }
}

fn broken(error: &std::io::Error) -> Refusal {
    Refusal::usage(
        say!("không hiểu trình soạn thảo: {error}", "the editor cannot be understood: {error}"),
        say!(
            "lệnh này để trình soạn thảo tự chạy; xem phần “Trong trình soạn thảo” của hướng dẫn",
            "editors run this command themselves; see “In your editor” in the guide"
        ),
    )
}

/// A conversation, and what is being built for it.
struct Talk {
    server: Server,
    orders: Sender<Order>,
    /// When the next build is to begin.
    due: Option<Instant>,
    is_building: bool,
}

impl Talk {
    /// Goes on until the editor ends; whether it did so as it should.
    fn run(mut self, heard: &Receiver<Event>, say: impl Fn(Message) -> bool) -> bool {
        loop {
            let said = match self.next(heard) {
                Some(Event::Message(message)) => self.server.handle(message),
                Some(Event::Built(turn)) => {
                    self.is_building = false;
                    self.server.tell(*turn)
                }
                None => {
                    self.order();
                    continue;
                }
                Some(Event::End) => return false,
            };
            let is_heard = said.into_iter().all(&say);
            if let Some(is_good) = self.server.over().or((!is_heard).then_some(false)) {
                return is_good;
            }
            if self.server.has_news() && self.due.is_none() {
                self.due = Some(Instant::now() + self.server.editor().pause);
            }
        }
    }

    /// What comes next; nothing when it is time to build.
    fn next(&self, heard: &Receiver<Event>) -> Option<Event> {
        match self.due.filter(|_| !self.is_building) {
            None => Some(heard.recv().unwrap_or(Event::End)),
            Some(due) => match heard.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Event::End),
            },
        }
    }

    fn order(&mut self) {
        self.due = None;
        // The builder waits for orders as long as there is anybody who gives them.
        let order = self.server.order();
        self.is_building = order.is_some_and(|order| self.orders.send(order).is_ok());
    }
}
