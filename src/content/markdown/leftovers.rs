//! Marks that make nothing and are left on the page as they were typed.
//!
//! In: a paragraph or a stretch of text as it is written. Out: what is told of it. CommonMark
//! leaves such marks as text; readers would see them, or lines that run into each other.

use std::ops::Range;

use crate::content::markdown::writer::Writer;
use crate::diagnostics::say;

/// The signs that word processors and people put before the entries of a list.
const BULLETS: &[char] = &['•', '·', '▪', '●', '◦', '‣', '➢', '✓', '–', '—'];

/// Those of them that begin a line of speech too: one line alone is no list.
const DASHES: &[char] = &['–', '—'];

/// The boxes that GitHub knows, which are ours too.
const BOXES: &str = "`NOTE`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`";

/// The most words before the colon of a line such as `Địa điểm: …`.
const LONGEST_LABEL: usize = 4;

impl Writer<'_, '_> {
    /// Lines of a paragraph that were meant as a list, as a table or as lines of their own.
    pub(super) fn look_at_lines(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let source = text.get(range.clone()).unwrap_or_default();
        let mut at = range.start;
        let lines: Vec<(usize, &str)> = source
            .split_inclusive('\n')
            .map(|line| {
                let inside = line.trim_start_matches(['>', ' ', '\t']);
                let start = at + line.len() - inside.len();
                at += line.len();
                (start, inside)
            })
            .collect();
        let Some((start, first)) = lines.first().copied() else { return };
        let second = lines.get(1).map(|(_, line)| *line);
        if first.starts_with("[!") && text[..range.start].ends_with("> ") {
            self.tell_box(start, first);
        } else if is_row(first) && second.is_some_and(is_row) {
            self.tell_table(start, first);
        } else if let Some(bullet) = bullet(first) {
            if !DASHES.contains(&bullet) || second.and_then(self::bullet) == Some(bullet) {
                self.tell_bullet(start, bullet);
            }
        } else {
            let mut pairs = lines.windows(2);
            let joined = pairs.find(|pair| pair.iter().all(|(_, line)| has_label(line)));
            if let Some([(_, above), (start, line)]) = joined
                && !above.ends_with("  \n")
                && !above.ends_with("\\\n")
            {
                self.tell_joined(*start, line);
            }
        }
    }

    fn tell_box(&mut self, start: usize, line: &str) {
        let Some(end) = line.find(']') else { return };
        let written = &line[..=end];
        let message = say!("không có loại hộp nào là `{written}`", "there is no box `{written}`");
        let hint = say!("các loại hộp là {BOXES}", "the boxes are {BOXES}");
        self.tell_meant(start..start + written.len(), message, hint);
    }

    fn tell_table(&mut self, start: usize, line: &str) {
        let columns = line.trim_end().matches('|').count() - 1;
        let ruler = format!("|{}", "---|".repeat(columns));
        let message = say!(
            "các dòng này không thành bảng, nên dấu `|` hiện nguyên ra trang",
            "these lines are no table, so the `|` are shown as they are"
        );
        let hint = say!(
            "thêm một dòng `{ruler}` ngay dưới dòng tiêu đề của bảng",
            "add a line `{ruler}` right below the line of headings"
        );
        self.tell_meant(start..start + line.trim_end().len(), message, hint);
    }

    fn tell_bullet(&mut self, start: usize, bullet: char) {
        let message = say!(
            "dấu `{bullet}` không làm thành danh sách, nên các dòng hiện nối nhau",
            "`{bullet}` makes no list, so the lines run together"
        );
        let hint = say!(
            "thay `{bullet}` bằng `-` và một dấu cách ở đầu mỗi dòng",
            "write `-` and a space instead of `{bullet}` at the beginning of each line"
        );
        self.tell_meant(start..start + bullet.len_utf8(), message, hint);
    }

    fn tell_joined(&mut self, start: usize, line: &str) {
        let label = line.split(':').next().unwrap_or_default();
        let message = say!(
            "dòng `{label}: …` hiện nối liền với dòng trên",
            "the line `{label}: …` runs on behind the one above"
        );
        let hint = say!(
            "đặt `- ` ở đầu mỗi dòng để thành danh sách, hoặc `\\` ở cuối dòng trên",
            "put `- ` at the beginning of each line to make a list, or `\\` at the end of the line above"
        );
        self.tell_meant(start..start + label.len(), message, hint);
    }

    /// A block of code that nothing closes takes all that follows.
    pub(super) fn look_at_fence(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mark = source.chars().next().filter(|mark| "`~".contains(*mark));
        let Some(mark) = mark else { return };
        let fence = &source[..source.len() - source.trim_start_matches(mark).len()];
        let mut lines = source.trim_end().lines();
        let last = lines.next().and(lines.next_back()).unwrap_or_default();
        let last = last.trim_start_matches(['>', ' ', '\t']).trim_end();
        if last.len() >= fence.len() && last.chars().all(|letter| letter == mark) {
            return;
        }
        let message = say!(
            "khối mã mở ở đây mà không đóng, nên mọi chữ phía sau hiện như mã",
            "the block of code that opens here is not closed, so all that follows is shown as code"
        );
        let hint = say!(
            "thêm một dòng `{fence}` ở cuối khối, hoặc xoá dòng này",
            "add a line of `{fence}` at its end, or delete this line"
        );
        self.tell_meant(range.start..range.start + fence.len(), message, hint);
    }

    /// Marks in a stretch of text that was to be bold or a link.
    pub(super) fn look_at_marks(&mut self, held: &str, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if held.contains("**")
            && let Some(at) = left_bold(source)
        {
            let message = say!("`**` hiện nguyên ra trang", "`**` is shown as it is");
            let hint = say!(
                "chữ đậm viết `**chữ**`: có ở cả hai đầu, và không có dấu cách ở bên trong",
                "bold text is `**text**`: at both ends, and without a space inside"
            );
            self.tell_meant(range.start + at..range.start + at + 2, message, hint);
        }
        if held.contains("] (")
            && let Some((label, address, at)) = link_apart(source)
        {
            let written = format!("[{label}] ({address})");
            let message = say!(
                "`{written}` không thành liên kết: thừa dấu cách",
                "`{written}` is no link: there is a space too many"
            );
            let hint = say!("viết liền: `[{label}]({address})`", "write `[{label}]({address})`");
            self.tell_meant(range.start + at..range.start + at + written.len(), message, hint);
        }
        if held.contains("][")
            && let Some((label, name, at)) = link_nowhere(source)
        {
            let written = format!("[{label}][{name}]");
            let message = say!(
                "`{written}` không thành liên kết: không dòng nào cho biết địa chỉ của `{name}`",
                "`{written}` is no link: no line tells the address of `{name}`"
            );
            let hint = say!(
                "viết `[{label}](địa chỉ)`, hoặc thêm một dòng `[{name}]: địa chỉ`",
                "write `[{label}](address)`, or add a line `[{name}]: address`"
            );
            self.tell_meant(range.start + at..range.start + at + written.len(), message, hint);
        }
    }
}

/// Where two stars stand at a word.
fn left_bold(source: &str) -> Option<usize> {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    source.match_indices("**").map(|(at, _)| at).find(|at| {
        let (before, behind) = (&source[..*at], &source[at + 2..]);
        let is_alone = !before.ends_with(['*', '\\']) && !behind.starts_with('*');
        is_alone && (is_word(before.chars().next_back()) || is_word(behind.chars().next()))
    })
}

/// `[label] (address)`: its parts, and where it stands.
fn link_apart(source: &str) -> Option<(&str, &str, usize)> {
    source.match_indices("] (").find_map(|(at, _)| {
        let opened = source[..at].rfind('[').filter(|at| !source[..*at].ends_with('\\'))?;
        let behind = &source[at + 3..];
        let address = &behind[..behind.find(')')?];
        let is_address =
            address.contains(['.', '/', '#']) && !address.contains(char::is_whitespace);
        let label = &source[opened + 1..at];
        (is_address && !label.contains('\n')).then_some((label, address, opened))
    })
}

/// `[label][name]` of words: its parts, and where it stands.
fn link_nowhere(source: &str) -> Option<(&str, &str, usize)> {
    source.match_indices("][").find_map(|(at, _)| {
        let opened = source[..at].rfind('[').filter(|at| !source[..*at].ends_with('\\'))?;
        let behind = &source[at + 2..];
        let name = &behind[..behind.find(']')?];
        let label = &source[opened + 1..at];
        // Numbers in brackets are how sources are cited.
        let is_named = [label, name].iter().all(|own| own.contains(char::is_alphabetic));
        (is_named && !label.contains('\n') && !name.contains('\n')).then_some((label, name, opened))
    })
}

/// The bullet that a line begins with.
fn bullet(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|first| BULLETS.contains(first))?;
    let rest = &line[first.len_utf8()..];
    (rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty()).then_some(first)
}

/// Whether a line is one of a table.
fn is_row(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
}

/// Whether a line begins with a few words and a colon, as those of an invitation do.
fn has_label(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(':') else { return false };
    let words = label.split(' ').count();
    let is_text = label.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    is_text
        && words <= LONGEST_LABEL
        && label.starts_with(char::is_uppercase)
        && rest.starts_with(' ')
        && !rest.trim().is_empty()
}
