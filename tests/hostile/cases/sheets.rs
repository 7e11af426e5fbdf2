//! Sheets that are made to break the program that reads them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Case, Edit, case, put, try_all};

/// A schedule that reads a sheet of this name, and the sheet.
fn sheet(name: &str, bytes: impl AsRef<[u8]>) -> Vec<Edit> {
    let page = format!(
        "---\ntitle: Lịch\nkind: schedule\nstarts: 15/11/2026\nends: 15/12/2026\nevents: {name}\n---\n"
    );
    vec![put("content/tin/hong.md", page), put(&format!("content/tin/{name}"), bytes)]
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &str = r#"<workbook><sheets><sheet name="Lịch" r:id="a"/></sheets></workbook>"#;

const RELATIONS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook whose one sheet holds this.
fn workbook(sheet: impl AsRef<[u8]>) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_ref()),
    ])
}

/// A sheet with headings and then these rows.
fn rows(rows: &str) -> Vec<u8> {
    let head = cells(1, &["Ngày", "Nội dung"]);
    workbook(format!("<worksheet><sheetData>{head}{rows}</sheetData></worksheet>"))
}

fn cells(row: usize, texts: &[&str]) -> String {
    let cell = |(letter, text): (char, &&str)| {
        format!(r#"<c r="{letter}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let cells: String = ('A'..).zip(texts).map(cell).collect();
    format!(r#"<row r="{row}">{cells}</row>"#)
}

fn spreadsheet(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><table:table table:name=\"Lịch\">{table}</table:table></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A file that is told as a whole.
fn file(what: &str, name: &str, bytes: impl AsRef<[u8]>, value: &str) -> Case {
    let place = format!("content/tin/{name}");
    case(what, sheet(name, bytes), ("B701", &place, value), "")
}

/// A file that is told with one of its cells.
fn cell(what: &str, name: &str, bytes: impl AsRef<[u8]>, at: (&'static str, &str)) -> Case {
    let place = format!("content/tin/{name}:{}", at.1);
    case(what, sheet(name, bytes), (at.0, &place, ""), "")
}

#[test]
fn a_workbook_that_grows_is_told_and_not_unpacked() {
    let spaces = vec![b' '; 40 * 1024 * 1024];
    let many = (2..=6_000).map(|row| cells(row, &["16/11", "Họp"])).collect::<String>();
    let long = "x".repeat(9_000);
    let wide = (2..=1_200).map(|row| cells(row, &["16/11", &long])).collect::<String>();
    try_all(&[
        file("a part of 40 MB in 40 kB", "a.xlsx", workbook(&spaces), "xl/worksheets/sheet1.xml"),
        cell("6,000 rows", "b.xlsx", rows(&many), ("B701", "5001:1")),
        cell("much text", "c.xlsx", rows(&wide), ("B701", "933:2")),
        cell(
            "the last cell that there is",
            "d.xlsx",
            rows(r#"<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#),
            ("B701", "1048576:16384"),
        ),
        cell(
            "a cell of 1 MB",
            "e.xlsx",
            rows(&cells(2, &["16/11", &"x".repeat(1 << 20)])),
            ("B701", "2:2"),
        ),
        cell(
            "a CSV cell of 1 MB",
            "f.csv",
            format!("Ngày,Nội dung\n16/11,{}\n", "x".repeat(1 << 20)),
            ("B701", "2:2"),
        ),
        cell(
            "a CSV file of 100,000 rows",
            "g.csv",
            format!("Ngày,Nội dung\n{}", "16/11,Họp\n".repeat(100_000)),
            ("B701", "5001:1"),
        ),
        file("9 MB", "h.csv", vec![b'\n'; 9 * 1024 * 1024], "9 MB"),
    ]);
}

#[test]
fn repetitions_without_end_are_told_at_their_end() {
    let row = |attributes: &str, cell: &str| {
        format!("<table:table-row {attributes}>{cell}</table:table-row>")
    };
    let text =
        r#"<table:table-cell office:value-type="string"><text:p>Ngày</text:p></table:table-cell>"#;
    let columns = r#"<table:table-cell table:number-columns-repeated="18446744073709551615" office:value-type="string"><text:p>Ngày</text:p></table:table-cell>"#;
    let spaces = r#"<table:table-cell office:value-type="string"><text:p>a<text:s text:c="4000000000"/>b</text:p></table:table-cell>"#;
    try_all(&[
        cell(
            "rows",
            "a.ods",
            spreadsheet(&row("table:number-rows-repeated=\"18446744073709551615\"", text)),
            ("B701", "5001:1"),
        ),
        cell("columns", "b.ods", spreadsheet(&row("", columns)), ("B701", "1:257")),
        cell("spaces", "c.ods", spreadsheet(&row("", spaces)), ("B701", "1:1")),
    ]);
}

#[test]
fn a_workbook_that_is_none_is_told_in_plain_words() {
    let deep = "<a>".repeat(100_000);
    let entities = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>";
    let elsewhere = RELATIONS.replace("worksheets/sheet1.xml", "../../../../etc/passwd");
    let elsewhere = archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", elsewhere.as_bytes()),
    ]);
    let part = "xl/worksheets/sheet1.xml";
    try_all(&[
        file("tags that do not close", "a.xlsx", workbook("<worksheet><sheetData><row>"), part),
        file("tags that cross", "b.xlsx", workbook("<worksheet><row></worksheet></row>"), part),
        file("no end of tags", "c.xlsx", workbook(deep), part),
        file("entities of its own", "d.xlsx", workbook(entities), part),
        file("no UTF-8", "e.xlsx", workbook(b"<worksheet>\xff</worksheet>"), part),
        file("a part elsewhere", "f.xlsx", elsewhere, "xl/../../../../etc/passwd"),
        file("an empty archive", "g.xlsx", archive(&[]), ""),
        file("nothing but the mark of an archive", "h.ods", b"PK\x03\x04", ""),
        file("bytes", "i.ods", [0_u8, 255, 3, 7], ""),
        file("a compound file", "k.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", ""),
    ]);
}

#[test]
fn cells_that_no_program_writes_are_told_or_passed_over() {
    let date = |value: &str| {
        rows(&format!(
            r#"<row r="2"><c r="A2"><v>{value}</v></c><c r="B2" t="inlineStr"><is><t>Họp</t></is></c></row>"#
        ))
    };
    let shared = r#"<row r="2"><c r="A2" t="s"><v>99999999999999999999</v></c><c r="B2" t="inlineStr"><is><t>Họp</t></is></c></row>"#;
    let merged = format!(
        "<worksheet><sheetData>{}{}</sheetData><mergeCells>{}</mergeCells></worksheet>",
        cells(1, &["Ngày", "Nội dung"]),
        cells(2, &["", "Họp"]),
        r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(50_000),
    );
    try_all(&[
        cell("a number that is none", "a.xlsx", date("NaN"), ("B705", "2:1")),
        cell("a number beyond all", "b.xlsx", date("1e308"), ("B705", "2:1")),
        cell("a day before all days", "c.xlsx", date("-1e9"), ("B705", "2:1")),
        cell("a text that is not there", "d.xlsx", rows(shared), ("B709", "2:2")),
        cell("all merged into one", "e.xlsx", workbook(merged), ("B709", "2:2")),
        cell(
            "rows that begin again",
            "f.csv",
            "Ngày,Nội dung\n\"16/11\",\"Họp\nx,y\n",
            ("B701", "2:2"),
        ),
    ]);
}
