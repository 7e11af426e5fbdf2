//! Digests, and values with the digest that stands for them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Serialize, Serializer};

/// A BLAKE3 digest of 32 bytes. Two inputs with one digest are taken to be equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of a value's JSON form. Large parts (texts, the theme, cards) serialise as
    /// a digest of their own.
    pub fn of_value<T: Serialize + ?Sized>(value: &T) -> Digest {
        match serde_json::to_vec(value) {
            Ok(json) => Digest::of(&json),
            // A value that cannot be written as JSON has no equal: its fault is its key.
            Err(fault) => Digest::of(fault.to_string().as_bytes()),
        }
    }

    /// The digest of all that a value hashes.
    pub fn of_hash<T: Hash + ?Sized>(value: &T) -> Digest {
        let mut digester = Digester::default();
        value.hash(&mut digester);
        digester.digest()
    }

    /// The first 64 bits, where so many are enough to tell a few thousand values apart.
    pub fn head(self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }

    /// The digest of 64 hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Digest> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Digest(*hash.as_bytes()))
    }

    /// 64 lower-case hexadecimal digits.
    pub fn to_hex(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }
}

/// A value with the digest that stands for it in keys: the digest of all that it was made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hashed<T> {
    value: T,
    digest: Digest,
}

impl<T> Hashed<T> {
    /// This value, for which this digest stands.
    pub fn new(value: T, digest: Digest) -> Hashed<T> {
        Hashed { value, digest }
    }

    /// What stands for it.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl<T> Deref for Hashed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Serialize for Hashed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

/// Makes the digest of bytes that come piece by piece. Most pieces are a few bytes, and BLAKE3 is
/// many times as fast with many at once: they are gathered.
#[derive(Default)]
pub struct Digester {
    /// What stands for the pieces before, if they were more than are gathered.
    before: Option<Box<blake3::Hasher>>,
    gathered: Vec<u8>,
}

impl Digester {
    /// How many bytes are gathered.
    const MOST: usize = 64 * 1024;

    /// Takes the next piece.
    pub fn add(&mut self, bytes: &[u8]) {
        if self.gathered.len() + bytes.len() > Digester::MOST {
            let before = self.before.get_or_insert_default();
            before.update(&self.gathered).update(bytes);
            self.gathered.clear();
        } else {
            self.gathered.extend_from_slice(bytes);
        }
    }

    /// Takes a digest as the next piece.
    pub fn add_digest(&mut self, digest: Digest) {
        self.add(&digest.0);
    }

    /// The digest of all that came.
    pub fn digest(&self) -> Digest {
        match &self.before {
            None => Digest::of(&self.gathered),
            Some(before) => {
                let mut all = before.clone();
                Digest(*all.update(&self.gathered).finalize().as_bytes())
            }
        }
    }
}

impl Hasher for Digester {
    fn write(&mut self, bytes: &[u8]) {
        self.add(bytes);
    }

    fn finish(&self) -> u64 {
        self.digest().head()
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex()[..12])
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_hex())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_the_digest_of_the_whole() {
        let whole: Vec<u8> = (0..300_000_u32).map(|number| (number % 251) as u8).collect();
        for size in [1, 7, 1_000, Digester::MOST - 1, Digester::MOST, Digester::MOST + 1] {
            for length in [0, 1, 1_000, Digester::MOST, Digester::MOST + 1, whole.len()] {
                let mut digester = Digester::default();
                whole[..length].chunks(size).for_each(|piece| digester.add(piece));
                assert_eq!(digester.digest(), Digest::of(&whole[..length]), "{size}, {length}");
            }
        }
    }
}
