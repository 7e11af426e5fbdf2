//! What is said of a sign of which no icons can be made.

use bangtin_drawings::Fault;

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::sources::SourcePath;

/// Why there are no icons.
pub(super) fn diagnose(fault: Fault, source: Option<&SourcePath>) -> Diagnostic {
    let message = match fault {
        Fault::Broken => say!(
            "không vẽ được biểu trưng này, nên không làm được biểu tượng của trang web",
            "this logo cannot be painted, so that the site would have no icons"
        ),
        Fault::TooMuch => say!(
            "biểu trưng này có quá nhiều nét, hoặc có mẫu tô (`pattern`), nên không làm được biểu tượng của trang web",
            "this logo has too many parts, or patterns, so that the site would have no icons"
        ),
    };
    let hint = say!(
        "lưu lại bản vẽ cho đơn giản hơn, hoặc dùng hình PNG cạnh ngắn từ 512 điểm ảnh",
        "save a simpler drawing, or use a PNG of at least 512 pixels on its shorter side"
    );
    let fault = Diagnostic::error(Code::BadSitePicture, message).hint(hint);
    match source {
        Some(path) => fault.at(Place::file(path)),
        None => fault,
    }
}
