//! What a public schedule must not tell of people: their own telephones and mailboxes.

use crate::diagnostics::{Code, Diagnostic, say};

/// Hosts of private mailboxes.
const PRIVATE_HOSTS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "ymail.com",
    "outlook.com",
    "outlook.com.vn",
    "hotmail.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "me.com",
    "proton.me",
    "protonmail.com",
    "zoho.com",
    "aol.com",
    "mail.com",
    "yandex.com",
];

/// The private numbers and addresses in a text, without a place.
pub(super) fn check(text: &str) -> Vec<Diagnostic> {
    let phones = phones(text);
    phones.iter().map(|phone| personal_phone(phone)).chain(mails(text).map(private_mail)).collect()
}

/// Vietnamese mobile numbers: `0` or `+84`, one of 3, 5, 7, 8, 9, and eight digits, with one
/// dot, hyphen or space between groups of them.
fn phones(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let (mut phones, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let begins = before.is_none_or(|before| !before.is_alphanumeric());
        match phone(&letters[at..]).filter(|_| begins) {
            Some(len) => {
                phones.push(letters[at..at + len].iter().collect());
                at += len;
            }
            None => at += 1,
        }
    }
    phones
}

/// How many letters the number takes that begins here.
fn phone(letters: &[char]) -> Option<usize> {
    let mut digits = String::new();
    let mut at = 0;
    loop {
        let letter = *letters.get(at)?;
        match letter {
            '+' if at == 0 => {}
            letter if letter.is_ascii_digit() => digits.push(letter),
            // One sign between two groups; `(+84) 912` has two.
            ')' | '.' | '-' | ' ' if !digits.is_empty() => {
                let next = letters.get(at + 1)?;
                let is_between = next.is_ascii_digit() || (letter == ')' && *next == ' ');
                is_between.then_some(())?;
            }
            _ => return None,
        }
        at += 1;
        let country = digits.strip_prefix("0084").or(digits.strip_prefix("84"));
        let own = country.or(digits.strip_prefix('0')).unwrap_or_default();
        if own.len() == 9 && own.starts_with(['3', '5', '7', '8', '9']) {
            break;
        }
        if digits.len() > 13 {
            return None;
        }
    }
    // A longer number is no telephone, and neither is the middle of two dates.
    let after = letters.get(at);
    let goes_on =
        matches!(after, Some('.' | '-')) && letters.get(at + 1).is_some_and(char::is_ascii_digit);
    (!goes_on && !after.is_some_and(|after| after.is_alphanumeric())).then_some(at)
}

fn mails(text: &str) -> impl Iterator<Item = &str> {
    let words =
        text.split(|letter: char| letter.is_whitespace() || ",;:<>()[]\"'".contains(letter));
    let words = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| {
        let host = word.rsplit_once('@').map(|(_, host)| host.to_lowercase());
        host.is_some_and(|host| PRIVATE_HOSTS.contains(&host.as_str()))
    })
}

fn personal_phone(phone: &str) -> Diagnostic {
    let message =
        say!("`{phone}` là số di động cá nhân", "`{phone}` is somebody's own mobile number");
    let hint = say!(
        "xoá số này, thay bằng số cơ quan như `0255 3712 135`: lịch này ai cũng đọc được",
        "take it away and give an office's number instead: everybody can read this schedule"
    );
    Diagnostic::error(Code::PersonalPhone, message).hint(hint)
}

fn private_mail(mail: &str) -> Diagnostic {
    let message = say!("`{mail}` là hộp thư cá nhân", "`{mail}` is a private mailbox");
    let hint = say!(
        "xoá địa chỉ này, thay bằng hộp thư cơ quan: lịch này ai cũng đọc được",
        "take it away and give an office's mailbox instead: everybody can read this schedule"
    );
    Diagnostic::error(Code::PrivateEmail, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Code> {
        check(text).into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn private_numbers_and_mailboxes_are_found_however_they_are_written() {
        for text in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "ĐT: 091-234-5678",
            "+84 912 345 678",
            "(+84)912345678",
            "chị Hoa 0387654321, văn phòng",
        ] {
            assert_eq!(found(text), [Code::PersonalPhone], "{text}");
        }
        assert_eq!(found("a.b@gmail.com"), [Code::PrivateEmail]);
        assert_eq!(found("Thư: <HOA@Yahoo.com.vn>."), [Code::PrivateEmail]);
    }

    #[test]
    fn offices_help_lines_and_dates_are_none() {
        for text in [
            "0255 3712 135",
            "111",
            "1900 969 680",
            "bbt@quangngai.gov.vn",
            "15/11/2026 07:30",
            "72/KH-UBND ngày 25/3/2024",
            "2024-2030",
            "35 000 000 000 đồng",
            "024 3845 1234",
            "05.11.2026 - 07.11.2026",
            "05.11.2026 07.11.2026",
            "051123456789",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
