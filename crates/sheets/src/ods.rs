//! ODS (OpenDocument 1.3 part 3): the tables of `content.xml`.

use std::collections::BTreeSet;

use crate::Fault;
use crate::archive::{Archive, MOST_TABS};
use crate::grid::{At, Cell, Grid, LONGEST_CELL, Value};
use crate::number;
use crate::xml::{Tag, Walker, walk};

/// The tabs of a sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.part_if_any("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("manifest:encryption-data") {
        return Err(Fault::Locked);
    }
    let name = "content.xml";
    let text = archive.part(name)?;
    let mut tables = Tables::default();
    walk(&text, &mut tables, || Fault::Broken(name.to_owned()))?;
    Ok(tables.done)
}

/// The tables while they are walked.
#[derive(Default)]
struct Tables {
    done: Vec<Grid>,
    open: Vec<Grid>,
    hidden_styles: BTreeSet<String>,
    style: String,
    row: usize,
    rows: usize,
    row_hidden: bool,
    /// What the cells of the row hold, each with the first column and the number of columns.
    cells: Vec<(usize, usize, Cell)>,
    column: usize,
    cell: Option<OpenCell>,
    /// How many tags are open whose text is none of the cell's, such as a comment.
    aside: usize,
}

/// A cell while it is walked.
struct OpenCell {
    columns: usize,
    known: Option<Cell>,
    /// Its formula, if its value is not there.
    unknown: Option<String>,
    text: String,
    paragraphs: usize,
    in_paragraph: bool,
}

/// How much of a cell is gathered, in bytes: spaces may be written as a number.
const LONGEST: usize = 4 * LONGEST_CELL;

fn count(tag: &Tag<'_>, name: &str) -> usize {
    tag.get(name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

impl Tables {
    fn open_table(&mut self, tag: &Tag<'_>) {
        let name = tag.get("table:name").unwrap_or_default();
        let style = tag.get("table:style-name").unwrap_or_default();
        let hidden = self.hidden_styles.contains(&style);
        // A table inside a cell is no tab.
        let number = self.done.len() + self.open.len();
        self.open.push(Grid::new(number, &name, hidden));
        (self.row, self.rows) = (0, 0);
    }

    fn open_row(&mut self, tag: &Tag<'_>) {
        self.row = self.row.saturating_add(self.rows).max(1);
        self.rows = count(tag, "table:number-rows-repeated");
        let visibility = tag.get("table:visibility").unwrap_or_default();
        self.row_hidden = matches!(visibility.as_str(), "collapse" | "filter");
        self.column = 1;
        self.cells.clear();
    }

    fn open_cell(&mut self, tag: &Tag<'_>) {
        let columns = count(tag, "table:number-columns-repeated");
        let spanned = |name| tag.get(name).and_then(|count| count.parse::<usize>().ok());
        let rows = spanned("table:number-rows-spanned").unwrap_or(1).max(1);
        let across = spanned("table:number-columns-spanned").unwrap_or(1).max(1);
        if let (true, Some(grid)) = (rows > 1 || across > 1, self.open.last_mut()) {
            let (row, column) = (self.row, self.column);
            let last = (row.saturating_add(rows - 1), column.saturating_add(across - 1));
            grid.merge((row, column), last);
        }
        self.cell = Some(OpenCell {
            columns,
            known: known(tag),
            unknown: tag.get("table:formula").filter(|_| {
                // A text may be empty, as `=""` is; a number is not.
                tag.get("office:value-type").is_none_or(|kind| kind != "string")
            }),
            text: String::new(),
            paragraphs: 0,
            in_paragraph: false,
        });
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let shown = Cell::text(&cell.text);
        let value = match (cell.known, cell.unknown) {
            // What failed may have a number beside it, mostly 0.
            _ if shown.value == Value::Failed => shown,
            (Some(known), _) if known.value == Value::Number && !shown.text.is_empty() => {
                Cell { text: shown.text, value: Value::Number }
            }
            (Some(known), _) if known.value != Value::Text || shown.text.is_empty() => known,
            (None, Some(formula)) if shown.text.is_empty() => {
                let written = formula.split_once(":=").map_or(formula.as_str(), |(_, own)| own);
                Cell::unknown(written)
            }
            (_, _) => shown,
        };
        if !value.text.is_empty() {
            self.cells.push((self.column, cell.columns, value));
        }
        self.column = self.column.saturating_add(cell.columns);
    }

    /// Puts the row into the grid as often as it is repeated. The grid ends what has no end.
    fn close_row(&mut self) -> Result<(), Fault> {
        let Some(grid) = self.open.last_mut() else { return Ok(()) };
        if self.cells.is_empty() {
            return Ok(());
        }
        for row in self.row..self.row.saturating_add(self.rows) {
            for (first, columns, cell) in &self.cells {
                for column in *first..first.saturating_add(*columns) {
                    let at: At = (row, column);
                    grid.put(at, cell.clone())?;
                }
            }
            if let (true, Some(row)) = (self.row_hidden, grid.rows.get_mut(&row)) {
                row.hidden = true;
            }
        }
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Fault> {
        if self.aside > 0 {
            return Ok(());
        }
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_paragraph) else { return Ok(()) };
        if cell.text.len() + text.len() > LONGEST {
            let tab = self.open.last().map(|grid| grid.tab.clone());
            let at = (self.row, self.column);
            return Err(tab.map_or(Fault::TooLarge(String::new()), |tab| Fault::LongCell(tab, at)));
        }
        cell.text.push_str(text);
        Ok(())
    }
}

/// The value that the attributes of a cell give.
fn known(tag: &Tag<'_>) -> Option<Cell> {
    match tag.get("office:value-type")?.as_str() {
        "date" => {
            let written = tag.get("office:date-value")?;
            let day = || written.get(..10)?.parse().ok().map(number::day);
            let moment = || written.parse().ok().map(number::day_and_time);
            if written.contains('T') { moment().or_else(day) } else { day() }
        }
        "time" => {
            let written = tag.get("office:time-value")?;
            let duration: jiff::Span = written.parse().ok()?;
            let time = jiff::civil::Time::midnight().checked_add(duration).ok()?;
            Some(number::time(time))
        }
        "float" | "percentage" | "currency" => {
            let written = tag.get("office:value")?;
            Some(Cell { text: written.into(), value: Value::Number })
        }
        "string" => tag.get("office:string-value").map(|written| Cell::text(&written)),
        _ => None,
    }
}

impl Walker for Tables {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match tag.name() {
            "style:style" => self.style = tag.get("style:name").unwrap_or_default(),
            "style:table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table" if self.done.len() + self.open.len() == MOST_TABS => {
                return Err(Fault::TooLarge("content.xml".to_owned()));
            }
            "table:table" => self.open_table(tag),
            "table:table-row" => self.open_row(tag),
            "table:table-cell" | "table:covered-table-cell" => self.open_cell(tag),
            "office:annotation" | "draw:frame" => self.aside += 1,
            "text:p" | "text:h" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = true;
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => {
                self.write(&" ".repeat(count(tag, "text:c").min(LONGEST + 1)))?;
            }
            "text:tab" => self.write(" ")?,
            "text:line-break" => self.write("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "table:table" => self.done.extend(self.open.pop()),
            "table:table-row" => self.close_row()?,
            "table:table-cell" | "table:covered-table-cell" => self.close_cell(),
            "office:annotation" | "draw:frame" => self.aside = self.aside.saturating_sub(1),
            "text:p" | "text:h" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = false;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.write(text)
    }
}
