//! What to say of files that are not published, and of those that nobody asked for.

use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::site::files::kinds::Runner;
use crate::site::files::{Why, kinds, pictures};
use crate::sources::SourcePath;

/// That a sheet or office file stays at home because no page names it.
pub(super) fn withheld(path: &SourcePath) -> Diagnostic {
    let name = inside(path);
    let message = say!(
        "bảng tính hay tệp văn phòng `{name}` không được đăng: không trang nào nhắc đến nó",
        "the sheet or office file `{name}` is not published: no page names it"
    );
    let hint = if kinds::is_document(path) {
        say!(
            "muốn đăng thành bài thì chép chữ vào trang tạo bằng `bangtin new`; muốn cho tải về thì dẫn đến tệp trong một trang; nếu không, chuyển nó ra khỏi `content`",
            "to publish it as a page, copy its text to one made by `bangtin new`; to offer the file, link to it from a page; else move it out of `content`"
        )
    } else {
        say!(
            "muốn cho tải về thì dẫn đến nó trong một trang, hoặc ghi trong `files:`; nếu không, chuyển nó ra khỏi `content`",
            "to offer it, link to it from a page or write it under `files:`; else move it out of `content`"
        )
    };
    Diagnostic::note(Code::FileWithheld, message).hint(hint).at(Place::file(path))
}

/// That a file goes out though no page names it.
pub(super) fn unnamed(path: &SourcePath) -> Diagnostic {
    let name = inside(path);
    if let Some(home) = kinds::data_home(path) {
        return out_of_place(path, &home);
    }
    let message = say!(
        "tệp `{name}` được đăng dù không trang nào nhắc đến nó",
        "the file `{name}` is published though no page names it"
    );
    let hint = if path.extension() == "txt" {
        let better = better_name(path);
        say!(
            "nếu là bài viết thì đổi tên thành `{better}` và thêm phần đầu trang; nếu không, dẫn đến nó trong một trang, hoặc chuyển nó ra khỏi `content`",
            "if it is a page, rename it to `{better}` and give it front matter; else link to it from a page, or move it out of `content`"
        )
    } else {
        unasked(name)
    };
    Diagnostic::warning(Code::FileUnnamed, message).hint(hint).at(Place::file(path))
}

/// The cure where a file is published that nobody asked for.
fn unasked(name: &str) -> Say {
    say!(
        "dẫn đến nó trong một trang, hoặc chuyển nó ra khỏi `content`; nếu đúng là muốn đăng, thêm vào `site.yaml`: `publish: [\"{name}\"]`",
        "link to it from a page or move it out of `content`; if it is meant to be published, write in site.yaml: `publish: [\"{name}\"]`"
    )
}

/// That a file of data lies where nothing uses it, and is published as it is.
fn out_of_place(path: &SourcePath, home: &str) -> Diagnostic {
    let name = inside(path);
    let message = say!(
        "tệp dữ liệu `{name}` nằm ngoài `content/_data`, nên không trang nào dùng mà cả tệp bị đăng lên",
        "the data file `{name}` lies outside `content/_data`: no page uses it, and it is published as it is"
    );
    let hint = say!("chuyển tệp thành `{home}`", "move the file to `{home}`");
    Diagnostic::warning(Code::OutOfPlace, message).hint(hint).at(Place::file(path))
}

/// That a file runs code in the name of the site.
pub(super) fn runs(path: &SourcePath, runner: Runner) -> Diagnostic {
    let name = inside(path);
    let message = match runner {
        Runner::Browser => say!(
            "ai mở tệp `{name}` thì mã trong đó chạy dưới danh nghĩa trang web này",
            "whoever opens the file `{name}` runs what it holds in the name of this site"
        ),
        Runner::Server => say!(
            "máy chủ có thể chạy tệp `{name}` thay vì gửi nó đi",
            "a server may run the file `{name}` instead of sending it"
        ),
    };
    let hint = say!(
        "viết thành trang `.md`, hoặc xoá tệp; nếu tin cậy nó, thêm vào `site.yaml`: `publish: [\"{name}\"]`",
        "make it a page `.md`, or delete it; if you trust it, write in site.yaml: `publish: [\"{name}\"]`"
    );
    Diagnostic::warning(Code::FileRuns, message).hint(hint).at(Place::file(path))
}

/// That a file was written as a page and is none here.
pub(super) fn no_page(path: &SourcePath) -> Diagnostic {
    let name = inside(path);
    let message = say!(
        "tệp `{name}` viết như một trang nhưng không có đuôi `.md`, nên không được đăng",
        "the file `{name}` is written as a page but does not end in `.md`, so it is not published"
    );
    let better = better_name(path);
    let hint = if path.extension() == "txt" {
        say!(
            "đổi tên thành `{better}`; Windows giấu đuôi `.txt`: trong `File Explorer`, bật Xem → Phần mở rộng tên tệp",
            "rename it to `{better}`; Windows hides the ending `.txt`: in File Explorer turn on View → File name extensions"
        )
    } else {
        say!("đổi tên thành `{better}`", "rename it to `{better}`")
    };
    Diagnostic::warning(Code::NotAPage, message).hint(hint).at(Place::file(path))
}

impl Why {
    /// The kind of fault that a link to such a file is.
    pub(in crate::site) fn code(&self) -> Code {
        match self {
            Why::Picture(_) => Code::PictureWithheld,
            Why::Sheet | Why::Office | Why::Hidden(..) | Why::NoPage => Code::BrokenLink,
        }
    }

    /// What to say of a link to a file that is withheld for this reason.
    pub(in crate::site) fn of_link(&self, path: &SourcePath) -> (Say, Say) {
        let name = inside(path);
        match self {
            Why::Sheet => (
                say!(
                    "bảng tính `{path}` không được đăng: một lịch được đọc từ đó",
                    "the sheet `{path}` is not published: a schedule is read from it"
                ),
                say!(
                    "dẫn đến trang lịch; muốn cho tải về thì đặt thêm một bản sao tên khác, chỉ có các cột công khai",
                    "link to the page of the schedule; to offer a download add a copy under another name with public columns only"
                ),
            ),
            Why::Hidden(page, state) => {
                let (vi, en) = state.why();
                (
                    say!(
                        "tệp `{name}` chưa được đăng vì trang `{page}` của nó {vi}",
                        "the file `{name}` is not published, for its page `{page}` is not: {en}"
                    ),
                    say!(
                        "đăng trang đó, chuyển tệp ra khỏi thư mục của trang, hoặc bỏ liên kết này",
                        "publish that page, move the file out of the page's folder, or take this link away"
                    ),
                )
            }
            Why::Picture(foreign) => pictures::of_link(path, *foreign),
            Why::Office => (
                say!(
                    "tệp `{name}` không được đăng: không trang nào nhắc đến nó",
                    "the file `{name}` is not published: no page names it"
                ),
                say!("dẫn đến nó trong một trang", "link to it from a page"),
            ),
            Why::NoPage => {
                let better = better_name(path);
                (
                    say!(
                        "tệp `{name}` viết như một trang nhưng không có đuôi `.md`, nên không được đăng",
                        "the file `{name}` is written as a page but does not end in `.md`, so it is not published"
                    ),
                    say!(
                        "đổi tên thành `{better}` và dẫn đến tên đó",
                        "rename it to `{better}` and link to that"
                    ),
                )
            }
        }
    }
}

/// The path as people know it, from `content` on.
pub(super) fn inside(path: &SourcePath) -> &str {
    path.as_str().strip_prefix("content/").unwrap_or(path.as_str())
}

fn better_name(path: &SourcePath) -> String {
    let name = path.file_name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_page = stem.to_ascii_lowercase().ends_with(".md");
    format!("{}.md", if is_page { &stem[..stem.len() - 3] } else { stem })
}
