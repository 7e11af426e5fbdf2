//! Reads the keys of the front matter, one by one.

use std::collections::BTreeMap;

use crate::content::front_matter::{Cascade, Meta, Picture, Split, aliases, booklet, source};
use crate::content::kinds::{self, Kind};
use crate::content::sheet::Sheet;
use crate::content::{Language, LinkTarget, RichText, Rules, address};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::keys;
use crate::yaml::{Fields, Key, Marked, Moment, Node, Reading, tell_slips};

/// What [`read`] must know besides the file.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The rules of the site.
    pub rules: &'a Rules,
    /// Whether it is the `_index.md` of a section.
    pub is_section: bool,
    /// Its language.
    pub language: &'a Language,
    /// The sheets that it may read.
    pub sheets: &'a [Sheet<'a>],
}

/// Reads the keys, and the kind if that is known. Where there are none, gives what can be known
/// without them.
pub fn read(
    split: &Split,
    body: &RichText,
    about: About<'_>,
    reading: &mut Reading<'_>,
) -> (Meta, Option<Kind>) {
    let no_keys = || {
        let meta = Meta { title: body.title.clone().unwrap_or_default(), ..Meta::default() };
        (meta, about.is_section.then(|| Kind::Section(kinds::Section::default())))
    };
    let Some(node) = &split.front_matter else { return no_keys() };
    reading.as_meant(node, |node, reading| {
        let Some(mut fields) = Fields::of(node, keys::EVERY_PAGE, reading) else {
            return no_keys();
        };
        let title = title(&mut fields, body, reading);
        let meta = Meta { title, ..common(&mut fields, about.rules, reading) };
        let kind = kinds::read(&mut fields, about, reading);
        // Where the kind is not known, nobody knows which keys it has besides those of all.
        match kind {
            Some(_) => fields.finish(reading),
            None => slips(fields.rest(), node, about.rules, reading),
        }
        in_order(&meta.publish_date, &meta.expiry_date, reading);
        changed_before(&meta, reading);
        (meta, kind)
    })
}

/// Says which keys are slips for one that a page of any kind may have.
fn slips(open: Vec<(&Key, &Node)>, node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    let own = rules.taxonomies.iter().map(String::as_str);
    let every = keys::EVERY_PAGE.iter().map(|key| key.name).chain(own);
    let free: Vec<&str> = every.filter(|name| node.get(name).is_none()).collect();
    let others = keys::KINDS.iter().flat_map(|(_, keys)| keys.iter().map(|key| key.name));
    tell_slips(open, (&free, &others.collect::<Vec<_>>()), reading);
}

fn title(fields: &mut Fields<'_>, body: &RichText, reading: &mut Reading<'_>) -> String {
    let before = reading.diagnostics.len();
    let written =
        fields.marked_text("title", reading).filter(|title| !title.value.trim().is_empty());
    match (written, &body.title) {
        (Some(title), Some(heading)) if *heading != title.value => {
            let place = reading.place(title.span);
            let message = say!(
                "trang có hai tên: `title` và đề mục đầu `# {heading}`; đề mục không được hiện",
                "the page has two titles: `title` and the first heading `# {heading}`, which is not shown"
            );
            let hint = say!(
                "xoá một trong hai, hoặc viết đề mục bằng `##`",
                "delete one of them, or begin the heading with `##`"
            );
            reading
                .diagnostics
                .push(Diagnostic::warning(Code::NoTitle, message).hint(hint).at(place));
            title.value
        }
        (Some(title), Some(_) | None) => title.value,
        (None, Some(heading)) => heading.clone(),
        (None, None) => {
            let is_told = reading.diagnostics.len() > before;
            if let Some(key) = fields.empty("title").filter(|_| !is_told) {
                nothing_behind_title(key, reading);
            } else if !is_told && fields.may_lack("title") {
                let message = say!("trang chưa có tên", "the page has no title");
                let hint = say!(
                    "thêm một dòng `title: …` có tên trang",
                    "add a line `title: …` with the name of the page"
                );
                reading.error(fields.span(), Code::NoTitle, message, hint);
            }
            String::new()
        }
    }
}

/// Says that the key is there and has no title behind it; a note may have been meant for one.
fn nothing_behind_title(key: Span, reading: &mut Reading<'_>) {
    let end = key.end as usize;
    let line = reading.text.get(end..).and_then(|rest| rest.split('\n').next());
    let line = line.unwrap_or_default().trim_end();
    let note = line.split_once('#').filter(|(before, _)| before.trim() == ":");
    let note = note.map(|(_, note)| note.trim()).filter(|note| !note.is_empty());
    let message = say!("sau `title:` chưa có tên trang", "no title stands behind `title:`");
    let fault = Diagnostic::error(Code::NoTitle, message);
    let fault = match note.filter(|note| !note.contains([':', '#'])) {
        Some(note) => {
            let fix = Fix::likely(end..end + line.len(), format!(": {note}"));
            let hint = say!(
                "dấu `#` mở đầu một ghi chú; nếu `{note}` là tên trang, viết `title: {note}`",
                "`#` begins a note; if `{note}` is the title, write `title: {note}`"
            );
            fault.hint(hint).fix(fix)
        }
        None => fault.hint(say!(
            "viết tên trang ngay sau dấu hai chấm",
            "write the name of the page behind the colon"
        )),
    };
    reading.tell(key, fault);
}

fn common(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Meta {
    let (print, booklet) = booklet::read(fields, reading);
    Meta {
        title: String::new(),
        description: fields.text("description", reading),
        summary: fields.text("summary", reading),
        date: fields.moment("date", reading),
        updated: fields.moment("updated", reading),
        publish_date: fields.moment("publish_date", reading),
        expiry_date: fields.moment("expiry_date", reading),
        slug: fields.marked_text("slug", reading),
        path: fields.marked_text("path", reading),
        aliases: aliases::read(fields, reading),
        weight: fields.integer("weight", reading),
        translation_key: fields.marked_text("translation_key", reading),
        image: picture(fields, reading),
        booklet,
        checks: rules.checks.with(fields.take("checks"), reading),
        extra: address::open(fields, "extra", reading),
        shared: Cascade { print, ..shared(fields, rules, reading) },
    }
}

/// The keys that a page may set for itself and a section for all that lies below it, but for
/// `print`, which says more of a page than of what lies below it.
fn shared(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Cascade {
    Cascade {
        draft: fields.flag("draft", reading),
        sensitive: fields.flag("sensitive", reading),
        neutral_title: fields.text("neutral_title", reading),
        sample: fields.flag("sample", reading),
        print: None,
        authors: fields.people("authors", reading).into_iter().map(|name| name.value).collect(),
        source: source::read(fields, reading),
        template: fields.marked_text("template", reading),
        terms: terms(fields, rules, reading),
    }
}

/// The `cascade:` of a section.
pub fn cascade(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Cascade {
    let Some(node) = fields.take("cascade") else { return Cascade::default() };
    let Some(mut fields) = Fields::of(node, keys::CASCADE, reading) else {
        return Cascade::default();
    };
    let print = fields.flag("print", reading);
    // What they set is known to the pages before they are read.
    let _ = rules.checks.with(fields.take("checks"), reading);
    let cascade = Cascade { print, ..shared(&mut fields, rules, reading) };
    fields.finish(reading);
    cascade
}

fn picture(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<Picture> {
    let alt = fields.text("image_alt", reading);
    let target = LinkTarget::of(fields, "image", reading)?;
    if alt.is_none() && fields.may_lack("image_alt") {
        let written = target.written();
        let message = say!(
            "hình `{written}` chưa có lời mô tả",
            "the picture `{written}` has no description"
        );
        let hint = say!(
            "thêm dòng `image_alt: …` nói hình cho thấy gì; `image_alt: \"\"` nếu hình chỉ để trang trí",
            "add a line `image_alt: …` that says what it shows; `image_alt: \"\"` if it only adorns"
        );
        reading.error(target.span, Code::NoPictureText, message, hint);
    }
    Some(Picture { target, alt: alt.unwrap_or_default() })
}

fn terms(
    fields: &mut Fields<'_>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> BTreeMap<String, Vec<Marked<String>>> {
    let mut all = BTreeMap::new();
    for name in &rules.taxonomies {
        let terms = fields.names(name, reading);
        if !terms.is_empty() {
            all.insert(name.clone(), terms);
        }
    }
    all
}

/// Says so if an end stands before its beginning.
pub fn in_order(
    start: &Option<Marked<Moment>>,
    end: &Option<Marked<Moment>>,
    reading: &mut Reading<'_>,
) {
    let (Some(start), Some(end)) = (start, end) else { return };
    // The zone is the same for both, so any zone gives the right order.
    let zone = jiff::tz::TimeZone::UTC;
    let backwards = match (start.value, end.value) {
        (Moment::Time(_) | Moment::Instant(_), Moment::Time(_) | Moment::Instant(_)) => {
            end.value.start(&zone) < start.value.start(&zone)
        }
        (_, _) => end.value.day(&zone) < start.value.day(&zone),
    };
    if backwards {
        let (first, last) = (reading.written(start.span), reading.written(end.span));
        let message = say!(
            "kết thúc (`{last}`) trước khi bắt đầu (`{first}`)",
            "the end (`{last}`) is before the beginning (`{first}`)"
        );
        let is_one_day = end.value.day(&zone) == start.value.day(&zone);
        let hint = if is_one_day {
            say!(
                "đổi một trong hai giờ; nếu kết thúc sau nửa đêm, viết cả ngày kết thúc (`end_date`)",
                "change one of the two times; if it ends after midnight, write the last day too (`end_date`)"
            )
        } else {
            say!("đổi một trong hai ngày", "change one of the two dates")
        };
        reading.error(end.span, Code::EndBeforeStart, message, hint);
    }
}

/// Says so if a page was changed before it was there.
fn changed_before(meta: &Meta, reading: &mut Reading<'_>) {
    let (Some(date), Some(updated)) = (&meta.date, &meta.updated) else { return };
    let zone = jiff::tz::TimeZone::UTC;
    if updated.value.day(&zone) >= date.value.day(&zone) {
        return;
    }
    let (first, last) = (reading.written(date.span), reading.written(updated.span));
    let message = say!(
        "ngày sửa (`{last}`) trước ngày đăng (`{first}`)",
        "the day of the change (`{last}`) is before that of publication (`{first}`)"
    );
    let hint = say!(
        "kiểm tra hai ngày; trang chưa sửa lần nào thì bỏ `updated`",
        "check both days; leave out `updated` where nothing was changed"
    );
    let place = reading.place(updated.span);
    let fault = Diagnostic::warning(Code::EndBeforeStart, message).hint(hint);
    reading.diagnostics.push(fault.at(place));
}

/// Says so if two items have one id. `ids` are the ids in order.
pub fn unique_ids(ids: &[(&str, Span)], reading: &mut Reading<'_>) {
    let mut seen = BTreeMap::new();
    for (id, span) in ids {
        if let Some(first) = seen.insert(*id, *span) {
            let line = reading.place(first).line;
            let message = say!(
                "mã `{id}` đã dùng ở dòng {line}",
                "the id `{id}` is already used on line {line}"
            );
            let hint = say!("đặt ở đây một `id` khác", "give this one another `id`");
            reading.error(*span, Code::DuplicateId, message, hint);
        }
    }
}
