//! Reads a theme and those that it extends.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::Tera;

use crate::config::{Config, Purpose};
use crate::diagnostics::{Checked, Code, Diagnostic, Place, say};
use crate::memo::{Digest, Hashed, Input};
use crate::public::OutputPath;
use crate::sources::{SourcePath, Sources};
use crate::theme::manifest::{self, Chain};
use crate::theme::mentions::{Mentions, defines};
use crate::theme::names::Names;
use crate::theme::{
    Argument, COLORS, Palette, Signature, THEME_FOLDER, Template, Theme, ThemeFile, faults, fonts,
    functions, names, signature, words,
};

/// The template of every page whose kind has none of its own.
const LAST_TEMPLATE: &str = "page.html";

/// All that [`load`] may see.
#[derive(Serialize)]
pub struct ThemeInput<'a> {
    sources: Hashed<&'a Sources>,
    config: &'a Hashed<Arc<Config>>,
}

impl<'a> ThemeInput<'a> {
    /// The themes and the site's own words in a snapshot.
    pub fn of(sources: &'a Sources, config: &'a Hashed<Arc<Config>>) -> ThemeInput<'a> {
        let digest = sources.digest_of(&["themes/", words::SITE_WORDS]);
        ThemeInput { sources: Hashed::new(sources, digest), config }
    }
}

impl Input for ThemeInput<'_> {
    fn name(&self) -> &str {
        "theme"
    }
}

/// Reads the theme that the settings name. Nothing comes out where it is not there or its
/// templates cannot be read.
pub fn load(input: &ThemeInput<'_>) -> Checked<Option<Hashed<Arc<Theme>>>> {
    let (sources, config): (&Sources, &Config) = (&input.sources, input.config);
    let mut diagnostics = Vec::new();
    let found = manifest::chain(sources, config, &mut diagnostics);
    let Some(Chain { themes: chain, palette, picture_widths, policy }) = found else {
        return Checked { value: None, diagnostics };
    };
    let templates = templates(sources, &chain);
    if !templates.contains_key(LAST_TEMPLATE) {
        diagnostics.push(no_page_template(&config.theme.value));
        return Checked { value: None, diagnostics };
    }
    let (words, is_complete) = words::load(sources, config, &chain, &templates, &mut diagnostics);
    if !is_complete {
        return Checked { value: None, diagnostics };
    }
    let words = Arc::new(words);
    let mut tera = Tera::default();
    functions::register(&mut tera, &words);
    let mut files = files(sources, &chain, &mut diagnostics);
    diagnostics.extend(names::diagnose(&files));
    let published = match config.purpose {
        Purpose::Publication => Names::of(&mut files, colors(palette.as_ref())),
        Purpose::Preview => Names::default(),
    };
    let value = match unreadable(&mut tera, &templates) {
        None => Some(Theme {
            mentioned: Mentions::of(&tera, &templates),
            components: components(&tera, &templates),
            digest: digest((sources, config), &chain, &published),
            files,
            names: published,
            directions: config
                .languages
                .iter()
                .map(|language| (language.code.clone(), language.direction.clone()))
                .collect(),
            palette,
            picture_widths,
            policy,
            card_fonts: fonts::load(sources, &chain, &mut diagnostics),
            templates,
            words,
            tera,
        }),
        Some(fault) => {
            diagnostics.push(fault);
            None
        }
    };
    let digest = Digest::of_value(input);
    let value = value.map(|theme| Hashed::new(Arc::new(theme), digest));
    Checked { value, diagnostics }
}

fn no_page_template(theme: &str) -> Diagnostic {
    let message = say!(
        "giao diện `{theme}` không có mẫu `{LAST_TEMPLATE}`",
        "the theme `{theme}` has no template `{LAST_TEMPLATE}`"
    );
    let hint = say!(
        "thêm `templates/{LAST_TEMPLATE}`, hoặc dòng `extends: civic` vào `theme.yaml`",
        "add `templates/{LAST_TEMPLATE}`, or a line `extends: civic` to `theme.yaml`"
    );
    let path = SourcePath::new(&format!("themes/{theme}/theme.yaml"));
    Diagnostic::error(Code::UnknownTemplate, message).hint(hint).at(Place::file(&path))
}

/// The templates by name. The theme's own come before those it extends; one that it
/// replaces can still be named with its theme before it: `civic/base.html`.
fn templates(sources: &Sources, chain: &[String]) -> BTreeMap<String, Template> {
    let mut templates: BTreeMap<String, Template> = BTreeMap::new();
    for theme in chain {
        let folder = format!("themes/{theme}/templates/");
        for (path, _) in sources.under(&folder) {
            let Some(text) = sources.text(path) else { continue };
            let name = &path.as_str()[folder.len()..];
            let template = Template { path: path.clone(), text: Arc::clone(text) };
            if !templates.contains_key(name) {
                templates.insert(name.to_owned(), template);
            } else if !name.starts_with("components/") {
                templates.insert(format!("{theme}/{name}"), template);
            }
        }
    }
    templates
}

/// Gives the templates to tera; what it cannot read comes back.
fn unreadable(tera: &mut Tera, templates: &BTreeMap<String, Template>) -> Option<Diagnostic> {
    for template in templates.values() {
        // Asks tera for everything that a page can see, which no digest could name.
        if let Some(at) = template.text.find("__tera_context") {
            let message =
                say!("không được dùng `__tera_context`", "`__tera_context` cannot be used");
            let hint =
                say!("gọi từng tên mà mẫu cần", "name each variable that the template needs");
            let place = Place::within(&template.path, &template.text, (at..at + 14).into());
            return Some(Diagnostic::error(Code::TemplateSyntax, message).hint(hint).at(place));
        }
    }
    let texts = templates.iter().map(|(name, template)| (name.as_str(), template.text.as_ref()));
    let added = tera.add_raw_templates(texts);
    added.err().map(|error| faults::while_loading(&error, templates))
}

/// The components that a page's text may call: those of the folder `components/`. What
/// stands elsewhere is the theme's own.
fn components(tera: &Tera, templates: &BTreeMap<String, Template>) -> BTreeMap<String, Signature> {
    let names: BTreeSet<&str> = tera.get_component_names().collect();
    let public = templates.iter().filter(|(file, _)| file.starts_with("components/"));
    let public: Vec<&Template> = public.map(|(_, template)| template).collect();
    let mut components = BTreeMap::new();
    for name in names {
        let Some(info) = tera.get_component_definition(name) else { continue };
        let template = public.iter().find(|template| defines(&template.text, name));
        let Some(template) = template else { continue };
        let written = info.args().iter().filter(|argument| !argument.is_implicit());
        let arguments = written.map(|argument| {
            let (name, required) = (argument.name(), argument.is_required());
            let entry_of = signature::entry_of(&template.text, name);
            (name.to_owned(), Argument { required, kind: argument.arg_type(), entry_of })
        });
        let takes_rest = info.rest_param().is_some();
        let (about, arguments) = (signature::about(&template.text), arguments.collect());
        components.insert(name.to_owned(), Signature { about, arguments, takes_rest });
    }
    components
}

fn bad_name(path: &SourcePath) -> Diagnostic {
    let name = path.file_name();
    let message = say!("không dùng được tên tệp `{name}`", "the file name `{name}` cannot be used");
    let hint =
        say!("đổi tên tệp: chữ, chữ số, dấu gạch ngang", "rename it: letters, digits and hyphens");
    Diagnostic::error(Code::BadFileName, message).hint(hint).at(Place::file(path))
}

fn files(
    sources: &Sources,
    chain: &[String],
    all: &mut Vec<Diagnostic>,
) -> BTreeMap<OutputPath, ThemeFile> {
    let mut files = BTreeMap::new();
    for theme in chain {
        let folder = format!("themes/{theme}/static/");
        for (path, source) in sources.under(&folder) {
            let target =
                OutputPath::parse(&format!("{THEME_FOLDER}/{}", &path.as_str()[folder.len()..]));
            let Some(target) = target else {
                all.push(bad_name(path));
                continue;
            };
            let file = ThemeFile {
                path: path.clone(),
                content: source.content.clone(),
                digest: source.digest,
            };
            files.entry(target).or_insert(file);
        }
    }
    files
}

/// The style sheet that the program writes, with its digest.
fn colors(palette: Option<&Palette>) -> Option<(OutputPath, Digest)> {
    Some((OutputPath::parse(COLORS)?, Digest::of(palette?.css().as_bytes())))
}

/// The digest of all that a rendered page can see of the theme and the languages.
fn digest((sources, config): (&Sources, &Config), chain: &[String], names: &Names) -> Digest {
    let mut seen: Vec<(String, Digest)> = Vec::new();
    let of_theme = |theme: &String| {
        ["templates/", "i18n/", "theme.yaml"].map(|p| format!("themes/{theme}/{p}"))
    };
    for prefix in chain.iter().flat_map(of_theme).chain([words::SITE_WORDS.to_owned()]) {
        let files = sources.under(&prefix);
        seen.extend(files.map(|(path, source)| (path.to_string(), source.digest)));
    }
    let languages: Vec<_> =
        config.languages.iter().map(|l| (&l.code, &l.direction, config.chain(&l.code))).collect();
    let colors: Vec<_> =
        config.colors.iter().map(|(role, color)| (role, color.value.channels())).collect();
    Digest::of_value(&(chain, seen, languages, colors, names.digest()))
}
