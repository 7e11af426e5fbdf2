//! Components of the theme, and their arguments.

use lsp_types::CompletionItemKind;

use crate::content::Holds;
use crate::keys::Refers;
use crate::lsp::cursor::Argument;
use crate::lsp::scene::Scene;
use crate::theme::Signature;

use super::Item;
use super::names::names;

/// The components that may be written as a call or a container, where this follows behind.
pub(super) fn items(scene: &Scene<'_>, is_call: bool, behind: &str) -> Vec<Item> {
    let Some(theme) = scene.turn.theme.as_deref() else { return Vec::new() };
    let is_whole = behind.starts_with('(');
    let item = |name: &str| {
        let signature = theme.component(name);
        let needed = signature.map(needed).unwrap_or_default();
        let insert = match is_call && !is_whole {
            true => format!("{name}({needed})"),
            false => name.to_owned(),
        };
        Item {
            label: name.to_owned(),
            insert,
            detail: signature.map(taken).unwrap_or_default(),
            about: signature.map(|own| scene.about(own)).unwrap_or_default(),
            kind: CompletionItemKind::FUNCTION,
        }
    };
    theme.component_names().map(item).collect()
}

/// The arguments that must be written, to be filled in.
fn needed(signature: &Signature) -> String {
    let needed = signature.arguments.iter().filter(|(_, own)| own.required);
    let needed: Vec<String> = needed.map(|(name, _)| format!("{name}=\"\"")).collect();
    needed.join(", ")
}

/// The arguments that it takes, those in brackets that may be left out.
pub(in crate::lsp) fn taken(signature: &Signature) -> String {
    let one = |(name, own): (&String, &crate::theme::Argument)| match own.required {
        true => name.clone(),
        false => format!("[{name}]"),
    };
    let all: Vec<String> = signature.arguments.iter().map(one).collect();
    all.join(" ")
}

/// What may be written at a place in the arguments of a component.
pub(super) fn arguments(scene: &Scene<'_>, argument: &Argument) -> Vec<Item> {
    let theme = scene.turn.theme.as_deref();
    let Some(signature) = theme.and_then(|theme| theme.component(&argument.component)) else {
        return Vec::new();
    };
    let Some(name) = &argument.name else { return argument_names(signature, argument) };
    let own = signature.arguments.get(name);
    if let Some(file) = own.and_then(|own| own.entry_of.as_deref()) {
        return entries(scene, file, argument.is_quoted);
    }
    match Holds::of(name) {
        Holds::Link => named(scene, Refers::Page, argument),
        Holds::Shown => named(scene, Refers::Picture, argument),
        Holds::Other => Vec::new(),
    }
}

fn argument_names(signature: &Signature, argument: &Argument) -> Vec<Item> {
    let free = signature.arguments.iter();
    let free = free.filter(|(name, _)| !argument.beside.contains(name));
    let item = |(name, own): (&String, &crate::theme::Argument)| Item {
        label: name.clone(),
        insert: format!("{name}="),
        detail: own.entry_of.as_ref().map(|file| format!("{file}.yaml")).unwrap_or_default(),
        about: String::new(),
        kind: CompletionItemKind::VARIABLE,
    };
    free.map(item).collect()
}

/// The entries of a data file.
fn entries(scene: &Scene<'_>, file: &str, is_quoted: bool) -> Vec<Item> {
    let Some(site) = scene.site() else { return Vec::new() };
    let data = &site.data;
    let title = |key: &str| {
        let name = match file {
            "agencies" => data.agencies.get(key).map(|own| &own.name),
            "places" => data.places.get(key).map(|own| &own.name),
            "areas" => data.areas.get(key).map(|own| &own.name),
            "campaigns" => data.campaigns.get(key).map(|own| &own.name),
            "glossary" => data.glossary.get(key).map(|own| &own.term),
            _ => None,
        };
        name.map(|name| scene.local(name)).unwrap_or_default()
    };
    data.keys(file).map(|key| reference(key, title(key), is_quoted)).collect()
}

fn named(scene: &Scene<'_>, refers: Refers, argument: &Argument) -> Vec<Item> {
    let typed = scene.text.get(argument.word.clone()).unwrap_or_default();
    let all = names(scene, refers, &[], typed).into_iter();
    all.map(|own| reference(&own.name, own.title, argument.is_quoted)).collect()
}

fn reference(name: &str, title: String, is_quoted: bool) -> Item {
    Item {
        label: name.to_owned(),
        insert: if is_quoted { name.to_owned() } else { format!("\"{name}\"") },
        detail: title,
        about: String::new(),
        kind: CompletionItemKind::REFERENCE,
    }
}
