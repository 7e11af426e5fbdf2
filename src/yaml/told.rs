//! What is said of a value that is not of the type that belongs there.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};
use crate::locale::Name;
use crate::yaml::quoted::quoted;
use crate::yaml::{Key, Marked, Node, Reading, Value, choices};

/// Says that nothing stands behind a key that must have something.
pub(super) fn nothing_behind((key, node): (&Key, &Node), reading: &mut Reading<'_>) {
    let name = &key.name;
    let message = say!("sau `{name}:` chưa có gì", "nothing stands behind `{name}:`");
    let hint = match node.value {
        Value::Null => say!(
            "viết giá trị ngay sau dấu hai chấm; nếu là nhiều mục, thụt chúng vào hai dấu cách ở các dòng dưới",
            "write the value behind the colon; if it is several keys, write them below with two spaces in front"
        ),
        Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Map(_)
        | Value::Unknown => say!(
            "viết giá trị vào giữa hai dấu nháy",
            "write the value between the quotation marks"
        ),
    };
    reading.error(key.span, Code::MissingKey, message, hint);
}

/// Says that a text that readers must find is empty in one language.
pub fn no_text_in(language: &Key, reading: &mut Reading<'_>) {
    let name = &language.name;
    let message = say!("sau `{name}:` chưa có gì", "nothing stands behind `{name}:`");
    let hint = say!(
        "viết bằng ngôn ngữ đó; chưa có thì xoá `{name}`, người đọc sẽ thấy chữ của ngôn ngữ khác",
        "write it in that language, or delete `{name}`: readers then see it in another one"
    );
    reading.error(language.span, Code::MissingKey, message, hint);
}

/// Says which names of a list stand there already.
pub(super) fn twice(names: &[Marked<String>], list: &str, reading: &mut Reading<'_>) {
    let mut known = BTreeSet::new();
    for name in names {
        if known.insert(Name::of(&name.value)) {
            continue;
        }
        let written = &name.value;
        let message =
            say!("`{written}` được ghi hai lần ở `{list}`", "`{written}` stands twice in `{list}`");
        let hint = say!("xoá một trong hai", "delete one of the two");
        reading.tell(name.span, Diagnostic::warning(Code::BadValue, message).hint(hint));
    }
}

/// Says that a key means nothing without another one.
pub(super) fn alone(key: &Key, other: &str, reading: &mut Reading<'_>) {
    let name = &key.name;
    let message = say!(
        "`{name}` không có tác dụng vì thiếu `{other}`",
        "`{name}` does nothing, for `{other}` is missing"
    );
    let hint = say!(
        "thêm một dòng `{other}: …`, hoặc xoá dòng `{name}`",
        "add a line `{other}: …`, or delete the line `{name}`"
    );
    reading.tell(key.span, Diagnostic::warning(Code::MissingKey, message).hint(hint));
}

/// Says that a value is neither yes nor no.
pub(super) fn no_flag(node: &Node, name: &str, reading: &mut Reading<'_>) {
    if matches!(node.value, Value::Unknown) {
        return;
    }
    let written = node.written();
    let is_right = matches!(written.as_str(), "true" | "false");
    let message = in_quotes(node, name, reading).filter(|_| is_right).unwrap_or_else(|| {
        say!(
            "`{name}` chỉ nhận `true` (có) hoặc `false` (không), ở đây là `{written}`",
            "`{name}` is `true` or `false`, here it is `{written}`"
        )
    });
    let fault = Diagnostic::error(Code::WrongType, message);
    let meant = choices::yes_or_no(&written);
    let fault = match meant {
        Some(meant) => fault
            .hint(say!("viết `{name}: {meant}`", "write `{name}: {meant}`"))
            .fix(node.becomes(&meant.to_string(), true)),
        None => {
            fault.hint(say!("viết `true` (có) hoặc `false` (không)", "write `true` or `false`"))
        }
    };
    reading.tell(node.span, fault);
}

/// Says that a value is no whole number. What it is meant to be comes out.
pub(super) fn no_number(node: &Node, name: &str, reading: &mut Reading<'_>) -> Option<i64> {
    let written = node.written();
    let meant = written.trim().parse::<i64>().ok();
    let quoted = in_quotes(node, name, reading).filter(|_| meant.is_some());
    let message = quoted.unwrap_or_else(|| {
        say!(
            "`{name}` là `{written}`, không phải số nguyên",
            "`{name}` is `{written}`, not a whole number"
        )
    });
    let fault = Diagnostic::error(Code::WrongType, message);
    let fault = match meant {
        Some(meant) => fault
            .hint(say!("viết `{name}: {meant}`", "write `{name}: {meant}`"))
            .fix(node.becomes(&meant.to_string(), true)),
        None => fault.hint(say!("viết một số như `10`", "write a number such as `10`")),
    };
    reading.tell(node.span, fault);
    meant
}

/// What is said of a value that would be right without the quotation marks around it, if some are.
fn in_quotes(node: &Node, name: &str, reading: &Reading<'_>) -> Option<Say> {
    let stretch = node.span.start as usize..node.span.end as usize;
    let written = reading.text.get(stretch).filter(|own| own.starts_with(['"', '\'']))?;
    Some(say!(
        "giá trị của `{name}` nằm trong dấu nháy (`{written}`), nên bị đọc là chữ",
        "the value of `{name}` stands in quotation marks (`{written}`), which make it a text"
    ))
}

/// What people put in front of the items of a list.
const MARKS: [char; 6] = ['-', '–', '—', '•', '·', '+'];

/// The names in a text that should be one name. Within brackets only semicolons part names: a
/// comma stands in quotation marks there.
pub(super) fn several(
    text: Marked<String>,
    name: &str,
    is_in_list: bool,
    reading: &mut Reading<'_>,
) -> Vec<Marked<String>> {
    let signs: &[char] = if is_in_list { &[';'] } else { &[',', ';'] };
    let is_marked = text.value.starts_with(MARKS);
    if !is_marked && !text.value.contains(signs) {
        return vec![text];
    }
    // In quotation marks a list is a text.
    let list = text.value.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let names = list.unwrap_or(&text.value).split(signs);
    let names = names.map(|name| name.trim().trim_start_matches(MARKS).trim());
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return vec![text];
    }
    let fault = say_several(&text, &names, name, is_in_list);
    let names = names.iter().map(|name| Marked { value: name.to_string(), span: text.span });
    let names = names.collect();
    reading.tell(text.span, fault);
    names
}

/// Says that a text is several names, which want brackets.
pub(crate) fn say_several(
    text: &Marked<String>,
    names: &[&str],
    name: &str,
    is_in_list: bool,
) -> Diagnostic {
    let list = names.join(", ");
    let written = &text.value;
    let message = match names {
        [_] => say!(
            "`{written}` bắt đầu bằng dấu của danh sách, nên bị đọc cả dấu",
            "`{written}` begins with the mark of a list, which is read as a part of it"
        ),
        _ => say!("`{written}` là nhiều mục viết liền", "`{written}` is several names in one"),
    };
    let shown = format!("[{list}]");
    let hint = say!(
        "viết trong ngoặc vuông, ngăn bằng dấu phẩy: `{name}: {shown}`",
        "write them between brackets, with commas: `{name}: {shown}`"
    );
    let is_key = |name: &&str| !name.contains(' ') && !name.contains(char::is_uppercase);
    let is_sure = names.iter().all(is_key);
    let written = if is_in_list { list } else { shown };
    let fix = Fix { span: text.span, text: written, is_sure };
    Diagnostic::error(Code::WrongType, message).hint(hint).fix(fix)
}

/// Says that a key belongs below the one above it, if nothing stands behind that.
pub(super) fn below_empty(key: &Key, above: &Key, reading: &mut Reading<'_>) -> bool {
    let (start, end) = (key.span.start as usize, above.span.end as usize);
    let between = reading.text.get(end..start).unwrap_or_default();
    if !between.contains('\n') || between.trim() != ":" {
        return false;
    }
    let (name, above) = (&key.name, &above.name);
    let message = say!("không có mục nào tên là `{name}`", "there is no key `{name}`");
    let hint = say!(
        "nếu `{name}` thuộc `{above}` ở trên, thụt dòng này vào hai dấu cách",
        "if `{name}` belongs to `{above}` above, begin the line with two spaces more"
    );
    let fault = Diagnostic::error(Code::UnknownKey, message).hint(hint);
    reading.tell(key.span, fault.fix(Fix::likely(start..start, "  ")));
    true
}

/// Says that a text stands where keys belong, if one does: it is the value of the first of them.
pub fn told_as_text(node: &Node, first: &str, reading: &mut Reading<'_>) -> bool {
    let Some(text) = node.as_text() else { return false };
    let is_plain = text.starts_with(char::is_alphanumeric)
        && !text.contains([',', '[', ']', '{', '}', '#', ':', '"', '\'', '\n']);
    let text = if is_plain { text.to_owned() } else { quoted(text) };
    let message = say!(
        "chỗ này phải viết từng dòng `tên: giá trị`, ở đây chỉ có chữ",
        "lines of `name: value` are wanted here, and here is a text alone"
    );
    let hint = say!(
        "viết tên của mục trước chữ: `{{ {first}: {text} }}`",
        "write the name of its key in front of it: `{{ {first}: {text} }}`"
    );
    let fault = Diagnostic::error(Code::WrongType, message).hint(hint);
    reading.tell(node.span, fault.fix(node.becomes(&format!("{{ {first}: {text} }}"), false)));
    true
}

/// Says that a value is no lines of keys and values.
pub(super) fn no_mapping(node: &Node, reading: &mut Reading<'_>) {
    let message = say!(
        "chỗ này phải viết từng dòng `tên: giá trị`",
        "lines of `name: value` are wanted here"
    );
    let start = node.span.start as usize;
    let is_in_line = reading.text.get(start..).is_some_and(|rest| rest.starts_with('['));
    let hint = match node.value {
        Value::List(_) if is_in_line => say!(
            "viết trong ngoặc nhọn, mỗi mục có tên: `{{ tên: giá trị }}`",
            "write it in braces, with a name for each entry: `{{ name: value }}`"
        ),
        Value::List(_) => say!(
            "thay dấu gạch nối bằng tên của từng mục: `tên: giá trị`, mỗi mục một dòng",
            "write the name of each entry instead of the hyphen: `name: value`, one a line"
        ),
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Map(_)
        | Value::Unknown => say!(
            "viết mỗi mục trên một dòng, có dấu cách sau dấu hai chấm: `tên: giá trị`",
            "write one entry a line with a space after the colon: `name: value`"
        ),
    };
    reading.error(node.span, Code::WrongType, message, hint);
}

/// Says that a key stands under two of its names.
pub(super) fn same_key(first: &Key, second: &Key, reading: &mut Reading<'_>) {
    let (one, other) = (&first.name, &second.name);
    let message =
        say!("`{other}` và `{one}` là cùng một mục", "`{other}` and `{one}` are the same key");
    let hint = say!("giữ một dòng, xoá dòng kia", "keep one of the lines and delete the other");
    reading.error(second.span, Code::DuplicateKey, message, hint);
}
