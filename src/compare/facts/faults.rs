//! What is said of a fact that differs.

use crate::compare::facts::Pair;
use crate::content::facts::Fact;
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};

/// Both say it, and not the same.
pub(super) fn differs(pair: &Pair<'_>, fact: &Fact, original: &Fact) -> Diagnostic {
    let (here, there) = (pair.translation.written(fact), pair.source.written(original));
    if here == there {
        return read_otherwise(here, pair.translation.place(fact));
    }
    let message = say!("`{here}` khác với bản gốc", "`{here}` differs from the original");
    let place = pair.source.place(original);
    let (path, line) = (&place.path, place.line);
    let hint = say!(
        "bản gốc ghi `{there}` (`{path}`, dòng {line}); sửa bên nào sai",
        "the original says `{there}` (`{path}`, line {line}); mend the one that is wrong"
    );
    fault(message, hint, pair.translation.place(fact))
}

/// Both write it alike, and each language reads it otherwise.
fn read_otherwise(here: &str, place: Place) -> Diagnostic {
    let message = say!(
        "`{here}` chép nguyên từ bản gốc, mà ngôn ngữ này đọc thành số khác",
        "`{here}` is copied from the original, and this language reads it as another number"
    );
    let hint = say!(
        "tiếng Việt viết 25.000 và 2,5; tiếng Anh viết 25,000 và 2.5",
        "Vietnamese writes 25.000 and 2,5 where English writes 25,000 and 2.5"
    );
    fault(message, hint, place)
}

/// Only the translation says it.
pub(super) fn unknown(pair: &Pair<'_>, fact: &Fact) -> Diagnostic {
    let here = pair.translation.written(fact);
    let message = say!("bản gốc không có `{here}`", "the original does not say `{here}`");
    let place = pair.source.blocks.first().map(|block| pair.source.body.place(block.span));
    let (path, line) = (&pair.source.body.path, place.map_or(0, |place| place.line));
    let hint = say!(
        "so với đoạn ở dòng {line} của `{path}`; sửa bên nào sai",
        "compare it with line {line} of `{path}`; mend the one that is wrong"
    );
    fault(message, hint, pair.translation.place(fact))
}

/// Only the source says it.
pub(super) fn missing(pair: &Pair<'_>, fact: &Fact) -> Diagnostic {
    let there = pair.source.written(fact);
    let message = say!("bản dịch thiếu `{there}`", "the translation lacks `{there}`");
    let place = pair.source.place(fact);
    let (path, line) = (&place.path, place.line);
    let hint = say!(
        "bản gốc có ở dòng {line} của `{path}`; thêm vào đoạn này",
        "the original has it on line {line} of `{path}`; add it to this paragraph"
    );
    let body = pair.translation.body;
    let block = pair.translation.blocks.first();
    fault(
        message,
        hint,
        block.map_or_else(|| Place::file(&body.path), |block| body.place(block.span)),
    )
}

fn fault(message: Say, hint: Say, place: Place) -> Diagnostic {
    Diagnostic::warning(Code::DifferentFact, message).hint(hint).at(place)
}
