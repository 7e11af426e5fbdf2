//! What the index of the search leads to: its scripts are calls with plain data.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::portable::references::{Reference, Role};

/// What every script of the index begins with.
const CALL: &str = "bangtinSearch(";

/// The language, the part and the data of a call.
#[derive(Deserialize)]
struct Call<D>(#[expect(dead_code, reason = "the first of three in a row")] String, String, D);

/// What is read of the entry of an index.
#[derive(Deserialize, PartialEq, Eq, Debug)]
pub struct Entry {
    /// How many documents stand in one script.
    pub size: usize,
    /// The scripts of terms: the first term of each, and its name.
    t: Vec<(String, String)>,
    /// The names of the scripts of documents.
    d: Vec<String>,
}

/// What stands in a row of results, of which the first is the address.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cell {
    Text(String),
    #[expect(dead_code, reason = "the number of a kind is not looked at")]
    Number(u64),
}

/// The entry of an index, if this script is one.
pub fn entry(script: &str) -> Option<Entry> {
    let Call(_, part, entry) = call::<Entry>(script)?;
    part.is_empty().then_some(entry)
}

/// The addresses of the documents of a script, if it holds such, and which script of them it is.
pub fn rows(script: &str) -> Option<(usize, Vec<String>)> {
    let Call(_, part, rows) = call::<Vec<Vec<Cell>>>(script)?;
    let number = part.strip_prefix('d')?.parse().ok()?;
    let address = |row: Vec<Cell>| match row.into_iter().next() {
        Some(Cell::Text(address)) => address,
        Some(Cell::Number(_)) | None => String::new(),
    };
    Some((number, rows.into_iter().map(address).collect()))
}

fn call<D: DeserializeOwned>(script: &str) -> Option<Call<D>> {
    let inside = script.trim_end().strip_prefix(CALL)?.strip_suffix(");")?;
    serde_json::from_str(&format!("[{inside}]")).ok()
}

/// The other scripts that an entry names, which lie in a folder of its name, or the addresses that
/// results lead to.
pub(super) fn of_script<'t>(path: &str, script: &'t str) -> Vec<Reference<'t>> {
    if !script.starts_with(CALL) {
        return Vec::new();
    }
    let of = |written: String, role| Reference { written: written.into(), role, place: 0..0 };
    if let Some(Entry { t, d, .. }) = entry(script) {
        let name = path.rsplit('/').next().unwrap_or_default();
        let folder = name.strip_suffix(".js").unwrap_or(name);
        let names = t.into_iter().map(|(_, name)| name).chain(d);
        return names.map(|name| of(format!("{folder}/{name}"), Role::Part)).collect();
    }
    let (_, rows) = rows(script).unwrap_or_default();
    rows.into_iter().map(|address| of(address, Role::Hit)).collect()
}
