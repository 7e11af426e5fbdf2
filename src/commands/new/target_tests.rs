//! Tests of where a new page goes.

use super::*;
use bangtin::diagnostics::show::Tongue;

fn site(files: &[&str]) -> (Config, Sources) {
    let mut sources = Sources::default();
    let languages = "title: A\nlanguages:\n  vi: { name: Tiếng Việt }\n  en: { name: English }\n  hre: { name: Hrê, content_dir: hre }\n";
    sources.put("site.yaml", languages);
    for file in files {
        sources.put(file, "---\ntitle: A\n---\n");
    }
    let config = bangtin::config::read(&sources).value.unwrap();
    (config, sources)
}

fn page(path: &str, kind: &'static str) -> SurveyPage {
    SurveyPage {
        path: path.to_owned(),
        language: "vi".to_owned(),
        kind,
        title: "A".to_owned(),
        url: String::new(),
        date: None,
        state: "published",
    }
}

fn flags(kind: PageKind) -> New {
    New { kind, title: String::new(), section: None, language: None, now: None }
}

fn path(flags: &New, title: &str, files: &[&str], pages: &[SurveyPage]) -> Result<String, String> {
    let (config, sources) = site(files);
    let chosen = choose(flags, title, (&config, &sources, pages));
    chosen.map(|target| target.path).map_err(|refusal| Tongue::Vi.of(&refusal.message).to_owned())
}

#[test]
fn a_page_goes_where_such_pages_are() {
    let pages = [
        page("content/van-ban/a.md", "plan"),
        page("content/van-ban/b/index.md", "plan"),
        page("content/khac/c.md", "plan"),
        page("content/khac/d.md", "post"),
        page("content/gioi-thieu.md", "page"),
    ];
    let go = |kind| path(&flags(kind), "Kế hoạch mới", &["content/tin/_index.md"], &pages).unwrap();
    assert_eq!(go(PageKind::Plan), "content/van-ban/ke-hoach-moi.md");
    assert_eq!(go(PageKind::Post), "content/tin/ke-hoach-moi.md");
    assert_eq!(go(PageKind::Page), "content/ke-hoach-moi.md");
    assert_eq!(go(PageKind::Material), "content/ke-hoach-moi.md");
    assert_eq!(go(PageKind::Section), "content/ke-hoach-moi/_index.md");
}

#[test]
fn a_language_gives_a_suffix_or_a_folder() {
    let english = New { language: Some("en".to_owned()), ..flags(PageKind::Page) };
    assert_eq!(path(&english, "About", &[], &[]).unwrap(), "content/about.en.md");
    let hre = New { language: Some("hre".to_owned()), ..flags(PageKind::Page) };
    assert_eq!(path(&hre, "About", &[], &[]).unwrap(), "content/hre/about.md");
    let none = New { language: Some("fr".to_owned()), ..flags(PageKind::Page) };
    assert_eq!(path(&none, "About", &[], &[]).unwrap_err(), "trang web không có ngôn ngữ `fr`");
}

#[test]
fn a_section_is_one_that_is_there_and_never_leads_out() {
    let files = ["content/tin/vung/a.md", "content/_data/x.md"];
    for good in ["tin", "content/tin/", "@/tin/", "tin/vung"] {
        let flags = New { section: Some(good.to_owned()), ..flags(PageKind::Post) };
        assert!(path(&flags, "B", &files, &[]).is_ok(), "{good}");
    }
    for bad in ["tni", "..", "../x", "tin/../..", "/etc", "_data", "."] {
        let flags = New { section: Some(bad.to_owned()), ..flags(PageKind::Post) };
        assert!(path(&flags, "B", &files, &[]).is_err(), "{bad}");
    }
}

#[test]
fn a_title_never_leads_out_nor_names_a_device() {
    let go = |title: &str| path(&flags(PageKind::Page), title, &[], &[]).unwrap();
    assert_eq!(go("../x"), "content/x.md");
    assert_eq!(go("Con"), "content/con-1.md");
    assert!(go(&"rất dài ".repeat(60)).len() < 100);
    assert!(go("你好").starts_with("content/x"));
}

#[test]
fn a_page_that_is_there_is_kept() {
    for file in ["content/a.md", "content/a/index.md", "content/a/_index.md"] {
        assert_eq!(
            path(&flags(PageKind::Page), "A", &[file], &[]).unwrap_err(),
            format!("đã có trang `{file}`")
        );
    }
}
