//! Tests of how diagnostics look.

use serde_json::{Value as Json, json};

use super::machine::uri;
use super::*;
use crate::diagnostics::{Span, say};
use crate::sources::SourcePath;

fn sample() -> Diagnostic {
    let text = "---\ntitle: Bà con\ntitel: 你好 x\n";
    let at = text.find("titel").unwrap();
    let place = Place::within(&SourcePath::new("content/tin/bai.md"), text, Span::from(at..at + 5));
    Diagnostic::error(
        Code::UnknownKey,
        say!("không có mục nào tên là `titel`", "there is no key `titel`"),
    )
    .hint(say!("có phải bạn muốn viết `title`?", "did you mean `title`?"))
    .at(place)
}

#[test]
fn people_see_the_line_the_caret_and_the_cure() {
    assert_eq!(
        text(&[sample()], Tongue::Vi, false),
        "lỗi[B102]: không có mục nào tên là `titel`
 --> content/tin/bai.md:3:1
  |
3 | titel: 你好 x
  | ^^^^^
  |
  = cách sửa: có phải bạn muốn viết `title`?

"
    );
    let english = text(&[sample()], Tongue::En, false);
    assert!(english.starts_with("error[B102]: there is no key `titel`"), "{english}");
    assert!(english.contains("= help: did you mean `title`?"), "{english}");
}

#[test]
fn the_column_of_a_cut_line_is_the_column_of_the_whole_line() {
    let text_of_file = format!("{}X{}", "é".repeat(500), "é".repeat(500));
    let place = Place::within(&SourcePath::new("a.md"), &text_of_file, (1000..1001).into());
    let fault = Diagnostic::warning(Code::BadValue, say!("sai", "wrong")).at(place);
    let shown = text(&[fault], Tongue::En, false);
    assert!(shown.contains("a.md:1:501"), "{shown}");
    let marked = shown.lines().find(|line| line.contains('X')).unwrap();
    let caret = shown.lines().find(|line| line.contains('^')).unwrap();
    let before =
        |line: &str, mark: char| line.split(mark).next().unwrap_or_default().chars().count();
    assert_eq!(before(marked, 'X'), before(caret, '^'), "{shown}");
}

#[test]
fn a_fault_with_the_whole_file_names_the_file_only() {
    let place = Place::file(&SourcePath::new("content/a.md"));
    let fault =
        Diagnostic::error(Code::EmptyFile, say!("tệp trống", "the file is empty")).at(place);
    assert_eq!(
        text(std::slice::from_ref(&fault), Tongue::En, false),
        "error[B008]: the file is empty\n--> content/a.md\n\n"
    );
    assert_eq!(short(&[fault], Tongue::Vi), "content/a.md: lỗi[B008]: tệp trống\n");
}

fn in_a_cell() -> Diagnostic {
    let tab = crate::diagnostics::Tab { number: 1, name: "Tháng 11".to_owned() };
    let path = SourcePath::new("content/lich/lich.xlsx");
    Diagnostic::error(Code::BadDate, say!("không có ngày `31/11`", "there is no day `31/11`"))
        .hint(say!("tháng 11 có 30 ngày", "November has 30 days"))
        .at(Place::cell(&path, tab, (7, 2), "thứ Hai\n31/11"))
}

#[test]
fn a_fault_in_a_sheet_names_tab_and_cell() {
    assert_eq!(
        text(&[in_a_cell()], Tongue::Vi, false),
        "lỗi[B110]: không có ngày `31/11`
 --> content/lich/lich.xlsx, 'Tháng 11', B7
  |
 ::: 
7 | thứ Hai 31/11
  | ^^^^^^^^^^^^^
  |
  = cách sửa: tháng 11 có 30 ngày

"
    );
    assert_eq!(
        short(&[in_a_cell()], Tongue::En),
        "content/lich/lich.xlsx, 'Tháng 11', B7: error[B110]: there is no day `31/11` (November has 30 days)\n"
    );
    let back: Json = serde_json::from_str(&json(&[in_a_cell()], Tongue::En)).unwrap();
    assert_eq!((&back[0]["tab"], &back[0]["cell"]), (&json!("Tháng 11"), &json!("B7")));
    assert_eq!((&back[0]["line"], &back[0]["column"]), (&json!(7), &json!(2)));
    let back: Json = serde_json::from_str(&sarif(&[in_a_cell()], Tongue::En)).unwrap();
    let location = &back["runs"][0]["results"][0]["locations"][0];
    assert_eq!(location["physicalLocation"]["region"]["endColumn"], 3);
    assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "'Tháng 11'!B7");
}

#[test]
fn editors_get_a_line_each() {
    assert_eq!(
        short(&[sample()], Tongue::En),
        "content/tin/bai.md:3:1: error[B102]: there is no key `titel` (did you mean `title`?)\n"
    );
}

#[test]
fn a_hostile_value_cannot_command_the_terminal() {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}abc\n";
    let place = Place::within(&SourcePath::new(&format!("content/{evil}.md")), evil, (0..1).into());
    let fault = Diagnostic::error(Code::BadValue, say!("`{evil}`", "`{evil}`"))
        .hint(say!("{evil}", "{evil}"));
    let fault = [fault.at(place)];
    let all = [
        text(&fault, Tongue::Vi, false),
        short(&fault, Tongue::En),
        json(&fault, Tongue::En),
        sarif(&fault, Tongue::En),
    ];
    for shown in all {
        assert!(!shown.contains(|letter: char| letter != '\n' && is_command(letter)), "{shown:?}");
    }
    let back: Json = serde_json::from_str(&json(&fault, Tongue::En)).unwrap();
    assert_eq!(back[0]["message"], format!("`{evil}`"));
}

#[test]
fn no_more_than_two_hundred_are_shown() {
    let each = |n: usize| Diagnostic { message: say!("sai `{n}`", "wrong `{n}`"), ..sample() };
    let many: Vec<Diagnostic> = (0..237).map(each).collect();
    let shown = text(&many, Tongue::Vi, false);
    assert_eq!(shown.matches("lỗi[B102]").count(), 200);
    let rest = "… và 37 lỗi khác\nB102: 37 chỗ trong một tệp, đầu tiên là content/tin/bai.md:3\n\n";
    assert!(shown.ends_with(rest), "{shown}");
}

#[test]
fn machines_get_json_and_sarif() {
    let back: Json = serde_json::from_str(&json(&[sample()], Tongue::En)).unwrap();
    assert_eq!((&back[0]["code"], &back[0]["line"]), (&json!("B102"), &json!(3)));
    let back: Json = serde_json::from_str(&sarif(&[sample()], Tongue::En)).unwrap();
    let region = &back["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["endColumn"], 6);
    assert_eq!(uri("content/kế hoạch.md"), "content/k%E1%BA%BF%20ho%E1%BA%A1ch.md");
}

#[test]
fn colour_is_only_there_if_asked_for() {
    assert!(text(&[sample()], Tongue::En, true).contains('\u{1b}'));
    assert!(!text(&[sample()], Tongue::En, false).contains('\u{1b}'));
}

#[test]
fn no_warning_hides_an_error_and_one_slip_in_many_files_is_told_once() {
    let path = |n: usize| SourcePath::new(&format!("content/{n}.md"));
    let warning = |n: usize| {
        let message = say!("thẻ `{n}` bị bỏ", "the tag `{n}` was left out");
        Diagnostic::warning(Code::HtmlDropped, message).at(Place::file(&path(n)))
    };
    let key = |n: usize| {
        let place = Place::within(&path(n), "a\ntopics: x", (2..8).into());
        let message = say!("không có mục nào tên là `topics`", "there is no key `topics`");
        Diagnostic::error(Code::UnknownKey, message).at(place)
    };
    let mut all: Vec<Diagnostic> = (0..300).map(warning).chain((300..2_000).map(key)).collect();
    let message = say!("không có trang `x.md`", "there is no page `x.md`");
    all.push(Diagnostic::error(Code::BrokenLink, message).at(Place::file(&path(9_999))));
    let shown = text(&all, Tongue::En, false);
    let at = |word: &str| shown.find(word).unwrap_or_else(|| panic!("{word} in {shown}"));
    assert!(at("error[B301]") < at("warning[B307]"), "{shown}");
    assert_eq!(shown.matches("error[B102]").count(), 2);
    let line = "B102 there is no key `topics`: 1,698 more of this kind, 1,700 in 1,700 files in all, \
                such as content/302.md:2, ";
    assert!(shown.contains(line) && shown.contains("306.md:2, …\n"), "{shown}");
    let rest =
        "… and 103 more warnings or notes\nB307: 103 times in 103 files, first content/197.md\n\n";
    assert!(shown.ends_with(rest), "{shown}");
    let lines = short(&all, Tongue::En);
    assert!(lines.starts_with("content/300.md:2:1: error[B102]: "), "{lines}");
    assert_eq!(lines.matches("error[B102]").count(), 2);
    let vietnamese = text(&all, Tongue::Vi, false);
    let line = "`topics`: 1.698 chỗ khác cùng lỗi này, tất cả 1.700 chỗ trong 1.700 tệp, như \
                content/302.md:2, ";
    assert!(vietnamese.contains(line), "{vietnamese}");
}

#[test]
fn faults_that_differ_in_the_numbers_of_lines_only_are_one_kind() {
    let fault = |n: usize, key: &str| {
        let path = SourcePath::new(&format!("content/{n}.md"));
        let message = say!("`{key}` hai lần (dòng {n})", "`{key}` twice (line {n})");
        Diagnostic::error(Code::DuplicateKey, message).at(Place::file(&path))
    };
    let faults: Vec<Diagnostic> = (1..=5).map(|n| fault(n, "title")).collect();
    let shown = short(&faults, Tongue::En);
    assert_eq!(shown.matches("error[B104]").count(), 2, "{shown}");
    assert!(shown.contains(": 3 more of this kind, 5 in 5 files in all, such as"), "{shown}");
    let faults: Vec<Diagnostic> = (1..=5).map(|n| fault(7, &format!("a{n}"))).collect();
    assert_eq!(short(&faults, Tongue::En).matches("error[B104]").count(), 5);
}
