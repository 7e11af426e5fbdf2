//! What of a source has changed since its translation was accepted.
//!
//! In: the blocks as they were, and as they are. Out: the changes. Blocks are compared as a
//! set in which each may stand more than once, so that re-ordering is no change.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::lock::Accepted;
use crate::content::Body;
use crate::content::blocks::Mark;

/// The most pairs of blocks that are compared word by word.
const MOST_PAIRS: usize = 10_000;

/// From how many thousandths of shared words on a block is an edit of another.
const ALIKE: usize = 300;

/// A block that is not as it was: changed, or new, or gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Change {
    /// Its place among the accepted blocks; none if it is new.
    pub(super) was: Option<usize>,
    /// Its place among the blocks as they are; none if it is gone.
    pub(super) is: Option<usize>,
}

/// The blocks of a page that are translated, as a lock file holds them.
pub(super) fn current(body: &Body) -> Vec<Accepted> {
    let blocks = body.blocks.iter().filter_map(|block| Some((block.mark?, block)));
    blocks.map(|(mark, block)| Accepted::new(mark, &block.text(&body.text))).collect()
}

/// Whether anything has changed.
pub(super) fn has_changed(accepted: &[Accepted], source: &Body) -> bool {
    let mut was: Vec<Mark> = accepted.iter().map(|block| block.mark).collect();
    let mut is: Vec<Mark> = source.blocks.iter().filter_map(|block| block.mark).collect();
    if was == is {
        return false;
    }
    was.sort_unstable();
    is.sort_unstable();
    was != is
}

/// What has changed, in the order of the source as it is, and then what is gone.
pub(super) fn changes(was: &[Accepted], is: &[Accepted]) -> Vec<Change> {
    let mut gone = unmatched(was, is);
    let mut new = unmatched(is, was);
    let mut changes: Vec<Change> = Vec::new();
    for (was_at, is_at) in alike(was, is, (&gone, &new)) {
        gone.retain(|at| *at != was_at);
        new.retain(|at| *at != is_at);
        changes.push(Change { was: Some(was_at), is: Some(is_at) });
    }
    // What was written wholly anew stands where something else is gone.
    let pairs = gone.len().min(new.len());
    let anew = gone.drain(..pairs).zip(new.drain(..pairs));
    changes.extend(anew.map(|(was, is)| Change { was: Some(was), is: Some(is) }));
    changes.extend(new.into_iter().map(|is| Change { was: None, is: Some(is) }));
    changes.extend(gone.into_iter().map(|was| Change { was: Some(was), is: None }));
    changes.sort_by_key(|change| (change.is.is_none(), change.is, change.was));
    changes
}

/// The places of the blocks in `these` for which `those` has no partner.
fn unmatched(these: &[Accepted], those: &[Accepted]) -> Vec<usize> {
    let mut free: BTreeMap<Mark, usize> = BTreeMap::new();
    for block in those {
        *free.entry(block.mark).or_default() += 1;
    }
    let mut unmatched = Vec::new();
    for (at, block) in these.iter().enumerate() {
        match free.get_mut(&block.mark) {
            Some(count) if *count > 0 => *count -= 1,
            Some(_) | None => unmatched.push(at),
        }
    }
    unmatched
}

/// Pairs of a block that is gone and a new one that shares words with it, the most alike first.
fn alike(
    was: &[Accepted],
    is: &[Accepted],
    (gone, new): (&[usize], &[usize]),
) -> Vec<(usize, usize)> {
    if gone.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let words = |block: &Accepted| -> BTreeSet<String> {
        block.text().split_whitespace().map(str::to_lowercase).collect()
    };
    let gone: Vec<_> = gone.iter().map(|at| (*at, words(&was[*at]))).collect();
    let new: Vec<_> = new.iter().map(|at| (*at, words(&is[*at]))).collect();
    let mut pairs = Vec::new();
    for (was_at, before) in &gone {
        for (is_at, after) in &new {
            let shared = before.intersection(after).count();
            // In thousandths, the words of both taken together (Dice).
            let likeness = 2_000 * shared / (before.len() + after.len()).max(1);
            if likeness >= ALIKE {
                pairs.push((likeness, *was_at, *is_at));
            }
        }
    }
    pairs.sort_by_key(|(likeness, was, is)| (std::cmp::Reverse(*likeness), *was, *is));
    let (mut taken, mut chosen) = ((BTreeSet::new(), BTreeSet::new()), Vec::new());
    for (_, was, is) in pairs {
        if !taken.0.contains(&was) && !taken.1.contains(&is) {
            taken.0.insert(was);
            taken.1.insert(is);
            chosen.push((was, is));
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Accepted> {
        texts.iter().map(|text| Accepted::new(Mark::of(text), text)).collect()
    }

    #[track_caller]
    fn assert_changes(was: &[&str], is: &[&str], expected: &[(Option<usize>, Option<usize>)]) {
        let found = changes(&blocks(was), &blocks(is));
        let found: Vec<_> = found.iter().map(|change| (change.was, change.is)).collect();
        assert_eq!(found, expected, "{was:?} → {is:?}");
    }

    #[test]
    fn order_is_no_change_and_an_edit_is_one() {
        assert_changes(&["a", "b", "c"], &["c", "a", "b"], &[]);
        assert_changes(&["a", "b", "c"], &["c", "a", "x"], &[(Some(1), Some(2))]);
        assert_changes(&["a", "a"], &["a"], &[(Some(1), None)]);
        assert_changes(&["a"], &["a", "a"], &[(None, Some(1))]);
        assert_changes(&[], &["a"], &[(None, Some(0))]);
    }

    #[test]
    fn a_changed_block_is_known_by_its_words() {
        assert_changes(
            &["hội nghị mở lúc bảy giờ", "mời bà con đến dự"],
            &["mời cả bà con đến dự", "mới", "hội nghị mở lúc tám giờ"],
            &[(Some(1), Some(0)), (None, Some(1)), (Some(0), Some(2))],
        );
    }
}
