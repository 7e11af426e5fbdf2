//! What a file name or a value holds never commands a terminal.

use crate::site::{Site, bangtin};

/// What clears the screen, turns the text red, names the window, rings the bell, and turns
/// the direction of writing.
const COMMANDS: &str = "\u{1b}[2J\u{1b}[31m\u{1b}]0;a\u{7}\u{9b}31m\u{202e}\r\u{8}";

fn is_command(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Runs each command in each format; nothing it prints may command.
fn assert_harmless(site: &Site, what: &str) {
    for lang in ["vi", "en"] {
        for arguments in [
            &["build"][..],
            &["build", "--format", "short"],
            &["build", "--format", "json"],
            &["build", "--format", "sarif"],
            &["build", "--verbose", "--drafts"],
            &["check"],
            &["list"],
            &["list", "--format", "json"],
        ] {
            let ran = site.run(&[arguments, &["--lang", lang]].concat());
            for printed in [&ran.stdout, &ran.stderr] {
                let command = printed.find(is_command).map(|at| &printed[at..]);
                assert_eq!(command, None, "{what}: {arguments:?}\n{printed:?}");
            }
        }
    }
}

#[test]
fn a_file_name_does_not_command() {
    let good = Site::good();
    for name in [
        "content/tin/a{}.md",
        "content/tin/a{}/b.md",
        "content/tin/a{}.png",
        "content/_data/a{}.yaml",
        "themes/nho/static/a{}.css",
        "themes/nho/templates/a{}.html",
        "themes/nho/i18n/a{}.yaml",
        "themes/a{}/theme.yaml",
    ] {
        let site = good.copy();
        site.put(&name.replace("{}", COMMANDS), "---\ntitle: A\n---\n");
        assert_harmless(&site, name);
    }
}

#[test]
fn a_value_does_not_command() {
    let good = Site::good();
    let escaped: String =
        COMMANDS.chars().map(|letter| format!("\\u{:04x}", u32::from(letter))).collect();
    let page = |keys: &str, body: &str| format!("---\n{keys}\n---\n{body}\n");
    let mut pages =
        vec![page("title: A", &format!("[a]({COMMANDS}b.md) {{{{ {COMMANDS}(a=1) }}}}"))];
    for body in [
        "[a](<{}.md>)",
        "![{}]({}.png)",
        "::: {}\na\n:::",
        "{{ hop(ten=\"{}\", {}=\"a\") }}",
        "<{}>{}</{}>",
        "[a](#{})",
        "# {}\n\n# {}",
        "{} [a](b.md) {}",
        "{{ hop({}",
        "[a](%1b%5b31m.md)",
        "[a](x{}:b)",
        "| {} |\n|-|\n| [a](b.md) |",
    ] {
        pages.push(page("title: A", &body.replace("{}", COMMANDS)));
        pages.push(page("title: A\nslug: a b", &body.replace("{}", COMMANDS)));
    }
    for keys in [
        "title: \"{}\"",
        "title: \"{}\"\nslug: \"{}\"",
        "title: A\ndate: \"{}\"",
        "title: A\nkind: \"{}\"",
        "title: A\n\"{}\": 1",
        "title: A\ntopics: [\"{}\"]",
        "title: A\ntemplate: \"{}\"",
        "title: A\nimage: \"{}.png\"",
        "title: A\naliases: [\"{}\"]",
        "title: A\ndraft: \"{}\"",
        "title: A\nweight: \"{}\"",
        "title: A\nextra: { a: &a {}, b: *b }",
        "title: {}",
        "{}: a",
        "title: A\ntitle{}: B",
        "title: 'A\n{}",
    ] {
        pages.push(page(&keys.replace("{}", &escaped), ""));
        pages.push(page(&keys.replace("{}", COMMANDS), ""));
    }
    for (number, text) in pages.iter().enumerate() {
        good.put(&format!("content/tin/hong-{number}.md"), text);
    }
    assert_harmless(&good, "pages");
}

#[test]
fn settings_data_and_templates_do_not_command() {
    let good = Site::good();
    let escaped: String =
        COMMANDS.chars().map(|letter| format!("\\u{:04x}", u32::from(letter))).collect();
    let settings = "title: \"{}\"\ntheme: \"{}\"\ntimezone: \"{}\"\nbase_url: \"{}\"\nlanguages: { vi: { name: \"{}\" }, \"{}\": {} }\nmenus: { main: [\"@/{}.md\"] }\n\"{}\": 1\n";
    for (path, text) in [
        ("site.yaml", settings),
        (
            "content/_data/agencies.yaml",
            "\"{}\": { name: { \"{}\": A }, replaced_by: \"{}\", \"{}\": 1 }\n",
        ),
        ("themes/nho/theme.yaml", "extends: \"{}\"\n\"{}\": 1\n"),
        ("themes/nho/i18n/vi.yaml", "dates: { \"{}\": 1, day: \"{}\" }\nnumbers: { \"{}\": 1 }\n"),
        ("themes/nho/templates/page.html", "{{ t(key=\"{}\") }}"),
        ("themes/nho/templates/page.html", "{{ throw(message=\"{}\") }}"),
        ("themes/nho/templates/page.html", "{% include \"{}\" %}"),
        ("themes/nho/templates/page.html", "<p>{} {% if %}"),
    ] {
        for value in [&escaped, COMMANDS] {
            let site = good.copy();
            site.put(path, text.replace("{}", value));
            assert_harmless(&site, text);
        }
    }
}

#[test]
fn an_argument_does_not_command() {
    let site = Site::good();
    let root = site.root().to_str().unwrap();
    for arguments in [
        &["build", "--root", COMMANDS][..],
        &["build", "--output-dir", COMMANDS, "--root", root],
        &["build", "--output-dir", &format!("{root}/content/{COMMANDS}"), "--root", root],
        &["build", "--base-url", COMMANDS, "--root", root],
        &["build", "--now", COMMANDS, "--root", root],
        &["build", "--format", COMMANDS],
        &["explain", COMMANDS],
        &["new", COMMANDS, "A", "--root", root],
        &["new", "post", COMMANDS, "--root", root],
        &["new", "post", "A", "--in", COMMANDS, "--root", root],
        &["new", "page", "A", "--language", COMMANDS, "--root", root],
        &["init", &format!("{root}/content/tin/bai.md/{COMMANDS}")],
        &[COMMANDS],
        &["build", &format!("--{COMMANDS}")],
    ] {
        for lang in ["vi", "en"] {
            let output = bangtin()
                .current_dir(root)
                .args(arguments)
                .args(["--lang", lang])
                .output()
                .unwrap();
            for printed in [&output.stdout, &output.stderr] {
                let printed = String::from_utf8(printed.clone()).unwrap();
                assert!(!printed.contains(is_command), "{arguments:?}\n{printed:?}");
            }
        }
    }
}
