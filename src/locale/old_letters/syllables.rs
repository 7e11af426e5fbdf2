//! Whether a word is a syllable of Vietnamese: onset, rime and tone, by the grammar and without a
//! dictionary.

/// The vowels, each with its tones: level, sắc, huyền, hỏi, ngã, nặng.
const VOWELS: [&str; 12] = [
    "aáàảãạ",
    "ăắằẳẵặ",
    "âấầẩẫậ",
    "eéèẻẽẹ",
    "êếềểễệ",
    "iíìỉĩị",
    "oóòỏõọ",
    "ôốồổỗộ",
    "ơớờởỡợ",
    "uúùủũụ",
    "ưứừửữự",
    "yýỳỷỹỵ",
];

/// The tones that may stand on a rime that ends in a stop.
const OF_STOPS: [usize; 2] = [1, 5];

/// The onsets, longer ones first.
const ONSETS: &[&str] = &[
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// The rimes without their tones.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp \
    ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt \
    iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng \
    oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u \
    ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy \
    uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y \
    yêm yên yêng yêt yêu ";

/// A vowel without its tone, and the tone; any other letter as it is.
pub(super) fn without_tone(letter: char) -> (char, usize) {
    VOWELS
        .iter()
        .find_map(|vowel| {
            let tone = vowel.chars().position(|own| own == letter)?;
            Some((vowel.chars().next()?, tone))
        })
        .unwrap_or((letter, 0))
}

/// A small vowel with a tone; none if it is no vowel or has one already.
pub(super) fn with_tone(letter: char, tone: usize) -> Option<char> {
    let vowel = VOWELS.iter().find(|vowel| vowel.starts_with(letter))?;
    vowel.chars().nth(tone)
}

/// Whether this word can be a Vietnamese syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    let (mut plain, mut tones, mut tone) = (String::with_capacity(word.len()), 0, 0);
    for letter in word.chars().flat_map(char::to_lowercase) {
        let (base, own) = without_tone(letter);
        plain.push(base);
        if own > 0 {
            tones += 1;
            tone = own;
        }
    }
    let fits = |onset: &&str| plain.strip_prefix(*onset).is_some_and(|rime| follows(onset, rime));
    let is_stopped = plain.ends_with(['p', 't', 'c']) || plain.ends_with("ch");
    tones <= 1 && (!is_stopped || OF_STOPS.contains(&tone)) && ONSETS.iter().any(fits)
}

/// Whether this rime may stand behind this onset.
fn follows(onset: &str, rime: &str) -> bool {
    let is_front = rime.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "qu" => is_rime(rime) || is_rime(&format!("u{rime}")) || is_rime(&format!("o{rime}")),
        "gi" => is_rime(&format!("i{rime}")) || (is_rime(rime) && !rime.starts_with(['i', 'y'])),
        "k" | "gh" | "ngh" => is_front && is_rime(rime),
        "c" | "ng" => !is_front && is_rime(rime),
        "g" => (!is_front || rime.starts_with('i')) && is_rime(rime),
        _ => is_rime(rime),
    }
}

fn is_rime(rime: &str) -> bool {
    !rime.is_empty() && RIMES.split(' ').any(|known| known == rime)
}
