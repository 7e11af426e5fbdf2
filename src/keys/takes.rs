//! What may stand behind a key.

use crate::diagnostics::{Say, say};
use crate::keys::{Key, Text};

/// What may stand behind a key.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A text; numbers are texts too.
    Text,
    /// One text, or one for each language.
    Texts,
    /// A whole number.
    Whole,
    /// A whole number from 1 on.
    Count,
    /// `true` or `false`.
    Flag,
    /// A day, or a day and a time of day.
    Day,
    /// A time of day, or a day with one.
    Time,
    /// Telephone numbers, as one text or one for each language.
    Phone,
    /// A day of each year in words, one text or one for each language.
    YearDay,
    /// Times of day in words, one text or one for each language.
    Hours,
    /// A part of an address, or one for each language.
    AddressPart,
    /// One of these words.
    Word(&'static [Word]),
    /// What something else is called by which it is found.
    Name(Refers),
    /// A list.
    ListOf(&'static Takes),
    /// A list, or one alone.
    OneOrMore(&'static Takes),
    /// A mapping with these keys.
    Mapping(&'static [Key]),
    /// A mapping with names of one's own.
    ByName(&'static Takes),
    /// A mapping whose names are languages.
    ByLanguage(&'static Takes),
    /// One of several forms; at most one of them holds a mapping.
    Either(&'static [Takes]),
    /// Whatever one likes.
    Anything,
}

/// A word of a fixed set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// As it is written.
    pub word: &'static str,
    /// What people write for it, without marks, in small letters.
    pub called: &'static [&'static str],
    /// What it means.
    pub about: Text,
}

/// A word of a fixed set with what it means in Vietnamese and English.
pub(super) const fn word(word: &'static str, vi: &'static str, en: &'static str) -> Word {
    Word { word, called: &[], about: Text { vi, en } }
}

impl Word {
    /// The same with what people write for it.
    pub(super) const fn called(self, called: &'static [&'static str]) -> Word {
        Word { called, ..self }
    }
}

/// What a name is looked up in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refers {
    /// The entries of `agencies.yaml`.
    Agency,
    /// The entries of `places.yaml`.
    Place,
    /// The entries of `areas.yaml`.
    Area,
    /// The terms of the taxonomy that the key is named after.
    Term,
    /// The tasks of the plan that the schedule names.
    Task,
    /// The events of the same schedule, and pages.
    Event,
    /// The pages that are plans.
    Plan,
    /// The pages of the site, and files beside the page.
    Page,
    /// The files beside the page or elsewhere in the site.
    File,
    /// The pictures beside the page or elsewhere in the site.
    Picture,
    /// The sheets beside the page or elsewhere in the site.
    Sheet,
    /// Pages and files of other sites.
    Web,
    /// The site: an address on it, from its root on.
    Address,
    /// The languages of the site.
    Language,
    /// The templates of the theme.
    Template,
    /// The folders below `themes`.
    Theme,
    /// The time zones of the world.
    Zone,
}

impl Takes {
    /// Whether it is one text, or one for each language.
    pub fn is_local(&self) -> bool {
        matches!(
            self,
            Takes::Texts | Takes::Phone | Takes::YearDay | Takes::Hours | Takes::AddressPart
        )
    }

    /// The forms that may be written here, one by one; those of the items of a list.
    pub fn forms(&self) -> Vec<&Takes> {
        match self {
            Takes::ListOf(item) | Takes::OneOrMore(item) => item.forms(),
            Takes::Either(forms) => forms.iter().flat_map(Takes::forms).collect(),
            Takes::Text
            | Takes::Texts
            | Takes::Whole
            | Takes::Count
            | Takes::Flag
            | Takes::Day
            | Takes::Time
            | Takes::Phone
            | Takes::YearDay
            | Takes::Hours
            | Takes::AddressPart
            | Takes::Word(_)
            | Takes::Name(_)
            | Takes::Mapping(_)
            | Takes::ByName(_)
            | Takes::ByLanguage(_)
            | Takes::Anything => vec![self],
        }
    }

    /// The keys of the mapping that may be written here, or in the items of the list; none where
    /// no mapping is wanted, or one with names of one's own.
    pub fn keys(&self) -> &'static [Key] {
        let forms = self.forms().into_iter();
        let mut keys = forms
            .filter_map(|form| if let Takes::Mapping(keys) = form { Some(*keys) } else { None });
        keys.next().unwrap_or(&[])
    }

    /// The words of fixed sets that may stand here, or in the list.
    pub fn words(&self) -> Vec<Word> {
        let forms = self.forms().into_iter();
        let words = forms
            .filter_map(|form| if let Takes::Word(words) = form { Some(*words) } else { None });
        words.flatten().copied().collect()
    }

    /// What a name here is looked up in, or in the list.
    pub fn refers(&self) -> Option<Refers> {
        let mut forms = self.forms().into_iter();
        forms.find_map(|form| if let Takes::Name(refers) = form { Some(*refers) } else { None })
    }

    /// What may stand behind this name in the mapping that may be written here, or in the items
    /// of the list.
    pub fn behind(&self, name: &str) -> Option<&'static Takes> {
        self.forms().into_iter().find_map(|form| match form {
            Takes::Mapping(keys) => {
                let is_named = |key: &&Key| key.name == name || key.aliases.contains(&name);
                keys.iter().find(is_named).map(|key| &key.takes)
            }
            Takes::ByName(value) | Takes::ByLanguage(value) => Some(*value),
            own if own.is_local() => Some(&Takes::Text),
            Takes::ListOf(_)
            | Takes::OneOrMore(_)
            | Takes::Either(_)
            | Takes::Text
            | Takes::Texts
            | Takes::Phone
            | Takes::YearDay
            | Takes::Hours
            | Takes::AddressPart
            | Takes::Whole
            | Takes::Count
            | Takes::Flag
            | Takes::Day
            | Takes::Time
            | Takes::Word(_)
            | Takes::Name(_)
            | Takes::Anything => None,
        })
    }

    /// Adds the keys of all mappings that may be written here, below names of one's own too.
    pub(super) fn collect(&self, found: &mut Vec<&'static Key>) {
        for form in self.forms() {
            if let Takes::ByName(inner) | Takes::ByLanguage(inner) = form {
                inner.collect(found);
            }
            if let Takes::Mapping(keys) = form {
                found.extend(*keys);
            }
        }
    }

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
