//! Copies that a file manager made beside a file: `bai - Copy.md`, `bai (1).md`. Each is a page of
//! its own, which hardly anybody means.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::site::Page;
use crate::sources::{CopySign, copied};

/// Says which pages are copies of others, and which folders, at their first page.
pub(super) fn check<'a>(
    pages: impl Iterator<Item = &'a Page> + Clone,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let by_path: BTreeMap<&str, &Page> =
        pages.clone().map(|page| (page.document.path.as_str(), page)).collect();
    let folders: BTreeSet<&str> = by_path.keys().flat_map(|path| folders(path)).collect();
    let is_folder = |folder: &str| folders.contains(folder);
    let copies = folders.iter().filter_map(|folder| Some((*folder, copied(folder, &is_folder)?)));
    let copies = copies.filter(|(_, (_, sign))| *sign == CopySign::Sure);
    let copies: BTreeMap<&str, String> = copies.map(|(copy, (first, _))| (copy, first)).collect();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for page in pages {
        let path = page.document.path.as_str();
        if let Some((folder, first)) =
            self::folders(path).find_map(|folder| copies.get_key_value(folder))
        {
            if told.insert(folder) {
                diagnostics.push(copy_of_folder(page, folder, first));
            }
            continue;
        }
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let is_page = |stem: &str| by_path.contains_key(format!("{stem}.md").as_str());
        let Some((first, sign)) = copied(stem, &is_page) else { continue };
        let Some(first) = by_path.get(format!("{first}.md").as_str()) else { continue };
        if sign == CopySign::Sure || have_one_title(page, first) {
            diagnostics.push(copy_of_page(page, first));
        }
    }
}

/// Whether one page is told as a copy of the other.
pub(crate) fn is_copy(copy: &Page, first: &Page) -> bool {
    let [stem, of] = [copy, first].map(|page| page.document.path.as_str().strip_suffix(".md"));
    let Some((stem, of)) = stem.zip(of) else { return false };
    let found = copied(stem, &|stem| stem == of);
    found.is_some_and(|(_, sign)| sign == CopySign::Sure || have_one_title(copy, first))
}

fn have_one_title(one: &Page, other: &Page) -> bool {
    one.document.meta.title == other.document.meta.title
}

/// The folders below `content` in which a file lies, the outermost first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').skip(1).map(|(at, _)| &path[..at])
}

fn copy_of_page(page: &Page, first: &Page) -> Diagnostic {
    let (other, address) = (first.document.path.file_name(), page.address.folder());
    let hint = say!(
        "nếu chép thừa, xoá tệp này; nếu là bài mới, đổi tên tệp theo bài, như `ten-bai.md`",
        "delete this file if nobody needs it; if it is another page, name it after that, like `new-page.md`"
    );
    let fault = if page.address == first.address {
        let message = say!(
            "tên tệp này là của một bản sao của `{other}`, và hai tệp ở cùng một địa chỉ",
            "this file is named as a copy of `{other}`, and both are at one address"
        );
        Diagnostic::error(Code::SameAddress, message)
    } else {
        let message = say!(
            "tên tệp này là của một bản sao của `{other}`, mà vẫn được đăng thành một trang riêng ở `{address}`",
            "this file is named as a copy of `{other}`, and is published all the same, at `{address}`"
        );
        Diagnostic::warning(Code::NearlyNamed, message)
    };
    fault.hint(hint).at(Place::file(&page.document.path))
}

fn copy_of_folder(page: &Page, folder: &str, first: &str) -> Diagnostic {
    let message = say!(
        "thư mục `{folder}` mang tên một bản sao của `{first}`, mà mọi trang trong đó vẫn được đăng",
        "the folder `{folder}` is named as a copy of `{first}`, and all its pages are published"
    );
    let hint = say!(
        "nếu chép thừa, xoá cả thư mục; nếu không, đổi tên thư mục",
        "delete the folder if nobody needs it; else rename it"
    );
    let fault = Diagnostic::warning(Code::NearlyNamed, message).hint(hint);
    fault.at(Place::file(&page.document.path))
}
