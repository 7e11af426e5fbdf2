//! What an editor can and wants, and what it is offered.
//!
//! In: the parameters of `initialize`. Out: an [`Editor`], and the [`ServerCapabilities`] for it.

use std::path::PathBuf;
use std::time::Duration;

use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    HoverProviderCapability, InitializeParams, MarkupKind, PositionEncodingKind,
    ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions,
};

use super::position::Encoding;
use super::uri::path_of;

/// How long keys are gathered before the site is built with them, if the editor does not say.
const PAUSE: Duration = Duration::from_millis(5);

/// The signs behind which an editor asks what may be written.
const STARTS: [&str; 11] = ["@", "/", "#", "(", "[", "{", ":", "\"", "=", ",", " "];

/// What an editor can and wants.
pub struct Editor {
    /// The folders that are open in it.
    pub(super) folders: Vec<PathBuf>,
    /// The language that it is in, as it names it.
    pub(super) locale: Option<String>,
    /// What it counts in a line.
    pub(super) encoding: Encoding,
    /// Whether it tells of changes on the disk if it is asked to.
    pub(super) watches: bool,
    /// Whether it shows Markdown or only plain text.
    pub(super) markup: MarkupKind,
    /// How long keys are gathered before the site is built with them: `pause` among its
    /// `initializationOptions`, in milliseconds.
    pub pause: Duration,
}

impl Default for Editor {
    fn default() -> Editor {
        let (folders, encoding) = (Vec::new(), Encoding::default());
        let markup = MarkupKind::PlainText;
        Editor { folders, locale: None, encoding, watches: false, markup, pause: PAUSE }
    }
}

impl Editor {
    /// The editor that begins like this.
    pub(super) fn of(begin: &InitializeParams) -> Editor {
        let general = begin.capabilities.general.as_ref();
        let encodings = general.and_then(|general| general.position_encodings.as_deref());
        let knows_bytes = encodings.unwrap_or_default().contains(&PositionEncodingKind::UTF8);
        let workspace = begin.capabilities.workspace.as_ref();
        let watches = workspace.and_then(|workspace| workspace.did_change_watched_files);
        let document = begin.capabilities.text_document.as_ref();
        let hover = document.and_then(|document| document.hover.as_ref()?.content_format.as_ref());
        let is_marked = hover.is_some_and(|forms| forms.contains(&MarkupKind::Markdown));
        let options = begin.initialization_options.as_ref();
        let pause = options.and_then(|options| options.get("pause")?.as_u64());
        Editor {
            folders: folders(begin),
            locale: begin.locale.clone(),
            encoding: if knows_bytes { Encoding::Utf8 } else { Encoding::Utf16 },
            watches: watches.is_some_and(|own| own.dynamic_registration == Some(true)),
            markup: if is_marked { MarkupKind::Markdown } else { MarkupKind::PlainText },
            pause: pause.map_or(PAUSE, Duration::from_millis).min(Duration::from_secs(10)),
        }
    }

    /// What it is offered.
    pub(super) fn offer(&self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(match self.encoding {
                Encoding::Utf8 => PositionEncodingKind::UTF8,
                Encoding::Utf16 => PositionEncodingKind::UTF16,
            }),
            text_document_sync: Some(TextDocumentSyncCapability::Options(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::INCREMENTAL),
                    save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                    ..TextDocumentSyncOptions::default()
                },
            )),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(STARTS.map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![
                    CodeActionKind::QUICKFIX,
                    CodeActionKind::SOURCE_FIX_ALL,
                ]),
                ..CodeActionOptions::default()
            })),
            ..ServerCapabilities::default()
        }
    }
}

/// The folders that are open, as editors of any age name them.
#[expect(deprecated, reason = "some editors still name one folder only")]
fn folders(begin: &InitializeParams) -> Vec<PathBuf> {
    let named = begin.workspace_folders.iter().flatten();
    let mut folders: Vec<PathBuf> = named.filter_map(|folder| path_of(&folder.uri)).collect();
    folders.extend(begin.root_uri.as_ref().and_then(path_of));
    folders.extend(begin.root_path.as_ref().map(PathBuf::from));
    folders
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn editor(begin: Value) -> Editor {
        Editor::of(&serde_json::from_value(begin).unwrap())
    }

    #[test]
    fn an_editor_that_says_nothing_gets_what_every_one_knows() {
        let editor = editor(json!({ "capabilities": {} }));
        assert_eq!((editor.encoding, editor.watches), (Encoding::Utf16, false));
        assert!(editor.folders.is_empty() && editor.pause == PAUSE);
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_says_what_it_can_and_wants() {
        let editor = editor(json!({
            "rootUri": "file:///a",
            "workspaceFolders": [{ "uri": "file:///b%20c", "name": "b" }],
            "locale": "vi-VN",
            "initializationOptions": { "pause": 0 },
            "capabilities": {
                "general": { "positionEncodings": ["utf-8", "utf-16"] },
                "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
            },
        }));
        assert_eq!(editor.folders, [PathBuf::from("/b c"), PathBuf::from("/a")]);
        assert_eq!((editor.encoding, editor.watches), (Encoding::Utf8, true));
        assert_eq!((editor.locale.as_deref(), editor.pause), (Some("vi-VN"), Duration::ZERO));
    }
}
