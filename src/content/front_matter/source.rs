//! Whose text a page retells.

use crate::content::LinkTarget;
use crate::content::front_matter::SourceNote;
use crate::diagnostics::{Code, Diagnostic, Span, say};
use crate::keys;
use crate::yaml::{Fields, Reading, Value, text_of};

/// The value of `source`: a name, or what is known of the source by key.
pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<SourceNote> {
    let node = fields.take("source")?;
    if !matches!(node.value, Value::Map(_)) {
        let name = text_of(node, "source", reading)?.value;
        look_at_name(&name, node.span, reading);
        return Some(SourceNote { name, url: None, date: None });
    }
    let mut inner = Fields::of(node, keys::SOURCE, reading)?;
    let name = inner.required_text("name", reading);
    look_at_name(&name, inner.take("name").map_or(node.span, |name| name.span), reading);
    let url = LinkTarget::outside_of(&mut inner, "url", reading);
    let date = inner.moment("date", reading);
    inner.finish(reading);
    Some(SourceNote { name, url, date })
}

/// An address in place of a name is shown as it is, and leads nowhere.
fn look_at_name(name: &str, span: Span, reading: &mut Reading<'_>) {
    let address = name.trim();
    let is_address = ["http://", "https://", "www."].iter().any(|own| address.starts_with(own));
    if !is_address || address.contains(char::is_whitespace) {
        return;
    }
    let message = say!(
        "`{address}` là địa chỉ, mà trang hiện chữ này như tên của nguồn",
        "`{address}` is an address, and the page shows it as the name of the source"
    );
    let url =
        if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() };
    let hint = say!(
        "viết tên nơi đăng và địa chỉ riêng: `source: {{ name: Cổng thông tin tỉnh, url: \"{url}\" }}`",
        "write who published it and where: `source: {{ name: The Ministry, url: \"{url}\" }}`"
    );
    reading.tell(span, Diagnostic::warning(Code::BadValue, message).hint(hint));
}
