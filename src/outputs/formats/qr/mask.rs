//! Which of eight masks a code is laid over with, so that it has few places that confuse readers
//! (ISO/IEC 18004 §7.8).
//!
//! Each mask is tried, and whole rows are judged at once. Runs and squares are judged only where
//! codewords are, for the rest is the same under each mask; patterns that look like a finder are
//! judged wherever they reach into it.

use std::array::from_fn;

use super::row::Row;

/// Beyond as many modules, in both directions, a mask repeats itself.
const PERIOD: usize = 12;

/// The masks by row: whether they turn the modules of a row over, for as many as the largest
/// code has.
const BY_ROW: [[[u64; 3]; PERIOD]; 8] = table(false);

/// The masks by column.
const BY_COLUMN: [[[u64; 3]; PERIOD]; 8] = table(true);

const fn table(by_column: bool) -> [[[u64; 3]; PERIOD]; 8] {
    let mut table = [[[0; 3]; PERIOD]; 8];
    let mut at = 0;
    while at < 8 * PERIOD * 192 {
        let (mask, line, place) = (at / 192 / PERIOD, at / 192 % PERIOD, at % 192);
        let (x, y) = if by_column { (line, place) } else { (place, line) };
        if turns(mask, x, y) {
            table[mask][line][place / 64] |= 1 << (place % 64);
        }
        at += 1;
    }
    table
}

/// Whether a mask turns a module over (table 10 of the standard).
const fn turns(mask: usize, x: usize, y: usize) -> bool {
    0 == match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    }
}

/// The best mask and the code under it. `data` are the modules that hold codewords.
pub(super) fn best<const WORDS: usize>(
    dark: &[Row<WORDS>],
    data: &[Row<WORDS>],
) -> (usize, Vec<Row<WORDS>>) {
    let (across, down) = ((dark, data), (turned(dark), turned(data)));
    let mut best = (u32::MAX, 0, Vec::new());
    for mask in 0..8 {
        let rows = under(&BY_ROW[mask], across.0, across.1);
        let columns = under(&BY_COLUMN[mask], &down.0, &down.1);
        let lines = lines(&rows, across.1) + lines(&columns, &down.1);
        let faults = lines + squares(&rows, across.1) + imbalance(&rows);
        if faults < best.0 {
            best = (faults, mask, rows);
        }
    }
    (best.1, best.2)
}

/// The columns as rows.
fn turned<const WORDS: usize>(rows: &[Row<WORDS>]) -> Vec<Row<WORDS>> {
    let column = |x: usize| {
        let mut column = Row::EMPTY;
        rows.iter().enumerate().for_each(|(y, row)| column.set(y, row.has(x)));
        column
    };
    (0..rows.len()).map(column).collect()
}

/// The lines under a mask.
fn under<const WORDS: usize>(
    mask: &[[u64; 3]; PERIOD],
    dark: &[Row<WORDS>],
    data: &[Row<WORDS>],
) -> Vec<Row<WORDS>> {
    let masks = mask.iter().map(|mask| Row(from_fn(|word| mask[word]))).cycle();
    dark.iter().zip(data).zip(masks).map(|((dark, data), mask)| *dark ^ mask & *data).collect()
}

/// The faults of lines by themselves: runs of one colour, and what looks like a finder.
fn lines<const WORDS: usize>(lines: &[Row<WORDS>], data: &[Row<WORDS>]) -> u32 {
    let faults = |(line, data): (&Row<WORDS>, &Row<WORDS>)| {
        runs(*line & *data) + runs(!*line & *data) + 40 * finders(*line)
    };
    lines.iter().zip(data).map(faults).sum()
}

/// A run of `n` modules counts n − 2, from five on.
fn runs<const WORDS: usize>(modules: Row<WORDS>) -> u32 {
    let two = modules & modules.after(1);
    // A run of `n` leaves n − 4 places at which five begin.
    let five = two & two.after(2) & modules.after(4);
    five.count() + 2 * (five & !five.before(1)).count()
}

/// How often dark and light take turns as in a finder, 1:1:3:1:1, with four light modules before
/// or behind it; with both it counts twice.
fn finders<const WORDS: usize>(line: Row<WORDS>) -> u32 {
    let after = |places: u32| line.after(places);
    let core = after(2) & after(3) & after(4);
    let found = line & !after(1) & core & !after(5) & after(6);
    let light_before = !(line.before(1) | line.before(2) | line.before(3) | line.before(4));
    let light_behind = !(after(7) | after(8) | after(9) | after(10));
    (found & light_before).count() + (found & light_behind).count()
}

/// Squares of two by two modules of one colour count 3 each.
fn squares<const WORDS: usize>(rows: &[Row<WORDS>], data: &[Row<WORDS>]) -> u32 {
    let square = |modules: Row<WORDS>| modules & modules.after(1);
    let count = |(rows, data): (&[Row<WORDS>], &[Row<WORDS>])| {
        let (&[one, other], &[above, below]) = (rows, data) else { return 0 };
        let data = square(above & below);
        (data & (square(one & other) | square(!one & !other))).count()
    };
    3 * rows.windows(2).zip(data.windows(2)).map(count).sum::<u32>()
}

/// Each full 5 % by which the dark modules are not half of all count 10.
fn imbalance<const WORDS: usize>(rows: &[Row<WORDS>]) -> u32 {
    let dark: u32 = rows.iter().map(|row| row.count()).sum();
    let side = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let percent = dark * 100 / (side * side);
    let away = if percent < 50 { 49 - percent } else { percent - 50 };
    away / 5 * 10
}
