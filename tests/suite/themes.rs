//! Themes that extend others.

use crate::harness::Site;

/// The example of `docs/themes.en.md`, as it stands there.
fn ten_lines() -> Vec<(String, String)> {
    let docs = std::fs::read_to_string(crate::harness::repository().join("docs/themes.en.md"));
    let docs = docs.unwrap();
    let (_, section) = docs.split_once("## A theme of ten lines").unwrap();
    let mut files = Vec::new();
    let mut rest = section.split("\n## ").next().unwrap();
    while let Some((before, after)) = rest.split_once("```") {
        let (block, after) = after.split_once("```").unwrap();
        let path = before.trim().rsplit('`').nth(1).unwrap();
        let text = block.split_once('\n').unwrap().1;
        files.push((path.to_owned(), text.to_owned()));
        rest = after;
    }
    files
}

#[test]
fn a_theme_of_ten_lines_changes_colour_logo_and_footer() {
    let files = ten_lines();
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(lines <= 10, "{lines} lines");

    let mut site = Site::from_text(
        "-- site.yaml --
title: Bảng tin
theme: tinh
base_url: https://a.example/
publisher: {name: Văn phòng tỉnh}
-- themes/tinh/static/logo.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
-- content/_index.md --
---
title: Trang chủ
---
",
    );
    for (path, text) in files {
        site.put(&path, &text);
    }
    let built = site.build();
    built.assert_clean();
    let home = built.file("index.html");
    assert!(home.contains("<img src=\"_theme/logo.svg\" alt=\"\""), "{home}");
    assert!(home.contains("<footer class=\"wide\"><p>Văn phòng tỉnh</p></footer>"), "{home}");
    assert!(home.contains("<meta name=\"theme-color\" content=\"#00594c\""), "{home}");
    assert!(built.file("_theme/colors.css").contains("--accent: #00594c;"));
    // What it does not say stays as civic has it.
    assert!(built.file("_theme/colors.css").contains("--tint: #f8f2f6;"));
    assert!(built.file("_theme/site.css").contains(".site-footer"));
}
