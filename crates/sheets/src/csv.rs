//! CSV (RFC 4180) as offices save it: parted by commas, semicolons or tabs, in UTF-8 or UTF-16.
//!
//! Read by ourselves: rows must count as in the program that staff see them in, empty ones
//! too, and a quotation mark that nothing closes must be told with its cell.

use crate::Fault;
use crate::grid::{Cell, Grid, tidy};
use crate::guard::unguarded;

/// The grid in these bytes. The separator is the one by which it `fits` best, or else parts
/// the most cells.
pub(super) fn read(bytes: &[u8], fits: impl Fn(&Grid) -> usize) -> Result<Grid, Fault> {
    let text = decoded(bytes)?;
    let (said, text) = said_separator(&text);
    let separators = match said {
        Some(said) => vec![said],
        None => vec![';', '\t', ','],
    };
    let grids = separators.into_iter().map(|separator| parsed(text, separator));
    let cells = |grid: &Grid| grid.rows.values().map(|row| row.cells.len()).sum::<usize>();
    let best = grids.max_by_key(|(grid, _)| (fits(grid), cells(grid)));
    let (grid, fault) = best.unwrap_or_else(|| parsed(text, ','));
    fault.map_or(Ok(grid), Err)
}

/// The text of the bytes: UTF-8, or UTF-16 where a mark says so.
fn decoded(bytes: &[u8]) -> Result<String, Fault> {
    let row = |at: usize| bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let text = text.ok_or_else(|| Fault::NotUtf8(row(at)))?;
    match text.find('\0') {
        Some(at) => Err(Fault::Nul(text[..at].matches('\n').count() + 1)),
        None => Ok(text),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| match pair {
            [one, other] => unit([*one, *other]),
            _ => 0,
        })
        .collect();
    String::from_utf16(&units).ok()
}

/// The separator that a first line `sep=;` names. Excel shows no row for that line.
fn said_separator(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut said = line.trim_end().strip_prefix("sep=").unwrap_or_default().chars();
    match (said.next(), said.next()) {
        (Some(separator @ (';' | ',' | '\t')), None) => (Some(separator), rest),
        _ => (None, text),
    }
}

/// The grid, as far as it could be read, and why no further.
fn parsed(text: &str, separator: char) -> (Grid, Option<Fault>) {
    let mut grid = Grid::new(0, "", false);
    let fault = fill(&mut grid, text, separator).err();
    (grid, fault)
}

fn fill(grid: &mut Grid, text: &str, separator: char) -> Result<(), Fault> {
    let (mut at, mut field) = ((1, 1), String::new());
    let mut opened = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if opened.is_some() => {
                if letters.next_if_eq(&'"').is_some() {
                    field.push('"');
                } else {
                    opened = None;
                }
            }
            letter if opened.is_some() => field.push(letter),
            '"' if field.trim().is_empty() => opened = Some(at),
            letter if letter == separator => {
                grid.put(at, cell(&field))?;
                field.clear();
                at.1 += 1;
            }
            '\n' | '\r' => {
                if letter == '\r' {
                    letters.next_if_eq(&'\n');
                }
                grid.put(at, cell(&field))?;
                field.clear();
                at = (at.0 + 1, 1);
            }
            letter => field.push(letter),
        }
    }
    if let Some(at) = opened {
        return Err(Fault::OpenQuote(at));
    }
    grid.put(at, cell(&field))
}

/// A cell without the apostrophe that keeps its text from being taken for something else, or
/// the `="…"` by which some programs do that. Another text that begins with `=` is a formula,
/// and what it gives is not in the file.
fn cell(field: &str) -> Cell {
    let text = field.trim();
    let quoted = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
    match (quoted, text.strip_prefix('=')) {
        (Some(own), _) if !own.contains('"') => Cell::text(own),
        (_, Some(formula)) if !formula.trim().is_empty() => Cell::unknown(formula),
        (_, _) => Cell::tidy(unguarded(&tidy(field)).into()),
    }
}
