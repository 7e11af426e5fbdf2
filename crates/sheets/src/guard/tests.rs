//! Texts that spreadsheets change, and texts that they do not.

use super::*;

#[test]
fn no_text_is_a_formula() {
    for (text, expected) in [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+84 255 3712", "'+84 255 3712"),
        ("-2", "'-2"),
        ("＝1", "'＝1"),
        ("a;=1\n -b\t+c", "a;'=1\n '-b\t'+c"),
        ("a = b - c", "a = b - c"),
        ("'=1", "''=1"),
    ] {
        assert_eq!(guarded(text), expected);
    }
}

#[test]
fn no_text_is_a_number_a_day_or_a_truth() {
    for text in [
        "02553712135",
        "007",
        "00",
        "123456789012",
        "1.5",
        "7,30",
        "1.234",
        "1,234,567",
        "1 234",
        "1.234.567",
        "3E5",
        "12e3",
        "1.5e-3",
        "1E+10",
        "1/2",
        "1 1/2",
        "20/11",
        "8/3",
        "1-2",
        "1-2-2026",
        "20.11",
        "15.11.2026",
        "2026-11-15",
        "2026-11-15 07:30",
        "7:30",
        "07:30:15",
        "7 am",
        "7 PM",
        "7:30 p",
        "Mar-5",
        "5 Mar",
        "MAR1",
        "sept2",
        "March 2026",
        "5 March 2026",
        "thg 3",
        "TRUE",
        "false",
        "5%",
        "$5",
        "(7)",
        "5.",
        ".5",
        "０１",
        "１／２",
        "2026-11",
        "11/2026",
        "10:00",
    ] {
        assert_eq!(guarded(text), format!("'{text}"), "{text}");
    }
}

#[test]
fn texts_that_stay_texts_have_no_apostrophe() {
    for text in [
        "",
        "7",
        "113",
        "12345678901",
        "0",
        "0255 3712 135",
        "(0255) 3712 135",
        "0255-3712-135",
        "0255.3712.135",
        "72/KH-UBND",
        "Phòng 1-2",
        "Lớp 7A",
        "7A",
        "A1",
        "nv1",
        "1-2a",
        "e1",
        "1a2",
        "1e",
        "March",
        "May",
        "Thứ 2",
        "tháng 11",
        "le-phat-dong",
        "1.2.3.4",
        "1-2-3-4",
        "'quoted'",
        "02553712135; 02553712136",
        "true story",
        "a@b.vn",
        "https://a.vn/1-2/",
    ] {
        assert_eq!(guarded(text), text, "{text}");
    }
}

#[test]
fn what_is_guarded_comes_back() {
    for text in [
        "=1+1",
        "'=1+1",
        "''=1",
        "a;=1\n -b\t+c",
        "a;'=1",
        "02553712135",
        "'02553712135",
        "1-2",
        "'1-2",
        "'tis",
        "'",
        "''",
        "",
        "-",
        "TRUE",
        "Lễ",
        "\n=1",
        ";;=1",
        "x;'",
        "'x;-1",
    ] {
        assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
    }
}
