//! The texts of a site, each by the file that it stands in.

use std::sync::Arc;

use crate::content::{Body, Document, Parsed};
use crate::memo::{Digest, Digester};

/// The bodies of a site by the files they stand in.
pub struct Bodies {
    /// In order of their files.
    all: Vec<Arc<Body>>,
    /// Stands for all of them.
    digest: Digest,
    empty: Body,
}

impl Bodies {
    /// The bodies of these documents.
    pub fn of(documents: &[Parsed]) -> Bodies {
        let mut all: Vec<Arc<Body>> = documents.iter().map(|own| Arc::clone(&own.body)).collect();
        all.sort_by(|one, other| one.path.cmp(&other.path));
        let mut digester = Digester::default();
        all.iter().for_each(|body| digester.add_digest(body.digest));
        Bodies { all, digest: digester.digest(), empty: Body::empty() }
    }

    /// All of them, in order of their files.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Body>> {
        self.all.iter()
    }

    /// What stands for all of them.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The body of a document; an empty one where no one wrote it.
    pub fn of_document(&self, document: &Document) -> &Body {
        let at = self.all.binary_search_by(|body| body.path.cmp(&document.path));
        at.ok().and_then(|at| self.all.get(at)).map_or(&self.empty, |body| body)
    }
}
