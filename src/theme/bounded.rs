//! How large a page may become: a template that goes on and on is stopped.

use std::io;

use crate::diagnostics::{Code, Diagnostic, say};

/// The largest page, in bytes of HTML. The largest of real sites have a fiftieth of it, and a
/// telephone opens none of this size.
pub const LARGEST_PAGE: usize = 64 * 1024 * 1024;

/// What a template writes, up to the size of the largest page.
#[derive(Default)]
pub(super) struct Bounded {
    /// What was written.
    pub(super) bytes: Vec<u8>,
    /// Whether more was to be written than fits.
    pub(super) is_full: bool,
}

impl io::Write for Bounded {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + part.len() > LARGEST_PAGE {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// That a page of the output is larger than any may be.
pub(crate) fn too_large(page: &str) -> Diagnostic {
    let most = LARGEST_PAGE / 1024 / 1024;
    let message = say!(
        "trang `{page}` lớn quá {most} MB, nên không được tạo",
        "the page `{page}` is larger than {most} MB and is not made"
    );
    let hint = say!(
        "chia nội dung thành nhiều trang, gọi ít khối hơn, hoặc sửa vòng lặp trong mẫu",
        "split it into several pages, call fewer components, or mend a loop in the template"
    );
    Diagnostic::error(Code::PageTooLarge, message).hint(hint)
}
