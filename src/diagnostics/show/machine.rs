//! Diagnostics for programs: JSON and SARIF.

use serde_json::{Value as Json, json};

use super::{Tongue, is_command, severity_word};
use crate::diagnostics::{Code, Diagnostic};

/// The diagnostics as plain values: what [`json()`] prints and `serve` sends to the browser.
/// `line` and `column` are missing where the fault is with the file as a whole; in a sheet they
/// are the row and the column of the cell, and `tab` and `cell` are there too.
pub fn values(diagnostics: &[Diagnostic], tongue: Tongue) -> Json {
    diagnostics.iter().map(|diagnostic| value(diagnostic, tongue)).collect()
}

fn value(diagnostic: &Diagnostic, tongue: Tongue) -> Json {
    let place = diagnostic.place.as_ref();
    let line = place.filter(|place| place.line > 0);
    let mut value = json!({
        "severity": severity_word(diagnostic.severity),
        "code": diagnostic.code.id(),
        "message": tongue.of(&diagnostic.message),
        "hint": diagnostic.hint.as_ref().map(|hint| tongue.of(hint)),
        "path": place.map(|place| place.path.as_str()),
        "line": line.map(|place| place.line),
        "column": line.map(|place| place.column),
        "width": line.map(|place| place.width),
        "text": line.map(|place| place.text.as_str()),
    });
    if let Some((place, tab)) = place.and_then(|place| Some((place, place.tab.as_ref()?))) {
        value["tab"] = json!(tab.name);
        value["cell"] = json!(place.cell_name());
    }
    value
}

/// For programs: one JSON array, an object for each diagnostic.
pub fn json(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    pretty(&values(diagnostics, tongue))
}

/// For code scanning: SARIF 2.1.0 (OASIS), one run with one result for each diagnostic.
pub fn sarif(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    let rules: Vec<Json> = Code::ALL.iter().map(|code| json!({ "id": code.id() })).collect();
    let results: Vec<Json> = diagnostics.iter().map(|d| sarif_result(d, tongue)).collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bangtin",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn sarif_result(diagnostic: &Diagnostic, tongue: Tongue) -> Json {
    let message = tongue.of(&diagnostic.message);
    let message = match &diagnostic.hint {
        Some(hint) => format!("{message} ({})", tongue.of(hint)),
        None => message.to_owned(),
    };
    let mut result = json!({
        "ruleId": diagnostic.code.id(),
        "level": severity_word(diagnostic.severity),
        "message": { "text": message },
    });
    if let Some(place) = &diagnostic.place {
        let mut location = json!({ "artifactLocation": { "uri": uri(place.path.as_str()) } });
        if place.line > 0 {
            // The width counts letters, which are no columns of a sheet.
            let width = if place.tab.is_some() { 1 } else { place.width };
            location["region"] = json!({
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + width,
            });
        }
        result["locations"] = json!([{ "physicalLocation": location }]);
        if let Some((cell, tab)) = place.cell_name().zip(place.tab.as_ref()) {
            let whole = format!("'{}'!{cell}", tab.name);
            let logical = json!([{ "name": cell, "fullyQualifiedName": whole }]);
            result["locations"][0]["logicalLocations"] = logical;
        }
    }
    result
}

/// A path as a relative reference (RFC 3986).
pub(super) fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// JSON for people too: letters that could command a terminal are written as their numbers.
pub fn pretty(value: &Json) -> String {
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
