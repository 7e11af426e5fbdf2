//! The fonts that a theme brings for social cards.
//!
//! They lie in its folder `card` and are never copied to the site. A theme draws with its own
//! before those of the themes that it extends; one of the same name takes the other's place.

use std::collections::BTreeSet;

use bangtin_cards::Fonts;
use serde::{Serialize, Serializer};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::memo::Digest;
use crate::sources::{SourcePath, Sources};

/// Fonts, ready to draw with. They serialise as one digest.
#[derive(Clone, Debug)]
pub struct CardFonts {
    /// The fonts.
    pub fonts: Fonts,
    digest: Digest,
}

impl Serialize for CardFonts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

/// The fonts of a theme and of those that it extends. What is no font is said.
pub(super) fn load(sources: &Sources, chain: &[String], all: &mut Vec<Diagnostic>) -> CardFonts {
    let (mut names, mut files, mut digests) = (BTreeSet::new(), Vec::new(), Vec::new());
    for theme in chain {
        let folder = format!("themes/{theme}/card/");
        for (path, source) in sources.under(&folder).filter(|(path, _)| is_font(path)) {
            if names.contains(path.file_name()) {
                continue;
            }
            match sources.bytes(path).filter(Fonts::can_read) {
                Some(bytes) => {
                    names.insert(path.file_name().to_owned());
                    files.push(bytes);
                    digests.push(source.digest);
                }
                // It takes no other's place, so that only it is at fault.
                None => all.push(unreadable(path)),
            }
        }
    }
    CardFonts { fonts: Fonts::new(&files), digest: Digest::of_value(&digests) }
}

fn is_font(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "ttf" | "otf")
}

fn unreadable(path: &SourcePath) -> Diagnostic {
    let name = path.file_name();
    let message = say!("không đọc được phông chữ `{name}`", "the font `{name}` cannot be read");
    let hint = say!(
        "thay bằng một tệp TrueType hoặc OpenType còn nguyên (`.ttf`, `.otf`), không quá 16 MB",
        "put a whole TrueType or OpenType file (`.ttf`, `.otf`) in its place, of 16 MB at most"
    );
    Diagnostic::error(Code::BadFont, message).hint(hint).at(Place::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_draw_with_their_own_fonts_first() {
        let mut sources = Sources::default().with_embedded_themes();
        let civic = ["civic".to_owned()];
        let mut all = Vec::new();
        let whole = load(&sources, &civic, &mut all);
        assert_eq!(whole.fonts.missing("Ẫ ơ̆ →"), None);

        let arrows = sources.bytes(&SourcePath::new("themes/civic/card/NotoSansSymbols-Bold.ttf"));
        sources.put_file("themes/xa/card/NotoSans-Bold.ttf", &arrows.unwrap());
        let chain = ["xa".to_owned(), "civic".to_owned()];
        let child = load(&sources, &chain, &mut all);
        assert!(all.is_empty());
        assert_eq!(child.fonts.missing("Ẫ"), Some('Ẫ'), "that of the same name is replaced");
        assert_ne!(Digest::of_value(&child), Digest::of_value(&whole));
    }

    #[test]
    fn what_is_no_font_is_said() {
        let mut sources = Sources::default();
        sources.put_file("themes/xa/card/a.ttf", b"\0\x01\0\0");
        sources.put_file("themes/xa/card/b.woff2", b"wOF2");
        let mut all = Vec::new();
        let fonts = load(&sources, &["xa".to_owned()], &mut all);
        assert!(fonts.fonts.is_empty());
        let said: Vec<_> = all.iter().map(|fault| fault.code).collect();
        assert_eq!(said, [Code::BadFont]);
    }
}
