//! What must hold whatever an author hands to the program: a function for each kind of file,
//! which panics where it does not hold.
//!
//! The fuzz targets call them with bytes that they make up, `tests/hostile/kept.rs` with all that
//! is kept in `corpus/`.

mod flaws;
pub mod site;
mod talk;
mod workbook;

use bangtin::diagnostics::show::{self, Tongue};
use bangtin::sources::Sources;
use bangtin::{Built, Memos, build};

/// Checks the bytes of one file.
pub type Check = fn(&[u8]);

/// The targets by name, which is also that of the folder in `corpus/`.
pub const TARGETS: &[(&str, Check)] = &[
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("sheet", sheet),
    ("settings", settings),
    ("data", data),
    ("lsp", lsp),
];

/// A page, from its first byte on.
pub fn front_matter(bytes: &[u8]) {
    check("content/tin/bai.md", bytes);
}

/// The text of a page.
pub fn markdown(bytes: &[u8]) {
    check("content/tin/bai.md", &[b"---\ntitle: B\n---\n", bytes].concat());
}

/// The sheet that a schedule reads. What begins like an archive is a workbook; XML is the one
/// part of a workbook that holds the cells; all else is CSV.
pub fn sheet(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        check("content/lich/bang.xlsx", bytes);
        check("content/lich/bang.ods", bytes);
    } else if bytes.starts_with(b"<office:") {
        check("content/lich/bang.ods", &workbook::ods(bytes));
    } else if bytes.starts_with(b"<") {
        check("content/lich/bang.xlsx", &workbook::xlsx(bytes));
    } else {
        check("content/lich/bang.csv", bytes);
    }
}

/// The settings of the site.
pub fn settings(bytes: &[u8]) {
    check("site.yaml", bytes);
}

/// A file of data: the one that a comment in its first line names, such as `# places`.
pub fn data(bytes: &[u8]) {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let named = first.strip_prefix(b"# ").and_then(|name| std::str::from_utf8(name).ok());
    let name = named.filter(|name| site::DATA.contains(name)).unwrap_or("khac");
    check(&format!("content/_data/{name}.yaml"), bytes);
}

/// What an editor says while one types; see [`talk`] for how it is written down.
pub fn lsp(bytes: &[u8]) {
    talk::have(&String::from_utf8_lossy(bytes));
}

/// Builds the small site with this file twice, each time afresh.
fn check(path: &str, bytes: &[u8]) {
    let sources = site::with(path, bytes);
    let settings = site::settings();
    let built = build(&sources, &settings, &Memos::default());
    let again = build(&sources, &settings, &Memos::default());
    assert!(built.diagnostics == again.diagnostics, "what is said hangs on more than the files");
    assert!(built.files == again.files, "what is built hangs on more than the files");
    let is_made = built.files.keys().any(|path| path.as_str() == "index.html");
    assert!(is_made || built.has_errors(), "nothing comes of it, and nobody says why");
    check_told(&built, &sources);
    check_shown(&built);
}

/// All that is said is whole, and lies in its file.
pub fn check_told(built: &Built, sources: &Sources) {
    for fault in &built.diagnostics {
        if let Some(flaw) = flaws::of(fault, sources) {
            panic!("{flaw}\n{fault:?}");
        }
    }
}

/// What is said can be shown in every way, and commands no terminal.
fn check_shown(built: &Built) {
    for tongue in [Tongue::Vi, Tongue::En] {
        let shown = [
            show::text(&built.diagnostics, tongue, false),
            show::short(&built.diagnostics, tongue),
            show::json(&built.diagnostics, tongue),
            show::sarif(&built.diagnostics, tongue),
        ];
        for text in shown {
            let command = text.chars().find(|letter| letter.is_control() && *letter != '\n');
            assert!(command.is_none(), "{command:?} in {text}");
        }
    }
}
