//! `bangtin i18n words`: writes the words of the theme that a language lacks, to be translated.

use bangtin::diagnostics::show::Tongue;
use bangtin::diagnostics::{Say, did_you_mean, say};
use bangtin::locale::{DatePatterns, Language, Plural, Strings};
use bangtin::{Memos, theme_of};

use crate::cli::{Format, SiteFlags, Words};
use crate::commands::inside::must_be_inside;
use crate::commands::printer::count;
use crate::commands::put::create;
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, Refusal, report, site};

/// Writes the file. One that is there already is never touched.
pub(super) fn run(flags: &Words, context: &Context) -> Outcome {
    let printer = &context.printer;
    let sources = site::read(&context.root)?;
    let read = bangtin::config::read(&sources);
    let Some(config) = read.value else {
        let report = Report { printer, format: Format::Text, strict: false };
        report.show(&read.diagnostics)?;
        return Ok(report.verdict(&read.diagnostics));
    };
    let language = Language::new(&flags.language);
    let written = &flags.language;
    if !config.rules.languages.contains_key(&language) {
        let known = config.rules.languages.keys().map(Language::as_str);
        return Err(Refusal::usage(
            say!("trang web không có ngôn ngữ `{written}`", "the site has no language `{written}`"),
            did_you_mean(written, known),
        ));
    }
    let flags = SiteFlags { base_url: None, drafts: true, future: true, now: None };
    let settings = site::settings(&flags, &sources);
    let theme = theme_of(&sources, &settings, &Memos::forgetful());
    let theme = theme.ok_or_else(|| {
        Refusal::usage(
            say!("không đọc được giao diện", "the theme cannot be read"),
            say!("xem lỗi bằng `bangtin check`", "see what is wrong by `bangtin check`"),
        )
    })?;
    let lines = theme.words_in(&language).map(|words| lines(words, &language)).unwrap_or_default();
    let name = format!("i18n/{language}.yaml");
    if lines.is_empty() {
        printer.news(&say!(
            "giao diện đã có mọi chữ bằng `{language}`, không cần ghi tệp nào",
            "the theme has all its words in `{language}`; nothing was written"
        ));
        return Ok(Exit::Good);
    }
    put(context, &name, &text(&lines, &language, printer.tongue))?;
    let Say { vi, en } = count(lines.len(), "dòng cần dịch", "line to translate");
    printer.news(&Say {
        vi: format!("đã ghi `{name}` với {vi}: ở mỗi dòng, xoá `# ` rồi dịch"),
        en: format!("wrote `{name}` with {en}: in each, take `# ` away and translate"),
    });
    Ok(Exit::Good)
}

/// The lines with what is not in the language yet, each a key and what stands in for it.
fn lines(words: &Strings, language: &Language) -> Vec<String> {
    let mut lines = Vec::new();
    let borrowed = words.texts.iter().filter(|(_, text)| text.language != *language);
    for (key, text) in borrowed {
        let value = match &text.plural {
            Plural::One(text) => quoted(text),
            Plural::Forms(_) => {
                let forms = Plural::categories(language).into_iter().map(|category| {
                    format!("{category}: {}", quoted(form(&text.plural, category)))
                });
                format!("{{ {} }}", forms.collect::<Vec<_>>().join(", "))
            }
        };
        lines.push(format!("{key}: {value}"));
    }
    let is_own =
        |dates: &DatePatterns| dates.patterns.values().any(|own| own.language == *language);
    if !is_own(&words.dates) {
        lines.extend(dates(&words.dates));
    }
    lines
}

/// What a text says in a form, or in the general one where it has none of that name.
fn form<'t>(plural: &'t Plural, category: &str) -> &'t str {
    match plural {
        Plural::One(text) => text,
        Plural::Forms(forms) => {
            forms.get(category).or_else(|| forms.get("other")).map_or("", String::as_str)
        }
    }
}

/// The names of days and months and the patterns of dates, in one line.
fn dates(dates: &DatePatterns) -> Option<String> {
    let lists = [
        ("weekdays", &dates.weekdays),
        ("weekdays_short", &dates.weekdays_short),
        ("months", &dates.months),
        ("months_short", &dates.months_short),
    ];
    let lists = lists.into_iter().filter(|(_, names)| !names.is_empty()).map(|(key, names)| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        format!("{key}: [{}]", names.join(", "))
    });
    let patterns = dates.patterns.iter().map(|(key, own)| format!("{key}: {}", quoted(&own.text)));
    let all: Vec<String> = lists.chain(patterns).collect();
    (!all.is_empty()).then(|| format!("dates: {{ {} }}", all.join(", ")))
}

/// A text in double quotation marks (YAML 1.2 §7.3.1).
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn text(lines: &[String], language: &Language, tongue: Tongue) -> String {
    let head = match tongue {
        Tongue::Vi => format!(
            "# Chữ của giao diện chưa có bằng `{language}`. Ở mỗi dòng, xoá `# ` ở đầu rồi dịch phần trong ngoặc kép;\n# giữ nguyên tên trong {{ngoặc nhọn}}. Dòng nào chưa dịch thì người đọc thấy chữ của ngôn ngữ khác.\n"
        ),
        Tongue::En => format!(
            "# Words of the theme that are not in `{language}` yet. In each line take the `# ` away and translate what\n# stands in quotation marks; keep the names in {{braces}}. Until then readers see the words of another language.\n"
        ),
    };
    lines.iter().fold(head, |text, line| format!("{text}# {line}\n"))
}

/// Writes a file that is not there yet, inside the site only.
fn put(context: &Context, name: &str, text: &str) -> Result<(), Refusal> {
    let file = context.root.join(name);
    must_be_inside(&context.root, &file)?;
    match create(&file, text.as_bytes()).map_err(|error| report::disk(name, &error))? {
        true => Ok(()),
        false => Err(Refusal::usage(
            say!("`{name}` đã có", "there is a `{name}` already"),
            say!(
                "tệp đó không bị ghi đè: đổi tên tệp cũ rồi chạy lại, sau đó gộp hai tệp",
                "it is not overwritten: rename it, run this again, then put the two together"
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bangtin::locale::Text;

    #[test]
    fn what_is_lent_is_a_line_with_the_forms_of_the_language() {
        let forms = [("one", "{count} page"), ("other", "{count} pages")];
        let plural = Plural::Forms(forms.map(|(a, b)| (a.to_owned(), b.to_owned())).into());
        let of = |code: &str, plural| Text { language: Language::new(code), plural };
        let own = Plural::One("Menu".to_owned());
        let said = Plural::One("Say \"no\"".to_owned());
        let texts =
            [("a.own", of("ja", own)), ("b.count", of("en", plural)), ("c", of("en", said))];
        let texts = texts.map(|(key, text)| (key.to_owned(), text)).into();
        let words = Strings { texts, ..Strings::default() };
        let japanese = lines(&words, &Language::new("ja"));
        assert_eq!(japanese, ["b.count: { other: \"{count} pages\" }", "c: \"Say \\\"no\\\"\""]);
    }
}
