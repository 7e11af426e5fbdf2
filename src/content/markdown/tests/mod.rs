//! Small cases for every rule: a text, and what becomes of it in a compact form.

mod blocks;
mod components;
mod hostile;
mod leftovers;
mod links;
mod meant;
mod mended;
mod numbers;
mod raw;

use std::collections::BTreeMap;

use crate::content::editorial::Levels;
use crate::content::markdown::read;
use crate::content::{ArgumentValue, Language, Piece, RawHtml, RichText, Rules};
use crate::sources::SourcePath;
use crate::yaml::Reading;

/// The rules of a site in Vietnamese.
fn rules(html: RawHtml) -> Rules {
    Rules {
        default_language: Language::new("vi"),
        languages: BTreeMap::new(),
        taxonomies: Vec::new(),
        html,
        smart_punctuation: true,
        extensions: true,
        checks: Levels::default(),
    }
}

/// A body, and its faults as `B301 3:4+5 message`: code, line, column and width.
fn body_by(text: &str, html: RawHtml) -> (RichText, Vec<String>) {
    // Front matter in front shows that every place is one in the whole text.
    let whole = format!("---\ntitle: Đề\n---\n{text}");
    let path = SourcePath::new("content/a.md");
    let mut reading = Reading::new(&path, &whole);
    let start = whole.len() - text.len();
    let body = read(start..whole.len(), &rules(html), &Language::new("vi"), &mut reading);
    let faults = reading.diagnostics.iter().map(|fault| {
        let place = fault.place.clone().unwrap();
        assert!(fault.hint.is_some());
        format!(
            "{} {}:{}+{} {}",
            fault.code.id(),
            place.line - 3,
            place.column,
            place.width,
            fault.message.en
        )
    });
    (body, faults.collect())
}

fn body(text: &str) -> RichText {
    body_by(text, RawHtml::Clean).0
}

fn faults(text: &str) -> Vec<String> {
    body_by(text, RawHtml::Clean).1
}

/// The pieces of a text that must be without fault.
fn html(text: &str) -> String {
    let (body, faults) = body_by(text, RawHtml::Clean);
    assert_eq!(faults, Vec::<String>::new(), "{text}");
    show(&body.pieces)
}

/// Pieces as text: links `⟨address⟩`, pictures `⟨img file|text⟩`, components `⟨name key=value⟩…⟨/name⟩`.
fn show(pieces: &[Piece]) -> String {
    let shown = pieces.iter().map(|piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Link(target) => format!("⟨{}⟩", target.written()),
        Piece::Number(number) => format!("⟨nº {number}⟩"),
        Piece::Image(image) => {
            let title = image.title.as_ref().map_or(String::new(), |title| format!("|{title}"));
            format!("⟨img {}|{}{title}⟩", image.target.written(), image.alt)
        }
        Piece::Component(component) => {
            let arguments: String = component
                .arguments
                .iter()
                .map(|(name, argument)| match &argument.value {
                    ArgumentValue::Text(text) => format!(" {name}={text}"),
                    ArgumentValue::Link(target) => format!(" {name}=→{}", target.written()),
                    ArgumentValue::Number(number) => format!(" {name}=#{number}"),
                    ArgumentValue::Flag(flag) => format!(" {name}=?{flag}"),
                })
                .collect();
            let name = &component.name;
            match &component.body {
                Some(body) => format!("⟨{name}{arguments}⟩{}⟨/{name}⟩", show(body)),
                None => format!("⟨{name}{arguments}/⟩"),
            }
        }
    });
    shown.collect()
}
