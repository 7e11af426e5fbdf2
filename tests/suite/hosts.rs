//! What hosts are told of a site: the bytes of each kit, what an author's own file does to it, the
//! compressed files and the limits. How real servers read them, and what is in the files of Brotli,
//! is for `tests/browser`.

use std::fs;
use std::io::Read as _;

use bangtin::config::Host;
use bangtin::public::{File, OutputPath};
use quick_xml::events::Event;

use crate::harness::{Built, Site, repository, tiny_site};

/// A small site in two languages, with old addresses of each form.
const SITE: &str = r#"
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/bai.md --
---
title: Bài
date: 15/11/2026
aliases: ["/cu/bài viết (1)/", "/cu.html", "/a+b$c/"]
---
-- content/tin/bai.en.md --
---
title: Text
date: 15/11/2026
aliases: [/en/old/]
---
-- content/tin/lich.ics --
BEGIN:VCALENDAR
"#;

/// The site with these lines in its settings.
fn site(settings: &str) -> Site {
    let mut site = Site::from_text(SITE);
    let own = site.text("site.yaml");
    site.put(
        "site.yaml",
        &format!("{own}publish: [\"**/*.ics\", \"**/*.txt\", \"**/*.bin\"]\n{settings}\n"),
    );
    let theme = site.text("themes/tiny/theme.yaml");
    let policy = "content_security_policy: \"default-src 'self'; img-src 'self' data:\"\n";
    site.put("themes/tiny/theme.yaml", &format!("{theme}{policy}"));
    site.put_file("themes/tiny/static/site.css", b"a { color: red }");
    site.put_file("themes/tiny/static/chu.0123abcd.css", b"a { color: blue }");
    site
}

/// The expected texts: each after a line `=== HOST at BASE: FILE`.
const FILE: &str = "tests/suite/hosts.txt";

#[test]
fn each_host_is_told_what_it_should_be() {
    let mut told = String::new();
    for (base, settings) in [
        ("/", "precompress: false"),
        ("/thang-11/", "base_url: https://tin.example/thang-11/\nprecompress: true"),
    ] {
        let mut site = site("");
        let own = site.text("site.yaml");
        let own =
            if base == "/" { own } else { own.replace("base_url: https://tin.example/\n", "") };
        site.put("site.yaml", &format!("{own}{settings}\n"));
        let built = site.for_publication().build_by_the_law();
        built.assert_no_faults();
        for (name, host) in Host::ALL {
            for (file, text) in built.told_to(host) {
                told.push_str(&format!("=== {name} at {base}: {file}\n{text}"));
            }
        }
    }
    let path = repository().join(FILE);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &told).unwrap();
    }
    assert!(told == fs::read_to_string(path).unwrap(), "what is told now:\n\n{told}");
}

#[test]
fn a_host_gets_its_files_and_no_other_has_any() {
    let names = |settings: &str| {
        let built = site(settings).build_by_the_law();
        built.assert_no_faults();
        let all = ["_headers", "_redirects", ".htaccess", "web.config", ".nojekyll"];
        all.into_iter().filter(|name| built.has(name)).collect::<Vec<_>>()
    };
    assert_eq!(names(""), [""; 0]);
    assert_eq!(names("host: [nginx, caddy, gitlab-pages]"), [""; 0]);
    assert_eq!(names("host: netlify"), ["_headers", "_redirects"]);
    assert_eq!(names("host: github-pages"), [".nojekyll"]);
    let all = "host: [apache, apache, iis, cloudflare, github-pages]";
    assert_eq!(names(all), ["_headers", "_redirects", ".htaccess", "web.config", ".nojekyll"]);
}

#[test]
fn what_both_services_read_is_clear_to_both() {
    let built = site("host: [netlify, cloudflare]").build();
    let headers = built.file("_headers");
    // No line takes a header away, and no two patterns that fit one file say the same header.
    assert!(!headers.contains('!'), "{headers}");
    assert!(!headers.contains("atom"), "{headers}");
    let redirects = built.file("_redirects");
    for status in ["301", "301!"] {
        assert!(redirects.contains(&format!("/en/old/ /en/tin/bai/ {status}\n")), "{redirects}");
    }
}

/// Both services skip comments and empty lines; a rule is a path, then lines that are set in.
#[test]
fn what_services_read_keeps_to_their_grammar() {
    for settings in ["host: netlify", "host: cloudflare", "host: [netlify, cloudflare]"] {
        let built = site(settings).build();
        let is_rule = |line: &&str| !line.is_empty() && !line.starts_with('#');
        for line in built.file("_headers").lines().filter(is_rule) {
            match line.strip_prefix("  ") {
                Some(header) => {
                    let header = header
                        .strip_prefix("! ")
                        .map_or(header.to_owned(), |own| format!("{own}: "));
                    let (name, _) = header.split_once(": ").unwrap_or_else(|| panic!("{line}"));
                    let plain = |letter: char| letter.is_ascii_alphabetic() || letter == '-';
                    assert!(name.chars().all(plain), "{line}");
                }
                None => {
                    assert!(line.starts_with('/') && !line.contains(' '), "{line}");
                    assert!(line.matches('*').count() <= 1, "one splat a rule: {line}");
                }
            }
            assert!(line.len() <= 2_000, "{line}");
        }
        for line in built.file("_redirects").lines().filter(is_rule) {
            let parts: Vec<&str> = line.split(' ').collect();
            let [from, to, status] = parts[..] else { panic!("{line}") };
            assert!(from.starts_with('/') && to.starts_with('/') && line.is_ascii(), "{line}");
            assert!(["301", "301!", "404"].contains(&status) && line.len() <= 1_000, "{line}");
        }
    }
}

#[test]
fn the_settings_of_windows_are_whole_xml() {
    let mut site = site("host: iis");
    site.edit("content/tin/bai.md", "/cu.html", "/a&b'c/");
    let built = site.build();
    let mut reader = quick_xml::Reader::from_str(built.file("web.config"));
    let mut wildcards = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Empty(tag) = &event {
            let wildcard = tag.try_get_attribute("wildcard").unwrap();
            wildcards.extend(wildcard.map(|own| own.value.into_owned()));
        }
        if matches!(event, Event::Eof) {
            break;
        }
    }
    assert!(wildcards.contains(&"/a&amp;b'c/".to_owned()), "{wildcards:?}");
    assert!(wildcards.contains(&"/cu/bài viết (1)/".to_owned()), "{wildcards:?}");
}

#[test]
fn a_file_of_the_authors_own_stands_alone() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    tiny_site().iter().for_each(|(path, text)| put(path, text));
    let settings = fs::read_to_string(folder.path().join("site.yaml")).unwrap();
    put("site.yaml", &format!("{settings}host: [netlify, apache]\n"));
    put("content/_index.md", "---\ntitle: A\n---\n");
    put("content/_headers", "/*\n  A: b\n");
    put("content/.htaccess", "Options -Indexes\n");
    // Only at the top does a host look.
    put("content/tin/.htaccess", "Options -Indexes\n");
    let built = Site::read(folder.path()).build();
    built.assert_no_faults();
    let is_own = |name: &str| {
        let file = &built.files[&OutputPath::parse(name).unwrap()];
        matches!(file, File::Copied { .. })
    };
    assert!(is_own("_headers") && is_own(".htaccess") && !is_own("_redirects"));
    assert!(built.names().iter().all(|name| !name.starts_with("tin/")), "{:?}", built.names());
}

#[test]
fn a_file_for_a_host_that_is_not_named_is_told_of() {
    let mut site = site("");
    site.put_file("content/.htaccess", b"Options -Indexes\n");
    assert_eq!(site.build().codes(), ["content/.htaccess B316"]);
    let own = site.text("site.yaml");
    site.put("site.yaml", &format!("{own}host: apache\n"));
    site.build().assert_no_faults();
}

/// What may be kept for ever is what has its digest in its name, and all that has.
#[test]
fn what_may_be_kept_for_ever_names_its_digest() {
    let built = site("host: netlify").for_publication().build_by_the_law();
    let headers = built.file("_headers");
    let is_kept = |path: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let cache = "\n  Cache-Control: public, max-age=31536000, immutable\n";
        [path.to_owned(), format!("{folder}/*")]
            .iter()
            .any(|own| headers.contains(&format!("\n/{own}{cache}")))
    };
    let names: Vec<&str> = built.names();
    let kept: Vec<&str> = names.iter().copied().filter(|path| is_kept(path)).collect();
    let expected: Vec<&str> =
        names.iter().copied().filter(|path| path.starts_with("_theme/")).collect();
    assert_eq!(kept, expected);
    assert_eq!(expected.len(), 2, "{names:?}");
}

#[test]
fn a_theme_without_a_policy_has_none_sent() {
    let mut site = site("host: [apache, netlify]");
    let policy = "content_security_policy: \"default-src 'self'; img-src 'self' data:\"\n";
    site.edit("themes/tiny/theme.yaml", policy, "");
    let built = site.build();
    for name in [".htaccess", "_headers"] {
        assert!(built.file(name).contains("nosniff"), "{name}");
        assert!(!built.file(name).contains("Security-Policy"), "{name}");
    }
    site.edit(
        "themes/tiny/theme.yaml",
        "name: Tiny\n",
        "name: Tiny\ncontent_security_policy: 'a \"b\"'\n",
    );
    assert_eq!(site.build().codes(), ["themes/tiny/theme.yaml:2:26 B106"]);
}

/// The policy that hosts send allows what each page of the theme allows itself, and drawings their
/// styles.
#[test]
fn what_hosts_send_is_no_stricter_than_the_pages() {
    let read =
        |name: &str| fs::read_to_string(repository().join("themes/civic").join(name)).unwrap();
    let theme = read("theme.yaml");
    let sent =
        theme.split("content_security_policy: \"").nth(1).unwrap().split('"').next().unwrap();
    let base = read("templates/base.html");
    let page = base.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
    let page = page.split('"').next().unwrap().replace(" file:", "");
    let rules = |policy: &str| -> Vec<String> { policy.split("; ").map(str::to_owned).collect() };
    let page = rules(&page);
    for rule in rules(sent).iter().filter(|rule| !rule.starts_with("style-src")) {
        assert!(page.contains(rule), "{rule} is not among {page:?}");
    }
}

fn unzipped(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    plain
}

#[test]
fn compressed_files_lie_beside_texts_where_they_are_smaller() {
    let mut site = site("precompress: true");
    site.put_file("content/tin/ngan.txt", b"a");
    assert!(!site.build().has("index.html.gz"), "only a build that writes compresses");
    let site = site.for_publication();
    let built = site.build_by_the_law();
    built.assert_no_faults();
    let mut compressed = 0;
    for name in built.names() {
        if let Some(text) = name.strip_suffix(".gz") {
            assert_eq!(unzipped(built.bytes(name)), built.bytes(text), "{name}");
            assert!(built.bytes(name).len() < built.bytes(text).len(), "{name}");
            compressed += 1;
        }
        if let Some(text) = name.strip_suffix(".br") {
            assert!(built.bytes(name).len() < built.bytes(text).len(), "{name}");
            compressed += 1;
        }
    }
    assert!(compressed > 10, "{:?}", built.names());
    assert!(built.has("atom.xml.br") && built.has("en/index.html.gz"));
    assert!(!built.has("manifest.json.gz") && !built.has("_theme/site.css.gz"));
    assert!(built.file("manifest.json").contains("\"index.html.br\""));
}

#[test]
fn without_being_asked_nothing_is_compressed() {
    let site = site("host: nginx").for_publication();
    let built = site.build();
    assert!(built.names().iter().all(|name| !name.ends_with(".gz") && !name.ends_with(".br")));
}

fn told(built: &Built) -> String {
    built.codes().join("\n")
}

#[test]
fn a_limit_of_the_host_is_told_before_it_is_reached() {
    let with_lines = |number: usize| {
        let mut site = site("host: [gitlab-pages, cloudflare]");
        let all: Vec<String> = (0..number).map(|n| format!("/cu/{n}/")).collect();
        let all = format!("aliases: [{}]", all.join(", "));
        site.edit("content/tin/bai.en.md", "aliases: [/en/old/]", &all);
        site.build()
    };
    // Two lines each: 7 for those of the other page, and 80 in a hundred of 2,000.
    with_lines(790).assert_no_faults();
    let near = with_lines(800);
    let codes = near.codes();
    assert_eq!(codes.len(), 1, "{codes:?}");
    assert!(codes[0].starts_with("site.yaml:") && codes[0].ends_with("B609"), "{codes:?}");
    assert!(near.told().contains("takes at most 2,000 lines for old addresses"), "{}", near.told());
    near.assert_cures();
}

#[test]
fn a_file_that_is_too_heavy_for_the_host_is_named() {
    let mut site = site("host: cloudflare");
    site.put_file("content/tin/phim.bin", &vec![0; 27 << 20]);
    let built = site.build();
    assert!(told(&built).ends_with("B609"), "{}", told(&built));
    let said = built.told();
    assert!(said.contains("`tin/phim.bin` nặng 28,3 MB (108 %)"), "{said}");
    assert!(said.contains("`tin/phim.bin` has 28.3 MB (108 %)"), "{said}");
    let at_home = site.edit("site.yaml", "host: cloudflare", "host: nginx").build();
    at_home.assert_no_faults();
}

#[test]
fn a_host_that_is_misspelt_is_told() {
    let built = site("host: [netlify, github_pages]").build();
    assert_eq!(built.kinds().len(), 1);
    assert!(built.report().contains("`host` không thể là `github_pages`"), "{}", built.report());
    assert!(built.hints().contains("`github-pages`"), "{}", built.hints());
}
