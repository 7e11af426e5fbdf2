//! Lists of what is to be done whose boxes are none: `- []một`, `-[ ] một`, `- ( ) một`, `☐ một`.

use std::ops::Range;

use crate::content::markdown::lines::Line;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::say;

/// What people type between the brackets of a box that is ticked.
const TICKS: &[&str] = &["x", "X", "v", "V", "√", "✓", "✔", "✗", "+", "*"];

/// The most entries of a list that are mended in one step.
const MOST: usize = 200;

impl Writer<'_, '_> {
    /// An entry whose box is written otherwise than Markdown has it, with those that follow it.
    pub(super) fn look_at_task(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let source = text.get(range.clone()).unwrap_or_default();
        if range.start < self.noted.tasks_done
            || !source.as_bytes().iter().take(8).any(|own| matches!(own, b'[' | b'('))
        {
            return;
        }
        let own = source.lines().next().and_then(|line| Some((range.start, of_entry(line)?)));
        let Some((start, (at, _))) = own else { return };
        let begin = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut changes = Vec::new();
        let mut done = begin;
        let (mut is_round, mut is_empty) = (false, false);
        for line in text[begin..].split_inclusive('\n').take(MOST) {
            let inside = line.trim_start_matches([' ', '\t', '>']);
            let place = done + line.len() - inside.len();
            match of_entry(inside) {
                Some((at, mark)) => {
                    is_round |= inside[at.start..].starts_with('(');
                    is_empty |= mark == "[ ] ";
                    changes.push((place + at.start..place + at.end, mark.to_owned()));
                }
                None if !inside.starts_with(['-', '*', '+']) => break,
                None => {}
            }
            done += line.len();
        }
        self.noted.tasks_done = done;
        // `(x)` and `(v)` are numbers too, where no box is empty.
        if is_round && !is_empty {
            return;
        }
        self.tell_tasks((start + at.start..start + at.end, changes));
    }

    /// Lines of a paragraph that were to be such a list.
    pub(super) fn tell_loose_tasks(&mut self, lines: &[Line<'_>]) -> bool {
        let boxes = lines.iter().filter_map(|line| {
            let (len, mark) = of_line(line.text)?;
            Some((line.start..line.start + len, mark.to_owned()))
        });
        let changes: Vec<(Range<usize>, String)> = boxes.collect();
        let Some((first, _)) = changes.first() else { return false };
        let is_dashed = self.reading.text[first.clone()].starts_with('-');
        if changes.len() < 2 && !is_dashed {
            return false;
        }
        self.tell_tasks((first.clone(), changes));
        true
    }

    fn tell_tasks(&mut self, (place, changes): (Range<usize>, Vec<(Range<usize>, String)>)) {
        let written = self.reading.text[place.clone()].trim_end().to_owned();
        let message = say!(
            "`{written}` không thành ô việc cần làm nên hiện nguyên ra trang",
            "`{written}` makes no box of a task, so it is shown as it is"
        );
        let hint = say!(
            "viết `- [ ] ` ở đầu việc chưa làm, `- [x] ` ở đầu việc đã làm, có đủ dấu cách",
            "write `- [ ] ` before what is to be done, `- [x] ` before what is done, with their spaces"
        );
        let fix = self.as_one(changes, true);
        self.tell_mended(place, (message, hint), fix);
    }
}

/// Where in the line of an entry the wrong box stands, and the right one.
fn of_entry(line: &str) -> Option<(Range<usize>, &'static str)> {
    let inside = line.strip_prefix(['-', '*', '+'])?;
    let behind = inside.trim_start_matches([' ', '\u{a0}']);
    let start = line.len() - behind.len();
    if start == 1 {
        return None;
    }
    let (len, mark) = of_box(behind)?;
    let is_right = behind.starts_with(mark) || behind.to_lowercase().starts_with(mark);
    (!is_right).then_some((start..start + len, mark))
}

/// The length of the wrong beginning of a line that is no entry, and the right one.
fn of_line(line: &str) -> Option<(usize, &'static str)> {
    let sign = line.chars().next()?;
    let drawn = match sign {
        '☐' | '⬜' => Some("- [ ] "),
        '☑' | '☒' => Some("- [x] "),
        _ => None,
    };
    if let Some(mark) = drawn {
        let behind = &line[sign.len_utf8()..];
        let text = behind.trim_start_matches([' ', '\u{a0}', '\u{fe0f}']);
        return (!text.trim().is_empty()).then_some((line.len() - text.len(), mark));
    }
    let inside = line.strip_prefix('-').unwrap_or(line);
    // A round box without a hyphen is for readers to tick.
    let (len, mark) = of_box(inside).filter(|_| !line.starts_with('('))?;
    let mark = if mark == "[ ] " { "- [ ] " } else { "- [x] " };
    Some((line.len() - inside.len() + len, mark))
}

/// The length of a box with the blanks behind it, and how it is written.
fn of_box(text: &str) -> Option<(usize, &'static str)> {
    let (inside, close) = match text.strip_prefix('[') {
        Some(inside) => (inside, ']'),
        None => (text.strip_prefix('(')?, ')'),
    };
    let end = inside.find(close).filter(|end| *end <= "✔".len() + 2)?;
    let tick = inside[..end].trim_matches([' ', '\u{a0}']);
    let behind = &inside[end + 1..];
    let words = behind.trim_start_matches([' ', '\u{a0}']);
    let is_box = words.starts_with(char::is_alphanumeric) || words.starts_with(['“', '"', '*']);
    let mark = if tick.is_empty() { "[ ] " } else { "[x] " };
    (is_box && (tick.is_empty() || TICKS.contains(&tick))).then(|| (text.len() - words.len(), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_known_by_what_stands_in_it() {
        for (line, found) in [
            ("- []một", Some((2..4, "[ ] "))),
            ("- [ ]một", Some((2..5, "[ ] "))),
            ("- [v] một", Some((2..6, "[x] "))),
            ("- [ x ] một", Some((2..8, "[x] "))),
            ("* [x]một", Some((2..5, "[x] "))),
            ("-  [] một", Some((3..6, "[ ] "))),
            ("- ( ) một", Some((2..6, "[ ] "))),
            ("- () một", Some((2..5, "[ ] "))),
            ("- (x) một", Some((2..6, "[x] "))),
            ("- [ ] một", None),
            ("- [X] một", None),
            ("- (a) một", None),
            ("- (xi) một", None),
            ("- (một) hai", None),
            ("- [x](a.md)", None),
            ("- [x]: a", None),
            ("- [một] hai", None),
            ("- [1] hai", None),
            ("-[ ] một", None),
            ("- []", None),
        ] {
            assert_eq!(of_entry(line), found, "{line}");
        }
        for (line, found) in [
            ("-[ ] một", Some((5, "- [ ] "))),
            ("[x] một", Some((4, "- [x] "))),
            ("☐ một", Some((4, "- [ ] "))),
            ("-( ) một", Some((5, "- [ ] "))),
            ("( ) Nam", None),
            ("(x) một", None),
            ("[một] hai", None),
            ("- một", None),
            ("☐", None),
        ] {
            assert_eq!(of_line(line), found, "{line}");
        }
    }
}
