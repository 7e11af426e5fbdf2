//! Results that are found again by what they asked.
//!
//! In: a name, and a world that answers questions. Out: the result of last time, if the world
//! gives every answer that it gave then. A *trail* is the list of these questions.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::memo::{Digest, Digester, Round};

/// The questions that one result asks, as it is made.
pub struct Trail<Q> {
    asked: RefCell<BTreeSet<Q>>,
}

impl<Q> Default for Trail<Q> {
    fn default() -> Trail<Q> {
        Trail { asked: RefCell::default() }
    }
}

impl<Q: Ord> Trail<Q> {
    /// Notes a question.
    pub fn note(&self, question: Q) {
        self.asked.borrow_mut().insert(question);
    }

    /// All questions, each once.
    pub fn into_questions(self) -> Vec<Q> {
        self.asked.into_inner().into_iter().collect()
    }
}

/// What answers questions.
pub trait World<Q> {
    /// Stands for all that may be asked. Equal for two worlds that give every answer alike.
    fn whole(&self) -> Digest;
    /// Stands for all that is seen without a question.
    fn ground(&self) -> Digest;
    /// Stands for an answer.
    fn answer(&self, question: &Q) -> Digest;
}

/// The last results of some names.
pub struct Traces<Q, O> {
    results: Mutex<BTreeMap<String, Traced<Q, O>>>,
}

struct Traced<Q, O> {
    own: Digest,
    whole: Digest,
    ground: Digest,
    questions: Vec<Q>,
    /// Stands for all answers to the questions.
    answers: Digest,
    output: O,
    is_asked: bool,
}

impl<Q, O> Default for Traces<Q, O> {
    fn default() -> Traces<Q, O> {
        Traces { results: Mutex::default() }
    }
}

impl<Q: Clone, O: Clone> Traces<Q, O> {
    /// The last result of this name, if it was made of the same and would be the same in this
    /// world. `own` stands for what it is made of without asking.
    pub fn find(&self, (name, own): (&str, Digest), world: &impl World<Q>) -> Option<O> {
        let mut results = self.lock();
        let last = results.get_mut(name).filter(|last| last.own == own)?;
        last.is_asked = true;
        if last.whole == world.whole() {
            return Some(last.output.clone());
        }
        let holds =
            last.ground == world.ground() && last.answers == answers(&last.questions, world);
        if holds {
            last.whole = world.whole();
        }
        holds.then(|| last.output.clone())
    }

    /// Keeps the result of a name, which asked these questions of this world.
    pub fn keep(
        &self,
        (name, own): (&str, Digest),
        world: &impl World<Q>,
        questions: Vec<Q>,
        output: O,
    ) {
        let answers = answers(&questions, world);
        let (whole, ground) = (world.whole(), world.ground());
        let traced = Traced { own, whole, ground, questions, answers, output, is_asked: true };
        self.lock().insert(name.to_owned(), traced);
    }

    /// Ends a round: names that it did not ask for are forgotten, unless it came to ask for none.
    pub fn sweep(&self, _: Round) {
        let mut results = self.lock();
        let was_asked = results.values().any(|last| last.is_asked);
        results.retain(|_, last| std::mem::take(&mut last.is_asked) || !was_asked);
    }

    /// How many results are kept.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Traced<Q, O>>> {
        // Nothing is half-written while the lock is held, so a poisoned state is still whole.
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answers<Q>(questions: &[Q], world: &impl World<Q>) -> Digest {
    let mut digester = Digester::default();
    questions.iter().for_each(|question| digester.add_digest(world.answer(question)));
    digester.digest()
}

/// A value that is made when it is first asked for.
pub struct Lazy<T> {
    value: Mutex<Option<T>>,
}

impl<T> Default for Lazy<T> {
    fn default() -> Lazy<T> {
        Lazy { value: Mutex::default() }
    }
}

impl<T: Clone> Lazy<T> {
    /// The value; the first who asks makes it, and the others wait for that one. Who makes it
    /// must not hand the work to other threads, which could ask for this very value.
    pub fn get(&self, make: impl FnOnce() -> T) -> T {
        let mut value = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        value.get_or_insert_with(make).clone()
    }
}
