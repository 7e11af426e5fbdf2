//! Numbers of documents and addresses: facts that are names.

use crate::content::facts::Value;
use crate::content::facts::tokens::{Kind, Token};
use crate::locale::fold;

/// An address: host and digits. The rest of an address may differ: each language links to a page of its own.
pub(super) fn url(address: &str) -> Value {
    let inside = address.split_once("://").map_or(address, |(_, inside)| inside);
    let host = inside.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    // `vi.wikipedia.org` and `en.wikipedia.org` are one site.
    let host = match host.split_once('.') {
        Some((label, rest)) if (2..=3).contains(&label.len()) && rest.contains('.') => rest,
        Some(_) | None => host,
    };
    let host: String = host.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let digits: String = inside.chars().filter(char::is_ascii_digit).collect();
    Value::Url(host.into(), digits.into())
}

/// `72/KH-UBND`, `30/2020/NĐ-CP`, `739/BNV-CTTN&BĐG`, `13/2022/QH15`: a number, perhaps a
/// year, and letters, the first two of them capitals.
pub(super) fn document(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    let slash =
        |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(&['/']) && !token.spaced);
    tokens.first()?.digits(6)?;
    let mut at = 1;
    let letter = tokens.get(at).filter(|token| !token.spaced).and_then(Token::word);
    if letter.is_some_and(|letter| letter.len() == 1) {
        at += 1;
    }
    if !slash(at) {
        return None;
    }
    if tokens.get(at + 1).is_some_and(|token| token.year().is_some() && !token.spaced)
        && slash(at + 2)
    {
        at += 2;
    }
    at += 1;
    let word = tokens.get(at).filter(|token| !token.spaced).and_then(Token::word)?;
    let capitals = word.chars().take_while(|letter| letter.is_uppercase()).count();
    let letters = word.chars().count();
    if capitals == 0 || (capitals < 2 && letters > 1) {
        return None;
    }
    at += 1;
    while let Some(token) = tokens.get(at).filter(|token| !token.spaced) {
        let goes_on = match token.kind {
            Kind::Word(_) | Kind::Digits(_) => true,
            Kind::Sign(sign) => {
                let next = tokens.get(at + 1).filter(|next| !next.spaced);
                "-–&.".contains(sign) && next.is_some_and(|next| next.word().is_some())
            }
            Kind::Url(_) | Kind::Email(_) | Kind::Nothing => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    let written: String = tokens[..at].iter().map(text).collect();
    Some((Value::Document(fold(&written).to_uppercase().replace('–', "-").into()), at))
}

fn text(token: &Token<'_>) -> String {
    match token.kind {
        Kind::Digits(text) | Kind::Word(text) | Kind::Url(text) | Kind::Email(text) => {
            text.to_owned()
        }
        Kind::Sign(sign) => sign.to_string(),
        Kind::Nothing => String::new(),
    }
}
