//! What is built for an editor: the site with the open documents in place of its files.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::{Purpose, Settings};
use crate::diagnostics::Diagnostic;
use crate::site::Site;
use crate::sources::{SourcePath, Sources};
use crate::theme::Theme;
use crate::{Memos, build, theme_of};

use super::documents::Document;

/// What is to be built.
pub struct Order {
    /// The folder of the site.
    pub root: PathBuf,
    /// The open documents that belong to it.
    pub(super) open: BTreeMap<SourcePath, Document>,
    /// Whether anything on the disk may have changed since the last order.
    pub look: bool,
}

/// What one build came to.
pub struct Turn {
    /// The folder of the site.
    pub(super) root: PathBuf,
    /// The open documents of which it was built.
    pub(super) open: BTreeMap<SourcePath, Document>,
    /// The texts of which it was built.
    pub(super) sources: Sources,
    /// All that is to be said of them.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The linked site, if the settings could be read.
    pub(super) site: Option<Arc<Site>>,
    /// The theme, if it could be read.
    pub(super) theme: Option<Arc<Theme>>,
}

impl Order {
    /// Builds the site of these files, with the open documents laid over them. What the flags
    /// and the clock say of the texts is asked for once the documents are among them.
    pub fn build(
        self,
        disk: &Sources,
        settings: impl FnOnce(&Sources) -> Settings,
        memos: &Memos,
    ) -> Turn {
        let Order { root, open, look: _ } = self;
        let mut sources = disk.clone();
        for (path, document) in &open {
            sources.lay_over(path, &document.text);
        }
        let settings = Settings { purpose: Purpose::Preview, ..settings(&sources) };
        let built = build(&sources, &settings, memos);
        let theme = theme_of(&sources, &settings, memos);
        Turn { root, open, sources, diagnostics: built.diagnostics, site: built.site, theme }
    }
}
