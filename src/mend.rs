//! A site mended by its own cures, as far as nothing else can be meant.
//!
//! In: the sources, and their texts as their authors wrote them. Out: the texts with the changes.
//! Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Settings;
use crate::diagnostics::{Diagnostic, Fix};
use crate::sources::{Original, SourcePath, Sources};
use crate::{Memos, build};

/// How often the mended site is looked at again: one slip hides others, and of what cannot be
/// mended so there is an end.
const MOST_ROUNDS: usize = 8;

/// A file with cures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mended {
    /// The file.
    pub path: SourcePath,
    /// Its text, as its author wrote it.
    pub was: String,
    /// The same with the changes; all other bytes are as they were.
    pub is: String,
    /// The faults that are gone.
    pub faults: Vec<Diagnostic>,
}

/// Makes all changes that are sure, in order of paths. `original` gives the text of a file, none
/// where it is no longer the one that was read; such a file is left alone.
pub fn mend(
    sources: &Sources,
    settings: &Settings,
    original: impl Fn(&SourcePath) -> Option<String>,
) -> Vec<Mended> {
    let (mut sources, memos) = (sources.clone(), Memos::default());
    let mut all: BTreeMap<SourcePath, Mended> = BTreeMap::new();
    let mut told = build(&sources, settings, &memos).diagnostics;
    for _ in 0..MOST_ROUNDS {
        let mut is_changed = false;
        for (path, faults) in sure(&told) {
            let known = all.get(path).cloned().or_else(|| untouched(path, &original));
            let Some(before) = known else { continue };
            let Some(after) = with(before, faults) else { continue };
            sources.put(path.as_str(), &after.is);
            all.insert(path.clone(), after);
            is_changed = true;
        }
        if !is_changed {
            break;
        }
        told = build(&sources, settings, &memos).diagnostics;
    }
    let left: BTreeSet<&Diagnostic> = told.iter().collect();
    // A change that mends nothing was none.
    all.into_values().filter(|own| own.faults.iter().all(|fault| !left.contains(fault))).collect()
}

fn untouched(
    path: &SourcePath,
    original: &impl Fn(&SourcePath) -> Option<String>,
) -> Option<Mended> {
    let was = original(path)?;
    Some(Mended { path: path.clone(), is: was.clone(), was, faults: Vec::new() })
}

/// The faults with a sure cure, file by file.
fn sure(told: &[Diagnostic]) -> BTreeMap<&SourcePath, Vec<(&Diagnostic, &Fix)>> {
    let mut all: BTreeMap<&SourcePath, Vec<(&Diagnostic, &Fix)>> = BTreeMap::new();
    for fault in told {
        let place = fault.place.as_ref().filter(|place| place.tab.is_none());
        let fix = fault.fix.as_ref().filter(|fix| fix.is_sure);
        if let Some((place, fix)) = place.zip(fix) {
            all.entry(&place.path).or_default().push((fault, fix));
        }
    }
    all
}

/// The file with these changes; none where no change can be made. Of two that touch, the second
/// waits for the next round.
fn with(file: Mended, mut cures: Vec<(&Diagnostic, &Fix)>) -> Option<Mended> {
    // What was tried before and mended nothing is not tried again.
    cures.retain(|(fault, _)| !file.faults.contains(fault));
    cures.sort_by_key(|(_, fix)| fix.range().start);
    let mut free = 0;
    cures.retain(|(_, fix)| {
        let range = fix.range();
        let is_free = range.start >= free && range.start <= range.end;
        free = if is_free { range.end + 1 } else { free };
        is_free
    });
    let mut mended = file.clone();
    // From the last on, so that what stands before a change stays where it is.
    for (fault, fix) in cures.into_iter().rev() {
        let text = Original::new(&mended.is);
        let changed = text.stretch(fix.range()).and_then(|stretch| text.with(stretch, &fix.text));
        if let Some(changed) = changed.filter(|changed| *changed != mended.is) {
            mended.is = changed;
            mended.faults.push(fault.clone());
        }
    }
    mended.faults.sort();
    (mended.is != file.is).then_some(mended)
}
