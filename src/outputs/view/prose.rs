//! Bodies with their links, pictures and components resolved.
//!
//! In: the pieces of a body. Out: [`Segment`]s, in which every address is known. The HTML
//! itself is a pure function of the document's digest, which stands in the view, so it
//! is not serialised again for the memo's key.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::{
    ArgumentValue, Component, Document, Holds, Image, Language, LinkTarget, Piece,
};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::outputs::files::pictures::PictureView;
use crate::outputs::planner::Planner;
use crate::outputs::view::{
    arguments,
    numbers::{self, NumberLink},
};
use crate::site::{Asset, LinkFault, Page, PageId, Role, Target};
use crate::sources::SourcePath;

/// A piece of a body whose addresses are known.
#[derive(Clone, Serialize)]
pub enum Segment<'a> {
    /// HTML that is ready; part of the document's digest.
    Html(#[serde(skip)] &'a str),
    /// The address of a link.
    Address {
        /// The address.
        href: String,
        /// The language of the page that it leads to, where that is another one.
        hreflang: Option<&'a Language>,
    },
    /// A picture.
    Picture {
        /// The file and its copies; none if the file is not there, which was said.
        file: Option<PictureView>,
        /// Its text.
        alt: &'a str,
        /// Its title.
        title: Option<&'a str>,
    },
    /// A component of the theme.
    Component {
        /// Its name.
        name: &'a str,
        /// Its arguments.
        arguments: BTreeMap<&'a str, serde_json::Value>,
        /// Its body.
        body: Option<Vec<Segment<'a>>>,
    },
    /// The number of a document.
    Number {
        /// As written.
        text: &'a str,
        /// Where the page about it is, if the site has one.
        link: Option<NumberLink<'a>>,
    },
}

/// Resolves the bodies of one document and collects what is wrong with them.
pub(in crate::outputs) struct Resolver<'p, 'a> {
    planner: &'p Planner<'a>,
    /// The document whose links these are.
    pub document: &'a Document,
    root: String,
    /// What was found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'p, 'a> Resolver<'p, 'a> {
    /// For a document that is shown on a page with this way up to the root.
    pub(in crate::outputs) fn new(
        planner: &'p Planner<'a>,
        document: &'a Document,
        root: &str,
    ) -> Resolver<'p, 'a> {
        Resolver { planner, document, root: root.to_owned(), diagnostics: Vec::new() }
    }

    /// The pieces with their addresses.
    pub(in crate::outputs) fn segments(&mut self, pieces: &'a [Piece]) -> Vec<Segment<'a>> {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Html(html) => Segment::Html(html),
                Piece::Link(target) => self.link(target),
                Piece::Image(image) => self.picture(image),
                Piece::Component(component) => self.component(component),
                Piece::Number(text) => {
                    let link = numbers::link(self.planner, (self.document, &self.root), text);
                    Segment::Number { text, link }
                }
            })
            .collect()
    }

    fn link(&mut self, link: &LinkTarget) -> Segment<'a> {
        let Some(target) = self.target(link) else {
            return Segment::Address { href: String::from("#"), hreflang: None };
        };
        let hreflang = match target {
            Target::Page(id, _) => Some(self.planner.site.page(id).language()),
            Target::File(_) | Target::External(_) => None,
        };
        let hreflang = hreflang.filter(|language| **language != self.document.language);
        Segment::Address { href: self.way_to(&target, link), hreflang }
    }

    /// The address that a link leads to, as a body writes it: from the page.
    fn href(&mut self, link: &LinkTarget) -> String {
        match self.target(link) {
            Some(target) => self.way_to(&target, link),
            None => String::from("#"),
        }
    }

    /// The address that a link leads to, as views write it: from the root of the site.
    pub(in crate::outputs) fn address(&mut self, link: &LinkTarget) -> Option<String> {
        let target = self.target(link)?;
        Some(self.planner.site.address_of(&target, link, &self.document.language))
    }

    /// What a link leads to; what leads nowhere is said.
    pub(in crate::outputs) fn target(&mut self, target: &LinkTarget) -> Option<Target> {
        let resolved = self.planner.site.resolve(self.document, target);
        resolved.map_err(|fault| self.tell_lost(&fault, target, Role::Link)).ok()
    }

    /// Says that a link leads nowhere, with the change that mends it.
    fn tell_lost(&mut self, fault: &LinkFault, target: &LinkTarget, role: Role) {
        let told = fault.diagnose(target.written(), role);
        let text = match self.document.holds(target.span) {
            true => &self.document.front,
            false => &self.planner.body(self.document).text,
        };
        // A picture must be the site's own.
        let is_fit = |fix: &Fix| role != Role::Picture || fix.text.contains("@/");
        let fix = fault.cure(target, text).filter(is_fit);
        self.tell(target.span, Diagnostic { fix, ..told });
    }

    fn tell(&mut self, span: Span, fault: Diagnostic) {
        self.diagnostics.push(self.planner.told(self.document, span, fault));
    }

    /// The page that a link leads to; what leads to none is said.
    pub(in crate::outputs) fn page(&mut self, target: &LinkTarget) -> Option<&'a Page> {
        if let Target::Page(id, _) = self.target(target)? {
            return Some(self.planner.site.page(id));
        }
        let written = target.written();
        let message = say!(
            "`{written}` không phải một trang của trang web này, nên không hiện ở đây",
            "`{written}` is no page of this site, so it is not shown here"
        );
        let hint = say!(
            "tạo một trang `kind: material` có tệp đó trong `files:`, rồi ghi tên trang",
            "make a page `kind: material` that has it under `files:`, and name that page"
        );
        let fault = Diagnostic::warning(Code::BrokenLink, message).hint(hint);
        self.tell(target.span, fault);
        None
    }

    /// The file of a picture, which must be one of the site's own.
    pub(in crate::outputs) fn picture_file(
        &mut self,
        target: &LinkTarget,
    ) -> Option<(SourcePath, &'a Asset)> {
        match self.planner.site.resolve(self.document, target) {
            Ok(Target::File(path)) => {
                let asset = self.planner.site.structure().assets.get(&path)?;
                Some((path, asset))
            }
            Ok(Target::External(_)) => {
                self.tell(target.span, foreign_picture(target.written()));
                None
            }
            Ok(Target::Page(_, _)) => {
                self.tell_lost(&LinkFault::Nothing(None), target, Role::Picture);
                None
            }
            Err(fault) => {
                self.tell_lost(&fault, target, Role::Picture);
                None
            }
        }
    }

    fn way_to(&self, target: &Target, link: &LinkTarget) -> String {
        let address = self.planner.site.address_of(target, link, &self.document.language);
        match target {
            Target::Page(id, Some(anchor)) if self.is_own(*id) && link.query().is_empty() => {
                format!("#{anchor}")
            }
            Target::Page(_, _) | Target::File(_) => format!("{}{address}", self.root),
            Target::External(_) => address,
        }
    }

    fn is_own(&self, id: PageId) -> bool {
        self.planner.site.page(id).document.path == self.document.path
    }

    fn picture(&mut self, image: &'a Image) -> Segment<'a> {
        let file = self.picture_file(&image.target);
        let file = file.map(|(path, file)| self.planner.picture(&path, file, &self.root));
        Segment::Picture { file, alt: &image.alt, title: image.title.as_deref() }
    }

    fn component(&mut self, component: &'a Component) -> Segment<'a> {
        let before = self.diagnostics.len();
        let planner = self.planner;
        let known = (planner.theme, &*planner.site.structure().data);
        arguments::check(known, &mut |span, fault| self.tell(span, fault), component);
        let signature = self.planner.theme.component(&component.name);
        let takes = |name: &str| signature.is_some_and(|own| own.arguments.contains_key(name));
        let mut arguments = BTreeMap::new();
        for (name, argument) in &component.arguments {
            let value = match &argument.value {
                ArgumentValue::Link(target) if Holds::of(name) == Holds::Shown => {
                    let file = self.picture_file(target);
                    let file =
                        file.map(|(path, file)| self.planner.picture(&path, file, &self.root));
                    for (fact_of, fact) in file.iter().flat_map(PictureView::facts) {
                        if name == "src" && takes(fact_of) {
                            arguments.insert(fact_of, fact);
                        }
                    }
                    file.map(|file| file.src).into()
                }
                ArgumentValue::Link(target) => self.href(target).into(),
                ArgumentValue::Text(text) => text.as_str().into(),
                ArgumentValue::Number(number) => plain_number(*number),
                ArgumentValue::Flag(flag) => (*flag).into(),
            };
            arguments.insert(name.as_str(), value);
        }
        let fits = self.diagnostics.len() == before;
        let body = component.body.as_ref().map(|pieces| self.segments(pieces));
        if !fits {
            // What is wrong was said with its place; the theme could only say it again without.
            return Segment::Html("");
        }
        Segment::Component { name: &component.name, arguments, body }
    }
}

/// A whole number as one, so that `n=3` is shown as `3` and fits an `integer`.
fn plain_number(number: f64) -> serde_json::Value {
    let whole = format!("{number:.0}").parse::<i64>();
    match whole {
        Ok(whole) if number.fract() == 0.0 => whole.into(),
        Ok(_) | Err(_) => number.into(),
    }
}

fn foreign_picture(written: &str) -> Diagnostic {
    let message =
        say!("hình `{written}` nằm ở trang web khác", "the picture `{written}` is on another site");
    let hint = say!(
        "tải hình về, đặt cạnh trang này, để máy của người đọc không phải kết nối đến trang web khác",
        "save the picture beside this page, so that readers ask no other site for anything"
    );
    Diagnostic::error(Code::MissingPicture, message).hint(hint)
}
