//! Mistakes in what the readers would read.

use super::{body, case, key, put, try_all};

#[test]
fn a_link_that_leads_nowhere_is_told() {
    let headings: String = (1..=14).map(|n| format!("## Mục {n} {{#muc-{n}}}\n\n")).collect();
    let far = vec![put("content/tin/dai.md", format!("---\ntitle: Dài\n---\n\n{headings}"))]
        .into_iter()
        .chain(body("[a](dai.md#muc-144)"))
        .collect();
    try_all(&[
        case("no such page", body("[a](@/none.md)"), ("B301", ":4:5", "@/none.md"), "`@/"),
        case("no such neighbour", body("Xem [a](khong.md)."), ("B301", ":4:9", "khong.md"), "`@/"),
        case("letters swapped", body("[a](bia.md)"), ("B301", ":4:5", "bia.md"), "`@/tin/bai.md`"),
        case(
            "another folder",
            body("[a](../bai.md)"),
            ("B301", ":4:5", "../bai.md"),
            "`@/tin/bai.md`",
        ),
        case("no such address", body("[a](/khong/)"), ("B301", ":4:5", "/khong/"), "`@/"),
        case(
            "out of the site",
            body("[a](../../site.yaml)"),
            ("B301", ":4:5", "../../site.yaml"),
            "`@/`",
        ),
        case(
            "out of everything",
            body("[a](../../../../etc/passwd)"),
            ("B301", ":4:5", "../../../../etc/passwd"),
            "`@/`",
        ),
        case("no such place", body("[a](bai.md#mục)"), ("B302", ":4:5", "#mục"), "`muc`"),
        case("a page without places", body("[a](_index.md#x)"), ("B302", ":4:5", "#x"), "`#x`"),
        case("no such place here", body("[a](#x)"), ("B302", ":4:5", "#x"), "`#x`"),
        case("the place is far down", far, ("B302", ":4:5", "#muc-144"), "`muc-14`"),
        case("a definition", body("[a]\n\n[a]: none.md"), ("B301", ":6:6", "none.md"), "`@/"),
        case(
            "a script",
            body("[a](javascript:alert(1))"),
            ("B309", ":4:5", "javascript:"),
            "`https://…`",
        ),
    ]);
}

#[test]
fn a_picture_that_is_not_there_is_told() {
    try_all(&[
        case("no such picture", body("![Hình](khong.png)"), ("B303", ":4:9", "khong.png"), ""),
        case(
            "nearly",
            body("![Hình](anh/hnih.png)"),
            ("B303", ":4:9", "anh/hnih.png"),
            "`@/tin/anh/hinh.png`",
        ),
        case(
            "capitals",
            body("![Hình](anh/Hinh.PNG)"),
            ("B303", ":4:9", "anh/Hinh.PNG"),
            "`@/tin/anh/hinh.png`",
        ),
        case(
            "on another site",
            body("![Hình](https://a.vn/a.png)"),
            ("B303", ":4:9", "https://a.vn/a.png"),
            "",
        ),
        case(
            "of the card",
            key("image: khong.png\nimage_alt: A"),
            ("B303", ":3:8", "khong.png"),
            "",
        ),
        case(
            "of a component",
            body("{{ figure(src=\"./khong.png\", alt=\"A\") }}"),
            ("B303", ":4:16", "./khong.png"),
            "",
        ),
    ]);
}

#[test]
fn a_mistaken_component_is_told() {
    try_all(&[
        case("unknown", body("::: hopp\nA\n:::"), ("B304", ":4:5", "hopp"), "`hop`"),
        case("like no other", body("::: xyz\nA\n:::"), ("B304", ":4:5", "xyz"), "`alert`"),
        case("unknown call", body("{{ hopp(ten=\"A\") }}"), ("B304", ":4:4", "hopp"), "`hop`"),
        case("argument missing", body("{{ hop() }}"), ("B305", ":4:4", "ten"), "`ten="),
        case(
            "argument unknown",
            body("{{ hop(ten=\"A\", tne=\"B\") }}"),
            ("B305", ":4:17", "tne"),
            "`ten`",
        ),
        case("argument of the wrong type", body("{{ hop(ten=3) }}"), ("B305", ":4:8", "ten"), ""),
        case(
            "argument twice",
            body("{{ hop(ten=\"A\", ten=\"B\") }}"),
            ("B305", ":4:17", "ten"),
            "",
        ),
        case(
            "argument without quotation marks",
            body("{{ hop(ten=A b) }}"),
            ("B305", ":4:12", ""),
            "",
        ),
        case("call not closed", body("{{ hop(ten=\"A\" }}"), ("B305", ":4:1", ""), "`{{ "),
        case("braces not closed", body("::: hop {ten=\"A\"\nA\n:::"), ("B305", ":4:9", "{"), "`}`"),
        case(
            "container not closed",
            body("::: details A\nA"),
            ("B306", ":4:5", "::: details"),
            "`:::`",
        ),
        case("closed and not opened", body("A\n\n:::"), ("B306", ":6:1", ":::"), "`::: "),
        case(
            "no name of a component",
            body("::: Ảnh\nA\n:::"),
            ("B304", ":4:5", "Ảnh"),
            "`::: details",
        ),
    ]);
}

#[test]
fn what_is_nested_too_deep_is_told() {
    let many = |text: &str| body(&text.repeat(20_000));
    try_all(&[
        case("brackets", many("["), ("B308", ":4:501", ""), "`[`"),
        case(
            "closed brackets",
            body(&format!("{}a{}", "[".repeat(20_000), "](a.md)".repeat(20_000))),
            ("B308", ":4:501", ""),
            "`[`",
        ),
        case("pictures", many("!["), ("B308", ":4:1002", ""), "`[`"),
        case("quotations", many("> "), ("B308", ":4:1", ""), "`>`"),
        case("quotations without blanks", many(">"), ("B308", ":4:1", ""), "`>`"),
        case("lists", many("- "), ("B308", ":4:1", ""), "`>`"),
        case("elements", many("<b>"), ("B308", ":4:301", ""), "`>`"),
        case(
            "containers",
            body(&"::: details A\n".repeat(20_000)),
            ("B308", ":104:5", ""),
            "`:::`",
        ),
    ]);
}
