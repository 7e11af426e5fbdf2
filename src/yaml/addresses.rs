//! Addresses of other sites in YAML: what a reader's browser may be sent to.

use crate::diagnostics::{Code, say};
use crate::yaml::{Marked, Reading};

/// What an address outside the site may begin with. Code (`javascript:`) and files of the
/// author's own computer are no addresses.
const BEGINNINGS: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// Says so if a text is no address of another site.
pub fn check_address(written: &Marked<String>, reading: &mut Reading<'_>) {
    let address = &written.value;
    let known = BEGINNINGS.iter().any(|beginning| {
        let start = address.get(..beginning.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    });
    let plain = !address.chars().any(|letter| letter.is_control() || letter == ' ');
    if !known || !plain {
        let message = say!(
            "`{address}` không phải địa chỉ trang web",
            "`{address}` is no address on the web"
        );
        let hint = say!(
            "viết đầy đủ như `https://example.gov.vn/trang`",
            "write it in full, like `https://example.gov.vn/page`"
        );
        reading.error(written.span, Code::UnsafeLink, message, hint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::SourcePath;

    #[test]
    fn an_address_runs_no_code_and_opens_no_file() {
        let faults = |address: &str| {
            let path = SourcePath::new("a.md");
            let mut reading = Reading::new(&path, address);
            let marked = Marked { value: address.to_owned(), span: (0..address.len()).into() };
            check_address(&marked, &mut reading);
            reading.diagnostics.len()
        };
        for good in ["https://a.vn/", "HTTP://a.vn", "mailto:a@b.vn", "tel:111"] {
            assert_eq!(faults(good), 0, "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " https://a.vn",
            "data:text/html,x",
            "file:///etc",
            "a.vn",
            "java\nscript:x",
            "",
        ] {
            assert_eq!(faults(bad), 1, "{bad:?}");
        }
    }
}
