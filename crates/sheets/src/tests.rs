//! Any bytes, workbooks of any tags in any order, and what this reader tells that others do not.

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{EXTENSIONS, Fault, Grid, MOST_ROWS, Value, read};

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(content: &str) -> Vec<u8> {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content)])
}

/// A workbook of one tab; the parts are its sheet, its shared texts and its styles.
fn xlsx(sheet: &str, texts: &str, styles: &str) -> Vec<u8> {
    let book = r#"<workbook><sheets><sheet name="Lịch" r:id="r1"/></sheets></workbook>"#;
    let relations = r#"<Relationships>
        <Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    archive(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ])
}

fn table(rows: &str) -> Vec<u8> {
    ods(&format!(r#"<c><table:table table:name="Lịch">{rows}</table:table></c>"#))
}

fn tabs(extension: &str, bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    read(extension, bytes, |grid| grid.rows.len())
}

/// Everything that a grid tells, so that nothing in it is looked at for the first time later.
fn look_at(grids: &[Grid]) {
    for grid in grids {
        assert!(grid.rows.len() <= MOST_ROWS);
        for (row, own) in &grid.rows {
            for column in own.cells.keys() {
                assert!(grid.own((*row, *column)).is_some());
                grid.cell((*row, *column));
                grid.reach((*row, *column));
            }
        }
    }
}

/// Numbers that sheets claim: of rows, columns, styles, texts, days.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "46341.3125",
    "-1",
    "1e308",
    "NaN",
    "inf",
    "1048576",
    "4294967295",
    "18446744073709551615",
    "99999999999999999999",
    "A1",
    "B2",
    "ZZZZZZZZZZZZZZ1",
    "A0",
    "$C$3",
    "A1:B3",
    "B3:A1",
    "PT36H",
    "PT99999999999H",
    "2026-11-15",
    "2026-11-15T07:30",
    "9999-99-99",
];

/// What `content.xml` is made of; `#` stands for a number.
const ODS: &[&str] = &[
    "<table:table table:name='#'>",
    "</table:table>",
    "</table:table-row>",
    "</table:table-cell>",
    "<table:table-row table:number-rows-repeated='#' table:visibility='filter'>",
    "<table:table-row>",
    "<table:table-cell office:value-type='date' office:date-value='#'>",
    "<table:table-cell office:value-type='time' office:time-value='#'>",
    "<table:table-cell office:value-type='float' office:value='#' table:formula='of:=A1'>",
    "<table:table-cell table:number-columns-repeated='#' table:number-rows-spanned='#'>",
    "<table:table-cell table:number-columns-spanned='#'/>",
    "<table:table-cell/>",
    "<text:p>",
    "</text:p>",
    "<text:s text:c='#'/>",
    "<text:tab/>",
    "<text:line-break/>",
    "<office:annotation>",
    "</office:annotation>",
    "Lễ khai mạc",
    "#",
    "&#x10FFFF;",
    "&amp;",
];

/// What the sheet, the texts and the styles of a workbook are made of.
const XLSX: &[&str] = &[
    "<row r='#' hidden='1'>",
    "<row>",
    "</row>",
    "<c r='#' t='s' s='#'>",
    "<c t='str'>",
    "<c t='inlineStr'>",
    "<c t='d'>",
    "<c t='e'>",
    "<c t='b'>",
    "<c s='#'>",
    "</c>",
    "<v>",
    "</v>",
    "<f>",
    "</f>",
    "<is>",
    "</is>",
    "<t>",
    "</t>",
    "<rPh>",
    "</rPh>",
    "<si>",
    "</si>",
    "<v>#</v>",
    "<mergeCell ref='#'/>",
    "<numFmt numFmtId='#' formatCode='[h]:mm'/>",
    "<cellXfs>",
    "<xf numFmtId='#'/>",
    "</cellXfs>",
    "Lễ khai mạc",
    "#",
    "_x000D_",
    "<![CDATA[#]]>",
];

/// Tags and texts in any order, in a tag that closes where they do.
fn any_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let word = (proptest::sample::select(words), proptest::sample::select(NUMBERS));
    let words = proptest::collection::vec(word, 0..60);
    words.prop_map(|words| {
        let text: String = words.iter().map(|(word, number)| word.replace('#', number)).collect();
        format!("<a>{text}</a>")
    })
}

proptest! {
    #[test]
    fn any_bytes_are_a_sheet_or_a_fault(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        head in proptest::sample::select(vec![
            &b""[..], b"PK", b"PK\x05\x06", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"sep=;\n",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ]),
    ) {
        let bytes = [head, &bytes].concat();
        for extension in EXTENSIONS {
            look_at(&tabs(extension, &bytes).unwrap_or_default());
        }
    }

    #[test]
    fn any_text_is_a_grid_or_a_fault(text in "[ab;,\t\"\r\n='\u{200c}ế1/]{0,80}") {
        look_at(&tabs("csv", text.as_bytes()).unwrap_or_default());
    }

    #[test]
    fn any_tags_are_a_sheet_or_a_fault(
        content in any_of(ODS), sheet in any_of(XLSX), texts in any_of(XLSX), styles in any_of(XLSX),
    ) {
        look_at(&tabs("ods", &ods(&content)).unwrap_or_default());
        look_at(&tabs("xlsx", &xlsx(&sheet, &texts, &styles)).unwrap_or_default());
    }
}

#[test]
fn what_a_sheet_claims_to_hold_is_not_laid_out() {
    let row = "<table:table-row table:number-rows-repeated='1000000000'><table:table-cell>\
        <text:p>x</text:p></table:table-cell></table:table-row>";
    assert!(matches!(tabs("ods", &table(row)), Err(Fault::ManyCells(_, (5001, 1)))));
    let far = xlsx("<s><row><c r='XFD1048576'><v>1</v></c></row></s>", "<t/>", "<s/>");
    assert!(matches!(tabs("xlsx", &far), Err(Fault::ManyCells(_, (1_048_576, 16_384)))));
    // Empty rows and cells cost nothing, however many there are.
    let empty = "<table:table-row table:number-rows-repeated='18446744073709551615'>\
        <table:table-cell table:number-columns-repeated='18446744073709551615'/>\
        </table:table-row>";
    let grids = tabs("ods", &table(&format!("{empty}{empty}"))).unwrap();
    assert_eq!(grids.iter().map(|grid| grid.rows.len()).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_hidden_row_is_told() {
    let sheet = "<s><row r='1'><c r='A1'><v>1</v></c></row>\
        <row r='3' hidden='1'><c r='A3'><v>2</v></c></row></s>";
    let grids = tabs("xlsx", &xlsx(sheet, "<t/>", "<s/>")).unwrap();
    let hidden: Vec<_> = grids[0].rows.iter().map(|(number, row)| (*number, row.hidden)).collect();
    assert_eq!(hidden, [(1, false), (3, true)]);
    let rows = "<table:table-row table:visibility='filter'><table:table-cell><text:p>x</text:p>\
        </table:table-cell></table:table-row>";
    assert!(tabs("ods", &table(rows)).unwrap()[0].rows[&1].hidden);
}

#[test]
fn a_formula_without_a_value_is_no_empty_cell() {
    let sheet = "<s><row><c r='A1'><f>TODAY()</f></c></row></s>";
    let of_excel = tabs("xlsx", &xlsx(sheet, "<t/>", "<s/>")).unwrap();
    let rows = "<table:table-row><table:table-cell table:formula='of:=TODAY()'/></table:table-row>";
    let of_libreoffice = tabs("ods", &table(rows)).unwrap();
    for grids in [of_excel, of_libreoffice, tabs("csv", b"=TODAY()").unwrap()] {
        let cell = grids[0].own((1, 1)).unwrap();
        assert_eq!((cell.text.as_ref(), cell.value), ("=TODAY()", Value::Unknown));
    }
}
