//! What to say of pictures that few browsers show and that cannot be cleaned.

use bangtin_pictures::Foreign;

use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::site::files::faults::inside;
use crate::sources::SourcePath;

/// That a picture is not published, and how to save it so that it can be.
pub(crate) fn picture_withheld(path: &SourcePath, foreign: Foreign) -> Diagnostic {
    let (message, hint) = of_link(path, foreign);
    Diagnostic::warning(Code::PictureWithheld, message).hint(hint).at(Place::file(path))
}

/// What to say of a link to it.
pub(super) fn of_link(path: &SourcePath, foreign: Foreign) -> (Say, Say) {
    let file = inside(path);
    let name = match foreign {
        Foreign::Heic => "HEIC",
        Foreign::Tiff => "TIFF",
        Foreign::Other(name) => name,
    };
    let message = say!(
        "hình `{file}` ở dạng {name} nên không được đăng: nhiều trình duyệt không mở được, và trong tệp có thể còn nơi chụp, tên người chụp",
        "the picture `{file}` is in {name} and is not published: many browsers cannot show it, and it may still tell where it was taken and by whom"
    );
    (message, cure(foreign))
}

fn cure(foreign: Foreign) -> Say {
    match foreign {
        Foreign::Heic => say!(
            "lưu hình thành JPEG; trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất",
            "save it as JPEG; on an iPhone: Settings → Camera → Formats → Most Compatible"
        ),
        Foreign::Tiff => say!("lưu hình thành JPEG", "save it as JPEG"),
        Foreign::Other("SVGZ" | "EMF" | "WMF") => {
            say!("lưu bản vẽ thành SVG thường hoặc PNG", "save the drawing as plain SVG or as PNG")
        }
        Foreign::Other(_) => {
            say!("lưu hình thành JPEG, bản vẽ thì thành PNG", "save it as JPEG, a drawing as PNG")
        }
    }
}
