//! Bodies with their links, pictures and components resolved.
//!
//! In: the pieces of a body. Out: [`Segment`]s, in which every address is known. The HTML
//! itself is a pure function of the document's digest, which stands in the view, so it
//! is not serialised again for the memo's key.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::{Argument, ArgumentValue, Component, Document, Image, LinkTarget, Piece};
use crate::diagnostics::{Code, Diagnostic, did_you_mean, say};
use crate::outputs::planner::Planner;
use crate::site::{Address, Target};
use crate::sources::SourcePath;

/// A piece of a body whose addresses are known.
#[derive(Clone, Serialize)]
pub enum Segment<'a> {
    /// HTML that is ready; part of the document's digest.
    Html(#[serde(skip)] &'a str),
    /// The address of a link, escaped for an attribute.
    Address(String),
    /// A picture.
    Picture {
        /// Its address.
        src: String,
        /// Its text.
        alt: &'a str,
        /// Its title.
        title: Option<&'a str>,
        /// Width and height in pixels, if they are known.
        dimensions: Option<(u32, u32)>,
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
}

/// Resolves the bodies of one document and collects what is wrong with them.
pub struct Resolver<'p, 'a> {
    planner: &'p Planner<'a>,
    document: &'a Document,
    root: String,
    /// What was found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'p, 'a> Resolver<'p, 'a> {
    /// For a document that is published at an address.
    pub fn new(planner: &'p Planner<'a>, document: &'a Document, address: &Address) -> Resolver<'p, 'a> {
        Resolver { planner, document, root: address.root(), diagnostics: Vec::new() }
    }

    /// The pieces with their addresses.
    pub fn segments(&mut self, pieces: &'a [Piece]) -> Vec<Segment<'a>> {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Html(html) => Segment::Html(html),
                Piece::Link(target) => Segment::Address(self.href(target)),
                Piece::Image(image) => self.picture(image),
                Piece::Component(component) => self.component(component),
            })
            .collect()
    }

    /// The address that a link leads to, from the page; what leads nowhere is said.
    pub fn href(&mut self, target: &LinkTarget) -> String {
        match self.planner.site.resolve(self.document, &target.written) {
            Ok(target) => self.relative(&target),
            Err(fault) => {
                let place = self.document.place(target.span);
                self.diagnostics.push(fault.diagnose(&target.written, false, place));
                String::from("#")
            }
        }
    }

    /// A picture's source, for those that must be files of the site.
    pub fn picture_source(&mut self, target: &LinkTarget) -> Option<(String, SourcePath)> {
        let place = self.document.place(target.span);
        match self.planner.site.resolve(self.document, &target.written) {
            Ok(Target::File(path)) => {
                let src = self.relative(&Target::File(path.clone()));
                Some((src, path))
            }
            Ok(Target::External(_)) => {
                self.diagnostics.push(foreign_picture(&target.written).at(place));
                None
            }
            Ok(Target::Page(_, _)) => {
                let fault = crate::site::LinkFault::Nothing(None);
                self.diagnostics.push(fault.diagnose(&target.written, true, place));
                None
            }
            Err(fault) => {
                self.diagnostics.push(fault.diagnose(&target.written, true, place));
                None
            }
        }
    }

    fn relative(&self, target: &Target) -> String {
        let site = self.planner.site;
        match target {
            Target::Page(id, anchor) => {
                let page = site.page(*id);
                let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
                if page.document.path == self.document.path && !anchor.is_empty() {
                    return anchor;
                }
                format!("{}{}{anchor}", self.root, page.address.encoded())
            }
            Target::File(path) => {
                let address = site.assets.get(path).map(|asset| asset.address.encoded());
                format!("{}{}", self.root, address.unwrap_or_default())
            }
            Target::External(url) => url.clone(),
        }
    }

    fn picture(&mut self, image: &'a Image) -> Segment<'a> {
        let found = self.picture_source(&image.target);
        let dimensions = found.as_ref().and_then(|(_, path)| self.dimensions(path));
        Segment::Picture {
            src: found.map(|(src, _)| src).unwrap_or_default(),
            alt: &image.alt,
            title: image.title.as_deref(),
            dimensions,
        }
    }

    /// Width and height of a picture of the site.
    pub fn dimensions(&self, path: &SourcePath) -> Option<(u32, u32)> {
        self.planner.site.assets.get(path).and_then(|asset| asset.file.dimensions)
    }

    /// The document whose bodies are resolved.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The length in bytes of a file of the site.
    pub fn file_length(&self, target: &LinkTarget) -> Option<u64> {
        match self.planner.site.resolve(self.document, &target.written) {
            Ok(Target::File(path)) => self.planner.site.assets.get(&path).map(|asset| asset.file.len),
            Ok(Target::Page(_, _) | Target::External(_)) | Err(_) => None,
        }
    }

    fn component(&mut self, component: &'a Component) -> Segment<'a> {
        self.check(component);
        let mut arguments = BTreeMap::new();
        for (name, argument) in &component.arguments {
            let value = self.argument(&component.name, name, argument, &mut arguments);
            arguments.insert(name.as_str(), value);
        }
        let body = component.body.as_ref().map(|pieces| self.segments(pieces));
        Segment::Component { name: &component.name, arguments, body }
    }

    /// The value of an argument. A picture brings its width and height along, where the
    /// component takes them.
    fn argument(
        &mut self,
        component: &str,
        name: &str,
        argument: &Argument,
        others: &mut BTreeMap<&'a str, serde_json::Value>,
    ) -> serde_json::Value {
        match &argument.value {
            ArgumentValue::Text(text) => text.as_str().into(),
            ArgumentValue::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                #[expect(clippy::cast_possible_truncation, reason = "whole and far inside the range")]
                let whole = *number as i64;
                whole.into()
            }
            ArgumentValue::Number(number) => (*number).into(),
            ArgumentValue::Flag(flag) => (*flag).into(),
            ArgumentValue::Link(target) if name == "src" => {
                let Some((src, path)) = self.picture_source(target) else { return "".into() };
                let takes = |argument| {
                    let signature = self.planner.theme.component(component);
                    signature.is_some_and(|signature| signature.arguments.contains_key(argument))
                };
                if let Some((width, height)) = self.dimensions(&path).filter(|_| takes("width")) {
                    others.insert("width", width.into());
                    others.insert("height", height.into());
                }
                src.into()
            }
            ArgumentValue::Link(target) => self.href(target).into(),
        }
    }

    fn check(&mut self, component: &Component) {
        let theme = self.planner.theme;
        let (name, document) = (&component.name, self.document);
        let Some(signature) = theme.component(name) else {
            let message = say!("giao diện không có thành phần `{name}`", "the theme has no component `{name}`");
            let hint = did_you_mean(name, theme.component_names());
            let fault = Diagnostic::error(Code::UnknownComponent, message).hint(hint);
            self.diagnostics.push(fault.at(document.place(component.span)));
            return;
        };
        let known = signature.arguments.keys().map(String::as_str);
        for (argument, given) in &component.arguments {
            let place = document.place(given.span);
            match signature.arguments.get(argument) {
                None if !signature.takes_rest => {
                    let message = say!("`{name}` không có mục `{argument}`", "`{name}` takes no argument `{argument}`");
                    let hint = did_you_mean(argument, known.clone());
                    let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
                    self.diagnostics.push(fault.at(place));
                }
                Some(wanted) if !fits(&given.value, wanted.kind) => {
                    let kind = wanted.kind.map(|kind| kind.as_str()).unwrap_or_default();
                    let message = say!("`{argument}` của `{name}` phải là `{kind}`", "`{argument}` of `{name}` must be a `{kind}`");
                    let hint = say!("chữ viết trong ngoặc kép; số và `true`, `false` thì không", "write texts in quotation marks, numbers and `true`, `false` without");
                    let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
                    self.diagnostics.push(fault.at(place));
                }
                None | Some(_) => {}
            }
        }
        let missing = signature.arguments.iter().filter(|(argument, wanted)| {
            wanted.required && !component.arguments.contains_key(*argument)
        });
        for (argument, _) in missing {
            let message = say!("`{name}` thiếu mục `{argument}`", "`{name}` lacks the argument `{argument}`");
            let hint = say!("thêm `{argument}=\"…\"`", "add `{argument}=\"…\"`");
            let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
            self.diagnostics.push(fault.at(document.place(component.span)));
        }
    }
}

fn foreign_picture(written: &str) -> Diagnostic {
    let message = say!("hình `{written}` nằm ở trang web khác", "the picture `{written}` is on another site");
    let hint = say!(
        "tải hình về, đặt cạnh trang này: người đọc không phải gửi gì cho trang khác",
        "save the picture beside this page, so that readers ask no other site for anything"
    );
    Diagnostic::error(Code::MissingPicture, message).hint(hint)
}

fn fits(value: &ArgumentValue, kind: Option<tera::ComponentArgType>) -> bool {
    use tera::ComponentArgType as Kind;
    let Some(kind) = kind else { return true };
    match value {
        ArgumentValue::Text(_) | ArgumentValue::Link(_) => kind == Kind::String,
        ArgumentValue::Flag(_) => kind == Kind::Bool,
        ArgumentValue::Number(number) => {
            matches!(kind, Kind::Number | Kind::Float) || (kind == Kind::Integer && number.fract() == 0.0)
        }
    }
}
