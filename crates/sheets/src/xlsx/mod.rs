//! XLSX (ECMA-376 part 1, SpreadsheetML): workbook, shared texts, number formats, sheets.

mod parts;
mod sheet;

use std::collections::BTreeMap;

use crate::Fault;
use crate::archive::{Archive, MOST_TABS};
use crate::grid::Grid;
use crate::xlsx::parts::{Formats, Texts};
use crate::xlsx::sheet::{Known, Sheet};
use crate::xml::{Tag, Walker, walk};

/// The tabs of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let mut archive = Archive::open(bytes)?;
    let main = "xl/workbook.xml";
    let mut book = Book::default();
    walk_part(&mut archive, main, &mut book)?;
    let mut relations = Relations::default();
    walk_part(&mut archive, "xl/_rels/workbook.xml.rels", &mut relations)?;
    let mut texts = Texts::default();
    let mut formats = Formats::default();
    for (kind, target) in relations.by_id.values() {
        let part = resolved(target);
        match kind.rsplit('/').next() {
            Some("sharedStrings") => walk_part(&mut archive, &part, &mut texts)?,
            Some("styles") => walk_part(&mut archive, &part, &mut formats)?,
            _ => {}
        }
    }
    let known = Known { texts: texts.all, shows: formats.shows(), since_1904: book.since_1904 };
    if book.tabs.len() > MOST_TABS {
        return Err(Fault::TooLarge(main.to_owned()));
    }
    let mut grids = Vec::new();
    for (number, tab) in book.tabs.iter().enumerate() {
        let Some((kind, target)) = relations.by_id.get(&tab.relation) else {
            return Err(Fault::Broken(tab.name.clone()));
        };
        // A chart has a tab of its own, and no cells.
        if kind.rsplit('/').next() != Some("worksheet") {
            continue;
        }
        let grid = Grid::new(number, &tab.name, tab.hidden);
        let mut sheet = Sheet::new(&known, grid);
        walk_part(&mut archive, &resolved(target), &mut sheet)?;
        grids.push(sheet.grid);
    }
    Ok(grids)
}

fn walk_part(
    archive: &mut Archive<'_>,
    name: &str,
    walker: &mut impl Walker<Fault = Fault>,
) -> Result<(), Fault> {
    let text = archive.part(name)?;
    walk(&text, walker, || Fault::Broken(name.to_owned()))
}

/// The part that a relation of the workbook names.
fn resolved(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    }
}

/// `workbook.xml`: the tabs in order.
#[derive(Default)]
struct Book {
    tabs: Vec<BookTab>,
    since_1904: bool,
}

struct BookTab {
    name: String,
    relation: String,
    hidden: bool,
}

impl Walker for Book {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match tag.local() {
            "workbookPr" => {
                let dates = tag.get("date1904").unwrap_or_default();
                self.since_1904 = matches!(dates.as_str(), "1" | "true");
            }
            "sheet" => {
                let state = tag.get("state").unwrap_or_default();
                self.tabs.push(BookTab {
                    name: tag.get("name").unwrap_or_default(),
                    relation: tag.get_local("id").unwrap_or_default(),
                    hidden: matches!(state.as_str(), "hidden" | "veryHidden"),
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// `workbook.xml.rels`: kind and target of each part, by id.
#[derive(Default)]
struct Relations {
    by_id: BTreeMap<String, (String, String)>,
}

impl Walker for Relations {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        if tag.local() == "Relationship" {
            let get = |name| tag.get(name).unwrap_or_default();
            self.by_id.insert(get("Id"), (get("Type"), get("Target")));
        }
        Ok(())
    }

    fn close(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
