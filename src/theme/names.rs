//! The names under which the files of a theme are published: with the digest of what is in them,
//! so that no page ever meets a style of another build, and browsers may keep them for ever.
//!
//! In: the files as the theme's maker named them. Out: [`Names`], by which pages are written, and
//! style sheets that name each other and their pictures so. Whoever makes a theme writes plain
//! names, in attributes of templates and in `url()` and `@import` of style sheets.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::html::addresses_of_css;
use crate::memo::Digest;
use crate::public::OutputPath;
use crate::sources::Content;
use crate::theme::{THEME_FOLDER, ThemeFile};

/// The published name of each file that has another than its own, by its own.
#[derive(Clone, Default, Debug)]
pub(super) struct Names(BTreeMap<OutputPath, OutputPath>);

impl Names {
    /// The names of these files, and of others of which the digest is known. The style sheets
    /// among the files are written anew, with the names in them.
    pub(super) fn of(
        files: &mut BTreeMap<OutputPath, ThemeFile>,
        others: impl IntoIterator<Item = (OutputPath, Digest)>,
    ) -> Names {
        let mut names = Names::default();
        for (path, digest) in others {
            names.add(&path, digest);
        }
        let plain = files.iter().filter(|(path, file)| sheet(path, file).is_none());
        plain.for_each(|(path, file)| names.add(path, published(file)));
        let sheets: Vec<(OutputPath, String)> = files
            .iter()
            .filter_map(|(path, file)| Some((path.clone(), sheet(path, file)?.to_owned())))
            .collect();
        let written = sheets.iter().map(|(path, text)| (path, names.in_sheet(path, text)));
        let written: BTreeMap<&OutputPath, String> = written.collect();
        // Style sheets may import each other in a circle, so that none can be written first: all
        // of them stand for each one that imports any.
        let all = Digest::of_value(&written);
        for (path, text) in &written {
            let imports = text.contains("@import");
            names.add(path, if imports { all } else { Digest::of(text.as_bytes()) });
        }
        for (path, text) in &sheets {
            if let Some(file) = files.get_mut(path) {
                let text = names.in_sheet(path, text);
                file.digest = Digest::of(text.as_bytes());
                file.content = Content::Text(text.into());
            }
        }
        names
    }

    fn add(&mut self, path: &OutputPath, digest: Digest) {
        self.0.insert(path.clone(), path.with_digest(digest));
    }

    /// The published name of a file.
    pub(super) fn get(&self, path: &OutputPath) -> Option<&OutputPath> {
        self.0.get(path)
    }

    /// Stands for all of them.
    pub(super) fn digest(&self) -> Digest {
        Digest::of_value(&self.0)
    }

    /// A page with the published names in its attributes; nothing where it names no file that has
    /// another name.
    pub(super) fn in_page(&self, html: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let mut written = String::new();
        let mut done = 0;
        for (at, _) in html.match_indices(THEME_FOLDER) {
            let is_attribute = html[done..at].rfind(ends_address).is_some_and(|quote| {
                let quote = done + quote;
                html[..quote].ends_with('=') && html[quote..].starts_with(['"', '\''])
            });
            let end = html[at..].find(ends_address).map_or(html.len(), |end| at + end);
            if let Some(name) = self.named(&html[at..end]).filter(|_| is_attribute) {
                written.push_str(&html[done..at]);
                written.push_str(name.as_str());
                done = end;
            }
        }
        (done > 0).then(|| written + &html[done..])
    }

    fn named(&self, path: &str) -> Option<&OutputPath> {
        self.get(&OutputPath::parse(path)?)
    }

    /// A style sheet with the published names in what it loads.
    fn in_sheet(&self, sheet: &OutputPath, css: &str) -> String {
        let mut written = String::with_capacity(css.len());
        let mut done = 0;
        for place in addresses_of_css(css) {
            let address = css[place.clone()].split(['?', '#']).next().unwrap_or_default();
            let found = sheet.led_to(address).and_then(|path| self.0.get(&path));
            let Some(name) = found.and_then(|own| own.as_str().rsplit('/').next()) else {
                continue;
            };
            let end = place.start + address.len();
            let start = address.rfind('/').map_or(place.start, |slash| place.start + slash + 1);
            written.push_str(&css[done..start]);
            written.push_str(name);
            done = end;
        }
        written.push_str(&css[done..]);
        written
    }
}

/// Says of each script which files of the theme it names: they have other names once they are
/// published.
pub(super) fn diagnose(files: &BTreeMap<OutputPath, ThemeFile>) -> Vec<Diagnostic> {
    let scripts = files.iter().filter_map(|(path, file)| match &file.content {
        Content::Text(text) if path.as_str().ends_with(".js") => Some((&file.path, text)),
        Content::Text(_) | Content::Embedded(_) | Content::OnDisk(_) => None,
    });
    let named = scripts.flat_map(|(script, text)| {
        let places = files.keys().filter_map(|path| Some((path, named_at(text, path)?)));
        places.map(|(path, at)| {
            let span = at..at + path.as_str().len();
            named_in_script(path, Place::within(script, text, span.into()))
        })
    });
    named.collect()
}

/// Where a script names a file first.
fn named_at(text: &str, path: &OutputPath) -> Option<usize> {
    let mut places = text.match_indices(path.as_str());
    let is_whole = |(at, name): &(usize, &str)| {
        let next = text[at + name.len()..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && !"._-".contains(next))
    };
    places.find(is_whole).map(|(at, _)| at)
}

fn named_in_script(path: &OutputPath, place: Place) -> Diagnostic {
    let message = say!(
        "mã lệnh ghi tên `{path}`, nhưng khi đăng thì tệp này có tên khác",
        "the script names `{path}`, but that file has another name once it is published"
    );
    let hint = say!(
        "ghi tên tệp vào một thuộc tính trong mẫu, ví dụ `data-file`, rồi đọc nó trong mã lệnh",
        "let a template name the file in an attribute, such as `data-file`, and read that in the script"
    );
    Diagnostic::warning(Code::NameInScript, message).hint(hint).at(place)
}

/// What ends an address in an attribute, and so what stands before it too.
fn ends_address(letter: char) -> bool {
    letter.is_whitespace() || "\"'<>?#".contains(letter)
}

/// The text of a style sheet.
fn sheet<'f>(path: &OutputPath, file: &'f ThemeFile) -> Option<&'f str> {
    match &file.content {
        Content::Text(text) if path.as_str().ends_with(".css") => Some(text),
        Content::Text(_) | Content::Embedded(_) | Content::OnDisk(_) => None,
    }
}

/// Stands for the bytes of a file as it is published: a picture is cleaned by rules.
fn published(file: &ThemeFile) -> Digest {
    match &file.content {
        Content::Text(_) | Content::Embedded(_) => file.digest,
        Content::OnDisk(_) => Digest::of_value(&(file.digest, bangtin_pictures::EDITION)),
    }
}
