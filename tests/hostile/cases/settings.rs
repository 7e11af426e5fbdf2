//! Mistakes in `site.yaml` and in the data files.

use super::{Edit, case, put, try_all};

/// The settings of the good site with this below them, on lines 15 and after.
fn settings(line: &str) -> Vec<Edit> {
    let good = "title: { vi: Trang thử, en: Trial site }
base_url: https://thu.example/
languages:
  vi: { name: Tiếng Việt }
  en: { name: English }
taxonomies:
  topics:
    title: { vi: Chủ đề, en: Topics }
    terms:
      hop: { vi: Họp, en: Meetings }
      tin: { vi: Tin, en: News }
";
    vec![put("site.yaml", format!("{good}{line}\n"))]
}

fn data(name: &str, text: &str) -> Vec<Edit> {
    vec![put(&format!("content/_data/{name}.yaml"), text)]
}

#[test]
fn a_mistake_in_the_settings_is_told() {
    let all = |text: &str| vec![put("site.yaml", text)];
    let gone = vec![Edit::Remove("site.yaml".to_owned())];
    try_all(&[
        case("no settings", gone, ("B108", "site.yaml", "site.yaml"), "`bangtin init`"),
        case("empty", all(""), ("B008", "site.yaml", ""), "`title: "),
        case("a list", all("- a\n"), ("B103", "site.yaml:1:1", ""), ": "),
        case("not closed", all("title: [A\n"), ("B101", "site.yaml:1:8", ""), ""),
        case("unknown key", settings("them: civic"), ("B102", "site.yaml:12:1", "them"), "`theme`"),
        case("missing theme", settings("theme: cvic"), ("B501", "site.yaml:12:8", "cvic"), "`civic`"),
        case("a theme elsewhere", settings("theme: ../../x"), ("B501", "site.yaml:12:8", "../../x"), "`nho`"),
        case("time zone", settings("timezone: Asia/Saigonn"), ("B106", "site.yaml:12:11", "Asia/Saigonn"), "Asia/Ho_Chi_Minh`"),
        case("none a page", settings("paginate_by: 0"), ("B106", "site.yaml:12:14", "0"), "`10`"),
        case("a word for a number", settings("feed_limit: ten"), ("B103", "site.yaml:12:13", "ten"), "`10`"),
        case("a word of few", settings("markdown: { html: clena }"), ("B106", "site.yaml:12:19", "clena"), "`clean`"),
        case("default language", settings("default_language: fr"), ("B109", "site.yaml:12:19", "fr"), "`vi`"),
        case("menu", settings("menus:\n  main: [\"@/tin/_idnex.md\"]"), ("B301", "site.yaml:13:10", "@/tin/_idnex.md"), "`@/tin/_index.md`"),
        case("a far menu", settings("menus:\n  main:\n    - \"@/none.md\""), ("B301", "site.yaml:14:7", "@/none.md"), "`@/"),
        case("written twice", settings("title: A"), ("B104", "site.yaml:12:1", "title"), ""),
        case("address", settings("").into_iter().map(|_| put("site.yaml", "title: A\nbase_url: thu.example\nlanguages:\n  vi: { name: V }\n  en: { name: E }\ntaxonomies:\n  topics: { title: T }\n")).collect(), ("B106", "site.yaml:2:11", "thu.example"), "https://"),
    ]);
}

#[test]
fn a_mistake_in_the_data_is_told() {
    try_all(&[
        case(
            "unknown key",
            data("agencies", "a:\n  nam: A\n"),
            ("B102", "content/_data/agencies.yaml:2:3", "nam"),
            "`name`",
        ),
        case(
            "missing key",
            data("agencies", "a:\n  url: https://a.vn/\n"),
            ("B105", "content/_data/agencies.yaml:2:3", "name"),
            "`name: …`",
        ),
        case(
            "nothing in it",
            data("agencies", "a:\n"),
            ("B105", "content/_data/agencies.yaml:1:2", "name"),
            "`name: …`",
        ),
        case(
            "a text for a group",
            data("places", "a: b\n"),
            ("B103", "content/_data/places.yaml:1:4", ""),
            "",
        ),
        case(
            "a list",
            data("hotlines", "- a\n"),
            ("B103", "content/_data/hotlines.yaml:1:1", ""),
            "",
        ),
        case(
            "not closed",
            data("campaigns", "a: [x\n"),
            ("B101", "content/_data/campaigns.yaml:1:4", ""),
            "",
        ),
        case(
            "a language",
            data("glossary", "a: { term: { vi: A, fr: B }, meaning: C }\n"),
            ("B109", "content/_data/glossary.yaml:1:21", "fr"),
            "`vi`",
        ),
        case(
            "an agency",
            data("agencies", "so-noi-vu: { name: A, replaced_by: so-noi-uv }\n"),
            ("B403", "content/_data/agencies.yaml:1:36", "so-noi-uv"),
            "`content/_data/agencies.yaml`",
        ),
        case("empty", data("khac", "\n"), ("B008", "content/_data/khac.yaml", ""), ""),
    ]);
}
