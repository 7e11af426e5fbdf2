//! `bangtin init`: lays out a small site in two languages from files inside the program, its
//! days counted from the day on which that is done.
#![expect(clippy::disallowed_methods, reason = "this command writes files for people")]

mod days;

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use bangtin::diagnostics::Say;
use bangtin::sources::Sources;
use jiff::civil::Date;

use crate::cli::Init;
use crate::commands::inside::must_be_inside;
use crate::commands::printer::count;
use crate::commands::put::create;
use crate::commands::site::shown;
use crate::commands::{Context, Exit, Outcome, Refusal, report, site};
use bangtin::diagnostics::say;
use days::Written;

include!(concat!(env!("OUT_DIR"), "/embedded_starter.rs"));

/// Files whose name begins with a dot stand in the program without it.
const DOTTED: [&str; 2] = ["gitignore", "vscode/tasks.json"];

/// Lays out the site. A file that is already there is never touched.
pub(super) fn run(flags: &Init, context: &Context) -> Outcome {
    let folder = flags.folder.as_deref().unwrap_or(&context.root);
    let name = shown(folder);
    if !flags.force && is_in_use(folder).map_err(|error| report::disk(&name, &error))? {
        return Err(Refusal::usage(
            say!("thư mục `{name}` không trống", "the folder `{name}` is not empty"),
            say!(
                "chọn một thư mục mới, hoặc thêm `--force`: chỉ thêm tệp còn thiếu, không ghi đè tệp nào",
                "choose a new folder, or add `--force`, which adds what is missing and overwrites nothing"
            ),
        ));
    }
    let target = |path: &str| {
        let dot = if DOTTED.contains(&path) { "." } else { "" };
        folder.join(format!("{dot}{path}"))
    };
    for (path, _) in STARTER {
        must_be_inside(folder, &target(path))?;
    }
    let today = today(flags);
    let mut written = 0;
    for (path, bytes) in STARTER {
        let target = target(path);
        let new = create(&target, &dated(path, bytes, today))
            .map_err(|error| report::disk(&shown(&target), &error))?;
        if new {
            context.printer.detail(&say!("đã ghi {}", "wrote {}", shown(&target)));
            written += 1;
        }
    }
    tell(written, &name, context);
    Ok(Exit::Good)
}

/// The day on which the site is laid out, where the site is.
fn today(flags: &Init) -> Date {
    let mut sources = Sources::default();
    let settings = STARTER.iter().find(|(path, _)| *path == "site.yaml");
    if let Some(text) = settings.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()) {
        sources.put("site.yaml", text);
    }
    site::now(flags.now, &sources).date()
}

/// A file with its days filled in.
fn dated<'a>(path: &str, bytes: &'a [u8], today: Date) -> Cow<'a, [u8]> {
    let is_text = [".md", ".yaml"].iter().any(|end| path.ends_with(end));
    match std::str::from_utf8(bytes) {
        Ok(text) if is_text => days::filled(text, today, Written::of(path)).into_bytes().into(),
        Ok(_) | Err(_) => bytes.into(),
    }
}

/// Whether the folder holds anything but dot files. A file in its place counts as in use.
fn is_in_use(folder: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    for entry in entries {
        if !entry?.file_name().to_string_lossy().starts_with('.') {
            return Ok(true);
        }
    }
    Ok(false)
}

fn tell(written: usize, name: &str, context: &Context) {
    let files = count(written, "tệp", "file");
    let here = name == ".";
    let (vi, en) = if here { ("thư mục này", "this folder") } else { (name, name) };
    context.printer.news(&Say {
        vi: format!("đã tạo {} trong {vi}", files.vi),
        en: format!("wrote {} to {en}", files.en),
    });
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:~".contains(letter);
    let folder = if name.chars().all(is_plain) { name.to_owned() } else { format!("\"{name}\"") };
    let step = if here { String::new() } else { format!("cd {folder}, ") };
    context.printer.news(&say!(
        "tiếp theo: {step}sửa `site.yaml`, rồi xem bằng `bangtin serve`",
        "next: {step}edit site.yaml and look at it with `bangtin serve`"
    ));
}

#[cfg(test)]
mod tests;
