//! Remembers the results of pure functions by the digest of all that they read.
//!
//! In: a plain `fn` and its input. Out: its result, run now or remembered.
//! A plain `fn` cannot capture, and the key stands for the whole input, so a remembered result
//! is always the one that a fresh run would give.

mod digest;
mod trail;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

pub use digest::{Digest, Digester, Hashed};
pub use trail::{Lazy, Sort, Traces, Trail, World};

/// What a remembered function reads: all of it is in the key, and it is named for the record.
pub trait Input: Serialize {
    /// The file that the work is done for, as the record of work shows it.
    fn name(&self) -> &str;

    /// Stands for all of it: by its serialised form, unless there is a shorter way.
    fn key(&self) -> Digest {
        Digest::of_value(self)
    }
}

/// What a remembered function gives.
pub trait Outcome: Clone {
    /// Whether it hangs on the input alone. What came of a disk that refused for a moment does
    /// not: the next round has to try again.
    fn lasts(&self) -> bool;
}

/// A cache that outlives the program: expensive results by the digests of their inputs.
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
    ran: BTreeSet<String>,
}

struct Remembered<O> {
    /// Locked while a thread is at work on it: the others wait for that one. So a remembered
    /// function must not hand its work to other threads, which could ask for this very result.
    output: Arc<Mutex<Option<O>>>,
    /// Whether the present round asked for it.
    is_asked: bool,
    /// Whether the last good round asked for it.
    is_good: bool,
}

/// How a round went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Round {
    /// All was made as it should be.
    Good,
    /// There were faults, and what is to be made once they are mended is as likely what was
    /// made before them.
    Faulty,
}

impl<O> Default for Memo<O> {
    fn default() -> Self {
        let state = State { results: HashMap::new(), ran: BTreeSet::new() };
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

impl<O: Outcome> Memo<O> {
    /// The output of `run` for `input`: remembered if this very input was seen before.
    pub fn call<I: Input>(&self, run: fn(&I) -> O, input: &I) -> O {
        self.call_keyed(run, input).1
    }

    /// The same with the key under which it is remembered.
    pub fn call_keyed<I: Input>(&self, run: fn(&I) -> O, input: &I) -> (Digest, O) {
        if !self.remembers {
            self.lock().ran.insert(input.name().to_owned());
            // Nobody will ask for it.
            return (Digest::of(&[]), run(input));
        }
        let key = input.key();
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
        (key, output.clone())
    }

    /// What is remembered under a key, which counts as asked for.
    pub fn recall(&self, key: Digest) -> Option<O> {
        let cell = {
            let mut state = self.lock();
            let remembered = state.results.get_mut(&key)?;
            remembered.is_asked = true;
            Arc::clone(&remembered.output)
        };
        let place = cell.lock().unwrap_or_else(PoisonError::into_inner);
        place.clone()
    }

    /// The keys of what is remembered.
    pub fn keys(&self) -> BTreeSet<Digest> {
        self.lock().results.keys().copied().collect()
    }

    /// Ends a round, and tells by name what it had to run. What neither it nor the last good
    /// round asked for is forgotten, so that never more is remembered than two sites hold, and
    /// a slip that is mended costs nothing. A round that did not come to ask at all, since it
    /// ended early, forgets nothing.
    pub fn sweep(&self, went: Round) -> BTreeSet<String> {
        let mut state = self.lock();
        let was_asked = state.results.values().any(|remembered| remembered.is_asked);
        state.results.retain(|_, remembered| {
            let asked = std::mem::take(&mut remembered.is_asked);
            if went == Round::Good && was_asked {
                remembered.is_good = asked;
            }
            let place = remembered.output.lock().unwrap_or_else(PoisonError::into_inner);
            let lasts = place.as_ref().is_some_and(Outcome::lasts);
            lasts && (asked || remembered.is_good || !was_asked)
        });
        std::mem::take(&mut state.ran)
    }

    /// Forgets what the keeper keeps too, so that the keeper is asked again whether it still does.
    pub fn ask_keeper_again(&self) {
        if self.keeper.is_some() {
            self.lock().results.clear();
        }
    }

    /// The place of the result for this key.
    fn cell(&self, key: Digest) -> Arc<Mutex<Option<O>>> {
        let mut state = self.lock();
        let new = || Remembered { output: Arc::default(), is_asked: true, is_good: false };
        let remembered = state.results.entry(key).or_insert_with(new);
        remembered.is_asked = true;
        Arc::clone(&remembered.output)
    }

    fn lock(&self) -> MutexGuard<'_, State<O>> {
        // Nothing is half-written while the lock is held, so a poisoned state is still whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
