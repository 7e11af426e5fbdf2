//! What a public schedule must not tell of people: their own telephones and mailboxes.

use crate::content::editorial::private_mails;
use crate::content::phone::{self, Part};
use crate::diagnostics::{Code, Diagnostic, say};

/// The private numbers and addresses in a text, without a place.
pub(super) fn check(text: &str) -> Vec<Diagnostic> {
    let phones = phone::find(text).into_iter().filter_map(|part| match part {
        Part::Number(written, phone) if phone.is_mobile() => Some(personal_phone(written)),
        Part::Number(..) | Part::Text(_) => None,
    });
    phones.chain(private_mails(text).map(private_mail)).collect()
}

fn personal_phone(phone: &str) -> Diagnostic {
    let message =
        say!("`{phone}` là số di động cá nhân", "`{phone}` is somebody's own mobile number");
    let hint = say!(
        "xoá số này, thay bằng số cơ quan như `0255 3000 123`: lịch này ai cũng đọc được",
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
            "Phòng 12 - 0912 345 678",
            "Tổ 5 0912 345 678 (gặp anh Ba)",
            "0255 3712 135/0912345678",
            "０９１２ ３４５ ６７８",
            "0912\u{200b}345\u{a0}678",
            "84 912 345 678",
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
