//! Makes the files of a picture, or says why it cannot.

use std::sync::Arc;

use bangtin_pictures::{Fault as Unusable, MOST_PIXELS};

use crate::diagnostics::{Checked, Code, Diagnostic, Place, say};
use crate::memo::Outcome;
use crate::outputs::pictures::{Part, Work};
use crate::public::File;

/// Why nothing was made of a picture.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Its bytes cannot be used.
    Unusable(Unusable),
    /// Its bytes could not be read again.
    Unread(String),
}

/// For each width the copy as WebP and as JPEG or PNG; then the picture itself without traces.
pub type Made = Result<Arc<[File]>, Fault>;

impl Outcome for Made {
    fn lasts(&self) -> bool {
        // A file that is locked or written for a moment is the same file after it.
        !matches!(self, Err(Fault::Unread(_)))
    }
}

/// Makes all files of one picture.
pub fn make(work: &Work) -> Made {
    let bytes = work.file.bytes(work.digest);
    let bytes = bytes.map_err(|error| Fault::Unread(error.to_string()))?;
    let copies = if work.widths.is_empty() {
        Vec::new()
    } else {
        bangtin_pictures::copies(&bytes, &work.widths).map_err(Fault::Unusable)?
    };
    let copies = copies.into_iter().flat_map(|copy| [copy.webp, copy.plain]);
    let itself = work.file.facts.has_traces.then(|| bangtin_pictures::cleaned(&bytes)).flatten();
    Ok(copies.chain(itself).map(|bytes| File::Made(bytes.into())).collect())
}

impl Part {
    /// This part of what was made. A picture that cannot be used is said, once for all its parts.
    pub fn of(&self, made: Made) -> Checked<File> {
        let nothing = || File::Made(Arc::from([]));
        match made {
            Ok(files) => Checked {
                value: files.get(self.index).cloned().unwrap_or_else(nothing),
                diagnostics: Vec::new(),
            },
            Err(fault) => {
                let fault = diagnose(&fault).at(Place::file(&self.work.source));
                Checked { value: nothing(), diagnostics: vec![fault] }
            }
        }
    }
}

fn diagnose(fault: &Fault) -> Diagnostic {
    match fault {
        // In whose words a decoder complains is of no use to the people who read this.
        Fault::Unusable(Unusable::Broken(_)) => unreadable(),
        Fault::Unusable(Unusable::TooLarge(pixels)) => {
            let (pixels, most) = (pixels / 1_000_000, MOST_PIXELS / 1_000_000);
            let message = say!(
                "hình có {pixels} triệu điểm ảnh, nhiều nhất là {most}",
                "the picture has {pixels} million pixels, {most} are the most"
            );
            let hint = say!(
                "lưu lại hình nhỏ hơn, rộng chừng 3000 điểm ảnh là đủ",
                "save a smaller one: a width of 3000 pixels is plenty"
            );
            Diagnostic::error(Code::BadPicture, message).hint(hint)
        }
        Fault::Unread(reason) => {
            let message = say!(
                "không đọc lại được hình này: {reason}",
                "this picture cannot be read again: {reason}"
            );
            let hint =
                say!("chạy lại lệnh khi tệp đã lưu xong", "run again when the file has been saved");
            Diagnostic::error(Code::BadPicture, message).hint(hint)
        }
    }
}

/// That a file is no picture that can be read.
pub(super) fn unreadable() -> Diagnostic {
    let message = say!(
        "tệp này bị hỏng, hoặc không phải hình như tên của nó",
        "this file is broken, or not the picture that its name says"
    );
    let hint = say!(
        "mở hình bằng một chương trình xem ảnh rồi lưu lại thành tệp JPEG hoặc PNG",
        "open it in a picture viewer and save it again as JPEG or PNG"
    );
    Diagnostic::error(Code::BadPicture, message).hint(hint)
}
