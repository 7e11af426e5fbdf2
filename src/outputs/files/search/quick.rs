//! A hash for the terms of texts, of which an index looks up millions.
//!
//! That of the standard library is made to withstand those who choose what is hashed; here that
//! is who writes the site, and it would be a tenth of the work.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes such hashes.
pub(super) type Quick = BuildHasherDefault<QuickHasher>;

/// Eight bytes at a time are mixed by a multiplication.
#[derive(Default)]
pub(super) struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // Tables look at the highest bits and at the lowest.
        self.0 ^ (self.0 >> 32)
    }
}
