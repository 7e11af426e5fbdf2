//! Addresses that authors write, wherever they may write one: what is refused, what is looked
//! up, and what stands behind a file.

use crate::harness::{Built, Site};

/// A theme whose components take an address under many names.
const CARD: &str = r#"
-- themes/tiny/templates/components/card.html --
{% component card(title: string = "", href: string = "", link: string = "", more_url: string = "", src: string = "", poster: string = "", file: string = "", label: string = "") %}<a href="{{ href or link or more_url or file }}">{{ title }}{{ label }}</a><img src="{{ src or poster }}" alt="">{{ body | safe }}{% endcomponent card %}
"#;

fn built(body: &str) -> Built {
    let mut site = Site::from_text(&format!(
        "{CARD}-- content/_index.md --\n---\ntitle: Trang chủ\n---\n{body}\n-- content/b.md --\n---\ntitle: Bài\nslug: b\n---\n## Mục {{#muc}}\n"
    ));
    site.put_file("content/tờ rơi.pdf", b"%PDF").put_picture("content/a.png", &png());
    site.build()
}

/// A small picture.
fn png() -> Vec<u8> {
    let path = crate::harness::repository().join("tests/pictures/seal.png");
    std::fs::read(path).unwrap()
}

/// What is said of the front page, without the places.
fn told(body: &str) -> Vec<String> {
    let codes = built(body).codes();
    let own = codes.into_iter().filter(|line| line.starts_with("content/_index.md"));
    own.map(|line| line.rsplit(' ').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn an_argument_of_a_component_takes_no_harmful_address_under_any_name() {
    for name in ["href", "link", "more_url", "file", "src", "poster", "title", "label"] {
        for harmful in [
            "javascript:alert(1)",
            " java\tscript:x",
            "JAVASCRIPT:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
            "file:///etc/passwd",
            "intent://x#Intent;end",
        ] {
            let call = format!("{{{{ card({name}=\"{harmful}\") }}}}");
            assert_eq!(told(&call), ["B309"], "{call}");
        }
    }
    for hidden in ["java&#115;cript:x", "javascript&colon;x", "&#x6A;avascript:x"] {
        let call = format!("{{{{ card(label=\"{hidden}\") }}}}");
        assert_eq!(told(&call), ["B309"], "{call}");
    }
    assert_eq!(told("::: card javascript:x\n:::"), ["B309"]);
}

#[test]
fn an_argument_that_is_an_address_leads_somewhere() {
    for (call, code) in [
        (r#"{{ card(href="khong-co.md") }}"#, "B301"),
        (r#"{{ card(link="khong-co") }}"#, "B301"),
        (r#"{{ card(more_url="") }}"#, "B301"),
        (r##"{{ card(href="#khong-co") }}"##, "B302"),
        (r#"{{ card(href="b.md#khong-co") }}"#, "B302"),
        (r#"{{ card(file="khong-co.pdf") }}"#, "B301"),
        (r#"{{ card(src="khong-co.png") }}"#, "B303"),
        (r#"{{ card(src="https://evil.example/t.png") }}"#, "B303"),
        (r#"{{ card(poster="http://evil.example/t.png") }}"#, "B303"),
        (r#"::: card A {href="khong-co.md"}"#, "B301"),
    ] {
        let text = if call.starts_with(':') { format!("{call}\n:::") } else { call.to_owned() };
        assert_eq!(told(&text), [code], "{call}");
    }
    for (call, wanted) in [
        (r#"{{ card(href="b.md") }}"#, r#"<a href="b/index.html">"#),
        (r#"{{ card(link="b.md#muc") }}"#, r#"<a href="b/index.html#muc">"#),
        (
            r#"{{ card(href="https://a.example/?b=1&c") }}"#,
            r#"href="https://a.example/?b=1&amp;c""#,
        ),
        (r#"{{ card(href="tel:111") }}"#, r#"href="tel:111""#),
        (r#"{{ card(file="tờ rơi.pdf#page=2") }}"#, "href=\"t%E1%BB%9D%20r%C6%A1i.pdf#page=2\""),
        (r#"{{ card(poster="a.png") }}"#, r#"<img src="a.png""#),
    ] {
        let built = built(call);
        assert!(!built.has_errors(), "{call}: {}", built.report());
        let page = built.file("index.html");
        assert!(page.contains(wanted), "{call}: {page}");
    }
}

#[test]
fn files_and_pages_that_front_matter_names_have_addresses_like_any_other() {
    let material = |files: &str| {
        let site = Site::from_text(&format!(
            "-- content/_index.md --\n---\ntitle: A\n---\n-- content/m.md --\n---\ntitle: M\nkind: material\n{files}\n---\n"
        ));
        site.build().codes().into_iter().filter(|line| line.contains("m.md")).collect::<Vec<_>>()
    };
    for harmful in ["file:///etc/passwd", "javascript:x", "intent://x", "//evil.example/x.pdf"] {
        for key in ["file", "url"] {
            let told = material(&format!("files: [{{{key}: \"{harmful}\", title: x}}]"));
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].ends_with(" B309"), "{told:?}");
        }
        let told = material(&format!("files: [\"{harmful}\"]\nimage: \"{harmful}\"\nimage_alt: x"));
        assert_eq!(told.len(), 2, "{told:?}");
        let told = material(&format!("source: {{name: x, url: \"{harmful}\"}}"));
        assert_eq!(told.len(), 1, "{told:?}");
    }
    assert_eq!(material("extra: {nut: {toi: \"javascript:x\"}}").len(), 1);
    assert_eq!(
        material("extra: {nut: \"Lưu ý: mang áo mưa\", n: [\"https://a.example\"]}").len(),
        0
    );
}

#[test]
fn an_open_data_file_holds_no_harmful_address() {
    let site = Site::from_text(
        "-- content/_index.md --\n---\ntitle: A\n---\n-- content/_data/doi-tac.yaml --\na:\n  link: \"javascript:x\"\n  name: \"Bên: A\"\n",
    );
    assert_eq!(site.build().codes(), ["content/_data/doi-tac.yaml:2:9 B309"]);
}

/// A site with a menu of this one entry, and what is said of its settings.
fn menu(entry: &str) -> (Built, Vec<String>) {
    let mut site = Site::from_text(
        "-- content/_index.md --\n---\ntitle: Trang chủ\n---\n-- content/b.md --\n---\ntitle: Bài\nslug: b\n---\n## Mục {#muc}\n-- content/c.md --\n---\ntitle: Sau\npublish_date: 2099-01-01\n---\n-- content/d.md --\n---\ntitle: Nháp\ndraft: true\n---\n",
    );
    site.put_file("content/bieu-mau.docx", b"PK");
    site.edit("site.yaml", "\"@/_index.md\"", entry);
    let built = site.build();
    let own = built.codes().into_iter().filter(|line| line.starts_with("site.yaml")).collect();
    (built, own)
}

#[test]
fn a_menu_leads_somewhere_and_does_no_harm() {
    for bad in [
        "\"javascript:alert(1)\"",
        "\"//evil.example\"",
        "{title: x, url: \"data:text/html,x\"}",
        "\"@/khong-co.md\"",
        "khong-co",
        "\"@/b.md#khong-co\"",
        "\"@/khong-co.docx\"",
    ] {
        let (built, told) = menu(bad);
        assert!(built.has_errors() && told.len() == 1, "{bad}: {told:?}");
    }
    for (good, wanted) in [
        ("\"@/b.md#muc\"", "<a href=\"b/index.html#muc\">Bài</a>"),
        ("{title: Mẫu, url: \"@/bieu-mau.docx\"}", "<a href=\"bieu-mau.docx\">Mẫu</a>"),
        ("b.md", "<a href=\"b/index.html\">Bài</a>"),
    ] {
        let (built, told) = menu(good);
        assert_eq!(told, [""; 0], "{good}");
        let page = built.file("index.html").to_owned();
        assert!(page.contains(wanted), "{good}: {page}");
    }
}

#[test]
fn a_menu_to_a_page_that_is_not_published_says_why() {
    for (entry, why) in [
        ("\"@/c.md\"", "the page `content/c.md` is not published: its `publish_date` has not come"),
        ("\"@/d.md\"", "the page `content/d.md` is not published: it is a draft"),
    ] {
        let (built, _) = menu(entry);
        assert!(built.told().contains(why), "{}", built.told());
    }
}

#[test]
fn a_hint_names_a_file_as_a_link_must_write_it() {
    let mut site = Site::from_text(
        "-- content/_index.md --\n---\ntitle: A\n---\n[x](tai-lieu\\\\bao-cao.pdf) [y](<to roi 1.pdf>) [z](so#2.pdf)\n",
    );
    site.put_file("content/tai-lieu/bao-cao.pdf", b"x");
    site.put_file("content/to roi 2.pdf", b"x").put_file("content/so#2.pdf", b"x");
    let built = site.build();
    let hints = built.hints();
    for hint in ["`@/tai-lieu/bao-cao.pdf`", "`@/to%20roi%202.pdf`", "`@/so%232.pdf`"] {
        assert!(hints.contains(hint), "{hint} in {hints}");
    }
}

#[test]
fn what_stands_behind_a_file_is_kept() {
    for (written, wanted) in [
        ("tờ%20rơi.pdf#page=3", "t%E1%BB%9D%20r%C6%A1i.pdf#page=3"),
        ("tờ%20rơi.pdf?v=2", "t%E1%BB%9D%20r%C6%A1i.pdf?v=2"),
        ("/tờ%20rơi.pdf?v=2#page=3", "t%E1%BB%9D%20r%C6%A1i.pdf?v=2#page=3"),
        ("tờ%20rơi.pdf?a=đ\"", "t%E1%BB%9D%20r%C6%A1i.pdf?a=%C4%91%22"),
        ("b.md?x=1#muc", "b/index.html?x=1#muc"),
    ] {
        let built = built(&format!("[x]({written})"));
        assert!(!built.has_errors(), "{}", built.report());
        let page = built.file("index.html");
        assert!(page.contains(&format!("<a href=\"{wanted}\"")), "{written}: {page}");
    }
    let site = "-- content/_index.md --\n---\ntitle: A\n---\n-- content/m.md --\n---\ntitle: M\nslug: m\nkind: material\nfiles: [\"a.pdf#page=3\"]\n---\n-- themes/tiny/templates/material.html --\n{% for file in page.material.files %}{{ file.url }} {{ file.title }} {{ file.type }}{% endfor %}";
    let built = Site::from_text(site).put_file("content/a.pdf", b"%PDF").build();
    assert_eq!(built.file("m/index.html").trim(), "a.pdf#page=3 a.pdf PDF");
}
