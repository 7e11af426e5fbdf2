//! `bangtin i18n status`: how far each page is translated.

use bangtin::compare::progress::{ChangedBlock, Progress, ShownBlock, TranslationState, progress};
use bangtin::diagnostics::show::{self, Tongue, printable};
use bangtin::diagnostics::{Say, say};
use bangtin::sources::SourcePath;
use serde::Serialize;

use crate::cli::{ListFormat, Status};
use crate::commands::list::cell;
use crate::commands::printer::count;
use crate::commands::{Context, Exit, Outcome, i18n};

/// How many letters of a paragraph tell which one it is.
const FIRST_WORDS: usize = 60;

/// Lists every page and language.
pub(super) fn run(flags: &Status, context: &Context) -> Outcome {
    let printer = &context.printer;
    let read = match i18n::read(context)? {
        Ok(read) => read,
        Err(exit) => return Ok(exit),
    };
    let only = i18n::language(flags.language.as_deref(), &read)?;
    let mut all = progress(&read.texts());
    all.retain(|one| only.as_ref().is_none_or(|language| one.language == *language));
    printer.data(&match flags.format {
        ListFormat::Text => table(&all, printer.tongue),
        ListFormat::Csv => csv(&all),
        ListFormat::Json => json_text(&all),
    })?;
    printer.news(&tally(&all));
    Ok(Exit::Good)
}

/// What a state is called.
fn name(state: TranslationState) -> Say {
    let (vi, en) = match state {
        TranslationState::Translated => ("đã dịch", "translated"),
        TranslationState::Outdated => ("cần cập nhật", "outdated"),
        TranslationState::Missing => ("chưa dịch", "missing"),
        TranslationState::Orphan => ("không có bản gốc", "without original"),
        TranslationState::Identical => ("giống hệt bản gốc", "copy of the original"),
        TranslationState::Unaccepted => ("chưa ghi nhận", "not yet accepted"),
    };
    Say { vi: vi.to_owned(), en: en.to_owned() }
}

fn table(all: &[Progress], tongue: Tongue) -> String {
    let named = |one: &Progress| tongue.of(&name(one.state)).to_owned();
    let width = |cell: &dyn Fn(&Progress) -> usize| all.iter().map(cell).max().unwrap_or(0);
    let state = width(&|one| named(one).chars().count());
    let language = width(&|one| one.language.as_str().chars().count());
    let mut text = String::new();
    for one in all {
        let path = one.translation.as_ref().or(one.source.as_ref());
        let path = path.map_or("", |path| path.as_str());
        let code = one.language.as_str();
        text.push_str(&format!("{:state$}  {code:language$}  {}\n", named(one), printable(path)));
        for change in &one.changes {
            text.push_str(&format!("  - {}\n", line(change, tongue)));
        }
    }
    text
}

fn line(change: &ChangedBlock, tongue: Tongue) -> String {
    let (place, text) = match (&change.is, &change.was) {
        (Some(block), _) => (tongue.of(&place(block)).to_owned(), block.text.as_str()),
        (None, was) => {
            let gone = say!("đoạn đã bị xoá", "a paragraph that is gone");
            (tongue.of(&gone).to_owned(), was.as_deref().unwrap_or_default())
        }
    };
    format!("{place}: {}", printable(&first_words(text)))
}

/// Where a block stands, in words.
pub(super) fn place(block: &ShownBlock) -> Say {
    let ShownBlock { number, line, .. } = block;
    match block.key {
        Some(key) => say!("mục `{key}`, dòng {line}", "key `{key}`, line {line}"),
        None => say!("đoạn {number}, dòng {line}", "paragraph {number}, line {line}"),
    }
}

fn first_words(text: &str) -> String {
    if text.chars().count() <= FIRST_WORDS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(FIRST_WORDS).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

fn tally(all: &[Progress]) -> Say {
    let counts = TranslationState::ALL.map(|state| {
        let Say { vi, en } = name(state);
        (all.iter().filter(|one| one.state == state).count(), vi, en)
    });
    let counts: Vec<_> = counts.into_iter().filter(|(number, ..)| *number > 0).collect();
    let all = count(all.len(), "bản dịch", "translation");
    let join = |parts: Vec<String>| parts.join(", ");
    let vi = join(counts.iter().map(|(number, vi, _)| format!("{number} {vi}")).collect());
    let en = join(counts.iter().map(|(number, _, en)| format!("{number} {en}")).collect());
    Say { vi: format!("{}: {vi}", all.vi), en: format!("{}: {en}", all.en) }
}

/// RFC 4180; a line for each block that has changed, and one for each page that has none.
fn csv(all: &[Progress]) -> String {
    let mut text =
        "\u{feff}page,language,state,source,translation,key,paragraph,line,words\r\n".to_owned();
    for one in all {
        let path = |path: &Option<_>| path.as_ref().map(ToString::to_string).unwrap_or_default();
        let head = [
            one.page.clone(),
            one.language.to_string(),
            one.state.name().to_owned(),
            path(&one.source),
            path(&one.translation),
        ];
        let mut rows: Vec<[String; 4]> = one.changes.iter().map(row).collect();
        if rows.is_empty() {
            rows.push(Default::default());
        }
        for row in rows {
            let cells: Vec<String> = head.iter().chain(&row).map(|value| cell(value)).collect();
            text.push_str(&format!("{}\r\n", cells.join(",")));
        }
    }
    text
}

fn row(change: &ChangedBlock) -> [String; 4] {
    match &change.is {
        Some(block) => [
            block.key.unwrap_or_default().to_owned(),
            block.key.map_or_else(|| block.number.to_string(), |_| String::new()),
            block.line.to_string(),
            first_words(&block.text),
        ],
        None => {
            let words = first_words(change.was.as_deref().unwrap_or_default());
            [String::new(), String::new(), String::new(), words]
        }
    }
}

/// A translation as programs read it.
#[derive(Serialize)]
struct Record<'p> {
    page: &'p str,
    language: &'p str,
    state: &'static str,
    source: Option<&'p str>,
    translation: Option<&'p str>,
    changes: Vec<Change<'p>>,
}

/// A block that has changed since it was translated.
#[derive(Serialize)]
struct Change<'p> {
    was: Option<&'p str>,
    is: Option<Shown<'p>>,
    translation: Option<Shown<'p>>,
}

/// A block, and where it stands.
#[derive(Serialize)]
struct Shown<'p> {
    key: Option<&'p str>,
    paragraph: Option<usize>,
    line: usize,
    text: &'p str,
}

fn json_text(all: &[Progress]) -> String {
    let records = all.iter().map(|one| Record {
        page: &one.page,
        language: one.language.as_str(),
        state: one.state.name(),
        source: one.source.as_ref().map(SourcePath::as_str),
        translation: one.translation.as_ref().map(SourcePath::as_str),
        changes: one.changes.iter().map(Change::of).collect(),
    });
    show::pretty(&records.collect::<Vec<_>>())
}

impl<'p> Change<'p> {
    fn of(change: &'p ChangedBlock) -> Change<'p> {
        let shown = |block: &'p ShownBlock| Shown {
            key: block.key,
            paragraph: (block.number > 0).then_some(block.number),
            line: block.line,
            text: &block.text,
        };
        Change {
            was: change.was.as_deref(),
            is: change.is.as_ref().map(shown),
            translation: change.translation.as_ref().map(shown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_told_by_its_first_words() {
        assert_eq!(first_words("ngắn"), "ngắn");
        let long = "từ ".repeat(40);
        let cut = first_words(&long);
        assert!(cut.ends_with("từ…") && cut.chars().count() <= FIRST_WORDS + 1, "{cut}");
    }
}
