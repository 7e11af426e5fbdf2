//! What is wrong, in words: each address that is wrong once, with the number of files that have it.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::portable::names::{NameFault, TOO_LONG, Unsafe};
use crate::portable::owners::Owners;

/// What is wrong with an address.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum What {
    /// Nothing is there.
    Nowhere,
    /// It leads to the site on the web, not to the file beside it.
    InFull,
    /// The page is there, the place in it is not.
    NoPlace,
}

/// An address in a file that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    /// What is wrong.
    pub what: What,
    /// The address as it is written.
    pub written: String,
    /// The file.
    pub from: String,
}

/// All that is to be said: what stands in the frame of a thousand pages is one fault.
pub(super) fn diagnose(faults: impl Iterator<Item = Fault>, owners: &Owners) -> Vec<Diagnostic> {
    let mut all: BTreeMap<(What, String), Vec<String>> = BTreeMap::new();
    for fault in faults {
        let bare = fault.written.trim_start_matches("../").to_owned();
        let files = all.entry((fault.what, bare)).or_default();
        if files.last() != Some(&fault.from) {
            files.push(fault.from);
        }
    }
    all.iter().map(|((what, written), files)| of(*what, (written, files), owners)).collect()
}

fn of(what: What, (written, files): (&str, &[String]), owners: &Owners) -> Diagnostic {
    // A page that an author can open is a better example than a file that nobody wrote.
    let owned = files.iter().find_map(|file| Some((file, owners.find(file)?)));
    let from = owned.map_or(files.first(), |(file, _)| Some(file));
    let from = from.map(String::as_str).unwrap_or_default();
    let more = files.len().saturating_sub(1);
    let (vi, en) = match more {
        0 => (String::new(), String::new()),
        1 => (" và 1 tệp khác".to_owned(), " and 1 other file".to_owned()),
        more => (format!(" và {more} tệp khác"), format!(" and {more} other files")),
    };
    let fault = match what {
        What::Nowhere => nowhere(written, (from, &vi, &en)),
        What::InFull => in_full(written, (from, &vi, &en)),
        What::NoPlace => no_place(written, (from, &vi, &en)),
    };
    match owned {
        Some((_, source)) => fault.at(Place::file(source)),
        None => fault,
    }
}

fn nowhere(written: &str, (from, vi, en): (&str, &str, &str)) -> Diagnostic {
    let message = say!(
        "`{written}` trong `{from}`{vi} không dẫn tới tệp nào",
        "`{written}` in `{from}`{en} leads to no file"
    );
    Diagnostic::error(Code::LeadsNowhere, message).hint(say!(
        "sửa địa chỉ ở nơi viết ra nó (trang, `site.yaml` hoặc giao diện); từ một đĩa, địa chỉ phải kết thúc bằng tên tệp như `index.html`",
        "mend the address where it is written (page, `site.yaml` or theme); from a disk an address must end in the name of a file, such as `index.html`"
    ))
}

fn in_full(written: &str, (from, vi, en): (&str, &str, &str)) -> Diagnostic {
    let message = say!(
        "`{written}` trong `{from}`{vi} chỉ dẫn tới đúng chỗ trên mạng",
        "`{written}` in `{from}`{en} leads to its page on the web only"
    );
    Diagnostic::warning(Code::NotRelative, message).hint(say!(
        "viết theo tệp nguồn, ví dụ `@/tin/bai.md`; trong giao diện, viết `{{{{ root }}}}` trước địa chỉ",
        "write the source file, such as `@/news/page.md`; in a theme write `{{{{ root }}}}` before the address"
    ))
}

fn no_place(written: &str, (from, vi, en): (&str, &str, &str)) -> Diagnostic {
    let message = say!(
        "`{written}` trong `{from}`{vi} nêu một chỗ mà trang không có",
        "`{written}` in `{from}`{en} names a place that the page does not have"
    );
    Diagnostic::error(Code::NoSuchPlace, message).hint(say!(
        "xem lại phần sau dấu `#`: nó là `id` của một chỗ trong trang",
        "look at the part behind `#`: it is the `id` of an element of the page"
    ))
}

/// What is wrong with a name.
pub(super) fn of_name(fault: &NameFault, owners: &Owners) -> Diagnostic {
    let message = said_of(&fault.path, &fault.why);
    let told = match fault.why {
        Unsafe::Long(_) => Diagnostic::warning(Code::LongPath, message),
        Unsafe::Device(_) | Unsafe::Ending(_) | Unsafe::Letter(_) | Unsafe::Control => {
            Diagnostic::error(Code::UnsafeName, message)
        }
        Unsafe::Apart | Unsafe::SameAs(_) => Diagnostic::error(Code::UnsafeName, message),
    };
    let told = told.hint(say!(
        "đổi tên tệp nguồn, hoặc viết `slug` hay `path` ngắn, bằng chữ không dấu, cho trang",
        "rename the source file, or give the page a short `slug` or `path` of plain letters"
    ));
    match owners.find(&fault.path) {
        Some(source) => told.at(Place::file(source)),
        None => told,
    }
}

fn said_of(path: &str, why: &Unsafe) -> Say {
    match why {
        Unsafe::Device(part) => say!(
            "Windows giữ tên `{part}` trong `{path}` cho thiết bị",
            "Windows keeps the name `{part}` in `{path}` for a device"
        ),
        Unsafe::Ending(part) => say!(
            "`{part}` trong `{path}` kết thúc bằng dấu chấm hoặc dấu cách, Windows sẽ bỏ đi",
            "`{part}` in `{path}` ends in a dot or a space, which Windows takes away"
        ),
        Unsafe::Letter(letter) => say!(
            "Windows không nhận `{letter}` trong tên `{path}`",
            "Windows takes no `{letter}` in the name `{path}`"
        ),
        Unsafe::Control => say!(
            "tên `{path}` có ký tự không nhìn thấy",
            "the name `{path}` holds a character that nobody sees"
        ),
        Unsafe::Apart => say!(
            "trong tên `{path}` chữ và dấu được viết rời (NFD), có máy không tìm lại được",
            "in the name `{path}` letters and marks are written apart (NFD), which some systems do not find again"
        ),
        Unsafe::SameAs(other) => say!(
            "trên USB và Windows, `{path}` và `{other}` là cùng một tệp",
            "on a USB stick and on Windows `{path}` and `{other}` are one file"
        ),
        Unsafe::Long(letters) => say!(
            "đường dẫn `{path}` dài {letters} chữ, từ {TOO_LONG} chữ trở lên Windows có thể không mở được",
            "the path `{path}` has {letters} letters; from {TOO_LONG} on Windows may not open it"
        ),
    }
}
