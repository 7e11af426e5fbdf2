//! `.htaccess`: the orders of the Apache HTTP Server 2.4 for one folder
//! (httpd.apache.org/docs/2.4/mod/). All of them are of the class `FileInfo`, which rented web
//! space allows nearly everywhere; what an optional module understands is skipped without it.

use crate::outputs::formats::hosts::{
    ASK_AGAIN, FOREVER, HEAD, Kit, digested, literally, parts, put,
};

/// The file.
pub(crate) fn apache(kit: &Kit) -> String {
    let mut text: String = HEAD.iter().map(|line| format!("# {line}\n")).collect();
    types(kit, &mut text);
    headers(kit, &mut text);
    redirects(kit, &mut text);
    missing(kit, &mut text);
    if kit.precompressed {
        compressed(kit, &mut text);
    }
    text
}

fn types(kit: &Kit, text: &mut String) {
    text.push('\n');
    for (extension, media_type) in &kit.types_in_small_letters() {
        let (plain, is_text) = parts(media_type);
        put(text, format_args!("AddType {plain} .{extension}"));
        if is_text {
            put(text, format_args!("AddCharset utf-8 .{extension}"));
        }
    }
    for (name, media_type) in &kit.names {
        let pattern = format!("^{}(\\.gz|\\.br)?$", literally(name));
        put(text, format_args!("<FilesMatch {}>", string(&pattern)));
        put(text, format_args!("  ForceType {}", string(media_type)));
        put(text, format_args!("</FilesMatch>"));
    }
}

fn headers(kit: &Kit, text: &mut String) {
    put(text, format_args!("\n<IfModule mod_headers.c>"));
    for (name, value) in kit.headers() {
        put(text, format_args!("  Header always set {name} {}", string(value)));
    }
    put(text, format_args!("  Header always set Cache-Control {}", string(ASK_AGAIN)));
    // A style sheet that is rewritten to its compressed form is asked for under that name.
    let digested = format!("{}(\\.gz|\\.br)?$", digested(&kit.base));
    put(text, format_args!("  <If \"%{{REQUEST_URI}} =~ m#{digested}#\">"));
    put(text, format_args!("    Header always set Cache-Control {}", string(FOREVER)));
    put(text, format_args!("  </If>"));
    put(text, format_args!("</IfModule>"));
}

/// The pattern takes every way of asking for the address at once: each is looked at for every
/// file that is asked for.
fn redirects(kit: &Kit, text: &mut String) {
    if !kit.moved.is_empty() {
        text.push('\n');
    }
    for moved in &kit.moved {
        let from = literally(&format!("{}{}", kit.base, moved.from));
        let compressed = if kit.precompressed { "(\\.gz|\\.br)?" } else { "" };
        let pattern = match from.strip_suffix("/index\\.html") {
            Some(folder) => format!("^{folder}(/(index\\.html{compressed})?)?$"),
            None => format!("^{from}{compressed}$"),
        };
        let to = format!("{}{}", kit.base, moved.to);
        put(text, format_args!("RedirectMatch 301 {} {}", string(&pattern), string(&to)));
    }
}

fn missing(kit: &Kit, text: &mut String) {
    text.push('\n');
    // Of several that fit the last holds.
    for missing in kit.missing.iter().rev() {
        let page = string(&format!("{}{}", kit.base, missing.page));
        if missing.folder.is_empty() {
            put(text, format_args!("ErrorDocument 404 {page}"));
            continue;
        }
        let folder = literally(&format!("{}{}", kit.base, missing.folder));
        put(text, format_args!("<If \"%{{REQUEST_URI}} =~ m#^{folder}#\">"));
        put(text, format_args!("  ErrorDocument 404 {page}"));
        put(text, format_args!("</If>"));
    }
}

/// Sends the compressed form that lies beside a text, if the browser takes it.
fn compressed(kit: &Kit, text: &mut String) {
    let types = kit.types_in_small_letters();
    let texts = types.iter().filter(|(_, media_type)| parts(media_type).1);
    let texts: Vec<&str> = texts.map(|(extension, _)| extension.as_str()).collect();
    let texts = texts.join("|");
    put(text, format_args!("\n<IfModule mod_rewrite.c>"));
    put(text, format_args!("  RewriteEngine On"));
    put(text, format_args!("  RewriteBase {}", string(&kit.base)));
    for (name, extension) in [("br", "br"), ("gzip", "gz")] {
        put(
            text,
            format_args!(
                "  RewriteCond %{{HTTP:Accept-Encoding}} \"\\b{name}\\b(?!;q=0(\\.0*)?(,|$))\""
            ),
        );
        put(text, format_args!("  RewriteCond %{{REQUEST_FILENAME}}.{extension} -f"));
        put(text, format_args!("  RewriteRule \"^(.+\\.({texts}))$\" \"$1.{extension}\" [L]"));
    }
    put(text, format_args!("</IfModule>"));
    for (name, extension) in [("br", "br"), ("gzip", "gz")] {
        put(text, format_args!("<FilesMatch \"\\.({texts})\\.{extension}$\">"));
        put(text, format_args!("  RemoveType .{extension}"));
        put(text, format_args!("  AddEncoding {name} .{extension}"));
        put(text, format_args!("</FilesMatch>"));
    }
    put(text, format_args!("<IfModule mod_headers.c>"));
    put(text, format_args!("  <FilesMatch \"\\.({texts})(\\.gz|\\.br)?$\">"));
    put(text, format_args!("    Header merge Vary Accept-Encoding"));
    put(text, format_args!("  </FilesMatch>"));
    put(text, format_args!("</IfModule>"));
}

/// A text between quotation marks: a backslash means itself but before such a mark.
fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}
