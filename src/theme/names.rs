//! The names under which the files of a theme are published: with the digest of what is in them,
//! so that no page ever meets a style of another build, and browsers may keep them for ever.
//!
//! In: the files as the theme's maker named them. Out: [`Names`], by which pages are written, and
//! style sheets that name each other and their pictures so. Whoever makes a theme writes plain
//! names, in attributes of templates and in `url()` and `@import` of style sheets.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Place, say};
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

    /// A page with the published names in its attributes.
    pub(super) fn in_page(&self, html: &str) -> String {
        let mut written = String::with_capacity(html.len() + 128);
        let mut rest = html;
        while let Some(at) = rest.find(THEME_FOLDER) {
            let (before, name) = rest.split_at(at);
            let end = name.find(ends_address).unwrap_or(name.len());
            let is_attribute = before.rfind(ends_address).is_some_and(|quote| {
                before[..quote].ends_with('=') && before[quote..].starts_with(['"', '\''])
            });
            let found = if is_attribute { self.named(&name[..end]) } else { None };
            written.push_str(before);
            written.push_str(found.map_or(&name[..end], OutputPath::as_str));
            rest = &name[end..];
        }
        written.push_str(rest);
        written
    }

    fn named(&self, path: &str) -> Option<&OutputPath> {
        self.get(&OutputPath::parse(path)?)
    }

    /// A style sheet with the published names in what it loads.
    fn in_sheet(&self, sheet: &OutputPath, css: &str) -> String {
        let mut written = String::with_capacity(css.len());
        let mut rest = css;
        while let Some(at) = rest.find(|letter| "(\"'".contains(letter)) {
            let (before, own) = rest.split_at(at + 1);
            let end = own.find(|letter| "()\"'?#".contains(letter)).unwrap_or(own.len());
            written.push_str(before);
            let is_loaded = ["url(", "url(\"", "url('"].iter().any(|own| written.ends_with(own))
                || written[..written.len() - 1].trim_end().ends_with("@import");
            let found = if is_loaded { self.beside(sheet, &own[..end]) } else { None };
            written.push_str(found.as_deref().unwrap_or(&own[..end]));
            rest = &own[end..];
        }
        written.push_str(rest);
        written
    }

    /// The address of a file as one beside it writes it, with its published name.
    fn beside(&self, sheet: &OutputPath, written: &str) -> Option<String> {
        let written = written.trim();
        let mut parts: Vec<&str> = sheet.as_str().split('/').collect();
        parts.pop();
        for part in written.split('/') {
            match part {
                "." => {}
                ".." => _ = parts.pop()?,
                part => parts.push(part),
            }
        }
        let published = self.named(&parts.join("/"))?;
        let name = published.as_str().rsplit('/').next()?;
        let folder = written.rfind('/').map_or("", |slash| &written[..=slash]);
        Some(format!("{folder}{name}"))
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
