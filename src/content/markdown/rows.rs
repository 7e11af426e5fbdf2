//! Lines of a paragraph that were to be a table.

use crate::content::markdown::lines::Line;
use crate::diagnostics::Fix;

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
            return Some(of_rows(at, one, two));
        }
        let sign = ["\t", " | "].into_iter().find(|sign| {
            let count = cells(one.text, sign).len();
            count > 1 && cells(two.text, sign).len() == count && !is_row(one.text)
        })?;
        Some(of_parted(at, lines, sign))
    })
}

fn of_rows(first: usize, head: &Line<'_>, next: &Line<'_>) -> Found {
    let columns = columns(head.text);
    let ruler = ruler(columns);
    let head_text = head.text.trim_end().to_owned();
    if is_ruler(next.text) {
        let own = self::columns(next.text);
        let fix = Some(Fix::sure(next.start..next.end(), ruler.clone()));
        return Found { first, how: How::OtherRuler { own, columns }, head: head_text, ruler, fix };
    }
    let fix = Some(Fix::sure(head.end()..head.end(), format!("\n{ruler}")));
    Found { first, how: How::NoRuler, head: head_text, ruler, fix }
}

fn of_parted(first: usize, lines: &[Line<'_>], sign: &str) -> Found {
    let rows: Vec<(&Line<'_>, Vec<&str>)> = lines[first..]
        .iter()
        .map(|line| (line, cells(line.text, sign)))
        .take_while(|(_, cells)| cells.len() > 1)
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
    if !line.contains(sign) {
        return Vec::new();
    }
    line.split(sign).map(str::trim).collect()
}

fn columns(line: &str) -> usize {
    line.trim_end().matches('|').count().saturating_sub(1)
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
