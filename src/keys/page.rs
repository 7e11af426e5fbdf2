//! The keys of the head of a page: those of every page, of sections and of materials.

use crate::keys::takes::word;
use crate::keys::{CHECKS, Key, Refers, Takes, Word, key};

/// The words for kinds of pages.
const KIND_WORDS: &[Word] = &[
    word("page", "trang riêng, như trang giới thiệu", "a page of its own, such as “About”")
        .called(&["trang"]),
    word("post", "tin, bài", "news and campaign writing")
        .called(&["tin", "tin bai", "tin tuc", "bai", "bai viet", "news", "article", "blog"]),
    word("material", "tài liệu để in và phát", "what is printed and handed on")
        .called(&["tai lieu"]),
    word("plan", "kế hoạch, văn bản", "the summary of a public document").called(&["ke hoach"]),
    word("schedule", "lịch các sự kiện", "a schedule of events").called(&[
        "lich",
        "lich su kien",
        "su kien",
        "events",
    ]),
    word("section", "chuyên mục; chỉ dành cho `_index.md`", "a section; for `_index.md` only")
        .called(&["chuyen muc"]),
];

/// The keys that every page may have, but for the taxonomies ([`TERMS`]).
pub const EVERY_PAGE: &[Key] = &[
    key("title", Takes::Text)
        .called(&["tieu de", "ten", "ten bai", "ten trang"])
        .about(
            "tên trang; nếu không ghi thì lấy đề mục đầu tiên `# …`",
            "the name of the page; without it the first heading `# …`",
        )
        .like("Lễ phát động", "Opening day"),
    key("kind", Takes::Word(KIND_WORDS))
        .also(&["type"])
        .called(&["loai", "loai trang"])
        .about(
            "loại trang; `post`, `material`, `plan` hoặc `schedule`; không ghi thì là `page`, còn `_index.md` luôn là `section`",
            "the kind of page; `post`, `material`, `plan` or `schedule`; without it the file is a `page`, and `_index.md` is always a `section`",
        )
        .like("post", "post"),
    key("description", Takes::Text)
        .called(&["mo ta", "tom tat", "mo ta ngan", "excerpt"])
        .about(
            "một câu cho danh sách và máy tìm kiếm",
            "one sentence for lists and search engines",
        )
        .like("\"Việc gì, ở đâu, khi nào.\"", "\"What happens, and where.\""),
    key("summary", Takes::Text)
        .also(&["lead"])
        .called(&["tom tat", "subtitle", "excerpt", "mo ta", "sapo"])
        .about("đoạn mở đầu, hiện dưới tên trang", "the lead, shown below the title")
        .like("Mời bà con cùng dự.", "Come and join us."),
    key("date", Takes::Day)
        .called(&["ngay", "ngay dang", "thoi gian"])
        .about("ngày đăng", "when it was published")
        .like("15/11/2026", "15/11/2026"),
    key("updated", Takes::Day)
        .also(&["lastmod", "last_updated"])
        .called(&["ngay cap nhat", "cap nhat", "ngay sua"])
        .about("ngày sửa gần nhất", "when it was last changed")
        .like("20/11/2026", "20/11/2026"),
    key("publish_date", Takes::Day)
        .also(&["publishDate", "pubdate"])
        .about("chưa hiện trước ngày này", "not shown before this day")
        .like("15/11/2026", "15/11/2026"),
    key("expiry_date", Takes::Day)
        .also(&["expiryDate", "unpublishdate"])
        .called(&["ngay het han", "het han"])
        .about("không hiện từ ngày này", "not shown from this day on")
        .like("16/12/2026", "16/12/2026"),
    DRAFT,
    key("slug", Takes::Text)
        .called(&["duong dan"])
        .about(
            "phần cuối của địa chỉ, thay cho tên tệp",
            "the last part of the address, instead of the file's name",
        )
        .like("le-phat-dong", "opening-day"),
    key("path", Takes::Name(Refers::Address))
        .also(&["url"])
        .called(&["dia chi"])
        .about(
            "địa chỉ đầy đủ trong ngôn ngữ của trang, thay cho `slug`",
            "the whole address within the language, instead of the `slug`",
        )
        .like("/lien-he/", "/contact/"),
    key("aliases", Takes::OneOrMore(&Takes::Name(Refers::Address)))
        .called(&["dia chi cu"])
        .about(
            "các địa chỉ cũ dẫn về trang này, tính từ gốc của cả trang web",
            "old addresses that lead here, from the root of the whole site",
        )
        .like("[/tin/bai-cu/]", "[/news/old/]"),
    key("weight", Takes::Whole)
        .called(&["thu tu"])
        .about(
            "thứ tự trong chuyên mục xếp theo `weight`, số nhỏ đứng trước",
            "its place where a section sorts by `weight`, small first",
        )
        .like("10", "10"),
    TEMPLATE,
    AUTHORS,
    SOURCE_KEY,
    key("image", Takes::Name(Refers::Picture))
        .called(&["hinh", "anh", "thumbnail", "hinh anh"])
        .about(
            "hình của trang, là tệp đặt cạnh tệp này; hiện ở đầu bài và khi ai đó chia sẻ liên kết",
            "a picture for the page, a file beside this one; on top of a post, and where a link to the page is shared",
        )
        .like("anh.png", "anh.png"),
    key("image_alt", Takes::Text)
        .beside("image")
        .called(&["mo ta hinh", "mo ta anh"])
        .about(
            "mô tả hình cho người không nhìn thấy; phải có, `\"\"` nếu hình chỉ để trang trí",
            "what the picture shows, for those who cannot see it; must be there, `\"\"` if it only adorns",
        )
        .like("Ba ô hình", "Three boxes"),
    key("translation_key", Takes::Text)
        .also(&["translationKey"])
        .about(
            "mã chung của các bản dịch có đường dẫn khác nhau",
            "what translations share where their paths differ",
        )
        .like("lien-he", "contact"),
    SAMPLE,
    SENSITIVE,
    NEUTRAL_TITLE,
    key("print", Takes::Either(&[
        Takes::Flag,
        Takes::Word(&[word("book", "in cùng các trang bên trong thành một tập", "printed as one with the pages inside it")]),
        Takes::Mapping(PRINT),
    ]))
        .called(&["in"])
        .about(
            "`book`: in cùng các trang bên trong thành một tập; xem [In ra giấy](#in-ra-giấy); `true`: trang để in, chỉ báo cho giao diện",
            "`book`: printed with all that belongs to it as one document; see [Printing](#printing); `true`: made to be printed, which is told to the theme",
        )
        .like("book", "book"),
    CHECKS_KEY,
    key("extra", Takes::Anything)
        .also(&["params"])
        .about("dữ liệu thêm cho giao diện", "whatever the theme may want")
        .like("{ mau: xanh }", "{ colour: green }"),
];

/// Stands for the keys that the taxonomies of a site give to its pages, under their names.
pub const TERMS: Key = key("topics", Takes::OneOrMore(&Takes::Name(Refers::Term)))
    .called(&["chu de", "tags", "tag", "category", "categories", "keywords", "tu khoa"])
    .about(
        "từ phân loại của mỗi cách phân loại khai báo trong `site.yaml`",
        "the terms of each taxonomy of `site.yaml`",
    )
    .like("[viec-nha]", "[viec-nha]");

const DRAFT: Key = key("draft", Takes::Flag)
    .called(&["nhap", "ban nhap"])
    .about(
        "muốn đăng trang thì viết `false`; `true` là bản nháp, chỉ hiện khi có `--drafts`",
        "write `false` to publish the page; `true` is a draft, shown only with `--drafts`",
    )
    .like("true", "true");

const CHECKS_KEY: Key = key("checks", Takes::Mapping(CHECKS))
    .about(
        "mức của các kiểm tra biên tập cho riêng trang này; xem [Kiểm tra biên tập](#kiểm-tra-biên-tập)",
        "the levels of the editorial checks for this page alone; see [Editorial checks](#editorial-checks)",
    )
    .like("{ headings: off }", "{ headings: off }");

const TEMPLATE: Key = key("template", Takes::Name(Refers::Template))
    .also(&["layout"])
    .called(&["mau"])
    .about("một mẫu trình bày khác của giao diện", "another template of the theme")
    .like("page.html", "page.html");

const AUTHORS: Key = key("authors", Takes::OneOrMore(&Takes::Text))
    .also(&["author"])
    .called(&["tac gia", "nguoi viet"])
    .about("người viết", "who wrote it")
    .like("[Nguyễn Thị B]", "[Nguyễn Thị B]");

const SOURCE_KEY: Key = key("source", Takes::Either(&[Takes::Text, Takes::Mapping(SOURCE)]))
    .called(&["nguon"])
    .about(
        "nguồn của bài viết lại; tên, hoặc tên (`name`), địa chỉ (`url`) và ngày (`date`)",
        "whose text this retells; a name, or `name`, address (`url`) and day (`date`)",
    )
    .like(
        "{ name: Cổng tỉnh, url: \"https://quangngai.gov.vn/\", date: 26/3/2024 }",
        "{ name: The portal, url: \"https://quangngai.gov.vn/\", date: 26/3/2024 }",
    );

const SAMPLE: Key = key("sample", Takes::Flag)
    .about(
        "`true`: nội dung đặt ra để minh hoạ; trang ghi rõ như vậy khi đọc, chia sẻ, in hay chép",
        "`true`: invented for illustration; the page says so wherever it is read, shared, printed or copied",
    )
    .like("true", "true");

const SENSITIVE: Key = key("sensitive", Takes::Flag)
    .about(
        "`true`: trang cho người có thể đang bị theo dõi; xem [Trang cho người có thể đang bị theo dõi](#trang-cho-người-có-thể-đang-bị-theo-dõi)",
        "`true`: read by people who may be watched; see [Pages for people who may be watched](#pages-for-people-who-may-be-watched)",
    )
    .like("true", "true");

const NEUTRAL_TITLE: Key = key("neutral_title", Takes::Text)
    .about(
        "tên hiện trên thẻ trình duyệt, trong lịch sử và khi chia sẻ, thay cho tên trang",
        "what the tab, the history and shared cards say instead of the title",
    )
    .like("Hướng dẫn", "How to");

/// The keys of `source`.
pub const SOURCE: &[Key] = &[
    key("name", Takes::Text)
        .also(&["title"])
        .called(&["ten"])
        .wanted()
        .about("ai đăng", "who published it")
        .like("Cổng tỉnh", "The portal"),
    key("url", Takes::Name(Refers::Web))
        .also(&["link"])
        .called(&["dia chi", "duong dan"])
        .about("địa chỉ của bài gốc", "where")
        .like("\"https://quangngai.gov.vn/\"", "\"https://quangngai.gov.vn/\""),
    key("date", Takes::Day)
        .called(&["ngay"])
        .about("ngày đăng", "when")
        .like("26/3/2024", "26/3/2024"),
];

/// The keys of `print`.
pub const PRINT: &[Key] = &[key("book", Takes::ListOf(&Takes::Name(Refers::Page)))
    .wanted()
    .about("các trang in thành một tập", "the pages that are printed as one")
    .like("[\"@/tai-lieu/a.md\"]", "[\"@/tai-lieu/a.md\"]")];

/// The orders of a section's pages.
const ORDERS: &[Word] = &[
    word("date", "mới trước", "newest first").called(&["ngay"]),
    word("weight", "theo `weight`, số nhỏ đứng trước", "by `weight`, small first")
        .called(&["thu tu"]),
    word("title", "theo chữ cái của tên trang", "by the alphabet of their titles")
        .called(&["ten", "tieu de"]),
];

/// The keys that `_index.md` has beside those of every page.
pub const SECTION: &[Key] = &[
    key("sort_by", Takes::Word(ORDERS))
        .called(&["sap xep", "xep theo", "thu tu"])
        .about(
            "thứ tự các trang: `date` (mới trước, cũng là khi không ghi gì), `weight` hoặc `title`",
            "the order of its pages: `date` (newest first, also if nothing is written), `weight` or `title`",
        )
        .like("weight", "weight"),
    key("paginate_by", Takes::Count)
        .called(&["so bai"])
        .about("số bài trên mỗi trang danh sách", "how many pages a list page holds")
        .like("20", "20"),
    key("cascade", Takes::Mapping(CASCADE))
        .about(
            "mục chung cho mọi trang bên dưới; `draft`, `sample`, `sensitive`, `neutral_title`, `print`, `authors`, `source`, `template`, `checks` và các cách phân loại; mục của chính trang được ưu tiên",
            "keys for all pages below; `draft`, `sample`, `sensitive`, `neutral_title`, `print`, `authors`, `source`, `template`, `checks` and taxonomies; a page's own keys win",
        )
        .like("{ sample: true }", "{ sample: true }"),
];

/// The keys of `cascade`, but for the taxonomies.
pub const CASCADE: &[Key] = &[
    DRAFT,
    SAMPLE,
    SENSITIVE,
    NEUTRAL_TITLE,
    key("print", Takes::Flag)
        .about(
            "`true`: trang để in, chỉ báo cho giao diện",
            "`true`: made to be printed, which is told to the theme",
        )
        .like("true", "true"),
    AUTHORS,
    SOURCE_KEY,
    TEMPLATE,
    CHECKS_KEY,
];

/// What a material may be.
const MEDIA: &[Word] = &[
    word("leaflet", "tờ rơi", "a leaflet").called(&["to roi"]),
    word("poster", "áp phích", "a poster").called(&["ap phich"]),
    word("slogans", "khẩu hiệu", "slogans").called(&["khau hieu"]),
    word("lesson", "bài học", "a lesson sheet").called(&["bai giang", "giao an"]),
    word("other", "khác", "anything else").called(&["khac"]),
];

/// The keys that a material has beside those of every page.
pub const MATERIAL: &[Key] = &[
    key("medium", Takes::Word(MEDIA))
        .called(&["hinh thuc", "dang"])
        .about(
            "`leaflet` (tờ rơi), `poster` (áp phích), `slogans` (khẩu hiệu), `lesson` (bài học) hoặc `other` (khác)",
            "`leaflet`, `poster`, `slogans`, `lesson` or `other`",
        )
        .like("leaflet", "leaflet"),
    key("paper", Takes::Text)
        .called(&["kho giay", "giay"])
        .about("khổ giấy khi in", "on which paper it is printed")
        .like("A5", "A5"),
    key("black_and_white", Takes::Flag)
        .called(&["den trang"])
        .about("in đen trắng có rõ không", "whether it is as good in black and white")
        .like("true", "true"),
    key("audience", Takes::Text)
        .called(&["doi tuong", "danh cho"])
        .about("dành cho ai", "whom it is for")
        .like("Mọi gia đình", "Every family"),
    key("level", Takes::Text)
        .called(&["cap hoc", "trinh do"])
        .about("cấp học hoặc trình độ", "the level of school or reading")
        .like("Lớp 6 đến lớp 9", "Grades 6 to 9"),
    key("duration", Takes::Text)
        .called(&["thoi luong"])
        .about("thời lượng, nếu là bài học", "how long a lesson takes")
        .like("45 phút", "45 minutes"),
    key("files", Takes::ListOf(&Takes::Either(&[Takes::Name(Refers::File), Takes::Mapping(FILE)])))
        .called(&["tep", "tep dinh kem", "dinh kem", "tai ve"])
        .about(
            "tệp để tải; tên tệp, hoặc `file` (cạnh trang) hay `url` (nơi khác) kèm `title`",
            "files to download; a name, or `file` (beside the page) or `url` (elsewhere) with a `title`",
        )
        .like("[to-roi.pdf]", "[to-roi.pdf]"),
];

/// The keys of a file to download, or of the original of a document: `file` or `url`, not both.
pub const FILE: &[Key] = &[
    key("file", Takes::Name(Refers::File))
        .also(&["path"])
        .called(&["tep"])
        .about("tệp đặt cạnh trang này", "a file beside this page")
        .like("to-roi.pdf", "to-roi.pdf"),
    key("url", Takes::Name(Refers::Web))
        .also(&["href"])
        .called(&["dia chi", "duong dan"])
        .about("địa chỉ của tệp trên trang web khác", "an address on another site")
        .like("\"https://quangngai.gov.vn/a.pdf\"", "\"https://quangngai.gov.vn/a.pdf\""),
    key("title", Takes::Text)
        .also(&["name"])
        .called(&["ten", "tieu de"])
        .about("chữ của liên kết", "what the link says")
        .like("Tờ rơi để in", "The leaflet for printing"),
];
