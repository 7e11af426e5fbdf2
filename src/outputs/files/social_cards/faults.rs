//! What is said of the fonts of social cards.

use crate::content::Language;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::site::Site;
use crate::sources::SourcePath;

/// A letter that no font has, and the first page that has it.
pub(super) struct Missing {
    pub(super) letter: char,
    pub(super) path: SourcePath,
}

impl Missing {
    pub(super) fn diagnose(&self, language: &Language, site: &Site) -> Diagnostic {
        let (letter, number) = (self.letter, u32::from(self.letter));
        let theme = &site.config.theme.value;
        let message = say!(
            "phông chữ của thẻ chia sẻ không có chữ `{letter}` (U+{number:04X}) của ngôn ngữ `{language}`: trang có chữ này dùng thẻ của trang chủ, hoặc không có thẻ",
            "the fonts of social cards lack the letter `{letter}` (U+{number:04X}) of the language `{language}`: pages with it are shared with the card of the site, or with none"
        );
        let hint = say!(
            "chép một phông có chữ này vào `themes/{theme}/card/`, hoặc ghi `social_cards: false` trong `site.yaml`",
            "put a font that has it into `themes/{theme}/card/`, or write `social_cards: false` into `site.yaml`"
        );
        let fault = Diagnostic::warning(Code::MissingLetter, message).hint(hint);
        fault.at(Place::file(&self.path))
    }
}

/// That a font cannot draw what it says it can.
pub(super) fn broken_font() -> Diagnostic {
    let message = say!(
        "một phông chữ của thẻ chia sẻ bị hỏng bên trong, không vẽ được chữ",
        "a font of the social cards is broken inside, and letters cannot be drawn with it"
    );
    let hint = say!(
        "thay phông trong thư mục `card` của giao diện",
        "put another font into the theme's folder `card`"
    );
    Diagnostic::error(Code::BadFont, message).hint(hint)
}
