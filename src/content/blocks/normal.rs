//! The normal form of a text: equal for two texts that say the same to a translator.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in one line, single spaces between its words, the marks of quotations at the
/// beginnings of its lines left out.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (number, written) in text.lines().enumerate() {
        let written =
            if number == 0 { written } else { written.trim_start_matches([' ', '\t', '>']) };
        for word in written.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// The text as it is compared: in one line, in NFC, its quotation marks straight, its dashes
/// short, without the characters that nobody sees.
pub(super) fn normal_form(text: &str) -> String {
    let seen = one_line(text);
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&seen);
    let mut normal = String::with_capacity(composed.len());
    for letter in composed.chars() {
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
    normal
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
