//! One output becomes its bytes: a pure function of its view and the theme.

use std::fmt::Write as _;

use serde_json::Value as Json;
use tera::{Context, Value};

use crate::content::markdown::escape;
use crate::diagnostics::{Checked, Diagnostic};
use crate::outputs::pictures::PictureView;
use crate::outputs::prose::Segment;
use crate::outputs::view::page::{PageView, Prose};
use crate::outputs::view::{Part, View};
use crate::outputs::{DrawInput, Output, Recipe, RenderInput, draw};
use crate::outputs::{numbers, pictures};
use crate::public::File;
use crate::theme::{Call, PICTURE, Theme};

/// Turns one output into a file.
pub fn render(input: &RenderInput<'_>) -> Checked<File> {
    let output = input.output;
    let text = match &output.recipe {
        Recipe::Template { template, view } => {
            let Checked { value, diagnostics } = page(input.theme, template, view, output);
            return Checked { value: File::Made(value.into()), diagnostics };
        }
        Recipe::Picture(part) => return part.of(pictures::make(&part.work)),
        Recipe::Ready(file) => return Checked { value: file.clone(), diagnostics: Vec::new() },
        Recipe::Atom(feed) => feed.atom(),
        Recipe::JsonFeed(feed) => feed.json(),
        Recipe::Sitemap(sitemap) => sitemap.xml(),
        Recipe::Calendar(calendar) => calendar.ics(),
        Recipe::Csv(table) => table.csv(),
        Recipe::ScheduleData(schedule) => schedule.json(),
        Recipe::SocialCard(card) => {
            let fonts = input.theme.card_fonts();
            return draw(&DrawInput { card, fonts, path: &output.path });
        }
        Recipe::Text(text) => text.clone(),
    };
    Checked { value: File::Made(text.into_bytes().into()), diagnostics: Vec::new() }
}

fn page(theme: &Theme, template: &str, view: &View<'_>, output: &Output<'_>) -> Checked<Vec<u8>> {
    let mut context = Context::new();
    let mut own = None;
    for (name, part) in view.parts() {
        match part {
            Part::Shared(shared) => context.insert_value(name, shared.value.clone()),
            Part::List(cards) => {
                let cards: Vec<Value> = cards.iter().map(|card| card.value.clone()).collect();
                context.insert_value(name, Value::from(cards));
            }
            Part::Own(value) => context.insert_value(name, value.clone()),
            Part::Page(page) => own = Some(page),
        }
    }
    let mut prose = Renderer { theme, output: output.path.as_str(), diagnostics: Vec::new() };
    if let Some(own) = own {
        let plain = Value::from_serializable(&own.plain);
        // Components in the body see the page without its body.
        context.insert_value("page", plain.clone());
        let page = prose.page(own, plain, &context);
        context.insert_value("page", page);
    }
    let mut rendered = theme.render(template, &context, output.path.as_str());
    rendered.diagnostics.splice(0..0, prose.diagnostics);
    rendered
}

struct Renderer<'t> {
    theme: &'t Theme,
    output: &'t str,
    diagnostics: Vec<Diagnostic>,
}

impl Renderer<'_> {
    /// `page` with its body and the bodies of its tasks as HTML.
    fn page(&mut self, view: &PageView<'_>, plain: Value, context: &Context) -> Value {
        let content = self.prose(&view.content, context);
        let mut page = plain.into_map().unwrap_or_default();
        if view.tasks.iter().any(Option::is_some) {
            let mut plan = view.plain.plan.clone();
            if let Some(Json::Array(tasks)) = plan.get_mut("tasks") {
                for (task, body) in tasks.iter_mut().zip(&view.tasks) {
                    task["body"] = body.as_ref().map(|body| self.prose(body, context)).into();
                }
            }
            page.insert("plan".into(), Value::from_serializable(&plan));
        }
        page.insert("content".into(), Value::safe_string(&content));
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
        let rendered = self.theme.render_component(call, context, self.output);
        html.push_str(&rendered.report_to(&mut self.diagnostics));
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
        for (name, value) in file.facts() {
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
