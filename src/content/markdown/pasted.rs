//! What other programs leave in a text that was copied from them: errors of Word and Excel, marks
//! of sources of an assistant, letters that only look like letters.

use std::ops::Range;

use crate::content::markdown::entries::is_of_symbols;
use crate::content::markdown::signs::Signs;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, Say, say};
use crate::locale::plain_letters;

/// Who left something behind.
#[derive(Clone, Copy)]
enum By {
    Word,
    Excel,
    Assistant,
    Wiki,
}

/// What is left behind, and by whom.
const LEFT: &[(&str, By)] = &[
    ("Error! Reference source not found", By::Word),
    ("Error! Bookmark not defined", By::Word),
    ("Error! Hyperlink reference not valid", By::Word),
    ("Lỗi! Không tìm thấy nguồn tham chiếu", By::Word),
    ("Lỗi! Thẻ đánh dấu không được xác định", By::Word),
    ("HYPERLINK \"", By::Word),
    ("HYPERLINK \\l", By::Word),
    ("PAGEREF _", By::Word),
    ("MERGEFIELD ", By::Word),
    ("TOC \\o", By::Word),
    ("#REF!", By::Excel),
    ("#VALUE!", By::Excel),
    ("#DIV/0!", By::Excel),
    ("#NAME?", By::Excel),
    ("#NUM!", By::Excel),
    ("#N/A", By::Excel),
    (":contentReference[oaicite", By::Assistant),
    ("[cite_start]", By::Assistant),
    ("[cite:", By::Assistant),
    ("†source】", By::Assistant),
    ("†nguồn】", By::Assistant),
    ("[sửa | sửa mã nguồn]", By::Wiki),
    ("[sửa mã nguồn]", By::Wiki),
];

/// What they begin with.
const FIRST: &[char] = &['E', 'L', 'H', 'P', 'M', 'T', '#', ':', '[', '†'];

impl Writer<'_, '_> {
    /// Looks at a stretch of text with these signs.
    pub(super) fn look_at_pasted(&mut self, signs: Signs, range: &Range<usize>) {
        if signs.has(Signs::LEFT) {
            self.tell_left_behind(range);
        }
        if signs.has(Signs::PRIVATE) {
            self.tell_symbol(range);
        }
        if signs.has(Signs::DRAWN) {
            self.tell_drawn_letters(range);
        }
    }

    fn tell_left_behind(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mut told: Vec<&str> = Vec::new();
        for (at, _) in source.match_indices(FIRST) {
            let left = LEFT.iter().find(|(written, _)| source[at..].starts_with(written));
            let Some((written, by)) = left.filter(|(own, _)| !told.contains(own)) else {
                continue;
            };
            told.push(written);
            let place = range.start + at..range.start + at + written.len();
            let (message, hint) =
                by.say(written.trim_end_matches(['"', ' ', ':', '\\', '_', '】']));
            self.tell_meant(place, message, hint);
        }
    }

    /// A sign of a font of its own, which other fonts show as an empty box, and the sign that
    /// stands for a picture that was not copied.
    fn tell_symbol(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let is_private = |own: char| ('\u{e000}'..='\u{f8ff}').contains(&own) || own == '\u{fffc}';
        let Some(at) = source.find(is_private) else { return };
        let Some(letter) = source[at..].chars().next() else { return };
        let is_bullet = is_of_symbols(letter)
            && source[..at].rsplit('\n').next().unwrap_or_default().trim().is_empty();
        if is_bullet || !self.noted.foreign.insert(letter.to_string()) {
            return;
        }
        let number = format!("U+{:04X}", u32::from(letter));
        let (message, hint) = match letter {
            '\u{fffc}' => (
                say!(
                    "ký tự {number} đứng thay một hình hay vật khác không được dán theo",
                    "{number} stands for a picture or something else that was not pasted with the text"
                ),
                say!(
                    "xoá ký tự này; hình thì lưu cạnh trang rồi viết `![mô tả](hinh.jpg)`",
                    "delete it; save the picture beside the page and write `![description](picture.jpg)`"
                ),
            ),
            _ => (
                say!(
                    "ký hiệu {number} của phông Wingdings, Symbol hay phông biểu tượng: người đọc chỉ thấy một ô trống",
                    "{number} is a sign of Wingdings, Symbol or a font of icons: readers see an empty box"
                ),
                say!(
                    "thay bằng một dấu thường như `→`, `✓`, `☎`, hoặc bằng chữ",
                    "write a common sign such as `→`, `✓`, `☎` instead, or a word"
                ),
            ),
        };
        let place = range.start + at..range.start + at + letter.len_utf8();
        self.tell_meant(place, message, hint);
    }

    /// Letters of mathematics that people use for bold ones where there is no bold type.
    fn tell_drawn_letters(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let is_drawn = |own: char| ('\u{1d400}'..='\u{1d7ff}').contains(&own);
        let Some(start) = source.find(is_drawn) else { return };
        let rest = &source[start..];
        let len = rest.rfind(is_drawn).map_or(0, |at| at + '\u{1d400}'.len_utf8());
        let behind = &rest[len..];
        let is_mark = |own: char| ('\u{300}'..='\u{36f}').contains(&own);
        let len = len + behind.len() - behind.trim_start_matches(is_mark).len();
        let written = &rest[..len];
        let plain = plain_letters(written);
        let message = say!(
            "`{written}` không phải chữ cái thường: trình đọc màn hình và tìm kiếm không đọc được",
            "`{written}` are no common letters: screen readers and searches cannot read them"
        );
        let hint =
            say!("viết `{plain}`; chữ đậm là `**chữ**`", "write `{plain}`; bold is `**text**`");
        let place = range.start + start..range.start + start + len;
        let fix = Fix::sure(place.clone(), plain);
        self.tell_mended(place, (message, hint), fix);
    }
}

impl By {
    fn say(self, written: &str) -> (Say, Say) {
        match self {
            By::Word => (
                say!(
                    "`{written}` do Word để lại khi sao chép, nên hiện nguyên ra trang",
                    "`{written}` was left by Word when the text was copied, and is shown as it is"
                ),
                say!(
                    "viết lại chỗ này bằng chữ, như `xem mục 3`, hoặc bằng một liên kết `[chữ](địa chỉ)`",
                    "write the place again in words, like `see part 3`, or as a link `[text](address)`"
                ),
            ),
            By::Excel => (
                say!(
                    "`{written}` là lỗi của bảng tính, không phải số",
                    "`{written}` is an error of a spreadsheet and no number"
                ),
                say!(
                    "sửa công thức trong bảng tính rồi chép lại số đúng",
                    "mend the formula in the spreadsheet and copy the right number"
                ),
            ),
            By::Assistant => (
                say!(
                    "`{written}` là dấu nguồn mà trợ lý AI để lại khi sao chép",
                    "`{written}` is a mark of a source that an AI assistant left in the text"
                ),
                say!(
                    "xoá dấu này, và đối chiếu lại nội dung với nguồn thật",
                    "delete it, and check the text against the real source"
                ),
            ),
            By::Wiki => (
                say!(
                    "`{written}` là nút sửa của trang nguồn, bị chép theo bài",
                    "`{written}` is a button of the page that the text was copied from"
                ),
                say!("xoá chữ này", "delete it"),
            ),
        }
    }
}
