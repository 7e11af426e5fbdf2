//! `theme.yaml`: what a theme says of itself, and the themes that it extends.

use std::collections::BTreeSet;

use crate::config::{Config, SITE_FILE, Written, read_theme_colors};
use crate::diagnostics::{Code, Diagnostic, Place, did_you_mean, say};
use crate::keys;
use crate::sources::{SourcePath, Sources};
use crate::theme::colors::{self, Palette};
use crate::yaml::{Fields, Marked, Node, Reading, Value, items_of};

/// How many themes may extend each other in a row.
const LONGEST_CHAIN: usize = 8;

/// A theme and those that it extends.
pub(super) struct Chain {
    /// Their names, the theme itself first.
    pub themes: Vec<String>,
    /// Their colours and those of the site, if any of them says an accent.
    pub palette: Option<Palette>,
    /// The widths in pixels in which the first theme that says any wants pictures.
    pub picture_widths: Vec<u32>,
    /// What the first theme that says any wants to be sent as Content-Security-Policy.
    pub policy: Option<String>,
}

/// What one `theme.yaml` says that the program looks at.
struct Manifest {
    extends: Option<Marked<String>>,
    colors: Written,
    pictures: Option<Vec<u32>>,
    policy: Option<String>,
}

/// Reads the theme that the settings name and those that it extends.
pub(super) fn chain(
    sources: &Sources,
    config: &Config,
    all: &mut Vec<Diagnostic>,
) -> Option<Chain> {
    let (mut themes, mut written): (Vec<String>, Vec<(SourcePath, Written)>) = Default::default();
    let (mut picture_widths, mut policy) = (None, None);
    let mut name = config.theme.value.clone();
    let mut named_at = {
        let path = SourcePath::new(SITE_FILE);
        let text = sources.text(&path).cloned().unwrap_or_default();
        Place::within(&path, &text, config.theme.span)
    };
    loop {
        if themes.contains(&name) || themes.len() == LONGEST_CHAIN {
            all.push(endless_chain(&name).at(named_at));
            return None;
        }
        let path = SourcePath::new(&format!("themes/{name}/theme.yaml"));
        let Some(text) = sources.text(&path) else {
            all.push(no_theme(sources, &name).at(named_at));
            return None;
        };
        themes.push(name);
        let mut reading = Reading::new(&path, text);
        let node = reading.yaml(0..text.len());
        let manifest = node.as_ref().and_then(|node| manifest(node, &mut reading));
        all.extend(reading.diagnostics);
        let Some(manifest) = manifest else { break };
        picture_widths = picture_widths.or(manifest.pictures);
        policy = policy.or(manifest.policy);
        written.push((path.clone(), manifest.colors));
        let Some(extends) = manifest.extends else { break };
        named_at = Place::within(&path, text, extends.span);
        name = extends.value;
    }
    // What the site says wins over every theme.
    written.insert(0, (SourcePath::new(SITE_FILE), colors::completed(config.colors.clone())));
    let palette = palette(sources, &written, all);
    let picture_widths = picture_widths.unwrap_or_default();
    Some(Chain { themes, palette, picture_widths, policy })
}

/// The colours of all themes of a chain, each checked where it is written.
fn palette(
    sources: &Sources,
    written: &[(SourcePath, Written)],
    all: &mut Vec<Diagnostic>,
) -> Option<Palette> {
    let mut whole = Written::new();
    for (path, own) in written.iter().rev() {
        whole.extend(own.iter().map(|(role, color)| (*role, color.clone())));
        let text = sources.text(path).cloned().unwrap_or_default();
        let mut reading = Reading::new(path, &text);
        colors::check(own, &whole, &mut reading);
        all.extend(reading.diagnostics);
    }
    Palette::of(&whole)
}

fn manifest(node: &Node, reading: &mut Reading<'_>) -> Option<Manifest> {
    let mut fields = Fields::of(node, keys::THEME, reading)?;
    for key in ["name", "description", "version", "licence"] {
        fields.text(key, reading);
    }
    for key in ["authors", "extra"] {
        fields.take(key);
    }
    let extends = fields.marked_text("extends", reading);
    let colors =
        fields.take("colors").map(|node| read_theme_colors(node, reading)).unwrap_or_default();
    let pictures = fields.take("pictures").and_then(|node| widths(node, reading));
    let policy = policy(&mut fields, reading);
    fields.finish(reading);
    Some(Manifest { extends, colors, pictures, policy })
}

/// The policy that hosts send with every file. It goes into files of many forms, so it holds no
/// sign that ends a text in one of them.
fn policy(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<String> {
    let written = fields.marked_text("content_security_policy", reading)?;
    let is_plain = |letter: char| (letter.is_ascii_graphic() || letter == ' ') && letter != '"';
    let fits = written.value.chars().all(|letter| is_plain(letter) && !"\\{}$%#".contains(letter));
    if !fits {
        let message = say!(
            "`content_security_policy` có ký tự không dùng được trong tệp cấu hình của máy chủ",
            "`content_security_policy` has a sign that the settings of a server cannot hold"
        );
        let hint = say!(
            "viết trên một dòng, không dấu ngoặc kép, như `default-src 'self'`",
            "write it on one line, without double quotation marks, like `default-src 'self'`"
        );
        reading.error(written.span, Code::BadValue, message, hint);
    }
    fits.then_some(written.value)
}

/// The largest width in pixels that a theme may want a picture in, and how many of them.
const WIDEST: u32 = 4000;
const MOST_WIDTHS: usize = 6;

/// The widths of pictures, the smallest first.
fn widths(node: &Node, reading: &mut Reading<'_>) -> Option<Vec<u32>> {
    let items = items_of(node, "pictures", reading)?;
    let number = |item: &Node| match &item.value {
        Value::Number(raw) => raw.parse().ok().filter(|width| (1..=WIDEST).contains(width)),
        Value::Null
        | Value::Bool(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Map(_)
        | Value::Unknown => None,
    };
    let mut widths: Vec<u32> = items.iter().filter_map(number).collect();
    if widths.len() < items.len() || widths.len() > MOST_WIDTHS {
        let message = say!(
            "`pictures` không phải danh sách bề rộng của hình",
            "`pictures` is not a list of widths"
        );
        let hint = say!(
            "viết nhiều nhất {MOST_WIDTHS} số từ 1 đến {WIDEST}, như `[480, 960, 1440]`",
            "write up to {MOST_WIDTHS} numbers from 1 to {WIDEST}, such as `[480, 960, 1440]`"
        );
        reading.error(node.span, Code::BadValue, message, hint);
        return None;
    }
    widths.sort_unstable();
    widths.dedup();
    Some(widths)
}

fn endless_chain(name: &str) -> Diagnostic {
    let message = say!(
        "giao diện `{name}` dựa trên chính nó, hoặc trên quá {LONGEST_CHAIN} giao diện",
        "the theme `{name}` extends itself, or more than {LONGEST_CHAIN} themes"
    );
    let hint = say!("sửa hoặc xoá dòng `extends:` này", "mend or delete this line `extends:`");
    Diagnostic::error(Code::BadValue, message).hint(hint)
}

fn no_theme(sources: &Sources, name: &str) -> Diagnostic {
    let known: BTreeSet<&str> = sources
        .under("themes/")
        .filter(|(path, _)| path.file_name() == "theme.yaml")
        .filter_map(|(path, _)| path.folder().strip_prefix("themes/"))
        .collect();
    let message = say!("không có giao diện `{name}`", "there is no theme `{name}`");
    Diagnostic::error(Code::NoTheme, message).hint(did_you_mean(name, known.iter().copied()))
}
