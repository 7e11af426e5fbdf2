//! Which names a template can see: its own, and those of all that it calls.
//!
//! Tera tells the variables of a template and of what it includes; what its components
//! look for by themselves (`@lang`) is added here. Where the text leaves it open what is
//! called, it counts as called: a name too many costs time, a name too few a stale page.

use std::collections::{BTreeMap, BTreeSet};

use tera::Tera;

use crate::theme::Template;

/// The names that templates and components mention.
#[derive(Default)]
pub(super) struct Mentions {
    templates: BTreeMap<String, BTreeSet<String>>,
    components: BTreeMap<String, BTreeSet<String>>,
    none: BTreeSet<String>,
}

impl Mentions {
    pub(super) fn of(tera: &Tera, texts: &BTreeMap<String, Template>) -> Mentions {
        let names: Vec<&str> = tera.get_component_names().collect();
        let names: BTreeSet<&str> = names.into_iter().collect();
        // A component may stand in any file, so a call of it reaches all that its file calls.
        let mut home: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (file, template) in texts {
            for component in names.iter().filter(|name| defines(&template.text, name)) {
                home.entry(component).or_default().push(file);
            }
        }
        let calls: BTreeMap<&str, BTreeSet<&str>> = texts
            .iter()
            .map(|(file, template)| (file.as_str(), called(&template.text, &names)))
            .collect();
        let reach = |start: BTreeSet<&str>| {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let mut open: Vec<&str> = start.into_iter().collect();
            while let Some(component) = open.pop() {
                if reached.insert(component) {
                    let files = home.get(component).into_iter().flatten();
                    open.extend(files.filter_map(|file| calls.get(file)).flatten());
                }
            }
            reached.iter().flat_map(|component| implicits(tera, component)).collect::<BTreeSet<_>>()
        };
        let components = names.iter().map(|name| ((*name).to_owned(), reach([*name].into())));
        let named: BTreeMap<&str, BTreeSet<&str>> =
            texts.iter().map(|(file, template)| (file.as_str(), named(template, texts))).collect();
        let templates = texts.keys().map(|file| {
            let family = family(file, &named);
            let start = family.iter().filter_map(|file| calls.get(file)).flatten().copied();
            let mut mentioned = reach(start.collect());
            for member in family {
                let own = tera.get_template_variables(member).unwrap_or_default();
                mentioned.extend(own.into_iter().map(str::to_owned));
            }
            (file.clone(), mentioned)
        });
        Mentions {
            templates: templates.collect(),
            components: components.collect(),
            none: BTreeSet::new(),
        }
    }

    pub(super) fn by_template(&self, name: &str) -> &BTreeSet<String> {
        self.templates.get(name).unwrap_or(&self.none)
    }

    pub(super) fn by_component(&self, name: &str) -> &BTreeSet<String> {
        self.components.get(name).unwrap_or(&self.none)
    }
}

fn implicits(tera: &Tera, component: &str) -> Vec<String> {
    let info = tera.get_component_definition(component);
    info.map_or_else(Vec::new, |info| {
        let implicit = info.args().iter().filter(|argument| argument.is_implicit());
        implicit.map(|argument| argument.name().to_owned()).collect()
    })
}

/// The templates whose name stands between quotation marks in this one.
fn named<'t>(template: &'t Template, texts: &'t BTreeMap<String, Template>) -> BTreeSet<&'t str> {
    template.quoted().filter(|name| texts.contains_key(*name)).collect()
}

/// A template with those that it extends or includes: all that it names, and that they name.
fn family<'t>(file: &'t str, named: &BTreeMap<&'t str, BTreeSet<&'t str>>) -> BTreeSet<&'t str> {
    let (mut family, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(member) = open.pop() {
        if family.insert(member) {
            open.extend(named.get(member).into_iter().flatten());
        }
    }
    family
}

/// The components whose name stands behind a `<` in the text.
fn called<'n>(text: &str, names: &BTreeSet<&'n str>) -> BTreeSet<&'n str> {
    let behind = text.split('<').skip(1).map(|rest| {
        let rest = rest.trim_start();
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && !"_.".contains(letter));
        &rest[..end.unwrap_or(rest.len())]
    });
    behind.filter_map(|word| names.get(word).copied()).collect()
}

/// Whether a template defines this component.
pub(super) fn defines(text: &str, component: &str) -> bool {
    text.split("component").skip(1).any(|rest| {
        let rest = rest.trim_start();
        rest.strip_prefix(component).is_some_and(|rest| rest.trim_start().starts_with('('))
    })
}
