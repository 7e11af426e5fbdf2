//! What is kept is found again, and nothing else is believed or taken away.

use super::*;
use crate::public::KEPT;

type Made = Result<Arc<[File]>, String>;

fn files(texts: &[&str]) -> Arc<[File]> {
    texts.iter().map(|text| File::made(text.as_bytes())).collect()
}

/// What lies on the disk for each of these files.
fn texts(root: &Path, files: &[File]) -> Vec<String> {
    let text = |file: &File| match file {
        File::Copied { from, digest, len } => {
            let bytes = fs::read(root.join(from)).unwrap();
            assert_eq!((Digest::of(&bytes), bytes.len() as u64), (*digest, *len));
            String::from_utf8(bytes).unwrap()
        }
        File::Made(_) | File::Spooled { .. } => panic!("it was not kept"),
    };
    files.iter().map(text).collect()
}

#[test]
fn what_is_kept_is_found_by_the_next_program() {
    let root = tempfile::tempdir().unwrap();
    let key = Digest::of(b"a");
    let many: Vec<String> = (0..12).map(|n| format!("text {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let made: Made = Kept::writing(root.path()).put(key, Ok(files(&many)));
    assert_eq!(texts(root.path(), &made.unwrap()), many, "in their order");
    let next = Kept::reading(root.path());
    let found: Option<Made> = next.get(key);
    assert_eq!(texts(root.path(), &found.unwrap().unwrap()), many);
    let other: Option<Made> = next.get(Digest::of(b"b"));
    assert!(other.is_none());
}

#[test]
fn a_program_that_may_not_write_makes_it_again() {
    let root = tempfile::tempdir().unwrap();
    let made: Made = Kept::reading(root.path()).put(Digest::of(b"a"), Ok(files(&["text"])));
    assert_eq!(made.unwrap(), files(&["text"]));
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

#[test]
fn a_fault_and_what_is_half_written_are_not_kept() {
    let root = tempfile::tempdir().unwrap();
    let kept = Kept::writing(root.path());
    let key = Digest::of(b"a");
    let fault: Made = kept.put(key, Err("broken".to_owned()));
    assert_eq!(fault, Err("broken".to_owned()));
    let folder = root.path().join(Kept::folder(key));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("0.5"), "half").unwrap();
    let found: Option<Made> = kept.get(key);
    assert!(found.is_none());
}

#[test]
fn what_no_page_shows_any_more_is_forgotten() {
    let root = tempfile::tempdir().unwrap();
    let kept = Kept::writing(root.path());
    let keys = [Digest::of(b"a"), Digest::of(b"b")];
    for key in keys {
        let _: Made = kept.put(key, Ok(files(&["text"])));
    }
    for key in keys {
        age_by_days(&folder(root.path(), key), 2);
    }
    kept.forget_all_but(&BTreeSet::from([keys[1]]));
    let found = keys.map(|key| {
        let found: Option<Made> = kept.get(key);
        found.is_some()
    });
    assert_eq!(found, [false, true]);
    assert!(root.path().join(KEPT).join("CACHEDIR.TAG").exists());
}

/// The folder of the work of a key, with what it holds.
fn folder(root: &Path, key: Digest) -> PathBuf {
    root.join(Kept::folder(key))
}

fn part(root: &Path, key: Digest, index: &str) -> PathBuf {
    let all = fs::read_dir(folder(root, key)).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(index);
    all.into_iter().find(named).unwrap()
}

fn age_by_days(folder: &Path, days: u64) {
    let then = SystemTime::now() - Duration::from_secs(days * 25 * 60 * 60);
    fs::File::open(folder).unwrap().set_modified(then).unwrap();
}

#[cfg(unix)]
#[test]
fn what_is_damaged_is_made_again_and_kept_anew() {
    type Damage = fn(&Path, Digest);
    let deeds: [(&str, bool, Damage); 8] = [
        ("a flipped byte", true, |root, key| fs::write(part(root, key, "1."), "TWO").unwrap()),
        ("an empty part", true, |root, key| fs::write(part(root, key, "0."), "").unwrap()),
        ("the first part gone", true, |root, key| fs::remove_file(part(root, key, "0.")).unwrap()),
        ("the last part gone", true, |root, key| fs::remove_file(part(root, key, "2.")).unwrap()),
        ("an older program's names", true, |root, key| {
            for index in ["0.", "1.", "2."] {
                let path = part(root, key, index);
                fs::rename(&path, path.to_str().unwrap().strip_suffix(".3").unwrap()).unwrap();
            }
        }),
        ("a link", false, |root, key| {
            let path = part(root, key, "0.");
            fs::rename(&path, root.join("secret")).unwrap();
            std::os::unix::fs::symlink(root.join("secret"), path).unwrap();
        }),
        ("a folder", false, |root, key| {
            let path = part(root, key, "0.");
            fs::remove_file(&path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("a link for the whole", false, |root, key| {
            fs::rename(folder(root, key), root.join("elsewhere")).unwrap();
            std::os::unix::fs::symlink(root.join("elsewhere"), folder(root, key)).unwrap();
        }),
    ];
    for (what, is_kept_anew, damage) in deeds {
        let root = tempfile::tempdir().unwrap();
        let (kept, key) = (Kept::writing(root.path()), Digest::of(b"a"));
        let three = ["one", "two", "three"];
        let _: Made = kept.put(key, Ok(files(&three)));
        damage(root.path(), key);
        let found: Option<Made> = kept.get(key);
        assert!(found.is_none(), "{what}");
        let made: Made = kept.put(key, Ok(files(&three)));
        if is_kept_anew {
            assert_eq!(texts(root.path(), &made.unwrap()), three, "{what}");
        } else {
            assert_eq!(made.unwrap(), files(&three), "{what}: what is not ours stays there");
            assert!(folder(root.path(), key).symlink_metadata().is_ok());
        }
        let left = fs::read_dir(own::path(root.path())).unwrap().count();
        assert!(left <= 4, "{what}: nothing half-done is left");
    }
}

#[test]
fn files_of_others_beside_the_parts_do_no_harm() {
    let root = tempfile::tempdir().unwrap();
    let (kept, key) = (Kept::writing(root.path()), Digest::of(b"a"));
    let _: Made = kept.put(key, Ok(files(&["one", "two"])));
    let notes = folder(root.path(), key).join("Thumbs.db");
    fs::write(&notes, "x").unwrap();
    let found: Option<Made> = kept.get(key);
    assert_eq!(texts(root.path(), &found.unwrap().unwrap()), ["one", "two"]);
    age_by_days(&folder(root.path(), key), 2);
    kept.forget_all_but(&BTreeSet::new());
    assert!(notes.exists());
}

#[cfg(unix)]
#[test]
fn only_work_of_our_own_is_forgotten() {
    let root = tempfile::tempdir().unwrap();
    let kept = Kept::writing(root.path());
    let _: Made = kept.put(Digest::of(b"a"), Ok(files(&["text"])));
    let own = own::path(root.path());
    let theirs = ["notes", &"a".repeat(32), &"A".repeat(32), "0123456789abcdef.1", "x.12"];
    for name in theirs {
        fs::create_dir(own.join(name)).unwrap();
        fs::write(own.join(name).join("thesis.txt"), "x").unwrap();
        age_by_days(&own.join(name), 9);
    }
    fs::create_dir(root.path().join("far")).unwrap();
    fs::write(root.path().join("far/0.1.txt"), "x").unwrap();
    std::os::unix::fs::symlink("../far", own.join("b".repeat(32))).unwrap();
    kept.forget_all_but(&BTreeSet::new());
    for name in theirs {
        assert!(own.join(name).join("thesis.txt").exists(), "{name}");
    }
    assert!(root.path().join("far/0.1.txt").exists() && own.join("b".repeat(32)).is_symlink());
}

#[test]
fn nothing_is_kept_in_a_folder_of_others() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(own::path(root.path())).unwrap();
    fs::write(own::path(root.path()).join("thesis.txt"), "x").unwrap();
    let kept = Kept::writing(root.path());
    assert!(kept.is_foreign());
    let made: Made = kept.put(Digest::of(b"a"), Ok(files(&["text"])));
    assert_eq!(made.unwrap(), files(&["text"]));
    assert_eq!(fs::read_dir(own::path(root.path())).unwrap().count(), 1);
}

#[test]
fn what_another_program_used_today_and_what_is_being_written_is_spared() {
    let root = tempfile::tempdir().unwrap();
    let (one, other) = (Kept::writing(root.path()), Kept::writing(root.path()));
    let keys = [Digest::of(b"a"), Digest::of(b"b")];
    for key in keys {
        let _: Made = one.put(key, Ok(files(&["text"])));
        age_by_days(&folder(root.path(), key), 2);
    }
    // The one uses the first of them, so the other does not take it away.
    let _: Option<Made> = one.get(keys[0]);
    let unfinished = own::path(root.path()).join(format!("{}.1", name(keys[0])));
    fs::create_dir(&unfinished).unwrap();
    let lock = own::path(root.path()).join(own::LOCK);
    let writing = Lock::take(&lock, Sharing::Shared).unwrap().unwrap();
    other.forget_all_but(&BTreeSet::new());
    assert!(unfinished.exists() && folder(root.path(), keys[1]).exists(), "someone is writing");
    drop(writing);
    other.forget_all_but(&BTreeSet::new());
    assert!(!unfinished.exists(), "whoever wrote it was stopped");
    assert!(folder(root.path(), keys[0]).exists() && !folder(root.path(), keys[1]).exists());
}
