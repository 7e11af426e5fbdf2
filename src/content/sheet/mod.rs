//! Sheets that schedules are read from: grids become rows whose columns are known.
//!
//! In: a sheet, which `bangtin_sheets` makes a grid of, and what the page says of its columns.
//! Out: `Line`s, each a row of the schedule with its cells by `Column`, and what is to be said
//! of the rest. What the cells mean is told by `locale::written` and by the kind `schedule`.

mod above;
mod columns;
mod fault;
mod foot;
mod headings;
mod letters;
mod lines;
mod misspelt;
mod notes;
mod places;

use std::collections::BTreeSet;
use std::sync::Arc;

use bangtin_sheets::{EXTENSIONS, Grid, Row};
use jiff::civil::Date;
use serde::Serialize;

use crate::content::{Language, Rules};
use crate::diagnostics::Diagnostic;
use crate::locale::{Found, Names};
use crate::memo::Digest;
use crate::sources::{Content, OnDisk, SourcePath, Sources};
use crate::yaml::Marked;

pub(in crate::content) use columns::{Column, named};
pub(in crate::content) use lines::{Filled, Line};
pub(in crate::content) use notes::lost;

/// A sheet that a page may read.
#[derive(Clone, Serialize)]
pub struct Sheet<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// The digest of its bytes, which stands for them in the memo's key.
    pub digest: Digest,
    /// How many bytes it has.
    pub len: u64,
    /// The bytes; none if it is larger than any that is held.
    #[serde(skip)]
    pub bytes: Option<&'a Arc<[u8]>>,
}

/// The sheets of a snapshot.
pub fn all(sources: &Sources) -> Vec<Sheet<'_>> {
    let files = sources.under("content/").filter(|(path, _)| is_sheet(path));
    let held = files.filter_map(|(path, source)| match &source.content {
        Content::OnDisk(OnDisk { len, bytes, .. }) => {
            Some(Sheet { path, digest: source.digest, len: *len, bytes: bytes.as_ref() })
        }
        Content::Text(_) | Content::Embedded(_) => None,
    });
    held.collect()
}

/// Those of the sheets that a page may read: it has events and names the file somewhere. A page
/// that does not cannot become stale when a sheet changes.
pub fn named_in<'a>(text: &str, sheets: &[Sheet<'a>]) -> Vec<Sheet<'a>> {
    if sheets.is_empty() || !text.contains("events:") {
        return Vec::new();
    }
    sheets.iter().filter(|sheet| text.contains(sheet.path.file_name())).cloned().collect()
}

/// Whether a schedule can be read from a file of this name.
pub fn is_sheet(path: &SourcePath) -> bool {
    EXTENSIONS.contains(&path.extension().as_str())
}

/// The language that a sheet is in: that of its name (`lich.en.xlsx`) or of the folder of a
/// language, as with pages; else that of the site.
pub(in crate::content) fn language_of(path: &SourcePath, rules: &Rules) -> Language {
    let stem = path.file_name().rsplit_once('.').map_or("", |(stem, _)| stem);
    let suffix = stem.rsplit_once('.').map_or("", |(_, suffix)| suffix);
    let inside = path.as_str().strip_prefix("content/").unwrap_or_default();
    let own = rules.languages.iter().find(|(language, folder)| {
        let folder = folder.as_ref().and_then(|folder| inside.strip_prefix(folder.as_str()));
        language.as_str() == suffix || folder.is_some_and(|rest| rest.starts_with('/'))
    });
    own.map_or_else(|| rules.default_language.clone(), |(language, _)| language.clone())
}

/// What a page says of the sheet that it reads.
#[derive(Default)]
pub(in crate::content) struct Wanted {
    /// The tabs to read; all that have headings if none is named.
    pub tabs: Vec<Marked<String>>,
    /// What columns are called in this sheet, in plain words with their marks.
    pub columns: Vec<(Marked<String>, Column)>,
    /// The headings to pass over, in such words too.
    pub ignored: Vec<Marked<String>>,
    /// The day of all rows, for a sheet of one day.
    pub day: Option<Marked<Date>>,
}

/// What was read of a sheet.
#[derive(Default)]
pub(in crate::content) struct Table {
    /// The rows of the schedule, in order.
    pub lines: Vec<Line>,
    /// What is to be said of the rest.
    pub diagnostics: Vec<Diagnostic>,
    /// Tabs that the page names and the sheet does not have, each with those that it has.
    pub no_tabs: Vec<Stranger>,
    /// Columns that the page names and no tab has, each with those that there are.
    pub no_columns: Vec<Stranger>,
}

/// A name that the page gives, and the names that there are instead.
pub(in crate::content) type Stranger = (Marked<String>, Vec<String>);

/// Reads a sheet.
pub(in crate::content) fn read(sheet: &Sheet<'_>, wanted: &Wanted, rules: &Rules) -> Table {
    let refused = |fault| Table { diagnostics: vec![fault], ..Table::default() };
    let Some(bytes) = sheet.bytes else { return refused(fault::too_long(sheet.path, sheet.len)) };
    let fit = |grid: &Grid| headings::fit(grid, wanted, rules);
    let grids = match bangtin_sheets::read(&sheet.path.extension(), bytes, fit) {
        Ok(grids) => grids,
        Err(fault) => return refused(fault::diagnose(&fault, sheet.path, bytes)),
    };
    let mut table = Table::default();
    let (chosen, no_tabs) = chosen(&grids, wanted);
    table.no_tabs = no_tabs;
    let mut known = Vec::new();
    let (mut without, mut old_tabs) = (Vec::new(), 0);
    for grid in chosen {
        let old = letters::told(grid, sheet.path);
        let is_old = old.is_some();
        table.diagnostics.extend(old);
        match headings::find(grid, wanted, rules) {
            Some(headings) => {
                known.extend(grid.rows.get(&headings.row).iter().flat_map(|row| names(row)));
                lines::read(grid, &headings, (sheet.path, wanted), &mut table);
            }
            // Headings in other letters are no headings that are known.
            None if grid.rows.is_empty() || is_old => old_tabs += usize::from(is_old),
            None => without.push(grid),
        }
    }
    if !known.is_empty() {
        let strange = wanted.columns.iter().map(|(name, _)| name).chain(&wanted.ignored);
        let strange = strange.filter(|name| !known.iter().any(|own| fits(own, &name.value)));
        table.no_columns = strange.map(|name| (name.clone(), known.clone())).collect();
        let without = without.iter().map(|grid| notes::tab_without_headings(grid, sheet.path));
        table.diagnostics.extend(without);
        let hidden = grids.iter().filter(|grid| wanted.tabs.is_empty() && grid.hidden);
        table.diagnostics.extend(hidden.map(|grid| notes::hidden_tab(grid, sheet.path)));
    } else if table.no_tabs.is_empty() && old_tabs == 0 {
        table.diagnostics.push(notes::no_headings(sheet.path, without.first().copied()));
    }
    table
}

fn names(row: &Row) -> impl Iterator<Item = String> {
    row.cells.values().map(|cell| cell.text.to_string())
}

/// Whether a heading is the one that the page names in plain words.
fn fits(heading: &str, name: &str) -> bool {
    let (outside, inside) = named(heading);
    name == outside || name == format!("{outside} {inside}").trim()
}

/// The tabs that the page wants, and the names of tabs that are not there.
fn chosen<'g>(grids: &'g [Grid], wanted: &Wanted) -> (Vec<&'g Grid>, Vec<Stranger>) {
    if wanted.tabs.is_empty() {
        return (grids.iter().filter(|grid| !grid.hidden).collect(), Vec::new());
    }
    let name = |at: usize| grids.get(at).map(|grid| grid.tab.name.clone());
    let names: Names<usize> =
        grids.iter().enumerate().map(|(at, grid)| (grid.tab.name.clone(), at)).collect();
    let (mut chosen, mut strange) = (BTreeSet::new(), Vec::new());
    for wanted in &wanted.tabs {
        let instead: Vec<String> = match names.find(&wanted.value) {
            Found::One(at) => {
                chosen.insert(*at);
                continue;
            }
            Found::Several(all) => all.into_iter().filter_map(|at| name(*at)).collect(),
            Found::None { near } if !near.is_empty() => {
                near.into_iter().map(str::to_owned).collect()
            }
            Found::None { .. } => grids.iter().map(|grid| grid.tab.name.clone()).collect(),
        };
        let instead = instead.into_iter().filter(|name| !name.is_empty()).collect();
        strange.push((wanted.clone(), instead));
    }
    (chosen.into_iter().filter_map(|at| grids.get(at)).collect(), strange)
}
