//! What a word means, where it stands.
//!
//! In: a [`Scene`] and a byte of its text. Out: a few lines of Markdown about the key, the name,
//! the link or the component there, and about the fault that was told there.

use std::ops::Range;

use crate::diagnostics::say;
use crate::keys::{Key, Takes};
use crate::site::Page;

use super::completion::{names, page_at, place_at, taken};
use super::cursor::{self, Cursor, Side, Yaml};
use super::scene::Scene;

/// What is known of what stands at a byte, and its bytes.
pub(super) fn at(scene: &Scene<'_>, offset: usize) -> Option<(String, Range<usize>)> {
    let (about, word) = match cursor::at(scene.text, offset, scene.form()?) {
        Cursor::Yaml(yaml) => (in_yaml(scene, &yaml)?, yaml.word),
        Cursor::Link(word) => (link(scene, &scene.text[word.clone()])?, word),
        Cursor::Component(word, _) => (component(scene, &scene.text[word.clone()])?, word),
        Cursor::Argument(argument) => {
            let written = &scene.text[argument.word.clone()];
            let about = match argument.name {
                Some(_) => link(scene, written)?,
                None => component(scene, &argument.component)?,
            };
            (about, argument.word)
        }
        Cursor::Nothing => return None,
    };
    word.contains(&offset).then_some((about, word))
}

fn in_yaml(scene: &Scene<'_>, yaml: &Yaml) -> Option<String> {
    let written = scene.text.get(yaml.word.clone())?;
    match yaml.side {
        Side::Key { .. } => {
            let mut path = yaml.path.clone();
            path.push(written.trim_end().to_owned());
            scene.key(&path).map(|key| of_key(scene, written, key))
        }
        Side::Value | Side::Item => value(scene, yaml, written),
    }
}

/// What a key is for, what it takes, and how it is written.
fn of_key(scene: &Scene<'_>, name: &str, key: &Key) -> String {
    let about = key.about.unlinked(scene.tongue);
    let takes = scene.say(key.takes.say());
    let mut text = format!("**`{name}`**: {about}\n\n{takes}");
    if let Some(line) = key.line(scene.tongue) {
        text.push_str(&format!("\n\n```yaml\n{line}\n```"));
    }
    let otherwise = key.otherwise.unlinked(scene.tongue);
    if !otherwise.is_empty() {
        let say = say!("nếu không ghi: {otherwise}", "if it is not written: {otherwise}");
        text.push_str(&format!("\n\n{}", scene.say(say)));
    }
    text
}

/// What a word of a fixed set means, or what a name stands for.
fn value(scene: &Scene<'_>, yaml: &Yaml, written: &str) -> Option<String> {
    let takes: &Takes = scene.takes(&yaml.path)?;
    let word = takes.words().into_iter().find(|own| own.word == written);
    if let Some(word) = word {
        return Some(format!("**`{written}`**: {}", word.about.unlinked(scene.tongue)));
    }
    let refers = takes.refers()?;
    let mut known = names(scene, refers, &yaml.path, written).into_iter();
    match known.find(|own| own.name == written && !own.title.is_empty()) {
        Some(own) if !written.starts_with('@') => Some(format!("**{}**", own.title)),
        Some(_) | None => link(scene, written),
    }
}

/// Where a link leads.
fn link(scene: &Scene<'_>, written: &str) -> Option<String> {
    let (path, place) = written.split_once('#').map_or((written, None), |(p, q)| (p, Some(q)));
    let page = page_at(scene, path)?;
    let mut text = of_page(scene, page);
    if let Some(place) = place {
        let title = place_at(page, place)?;
        text.push_str(&format!("\n\n`#{place}` {title}"));
    }
    Some(text)
}

fn of_page(scene: &Scene<'_>, page: &Page) -> String {
    let meta = &page.document.meta;
    let date = meta.date.as_ref().zip(scene.site());
    let date = date.map(|(date, site)| date.value.iso(&site.config.timezone));
    let date = date.map(|date| format!(" · {date}")).unwrap_or_default();
    let lead = meta.description.as_ref().or(meta.summary.as_ref());
    let lead = lead.unwrap_or(&page.document.outline.opening);
    let address = page.address.folder();
    format!("**{}**\n\n`/{address}`{date}\n\n{lead}", meta.title).trim_end().to_owned()
}

/// What a component shows, and the arguments that it takes.
fn component(scene: &Scene<'_>, name: &str) -> Option<String> {
    let theme = scene.turn.theme.as_deref()?;
    let signature = theme.component(name)?;
    let taken = taken(signature);
    let about = scene.about(signature);
    Some(format!("**`{name}`** {taken}\n\n{about}").trim_end().to_owned())
}
