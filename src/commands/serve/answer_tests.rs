//! Tests of what is answered.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::commands::serve::snapshot::Good;
use bangtin::diagnostics::{Code, Diagnostic, Place, say};
use bangtin::memo::{Digest, Lazy};
use bangtin::sources::SourcePath;
use jiff::Timestamp;

fn snapshot() -> Snapshot {
    let made = |text: &str| File::made(text.as_bytes());
    let copied =
        File::Copied { from: Path::new("content/a.pdf").into(), digest: Digest::of(b"x"), len: 10 };
    let files = [
        ("index.html", made("<body>Nhà</BODY></html>")),
        ("ke-hoach/index.html", made("<body>72</body>")),
        ("tài-liệu/index.html", made("<body>t</body>")),
        ("404.html", made("<body>không có</body>")),
        ("en/404.html", made("<body>not found</body>")),
        ("_theme/site.css", made("a{}")),
        ("a.pdf", copied),
    ];
    let files =
        files.into_iter().map(|(path, file)| (OutputPath::parse(path).unwrap(), file)).collect();
    of(files, b"v1")
}

fn of(files: Files, version: &[u8]) -> Snapshot {
    let (now, version) = (Timestamp::UNIX_EPOCH, Digest::of(version));
    let (search, found) = (None, Lazy::default());
    let good = Good { files, search, found, site: None, outdated: BTreeSet::new(), now, version };
    Snapshot { good: Some(Arc::new(good)), ..Snapshot::default() }
}

fn get(path: &str) -> Answer {
    answer(&snapshot(), Asked { path, ..Asked::default() }, Tongue::Vi)
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

fn text(answer: &Answer) -> String {
    match &answer.body {
        Body::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        Body::Copy(_) => panic!("on disk"),
    }
}

#[test]
fn a_folder_is_its_index() {
    let version = preview::of(&snapshot(), "/", Tongue::Vi).version;
    assert_eq!(header(&get("/"), "etag"), format!("\"{version}\""));
    assert_eq!(
        text(&get("/")),
        format!(
            "<body>Nhà<script src=\"/_bangtin/reload.js\" data-version=\"{version}\"></script>\n</BODY></html>"
        )
    );
    assert!(text(&get("/ke-hoach/")).contains("72"));
    assert_eq!(header(&get("/"), "content-type"), "text/html; charset=utf-8");
    assert_eq!(text(&get("/_theme/site.css")), "a{}");
}

#[test]
fn a_missing_slash_is_added() {
    let answer = answer(
        &snapshot(),
        Asked { path: "/ke-hoach", query: Some("a=1"), ..Asked::default() },
        Tongue::Vi,
    );
    assert_eq!((answer.status, header(&answer, "location")), (307, "/ke-hoach/?a=1"));
    assert_eq!(get("//ke-hoach").status, 404);
}

#[test]
fn an_unknown_address_gets_the_page_of_its_language() {
    assert_eq!((get("/x").status, text(&get("/x")).contains("không có")), (404, true));
    assert_eq!((get("/en/x/y").status, text(&get("/en/x/y")).contains("not found")), (404, true));
    let empty = of(Files::new(), b"");
    assert_eq!(answer(&empty, Asked { path: "/x", ..Asked::default() }, Tongue::Vi).status, 404);
}

#[test]
fn addresses_are_decoded_and_composed() {
    assert_eq!(get("/t%C3%A0i-li%E1%BB%87u/").status, 200);
    assert_eq!(get("/ta%CC%80i-lie%CC%A3%CC%82u/").status, 200, "NFD");
    for bad in ["/%", "/%zz", "/%ff", "/%00", "/%C3"] {
        assert_eq!(get(bad).status, 404, "{bad}");
    }
}

#[test]
fn no_address_leads_out() {
    for bad in [
        "/../site.yaml",
        "/..%2fsite.yaml",
        "/%2e%2e/site.yaml",
        "/ke-hoach/../../etc/passwd",
        "/ke-hoach/..%5c..",
        "//etc/passwd",
    ] {
        assert_eq!(get(bad).status, 404, "{bad}");
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let etag = header(&get("/"), "etag").to_owned();
    let again = |known: &str| {
        answer(
            &snapshot(),
            Asked { path: "/", if_none_match: Some(known), ..Asked::default() },
            Tongue::Vi,
        )
        .status
    };
    assert_eq!(again(&etag), 304);
    assert_eq!(again(&format!("\"x\", W/{etag}")), 304);
    assert_eq!(again("*"), 304);
    assert_eq!(again("\"x\""), 200);
    let mut files = snapshot().good.unwrap().files.clone();
    let mut put = |path: &str, text: &str| {
        files.insert(OutputPath::parse(path).unwrap(), File::made(text.as_bytes()));
        let asked = Asked { path: "/", if_none_match: Some(&etag), ..Asked::default() };
        answer(&of(files.clone(), b"v2"), asked, Tongue::Vi).status
    };
    assert_eq!(put("moi/index.html", "<body>m</body>"), 304, "another page is another matter");
    assert_eq!(put("index.html", "<body>N</body>"), 200);
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let range = |range: &str| {
        let answer = answer(
            &snapshot(),
            Asked { path: "/a.pdf", range: Some(range), ..Asked::default() },
            Tongue::Vi,
        );
        (answer.status, answer.body)
    };
    let disk = |range| {
        let (from, digest) = (Path::new("content/a.pdf").into(), Digest::of(b"x"));
        Body::Copy(Copy { from, digest, len: 10, range })
    };
    assert_eq!(range("bytes=2-4"), (206, disk(2..5)));
    assert_eq!(range("bytes=5-"), (206, disk(5..10)));
    assert_eq!(range("bytes=-3"), (206, disk(7..10)));
    assert_eq!(range("bytes=0-99"), (206, disk(0..10)));
    assert_eq!(range("bytes=99-").0, 416);
    let huge = "9".repeat(23);
    assert_eq!(range(&format!("bytes=0-{huge}")), (206, disk(0..10)));
    assert_eq!(range(&format!("bytes=-{huge}")), (206, disk(0..10)));
    assert_eq!(range(&format!("bytes={huge}-")).0, 416);
    assert_eq!(range(&format!("bytes={huge}-{huge}")).0, 416);
    assert_eq!(range("bytes=+2-4"), (200, disk(0..10)));
    assert_eq!(range("bytes=0-1,3-4"), (200, disk(0..10)));
    assert_eq!(range("bytes=4-2"), (200, disk(0..10)));
    let resumed = |if_range| {
        let asked = Asked { path: "/a.pdf", range: Some("bytes=5-"), if_range, ..Asked::default() };
        answer(&snapshot(), asked, Tongue::Vi).status
    };
    let etag = header(&get("/a.pdf"), "etag").to_owned();
    assert_eq!(resumed(Some(&etag)), 206);
    assert_eq!(resumed(Some("\"older\"")), 200, "the first half is of another file");
}

#[test]
fn only_this_computer_is_a_host() {
    for good in ["localhost", "localhost:1511", "127.0.0.1:1511", "[::1]:1511", "LOCALHOST"] {
        assert!(is_local(good), "{good}");
    }
    for bad in [
        "",
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:1511",
        "localhost:1511.evil.example",
        "192.168.1.2",
        "[::1].evil.example",
        "[::1]evil.example",
        "[::1]:1511.evil.example",
        "[::1",
        "[::2]:1511",
        "[::1]x:1511",
    ] {
        assert!(!is_local(bad), "{bad}");
    }
}

#[test]
fn without_any_good_file_the_faults_are_a_page() {
    let text_of = "---\ntitle: A\ntitel: B\n";
    let place = Place::within(&SourcePath::new("a.md"), text_of, (13..18).into());
    let fault = Diagnostic::error(Code::UnknownKey, say!("<b>", "<b>")).at(place);
    let broken = Snapshot { good: None, diagnostics: vec![fault].into() };
    let answer = answer(&broken, Asked { path: "/", ..Asked::default() }, Tongue::Vi);
    assert_eq!(answer.status, 500);
    assert!(
        text(&answer).contains("a.md:3:1") && text(&answer).contains("[B102]</b> &lt;b&gt;"),
        "{}",
        text(&answer)
    );
}
