//! Which raw HTML stays: harmless elements and attributes, in one flat table.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use crate::content::address::SCHEMES;
use crate::diagnostics::{Say, say};

/// The elements that stay, each with the attributes of its own that stay.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("address", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan", "headers"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "headers", "scope", "abbr"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// The attributes that any element may have, besides `aria-…`.
const EVERYWHERE: &[&str] =
    &["class", "dir", "id", "lang", "role", "tabindex", "title", "translate"];

/// Elements that go together with what is in them.
const WITH_CONTENT: &[&str] = &[
    "audio", "canvas", "datalist", "head", "iframe", "math", "noembed", "noframes", "noscript",
    "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
];

/// Elements without an end tag, or whose end tag may be left out.
const WITHOUT_END: &[&str] = &[
    "br", "col", "colgroup", "dd", "dt", "hr", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr", "wbr",
];

/// Whether an element stays.
pub(super) fn is_element(name: &str) -> bool {
    ELEMENTS.iter().any(|(element, _)| *element == name)
}

/// Elements of HTML, old and new, that do not stay although their content does.
const WITHOUT_CONTENT: &[&str] = &[
    "acronym", "applet", "area", "base", "basefont", "bgsound", "big", "blink", "body", "button",
    "center", "dialog", "dir", "embed", "fieldset", "font", "form", "frame", "frameset", "h1",
    "hgroup", "html", "img", "input", "keygen", "label", "legend", "link", "main", "map",
    "marquee", "menu", "meta", "meter", "nav", "nobr", "object", "optgroup", "option", "output",
    "param", "picture", "progress", "rb", "rtc", "search", "slot", "source", "strike", "track",
    "tt",
];

/// Whether what looks like an element is one of HTML, and not a text in angle brackets.
pub(super) fn is_known(name: &str) -> bool {
    is_element(name) || goes_with_content(name) || WITHOUT_CONTENT.contains(&name)
}

/// Whether an attribute of an element that stays stays too.
pub(super) fn is_attribute(element: &str, name: &str) -> bool {
    let own = ELEMENTS.iter().find(|(known, _)| *known == element).map_or(&[][..], |(_, own)| own);
    EVERYWHERE.contains(&name) || own.contains(&name) || name.starts_with("aria-")
}

/// Whether an attribute goes without a word: it says how a link opens, which readers choose.
pub(super) fn is_needless(name: &str) -> bool {
    ["target", "rel"].contains(&name)
}

/// Whether an element goes together with what is in it.
pub(super) fn goes_with_content(name: &str) -> bool {
    WITH_CONTENT.contains(&name)
}

/// Whether an element is one that the HTML parser opens again in every block after the one in
/// which it was not closed (HTML Standard, 13.2.4.3).
pub(super) fn is_inline(name: &str) -> bool {
    ["a", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"]
        .contains(&name)
}

/// Whether an element has an end tag for sure.
pub(super) fn has_end(name: &str) -> bool {
    !WITHOUT_END.contains(&name)
}

/// The cleaner for all this.
pub(super) fn cleaner() -> Builder<'static> {
    let mut builder = Builder::empty();
    let own = ELEMENTS.iter().filter(|(_, own)| !own.is_empty());
    let own: HashMap<_, HashSet<_>> =
        own.map(|(name, own)| (*name, own.iter().copied().collect())).collect();
    builder
        .tags(ELEMENTS.iter().map(|(name, _)| *name).collect())
        .tag_attributes(own)
        .generic_attributes(EVERYWHERE.iter().copied().collect())
        .generic_attribute_prefixes(HashSet::from(["aria-"]))
        .clean_content_tags(WITH_CONTENT.iter().copied().collect())
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}

/// What to do instead of an element or attribute that does not stay.
pub(super) fn hint(name: &str) -> Say {
    match name {
        "script" | "noscript" | "template" => say!(
            "bài viết không được chứa mã lệnh (script); nếu cần, đưa mã vào giao diện",
            "texts hold no code that runs; if it is needed, it belongs to the theme"
        ),
        "style" | "font" | "center" | "big" | "align" | "bgcolor" | "color" | "face" | "width"
        | "height" | "border" => say!(
            "hình thức do giao diện quyết định; dùng Markdown hoặc `class=\"…\"`",
            "the theme decides how things look; use Markdown or `class=\"…\"`"
        ),
        "iframe" | "embed" | "object" | "video" | "audio" | "frame" => say!(
            "đặt một liên kết tới trang đó: trang này không tải gì từ nơi khác",
            "link to it instead: pages load nothing from elsewhere"
        ),
        "form" | "input" | "button" | "select" | "textarea" | "label" | "fieldset" => say!(
            "trang tĩnh không nhận biểu mẫu; đặt liên kết hoặc địa chỉ thư điện tử",
            "a static page takes no forms; give a link or an e-mail address"
        ),
        "svg" | "math" | "canvas" => say!(
            "lưu thành tệp hình rồi viết `![mô tả](hinh.svg)`",
            "save it as a picture and write `![description](picture.svg)`"
        ),
        "h1" => say!(
            "tên trang đã là đề mục lớn nhất; trong bài dùng `##`",
            "the page has its main heading; use `##`"
        ),
        name if name.starts_with("on") => say!(
            "bài viết không được chứa mã lệnh (script); xoá thuộc tính này",
            "texts hold no code that runs; delete this attribute"
        ),
        _ => say!(
            "dùng Markdown hoặc một khối của giao diện; người viết tin cậy có thể đặt `markdown: {{html: allow}}` trong `site.yaml`",
            "use Markdown or a component of the theme; for trusted authors there is `markdown: {{html: allow}}` in site.yaml"
        ),
    }
}
