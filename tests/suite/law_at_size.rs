//! The law at three hundred pages: after hundreds of random edits, each built upon what was
//! remembered, the site is what a build gives that remembers nothing.
//!
//! The edits are those that reach other pages than their own: titles and openings that cards
//! show, headings that links lead to, dates and weights that move pages, terms, drafts,
//! translations, and what a section sets for all below it.

use std::collections::BTreeSet;

use crate::harness::{Site, tiny_site};

/// How many edits each seed makes, and after how many the two are compared.
const EDITS: usize = 500;
const COMPARED: usize = 50;

/// How many pages there are in each language, and how many of them others link to: those beyond
/// may go, or hide.
const PAGES: usize = 150;
const LINKED: usize = 130;

#[test]
fn the_law_holds_after_five_hundred_edits() {
    walk(7);
}

#[test]
fn the_law_holds_after_five_hundred_other_edits() {
    walk(20_261_129);
}

fn walk(seed: u64) {
    let mut dice = seed;
    let mut below = move |end: usize| {
        // xorshift64*: small, known, and the same everywhere.
        dice ^= dice >> 12;
        dice ^= dice << 25;
        dice ^= dice >> 27;
        let mixed = dice.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(mixed).unwrap() % end
    };
    let mut site = site();
    let mut gone = BTreeSet::new();
    let (mut clean, mut rendered) = (0, 0);
    for edit in 1..=EDITS {
        let page = below(PAGES);
        let suffix = [".md", ".en.md"][below(2)];
        match below(12) {
            0 => site.put("content/tin/_index.md", &section(below(4))),
            1 if page >= LINKED => {
                // A page that is no more, and one that comes again.
                let path = format!("content/tin/bai-{page}{suffix}");
                if gone.insert(path.clone()) { site.remove(&path) } else { &mut site }
            }
            2 => {
                site.put("content/_data/agencies.yaml", &format!("so:\n  name: Sở {}\n", below(3)))
            }
            _ => {
                let path = format!("content/tin/bai-{page}{suffix}");
                gone.remove(&path);
                // One part of the page is as the dice say, the others as they were at first.
                let (part, value) = (below(PARTS), below(PAGES));
                let text = article(page, |at| if at == part { value } else { page });
                site.put(&path, &text)
            }
        };
        let built = site.build();
        clean += usize::from(!built.has_errors());
        rendered += built.rendered().len();
        if edit % COMPARED == 0 {
            let difference = built.difference(&site.build_afresh());
            assert_eq!(difference, None, "seed {seed}, after {edit} edits");
        }
    }
    // The walk is worth its time only if it comes by good sites, and finds most files again.
    let made = site.build().names().len();
    let told = site.build().told();
    assert!(clean > EDITS / 4 && made > PAGES, "{clean} clean, {made} files: {told}");
    assert!(rendered < EDITS * made / 4, "{rendered} rendered of {made} files");
}

fn site() -> Site {
    let mut site = Site::from_text("");
    for (path, text) in tiny_site().into_iter().filter(|(path, _)| path.starts_with("themes/")) {
        site.put(&path, &text);
    }
    site.put(
        "site.yaml",
        "title: Lớn\nbase_url: https://lon.example/\ntheme: tiny\npaginate_by: 7\nlanguages:\n  \
         vi: { name: Việt }\n  en: { name: English }\ntaxonomies:\n  topics: { title: Chủ đề }\n\
         menus:\n  main: [\"@/tin/_index.md\"]\n",
    );
    site.put("content/_index.md", "---\ntitle: Đầu\n---\n");
    site.put("content/_index.en.md", "---\ntitle: Home\n---\n");
    site.put("content/tin/_index.md", &section(0));
    site.put("content/tin/_index.en.md", "---\ntitle: News\n---\n");
    site.put("content/_data/agencies.yaml", "so:\n  name: Sở\n");
    for page in 0..PAGES {
        for suffix in [".md", ".en.md"] {
            let text = article(page, |_| page);
            site.put(&format!("content/tin/bai-{page}{suffix}"), &text);
        }
    }
    site
}

/// A section that sets something for all below it, or nothing.
fn section(which: usize) -> String {
    let set =
        ["", "cascade: { sample: true }\n", "cascade: { authors: [A] }\n", "sort_by: title\n"];
    format!("---\ntitle: Tin {which}\n{}---\n", set[which])
}

/// How many parts of an article may change.
const PARTS: usize = 7;

/// An article; `part` tells the value of each of its parts.
fn article(page: usize, part: impl Fn(usize) -> usize) -> String {
    let keys = [
        "",
        "description: Tóm tắt.\n",
        "weight: 3\n",
        "draft: true\n",
        "publish_date: 2099-01-01\n",
    ];
    let keys = &keys[..if page < LINKED { 3 } else { keys.len() }];
    format!(
        "---\ntitle: Bài {page} {}\nslug: bai-{page}\ndate: 2026-11-{:02}\ntopics: [t{}]\n{}---\n\n\
         Mở đầu {}.\n\n## Mục {} {{#muc}}\n\nXem [bài](@/tin/bai-{}.md) và [mục](@/tin/bai-{}.md#muc).\n",
        part(0) % 7,
        1 + part(1) % 28,
        part(2) % 5,
        keys[if part(3) == page { 0 } else { part(3) % keys.len() }],
        part(4) % 9,
        part(5) % 3,
        part(6) % LINKED,
        (part(6) + 7) % LINKED,
    )
}
