//! Tests of what is told, and of what is waited for.

use super::*;
use notify::event::{DataChange, MetadataKind, RemoveKind};

const CREATED: EventKind = EventKind::Create(CreateKind::File);
const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
const READ: EventKind = EventKind::Access(AccessKind::Open(AccessMode::Any));
const REMOVED: EventKind = EventKind::Remove(RemoveKind::File);

fn renamed(mode: RenameMode) -> EventKind {
    EventKind::Modify(ModifyKind::Name(mode))
}

fn told(kind: EventKind, paths: &[&str]) -> Vec<Change> {
    let event = paths
        .iter()
        .fold(Event::new(kind), |event, path| event.add_path(Path::new("/site").join(path)));
    changes(Path::new("/site"), &Ok(event))
}

/// What the system tells when one file gets the name of another.
fn rename(from: &str, to: &str) -> Vec<Change> {
    [
        told(renamed(RenameMode::From), &[from]),
        told(renamed(RenameMode::To), &[to]),
        told(renamed(RenameMode::Both), &[from, to]),
    ]
    .concat()
}

fn write(path: &str) -> Vec<Change> {
    [told(CREATED, &[path]), told(WRITTEN, &[path]), told(CLOSED, &[path])].concat()
}

/// Whether so much is waited for more.
fn is_waited_for(changes: &[Vec<Change>]) -> bool {
    let mut news = News::default();
    changes.concat().into_iter().for_each(|change| news.add(change));
    !news.is_whole()
}

#[test]
fn only_changes_of_sources_are_told() {
    let file = |path: &str| PathBuf::from("/site").join(path);
    for path in ["content/tin/a.md", "site.yaml", "translations.lock", "themes/a/x.css"] {
        assert_eq!(told(CREATED, &[path]), [Change::Begun(file(path))], "{path}");
        assert_eq!(told(CLOSED, &[path]), [Change::Done(file(path))], "{path}");
        assert_eq!(told(READ, &[path]), [], "{path}");
    }
    let made = EventKind::Create(CreateKind::Folder);
    assert!(told(made, &["content"]).contains(&Change::Folder(file("content"))));
    for path in [
        "public",
        "public/index.html",
        "content2/a",
        ".bangtin/a",
        "content/~$lich.xlsx",
        "content/.~lock.lich.ods#",
        "content/tin/.a.md.swp",
        "content/tin/a.md~",
        "content/.git/index",
    ] {
        for kind in [CREATED, WRITTEN, CLOSED, REMOVED, renamed(RenameMode::To)] {
            assert_eq!(told(kind, &[path]), [], "{path}");
        }
    }
    assert_eq!(told(CLOSED, &["content/.well-known/a"]).len(), 1);
}

#[test]
fn a_new_folder_is_to_be_watched() {
    let site = tempfile::tempdir().unwrap();
    let folder = site.path().join("content/tin");
    #[expect(clippy::disallowed_methods, reason = "a folder has to be there")]
    std::fs::create_dir_all(&folder).unwrap();
    for kind in [EventKind::Create(CreateKind::Folder), renamed(RenameMode::To)] {
        let event = Event::new(kind).add_path(folder.clone());
        let told = changes(site.path(), &Ok(event));
        let is_told = told.contains(&Change::Folder(folder.clone()));
        assert!(is_told || !cfg!(target_os = "linux"), "{told:?}");
    }
    let mut news = News::default();
    for path in ["content/a/b", "content/a", "content/ab", "content/a/c"] {
        news.add(Change::Folder(PathBuf::from(path)));
    }
    assert_eq!(news.folders(), [Path::new("content/a"), Path::new("content/ab")]);
}

#[test]
fn a_system_that_lost_count_says_so() {
    let rescan = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
    assert_eq!(changes(Path::new("/site"), &Ok(rescan)), [Change::Lost]);
    let limit = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
    assert_eq!(changes(Path::new("/site"), &Err(limit)), [Change::Lost]);
}

#[test]
fn what_is_whole_is_not_waited_for() {
    let page = "content/a.md";
    assert!(!is_waited_for(&[write(page)]), "written in place");
    assert!(!is_waited_for(&[write("content/x.md"), rename("content/x.md", page)]));
    assert!(!is_waited_for(&[write("content/a.md.tmp"), rename("content/a.md.tmp", page)]));
    assert!(!is_waited_for(&[rename("content/b", "content/c")]), "a folder has another name");
    assert!(!is_waited_for(&[told(renamed(RenameMode::To), &[page])]), "moved in");
    let touched = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
    assert!(!is_waited_for(&[told(touched, &[page])]));
    assert!(!is_waited_for(&[told(REMOVED, &[page]), write(page)]), "removed and made again");
    assert!(!is_waited_for(&[rename(page, "content/a.md~"), write(page)]), "backed up");
}

#[test]
fn what_is_half_done_is_waited_for() {
    let page = "content/a.md";
    assert!(is_waited_for(&[told(CREATED, &[page])]));
    assert!(is_waited_for(&[told(WRITTEN, &[page])]), "emptied, to be written anew");
    assert!(is_waited_for(&[told(REMOVED, &[page])]));
    assert!(is_waited_for(&[rename(page, "content/a.md~")]), "backed up");
    assert!(is_waited_for(&[told(renamed(RenameMode::From), &[page])]), "moved away");
    assert!(is_waited_for(&[write(page), told(WRITTEN, &["content/b.md"])]));
    assert!(is_waited_for(&[told(EventKind::Any, &[page])]), "no more is told");
}
