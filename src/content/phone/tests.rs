//! Numbers as people write them, and what is none.

use super::*;

fn links(parts: &[Part<'_>]) -> Vec<String> {
    let links = parts.iter().filter_map(|part| match part {
        Part::Number(_, phone) => Some(phone.link()),
        Part::Text(_) => None,
    });
    links.collect()
}

/// The links of a field; none if it cannot be read.
fn field(text: &str) -> Vec<String> {
    read(text).map(|parts| links(&parts)).unwrap_or_default()
}

#[test]
fn a_number_is_read_however_it_is_written() {
    for (written, link) in [
        ("0255 3712 135", "tel:02553712135"),
        ("(0255) 3.712.135", "tel:02553712135"),
        ("0255-3712-135", "tel:02553712135"),
        ("0255 - 3712 135", "tel:02553712135"),
        ("0255/3712135", "tel:02553712135"),
        ("+84 255 3712 135", "tel:+842553712135"),
        ("(+84) 255 3712 135", "tel:+842553712135"),
        ("+84 (0)255 3712 135", "tel:+842553712135"),
        ("(+84-255) 3712135", "tel:+842553712135"),
        ("0084 255 3712 135", "tel:+842553712135"),
        ("84 255 3712 135", "tel:+842553712135"),
        ("＋８４ ２５５ ３７１２ １３５", "tel:+842553712135"),
        ("٠٢٥٥ ٣٧١٢ ١٣٥", "tel:02553712135"),
        ("۰۲۵۵ ۳۷۱۲ ۱۳۵", "tel:02553712135"),
        ("0255\u{a0}3712\u{a0}135", "tel:02553712135"),
        ("\u{202a}0255\u{200b} 3712 1\u{2060}35\u{202c}", "tel:02553712135"),
        ("1800 1567", "tel:18001567"),
        ("1900 - 1234", "tel:19001234"),
        ("1900 969 680", "tel:1900969680"),
        ("111", "tel:111"),
        ("1022", "tel:1022"),
        ("(212) 555-0123", "tel:2125550123"),
        ("+1-800-555-0123", "tel:+18005550123"),
        ("0255 3712 135 (máy lẻ 12)", "tel:02553712135;ext=12"),
        ("0255 3712 135, máy nhánh: 12", "tel:02553712135;ext=12"),
        ("0255 3712 135 ext. 12", "tel:02553712135;ext=12"),
        ("0255 3712 135 x12", "tel:02553712135;ext=12"),
        ("0255 3712 135#12", "tel:02553712135;ext=12"),
        ("+842553712135;ext=12", "tel:+842553712135;ext=12"),
        ("ĐT: 0255 3712 135", "tel:02553712135"),
        ("Tel.0255 3712 135 (giờ hành chính)", "tel:02553712135"),
    ] {
        assert_eq!(field(written), [link], "{written}");
    }
}

#[test]
fn two_numbers_are_two_links() {
    for (written, two) in [
        ("111 hoặc 113", ["tel:111", "tel:113"]),
        ("111 - 113", ["tel:111", "tel:113"]),
        ("111, 113", ["tel:111", "tel:113"]),
        ("111/113", ["tel:111", "tel:113"]),
        ("0255.3712135 - 0255.3712136", ["tel:02553712135", "tel:02553712136"]),
        ("0255.3712135-0255.3712136", ["tel:02553712135", "tel:02553712136"]),
        ("0255 3712 135 0255 3712 136", ["tel:02553712135", "tel:02553712136"]),
        ("0255 3712 135/0255 3712 136", ["tel:02553712135", "tel:02553712136"]),
        ("0255 3712 135\n0255 3712 136", ["tel:02553712135", "tel:02553712136"]),
        ("+84 255 3712 135 +84 255 3712 136", ["tel:+842553712135", "tel:+842553712136"]),
        ("0255 3712 135 hoặc 113", ["tel:02553712135", "tel:113"]),
        ("0255 3712 135 - 1900 1234", ["tel:02553712135", "tel:19001234"]),
        ("0255 3712 135 (máy lẻ 12); 1800 1567", ["tel:02553712135;ext=12", "tel:18001567"]),
    ] {
        assert_eq!(field(written), two, "{written}");
    }
}

#[test]
fn what_is_not_clear_is_no_link() {
    for (written, part) in [
        ("0255 3712 135/136", "136"),
        ("0255 3712 135 - 136", "136"),
        ("0255 3712 135, 136", "136"),
        ("0255 3712 135 hoặc 136", "136"),
        ("0255 3712 135 - 3712 136", "3712 136"),
        ("0255 3712 135 (12)", "12"),
        ("0255 3712 135 (máy lẻ 12); 111", "111"),
        ("0255 3712", "0255 3712"),
        ("1900-ABCD", "1900"),
        ("1800 CALL NOW", "1800"),
        ("đang cập nhật", "đang cập nhật"),
        ("0255 3712 135 máy lẻ 12 hoặc 13", "13"),
        ("12", "12"),
        ("0255371213502553712136", "0255371213502553712136"),
        ("", ""),
    ] {
        assert_eq!(read(written), Err(Unreadable::of(written, part)), "{written}");
    }
}

#[test]
fn a_text_keeps_every_letter_around_its_numbers() {
    for text in
        ["Gọi (0255) 3712 135 (máy lẻ 12), hoặc 113!", "111 hoặc 113", "(+84) 255 3712 135."]
    {
        let parts = read(text).unwrap();
        let whole: String = parts
            .iter()
            .map(|part| match part {
                Part::Text(own) | Part::Number(own, _) => *own,
            })
            .collect();
        assert_eq!(whole, text);
    }
    let parts = read("Gọi (0255) 3712 135 (máy lẻ 12).").unwrap();
    assert!(matches!(parts[1], Part::Number("(0255) 3712 135 (máy lẻ 12)", _)), "{parts:?}");
}

#[test]
fn in_a_text_only_what_is_surely_a_number_is_one() {
    for (text, found) in [
        ("Gọi 0255 3712 135 hoặc 0255 3712 136.", vec!["tel:02553712135", "tel:02553712136"]),
        ("اتصل على +84 255 3712 135 الآن", vec!["tel:+842553712135"]),
        ("Phòng 12 - 0912 345 678", vec!["tel:0912345678"]),
        ("0912 345 678 5 người", vec!["tel:0912345678"]),
        ("028 38 22 51 23", vec!["tel:02838225123"]),
        ("0255 3712 135/136", vec!["tel:02553712135"]),
        ("1800 1567", vec!["tel:18001567"]),
        ("01 23 45 67 89", vec!["tel:0123456789"]),
        ("07:30 - 09:00 05.11.2026 - 07.11.2026 05.11.2026 08.30", vec![]),
        ("từ 15/11 đến 15/12/2026, số 72/KH-UBND, 24/7, 35 000 000 000 đồng", vec![]),
        ("https://a.vn/0912345678 a0912345678 0912345678@zalo", vec![]),
        ("051123456789 2026 111", vec![]),
    ] {
        assert_eq!(links(&find(text)), found, "{text}");
    }
}

#[test]
fn a_link_dials_one_number() {
    for (written, address) in [
        ("tel:111", "tel:111"),
        ("TEL:0255%203712%20135", "tel:02553712135"),
        ("tel:+84-255-3712-135;ext=12", "tel:+842553712135;ext=12"),
        ("sms:+84912", "sms:+84912"),
        ("sms:0912345678?body=a%20b", "sms:0912345678?body=a%20b"),
    ] {
        assert_eq!(dialled(written).unwrap(), address, "{written}");
    }
    for written in
        ["tel:111 hoặc 113", "tel:111hoặc113", "tel:", "tel:x", "tel:0255371213502553712136"]
    {
        assert!(dialled(written).is_err(), "{written}");
    }
    assert_eq!(dialled("mailto:a@b.vn").unwrap(), "mailto:a@b.vn");
}

#[test]
fn a_number_of_another_length_is_told() {
    let of = |text: &str| fault(text).map(|fault| fault.message.en);
    assert!(of("0255 3712 1355").is_some_and(|told| told.contains("no telephone number")));
    for text in ["0255 3712 13", "0912 345 67", "+84 912 345 6789"] {
        assert!(of(text).is_some_and(|told| told.contains("digits, and a number")), "{text}");
    }
    for text in [
        "0255 3712 135",
        "024 3825 5599",
        "+84 (0)255 3712 137",
        "84 255 3712 137",
        "0912 345 678",
        "111 hoặc 113",
        "1900 969 680",
        "0255 3712 135/0255 3712 136",
        "0255 3712 135 (máy lẻ 12)",
        "+49 30 1234567",
        "0171 123456",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn a_letter_is_no_first_digit() {
    for text in ["O255 3712 135", "gọi o255 3712 135", "+84O 255 3712 135"] {
        assert!(read(text).is_err(), "{text}");
    }
    for text in ["Tel0255 3712 135", "No 0255 3712 135", "ĐT:0255 3712 135"] {
        assert!(read(text).is_ok(), "{text}");
    }
}
