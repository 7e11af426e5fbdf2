//! The kinds of faults: a short number to say over the telephone and to look up.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// The kind of a fault. Each has a section in `docs/codes.vi.md` and
        /// `docs/codes.en.md`, which `bangtin explain` prints.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The number by which people name it, such as `B102`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)*
                }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8.
    NotUtf8 = "B001",
    /// A NUL byte in a text.
    NulByte = "B002",
    /// A text file that is too large.
    TooLarge = "B003",
    /// A symbolic link that leads back to itself.
    LinkLoop = "B004",
    /// A symbolic link that leads out of the site.
    LinkOutside = "B005",
    /// A file name that cannot be used.
    BadFileName = "B006",
    /// A file that the system would not read.
    Unreadable = "B007",
    /// A file with nothing in it.
    EmptyFile = "B008",
    /// A line of `translations.lock` that cannot be read.
    BadLockFile = "B009",
    /// A file that kept changing while it was read.
    Unsettled = "B010",
    /// A text in letters of before Unicode, or in UTF-8 that was taken for something else.
    OldLetters = "B011",
    /// A file that is named as a text and is none.
    AnotherFormat = "B012",
    /// Letters that were lost when a file was saved.
    LostLetters = "B013",
    /// YAML that cannot be read.
    YamlSyntax = "B101",
    /// A key that no one asks for.
    UnknownKey = "B102",
    /// A value of the wrong type.
    WrongType = "B103",
    /// A key that stands twice.
    DuplicateKey = "B104",
    /// A key that must be there and is not.
    MissingKey = "B105",
    /// A value of the right type that cannot be used.
    BadValue = "B106",
    /// YAML that grows without end.
    YamlLimit = "B107",
    /// No `site.yaml`.
    NoSiteFile = "B108",
    /// A language that the site does not have.
    UnknownLanguage = "B109",
    /// A date or time that does not exist or cannot be read.
    BadDate = "B110",
    /// A picture of the settings that is not there or cannot be used.
    BadSitePicture = "B111",
    /// A page without front matter.
    NoFrontMatter = "B201",
    /// Front matter that is opened and not closed.
    UnclosedFrontMatter = "B202",
    /// A page without a title.
    NoTitle = "B203",
    /// A slug or address that cannot be used.
    BadAddress = "B204",
    /// An end before its beginning.
    EndBeforeStart = "B205",
    /// One id used twice.
    DuplicateId = "B206",
    /// A document number that cannot be one.
    BadNumber = "B207",
    /// A telephone number that cannot be read.
    BadPhone = "B208",
    /// A day that is so far off that its year is likely a slip.
    FarOffDay = "B209",
    /// A name of a file or folder that gives no address.
    NameWithoutAddress = "B210",
    /// A line `---` or a head of front matter that is one too many.
    SpareMark = "B211",
    /// A name of a file that is nearly one that means something.
    NearlyNamed = "B212",
    /// A text to be replaced that `new` wrote and that still stands there.
    Placeholder = "B213",
    /// A link to a page or file that is not there.
    BrokenLink = "B301",
    /// A link to a place in a page that is not there.
    BrokenAnchor = "B302",
    /// A picture that is not there.
    MissingPicture = "B303",
    /// A component that the theme does not have.
    UnknownComponent = "B304",
    /// An argument that the component does not take, or lacks.
    ComponentArgument = "B305",
    /// A component that is opened and not closed, or closed and not opened.
    UnclosedComponent = "B306",
    /// Raw HTML that was left out.
    HtmlDropped = "B307",
    /// Brackets or quotes nested deeper than any text needs.
    TooDeep = "B308",
    /// A link with a scheme that can do harm.
    UnsafeLink = "B309",
    /// A picture without a text for those who do not see it.
    NoPictureText = "B310",
    /// A picture that cannot be used.
    BadPicture = "B311",
    /// A page that would be larger than any may be.
    PageTooLarge = "B312",
    /// A schedule with more single times than anyone can look through.
    TooManyTimes = "B313",
    /// A sheet or office file that is not published, for no page names it.
    FileWithheld = "B314",
    /// A file that is published though no page names it.
    FileUnnamed = "B315",
    /// A file that runs code in the name of the site.
    FileRuns = "B316",
    /// A file that was written as a page and does not end in `.md`.
    NotAPage = "B317",
    /// A picture that cannot be published as it is.
    PictureWithheld = "B318",
    /// A drawing that runs code or loads from elsewhere.
    DrawingRuns = "B319",
    /// A picture whose profile of colours is left out.
    NoColourProfile = "B320",
    /// Text of a table that has no column.
    LostCell = "B321",
    /// Text that no page shows.
    UnshownText = "B322",
    /// A character that no one sees.
    UnseenCharacter = "B323",
    /// Marks that Markdown takes for others than were meant.
    OtherThanMeant = "B324",
    /// A drawing of which no PDF is made.
    NoPdf = "B325",
    /// A file that lies where nobody looks for it.
    OutOfPlace = "B326",
    /// Two pages or files at one address.
    SameAddress = "B401",
    /// A term that the taxonomy does not have.
    UnknownTerm = "B402",
    /// A key that names nothing: an agency, a place, a task.
    UnknownReference = "B403",
    /// Two files that would be the same page in one language.
    SameTranslation = "B404",
    /// No `base_url`, so nothing absolute can be written.
    NoBaseUrl = "B405",
    /// A date, number or address that differs between a page and its translation.
    DifferentFact = "B406",
    /// A name that is that of several entries.
    AmbiguousName = "B407",
    /// A name that other marks would make that of an entry or a term.
    NearName = "B408",
    /// Two plans with the number of one document.
    SameNumber = "B409",
    /// A `translation_key` that one page only has, and another nearly.
    LoneKey = "B410",
    /// No theme of this name.
    NoTheme = "B501",
    /// A template that cannot be read.
    TemplateSyntax = "B502",
    /// A template that failed while a page was made.
    TemplateFailed = "B503",
    /// A template that the theme does not have.
    UnknownTemplate = "B504",
    /// A string that the theme does not have in this language.
    MissingString = "B505",
    /// A colour of the theme that text cannot be read in.
    LowContrast = "B506",
    /// A string that nothing asks for.
    UnusedString = "B507",
    /// A font for social cards that cannot be read.
    BadFont = "B508",
    /// A letter that no font for social cards has.
    MissingLetter = "B509",
    /// A script that names a file of the theme, which has another name once it is published.
    NameInScript = "B510",
    /// An output folder that would destroy the site's own files.
    BadOutputFolder = "B601",
    /// A file in the output folder that this program did not write.
    ForeignFile = "B602",
    /// Another program is writing to the output folder.
    AnotherAtWork = "B603",
    /// An address in the output at which there is nothing.
    LeadsNowhere = "B604",
    /// An address of the site in full, where a relative one works everywhere.
    NotRelative = "B605",
    /// A place that a page of the output does not have.
    NoSuchPlace = "B606",
    /// A name that some disk does not take.
    UnsafeName = "B607",
    /// A path that is too long for some systems.
    LongPath = "B608",
    /// A site that is near a limit of its host, or past it.
    HostLimit = "B609",
    /// A file that cannot be read as a sheet.
    BadSheet = "B701",
    /// A sheet without a row of headings.
    NoHeadings = "B702",
    /// A column that a schedule needs and the sheet does not have.
    MissingColumn = "B703",
    /// A column of a sheet that means nothing here.
    UnknownColumn = "B704",
    /// A cell that cannot be read.
    UnreadableCell = "B705",
    /// A day in a sheet that does not exist.
    ImpossibleDay = "B706",
    /// A day of the week that does not fall on that day.
    WrongWeekday = "B707",
    /// A day without a year, where more than one is possible.
    WhichYear = "B708",
    /// A row of a sheet that lacks what an event needs.
    IncompleteRow = "B709",
    /// Rows or tabs of a sheet that are no part of the schedule.
    PassedOver = "B710",
    /// An event outside the days of its schedule.
    OutsideSchedule = "B711",
    /// Two events at one place at one time.
    VenueClash = "B712",
    /// One event written twice.
    RepeatedEvent = "B713",
    /// A mobile telephone number of a person.
    PersonalPhone = "B714",
    /// A private e-mail address.
    PrivateEmail = "B715",
    /// A blank cell that took the day of the row above.
    DayFromAbove = "B716",
    /// A repetition that misses a day that is written for it.
    RepeatMisses = "B717",
    /// A cell of a sheet that stands below no heading.
    BeyondHeadings = "B718",
    /// A day of the week in a text that does not fall on its date.
    WeekdayInText = "B801",
    /// A day or a time in a text that does not exist.
    DayInText = "B802",
    /// What is somebody's own, where everybody reads it.
    PrivateData = "B803",
    /// A help line that nobody has checked for long.
    UnverifiedHotline = "B804",
    /// A link whose words do not say where it leads.
    EmptyLinkWords = "B805",
    /// A heading that leaves out a level.
    SkippedHeading = "B806",
    /// A text of a picture that says nothing.
    EmptyAltText = "B807",
    /// A sentence that is too long.
    LongSentence = "B808",
    /// A word that cannot be Vietnamese.
    NoSyllable = "B809",
    /// A name in a spelling that the site forbids.
    ForbiddenName = "B810",
    /// An abbreviation that nobody explains.
    Abbreviation = "B811",
}

impl Code {
    /// The code of this number, in any case of letters.
    pub fn of_id(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
        let id = String::deserialize(deserializer)?;
        Code::of_id(&id).ok_or_else(|| D::Error::custom("there is no such code"))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
