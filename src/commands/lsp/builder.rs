//! The thread that builds: the whole program, on the files of the disk with the open documents
//! laid over them, and with what is remembered of the last time.
//!
//! In: an [`Order`]. Out: a [`Turn`]. Nothing is written to the disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use bangtin::config::{Purpose, Settings};
use bangtin::diagnostics::Diagnostic;
use bangtin::public::Kept;
use bangtin::site::Site;
use bangtin::sources::{SourcePath, Sources};
use bangtin::theme::Theme;
use bangtin::{Memos, theme_of};

use crate::cli::SiteFlags;
use crate::commands::site;

use super::Event;
use super::documents::Document;

/// What is to be built.
pub(super) struct Order {
    /// The folder of the site.
    pub(super) root: PathBuf,
    /// The open documents that belong to it.
    pub(super) open: BTreeMap<SourcePath, Document>,
    /// Whether anything on the disk may have changed since the last order.
    pub(super) look: bool,
}

/// What one build came to.
pub(super) struct Turn {
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

/// The thread that builds.
pub(super) struct Builder {
    site: SiteFlags,
    /// The folder of the site as it was last, and what is remembered of it.
    known: Option<Known>,
}

struct Known {
    root: PathBuf,
    disk: Sources,
    memos: Memos,
}

impl Builder {
    /// A builder that knows nothing yet.
    pub(super) fn new(site: SiteFlags) -> Builder {
        Builder { site, known: None }
    }

    /// Builds what is ordered until nobody orders any more.
    pub(super) fn run(mut self, orders: &Receiver<Order>, events: &Sender<Event>) {
        for order in orders {
            let turn = self.build(order);
            if events.send(Event::Built(Box::new(turn))).is_err() {
                return;
            }
        }
    }

    /// Builds the site with the open documents in it.
    pub(super) fn build(&mut self, order: Order) -> Turn {
        let Order { root, open, look } = order;
        let known = self.known.take().filter(|known| known.root == root);
        let known = match known {
            Some(known) if !look => known,
            Some(Known { disk, memos, .. }) => {
                let disk = Sources::read(&root, Some(&disk));
                Known { root: root.clone(), disk, memos }
            }
            None => {
                let kept = Arc::new(Kept::reading(&root));
                let memos = Memos::default().kept_by(&kept);
                Known { root: root.clone(), disk: Sources::read(&root, None), memos }
            }
        };
        let mut sources = known.disk.clone();
        for (path, document) in &open {
            sources.lay_over(path, &document.text);
        }
        let settings = site::settings(&self.site, &sources);
        let settings = Settings { purpose: Purpose::Preview, ..settings };
        let built = bangtin::build(&sources, &settings, &known.memos);
        let theme = theme_of(&sources, &settings, &known.memos);
        self.known = Some(known);
        Turn { root, open, sources, diagnostics: built.diagnostics, site: built.site, theme }
    }
}
