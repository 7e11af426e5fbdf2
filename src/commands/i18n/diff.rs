//! `bangtin i18n diff`: the original as it was and as it is, beside the translation.

use bangtin::compare::progress::{ChangedBlock, Progress, TranslationState, progress};
use bangtin::diagnostics::show::{Tongue, printable};
use bangtin::diagnostics::{Say, say};

use crate::cli::Diff;
use crate::commands::i18n::status::place;
use crate::commands::{Context, Exit, Outcome, i18n};

/// Shows what has changed in the original of a page.
pub(super) fn run(flags: &Diff, context: &Context) -> Outcome {
    let printer = &context.printer;
    let read = match i18n::read(context)? {
        Ok(read) => read,
        Err(exit) => return Ok(exit),
    };
    let only = i18n::language(flags.language.as_deref(), &read)?;
    let all = progress(&read.texts());
    let all: Vec<&Progress> = all
        .iter()
        .filter(|one| only.as_ref().is_none_or(|language| one.language == *language))
        .collect();
    for one in i18n::named(&flags.page, &all)? {
        if one.changes.is_empty() {
            printer.news(&nothing(one));
        } else {
            printer.data(&shown(one, printer.tongue))?;
        }
    }
    Ok(Exit::Good)
}

/// Why there is nothing to show.
fn nothing(one: &Progress) -> Say {
    let (page, language) = (&one.page, &one.language);
    match one.state {
        TranslationState::Missing => {
            say!(
                "`{page}` chưa có bản dịch `{language}`",
                "`{page}` is not translated into `{language}`"
            )
        }
        TranslationState::Orphan => say!("`{page}` không có bản gốc", "`{page}` has no original"),
        TranslationState::Unaccepted => say!(
            "bản dịch `{language}` của `{page}` chưa được ghi nhận: chạy `bangtin i18n accept {page}` khi bản dịch đã đúng",
            "the translation of `{page}` into `{language}` was never accepted: run `bangtin i18n accept {page}` once it is right"
        ),
        TranslationState::Translated | TranslationState::Outdated | TranslationState::Identical => {
            say!(
                "bản gốc của `{page}` (`{language}`) không đổi",
                "the original of `{page}` (`{language}`) has not changed"
            )
        }
    }
}

fn shown(one: &Progress, tongue: Tongue) -> String {
    let path = |path: &Option<_>| path.as_ref().map(ToString::to_string).unwrap_or_default();
    let (source, translation) = (path(&one.source), path(&one.translation));
    let mut text =
        format!("{} → {} ({})\n", printable(&source), printable(&translation), one.language);
    for change in &one.changes {
        text.push_str(&one_change(change, tongue));
    }
    text
}

fn one_change(change: &ChangedBlock, tongue: Tongue) -> String {
    let head = match (&change.was, &change.is) {
        (Some(_), Some(block)) => place(block),
        (None, Some(block)) => {
            let Say { vi, en } = place(block);
            Say { vi: format!("{vi} (mới)"), en: format!("{en} (new)") }
        }
        (_, None) => say!("đoạn đã bị xoá", "a paragraph that is gone"),
    };
    let is = change.is.as_ref().map(|block| block.text.as_str());
    let (was, is) = match (&change.was, is) {
        (Some(was), Some(is)) => {
            let (was, is) = marked(was, is);
            (Some(was), Some(is))
        }
        (was, is) => (was.clone(), is.map(str::to_owned)),
    };
    let translation = change.translation.as_ref();
    let lines = [
        (say!("trước", "was"), was),
        (say!("nay", "is"), is),
        (
            say!("dịch", "here"),
            translation.map(|block| format!("{} ({})", block.text, tongue.of(&place(block)))),
        ),
    ];
    let mut text = format!("\n{}\n", tongue.of(&head));
    for (name, line) in lines {
        if let Some(line) = line {
            let name = format!("{}:", tongue.of(&name));
            text.push_str(&format!("  {name:7}{}\n", printable(&line)));
        }
    }
    text
}

/// Both texts, the words in which they differ in brackets.
fn marked(was: &str, is: &str) -> (String, String) {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (was.split(' ').collect(), is.split(' ').collect());
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (rest, other_rest) = (&before[head..], &after[head..]);
    let same = rest.iter().rev().zip(other_rest.iter().rev());
    let tail = same.take_while(|(one, other)| one == other).count();
    (bracketed(&before, head, tail), bracketed(&after, head, tail))
}

fn bracketed(words: &[&str], head: usize, tail: usize) -> String {
    let end = words.len() - tail;
    let parts = [
        words[..head].join(" "),
        format!("[{}]", words[head..end].join(" ")),
        words[end..].join(" "),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_stand_in_brackets() {
        let of = |was, is| {
            let (was, is) = marked(was, is);
            format!("{was} | {is}")
        };
        assert_eq!(of("họp lúc 7 giờ", "họp lúc 8 giờ"), "họp lúc [7] giờ | họp lúc [8] giờ");
        assert_eq!(of("a b", "a x b"), "a [] b | a [x] b");
        assert_eq!(of("a", "b"), "[a] | [b]");
        assert_eq!(of("a a", "a"), "a [a] | a []");
    }
}
