//! The names under which files of the theme and of the search are published.

use std::collections::BTreeSet;

use crate::harness::{Built, Site, files_of};

/// A theme whose style sheets name pictures, and each other in a circle.
const THEME: &str = r#"
-- themes/tiny/static/site.css --
@import "parts/a.css";
body { background: url(parts/dot.svg) }
h1 { background: url("parts/dot.svg#id"); cursor: url('https://a.example/parts/dot.svg') }
p::before { content: "(parts/dot.svg)" }
/* url(parts/dot.svg) */ b { background: URL(parts/dot.svg) }
-- themes/tiny/static/parts/a.css --
@import url('b.css');
-- themes/tiny/static/parts/b.css --
@import "a.css";
i { background: url( ../mark.svg ) }
-- themes/tiny/static/plain.css --
b { background: url(mark.svg) }
-- themes/tiny/static/parts/dot.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- themes/tiny/static/mark.svg --
<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>
-- themes/tiny/static/site.js --
"use strict";
-- themes/tiny/templates/404.html --
<!DOCTYPE html><html lang="{{ lang }}"><title>404</title><a href="{{ root }}{{ site.home }}">x</a></html>
-- themes/tiny/templates/page.html --
<!DOCTYPE html><html lang="{{ lang }}"><head><title>{{ page.title }}</title>
<link rel="stylesheet" href="{{ root }}_theme/site.css"><link rel='stylesheet' href='{{ root }}_theme/plain.css?a'>
<script src="{{ root }}_theme/site.js" data-next="{{ root }}_theme/mark.svg"></script></head>
<body>{{ page.content | safe }}</body></html>
"#;

const PAGE: &str = "-- content/_index.md --
---
title: Trang chủ
template: page.html
---

Viết `href=\"_theme/site.css\"` trong mẫu; _theme/site.css là tệp của giao diện.
-- content/tin/_index.md --
---
title: Tin
template: page.html
---
";

fn site() -> Site {
    let mut site = Site::from_text(PAGE).for_publication();
    for (path, text) in files_of(THEME) {
        site.put(&path, &text);
    }
    site
}

/// The published name of a file of the theme.
fn published<'b>(built: &'b Built, name: &str) -> &'b str {
    let (stem, extension) = name.rsplit_once('.').unwrap();
    let is_it = |own: &&str| {
        let digest = own
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('.')?.strip_suffix(extension)?.strip_suffix('.'));
        digest.is_some_and(|own| own.len() == 8 && own.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let names: Vec<&str> = built.names().into_iter().filter(is_it).collect();
    assert_eq!(names.len(), 1, "{name}: {:?}", built.names());
    names[0]
}

#[test]
fn pages_and_style_sheets_name_the_files_of_this_build() {
    let built = site().build_by_the_law();
    built.assert_clean();
    let own: Vec<&str> =
        built.names().into_iter().filter(|own| own.starts_with("_theme/")).collect();
    assert_eq!(own.len(), 7, "{own:?}");
    let name = |name: &str| published(&built, name).trim_start_matches("_theme/").to_owned();
    let [site, plain, script, mark] =
        ["site.css", "plain.css", "site.js", "mark.svg"].map(|own| name(&format!("_theme/{own}")));
    for (page, root) in [("index.html", ""), ("tin/index.html", "../")] {
        let html = built.file(page);
        assert!(html.contains(&format!("href=\"{root}_theme/{site}\"")), "{html}");
        assert!(html.contains(&format!("href='{root}_theme/{plain}?a'")), "{html}");
        assert!(html.contains(&format!("src=\"{root}_theme/{script}\"")), "{html}");
        assert!(html.contains(&format!("data-next=\"{root}_theme/{mark}\"")), "{html}");
    }
    let (a, b) = (name("_theme/parts/a.css"), name("_theme/parts/b.css"));
    let dot = name("_theme/parts/dot.svg");
    let css = built.file(&format!("_theme/{site}"));
    assert!(css.contains(&format!("@import \"{a}\";")), "{css}");
    assert!(css.contains(&format!("url({dot})")), "{css}");
    assert!(css.contains(&format!("url(\"{dot}#id\")")), "{css}");
    // An address elsewhere and a text are none of its files.
    assert!(css.contains("url('https://a.example/parts/dot.svg')"), "{css}");
    assert!(css.contains("content: \"(parts/dot.svg)\""), "{css}");
    assert!(css.contains("/* url(parts/dot.svg) */"), "{css}");
    assert!(css.contains(&format!("URL({dot})")), "{css}");
    let [a, b] = [&a, &b].map(|own| own.trim_start_matches("parts/"));
    assert!(built.file(&format!("_theme/parts/{a}")).contains(&format!("url('{b}')")));
    let css = built.file(&format!("_theme/parts/{b}"));
    assert!(
        css.contains(&format!("@import \"{a}\"")) && css.contains(&format!("url( ../{mark} )"))
    );
    assert!(built.file(&format!("_theme/{plain}")).contains(&format!("url({mark})")));
}

#[test]
fn what_a_page_says_of_the_files_of_a_theme_stays_as_it_is_written() {
    let built = site().build();
    let html = built.file("index.html");
    assert!(html.contains("_theme/site.css là tệp"), "{html}");
    assert!(html.contains("href=&quot;_theme/site.css&quot;"), "{html}");
}

#[test]
fn an_edit_gives_new_names_to_all_that_shows_it_and_to_nothing_else() {
    let mut site = site();
    let before = site.build();
    site.put("themes/tiny/static/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let after = site.build_by_the_law();
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) =
        (before.names().into_iter().collect(), after.names().into_iter().collect());
    let gone: Vec<&str> =
        before.difference(&after).map(|own| own.split('.').next().unwrap()).collect();
    let new: Vec<&str> =
        after.difference(&before).map(|own| own.split('.').next().unwrap()).collect();
    let sheets = ["_theme/mark", "_theme/parts/a", "_theme/parts/b", "_theme/plain", "_theme/site"];
    assert_eq!(gone, sheets);
    assert_eq!(new, sheets);
}

#[test]
fn in_a_preview_names_are_plain_and_an_edit_of_a_style_changes_no_page() {
    let mut site = Site::from_text(PAGE);
    for (path, text) in files_of(THEME) {
        site.put(&path, &text);
    }
    let before = site.build();
    assert!(before.file("index.html").contains("href=\"_theme/site.css\""));
    assert!(before.file("_theme/site.css").contains("@import \"parts/a.css\""));
    site.put("themes/tiny/static/site.css", "i{}");
    let after = site.build_by_the_law();
    assert!(after.rendered().is_empty(), "{:?}", after.rendered());
}

#[test]
fn the_entry_of_the_search_names_the_scripts_of_this_build() {
    let site = Site::read(&crate::harness::repository()).for_publication();
    let built = site.build_afresh();
    let names = built.names();
    let scripts: Vec<&&str> = names.iter().filter(|own| own.starts_with("_search/vi/")).collect();
    let entry = built.file("_search/vi.js");
    assert!(scripts.len() >= 2);
    for script in scripts {
        let name = script.rsplit('/').next().unwrap();
        assert!(entry.contains(&format!("\"{name}\"")), "{name}: {entry}");
        let digest = name.split('.').nth(1).unwrap();
        let bytes = bangtin::memo::Digest::of(built.bytes(script)).to_hex();
        assert!(bytes.starts_with(digest), "{name}");
    }
    let page = built.file("index.html");
    let search = published(&built, "_theme/search.js");
    assert!(page.contains("data-index=\"_search/vi.js\""), "{page}");
    assert!(page.contains(&format!("data-script=\"{search}\"")), "{page}");
}
