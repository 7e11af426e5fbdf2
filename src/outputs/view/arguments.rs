//! Whether a text calls a component of the theme as the component wants to be called.

use crate::content::data::Data;
use crate::content::data::no_entry;
use crate::content::{ArgumentValue, Component, Known, as_box};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, did_you_mean, say, telling};
use crate::theme::{Argument, Theme};

/// Says what is wrong with a component's name and arguments.
pub(in crate::outputs) fn check(
    (theme, data): (&Theme, &Data),
    tell: &mut dyn FnMut(Span, Diagnostic),
    component: &Component,
) {
    let name = &component.name;
    let Some(signature) = theme.component(name) else {
        let message =
            say!("giao diện không có khối `{name}`", "the theme has no component `{name}`");
        let fault = Diagnostic::error(Code::UnknownComponent, message);
        if let Some(hint) = as_box(name).filter(|_| component.body.is_some()) {
            return tell(component.span, fault.hint(hint));
        }
        let fault = fault.hint(did_you_mean(name, theme.component_names()));
        let Span { start, end } = component.span;
        let is_name = usize::try_from(end.saturating_sub(start)).is_ok_and(|len| len == name.len());
        let fix = Fix::nearest(component.span, name, theme.component_names());
        let fault = Diagnostic { fix: fix.filter(|_| is_name), ..fault };
        tell(component.span, fault);
        return;
    };
    let known = signature.arguments.keys().map(String::as_str);
    for (argument, given) in &component.arguments {
        match signature.arguments.get(argument) {
            None if !signature.takes_rest => {
                let message = say!(
                    "`{name}` không có tham số `{argument}`",
                    "`{name}` takes no argument `{argument}`"
                );
                let hint = did_you_mean(argument, known.clone());
                let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
                tell(given.span, fault);
            }
            Some(wanted) if !fits(&given.value, wanted.kind) => {
                let kind = wanted.kind.map(|kind| kind.as_str()).unwrap_or_default();
                let message = say!(
                    "`{argument}` của `{name}` phải là `{kind}`",
                    "`{argument}` of `{name}` must be a `{kind}`"
                );
                let hint = say!(
                    "chữ viết trong dấu nháy; số và `true`, `false` thì không",
                    "write texts in quotation marks, numbers and `true`, `false` without"
                );
                let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
                tell(given.span, fault);
            }
            Some(wanted) => {
                let fault = entry(wanted, &given.value, data);
                fault.into_iter().for_each(|fault| tell(given.span, fault));
            }
            None => {}
        }
    }
    let missing = signature.arguments.iter().filter(|(argument, wanted)| {
        wanted.required && !component.arguments.contains_key(*argument)
    });
    for (argument, _) in missing {
        let message =
            say!("`{name}` thiếu tham số `{argument}`", "`{name}` lacks the argument `{argument}`");
        let hint = say!("thêm `{argument}=\"…\"`", "add `{argument}=\"…\"`");
        let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
        tell(component.span, fault);
    }
}

/// What is wrong with the key of an entry in a data file, if the argument is one.
fn entry(wanted: &Argument, given: &ArgumentValue, data: &Data) -> Option<Diagnostic> {
    let (file, ArgumentValue::Text(key)) = (wanted.entry_of.as_ref()?, given) else { return None };
    match data.has(file, key) {
        Known::There | Known::Unknown => return None,
        Known::Missing => {}
    }
    let message = say!("`{file}.yaml` không có mã `{key}`", "`{file}.yaml` has no entry `{key}`");
    let hint = no_entry(file, key, &telling(key, data.keys(file)));
    Some(Diagnostic::error(Code::UnknownReference, message).hint(hint))
}

fn fits(value: &ArgumentValue, kind: Option<tera::ComponentArgType>) -> bool {
    use tera::ComponentArgType as Kind;
    let Some(kind) = kind else { return true };
    match value {
        ArgumentValue::Text(_) | ArgumentValue::Link(_) => kind == Kind::String,
        ArgumentValue::Flag(_) => kind == Kind::Bool,
        ArgumentValue::Number(number) => {
            matches!(kind, Kind::Number | Kind::Float)
                || (kind == Kind::Integer && number.fract() == 0.0)
        }
    }
}
