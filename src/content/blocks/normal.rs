//! The normal form of a text: equal for two texts that say the same to a translator.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in one line, single spaces between its words, the marks of quotations at the
/// beginnings of its lines left out.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The words of a text, without the marks of quotations.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.lines().enumerate().flat_map(|(number, written)| {
        let is_first = number == 0;
        let marks = |letter: char| !is_first && matches!(letter, ' ' | '\t' | '>');
        written.trim_start_matches(marks).split_whitespace()
    })
}

/// The text as it is compared: in one line, in NFC, its quotation marks straight, its dashes
/// short, without the characters that nobody sees.
pub(super) fn normal_form(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut normal = String::with_capacity(composed.len());
    for (number, word) in words(&composed).enumerate() {
        if number > 0 {
            normal.push(' ');
        }
        let mut rest = word;
        while let Some(at) = rest.bytes().position(may_differ) {
            let (same, from) = rest.split_at(at);
            normal.push_str(same);
            let mut letters = from.chars();
            letters.next().into_iter().for_each(|letter| push(letter, &mut normal));
            rest = letters.as_str();
        }
        normal.push_str(rest);
    }
    normal
}

/// Whether a letter that begins with this byte may be written otherwise in normal form: hardly
/// any of a word does.
fn may_differ(byte: u8) -> bool {
    matches!(byte, b'`' | b'-' | 0xc2 | 0xe2 | 0xef)
}

fn push(letter: char, normal: &mut String) {
    match letter {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => normal.push('"'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '`' | '´' => normal.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '-' => {
            // `--` and `---` are how dashes are typed.
            if !normal.ends_with('-') {
                normal.push('-');
            }
        }
        '…' => normal.push_str("..."),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        other => normal.push(other),
    }
}

#[cfg(test)]
mod tests {
    use crate::content::blocks::Mark;

    #[test]
    fn what_a_translator_does_not_see_makes_no_difference() {
        let mark = Mark::of("Ông nói: \"hoà giải\" - từ 15/11...");
        for same in [
            "  Ông nói:\n“hoà   giải” – từ 15/11…",
            "Ông nói:\u{a0}«hoà giải» — từ 15/11...\n",
            "O\u{302}ng no\u{301}i: \"hoa\u{300} gia\u{309}i\" --- tu\u{31b}\u{300} 15/11...",
            "Ông nói:\n> \"hoà giải\"\n>   - từ 15/11...",
            "Ông nói: \"hoà\u{ad} giải\" - từ \u{200b}15/11...",
        ] {
            assert_eq!(Mark::of(same), mark, "{same}");
        }
        for other in
            ["Ông nói: \"hoà giải\" - từ 16/11...", "ông nói: \"hoà giải\" - từ 15/11...", ""]
        {
            assert_ne!(Mark::of(other), mark, "{other}");
        }
    }

    #[test]
    fn a_mark_is_sixteen_digits() {
        let mark = Mark::of("a");
        assert_eq!(Mark::parse(&mark.to_string()), Some(mark));
        for bad in ["", "12", "+123456789abcdef", "0123456789abcdeg", "0123456789abcdef0"] {
            assert_eq!(Mark::parse(bad), None, "{bad}");
        }
    }
}
