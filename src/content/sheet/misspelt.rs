//! Headings that are nearly those of columns.

use crate::content::sheet::columns::{Column, plain};
use crate::diagnostics::nearest;
use crate::locale::syllable::{Verdict, judge};

/// The heading that is meant where one is nearly the name of a column.
pub(super) fn near(heading: &str) -> Option<&'static str> {
    let written = plain(heading).0;
    if is_word(heading.trim()) {
        return None;
    }
    let slips = Column::names().map(|(name, _)| name).filter(|name| is_slip(&written, name));
    let name = nearest(&written, slips)?;
    let (_, headings) = Column::names().find(|(own, _)| *own == name)?;
    let is_near = |heading: &&str| nearest(&written, [plain(heading).0.as_str()]).is_some();
    headings.into_iter().find(is_near).or(headings.first().copied())
}

/// Whether a heading is one word of Vietnamese that is spelt right and thus no slip for another, as
/// `Xã` is none for `Mã`. What has many letters and no marks may be English.
fn is_word(heading: &str) -> bool {
    let is_short = heading.chars().count() < 4 || !heading.is_ascii();
    is_short && !heading.contains(' ') && judge(heading) == Verdict::Syllable
}

/// Whether a heading may be a slip for a name: of several words one is, for `Mã xã` is no `Mô tả`.
fn is_slip(written: &str, name: &str) -> bool {
    let (own, others) = (written.split(' '), name.split(' '));
    if own.clone().count() != others.clone().count() {
        return true;
    }
    let mut slips = own.zip(others).filter(|(own, other)| own != other);
    let first = slips.next();
    slips.next().is_none() && first.is_none_or(|(own, other)| nearest(own, [other]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_proposed_as_the_column_that_is_meant() {
        for (heading, column) in [
            ("Dia dieem", "Địa điểm"),
            ("Địa đểm", "Địa điểm"),
            ("Nộidung", "Nội dung"),
            ("Venu", "Venue"),
        ] {
            assert_eq!(near(heading), Some(column), "{heading}");
        }
    }

    #[test]
    fn another_word_is_no_slip() {
        for heading in ["Kinh phí", "Xã", "Giá", "Nơi", "Tổ", "Mã xã", "Số xe", "Đến nơi"]
        {
            assert_eq!(near(heading), None, "{heading}");
        }
    }
}
