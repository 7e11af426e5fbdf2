//! Many files.

use super::{Shape, each, files, try_all};

/// A site with so many pages, each with these lines of front matter and this text.
fn pages(what: &'static str, page: impl Fn(usize) -> (String, String) + Copy + 'static) -> Shape {
    files(what, move |n| (0..n).map(|at| one(&format!("tin/trang-{at}.md"), page(at))).collect())
}

fn one(name: &str, (head, text): (String, String)) -> (String, String) {
    (format!("content/{name}"), format!("---\n{head}\n---\n{text}\n"))
}

/// The front matter of a page.
fn title(at: usize) -> String {
    format!("title: Trang {at}")
}

#[test]
fn pages_grow_as_the_site_does() {
    try_all(&[
        pages("pages", |at| (title(at), "Chữ.".to_owned())),
        pages("pages of one title", |_| ("title: A".to_owned(), "Chữ.".to_owned())),
        pages("pages of one text", |at| (title(at), "Chữ thường. ".repeat(20))),
        pages("pages without a title", |_| (String::new(), "Chữ.".to_owned())),
        pages("pages at one address", |at| (format!("{}\nslug: a", title(at)), String::new())),
        pages("pages at one path", |at| (format!("{}\npath: /a/", title(at)), String::new())),
        pages("pages with one alias", |at| {
            (format!("{}\naliases: [/cu/]", title(at)), String::new())
        }),
        pages("pages with terms", |at| (format!("{}\ntopics: [t{at}]", title(at)), String::new())),
        pages("pages with a lone key", |at| {
            (format!("{}\ntranslation_key: a{at}", title(at)), String::new())
        }),
        pages("pages with one key", |at| {
            (format!("{}\ntranslation_key: a", title(at)), String::new())
        }),
        pages("pages with a misspelt key", |at| (format!("titel: Trang {at}"), String::new())),
        pages("pages of no template", |at| {
            (format!("{}\ntemplate: page{at}.html", title(at)), String::new())
        }),
        pages("pages that nobody finds", |at| {
            (format!("{}\ndraft: true", title(at)), String::new())
        }),
    ]);
}

#[test]
fn links_between_pages_grow_as_the_site_does() {
    try_all(&[
        pages("links to the next page", |at| {
            (title(at), format!("[a](trang-{}.md)", at.saturating_sub(1)))
        }),
        pages("links to none", |at| (title(at), format!("[a](khong-{at}.md)"))),
        pages("links that are near", |at| (title(at), format!("[a](trnag-{at}.md)"))),
        pages("links to another folder", |at| (title(at), format!("[a](@/cu/trang-{at}.md)"))),
        pages("links to no address", |at| (title(at), format!("[a](/tin/trnag-{at}/)"))),
        pages("links in full to none", |at| {
            (title(at), format!("[a](https://tin.example/tin/trnag-{at}/)"))
        }),
        pages("links to one page", |at| (title(at), "[a](@/ke-hoach.md#nv1)".to_owned())),
        pages("links to no place of one page", |at| {
            (title(at), format!("[a](@/ke-hoach.md#nv{at})"))
        }),
        pages("pictures that are not there", |at| (title(at), format!("![a](hinh-{at}.png)"))),
        pages("calls of no component", |at| (title(at), format!("{{{{ boxx{at}() }}}}"))),
        files("links to the places of one page", |n| {
            let places = (String::from("title: A"), each(n, |at| format!("## Mục {at}\n\n")));
            let links = (0..n).map(|at| {
                one(&format!("tin/t{at}.md"), (title(at), format!("[a](../nhieu.md#muc-{at})")))
            });
            std::iter::once(one("nhieu.md", places)).chain(links).collect()
        }),
        files("links to no places of one page", |n| {
            let places = (String::from("title: A"), each(n, |at| format!("## Mục {at}\n\n")));
            let links = (0..n).map(|at| {
                one(&format!("tin/t{at}.md"), (title(at), format!("[a](../nhieu.md#muv-{at})")))
            });
            std::iter::once(one("nhieu.md", places)).chain(links).collect()
        }),
        files("links to files", |n| {
            let link =
                |at| one(&format!("tin/t{at}.md"), (title(at), format!("[a](tep-{at}.pdf)")));
            let file = |at| (format!("content/tin/tep-{at}.pdf"), "a".to_owned());
            (0..n).map(link).chain((0..n).map(file)).collect()
        }),
    ]);
}

#[test]
fn names_grow_as_the_site_does() {
    try_all(&[
        files("terms that are none", |n| {
            let terms = each(n, |at| format!("      chu-de-{at}: A\n"));
            let settings = format!(
                "title: A\ntheme: be\nlanguages: {{ vi: {{ name: V }} }}\n\
                 taxonomies:\n  topics:\n    title: A\n    terms:\n{terms}"
            );
            let page = |at| {
                let head = format!("{}\ntopics: [chu-dee-{at}]", title(at));
                one(&format!("tin/t{at}.md"), (head, String::new()))
            };
            std::iter::once(("site.yaml".to_owned(), settings)).chain((0..n).map(page)).collect()
        }),
        files("agencies that are none", |n| {
            let data = each(n, |at| format!("a{at}: {{ name: A {at} }}\n"));
            let call = |at| {
                one(
                    &format!("tin/t{at}.md"),
                    (title(at), format!("{{{{ agency(key=\"b{at}\") }}}}")),
                )
            };
            let data = ("content/_data/agencies.yaml".to_owned(), data);
            std::iter::once(data).chain((0..n).map(call)).collect()
        }),
        files("places of events that are none", |n| {
            let data = each(n, |at| format!("a{at}: {{ name: A {at} }}\n"));
            let events = each(n, |at| {
                format!("  - {{ id: e{at}, title: A {at}, date: 20/11/2026, place: b{at} }}\n")
            });
            let schedule = format!(
                "---\ntitle: A\nkind: schedule\nstarts: 1/11/2026\nends: 31/12/2026\nevents:\n{events}---\n"
            );
            vec![
                ("content/_data/places.yaml".to_owned(), data),
                ("content/lich/thang.md".to_owned(), schedule),
            ]
        }),
    ]);
}

#[test]
fn files_grow_as_the_site_does() {
    try_all(&[
        files("translations", |n| {
            let page = |at: usize| {
                let name = match at % 2 {
                    0 => format!("tin/t{}.md", at / 2),
                    _ => format!("tin/t{}.en.md", at / 2),
                };
                one(&name, (title(at), "Ngày 15/11/2026 có 20 người.".to_owned()))
            };
            (0..n).map(page).collect()
        }),
        files("sections", |n| {
            let section = |at| one(&format!("muc-{at}/_index.md"), (title(at), String::new()));
            (0..n).map(section).collect()
        }),
        files("sections one below the other", |n| {
            let section = |at: usize| {
                let folder = "a/".repeat(at % 50 + 1);
                one(&format!("muc-{}/{folder}_index.md", at / 50), (title(at), String::new()))
            };
            (0..n).map(section).collect()
        }),
        files("files", |n| {
            (0..n).map(|at| (format!("content/tin/tep-{at}.pdf"), "a".to_owned())).collect()
        }),
        files("files of one name", |n| {
            (0..n).map(|at| (format!("content/tin-{at}/tep.pdf"), "a".to_owned())).collect()
        }),
        files("lines of the lock that are none", |n| {
            vec![("translations.lock".to_owned(), "x\n".repeat(n))]
        }),
        files("files in wrong places", |n| {
            (0..n).map(|at| (format!("content/tin/tep-{at}.docx"), "a".to_owned())).collect()
        }),
    ]);
}
