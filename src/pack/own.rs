//! The pages that a package has of its own: those that open it, and those that stand for pages
//! and files that are not in it.
//!
//! They look like the site's own, work without a script and ask nothing of any site. Of a
//! sensitive page they tell nothing but that it is not here.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Language;
use crate::content::markdown::escape;
use crate::html::{Token, Tokens};
use crate::pack::left::NOTICE;
use crate::pack::selection::Selection;
use crate::pack::what::language;
use crate::pack::words::Words;
use crate::pack::{PackInput, What};
use crate::portable::{Reference, Role, text};
use crate::public::{File, OutputPath};
use crate::site::Address;

/// The script that leads on at once where the package is unpacked. Where it is not, the script is
/// not there either, and the page says what to do.
const OPEN: (&str, &str) = (
    "_pack/open.js",
    "/* Leads from the first page of a package to its pages. */\nlocation.replace(document.currentScript.getAttribute(\"data-start\"));\n",
);

const POLICY: &str = "default-src 'self' file:; img-src 'self' file: data:; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";

/// What the pages of a package's own are made of.
pub(super) struct Own<'a> {
    input: &'a PackInput<'a>,
    /// The style sheets of the site, from its root.
    styles: Vec<OutputPath>,
}

/// A page of the package's own.
struct Page<'p> {
    path: &'p OutputPath,
    language: &'p str,
    direction: &'p str,
    title: &'p str,
    /// What stands in the head besides.
    head: String,
    /// What stands below the title, as HTML.
    body: String,
}

impl<'a> Own<'a> {
    pub(super) fn new(input: &'a PackInput<'a>) -> Own<'a> {
        let PackInput { files, site, what, .. } = input;
        let start = what.starts.values().next().map(|id| &site.page(*id).address);
        let page = start.and_then(|address| Some((address.output()?, address)));
        let text = page.as_ref().and_then(|(path, _)| text(files.get(path)?));
        let sheets = Tokens::of_page(text.unwrap_or_default()).filter_map(Token::open);
        let sheets = sheets.filter(|tag| {
            tag.is("link")
                && tag.attribute("rel") == Some("stylesheet")
                && tag.attribute("media").is_none()
        });
        let from = page.as_ref().map_or("", |(path, _)| path.as_str());
        let styles = sheets.filter_map(|tag| {
            let written = tag.attribute("href")?.into();
            let sheet = Reference { written, role: Role::Part, place: 0..0 };
            Some(crate::pack::selection::target(files, from, &sheet)?.0)
        });
        let styles = styles.collect();
        Own { input, styles }
    }

    /// The page that stands for a page of the site, with the places that links name in it.
    pub(super) fn stub(
        &self,
        path: &OutputPath,
        places: &BTreeSet<String>,
    ) -> Option<(OutputPath, File)> {
        let real = text(self.input.files.get(path)?)?;
        let (code, direction) = language(real);
        let language = Language::new(code);
        let words = self.words(&language);
        let mut body = String::new();
        for place in places {
            body.push_str(&format!("<span id=\"{}\"></span>", escaped(place)));
        }
        body.push_str(&format!("<p>{}</p>", escaped(&words.text("absent_text", &[]))));
        body.push_str(&self.ways(path, words));
        let title = words.text("absent", &[]);
        let page =
            Page { path, language: code, direction, title: &title, head: String::new(), body };
        Some((path.clone(), self.made(&page)))
    }

    /// The page that stands for a file that was left out.
    pub(super) fn notice(
        &self,
        path: &OutputPath,
        chosen: &Selection,
    ) -> Option<(OutputPath, File)> {
        let from = chosen.linked.get(path)?;
        let (code, direction) = language(text(self.input.files.get(from)?)?);
        let language = Language::new(code);
        let words = self.words(&language);
        let name = path.as_str().rsplit('/').next().unwrap_or_default();
        let size = self.input.theme.file_size(&language, self.input.files.get(path)?.len());
        let told = words.text("left_text", &[("name", name), ("size", &size)]);
        let body = format!("<p>{}</p>{}", escaped(&told), self.ways(path, words));
        let at = OutputPath::parse(&format!("{path}{NOTICE}"))?;
        let title = words.text("left", &[]);
        let page =
            Page { path: &at, language: code, direction, title: &title, head: String::new(), body };
        let file = self.made(&page);
        Some((at, file))
    }

    /// The pages at the top of the package, one for each language in it.
    pub(super) fn openings(
        &self,
        entries: &BTreeMap<OutputPath, File>,
    ) -> BTreeMap<OutputPath, File> {
        let PackInput { site, what: What { starts, .. }, .. } = self.input;
        let mut all: BTreeMap<OutputPath, File> = BTreeMap::new();
        for (language, id) in starts {
            let start = &site.page(*id);
            let words = self.words(language);
            let name = words.text("open", &[]);
            let names = [format!("{name}.html"), format!("{name}-{language}.html")];
            let plain = ["OPEN-THIS.html".to_owned(), format!("OPEN-THIS-{language}.html")];
            let free = names.iter().chain(&plain).filter_map(|name| OutputPath::parse(name));
            let mut free = free
                .filter(|path| !path.as_str().contains('/'))
                .filter(|path| !entries.contains_key(path) && !all.contains_key(path));
            let Some(path) = free.next() else { continue };
            let is_sensitive = start.shared.sensitive == Some(true);
            let title = if is_sensitive {
                words.text("open_link", &[])
            } else {
                start.told_title().to_owned()
            };
            let to = escaped(&start.address.encoded());
            let body = format!(
                "<p><a class=\"button\" href=\"{to}\">{}</a></p><p>{}</p>",
                escaped(&words.text("open_link", &[])),
                escaped(&words.text("open_hint", &[]))
            );
            let head = format!("<script src=\"{}\" data-start=\"{to}\"></script>\n", OPEN.0);
            let (code, direction) = (language.as_str(), self.input.theme.direction(language));
            let page = Page { path: &path, language: code, direction, title: &title, head, body };
            let file = self.made(&page);
            all.insert(path, file);
        }
        let script = OutputPath::parse(OPEN.0).map(|path| (path, File::made(OPEN.1.as_bytes())));
        all.extend(script);
        all
    }

    fn words<'w>(&'w self, language: &'w Language) -> Words<'w> {
        Words { theme: self.input.theme, language }
    }

    /// The way back into the package, and to the page or file on the web.
    fn ways(&self, path: &OutputPath, words: Words<'_>) -> String {
        let PackInput { site, what, .. } = self.input;
        let mut ways = String::new();
        let own = what.starts.get(words.language).or_else(|| what.starts.values().next());
        if let Some(id) = own {
            let root = "../".repeat(path.depth());
            let to = escaped(&format!("{root}{}", site.page(*id).address.encoded()));
            let back = escaped(&words.text("back", &[]));
            ways.push_str(&format!("<p><a href=\"{to}\">{back}</a></p>"));
        }
        if let Some(base) = &site.config.base_url {
            let address = Address::of_file(path.as_str());
            let shown = Address::of_file(address.folder()).encoded();
            let (to, online) = (escaped(&base.join(&shown)), escaped(&words.text("online", &[])));
            ways.push_str(&format!(
                "<p><a href=\"{to}\" rel=\"noreferrer\">{online}: {to}</a></p>"
            ));
        }
        ways
    }

    fn made(&self, page: &Page<'_>) -> File {
        let root = "../".repeat(page.path.depth());
        let styles = self.styles.iter().map(|sheet| {
            let address = Address::of_file(sheet.as_str()).encoded();
            format!("<link rel=\"stylesheet\" href=\"{}\">\n", escaped(&format!("{root}{address}")))
        });
        let styles: String = styles.collect();
        let (code, direction) = (escaped(page.language), escaped(page.direction));
        let (title, Page { head, body, .. }) = (escaped(page.title), page);
        File::made(
            format!(
                "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{direction}\">\n<head>\n\
                 <meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
                 <meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n\
                 {styles}{head}</head>\n<body>\n<main class=\"wide\"><div class=\"text\">\n\
                 <h1>{title}</h1>\n{body}\n</div></main>\n</body>\n</html>\n"
            )
            .into_bytes(),
        )
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}
