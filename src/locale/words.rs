//! Words as search knows them: without marks, with the marks beside them.
//!
//! In: a text. Out: its words, each in lower case with its marks as letters of ASCII
//! ([`Word::marked`]). A tone stands at the end of its word, so that `hoà` and `hòa` are one, and
//! NFC and NFD are too. The same is done in a browser by `search.js` of a theme; what is changed
//! here changes there, and `tests/browser/search.test.mjs` compares the two.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// What the marks of Vietnamese are written as.
const MARKS: [(char, char); 3] = [('\u{302}', '^'), ('\u{31b}', '+'), ('\u{306}', '(')];

/// The same of tones, which belong to a whole syllable.
const TONES: [(char, char); 5] =
    [('\u{301}', '\''), ('\u{300}', '`'), ('\u{309}', '?'), ('\u{303}', '~'), ('\u{323}', '.')];

/// The stroke of `đ`.
const STROKE: char = '-';

/// The most words that one number or date is made of.
const LONGEST_JOIN: usize = 6;

/// A word of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Word {
    /// The word with its marks as letters of ASCII: `d-u+o+ng` and `` ` `` for “đường”.
    pub marked: String,
    /// Whether it begins with a large letter.
    is_capital: bool,
    /// What stands between it and the word before, if that is a single letter.
    before: Option<char>,
}

impl Word {
    /// Whether it and the word before it are a name, or two words of one.
    pub fn goes_on_name(&self, before: &Word) -> bool {
        self.is_capital && before.is_capital && self.before == Some(' ')
    }
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let (mut words, mut word) = (Vec::new(), Word::default());
    let (mut tone, mut between) = (None, 0);
    let mut end = |word: &mut Word, tone: &mut Option<char>| {
        word.marked.extend(tone.take());
        if !word.marked.is_empty() {
            shorten(&mut word.marked);
            words.push(std::mem::take(word));
        }
    };
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    for written in decomposed.chars() {
        // Nearly all letters are of ASCII by now, and need no tables.
        if written.is_ascii_alphanumeric() {
            between = 0;
            word.is_capital |= word.marked.is_empty() && written.is_ascii_uppercase();
            word.marked.push(written.to_ascii_lowercase());
            continue;
        }
        for letter in written.to_lowercase() {
            if is_mark(letter) {
                let of = |table: &[(char, char)]| {
                    table.iter().find(|(mark, _)| *mark == letter).map(|(_, ascii)| *ascii)
                };
                if !word.marked.is_empty() {
                    word.marked.extend(of(&MARKS));
                    tone = of(&TONES).or(tone);
                }
            } else if is_of_word(letter) {
                between = 0;
                word.is_capital |= word.marked.is_empty() && letter != written;
                word.marked.push(plain(letter));
                word.marked.extend((letter == 'đ').then_some(STROKE));
            } else {
                end(&mut word, &mut tone);
                between += 1;
                word.before = (between == 1).then_some(letter);
            }
        }
    }
    end(&mut word, &mut tone);
    words
}

/// A word without what its marks are written as.
pub fn unmarked(marked: &str) -> String {
    marked.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Numbers, dates and telephone numbers of several parts as one word each: `72/KH-UBND` gives
/// `72khubnd`, `25/11` gives `2511`, `1900 969 680` gives `1900969680`.
pub fn joined(words: &[Word]) -> Vec<String> {
    let mut joined = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let run = run(rest, |word| matches!(word.before, Some('/' | '-' | '.')));
        if (2..=LONGEST_JOIN).contains(&run.len()) && is_number(run) {
            joined.push(whole(run));
        }
        let digits = self::run(rest, |word| {
            matches!(word.before, Some(' ' | '\u{a0}' | '-' | '.')) && is_digits(word)
        });
        if digits.len() > 1 && is_digits(&digits[0]) {
            joined.extend(Some(whole(digits)).filter(|own| (8..=11).contains(&own.len())));
        }
        rest = &rest[run.len().max(1)..];
    }
    joined
}

/// The first word with those behind it that go with it.
fn run(words: &[Word], goes_with: impl Fn(&Word) -> bool) -> &[Word] {
    let behind = words.iter().skip(1).take_while(|word| goes_with(word)).count();
    &words[..(1 + behind).min(words.len())]
}

fn whole(words: &[Word]) -> String {
    words.iter().map(|word| unmarked(&word.marked)).collect()
}

/// Whether words that stand together are a number or a date, and no compound word.
fn is_number(words: &[Word]) -> bool {
    let has_slash = words.iter().skip(1).any(|word| word.before == Some('/'));
    words.iter().any(is_digits) && (has_slash || !words.iter().all(is_digits))
}

fn is_digits(word: &Word) -> bool {
    word.marked.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day or a month is one with a zero before it and without.
fn shorten(word: &mut String) {
    if word.len() == 2 && word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit()) {
        word.remove(0);
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Whether a letter is of a word: a table that is the same in a browser, whose classes of
/// letters are those of its own edition of Unicode.
fn is_of_word(letter: char) -> bool {
    match letter {
        '0'..='9' | 'a'..='z' => true,
        '\u{d7}' | '\u{f7}' | '\u{2b0}'..='\u{2ff}' | '\u{2000}'..='\u{2bff}' => false,
        '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' => false,
        other => ('\u{c0}'..'\u{10000}').contains(&other),
    }
}

fn plain(letter: char) -> char {
    match letter {
        'đ' | 'ð' | 'ɖ' => 'd',
        'ƀ' | 'ɓ' => 'b',
        'ł' => 'l',
        'ø' => 'o',
        'ı' => 'i',
        'ς' => 'σ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.marked).collect()
    }

    #[test]
    fn marks_are_letters_and_a_tone_is_the_last() {
        assert_eq!(marked("Đường dây NÓNG"), ["d-u+o+ng`", "da^y", "nong'"]);
        assert_eq!(marked("ngữ ằ ẩn ộ ủy"), ["ngu+~", "a(`", "a^n?", "o^.", "uy?"]);
    }

    #[test]
    fn old_and_new_places_of_a_tone_and_both_forms_of_unicode_are_one() {
        for (old, new) in
            [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("hoà", "hoa\u{300}")]
        {
            assert_eq!(marked(old), marked(new));
        }
        assert_eq!(marked("o\u{302}\u{323}"), marked("ộ"));
    }

    #[test]
    fn without_marks_a_word_is_as_it_is_folded_for_addresses() {
        let text = "Ngăn ngừa, ứng phó: phường Ƀahnar, ƀơi čar ñăn; café, naïve, Øre";
        let folded = crate::locale::fold(text);
        let folded = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let own: Vec<String> = marked(text).iter().map(|word| unmarked(word)).collect();
        assert_eq!(own, folded.collect::<Vec<_>>());
    }

    #[test]
    fn numbers_are_one_word_too() {
        let of = |text: &str| joined(&words(text));
        assert_eq!(of("Kế hoạch 72/KH-UBND ngày 25/11"), ["72khubnd", "2511"]);
        assert_eq!(of("gọi 1900 969 680, hoặc 0255.3822.123."), ["1900969680", "02553822123"]);
        assert_eq!(of("ngày 05/09"), ["59"]);
        assert!(of("chia sẻ việc nhà - bình đẳng, 3-4 người, năm 2026").is_empty());
    }

    #[test]
    fn names_are_words_with_large_letters_side_by_side() {
        let names = |text: &str| {
            let words = words(text);
            let pairs = words.windows(2).filter(|pair| pair[1].goes_on_name(&pair[0]));
            pairs.map(|pair| pair[1].marked.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names("Bà Đinh Thị Ổn, Trà Bồng"), ["d-inh", "thi.", "o^n?", "bo^ng`"]);
        assert!(names("Mọi người ở Đà, Ơ 12").is_empty());
    }

    #[test]
    fn what_is_no_letter_parts_words() {
        assert_eq!(marked("“a’b” – 1×2 🎉 c…"), ["a", "b", "1", "2", "c"]);
    }
}
