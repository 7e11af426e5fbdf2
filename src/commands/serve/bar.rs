//! What the preview shows on a page beside the page: a bar at its foot, and above it what is
//! wrong with the site. No file of the site has any of it.
//!
//! In: what is known of a page, or what is wrong. Out: HTML in the language of the program, in
//! which whatever people wrote is text.

use bangtin::diagnostics::show::{Tongue, hint_name, severity_name, whereabouts};
use bangtin::diagnostics::{Diagnostic, Place, Say, Severity, say};

use crate::commands::printer::count;

use super::about::About;

/// How many messages are shown; nobody mends more in one go.
const MOST: usize = 50;

/// The bar of a page.
pub(super) fn bar(about: &About<'_>, tongue: Tongue) -> String {
    let mut parts = String::new();
    if let Some((code, name)) = &about.language {
        let (code, name) = (escaped(code), escaped(name));
        parts.push_str(&format!("<span class=\"language\" lang=\"{code}\">{name}</span>\n"));
    }
    for state in &about.states {
        parts.push_str(&format!("<span class=\"state\">{}</span>\n", escaped(tongue.of(state))));
    }
    parts.push_str(&messages(about, tongue));
    let made = match about.is_missing {
        true => say!("không có trang ở đây", "no page here"),
        false => say!("trang do chương trình tạo", "made by the program"),
    };
    parts.push_str(&match about.source {
        Some(path) => format!("<code translate=\"no\">{}</code>\n", escaped(path.as_str())),
        None => format!("<span>{}</span>\n", tongue.of(&made)),
    });
    let (name, close) = (say!("Xem thử", "Preview"), say!("Đóng thanh xem thử", "Close the bar"));
    let (name, close) = (tongue.of(&name), tongue.of(&close));
    let lang = lang(tongue);
    format!(
        "<section class=\"bar\" lang=\"{lang}\" dir=\"ltr\" aria-label=\"{name}\">\n{parts}\
         <button type=\"button\" id=\"close-bar\" aria-label=\"{close}\" title=\"{close}\">×</button>\n</section>"
    )
}

/// How many messages a page has, which opens to show them.
fn messages(about: &About<'_>, tongue: Tongue) -> String {
    let own = &about.messages;
    let elsewhere = (about.elsewhere > 0).then(|| {
        let number = about.elsewhere;
        say!("{number} ở nơi khác", "{number} elsewhere")
    });
    let elsewhere = elsewhere.map(|say| tongue.of(&say).to_owned());
    if own.is_empty() {
        let none = say!("không có thông báo", "no messages");
        let parts = [Some(tongue.of(&none).to_owned()), elsewhere];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        return format!("<span>{}</span>\n", parts.join(", "));
    }
    let parts = [tally(own, tongue)].into_iter().chain(elsewhere);
    let summary = parts.collect::<Vec<_>>().join(", ");
    let list = list(own.iter().copied(), tongue);
    format!(
        "<details id=\"messages\"><summary id=\"summary\">{summary}</summary>\n\
         <div class=\"list\" tabindex=\"0\" id=\"list\">{list}</div></details>\n"
    )
}

/// `1 error, 2 warnings, 1 note`.
fn tally(faults: &[&Diagnostic], tongue: Tongue) -> String {
    let number = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    let kinds = [
        (Severity::Error, "lỗi", "error"),
        (Severity::Warning, "cảnh báo", "warning"),
        (Severity::Note, "ghi chú", "note"),
    ];
    let kinds = kinds.map(|(severity, vi, en)| (number(severity), vi, en));
    let told = kinds.iter().filter(|(number, ..)| *number > 0);
    let told = told.map(|(number, vi, en)| tongue.of(&count(*number, vi, en)).to_owned());
    told.collect::<Vec<_>>().join(", ")
}

/// What keeps the site from being published; empty if nothing does.
pub(super) fn errors(errors: &[&Diagnostic], tongue: Tongue) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let number = errors.len();
    let title = say!(
        "Trang web đang có lỗi ({number}); bạn đang xem bản tốt gần nhất",
        "The site has errors ({number}); this is the last good version"
    );
    let (title, close) = (tongue.of(&title), say!("Đóng", "Close"));
    let (close, lang) = (tongue.of(&close), lang(tongue));
    let list = list(errors.iter().copied(), tongue);
    format!(
        "<section class=\"errors\" role=\"alert\" lang=\"{lang}\" dir=\"ltr\">\n<h2>{title}</h2>\n{list}\
         <button type=\"button\" id=\"close-errors\">{close}</button>\n</section>"
    )
}

/// Before there is any good site: a page that lists what is wrong.
pub(super) fn errors_page(errors: &[&Diagnostic], tongue: Tongue) -> String {
    let title = say!("Trang web đang có lỗi", "The site has errors");
    let (title, lang) = (tongue.of(&title), lang(tongue));
    let list = list(errors.iter().copied(), tongue);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
         <body><h1>{title}</h1>\n{list}</body></html>\n"
    )
}

/// The code of the language that the program speaks.
pub(super) fn lang(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => "vi",
        Tongue::En => "en",
    }
}

fn list<'d>(faults: impl Iterator<Item = &'d Diagnostic>, tongue: Tongue) -> String {
    let items: String = faults.take(MOST).map(|fault| item(fault, tongue)).collect();
    format!("<ol>\n{items}</ol>\n")
}

fn item(fault: &Diagnostic, tongue: Tongue) -> String {
    let class = severity_name(fault.severity, Tongue::En);
    let (severity, code) = (severity_name(fault.severity, tongue), fault.code.id());
    let text = |say: &Say| escaped(tongue.of(say));
    let place = fault.place.as_ref().map_or_else(String::new, |place| {
        format!("<code translate=\"no\">{}</code>\n", escaped(&line_of(place)))
    });
    let line = fault.place.as_ref().filter(|place| place.line > 0 && !place.text.is_empty());
    let line = line.map_or_else(String::new, |place| {
        format!("<pre translate=\"no\">{}</pre>\n", escaped(&place.text))
    });
    let hint = fault.hint.as_ref().map_or_else(String::new, |hint| {
        format!("<p class=\"hint\">{}: {}</p>\n", hint_name(tongue), text(hint))
    });
    format!(
        "<li class=\"{class}\">{place}<p><b>{severity} [{code}]</b> {}</p>\n{line}{hint}</li>\n",
        text(&fault.message)
    )
}

/// The file with the line and the column, or with the cell.
fn line_of(place: &Place) -> String {
    let file = whereabouts(place);
    match place.tab.is_none() && place.line > 0 {
        true => format!("{file}:{}:{}", place.line, place.column),
        false => file,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
