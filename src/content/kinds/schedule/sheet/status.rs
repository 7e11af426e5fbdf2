//! The words by which staff tell the state of an event.

use crate::content::kinds::schedule::EventStatus;
use crate::locale::written::{PartDay, Reader, Unread, tokens};

/// Phrases for each state, folded; those of the postponed and moved may name a day behind
/// them. `hoãn` is not `hoàn`, so it is asked for with its mark.
const PHRASES: &[(EventStatus, &[&[&str]])] = &[
    (
        EventStatus::Confirmed,
        &[
            &["chac", "chan"],
            &["da", "xac", "nhan"],
            &["xac", "nhan"],
            &["chinh", "thuc"],
            &["da", "chot"],
            &["hoan", "thanh"],
            &["da", "hoan", "thanh"],
            &["da", "to", "chuc"],
            &["da", "thuc", "hien"],
            &["confirmed"],
            &["done"],
            &["held"],
        ],
    ),
    (
        EventStatus::Tentative,
        &[
            &["du", "kien"],
            &["tentative"],
            &["provisional"],
            &["planned"],
            &["to", "be", "confirmed"],
        ],
    ),
    (
        EventStatus::Cancelled,
        &[
            &["da", "huy"],
            &["huy", "bo"],
            &["huy"],
            &["khong", "to", "chuc"],
            &["cancelled"],
            &["canceled"],
        ],
    ),
    (
        EventStatus::Postponed,
        &[&["tam", "hoãn"], &["da", "hoãn"], &["hoãn"], &["postponed"], &["put", "off"]],
    ),
    (
        EventStatus::Moved,
        &[
            &["da", "doi", "lich"],
            &["doi", "lich"],
            &["da", "doi"],
            &["doi", "ngay"],
            &["doi"],
            &["chuyen", "ngay"],
            &["chuyen"],
            &["moved"],
            &["rescheduled"],
            &["new", "date"],
        ],
    ),
];

/// The state that a text tells, and the day that the event was first announced for.
///
/// # Errors
/// If the text tells anything else.
pub(super) fn read(text: &str) -> Result<(EventStatus, Option<PartDay>), Unread> {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0 };
    let known = PHRASES.iter().find_map(|(status, phrases)| {
        phrases.iter().any(|phrase| reader.words(phrase)).then_some(*status)
    });
    let status = known.ok_or(Unread)?;
    let takes_day = matches!(status, EventStatus::Postponed | EventStatus::Moved);
    let mut from = None;
    if takes_day && reader.any(&["tu", "from"]) {
        from = Some(reader.attempt(Reader::day).ok_or(Unread)?);
    }
    while reader.skip_sign('.') || reader.skip_sign('!') {}
    if reader.at == tokens.len() { Ok((status, from)) } else { Err(Unread) }
}

/// Whether `dự kiến` stands somewhere in a text.
pub(super) fn says_tentative(text: &str) -> bool {
    let tokens = tokens(text);
    tokens.windows(2).any(|pair| matches!(pair, [a, b] if a.is("du") && b.is("kien")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_tell_the_state_in_their_own_words() {
        let status = |text| read(text).map(|(status, _)| status);
        assert_eq!(status("HOÃN"), Ok(EventStatus::Postponed));
        assert_eq!(status("Hủy"), Ok(EventStatus::Cancelled));
        assert_eq!(status("Đã huỷ."), Ok(EventStatus::Cancelled));
        assert_eq!(status("Dự kiến"), Ok(EventStatus::Tentative));
        assert_eq!(status("đã hoàn thành"), Ok(EventStatus::Confirmed));
        // The words that tables of this program have for them.
        for text in ["Đã đổi lịch", "New date"] {
            assert_eq!(status(text), Ok(EventStatus::Moved), "{text}");
        }
        assert_eq!(status("To be confirmed"), Ok(EventStatus::Tentative));
        let from = |text| read(text).map(|(status, day)| (status, day.map(|day| day.to_string())));
        assert_eq!(from("Dời từ 20/11"), Ok((EventStatus::Moved, Some("20/11".to_owned()))));
        assert_eq!(
            from("chuyển từ ngày 20/11/2026"),
            Ok((EventStatus::Moved, Some("20/11/2026".to_owned())))
        );
        assert_eq!(
            from("Moved from 20 November"),
            Ok((EventStatus::Moved, Some("20/11".to_owned())))
        );
        for text in ["dời sang 25/11", "hoàn", "huỷ 1 phần", "mang theo giấy mời", ""] {
            assert_eq!(read(text), Err(Unread), "{text}");
        }
    }
}
