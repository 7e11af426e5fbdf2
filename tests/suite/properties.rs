//! What holds for any input at all: nothing that a person or a machine can write makes
//! the program stop, and no file is ever written out of its folder.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bangtin::public::OutputPath;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::harness::{Built, Site};

/// A site of two pages in which a file stands as given.
fn site_with(path: &str, text: &str) -> Built {
    let mut site = Site::from_text(
        "-- content/_index.md --\n---\ntitle: Trang chủ\n---\n\n[A](a.md)\n\
         -- content/a.md --\n---\ntitle: A\n---\n\n{{ hotlines() }}\n",
    );
    site.put(path, text);
    site.build()
}

/// That a build ends, and that it gives a page or says why not.
fn assert_ends(path: &str, text: &str) -> Result<(), TestCaseError> {
    let built = catch_unwind(AssertUnwindSafe(|| site_with(path, text)));
    let Ok(built) = built else {
        return Err(TestCaseError::fail(format!("{path} stops the program:\n{text:?}")));
    };
    prop_assert!(built.has("index.html") || !built.diagnostics().is_empty(), "{}", text);
    built.assert_cures();
    Ok(())
}

/// Any bytes at all, as the room that reads files gives them: with marks for what is no text.
fn any_bytes() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<u8>(), 0..400)
        .prop_map(|bytes| String::from_utf8_lossy(&bytes).replace('\0', ""))
}

/// Pieces of what people write, in no order.
fn pieces_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..most).prop_map(|parts| parts.concat())
}

const MARKDOWN: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "> [!NOTE]\n",
    "> [!SAI]\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "~~~\n",
    "[",
    "]",
    "](",
    "(",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "|",
    "|---|\n",
    ":",
    "::",
    ":::",
    "::: box",
    "::: box Tên {a=1}",
    "\n:::\n",
    "::::\n",
    "{{",
    "}}",
    "{{ hotlines() }}\n",
    "{{ a(b=\"c\") }}\n",
    "{{ a(",
    "{#muc}",
    "{#muc .lop}",
    "{",
    "}",
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<a href=\"",
    "\">",
    "<?",
    "?>",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&",
    "\\",
    "\"",
    "'",
    "...",
    "--",
    "đ",
    "ệ",
    "a\u{300}",
    "\u{202e}",
    "\u{feff}",
    "👩‍👩‍👧",
    "https://a.vn",
    "<https://a.vn>",
    "a.md",
    "@/a.md",
    "../../../x",
    "javascript:x",
    "---\n",
    "***\n",
    "===\n",
    "- [x] ",
    "- [ ] ",
    ": ",
    "Chữ",
];

const FRONT_MATTER: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "  ",
    "- ",
    ": ",
    "title: ",
    "date: ",
    "kind: ",
    "plan",
    "schedule",
    "post",
    "material",
    "document: ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "\"",
    "'",
    "|",
    ">",
    "|\n  ",
    "&a ",
    "*a",
    "!!int ",
    "!x ",
    "? ",
    "# ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "~",
    "null",
    "true",
    "yes",
    "2026-02-30",
    "15/11/2026",
    "7:30",
    "99999999999999999999",
    "-0",
    "1e999",
    ".nan",
    ".inf",
    "0x1F",
    "events: ",
    "tasks: ",
    "starts: ",
    "ends: ",
    "id: ",
    "repeat: ",
    "map: ",
    "register: ",
    "cost: ",
    "instead: ",
    "every: week",
    "until: ",
    "on: [mon]",
    "slug: ",
    "path: ",
    "../..",
    "con",
    "aliases: ",
    "topics: ",
    "cascade: ",
    "extra: ",
    "image: ",
    "weight: ",
    "translation_key: ",
    "template: ",
    "<<: ",
    "\t",
    "đ",
    "a\u{300}",
    "A",
    "period: ",
    "files: ",
    "file: ",
    "url: ",
    "javascript:x",
    "number: ",
    "72/KH-UBND",
    "draft: ",
];

const SETTINGS: &[&str] = &[
    "\n",
    "\n",
    "  ",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "title: A",
    "theme: tiny",
    "theme: ",
    "../x",
    "civic",
    "languages: ",
    "vi",
    "en",
    "default_language: ",
    "base_url: ",
    "https://a.vn",
    "https://",
    "timezone: ",
    "Asia/Ho_Chi_Minh",
    "UTC",
    "menus: ",
    "main: ",
    "\"@/a.md\"",
    "taxonomies: ",
    "topics: ",
    "terms: ",
    "paginate_by: ",
    "0",
    "-1",
    "1",
    "99999999999999999999",
    "feed_limit: ",
    "markdown: ",
    "html: allow",
    "publisher: ",
    "name: ",
    "content_dir: ",
    "fallback: ",
    "paginate_path: ",
    "slug: ",
    "đ",
    "\"",
    "extra: ",
];

const TEMPLATE: &[&str] = &[
    "\n",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{# ",
    " #}",
    "{{- ",
    "-%}",
    "page",
    ".title",
    ".content",
    "?.x",
    "[0]",
    "[\"a\"]",
    " | safe",
    " | upper",
    " | date",
    " | json",
    " | khong_co",
    "if ",
    "endif",
    "else",
    "for a in pages",
    "for k, v in page",
    "endfor",
    "set x = 1",
    "block main",
    "endblock main",
    "extends \"base.html\"",
    "include \"page.html\"",
    "include \"khong.html\"",
    "component a()",
    "component a(x: string, @lang)",
    "endcomponent a",
    "<a />",
    "<box title=\"x\" />",
    "super()",
    "t(key=\"nav.skip\")",
    "t()",
    "1 / 0",
    "2 ** 9999",
    "1 % 0",
    "\"",
    "'",
    "[",
    "]",
    "(",
    ")",
    "and",
    "or",
    "not ",
    "in",
    "..",
    "range(end=3)",
    "throw(message=\"x\")",
    "<b>",
    "đ",
    "raw",
    "endraw",
    "filter upper",
    "endfilter",
    "macro a()",
    "site",
    "lang",
    "data",
    "-9223372036854775808",
];

/// Few cases each and the same at each run, so that the suite is quick and steady;
/// `PROPTEST_CASES=5000` looks longer, and each time elsewhere.
fn config() -> ProptestConfig {
    let known = ProptestConfig::default();
    let (cases, rng_seed) = if known.cases == 256 {
        (96, RngSeed::Fixed(1511))
    } else {
        (known.cases, RngSeed::Random)
    };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..known }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_a_page_or_a_fault(text in any_bytes()) {
        assert_ends("content/_index.md", &text)?;
    }

    #[test]
    fn any_bytes_in_a_body_are_a_page(text in any_bytes()) {
        assert_ends("content/_index.md", &format!("---\ntitle: A\n---\n{text}"))?;
    }

    #[test]
    fn any_markdown_is_a_page(text in pieces_of(MARKDOWN, 60)) {
        assert_ends("content/_index.md", &format!("---\ntitle: A\n---\n{text}"))?;
    }

    #[test]
    fn any_front_matter_is_a_page_or_a_fault(text in pieces_of(FRONT_MATTER, 40)) {
        assert_ends("content/_index.md", &format!("---\ntitle: A\n{text}\n---\nChữ.\n"))?;
        assert_ends("content/a.md", &format!("---\ntitle: A\n{text}\n---\nChữ.\n"))?;
    }

    #[test]
    fn any_settings_are_a_site_or_a_fault(text in pieces_of(SETTINGS, 40)) {
        assert_ends("site.yaml", &text)?;
        assert_ends("site.yaml", &format!("title: A\ntheme: tiny\n{text}\n"))?;
    }

    #[test]
    fn any_bytes_are_settings_or_a_fault(text in any_bytes()) {
        assert_ends("site.yaml", &text)?;
    }

    #[test]
    fn any_data_is_taken_or_a_fault(
        file in prop::sample::select(&["agencies", "places", "hotlines", "campaigns", "x"][..]),
        text in pieces_of(FRONT_MATTER, 30),
    ) {
        assert_ends(&format!("content/_data/{file}.yaml"), &text)?;
    }

    #[test]
    fn any_bytes_are_data_or_a_fault(text in any_bytes()) {
        assert_ends("content/_data/agencies.yaml", &text)?;
    }

    #[test]
    fn any_words_of_a_theme_are_taken_or_a_fault(text in pieces_of(FRONT_MATTER, 30)) {
        assert_ends("themes/tiny/i18n/vi.yaml", &text)?;
        assert_ends("themes/tiny/theme.yaml", &text)?;
    }

    #[test]
    fn any_template_is_rendered_or_a_fault(text in pieces_of(TEMPLATE, 30)) {
        assert_ends("themes/tiny/templates/page.html", &text)?;
        assert_ends("themes/tiny/templates/components/hotlines.html", &text)?;
    }

    #[test]
    fn any_bytes_are_a_template_or_a_fault(text in any_bytes()) {
        assert_ends("themes/tiny/templates/page.html", &text)?;
    }

    #[test]
    fn any_name_of_a_file_is_taken_or_a_fault(name in "[a-zđ._ A-Z0-9:-]{1,12}(/[a-z_.]{1,8})?") {
        assert_ends(&format!("content/{name}.md"), "---\ntitle: Tên\n---\n")?;
    }

    #[test]
    fn a_title_gives_an_address_of_plain_letters(title in "\\PC{1,60}") {
        let text = format!("---\ntitle: {}\n---\n", serde_json::to_string(&title).unwrap());
        let built = site_with("content/b.md", &text);
        for name in built.names() {
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_graphic()), "{} from {}", name, title);
        }
    }

    #[test]
    fn no_path_leads_out(path in pieces_of(
        &["/", "..", ".", "a", "\\", "\0", ":", "C", " ", "đ", "con", "%2e", "~", "\u{202e}", "a.b"], 12,
    )) {
        prop_assert_eq!(OutputPath::parse(&path).is_some(), stays_inside(&path), "{:?}", path);
    }

    #[test]
    fn no_text_is_a_path_that_leads_out(path in "\\PC{0,40}") {
        if OutputPath::parse(&path).is_some() {
            prop_assert!(stays_inside(&path), "{:?}", path);
        }
    }

    #[test]
    fn no_page_is_written_out_of_the_folder(
        key in prop::sample::select(&["slug", "path", "aliases", "title", "translation_key"][..]),
        text in pieces_of(&["/", "..", ".", "a", "\\", ":", " ", "đ", "con", "%2e%2e", "~", "_theme"], 10),
    ) {
        let value = serde_json::to_string(&text).unwrap();
        let value = if key == "aliases" { format!("[{value}]") } else { value };
        let built = site_with("content/b.md", &format!("---\ntitle: B\nslug: b\n{key}: {value}\n---\n"));
        for name in built.names() {
            prop_assert!(stays_inside(name), "{}", name);
        }
    }
}

/// Whether a path is one that stays in its folder and that every disk takes: written
/// another way than in the program, so that the two can be held against each other.
fn stays_inside(path: &str) -> bool {
    let device = ["con", "prn", "aux", "nul"];
    path.split('/').all(|part| {
        let stem = part.split('.').next().unwrap().to_ascii_lowercase();
        let refused = part.is_empty()
            || part.starts_with('.')
            || part.ends_with('.')
            || part.ends_with(' ')
            || device.contains(&stem.as_str())
            || part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
            || part.chars().any(char::is_control);
        !refused
    })
}
