//! What the columns of a schedule are called in offices, in Vietnamese and English.

use crate::diagnostics::Say;
use crate::locale::{Name, fold};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::content) enum Column {
    /// The number of the row, which says nothing.
    Number,
    /// The day, or the first one.
    Day,
    /// The last day.
    EndDay,
    /// The day of the week.
    Weekday,
    /// The time of day, from when to when, or the part of the day.
    Time,
    /// The time it ends.
    EndTime,
    /// How it comes back.
    Repeat,
    /// What happens.
    Title,
    /// More about it.
    Description,
    /// Where.
    Venue,
    /// Who runs it.
    Organizer,
    /// Who helps.
    With,
    /// Who is to attend.
    Attendees,
    /// Whom it is for.
    Audiences,
    /// Whom to ask.
    Contact,
    /// Where a map shows the way.
    Map,
    /// Where one registers.
    Register,
    /// What is there for people with disabilities.
    Access,
    /// What it costs to take part.
    Cost,
    /// What to bring.
    Bring,
    /// What takes its place.
    Instead,
    /// The task of the plan.
    Task,
    /// Pages with materials.
    Materials,
    /// Whether it is sure.
    Status,
    /// The id.
    Id,
}

/// A column: its key in `columns:`, the headings that a hint proposes in Vietnamese and English,
/// and all its names, folded, without signs, parted by `|`.
struct Names {
    column: Column,
    key: &'static str,
    headings: [&'static str; 2],
    names: &'static str,
}

const fn names(
    column: Column,
    key: &'static str,
    headings: [&'static str; 2],
    names: &'static str,
) -> Names {
    Names { column, key, headings, names }
}

#[rustfmt::skip]
const COLUMNS: &[Names] = &[
    names(Column::Number, "number", ["TT", "No."],
        "tt|stt|so tt|so thu tu|no|number|row"),
    names(Column::Day, "date", ["Ngày", "Date"],
        "ngay|ngay thang|ngay thang nam|thu ngay|ngay thu|thu ngay thang|ngay to chuc\
         |ngay thuc hien|ngay dien ra|ngay bat dau|tu ngay|date|dates|start date|from|day date\
         |date day"),
    names(Column::EndDay, "end_date", ["Đến ngày", "End date"],
        "den ngay|ngay ket thuc|end date|until|to"),
    names(Column::Weekday, "weekday", ["Thứ", "Day"],
        "thu|thu trong tuan|day|weekday|day of week|day of the week"),
    names(Column::Time, "time", ["Giờ", "Time"],
        "gio|thoi gian|buoi|thoi gian to chuc|thoi gian thuc hien|gio bat dau|thoi gian dien ra\
         |gio buoi|buoi gio|thoi diem|ngay gio|gio ngay|thoi gian bat dau|time|times|hours\
         |start time|date and time|when"),
    names(Column::EndTime, "end_time", ["Giờ kết thúc", "End time"],
        "gio ket thuc|den gio|thoi gian ket thuc|end time"),
    names(Column::Repeat, "repeat", ["Lặp lại", "Repeats"],
        "lap lai|lap|dinh ky|repeat|repeats|recurrence"),
    names(Column::Title, "title", ["Nội dung", "Activity"],
        "noi dung|noi dung hoat dong|ten hoat dong|hoat dong|su kien|ten su kien\
         |noi dung cong viec|cong viec|noi dung thuc hien|noi dung chuong trinh|chuong trinh\
         |noi dung cong tac|activity|activities|event|events|title|content|programme|program\
         |what"),
    names(Column::Description, "description", ["Ghi chú", "Notes"],
        "ghi chu|mo ta|dien giai|chi tiet|note|notes|remark|remarks|description|details"),
    names(Column::Venue, "venue", ["Địa điểm", "Venue"],
        "dia diem|noi to chuc|dia diem to chuc|dia diem thuc hien|noi thuc hien\
         |dia diem dien ra|venue|place|location|where"),
    names(Column::Organizer, "organizer", ["Chủ trì", "Lead"],
        "chu tri|don vi chu tri|co quan chu tri|don vi to chuc|don vi thuc hien\
         |co quan thuc hien|co quan to chuc|lead|organizer|organiser|led by|lead agency\
         |organized by|organised by|host"),
    names(Column::With, "with", ["Phối hợp", "With"],
        "phoi hop|don vi phoi hop|co quan phoi hop|with|partners|together with\
         |in cooperation with"),
    names(Column::Attendees, "attendees", ["Thành phần", "Participants"],
        "thanh phan|thanh phan tham du|thanh phan tham gia|thanh phan du|participants|attendees\
         |attendance"),
    names(Column::Audiences, "audiences", ["Đối tượng", "Audience"],
        "doi tuong|doi tuong tham gia|doi tuong huong den|danh cho|audience|audiences|for\
         |for whom"),
    names(Column::Contact, "contact", ["Liên hệ", "Contact"],
        "lien he|dau moi|dau moi lien he|contact|contacts"),
    names(Column::Map, "map", ["Bản đồ", "Map"],
        "ban do|link ban do|duong dan ban do|dia chi ban do|map|map link|link to map"),
    names(Column::Register, "register", ["Đăng ký", "Registration"],
        "dang ky|dang ky tham gia|dang ky tham du|noi dang ky|link dang ky|duong dan dang ky\
         |registration|register|registration link|sign up"),
    names(Column::Access, "access", ["Tiếp cận", "Access"],
        "tiep can|ho tro tiep can|ho tro nguoi khuyet tat|danh cho nguoi khuyet tat|access\
         |accessibility"),
    // What an office spends (`Kinh phí`, `Chi phí`, `Cost`) is nobody's business.
    names(Column::Cost, "cost", ["Phí tham gia", "Admission"],
        "phi tham gia|phi tham du|ve vao cua|gia ve|phi vao cua|admission|admission fee\
         |entry fee|participation fee|ticket price"),
    names(Column::Bring, "bring", ["Mang theo", "What to bring"],
        "mang theo|can mang theo|do mang theo|bring|what to bring|please bring"),
    names(Column::Instead, "instead", ["Thay bằng", "Instead"],
        "thay bang|hoat dong thay the|su kien thay the|instead|replaced by|alternative"),
    names(Column::Task, "task", ["Nhiệm vụ", "Task"],
        "nhiem vu|ma nhiem vu|nhiem vu so|task|tasks"),
    names(Column::Materials, "materials", ["Tài liệu", "Materials"],
        "tai lieu|materials|material"),
    names(Column::Status, "status", ["Trạng thái", "Status"],
        "trang thai|tinh trang|status|state"),
    names(Column::Id, "id", ["Mã", "ID"],
        "ma|ma so|ma su kien|ma hoat dong|id|code"),
];

impl Column {
    /// Every column with its key in `columns:`.
    pub(in crate::content) fn keys() -> impl Iterator<Item = (Column, &'static str)> {
        COLUMNS.iter().map(|own| (own.column, own.key))
    }

    /// The heading that a hint proposes.
    pub(in crate::content) fn heading(self) -> Say {
        let own = COLUMNS.iter().find(|own| own.column == self);
        let [vi, en] = own.map_or([""; 2], |own| own.headings);
        Say { vi: vi.to_owned(), en: en.to_owned() }
    }

    /// Its key in `columns:`.
    pub(super) fn key(self) -> &'static str {
        COLUMNS.iter().find(|own| own.column == self).map_or("", |own| own.key)
    }

    /// The column of a heading that is brought to its plain form.
    pub(super) fn of_plain(plain: &str) -> Option<Column> {
        let is_named = |own: &&Names| own.names.split('|').any(|name| name == plain);
        COLUMNS.iter().find(is_named).map(|own| own.column)
    }

    /// The names of all columns, each with the headings that a hint proposes for it.
    pub(super) fn names() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
        COLUMNS.iter().flat_map(|own| own.names.split('|').map(|name| (name, own.headings)))
    }

    /// Whether it says when something is.
    pub(super) fn is_when(self) -> bool {
        match self {
            Column::Day
            | Column::EndDay
            | Column::Weekday
            | Column::Time
            | Column::EndTime
            | Column::Repeat => true,
            Column::Number
            | Column::Title
            | Column::Description
            | Column::Venue
            | Column::Organizer
            | Column::With
            | Column::Attendees
            | Column::Audiences
            | Column::Contact
            | Column::Map
            | Column::Register
            | Column::Access
            | Column::Cost
            | Column::Bring
            | Column::Instead
            | Column::Task
            | Column::Materials
            | Column::Status
            | Column::Id => false,
        }
    }
}

/// A heading in its plain form: folded words, and what stands in parentheses apart from them.
/// By it the words of offices are known, however they are typed.
pub(in crate::content) fn plain(heading: &str) -> (String, String) {
    parts(&fold(heading))
}

/// The same with its marks: what an author calls a column is a name.
pub(in crate::content) fn named(heading: &str) -> (String, String) {
    parts(Name::of(heading).as_str())
}

/// Headings of one word, with their marks. Other marks make other words: `Tổ` is a group and
/// no `to`, `Nợ` a debt and no `no`.
const ONE_WORD: [&str; 6] = ["thứ", "ngày", "giờ", "buổi", "lặp", "mã"];

/// Whether a heading with its marks can be the known one that is spelled so without them.
pub(in crate::content) fn may_be(heading: &str, known: &str) -> bool {
    known.contains(' ')
        || heading == known
        || ONE_WORD.iter().any(|word| Name::of(word).as_str() == heading)
}

fn parts(heading: &str) -> (String, String) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0_usize);
    let is_of_word =
        |letter: char| letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter => {
                let part = if depth == 0 { &mut outside } else { &mut inside };
                part.push(if is_of_word(letter) { letter } else { ' ' });
            }
        }
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (words(&outside), words(&inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_plain_and_means_one_thing() {
        let mut seen = std::collections::BTreeMap::new();
        for own in COLUMNS {
            for heading in own.headings {
                let plain = plain(heading).0;
                assert_eq!(Column::of_plain(&plain), Some(own.column), "{heading}");
            }
            for name in own.names.split('|') {
                assert_eq!(plain(name).0, name);
                assert_eq!(seen.insert(name, own.column), None, "{name}");
            }
        }
    }

    #[test]
    fn headings_are_known_however_they_are_written() {
        let known = |heading| Column::of_plain(&plain(heading).0);
        assert_eq!(known("  THỜI GIAN: "), Some(Column::Time));
        assert_eq!(known("Thứ,\nngày"), Some(Column::Day));
        assert_eq!(known("No."), Some(Column::Number));
        assert_eq!(plain("Nội dung (en)"), ("noi dung".to_owned(), "en".to_owned()));
    }
}
