//! Why a file cannot be read as a sheet.

use crate::grid::{At, Tab};

/// Why a file cannot be read as a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is another kind of file than its name says.
    Mislabelled(Looks),
    /// It wants a password.
    Locked,
    /// It is damaged, in this part of it; as a whole if none is named.
    Broken(String),
    /// Unpacked, it is larger than any schedule; in this part of it.
    TooLarge(String),
    /// A tab holds more than a schedule; where the limit was met.
    ManyCells(Tab, At),
    /// A cell holds more letters than any of a schedule.
    LongCell(Tab, At),
    /// A CSV file that is not in UTF-8; the row of the first letter that is not.
    NotUtf8(usize),
    /// A NUL in a CSV file; its row.
    Nul(usize),
    /// A quotation mark that nothing closes; its cell.
    OpenQuote(At),
}

/// What a file looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looks {
    /// Excel until 2003.
    Xls,
    /// Excel since 2007.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Another archive, such as a document of Word.
    Zip,
    /// A page of the web.
    Html,
    /// A text, perhaps CSV.
    Text,
    /// Something else.
    Other,
}
