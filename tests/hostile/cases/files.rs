//! Files that are not what they should be.

use super::{Edit, PAGE, body, case, put, try_all, whole};

fn link(path: &str, target: &str) -> Vec<Edit> {
    vec![Edit::Link(path.to_owned(), target.to_owned())]
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let long = |len: usize| {
        let mut text = b"---\ntitle: A\n---\n".to_vec();
        text.resize(len, b'a');
        text
    };
    let utf16: Vec<u8> =
        "\u{feff}---\ntitle: A\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    try_all(&[
        case(
            "Latin letters",
            whole(b"---\ntitle: A\n---\nTi\xe1ng\n"),
            ("B001", ":4:3", ""),
            "UTF-8",
        ),
        case(
            "in the front matter",
            whole(b"---\ntitle: \xe1\n---\n"),
            ("B001", ":2:8", ""),
            "UTF-8",
        ),
        case("UTF-16", whole(utf16), ("B001", ":1:1", ""), "UTF-8"),
        case(
            "half a letter",
            whole(b"---\ntitle: A\n---\n\xe1\xba"),
            ("B001", ":4:1", ""),
            "UTF-8",
        ),
        case("NUL", body("Ch\0ữ"), ("B002", ":4:3", ""), ""),
        case("NUL in the front matter", whole("---\ntitle: A\0\n---\n"), ("B002", ":2:9", ""), ""),
        case("10 MB", whole(long(10 * 1024 * 1024)), ("B003", "", "10 MB"), "4 MB"),
        case("4 MB and a byte", whole(long(4 * 1024 * 1024 + 1)), ("B003", "", "5 MB"), "4 MB"),
    ]);
}

#[test]
fn a_file_that_is_no_text_is_told_once_though_others_need_it() {
    let settings: &[u8] = b"title: \xe1
theme: nho
base_url: https://thu.example/
languages: { vi: {}, en: {} }
taxonomies: { topics: {} }
";
    try_all(&[
        case("settings", vec![put("site.yaml", settings)], ("B001", "site.yaml:1:8", ""), "UTF-8"),
        case(
            "a page that others link to",
            vec![put("content/tin/bai.md", b"---\ntitle: A\n---\n## \xe1 {#muc}\n")],
            ("B001", "content/tin/bai.md:4:4", ""),
            "UTF-8",
        ),
        case(
            "a page that others link to, large",
            vec![put("content/tin/_index.md", vec![b'a'; 5_000_000])],
            ("B003", "content/tin/_index.md", "5 MB"),
            "4 MB",
        ),
        case(
            "a section",
            vec![put("content/tin/_index.md", b"---\ntitle: \xe1\n---\n")],
            ("B001", "content/tin/_index.md:2:8", ""),
            "UTF-8",
        ),
        case(
            "data",
            vec![put("content/_data/agencies.yaml", b"so-noi-vu: { name: \xe1 }\n")],
            ("B001", "content/_data/agencies.yaml:1:20", ""),
            "UTF-8",
        ),
        case(
            "a theme",
            vec![put("themes/nho/theme.yaml", b"extends: civic\nname: \xe1\n")],
            ("B001", "themes/nho/theme.yaml:2:7", ""),
            "UTF-8",
        ),
        case(
            "a template",
            vec![put("themes/nho/templates/post.html", b"{{ page.title }}\n\xe1\n")],
            ("B001", "themes/nho/templates/post.html:2:1", ""),
            "UTF-8",
        ),
    ]);
}

#[test]
fn a_link_of_the_disk_is_told() {
    try_all(&[
        case(
            "round and round",
            link("content/tin/vong", ".."),
            ("B004", "content/tin/vong", ""),
            "",
        ),
        case("to itself", link(PAGE, "hong.md"), ("B004", "", ""), ""),
        case(
            "a folder outside",
            link("content/tin/ngoai", "/etc"),
            ("B005", "content/tin/ngoai", ""),
            "",
        ),
        case(
            "the output",
            link("content/tin/ra", "../../public"),
            ("B005", "content/tin/ra", ""),
            "",
        ),
        case("a file outside", link(PAGE, "/etc/passwd"), ("B005", "", ""), ""),
        case("a device", link(PAGE, "/dev/zero"), ("B005", "", ""), ""),
        case(
            "a theme outside",
            link("themes/ngoai", "/usr/share"),
            ("B005", "themes/ngoai", ""),
            "",
        ),
        case(
            "up and out",
            link("content/tin/anh/b.png", "../../../../b.png"),
            ("B007", "content/tin/anh/b.png", ""),
            "",
        ),
        case("to nothing", link(PAGE, "khong.md"), ("B007", "", ""), ""),
    ]);
}

#[test]
fn a_file_name_that_hides_something_is_told() {
    let page = |name: &str| {
        let path = format!("content/tin/{name}");
        case(name, vec![put(&path, "---\ntitle: A\n---\n")], ("B006", &path, &path), "")
    };
    try_all(&[
        page("a\u{1b}[31mb.md"),
        page("a\u{7}.md"),
        page("a\nb.md"),
        page("a\u{9b}31m.md"),
        page("a\u{202e}dm.png"),
        page("a\u{200b}.md"),
        page("a\u{1b}/b.md"),
        page("a\u{1b}.png"),
        case(
            "data",
            vec![put("content/_data/a\u{1b}.yaml", "a: b")],
            ("B006", "content/_data/a\u{1b}.yaml", "content/_data/a\u{1b}.yaml"),
            "",
        ),
        case(
            "a colon",
            vec![put("content/tin/a:b.zip", "a")],
            ("B006", "content/tin/a:b.zip", "tin/a:b.zip"),
            "",
        ),
        case(
            "a device",
            vec![put("content/tin/nul.zip", "a")],
            ("B006", "content/tin/nul.zip", "tin/nul.zip"),
            "",
        ),
        case(
            "of the theme",
            vec![put("themes/nho/static/a?b.css", "a")],
            ("B006", "themes/nho/static/a?b.css", "a?b.css"),
            "",
        ),
        case(
            "one name in two spellings",
            vec![put("content/tin/\u{1ea3}.txt", "a"), put("content/tin/a\u{309}.txt", "b")],
            ("B006", "content/tin/\u{1ea3}.txt", "content/tin/\u{1ea3}.txt"),
            "",
        ),
        case(
            "a language that the site has not",
            vec![put("content/tin/a.fr.md", "---\ntitle: A\n---\n")],
            ("B109", "content/tin/a.fr.md", "fr"),
            "`vi`",
        ),
    ]);
}
