//! Facts that differ between a page and its translations.
//!
//! In: the bodies of both. Out: a warning for each date, number or address that a translation
//! says otherwise than its source. What only one of the two says is a fault only if the other
//! says it nowhere; a number in words, a year said once for two dates and a sentence in another
//! paragraph are none.

mod explain;
mod faults;

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::alignment::align;
use crate::compare::{Differences, Pair as Input};
use crate::content::blocks::Mark;
use crate::content::facts::{Fact, Value, spoken};
use crate::content::{Block, Body};
use crate::diagnostics::{Diagnostic, Place};
use explain::{is_explained, is_name, same_kind};

/// How many facts of a block are looked into, if the other side lacks so many: beyond that
/// the two are different texts.
const MOST_LEFT: usize = 100;

/// A block of the source and the one that faces it, each with the facts that the other lacks.
struct Pair<'d> {
    source: Side<'d>,
    translation: Side<'d>,
}

impl Pair<'_> {
    /// Whether the translation is the source's own text, which another language reads otherwise.
    fn is_copy(&self) -> bool {
        let marks = |side: &Side<'_>| -> Option<Vec<Mark>> {
            side.blocks.iter().map(|block| block.mark).collect()
        };
        marks(&self.source).is_some_and(|own| marks(&self.translation) == Some(own))
    }
}

/// One side of a pair.
struct Side<'d> {
    body: &'d Body,
    /// The blocks: one, or all that no block faces.
    blocks: Vec<&'d Block>,
    /// Whether its dates and numbers count.
    are_read: bool,
    /// The facts that the other side lacks.
    left: Vec<&'d Fact>,
}

impl<'d> Side<'d> {
    fn of(body: &'d Body, blocks: Vec<&'d Block>, are_read: bool) -> Side<'d> {
        Side { body, blocks, are_read, left: Vec::new() }
    }

    fn facts(&self) -> Vec<&'d Fact> {
        let all = self.blocks.iter().flat_map(|block| &block.facts);
        all.filter(|fact| self.are_read || is_name(&fact.value)).collect()
    }

    /// The facts for which the other side says nothing that explains them.
    fn unexplained(&self, other: &Side<'_>) -> Vec<&'d Fact> {
        if self.left.is_empty() {
            return Vec::new();
        }
        let said: Vec<&Value> = other.facts().into_iter().map(|fact| &fact.value).collect();
        let texts = other.blocks.iter().map(|block| spoken(&block.text(&other.body.text)));
        let words: BTreeSet<u32> = texts.flatten().collect();
        let left = self.left.iter().copied();
        left.filter(|fact| !is_explained(&fact.value, &said, &words)).collect()
    }

    fn written(&self, fact: &Fact) -> &'d str {
        let range = fact.span.start as usize..fact.span.end as usize;
        self.body.text.get(range).unwrap_or_default()
    }

    fn place(&self, fact: &Fact) -> Place {
        self.body.place(fact.span)
    }
}

/// What a translation says otherwise than its source.
pub(super) fn compare(input: &Input<'_>) -> Differences {
    let Input { source, translation, are_read } = *input;
    let blocks: Vec<&Block> = source.blocks.iter().collect();
    let facing: Vec<&Block> = translation.blocks.iter().collect();
    let partners = align(&blocks, &facing);
    let taken: BTreeSet<usize> = partners.iter().flatten().copied().collect();
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    for (block, partner) in blocks.iter().zip(&partners) {
        match partner {
            Some(at) => {
                let sides = ((source, vec![*block]), (translation, vec![facing[*at]]));
                pairs.extend(differing(sides, are_read));
            }
            None => alone.push(*block),
        }
    }
    let others = facing.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    let others = others.map(|(_, block)| *block).collect();
    let facing_each_other = pairs.len();
    pairs.extend(differing(((source, alone), (translation, others)), are_read));
    if pairs.is_empty() {
        return Differences(Vec::new());
    }
    let said = [all_values(&blocks), all_values(&facing)];
    forget_moved(&mut pairs);
    let reports =
        pairs.iter().enumerate().map(|(at, pair)| report(pair, &said, at < facing_each_other));
    Differences(reports.flatten().collect())
}

fn all_values<'d>(blocks: &[&'d Block]) -> BTreeSet<&'d Value> {
    blocks.iter().flat_map(|block| &block.facts).map(|fact| &fact.value).collect()
}

/// Some blocks of a body.
type Own<'d> = (&'d Body, Vec<&'d Block>);

/// A pair with what each side has and the other has not, if there is anything.
fn differing<'d>(
    ((source, blocks), (translation, facing)): (Own<'d>, Own<'d>),
    are_read: bool,
) -> Option<Pair<'d>> {
    let source = Side::of(source, blocks, are_read);
    let mut pair = Pair { source, translation: Side::of(translation, facing, are_read) };
    let (one, other) = (pair.source.facts(), pair.translation.facts());
    let same = one.iter().map(|fact| &fact.value).eq(other.iter().map(|fact| &fact.value));
    if same || pair.is_copy() {
        return None;
    }
    // Where one language says a thing twice, the other need not.
    let counts = one.len() == other.len();
    pair.source.left = lacking(&one, &other, counts);
    pair.translation.left = lacking(&other, &one, counts);
    (!pair.source.left.is_empty() || !pair.translation.left.is_empty()).then_some(pair)
}

/// The facts of `these` that `those` lack; each counts as often as it is said if `counts`.
fn lacking<'d>(these: &[&'d Fact], those: &[&'d Fact], counts: bool) -> Vec<&'d Fact> {
    let mut free: BTreeMap<&Value, usize> = BTreeMap::new();
    for fact in those {
        *free.entry(&fact.value).or_default() += 1;
    }
    let is_left = |fact: &&Fact| match free.get_mut(&fact.value) {
        Some(count) if *count > 0 => {
            *count -= usize::from(counts);
            false
        }
        Some(_) | None => true,
    };
    these.iter().copied().filter(is_left).take(MOST_LEFT).collect()
}

/// What left one paragraph and came into another, as in a list in the order of another alphabet.
fn forget_moved(pairs: &mut [Pair<'_>]) {
    let values = |facts: Vec<&Fact>| -> BTreeSet<Value> {
        facts.into_iter().map(|fact| fact.value.clone()).collect()
    };
    let gone = values(pairs.iter().flat_map(|pair| pair.source.left.clone()).collect());
    let come = values(pairs.iter().flat_map(|pair| pair.translation.left.clone()).collect());
    let moved: BTreeSet<&Value> = gone.intersection(&come).collect();
    if moved.is_empty() {
        return;
    }
    for pair in pairs {
        pair.source.left.retain(|fact| !moved.contains(&fact.value));
        pair.translation.left.retain(|fact| !moved.contains(&fact.value));
    }
}

/// What is to be said of a pair. `said` is all that the source and the translation say
/// anywhere; blocks that face none are at fault only where one value stands for another.
fn report(pair: &Pair<'_>, said: &[BTreeSet<&Value>; 2], is_paired: bool) -> Vec<Diagnostic> {
    let Pair { source, translation } = pair;
    let (lost, added) = (source.unexplained(translation), translation.unexplained(source));
    let is_alone = |fact: &Fact, said: &BTreeSet<&Value>| {
        is_paired && !said.contains(&fact.value) && !matches!(fact.value, Value::Url(_, _))
    };
    let mut said_of = Vec::new();
    let mut partners = source.left.clone();
    for fact in &added {
        let partner = partners.iter().position(|other| same_kind(&other.value, &fact.value));
        match partner.map(|at| partners.remove(at)) {
            Some(other) => said_of.push(faults::differs(pair, fact, other)),
            None if is_alone(fact, &said[0]) => {
                said_of.push(faults::unknown(pair, fact));
            }
            None => {}
        }
    }
    for fact in lost.iter().filter(|fact| partners.contains(fact)) {
        let partner = translation
            .left
            .iter()
            .find(|other| same_kind(&other.value, &fact.value) && !added.contains(other));
        match partner {
            Some(other) => said_of.push(faults::differs(pair, other, fact)),
            None if is_alone(fact, &said[1]) => {
                said_of.push(faults::missing(pair, fact));
            }
            None => {}
        }
    }
    said_of
}
