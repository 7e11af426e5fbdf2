//! `bangtin list`: the pages of the site, for people, spreadsheets and programs.

use bangtin::diagnostics::Say;
use bangtin::diagnostics::show::{self, Tongue, printable};
use bangtin::{Memos, SurveyPage};
use serde::Serialize;

use crate::cli::{Format, List, ListFormat, SiteFlags, vietnamese_kind};
use crate::commands::printer::count;
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, site};
use bangtin::diagnostics::say;

/// Lists every page, also those that are not shown yet or any more.
pub(super) fn run(flags: &List, context: &Context) -> Outcome {
    let printer = &context.printer;
    let sources = site::read(&context.root)?;
    let plain = SiteFlags { base_url: None, drafts: false, future: false, now: flags.now };
    let survey = bangtin::survey(&sources, &site::settings(&plain, &sources), &Memos::default());
    let report = Report { printer, format: Format::Text, strict: false };
    let exit = report.verdict(&survey.diagnostics);
    if site::is_missing(&survey.diagnostics) {
        report.show(&survey.diagnostics)?;
        return Ok(exit);
    }
    printer.data(&match flags.format {
        ListFormat::Text => table(&survey.pages, printer.tongue),
        ListFormat::Csv => csv(&survey.pages),
        ListFormat::Json => json_text(&survey.pages),
    })?;
    let Say { vi, en } = count(survey.pages.len(), "trang", "page");
    printer.detail(&Say { vi, en });
    if exit == Exit::SiteErrors {
        report.tally(&survey.diagnostics, &say!("xem bằng `bangtin check`", "see `bangtin check`"));
    }
    Ok(exit)
}

/// What a state of a page is called.
const STATES: &[(&str, &str)] = &[
    ("published", "đã đăng"),
    ("draft", "bản nháp"),
    ("future", "chờ đăng"),
    ("expired", "hết hạn"),
];

fn state(page: &SurveyPage, tongue: Tongue) -> &'static str {
    let vi = STATES.iter().find(|(name, _)| *name == page.state).map(|(_, vi)| *vi);
    match tongue {
        Tongue::Vi => vi.unwrap_or(page.state),
        Tongue::En => page.state,
    }
}

/// The day of a date as people write it: `20/11/2026`.
fn day(date: &str) -> String {
    let day = date.get(..10).unwrap_or(date);
    let parts: Vec<&str> = day.split('-').rev().map(|part| part.trim_start_matches('0')).collect();
    parts.join("/")
}

fn table(pages: &[SurveyPage], tongue: Tongue) -> String {
    let rows: Vec<[String; 6]> = pages
        .iter()
        .map(|page| {
            let date = page.date.as_deref().map_or_else(|| "-".to_owned(), day);
            let kind = match tongue {
                Tongue::Vi => vietnamese_kind(page.kind),
                Tongue::En => page.kind,
            };
            let cells = [kind, &page.language, &date, state(page, tongue), &page.path, &page.title];
            cells.map(|cell| printable(cell).into_owned())
        })
        .collect();
    let width =
        |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        for (cell, width) in row.iter().zip(&widths) {
            text.push_str(&format!("{cell:width$}  "));
        }
        text.push_str(&row[5]);
        text.push('\n');
    }
    text
}

/// RFC 4180, with the mark by which spreadsheets know UTF-8.
fn csv(pages: &[SurveyPage]) -> String {
    let mut text = "\u{feff}path,language,kind,state,date,url,title\r\n".to_owned();
    for page in pages {
        let date = page.date.as_deref().unwrap_or_default();
        let cells =
            [&page.path, &page.language, page.kind, page.state, date, &page.url, &page.title];
        text.push_str(&cells.map(cell).join(","));
        text.push_str("\r\n");
    }
    text
}

/// A value in a line of CSV.
pub(super) fn cell(value: &str) -> String {
    // A spreadsheet would run a value that begins so as a formula.
    let value = &printable(value);
    let formula = value.starts_with(['=', '+', '-', '@']);
    let value = if formula { format!("'{value}") } else { value.to_string() };
    if value.contains(['"', ',']) {
        return format!("\"{}\"", value.replace('"', "\"\""));
    }
    value
}

/// A page as programs read it.
#[derive(Serialize)]
struct Record<'p> {
    path: &'p str,
    language: &'p str,
    kind: &'p str,
    state: &'p str,
    date: Option<&'p str>,
    url: &'p str,
    title: &'p str,
}

fn json_text(pages: &[SurveyPage]) -> String {
    let records = pages.iter().map(|page| Record {
        path: &page.path,
        language: &page.language,
        kind: page.kind,
        state: page.state,
        date: page.date.as_deref(),
        url: &page.url,
        title: &page.title,
    });
    show::pretty(&records.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str) -> SurveyPage {
        SurveyPage {
            path: "content/tin/a.md".to_owned(),
            language: "vi".to_owned(),
            kind: "post",
            title: title.to_owned(),
            url: "tin/a/".to_owned(),
            date: Some("2026-11-20".to_owned()),
            state: "published",
        }
    }

    #[test]
    fn people_get_columns() {
        assert_eq!(
            table(&[page("Họp báo")], Tongue::Vi),
            "tin bài  vi  20/11/2026  đã đăng  content/tin/a.md  Họp báo\n"
        );
    }

    #[test]
    fn spreadsheets_get_quoted_cells_and_no_formulas() {
        let text = csv(&[page("Họp, \"báo\""), page("=1+1")]);
        assert!(text.starts_with('\u{feff}'));
        assert!(text.contains("tin/a/,\"Họp, \"\"báo\"\"\"\r\n"), "{text}");
        assert!(text.ends_with(",'=1+1\r\n"), "{text}");
    }
}
