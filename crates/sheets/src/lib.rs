//! Spreadsheets as grids: the bytes of an XLSX, ODS or CSV file become cells by row and column.
//!
//! In: bytes, and how the name of their file ends. Out: [`read`] gives the tabs, each a [`Grid`]
//! of the cells that hold something, with what a spreadsheet knows of them besides their text (a
//! day, a time, a formula that failed), with merged blocks and with what is hidden. [`guarded`]
//! is for the way back: a text as it may stand in a CSV file. All of it is pure, and never a
//! panic, whatever the bytes are.
//!
//! Workbooks are read by ourselves, tag by tag over a ZIP and an XML library, for four reasons.
//! calamine, the reader of whole workbooks, lays out the rectangle that a file claims to fill
//! (`Range::from_sparse`), and two kilobytes can claim a billion cells; it repeats the rows of
//! an ODS file in memory as often as the file says; it tells which tabs are hidden, but not
//! which rows; and a formula without a value, as scripts write it, becomes an empty cell. Here
//! parts are unpacked to a limit, a grid ends at [`MOST_ROWS`], and both of the others are told.

mod archive;
mod csv;
mod fault;
mod grid;
mod guard;
mod number;
mod ods;
mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

pub use fault::{Fault, Looks};
pub use grid::{At, Cell, Grid, LONGEST_CELL, MOST_ROWS, Row, Tab, Value};
pub use guard::{guarded, unguarded};

/// How the names of files end that can be read.
pub const EXTENSIONS: [&str; 3] = ["xlsx", "ods", "csv"];

/// The tabs of a file whose name ends so. `fits` tells how well a grid looks like what is
/// wanted: a CSV file does not say what parts its cells.
///
/// # Errors
/// If the bytes are no sheet of that kind.
pub fn read(
    extension: &str,
    bytes: &[u8],
    fits: impl Fn(&Grid) -> usize,
) -> Result<Vec<Grid>, Fault> {
    if bytes.starts_with(b"PK") {
        // A damaged archive does not tell what it was.
        archive::Archive::open(bytes)?;
    }
    match (extension, looks(bytes)) {
        (_, Some(Looks::Xls)) if is_encrypted(bytes) => Err(Fault::Locked),
        ("xlsx", Some(Looks::Xlsx)) => xlsx::read(bytes),
        ("ods", Some(Looks::Ods)) => ods::read(bytes),
        ("csv", None | Some(Looks::Text)) => Ok(vec![csv::read(bytes, fits)?]),
        (_, Some(looks)) => Err(Fault::Mislabelled(looks)),
        (_, None) => Err(Fault::Mislabelled(Looks::Other)),
    }
}

/// What the bytes look like from their beginning.
fn looks(bytes: &[u8]) -> Option<Looks> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Some(Looks::Xls);
    }
    if bytes.starts_with(b"PK") {
        return Some(archive::looks(bytes));
    }
    let head = &bytes[..bytes.len().min(4096)];
    let text =
        String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_lowercase();
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Some(Looks::Html);
    }
    let plain = !head.contains(&0) && std::str::from_utf8(bytes).is_ok();
    plain.then_some(Looks::Text)
}

/// Whether a compound file holds an encrypted sheet (MS-OFFCRYPTO): a stream of this name,
/// in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
