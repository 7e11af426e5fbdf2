//! What the table itself must be.

use super::*;

#[test]
fn a_text_is_shown_whole_or_in_short() {
    let text = Text { vi: "`a`: một, xem [Hai](#hai); ba", en: "one [two" };
    assert_eq!(text.unlinked(Tongue::Vi), "`a`: một, xem Hai; ba");
    assert_eq!(text.short(Tongue::Vi), "a: một, xem Hai");
    assert_eq!(text.unlinked(Tongue::En), "one [two");
}

#[test]
fn every_key_has_words_in_both_languages_and_names_that_fold() {
    for key in all() {
        let name = key.name;
        assert!(!key.about.vi.is_empty() && !key.about.en.is_empty(), "{name}");
        assert_eq!(key.example.vi.is_empty(), key.example.en.is_empty(), "{name}");
        for word in key.called {
            assert_eq!(crate::locale::fold(word), *word, "{name}");
        }
        for tongue in [Tongue::Vi, Tongue::En] {
            assert!(!key.about.short(tongue).contains(['\n', '`', '#']), "{name}");
        }
    }
}

#[test]
fn no_mapping_has_one_name_twice() {
    let mut mappings: Vec<Vec<&Key>> =
        KINDS.iter().map(|(kind, _)| of_page(kind).chain([&TERMS]).collect()).collect();
    for key in all() {
        mappings.push(key.takes.keys().iter().collect());
    }
    for mapping in mappings {
        let names = mapping
            .iter()
            .flat_map(|key| [key.name].into_iter().chain(key.aliases.iter().copied()));
        let mut names: Vec<&str> = names.collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
}

#[test]
fn a_word_of_staff_is_the_key_that_fits_best() {
    let page = ["title", "description", "summary", "topics"];
    assert_eq!(meant("tom tat", page.into_iter()), Some("summary"));
    assert_eq!(meant("mo ta", page.into_iter()), Some("description"));
    assert_eq!(meant("tags", page.into_iter()), Some("topics"));
    assert_eq!(meant("so dien thoai", page.into_iter()), None);
    assert_eq!(meant("dia diem", ["venue", "place"].into_iter()), Some("venue"));
}

#[test]
fn the_way_leads_through_lists_and_names_of_ones_own() {
    let site = of_file("site.yaml").unwrap();
    let entry = site.behind("menus").and_then(|menus| menus.behind("main")).unwrap();
    assert_eq!(entry.keys().first().map(|key| key.name), Some("page"));
    let term = site.behind("taxonomies").and_then(|all| all.behind("topics"));
    let term = term.and_then(|own| own.behind("terms")).and_then(|terms| terms.behind("a"));
    assert_eq!(term.unwrap().keys().len(), 2);
    let events = of_page("schedule").find(|key| key.name == "events").unwrap();
    assert_eq!(events.takes.keys().first().map(|key| key.name), Some("title"));
    assert_eq!(events.takes.behind("status").unwrap().words().len(), 5);
    assert_eq!(events.takes.behind("place").unwrap().refers(), Some(Refers::Place));
    assert!(of_file("content/_data/khac.yaml").is_none());
}
