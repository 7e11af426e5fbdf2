//! `content/_data/*.yaml`: what is written once and used in many places.
//!
//! In: the data files of a snapshot. Out: [`Data`]: agencies, places, areas, hotlines, campaigns and
//! words, typed and checked; and every file as it is written, for templates.

mod alike;
mod area;
mod danger;
mod entries;
mod entry;
mod hours;
mod keyed;
mod misnamed;
mod replaced;
mod shape;
mod shown;
mod unchecked;
mod yearly;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use crate::content::{Known, Language, LinkTarget, Rules};
use crate::diagnostics::{
    self, Checked, Code, Diagnostic, Fix, Say, Span, did_you_mean, letters, nearest, say, telling,
};
use crate::locale::LocalText;
use crate::sources::{SourcePath, Sources};
use crate::yaml::{Marked, Moment, Node, Reading, Value};

pub(super) use hours::check as check_hours;
pub(super) use yearly::check_day;

pub use area::{Area, AreaKind};
pub use keyed::Entries;
pub use misnamed::data_file_meant;

/// The data of a site.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// `agencies.yaml`.
    pub agencies: Entries<Agency>,
    /// `places.yaml`.
    pub places: Entries<Place>,
    /// `areas.yaml`.
    pub areas: Entries<Area>,
    /// `hotlines.yaml`.
    pub hotlines: Entries<Hotline>,
    /// `campaigns.yaml`.
    pub campaigns: Entries<Campaign>,
    /// `glossary.yaml`.
    pub glossary: Entries<Term>,
    /// `danger.yaml`: words that smell of danger, of each language that has a list.
    pub danger: BTreeMap<Language, Vec<String>>,
    /// Every file as it is written, those above among them: what themes make of it is theirs.
    written: BTreeMap<String, Json>,
    /// The files of which not all could be read.
    unknown: BTreeSet<String>,
    /// Where the keys of the files stand: by file and key, the stretch of the text and its place.
    places_of_keys: BTreeMap<(String, String), (Span, diagnostics::Place)>,
}

/// Who does something: an office, a union, a school.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Its name; its key where none is written.
    pub name: LocalText,
    /// Its name in short.
    pub short: Option<LocalText>,
    /// Its own site.
    pub url: Option<LinkTarget>,
    /// Whether it is an office of the state.
    pub government: bool,
    /// The key of the agency that does its work now.
    pub replaced_by: Option<Marked<String>>,
    /// Since when.
    pub replaced_on: Option<Marked<Moment>>,
}

/// Where something takes place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its name; its key where none is written.
    pub name: LocalText,
    /// Its postal address.
    pub address: Option<LocalText>,
    /// A page about it.
    pub url: Option<LinkTarget>,
    /// A map that shows the way.
    pub map: Option<LinkTarget>,
    /// What is there for people with disabilities.
    pub access: Option<LocalText>,
    /// The area that it lies in.
    pub area: Option<Marked<String>>,
    /// Whether it is invented for illustration.
    pub sample: bool,
    /// What it was called before.
    pub formerly: Vec<LocalText>,
}

impl Data {
    /// Whether a data file has an entry of this key.
    pub fn has(&self, file: &str, key: &str) -> Known {
        let is_found = self.entries(file).is_some_and(|entries| entries.contains_key(key));
        Known::of(is_found, !self.unknown.contains(file))
    }

    /// The keys that a data file has.
    pub fn keys(&self, file: &str) -> impl Iterator<Item = &str> + Clone {
        self.entries(file).into_iter().flat_map(Map::keys).map(String::as_str)
    }

    fn entries(&self, file: &str) -> Option<&Map<String, Json>> {
        self.written.get(file).and_then(Json::as_object)
    }

    /// Where a key of a data file stands.
    pub fn place_of(&self, file: &str, key: &str) -> Option<&(Span, diagnostics::Place)> {
        self.places_of_keys.get(&(file.to_owned(), key.to_owned()))
    }

    /// Notes where the keys of a file stand.
    fn note_keys(&mut self, file: &str, node: &Node, reading: &Reading<'_>) {
        let Value::Map(entries) = &node.value else { return };
        for (key, _) in entries {
            let place = (key.span, reading.place(key.span));
            self.places_of_keys.insert((file.to_owned(), key.name.clone()), place);
        }
    }

    /// Whether all of every file could be read.
    pub fn is_whole(&self) -> bool {
        self.unknown.is_empty()
    }

    /// The key of the area in which an event at this place is.
    pub fn area_of(&self, place: &str) -> Option<&str> {
        let area = &self.places.get(place)?.area.as_ref()?.value;
        Some(area.as_str()).filter(|key| self.areas.get(key).is_some())
    }

    /// Says which areas of places are nowhere.
    fn check_areas(&self, reading: &mut Reading<'_>) {
        let named = self.places.iter().filter_map(|(_, place)| place.area.as_ref());
        let is_missing = |area: &Marked<String>| self.areas.has(&area.value) == Known::Missing;
        for area in named.filter(|area| is_missing(area)) {
            let key = &area.value;
            let message =
                say!("`areas.yaml` không có mã `{key}`", "`areas.yaml` has no entry `{key}`");
            let fault = Diagnostic::error(Code::UnknownReference, message);
            let known = telling(key, self.areas.keys());
            let fault = fault.hint(no_entry("areas", key, &known));
            let fix = Fix::nearest(area.span, key, known);
            reading.tell(area.span, Diagnostic { fix, ..fault });
        }
    }
}

/// The cure where a data file lacks an entry: the one that is meant, or a new one. `known` are
/// the keys that it has, or those that tell as much.
pub fn no_entry(file: &str, key: &str, known: &[&str]) -> Say {
    let told = did_you_mean(key, known.iter().copied());
    if nearest(key, known.iter().copied()).is_some() {
        return told;
    }
    let known = Some(told).filter(|_| !known.is_empty());
    let (vi, en) = known.map_or_else(Default::default, |known| {
        (format!("; nếu không, {}", known.vi), format!("; else {}", known.en))
    });
    say!(
        "thêm mã `{key}` vào `content/_data/{file}.yaml`{vi}",
        "add `{key}` to `content/_data/{file}.yaml`{en}"
    )
}

/// Whom to call for help.
#[derive(Clone, Debug)]
pub struct Hotline {
    /// The telephone numbers as people write them.
    pub number: LocalText,
    /// Who answers.
    pub name: Option<LocalText>,
    /// In which need to call it, in few words.
    pub when: Option<LocalText>,
    /// When somebody answers.
    pub hours: Option<LocalText>,
    /// Whether the call costs nothing.
    pub free: bool,
    /// A page about it.
    pub url: Option<LinkTarget>,
    /// The day on which it was last checked.
    pub verified: Option<Marked<Moment>>,
    /// Where it stands, if nobody has written that day.
    pub unchecked: Option<Span>,
    /// Where the number stands.
    pub source: Option<LocalText>,
}

/// A campaign that comes back each year.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// Its official name; its key where none is written.
    pub name: LocalText,
    /// Its first day in each year, in words.
    pub starts: Option<LocalText>,
    /// Its last day in each year, in words.
    pub ends: Option<LocalText>,
    /// The year of the first one.
    pub since: Option<LocalText>,
    /// A page about it.
    pub url: Option<LinkTarget>,
    /// How its name is not to be written.
    pub not: Vec<LocalText>,
}

/// A word that pages explain.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word; its key where none is written.
    pub term: LocalText,
    /// What it means.
    pub meaning: Option<LocalText>,
    /// How it is not to be written.
    pub not: Vec<LocalText>,
}

/// Reads all data files.
pub fn read(sources: &Sources, rules: &Rules) -> Checked<Data> {
    let (mut data, mut diagnostics) = (Data::default(), Vec::new());
    let mut places = None;
    let files: Vec<&SourcePath> = sources.under("content/_data/").map(|(path, _)| path).collect();
    let read = misnamed::read_files(&files);
    diagnostics.extend(misnamed::check(sources, &files, &read, &mut data));
    for path in read {
        let Some(text) = sources.text(path) else { continue };
        let mut reading = Reading::new(path, text);
        reading.diagnostics = letters::told(path, text);
        let name = stem(path);
        if text.trim().is_empty() {
            let message = say!("tệp trống", "the file is empty");
            let hint = say!("viết dữ liệu, hoặc xoá tệp", "write the data or delete the file");
            let fault = Diagnostic::error(Code::EmptyFile, message).hint(hint);
            reading.diagnostics.push(fault.at(diagnostics::Place::file(path)));
            data.add_unknown(name);
        } else if let Some(node) = reading.yaml(0..text.len()) {
            if name == "places" {
                places = Some((path, text));
            }
            let is_known = misnamed::KNOWN.contains(&name.as_str()) && name != "danger";
            let node =
                if is_known { shape::entries(&name, node, &mut reading) } else { Some(node) };
            match node {
                Some(node) => {
                    data.note_keys(&name, &node, &reading);
                    data.add(name, &node, rules, &mut reading);
                }
                None => data.add_unknown(name),
            }
        } else {
            data.add_unknown(name);
        }
        diagnostics.extend(reading.diagnostics);
    }
    // Only now all areas are known.
    if let Some((path, text)) = places {
        let mut reading = Reading::new(path, text);
        data.check_areas(&mut reading);
        diagnostics.extend(reading.diagnostics);
    }
    Checked { value: data, diagnostics }
}

fn stem(path: &SourcePath) -> String {
    let name = path.file_name();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
