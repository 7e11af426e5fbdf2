//! The language in which the program speaks.

use std::ffi::OsString;

use bangtin::diagnostics::show::Tongue;

/// The language to speak: what `--lang` asks for, else the environment's, else Vietnamese.
pub(crate) fn tongue(arguments: &[OsString], environment: fn(&str) -> Option<String>) -> Tongue {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        let asked = match argument.strip_prefix("--lang") {
            Some("") => arguments.next().map(|value| value.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        match asked.as_deref() {
            Some("vi") => return Tongue::Vi,
            Some("en") => return Tongue::En,
            Some(_) | None => {}
        }
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment(name));
    Tongue::of_locale(&named.unwrap_or_default())
}
