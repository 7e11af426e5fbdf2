//! Right words are right, and slips are found: counted, over the texts of this repository.
#![expect(clippy::disallowed_methods, reason = "tests read the texts of the repository")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::letters::{Letters, Tone};
use super::{Verdict, judge, may_be_highland_name, near};

#[test]
fn right_syllables_are_right() {
    let words = "a ạ nghiêng thuở khuya khuỷu ngoằn ngoèo quýt quít quốc quyển quỳnh huỳnh huých \
        giá gì gìn giặt giếng giường giữ yêu yểm ướm uống ước ỉa ý kỳ kì mỹ mĩ hoà hòa thuý thúy khoẻ khỏe \
        xoong goòng đoạn loè loẹt quần què xoèn xoẹt boong rượu hươu bưu điện cừu buýt tuýp khuỵu \
        nguệch ngoạc huênh hoang thuê quê quở quới quăng quặp quẹo ngoáy xoáy loay hoay ngoao quào \
        Đặng Ủy Uỷ TRƯỜNG ngọt nghĩ ghế gỗ cà kẻ cũng ngỡ ngàng phưỡn ừm hừm ềnh bệnh kềnh kếch";
    for word in words.split_whitespace() {
        assert_eq!(judge(word), Verdict::Syllable, "{word}");
    }
}

#[test]
fn slips_are_found_and_the_nearest_word_is_proposed() {
    for (slip, meant) in [
        ("đuờng", "đường"),
        ("nguời", "người"),
        ("đừơng", "đường"),
        ("ngưòi", "người"),
        ("ngươif", "người"),
        ("đuợc", "được"),
        ("tiéng", "tiếng"),
        ("thôgn", "thông"),
        ("hoạhc", "hoạch"),
        ("nghành", "ngành"),
        ("ngề", "nghề"),
        ("cỉ", "kỉ"),
        ("gía", "giá"),
        ("qúy", "quý"),
        ("hòan", "hoàn"),
        ("bìnhđẳng", "bình đẳng"),
        ("nhâân", "nhân"),
    ] {
        assert_eq!(judge(slip), Verdict::Slip, "{slip}");
        assert_eq!(near(slip), [meant], "{slip}");
    }
    assert_eq!(near("cuôc"), ["cuốc", "cuộc"]);
    assert_eq!(near("cùc"), ["cúc", "cục"]);
    for slip in ["đươờng", "tróng3", "ngyễn", "chuơng trình", "hởớ", "thướng̀"] {
        assert_ne!(judge(slip), Verdict::Syllable, "{slip}");
    }
}

#[test]
fn borrowed_words_and_words_of_others_are_no_slips() {
    for word in
        ["café", "ôtô", "đôla", "vácxin", "xíchlô", "naïve", "Wörter", "São", "fiancé", "ơĭ"]
    {
        assert_ne!(judge(word), Verdict::Slip, "{word}");
    }
    for name in ["Đắk", "Lắk", "Krông", "Hrê", "Plông", "Đrăng", "Glêi", "Ngọk", "Mnông", "Brâu"]
    {
        assert!(may_be_highland_name(name), "{name}");
    }
    for word in ["Thôgn", "Nguyễnn", "Đuờng", "Quảngg", "Kế"] {
        assert!(!may_be_highland_name(word), "{word}");
    }
}

/// The words with marks in the texts of the sample site and of the tests of the search.
fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("content"), &mut files);
    collect(&root.join("tests/browser/corpus"), &mut files);
    files.push(root.join("docs/huong-dan.vi.md"));
    files.push(root.join("docs/codes.vi.md"));
    files.sort();
    let mut words = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let is_word = |word: &&str| !word.contains(['/', '@', '_', '`', '.', '\\', '{', '<']);
        for chunk in text.split_whitespace().filter(is_word) {
            let parts = chunk.split(|letter: char| !letter.is_alphabetic());
            words.extend(parts.filter(|word| !word.is_ascii()).map(str::to_owned));
        }
    }
    words
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_text = path.extension().is_some_and(|own| own == "md" || own == "txt");
        let is_english = path.to_string_lossy().ends_with(".en.md");
        if path.is_dir() {
            collect(&path, files);
        } else if is_text && !is_english {
            files.push(path);
        }
    }
}

/// One bit after the other, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn few_right_words_are_refused() {
    let words = corpus();
    let slips: Vec<&String> = words.iter().filter(|word| judge(word) == Verdict::Slip).collect();
    assert!(words.len() > 10_000, "the texts are not where they should be: {}", words.len());
    assert!(slips.len() * 2_000 < words.len(), "{slips:?}");
}

#[test]
fn most_slips_of_the_finger_are_found() {
    let words: BTreeSet<String> = corpus().iter().map(|word| word.to_lowercase()).collect();
    let is_base = |word: &&String| word.chars().count() > 2 && judge(word) == Verdict::Syllable;
    let base: Vec<&String> = words.iter().filter(is_base).collect();
    let mut random = Random(7);
    let (mut made, mut found, mut other, mut proposed) = (0, 0, 0, 0);
    for _ in 0..6_000 {
        let word = base[random.below(base.len())];
        let slip = slip(word, &mut random);
        if slip == *word || slip.is_ascii() {
            continue;
        }
        made += 1;
        match judge(&slip) {
            Verdict::Slip => {
                found += 1;
                proposed += usize::from(near(&slip).iter().any(|own| same(own, word)));
            }
            // Nobody can tell without knowing what was meant.
            Verdict::Syllable => other += 1,
            Verdict::Foreign => {}
        }
    }
    assert!(made > 4_000);
    assert!(found * 100 > made * 90, "{found} of {made}");
    assert!(found * 100 > (made - other) * 96, "{found} of {}", made - other);
    assert!(proposed * 100 > found * 75, "{proposed} of {found}");
}

/// Whether two words are one but for the place of the tone.
fn same(one: &str, other: &str) -> bool {
    let letters = |word: &str| Letters::of(word).map(|own| (own.base().to_vec(), own.tone));
    letters(one) == letters(other)
}

/// A word with a slip: what fingers and programs do.
fn slip(word: &str, random: &mut Random) -> String {
    let letters: Vec<char> = word.chars().collect();
    let own = Letters::of(word).unwrap();
    let at = random.below(letters.len());
    let whole = |letters: &[char]| letters.iter().collect::<String>();
    match random.below(8) {
        // The key of a tone was not read.
        0 => {
            let key = match own.tone {
                Tone::Level | Tone::Sharp => 's',
                Tone::Falling => 'f',
                Tone::Asking => 'r',
                Tone::Broken => 'x',
                Tone::Heavy => 'j',
            };
            own.base().iter().copied().chain([key]).collect()
        }
        // Two letters in the wrong order.
        1 => {
            let at = random.below(letters.len() - 1);
            let mut letters = letters;
            letters.swap(at, at + 1);
            whole(&letters)
        }
        2 => {
            let mut letters = letters;
            letters.insert(at, letters[at]);
            whole(&letters)
        }
        // The horn of one letter only.
        3 => word.replacen('ư', "u", 1).replacen("iê", "ie", 1).replacen("yê", "ye", 1),
        // A consonant before the wrong vowel.
        4 => match letters.as_slice() {
            ['n', 'g', 'h', rest @ ..] => format!("ng{}", whole(rest)),
            ['n', 'g', rest @ ..] => format!("ngh{}", whole(rest)),
            ['c', rest @ ..] if rest.first() != Some(&'h') => format!("k{}", whole(rest)),
            ['k', rest @ ..] if rest.first() != Some(&'h') => format!("c{}", whole(rest)),
            _ => {
                format!("{word}{}", ["b", "d", "g", "l", "q", "r", "s", "v", "x"][random.below(9)])
            }
        },
        // A tone that the end does not have.
        5 => {
            let end = own.base().last().copied().unwrap();
            let is_stop = "cpt".contains(end) || word.ends_with("ch");
            match is_stop {
                true => Letters::with(own.base(), Tone::Falling).unwrap().spelled(own.at),
                false => format!("{word}h"),
            }
        }
        // Two tones.
        6 => {
            let vowel = letters.iter().position(|letter| "aeiouy".contains(*letter));
            let sharp: String = vowel.map_or_else(String::new, |at| {
                let (mut letters, base) = (letters.clone(), [letters[at]]);
                letters[at] =
                    Letters::with(&base, Tone::Sharp).unwrap().spelled(0).chars().next().unwrap();
                whole(&letters)
            });
            if sharp.is_empty() { format!("{word}w") } else { sharp }
        }
        // The space between two words.
        _ => format!("{word}{word}"),
    }
}
