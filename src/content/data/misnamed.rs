//! Data files by names that are nearly those that the program knows.

use std::collections::BTreeSet;

use crate::content::data::{Data, stem};
use crate::diagnostics::{Code, Diagnostic, Place, nearest, say};
use crate::locale::slug;
use crate::sources::{SourcePath, Sources, copied};

/// The folder of data.
const FOLDER: &str = "content/_data";

/// Endings of files that hold data, and that are not read.
const DATA: [&str; 8] = ["csv", "json", "ods", "toml", "tsv", "xls", "xlsx", "xml"];

/// The names of the files that the program knows.
pub(super) const KNOWN: [&str; 7] =
    ["agencies", "places", "areas", "hotlines", "campaigns", "glossary", "danger"];

/// What people call them, each with the name that is known.
const CALLED: [(&str, &str); 22] = [
    ("agency", "agencies"),
    ("co-quan", "agencies"),
    ("coquan", "agencies"),
    ("don-vi", "agencies"),
    ("place", "places"),
    ("dia-diem", "places"),
    ("diadiem", "places"),
    ("venues", "places"),
    ("area", "areas"),
    ("dia-ban", "areas"),
    ("xa-phuong", "areas"),
    ("hotline", "hotlines"),
    ("duong-day-nong", "hotlines"),
    ("so-dien-thoai", "hotlines"),
    ("campaign", "campaigns"),
    ("chien-dich", "campaigns"),
    ("terms", "glossary"),
    ("term", "glossary"),
    ("thuat-ngu", "glossary"),
    ("tu-dien", "glossary"),
    ("dangers", "danger"),
    ("tu-nguy-hiem", "danger"),
];

/// The known file that a file of this name is, or is probably meant to be.
pub fn data_file_meant(path: &SourcePath) -> Option<&'static str> {
    // `agencies.yaml.txt`: Windows hides the last ending.
    let name = path.file_name().split('.').next().unwrap_or_default();
    let word = slug(name);
    let called = CALLED.iter().find(|(called, _)| *called == word).map(|(_, known)| *known);
    // `plans.yaml` is a file of the theme's own and no slip for `places.yaml`.
    let is_near = |known: &&str| word.get(..4).is_some_and(|head| known.starts_with(head));
    called.or_else(|| nearest(&word, KNOWN).filter(is_near))
}

/// The files that are read: those that lie in the folder of data itself and end in `.yaml`, or in
/// `.yml` where no other has their name.
pub(super) fn read_files<'p>(files: &[&'p SourcePath]) -> Vec<&'p SourcePath> {
    let own = || files.iter().copied().filter(|path| path.folder() == FOLDER);
    let names = own().filter(|path| path.extension() == "yaml").map(stem);
    let names: BTreeSet<String> = names.collect();
    own()
        .filter(|path| match path.extension().as_str() {
            "yaml" => true,
            "yml" => !names.contains(&stem(path)),
            _ => false,
        })
        .collect()
}

/// Says which files of the folder of data are not read, which are probably meant as one that the
/// program knows and does not find, and which are copies of another.
pub(super) fn check(
    sources: &Sources,
    files: &[&SourcePath],
    read: &[&SourcePath],
    data: &mut Data,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let there: BTreeSet<String> = read.iter().map(|path| stem(path)).collect();
    let read: BTreeSet<&SourcePath> = read.iter().copied().collect();
    for path in files {
        let copy = copied(&stem(path), &|name| there.contains(name));
        let known = data_file_meant(path);
        let is_page = || sources.text(path).is_some_and(|text| text.starts_with("---\n"));
        if path.extension() == "md" && is_page() {
            diagnostics.push(is_a_page(path));
        } else if !read.contains(path) {
            let Some(fault) = unread(path, known, &there) else { continue };
            diagnostics.push(fault);
            // Nothing is said of what may stand in it.
            known
                .filter(|own| !there.contains(*own))
                .into_iter()
                .for_each(|own| data.add_unknown(own.to_owned()));
        } else if let Some((first, _)) = copy.filter(|(first, _)| KNOWN.contains(&first.as_str())) {
            diagnostics.push(is_copy(path, &first));
        } else if let Some(known) = known.filter(|own| !there.contains(*own)) {
            diagnostics.push(is_misnamed(path, known));
        } else if path.extension() == "yml" {
            diagnostics.push(has_short_ending(path));
        }
    }
    diagnostics
}

/// What is said of a file that is not read; nothing of one that may be a note to people.
fn unread(
    path: &SourcePath,
    known: Option<&'static str>,
    there: &BTreeSet<String>,
) -> Option<Diagnostic> {
    let (name, extension) = (path.file_name(), path.extension());
    let is_yaml = matches!(extension.as_str(), "yaml" | "yml");
    let is_data = is_yaml || DATA.contains(&extension.as_str());
    if !is_data && known.is_none() {
        return None;
    }
    let own = known.map_or_else(|| stem(path), str::to_owned);
    let message = if path.folder() == FOLDER {
        say!(
            "tệp `{name}` không được đọc: thư mục `_data` chỉ nhận tệp `.yaml`",
            "the file `{name}` is not read: the folder `_data` takes `.yaml` files only"
        )
    } else {
        say!(
            "tệp `{name}` không được đọc, vì nó nằm trong một thư mục con của `_data`",
            "the file `{name}` is not read, for it lies in a folder inside `_data`"
        )
    };
    let hint = if there.contains(&own) {
        say!(
            "chuyển những gì cần giữ sang `content/_data/{own}.yaml`, rồi xoá tệp này",
            "move what you need into `content/_data/{own}.yaml` and delete this file"
        )
    } else if is_yaml || name.contains(".yaml") || name.contains(".yml") {
        say!(
            "chuyển tệp thành `content/_data/{own}.yaml`",
            "move the file to `content/_data/{own}.yaml`"
        )
    } else {
        say!(
            "viết lại nội dung vào `content/_data/{own}.yaml`, mỗi dòng là `tên: giá trị`",
            "write what it holds into `content/_data/{own}.yaml`, as lines of `name: value`"
        )
    };
    Some(Diagnostic::warning(Code::NearlyNamed, message).hint(hint).at(Place::file(path)))
}

/// A page among the data.
fn is_a_page(path: &SourcePath) -> Diagnostic {
    let name = path.file_name();
    let message = say!(
        "trang `{name}` nằm trong thư mục dữ liệu `_data`, nên không được đăng",
        "the page `{name}` lies in the folder of data, `_data`, and is not published"
    );
    let hint = say!(
        "chuyển tệp sang một thư mục khác trong `content`",
        "move the file to another folder below `content`"
    );
    Diagnostic::warning(Code::OutOfPlace, message).hint(hint).at(Place::file(path))
}

/// A file that is read, and that editors do not know as data.
fn has_short_ending(path: &SourcePath) -> Diagnostic {
    let (name, own) = (path.file_name(), stem(path));
    let message = say!(
        "tệp dữ liệu `{name}` có đuôi `.yml`: trình soạn thảo không nhận ra nó",
        "the data file `{name}` ends in `.yml`, by which editors do not know it"
    );
    let hint = say!("đổi tên tệp thành `{own}.yaml`", "rename the file to `{own}.yaml`");
    Diagnostic::note(Code::NearlyNamed, message).hint(hint).at(Place::file(path))
}

fn is_misnamed(path: &SourcePath, known: &str) -> Diagnostic {
    let name = path.file_name();
    let message = say!(
        "không có gì dùng tệp dữ liệu `{name}`: tên đúng là `{known}.yaml`",
        "nothing uses the data file `{name}`: its name must be `{known}.yaml`"
    );
    let hint = say!("đổi tên tệp thành `{known}.yaml`", "rename the file to `{known}.yaml`");
    Diagnostic::warning(Code::NearlyNamed, message).hint(hint).at(Place::file(path))
}

fn is_copy(path: &SourcePath, first: &str) -> Diagnostic {
    let message = say!(
        "tên tệp này là của một bản sao của `{first}.yaml`, và không có gì dùng nó",
        "this file is named as a copy of `{first}.yaml`, and nothing uses it"
    );
    let hint = say!(
        "chuyển những mục cần giữ sang `{first}.yaml`, rồi xoá tệp này",
        "move the entries that you need into `{first}.yaml` and delete this file"
    );
    Diagnostic::warning(Code::NearlyNamed, message).hint(hint).at(Place::file(path))
}
