//! The fonts that cards are drawn with: those that were given, and no other.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use cosmic_text::FontSystem;
use cosmic_text::fontdb::{Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight};
use cosmic_text::skrifa::{FontRef, MetadataProvider};

use crate::guarded;
use crate::letters::{is_dispensable, tidy};

/// The name under which the first font is asked for.
pub(crate) const FIRST: &str = "first";

/// Every font counts as bold, whatever it says of itself, so that one is as good as another
/// where the first lacks a letter; of a variable font the bold form is taken.
pub(crate) const WEIGHT: Weight = Weight::BOLD;

/// Numbers of letters, in order.
type Letters = Vec<RangeInclusive<u32>>;

/// Fonts, ready to draw with. The first that has a letter draws it.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: Database,
    /// The files of the faces, in order, each with its own letters.
    files: Vec<(Arc<[u8]>, Letters)>,
    letters: Letters,
}

impl Fonts {
    /// The fonts in these files (TrueType or OpenType), in order. What is no font is passed
    /// over; [`Fonts::can_read`] tells.
    pub fn new(files: &[Arc<[u8]>]) -> Fonts {
        let (mut faces, mut all, mut read) = (Database::new(), BTreeSet::new(), Vec::new());
        for file in files {
            let Some(letters) = letters(file) else { continue };
            faces.push_face_info(face(file, if all.is_empty() { FIRST } else { "other" }));
            read.push((Arc::clone(file), ranges(&letters)));
            all.extend(letters);
        }
        Fonts { faces, files: read, letters: ranges(&all) }
    }

    /// Whether this is a font that cards can be drawn with.
    pub fn can_read(file: &Arc<[u8]>) -> bool {
        letters(file).is_some()
    }

    /// Whether there is no font at all.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The first letter of a text that a card would show and no font has. Of a text that
    /// would leave nothing to see it is the first letter.
    pub fn missing(&self, text: &str) -> Option<char> {
        let drawn = self.drawn(text);
        let missing = drawn.chars().find(|letter| *letter != ' ' && !self.has(*letter));
        missing.or_else(|| text.chars().next().filter(|_| drawn.is_empty()))
    }

    /// The text as it is drawn. Little pictures and joiners that no font has are left out:
    /// the words say the same without them.
    pub(crate) fn drawn(&self, text: &str) -> String {
        tidy(text.chars().filter(|letter| !is_dispensable(*letter) || self.has(*letter)))
    }

    /// Whether a font has this letter.
    pub(crate) fn has(&self, letter: char) -> bool {
        holds(&self.letters, letter)
    }

    /// The first font that has this letter.
    pub(crate) fn file_of(&self, letter: char) -> Option<&[u8]> {
        let found = self.files.iter().find(|(_, letters)| holds(letters, letter));
        found.map(|(file, _)| &**file)
    }

    /// A copy of the fonts to set text with; none where there are none.
    pub(crate) fn system(&self) -> Option<FontSystem> {
        (!self.is_empty()).then(|| system(self.faces.clone()))
    }
}

/// The language of the machine must not choose the shapes of letters, so one is named. The
/// fonts of the system are not looked at: those here bear names that none of them has.
fn system(faces: Database) -> FontSystem {
    FontSystem::new_with_locale_and_db("en-US".to_owned(), faces)
}

fn holds(letters: &[RangeInclusive<u32>], letter: char) -> bool {
    let letter = u32::from(letter);
    let at = letters.partition_point(|range| *range.end() < letter);
    letters.get(at).is_some_and(|range| range.contains(&letter))
}

/// Numbers in a row as one range each.
fn ranges(letters: &BTreeSet<u32>) -> Letters {
    let mut ranges: Letters = Vec::new();
    for letter in letters {
        match ranges.last_mut() {
            Some(range) if range.end() + 1 == *letter => *range = *range.start()..=*letter,
            Some(_) | None => ranges.push(*letter..=*letter),
        }
    }
    ranges
}

/// The letters of a font; none where it cannot be read.
fn letters(file: &Arc<[u8]>) -> Option<BTreeSet<u32>> {
    guarded(|| {
        let font = FontRef::from_index(file, 0).ok()?;
        let letters: BTreeSet<u32> = font.charmap().mappings().map(|(letter, _)| letter).collect();
        let mut faces = Database::new();
        let id = faces.push_face_info(face(file, FIRST));
        let font = system(faces).get_font(id, WEIGHT)?;
        // Text is set in parts of an em.
        (!letters.is_empty() && font.metrics().units_per_em > 0).then_some(letters)
    })?
}

fn face(file: &Arc<[u8]>, name: &str) -> FaceInfo {
    FaceInfo {
        // The database gives it one.
        id: ID::dummy(),
        source: Source::Binary(Arc::new(Arc::clone(file))),
        index: 0,
        families: vec![(name.to_owned(), Language::English_UnitedStates)],
        post_script_name: name.to_owned(),
        style: Style::Normal,
        weight: WEIGHT,
        stretch: Stretch::Normal,
        monospaced: false,
    }
}
