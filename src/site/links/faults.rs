//! What to say of links that lead nowhere.

use crate::diagnostics::{Code, Diagnostic, Place, Say, did_you_mean, say};
use crate::site::State;
use crate::site::links::LinkFault;

/// What an address is written as, which chooses the words for its fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A link of a page.
    Link,
    /// A picture of a page.
    Picture,
    /// A page that `site.yaml` names.
    Setting,
}

impl LinkFault {
    /// The diagnostic for a link that leads nowhere.
    pub fn diagnose(&self, written: &str, role: Role, place: Place) -> Diagnostic {
        let (code, message, hint) = match self {
            LinkFault::Nothing(near) => nothing(written, near.as_deref(), role),
            LinkFault::NoAnchor { page, anchor, known } => (
                Code::BrokenAnchor,
                say!(
                    "trang `{page}` không có mục `#{anchor}`",
                    "the page `{page}` has no place `#{anchor}`"
                ),
                if known.is_empty() {
                    say!(
                        "trang đó không có mục nào: bỏ `#{anchor}`, hoặc thêm đề mục vào trang đó",
                        "that page has no places: take `#{anchor}` away, or give the page a heading"
                    )
                } else {
                    did_you_mean(anchor, known.iter().map(String::as_str))
                },
            ),
            LinkFault::Hidden(page, state) => {
                let (vi, en) = why_hidden(*state);
                (
                    Code::BrokenLink,
                    say!(
                        "trang `{page}` chưa được đăng: {vi}",
                        "the page `{page}` is not published: {en}"
                    ),
                    say!(
                        "đăng trang đó, hoặc bỏ liên kết này",
                        "publish that page or take this link away"
                    ),
                )
            }
            LinkFault::Sheet(sheet) => (
                Code::BrokenLink,
                say!(
                    "bảng tính `{sheet}` không được đăng: một lịch được đọc từ đó",
                    "the sheet `{sheet}` is not published: a schedule is read from it"
                ),
                say!(
                    "dẫn đến trang lịch; muốn cho tải về thì đặt thêm một bản sao tên khác, chỉ có các cột công khai",
                    "link to the page of the schedule; to offer a download add a copy under another name with public columns only"
                ),
            ),
            LinkFault::Outside => (
                Code::BrokenLink,
                say!(
                    "liên kết `{written}` dẫn ra ngoài thư mục `content`",
                    "the link `{written}` leads out of the folder `content`"
                ),
                say!(
                    "viết đường dẫn từ `content`, bắt đầu bằng `@/`",
                    "write the path from `content`, beginning with `@/`"
                ),
            ),
        };
        Diagnostic::error(code, message).hint(hint).at(place)
    }
}

fn nothing(written: &str, near: Option<&str>, role: Role) -> (Code, Say, Say) {
    let (code, message) = match role {
        Role::Picture => (
            Code::MissingPicture,
            say!("không có hình `{written}`", "there is no picture `{written}`"),
        ),
        Role::Link | Role::Setting => (
            Code::BrokenLink,
            say!("không có trang hay tệp `{written}`", "there is no page or file `{written}`"),
        ),
    };
    let hint = match near {
        Some(near) => say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?"),
        None if role == Role::Setting => say!(
            "viết đường dẫn của tệp từ `content`: `@/tin/_index.md`",
            "write the file's path from `content`: `@/news/_index.md`"
        ),
        None if role == Role::Picture => say!(
            "đặt tệp hình cạnh trang này và viết đúng tên tệp, kể cả chữ hoa chữ thường",
            "put the picture beside this page and write its name exactly, capitals too"
        ),
        None => say!(
            "viết đường dẫn của tệp, từ trang này hoặc từ `content` như `@/tin/bai.md`",
            "write the file's path, from this page or from `content` like `@/news/page.md`"
        ),
    };
    (code, message, hint)
}

fn why_hidden(state: State) -> (&'static str, &'static str) {
    match state {
        State::Published => ("", ""),
        State::Draft => ("là bản nháp", "it is a draft"),
        State::Future => ("chưa đến `publish_date`", "its `publish_date` has not come"),
        State::Expired => ("đã qua `expiry_date`", "its `expiry_date` has passed"),
    }
}
