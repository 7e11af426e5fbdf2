//! `bangtin i18n accept`: notes the originals that translations were made from.

use std::path::Path;

use bangtin::compare::progress::{Progress, accept, progress};
use bangtin::diagnostics::{Say, say};
use bangtin::public;
use bangtin::sources::LOCK_FILE;

use crate::cli::Accept;
use crate::commands::printer::count;
use crate::commands::put::replace;
use crate::commands::{Context, Exit, Outcome, Refusal, i18n, report};

/// Accepts the pages that are named, or all.
pub(super) fn run(flags: &Accept, context: &Context) -> Outcome {
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
    let mut chosen: Vec<&Progress> = Vec::new();
    for page in &flags.pages {
        chosen.extend(i18n::named(page, &all)?);
    }
    let whole = flags.pages.is_empty();
    let chosen = if whole { all } else { chosen };
    let pairs: Vec<&Progress> = chosen.into_iter().filter(|one| one.is_pair()).collect();
    if pairs.is_empty() && !whole {
        return Err(nothing_to_accept());
    }
    for one in &pairs {
        context.printer.detail(&say!("{} ({})", "{} ({})", one.page, one.language));
    }
    write(&context.root, &accept(&read.texts(), &pairs, whole && only.is_none()))?;
    let Say { vi, en } = count(pairs.len(), "bản dịch", "translation");
    context.printer.news(&Say {
        vi: format!("đã ghi nhận {vi} trong `{LOCK_FILE}`; hãy lưu tệp này cùng trang web"),
        en: format!("accepted {en} in `{LOCK_FILE}`; keep that file with the site"),
    });
    Ok(Exit::Good)
}

fn nothing_to_accept() -> Refusal {
    Refusal::usage(
        say!(
            "trang này chưa có đủ bản gốc và bản dịch",
            "there is no original or no translation of this page"
        ),
        say!("xem bằng `bangtin i18n status`", "look at `bangtin i18n status`"),
    )
}

/// Writes the lock file in one go, so that it is whole at every moment.
fn write(root: &Path, text: &str) -> Result<(), Refusal> {
    let target = root.join(LOCK_FILE);
    if public::read_regular(&target, text.len() as u64)
        .is_ok_and(|before| before == text.as_bytes())
    {
        return Ok(());
    }
    replace(&target, text.as_bytes()).map_err(|error| report::disk(LOCK_FILE, &error))
}
