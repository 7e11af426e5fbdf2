//! Reads `site.yaml`, key by key.

use std::collections::BTreeMap;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::config::languages::languages;
use crate::config::taxonomies::taxonomies;
use crate::config::{
    BaseUrl, Config, Purpose, SITE_FILE, Written, exit, hosts, identity, menus, read_colors,
    swapped,
};
use crate::content::editorial::Levels;
use crate::content::{self, Language, LinkTarget, RawHtml, Rules, mailbox};
use crate::diagnostics::{Checked, Code, Diagnostic, Fix, Place, Say, Span, letters, say};
use crate::keys;
use crate::locale::LocalText;
use crate::sources::{SourcePath, Sources, Stray};
use crate::yaml::{Fields, Marked, Node, Reading};

/// The cure where there are no settings: the name of the file that was meant as them, if one is
/// there.
fn near_settings(sources: &Sources) -> Say {
    let named = sources.strays().iter().find_map(|stray| match stray {
        Stray::Settings(name) => Some(name),
        Stray::Data(_) | Stray::Content(_) | Stray::Pages(_) => None,
    });
    match named {
        Some(name) => say!(
            "ở đây có `{name}`: đổi tên tệp đó thành `site.yaml`",
            "there is `{name}`: rename it to `site.yaml`"
        ),
        None => say!(
            "chạy lệnh trong thư mục của trang web, hoặc tạo một trang web mới bằng `bangtin init`",
            "run the command in the site's folder, or lay out a new site with `bangtin init`"
        ),
    }
}

/// Reads the settings. Nothing comes out only where the file is not there or cannot be read.
pub fn read(sources: &Sources) -> Checked<Option<Config>> {
    let path = SourcePath::new(SITE_FILE);
    let Some(text) = sources.text(&path) else {
        let missing = Diagnostic::error(
            Code::NoSiteFile,
            say!("thư mục này không có `site.yaml`", "this folder has no `site.yaml`"),
        )
        .hint(near_settings(sources))
        .at(Place::file(&path));
        return Checked { value: None, diagnostics: vec![missing] };
    };
    if text.trim().is_empty() {
        let message = say!("tệp trống", "the file is empty");
        let hint =
            say!("thêm một dòng `title: Tên trang web`", "add a line `title: Name of the site`");
        let fault = Diagnostic::error(Code::EmptyFile, message).hint(hint).at(Place::file(&path));
        return Checked { value: None, diagnostics: vec![fault] };
    }
    let mut reading = Reading::new(&path, text);
    reading.diagnostics = letters::told(&path, text);
    let node = reading.yaml(0..text.len());
    let value = node.and_then(|node| {
        reading.as_meant(&node, |node, reading| {
            let fields = Fields::of(node, keys::SITE, reading)?;
            config(fields, reading)
        })
    });
    let is_whole = !reading.is_faulty_since(0);
    let value = value.map(|config| Config { is_whole, ..config });
    Checked { value, diagnostics: reading.diagnostics }
}

/// The settings. Nothing comes out where the languages or the taxonomies are not known: what
/// every other file says hangs on them.
fn config(mut fields: Fields<'_>, reading: &mut Reading<'_>) -> Option<Config> {
    let mut rules = empty_rules();
    let is_partial = !fields.is_whole();
    let before = reading.diagnostics.len();
    let languages = languages(&mut fields, &mut rules, reading);
    if is_partial || reading.is_faulty_since(before) {
        return None;
    }
    let taxonomies = taxonomies(fields.take("taxonomies"), &rules, reading);
    let is_known = !reading.is_faulty_since(before);
    rules.taxonomies = taxonomies.iter().map(|taxonomy| taxonomy.name.clone()).collect();
    markdown(fields.take("markdown"), &mut rules, reading);
    rules.checks = rules.checks.with(fields.take("checks"), reading);
    let title = fields.wanted_local_text("title", &rules, reading);
    let empty = || LocalText::One(String::new());
    let description = fields.local_text("description", &rules, reading);
    let config = Config {
        title: title.unwrap_or_else(empty),
        description: description.unwrap_or_else(empty),
        base_url: base_url(&mut fields, reading),
        timezone: timezone(&mut fields, reading),
        theme: theme(&mut fields, reading),
        languages,
        publisher: publisher(fields.take("publisher"), &rules, reading),
        identity: identity::read(&mut fields, &rules, reading),
        colors: colors(&mut fields, reading),
        menus: menus::read(fields.take("menus"), &rules, reading),
        exit: exit::read(fields.take("exit"), &rules, reading),
        taxonomies,
        paginate_by: fields.count("paginate_by", reading).unwrap_or(10),
        feed_limit: fields.count("feed_limit", reading).unwrap_or(20),
        social_cards: fields.flag("social_cards", reading).unwrap_or(true),
        publish: publish(&mut fields, reading),
        hosts: hosts::read(&mut fields, reading),
        precompress: fields.flag("precompress", reading).unwrap_or(false),
        extra: content::open(&mut fields, "extra", reading),
        rules,
        text: reading.text.into(),
        purpose: Purpose::default(),
        is_whole: true,
    };
    fields.finish(reading);
    is_known.then_some(config)
}

fn colors(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Written {
    let node = fields.take("colors");
    node.map(|node| read_colors(node, reading)).unwrap_or_default()
}

fn empty_rules() -> Rules {
    Rules {
        default_language: Language::new("vi"),
        languages: BTreeMap::new(),
        taxonomies: Vec::new(),
        html: RawHtml::Clean,
        smart_punctuation: true,
        extensions: true,
        checks: Levels::default(),
    }
}

fn publisher(
    node: Option<&Node>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> BTreeMap<String, LocalText> {
    const KEYS: [&str; 8] =
        ["name", "address", "telephone", "fax", "email", "reuse", "notice", "banner"];
    let Some(mut fields) = node.and_then(|node| Fields::of(node, keys::PUBLISHER, reading)) else {
        return BTreeMap::new();
    };
    let mut publisher = BTreeMap::new();
    let swapped = swapped::tell(&mut fields, reading).unwrap_or_default();
    let url = if swapped.contains(&"url") {
        None
    } else {
        LinkTarget::outside_of(&mut fields, "url", reading)
    };
    publisher.extend(url.map(|url| ("url".to_owned(), LocalText::One(url.written().to_owned()))));
    for key in KEYS {
        let Some(node) = fields.take(key).filter(|_| !swapped.contains(&key)) else { continue };
        if key == "email" && !node.is_blank() {
            mailbox::check(node, reading);
        }
        let text = fields.local_text(key, rules, reading);
        publisher.extend(text.map(|text| (key.to_owned(), text)));
    }
    fields.finish(reading);
    publisher
}

fn markdown(node: Option<&Node>, rules: &mut Rules, reading: &mut Reading<'_>) {
    let Some(mut fields) = node.and_then(|node| Fields::of(node, keys::MARKDOWN, reading)) else {
        return;
    };
    let words = [("clean", RawHtml::Clean), ("allow", RawHtml::Allow), ("escape", RawHtml::Escape)];
    rules.html = fields.word("html", &words, reading).unwrap_or(rules.html);
    let smart = fields.flag("smart_punctuation", reading);
    rules.smart_punctuation = smart.unwrap_or(rules.smart_punctuation);
    fields.finish(reading);
}

/// The names of files and patterns of names; a folder stands for all that is in it.
fn publish(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Vec<glob::Pattern> {
    let written = fields.texts("publish", reading).into_iter();
    let patterns = written.filter_map(|written| {
        let text = written.value.trim_start_matches("@/").trim_start_matches('/');
        let text = if text.ends_with('/') { format!("{text}**") } else { text.to_owned() };
        let pattern = glob::Pattern::new(&text);
        if pattern.is_err() {
            let message = say!(
                "không đọc được mẫu tên tệp `{text}`",
                "the pattern of file names `{text}` cannot be read"
            );
            let hint = say!(
                "viết tên tệp tính từ `content`; `*` thay cho một phần của tên, `**/` cho mọi thư mục: `**/*.zip`",
                "write a file's name from `content` on; `*` stands for a part of a name, `**/` for any folders: `**/*.zip`"
            );
            reading.error(written.span, Code::BadValue, message, hint);
        }
        pattern.ok()
    });
    patterns.collect()
}

fn base_url(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<BaseUrl> {
    let written = fields.marked_text("base_url", reading)?;
    let base_url = BaseUrl::parse(&written.value);
    if let Some(folder) = base_url.as_ref().and_then(|own| own.without_file()) {
        let text = &written.value;
        let message = say!(
            "`{text}` là địa chỉ của một tệp, không phải của cả trang web",
            "`{text}` is the address of a file and not of the whole site"
        );
        let hint = say!("viết `base_url: {folder}`", "write `base_url: {folder}`");
        let fix = Fix { span: written.span, text: folder, is_sure: false };
        reading.tell(written.span, Diagnostic::error(Code::BadValue, message).hint(hint).fix(fix));
    }
    if base_url.is_none() {
        let text = &written.value;
        let message =
            say!("`{text}` không phải địa chỉ của trang web", "`{text}` is no address of a site");
        let fault = Diagnostic::error(Code::BadValue, message);
        let full = format!("https://{}/", text.trim_matches('/'));
        let is_host = text.contains('.') && !text.contains([':', ' ', '@']);
        let fault = match BaseUrl::parse(&full).filter(|_| is_host) {
            Some(_) => fault
                .hint(say!(
                    "viết đầy đủ: `base_url: {full}`",
                    "write it in full: `base_url: {full}`"
                ))
                .fix(Fix { span: written.span, text: full, is_sure: false }),
            None => fault.hint(say!(
                "viết đầy đủ như `https://example.gov.vn/`",
                "write it in full, like `https://example.gov.vn/`"
            )),
        };
        reading.tell(written.span, fault);
    }
    base_url
}

fn timezone(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> TimeZone {
    const DEFAULT: &str = "Asia/Ho_Chi_Minh";
    let zones = TimeZoneDatabase::bundled();
    let written = fields.marked_text("timezone", reading);
    let name = written.as_ref().map_or(DEFAULT, |written| written.value.as_str());
    zones.get(name).unwrap_or_else(|_| {
        let known: Vec<String> = zones.available().map(|zone| zone.as_str().to_owned()).collect();
        let near = crate::diagnostics::nearest(name, known.iter().map(String::as_str));
        // The zone of Viet Nam is named after another city than its capital.
        let is_here = ["hanoi", "ha_noi", "saigon", "vietnam", "viet_nam", "+7", "+07", "ict"];
        let is_here = is_here.iter().any(|word| name.to_lowercase().contains(word));
        let near = near.filter(|_| !is_here).unwrap_or(DEFAULT);
        let message = say!("không có múi giờ `{name}`", "there is no time zone `{name}`");
        let hint = say!("viết `timezone: {near}`", "write `timezone: {near}`");
        let span = written.as_ref().map_or(Span::default(), |written| written.span);
        let fix = Fix { span, text: near.to_owned(), is_sure: is_here };
        reading.tell(span, Diagnostic::error(Code::BadValue, message).hint(hint).fix(fix));
        zones.get(DEFAULT).unwrap_or(TimeZone::UTC)
    })
}

fn theme(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Marked<String> {
    let civic = || Marked { value: "civic".to_owned(), span: Span::default() };
    fields.marked_text("theme", reading).unwrap_or_else(civic)
}
