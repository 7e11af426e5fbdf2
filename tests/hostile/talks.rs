//! Conversations of an editor with the program in which anything may be said at any time.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::kept::checks;

/// What an editor may say of a file, and what it may not.
const SAID: &[&str] = &[
    "open", "open", "change", "change", "change", "complete", "hover", "actions", "save", "close",
];

/// The files that are spoken of, some of them none of the site.
const FILES: &[&str] = &[
    "content/tin/bai.md",
    "content/_data/agencies.yaml",
    "site.yaml",
    "content/lich/bang.csv",
    "content/moi.md",
    "../khac.md",
    "content/a%zz.md",
];

/// Texts that a clerk may have half written.
const TEXTS: &[&str] = &[
    "> ---\n> title: A\n> kind: plan\n> tasks:\n>   - { id: a, lead: \"so",
    "> title: A\n> languages:\n>   vi: {",
    "> \u{feff}---\r\n> datte: 1\r\n> ---\r\n> Ba\u{300} [x](@/a.md#",
    "> ---\n> title: đ\n> ---\n> ::: details 𝄞 {\n> {{ agency(key=\"",
    "> ",
    "> \0\u{202e}\r\r",
    "> ---\n> ---\n> \u{8}- [ ] | <a href=\"javascript:",
];

/// Whole messages that come at the wrong time or hold what nobody asked for.
const SENT: &[&str] = &[
    "build",
    "disk site.yaml",
    r#"send {"id":1,"method":"initialize","params":{"capabilities":{}}}"#,
    r#"send {"id":2,"method":"textDocument/rename","params":[{"textDocument":7}]}"#,
    r#"send {"id":3,"method":"textDocument/hover","params":null}"#,
    r#"send {"id":4,"method":"shutdown"}"#,
    r#"send {"method":"$/cancelRequest","params":{"id":1}}"#,
    r#"send {"method":"textDocument/didChange","params":[]}"#,
    r#"send {"method":"exit"}"#,
];

fn place() -> impl Strategy<Value = String> {
    let number = prop_oneof![9 => 0_u32..12, 1 => Just(u32::MAX)];
    (number.clone(), number).prop_map(|(line, letter)| format!("{line}:{letter}"))
}

fn line() -> impl Strategy<Value = String> {
    let places = prop_oneof![
        4 => (place(), place()).prop_map(|(start, end)| format!(" {start}-{end}")),
        1 => Just(String::new()),
    ];
    let of_file = (select(SAID), select(FILES), places, select(TEXTS))
        .prop_map(|(what, file, places, text)| format!("{what} {file}{places}\n{text}"));
    prop_oneof![6 => of_file, 1 => select(SENT).prop_map(str::to_owned)]
}

#[test]
fn every_question_is_answered_once_whatever_is_said() {
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let script = prop::collection::vec(line(), 1..25).prop_map(|lines| lines.join("\n"));
    let told = runner.run(&script, |script| {
        checks::lsp(script.as_bytes());
        Ok(())
    });
    assert!(told.is_ok(), "{told:?}");
}
