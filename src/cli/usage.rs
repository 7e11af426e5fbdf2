//! Arguments that cannot be used, said in the program's own voice.

use std::fmt;

use bangtin::config::{BaseUrl, Host};
use bangtin::diagnostics::Say;
use bangtin::yaml::Moment;
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::PageKind;
use bangtin::diagnostics::say;

/// Why there is nothing to do.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Help or the version was asked for: this is it.
    Asked(String),
    /// The arguments cannot be used.
    Wrong(UsageFault),
}

/// What is wrong with an argument, and the cure.
#[derive(Clone, Debug)]
pub(crate) struct UsageFault {
    /// The cause.
    pub(crate) message: Say,
    /// The cure.
    pub(crate) hint: Say,
}

impl fmt::Display for UsageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for UsageFault {}

impl From<clap::Error> for Stop {
    fn from(error: clap::Error) -> Stop {
        let asked = [
            ErrorKind::DisplayHelp,
            ErrorKind::DisplayVersion,
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
        ];
        if asked.contains(&error.kind()) {
            return Stop::Asked(format!("{}\n", error.render().to_string().trim_end()));
        }
        Stop::Wrong(fault(&error))
    }
}

/// Reads an address for `--base-url`.
pub(super) fn base_url(text: &str) -> Result<BaseUrl, UsageFault> {
    BaseUrl::parse(text).ok_or_else(|| UsageFault {
        message: say!("`{text}` không phải địa chỉ trang web", "`{text}` is no address of a site"),
        hint: say!(
            "viết đầy đủ như `https://vi-du.gov.vn/`",
            "write it in full, such as `https://example.gov.vn/`"
        ),
    })
}

/// Reads the name of a host.
pub(super) fn host() -> impl TypedValueParser<Value = Host> {
    let of = |name: &String| Host::ALL.into_iter().find(|(own, _)| own == name);
    let names = PossibleValuesParser::new(Host::ALL.map(|(name, _)| name));
    names.try_map(move |name| of(&name).map(|(_, host)| host).ok_or(std::fmt::Error))
}

/// Reads a day or a time for `--now`.
pub(super) fn moment(text: &str) -> Result<Moment, UsageFault> {
    Moment::parse(text).map_err(|(message, hint)| UsageFault { message, hint })
}

/// Reads a number of bytes: `20MB`, `1,5 GB`, `800kB`.
pub(super) fn size(text: &str) -> Result<u64, UsageFault> {
    let letters = text.trim().trim_end_matches(['b', 'B']).trim_end();
    let units = [('k', 3), ('m', 6), ('g', 9)];
    let last = letters.chars().next_back().map(|last| last.to_ascii_lowercase());
    let unit = units.iter().find(|(unit, _)| last == Some(*unit));
    let (number, power) =
        unit.map_or((letters, 0), |(_, power)| (letters[..letters.len() - 1].trim_end(), *power));
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    let digits = format!("{whole}{part:0<power$}");
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit()) && part.len() <= power;
    let size = digits.parse::<u64>().ok().filter(|size| is_number && *size > 0);
    size.ok_or_else(|| UsageFault {
        message: say!("`{text}` không phải dung lượng", "`{text}` is no size"),
        hint: say!("viết như `20MB` hoặc `500kB`", "write it like `20MB` or `500kB`"),
    })
}

fn fault(error: &clap::Error) -> UsageFault {
    let own =
        std::error::Error::source(error).and_then(|source| source.downcast_ref::<UsageFault>());
    if let Some(own) = own {
        return own.clone();
    }
    let argument = shown(error, ContextKind::InvalidArg);
    let is = |kind| error.kind() == kind;
    if is(ErrorKind::InvalidSubcommand) {
        return unknown_command(error);
    }
    if is(ErrorKind::UnknownArgument) {
        return unknown_argument(error, &argument);
    }
    if is(ErrorKind::InvalidValue) || is(ErrorKind::ValueValidation) {
        return bad_value(error, &argument);
    }
    let message = if is(ErrorKind::MissingRequiredArgument) {
        say!("thiếu {argument}", "{argument} is missing")
    } else if is(ErrorKind::MissingSubcommand) {
        say!("thiếu tên lệnh", "the command is missing")
    } else if is(ErrorKind::ArgumentConflict) {
        say!(
            "{argument} không dùng được ở đây hoặc được viết hai lần",
            "{argument} cannot stand here or stands twice"
        )
    } else {
        let told = error.kind().as_str().unwrap_or("not understood");
        say!("không hiểu các tham số, máy báo “{told}”", "the arguments cannot be used: {told}")
    };
    UsageFault { message, hint: see_help() }
}

fn unknown_command(error: &clap::Error) -> UsageFault {
    let name = shown(error, ContextKind::InvalidSubcommand);
    UsageFault {
        message: say!("không có lệnh {name}", "there is no command {name}"),
        hint: meant(&name).unwrap_or_else(|| suggestion(error, ContextKind::SuggestedSubcommand)),
    }
}

/// What people call commands, in Vietnamese and in other programs, each with what does that here.
const CALLED: &[(&[&str], &str)] = &[
    (&["version", "ver", "phien-ban"], "--version"),
    (&["?", "/?", "/help", "huong-dan", "tro-giup", "giup"], "--help"),
    (&["xem", "watch", "server", "start", "run", "dev", "preview", "open", "mo"], "serve"),
    (&["kiem-tra", "kiemtra", "soat", "test", "lint", "validate", "verify", "fix"], "check"),
    (&["tao", "xuat", "dang", "publish", "deploy", "make", "generate"], "build"),
    (&["them", "viet", "bai", "add", "create"], "new"),
    (&["goi", "zip"], "pack"),
    (&["liet-ke", "danh-sach", "ls"], "list"),
    (&["dich", "ban-dich", "translate"], "i18n"),
    (&["giai-thich", "loi"], "explain"),
];

/// The command that was meant by a word which is none.
fn meant(name: &str) -> Option<Say> {
    let word = name.trim_matches('`').to_lowercase();
    let plain = bangtin::locale::slug(&word);
    let is = |called: &&str| *called == word || (!plain.is_empty() && *called == plain);
    let (_, own) = CALLED.iter().find(|(called, _)| called.iter().any(&is))?;
    Some(say!("có phải bạn muốn viết `{own}`?", "did you mean `{own}`?"))
}

/// Whether a word names a file of the site.
fn is_file(argument: &str) -> bool {
    let word = argument.trim_matches('`').to_lowercase();
    word.starts_with("content") || [".md", ".yaml", ".html"].iter().any(|end| word.ends_with(end))
}

fn unknown_argument(error: &clap::Error, argument: &str) -> UsageFault {
    if argument.starts_with("`-") {
        return UsageFault {
            message: say!(
                "lệnh này không có tuỳ chọn {argument}",
                "this command has no flag {argument}"
            ),
            hint: suggestion(error, ContextKind::SuggestedArg),
        };
    }
    let message = say!("thừa {argument}", "{argument} is one word too many");
    if is_file(argument) {
        let hint = say!(
            "lệnh này luôn xem cả trang web: bỏ tên tệp",
            "this command looks at the whole site: leave the name of the file out"
        );
        return UsageFault { message, hint };
    }
    UsageFault {
        message,
        hint: say!(
            "nếu tiêu đề hay tên thư mục có dấu cách, đặt nó trong ngoặc kép: \"Tiêu đề bài\"",
            "put a title or folder that holds spaces in quotation marks: \"My title\""
        ),
    }
}

fn bad_value(error: &clap::Error, argument: &str) -> UsageFault {
    let value = shown(error, ContextKind::InvalidValue);
    if value == "``" || value.is_empty() {
        return UsageFault {
            message: say!("{argument} cần một giá trị", "{argument} wants a value"),
            hint: known_values(error).unwrap_or_else(see_help),
        };
    }
    let hint = match shown(error, ContextKind::SuggestedValue) {
        near if !near.is_empty() => say!("có phải bạn muốn viết {near}?", "did you mean {near}?"),
        _ if argument == "`<KIND>`" => kinds(),
        _ => known_values(error).unwrap_or_else(see_help),
    };
    let message = if argument == "`<KIND>`" {
        say!("không có loại trang {value}", "there is no kind of page {value}")
    } else {
        say!("{argument} không thể là {value}", "{argument} cannot be {value}")
    };
    UsageFault { message, hint }
}

/// What a new page can be.
fn kinds() -> Say {
    let all = PageKind::value_variants().iter();
    let all: Vec<Say> = all.map(|kind| kind.told()).collect();
    let (vi, en): (Vec<&str>, Vec<&str>) =
        all.iter().map(|kind| (kind.vi.as_str(), kind.en.as_str())).unzip();
    let (vi, en) = (vi.join(", "), en.join(", "));
    say!("dùng {vi}", "use {en}")
}

fn known_values(error: &clap::Error) -> Option<Say> {
    let all = shown(error, ContextKind::ValidValue);
    (!all.is_empty()).then(|| say!("hãy dùng một trong các từ: {all}", "use one of these: {all}"))
}

fn suggestion(error: &clap::Error, kind: ContextKind) -> Say {
    match shown(error, kind) {
        near if near.is_empty() => see_help(),
        near => say!("có phải bạn muốn viết {near}?", "did you mean {near}?"),
    }
}

fn see_help() -> Say {
    say!("xem cách dùng bằng `bangtin --help`", "see `bangtin --help`")
}

/// What clap says of this kind, each value in backticks.
fn shown(error: &clap::Error, kind: ContextKind) -> String {
    let quoted = |text: &str| format!("`{text}`");
    match error.get(kind) {
        Some(ContextValue::String(text)) => quoted(text),
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ")
        }
        Some(_) | None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::parse;
    use bangtin::diagnostics::show::Tongue;

    fn wrong(line: &[&str]) -> (String, String) {
        match parse(line.iter().map(Into::into).collect(), Tongue::Vi) {
            Err(Stop::Wrong(fault)) => (fault.message.vi, fault.hint.vi),
            Err(Stop::Asked(help)) => panic!("{help}"),
            Ok(cli) => panic!("{cli:?}"),
        }
    }

    #[test]
    fn a_mistyped_command_or_flag_has_a_near_one() {
        assert_eq!(
            wrong(&["bangtin", "bild"]),
            ("không có lệnh `bild`".to_owned(), "có phải bạn muốn viết `build`?".to_owned())
        );
        assert_eq!(
            wrong(&["bangtin", "build", "--strct"]),
            (
                "lệnh này không có tuỳ chọn `--strct`".to_owned(),
                "có phải bạn muốn viết `--strict`?".to_owned()
            )
        );
    }

    #[test]
    fn a_command_by_another_name_is_known() {
        for (word, own) in
            [("xem", "serve"), ("kiểm-tra", "check"), ("version", "--version"), ("/?", "--help")]
        {
            let (_, hint) = wrong(&["bangtin", word]);
            assert_eq!(hint, format!("có phải bạn muốn viết `{own}`?"), "{word}");
        }
        let (message, hint) = wrong(&["bangtin", "check", "content/tin/bai.md"]);
        assert_eq!(message, "thừa `content/tin/bai.md`");
        assert!(hint.contains("cả trang web"), "{hint}");
    }

    #[test]
    fn a_title_without_quotation_marks_is_explained() {
        let (message, hint) = wrong(&["bangtin", "new", "post", "Tiêu", "đề"]);
        assert_eq!(message, "thừa `đề`");
        assert!(hint.contains("ngoặc kép"));
    }

    #[test]
    fn a_wrong_value_is_named_with_the_right_ones() {
        let (message, hint) = wrong(&["bangtin", "check", "--format", "xml"]);
        assert_eq!(message, "`--format <FORMAT>` không thể là `xml`");
        assert_eq!(hint, "hãy dùng một trong các từ: `text`, `short`, `json`, `sarif`");
        assert_eq!(
            wrong(&["bangtin", "build", "--now", "31/11/2026"]).0,
            "không có ngày `31/11/2026`"
        );
        assert!(wrong(&["bangtin", "build", "-u", "x.vn"]).0.contains("`x.vn`"));
        assert_eq!(wrong(&["bangtin", "new", "post"]).0, "thiếu `<TITLE>`");
        let (message, hint) = wrong(&["bangtin", "new", "phim", "Tên"]);
        assert_eq!(message, "không có loại trang `phim`");
        assert!(hint.starts_with("dùng `post` (tin bài), "), "{hint}");
    }
}
