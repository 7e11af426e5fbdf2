//! Text without its marks: for addresses, ids and search.
//!
//! Vietnamese readers often type without tone marks, and `đ` has no decomposition
//! in Unicode, so it is folded by hand; NFC and NFD give the same result.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The longest slug, in letters; longer titles are cut at a word.
const LONGEST_SLUG: usize = 80;

/// The text in lower case without tone marks and other marks: `Đường dây nóng` gives `duong day nong`.
pub fn fold(text: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    decomposed
        .chars()
        .filter(|letter| !is_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(|letter| !is_mark(*letter))
        .map(plain)
        .collect()
}

/// An ASCII name for addresses and ids: the folded text, its words joined by hyphens.
/// Empty if the text has no letter or digit that has an ASCII form.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let mut slug = String::with_capacity(folded.len());
    for word in folded.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let room = LONGEST_SLUG.saturating_sub(slug.len());
        if word.is_empty() || (!slug.is_empty() && word.len() + 1 > room) {
            if word.is_empty() {
                continue;
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(LONGEST_SLUG)]);
    }
    slug
}

/// A slug, or one made from the text's bytes where no letter of it has an ASCII form.
pub fn slug_or_digest(text: &str) -> String {
    let slug = slug(text);
    if slug.is_empty() {
        format!("x{}", &crate::memo::Digest::of(text.as_bytes()).to_hex()[..8])
    } else {
        slug
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{0300}'..='\u{036f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

fn plain(letter: char) -> char {
    match letter {
        'đ' | 'ð' | 'ɖ' => 'd',
        // In the Bahnar and Jarai alphabets.
        'ƀ' | 'ɓ' => 'b',
        'ł' => 'l',
        'ø' => 'o',
        'ı' => 'i',
        other => other,
    }
}

/// A text whose letters of mathematics (`𝗯𝗼𝗹𝗱`) are the common ones that they look like.
pub fn plain_letters(text: &str) -> String {
    let common = ComposingNormalizerBorrowed::new_nfkc();
    let plain = text.chars().fold(String::with_capacity(text.len()), |mut plain, letter| {
        match letter {
            '\u{1d400}'..='\u{1d7ff}' => {
                plain.push_str(&common.normalize(letter.encode_utf8(&mut [0; 4])));
            }
            _ => plain.push(letter),
        }
        plain
    });
    ComposingNormalizerBorrowed::new_nfc().normalize(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_d_with_stroke_are_folded() {
        assert_eq!(fold("Đường dây nóng"), "duong day nong");
        assert_eq!(
            slug("Kế hoạch 72/KH-UBND: “bình đẳng giới”"),
            "ke-hoach-72-kh-ubnd-binh-dang-gioi"
        );
        assert_eq!(slug("Ngăn ngừa, ứng phó"), "ngan-ngua-ung-pho");
    }

    #[test]
    fn composed_and_decomposed_are_one() {
        let decomposed: String =
            DecomposingNormalizerBorrowed::new_nfd().normalize("Hoà giải ở cơ sở").into();
        assert_ne!(decomposed, "Hoà giải ở cơ sở");
        assert_eq!(slug(&decomposed), slug("Hoà giải ở cơ sở"));
        assert_eq!(fold("Đắk Tô"), fold("Đa\u{306}\u{301}k To\u{302}"));
    }

    #[test]
    fn old_and_new_places_of_the_tone_are_one() {
        for (old, new) in [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("Hóa", "Hoá")]
        {
            assert_eq!(fold(old), fold(new));
            assert_eq!(slug(old), slug(new));
        }
    }

    #[test]
    fn letters_without_a_composed_form_are_folded() {
        // Hrê, Cor and Xơ Đăng write letters that Unicode has only in parts.
        assert_eq!(slug("Hrê kơ\u{306}t ê\u{306}h"), "hre-kot-eh");
        assert_eq!(fold("ơ\u{306}"), fold("o\u{306}\u{31b}"));
        // Bahnar and Jarai.
        assert_eq!(slug("Ƀahnar, ƀơi čar ñăn"), "bahnar-boi-car-nan");
    }

    #[test]
    fn a_slug_is_cut_at_a_word() {
        let slug = slug(&"rất dài ".repeat(40));
        assert!(slug.len() <= 80 && slug.ends_with("dai") || slug.ends_with("rat"), "{slug}");
        assert_eq!(super::slug(&"a".repeat(200)).len(), 80);
    }

    #[test]
    fn a_text_without_ascii_letters_still_gets_a_name() {
        assert_eq!(slug("你好"), "");
        assert_eq!(slug_or_digest("你好").len(), 9);
    }
}
