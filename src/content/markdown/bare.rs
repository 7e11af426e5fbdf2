//! Addresses and mailboxes that stand bare in a text: `https://a.vn/x`, `www.a.vn`, `so@a.vn`.
//!
//! They become links as GitHub makes them (GFM 0.29, 6.9), and where people write otherwise than
//! it foresees: quotation marks that are not of ASCII end an address too.

use std::ops::Range;

/// An address in a text.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Bare {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it leads to.
    pub(super) address: String,
}

/// What begins an address, and what is put in front of it.
const BEGINNINGS: [(&str, &str); 3] = [("https://", ""), ("http://", ""), ("www.", "https://")];

/// What ends an address besides space.
const ENDS: &[char] = &['<', '>', '"', '“', '”', '«', '»', '`', '|', '\u{200b}', '\u{feff}'];

/// What belongs to the sentence where it stands at the end of an address.
const BEHIND: &[char] = &[
    '?', '!', '.', ',', ':', '*', '_', '~', ';', '\'', '’', '‘', '…', '–', '—', '。', '，', '）',
    '\\',
];

/// The longest address that is looked for, in bytes: browsers take hardly longer ones, and no text
/// is read to its end again and again.
const LONGEST: usize = 2000;

/// The addresses in a text, in order.
pub(super) fn find(text: &str) -> Vec<Bare> {
    if !may_hold(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut done = 0;
    let is_beginning = |byte: u8| matches!(byte, b'h' | b'H' | b'w' | b'W' | b'@');
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| is_beginning(*byte)) {
        if at < done {
            continue;
        }
        let own = if byte == b'@' { mailbox(text, at, done) } else { site(text, at) };
        if let Some(own) = own {
            done = own.range.end;
            found.push(own);
        }
    }
    found
}

fn may_hold(text: &str) -> bool {
    text.contains("://") || text.contains('@') || text.contains("www.") || text.contains("WWW.")
}

/// The address of a site that begins here.
fn site(text: &str, at: usize) -> Option<Bare> {
    let rest = &text[at..];
    let begins =
        |word: &str| rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    let (word, added) = BEGINNINGS.into_iter().find(|(word, _)| begins(word))?;
    let is_apart =
        |letter: char| !letter.is_alphanumeric() && (added.is_empty() || !"/@.-_".contains(letter));
    if !text[..at].chars().next_back().is_none_or(is_apart) {
        return None;
    }
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let end = rest.find(|c: char| c.is_whitespace() || ENDS.contains(&c)).unwrap_or(rest.len());
    let address = trimmed(&rest[..end]);
    let named = &address.get(word.len()..)?;
    let host = if added.is_empty() { named } else { address };
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    is_host(host)
        .then(|| Bare { range: at..at + address.len(), address: format!("{added}{address}") })
}

/// An address without the signs of the sentence behind it. A bracket that was opened in it is its
/// own.
fn trimmed(address: &str) -> &str {
    let mut address = address;
    let count = |sign: char| address.matches(sign).count();
    let mut more = [
        (')', count(')'), count('(')),
        (']', count(']'), count('[')),
        ('}', count('}'), count('{')),
    ];
    loop {
        let Some(last) = address.chars().next_back() else { return address };
        let closing = more.iter_mut().find(|(sign, ..)| *sign == last);
        match closing {
            Some((_, closed, opened)) if *closed > *opened => *closed -= 1,
            Some(_) => return address,
            None if BEHIND.contains(&last) => {}
            None => return address,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
}

/// Whether a name of a site can be one that is known to all: with a dot, of letters of any
/// language, digits and hyphens.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or_default();
    is_label(last) && !last.contains('_') && host.contains('.') && labels.all(is_label)
}

/// The mailbox whose sign stands here, behind what is done.
fn mailbox(text: &str, at: usize, done: usize) -> Option<Bare> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
    let bytes = text.as_bytes();
    let before = bytes[done..at].iter().rev().take_while(|byte| is_part(**byte)).count();
    let start = at - before;
    let is_begun = bytes.get(start).is_some_and(u8::is_ascii_alphanumeric) && before > 0;
    let is_apart = |letter: char| !letter.is_alphanumeric() && !"/@+=&?'’".contains(letter);
    if !is_begun || !text[..start].chars().next_back().is_none_or(is_apart) {
        return None;
    }
    let rest = &text[at + 1..];
    let len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"-.".contains(b)).count();
    let host = rest[..len].trim_end_matches(['.', '-']);
    let behind = rest[host.len()..].chars().next();
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_whole = !behind.is_some_and(|c| c.is_alphanumeric() || "_@/+".contains(c));
    let is_named = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let end = at + 1 + host.len();
    (is_host(host) && is_named && is_whole)
        .then(|| Bare { range: start..end, address: format!("mailto:{}", &text[start..end]) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|bare| (&text[bare.range], bare.address)).collect()
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("Xem https://a.vn/x.", "https://a.vn/x"),
            ("(https://a.vn)", "https://a.vn"),
            (
                "https://vi.wikipedia.org/wiki/Hre_(dân_tộc), rồi",
                "https://vi.wikipedia.org/wiki/Hre_(dân_tộc)",
            ),
            ("“https://a.vn”", "https://a.vn"),
            ("https://a.vn/?a=1&b=2!", "https://a.vn/?a=1&b=2"),
            ("[https://a.vn]…", "https://a.vn"),
            ("HTTP://A.VN:80/b;", "HTTP://A.VN:80/b"),
            ("https://tiếngviệt.vn/đường?q=ă", "https://tiếngviệt.vn/đường?q=ă"),
            ("Trang:https://a.vn", "https://a.vn"),
        ] {
            assert_eq!(shown(text), [(address, address.to_owned())], "{text}");
        }
        assert_eq!(
            shown("www.a.gov.vn, nhé"),
            [("www.a.gov.vn", "https://www.a.gov.vn".to_owned())]
        );
    }

    #[test]
    fn a_mailbox_is_a_link_to_write_to() {
        for (text, address) in [
            ("Gửi so@a.gov.vn.", "so@a.gov.vn"),
            ("(ten.dem+x@a-b.vn)", "ten.dem+x@a-b.vn"),
            ("Email:a@b.vn,", "a@b.vn"),
        ] {
            assert_eq!(shown(text), [(address, format!("mailto:{address}"))], "{text}");
        }
        assert_eq!(shown("https://a.vn/@b.vn và a@b.vn").len(), 2);
    }

    #[test]
    fn what_is_none_stays_text() {
        for text in [
            "https://",
            "http://localhost",
            "https://a",
            "www.",
            "www.a_b",
            "awww.a.vn",
            "xhttps://a.vn",
            "@tên",
            "a@b",
            "a@b.1",
            "đa@b.vn",
            "a@@b.vn",
            "a@b.vn@c.vn",
            "@/tin/bai.md",
            "1@2.3",
            "https://.vn",
            "https://a..vn",
            "ssh://a@b",
            "",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }

    #[test]
    fn a_long_row_of_signs_is_read_once() {
        for text in
            [")".repeat(100_000), "(".repeat(100_000), "@".repeat(100_000), "www.".repeat(50_000)]
        {
            assert!(find(&format!("https://a.vn/{text}")).len() <= 1);
            assert!(find(&text).len() <= 1);
        }
        assert!(find(&"a.".repeat(100_000)).is_empty());
        find(&"a@".repeat(100_000));
        find(&"(www.".repeat(100_000));
    }
}
