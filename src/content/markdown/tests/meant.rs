//! What Markdown takes for something else than was meant, and what is meant though it looks odd.

use super::{body, faults, html, show};

#[test]
fn what_comes_out_as_something_else_is_told() {
    for (text, told) in [
        ("3. a\n4. b\n6. c", "3:1+1 this entry is shown with the number 5, not 6"),
        ("1) a\n3) b\n4) c", "2:1+1 this entry is shown with the number 2, not 3"),
        ("2024. Một.\n2022. Hai.", "2:1+4 this entry is shown with the number 2025, not 2022"),
        ("a b\nc\n===", "3:1+3 the line `===` makes a heading"),
        ("Một.\n---", "2:1+3 the line `---` makes a heading"),
        ("Một\n-", "2:1+1 the line `-` makes a heading"),
        ("> Một,\n> ----", "2:3+4 the line `----` makes a heading"),
        ("- a\n\n      Một hai ba bốn năm sáu.", "this line begins with four spaces"),
        ("\tKính gửi các hộ gia đình", "this line begins with a tab"),
        ("    Kính gửi các hộ gia đình", "this line begins with four spaces"),
        ("> 60 tuổi thì được", "1:1+1 the `>` at the beginning"),
        ("Người nhận:\n> 80 tuổi", "2:1+1 the `>` at the beginning"),
        ("5*6*7", "1:2+3 the two `*` between digits"),
        ("1**000**000", "1:2+7 the two `*` between digits"),
        (">= 18 tuổi", "1:1+1 the `>` at the beginning"),
        ("1. > 18 tuổi", "1:4+1 the `>` at the beginning"),
        ("###Đề mục", "1:1+3 `###` is shown as it is"),
        ("a[^b] c[^d]\n\n[^b]: e", "1:8+4 there is no footnote `[^d]`"),
    ] {
        let faults = faults(text);
        assert!(faults.len() == 1 && faults[0].contains(told), "{text}: {faults:?}");
    }
}

#[test]
fn what_is_meant_is_not_told() {
    for text in [
        "1. a\n1. b\n1. c",
        "7. a\n8. b\n   1. c\n   2. d\n9. e",
        "Đề mục\n---\n\nMột.\n\n---",
        "# A\n\n> Lời trích\n> - 5",
        "    let a = b;\n    cargo build",
        "    bangtin build --strict and then some more words",
        "*5* 6 **7**8 ~~9~~ *a*b, 5~7 và 8~9",
        "> 5 người nói",
        "> Trên 60 tuổi",
        "> 60 năm qua, xã đã đổi khác.",
        "> 60 tuổi\n> vẫn còn khoẻ",
        "#ChuyểnĐổiSố #xã",
        "\\[^1] `[^1]` [^ a]",
        "[a]: https://a.example/\n[b]: <>\n[//]: # (c)\n[d]: d.md\n[e]: mailto:e@f.vn",
        "Dưới <5 tuổi & <tên> và 3 < 4 > 2",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn smart_punctuation_changes_no_address() {
    assert_eq!(
        html("Xem https://a.vn/b--c/d...e và a'b@c.vn -- hết..."),
        "<p>Xem <a href=\"https://a.vn/b--c/d...e\">https://a.vn/b--c/d...e</a> và a’b@c.vn – hết…</p>\n"
    );
}

#[test]
fn a_line_that_looks_like_an_address_is_told_in_order() {
    let told = faults("[b]: hai\n[a]: 15/11\n\nA [c].\n\n[c]: ba");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("B322 1:1+8 ") && told[1].starts_with("B322 2:1+10 "), "{told:?}");
}

#[test]
fn numbers_of_characters_that_no_one_sees_leave_nothing() {
    let text = "a&#8;b `c&#8;d` ![e&#8;f](g.png \"h&#8;i\") <i title=\"j&#8;k\">l&#x1F;m</i>";
    let shown = show(&body(text).pieces);
    assert!(!shown.contains(|letter: char| letter.is_control() && letter != '\n'), "{shown:?}");
    assert!(shown.contains("<p>ab <code>c&amp;#8;d</code>"), "{shown}");
    assert_eq!(faults(text).len(), 5, "{:?}", faults(text));
}

#[test]
fn text_behind_the_last_column_is_told_and_what_is_in_a_column_is_not() {
    let head = "| a | b |\n|---|---|\n";
    for (row, told) in [
        ("| 1 | 2 | 3 |", "3:11+1 the table has 2 columns, so `3` is not shown"),
        ("| 1 | 2 | 3 | 4", "3:11+5 the table has 2 columns, so `3 | 4` is not shown"),
        ("1 | 2 || 3", "3:10+1 the table has 2 columns, so `3` is not shown"),
        ("| `x|y` | 2 |", "3:4+3 the `|` in `x|y` begins a new cell of the table"),
        ("| ``x`|y`` |", "3:5+4 the `|` in `x`|y` begins a new cell of the table"),
    ] {
        let text = format!("{head}{row}");
        assert_eq!(faults(&text), [format!("B321 {told}")], "{row}");
    }
    for row in ["| 1 |", "| 1 | 2", "| 1 | 2 |  |", "| 1 | 2 |||", "| `x\\|y` | 2 |", "| \\| | ` |"]
    {
        assert_eq!(faults(&format!("{head}{row}\n| 5 | 6 |")), Vec::<String>::new(), "{row}");
    }
    assert_eq!(html(&format!("{head}| `x\\|y` | 2 |")).matches("<code>x|y</code>").count(), 1);
}
