//! `pack`: what goes into a package is the site's own, byte for byte, and nothing in it leads
//! nowhere.

use std::collections::{BTreeMap, BTreeSet};

use bangtin::memo::Digest;

use crate::harness::{Packed, Site, repository};

/// The address of the sample.
const BASE: &str = "base_url: https://thang-hanh-dong.example/\n";

fn sample() -> Site {
    Site::read(&repository()).for_publication()
}

/// The sample without an address: what is told to programs in full is not there to be followed.
fn unaddressed() -> Site {
    let mut site = sample();
    site.edit("site.yaml", BASE, "");
    site
}

fn names(packed: &Packed) -> BTreeSet<&str> {
    packed.entries.names().into_iter().collect()
}

/// The digest of each file of a site, as its manifest tells.
fn manifest(site: &Site) -> BTreeMap<String, String> {
    let built = site.build();
    let manifest: serde_json::Value = serde_json::from_str(built.file("manifest.json")).unwrap();
    let files = manifest["files"].as_object().unwrap().iter();
    files.map(|(name, own)| (name.clone(), own["blake3"].as_str().unwrap().to_owned())).collect()
}

/// The files of a package that are not as the manifest tells, or are not in it.
fn differing(packed: &Packed, manifest: &BTreeMap<String, String>) -> Vec<String> {
    let all = packed.unpacked().into_iter();
    let other = all.filter(|(name, bytes)| manifest.get(name) != Some(&Digest::of(bytes).to_hex()));
    other.map(|(name, _)| name).collect()
}

/// What leads nowhere in a package, but for what the search passes over.
#[track_caller]
fn assert_whole(packed: &Packed) {
    let (count, mut told) = packed.entries.followed();
    told.retain(|line| !line.contains("trong `_search/"));
    assert_eq!(told, [""; 0]);
    assert!(count > 20, "only {count} addresses were followed");
}

#[test]
fn the_whole_site_is_packed_as_it_is() {
    let site = sample();
    let packed = site.pack(None, None, None).unwrap();
    assert_eq!(
        differing(&packed, &manifest(&site)),
        ["MỞ-TRANG-NAY.html", "OPEN-THIS.html", "_pack/open.js"]
    );
    let names = names(&packed);
    for gone in ["404.html", "sitemap.xml", "robots.txt", "manifest.json", "social-card.png"] {
        assert!(!names.contains(gone), "{gone} is for servers");
        assert!(site.build().has(gone), "there is no {gone}");
    }
    for there in ["x/index.html", "tim-kiem/index.html", "favicon.ico", "atom.xml"] {
        assert!(names.contains(there), "{there} is missing");
    }
    let pages = site.build();
    let pages: Vec<&str> = pages.names().into_iter().filter(|n| n.ends_with(".html")).collect();
    let missing: Vec<_> = pages.into_iter().filter(|page| !names.contains(page)).collect();
    assert_eq!(missing, ["404.html", "en/404.html"]);
}

#[test]
fn nothing_leads_nowhere() {
    let site = unaddressed();
    for (what, language) in [
        (None, None),
        (None, Some("vi")),
        (Some("tin-tuc"), None),
        (Some("/en/materials/"), Some("en")),
        (Some("content/ke-hoach/72.md"), None),
        (Some("@/thang-hanh-dong/2026.md"), Some("vi")),
        (Some("tro-giup"), None),
    ] {
        assert_whole(&site.pack(what, language, None).unwrap());
    }
}

#[test]
fn a_part_has_its_pages_and_says_of_others_that_they_are_not_here() {
    let site = sample();
    let manifest = manifest(&site);
    let packed = site.pack(Some("tin-tuc"), Some("vi"), None).unwrap();
    let names = names(&packed);
    let own = |name: &&String| name.starts_with("tin-tuc/") && name.ends_with(".html");
    for page in manifest.keys().filter(own) {
        assert!(names.contains(page.as_str()), "{page} is missing");
    }
    for differs in differing(&packed, &manifest) {
        if ["MỞ-TRANG-NAY.html", "_pack/open.js", "_search/vi.js"].contains(&differs.as_str()) {
            continue;
        }
        assert!(!differs.starts_with("tin-tuc/"), "{differs}");
        let stub = packed.entries.file(&differs);
        let is_english = differs.starts_with("en/");
        let (title, lang) = match is_english {
            true => ("This page is not in this package", "lang=\"en\""),
            false => ("Trang này không có trong gói", "lang=\"vi\""),
        };
        assert!(stub.contains(title) && stub.contains(lang), "{differs}: {stub}");
        let folder = differs.trim_end_matches("index.html");
        let online = format!("href=\"https://thang-hanh-dong.example/{folder}\"");
        assert!(stub.contains(&online), "{online} in {stub}");
        assert!(stub.contains("tin-tuc/index.html\""), "the way back in {stub}");
    }
    assert!(packed.entries.file("MỞ-TRANG-NAY.html").contains("href=\"tin-tuc/index.html\""));
    assert!(!names.contains("OPEN-THIS.html"), "one language is packed");
}

#[test]
fn a_page_that_is_not_packed_stands_under_its_neutral_words() {
    let mut site = Site::from_text(
        "
-- content/_index.md --
---
title: Trang chủ
---
[a](@/kin.md) [b](@/tin/bai.md)
-- content/kin.md --
---
title: Khi bị đánh
sensitive: true
neutral_title: Thông tin
---
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/bai.md --
---
title: Bài
---
[Thông tin](@/kin.md)
",
    );
    site.set_drafts(false);
    let packed = site.pack(Some("tin/bai"), None, None).unwrap();
    let stub = packed.entries.file("kin/index.html");
    assert!(stub.contains("Trang này không có trong gói"), "{stub}");
    for (name, bytes) in packed.unpacked() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Khi bị đánh"), "{name} tells it");
    }
}

#[test]
fn the_search_of_a_part_knows_what_is_in_it() {
    let packed = sample().pack(Some("ke-hoach"), Some("vi"), None).unwrap();
    let entry = packed.entries.file("_search/vi.js");
    let only = entry.split_once("\"only\":[").expect("there is no list").1;
    let only: Vec<usize> =
        only.split_once(']').unwrap().0.split(',').map(|n| n.parse().unwrap()).collect();
    let rows = packed.entries.names().into_iter().find(|name| name.starts_with("_search/vi/d0"));
    let rows = packed.entries.file(rows.unwrap());
    let rows = rows.split_once("\"d0\",").unwrap().1.trim_end().trim_end_matches(");");
    let rows: Vec<Vec<serde_json::Value>> = serde_json::from_str(rows).unwrap();
    for (at, row) in rows.iter().enumerate() {
        let is_in = row[0].as_str().unwrap().starts_with("ke-hoach/");
        assert_eq!(only.contains(&at), is_in, "{}", row[0]);
    }
    assert!(only.len() > 1 && only.len() < rows.len());
}

#[test]
fn a_package_is_the_same_bytes_every_time() {
    let mut later = sample();
    let (one, other) =
        (sample().pack(Some("tai-lieu"), None, None), later.pack(Some("tai-lieu"), None, None));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(Digest::of(&one.archive), Digest::of(&other.archive));
    let order: Vec<String> = one.unpacked().into_iter().map(|(name, _)| name).collect();
    assert!(order.is_sorted(), "{order:?}");
    // The flag for UTF-8 (APPNOTE 4.4.4, bit 11) stands at the name that needs it.
    let name = "MỞ-TRANG-NAY.html".as_bytes();
    let at = one.archive.windows(name.len()).position(|part| part == name).unwrap();
    assert_eq!(one.archive[at - 30 + 7] & 8, 8, "the name is not marked as UTF-8");
    later.set_now("2026-11-23T09:00:00+07:00[Asia/Ho_Chi_Minh]");
    let hour_later = later.pack(Some("tai-lieu"), None, None).unwrap();
    assert_eq!(Digest::of(&one.archive), Digest::of(&hour_later.archive));
}

#[test]
fn downloads_are_left_out_before_pages() {
    let site = unaddressed();
    let whole = site.pack(Some("tai-lieu"), Some("vi"), None).unwrap();
    let len = whole.archive.len() as u64;
    let smaller = site.pack(Some("tai-lieu"), Some("vi"), Some(len - 1)).unwrap();
    assert!((smaller.archive.len() as u64) < len);
    let [left] = &smaller.left[..] else { panic!("{:?}", smaller.left) };
    let notice = smaller.entries.file(&format!("{left}.html"));
    let name = left.rsplit('/').next().unwrap();
    assert!(notice.contains(name) && notice.contains("không có trong gói"), "{notice}");
    assert!(!smaller.entries.has(left));
    assert_whole(&smaller);
    // A page differs from the site's in the addresses of what is left out, and in nothing else.
    let (ours, theirs) = (smaller.entries, whole.entries);
    let mut differing = 0;
    for (path, text) in theirs.pages() {
        let other = ours.file(path);
        if text != other {
            differing += 1;
            assert_eq!(other.replace(&format!("{name}.html"), name), text, "{path}");
        }
    }
    assert!(differing > 0, "no page names {left}");
}

#[test]
fn all_that_can_be_is_left_out_before_there_is_no_package() {
    let site = unaddressed();
    let needed = site.pack(Some("tai-lieu"), Some("vi"), Some(1000)).err().unwrap();
    let needed: u64 = needed.split(' ').next().unwrap().parse().unwrap();
    let least = site.pack(Some("tai-lieu"), Some("vi"), Some(needed)).unwrap();
    assert!(least.archive.len() as u64 <= needed);
    assert_whole(&least);
    let full = site.pack(Some("tai-lieu"), Some("vi"), None).unwrap();
    let pages = |packed: &Packed| -> Vec<String> {
        let pages = packed.entries.pages().filter(|(path, _)| path.ends_with("index.html"));
        pages.map(|(path, _)| path.to_owned()).collect()
    };
    assert_eq!(pages(&least), pages(&full), "pages are never left out");
}

#[test]
fn what_is_not_there_is_said_with_what_is_near() {
    let site = sample();
    let fault = |what, language| site.pack(Some(what), language, None).err().unwrap();
    assert_eq!(fault("tin-tucc", None), "NoPage(Some(\"tin-tuc\"))");
    assert_eq!(fault("content/ke-hoach/27.md", None), "NoPage(Some(\"ke-hoach/72.md\"))");
    assert_eq!(fault("khong-he-co-trang-nay", None), "NoPage(None)");
    assert_eq!(fault("tin-tuc", Some("fr")), "NoLanguage");
}

#[test]
fn a_page_becomes_one_file() {
    let site = sample();
    let html = site.single("tin-tuc/index.html");
    let tags = crate::html::tags(&html);
    for tag in &tags {
        assert!(tag.name != "script" && tag.name != "form", "{} is of no use", tag.name);
        for name in ["src", "srcset", "poster"] {
            let Some(value) = tag.get(name) else { continue };
            assert!(value.starts_with("data:"), "{name} of {} asks for {value}", tag.name);
        }
        let Some(href) = tag.get("href") else { continue };
        let is_own = href.starts_with('#') || href.starts_with("data:") || href.contains(':');
        assert!(is_own, "{} leads to {href}", tag.name);
    }
    assert!(tags.iter().any(|tag| tag.name == "style"), "it has no style");
    assert!(!html.contains("url(\"..") && !html.contains("url(.."), "a style asks for a file");
    let policy =
        tags.iter().find_map(|tag| tag.get("content").filter(|_| tag.get("http-equiv").is_some()));
    assert!(policy.unwrap().contains("img-src data:"));
    assert!(html.contains("href=\"https://thang-hanh-dong.example/tin-tuc/"), "no link to the web");
    // Without an address links are text, and the way out needs no network.
    let help = unaddressed().single("tro-giup/index.html");
    let links: Vec<String> = crate::html::tags(&help)
        .iter()
        .filter(|tag| tag.name == "a")
        .filter_map(|tag| tag.get("href").map(str::to_owned))
        .collect();
    assert!(links.contains(&"about:blank".to_owned()), "{links:?}");
    assert!(links.iter().all(|link| !link.contains(".html")), "{links:?}");
}
