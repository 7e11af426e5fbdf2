//! Quotations that were to be none: a `>` that says that something is more.

use std::ops::Range;

use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// Units of amounts, of which more are meant where `>` stands in front of them. Years and people
/// are not among them: quotations begin with their number too.
const UNITS: &[&str] = &[
    "%", "°C", "độ", "tuổi", "triệu", "tỷ", "tỉ", "nghìn", "đồng", "kg", "tấn", "tạ", "g", "mg",
    "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "cm", "mm", "ha", "hộ", "giờ", "phút", "lít",
    "kW", "kWh", "V", "years", "hours", "minutes", "million", "hectares", "litres",
];

impl Writer<'_, '_> {
    /// `>60`, `- > 60` and `> 60 tuổi` are quotations, and the sign is not shown.
    pub(super) fn look_at_quotation(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let Some(inside) = text[range.clone()].strip_prefix('>') else { return };
        let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let is_in_list = text[line..range.start].contains(['-', '*', '+', '.', ')']);
        let rest = if is_in_list { inside.trim_start_matches(' ') } else { inside };
        let is_sign = rest.starts_with(|first: char| first.is_ascii_digit() || first == '=');
        if !is_sign && !is_amount(inside) {
            return;
        }
        let message = say!(
            "dấu `>` ở đầu không hiện ra mà mở một lời trích",
            "the `>` at the beginning is not shown but begins a quotation"
        );
        let hint = say!("viết `\\>`, hoặc chữ `trên`", "write `\\>`, or `over`");
        let fix = Fix::likely(range.start..range.start, "\\");
        self.tell_mended(range.start..range.start + 1, (message, hint), fix);
    }
}

/// Whether a quotation is one line that begins with an amount and its unit: ` 60 tuổi`.
fn is_amount(inside: &str) -> bool {
    let text = inside.trim();
    let rest = text.trim_start_matches(|own: char| own.is_ascii_digit() || ".,".contains(own));
    let unit = rest.trim_start();
    let unit = unit.split([' ', ',', ';', '.']).next().unwrap_or_default();
    rest.len() < text.len() && !text.contains('\n') && UNITS.contains(&unit)
}
