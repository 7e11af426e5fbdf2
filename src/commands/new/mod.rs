//! `bangtin new`: writes a page to start from, each key with a word about it.
//!
//! In: a kind and a title. Out: one new file in the section where such pages are.
//! The page builds without a fault as it stands.

mod keys;
mod page;
mod target;

use std::path::Path;

use bangtin::Memos;
use bangtin::config::{self, Config};
use bangtin::diagnostics::show::Tongue;
use bangtin::locale::slug;
use bangtin::sources::Sources;

use crate::cli::{Format, New, SiteFlags};
use crate::commands::inside::must_be_inside;
use crate::commands::put::create;
use crate::commands::report::Report;
use crate::commands::site::shown;
use crate::commands::{Context, Exit, Outcome, Refusal, report, site};
use bangtin::diagnostics::say;
use page::Page;
use target::Target;

/// Writes the page.
pub(super) fn run(flags: &New, context: &Context) -> Outcome {
    let printer = &context.printer;
    let sources = site::read(&context.root)?;
    let read = config::read(&sources);
    let Some(config) = read.value else {
        let report = Report { printer, format: Format::Text, strict: false };
        report.show(&read.diagnostics)?;
        return Ok(report.verdict(&read.diagnostics));
    };
    let title = title(&flags.title)?;
    let all = SiteFlags { base_url: None, drafts: true, future: true, now: flags.now };
    let settings = site::settings(&all, &sources);
    let survey = bangtin::survey(&sources, &settings, &Memos::default());
    let target = target::choose(flags, &title, (&config, &sources, &survey.pages))?;
    let page = Page {
        kind: flags.kind,
        title: &title,
        today: settings.now.date(),
        tongue: printer.tongue,
        body_tongue: body_tongue(&target, printer.tongue),
        taxonomies: taxonomies(&config),
        issuer: issuer(&sources, &config),
    };
    let file = context.root.join(&target.path);
    write(&context.root, &file, &page.text())?;
    printer.data(&format!("{}\n", shown(&file)))?;
    if slug(&title).is_empty() {
        printer.news(&say!(
            "tiêu đề không có chữ cái La-tinh hay chữ số nào, nên tên tệp và địa chỉ chỉ là một dãy ký hiệu: hãy đổi tên tệp",
            "no letter of the title can stand in an address, so the file and the address have a made-up name: rename the file"
        ));
    }
    printer.news(&say!(
        "đã viết sẵn trang, còn là bản nháp: viết tiếp, xem bằng `bangtin serve --drafts`, xong thì ghi `draft: false`",
        "the page is written, as a draft: go on, look at it with `bangtin serve --drafts`, write `draft: false` when it is done"
    ));
    Ok(Exit::Good)
}

/// The title in one line.
fn title(written: &str) -> Result<String, Refusal> {
    let visible = |letter: &char| !letter.is_control() && *letter != '\u{feff}';
    let words: Vec<String> = written
        .split_whitespace()
        .map(|word| word.chars().filter(visible).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let title = words.join(" ");
    if title.chars().any(char::is_alphanumeric) {
        return Ok(title);
    }
    Err(Refusal::usage(
        say!("tiêu đề `{title}` không có chữ nào", "the title `{title}` holds no letter"),
        say!(
            "viết tiêu đề trong ngoặc kép: \"Lễ phát động\"",
            "write a title in quotation marks: \"Opening day\""
        ),
    ))
}

/// The language of the text to start from: the page's, if the program speaks it.
fn body_tongue(target: &Target, tongue: Tongue) -> Tongue {
    match target.language.as_str() {
        "vi" => Tongue::Vi,
        "en" => Tongue::En,
        _ => tongue,
    }
}

/// The taxonomies of the site, each with the keys of its terms.
fn taxonomies(config: &Config) -> Vec<(String, Vec<String>)> {
    let all = config.taxonomies.iter();
    all.map(|taxonomy| (taxonomy.name.clone(), taxonomy.terms.keys().cloned().collect())).collect()
}

/// The People's Committee among the agencies, which issues most plans.
fn issuer(sources: &Sources, config: &Config) -> Option<String> {
    let data = bangtin::content::data::read(sources, &config.rules).value;
    let found = data.agencies.keys().find(|key| key.starts_with("ubnd"));
    found.map(str::to_owned)
}

/// Writes a file that is not there yet, inside the site only.
fn write(root: &Path, file: &Path, text: &str) -> Result<(), Refusal> {
    must_be_inside(root, file)?;
    match create(file, text.as_bytes()).map_err(|error| report::disk(&shown(file), &error))? {
        true => Ok(()),
        false => Err(target::taken(&shown(file))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_with_letters() {
        assert_eq!(title("  Họp\n báo\u{1b}\t1 ").unwrap(), "Họp báo 1");
        assert_eq!(title("你好").unwrap(), "你好");
        for bad in ["", "  ", "...", "—!?", "\u{0}"] {
            assert!(title(bad).is_err(), "{bad:?}");
        }
    }
}
