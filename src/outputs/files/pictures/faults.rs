//! What is said of pictures: which cannot be used, and what was left out of the others.

use bangtin_pictures::{Dropped, Fault as Unusable, LARGEST_PROFILE, Look, MOST_PIXELS, What};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::outputs::files::pictures::Fault;
use crate::site::picture_withheld;
use crate::sources::{OnDisk, SourcePath, foreign};

/// The endings of the names of pictures that browsers show.
const SHOWN_NAMES: [&str; 12] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "avif", "svg", "ico", "cur"];

/// All that is to be said of a file that is a picture or has the name of one.
pub(super) fn of(path: &SourcePath, file: &OnDisk) -> Vec<Diagnostic> {
    let at = |fault: Diagnostic| fault.at(Place::file(path));
    // Of those beside pages this has been said; one of a theme comes only to here.
    if let Some(foreign) = foreign(path, file) {
        return vec![picture_withheld(path, foreign)];
    }
    let extension = path.extension();
    let has_name = SHOWN_NAMES.contains(&&*extension);
    match file.picture.as_ref().map(|picture| &picture.look) {
        None if has_name => vec![at(unreadable())],
        None => Vec::new(),
        Some(look) if has_name && (extension == "svg") != matches!(look, Look::Drawing(_)) => {
            vec![at(unreadable())]
        }
        Some(Look::Pixels(facts)) if facts.loses_profile => vec![at(no_profile())],
        Some(Look::Drawing(drawing)) => {
            drawing.dropped.iter().map(|dropped| left_out(path, dropped)).collect()
        }
        Some(Look::Pixels(_) | Look::Whole(..) | Look::Foreign(_)) => Vec::new(),
    }
}

/// That something is left out of a drawing which may be missed.
fn left_out(path: &SourcePath, dropped: &Dropped) -> Diagnostic {
    let name = &dropped.name;
    let message = match dropped.what {
        What::Runs => say!(
            "bản vẽ chạy mã qua `{name}`; phần này bị bỏ khi đăng",
            "the drawing runs code with `{name}`; that is left out of what is published"
        ),
        What::Loads => say!(
            "bản vẽ tải thứ khác từ bên ngoài qua `{name}`; phần này bị bỏ khi đăng",
            "the drawing loads from elsewhere with `{name}`; that is left out of what is published"
        ),
        What::Strange => say!(
            "bản vẽ chứa `{name}`, không phải hình vẽ; phần này bị bỏ khi đăng",
            "the drawing holds `{name}`, which is no drawing; that is left out of what is published"
        ),
    };
    let hint = match dropped.what {
        What::Runs => say!(
            "lưu lại bản vẽ thành SVG thường, không có mã",
            "save the drawing again as plain SVG, without code"
        ),
        What::Loads => say!(
            "nhúng hình và phông chữ vào bản vẽ, hoặc đổi chữ thành nét vẽ, rồi lưu lại",
            "embed pictures and fonts in the drawing, or turn its text into outlines, and save it again"
        ),
        What::Strange => say!(
            "đổi phần đó thành chữ hoặc nét vẽ thường, hoặc lưu bản vẽ thành PNG",
            "turn it into plain text or outlines, or save the drawing as PNG"
        ),
    };
    let (line, column) = dropped.place;
    let (width, text) = (dropped.text.chars().count().max(1), dropped.text.clone());
    let place = Place { line, column, width, text, skipped: column - 1, ..Place::file(path) };
    Diagnostic::warning(Code::DrawingRuns, message).hint(hint).at(place)
}

/// That a profile of colours does not go out with its picture.
fn no_profile() -> Diagnostic {
    let most = LARGEST_PROFILE >> 20;
    let message = say!(
        "hồ sơ màu của hình bị hỏng hoặc lớn hơn {most} MB nên bị bỏ; màu có thể hơi khác",
        "the colour profile of the picture is broken or larger than {most} MB and is left out; its colours may look a little different"
    );
    let hint = say!(
        "lưu lại hình với hồ sơ màu sRGB",
        "save the picture again with the colour profile sRGB"
    );
    Diagnostic::warning(Code::NoColourProfile, message).hint(hint)
}

/// Why nothing was made of a picture.
pub(super) fn diagnose(fault: &Fault) -> Diagnostic {
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
                "không đọc lại được hình này, máy báo “{reason}”",
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
        "mở hình bằng một chương trình xem hình rồi lưu lại thành tệp JPEG hoặc PNG; bản vẽ thì lưu thành SVG thường",
        "open it in a picture viewer and save it again as JPEG or PNG, a drawing as plain SVG"
    );
    Diagnostic::error(Code::BadPicture, message).hint(hint)
}
