//! Tables: alignment by class, header cells with a scope, a region to scroll in.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::content::markdown::fragment::{Mark, escape};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Fix, say};

/// How many letters of a lost text are shown.
const SHOWN: usize = 40;

/// The longest row that is looked through for torn code, in bytes: no page is as wide.
const LONGEST_ROW: usize = 10_000;

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    start: Mark,
    column: usize,
    is_head: bool,
    /// Where the present row stands, and where the last of its cells ends that is shown.
    row: Range<usize>,
    shown_to: usize,
    cell: Mark,
    /// The text of the first header cell that has any.
    first: String,
    /// How many tables so far have this label.
    labels: BTreeMap<String, usize>,
}

impl Writer<'_, '_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.frame.fragment.block("");
        self.table.alignments = alignments;
        self.table.start = self.frame.fragment.mark();
        self.table.first.clear();
        self.frame.fragment.push("<table><thead>");
    }

    pub(super) fn start_table_head(&mut self, range: Range<usize>) {
        self.table.is_head = true;
        self.start_table_row(range);
    }

    pub(super) fn start_table_row(&mut self, range: Range<usize>) {
        self.table.column = 0;
        self.table.shown_to = range.start;
        self.table.row = range;
        self.frame.fragment.push("<tr>");
    }

    pub(super) fn end_table_row(&mut self) {
        self.tell_text_as_row();
        self.tell_lost_cells();
        self.end_block("</tr>\n");
    }

    pub(super) fn start_table_cell(&mut self, range: &Range<usize>) {
        self.prose.block();
        self.table.shown_to = range.end;
        self.table.cell = self.frame.fragment.mark();
        if self.table.is_head && self.table.first.is_empty() {
            self.prose.begin();
        }
    }

    /// The tag of a cell depends on what is in it, so it is put in front at the end.
    pub(super) fn end_table_cell(&mut self) {
        self.prose.block();
        self.end_inline_html();
        let (html, has_symbols) = self.frame.fragment.since(self.table.cell);
        let is_empty = html.is_empty() && !has_symbols;
        let is_row_head = self.table.column == 0 && is_wholly_strong(html);
        let (tag, scope) = match (self.table.is_head, is_empty) {
            // An empty header says nothing, so it is none.
            (true, false) => ("th", " scope=\"col\""),
            (false, false) if is_row_head => ("th", " scope=\"row\""),
            (_, _) => ("td", ""),
        };
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.frame.fragment.insert(self.table.cell, &format!("<{tag}{scope}{class}>"));
        self.frame.fragment.push(&format!("</{tag}>"));
        if self.table.is_head && self.table.first.is_empty() {
            self.table.first = self.prose.end();
        }
        self.table.column += 1;
    }

    /// Now that the header is known, the table gets its region: it scrolls by itself where it
    /// is wider than the screen, by keyboard too, and so needs a name (WCAG 1.4.10, 2.1.1, 4.1.2).
    pub(super) fn end_table_head(&mut self) {
        self.tell_lost_cells();
        self.frame.fragment.push("</tr></thead><tbody>\n");
        self.table.is_head = false;
        let heading = self.body.headings.last().map(|heading| heading.title.clone());
        let label = heading.unwrap_or_else(|| self.table.first.clone());
        let mut region = "<section class=\"table\" tabindex=\"0\"".to_owned();
        if !label.is_empty() {
            region.push_str(" aria-label=\"");
            escape(&mut region, &label);
            let count = self.table.labels.entry(label).or_insert(0);
            *count += 1;
            if *count > 1 {
                region.push_str(&format!(" ({count})"));
            }
            region.push('"');
        }
        region.push_str(">\n");
        self.frame.fragment.insert(self.table.start, &region);
    }

    pub(super) fn end_table(&mut self) {
        self.end_block("</tbody></table>\n</section>\n");
    }

    /// A line right below a table is a row of it, and a cell that goes on in the next line ends
    /// there.
    fn tell_text_as_row(&mut self) {
        let text = self.reading.text;
        let row = self.table.row.clone();
        let source = text.get(row.clone()).unwrap_or_default().trim_end();
        let place = row.start..row.start + source.len();
        let below = text[place.end..].strip_prefix('\n').unwrap_or_default();
        let below = below.lines().next().unwrap_or_default().trim();
        let is_torn = source.starts_with('|')
            && !source.ends_with('|')
            && !below.starts_with('|')
            && below.ends_with('|');
        if is_torn {
            let message = say!(
                "hàng này của bảng đứt ở cuối dòng, nên phần dưới thành một hàng khác",
                "this row of the table breaks at the end of the line, so the rest becomes another row"
            );
            let hint = say!(
                "viết cả hàng trên một dòng; chỗ cần xuống dòng viết `<br>`",
                "write the whole row on one line; where a line is to end in it write `<br>`"
            );
            let fix = Fix::likely(place.end..place.end + 1, "<br>");
            return self.tell_mended(place, (message, hint), fix);
        }
        let is_alone = text[..row.start].ends_with('\n') && self.table.alignments.len() > 1;
        if source.contains('|') || source.is_empty() || !is_alone || torn_above(text, row.start) {
            return;
        }
        let message = say!(
            "dòng này đứng sát bảng nên thành một hàng của bảng",
            "this line stands right below the table, so it becomes a row of it"
        );
        let hint = say!(
            "để một dòng trống giữa bảng và dòng này",
            "leave an empty line between the table and this line"
        );
        let fix = Fix::likely(row.start..row.start, "\n");
        self.tell_mended(place, (message, hint), fix);
    }

    /// Says which text of the row vanishes: cells behind the last heading are left out (GFM 4.10),
    /// and code that holds a `|` is torn in two.
    fn tell_lost_cells(&mut self) {
        let row = self.table.row.clone();
        let source = self.reading.text.get(row.clone()).unwrap_or_default();
        let torn = (source.len() <= LONGEST_ROW).then(|| torn_code(source)).flatten();
        if let Some(code) = torn {
            let written = &source[code.clone()];
            let whole = written.replace('|', "\\|");
            let message = say!(
                "dấu `|` trong `{written}` mở một ô mới của bảng",
                "the `|` in `{written}` begins a new cell of the table"
            );
            let hint = say!("viết `{whole}`", "write `{whole}`");
            let fault = Diagnostic::warning(Code::LostCell, message).hint(hint);
            return tell(row.start + code.start..row.start + code.end, fault, self.reading);
        }
        let lost = self.table.shown_to..row.end;
        let text = self.reading.text.get(lost.clone()).unwrap_or_default();
        let behind = text.trim_start_matches(['|', ' ', '\t']);
        let cells = behind.trim_end_matches(['|', ' ', '\t', '\n']);
        if cells.is_empty() {
            return;
        }
        let start = lost.end - behind.len();
        let end = start + cells.len();
        let cut = cells.char_indices().nth(SHOWN).map(|(at, _)| format!("{}…", &cells[..at]));
        let cells = cut.as_deref().unwrap_or(cells);
        let columns = self.table.alignments.len();
        let message = say!(
            "bảng có {columns} cột, nên `{cells}` không được hiển thị",
            "the table has {columns} columns, so `{cells}` is not shown"
        );
        let hint = say!(
            "thêm một tiêu đề cột, hoặc gộp chữ này vào ô khác; dấu `|` trong ô viết là `\\|`",
            "add a heading for it, or put it into another cell; a `|` inside a cell is written `\\|`"
        );
        let fault = Diagnostic::error(Code::LostCell, message).hint(hint);
        tell(start..end, fault, self.reading);
    }
}

/// Whether the line above is a text below a table too, of which all was told.
fn torn_above(text: &str, start: usize) -> bool {
    let above = text[..start].trim_end_matches('\n');
    let above = &above[above.rfind('\n').map_or(0, |at| at + 1)..];
    !above.contains('|')
}

/// What stands in the first code span of a row that holds the sign between cells.
fn torn_code(row: &str) -> Option<Range<usize>> {
    let run = |at: usize| row[at..].bytes().take_while(|byte| *byte == b'`').count();
    let next = |from: usize| row[from..].find('`').map(|at| from + at);
    let mut at = 0;
    while let Some(start) = next(at) {
        let ticks = run(start);
        let inside = start + ticks;
        let mut from = inside;
        at = inside;
        while let Some(close) = next(from) {
            from = close + run(close);
            if run(close) == ticks {
                let code = row[inside..close].replace("\\|", "");
                if code.contains('|') {
                    return Some(inside..close);
                }
                at = from;
                break;
            }
        }
    }
    None
}

/// Whether a cell is one strong text and nothing else.
fn is_wholly_strong(html: &str) -> bool {
    let inside = html.strip_prefix("<strong>").and_then(|rest| rest.strip_suffix("</strong>"));
    inside.is_some_and(|inside| !inside.contains("</strong>"))
}
