//! What to say of files beside the folders of a site that were meant to lie in them.

use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::sources::{SourcePath, Sources, Stray};

/// Says what lies where nobody looks for it. Without settings there is no site to lie beside.
pub(super) fn diagnose(sources: &Sources) -> impl Iterator<Item = Diagnostic> {
    let has_settings = sources.get(&SourcePath::new("site.yaml")).is_some();
    let has_content = sources.under("content/").next().is_some();
    let strays = sources.strays().iter().filter(move |_| has_settings);
    strays.map(move |stray| {
        let (name, message, hint) = match stray {
            Stray::Settings(name) => (name, second_settings(name), delete()),
            Stray::Data(name) => (name, unread(name), into_content(name, "content/_data")),
            Stray::Content(name) if !has_content => (name, unread(name), rename()),
            Stray::Content(name) => (name, unread(name), empty_into_content(name)),
            Stray::Pages(name) => {
                (name, unread(name), into_content(name, &format!("content/{name}")))
            }
        };
        let fault = Diagnostic::warning(Code::OutOfPlace, message).hint(hint);
        fault.at(Place::file(&SourcePath::new(name)))
    })
}

fn unread(name: &str) -> Say {
    say!(
        "`{name}` nằm ngoài `content`, nên không được đọc và không được đăng",
        "`{name}` lies outside `content`, so it is neither read nor published"
    )
}

fn into_content(name: &str, home: &str) -> Say {
    say!(
        "chuyển `{name}` thành `{home}`; nếu cố ý để riêng, chuyển nó ra khỏi thư mục của trang web",
        "move `{name}` to `{home}`; if it is kept apart on purpose, move it out of the site's folder"
    )
}

fn rename() -> Say {
    say!("đổi tên thư mục thành `content`", "rename the folder to `content`")
}

fn empty_into_content(name: &str) -> Say {
    say!("chuyển những gì trong `{name}` vào `content`", "move what is in `{name}` to `content`")
}

fn second_settings(name: &str) -> Say {
    say!(
        "`{name}` không được đọc: trang web đã có `site.yaml`",
        "`{name}` is not read: the site has a `site.yaml`"
    )
}

fn delete() -> Say {
    say!(
        "chép những gì cần giữ vào `site.yaml`, rồi xoá tệp này",
        "copy what is needed to `site.yaml`, then delete this file"
    )
}
