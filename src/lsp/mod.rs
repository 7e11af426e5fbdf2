//! What an editor is told of a site while one types (Language Server Protocol 3.17).
//!
//! In: messages of an editor, and a [`Turn`] for each [`Order`]. Out: messages to it, and
//! [`Order`]s. A [`Server`] knows no stream, no thread, no clock and no disk: it answers from the
//! last turn and from the documents as they stand in the editor, whatever they hold.

mod actions;
mod answers;
mod completion;
mod cursor;
mod documents;
mod editor;
mod faults;
mod hover;
mod messages;
mod position;
mod scene;
mod server;
mod told;
mod turn;
mod uri;

pub use editor::Editor;
pub use server::{Disk, Given, Server};
pub use turn::{Order, Turn};
