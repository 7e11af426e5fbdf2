//! Why there is no package, in words.

use bangtin::diagnostics::{Say, did_you_mean};
use bangtin::pack::NoWhat;
use bangtin::site::Site;

use crate::cli::Pack;
use crate::commands::Refusal;
use bangtin::diagnostics::say;

/// That what is asked for is not there.
pub(super) fn unknown(fault: &NoWhat, flags: &Pack, site: &Site) -> Refusal {
    let what = flags.what.as_deref().unwrap_or_default();
    let language = flags.language.as_deref().unwrap_or_default();
    match fault {
        NoWhat::NoPage(Some(near)) => Refusal::usage(
            no_page(what),
            say!("có phải bạn muốn gói `{near}`?", "did you mean `{near}`?"),
        ),
        NoWhat::NoPage(None) => Refusal::usage(
            no_page(what),
            say!(
                "ghi tệp như `content/ke-hoach/_index.md` hoặc địa chỉ như `/ke-hoach/`; `bangtin list` liệt kê mọi trang",
                "write a file such as `content/plans/_index.md` or an address such as `/plans/`; `bangtin list` lists all pages"
            ),
        ),
        NoWhat::NoLanguage => Refusal::usage(
            say!(
                "trang web không có ngôn ngữ `{language}`",
                "the site has no language `{language}`"
            ),
            did_you_mean(language, site.config.languages.iter().map(|own| own.code.as_str())),
        ),
        NoWhat::NotInLanguage => Refusal::usage(
            say!(
                "`{what}` chưa có bản `{language}`",
                "`{what}` is not translated into `{language}`"
            ),
            say!(
                "bỏ `--language`, hoặc dịch trang trước",
                "leave out `--language`, or translate the page first"
            ),
        ),
    }
}

fn no_page(what: &str) -> Say {
    say!("không có trang nào là `{what}`", "there is no page `{what}`")
}

/// That even pages do not fit into what is allowed.
pub(super) fn too_small(needed: u64) -> Refusal {
    let Say { vi, en } = size(needed);
    let hint = Say {
        vi: format!("các trang cần {vi}: tăng `--max`, hoặc gói một phần nhỏ hơn"),
        en: format!("the pages need {en}: raise `--max`, or pack a smaller part"),
    };
    let message = say!(
        "các trang không vừa, dù đã bỏ hết tệp tải về",
        "the pages do not fit, even without any download"
    );
    Refusal::usage(message, hint)
}

/// A number of bytes as people write it, never less than it is: `3,4 MB`, `3.4 MB`.
pub(super) fn size(bytes: u64) -> Say {
    let (number, unit) = match bytes {
        0..1000 => return say!("{bytes} B", "{bytes} B"),
        1000..999_950 => (bytes.div_ceil(100), "kB"),
        _ => (bytes.div_ceil(100_000), "MB"),
    };
    let (whole, tenth) = (number / 10, number % 10);
    say!("{whole},{tenth} {unit}", "{whole}.{tenth} {unit}")
}
