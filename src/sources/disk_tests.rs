//! Tests of what is taken from a disk that others write to.

use std::process::Command;

use super::*;

fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

#[test]
fn another_file_of_one_length_and_time_has_another_stamp() {
    let folder = folder_with(&[("a", b"one"), ("b", b"two")]);
    let [a, b] = ["a", "b"].map(|name| folder.path().join(name));
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let set_time = |file: &Path| {
        OpenOptions::new().write(true).open(file).unwrap().set_modified(time).unwrap();
    };
    set_time(&a);
    let before = Stamp::at(&a).unwrap();
    assert_eq!(before, Stamp::at(&a).unwrap());
    set_time(&b);
    fs::rename(&b, &a).unwrap();
    let renamed = Stamp::at(&a).unwrap();
    assert_ne!(before, renamed);
    assert_eq!((before.len, before.modified), (renamed.len, renamed.modified));
    assert!(!renamed.is_settled(SystemTime::now()), "its entry is new, whatever its time says");
    assert!(renamed.is_settled(SystemTime::now() + Duration::from_secs(5)));
}

#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    let folder = folder_with(&[]);
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [pipe.as_path(), folder.path(), Path::new("/dev/zero"), Path::new("/none")] {
        assert!(Opened::open(path).is_err(), "{}", path.display());
        let copied = copy_checked(path, (0, Digest::of(b"")), &mut io::sink());
        assert!(copied.is_err(), "{}", path.display());
    }
    // The door behind the first look: it would wait here for someone to write.
    assert!(options().open(&pipe).is_ok());
}

#[test]
fn a_copy_is_of_the_bytes_that_were_seen_or_none() {
    let large = vec![7; 3 * usize::try_from(PIECE).unwrap() + 1];
    let folder = folder_with(&[("a", &large), ("short", b"12"), ("empty", b"")]);
    let copy = |name: &str, len: u64, bytes: &[u8]| {
        let mut into = Vec::new();
        let copied = copy_checked(&folder.path().join(name), (len, Digest::of(bytes)), &mut into);
        copied.map(|()| into).map_err(|error| error.kind())
    };
    assert_eq!(copy("a", large.len() as u64, &large).as_deref(), Ok(large.as_slice()));
    assert_eq!(copy("empty", 0, b"").as_deref(), Ok([].as_slice()));
    for (name, len, bytes) in
        [("short", 2, b"21".as_slice()), ("short", 3, b"123"), ("short", 1, b"1")]
    {
        assert_eq!(copy(name, len, bytes), Err(ErrorKind::InvalidData), "{name} {len}");
    }
}

#[test]
fn a_change_while_a_file_is_open_is_seen() {
    let folder = folder_with(&[("a", b"one"), ("b", b"one")]);
    let path = folder.path().join("a");
    let opened = Opened::open(&path).unwrap();
    assert!(opened.is_unchanged());
    fs::write(&path, b"longer").unwrap();
    assert!(!opened.is_unchanged());
}
