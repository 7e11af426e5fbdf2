//! What templates may call: words, dates, ranges, numbers. Each is a pure function of
//! its arguments, the language of the page and the theme's own words.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::content::phone;
use crate::locale::marks::mark;
use crate::locale::{DateFormat, Language, Strings};
use crate::yaml::Moment;

type Words = Arc<BTreeMap<Language, Strings>>;

/// Makes the functions and filters known to the templates.
pub(super) fn register(tera: &mut Tera, words: &Words) {
    let (shared, settled) = (Arc::clone(words), settled(words));
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| {
        match settled_text(&settled, &kwargs, state) {
            Some(text) => Ok(text),
            None => text(&shared, &kwargs, state).map(Value::from),
        }
    });
    let shared = Arc::clone(words);
    tera.register_filter("date", move |value: &str, kwargs: Kwargs, state: &State<'_>| {
        date(&shared, value, &kwargs, state)
    });
    let shared = Arc::clone(words);
    tera.register_filter("date_range", move |value: &str, kwargs: Kwargs, state: &State<'_>| {
        let (language, strings) = strings_of(&shared, state)?;
        let (first, _) = parse(value)?;
        let (last, _) = parse(kwargs.must_get::<&str>("to")?)?;
        let (text, written_in) = strings.dates.range(first, last);
        Ok::<String, Error>(mark(text, written_in.unwrap_or(language), language))
    });
    let shared = Arc::clone(words);
    tera.register_filter("number", move |value: f64, _: Kwargs, state: &State<'_>| {
        strings_of(&shared, state).map(|(_, strings)| strings.numbers.format(value))
    });
    let shared = Arc::clone(words);
    tera.register_filter("filesize", move |value: f64, _: Kwargs, state: &State<'_>| {
        strings_of(&shared, state).map(|(_, strings)| strings.numbers.file_size(value))
    });
    tera.register_filter("phones", |value: &str, _: Kwargs, _: &State<'_>| {
        // What cannot be read was said where it is written, and gives no link.
        let parts = phone::read(value).unwrap_or_else(|_| vec![phone::Part::Text(value)]);
        Value::from_serializable(&linked(&parts))
    });
    tera.register_filter("find_phones", |value: &str, _: Kwargs, _: &State<'_>| {
        Value::from_serializable(&linked(&phone::find(value)))
    });
    tera.register_filter("json", |value: Value, _: Kwargs, _: &State<'_>| json(&value));
}

/// The parts of a text, those that are telephone numbers with the address that dials them.
fn linked(parts: &[phone::Part<'_>]) -> Vec<serde_json::Value> {
    let part = |part: &phone::Part<'_>| match part {
        phone::Part::Text(text) => serde_json::json!({ "text": text, "url": null }),
        phone::Part::Number(text, phone) => {
            serde_json::json!({ "text": text, "url": phone.link() })
        }
    };
    parts.iter().map(part).collect()
}

/// The texts of each language as they are where nothing is put into them: pages ask for the same
/// ones again and again.
type Settled = BTreeMap<Language, BTreeMap<String, Value>>;

fn settled(words: &Words) -> Settled {
    let of_language = |(page, strings): (&Language, &Strings)| {
        let texts = strings.texts.keys().filter_map(|key| {
            let (text, written_in) = strings.text(key, &BTreeMap::new(), None)?;
            Some((key.clone(), Value::from(mark(text, written_in, page))))
        });
        (page.clone(), texts.collect())
    };
    words.iter().map(of_language).collect()
}

/// The text that a template asks for by nothing but its key; none if it asks for more, or if
/// there is a fault to be said.
fn settled_text(settled: &Settled, kwargs: &Kwargs, state: &State<'_>) -> Option<Value> {
    if kwargs.iter().nth(1).is_some() {
        return None;
    }
    let page: Value = state.get("lang").ok()??;
    let key = kwargs.get::<&str>("key").ok()??;
    settled.get(page.as_str()?)?.get(key).cloned()
}

fn strings_of<'w>(words: &'w Words, state: &State<'_>) -> TeraResult<(&'w Language, &'w Strings)> {
    let code: Option<Value> = state.get("lang")?;
    let code = code.ok_or_else(|| {
        Error::message(
            "the language is not known here: add `@lang` to the arguments of the component",
        )
    })?;
    let known = code.as_str().and_then(|code| words.get_key_value(code));
    let known = known.or_else(|| words.iter().next());
    known.ok_or_else(|| Error::message("the theme has no language file"))
}

/// The words of a language that the template names.
fn strings_in<'w>(words: &'w Words, code: &str) -> TeraResult<(&'w Language, &'w Strings)> {
    let known = words.get_key_value(code);
    known.ok_or_else(|| Error::message(format!("the site has no language `{code}`")))
}

fn text(words: &Words, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let (page, strings) = match kwargs.get::<&str>("lang")? {
        Some(other) => strings_in(words, other)?,
        None => strings_of(words, state)?,
    };
    let key: &str = kwargs.must_get("key")?;
    let count: Option<f64> = kwargs.get("count")?;
    let missing = || Error::message(format!("no language file of the theme has the text `{key}`"));
    let written_in = strings.texts.get(key).map(|text| &text.language).ok_or_else(missing)?;
    // What is put into a borrowed text is in the page's language all the same.
    let own = |value: &Value| mark(value.to_string(), page, written_in);
    let mut arguments: BTreeMap<String, String> =
        kwargs.iter().map(|(name, value)| (name.to_string(), own(value))).collect();
    if let Some(count) = count {
        arguments.insert("count".to_owned(), strings.numbers.format(count));
    }
    let (text, _) = strings.text(key, &arguments, count).ok_or_else(missing)?;
    Ok(mark(text, written_in, page))
}

fn date(words: &Words, value: &str, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let (language, strings) = strings_of(words, state)?;
    let wanted = kwargs.get::<&str>("format")?.unwrap_or("short");
    let format =
        DateFormat::ALL.iter().find(|(name, _)| *name == wanted).map(|(_, format)| *format);
    let format =
        format.ok_or_else(|| Error::message(format!("there is no date format `{wanted}`")))?;
    let (date, time) = parse(value)?;
    let (text, written_in) = strings.dates.format(date, time, format);
    Ok(mark(text, written_in.unwrap_or(language), language))
}

/// A date or a time as the views give it; the offset is the site's own and is not shown.
fn parse(value: &str) -> TeraResult<(Date, Option<DateTime>)> {
    if let Some(Ok(time)) = value.get(..19).map(str::parse::<DateTime>) {
        return Ok((time.date(), Some(time)));
    }
    match Moment::parse(value) {
        Ok(Moment::Day(date)) => Ok((date, None)),
        Ok(Moment::Time(time)) => Ok((time.date(), Some(time))),
        Ok(Moment::Instant(_)) | Err(_) => Err(Error::message(format!("`{value}` is no date"))),
    }
}

fn json(value: &Value) -> TeraResult<Value> {
    let text = serde_json::to_string(value).map_err(|error| Error::message(error.to_string()))?;
    Ok(Value::safe_string(&json_for_script(&text)))
}

/// JSON that can stand inside a `<script>` element: nothing in it can end the element or be
/// taken for HTML. These characters stand only in the texts of JSON, where each may be written
/// by its number (RFC 8259 §7).
pub(crate) fn json_for_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            other => out.push(other),
        }
    }
    out
}
