//! Files that stay on the disk: the bytes that the snapshot knows, or none.
//!
//! In: a copy as the snapshot names it. Out: its bytes, piece by piece, as the browser takes
//! them. A file that became another one, or a link to one, is not sent: each state of a file is
//! compared with the digest once, and known by its stamp from then on.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use axum::body::Body as HttpBody;
use bangtin::memo::Digest;
use bangtin::public::KEPT;
use bangtin::sources::{Opened, Stamp};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

/// How many bytes are in memory at once for each browser that takes a file.
const PIECE: u64 = 256 * 1024;

/// How many files are known at once to be as they were. Of one that is forgotten all is read
/// once more.
const MOST_KNOWN: usize = 10_000;

/// A file that stays on the disk, or a part of it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Copy {
    /// The path from the site's root.
    pub(super) from: Arc<Path>,
    /// The digest of the whole file.
    pub(super) digest: Digest,
    /// The length of the whole file.
    pub(super) len: u64,
    /// The bytes that are asked for.
    pub(super) range: Range<u64>,
}

impl Copy {
    /// Whether the program itself made the file, and can make it again.
    pub(super) fn is_kept(&self) -> bool {
        self.from.starts_with(KEPT)
    }
}

/// The copies of a site, and which of them were compared with their digest.
pub(super) struct Copies {
    root: PathBuf,
    compared: Mutex<HashMap<Arc<Path>, (Digest, Stamp)>>,
}

impl Copies {
    pub(super) fn new(root: &Path) -> Copies {
        Copies { root: root.to_owned(), compared: Mutex::default() }
    }

    /// Whether a file of this length is there; none of its bytes are read.
    pub(super) fn is_there(&self, copy: &Copy) -> bool {
        Stamp::at(&self.root.join(&copy.from)).is_ok_and(|stamp| stamp.len == copy.len)
    }

    /// Opens a file, if it is the one that the snapshot knows.
    ///
    /// # Errors
    /// If it is not, or the disk refuses.
    pub(super) fn open(&self, copy: &Copy) -> io::Result<Opened> {
        let mut opened = Opened::open(&self.root.join(&copy.from))?;
        let stamp = opened.stamp();
        let known = self.lock().get(&copy.from).copied();
        if known == Some((copy.digest, stamp)) {
            return Ok(opened);
        }
        let is_same = stamp.len == copy.len && opened.pass_on(&mut io::sink())? == copy.digest;
        if !is_same || !opened.is_unchanged() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if stamp.is_settled(now()) {
            let mut compared = self.lock();
            if compared.len() >= MOST_KNOWN {
                compared.clear();
            }
            compared.insert(Arc::clone(&copy.from), (copy.digest, stamp));
        }
        Ok(opened)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Arc<Path>, (Digest, Stamp)>> {
        // An entry is put in as a whole.
        self.compared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn now() -> SystemTime {
    SystemTime::now()
}

/// The bytes of an open file. They end early, and the connection with them, if the file is
/// changed while it is sent.
pub(super) fn sent(opened: Opened, range: Range<u64>) -> HttpBody {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        let (mut opened, mut at) = (opened, range.start);
        while at < range.end {
            let most = PIECE.min(range.end - at);
            let read = tokio::task::spawn_blocking(move || {
                let piece = whole_piece(&mut opened, at, most);
                (opened, piece)
            });
            let Ok((next, piece)) = read.await else { return };
            (opened, at) = (next, at + most);
            let is_over = piece.is_err();
            // Where nobody listens any more, the browser went away.
            if sender.send(piece).await.is_err() || is_over {
                return;
            }
        }
    });
    HttpBody::from_stream(ReceiverStream::new(receiver))
}

fn whole_piece(opened: &mut Opened, at: u64, len: u64) -> io::Result<Vec<u8>> {
    let piece = opened.piece(at, len)?;
    match piece.len() as u64 == len && opened.is_unchanged() {
        true => Ok(piece),
        false => Err(io::ErrorKind::InvalidData.into()),
    }
}
