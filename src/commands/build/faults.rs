//! What is said where a site could not be written, or not as a whole.

use std::io;
use std::path::{Path, PathBuf};

use bangtin::diagnostics::{Code, Diagnostic, Place, Say, say};
use bangtin::public::OutputPath;
use bangtin::sources::SourcePath;

use crate::commands::printer::count;
use crate::commands::site::shown;

/// What to do when the disk did not take the site.
pub(super) fn cure(error: &io::Error) -> Say {
    let in_the_way = matches!(
        error.kind(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    );
    if in_the_way {
        return say!(
            "dời thứ đang ở đó đi, hoặc chọn thư mục khác bằng `--output-dir`",
            "move away what is there, or choose another folder with `--output-dir`"
        );
    }
    say!(
        "dọn chỗ hoặc cấp quyền ghi rồi chạy lại, hoặc chọn thư mục khác bằng `--output-dir`",
        "make room or see to the rights and try again, or choose another folder with `--output-dir`"
    )
}

/// How many files of others are named.
const NAMED: usize = 5;

/// That files of others stand in the way.
pub(super) fn foreign(paths: &[PathBuf]) -> Diagnostic {
    let names = named(paths);
    let number = count(paths.len(), "tệp", "file");
    let message = Say {
        vi: format!(
            "thư mục đích có {} không do bangtin tạo mà trang web sẽ ghi đè: {names}",
            number.vi
        ),
        en: format!("the site would overwrite {} that bangtin did not write: {names}", number.en),
    };
    Diagnostic::error(Code::ForeignFile, message).hint(say!(
        "chọn thư mục khác bằng `--output-dir`, hoặc thêm `--force` để ghi đè",
        "choose another folder with `--output-dir`, or add `--force` to overwrite them"
    ))
}

/// That files which the site no longer has stay, since somebody has changed them.
pub(super) fn left(folder: &Path, paths: &[OutputPath]) -> Option<Diagnostic> {
    if paths.is_empty() {
        return None;
    }
    let paths: Vec<PathBuf> = paths.iter().map(|path| folder.join(path.as_str())).collect();
    let (names, number) = (named(&paths), count(paths.len(), "tệp", "file"));
    let message = Say {
        vi: format!(
            "trang web không còn {}, nhưng nội dung đã khác với lúc bangtin ghi nên không bị xoá: {names}",
            number.vi
        ),
        en: format!(
            "the site no longer has {}, which stay because they are not as bangtin wrote them: {names}",
            number.en
        ),
    };
    let diagnostic = Diagnostic::warning(Code::ForeignFile, message);
    Some(diagnostic.hint(say!(
        "tự xoá các tệp này nếu không ai cần nữa; lần sau chúng không được nhắc lại",
        "delete them yourself if nobody needs them; they are not mentioned again"
    )))
}

/// That a file changed between reading and writing, again and again.
pub(super) fn changed(from: &Path) -> Diagnostic {
    let message = say!(
        "tệp này thay đổi trong lúc trang web đang được tạo",
        "this file changed while the site was being built"
    );
    let path = SourcePath::new(&from.to_string_lossy().replace('\\', "/"));
    Diagnostic::error(Code::Unreadable, message)
        .hint(say!("chạy lại lệnh khi tệp đã lưu xong", "run again when the file has been saved"))
        .at(Place::file(&path))
}

/// That another program does not leave the output folder.
pub(super) fn another_at_work(folder: &Path) -> Diagnostic {
    let name = shown(folder);
    let message = say!(
        "một lệnh `bangtin build` khác vẫn đang ghi vào `{name}`",
        "another `bangtin build` is still writing to `{name}`"
    );
    Diagnostic::error(Code::AnotherAtWork, message).hint(say!(
        "đợi lệnh kia xong rồi chạy lại, hoặc chọn thư mục khác bằng `--output-dir`",
        "run again when the other has ended, or choose another folder with `--output-dir`"
    ))
}

/// The first names in backticks.
fn named(paths: &[PathBuf]) -> String {
    let mut names: Vec<String> =
        paths.iter().take(NAMED).map(|path| format!("`{}`", shown(path))).collect();
    if paths.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_is_at_work_is_named_with_its_folder() {
        let told = another_at_work(Path::new("./public"));
        assert_eq!(told.code, Code::AnotherAtWork);
        assert!(told.message.vi.contains("`public`") && told.message.en.contains("`public`"));
    }

    #[test]
    fn no_more_than_five_foreign_files_are_named() {
        let paths: Vec<PathBuf> =
            (0..9).map(|n| PathBuf::from(format!("public/{n}.html"))).collect();
        let told = foreign(&paths).message.en;
        assert!(
            told.contains("9 files")
                && told.contains("`public/4.html`, …")
                && !told.contains("5.html"),
            "{told}"
        );
    }
}
