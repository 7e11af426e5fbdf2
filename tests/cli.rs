//! Transcripts of commands: what people type, and every word they get back.
//!
//! Each `tests/cli/NAME.md` runs in a copy of `tests/cli/NAME.in/`.
//! `TRYCMD=overwrite cargo test --test cli` writes what the program says today.

#[test]
fn the_transcripts_hold() {
    trycmd::TestCases::new().env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1").case("tests/cli/*.md");
}
