//! What to say of files that could not be read.

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::sources::{Fault, LARGEST_TEXT, Problem};

/// The diagnostic for a file that could not become a source.
pub fn diagnose(problem: &Problem) -> Diagnostic {
    let (file, name) = (Place::file(&problem.path), &problem.path);
    let within = |text: &str, at: usize| Place::within(&problem.path, text, (at..at + 1).into());
    match &problem.fault {
        Fault::NotUtf8 { at, text } => Diagnostic::error(
            Code::NotUtf8,
            say!("tệp không phải là UTF-8", "the file is not UTF-8"),
        )
        .hint(say!(
            "mở tệp trong trình soạn thảo, chọn “Lưu thành…” rồi chọn bảng mã UTF-8",
            "open the file in your editor, choose “Save as…” and the encoding UTF-8"
        ))
        .at(within(text, *at)),
        Fault::Nul { at, text } => Diagnostic::error(
            Code::NulByte,
            say!("tệp có ký tự rỗng (NUL)", "the file holds a NUL character"),
        )
        .hint(say!(
            "xoá ký tự ở chỗ này; nếu thấy nhiều, tệp có lẽ không phải là văn bản",
            "delete the character here; if there are many, the file is probably not a text"
        ))
        .at(within(text, *at)),
        Fault::TooLarge(len) => too_large(*len).at(file),
        Fault::LinkLoop => Diagnostic::error(
            Code::LinkLoop,
            say!(
                "liên kết tượng trưng quay vòng về chính nó",
                "the symbolic link leads back to itself"
            ),
        )
        .hint(say!("xoá liên kết này", "delete this link"))
        .at(file),
        Fault::LinkOutside => Diagnostic::error(
            Code::LinkOutside,
            say!(
                "liên kết tượng trưng dẫn ra ngoài trang web",
                "the symbolic link leads out of the site"
            ),
        )
        .hint(say!(
            "chép tệp thật vào đây thay cho liên kết",
            "copy the file itself here instead of the link"
        ))
        .at(file),
        Fault::LinkNowhere => Diagnostic::error(
            Code::Unreadable,
            say!(
                "liên kết tượng trưng dẫn đến một tệp không có",
                "the symbolic link leads to a file that is not there"
            ),
        )
        .hint(say!(
            "xoá liên kết này, hoặc đưa tệp vào chỗ mà nó dẫn đến",
            "delete this link, or put the file where it leads"
        ))
        .at(file),
        Fault::BadName => Diagnostic::error(
            Code::BadFileName,
            say!("không dùng được tên tệp `{name}`", "the file name `{name}` cannot be used"),
        )
        .hint(say!(
            "đổi tên tệp: chữ không dấu, chữ số và dấu gạch ngang; không trùng tên tệp khác",
            "rename the file: plain letters, digits and hyphens, and no name that another file has"
        ))
        .at(file),
        Fault::Unreadable(reason) => Diagnostic::error(
            Code::Unreadable,
            say!("không đọc được tệp: {reason}", "the file cannot be read: {reason}"),
        )
        .hint(say!("kiểm tra quyền đọc của tệp", "check that you may read the file"))
        .at(file),
    }
}

fn too_large(len: u64) -> Diagnostic {
    let mib = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let (len, most) = (mib(len), mib(LARGEST_TEXT));
    Diagnostic::error(
        Code::TooLarge,
        say!("tệp quá lớn: `{len} MB`", "the file is too large: `{len} MB`"),
    )
    .hint(say!(
        "một trang tối đa {most} MB: chia thành nhiều trang, đặt hình ảnh thành tệp riêng",
        "a page holds at most {most} MB: split it, and keep pictures in files of their own"
    ))
}
