//! Remembers the results of pure functions by the digest of all that they read.
//!
//! In: a plain `fn` and its input. Out: its result, run now or remembered.
//! A plain `fn` cannot capture, and the key is the whole serialised input, so a
//! remembered result is always the one that a fresh run would give.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Serialize, Serializer};

/// A BLAKE3 digest of 32 bytes. Two inputs with one digest are taken to be equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of a value's JSON form. What is large inside the value carries
    /// a digest of its own and serialises as that.
    pub fn of_value<T: Serialize + ?Sized>(value: &T) -> Digest {
        match serde_json::to_vec(value) {
            Ok(json) => Digest::of(&json),
            // A value that cannot be written as JSON has no equal: its fault is its key.
            Err(fault) => Digest::of(fault.to_string().as_bytes()),
        }
    }

    /// The first 64 bits, where so many are enough to tell a few thousand values apart.
    pub fn head(self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }

    /// 64 lower-case hexadecimal digits.
    pub fn to_hex(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
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

/// What a remembered function reads: serialised in full for the key, and named for the record.
pub trait Input: Serialize {
    /// The file that the work is done for, as the record of work shows it.
    fn name(&self) -> &str;
}

/// The results of one pure function, kept from build to build.
pub struct Memo<O> {
    remembers: bool,
    state: Mutex<State<O>>,
}

struct State<O> {
    results: HashMap<Digest, Remembered<O>>,
    round: u64,
    ran: BTreeSet<String>,
}

struct Remembered<O> {
    output: O,
    last_asked: u64,
}

impl<O> Default for Memo<O> {
    fn default() -> Self {
        let state = State { results: HashMap::new(), round: 0, ran: BTreeSet::new() };
        Memo { remembers: true, state: Mutex::new(state) }
    }
}

impl<O> Memo<O> {
    /// Remembers nothing: for a program that builds once and has no use for keys.
    pub fn forgetful() -> Memo<O> {
        Memo { remembers: false, ..Memo::default() }
    }
}

impl<O: Clone> Memo<O> {
    /// The output of `run` for `input`: remembered if this very input was seen before.
    pub fn call<I: Input>(&self, run: fn(&I) -> O, input: &I) -> O {
        if !self.remembers {
            self.lock().ran.insert(input.name().to_owned());
            return run(input);
        }
        let key = Digest::of_value(input);
        if let Some(output) = self.remembered(key) {
            return output;
        }
        // The lock is free while the function runs, so that threads work side by side.
        let output = run(input);
        let mut state = self.lock();
        let last_asked = state.round;
        state.ran.insert(input.name().to_owned());
        state.results.insert(key, Remembered { output: output.clone(), last_asked });
        output
    }

    /// Ends a round: forgets what it did not ask for, and tells by name what it had to run.
    pub fn sweep(&self) -> BTreeSet<String> {
        let mut state = self.lock();
        let round = state.round;
        state.results.retain(|_, remembered| remembered.last_asked == round);
        state.round += 1;
        std::mem::take(&mut state.ran)
    }

    fn remembered(&self, key: Digest) -> Option<O> {
        let mut state = self.lock();
        let round = state.round;
        let remembered = state.results.get_mut(&key)?;
        remembered.last_asked = round;
        Some(remembered.output.clone())
    }

    fn lock(&self) -> MutexGuard<'_, State<O>> {
        // Nothing is half-written while the lock is held, so a poisoned state is still whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Number {
        value: u32,
    }

    impl Input for Number {
        fn name(&self) -> &str {
            "number"
        }
    }

    fn double(input: &Number) -> u32 {
        input.value * 2
    }

    #[test]
    fn runs_once_for_one_input() {
        let memo = Memo::default();
        assert_eq!(memo.call(double, &Number { value: 4 }), 8);
        assert_eq!(memo.sweep().len(), 1);
        assert_eq!(memo.call(double, &Number { value: 4 }), 8);
        assert!(memo.sweep().is_empty());
    }

    #[test]
    fn forgets_what_a_round_did_not_ask_for() {
        let memo = Memo::default();
        memo.call(double, &Number { value: 4 });
        memo.sweep();
        memo.sweep();
        memo.call(double, &Number { value: 4 });
        assert_eq!(memo.sweep().len(), 1);
    }
}
