//! Diagnostics for programs: JSON and SARIF.

use serde::Serialize;
use serde_json::json;

use super::{Tongue, is_command, severity_word};
use crate::diagnostics::{Code, Diagnostic, Place};

/// A diagnostic. `line` and what follows are none where the fault is with the file as a whole;
/// in a sheet `line` and `column` are the row and the column of the cell.
#[derive(Serialize)]
struct Record<'d> {
    severity: &'static str,
    code: &'static str,
    message: &'d str,
    hint: Option<&'d str>,
    path: Option<&'d str>,
    line: Option<usize>,
    column: Option<usize>,
    width: Option<usize>,
    text: Option<&'d str>,
    #[serde(flatten)]
    cell: Option<InSheet<'d>>,
}

/// The cell of a sheet.
#[derive(Serialize)]
struct InSheet<'d> {
    tab: &'d str,
    cell: Option<String>,
}

/// A result of SARIF (§3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[Location; 1]>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// Where a result is (§3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[LogicalLocation; 1]>,
}

/// A stretch of a file (§3.29).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_column: usize,
}

/// A cell of a sheet, which is no stretch of its file (§3.33).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    fully_qualified_name: String,
}

/// For programs: one JSON array, an object for each diagnostic.
pub fn json(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    let records = diagnostics.iter().map(|diagnostic| Record::of(diagnostic, tongue));
    pretty(&records.collect::<Vec<_>>())
}

/// For code scanning: SARIF 2.1.0 (OASIS), one run with one result for each diagnostic.
pub fn sarif(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    let rules = Code::ALL.iter().map(|code| json!({ "id": code.id() }));
    let results = diagnostics.iter().map(|diagnostic| Finding::of(diagnostic, tongue));
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bangtin",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    }))
}

impl<'d> Record<'d> {
    fn of(diagnostic: &'d Diagnostic, tongue: Tongue) -> Record<'d> {
        let place = diagnostic.place.as_ref();
        let line = place.filter(|place| place.line > 0);
        let tab = place.and_then(|place| Some((place, place.tab.as_ref()?)));
        Record {
            severity: severity_word(diagnostic.severity),
            code: diagnostic.code.id(),
            message: tongue.of(&diagnostic.message),
            hint: diagnostic.hint.as_ref().map(|hint| tongue.of(hint)),
            path: place.map(|place| place.path.as_str()),
            line: line.map(|place| place.line),
            column: line.map(|place| place.column),
            width: line.map(|place| place.width),
            text: line.map(|place| place.text.as_str()),
            cell: tab.map(|(place, tab)| InSheet { tab: &tab.name, cell: place.cell_name() }),
        }
    }
}

impl Finding {
    fn of(diagnostic: &Diagnostic, tongue: Tongue) -> Finding {
        let message = tongue.of(&diagnostic.message);
        let text = match &diagnostic.hint {
            Some(hint) => format!("{message} ({})", tongue.of(hint)),
            None => message.to_owned(),
        };
        Finding {
            rule_id: diagnostic.code.id(),
            level: severity_word(diagnostic.severity),
            message: Message { text },
            locations: diagnostic.place.as_ref().map(|place| [Location::of(place)]),
        }
    }
}

impl Location {
    fn of(place: &Place) -> Location {
        // The width counts letters, which are no columns of a sheet.
        let width = if place.tab.is_some() { 1 } else { place.width };
        let region = Region {
            start_line: place.line,
            start_column: place.column,
            end_column: place.column + width,
        };
        let cell = place.cell_name().zip(place.tab.as_ref()).map(|(name, tab)| {
            let fully_qualified_name = format!("'{}'!{name}", tab.name);
            [LogicalLocation { name, fully_qualified_name }]
        });
        Location {
            physical_location: PhysicalLocation {
                artifact_location: Artifact { uri: uri(place.path.as_str()) },
                region: (place.line > 0).then_some(region),
            },
            logical_locations: cell,
        }
    }
}

/// A path as a relative reference (RFC 3986).
pub(super) fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// JSON for people too: letters that could command a terminal are written as their numbers.
pub fn pretty<T: Serialize>(value: &T) -> String {
    // Texts, numbers and lists only: nothing in it could fail to be JSON.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut safe = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        if letter != '\n' && is_command(letter) {
            safe.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    safe.push('\n');
    safe
}
