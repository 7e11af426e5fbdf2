//! One row or column of a code in words of 64 bits, so that all its modules are looked at at once.

use std::array::from_fn;
use std::ops::{BitAnd, BitOr, BitXor, Not};

/// One row or column: bit `n` of it is its module `n`. A code of up to 64 modules has one word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row<const WORDS: usize>(pub(super) [u64; WORDS]);

impl<const WORDS: usize> Row<WORDS> {
    /// No module is set.
    pub(super) const EMPTY: Row<WORDS> = Row([0; WORDS]);

    /// Whether this module is set.
    pub(super) fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Sets this module or takes it away.
    pub(super) fn set(&mut self, at: usize, value: bool) {
        let word = &mut self.0[at / 64];
        *word = *word & !(1 << (at % 64)) | u64::from(value) << (at % 64);
    }

    /// How many modules are set.
    pub(super) fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// At each place the module that is `n` places further, 0 < n < 64; light beyond the end.
    pub(super) fn after(self, n: u32) -> Row<WORDS> {
        let next = |at: usize| self.0.get(at + 1).map_or(0, |word| word << (64 - n));
        Row(from_fn(|at| self.0[at] >> n | next(at)))
    }

    /// At each place the module that is `n` places before, 0 < n < 64; light before the start.
    pub(super) fn before(self, n: u32) -> Row<WORDS> {
        let last = |at: usize| at.checked_sub(1).map_or(0, |at| self.0[at] >> (64 - n));
        Row(from_fn(|at| self.0[at] << n | last(at)))
    }
}

impl<const WORDS: usize> BitAnd for Row<WORDS> {
    type Output = Row<WORDS>;

    fn bitand(self, other: Row<WORDS>) -> Row<WORDS> {
        Row(from_fn(|at| self.0[at] & other.0[at]))
    }
}

impl<const WORDS: usize> BitOr for Row<WORDS> {
    type Output = Row<WORDS>;

    fn bitor(self, other: Row<WORDS>) -> Row<WORDS> {
        Row(from_fn(|at| self.0[at] | other.0[at]))
    }
}

impl<const WORDS: usize> BitXor for Row<WORDS> {
    type Output = Row<WORDS>;

    fn bitxor(self, other: Row<WORDS>) -> Row<WORDS> {
        Row(from_fn(|at| self.0[at] ^ other.0[at]))
    }
}

impl<const WORDS: usize> Not for Row<WORDS> {
    type Output = Row<WORDS>;

    fn not(self) -> Row<WORDS> {
        Row(self.0.map(|word| !word))
    }
}
