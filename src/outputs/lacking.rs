//! What a site lacks as a whole.

use crate::config;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::outputs::planner::Planner;
use crate::sources::SourcePath;

/// Says that there is no page, or no address of the site.
pub(super) fn diagnose(planner: &Planner<'_>) -> impl Iterator<Item = Diagnostic> + use<> {
    let config = &planner.site.config;
    let lacks_address = config.base_url.is_none() && config.is_whole;
    let base_url = lacks_address.then(no_base_url);
    let page = planner.site.is_empty().then(|| no_page(planner.site.hidden.len()));
    base_url.into_iter().chain(page)
}

/// A site without a page would take away all that was published before.
fn no_page(hidden: usize) -> Diagnostic {
    let (message, hint) = if hidden == 0 {
        (
            say!("trang web chưa có trang nào", "the site has no page"),
            say!(
                "viết trang chủ vào `content/_index.md`; `bangtin new` tạo sẵn một trang mẫu",
                "write the front page into `content/_index.md`; `bangtin new` writes a page to start from"
            ),
        )
    } else {
        (
            say!(
                "không trang nào được đăng: {hidden} trang là bản nháp, chưa tới ngày hoặc đã hết hạn",
                "no page is published: {hidden} are drafts, not due yet or expired"
            ),
            say!(
                "`bangtin list` cho biết lý do của từng trang; `--drafts` và `--future` hiện chúng",
                "`bangtin list` says why of each page; `--drafts` and `--future` show them"
            ),
        )
    };
    let place = Place::file(&SourcePath::new("content"));
    Diagnostic::error(Code::EmptyFile, message).hint(hint).at(place)
}

fn no_base_url() -> Diagnostic {
    let message = say!(
        "`site.yaml` chưa có `base_url`: trang web chưa có nguồn cấp tin và sơ đồ trang",
        "`site.yaml` has no `base_url`: the site has no feeds and no sitemap"
    );
    let hint = say!(
        "khi biết địa chỉ, thêm dòng `base_url: https://…/`",
        "once you know the address, add a line `base_url: https://…/`"
    );
    let place = Place::file(&SourcePath::new(config::SITE_FILE));
    Diagnostic::note(Code::NoBaseUrl, message).hint(hint).at(place)
}
