//! Tests of what is remembered, and for how long.

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

/// An odd number stands for what a disk refused.
impl Outcome for u32 {
    fn lasts(&self) -> bool {
        self.is_multiple_of(2)
    }
}

impl Outcome for Arc<str> {
    fn lasts(&self) -> bool {
        true
    }
}

fn double(input: &Number) -> u32 {
    input.value * 2
}

fn same(input: &Number) -> u32 {
    input.value
}

/// How many of these numbers had to be doubled in a round that went like this.
fn ran(memo: &Memo<u32>, values: &[u32], went: Round) -> usize {
    let mut ran = 0;
    for &value in values {
        memo.call(double, &Number { value });
        ran += usize::from(!std::mem::take(&mut memo.lock().ran).is_empty());
    }
    memo.sweep(went);
    ran
}

#[test]
fn runs_once_for_one_input() {
    let memo = Memo::default();
    assert_eq!(ran(&memo, &[4, 4], Round::Good), 1);
    assert_eq!(ran(&memo, &[4], Round::Good), 0);
    assert_eq!(memo.call(double, &Number { value: 4 }), 8);
}

#[test]
fn a_good_round_forgets_what_it_did_not_ask_for() {
    let memo = Memo::default();
    assert_eq!(ran(&memo, &[4, 5], Round::Good), 2);
    assert_eq!(ran(&memo, &[4], Round::Good), 0);
    assert_eq!(ran(&memo, &[4, 5], Round::Good), 1);
}

#[test]
fn faulty_rounds_forget_nothing_of_the_last_good_one() {
    let memo = Memo::default();
    assert_eq!(ran(&memo, &[1, 2, 3], Round::Good), 3);
    for value in 10..30 {
        assert_eq!(ran(&memo, &[1, value], Round::Faulty), 1);
        assert_eq!(memo.keys().len(), 4, "and what they asked for themselves does not pile up");
    }
    assert_eq!(ran(&memo, &[1, 2, 3], Round::Good), 0);
    assert_eq!(memo.keys().len(), 3);
}

#[test]
fn a_round_that_asks_nothing_forgets_nothing() {
    let memo = Memo::default();
    assert_eq!(ran(&memo, &[1, 2], Round::Faulty), 2);
    for _ in 0..3 {
        assert_eq!(ran(&memo, &[], Round::Faulty), 0);
    }
    assert_eq!(ran(&memo, &[], Round::Good), 0);
    assert_eq!(ran(&memo, &[1, 2], Round::Faulty), 0);
}

#[test]
fn what_a_disk_refused_is_remembered_for_one_round() {
    let memo: Memo<u32> = Memo::default();
    for _ in 0..3 {
        assert_eq!(memo.call(same, &Number { value: 7 }), 7);
        assert_eq!(memo.call(same, &Number { value: 7 }), 7);
        assert_eq!(memo.call(same, &Number { value: 8 }), 8);
        assert_eq!(memo.keys().len(), 2, "one round says one thing");
        memo.sweep(Round::Good);
        assert_eq!(memo.keys().len(), 1);
    }
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
    assert_eq!(memo.sweep(Round::Good).len(), 1);
    let memo = Memo::kept_by(keeper.clone());
    assert_eq!(memo.call(double, &Number { value: 4 }), 80);
    assert!(memo.sweep(Round::Good).is_empty(), "it was not run again");
    assert_eq!(memo.keys().len(), 1);
    keeper.0.lock().unwrap().clear();
    memo.ask_keeper_again();
    assert_eq!(memo.call(double, &Number { value: 4 }), 80);
    assert_eq!(memo.sweep(Round::Good).len(), 1, "it was kept no more");
}
