//! Marks that are left on the page as they were typed, and those that are meant so.

use super::faults;

#[test]
fn what_readers_would_see_raw_is_told() {
    for (text, told) in [
        ("Chữ **đậm không đóng.", "1:5+2 `**` is shown as it is"),
        ("Chữ** đậm** dính.", "1:4+2 `**` is shown as it is"),
        ("Xem [kế hoạch] (ke-hoach.md) nhé.", "1:5+24 `[kế hoạch] (ke-hoach.md)` is no link"),
        (
            "Xem [bài này][bai] nhé.",
            "1:5+14 `[bài này][bai]` is no link: no line tells the address of `bai`",
        ),
        ("• một\n• hai", "1:1+1 `•` makes no list"),
        ("> · một", "1:3+1 `·` makes no list"),
        ("– một\n– hai", "1:1+1 `–` makes no list"),
        ("> [!WARNNING]\n> Cẩn thận.", "1:3+11 there is no box `[!WARNNING]`"),
        ("| A | B |\n| 1 | 2 |", "1:1+9 these lines are no table"),
        ("Thời gian: 8 giờ\nĐịa điểm: nhà văn hoá", "2:1+8 the line `Địa điểm: …` runs on"),
        ("Mời bà con.\nTime: 8 a.m.\nPlace: the hall", "3:1+5 the line `Place: …` runs on"),
        ("Một.\n\n```\nhai\n\nba", "3:1+3 the block of code that opens here is not closed"),
        ("~~~~ text\nhai\n~~~", "1:1+4 the block of code that opens here is not closed"),
        ("```", "1:1+3 the block of code that opens here is not closed"),
    ] {
        let faults = faults(text);
        assert!(faults.len() == 1 && faults[0].contains(told), "{text}: {faults:?}");
    }
}

#[test]
fn what_is_meant_so_is_not_told() {
    for text in [
        "2**3 và 5 ** 3, \\*\\*chữ\\*\\*, `**chữ`, **chữ**đậm, ***cả hai***",
        "Sở Y tế [1] (năm 2024), [xem] (trang 5), \\[a] (b.md)",
        "Theo [1][2] và [a][b].\n\n[b]: https://a.example/",
        "– Anh ơi, về ăn cơm.",
        "– Một mình tôi nói\nvà nói tiếp.",
        "Chia việc · cùng làm",
        "> [!NOTE]\n> Một.",
        "[!] chú ý",
        "| một mình |",
        "Thời gian: 8 giờ  \nĐịa điểm: nhà văn hoá",
        "Thời gian: 8 giờ\\\nĐịa điểm: nhà văn hoá",
        "- Thời gian: 8 giờ\n- Địa điểm: nhà văn hoá",
        "Lúc ấy chị nói: thôi\nrồi anh đáp: ừ",
        "Hỏi: có ai không?\nkhông ai cả",
        "```rust\nlet a = 1;\n```",
        "> ```\n> a\n> ```",
        "- một\n\n  ~~~\n  a\n  ~~~\n- hai",
        "Vui quá![1] Hay lắm![cười] \\![x] và ![a](a.png)",
        "![a]\n\n[a]: a.png",
        "Xem [1]<https://a.example/>, [Bộ Y tế] <https://a.example/>",
        "mảng[i][] và mảng[0][]",
        "- (x) một\n- (xi) hai",
        "- (i) một\n- (v) năm",
        "- (một) hai\n- (2) ba",
        "( ) Nam\n( ) Nữ",
        "Giá $5 đến $10, $$ và $$, \\[x\\], \\(theo Điều 5\\), `$a^2$`",
        ":: Tin mới ::",
        "Họ tên: ____________, tệp ten__cua_toi, `__init`, ____",
        "Giá ~~5 triệu~~ 4 triệu, ~ 5 km, 5~~6",
        "***cả hai*** và **đậm *nghiêng***",
        "Chữ＊chú thích và ＊＊",
        "## Thời gian ##",
        "# C#",
        "Ngày 2^10, x[i^2], [^] và [2^3]",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\nChữ.",
        "| A |\n|---|\nmột",
        "A | B\n---|---\n1 | 2",
        "Họ tên, tuổi, thôn,\nHoa, hai mươi, Một,\nLan, ba mươi, Hai.",
        "Một; hai; ba\nbốn; năm; sáu\nbảy; tám; chín",
        "Điều 1. Phạm vi",
        "Bước 1 và Bước 2\nBước 3 sau",
        "[Khẩn|quan trọng] và <Tin|nhanh>",
        "Xem [kế hoạch](https://a.example/a_(b).pdf) và [1][2]",
        "Theo [Luật số 73]\n(ngày 29/11/2006).",
        "    let a = {{ b }};",
        "O ơi\no là cô",
        ":: hộp quà",
        "Từ\n: nghĩa của từ",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}
