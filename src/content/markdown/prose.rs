//! The plain text of a body: its words, its opening, the text of a heading.

/// The longest opening, in letters.
const LONGEST_OPENING: usize = 300;

/// What is kept of the text without its marks.
#[derive(Default)]
pub(super) struct Prose {
    /// How many words there were.
    pub(super) words: usize,
    /// The first paragraph, cut at a word.
    pub(super) opening: String,
    in_word: bool,
    captured: Option<String>,
}

impl Prose {
    /// Text to be read, as it comes.
    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_whitespace() {
                self.in_word = false;
            } else if !self.in_word && letter.is_alphanumeric() {
                self.in_word = true;
                self.words += 1;
            }
        }
        self.capture(text);
    }

    /// Code, which is no word but belongs to the text of a heading.
    pub(super) fn code(&mut self, code: &str) {
        self.in_word = false;
        self.capture(code);
    }

    /// A line break, which stands for a space.
    pub(super) fn line_break(&mut self) {
        self.in_word = false;
        self.capture(" ");
    }

    /// The beginning or end of a block: no word goes on behind it.
    pub(super) fn block(&mut self) {
        self.in_word = false;
    }

    /// Begins to keep the text.
    pub(super) fn begin(&mut self) {
        self.captured = Some(String::new());
    }

    /// Begins to keep the text if the opening is still wanted.
    pub(super) fn begin_opening(&mut self) {
        if self.opening.is_empty() {
            self.begin();
        }
    }

    /// The text since `begin`.
    pub(super) fn end(&mut self) -> String {
        let text = self.captured.take().unwrap_or_default();
        let trimmed = text.trim();
        if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
    }

    /// The text since `begin_opening` is the opening, unless there is one.
    pub(super) fn end_opening(&mut self) {
        if self.captured.is_some() && self.opening.is_empty() {
            self.opening = cut(self.end());
        }
    }

    fn capture(&mut self, text: &str) {
        if let Some(captured) = &mut self.captured {
            captured.push_str(text);
        }
    }
}

/// The text, or as many whole words of it as an opening holds, and an ellipsis.
fn cut(text: String) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_OPENING) else { return text };
    let kept = &text[..end];
    let kept = kept.rfind(char::is_whitespace).map_or(kept, |space| &kept[..space]);
    format!("{}…", kept.trim_end_matches(|letter: char| !letter.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_come_in_parts() {
        let mut prose = Prose::default();
        for part in ["Bình ", "đẳng", " giới – it", "’", "s", " 15/11"] {
            prose.text(part);
        }
        prose.line_break();
        prose.text("a");
        assert_eq!(prose.words, 6);
    }

    #[test]
    fn a_long_opening_is_cut_at_a_word() {
        let opening = cut("từng chữ, ".repeat(60));
        assert!(opening.ends_with("chữ…") || opening.ends_with("từng…"), "{opening}");
        assert!(opening.chars().count() <= LONGEST_OPENING + 1);
        assert_eq!(cut("ngắn".to_owned()), "ngắn");
    }
}
