//! Two files at one address, and addresses that lead elsewhere.

use super::{case, key, put, try_all};

#[test]
fn two_files_at_one_address_are_told() {
    let page = |path: &str, line: &str| put(path, format!("---\ntitle: Hỏng\n{line}\n---\n"));
    try_all(&[
        case(
            "one name but for marks",
            vec![page("content/tin/Bài.md", "weight: 1")],
            ("B401", "content/tin/bai.md", "content/tin/Bài.md"),
            "`slug`",
        ),
        case("one slug", key("slug: bai"), ("B401", "", "tin/bai/index.html"), "`slug`"),
        case("but for capitals", key("slug: BAI"), ("B401", "", "content/tin/bai.md"), "`slug`"),
        case("one path", key("path: /tin/bai/"), ("B401", "", "content/tin/bai.md"), "`slug`"),
        case(
            "an old address",
            key("aliases: [/tin/bai/]"),
            ("B401", ":3:11", "content/tin/bai.md"),
            "`aliases`",
        ),
        case(
            "a page and a language",
            vec![page("content/en.md", "slug: en")],
            ("B401", "content/en.md", "en/index.html"),
            "`slug`",
        ),
        case(
            "two languages of one page",
            vec![page("content/tin/bai.vi.md", "slug: b")],
            ("B404", "content/tin/bai.vi.md", "vi"),
            "`translation_key`",
        ),
    ]);
}

#[test]
fn a_file_in_the_way_of_another_is_told() {
    try_all(&[
        case(
            "two files but for capitals",
            vec![put("content/tin/A.txt", "a"), put("content/tin/a.txt", "a")],
            ("B401", "content/tin/a.txt", "content/tin/A.txt"),
            "",
        ),
        case(
            "a file where a folder is",
            vec![put("content/tin/bai", "a")],
            ("B401", "content/tin/bai.md", "content/tin/bai"),
            "",
        ),
    ]);
}

#[test]
fn a_file_at_an_address_of_the_program_is_told() {
    try_all(&[
        case(
            "the sitemap",
            vec![put("content/sitemap.xml", "a")],
            ("B401", "content/sitemap.xml", "sitemap"),
            "",
        ),
        case(
            "the manifest",
            vec![put("content/manifest.json", "a")],
            ("B401", "content/manifest.json", "manifest"),
            "",
        ),
        case("below the manifest", key("path: /manifest.json/"), ("B401", "", "manifest"), ""),
        case(
            "a file of the theme",
            vec![put("content/_theme/site.css", "a")],
            ("B401", "content/_theme/site.css", "_theme/site.css"),
            "",
        ),
    ]);
}

#[test]
fn an_address_that_leads_elsewhere_is_told() {
    let deep = format!("content/{}a.md", "mot-thu-muc-dai/".repeat(30));
    try_all(&[
        case("up", key("slug: ../../x"), ("B204", ":3:7", "../../x"), "`x`"),
        case("a folder in a slug", key("slug: a/b"), ("B204", ":3:7", "a/b"), "`a-b`"),
        case("a dot", key("slug: .htaccess"), ("B204", ":3:7", ".htaccess"), "`htaccess`"),
        case("nothing", key("slug: \"\""), ("B204", ":3:7", ""), "`tin-moi`"),
        case("only signs", key("slug: \"?\""), ("B204", ":3:7", "?"), "`tin-moi`"),
        case("Vietnamese letters", key("slug: Tin mới"), ("B204", ":3:7", "Tin mới"), "`tin-moi`"),
        case("a device of Windows", key("slug: con"), ("B204", ":3:7", "con"), "`con-1`"),
        case("a backslash", key("slug: a\\b"), ("B204", ":3:7", "a\\b"), "`a-b`"),
        case("a whole path up", key("path: /../../etc"), ("B204", ":3:7", "/../../etc"), "`etc`"),
        case("a path with a space", key("path: /a b/c/"), ("B204", ":3:7", "/a b/c/"), "`a-b/c`"),
        case("an old address up", key("aliases: [../../x]"), ("B204", ":3:11", "../../x"), ""),
        case(
            "an old address with a dot",
            key("aliases: [/.git/x]"),
            ("B204", ":3:11", "/.git/x"),
            "",
        ),
        case(
            "too many folders",
            vec![put(&deep, "---\ntitle: A\n---\n")],
            ("B204", &deep, ""),
            "`path`",
        ),
    ]);
}
