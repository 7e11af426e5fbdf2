//! Tests of what a text says, in pairs that say the same and in texts that say nothing.

use super::*;

fn values(code: &str, text: &str) -> Vec<Value> {
    let mut values: Vec<Value> = read(text, 0..text.len(), &Language::new(code))
        .into_iter()
        .map(|fact| fact.value)
        .collect();
    values.sort();
    values
}

#[track_caller]
fn same(pairs: &[(&str, &str)]) {
    for (vi, en) in pairs {
        let (one, other) = (values("vi", vi), values("en", en));
        assert!(!one.is_empty(), "nothing in {vi}");
        assert_eq!(one, other, "{vi} = {en}");
    }
}

#[test]
fn dates_are_the_same_in_both_languages() {
    same(&[
        ("15/12/2024", "15 December 2024"),
        ("ngày 15 tháng 12 năm 2024", "December 15, 2024"),
        ("15-12-2024", "15.12.2024"),
        ("2024-12-15", "the 15th of December 2024"),
        ("ngày 5/1", "5 January"),
        ("05/01/2024", "5 Jan. 2024"),
        ("mùng 8/3", "8 March"),
        ("ngày 8 tháng 3", "8 Mar"),
        ("1 tháng 5, năm 2024", "May 1, 2024"),
        ("tháng 11/2024", "November 2024"),
        ("tháng 11 năm 2024", "November 2024."),
        ("tháng 11-2024", "11/2024"),
        ("trong tháng 11", "in November"),
        ("thứ Sáu, 15/11/2024", "Friday 15 November 2024"),
        ("Thứ 6, ngày 15/11", "Friday 15 November"),
        ("**15/11**/2024", "**15/11**/2024"),
        ("> ngày 15\n> tháng 11", "15\nNovember"),
    ]);
}

#[test]
fn ranges_and_lists_say_the_month_once() {
    same(&[
        ("từ ngày 15/11 đến 15/12/2024", "15 November to 15 December 2024"),
        ("từ ngày 15/11 đến ngày 15/12/2024", "15 November – 15 December 2024"),
        ("15-17/11/2024", "15 to 17 November 2024"),
        ("ngày 15 và 16/11", "15 and 16 November"),
        ("10, 17 và 24/11", "10, 17 and 24 November"),
        ("7h30-9h00", "7.30 to 9.00 am"),
        ("từ 14 giờ đến 16 giờ", "2–4 pm"),
        ("10 đến 12%", "10% to 12%"),
        ("giai đoạn 2021-2025", "2021–2025"),
    ]);
}

#[test]
fn times_are_the_same_in_both_languages() {
    same(&[
        ("7 giờ 30", "7:30"),
        ("7h30", "07:30"),
        ("7 giờ 30 phút", "7.30 am"),
        ("từ 7 giờ đến 7 giờ 15.", "from 7:00 to 7:15."),
        ("7 giờ 30'", "7:30 a.m."),
        ("13 giờ 30 phút", "1.30 pm"),
        ("2 giờ chiều", "2 pm"),
        ("8 giờ sáng", "8 o’clock"),
        ("19h", "7 p.m."),
        ("17:00", "5.00pm"),
        ("12 giờ", "12 o'clock"),
    ]);
}

#[test]
fn numbers_are_the_same_in_both_languages() {
    same(&[
        ("1.234 người", "1,234 people"),
        ("1.234.567", "1,234,567"),
        ("2,5 km", "2.5 km"),
        ("5 triệu đồng", "5,000,000 dong"),
        ("1,5 tỷ", "1.5 billion"),
        ("12%", "12 per cent"),
        ("12,5 phần trăm", "12.5 percent"),
        ("lần thứ 10", "the 10th time"),
        ("những năm 1980", "the 1980s"),
        ("khổ A4", "A4 sheet"),
        ("52 Hùng Vương", "52 Hùng Vương Street"),
        ("8 giờ 15/11", "8:00, 15/11"),
    ]);
}

#[test]
fn names_are_the_same_in_both_languages() {
    same(&[
        ("Kế hoạch 72/KH-UBND", "Plan 72/KH-UBND"),
        ("30/2020/NĐ-CP", "Decree 30/2020/ND-CP"),
        ("739/BNV-CTTN&BĐG", "739/BNV-CTTN&BĐG"),
        ("13/2022/QH15", "Law 13/2022/QH15"),
        ("28/NQ-CP ngày 3/3/2021", "28/NQ-CP of 3 March 2021"),
        ("0255 3712 135", "+84 255 3712 135"),
        ("(0255) 3.712.135", "0255-3712-135"),
        ("fax 0255 3 822 217, 15/11", "fax 02553822217, 15 November"),
        ("1900 969 680", "1900969680"),
        ("[gọi](tel:113) 113", "call 113"),
        ("bbt@quangngai.gov.vn", "<bbt@quangngai.gov.vn>"),
        ("[thư](mailto:bbt@quangngai.gov.vn)", "bbt@quangngai.gov.vn."),
        ("[a](https://vi.wikipedia.org/wiki/2024)", "<https://en.wikipedia.org/2024/wiki>"),
    ]);
}

#[test]
fn what_differs_is_seen() {
    for (one, other) in [
        ("15/12/2024", "16 December 2024"),
        ("15/12/2024", "15 November 2024"),
        ("15/12/2024", "15 December 2025"),
        ("7h30", "7:31"),
        ("14 giờ", "2 am"),
        ("72/KH-UBND", "73/KH-UBND"),
        ("30/2020/NĐ-CP", "30/2021/NĐ-CP"),
        ("0255 3712 135", "0255 3712 136"),
        ("12%", "13%"),
        ("1.234", "1,235"),
        ("bbt@quangngai.gov.vn", "btb@quangngai.gov.vn"),
        ("https://tongdai111.vn", "https://tongdai112.vn"),
        ("31/02/2024", "30/02/2024"),
        ("85/11", "15/11"),
    ] {
        assert_ne!(values("vi", one), values("en", other), "{one} ≠ {other}");
    }
}

#[test]
fn what_no_reader_sees_is_no_fact() {
    for nothing in [
        "xem [lịch](@/thang-hanh-dong/2026.md#ngay-25)",
        "![ảnh](anh-1.png)",
        "câu này[^1]",
        "<img width=\"300\">",
        "src=\"./poster-2.png\", file: to-roi-3.pdf",
        "Thứ 2 hằng tuần",
        "May I help? Năm việc, hai người.",
    ] {
        assert_eq!(values("en", nothing), [], "{nothing}");
    }
}

#[test]
fn a_fact_stands_where_it_is_written() {
    let text = "Từ ngày 15 tháng 11 đến 1.234 người";
    let facts = read(text, 0..text.len(), &Language::new("vi"));
    let written: Vec<&str> =
        facts.iter().map(|fact| &text[fact.span.start as usize..fact.span.end as usize]).collect();
    assert_eq!(written, ["ngày 15 tháng 11", "1.234"]);
}

#[test]
fn numbers_in_words_are_known() {
    for (text, numbers) in [
        ("ba người", vec![3]),
        ("Three people", vec![3]),
        ("mười hai tháng", vec![2, 10, 12]),
        ("hai mươi lăm", vec![2, 5, 10, 15, 20, 25]),
        ("twenty-five", vec![5, 20, 25]),
        ("two hundred", vec![2, 100, 200]),
        ("sáng thứ 2", vec![2]),
        ("lời chào", vec![]),
    ] {
        assert_eq!(spoken(text).into_iter().collect::<Vec<_>>(), numbers, "{text}");
    }
}

#[test]
fn what_is_only_long_is_read() {
    for piece in
        ["1 ", "<a", "](", "[^", ">", "-", "0.", "1/", "a@", "\"", "*a", "@/", "=a", "1-A", "ba "]
    {
        let text = format!("1{}", piece.repeat(LONGEST_BLOCK / piece.len() / 4));
        read(&text, 0..text.len(), &Language::new("vi"));
        spoken(&text);
    }
}
