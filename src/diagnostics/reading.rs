//! What to say of files that could not be read.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic, Place, Say, letters, say, strays};
use crate::sources::{Fault, Format, LARGEST_PICTURE, LARGEST_TEXT, Problem, SourcePath, Sources};

/// Sorts the diagnostics and leaves out those that repeat another. A file that could not be
/// read gets its own error only; a fault of a template is reported once, not once a page.
pub fn in_order(mut all: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let problems = sources.problems();
    let unread: BTreeSet<&SourcePath> = problems.iter().map(|problem| &problem.path).collect();
    all.retain(|fault| fault.place.as_ref().is_none_or(|place| !unread.contains(&place.path)));
    all.extend(problems.iter().map(diagnose));
    all.extend(strays::diagnose(sources));
    all.sort();
    all.dedup_by(|next, one| next.message == one.message && next.place == one.place);
    all
}

/// The diagnostic for a file that could not become a source.
pub fn diagnose(problem: &Problem) -> Diagnostic {
    let path = &problem.path;
    let within = |text: &str, at: usize| Place::within(path, text, (at..at + 1).into());
    let place = match &problem.fault {
        Fault::NotUtf8 { at, text, .. } | Fault::Nul { at, text } => within(text, *at),
        Fault::AnotherFormat(_)
        | Fault::TooLarge(_)
        | Fault::PictureTooLarge(_)
        | Fault::Unsettled
        | Fault::NotAFile
        | Fault::LinkLoop
        | Fault::LinkOutside
        | Fault::LinkNowhere
        | Fault::BadName
        | Fault::Unreadable(_) => Place::file(path),
    };
    let (code, message, hint) = match &problem.fault {
        Fault::NotUtf8 { old: Some((old, reads)), .. } => {
            let (message, hint) = letters::in_bytes(*old, reads);
            (Code::NotUtf8, message, hint)
        }
        Fault::NotUtf8 { old: None, .. } => not_utf8(),
        Fault::AnotherFormat(format) => another_format(*format),
        Fault::Nul { .. } => nul_byte(),
        Fault::TooLarge(len) => too_large(*len),
        Fault::PictureTooLarge(len) => picture_too_large(*len),
        Fault::Unsettled => unsettled(),
        Fault::NotAFile => not_a_file(),
        Fault::LinkLoop => link_loop(),
        Fault::LinkOutside => link_outside(),
        Fault::LinkNowhere => link_nowhere(),
        Fault::BadName => bad_name(path.as_str()),
        Fault::Unreadable(reason) => (
            Code::Unreadable,
            say!("không đọc được tệp, máy báo “{reason}”", "the file cannot be read: {reason}"),
            say!("kiểm tra quyền đọc của tệp", "check that you may read the file"),
        ),
    };
    Diagnostic::error(code, message).hint(hint).at(place)
}

type Told = (Code, Say, Say);

fn not_utf8() -> Told {
    let message = say!("tệp không phải là UTF-8", "the file is not UTF-8");
    let hint = say!(
        "mở tệp trong trình soạn thảo, chọn “Lưu thành…” rồi chọn bảng mã UTF-8",
        "open the file in your editor, choose “Save as…” and the encoding UTF-8"
    );
    (Code::NotUtf8, message, hint)
}

/// What the file is, and how its text becomes a page.
fn another_format(format: Format) -> Told {
    let (vi, en, ending) = match format {
        Format::Docx => ("tệp Word", "a Word file", "docx"),
        Format::Xlsx => ("bảng tính Excel", "an Excel workbook", "xlsx"),
        Format::Pptx => ("tệp trình chiếu PowerPoint", "a PowerPoint file", "pptx"),
        Format::Odt => ("tệp văn bản LibreOffice", "a LibreOffice text", "odt"),
        Format::OldOffice => ("tệp Word hay Excel đời cũ", "an old Word or Excel file", "doc"),
        Format::Rtf => ("tệp RTF", "an RTF file", "rtf"),
        Format::Pdf => ("tệp PDF", "a PDF", "pdf"),
        Format::Html => ("trang HTML", "an HTML page", "html"),
        Format::Picture => ("hình", "a picture", "jpg"),
        Format::Zip => ("tệp nén", "a ZIP archive", "zip"),
    };
    let message =
        say!("tệp này là {vi}, không phải tệp văn bản thường", "this file is {en}, no plain text");
    let hint = match format {
        Format::Picture | Format::Zip => say!(
            "đổi lại đuôi tệp, như `.{ending}`, rồi đặt cạnh trang",
            "give the file its own ending again, such as `.{ending}`, and keep it beside the page"
        ),
        Format::Docx
        | Format::Xlsx
        | Format::Pptx
        | Format::Odt
        | Format::OldOffice
        | Format::Rtf
        | Format::Pdf
        | Format::Html => say!(
            "mở tệp bằng chương trình của nó, chép chữ rồi dán vào một tệp `.md` mới; hoặc đổi đuôi thành `.{ending}`, đặt cạnh trang và viết liên kết đến nó",
            "open it with its program, copy the text and paste it into a new `.md` file; or give it the ending `.{ending}`, keep it beside the page and link to it"
        ),
    };
    (Code::AnotherFormat, message, hint)
}

fn nul_byte() -> Told {
    let message = say!("tệp có ký tự rỗng (NUL)", "the file holds a NUL character");
    let hint = say!(
        "xoá ký tự ở chỗ này; nếu thấy nhiều, tệp có lẽ không phải là văn bản",
        "delete the character here; if there are many, the file is probably not a text"
    );
    (Code::NulByte, message, hint)
}

fn mib(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

fn too_large(len: u64) -> Told {
    let (len, most) = (mib(len), mib(LARGEST_TEXT));
    let message = say!("tệp quá lớn: `{len} MB`", "the file is too large: `{len} MB`");
    let hint = say!(
        "một trang tối đa {most} MB: chia thành nhiều trang, đặt hình thành tệp riêng",
        "a page holds at most {most} MB: split it, and keep pictures in files of their own"
    );
    (Code::TooLarge, message, hint)
}

fn picture_too_large(len: u64) -> Told {
    let (len, most) = (mib(len), mib(LARGEST_PICTURE));
    let message = say!(
        "tệp hình quá lớn: `{len} MB`, nhiều nhất là {most} MB",
        "the picture is too large: `{len} MB`, {most} MB is the most"
    );
    let hint = say!(
        "lưu lại hình nhỏ hơn, rộng chừng 3000 điểm ảnh là đủ",
        "save a smaller one: a width of 3000 pixels is plenty"
    );
    (Code::TooLarge, message, hint)
}

fn unsettled() -> Told {
    let message =
        say!("tệp cứ thay đổi trong lúc được đọc", "the file kept changing while it was read");
    let hint = say!(
        "chờ chương trình kia ghi xong tệp này rồi chạy lại",
        "wait until the program that writes this file has finished, then run again"
    );
    (Code::Unsettled, message, hint)
}

fn not_a_file() -> Told {
    let message = say!(
        "đây là một đường ống, ổ nối hoặc thiết bị, không phải tệp thường",
        "this is a pipe, a socket or a device, not an ordinary file"
    );
    let hint = say!(
        "chuyển nó ra khỏi trang web: trang web chỉ gồm các tệp thường",
        "move it out of the site, which is made of ordinary files only"
    );
    (Code::Unreadable, message, hint)
}

fn link_loop() -> Told {
    let message = say!(
        "liên kết tượng trưng quay vòng về chính nó",
        "the symbolic link leads back to itself"
    );
    (Code::LinkLoop, message, say!("xoá liên kết này", "delete this link"))
}

fn link_outside() -> Told {
    let message = say!(
        "liên kết tượng trưng dẫn ra ngoài trang web",
        "the symbolic link leads out of the site"
    );
    let hint = say!(
        "chép tệp thật vào đây thay cho liên kết",
        "copy the file itself here instead of the link"
    );
    (Code::LinkOutside, message, hint)
}

fn link_nowhere() -> Told {
    let message = say!(
        "liên kết tượng trưng dẫn đến một tệp không có",
        "the symbolic link leads to a file that is not there"
    );
    let hint = say!(
        "xoá liên kết này, hoặc đưa tệp vào chỗ mà nó dẫn đến",
        "delete this link, or put the file where it leads"
    );
    (Code::Unreadable, message, hint)
}

fn bad_name(name: &str) -> Told {
    let message = say!("không dùng được tên tệp `{name}`", "the file name `{name}` cannot be used");
    let hint = say!(
        "đổi tên tệp: chữ không dấu, chữ số và dấu gạch ngang; không trùng tên tệp khác",
        "rename the file: plain letters, digits and hyphens, and no name that another file has"
    );
    (Code::BadFileName, message, hint)
}
