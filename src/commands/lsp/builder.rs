//! The thread that builds: the whole program, on the files of the disk with the open documents
//! laid over them, and with what is remembered of the last time.
//!
//! In: an [`Order`]. Out: a [`Turn`]. Nothing is written to the disk.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use bangtin::Memos;
use bangtin::lsp::{Order, Turn};
use bangtin::public::Kept;
use bangtin::sources::Sources;

use crate::cli::SiteFlags;
use crate::commands::site;

use super::Event;

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
    fn build(&mut self, order: Order) -> Turn {
        let root = order.root.clone();
        let known = self.known.take().filter(|known| known.root == root);
        let known = match known {
            Some(known) if !order.look => known,
            Some(Known { disk, memos, .. }) => {
                let disk = Sources::read(&root, Some(&disk));
                Known { root, disk, memos }
            }
            None => {
                let kept = Arc::new(Kept::reading(&root));
                let memos = Memos::default().kept_by(&kept);
                Known { disk: Sources::read(&root, None), root, memos }
            }
        };
        let settings = |sources: &Sources| site::settings(&self.site, sources);
        let turn = order.build(&known.disk, settings, &known.memos);
        self.known = Some(known);
        turn
    }
}
