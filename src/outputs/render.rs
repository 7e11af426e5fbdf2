//! One output becomes its bytes: a pure function of its view and the theme.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tera::{Context, Value};

use crate::content::Language;
use crate::content::markdown::escape;
use crate::diagnostics::{Checked, Diagnostic};
use crate::outputs::files::pictures::PictureView;
use crate::outputs::formats::qr;
use crate::outputs::html::{isolate, notes::Notes};
use crate::outputs::view::{
    Part, View,
    frame::LENT_DATA,
    numbers,
    page::{PageView, Prose},
    prose::Segment,
};
use crate::outputs::{Recipe, RenderInput};
use crate::public::File;
use crate::theme::{Call, LARGEST_PAGE, PICTURE, Theme, too_large};

/// Turns one output into a file.
pub fn render(input: &RenderInput<'_>) -> Checked<File> {
    let output = input.output;
    let text = match &output.recipe {
        Recipe::Template { template, view } => {
            let sheet = Sheet { theme: input.theme, template, view, near: &BTreeMap::new() };
            let Checked { value, diagnostics } = sheet.html(output.path.as_str(), Context::new());
            return Checked { value: File::made(value), diagnostics };
        }
        Recipe::Book(book) => {
            let Checked { value, diagnostics } = book.html(input.theme, output.path.as_str());
            return Checked { value: File::made(value), diagnostics };
        }
        Recipe::Atom(feed) => feed.atom(),
        Recipe::JsonFeed(feed) => feed.json(),
        Recipe::Sitemap(sitemap) => sitemap.xml(),
        Recipe::Calendar(calendar) => calendar.ics(),
        Recipe::Csv(table) => table.csv(),
        Recipe::ScheduleData(schedule) => schedule.json(),
        Recipe::Text(text) => text.clone(),
    };
    Checked::good(File::made(text.into_bytes()))
}

/// A template with all that it may see.
pub(super) struct Sheet<'r> {
    /// The theme.
    pub theme: &'r Theme,
    /// The name of the template.
    pub template: &'r str,
    /// What it sees.
    pub view: &'r View<'r>,
    /// The pages that stand in the same document, by address: links to them have no notes.
    pub near: &'r BTreeMap<String, String>,
}

impl Sheet<'_> {
    /// The HTML. `output` is for messages; what stands in `context` is seen too.
    pub(super) fn html(&self, output: &str, mut context: Context) -> Checked<Vec<u8>> {
        let (mut own, mut notes) = (None, None);
        for (name, part) in self.view.parts() {
            match part {
                Part::Shared(shared) => context.insert_value(name, shared.value.clone()),
                Part::List(cards) => {
                    let cards: Vec<Value> = cards.iter().map(|card| card.value.clone()).collect();
                    context.insert_value(name, Value::from(cards));
                }
                Part::Own(value) => context.insert_value(name, value.clone()),
                Part::Page(page) => own = Some(page),
                Part::QrCode(address) => context.insert(name, &qr::code(address)),
                Part::Links(way) => notes = Some((name, Notes::new(way, self.near))),
            }
        }
        let mut prose = Renderer { theme: self.theme, output, spent: 0, diagnostics: Vec::new() };
        let numbered = notes.as_mut().map(|(_, notes)| notes);
        if let Some(own) = own {
            let plain = Value::from_serializable(&own.plain);
            // Components in the body see the page without its body.
            context.insert_value("page", plain.clone());
            let page = prose.page(own, plain, &context, numbered);
            context.insert_value("page", page);
        }
        if let Some((name, notes)) = notes {
            context.insert_value(name, Value::from_serializable(&notes.list()));
        }
        let mut rendered = self.theme.render(self.template, &context, output);
        rendered.diagnostics.splice(0..0, prose.diagnostics);
        rendered.value = isolate::with_numbers_apart(rendered.value);
        rendered
    }
}

/// A text in another language than all around it.
struct Lent<'v> {
    language: &'v Language,
    /// What the components in it see.
    context: Context,
}

impl<'v> Lent<'v> {
    /// None where page and text are in one language.
    fn of(view: &PageView<'v>, context: &Context) -> Option<Lent<'v>> {
        let language = view.plain.lang;
        if context.get("lang").and_then(Value::as_str) == Some(language.as_str()) {
            return None;
        }
        let mut own = context.clone();
        own.insert("lang", language);
        if let Some(data) = context.get(LENT_DATA) {
            own.insert_value("data", data.clone());
        }
        Some(Lent { language, context: own })
    }

    /// The text in an element that says its language.
    fn wrapped(&self, html: &str, theme: &Theme) -> String {
        if html.is_empty() {
            return String::new();
        }
        let (language, direction) = (self.language, theme.direction(self.language));
        format!("<div lang=\"{language}\" dir=\"{direction}\">\n{html}</div>\n")
    }
}

struct Renderer<'t> {
    theme: &'t Theme,
    output: &'t str,
    /// How many bytes all components together gave.
    spent: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Renderer<'_> {
    /// `page` with its body and the bodies of its tasks as HTML, and with the numbers of its
    /// links in the order in which they stand on paper.
    fn page(
        &mut self,
        view: &PageView<'_>,
        plain: Value,
        context: &Context,
        mut notes: Option<&mut Notes<'_>>,
    ) -> Value {
        let mut page = plain.into_map().unwrap_or_default();
        if let Some(source) = notes.as_deref_mut().and_then(|notes| view.plain.source_with(notes)) {
            page.insert("source".into(), source);
        }
        let (mut plan, mut material) = (view.plain.plan.clone(), view.plain.material.clone());
        if let Some(notes) = notes.as_deref_mut() {
            plan.number(notes);
            material.number(notes);
        }
        page.insert("material".into(), Value::from_serializable(&material));
        let lent = Lent::of(view, context);
        let own = lent.as_ref().map_or(context, |lent| &lent.context);
        let mut html = |prose: &Prose<'_>| {
            let html = self.prose(prose, own);
            let html = match &lent {
                Some(lent) => lent.wrapped(&html, self.theme),
                None => html,
            };
            match notes.as_deref_mut() {
                Some(notes) => notes.number(html),
                None => html,
            }
        };
        page.insert("content".into(), Value::safe_string(&html(&view.content)));
        plan.fill(view.tasks.iter().map(|body| body.as_ref().map(&mut html)));
        page.insert("plan".into(), Value::from_serializable(&plan));
        page.into()
    }

    fn prose(&mut self, prose: &Prose<'_>, context: &Context) -> String {
        match prose {
            Prose::Html(html) => html.clone(),
            Prose::Segments(segments) => {
                let mut html = String::new();
                self.segments(segments, context, &mut html);
                html
            }
        }
    }

    fn segments(&mut self, segments: &[Segment<'_>], context: &Context, html: &mut String) {
        for segment in segments {
            match segment {
                Segment::Html(ready) => html.push_str(ready),
                Segment::Address { href, hreflang } => {
                    escape(html, href);
                    if let Some(language) = hreflang {
                        // The segment stands for all between the quotation marks of `href`.
                        html.push_str("\" hreflang=\"");
                        escape(html, language.as_str());
                    }
                }
                Segment::Number { text, link } => numbers::write(text, link.as_ref(), html),
                Segment::Picture { file, alt, title } => {
                    self.picture(file.as_ref(), (alt, *title), context, html);
                }
                Segment::Component { name, arguments, body } => {
                    let inner = body.as_ref().map(|segments| {
                        let mut inner = String::new();
                        self.segments(segments, context, &mut inner);
                        inner
                    });
                    let mut given = Context::new();
                    for (name, value) in arguments {
                        given.insert((*name).to_owned(), value);
                    }
                    // A component that the theme lacks was said when the site was planned.
                    if self.theme.component(name).is_some() {
                        let body = Some(inner.as_deref().unwrap_or_default());
                        self.call(&Call { name, arguments: &given, body }, context, html);
                    }
                }
            }
        }
    }

    fn call(&mut self, call: &Call<'_>, context: &Context, html: &mut String) {
        if self.spent > LARGEST_PAGE {
            return;
        }
        let rendered = self.theme.render_component(call, context, self.output);
        let rendered = rendered.report_to(&mut self.diagnostics);
        self.spent += rendered.len();
        if self.spent > LARGEST_PAGE {
            self.diagnostics.push(too_large(self.output));
        }
        html.push_str(&rendered);
    }

    /// A picture, by the theme's component if it has one.
    fn picture(
        &mut self,
        file: Option<&PictureView>,
        (alt, title): (&str, Option<&str>),
        context: &Context,
        html: &mut String,
    ) {
        let Some(file) = file.filter(|_| self.theme.shows_pictures()) else {
            return plain_picture(file, (alt, title), html);
        };
        let mut given = Context::new();
        given.insert("src", &file.src);
        given.insert("alt", alt);
        if let Some(title) = title {
            given.insert("title", title);
        }
        for (name, value) in file.facts().filter(|(name, _)| self.theme.picture_takes(name)) {
            given.insert(name, &value);
        }
        let call = Call { name: PICTURE, arguments: &given, body: None };
        self.call(&call, context, html);
    }
}

/// A picture where the theme has no component for it.
fn plain_picture(
    file: Option<&PictureView>,
    (alt, title): (&str, Option<&str>),
    html: &mut String,
) {
    html.push_str("<img src=\"");
    escape(html, file.map_or("", |file| &file.src));
    html.push_str("\" alt=\"");
    escape(html, alt);
    html.push('"');
    if let Some(title) = title {
        html.push_str(" title=\"");
        escape(html, title);
        html.push('"');
    }
    if let Some((width, height)) = file.and_then(|file| file.width.zip(file.height)) {
        // Writing to a string cannot fail.
        let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\">");
}
