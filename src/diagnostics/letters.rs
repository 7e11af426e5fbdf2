//! What to say of texts in the letters of before Unicode, of garbled UTF-8 and of lost letters.

use crate::diagnostics::{Code, Diagnostic, Fix, Place, Say, say};
use crate::locale::old_letters::{Letters, Old, in_text};
use crate::sources::SourcePath;

/// All that is to be said of the letters of a file: once for each kind, at the first place.
pub fn told(path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let old = in_text(text).map(|old| {
        let fault = say_old(&old).at(Place::within(path, text, old.first.into()));
        match old.mended {
            Some((stretch, mended)) => fault.fix(Fix::sure(stretch, mended)),
            None => fault,
        }
    });
    old.into_iter().chain(lost(path, text)).collect()
}

/// What to say of old letters, wherever they stand.
pub fn say_old(old: &Old) -> Diagnostic {
    let Old { letters, lines, reads, .. } = old;
    let (more_vi, more_en) = match lines.saturating_sub(1) {
        0 => (String::new(), String::new()),
        1 => (" (và 1 dòng nữa)".to_owned(), " (and one more line)".to_owned()),
        more => (format!(" (và {more} dòng nữa)"), format!(" (and {more} more lines)")),
    };
    let name = letters.name();
    let message = match letters {
        Letters::Garbled | Letters::Utf16 => say!(
            "chữ ở đây vỡ vì tệp {name} bị mở nhầm bảng mã; đúng ra là `{reads}`{more_vi}",
            "the letters here are broken: {name} was opened as another encoding; they read `{reads}`{more_en}"
        ),
        Letters::Tcvn3 | Letters::Vni | Letters::Windows1258 => say!(
            "chữ ở đây gõ bằng bảng mã cũ {name}; đúng ra là `{reads}`{more_vi}",
            "the letters here are in the old encoding {name}; they read `{reads}`{more_en}"
        ),
    };
    let hint = match letters {
        Letters::Garbled | Letters::Utf16 => say!(
            "mở lại tệp gốc bằng bảng mã UTF-8 rồi chép lại đoạn này",
            "open the original again as UTF-8 and copy this part once more"
        ),
        Letters::Tcvn3 | Letters::Vni | Letters::Windows1258 => {
            let source = source_of(*letters);
            say!(
                "đổi sang Unicode bằng UniKey: nhấn Ctrl+Shift+F6, chọn bảng mã nguồn `{source}`, đích `Unicode`, rồi dán lại đoạn này",
                "convert it with UniKey: press Ctrl+Shift+F6, choose the source `{source}` and the target `Unicode`, and paste this part again"
            )
        }
    };
    Diagnostic::warning(Code::OldLetters, message).hint(hint)
}

/// The name that UniKey has for an encoding.
fn source_of(letters: Letters) -> &'static str {
    match letters {
        Letters::Tcvn3 => "TCVN3 (ABC)",
        Letters::Vni => "VNI Windows",
        Letters::Windows1258 => "Vietnamese locale CP 1258",
        Letters::Garbled | Letters::Utf16 => "Unicode",
    }
}

/// What to say of a file that is no UTF-8, in which these letters were found.
pub fn in_bytes(letters: Letters, reads: &str) -> (Say, Say) {
    let name = letters.name();
    let message = say!(
        "tệp không phải là UTF-8 mà là {name}; đọc ra là `{reads}`",
        "the file is not UTF-8 but {name}; it reads `{reads}`"
    );
    let hint = match letters {
        Letters::Tcvn3 | Letters::Vni => {
            let source = source_of(letters);
            say!(
                "đổi cả tệp bằng UniKey trước: nhấn Ctrl+Shift+F6, chọn bảng mã nguồn `{source}`, đích `Unicode`; sau đó mới lưu thành UTF-8",
                "convert the file with UniKey first: press Ctrl+Shift+F6, choose the source `{source}` and the target `Unicode`; only then save it as UTF-8"
            )
        }
        Letters::Windows1258 | Letters::Garbled | Letters::Utf16 => say!(
            "mở tệp trong trình soạn thảo, chọn “Lưu thành…” rồi chọn bảng mã UTF-8",
            "open the file in your editor, choose “Save as…” and the encoding UTF-8"
        ),
    };
    (message, hint)
}

/// The letters in whose place U+FFFD stands: no program can bring them back.
fn lost(path: &SourcePath, text: &str) -> Option<Diagnostic> {
    let start = text.find('\u{fffd}')?;
    let count = text.matches('\u{fffd}').count();
    let message: Say = if count == 1 {
        say!(
            "dấu `\u{fffd}` đứng thay một chữ đã mất khi tệp bị lưu sai bảng mã",
            "`\u{fffd}` stands for a letter that was lost when the file was saved"
        )
    } else {
        say!(
            "dấu `\u{fffd}` đứng thay chữ đã mất khi tệp bị lưu sai bảng mã ({count} chỗ)",
            "`\u{fffd}` stands for letters that were lost when the file was saved ({count} places)"
        )
    };
    let hint = say!(
        "gõ lại các chữ này, hoặc chép lại từ bản gốc",
        "type them again, or copy them again from the original"
    );
    let place = Place::within(path, text, (start..start + '\u{fffd}'.len_utf8()).into());
    Some(Diagnostic::warning(Code::LostLetters, message).hint(hint).at(place))
}
