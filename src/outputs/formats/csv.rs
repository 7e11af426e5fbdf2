//! A table as a CSV file (RFC 4180). It begins with a byte order mark, by which Excel knows UTF-8.

use bangtin_sheets::guarded;
use serde::Serialize;

/// A table.
#[derive(Serialize)]
pub struct Table {
    /// For each column whether it holds days or times of day, which are to be taken for that.
    pub when: Vec<bool>,
    /// Row by row, the headings first.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as a CSV file. A text that a spreadsheet would take for something else gets
    /// an apostrophe before it ([`guarded`]).
    pub fn csv(&self) -> String {
        let mut csv = String::from('\u{feff}');
        for row in &self.rows {
            let cells = row.iter().zip(&self.when).map(|(cell, is_when)| {
                let text = tidy(cell);
                let is_when = *is_when && !text.starts_with(['=', '+', '-', '@']);
                quoted(&if is_when { text } else { guarded(&text) })
            });
            let cells: Vec<String> = cells.collect();
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        }
        csv
    }
}

/// Between quotation marks where the text would else be taken for more than one cell.
/// Semicolons part cells for the Excel of many countries.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', ';', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A text as a cell may hold it: control characters are left out.
fn tidy(text: &str) -> String {
    let is_kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    text.trim().chars().filter(is_kept).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        assert_eq!(quoted("Lễ phát động"), "Lễ phát động");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
    }

    #[test]
    fn a_table_is_a_mark_and_lines() {
        let rows =
            vec![vec!["a".to_owned(), "b;c".to_owned()], vec![String::new(), "d".to_owned()]];
        let table = Table { when: vec![false, false], rows };
        assert_eq!(table.csv(), "\u{feff}a,\"b;c\"\r\n,d\r\n");
    }
}
