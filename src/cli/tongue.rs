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
    of_locale(&named.unwrap_or_default())
}

/// The language for one whose system or editor speaks this one: `vi_VN.UTF-8`, `en-US`. Where
/// nothing is said it is Vietnamese.
pub(crate) fn of_locale(name: &str) -> Tongue {
    let name = name.to_lowercase();
    let unsaid = name.is_empty() || name.starts_with("c.") || name == "c" || name == "posix";
    if unsaid || name.starts_with("vi") { Tongue::Vi } else { Tongue::En }
}
