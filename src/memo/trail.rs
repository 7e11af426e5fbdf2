//! Results that are found again by what they asked.
//!
//! In: a name, and a world that answers questions. Out: the result of last time, if the world
//! gives every answer that it gave then. A *trail* is the list of these questions.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::memo::Digest;

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
    /// Stands for all that is seen without a question.
    fn ground(&self) -> Digest;
    /// Stands for all answers to questions of the sort of this one: where it is as it was, so
    /// is the answer.
    fn stands_for(&self, sort: Sort) -> Digest;
    /// The sort of a question.
    fn sort(question: &Q) -> Sort;
    /// Stands for an answer.
    fn answer(&self, question: &Q) -> Digest;
}

/// The sort of a question: what is asked of many, and what a file asks of its own text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// What all may see.
    Common,
    /// What is shown in one place.
    Own,
}

/// The last results of some names.
pub struct Traces<Q, O> {
    remembers: bool,
    results: Mutex<HashMap<String, Slot<Q, O>>>,
}

struct Slot<Q, O> {
    /// What stood for the answers of each sort when they were last looked at.
    common: Digest,
    own: Digest,
    traced: Arc<Traced<Q, O>>,
    is_asked: bool,
}

struct Traced<Q, O> {
    /// Stands for what the result is made of without asking.
    made_of: Digest,
    ground: Digest,
    answers: Vec<(Q, Digest)>,
    output: O,
}

impl<Q, O> Default for Traces<Q, O> {
    fn default() -> Traces<Q, O> {
        Traces { remembers: true, results: Mutex::default() }
    }
}

impl<Q, O> Traces<Q, O> {
    /// Remembers nothing: for a program that builds once.
    pub fn forgetful() -> Traces<Q, O> {
        Traces { remembers: false, ..Traces::default() }
    }
}

impl<Q: Clone, O: Clone> Traces<Q, O> {
    /// A trail for who makes a result; none where nothing is remembered.
    pub fn trail(&self) -> Option<Trail<Q>> {
        self.remembers.then(Trail::default)
    }

    /// The last result of this name, if it was made of the same and would be the same in this
    /// world. `made_of` stands for what it is made of without asking.
    pub fn find<W: World<Q>>(&self, (name, made_of): (&str, Digest), world: &W) -> Option<O> {
        let now = [Sort::Common, Sort::Own].map(|sort| world.stands_for(sort));
        let (before, traced) = {
            let mut results = self.lock();
            let slot = results.get_mut(name)?;
            slot.is_asked = true;
            ([slot.common, slot.own], Arc::clone(&slot.traced))
        };
        if traced.made_of != made_of || traced.ground != world.ground() {
            return None;
        }
        if before != now {
            let is_open = |question: &Q| match W::sort(question) {
                Sort::Common => before[0] != now[0],
                Sort::Own => before[1] != now[1],
            };
            let mut open = traced.answers.iter().filter(|(question, _)| is_open(question));
            if !open.all(|(question, answer)| world.answer(question) == *answer) {
                return None;
            }
            if let Some(slot) = self.lock().get_mut(name) {
                [slot.common, slot.own] = now;
            }
        }
        Some(traced.output.clone())
    }

    /// Keeps the result of a name, which asked these questions of this world.
    pub fn keep<W: World<Q>>(
        &self,
        (name, made_of): (&str, Digest),
        world: &W,
        questions: Vec<Q>,
        output: O,
    ) {
        let answers = questions.into_iter().map(|question| {
            let answer = world.answer(&question);
            (question, answer)
        });
        let answers = answers.collect();
        let traced = Arc::new(Traced { made_of, ground: world.ground(), answers, output });
        let [common, own] = [Sort::Common, Sort::Own].map(|sort| world.stands_for(sort));
        let slot = Slot { common, own, traced, is_asked: true };
        self.lock().insert(name.to_owned(), slot);
    }

    /// Ends a round: names that it did not ask for are forgotten, unless it came to ask for none.
    pub fn sweep(&self) {
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

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Slot<Q, O>>> {
        // Nothing is half-written while the lock is held, so a poisoned state is still whole.
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
