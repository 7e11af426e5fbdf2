//! Tells that something changed, and no more than that: at once, if the change is whole.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use bangtin::sources::FOLDERS;
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::tidings::{Change, News, changes};

/// How long what was begun is waited for.
const MOMENT: Duration = Duration::from_millis(30);

/// How often the disk is looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_secs(1);

/// How often a folder is tried to be watched in which others come and go meanwhile.
const MOST_TRIES: usize = 20;

/// A watch over the sources of a site.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    changes: Receiver<Change>,
}

/// Why a wait ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Woken {
    /// Nothing came for so long.
    Quiet,
    /// Something changed.
    Change,
    /// Something changed, and what was kept is gone.
    KeptGone,
}

/// Wakes the one who waits at a [`Watch`].
#[derive(Clone)]
pub(super) struct Caller(Sender<Change>);

impl Caller {
    /// Tells that a kept file is not what it was.
    pub(super) fn miss_kept(&self) {
        // No one waits any more when the program ends.
        let _ = self.0.send(Change::Kept);
    }
}

/// What is told to a [`Watch`].
pub(super) struct Calls {
    sender: Sender<Change>,
    changes: Receiver<Change>,
}

/// The two ends of a bell.
pub(super) fn bell() -> (Caller, Calls) {
    let (sender, changes) = channel();
    (Caller(sender.clone()), Calls { sender, changes })
}

impl Watch {
    /// Watches the sources below `root`. Where the system cannot, [`Watch::wait`] ends every second.
    pub(super) fn new(root: &Path, calls: Calls) -> Watch {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let Calls { sender, changes: receiver } = calls;
        let place = root.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            for change in changes(&place, &event) {
                // No one waits any more when the program ends.
                let _ = sender.send(change);
            }
        };
        // A link leads to a source of the site, which is watched where it is, or is not followed.
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(tell, config).ok();
        let mut watch = Watch { root, watcher, changes: receiver };
        watch.begin();
        watch
    }

    /// Whether the system does not tell of changes.
    pub(super) fn is_polling(&self) -> bool {
        self.watcher.is_none()
    }

    /// Waits until something has changed since the last call, for this long at the most if a time
    /// is given. What was begun and is not done is waited for, but no longer than a moment.
    pub(super) fn wait(&mut self, most: Option<Duration>) -> Woken {
        let look = self.is_polling().then_some(LOOK);
        let patience = most.into_iter().chain(look).min();
        let first = match patience {
            None => self.changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => self.changes.recv_timeout(patience),
        };
        let mut news = News::default();
        match first {
            Ok(change) => news.add(change),
            Err(RecvTimeoutError::Timeout) if patience == most => return Woken::Quiet,
            Err(RecvTimeoutError::Timeout) => return Woken::Change,
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(LOOK),
        }
        self.hear_out(&mut news);
        if news.is_lost {
            self.begin();
        }
        for folder in news.folders() {
            self.add(folder, RecursiveMode::Recursive);
        }
        if news.is_kept_gone { Woken::KeptGone } else { Woken::Change }
    }

    fn hear_out(&self, news: &mut News) {
        let started = Instant::now();
        loop {
            self.changes.try_iter().for_each(|change| news.add(change));
            let rest = MOMENT.saturating_sub(started.elapsed());
            if news.is_whole() || rest.is_zero() {
                return;
            }
            if let Ok(change) = self.changes.recv_timeout(rest) {
                news.add(change);
            }
        }
    }

    /// Watches all that belongs to the site.
    fn begin(&mut self) {
        self.add(&self.root.clone(), RecursiveMode::NonRecursive);
        for name in FOLDERS {
            self.add(&self.root.join(name), RecursiveMode::Recursive);
        }
    }

    /// Watches a folder, if it is there. All that comes into it from now on is told.
    fn add(&mut self, folder: &Path, mode: RecursiveMode) {
        for _ in 0..MOST_TRIES {
            let Some(watcher) = &mut self.watcher else { return };
            match watcher.watch(folder, mode) {
                Ok(()) => return,
                Err(error) if !is_gone(&error) => break,
                Err(_) if !folder.is_dir() => return,
                // Something in it went away just then, and the rest is not watched yet.
                Err(_) => {}
            }
        }
        self.watcher = None;
    }
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        ErrorKind::Generic(_) | ErrorKind::InvalidConfig(_) | ErrorKind::MaxFilesWatch => false,
    }
}
