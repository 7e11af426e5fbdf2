//! Lines of a paragraph that were to be a table.

use crate::content::markdown::lines::Line;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// What was to be a table.
pub(super) struct Found {
    /// Its first line, among those of the paragraph.
    pub(super) first: usize,
    /// What it lacks.
    pub(super) how: How,
    /// The line of headings as it must be written.
    pub(super) head: String,
    /// The line of hyphens below it.
    pub(super) ruler: String,
    /// The lines as they must be written.
    pub(super) fix: Option<Fix>,
}

/// What a table lacks.
pub(super) enum How {
    /// The line of hyphens.
    NoRuler,
    /// The line of hyphens has another number of cells.
    OtherRuler {
        /// How many it has.
        own: usize,
        /// How many headings there are.
        columns: usize,
    },
    /// The line of hyphens is one of other strokes.
    OtherStrokes,
    /// Each `|` is written twice.
    Doubled,
    /// Its cells are parted by tabs, as they come from Word and Excel, or by `|` without those
    /// around them.
    Parted,
}

/// What of these lines was to be a table.
pub(super) fn table(lines: &[Line<'_>]) -> Option<Found> {
    let pair = |at: &usize| lines.get(*at).zip(lines.get(at + 1));
    (0..lines.len()).find_map(|at| {
        let (one, two) = pair(&at)?;
        if is_row(one.text) && is_row(two.text) {
            return Some(of_rows(at, lines));
        }
        if is_of_grid(one.text) && is_row(two.text) {
            return Some(of_grid(at, lines));
        }
        if let Some(sign) = [";", ","].into_iter().find(|sign| at == 0 && are_values(lines, sign)) {
            return Some(of_parted(at, lines, sign));
        }
        let sign = ["\t", " | ", "│"].into_iter().find(|sign| {
            let count = cells(one.text, sign).len();
            count > 1 && cells(two.text, sign).len() == count && !is_row(one.text)
        })?;
        Some(of_parted(at, lines, sign))
    })
}

impl Writer<'_, '_> {
    /// Lines of a table that empty lines keep from being one.
    pub(super) fn tell_parted_rows(&mut self, lines: &[Line<'_>]) -> bool {
        let [line] = lines else { return false };
        if !is_row(line.text) || !self.is_apart(lines) {
            return false;
        }
        if line.start < self.noted.rows_done {
            return true;
        }
        let text = self.reading.text;
        let mut rows: Vec<&str> = Vec::new();
        let mut done = line.start;
        for own in text[line.start..].split_inclusive('\n') {
            if !own.trim().is_empty() && !is_row(own) {
                break;
            }
            done += own.len();
            rows.extend((!own.trim().is_empty()).then_some(own.trim_end()));
        }
        if rows.len() < 2 {
            return false;
        }
        self.noted.rows_done = done;
        let end = line.start + text[line.start..done].trim_end().len();
        let message = say!(
            "các dòng có dấu `|` này không thành bảng vì có dòng trống xen giữa",
            "these lines with `|` are no table, for empty lines part them"
        );
        let hint = say!(
            "xoá các dòng trống giữa các dòng của bảng",
            "delete the empty lines between the lines of the table"
        );
        let fix = Fix::likely(line.start..end, rows.join("\n"));
        self.tell_mended(line.start..line.end(), (message, hint), fix);
        true
    }
}

fn of_rows(first: usize, lines: &[Line<'_>]) -> Found {
    let (head, next) = (&lines[first], &lines[first + 1]);
    if head.text.contains("||") && next.text.contains("||") {
        return of_doubled(first, lines);
    }
    let columns = columns(head.text);
    let ruler = ruler(columns);
    let head_text = head.text.trim_end().to_owned();
    if is_of_strokes(next.text) {
        let fix = Some(Fix::sure(next.start..next.end(), ruler.clone()));
        return Found { first, how: How::OtherStrokes, head: head_text, ruler, fix };
    }
    if is_ruler(next.text) {
        let own = self::columns(next.text);
        let fix = Some(Fix::sure(next.start..next.end(), ruler.clone()));
        return Found { first, how: How::OtherRuler { own, columns }, head: head_text, ruler, fix };
    }
    let fix = Some(Fix::sure(head.end()..head.end(), format!("\n{ruler}")));
    Found { first, how: How::NoRuler, head: head_text, ruler, fix }
}

fn of_doubled(first: usize, lines: &[Line<'_>]) -> Found {
    let rows = lines[first..].iter().take_while(|line| is_row(line.text));
    let written: Vec<String> = rows.map(|line| line.text.trim_end().replace("||", "|")).collect();
    let (head, last) = (&lines[first], &lines[first + written.len() - 1]);
    let ruler = ruler(columns(&written[0]));
    let fix = Some(Fix::likely(head.start..last.end(), written.join("\n")));
    Found { first, how: How::Doubled, head: written[0].clone(), ruler, fix }
}

/// A table in a frame of hyphens and `+`.
fn of_grid(first: usize, lines: &[Line<'_>]) -> Found {
    let all = lines[first..].iter().take_while(|line| is_of_grid(line.text) || is_row(line.text));
    let all: Vec<&Line<'_>> = all.collect();
    let mut rows: Vec<String> = all
        .iter()
        .filter(|line| is_row(line.text))
        .map(|line| line.text.trim_end().to_owned())
        .collect();
    let head = rows[0].clone();
    let ruler = ruler(columns(&head));
    rows.insert(1, ruler.clone());
    let is_alone = first == 0 && all.len() == lines.len();
    let stretch = all.first().zip(all.last()).map(|(one, last)| one.start..last.end());
    let fix = stretch.filter(|_| is_alone).map(|stretch| Fix::sure(stretch, rows.join("\n")));
    Found { first, how: How::Parted, head, ruler, fix }
}

fn of_parted(first: usize, lines: &[Line<'_>], sign: &str) -> Found {
    let rows: Vec<(&Line<'_>, Vec<&str>)> = lines[first..]
        .iter()
        .map(|line| (line, cells(line.text, sign)))
        .take_while(|(_, cells)| cells.len() > 1)
        .filter(|(_, cells)| !cells.iter().all(|cell| is_of_strokes(cell)))
        .collect();
    let written = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let head = rows.first().map(|(_, cells)| written(cells)).unwrap_or_default();
    let ruler = ruler(rows.first().map_or(0, |(_, cells)| cells.len()));
    let rest = rows.iter().skip(1).map(|(_, cells)| written(cells));
    let whole: Vec<String> = [head.clone(), ruler.clone()].into_iter().chain(rest).collect();
    let stretch = rows.first().zip(rows.last()).map(|((one, _), (last, _))| one.start..last.end());
    // What stands around the table in its paragraph would be one of its rows.
    let is_alone = first == 0 && rows.len() == lines.len();
    let fix = stretch.filter(|_| is_alone).map(|stretch| Fix::likely(stretch, whole.join("\n")));
    Found { first, how: How::Parted, head, ruler, fix }
}

fn ruler(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

/// The texts between the signs.
fn cells<'t>(line: &'t str, sign: &str) -> Vec<&'t str> {
    let line = line.trim();
    let line = if sign == "│" { line.trim_matches('│') } else { line };
    if !line.contains(sign) {
        return Vec::new();
    }
    line.split(sign).map(str::trim).collect()
}

/// Whether all lines are values with this sign between them, as spreadsheets write them: at least
/// three lines of at least three values, and no space behind a sign.
fn are_values(lines: &[Line<'_>], sign: &str) -> bool {
    let count = |line: &Line<'_>| cells(line.text, sign).len();
    let is_tight = |line: &Line<'_>| !line.text.contains(&format!("{sign} "));
    let columns = lines.first().map_or(0, count);
    lines.len() > 2
        && columns > 2
        && lines.iter().all(|line| count(line) == columns && is_tight(line))
}

/// Whether a line is one of the frame around a table: `+---+---+`.
fn is_of_grid(line: &str) -> bool {
    let line = line.trim_end();
    let is_framed = line.starts_with('+') && line.ends_with('+') && line.contains("--");
    is_framed && line.bytes().all(|byte| b"+-=:".contains(&byte))
}

fn columns(line: &str) -> usize {
    line.trim_end().matches('|').count().saturating_sub(1)
}

/// Whether a line of a table is made of strokes that are no hyphens.
fn is_of_strokes(line: &str) -> bool {
    let line = line.trim_end();
    let is_stroke = |own: char| "—–_=−─".contains(own);
    line.contains(is_stroke) && line.chars().all(|own| is_stroke(own) || "|-: ".contains(own))
}

/// Whether a line is one of a table.
fn is_row(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
}

fn is_ruler(line: &str) -> bool {
    let line = line.trim_end();
    line.contains('-') && line.bytes().all(|byte| b"|-: ".contains(&byte))
}
