//! Data files by names that are nearly those that the program knows.

use std::collections::BTreeSet;

use crate::content::data::stem;
use crate::diagnostics::{Code, Diagnostic, Place, nearest, say};
use crate::locale::slug;
use crate::sources::{SourcePath, copied};

/// The names of the files that the program knows.
const KNOWN: [&str; 7] =
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

/// Says which data files are probably meant as one that the program knows and does not find, and
/// which are copies of another.
pub(super) fn check(files: &[&SourcePath], diagnostics: &mut Vec<Diagnostic>) {
    let there: BTreeSet<String> = files.iter().map(|path| stem(path)).collect();
    for path in files {
        let copy = copied(&stem(path), &|name| there.contains(name));
        if let Some((first, _)) = copy.filter(|(first, _)| KNOWN.contains(&first.as_str())) {
            diagnostics.push(is_copy(path, &first));
        } else if let Some(known) = data_file_meant(path).filter(|own| !there.contains(*own)) {
            diagnostics.push(is_misnamed(path, known));
        }
    }
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
