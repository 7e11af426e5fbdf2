//! What is said of a file that cannot be read as a sheet.

use bangtin_sheets::{Fault, LONGEST_CELL, Looks, MOST_ROWS};

use crate::content::sheet::places;
use crate::diagnostics::{Code, Diagnostic, Place, Say, Tab, letters, say};
use crate::locale::old_letters;
use crate::sources::{LARGEST_SHEET, SourcePath};

/// The diagnostic for a sheet at this path that cannot be read.
pub(super) fn diagnose(fault: &Fault, path: &SourcePath, bytes: &[u8]) -> Diagnostic {
    let csv = Tab { number: 0, name: String::new() };
    let place = match fault {
        Fault::ManyCells(tab, at) | Fault::LongCell(tab, at) => {
            Place::cell(path, places::tab(tab), *at, "")
        }
        Fault::NotUtf8(row) | Fault::Nul(row) => Place::cell(path, csv, (*row, 1), ""),
        Fault::OpenQuote(at) => Place::cell(path, csv, *at, ""),
        Fault::Mislabelled(_) | Fault::Locked | Fault::Broken(_) | Fault::TooLarge(_) => {
            Place::file(path)
        }
    };
    let (message, hint) = match fault {
        Fault::Mislabelled(looks) => mislabelled(*looks, &path.extension()),
        Fault::Locked => locked(),
        Fault::Broken(part) => broken(part),
        Fault::NotUtf8(_) => match old_letters::in_bytes(bytes) {
            Some((old, reads)) => letters::in_bytes(old, &reads),
            None => not_utf8(),
        },
        Fault::Nul(_) => nul(),
        Fault::OpenQuote(_) => open_quote(),
        Fault::LongCell(..) => long_cell(),
        Fault::ManyCells(..) => (many_cells(), copy_rows()),
        Fault::TooLarge(part) => (too_large(part), copy_rows()),
    };
    Diagnostic::error(Code::BadSheet, message).hint(hint).at(place)
}

/// The diagnostic for a sheet that is larger than this program holds; `len` in bytes.
pub(super) fn too_long(path: &SourcePath, len: u64) -> Diagnostic {
    let mib = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let (len, most) = (mib(len), mib(LARGEST_SHEET));
    let message = say!(
        "bảng tính quá lớn: `{len} MB`, nhiều nhất là {most} MB",
        "the sheet is too large: `{len} MB`, at most {most} MB"
    );
    Diagnostic::error(Code::BadSheet, message).hint(copy_rows()).at(Place::file(path))
}

fn many_cells() -> Say {
    say!(
        "bảng có quá nhiều ô: nhiều nhất {MOST_ROWS} hàng",
        "the sheet has too many cells: at most {MOST_ROWS} rows"
    )
}

fn too_large(part: &str) -> Say {
    say!("phần `{part}` của bảng tính quá lớn", "the part `{part}` of the sheet is too large")
}

fn locked() -> (Say, Say) {
    let message = say!("bảng tính có mật khẩu", "the sheet wants a password");
    let hint = say!(
        "mở bảng tính, bỏ mật khẩu ở Tệp > Thông tin > Bảo vệ, rồi lưu lại",
        "open the sheet, take the password away in File > Info > Protect, and save it"
    );
    (message, hint)
}

fn broken(part: &str) -> (Say, Say) {
    let message = if part.is_empty() {
        say!("tệp bảng tính bị hỏng", "the file of the sheet is damaged")
    } else {
        say!("bảng tính bị hỏng ở phần `{part}`", "the sheet is damaged in its part `{part}`")
    };
    let hint = say!(
        "mở bảng tính bằng Excel hay LibreOffice rồi lưu lại, hoặc lấy bản khác",
        "open the sheet in Excel or LibreOffice and save it again, or take another copy"
    );
    (message, hint)
}

fn long_cell() -> (Say, Say) {
    let message =
        say!("ô này dài hơn {LONGEST_CELL} chữ", "this cell is longer than {LONGEST_CELL} letters");
    let hint = say!(
        "viết ngắn lại, phần dài đặt vào bài viết của trang",
        "shorten it and put the long part into the text of the page"
    );
    (message, hint)
}

fn not_utf8() -> (Say, Say) {
    let message = say!("tệp CSV không phải là UTF-8", "the CSV file is not UTF-8");
    let hint = say!(
        "trong Excel chọn Lưu thành > “CSV UTF-8 (phân cách bằng dấu phẩy)”, hoặc lưu dưới dạng .xlsx",
        "in Excel choose Save as > “CSV UTF-8 (comma delimited)”, or save it as .xlsx"
    );
    (message, hint)
}

fn nul() -> (Say, Say) {
    let message = say!("tệp CSV có ký tự rỗng (NUL)", "the CSV file holds a NUL character");
    let hint = say!(
        "lưu lại bảng tính dưới dạng CSV UTF-8 hoặc .xlsx",
        "save the sheet again as CSV UTF-8 or .xlsx"
    );
    (message, hint)
}

fn open_quote() -> (Say, Say) {
    let message = say!(
        "dấu ngoặc kép mở ở ô này không được đóng",
        "the quotation mark that opens in this cell is not closed"
    );
    let hint = say!(
        "thêm dấu `\"` ở cuối ô; dấu ngoặc kép trong ô viết thành `\"\"`",
        "add a `\"` at the end of the cell; inside a cell write it twice: `\"\"`"
    );
    (message, hint)
}

fn copy_rows() -> Say {
    say!(
        "chép riêng các hàng của lịch sang một bảng tính mới, không kèm hình và hàng trống",
        "copy just the rows of the schedule into a new sheet, without pictures and empty rows"
    )
}

fn mislabelled(looks: Looks, extension: &str) -> (Say, Say) {
    let rename =
        |to: &str| say!("đổi đuôi tên tệp thành `.{to}`", "let the file's name end in `.{to}`");
    let save = || {
        say!(
            "mở tệp bằng Excel hay LibreOffice, chọn Lưu thành “Excel Workbook (.xlsx)”",
            "open the file in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”"
        )
    };
    let (vi, en, hint) = match looks {
        Looks::Xls => ("bảng tính Excel đời cũ (.xls)", "an old Excel sheet (.xls)", save()),
        Looks::Xlsx => ("bảng tính Excel (.xlsx)", "an Excel sheet (.xlsx)", rename("xlsx")),
        Looks::Ods => {
            ("bảng tính OpenDocument (.ods)", "an OpenDocument sheet (.ods)", rename("ods"))
        }
        Looks::Zip => (
            "tệp nén hay văn bản, không phải bảng tính",
            "an archive or a document, no sheet",
            save(),
        ),
        Looks::Html => ("trang web", "a web page", save()),
        Looks::Text => ("tệp văn bản, có lẽ là CSV", "a text, perhaps CSV", rename("csv")),
        Looks::Other => ("tệp loại khác", "another kind of file", save()),
    };
    (
        say!(
            "tệp có đuôi `.{extension}` nhưng là {vi}",
            "the file's name ends in `.{extension}`, but it is {en}"
        ),
        hint,
    )
}
