//! Writes a site of any number of pages, each like a real article of 3 to 4 kB with a
//! table, links, a picture, a footnote and two terms, and a site of one large schedule, for
//! the benchmarks.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const SITE: &str = "title: Trang đo tốc độ\nbase_url: https://do.example/\nlanguages:\n  vi: { name: Tiếng Việt }\n  \
en: { name: English }\ntaxonomies:\n  topics: { title: Chủ đề }\nmenus:\n  main: [\"@/tin/_index.md\"]\n\
publisher: { name: Ban biên tập, email: bbt@do.example }\n";

const PARAGRAPH: &str = "Mỗi xã, phường chọn **một việc** dễ làm và làm đều trong cả tháng: cùng chia \
việc nhà, cùng học cách lắng nghe, cùng giữ cho con đường đến trường được *an toàn*. Ai thấy người \
khác gặp nguy hiểm thì gọi ngay số điện thoại cần gọi, rồi báo cho người có trách nhiệm.\n\n";

/// A picture of one grey point.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45,
    0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// Writes a site of `pages` articles below `root`, without social cards.
pub(crate) fn write(root: &Path, pages: usize) -> io::Result<()> {
    fs::create_dir_all(root.join("content/tin"))?;
    write_settings(root, false)?;
    fs::write(root.join("content/_index.md"), "---\ntitle: Trang đo tốc độ\n---\n")?;
    fs::write(root.join("content/tin/_index.md"), "---\ntitle: Tin\nslug: tin\n---\n")?;
    fs::write(root.join("content/tin/anh.png"), PICTURE)?;
    for page in 0..pages {
        fs::write(root.join(format!("content/tin/bai-{page}.md")), article(page, pages))?;
    }
    Ok(())
}

/// Writes the settings of that site, with social cards or without.
pub(crate) fn write_settings(root: &Path, social_cards: bool) -> io::Result<()> {
    fs::write(root.join("site.yaml"), format!("{SITE}social_cards: {social_cards}\n"))
}

/// The text of one article.
pub(crate) fn article(page: usize, pages: usize) -> String {
    let (month, day, topic) = (1 + page % 12, 1 + page % 28, page % 40);
    let mut text = format!(
        "---\ntitle: Bài số {page} về việc chung\nslug: bai-{page}\nkind: post\n\
         description: Tóm tắt của bài số {page}, một câu ngắn.\n\
         date: {}-{month:02}-{day:02}\ntopics: [chung, chu-de-{topic}]\n---\n\n",
        2000 + page % 25,
    );
    for part in 0..3 {
        let other = (page * 7 + part * 13 + 1) % pages;
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "## Phần {part}\n\n{PARAGRAPH}Xem thêm [bài trước](@/tin/bai-{other}.md#phan-{part}) và \
             [trang tin](_index.md).[^{part}]\n\n- việc thứ nhất\n- việc thứ hai\n\n\
             | Việc | Ai làm | Khi nào |\n|---|---|--:|\n| Phát động | Xã | 15/11 |\n| Tổng kết | Tỉnh | 15/12 |\n\n\
             {PARAGRAPH}[^{part}]: Nguồn của phần {part}.\n\n",
        );
    }
    text.push_str("![Một điểm xám](anh.png)\n");
    text
}

const SCHEDULE_SITE: &str = "title: Lịch đo tốc độ\nbase_url: https://do.example/\ntaxonomies:\n  audiences:\n    \
title: Đối tượng\n    terms: { hoc-sinh: Học sinh, giao-vien: Giáo viên, nguoi-dan: Mọi người dân }\n";

const AUDIENCES: [&str; 3] = ["hoc-sinh", "giao-vien", "nguoi-dan"];

/// Writes a site of one schedule of so many events below `root`: one in five comes every
/// week, one in twenty lasts for days, some are cancelled or moved.
pub(crate) fn write_schedule(root: &Path, events: usize) -> io::Result<()> {
    fs::create_dir_all(root.join("content/_data"))?;
    fs::write(root.join("site.yaml"), SCHEDULE_SITE)?;
    fs::write(root.join("content/_index.md"), "---\ntitle: Lịch đo tốc độ\n---\n")?;
    let (mut places, mut agencies) = (String::new(), String::new());
    for number in 0..40 {
        // Writing to a string cannot fail.
        let _ = writeln!(
            places,
            "nha-{number}: {{ name: Nhà văn hoá số {number}, address: Thôn {number} }}"
        );
        let _ = writeln!(agencies, "xa-{number}: {{ name: Ủy ban nhân dân xã số {number} }}");
    }
    fs::write(root.join("content/_data/places.yaml"), places)?;
    fs::write(root.join("content/_data/agencies.yaml"), agencies)?;
    let mut text = String::from(
        "---\ntitle: Lịch\nslug: lich\nkind: schedule\nstarts: 15/11/2026\nends: 15/12/2026\nevents:\n",
    );
    (0..events).for_each(|number| event(number, &mut text));
    text.push_str("---\n\nMời mọi người.\n");
    fs::write(root.join("content/lich.md"), text)
}

fn event(number: usize, text: &mut String) {
    let day = 16 + number % 15;
    let (place, audience) = (number % 40, AUDIENCES[number % AUDIENCES.len()]);
    let when = if number % 20 == 7 {
        format!("date: {day}/11/2026, end_date: 5/12/2026")
    } else {
        let (hour, minute) = (7 + number % 12, number % 4 * 15);
        format!("starts: \"{day}/11/2026 {hour:02}:{minute:02}\", ends: \"{day}/11/2026 21:00\"")
    };
    let more = match number % 25 {
        0 | 5 | 10 | 15 | 20 => ", repeat: { every: week }",
        1 => ", status: cancelled",
        2 => ", status: moved, moved_from: 15/11/2026",
        _ => "",
    };
    let _ = writeln!(
        text,
        "  - {{ id: su-kien-{number}, title: Buổi nói chuyện số {number} về việc chung, description: Mời bà con đến \
         nghe và cùng bàn việc của thôn., {when}{more}, place: nha-{place}, organizer: xa-{place}, audiences: \
         [{audience}], contact: Chị Ba }}",
    );
}
