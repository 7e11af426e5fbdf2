//! `bangtin serve` as a browser sees it: the real program, on a port of its own.
#![expect(clippy::disallowed_methods, reason = "a test of what is on the disk and when")]
#![expect(clippy::unwrap_used, reason = "a test fails where anything goes wrong")]

mod saves;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A site that is being served; it ends with the test.
struct Served {
    folder: TempDir,
    program: Child,
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

struct Reply {
    head: String,
    body: String,
}

impl Reply {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        let line =
            self.head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}: ")));
        line.and_then(|line| line.split_once(": ")).map_or("", |(_, value)| value.trim())
    }
}

impl Served {
    fn start(files: &[(&str, &str)]) -> Served {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            put(&folder, path, text);
        }
        let mut program = Command::new(env!("CARGO_BIN_EXE_bangtin"))
            .args(["serve", "--port", "0", "--lang", "en", "--root"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let host = line.trim().strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Served { folder, program, host }
    }

    fn connect(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn ask(&self, request: &str) -> Reply {
        let mut all = Vec::new();
        self.connect(request).read_to_end(&mut all).unwrap();
        let all = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = all.split_once("\r\n\r\n").unwrap();
        Reply { head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str, headers: &str) -> Reply {
        let host = &self.host;
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    /// Asks until the answer is as wanted.
    fn wait_for(&self, path: &str, wanted: impl Fn(&Reply) -> bool) -> Reply {
        let started = Instant::now();
        loop {
            let reply = self.get(path, "");
            if wanted(&reply) {
                return reply;
            }
            assert!(started.elapsed() < PATIENCE, "{path} stays\n{}\n{}", reply.head, reply.body);
            std::thread::yield_now();
        }
    }

    /// What a page is told, from the event that tells how it is now.
    fn events(&self, page: &str) -> Events {
        let (host, page) = (&self.host, page.replace('/', "%2F"));
        let stream = self
            .connect(&format!("GET /_bangtin/events?page={page} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        Events(BufReader::new(stream))
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The next state that is told.
    fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the events ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

fn put(folder: &TempDir, path: &str, text: &str) {
    let file = folder.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

const SITE: (&str, &str) =
    ("site.yaml", "title: A\nlanguages:\n  vi: { name: Tiếng Việt }\n  en: { name: English }\n");

fn page(body: &str) -> String {
    format!("---\ntitle: A\nslug: bai\n---\n\n{body}\n")
}

fn small() -> Served {
    let home = "---\ntitle: Home\n---\n\nWelcome.\n";
    Served::start(&[
        SITE,
        ("content/_index.md", home),
        ("content/_index.en.md", home),
        ("content/bai/index.md", &page("The first text. [file](ghi-chu.pdf)")),
        ("content/bai/ghi-chu.pdf", "0123456789"),
    ])
}

#[test]
fn the_search_is_there_and_follows_every_edit() {
    let served = Served::start(&[SITE, ("content/bai.md", &page("Một chuồn"))]);
    let reply = served.get("/_search/vi.js", "");
    assert_eq!(reply.status(), "200");
    let terms = served.get("/_search/vi/t0.js", "");
    assert!(terms.body.contains("chuo^n`") && !terms.body.contains("vo^i"), "{}", terms.body);
    put(&served.folder, "content/bai.md", &page("Một vôi"));
    served.wait_for("/_search/vi/t0.js", |reply| reply.body.contains("vo^i"));
    assert_eq!(served.get("/_search/vi/t9.js", "").status(), "404");
}

#[test]
fn pages_are_answered_as_a_web_server_should() {
    let site = small();
    let home = site.get("/", "");
    assert_eq!((home.status(), home.header("content-type")), ("200", "text/html; charset=utf-8"));
    assert_eq!(home.header("cache-control"), "no-cache");
    assert!(home.body.contains("<script src=\"/_bangtin/reload.js\""), "{}", home.body);
    let style = site.get("/_bangtin/preview.css", "");
    assert_eq!((style.status(), style.header("content-type")), ("200", "text/css; charset=utf-8"));
    let etag = home.header("etag").to_owned();
    assert_eq!(site.get("/", &format!("If-None-Match: {etag}\r\n")).status(), "304");
    let folder = site.get("/bai", "");
    assert_eq!((folder.status(), folder.header("location")), ("307", "/bai/"));
    let host = &site.host;
    let head = site.ask(&format!("HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert_eq!((head.status(), head.body.as_str()), ("200", ""));
    let post = site.ask(&format!(
        "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    ));
    assert_eq!(post.status(), "405");
    assert_eq!(
        site.get("/_bangtin/reload.js", "").header("content-type"),
        "text/javascript; charset=utf-8"
    );
}

#[test]
fn files_beside_a_page_come_whole_or_in_part() {
    let site = small();
    let whole = site.get("/bai/ghi-chu.pdf", "");
    assert_eq!(
        (whole.header("content-type"), whole.body.as_str()),
        ("application/pdf", "0123456789")
    );
    let part = site.get("/bai/ghi-chu.pdf", "Range: bytes=2-4\r\n");
    assert_eq!(
        (part.status(), part.header("content-range"), part.body.as_str()),
        ("206", "bytes 2-4/10", "234")
    );
}

#[test]
fn an_unknown_address_gets_the_page_of_its_language() {
    let site = small();
    let missing = site.get("/khong-co/", "");
    assert_eq!(missing.status(), "404");
    assert!(missing.body.contains("<html lang=\"vi\""), "{}", missing.body);
    assert!(site.get("/en/none/", "").body.contains("<html lang=\"en\""));
    assert_eq!(site.get("/../site.yaml", "").status(), "404");
    assert_eq!(site.get("/..%2fsite.yaml", "").status(), "404");
}

#[test]
fn a_page_elsewhere_cannot_read_the_site() {
    let site = small();
    let evil = site.ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(evil.status(), "403");
    assert!(!evil.body.contains("Welcome"));
}

#[test]
fn an_edit_is_told_and_seen() {
    let site = small();
    let before = site.wait_for("/bai/", |reply| reply.body.contains("The first text"));
    let mut events = site.events("/bai/");
    let version = events.next()["version"].clone();
    assert!(before.body.contains(version.as_str().unwrap()));
    // A file that no page shows is no reason to load a page anew.
    put(&site.folder, "content/bai/ghi-chu.pdf", "9876543210");
    site.wait_for("/bai/ghi-chu.pdf", |reply| reply.body == "9876543210");
    put(&site.folder, "content/bai/index.md", &page("The second text."));
    let told = events.next();
    assert!(told["version"] != version, "{told}");
    let after = site.wait_for("/bai/", |reply| reply.body.contains("The second text"));
    assert!(after.header("etag") != before.header("etag"));
    put(
        &site.folder,
        "content/moi/trang.md",
        "---\ntitle: New\nslug: trang\n---\n\nA page in a new folder.\n",
    );
    site.wait_for("/moi/trang/", |reply| reply.body.contains("A page in a new folder"));
    fs::remove_dir_all(site.folder.path().join("content/moi")).unwrap();
    site.wait_for("/moi/trang/", |reply| reply.status() == "404");
}

#[test]
fn a_bar_is_in_the_preview_and_nowhere_in_the_site() {
    let site = small();
    let told = site.events("/bai/").next();
    let bar = told["bar"].as_str().unwrap();
    assert!(bar.contains("content/bai/index.md") && bar.contains("lang=\"en\""), "{bar}");
    let output = site.folder.path().join("public");
    let built = Command::new(env!("CARGO_BIN_EXE_bangtin"))
        .args(["build", "--quiet", "--root"])
        .arg(site.folder.path())
        .status();
    assert!(built.unwrap().success());
    let mut folders = vec![output];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            for word in ["_bangtin", "bangtin-preview", "content/bai/index.md"] {
                assert!(!text.contains(word), "{word} is in {}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen} files");
}

#[test]
fn a_page_comes_when_its_time_has_come() {
    let site = small();
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(2);
    let text = format!("---\ntitle: A\nslug: sau\npublish_date: {soon:.0}\n---\n\nLater.\n");
    put(&site.folder, "content/sau.md", &text);
    site.wait_for("/sau/", |reply| reply.status() == "200");
    assert!(jiff::Timestamp::now() >= soon - jiff::SignedDuration::from_secs(1), "too early");
}

#[test]
fn a_fault_is_told_and_the_last_good_page_stays() {
    let site = small();
    let mut events = site.events("/");
    let good = events.next();
    assert_eq!(good["errors"], "");
    put(&site.folder, "content/bai/index.md", &page("The bad text. [x](@/none.md)"));
    let bad = events.next();
    let errors = bad["errors"].as_str().unwrap();
    assert!(errors.contains("[B301]") && errors.contains("content/bai/index.md:6:"), "{bad}");
    assert_eq!(bad["version"], good["version"]);
    assert!(site.get("/bai/", "").body.contains("The first text"));
    put(&site.folder, "content/bai/index.md", &page("The mended text."));
    site.wait_for("/bai/", |reply| reply.body.contains("The mended text"));
}

#[test]
fn a_site_that_begins_with_a_fault_shows_it_and_then_its_pages() {
    let site = Served::start(&[SITE, ("content/_index.md", "---\ntitle: A\ntitel: B\n---\n")]);
    let page = site.get("/", "");
    assert_eq!(page.status(), "500");
    assert!(
        page.body.contains("content/_index.md:3:1") && page.body.contains("[B102]"),
        "{}",
        page.body
    );
    put(&site.folder, "content/_index.md", "---\ntitle: A\n---\n\nMended.\n");
    site.wait_for("/", |reply| reply.status() == "200" && reply.body.contains("Mended"));
    assert!(!site.folder.path().join("public").exists(), "serve writes nothing");
}

/// How much memory the program ever took, in megabytes.
#[cfg(target_os = "linux")]
fn most_memory(site: &Served) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", site.program.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[test]
fn a_large_file_takes_no_memory() {
    const LEN: u64 = 300_000_000;
    let site = Served::start(&[
        SITE,
        ("content/_index.md", "---\ntitle: A\n---\n\n[film](phim.mp4)\n"),
        ("content/phim.mp4", "begin"),
    ]);
    let file = fs::OpenOptions::new().write(true).open(site.folder.path().join("content/phim.mp4"));
    file.unwrap().set_len(LEN).unwrap();
    let host = &site.host;
    let head = || {
        site.ask(&format!("HEAD /phim.mp4 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    let started = Instant::now();
    while head().header("content-length") != LEN.to_string() {
        assert!(started.elapsed() < PATIENCE, "it is not seen");
        std::thread::sleep(Duration::from_millis(50));
    }
    for _ in 0..8 {
        assert_eq!((head().status(), head().body.as_str()), ("200", ""));
    }
    let get = format!("GET /phim.mp4 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let started: Vec<TcpStream> = (0..8).map(|_| site.connect(&get)).collect();
    for mut stream in started {
        // Part of it, and the rest is never fetched.
        stream.read_exact(&mut [0; 1_000_000]).unwrap();
    }
    let end = site.get("/phim.mp4", "Range: bytes=-1000\r\n");
    assert_eq!((end.status(), end.body.len()), ("206", 1000));
    let all = site.get("/phim.mp4", "Range: bytes=100000000-\r\n");
    assert_eq!((all.status(), all.body.len()), ("206", 200_000_000));
    let most = most_memory(&site);
    assert!(most < 200, "{most} MB");
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_out_of_the_site_is_not_followed() {
    let site = small();
    assert_eq!(site.get("/bai/ghi-chu.pdf", "").body, "0123456789");
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret");
    fs::write(&secret, "top secret").unwrap();
    let mut events = site.events("/");
    events.next();
    let file = site.folder.path().join("content/bai/ghi-chu.pdf");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(&secret, &file).unwrap();
    let changed = |reply: &Reply| reply.status() == "404" && reply.body.contains("has changed");
    for range in ["", "Range: bytes=0-\r\n", "Range: bytes=-3\r\n"] {
        let reply = site.get("/bai/ghi-chu.pdf", range);
        assert!(changed(&reply), "{range}: {}\n{}", reply.head, reply.body);
    }
    while events.next()["errors"] == "" {}
    assert!(changed(&site.get("/bai/ghi-chu.pdf", "")), "the last good site has other bytes");
    assert!(site.get("/bai/", "").body.contains("The first text"), "and the last good pages");
    fs::remove_file(&file).unwrap();
    fs::write(&file, "0123456789").unwrap();
    site.wait_for("/bai/ghi-chu.pdf", |reply| reply.body == "0123456789");
}

#[cfg(unix)]
#[test]
fn another_file_of_the_same_length_and_time_is_seen() {
    let site = small();
    let file = site.folder.path().join("content/bai/index.md");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    // Longer than any stamp of a file that was just written is distrusted.
    std::thread::sleep(Duration::from_secs(4));
    put(&site.folder, "content/khac.md", "---\ntitle: B\nslug: khac\n---\n");
    site.wait_for("/khac/", |reply| reply.status() == "200");
    let beside = site.folder.path().join("beside");
    fs::write(&beside, text.replace("first", "other")).unwrap();
    fs::OpenOptions::new().write(true).open(&beside).unwrap().set_modified(time).unwrap();
    fs::rename(&beside, &file).unwrap();
    site.wait_for("/bai/", |reply| reply.body.contains("The other text"));
}

#[test]
fn kept_pictures_that_were_taken_away_are_made_again() {
    let home = "---\ntitle: A\n---\n\n![A house](nha.jpg)\n";
    let site = Served::start(&[SITE, ("content/_index.md", "---\ntitle: A\n---\n")]);
    let picture =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/upright.jpg");
    fs::copy(picture, site.folder.path().join("content/nha.jpg")).unwrap();
    put(&site.folder, "content/_index.md", home);
    let page = site.wait_for("/", |reply| reply.body.contains(".webp"));
    let copy = page.body.split(['"', ' ', ',']).find(|word| word.ends_with(".webp")).unwrap();
    let copy = format!("/{}", copy.trim_start_matches("./"));
    let first = site.get(&copy, "");
    assert_eq!(first.status(), "200", "{copy}");
    for _ in 0..2 {
        fs::remove_dir_all(site.folder.path().join(".bangtin")).unwrap();
        let again = site.get(&copy, "");
        assert_eq!((again.status(), &again.body), ("200", &first.body));
        assert!(site.folder.path().join(".bangtin").exists());
    }
}

#[test]
fn a_port_that_is_taken_is_said() {
    let site = small();
    let port = site.host.rsplit(':').next().unwrap();
    let second = Command::new(env!("CARGO_BIN_EXE_bangtin"))
        .args(["serve", "--lang", "en", "--port", port, "--root"])
        .arg(site.folder.path())
        .output()
        .unwrap();
    assert_eq!(second.status.code(), Some(2));
    let told = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(
        told.contains(&format!("another program uses the port `{port}`"))
            && told.contains("--port"),
        "{told}"
    );
}
