//! A snippet for a Caddyfile (caddyserver.com/docs/caddyfile), to be imported by the block of a
//! site.

use crate::outputs::formats::hosts::{ASK_AGAIN, FOREVER, Kit, digested, literally, put, quoted};

const HEAD: &str = "\
# Do `bangtin host caddy` in ra; in lại mỗi khi trang web có thêm địa chỉ cũ hay loại tệp mới.
# Printed by `bangtin host caddy`; print it anew when old addresses or kinds of files have come.
#
#     import bangtin.caddy
#     example.vn {
#         root * /srv/www
#         import bangtin
#     }
";

/// The snippet. What stands in `route` is done in the order in which it is written.
pub(crate) fn caddy(kit: &Kit) -> String {
    let mut text = HEAD.to_owned();
    put(&mut text, format_args!("\n(bangtin) {{\n\troute {{"));
    for (name, value) in kit.headers().into_iter().chain([("Cache-Control", ASK_AGAIN)]) {
        put(&mut text, format_args!("\t\theader {name} {}", quoted(value)));
    }
    redirects(kit, &mut text);
    put(&mut text, format_args!("\t\t@forever path_regexp {}", pattern(&kit.base)));
    put(&mut text, format_args!("\t\theader @forever Cache-Control {}", quoted(FOREVER)));
    types(kit, &mut text);
    put(&mut text, format_args!("\t\tencode gzip"));
    match kit.precompressed {
        true => {
            put(&mut text, format_args!("\t\tfile_server {{\n\t\t\tprecompressed br gzip\n\t\t}}"))
        }
        false => put(&mut text, format_args!("\t\tfile_server")),
    }
    put(&mut text, format_args!("\t}}"));
    errors(kit, &mut text);
    put(&mut text, format_args!("}}"));
    text
}

/// A path with `%` or braces means something else to Caddy, so that one is told as a pattern.
fn redirects(kit: &Kit, text: &mut String) {
    let mut patterns = 0;
    for moved in &kit.moved {
        let to = quoted(&format!("{}{}", kit.base, moved.to));
        for from in moved.asked() {
            let from = format!("{}{from}", kit.base);
            if !from.contains(['%', '{', '}']) {
                put(text, format_args!("\t\tredir {} {to} 301", quoted(&from)));
                continue;
            }
            put(text, format_args!("\t\t@old{patterns} path_regexp \"^{}$\"", literally(&from)));
            put(text, format_args!("\t\tredir @old{patterns} {to} 301"));
            patterns += 1;
        }
    }
}

fn pattern(base: &str) -> String {
    // Not `quoted`: backslashes mean themselves but before a quotation mark, and there is none.
    format!("\"{}$\"", digested(base))
}

/// The types of pages are known, also where their address ends in `/`.
fn types(kit: &Kit, text: &mut String) {
    let types = kit.types_in_small_letters();
    let by_extension = types.into_iter().filter(|(own, _)| own != "html");
    let by_extension = by_extension.map(|(own, media_type)| (format!("*.{own}"), media_type));
    let by_name = kit.names.iter().map(|(own, media_type)| (format!("*/{own}"), *media_type));
    for (number, (path, media_type)) in by_extension.chain(by_name).enumerate() {
        put(text, format_args!("\t\t@type{number} path {}", quoted(&path)));
        put(text, format_args!("\t\theader @type{number} Content-Type {}", quoted(media_type)));
    }
}

fn errors(kit: &Kit, text: &mut String) {
    put(text, format_args!("\thandle_errors {{"));
    for (number, missing) in kit.missing.iter().enumerate() {
        let folder = quoted(&format!("{}{}*", kit.base, missing.folder));
        let page = quoted(&format!("{}{}", kit.base, missing.page));
        put(text, format_args!("\t\t@missing{number} {{"));
        put(text, format_args!("\t\t\texpression {{http.error.status_code}} == 404"));
        put(text, format_args!("\t\t\tpath {folder}"));
        put(text, format_args!("\t\t}}"));
        put(text, format_args!("\t\thandle @missing{number} {{"));
        put(text, format_args!("\t\t\theader Content-Type \"text/html; charset=utf-8\""));
        put(text, format_args!("\t\t\theader Cache-Control {}", quoted(ASK_AGAIN)));
        put(text, format_args!("\t\t\trewrite * {page}"));
        put(text, format_args!("\t\t\tfile_server"));
        put(text, format_args!("\t\t}}"));
    }
    put(
        text,
        format_args!("\t\trespond \"{{http.error.status_code}} {{http.error.status_text}}\""),
    );
    put(text, format_args!("\t}}"));
}
