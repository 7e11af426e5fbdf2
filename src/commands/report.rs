//! Shows diagnostics, and says what they mean for the exit code.

use std::io;

use bangtin::config::SITE_FILE;
use bangtin::diagnostics::show::{self, printable};
use bangtin::diagnostics::{Code, Diagnostic, Place, Say, Severity};

use crate::cli::Format;
use crate::commands::printer::{Printer, count};
use crate::commands::{Exit, Refusal};
use bangtin::diagnostics::say;

/// How the diagnostics of a command are shown and weighed.
pub(crate) struct Report<'a> {
    /// Where they are shown.
    pub(crate) printer: &'a Printer,
    /// How.
    pub(crate) format: Format,
    /// Whether warnings weigh as much as errors.
    pub(crate) strict: bool,
}

impl Report<'_> {
    /// Shows the diagnostics: words to stderr, JSON and SARIF to stdout.
    ///
    /// # Errors
    /// If stdout cannot be written.
    pub(crate) fn show(&self, diagnostics: &[Diagnostic]) -> Result<(), Refusal> {
        let (tongue, colour) = (self.printer.tongue, self.printer.colour);
        match self.format {
            Format::Text => {
                self.printer.words(&show::text(&self.audible(diagnostics), tongue, colour))
            }
            Format::Short => self.printer.words(&show::short(&self.audible(diagnostics), tongue)),
            Format::Json => self.printer.data(&show::json(diagnostics, tongue))?,
            Format::Sarif => self.printer.data(&show::sarif(diagnostics, tongue))?,
        }
        Ok(())
    }

    /// With `--quiet`, only what fails the command.
    fn audible(&self, diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
        let all = diagnostics.iter().filter(|d| !self.printer.quiet || self.fails(d.severity));
        all.cloned().collect()
    }

    fn fails(&self, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self.strict,
            Severity::Note => false,
        }
    }

    /// The exit code that the diagnostics call for.
    pub(crate) fn verdict(&self, diagnostics: &[Diagnostic]) -> Exit {
        let configuration =
            [Code::NoSiteFile, Code::BadOutputFolder, Code::ForeignFile, Code::AnotherAtWork];
        if diagnostics.iter().any(|d| configuration.contains(&d.code) && self.fails(d.severity)) {
            Exit::Usage
        } else if diagnostics.iter().any(|d| self.fails(d.severity)) {
            Exit::SiteErrors
        } else {
            Exit::Good
        }
    }

    /// Says how many faults there are, and what comes of it.
    pub(crate) fn tally(&self, diagnostics: &[Diagnostic], end: &Say) {
        let Say { vi, en } = tally(diagnostics);
        let nowhere = || Say { vi: String::new(), en: String::new() };
        let begin = begin(diagnostics).unwrap_or_else(nowhere);
        self.printer.news(&Say {
            vi: format!("{vi}{}; {}", begin.vi, end.vi),
            en: format!("{en}{}; {}", begin.en, end.en),
        });
    }
}

/// Where to begin, if there are errors: what others hang on comes first.
fn begin(diagnostics: &[Diagnostic]) -> Option<Say> {
    let errors = diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
    let places = errors.filter_map(|fault| fault.place.as_ref());
    let rank = |place: &&Place| match place.path.as_str() {
        SITE_FILE => 0,
        path if path.starts_with("content/_data/") => 1,
        _ => 2,
    };
    let first = places.min_by_key(rank)?;
    let path = show::whereabouts(first);
    let path = printable(&path);
    Some(match first.line {
        line if line > 0 && first.tab.is_none() => {
            say!(", bắt đầu từ `{path}` dòng {line}", ", begin with `{path}` line {line}")
        }
        _ => say!(", bắt đầu từ `{path}`", ", begin with `{path}`"),
    })
}

/// The number of errors and warnings: `2 lỗi, 1 cảnh báo`, `không có lỗi`.
pub(crate) fn tally(diagnostics: &[Diagnostic]) -> Say {
    let number = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let parts = [
        (number(Severity::Error), "lỗi", "error"),
        (number(Severity::Warning), "cảnh báo", "warning"),
    ];
    let parts: Vec<Say> =
        parts.iter().filter(|(n, ..)| *n > 0).map(|(n, vi, en)| count(*n, vi, en)).collect();
    let none = say!("không có lỗi", "no errors");
    let is_free = number(Severity::Error) == 0;
    let parts: Vec<Say> = is_free.then_some(none).into_iter().chain(parts).collect();
    let join = |text: fn(&Say) -> &str| parts.iter().map(text).collect::<Vec<_>>().join(", ");
    Say { vi: join(|say| &say.vi), en: join(|say| &say.en) }
}

/// What systems say of disks, in words of people.
const DISK: &[(io::ErrorKind, &str, &str)] = &[
    (io::ErrorKind::StorageFull, "đĩa đã đầy", "the disk is full"),
    (
        io::ErrorKind::QuotaExceeded,
        "đã hết dung lượng được cấp",
        "your share of the disk is used up",
    ),
    (io::ErrorKind::PermissionDenied, "không có quyền ghi", "you may not write there"),
    (io::ErrorKind::ReadOnlyFilesystem, "đĩa chỉ cho đọc", "the disk is read-only"),
    (io::ErrorKind::NotFound, "không tìm thấy", "it is not there"),
    (io::ErrorKind::AlreadyExists, "đã có một thứ khác cùng tên", "something else has this name"),
    (
        io::ErrorKind::NotADirectory,
        "một phần của đường dẫn không phải thư mục",
        "a part of the path is no folder",
    ),
    (io::ErrorKind::IsADirectory, "đó là một thư mục", "it is a folder"),
    (io::ErrorKind::DirectoryNotEmpty, "thư mục không trống", "the folder is not empty"),
    (
        io::ErrorKind::InvalidFilename,
        "tên quá dài hoặc có ký tự lạ",
        "the name is too long or holds odd letters",
    ),
    (io::ErrorKind::FileTooLarge, "tệp quá lớn", "the file is too large"),
    (
        io::ErrorKind::CrossesDevices,
        "đó là một ổ đĩa khác với thư mục đích",
        "it is on another disk than the output folder",
    ),
    (io::ErrorKind::ResourceBusy, "chương trình khác đang dùng", "another program is using it"),
    (io::ErrorKind::TimedOut, "đĩa không trả lời", "the disk does not answer"),
    (io::ErrorKind::WriteZero, "đĩa không nhận thêm", "the disk takes no more"),
];

/// Why the disk failed, in few words; those of the system where there are none.
fn reason(error: &io::Error) -> Say {
    let known = DISK.iter().find(|(kind, ..)| *kind == error.kind());
    known.map_or_else(|| say!("{error}", "{error}"), |(_, vi, en)| say!("{vi}", "{en}"))
}

/// One sentence on a disk that failed.
pub(crate) fn disk_message(path: &str, error: &io::Error) -> Say {
    let (Say { vi, en }, path) = (reason(error), printable(path));
    Say {
        vi: format!("không ghi được `{path}`: {vi}"), en: format!("cannot write `{path}`: {en}")
    }
}

/// A file that could not be read again, as the end of a command.
pub(crate) fn unread(path: &str, error: &io::Error) -> Refusal {
    // The words of the table are those of a disk that is written to.
    let is_forbidden = error.kind() == io::ErrorKind::PermissionDenied;
    let forbidden = say!("không có quyền đọc", "you may not read it");
    let Say { vi, en } = if is_forbidden { forbidden } else { reason(error) };
    let path = printable(path);
    let message = Say {
        vi: format!("không đọc được `{path}`: {vi}"),
        en: format!("cannot read `{path}`: {en}"),
    };
    let hint = say!("chạy lại khi tệp không còn thay đổi", "run it again when the file is at rest");
    Refusal { exit: Exit::Disk, message, hint: Some(hint) }
}

/// A disk that failed, as the end of a command.
pub(crate) fn disk(path: &str, error: &io::Error) -> Refusal {
    Refusal { exit: Exit::Disk, message: disk_message(path, error), hint: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bangtin::diagnostics::show::Tongue;

    fn fault(severity: Severity, code: Code) -> Diagnostic {
        let say = Say { vi: "sai".to_owned(), en: "wrong".to_owned() };
        Diagnostic { severity, ..Diagnostic::error(code, say) }
    }

    #[test]
    fn warnings_fail_only_when_told_to() {
        let printer = Printer::new(Tongue::Vi, false, false);
        let report = |strict| Report { printer: &printer, format: Format::Text, strict };
        let warning = [fault(Severity::Warning, Code::HtmlDropped)];
        assert_eq!(report(false).verdict(&warning), Exit::Good);
        assert_eq!(report(true).verdict(&warning), Exit::SiteErrors);
        assert_eq!(report(true).verdict(&[fault(Severity::Note, Code::NoBaseUrl)]), Exit::Good);
        assert_eq!(report(false).verdict(&[fault(Severity::Error, Code::NoSiteFile)]), Exit::Usage);
        assert_eq!(
            report(false).verdict(&[fault(Severity::Error, Code::BadDate)]),
            Exit::SiteErrors
        );
    }

    #[test]
    fn faults_are_counted_in_both_languages() {
        let faults = [
            fault(Severity::Error, Code::BadDate),
            fault(Severity::Error, Code::BadDate),
            fault(Severity::Warning, Code::BadDate),
        ];
        let told = tally(&faults);
        assert_eq!(
            (told.vi.as_str(), told.en.as_str()),
            ("2 lỗi, 1 cảnh báo", "2 errors, 1 warning")
        );
    }

    #[test]
    fn a_full_disk_is_told_in_words() {
        let told = disk_message("public/a", &io::ErrorKind::StorageFull.into());
        assert_eq!(told.vi, "không ghi được `public/a`: đĩa đã đầy");
        assert_eq!(told.en, "cannot write `public/a`: the disk is full");
    }
}
