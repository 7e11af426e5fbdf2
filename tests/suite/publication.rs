//! Which files are published: what pages name goes out, what is nobody's business does not,
//! and nothing goes out without a word.

use crate::harness::{Built, Site};

const HOME: &str = "-- content/_index.md --\n---\ntitle: Trang chủ\n---\n";

fn site(text: &str) -> Site {
    Site::from_text(&format!("{HOME}{text}"))
}

/// That nothing of a file is among the outputs: neither a file nor a line of the manifest.
#[track_caller]
fn assert_absent(built: &Built, name: &str) {
    let found: Vec<&str> = built.names().into_iter().filter(|file| file.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(!built.file("manifest.json").contains(name), "{name} in the manifest");
}

#[test]
fn a_sheet_or_office_file_goes_out_only_where_a_page_names_it() {
    for name in ["s-(1).xlsx", "a.csv", "b.ods", "c.docx", "d.PPTX", "e.xls", "f.rtf", "g.xlsm"] {
        let path = format!("content/tin/{name}");
        let mut silent = site("");
        silent.put_file(&path, b"x");
        let built = silent.build_by_the_law();
        assert_absent(&built, name);
        assert_eq!(built.codes(), [format!("{path} B314")]);
        for named in [
            format!("-- content/a.md --\n---\ntitle: A\n---\n[x](<tin/{name}>)\n"),
            format!(
                "-- content/a.md --\n---\ntitle: A\nkind: material\nfiles: [\"tin/{name}\"]\n---\n"
            ),
            format!(
                "-- content/a.md --\n---\ntitle: A\n---\n::: box A {{file=\"tin/{name}\"}}\n:::\n-- themes/tiny/templates/components/box.html --\n{{% component box(title: string, file: string) %}}<a href=\"{{{{ file }}}}\">{{{{ title }}}}</a>{{{{ body | safe }}}}{{% endcomponent box %}}\n"
            ),
        ] {
            let mut site = site(&named);
            let built = site.put_file(&path, b"x").build();
            built.assert_clean();
            assert!(built.has(&format!("tin/{name}")), "{named}");
        }
        let mut menu = site("");
        menu.put_file(&path, b"x");
        menu.edit("site.yaml", "\"@/_index.md\"", &format!("{{title: x, url: \"@/tin/{name}\"}}"));
        let built = menu.build();
        built.assert_clean();
        assert!(built.has(&format!("tin/{name}")));
    }
}

#[test]
fn a_sheet_stays_private_when_its_schedule_goes_or_takes_another() {
    let schedule = |sheet: &str| {
        format!(
            "-- content/lich.md --\n---\ntitle: Lịch\nkind: schedule\nstarts: 1/11/2026\nends: 30/11/2026\nevents: {sheet}\n---\n"
        )
    };
    let rows = "Ngày,Nội dung,Kinh phí\n15/11/2026,Mít tinh,Bimat\n";
    let mut site = site(&schedule("s.csv"));
    site.put("content/s.csv", rows).put("content/s2.csv", rows);
    let built = site.build();
    assert_absent(&built, "s.csv");
    assert_absent(&built, "s2.csv");
    site.put("content/lich.md", schedule("s2.csv").split_once("--\n").unwrap().1);
    assert_absent(&site.build(), "s.csv");
    site.remove("content/lich.md");
    let built = site.build_by_the_law();
    assert_absent(&built, "s.csv");
    assert_eq!(built.codes(), ["content/s.csv B314", "content/s2.csv B314"]);
}

#[test]
fn the_files_of_a_hidden_page_are_hidden_with_it() {
    for state in ["draft: true", "publish_date: 2028-01-01", "expiry_date: 2020-01-01"] {
        let mut site = site(&format!(
            "-- content/mat/index.md --\n---\ntitle: M\n{state}\n---\n[x](mat.pdf) ![x](anh.png)\n-- content/mat/index.en.md --\n---\ntitle: M\n{state}\n---\n-- content/le.md --\n---\ntitle: L\n{state}\n---\n[x](chung.pdf)\n-- content/sau/_index.md --\n---\ntitle: S\n{state}\n---\n"
        ));
        for file in ["mat/mat.pdf", "mat/anh.png", "mat/anh/sau.pdf", "chung.pdf", "sau/to.pdf"] {
            site.put_file(&format!("content/{file}"), b"x");
        }
        let built = site.build_by_the_law();
        built.assert_clean();
        for file in ["mat.pdf", "anh.png", "sau.pdf", "chung.pdf", "to.pdf"] {
            assert_absent(&built, file);
        }
        site.set_drafts(true);
        site.set_future(true);
        site.set_now("2019-01-01T08:00:00+07:00[Asia/Ho_Chi_Minh]");
        assert!(site.build().has("chung.pdf"));
    }
}

#[test]
fn a_file_goes_out_with_the_first_translation_of_its_page() {
    let mut site = site(
        "-- content/mat/index.md --\n---\ntitle: M\ndraft: true\n---\n-- content/mat/index.en.md --\n---\ntitle: M\n---\n[x](mat.pdf)\n-- content/_index.en.md --\n---\ntitle: Home\n---\n",
    );
    let built = site.put_file("content/mat/mat.pdf", b"x").build();
    built.assert_clean();
    assert!(built.names().iter().any(|name| name.ends_with("mat.pdf")), "{:?}", built.names());
}

#[test]
fn a_link_to_a_file_that_is_not_published_says_why() {
    let told = |link: &str, more: &str, files: &[&str]| {
        let mut site =
            site(&format!("-- content/a.md --\n---\ntitle: A\n---\n[x]({link})\n{more}"));
        for file in files {
            site.put_file(&format!("content/{file}"), b"---\ntitle: B\n---\n");
        }
        let built = site.build();
        assert!(built.has_errors(), "{link}");
        built.told()
    };
    let draft = "-- content/mat/index.md --\n---\ntitle: M\ndraft: true\n---\n";
    for link in ["mat/mat.pdf", "/m/mat.pdf"] {
        let draft = draft.replace("title: M", "title: M\nslug: m");
        let text = told(link, &draft, &["mat/mat.pdf"]);
        assert!(text.contains("its page `content/mat/index.md` is not: it is a draft"), "{text}");
    }
    let text = told("b.html", "", &["b.html"]);
    assert!(text.contains("does not end in `.md`"), "{text}");
    for (link, why) in [
        ("a.md.bak", "editors name their copies so"),
        ("~$lich.xlsx", "office programs"),
        (".env", "begin with a dot"),
        ("__MACOSX/a.pdf", "the operating system"),
        ("to.pdf.crdownload", "downloads that are not complete"),
    ] {
        let text = told(link, "", &[]);
        assert!(text.contains(why), "{text}");
    }
}

#[test]
fn a_file_that_no_page_names_goes_out_with_a_warning_that_publish_silences() {
    for (name, pattern) in [
        ("a.pdf", "a.pdf"),
        ("tai/b.zip", "\"tai/*.zip\""),
        ("tai/sau/c.txt", "\"**/*.txt\""),
        ("tai/sau/d.pdf", "tai/"),
        ("robots.txt", "[\"/robots.txt\"]"),
        ("CNAME", "\"@/CNAME\""),
        ("b[1].pdf", "\"b[1].pdf\""),
        (".well-known/security.txt", "\".well-known/*\""),
        ("tep.html", "\"tep*\""),
    ] {
        let path = format!("content/{name}");
        let code = if name.ends_with("html") { "B316" } else { "B315" };
        let mut site = site("");
        let built = site.put_file(&path, b"x").build();
        assert_eq!(built.codes(), [format!("{path} {code}")]);
        assert!(built.has(name), "{name}");
        site.edit("site.yaml", "paginate_by: 3", &format!("publish: {pattern}"));
        site.build_by_the_law().assert_clean();
    }
    let mut site = site("");
    site.put_file("content/tai/a.pdf", b"x").put_file("content/b.xlsx", b"x");
    let built =
        site.edit("site.yaml", "paginate_by: 3", "publish: [\"*.pdf\", \"*.xlsx\"]").build();
    assert_eq!(built.codes(), ["content/b.xlsx B314", "content/tai/a.pdf B315"]);
    assert!(!built.has("b.xlsx"));
}

#[test]
fn files_that_run_are_told_also_where_a_page_names_them() {
    for name in [
        "t.html",
        "t.htm",
        "t.xhtml",
        "t.shtml",
        "t.js",
        "t.mjs",
        "t.xml",
        "t.swf",
        "t.php",
        "t.php.txt",
        "web.config",
    ] {
        let path = format!("content/{name}");
        let mut site = site(&format!("-- content/a.md --\n---\ntitle: A\n---\n[x]({name})\n"));
        let built = site.put_file(&path, b"<script>").build();
        assert_eq!(built.codes(), [format!("{path} B316")]);
        assert!(built.has(name), "{name}");
        site.edit("site.yaml", "paginate_by: 3", "markdown: {html: allow}");
        site.build().assert_clean();
    }
}

#[test]
fn a_page_under_another_ending_is_told_and_not_published() {
    for (name, text) in [
        ("b.html", "---\ntitle: B\ndraft: true\n---\n<p>hi</p>"),
        ("b.htm", "\u{feff}---\r\ntitle: B\r\n---\r\n"),
        ("b.html", "+++\ntitle = 'B'\n+++\n"),
        ("b.markdown", "# B"),
        ("b.rst", "---\ntitle: B\n---\n"),
    ] {
        let path = format!("content/{name}");
        let built = site("").put_file(&path, text.as_bytes()).build();
        assert_eq!(built.codes(), [format!("{path} B317")], "{text:?}");
        assert_absent(&built, name);
        assert!(built.hints().contains("rename it to `b.md`"));
    }
}

#[test]
fn raw_html_that_stays_names_its_files() {
    let mut site = site(
        "-- content/a/index.md --\n---\ntitle: A\n---\n<a href=\"b.docx\">b</a>\n\n<video src=\"c.mp4\" poster=\"d.webp\"></video> <img srcset=\"e.gif 1x, f.gif 2x\" alt=\"\">\n",
    );
    site.edit("site.yaml", "paginate_by: 3", "markdown: {html: allow}");
    for name in ["b.docx", "c.mp4", "e.gif", "f.gif"] {
        let moving = b"GIF89a\x01\0\x01\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
        let bytes: &[u8] = if name.ends_with("gif") { moving } else { b"x" };
        site.put_picture(&format!("content/a/{name}"), bytes);
    }
    let built = site.build();
    built.assert_clean();
    assert!(built.has("a/b.docx") && built.has("a/f.gif"), "{:?}", built.names());
}

#[test]
fn an_authors_own_robots_file_takes_the_place_of_the_programs() {
    let mut site = site("");
    site.put_file("content/robots.txt", b"User-agent: x");
    let built = site.edit("site.yaml", "paginate_by: 3", "publish: robots.txt").build();
    built.assert_clean();
    assert!(built.has("robots.txt"));
}

#[test]
fn what_is_left_behind_on_a_disk_is_no_part_of_the_site() {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in crate::harness::tiny_site() {
        write(root.path(), &path, &text);
    }
    write(root.path(), "content/_index.md", "---\ntitle: A\n---\n");
    for name in [
        "desktop.ini",
        "Ehthumbs.db",
        "~WRL0005.tmp",
        "a.md.bak",
        "b.md.ORIG",
        "c.swp",
        "d.tmp",
        "e.crdownload",
        "__MACOSX/._a",
        "$RECYCLE.BIN/x.pdf",
        "f.old",
        "#g.md#",
        ".env",
        "Icon\r",
    ] {
        write(root.path(), &format!("content/x/{name}"), "Bimat");
    }
    write(root.path(), "content/x/a (1).md", "---\ntitle: Bản sao\n---\n");
    write(root.path(), "content/.well-known/security.txt", "Contact: x");
    let built = Site::read(root.path()).build();
    assert_eq!(built.codes(), ["content/.well-known/security.txt B315"]);
    assert!(built.has(".well-known/security.txt"));
    assert_eq!(built.names().iter().filter(|name| name.starts_with("x/")).count(), 1);
}

fn write(root: &std::path::Path, path: &str, text: &str) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}
