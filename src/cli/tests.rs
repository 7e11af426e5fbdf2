//! Tests of what arguments become.

use super::*;

fn parsed(line: &[&str]) -> Result<Cli, Stop> {
    parse(line.iter().map(Into::into).collect(), Tongue::En)
}

#[test]
fn the_commands_are_well_formed_in_both_languages() {
    command(Tongue::Vi).debug_assert();
    command(Tongue::En).debug_assert();
}

#[test]
fn the_language_is_asked_for_or_the_environments_or_vietnamese() {
    let none = |_: &str| None;
    let american = |_: &str| Some("en_US.UTF-8".to_owned());
    let plain = |_: &str| Some("C.UTF-8".to_owned());
    assert_eq!(tongue(&[], none), Tongue::Vi);
    assert_eq!(tongue(&[], plain), Tongue::Vi);
    assert_eq!(tongue(&[], american), Tongue::En);
    assert_eq!(tongue(&["--lang".into(), "vi".into()], american), Tongue::Vi);
    assert_eq!(tongue(&["--lang=en".into()], none), Tongue::En);
}

#[test]
fn a_size_is_a_number_with_a_unit_and_any_other_letters_are_told() {
    for (text, bytes) in [("20MB", 20_000_000), ("1,5 gb", 1_500_000_000), ("800k", 800_000)] {
        assert_eq!(usage::size(text).unwrap(), bytes, "{text}");
    }
    // The sign of kelvins is a `k` in small letters, and three bytes long.
    for text in ["", "MB", "20\u{212a}B", "20 ẢB", "0", "1,23456 kB", "-1MB"] {
        assert!(usage::size(text).is_err(), "{text}");
    }
}

#[test]
fn a_host_has_the_name_that_it_has_in_the_settings() {
    use bangtin::config::Host;
    for (name, host) in Host::ALL {
        let Ok(Cli { command: Command::Host(flags), .. }) = parsed(&["bangtin", "host", name])
        else {
            panic!("no {name}")
        };
        assert_eq!(flags.host, Some(host));
    }
}

#[test]
fn flags_become_typed_values() {
    let cli = parsed(&[
        "bangtin",
        "build",
        "-r",
        "trang",
        "-u",
        "https://x.example",
        "--now",
        "20/11/2026",
        "-DF",
    ]);
    let Ok(Cli { command: Command::Build(build), global }) = cli else { panic!("no build") };
    assert_eq!(global.root, Some(PathBuf::from("trang")));
    assert!(build.site.drafts && build.site.future && !build.strict);
    assert_eq!(build.site.base_url.unwrap().as_str(), "https://x.example/");
    assert!(matches!(build.site.now, Some(Moment::Day(_))));
}
