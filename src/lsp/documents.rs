//! The documents that are open in the editor, as they stand there.
//!
//! In: what the editor tells of them. Out: their texts, each under its name. Nothing is looked
//! up on the disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::position::{Encoding, Lines};

/// A document that is open in the editor.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Its name, as the editor writes it.
    pub(super) uri: Uri,
    /// How often it was changed, as the editor counts.
    pub(super) version: i32,
    /// Its text, unsaved.
    pub(super) text: Arc<str>,
}

/// The documents that are open in the editor, by their names.
#[derive(Default)]
pub(super) struct Documents(BTreeMap<String, Document>);

impl Documents {
    /// Opens a document, or takes it as it is now.
    pub(super) fn open(&mut self, document: Document) {
        self.0.insert(document.uri.as_str().to_owned(), document);
    }

    /// Closes a document.
    pub(super) fn close(&mut self, uri: &Uri) {
        self.0.remove(uri.as_str());
    }

    /// The document of this name.
    pub(super) fn get(&self, uri: &Uri) -> Option<&Document> {
        self.0.get(uri.as_str())
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Document> {
        self.0.values()
    }

    /// Makes changes one after the other, each in the text that the last one left. Changes of a
    /// document that is not open are passed over.
    pub(super) fn change(
        &mut self,
        (uri, version): (&Uri, i32),
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        let Some(document) = self.0.get_mut(uri.as_str()) else { return };
        for change in changes {
            document.text = match change.range {
                None => change.text.into(),
                Some(range) => {
                    let stretch = Lines::of(&document.text, encoding).stretch(range);
                    let (before, behind) =
                        (&document.text[..stretch.start], &document.text[stretch.end..]);
                    [before, &change.text, behind].concat().into()
                }
            };
        }
        document.version = version;
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use lsp_types::{Position, Range};

    use super::*;

    #[test]
    fn changes_are_made_one_after_the_other() {
        let uri = Uri::from_str("file:///a.md").unwrap();
        let mut documents = Documents::default();
        let text: Arc<str> = "Đây\r\nlà\r\n".into();
        documents.open(Document { uri: uri.clone(), version: 1, text });
        let change = |range: Option<[u32; 4]>, text: &str| TextDocumentContentChangeEvent {
            range: range.map(|[a, b, c, d]| Range::new(Position::new(a, b), Position::new(c, d))),
            range_length: None,
            text: text.to_owned(),
        };
        let changes = vec![
            change(Some([0, 3, 1, 0]), " "),
            change(Some([0, 6, 0, 6]), " bài"),
            change(Some([9, 9, 9, 9]), "."),
        ];
        documents.change((&uri, 2), changes, Encoding::Utf16);
        let document = documents.get(&uri).unwrap();
        assert_eq!((&*document.text, document.version), ("Đây là bài\r\n.", 2));
        documents.change((&uri, 3), vec![change(None, "mới")], Encoding::Utf16);
        assert_eq!(&*documents.get(&uri).unwrap().text, "mới");
        let other = Uri::from_str("file:///b.md").unwrap();
        documents.change((&other, 3), vec![change(None, "mới")], Encoding::Utf16);
        documents.close(&uri);
        assert_eq!(documents.iter().count(), 0);
    }
}
