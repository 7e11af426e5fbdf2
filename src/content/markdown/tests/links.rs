//! Links and pictures.

use super::{body, faults, html};
use crate::content::{Piece, RichText};

#[test]
fn links_inside_the_site_stay_symbolic() {
    let cases = [
        ("[a](@/b.md#c)", "<p><a href=\"⟨@/b.md#c⟩\">a</a></p>\n"),
        ("[a](../b%20c.md)", "<p><a href=\"⟨../b%20c.md⟩\">a</a></p>\n"),
        ("[a](#b)", "<p><a href=\"⟨#b⟩\">a</a></p>\n"),
        ("[a](/b/ \"T & t\")", "<p><a href=\"⟨/b/⟩\" title=\"T &amp; t\">a</a></p>\n"),
        ("[a](10:30.md)", "<p><a href=\"⟨10:30.md⟩\">a</a></p>\n"),
        ("[a][b]\n\n[B]: c.md 'T'", "<p><a href=\"⟨c.md⟩\" title=\"T\">a</a></p>\n"),
        ("::: x\n[b]\n:::\n\n[b]: c.md", "⟨x⟩<p><a href=\"⟨c.md⟩\">b</a></p>\n⟨/x⟩"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn links_to_elsewhere_are_ready() {
    let cases = [
        ("[a](https://b.vn/?c=đ&e=%20)", "<a href=\"https://b.vn/?c=%C4%91&amp;e=%20\">a</a>"),
        ("<https://b.vn>", "<a href=\"https://b.vn\">https://b.vn</a>"),
        ("<a@b.vn>", "<a href=\"mailto:a@b.vn\">a@b.vn</a>"),
        ("[a](tel:111)", "<a href=\"tel:111\">a</a>"),
        ("[a](HTTPS://b.vn)", "<a href=\"HTTPS://b.vn\">a</a>"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), format!("<p>{wanted}</p>\n"), "{text}");
    }
}

#[test]
fn harmful_addresses_are_told_and_lead_nowhere() {
    let unsafe_link = |place: &str, scheme: &str| {
        format!("B309 {place} links of the kind `{scheme}:` are not allowed")
    };
    let cases = [
        ("[a](javascript:x)", unsafe_link("1:5+12", "javascript")),
        ("[a](JavaScript:x)", unsafe_link("1:5+12", "javascript")),
        ("[a](java&#10;script:x)", unsafe_link("1:1+22", "javascript")),
        ("[a](&#1;javascript:x)", unsafe_link("1:1+21", "javascript")),
        ("[a](data:text/html,x)", unsafe_link("1:5+16", "data")),
        ("[a](file:///C:/x)", unsafe_link("1:5+12", "file")),
        ("[a](C:\\x)", unsafe_link("1:5+4", "c")),
        ("[a](zalo://x)", unsafe_link("1:5+8", "zalo")),
        ("[a]()", "B301 1:1+5 this link has no address".to_owned()),
        ("[a](//b.vn)", "B309 1:5+6 this address lacks its `https:`".to_owned()),
        ("[a][b]\n\n[b]: data:x", unsafe_link("3:6+6", "data")),
    ];
    for (text, wanted) in cases {
        assert_eq!(faults(text), [wanted], "{text}");
        assert!(super::show(&body(text).pieces).contains("<a href=\"#\">a</a>"), "{text}");
    }
}

#[test]
fn a_link_that_is_none_for_its_spaces_is_told() {
    for (text, place) in [
        ("Xem [tờ rơi](tờ rơi.pdf) và", "1:14+10"),
        ("![Lễ](Ảnh lễ.png)", "1:7+10"),
        ("[a](https://b.vn/x y)", "1:5+16"),
        ("- *[a](b/c d)*", "1:8+5"),
        ("Gọi [hai số](tel:111 hoặc 113).", "1:14+16"),
    ] {
        let told = faults(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].starts_with(&format!("B301 {place} ")), "{text}: {told:?}");
    }
    for fine in
        ["[a](<b c.pdf>)", "`[a](b c.pdf)`", "f[i](x y)", "[a](b.md \"c d.e\")", "[a\\](b c.pdf)"]
    {
        assert_eq!(faults(fine), [""; 0], "{fine}");
    }
}

#[test]
fn calls_in_the_manner_of_other_programs_are_told_once_each() {
    for (text, opening) in [
        ("[một]({{< ref \"a.md\" >}})", "{{< ref"),
        ("A {{< youtube x >}} b {{< youtube y >}}", "{{< youtube"),
        ("{{% def %}}", "{{% def"),
        ("Xem {% include x.html %}", "{% include"),
        ("Tên: {{ page.title }}", "{{ page.title"),
        ("{{ .Site.Title }} a", "{{ .Site.Title"),
        ("{%- if x -%}", "{%- if"),
    ] {
        let told = faults(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].starts_with("B304 "), "{text}: {told:?}");
        assert!(told[0].contains(&format!("`{opening}`")), "{text}: {told:?}");
    }
    let shown = super::show(&body("{{ page.title }}").pieces);
    assert_eq!(shown, "<p>{{ page.title }}</p>\n", "nothing is left out");
    for fine in ["`{{< ref >}}`", "    {{ page.title }}", "{{ a", "{1} {{}} {%}", "tăng {%d} lần"]
    {
        assert_eq!(faults(fine), [""; 0], "{fine}");
    }
}

#[test]
fn pictures_stay_symbolic() {
    let cases = [
        ("![Một *hai* [ba](x.md) `bốn`](a.png \"T\")", "<p>⟨img a.png|Một hai ba bốn|T⟩</p>\n"),
        ("<img src=\"a.png\" alt=\"\">", "⟨img a.png|⟩"),
        ("a <img src=\"a.png\" alt=\"\">", "<p>a ⟨img a.png|⟩</p>\n"),
        ("![a ![b](c.png)](d.png)", "<p>⟨img d.png|a b⟩</p>\n"),
        ("[![a](b.png)](c.md)", "<p><a href=\"⟨c.md⟩\">⟨img b.png|a⟩</a></p>\n"),
        ("![a][b]\n\n[b]: https://c.vn/d.png", "<p>⟨img https://c.vn/d.png|a⟩</p>\n"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
    assert_eq!(
        faults("![a](data:image/png;base64,x)"),
        ["B309 1:6+23 links of the kind `data:` are not allowed"]
    );
    assert_eq!(super::show(&body("![a](data:x)").pieces), "<p>a</p>\n");
}

#[test]
fn a_picture_says_what_it_shows_or_that_it_only_adorns() {
    for silent in ["![](a.png)", "![ ](a.png)", "a <img src=\"a.png\">", "![![](b.png)](a.png)"] {
        let told = faults(silent);
        assert_eq!(told.len(), 1, "{silent}: {told:#?}");
        assert!(told[0].starts_with("B310 ") && told[0].contains("`a.png`"), "{told:#?}");
    }
}

#[test]
fn every_address_knows_where_it_stands() {
    let places = |text: &str| {
        let whole = format!("---\ntitle: Đề\n---\n{text}");
        let RichText { pieces, .. } = body(text);
        let spans = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Link(target) => Some(target.span),
            Piece::Image(image) => Some(image.target.span),
            Piece::Html(_) | Piece::Number(_) | Piece::Component(_) => None,
        });
        spans
            .map(|span| whole[span.start as usize..span.end as usize].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(places("Ổ [b.md](b.md \"b.md\") ![b.md](<b.md>)"), ["b.md", "b.md"]);
    assert_eq!(places("[![b](c.png)](c.md)"), ["c.md", "c.png"]);
    assert_eq!(places("[a]\n\n[a]: b.md 'b.md'"), ["b.md"]);
    assert_eq!(places("[a](b&amp;c.md)"), ["[a](b&amp;c.md)"]);
    assert_eq!(places("> [a\n> b](c.md)"), ["c.md"]);
}
