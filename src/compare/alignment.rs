//! Which block of a translation faces which block of its source.
//!
//! Mostly both have the same blocks in the same order. Where they have not, the blocks that
//! hold the same facts hold the others in place (Needleman and Wunsch, 1970).

use crate::content::Block;
use crate::content::facts::Value;

/// The most pairs of blocks that are weighed; what is beyond that stays without a partner.
const MOST_PAIRS: usize = 40_000;

/// For each block of the source, the block of the translation that faces it.
pub(super) fn align(source: &[&Block], translation: &[&Block]) -> Vec<Option<usize>> {
    let same_roles = source.len() == translation.len()
        && source.iter().zip(translation).all(|(one, other)| one.role == other.role);
    if same_roles {
        return (0..source.len()).map(Some).collect();
    }
    let alike =
        |(one, other): &(&&Block, &&Block)| one.role == other.role && values(one).eq(values(other));
    let head = source.iter().zip(translation).take_while(alike).count();
    let (rest, other_rest) = (&source[head..], &translation[head..]);
    let tail = rest.iter().rev().zip(other_rest.iter().rev()).take_while(alike).count();
    let middle = middle(&rest[..rest.len() - tail], &other_rest[..other_rest.len() - tail]);
    let mut pairs: Vec<Option<usize>> = (0..head).map(Some).collect();
    pairs.extend(middle.into_iter().map(|partner| partner.map(|at| head + at)));
    pairs.extend((translation.len() - tail..translation.len()).map(Some));
    pairs
}

fn values(block: &Block) -> impl Iterator<Item = &Value> {
    block.facts.iter().map(|fact| &fact.value)
}

/// The best way to pair blocks without crossing: equal facts count most.
fn middle(source: &[&Block], translation: &[&Block]) -> Vec<Option<usize>> {
    let width = translation.len() + 1;
    if source.len().saturating_mul(translation.len()) > MOST_PAIRS {
        return vec![None; source.len()];
    }
    // `best[i * width + j]` is the worth of the blocks from `i` and `j` on.
    let mut best = vec![0_u32; (source.len() + 1) * width];
    for (i, one) in source.iter().enumerate().rev() {
        for (j, other) in translation.iter().enumerate().rev() {
            let paired = worth(one, other).map(|worth| worth + best[(i + 1) * width + j + 1]);
            let skipped = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            best[i * width + j] = skipped.max(paired.unwrap_or(0));
        }
    }
    let (mut pairs, mut j) = (vec![None; source.len()], 0);
    for (i, one) in source.iter().enumerate() {
        while j < translation.len() {
            let here = best[i * width + j];
            let paired =
                worth(one, translation[j]).map(|worth| worth + best[(i + 1) * width + j + 1]);
            if paired == Some(here) {
                pairs[i] = Some(j);
                j += 1;
                break;
            }
            if best[(i + 1) * width + j] == here {
                break;
            }
            j += 1;
        }
    }
    pairs
}

/// How well two blocks go together; not at all if they are not of one kind.
fn worth(one: &Block, other: &Block) -> Option<u32> {
    if one.role != other.role {
        return None;
    }
    Some(match (one.facts.is_empty(), other.facts.is_empty()) {
        (true, true) => 2,
        (false, false) if values(one).eq(values(other)) => 4,
        (_, _) => 1,
    })
}
