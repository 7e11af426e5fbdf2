//! `_headers` and `_redirects`: plain lines of paths, read by Netlify
//! (docs.netlify.com/routing/headers, …/routing/redirects) and by Cloudflare Pages
//! (developers.cloudflare.com/pages/configuration/headers, …/redirects).
//!
//! They do not agree where two rules say the same header: Netlify takes the last, Cloudflare puts
//! a comma between them, unless a line `! Name` takes the first away, which Netlify calls a fault.
//! So no two rules of one file here say the same header, but where only one of them reads it.
//! Both send pages so that they are asked for each time, without being told.

use crate::outputs::formats::hosts::{FOREVER, HEAD, Kit, Moved};

/// Who reads the files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Readers {
    /// Netlify alone.
    Netlify,
    /// Cloudflare Pages alone.
    Cloudflare,
    /// Both, the one or the other.
    Both,
}

/// `_headers`.
pub(crate) fn headers(kit: &Kit, readers: Readers) -> String {
    let mut text = head();
    let mut rule = |path: &str, lines: &[String]| {
        text.push_str(&format!("\n{}{path}\n", kit.base));
        lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    };
    let common = kit.headers();
    let common: Vec<String> =
        common.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    rule("*", &common);
    // Pages are known by every host, also where their address ends in `/`.
    for (extension, media_type) in kit.types.iter().filter(|(own, _)| *own != "html") {
        rule(&format!("*.{extension}"), &[format!("Content-Type: {media_type}")]);
    }
    for (name, media_type) in &kit.names {
        let media_type = format!("Content-Type: {media_type}");
        match readers {
            Readers::Netlify => rule(&format!("*/{name}"), &[media_type]),
            Readers::Cloudflare => {
                rule(&format!("*{name}"), &["! Content-Type".to_owned(), media_type]);
            }
            // The type of its extension serves.
            Readers::Both => {}
        }
    }
    for path in &kit.forever {
        rule(&encoded(path), &[format!("Cache-Control: {FOREVER}")]);
    }
    text
}

/// `_redirects`.
pub(crate) fn redirects(kit: &Kit, readers: Readers) -> String {
    let (netlify, cloudflare) = (readers != Readers::Cloudflare, readers != Readers::Netlify);
    let mut text = head();
    let mut line = |from: &str, to: &str, status: &str| {
        text.push_str(&format!("{0}{1} {0}{to} {status}\n", kit.base, encoded(from)));
    };
    for moved in &kit.moved {
        for from in asked(moved) {
            // A page stands at the old address, which wins on Netlify where there is no `!`;
            // Cloudflare knows no `!` and needs none.
            if netlify {
                line(&from, &moved.to, "301!");
            }
            if cloudflare {
                line(&from, &moved.to, "301");
            }
        }
    }
    // Cloudflare finds the nearest page for what is missing by itself.
    for missing in kit.missing.iter().filter(|_| netlify) {
        line(&format!("{}*", missing.folder), &encoded(&missing.page), "404");
    }
    text
}

/// How people ask for an old address. The name of the file behind a folder is left out: both
/// hosts lead from there to the folder, and Cloudflare counts the lines.
fn asked(moved: &Moved) -> Vec<String> {
    let mut asked = moved.asked();
    asked.truncate(2);
    asked
}

fn head() -> String {
    HEAD.iter().map(|line| format!("# {line}\n")).collect()
}

/// A path without the letters that end one.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_graphic() && !b"%#?\"<>".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}
