//! Mistakes between the two lines of `---`.

use super::{body, case, key, try_all, whole};

#[test]
fn a_mistake_in_the_front_matter_is_told() {
    try_all(&[
        case("no front matter", whole("Chữ.\n"), ("B201", ":1:1", ""), "`---`"),
        case("TOML", whole("+++\ntitle = 'A'\n+++\n"), ("B201", ":1:1", ""), "`+++`"),
        case("not closed", whole("---\ntitle: A\n\nChữ.\n"), ("B202", ":3:1", ""), "`---`"),
        case("opened, then nothing", whole("---\n"), ("B202", ":1:1", "---"), "`---`"),
        case("no keys", whole("---\n---\n"), ("B203", ":2:1", ""), "`title"),
        case("only a comment", whole("---\n# x\n---\n"), ("B203", ":3:1", ""), "`title"),
        case("a list instead", whole("---\n- A\n---\n"), ("B103", ":2:1", ""), ": "),
        case("a word instead", whole("---\nA\n---\n"), ("B103", ":2:1", ""), ": "),
        case("an empty file", whole(""), ("B008", "", ""), "`bangtin new`"),
        case("blank lines", whole(" \n\n"), ("B008", "", ""), "`bangtin new`"),
    ]);
}

#[test]
fn a_mistaken_key_is_told_with_the_near_one() {
    try_all(&[
        case("title misspelt", whole("---\ntitel: A\n---\n"), ("B102", ":2:1", "titel"), "`title`"),
        case("letters swapped", key("slgu: a"), ("B102", ":3:1", "slgu"), "`slug`"),
        case("a letter too many", key("weightt: 1"), ("B102", ":3:1", "weightt"), "`weight`"),
        case("capitals", key("Draft: true"), ("B102", ":3:1", "Draft"), "`draft`"),
        case("like no other", key("xyz: 1"), ("B102", ":3:1", "xyz"), "`description`, `summary`"),
        case("written twice", key("title: B"), ("B104", ":3:1", "title"), ""),
        case("in a group", key("source: { nam: A }"), ("B102", ":3:11", "nam"), "`name`"),
        case(
            "of an event",
            key(
                "kind: schedule\nstarts: 2026-11-15\nends: 2026-12-15\nevents:\n  - titel: A\n    date: 2026-11-15",
            ),
            ("B102", ":7:5", "titel"),
            "`title`",
        ),
        case("kind", key("kind: pots"), ("B106", ":3:7", "pots"), "`post`"),
        case("term", key("topics: [hpo]"), ("B402", ":3:10", "hpo"), "`hop`"),
        case("template", key("template: pots"), ("B504", ":3:11", "pots"), "`post`"),
        case("no template near", key("template: khong"), ("B504", ":3:11", "khong"), "`page`"),
    ]);
}

#[test]
fn a_value_of_the_wrong_type_is_told() {
    try_all(&[
        case("a list for a text", key("slug: [a]"), ("B103", ":3:7", "slug"), "`-`"),
        case("a group for a text", key("summary: { a: b }"), ("B103", ":3:10", "summary"), ""),
        case("braces", whole("---\ntitle: {A}\n---\n"), ("B103", ":2:8", "title"), ""),
        case("a word for yes or no", key("draft: maybe"), ("B103", ":3:8", "maybe"), "`true`"),
        case("yes", key("draft: yes"), ("B103", ":3:8", "yes"), "draft: true"),
        case("a word for a number", key("weight: mười"), ("B103", ":3:9", "mười"), "`10`"),
        case("half a number", key("weight: 1.5"), ("B103", ":3:9", "1.5"), "`10`"),
        case("a title of yes", whole("---\ntitle: true\n---\n"), ("B103", ":2:8", "title"), ""),
    ]);
}

#[test]
fn a_date_that_is_none_is_told() {
    try_all(&[
        case("31 November", key("date: 31/11/2024"), ("B110", ":3:7", "31/11/2024"), "30"),
        case("29 February", key("date: 29/2/2023"), ("B110", ":3:7", "29/2/2023"), "28"),
        case("month 13", key("date: 2024-13-01"), ("B110", ":3:7", "2024-13-01"), "12"),
        case("25 o’clock", key("date: 15/11/2024 25:00"), ("B110", ":3:7", "25:00"), "`07:30`"),
        case("in words", key("updated: hôm qua"), ("B110", ":3:10", "hôm qua"), "`15/11/2024`"),
        case("a list", key("date: [1, 2]"), ("B110", ":3:7", "[…]"), "`15/11/2024`"),
        case(
            "an end before its beginning",
            key("publish_date: 2024-12-01\nexpiry_date: 2024-11-01"),
            ("B205", ":4:14", "2024-11-01"),
            "",
        ),
    ]);
}

#[test]
fn broken_yaml_is_told_in_plain_words() {
    let bomb: String = ('b'..='i')
        .zip('a'..='h')
        .map(|(next, one)| format!("  {next}: &{next} [*{one},*{one},*{one},*{one},*{one},*{one},*{one},*{one},*{one}]\n"))
        .collect();
    let bomb = format!("extra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n{bomb}");
    try_all(&[
        case(
            "two keys in one line, or a colon in a title",
            whole("---\ntitle: ten: Tin\n---\n"),
            ("B101", ":2:8", "title"),
            "title: \"ten: Tin\"",
        ),
        case(
            "a quotation mark that is not closed",
            whole("---\ntitle: \"A # b\ndate: 2024-11-15\n---\nChữ\n"),
            ("B101", ":2:8", ""),
            "",
        ),
        case("a quotation mark inside", key("summary: 'it's"), ("B101", ":3:14", ""), "\"it's\""),
        case("a bracket that is not closed", key("aliases: [/a/"), ("B101", ":3:10", ""), "`]`"),
        case("a control character", key("summary: A\u{1b}[31m"), ("B101", ":3:11", "U+001B"), ""),
        case("an alias bomb", key(&bomb), ("B107", ":8:10", ""), "`*`"),
        case(
            "20,000 brackets",
            key(&format!("extra: {}", "[".repeat(20_000))),
            ("B107", ":3:263", ""),
            "32",
        ),
        case(
            "20,000 braces",
            key(&format!("extra: {}", "{a: ".repeat(20_000))),
            ("B107", ":3:132", ""),
            "32",
        ),
    ]);
}

#[test]
fn letters_that_mean_nothing_to_markdown_stay_text() {
    let good = crate::site::Site::good();
    for sign in ["*", "(", "{", "}", "_", "~", "`", "<", "|", "#", "\\", "&", "$", "\"", "-"] {
        for edit in body(&sign.repeat(20_000)) {
            let site = good.copy();
            edit.carry_out(&site);
            let ran = site.build("en");
            assert_eq!(ran.code, 0, "{sign}: {}", ran.stdout);
        }
    }
}
