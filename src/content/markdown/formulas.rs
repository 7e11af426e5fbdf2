//! Formulas between dollars and behind strokes (`$$a^2$$`, `\\(a\\)`), which no page draws.

use std::ops::Range;

use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// What stands around formulas, longest first.
const PAIRS: &[(&str, &str)] = &[("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")];

/// The longest formula that is looked for, in bytes.
const LONGEST: usize = 500;

/// The most formulas of one text that are told.
const MOST: usize = 50;

/// A formula that was found.
struct Formula<'t> {
    whole: &'t str,
    inner: &'t str,
}

impl Writer<'_, '_> {
    /// Looks for formulas that begin in a stretch of text; they may end lines below.
    pub(super) fn look_at_formulas(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        // The stroke in front of the first sign is no part of the stretch.
        let begin = range.start - usize::from(text[..range.start].ends_with('\\'));
        let source = text.get(begin..range.end).unwrap_or_default();
        for (at, _) in source.match_indices(['$', '\\']) {
            let start = begin + at;
            if start < self.noted.formulas_done || self.noted.formulas > MOST {
                continue;
            }
            let Some(Formula { whole, inner }) = formula(text, start) else { continue };
            self.noted.formulas_done = start + whole.len();
            self.noted.formulas += 1;
            let place = start..start + whole.len();
            let first = whole.lines().next().unwrap_or_default();
            let shown = if first == whole { whole.to_owned() } else { format!("{first}…") };
            let message = say!(
                "`{shown}` là công thức; trang không vẽ công thức mà hiện nguyên các dấu này",
                "`{shown}` is a formula of LaTeX; pages draw none and show its marks"
            );
            match plain(inner) {
                Some(plain) => {
                    let hint = say!("viết `{plain}`", "write `{plain}`");
                    let fix = Fix::likely(place.clone(), plain);
                    self.tell_mended(place, (message, hint), fix);
                }
                None => {
                    let hint = say!(
                        "viết bằng chữ và ký hiệu thường, như `a² ≤ b`, hoặc lưu công thức thành hình: `![công thức](cong-thuc.png)`",
                        "write it in words and common signs, like `a² ≤ b`, or save it as a picture: `![formula](formula.png)`"
                    );
                    self.tell_meant(place, message, hint);
                }
            }
        }
    }
}

/// The formula that begins here. What is money, and brackets that are escaped so that they are
/// no link, hold nothing that only formulas have.
fn formula(text: &str, at: usize) -> Option<Formula<'_>> {
    let rest = &text[at..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    if text[..at].ends_with(['\\', '$']) {
        return None;
    }
    let (open, close) = PAIRS.iter().find(|(open, _)| rest.starts_with(open))?;
    let behind = &rest[open.len()..];
    let inner = &behind[..behind.find(close)?];
    let is_tight = !inner.starts_with(' ') && !inner.ends_with(' ') && !inner.contains('\n');
    let is_one = match *open {
        "$$" => inner.contains(['=', '^', '_', '\\', '+', '<', '>', '/', '*']),
        "$" => is_tight && (has_command(inner) || inner.contains(['^', '_'])),
        _ => has_command(inner) || inner.contains(['^', '_', '=']) && inner.contains(' '),
    };
    let is_good = is_one && !inner.trim().is_empty() && !inner.contains("\n\n");
    is_good.then(|| Formula { whole: &rest[..open.len() + inner.len() + close.len()], inner })
}

/// Whether a text has a command such as `\frac`.
fn has_command(inner: &str) -> bool {
    let mut parts = inner.split('\\').skip(1);
    parts.any(|part| part.bytes().take_while(u8::is_ascii_alphabetic).count() > 1)
}

/// A formula in common signs, if it has nothing but letters, squares and cubes.
fn plain(inner: &str) -> Option<String> {
    let inner = inner.trim();
    let raised =
        inner.replace("^{2}", "²").replace("^{3}", "³").replace("^2", "²").replace("^3", "³");
    let is_number = |behind: &str| behind.starts_with(|own: char| own.is_ascii_digit());
    let is_plain = |own: char| own.is_alphanumeric() || " +-=/(),.²³%".contains(own);
    let is_higher = ["²", "³"].iter().any(|sign| raised.split(sign).skip(1).any(is_number));
    (raised.chars().all(is_plain) && !is_higher).then_some(raised)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_known_by_what_only_formulas_have() {
        for (text, inner) in [
            ("$$a^2 + b^2$$", "a^2 + b^2"),
            ("$$\nx = 1\n$$ rồi", "\nx = 1\n"),
            ("\\(a \\le b\\)", "a \\le b"),
            ("\\[ x = y \\]", " x = y "),
            ("$x^2$", "x^2"),
            ("$\\alpha$", "\\alpha"),
        ] {
            assert_eq!(formula(text, 0).map(|found| found.inner), Some(inner), "{text}");
        }
        for text in [
            "$5 và $10",
            "$$ và $$",
            "$HOME/a_b và $HOME",
            "\\[x\\]",
            "\\(theo Điều 5\\)",
            "\\[^1]",
            "$$a = b\n\nc$$",
            "$$$",
            "$",
        ] {
            assert!(formula(text, 0).is_none(), "{text}");
        }
        assert!(formula(&"$".repeat(100_000), 50_000).is_none());
    }

    #[test]
    fn squares_have_a_sign() {
        assert_eq!(plain("a^2 + b^{2} = c^2").as_deref(), Some("a² + b² = c²"));
        assert_eq!(plain("\\frac{1}{2}"), None);
        assert_eq!(plain("x_1"), None);
        assert_eq!(plain("2^22"), None);
    }
}
