//! Tells that something changed, and no more than that.
//!
//! Reading a file is no change, and what an editor does in one go is told once.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use bangtin::sources::LOCK_FILE;
use notify_debouncer_full::notify::{self, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// How long the disk must be quiet before a change is told.
const QUIET: Duration = Duration::from_millis(50);

/// How often the disk is looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_secs(1);

/// The folders whose whole contents belong to the site.
const DEEP: [&str; 3] = ["content", "i18n", "themes"];

/// A watch over the sources of a site.
pub(super) struct Watch {
    root: PathBuf,
    debouncer: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    changes: Receiver<Change>,
}

/// What changed: something within, a folder that is to be watched anew, or what was kept, which
/// is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
    Within,
    Folder,
    Kept,
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
        let Calls { sender, changes } = calls;
        let place = root.clone();
        let tell = move |result: DebounceEventResult| {
            if let Some(change) = change(&place, &result) {
                // No one waits any more when the program ends.
                let _ = sender.send(change);
            }
        };
        let debouncer = new_debouncer(QUIET, None, tell).ok();
        let mut watch = Watch { root, debouncer, changes };
        let told = watch.add(&watch.root.clone(), RecursiveMode::NonRecursive);
        if told.and_then(|()| watch.add_folders()).is_err() {
            watch.debouncer = None;
        }
        watch
    }

    /// Whether the system does not tell of changes.
    pub(super) fn is_polling(&self) -> bool {
        self.debouncer.is_none()
    }

    /// Waits until something has changed since the last call. Whether kept files are gone.
    pub(super) fn wait(&mut self) -> bool {
        let first = match &self.debouncer {
            Some(_) => self.changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            None => self.changes.recv_timeout(LOOK),
        };
        let changes: Vec<Change> = first.into_iter().chain(self.changes.try_iter()).collect();
        if changes.contains(&Change::Folder) && self.add_folders().is_err() {
            self.debouncer = None;
        }
        if first == Err(RecvTimeoutError::Disconnected) {
            std::thread::sleep(LOOK);
        }
        changes.contains(&Change::Kept)
    }

    fn add_folders(&mut self) -> notify::Result<()> {
        for name in DEEP {
            let folder = self.root.join(name);
            if folder.is_dir() {
                self.add(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, folder: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match &mut self.debouncer {
            Some(debouncer) => debouncer.watch(folder, mode),
            None => Ok(()),
        }
    }
}

/// What a batch of events means for the site, if anything.
fn change(root: &Path, result: &DebounceEventResult) -> Option<Change> {
    let Ok(events) = result else {
        // The system lost count of events: anything may have changed.
        return Some(Change::Folder);
    };
    let told = events.iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
    let paths: Vec<&Path> = told
        .flat_map(|event| event.paths.iter())
        .filter_map(|path| path.strip_prefix(root).ok())
        .collect();
    let lost = events.iter().any(|event| event.need_rescan());
    if lost || paths.iter().any(|path| DEEP.iter().any(|name| *path == Path::new(name))) {
        return Some(Change::Folder);
    }
    let is_source = |path: &Path| {
        path == Path::new("site.yaml")
            || path == Path::new(LOCK_FILE)
            || DEEP.iter().any(|name| path.starts_with(name))
    };
    paths.iter().any(|path| is_source(path)).then_some(Change::Within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind};
    use notify_debouncer_full::DebouncedEvent;

    fn told(kind: EventKind, path: &str) -> Option<Change> {
        let event = notify::Event::new(kind).add_path(Path::new("/site").join(path));
        #[expect(clippy::disallowed_methods, reason = "an event has a time")]
        let now = std::time::Instant::now();
        change(Path::new("/site"), &Ok(vec![DebouncedEvent::new(event, now)]))
    }

    #[test]
    fn only_changes_of_sources_are_told() {
        let made = EventKind::Create(CreateKind::Any);
        assert_eq!(told(made, "content/tin/a.md"), Some(Change::Within));
        assert_eq!(told(made, "site.yaml"), Some(Change::Within));
        assert_eq!(told(made, "translations.lock"), Some(Change::Within));
        assert_eq!(told(made, "content"), Some(Change::Folder));
        assert_eq!(told(made, "public"), None);
        assert_eq!(told(made, "content2/a"), None);
        assert_eq!(told(EventKind::Access(AccessKind::Any), "content/tin/a.md"), None);
    }
}
