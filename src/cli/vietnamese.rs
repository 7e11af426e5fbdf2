//! The help in Vietnamese: a word for each command and flag.

use clap::Command;

/// Command, flag, words. An empty flag is the command itself, an empty command the program.
const HELP: &[(&str, &str, &str)] = &[
    ("", "", "Tạo trang web truyền thông từ một thư mục văn bản."),
    (
        "",
        "root",
        "Thư mục của trang web; nếu không ghi là thư mục đang đứng, hoặc thư mục gần nhất bên trên có trang web",
    ),
    ("", "lang", "Ngôn ngữ của lời nhắn: vi hoặc en; nếu không ghi thì theo máy"),
    ("", "quiet", "Chỉ nói khi có lỗi"),
    ("", "verbose", "Kể tên các tệp đã đọc và đã tạo"),
    ("", "help", "In trang trợ giúp này"),
    ("", "version", "In số phiên bản"),
    ("init", "", "Tạo một trang web nhỏ hai thứ tiếng để bắt đầu"),
    ("init", "folder", "Thư mục mới; nếu không ghi là thư mục đang đứng"),
    ("init", "force", "Thêm tệp còn thiếu vào thư mục đã có tệp khác"),
    ("init", "now", "Tạo như thể hôm nay là ngày này"),
    ("new", "", "Viết sẵn một trang, mỗi mục có lời giải thích"),
    (
        "new",
        "kind",
        "Loại trang: post (tin bài), page (trang), section (chuyên mục), plan (kế hoạch), schedule (lịch), material (tài liệu)",
    ),
    ("new", "title", "Tiêu đề, đặt trong ngoặc kép"),
    ("new", "section", "Thư mục trong content để đặt trang"),
    ("new", "language", "Ngôn ngữ của trang; nếu không ghi là ngôn ngữ chính"),
    ("new", "now", "Ghi ngày này thay cho hôm nay"),
    ("serve", "", "Xem trang web trên máy này; tự cập nhật khi bạn sửa"),
    ("serve", "port", "Cổng để mở, mặc định 1511; 0 là cổng trống bất kỳ"),
    ("serve", "open", "Mở trang bằng trình duyệt"),
    ("check", "", "Tìm lỗi mà không ghi tệp nào"),
    ("check", "portable", "Đi theo mọi liên kết, xem trang có chạy được từ mọi ổ đĩa không"),
    (
        "check",
        "fix",
        "Tự sửa những lỗi chỉ có một cách hiểu; cho xem thay đổi và hỏi trước khi ghi",
    ),
    ("check", "yes", "Đi với --fix: ghi các thay đổi mà không hỏi"),
    ("check", "strict", "Coi cảnh báo là lỗi"),
    ("check", "format", "Cách hiện lỗi: text, short, json hoặc sarif"),
    ("build", "", "Tạo trang web"),
    ("build", "output_dir", "Thư mục để ghi; nếu không ghi là public trong thư mục của trang web"),
    ("build", "force", "Ghi đè tệp lạ trong thư mục đích"),
    ("build", "strict", "Coi cảnh báo là lỗi"),
    ("build", "format", "Cách hiện lỗi: text, short, json hoặc sarif"),
    ("*", "base_url", "Địa chỉ đăng trang web, thay cho base_url trong site.yaml"),
    ("*", "drafts", "Hiện cả bản nháp"),
    ("*", "future", "Hiện cả trang chưa đến publish_date"),
    ("*", "now", "Tạo như thể đang là ngày giờ này, ví dụ 20/11/2026"),
    ("host", "", "In điều máy chủ cần biết: địa chỉ cũ, loại tệp, trang báo không tìm thấy"),
    (
        "host",
        "host",
        "Nơi đăng: netlify, cloudflare, apache, iis, nginx, caddy, github-pages hoặc gitlab-pages; nếu không ghi thì theo site.yaml",
    ),
    ("pack", "", "Gói trang web, hoặc một phần, thành một tệp để chép vào USB hay gửi đi"),
    (
        "pack",
        "what",
        "Phần cần gói: tệp hoặc địa chỉ của trang, mục, kế hoạch; không ghi là tất cả",
    ),
    ("pack", "output", "Tệp để ghi; nếu không ghi thì đặt tên theo phần được gói, ở thư mục này"),
    ("pack", "max", "Dung lượng lớn nhất, ví dụ 20MB; bỏ tệp tải về trước, không bỏ trang nào"),
    ("pack", "single", "Một trang thành một tệp HTML, có cả hình bên trong"),
    ("pack", "force", "Ghi đè tệp không do bangtin tạo"),
    ("list", "", "Liệt kê các trang"),
    ("list", "format", "Cách hiện danh sách: text, csv hoặc json"),
    ("i18n", "", "Xem các trang đã dịch đến đâu, ghi nhận bản dịch"),
    ("i18n status", "", "Cho biết mỗi trang đã dịch đến đâu"),
    ("i18n status", "format", "Cách hiện danh sách: text, csv hoặc json"),
    ("i18n diff", "", "Hiện những đoạn của bản gốc đã đổi từ khi dịch"),
    ("i18n diff", "page", "Trang: tên tệp, hoặc đường dẫn không có mã ngôn ngữ và đuôi tệp"),
    ("i18n accept", "", "Ghi nhận rằng bản dịch đã theo đúng bản gốc hiện nay"),
    (
        "i18n accept",
        "pages",
        "Các trang: tên tệp, hoặc đường dẫn không có mã ngôn ngữ và đuôi tệp; nếu không ghi là tất cả",
    ),
    (
        "i18n words",
        "",
        "Ghi các chữ của giao diện mà một ngôn ngữ còn thiếu vào i18n/MÃ.yaml để dịch",
    ),
    ("i18n words", "language", "Ngôn ngữ, một mã có trong site.yaml"),
    ("*", "language", "Chỉ ngôn ngữ này"),
    ("explain", "", "Giải thích một lỗi theo mã, ví dụ B102"),
    ("explain", "code", "Mã lỗi; nếu không ghi thì liệt kê mọi mã"),
    ("schema", "", "In lược đồ (JSON Schema) của site.yaml hoặc một tệp trong content/_data"),
    (
        "schema",
        "file",
        "Tệp: site, agencies, places, areas, hotlines, campaigns, glossary hoặc danger; nếu không ghi thì liệt kê mọi tên",
    ),
    ("lsp", "", "Báo lỗi cho trình soạn thảo ngay khi bạn gõ (Language Server Protocol)"),
    ("lsp", "stdio", "Nói chuyện qua stdin và stdout, như vẫn thế; vài trình soạn thảo tự thêm"),
];

/// Command and how it is written.
const USAGE: &[(&str, &str)] = &[
    ("", "bangtin LỆNH [tuỳ chọn]"),
    ("init", "bangtin init [DIR] [tuỳ chọn]"),
    ("new", "bangtin new KIND \"TITLE\" [tuỳ chọn]"),
    ("serve", "bangtin serve [tuỳ chọn]"),
    ("check", "bangtin check [tuỳ chọn]"),
    ("build", "bangtin build [tuỳ chọn]"),
    ("host", "bangtin host [HOST] [tuỳ chọn]"),
    ("pack", "bangtin pack [WHAT] [tuỳ chọn]"),
    ("list", "bangtin list [tuỳ chọn]"),
    ("i18n", "bangtin i18n LỆNH [tuỳ chọn]"),
    ("i18n status", "bangtin i18n status [tuỳ chọn]"),
    ("i18n diff", "bangtin i18n diff PAGE [tuỳ chọn]"),
    ("i18n accept", "bangtin i18n accept [PAGE]... [tuỳ chọn]"),
    ("i18n words", "bangtin i18n words CODE [tuỳ chọn]"),
    ("explain", "bangtin explain [CODE]"),
    ("schema", "bangtin schema [FILE]"),
    ("lsp", "bangtin lsp [tuỳ chọn]"),
];

const START: &str = "Bắt đầu:
  bangtin init trang-moi          tạo trang web mẫu
  bangtin new post \"Tiêu đề\"      thêm một bài
  bangtin serve                   xem tại http://127.0.0.1:1511/
  bangtin build                   ghi ra thư mục public";

/// The same commands with their help in Vietnamese.
pub(super) fn translate(program: Command) -> Command {
    all_below(program, "").after_help(START)
}

/// A command and those below it; `name` is all that stands before its flags.
fn all_below(command: Command, name: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let command = one(command, name).subcommand_help_heading("Các lệnh");
    names.into_iter().fold(command, |command, below| {
        let whole = format!("{name} {below}").trim_start().to_owned();
        command.mut_subcommand(&below, |below| all_below(below, &whole))
    })
}

fn one(command: Command, name: &str) -> Command {
    let command =
        command.help_template("{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}");
    let command = match words(name, "") {
        Some(words) => command.about(words),
        None => command,
    };
    let command = match USAGE.iter().find(|(command, _)| *command == name) {
        Some((_, usage)) => command.override_usage(*usage),
        None => command,
    };
    command.mut_args(|argument| {
        let heading = if argument.is_positional() { "Giá trị" } else { "Tuỳ chọn" };
        let argument = argument.help_heading(heading);
        match words(name, argument.get_id().as_str()) {
            Some(words) => argument.help(words),
            None => argument,
        }
    })
}

fn words(command: &str, flag: &str) -> Option<&'static str> {
    let find = |command: &str| HELP.iter().find(|(c, f, _)| *c == command && *f == flag);
    let shared = || if flag.is_empty() || command.is_empty() { None } else { find("*") };
    find(command).or_else(shared).map(|(_, _, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_flag_has_its_words_in_vietnamese() {
        let program = crate::cli::Cli::command();
        for argument in program.get_arguments() {
            assert!(words("", argument.get_id().as_str()).is_some(), "{}", argument.get_id());
        }
        assert_known_below(&program, "");
    }

    fn assert_known_below(above: &Command, before: &str) {
        for command in above.get_subcommands() {
            let name = format!("{before} {}", command.get_name()).trim_start().to_owned();
            assert!(words(&name, "").is_some() && USAGE.iter().any(|(c, _)| *c == name), "{name}");
            for argument in command.get_arguments() {
                let id = argument.get_id();
                assert!(words(&name, id.as_str()).is_some(), "{name} {id}");
            }
            assert_known_below(command, &name);
        }
    }

    #[test]
    fn the_help_holds_no_english() {
        let mut program = translate(crate::cli::Cli::command());
        program.build();
        let mut texts = vec![program.render_help().to_string()];
        let mut below: Vec<Command> = program.get_subcommands().cloned().collect();
        while let Some(mut command) = below.pop() {
            texts.push(command.render_help().to_string());
            below.extend(command.get_subcommands().cloned());
        }
        for text in texts {
            for word in
                ["Usage", "Options", "Commands", "Arguments", "[default", "[possible", "Print "]
            {
                assert!(!text.contains(word), "{word} in\n{text}");
            }
        }
    }
}
