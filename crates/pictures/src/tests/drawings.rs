//! Drawings in SVG: what programs write into them, and what attackers do.

use super::*;

/// A drawing with this inside.
fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>")
}

/// The same with the namespace of its older links.
fn linked(inside: &str) -> String {
    let root =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
    format!("{root}{inside}</svg>")
}

fn drawing(file: &str) -> (String, Drawing) {
    let Some(Look::Drawing(drawing)) = look(file.as_bytes()) else { panic!("{file}") };
    let clean = cleaned(file.as_bytes()).unwrap();
    assert_eq!(drawing.has_traces, clean != file.as_bytes(), "{file}");
    // What is clean stays as it is.
    assert_eq!(cleaned(&clean).unwrap(), clean, "{file}");
    let Some(Look::Drawing(again)) = look(&clean) else { panic!("{file}") };
    let size = drawing.size;
    assert_eq!(again, Drawing { has_traces: false, size, dropped: Vec::new() }, "{file}");
    (String::from_utf8(clean).unwrap(), drawing)
}

fn whats(drawing: &Drawing) -> Vec<(What, &str)> {
    drawing.dropped.iter().map(|dropped| (dropped.what, &*dropped.name)).collect()
}

#[test]
fn a_drawing_says_how_large_it_is() {
    for (attributes, size) in [
        ("width=\"120\" height=' 40px '", Some((120, 40))),
        ("width=\"120.6\" height=\"0.2\" viewBox=\"0 0 9 9\"", Some((121, 1))),
        ("viewBox=\"-5 0,210 297\"", Some((1200, 1697))),
        ("width=\"210mm\" height=\"297mm\"", Some((794, 1123))),
        ("width=\"100%\" height=\"2em\" viewBox=\"0 0 8 9\"", Some((1200, 1350))),
        ("width=\"9\"", None),
        ("viewBox=\"0 0 0 9\"", None),
        ("width=\"1e30\" height=\"nan\" viewBox=\"0 0 inf -4\"", None),
        ("", None),
    ] {
        let file = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
        assert_eq!(drawing(&file).1.size, size, "{attributes}");
    }
}

#[test]
fn an_ordinary_drawing_stays_letter_for_letter() {
    for inside in [
        "",
        "<title>Sơ đồ</title><desc>Đường đi &amp; lối về &#8594; a &lt; b</desc>",
        "<rect width=\"9\" height='9' fill=\"url(#a)\" style=\"stroke:#000;clip-path:url('#b')\"/>",
        "<style type=\"text/css\"><![CDATA[ .a > .b { fill: url( \"#c\" ); font: 9px 'Be \\'Vietnam' } ]]></style>",
        "<style>.a &gt; .b { fill: #fff } @media (min-width: 3px) { .a { fill: red } }</style>",
        "<style>@font-face { font-family: x; src: url(data:font/woff2;base64,AAAA) }</style>",
        "<g\n  id=\"Lớp_1\"\tclass=\"a b\" aria-label=\"x\" role=\"img\"  ><path d=\"M0 0L9 9z\" /></g >",
        "<use href=\"#a\" x=\"1\"/><text xml:space=\"preserve\"> a  b </text>",
        "<a href=\"https://a.example/?x=1&amp;y=2\"><circle r=\"1\"/></a><a href=\"../b/#c\">b</a>",
        "<animate attributeName=\"opacity\" values=\"0;1\" dur=\"2s\" repeatCount=\"indefinite\"/>",
        "<switch><g systemLanguage=\"vi\"/><g/></switch>",
        "<filter id=\"f\"><feGaussianBlur in=\"SourceGraphic\" stdDeviation=\"2\"/></filter>",
    ] {
        let file = svg(inside);
        assert_eq!(drawing(&file).0, file);
    }
    let file = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}\n", svg("<g/>"));
    assert_eq!(drawing(&file).0, file);
    let prefixed = "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg>";
    assert_eq!(drawing(prefixed).0, prefixed);
}

#[test]
fn what_drawing_programs_write_for_themselves_goes_without_a_word() {
    let inkscape = "<?xml version=\"1.0\" standalone=\"no\"?>
<!-- Created with Inkscape by Lan secret -->
<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">
<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"
  xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" sodipodi:docname=\"secret.svg\"
  inkscape:export-filename=\"C:\\Users\\secret\\a.png\" xml:base=\"file:///home/secret/\" data-name=\"secret\" width=\"9\">
<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">secret</rdf:RDF></metadata>
<sodipodi:namedview inkscape:window-width=\"secret\"><inkscape:page/></sodipodi:namedview>
<?secret here?><style>/* secret */ .a { fill: red }</style>
<g inkscape:label=\"secret\" id=\"g1\"><path d=\"M0 0\"/></g></svg><!-- secret -->";
    let (clean, seen) = drawing(inkscape);
    assert!(!clean.contains("secret") && seen.dropped.is_empty(), "{clean}");
    assert!(clean.contains("<g id=\"g1\"><path d=\"M0 0\"/></g>") && clean.contains("width=\"9\""));
    assert!(clean.contains("<style>  .a { fill: red }</style>"), "{clean}");

    let illustrator = "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">
<!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/'>]>
<svg xmlns=\"&ns_svg;\" xmlns:i=\"&ns_ai;\"><switch><foreignObject requiredExtensions=\"&ns_ai;\">
<i:pgfRef/></foreignObject><g i:extraneous=\"self\"/></switch><i:pgf>secret</i:pgf></svg>";
    let (clean, seen) = drawing(illustrator);
    assert!(!clean.contains("secret") && seen.dropped.is_empty(), "{seen:?}");
    assert!(
        clean.contains("<switch>\n<g/></switch>") || clean.contains("<switch><g/></switch>"),
        "{clean}"
    );
}

#[test]
fn what_runs_is_left_out_and_told() {
    for (inside, name) in [
        ("<script>alert(1)</script>", "script"),
        ("<script href=\"https://evil.example/x.js\"/>", "script"),
        ("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>", "script"),
        ("<g onload=\"alert(1)\"/>", "onload"),
        ("<rect ONCLICK='alert(1)'/>", "ONCLICK"),
        ("<animate attributeName=\"x\" onbegin=\"alert(1)\"/>", "onbegin"),
        ("<a href=\"javascript:alert(1)\">x</a>", "href"),
        ("<a href=\" java&#10;script:alert(1)\">x</a>", "href"),
        ("<a href=\"&#1;JavaScript&#58;alert(1)\">x</a>", "href"),
        ("<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>", "set"),
        (
            "<a><animate attributeName=\" xlink:href\" values=\"javascript:alert(1)\"/></a>",
            "animate",
        ),
        ("<handler type=\"application/ecmascript\">alert(1)</handler>", "handler"),
    ] {
        let (clean, seen) = drawing(&svg(inside));
        assert_eq!(whats(&seen), [(What::Runs, name)], "{inside}");
        assert!(!clean.contains("alert") && !clean.contains("evil"), "{clean}");
    }
}

#[test]
fn what_is_loaded_from_elsewhere_is_left_out_and_told() {
    for (inside, name) in [
        ("<image href=\"https://evil.example/t.png\"/>", "image"),
        ("<image xlink:href=\"//evil.example/t.png\"/>", "image"),
        ("<image href=\"file:///home/evil/t.png\"/>", "image"),
        ("<image href=\"evil.png\"/>", "image"),
        ("<image href=\"data:text/html;base64,ZXZpbA==\"/>", "image"),
        ("<image href=\"data:image/svg+xml,&lt;svg evil='1'/&gt;\"/>", "image"),
        ("<use href=\"https://evil.example/#a\"/>", "use"),
        ("<use xlink:href='data:image/svg+xml;base64,ZXZpbA==#a'/>", "use"),
        ("<filter><feImage href=\"http://evil.example/t.png\"/></filter>", "feImage"),
        ("<linearGradient href=\"http://evil.example/#a\"/>", "href"),
        ("<rect fill=\"url(https://evil.example/#a)\"/>", "fill"),
        ("<rect style=\"fill:URL( 'https://evil.example/#a' )\"/>", "style"),
        ("<rect style=\"fill:u\\72 l(https://evil.example/)\"/>", "style"),
        ("<rect style=\"fill:\\75\\72\\6c(https://evil.example/)\"/>", "style"),
        ("<rect style=\"background:image-set('https://evil.example/' 1x)\"/>", "style"),
        ("<style>@import 'https://evil.example/a.css'; .a { fill: red }</style>", "style"),
        ("<style>@im&#112;ort url(//evil.example/a.css); .a { fill: red }</style>", "style"),
        ("<style><![CDATA[@im]]><![CDATA[port 'https://evil.example';]]></style>", "style"),
        (
            "<style>@im@import 'x';port 'https://evil.example/a.css'; .a { fill: red }</style>",
            "style",
        ),
        ("<style>@\\69mport 'https://evil.example/a.css'</style>", "style"),
        ("<style>@font-face { src: url(https://evil.example/a.woff2) }</style>", "style"),
        ("<style>@im<!-- -->port 'https://evil.example'</style>", "style"),
    ] {
        let (clean, seen) = drawing(&linked(inside));
        assert_eq!(whats(&seen), [(What::Loads, name)], "{inside}");
        assert!(!clean.contains("evil") && !clean.contains("@im"), "{clean}");
    }
    let sheet = format!("<?xml-stylesheet href=\"https://evil.example/a.css\"?>{}", svg(""));
    let (clean, seen) = drawing(&sheet);
    assert_eq!((&*clean, whats(&seen)), (&*svg(""), vec![(What::Loads, "xml-stylesheet")]));
    // What else a style says stays.
    let (clean, _) = drawing(&svg("<rect style=\"fill:url(http://evil.example/);stroke:red\"/>"));
    assert!(clean.contains("style=\"fill:url(#);stroke:red\""), "{clean}");
}

#[test]
fn what_is_no_drawing_is_left_out_and_told() {
    let (clean, seen) = drawing(&svg(
        "<switch>\n <foreignObject width=\"9\"><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>\
        <text>x</text></switch><iframe src=\"x\"/>",
    ));
    assert_eq!(whats(&seen), [(What::Strange, "foreignObject"), (What::Strange, "iframe")]);
    assert_eq!(
        (seen.dropped[0].place, &*seen.dropped[0].text),
        ((2, 2), "<foreignObject width=\"9\">")
    );
    assert!(clean.contains("<switch>\n <text>x</text></switch></svg>"), "{clean}");
}

/// A photograph inside a drawing tells as much as one beside it.
#[test]
fn a_photograph_inside_a_drawing_is_cleaned() {
    let photograph = with_exif(&photograph(24, 16));
    let base64 = |bytes: &[u8]| {
        // As drawing programs break it.
        let text = svg::encoded(bytes);
        text.as_bytes()
            .chunks(76)
            .map(|l| String::from_utf8_lossy(l).into_owned())
            .collect::<Vec<_>>()
            .join("&#10;")
    };
    let image = |kind: &str, bytes: &[u8]| {
        linked(&format!(
            "<image width=\"9\" xlink:href=\"data:image/{kind};base64,{}\"/>",
            base64(bytes)
        ))
    };
    let inner = image("jpeg", &photograph);
    let (clean, seen) = drawing(&inner);
    assert!(seen.has_traces && seen.dropped.is_empty());
    let data = svg::encoded(&cleaned(&photograph).unwrap());
    assert!(clean.contains(&format!("data:image/jpeg;base64,{data}\"")), "{clean}");
    let clean_one = image("jpeg", &cleaned(&photograph).unwrap());
    assert_eq!(drawing(&clean_one).0, clean_one);
    // A drawing in a drawing too, and in that, but not without end.
    let (nested, _) = drawing(&image("svg+xml", inner.as_bytes()));
    assert!(nested.contains(&svg::encoded(clean.as_bytes())));
    let deep = (0..3).fold(svg(""), |inner, _| image("svg+xml", inner.as_bytes()));
    assert_eq!(look(deep.as_bytes()).map(|look| look.has_traces()), Some(true));
    let heic = image("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    assert_eq!(whats(&drawing(&heic).1), [(What::Loads, "image")]);
}

#[test]
fn no_entity_grows() {
    let bomb = "<!DOCTYPE svg [<!ENTITY a \"&#38;b;&#38;b;\"><!ENTITY b SYSTEM \"file:///etc/passwd\">\
        <!ENTITY % c \"x\"><!ENTITY d \"<script/>\">]>";
    for name in ["a", "b", "d", "none"] {
        assert_eq!(look(format!("{bomb}{}", svg(&format!("&{name};"))).as_bytes()), None, "{name}");
    }
    let long =
        format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>{}", "x".repeat(200), svg(&"&a;".repeat(9000)));
    assert_eq!(look(long.as_bytes()), None);
}

#[test]
fn what_browsers_would_not_show_is_no_drawing() {
    for bad in [
        "<svg/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"></g></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" a=\"1\" a=\"2\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" a=1/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>text",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "text<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ] {
        assert_eq!((look(bad.as_bytes()), cleaned(bad.as_bytes())), (None, None), "{bad}");
    }
    let deep = svg(&format!("{}{}", "<g>".repeat(300), "</g>".repeat(300)));
    assert_eq!(look(deep.as_bytes()), None);
}

#[test]
fn broken_drawings_break_nothing() {
    let file = linked(
        "<!DOCTYPE [<!ENTITY a \"b\">]><style>@import 'x';a{b:url(#c);d:\\72}/*e*/</style><g onload='f'>\
        &a;&#38;<![CDATA[g]]><image xlink:href=\"data:image/png;base64,AAAA\"/><use href=\"http:x\"/>\
        </g><script>h</script>",
    );
    let file = file.replace("<!DOCTYPE [<!ENTITY a \"b\">]>", "").replace("&a;", "");
    for bad in mutants(file.as_bytes(), 6000) {
        let _ = look(&bad);
        if let Some(clean) = cleaned(&bad) {
            assert_eq!(
                cleaned(&clean).as_deref(),
                Some(&*clean),
                "{}",
                String::from_utf8_lossy(&bad)
            );
            assert!(!holds(&clean, b"<script") && !holds(&clean, b" onload="));
        }
    }
}
