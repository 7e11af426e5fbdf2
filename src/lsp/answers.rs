//! Answers to what an editor asks of an open document.
//!
//! In: a request. Out: its answer, from the last build and the text as it stands; nothing where
//! the document is none of the site.

use std::path::{Path, PathBuf};

use lsp_server::{ErrorCode, Request, Response};
use lsp_types::{
    CodeAction, CodeActionParams, CompletionList, CompletionParams, Hover, HoverContents,
    HoverParams, MarkupContent, Position, TextDocumentPositionParams, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::diagnostics::explained;
use crate::sources::{SourcePath, is_source};

use super::actions::offered;
use super::documents::Document;
use super::faults::{FileFaults, Reader};
use super::messages::read;
use super::position::Lines;
use super::scene::Scene;
use super::server::Server;
use super::uri::path_of;
use super::{completion, hover};

impl Server {
    /// Answers a request whose parameters are of this sort.
    pub(super) fn reply<P: DeserializeOwned, R: Serialize>(
        &self,
        request: Request,
        answer: impl FnOnce(&Server, P) -> Option<R>,
    ) -> Response {
        match read(request.params) {
            Ok(asked) => Response::new_ok(request.id, answer(self, asked)),
            Err(why) => Response::new_err(request.id, ErrorCode::InvalidParams as i32, why),
        }
    }

    /// The cures that are offered for a stretch.
    pub(super) fn actions(&self, asked: &CodeActionParams) -> Option<Vec<CodeAction>> {
        let document = self.documents.get(&asked.text_document.uri)?;
        let told = self.told_now(document, &self.source_of(&document.uri)?)?;
        Some(offered(document, told, asked, self.reader()))
    }

    /// What was told of a document, if it still is as it was then.
    fn told_now(&self, document: &Document, path: &SourcePath) -> Option<&FileFaults> {
        let told = self.told.of(path)?;
        let is_as_it_was = match told.version {
            Some(version) => version == document.version,
            // It was opened a moment ago: what is told of the file is told of it too.
            None => *self.last.as_ref()?.sources.text(path)? == document.text,
        };
        is_as_it_was.then_some(told)
    }

    pub(super) fn reader(&self) -> Reader {
        Reader { tongue: self.tongue, encoding: self.editor.encoding }
    }

    /// The source that a file is, if it is one of the site.
    pub(super) fn source_of(&self, uri: &Uri) -> Option<SourcePath> {
        let (root, path) = (self.root.as_ref()?, path_of(uri)?);
        let inside = self.inside(root, &path)?;
        let inside = inside.to_str().filter(|_| is_source(&inside))?;
        Some(SourcePath::new(&inside.replace('\\', "/")))
    }

    /// A path from the folder of the site; through links too.
    fn inside(&self, root: &Path, path: &Path) -> Option<PathBuf> {
        let direct = path.strip_prefix(root).ok().map(Path::to_owned);
        let without_links = self.given.disk.without_links;
        direct.or_else(|| {
            let (root, folder) = (without_links(root)?, without_links(path.parent()?)?);
            Some(folder.strip_prefix(root).ok()?.join(path.file_name()?))
        })
    }

    /// What may be written at a place.
    pub(super) fn completion(&self, asked: &CompletionParams) -> Option<CompletionList> {
        let (document, path, position) = self.place(&asked.text_document_position)?;
        let scene = self.scene(document, &path)?;
        let lines = Lines::of(&document.text, self.editor.encoding);
        completion::at(&scene, lines.offset(position), &lines)
    }

    /// What stands at a place, and what is wrong there.
    pub(super) fn hover(&self, asked: &HoverParams) -> Option<Hover> {
        let (document, path, position) = self.place(&asked.text_document_position_params)?;
        let lines = Lines::of(&document.text, self.editor.encoding);
        let scene = self.scene(document, &path)?;
        let found = hover::at(&scene, lines.offset(position));
        let told = self.told_now(document, &path);
        let faults = told.map(|told| told.faults.as_slice()).unwrap_or_default();
        let fault = faults.iter().find(|fault| {
            let range = fault.shown.range;
            range.start <= position && position <= range.end
        });
        let explained = fault.map(|fault| explained::section(fault.told.code, self.tongue));
        let explained = explained.map(|section| format!("### {}", section.trim_end()));
        let (about, word) = found.unzip();
        let parts: Vec<String> = about.into_iter().chain(explained).collect();
        let content =
            MarkupContent { kind: self.editor.markup.clone(), value: parts.join("\n\n---\n\n") };
        (!parts.is_empty()).then(|| Hover {
            contents: HoverContents::Markup(content),
            range: word.map(|word| lines.range(word)),
        })
    }

    /// The document and the place that are asked about.
    fn place(
        &self,
        asked: &TextDocumentPositionParams,
    ) -> Option<(&Document, SourcePath, Position)> {
        let document = self.documents.get(&asked.text_document.uri)?;
        Some((document, self.source_of(&document.uri)?, asked.position))
    }

    fn scene<'a>(&'a self, document: &'a Document, path: &'a SourcePath) -> Option<Scene<'a>> {
        let turn = self.last.as_ref()?;
        Some(Scene { text: &document.text, path, turn, tongue: self.tongue })
    }
}
