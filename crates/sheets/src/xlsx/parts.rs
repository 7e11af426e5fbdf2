//! The texts and number formats that the cells of a workbook name by number.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Fault;
use crate::grid::tidy;
use crate::number::Shows;
use crate::xlsx::local;
use crate::xml::{Tag, Walker};

/// The most texts that a workbook may share: more than there are cells in a year of events.
const MOST_TEXTS: usize = 200_000;

/// `sharedStrings.xml`: the texts that cells name by number.
#[derive(Default)]
pub(super) struct Texts {
    /// The texts, in order.
    pub all: Vec<Arc<str>>,
    rich: Rich,
}

impl Walker for Texts {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        self.rich.open(tag.local());
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        self.rich.close(local(name));
        if local(name) == "si" {
            if self.all.len() == MOST_TEXTS {
                return Err(Fault::TooLarge("xl/sharedStrings.xml".to_owned()));
            }
            self.all.push(self.rich.take());
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.rich.text(text);
        Ok(())
    }
}

/// A text that may be written in several runs; how it is read aloud is no part of it.
#[derive(Default)]
pub(super) struct Rich {
    text: String,
    inside: bool,
    aloud: bool,
}

impl Rich {
    pub(super) fn open(&mut self, name: &str) {
        self.inside |= name == "t";
        self.aloud |= name == "rPh";
    }

    pub(super) fn close(&mut self, name: &str) {
        self.inside &= name != "t";
        self.aloud &= name != "rPh";
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.inside && !self.aloud {
            self.text.push_str(text);
        }
    }

    /// The text, and nothing left of it.
    pub(super) fn take(&mut self) -> Arc<str> {
        tidy(&unescaped(&std::mem::take(&mut self.text))).into()
    }
}

/// Line ends that Excel writes as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> String {
    text.replace("_x000D_", "").replace("_x000A_", "\n")
}

/// `styles.xml`: the number format of each style.
#[derive(Default)]
pub(super) struct Formats {
    own: BTreeMap<usize, Shows>,
    styles: Vec<usize>,
    in_styles: bool,
}

impl Formats {
    /// What each style shows of a number, in order.
    pub(super) fn shows(&self) -> Vec<Shows> {
        let shows = |id: &usize| match self.own.get(id) {
            Some(own) => *own,
            None => Shows::of_builtin(*id),
        };
        self.styles.iter().map(shows).collect()
    }
}

impl Walker for Formats {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let id = || tag.get("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
        match tag.local() {
            "numFmt" => {
                let pattern = tag.get("formatCode").unwrap_or_default();
                self.own.insert(id(), Shows::of_pattern(&pattern));
            }
            "cellXfs" => self.in_styles = true,
            "xf" if self.in_styles => self.styles.push(id()),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        self.in_styles &= local(name) != "cellXfs";
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}
