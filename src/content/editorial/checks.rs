//! The editorial checks: the table of their codes and levels beside that of their names and words
//! in [`keys`](crate::keys), and the levels that a site or a page gives them.

use serde::Serialize;

use crate::diagnostics::{Code, Diagnostic, Say, Severity};
use crate::keys::CHECKS;
use crate::yaml::{Fields, Node, Reading};

macro_rules! checks {
    ($($(#[$doc:meta])* $check:ident = $code:ident, $level:ident;)*) => {
        /// An editorial check: something that people may want to know of a text, or not. Its name
        /// and its words are those of the key of the same place in [`CHECKS`].
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Check {
            $($(#[$doc])* $check,)*
        }

        impl Check {
            /// Every check, in the order of the codes.
            pub const ALL: &[Check] = &[$(Check::$check,)*];

            /// The code of what it finds.
            pub fn code(self) -> Code {
                match self {
                    $(Check::$check => Code::$code,)*
                }
            }

            /// The level that it has unless the site says otherwise.
            pub fn level(self) -> Level {
                match self {
                    $(Check::$check => Level::$level,)*
                }
            }
        }
    };
}

checks! {
    /// A day of the week that does not fall on its date.
    Weekdays = WeekdayInText, Warning;
    /// A day or a time that does not exist, and an end before its beginning.
    Days = DayInText, Warning;
    /// What is somebody's own: a mobile number, a mailbox, a citizen number.
    PrivateData = PrivateData, Warning;
    /// Help lines that nobody has checked for long.
    Hotlines = UnverifiedHotline, Note;
    /// Links whose words say nothing.
    LinkWords = EmptyLinkWords, Note;
    /// Headings that leave out a level.
    Headings = SkippedHeading, Note;
    /// Texts of pictures that say nothing.
    AltTexts = EmptyAltText, Warning;
    /// Sentences that are too long.
    LongSentences = LongSentence, Off;
    /// Words that cannot be Vietnamese.
    Spelling = NoSyllable, Warning;
    /// Names in a spelling that the glossary forbids.
    Names = ForbiddenName, Warning;
    /// Abbreviations that nobody explains.
    Abbreviations = Abbreviation, Note;
}

impl Check {
    /// Its name in `checks:`.
    pub fn name(self) -> &'static str {
        CHECKS.get(self as usize).map_or("", |key| key.name)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Hash)]
pub enum Level {
    /// Nothing is looked for.
    Off,
    /// Good to know.
    Note,
    /// Likely not meant.
    Warning,
    /// The site is not published with it.
    Error,
}

impl Level {
    const WORDS: [(&'static str, Level); 4] = [
        ("off", Level::Off),
        ("note", Level::Note),
        ("warning", Level::Warning),
        ("error", Level::Error),
    ];

    /// The word for it in `checks:`.
    pub fn name(self) -> &'static str {
        let found = Level::WORDS.iter().find(|(_, level)| *level == self);
        found.map_or("off", |(name, _)| name)
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Note => Some(Severity::Note),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

/// The level of each check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Hash)]
pub struct Levels([Level; Check::ALL.len()]);

impl Default for Levels {
    fn default() -> Levels {
        let mut levels = Levels([Level::Off; Check::ALL.len()]);
        Check::ALL.iter().for_each(|check| levels.set(*check, check.level()));
        levels
    }
}

impl Levels {
    /// These levels with those that a mapping gives by the names of the checks.
    pub fn with(mut self, node: Option<&Node>, reading: &mut Reading<'_>) -> Levels {
        let Some(mut fields) = node.and_then(|node| Fields::of(node, CHECKS, reading)) else {
            return self;
        };
        for check in Check::ALL {
            let level = fields.word(check.name(), &Level::WORDS, reading);
            level.into_iter().for_each(|level| self.set(*check, level));
        }
        fields.finish(reading);
        self
    }

    /// Whether anything is looked for.
    pub fn is_on(self, check: Check) -> bool {
        self.of(check) != Level::Off
    }

    /// These levels where one check alone is to look.
    pub(in crate::content) fn only(self, check: Check) -> Levels {
        let mut levels = Levels([Level::Off; Check::ALL.len()]);
        levels.set(check, self.of(check));
        levels
    }

    /// A finding of a check, as much as it weighs; nothing if the check is off.
    pub fn found(self, check: Check, message: Say, hint: Say) -> Option<Diagnostic> {
        let severity = self.of(check).severity()?;
        Some(Diagnostic { severity, ..Diagnostic::note(check.code(), message).hint(hint) })
    }

    fn of(self, check: Check) -> Level {
        self.0.get(check as usize).copied().unwrap_or(Level::Off)
    }

    fn set(&mut self, check: Check, level: Level) {
        self.0.get_mut(check as usize).into_iter().for_each(|own| *own = level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_each_of_one_check() {
        for (at, check) in Check::ALL.iter().enumerate() {
            assert_eq!(*check as usize, at);
            assert_eq!(check.code().id(), format!("B8{:02}", at + 1), "{check:?}");
        }
        let ours = Code::ALL.iter().filter(|code| code.id().starts_with("B8")).count();
        assert_eq!(ours, Check::ALL.len(), "every code of the group is that of a check");
        assert_eq!(CHECKS.len(), Check::ALL.len(), "every check has its key");
    }

    #[test]
    fn the_guides_have_the_table_as_it_is_here() {
        for (page, is_vietnamese) in [
            (include_str!("../../../docs/huong-dan.vi.md"), true),
            (include_str!("../../../docs/guide.en.md"), false),
        ] {
            for (check, key) in Check::ALL.iter().zip(CHECKS) {
                let words = if is_vietnamese { key.about.vi } else { key.about.en };
                assert_eq!(key.example.vi, check.level().name(), "{check:?}");
                let (name, code, level) = (check.name(), check.code().id(), check.level().name());
                let row = format!("| `{name}` | {code} | `{level}` | {words} |");
                assert!(page.contains(&row), "the guide lacks the row\n{row}");
            }
        }
    }
}
