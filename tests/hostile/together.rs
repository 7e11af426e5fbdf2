//! What is not one fault in one file: several at once, and what is large but good.

use std::fs;

use crate::site::{Site, difference};

#[test]
fn two_mistakes_in_two_files_are_both_told() {
    let site = Site::good();
    let before = site.public();
    site.put("content/tin/mot.md", "---\ntitle: Một\nslgu: x\n---\n");
    site.put("content/tin/hai.md", "---\ntitle: Hai\ndate: 31/11/2024\n---\n[a](@/tin/bia.md)\n");
    site.put("content/_data/agencies.yaml", "a: { nam: A }\n");
    let told = |lang: &str| {
        let errors = site.build(lang).errors();
        let place = |error: &serde_json::Value| {
            format!("{}:{}:{}", error["path"], error["line"], error["code"]).replace('"', "")
        };
        errors.iter().map(place).collect::<Vec<_>>()
    };
    let all = [
        "content/_data/agencies.yaml:1:B102",
        "content/tin/hai.md:3:B110",
        "content/tin/hai.md:5:B301",
        "content/tin/mot.md:3:B102",
    ];
    assert_eq!(told("vi"), all);
    assert_eq!(told("en"), all);
    assert_eq!(difference(&before, &site.public()), None);
    for path in ["content/tin/mot.md", "content/tin/hai.md"] {
        fs::remove_file(site.path(path)).unwrap();
    }
    site.put("content/_data/agencies.yaml", "a: { name: A }\n");
    assert_eq!(site.build("vi").code, 0, "mended");
}

#[test]
fn a_page_of_four_megabytes_is_read() {
    let site = Site::good();
    let mut text = "---\ntitle: Dài\n---\n".to_owned();
    let paragraph = "Mỗi chiều năm phút, suốt một tháng.\n\n";
    while text.len() + paragraph.len() < 4 * 1024 * 1024 {
        text.push_str(paragraph);
    }
    text.push_str(&"a".repeat(4 * 1024 * 1024 - 1 - text.len()));
    site.put("content/tin/dai.md", &text);
    let ran = site.build("vi");
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(fs::metadata(site.path("public/tin/dai/index.html")).unwrap().len() > 4_000_000);
}

#[test]
fn very_many_faults_are_told_and_counted() {
    let alike = "[a](b.md)\n".repeat(5000);
    let different: String = (0..5000).map(|n| format!("[a](b{n}.md)\n")).collect();
    for (links, told) in [
        (alike, "4,998 more of this kind, 5,000 in one file in all"),
        (different, "4800 more errors"),
    ] {
        let site = Site::good();
        site.put("content/tin/nhieu.md", format!("---\ntitle: A\n---\n{links}"));
        let ran = site.run(&["build", "--lang", "en"]);
        assert_eq!(ran.code, 1);
        assert!(ran.stderr.contains(told) && ran.stderr.lines().count() < 2000, "{told}");
        let end = "; nothing was written\n";
        assert!(ran.stderr.ends_with(end), "{}", &ran.stderr[ran.stderr.len() - 80..]);
    }
}
