//! Files that are named as texts and are something else: a Word file that was renamed to `.md`.

/// What a file is that should be a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A file of Word since 2007.
    Docx,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// Slides of PowerPoint since 2007.
    Pptx,
    /// A text of LibreOffice.
    Odt,
    /// A file of Word, Excel or PowerPoint before 2007.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A PDF.
    Pdf,
    /// A page as browsers and Word save it.
    Html,
    /// A picture.
    Picture,
    /// An archive.
    Zip,
}

/// How far into an archive the names of its parts are looked for, in bytes.
const LOOKED_AT: usize = 64 * 1024;

/// What a file is that begins with these bytes; nothing if it may be a text. Markup is a text,
/// but in a file that `is_page` it stands in place of one.
pub(super) fn of(bytes: &[u8], is_page: bool) -> Option<Format> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => Some(of_archive(bytes)),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Some(Format::OldOffice),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Format::Rtf),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Format::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Some(Format::Picture)
        }
        _ => (is_page && is_markup(bytes)).then_some(Format::Html),
    }
}

fn of_archive(bytes: &[u8]) -> Format {
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let tail = bytes.get(bytes.len().saturating_sub(LOOKED_AT)..).unwrap_or_default();
    let has =
        |name: &[u8]| [head, tail].iter().any(|part| part.windows(name.len()).any(|at| at == name));
    let known: [(&[u8], Format); 4] = [
        (b"word/document", Format::Docx),
        (b"xl/workbook", Format::Xlsx),
        (b"ppt/presentation", Format::Pptx),
        (b"opendocument.text", Format::Odt),
    ];
    known.into_iter().find(|(name, _)| has(name)).map_or(Format::Zip, |(_, format)| format)
}

fn is_markup(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins =
        |word: &[u8]| text.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    begins(b"<!doctype html") || begins(b"<html") || begins(b"MIME-Version:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_what_it_is() {
        let zip = |name: &str| [b"PK\x03\x04\0\0", name.as_bytes(), b"\0"].concat();
        for (bytes, format) in [
            (zip("[Content_Types].xml word/document.xml"), Format::Docx),
            (zip("xl/workbook.xml"), Format::Xlsx),
            (zip("ppt/presentation.xml"), Format::Pptx),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), Format::Odt),
            (zip("a.txt"), Format::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0".to_vec(), Format::OldOffice),
            (b"{\\rtf1\\ansi".to_vec(), Format::Rtf),
            (b"%PDF-1.7".to_vec(), Format::Pdf),
            (b"\x89PNG\r\n".to_vec(), Format::Picture),
            (b"\xEF\xBB\xBF\r\n<HTML xmlns:o=x>".to_vec(), Format::Html),
        ] {
            assert_eq!(of(&bytes, true), Some(format));
        }
        for text in ["---\ntitle: PDF\n---\n", "PK và PDF", "", "{ a: b }", "<div>a</div>"] {
            assert_eq!(of(text.as_bytes(), true), None, "{text}");
        }
        assert_eq!(of(b"<!DOCTYPE html>", false), None);
    }
}
