//! A part of a `server` block of nginx (nginx.org/en/docs/), to be included there.

use std::collections::BTreeSet;

use crate::outputs::formats::hosts::{
    ASK_AGAIN, FOREVER, Kit, digested, literally, parts, put, quoted,
};

const HEAD: &str = "\
# Do `bangtin host nginx` in ra; in lại mỗi khi trang web có thêm địa chỉ cũ hay loại tệp mới.
# Printed by `bangtin host nginx`; print it anew when old addresses or kinds of files have come.
#
#     server {
#         listen 80;
#         server_name example.vn;
#         root /srv/www;
#         include /etc/nginx/bangtin.conf;
#     }
";

/// The part.
pub(crate) fn nginx(kit: &Kit) -> String {
    let mut text = HEAD.to_owned();
    redirects(kit, &mut text);
    put(&mut text, format_args!("\nlocation {} {{", quoted(&kit.base)));
    put(&mut text, format_args!("    index index.html;"));
    // What it adds to an address is then right behind a proxy, too.
    put(&mut text, format_args!("    absolute_redirect off;"));
    types(kit, &mut text);
    headers(kit, ASK_AGAIN, "    ", &mut text);
    missing(kit, &mut text);
    for (name, media_type) in &kit.names {
        put(&mut text, format_args!("    location ~ \"/{}$\" {{", literally(name)));
        put(&mut text, format_args!("        types {{ }}"));
        put(&mut text, format_args!("        default_type {};", parts(media_type).0));
        put(&mut text, format_args!("    }}"));
    }
    put(&mut text, format_args!("    location ~ \"{}$\" {{", digested(&kit.base)));
    headers(kit, FOREVER, "        ", &mut text);
    put(&mut text, format_args!("    }}\n}}"));
    text
}

fn redirects(kit: &Kit, text: &mut String) {
    for moved in &kit.moved {
        // The address has no sign that stands for a variable.
        let to = format!("{}{}$is_args$args", kit.base, moved.to);
        for from in moved.asked() {
            let from = quoted(&format!("{}{from}", kit.base));
            let to = quoted(&to);
            put(
                text,
                format_args!("location = {from} {{ absolute_redirect off; return 301 {to}; }}"),
            );
        }
    }
}

fn types(kit: &Kit, text: &mut String) {
    let types = kit.types_in_small_letters();
    put(text, format_args!("    types {{"));
    for (extension, media_type) in &types {
        put(text, format_args!("        {} {extension};", parts(media_type).0));
    }
    put(text, format_args!("    }}"));
    put(text, format_args!("    default_type application/octet-stream;"));
    let all = types.values().chain(kit.names.values());
    let texts = all.map(|own| parts(own)).filter(|(_, is_text)| *is_text).map(|(plain, _)| plain);
    // What is a page is known as a text already, and a fault if it is said once more.
    let texts: BTreeSet<&str> = texts.filter(|plain| *plain != "text/html").collect();
    put(text, format_args!("    charset utf-8;"));
    put(text, format_args!("    gzip on;"));
    put(text, format_args!("    gzip_vary on;"));
    if !texts.is_empty() {
        let texts = texts.into_iter().collect::<Vec<_>>().join(" ");
        put(text, format_args!("    charset_types {texts};"));
        put(text, format_args!("    gzip_types {texts};"));
    }
    if kit.precompressed {
        put(text, format_args!("    gzip_static on;"));
        put(
            text,
            format_args!(
                "    # brotli_static on;  # Debian, Ubuntu: apt install libnginx-mod-http-brotli-static"
            ),
        );
    }
}

/// What is said with every file, errors too. A block that adds one header gets none from around it.
fn headers(kit: &Kit, cache: &str, step: &str, text: &mut String) {
    for (name, value) in kit.headers().into_iter().chain([("Cache-Control", cache)]) {
        put(text, format_args!("{step}add_header {name} {} always;", quoted(value)));
    }
}

fn missing(kit: &Kit, text: &mut String) {
    for missing in &kit.missing {
        let page = quoted(&format!("{}{}", kit.base, missing.page));
        if missing.folder.is_empty() {
            put(text, format_args!("    error_page 404 {page};"));
        } else {
            let folder = quoted(&format!("{}{}", kit.base, missing.folder));
            put(text, format_args!("    location {folder} {{ error_page 404 {page}; }}"));
        }
    }
}
