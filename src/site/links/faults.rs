//! What to say of links that lead nowhere.

use crate::diagnostics::{Code, Diagnostic, Say, did_you_mean, one_of, say, telling};
use crate::locale::slug;
use crate::site::Page;
use crate::site::links::LinkFault;
use crate::sources::LeftBy;

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
    pub fn diagnose(&self, written: &str, role: Role) -> Diagnostic {
        let (code, message, hint) = match self {
            LinkFault::Nothing(near) => {
                // A picture must be the site's own.
                let is_own = |near: &&str| role != Role::Picture || near.starts_with("@/");
                nothing(written, near.as_deref().filter(is_own), role)
            }
            LinkFault::NoAnchor { page, anchor, known } => (
                Code::BrokenAnchor,
                say!(
                    "trang `{page}` không có chỗ nào là `#{anchor}`",
                    "the page `{page}` has no place `#{anchor}`"
                ),
                if known.is_empty() {
                    say!(
                        "trang đó không có đề mục nào: bỏ `#{anchor}`, hoặc thêm đề mục vào trang đó",
                        "that page has no places: take `#{anchor}` away, or give the page a heading"
                    )
                } else if let Some(near) = same_letters(anchor, known.iter().map(String::as_str)) {
                    one_of([near].into_iter())
                } else {
                    did_you_mean(anchor, known.iter().map(String::as_str))
                },
            ),
            LinkFault::Hidden(page, state) => {
                let (vi, en) = state.why();
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
            LinkFault::Withheld(path, why) => {
                let (message, hint) = why.of_link(path);
                (why.code(), message, hint)
            }
            LinkFault::LeftBehind(by) => left_behind(written, *by),
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
        Diagnostic::error(code, message).hint(hint)
    }
}

/// So many of the places of a page that all is told of them that would be told of all.
pub(super) fn telling_places(anchor: &str, page: &Page) -> Vec<String> {
    let known: Vec<&str> = page.anchors().collect();
    match same_letters(anchor, known.iter().copied()) {
        Some(same) => vec![same.to_owned()],
        None => telling(anchor, known).into_iter().map(str::to_owned).collect(),
    }
}

/// The place whose name has the letters of the one that was asked for: other programs join them
/// by other signs, and keep marks.
pub(super) fn same_letters<'k>(
    anchor: &str,
    known: impl Iterator<Item = &'k str>,
) -> Option<&'k str> {
    let letters = |name: &str| slug(name).replace('-', "");
    let wanted = letters(anchor);
    let is_same = |own: &&str| match own.is_ascii() {
        // Nearly all places have such names, and there may be very many.
        true => {
            let letters = own.bytes().filter(u8::is_ascii_alphanumeric);
            letters.map(|letter| letter.to_ascii_lowercase()).eq(wanted.bytes())
        }
        false => letters(own) == wanted,
    };
    let mut same = known.filter(is_same).filter(|_| !wanted.is_empty());
    same.next().filter(|_| same.next().is_none())
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
            "viết tên tệp tính từ `content`: `@/tin/_index.md`",
            "write the file's path from `content`: `@/news/_index.md`"
        ),
        None if role == Role::Picture => say!(
            "đặt tệp hình cạnh trang này và viết đúng tên tệp, kể cả chữ hoa chữ thường",
            "put the picture beside this page and write its name exactly, capitals too"
        ),
        None => say!(
            "viết tên tệp tính từ trang này, hoặc từ `content` như `@/tin/bai.md`",
            "write the file's path, from this page or from `content` like `@/news/page.md`"
        ),
    };
    (code, message, hint)
}

fn left_behind(written: &str, by: LeftBy) -> (Code, Say, Say) {
    let (vi, en) = match by {
        LeftBy::Hidden => ("tên bắt đầu bằng dấu chấm", "names that begin with a dot are hidden"),
        LeftBy::Editor => {
            ("đó là tên tệp nháp hay bản lưu của trình soạn thảo", "editors name their copies so")
        }
        LeftBy::Office => (
            "đó là tên tệp tạm của bộ phần mềm văn phòng",
            "office programs name their temporary files so",
        ),
        LeftBy::Download => {
            ("đó là tên tệp chưa tải xong", "downloads that are not complete are named so")
        }
        LeftBy::Merge => {
            ("đó là tên tệp còn lại sau khi gộp các bản", "merges of versions leave files named so")
        }
        LeftBy::System => (
            "đó là tên tệp hay thư mục của hệ điều hành",
            "the operating system names its own files so",
        ),
    };
    (
        Code::BrokenLink,
        say!(
            "tệp `{written}` không thuộc trang web: {vi}",
            "the file `{written}` is no part of the site: {en}"
        ),
        say!("đổi tên tệp rồi viết tên mới", "rename the file and write the new name"),
    )
}
