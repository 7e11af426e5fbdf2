//! Remembers the results of pure functions by the digest of all that they read.
//!
//! In: a plain `fn` and its input. Out: its result, run now or remembered.
//! A plain `fn` cannot capture, and the key is the whole serialised input, so a
//! remembered result is always the one that a fresh run would give.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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

    /// The digest of 64 hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Digest> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Digest(*hash.as_bytes()))
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

/// A place that outlives the program, where dear results are kept by their keys.
pub trait Keep<O>: Send + Sync {
    /// What is kept under this key.
    fn get(&self, key: Digest) -> Option<O>;
    /// Keeps a result; gives it back as the place would.
    fn put(&self, key: Digest, output: O) -> O;
}

/// The results of one pure function, kept from build to build.
pub struct Memo<O> {
    remembers: bool,
    keeper: Option<Arc<dyn Keep<O>>>,
    state: Mutex<State<O>>,
}

struct State<O> {
    results: HashMap<Digest, Remembered<O>>,
    round: u64,
    ran: BTreeSet<String>,
}

struct Remembered<O> {
    /// Locked while a thread is at work on it: the others wait for that one.
    output: Arc<Mutex<Option<O>>>,
    last_asked: u64,
}

impl<O> Default for Memo<O> {
    fn default() -> Self {
        let state = State { results: HashMap::new(), round: 0, ran: BTreeSet::new() };
        Memo { remembers: true, keeper: None, state: Mutex::new(state) }
    }
}

impl<O> Memo<O> {
    /// Remembers nothing: for a program that builds once and has no use for keys.
    pub fn forgetful() -> Memo<O> {
        Memo { remembers: false, ..Memo::default() }
    }

    /// Remembers, and keeps what it had to run where the next program finds it.
    pub fn kept_by(keeper: Arc<dyn Keep<O>>) -> Memo<O> {
        Memo { keeper: Some(keeper), ..Memo::default() }
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
        let cell = self.cell(key);
        // The state is free while the function runs, so that threads work side by side.
        let mut place = cell.lock().unwrap_or_else(PoisonError::into_inner);
        let output = place.get_or_insert_with(|| {
            let kept = self.keeper.as_ref().and_then(|keeper| keeper.get(key));
            kept.unwrap_or_else(|| {
                self.lock().ran.insert(input.name().to_owned());
                let output = run(input);
                match &self.keeper {
                    Some(keeper) => keeper.put(key, output),
                    None => output,
                }
            })
        });
        output.clone()
    }

    /// The keys of what is remembered.
    pub fn keys(&self) -> BTreeSet<Digest> {
        self.lock().results.keys().copied().collect()
    }

    /// Ends a round: forgets what it did not ask for, and tells by name what it had to run.
    pub fn sweep(&self) -> BTreeSet<String> {
        let mut state = self.lock();
        let round = state.round;
        state.results.retain(|_, remembered| remembered.last_asked == round);
        state.round += 1;
        std::mem::take(&mut state.ran)
    }

    /// The place of the result for this key in the present round.
    fn cell(&self, key: Digest) -> Arc<Mutex<Option<O>>> {
        let mut state = self.lock();
        let last_asked = state.round;
        let new = || Remembered { output: Arc::default(), last_asked };
        let remembered = state.results.entry(key).or_insert_with(new);
        remembered.last_asked = last_asked;
        Arc::clone(&remembered.output)
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

    #[test]
    fn two_threads_do_one_work_once() {
        #[derive(Serialize)]
        struct Slow {}
        impl Input for Slow {
            fn name(&self) -> &str {
                "slow"
            }
        }
        fn slow(_: &Slow) -> Arc<str> {
            std::thread::sleep(std::time::Duration::from_millis(30));
            "made".into()
        }
        let memo: Memo<Arc<str>> = Memo::default();
        let (one, other) = std::thread::scope(|scope| {
            let [one, other] = [(); 2].map(|()| scope.spawn(|| memo.call(slow, &Slow {})));
            (one.join().unwrap(), other.join().unwrap())
        });
        assert!(Arc::ptr_eq(&one, &other));
    }

    /// A place that keeps ten times what it is given, so that it is seen who answers.
    #[derive(Default)]
    struct Tenfold(Mutex<HashMap<Digest, u32>>);

    impl Keep<u32> for Tenfold {
        fn get(&self, key: Digest) -> Option<u32> {
            self.0.lock().unwrap().get(&key).copied()
        }

        fn put(&self, key: Digest, output: u32) -> u32 {
            self.0.lock().unwrap().insert(key, output * 10);
            output * 10
        }
    }

    #[test]
    fn what_is_kept_outlives_the_memo() {
        let keeper = Arc::new(Tenfold::default());
        let memo = Memo::kept_by(keeper.clone());
        assert_eq!(memo.call(double, &Number { value: 4 }), 80);
        assert_eq!(memo.sweep().len(), 1);
        let memo = Memo::kept_by(keeper);
        assert_eq!(memo.call(double, &Number { value: 4 }), 80);
        assert!(memo.sweep().is_empty(), "it was not run again");
        assert_eq!(memo.keys().len(), 1);
    }
}
