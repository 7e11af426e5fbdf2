//! The files that hold sheets: bytes become grids.

mod archive;
mod csv;
mod number;
mod ods;
mod xlsx;
mod xml;

use crate::content::sheet::fault::{Fault, Looks};
use crate::content::sheet::grid::Grid;

/// The tabs of a file whose name ends so. `fits` tells how well a grid looks like a schedule:
/// a CSV file does not say what parts its cells.
///
/// # Errors
/// If the bytes are no sheet of that kind.
pub(super) fn read(
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
