//! What may stand behind a key, in a few words.

use crate::diagnostics::{Say, say};
use crate::keys::{Refers, Takes};

impl Takes {
    /// What it is, in a few words.
    pub fn say(&self) -> Say {
        match self {
            Takes::Text => say!("chữ", "a text"),
            Takes::Texts => {
                say!("chữ, hoặc mỗi ngôn ngữ một lời", "a text, or one for each language")
            }
            Takes::Whole => say!("số nguyên", "a whole number"),
            Takes::Count => say!("số nguyên từ 1 trở lên", "a whole number from 1 on"),
            Takes::Flag => say!("`true` (có) hoặc `false` (không)", "`true` or `false`"),
            Takes::Day => say!("ngày, có thể kèm giờ", "a day, or a day and a time"),
            Takes::Time => say!("giờ, hoặc ngày và giờ", "a time, or a day and a time"),
            Takes::Phone => say!("số điện thoại", "telephone numbers"),
            Takes::YearDay => say!("ngày trong mỗi năm, bằng chữ", "a day of each year, in words"),
            Takes::Hours => say!("giờ, bằng chữ", "times of day, in words"),
            Takes::AddressPart => say!("một phần của địa chỉ", "a part of an address"),
            Takes::Word(words) => {
                let words = words.iter().map(|own| format!("`{}`", own.word));
                let words: Vec<String> = words.collect();
                let words = words.join(", ");
                say!("một trong các từ {words}", "one of {words}")
            }
            Takes::Name(refers) => refers.say(),
            Takes::ListOf(item) => {
                let Say { vi, en } = item.say();
                say!("danh sách: {vi}", "a list: {en}")
            }
            Takes::OneOrMore(item) => {
                let Say { vi, en } = item.say();
                say!("một hoặc nhiều: {vi}", "one or more: {en}")
            }
            Takes::Mapping(keys) => {
                let keys: Vec<String> = keys.iter().map(|key| format!("`{}`", key.name)).collect();
                let keys = keys.join(", ");
                say!("nhóm gồm các mục {keys}", "a group with the keys {keys}")
            }
            Takes::ByName(value) => {
                let Say { vi, en } = value.say();
                say!("nhóm theo tên tự đặt, mỗi tên: {vi}", "by names of your own, each: {en}")
            }
            Takes::ByLanguage(value) => {
                let Say { vi, en } = value.say();
                say!("mỗi ngôn ngữ: {vi}", "for each language: {en}")
            }
            Takes::Either(forms) => {
                let forms: Vec<Say> = forms.iter().map(Takes::say).collect();
                let vi: Vec<&str> = forms.iter().map(|form| form.vi.as_str()).collect();
                let en: Vec<&str> = forms.iter().map(|form| form.en.as_str()).collect();
                Say { vi: vi.join("; hoặc "), en: en.join("; or ") }
            }
            Takes::Anything => say!("tuỳ giao diện", "whatever the theme wants"),
        }
    }
}

impl Refers {
    /// What it is, in a few words.
    pub fn say(self) -> Say {
        match self {
            Refers::Agency => say!("mã cơ quan trong `agencies.yaml`", "a key of `agencies.yaml`"),
            Refers::Place => say!("mã địa điểm trong `places.yaml`", "a key of `places.yaml`"),
            Refers::Area => say!("mã xã, phường trong `areas.yaml`", "a key of `areas.yaml`"),
            Refers::Term => say!("từ phân loại trong `site.yaml`", "a term of `site.yaml`"),
            Refers::Task => say!("mã nhiệm vụ của kế hoạch", "the id of a task of the plan"),
            Refers::Event => {
                say!("mã sự kiện của lịch, hoặc một trang", "the id of an event, or a page")
            }
            Refers::Plan => {
                say!("trang kế hoạch: `\"@/….md\"`", "the page of a plan: `\"@/….md\"`")
            }
            Refers::Page => say!("trang: `\"@/….md\"`", "a page: `\"@/….md\"`"),
            Refers::File => say!("tên tệp", "the name of a file"),
            Refers::Picture => say!("tên tệp hình", "the name of a picture"),
            Refers::Sheet => say!("tên tệp bảng tính", "the name of a sheet"),
            Refers::Web => {
                say!(
                    "địa chỉ trên trang web khác: `https://…`",
                    "an address on another site: `https://…`"
                )
            }
            Refers::Address => say!("địa chỉ trong trang web", "an address of the site"),
            Refers::Language => say!("mã ngôn ngữ: `vi`, `en`", "a language: `vi`, `en`"),
            Refers::Template => say!("tên mẫu của giao diện", "a template of the theme"),
            Refers::Theme => say!("thư mục trong `themes`", "a folder below `themes`"),
            Refers::Zone => say!("múi giờ: `Asia/Ho_Chi_Minh`", "a time zone: `Asia/Ho_Chi_Minh`"),
        }
    }
}
