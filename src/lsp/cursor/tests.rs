//! Tests of what stands at the sign `|`.

use super::*;

/// What stands at `|` in a text, and the text without it.
fn look(marked: &str, form: Form) -> (Cursor, String) {
    let offset = marked.find('|').unwrap();
    let text = marked.replacen('|', "", 1);
    (at(&text, offset, form), text)
}

/// `a.b key "word"` or `a.b = "word"` of what stands in YAML, with what stands beside it.
fn yaml_in(marked: &str, form: Form) -> String {
    let (cursor, text) = look(marked, form);
    let Cursor::Yaml(Yaml { path, side, word, is_quoted, beside }) = cursor else {
        return format!("{cursor:?}");
    };
    let side = match side {
        Side::Key { has_colon: true } => "key:",
        Side::Key { has_colon: false } => "key",
        Side::Value => "=",
        Side::Item => "item",
    };
    let mark = if is_quoted { "\"" } else { "" };
    let (path, word, beside) = (path.join("."), &text[word], beside.join(","));
    format!("{path} {side} {mark}{word}{mark} [{beside}]").trim_start().to_owned()
}

fn page(head: &str) -> String {
    yaml_in(&format!("---\n{head}\n---\n\nVăn bản.\n"), Form::Page)
}

#[test]
fn keys_are_found_by_their_lines() {
    assert_eq!(page("ti|"), "key ti []");
    assert_eq!(page("|\ntitle: A"), "key  [title]");
    assert_eq!(page("title: A\nda|te: 1\ndraft: true"), "key: date [title,draft]");
    assert_eq!(page("title: A\ndocument:\n  nu|\n  type: x\ndate: 1"), "document key nu [type]");
    assert_eq!(page("document:\n  |"), "document key  []");
    let tasks = "tasks:\n  - id: a\n    title: b\n    |\n    due: 1\n  - id: c\n    body: d";
    assert_eq!(page(tasks), "tasks key  [title,id,due]");
    assert_eq!(page("tasks:\n- id: a\n  pe|"), "tasks key pe [id]");
    assert_eq!(page("tasks:\n- id: a\n  period:\n    st|"), "tasks.period key st []");
    assert_eq!(page("tasks:\n- id: a\ndr|"), "key dr [tasks]");
    assert_eq!(page("tasks:\n  - |\n  - id: a"), "tasks item  []");
    assert_eq!(page("tasks:\n  - i|d: a\n    title: b"), "tasks key: id [title]");
    assert_eq!(page("title: A # b|"), "Nothing");
}

#[test]
fn values_are_found_with_their_keys() {
    assert_eq!(page("kind: |"), "kind =  []");
    assert_eq!(page("kind: po|st # loại"), "kind = post []");
    assert_eq!(page("plan: \"@/ke|-hoach\""), "plan = \"@/ke-hoach\" []");
    assert_eq!(page("plan: \"@/ke|"), "plan = \"@/ke\" []");
    assert_eq!(page("events:\n  - id: a\n    place: qu|"), "events.place = qu []");
    assert_eq!(page("with:\n  - so|"), "with item so []");
    assert_eq!(page("topics: [a, |]"), "topics =  []");
    assert_eq!(page("topics: [a, b|c, d]"), "topics = bc []");
    assert_eq!(page("topics: [\"a, b|\", c]"), "topics = \"a, b\" []");
    assert_eq!(page("period: { starts: 1, |"), "period key  [starts]");
    assert_eq!(page("period: { starts: 1, en|ds: 2 }"), "period key: ends [starts]");
    assert_eq!(page("repeat: { every: we| }"), "repeat.every = we []");
    assert_eq!(page("repeat: { on: [mon, |"), "repeat.on =  []");
    assert_eq!(page("files:\n  - { file: a|.pdf }"), "files.file = a.pdf []");
    assert_eq!(page("map: https://a.vn/|"), "map = https://a.vn/ []");
    assert_eq!(page("date: 15/11 |"), "date = 15/11 []");
}

#[test]
fn what_goes_on_from_the_line_above_is_no_key() {
    assert_eq!(page("summary: |\n  mo"), "summary =  []");
    assert_eq!(yaml_in("a: >\n  b|", Form::Yaml), "Nothing");
}

#[test]
fn a_head_that_is_not_closed_ends_where_the_text_begins() {
    assert_eq!(yaml_in("---\ntitle: A\nda|", Form::Page), "key da [title]");
    assert_eq!(yaml_in("---\ntitle: A\nda|\n\nVăn bản: a.\n", Form::Page), "key da [title]");
    assert_eq!(yaml_in("---\r\ntitle: A\r\nkind: p|\r\n---\r\n", Form::Page), "kind = p []");
    assert_eq!(look("Văn| bản.", Form::Page).0, Cursor::Nothing);
    assert_eq!(look("|", Form::Page).0, Cursor::Nothing);
    assert_eq!(look("---\n---\n|", Form::Page).0, Cursor::Nothing);
}

#[test]
fn a_file_of_yaml_is_yaml_as_a_whole() {
    assert_eq!(yaml_in("so-noi-vu:\n  na|", Form::Yaml), "so-noi-vu key na []");
    assert_eq!(yaml_in("a:\n  place:\n    area: x|", Form::Yaml), "a.place.area = x []");
    assert_eq!(yaml_in("ti|", Form::Yaml), "key ti []");
}

#[test]
fn links_are_found_in_texts() {
    let link = |line: &str| {
        let (cursor, text) = look(&format!("---\ntitle: A\n---\n\n{line}\n"), Form::Page);
        match cursor {
            Cursor::Link(ref word) => text[word.clone()].to_owned(),
            Cursor::Yaml(_) | Cursor::Component(..) | Cursor::Argument(_) | Cursor::Nothing => {
                format!("{cursor:?}")
            }
        }
    };
    assert_eq!(link("Xem [bài](@/tin/|) này."), "@/tin/");
    assert_eq!(link("Xem [bài](|"), "");
    assert_eq!(link("Xem ![hình](<a|nh 1.png>)."), "anh");
    assert_eq!(link("Xem [bài](@/tin/bai.md#m|uc \"Tên\")."), "@/tin/bai.md#muc");
    assert_eq!(link("[bài]: @/t|in"), "@/tin");
    assert_eq!(link("Xem [bài](a.md)| này."), "Nothing");
    assert_eq!(link("```\n[bài](|"), "Nothing");
}

#[test]
fn components_and_their_arguments_are_found() {
    let look = |line: &str| {
        let (cursor, text) = look(&format!("---\ntitle: A\n---\n{line}\n"), Form::Page);
        match cursor.clone() {
            Cursor::Component(word, is_call) => format!("{} {is_call}", &text[word]),
            Cursor::Argument(Argument { component, name, word, is_quoted, beside }) => {
                let mark = if is_quoted { "\"" } else { "" };
                let (name, word) = (name.unwrap_or_default(), &text[word]);
                format!("{component} {name}={mark}{word}{mark} [{}]", beside.join(","))
            }
            Cursor::Yaml(_) | Cursor::Link(_) | Cursor::Nothing => format!("{cursor:?}"),
        }
    };
    assert_eq!(look("::: de|"), "de false");
    assert_eq!(look(":::|"), " false");
    assert_eq!(look("> ::: care| Cẩn thận"), "care false");
    assert_eq!(look("{{ ag|ency(key=\"a\") }}"), "agency true");
    assert_eq!(look("{{ | }}"), " true");
    assert_eq!(look("{{ agency(|"), "agency = []");
    assert_eq!(look("{{ agency(ke|) }}"), "agency =ke []");
    assert_eq!(look("{{ agency(key=\"so|\") }}"), "agency key=\"so\" []");
    assert_eq!(look("{{ button(page=\"a b\", te|xt=\"b\") }}"), "button =text [page]");
    assert_eq!(look("{{ button(|text=\"b\", page=\"c\") }}"), "button =text [page]");
    assert_eq!(look("::: details Tên {ope|n=true}"), "details =open []");
    assert_eq!(look("::: details Tên {open=tr|ue}"), "details open=true []");
    assert_eq!(look("::: details T|ên"), "Nothing");
    assert_eq!(look("{{ agency(key=\"a\") | }}"), "Nothing");
}

#[test]
fn no_place_of_any_text_is_a_slip() {
    let text = "\u{feff}---\r\n- a: { \"b\": [c, 'd\n  -- e: |\n # f\n...\n{{ g(h=\"i\n::: đ {k=\n[l](<m\n";
    for form in [Form::Page, Form::Yaml] {
        for start in 0..text.len() {
            let part = &text[text.floor_char_boundary(start)..];
            for offset in 0..=part.len() {
                let is_inside = |word: &Range<usize>| part.get(word.clone()).is_some();
                assert!(match at(part, offset, form) {
                    Cursor::Yaml(yaml) => is_inside(&yaml.word),
                    Cursor::Link(word) | Cursor::Component(word, _) => is_inside(&word),
                    Cursor::Argument(argument) => is_inside(&argument.word),
                    Cursor::Nothing => true,
                });
            }
        }
    }
}
