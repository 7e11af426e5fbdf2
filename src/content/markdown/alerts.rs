//! Boxes (`> [!NOTE]`) that are none: of an unknown kind, with text in their line, without their
//! `!` or `>`, or with nothing in them.

use std::ops::Range;

use crate::content::markdown::boxes;
use crate::content::markdown::lines::Line;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

impl Writer<'_, '_> {
    /// Looks at the lines of a paragraph that begins with a bracket. Whether anything was told.
    pub(super) fn look_at_box(&mut self, lines: &[Line<'_>]) -> bool {
        let Some(line) = lines.first().copied() else { return false };
        let Some(end) = line.text.find(']') else { return false };
        let before = &self.reading.text[..line.start];
        let is_quoted = before.trim_end_matches([' ', '\t']).ends_with('>');
        let inner = &line.text[1..end];
        if is_quoted && inner.starts_with('!') {
            self.tell_box(line);
            return true;
        }
        let own = boxes::named(inner.trim_matches(['!', ' ']));
        let Some(own) = own.filter(|_| line.text[end + 1..].trim().is_empty()) else {
            return false;
        };
        let place = line.start..line.start + end + 1;
        let written = &line.text[..=end];
        if is_quoted {
            let message = say!(
                "`{written}` không thành hộp vì thiếu dấu `!` ở đầu",
                "`{written}` makes no box, for there is no `!` in front"
            );
            let hint = say!("viết `[!{own}]`", "write `[!{own}]`");
            let fix = Fix::sure(place.clone(), format!("[!{own}]"));
            self.tell_mended(place, (message, hint), fix);
            return true;
        }
        if !inner.starts_with('!') {
            return false;
        }
        let message = say!(
            "`{written}` không thành hộp vì thiếu dấu `>` ở đầu dòng",
            "`{written}` makes no box, for its line does not begin with `>`"
        );
        let hint = say!(
            "viết `> [!{own}]`, và `> ` ở đầu mỗi dòng của hộp",
            "write `> [!{own}]`, and begin each line of the box with `> `"
        );
        let changes = lines.iter().map(|line| (line.start..line.start, "> ".to_owned()));
        let fix = self.is_apart(lines).then(|| self.as_one(changes.collect(), false)).flatten();
        self.tell_mended(place, (message, hint), fix);
        true
    }

    /// Says that nothing is in a box: an empty line ends it.
    pub(super) fn tell_empty_box(&mut self, kind: Range<usize>) {
        let message = say!(
            "hộp này không có chữ nào: một dòng trống cắt nó khỏi phần dưới",
            "nothing is in this box: an empty line ends it"
        );
        let hint = say!(
            "xoá dòng trống, và viết `> ` ở đầu mỗi dòng của hộp",
            "delete the empty line, and begin each line of the box with `> `"
        );
        self.tell_meant(kind, message, hint);
    }

    fn tell_box(&mut self, line: Line<'_>) {
        let Some(end) = line.text.find(']') else { return };
        let written = &line.text[..=end];
        let place = line.start..line.start + written.len();
        let begin = self.reading.text[..line.start].rfind('\n').map_or(0, |at| at + 1);
        let marks = &self.reading.text[begin..line.start];
        let own = boxes::meant(&written[2..end]);
        if let Some(own) = own.filter(|own| *own == &written[2..end]) {
            let behind = line.text[end + 1..].trim();
            let message = say!(
                "`{written}` không thành hộp vì có chữ phía sau trên cùng dòng",
                "`{written}` makes no box, for text follows it on its line"
            );
            let hint = say!(
                "xuống dòng sau `[!{own}]`: dòng dưới viết `> {behind}`",
                "break the line behind `[!{own}]`: the next one is `> {behind}`"
            );
            let gap = line.text[end + 1..].len() - line.text[end + 1..].trim_start().len();
            let fix = Fix::sure(place.end..place.end + gap, format!("\n{marks}"));
            return self.tell_mended(place, (message, hint), fix);
        }
        let message = say!("không có loại hộp nào là `{written}`", "there is no box `{written}`");
        match own {
            Some(own) => {
                let hint = say!("viết `[!{own}]`", "write `[!{own}]`");
                let fix = Fix::likely(place.clone(), format!("[!{own}]"));
                self.tell_mended(place, (message, hint), fix);
            }
            None => {
                let all = boxes::ALL.join("`, `");
                let hint = say!("các loại hộp là `{all}`", "the boxes are `{all}`");
                self.tell_meant(place, message, hint);
            }
        }
    }
}
