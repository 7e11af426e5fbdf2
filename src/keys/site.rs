//! The keys of `site.yaml`.

use crate::keys::takes::word;
use crate::keys::{CHECKS, Key, Refers, Takes, Word, key};

/// The keys of `site.yaml`.
pub const SITE: &[Key] = &[
    key("title", Takes::Texts)
        .called(&["tieu de", "ten", "ten trang", "ten trang web"])
        .wanted()
        .about("tên trang web; bắt buộc", "the name of the site; must be there")
        .like("{ vi: Bảng tin xã, en: Commune notice board }", "{ vi: Bảng tin xã, en: Commune notice board }"),
    key("description", Takes::Texts)
        .called(&["mo ta", "gioi thieu"])
        .about("một câu giới thiệu", "one sentence about it")
        .like("Tin và lịch của xã.", "News and dates of the commune.")
        .otherwise("trống", "empty"),
    key("base_url", Takes::Name(Refers::Web))
        .also(&["baseURL", "baseUrl"])
        .called(&["dia chi", "url", "domain", "ten mien"])
        .about("địa chỉ đăng, `https://example.gov.vn/`", "where it is published, `https://example.gov.vn/`")
        .like("https://example.gov.vn/", "https://example.gov.vn/")
        .otherwise(
            "không có nguồn cấp tin, sơ đồ trang và thẻ chia sẻ",
            "no feeds, no sitemap, no pictures for shared links",
        ),
    key("timezone", Takes::Name(Refers::Zone))
        .also(&["timeZone"])
        .called(&["mui gio"])
        .about("múi giờ của mọi ngày giờ", "the zone of all dates")
        .like("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh")
        .otherwise("`Asia/Ho_Chi_Minh`", "`Asia/Ho_Chi_Minh`"),
    key("theme", Takes::Name(Refers::Theme))
        .called(&["giao dien"])
        .about("giao diện: một thư mục trong `themes/`", "the folder below `themes/`")
        .like("civic", "civic")
        .otherwise("`civic`", "`civic`"),
    key("default_language", Takes::Name(Refers::Language))
        .also(&["defaultContentLanguage"])
        .called(&["ngon ngu chinh"])
        .about(
            "ngôn ngữ của tệp không ghi ngôn ngữ trong tên",
            "the language of files without one in their name",
        )
        .like("vi", "vi")
        .otherwise("ngôn ngữ đầu tiên của `languages`, hoặc `vi`", "the first of `languages`, else `vi`"),
    key("languages", Takes::ByLanguage(&Takes::Mapping(LANGUAGE)))
        .called(&["ngon ngu", "language", "cac ngon ngu"])
        .about(
            "các ngôn ngữ theo mã; `name`, `direction` (`ltr` hoặc `rtl`), `fallback` (ngôn ngữ cho mượn), `missing` (trang còn thiếu), `content_dir` (thư mục riêng thay cho `ten.en.md`), `paginate_path` (chữ trước số trang trong địa chỉ)",
            "the languages by code; `name`, `direction` (`ltr` or `rtl`), `fallback`, `missing`, `content_dir` (a folder of its own instead of `name.en.md`), `paginate_path` (the word before the number of a list page)",
        )
        .like("{ vi: { name: Tiếng Việt }, en: { name: English } }", "{ vi: { name: Tiếng Việt }, en: { name: English } }")
        .otherwise("chỉ có ngôn ngữ chính", "only the default language"),
    key("exit", Takes::Mapping(EXIT))
        .called(&["thoat"])
        .about(
            "nơi nút “Thoát khỏi trang này” dẫn đến; `url`, và `guide` là trang chỉ cách xoá lịch sử",
            "where “Exit this page” leads on sensitive pages; `url`, and `guide`, the page that says how to clear the history",
        )
        .otherwise("một trang có sẵn", "a page of the site’s own"),
    key("publisher", Takes::Mapping(PUBLISHER))
        .called(&["co quan", "don vi", "co quan dang tin"])
        .about(
            "cơ quan đăng tin, hiện cuối trang; `name`, `address`, `telephone`, `fax`, `email`, `url`, `reuse` (việc dùng lại), `notice` (lời lưu ý); `banner` là một dòng ngắn trên đầu mọi trang, dành cho trang mẫu hay trang thử",
            "who publishes, shown at the foot of each page; `name`, `address`, `telephone`, `fax`, `email`, `url`, `reuse`, `notice`; and `banner`, one short line over every page of a site that is only a sample or a test",
        )
        .otherwise("không có", "nothing"),
    key("logo", Takes::Name(Refers::Picture))
        .called(&["bieu trung"])
        .about(
            "biểu trưng của trang web; bản vẽ SVG, hoặc hình PNG cạnh ngắn từ 512 điểm ảnh, nằm cạnh `site.yaml`; xem [Ai đang nói](#ai-đang-nói)",
            "the sign of the site; a drawing (SVG) or a PNG of at least 512 pixels, beside `site.yaml`; see [Who speaks](#who-speaks)",
        )
        .like("bieu-trung.svg", "emblem.svg")
        .otherwise(
            "một hình tròn mang chữ đầu của tên trang web",
            "a disc with the initials of the site",
        ),
    key("logo_dark", Takes::Name(Refers::Picture))
        .beside("logo")
        .about("biểu trưng cho nền tối", "the sign for dark grounds")
        .like("bieu-trung-toi.svg", "emblem-dark.svg")
        .otherwise("như `logo`", "as `logo`"),
    key("hero", Takes::Mapping(HERO))
        .called(&["hinh lon", "hinh"])
        .about(
            "hình lớn của trang chủ; `image` là tệp cạnh `site.yaml` hoặc trong `content/`, `alt` là lời mô tả hình",
            "the large picture of the front page; `image`, a file beside `site.yaml` or below `content/`, and `alt`, what it shows",
        )
        .otherwise("không có", "none"),
    key("organisation", Takes::Texts)
        .also(&["organization"])
        .called(&["co quan chu quan", "to chuc"])
        .about("cơ quan chủ quản", "the body that the site belongs to")
        .like("UBND tỉnh Quảng Ngãi", "Quảng Ngãi Provincial People’s Committee")
        .otherwise("không có", "nothing"),
    key("responsible", Takes::Texts)
        .called(&["nguoi chiu trach nhiem", "chiu trach nhiem"])
        .about("người chịu trách nhiệm nội dung", "who answers for what it says")
        .like("\"Bà Nguyễn Thị A, Giám đốc Sở\"", "\"Ms Nguyễn Thị A, Director\"")
        .otherwise("không có", "nothing"),
    key("licence", Takes::Texts)
        .also(&["license"])
        .called(&["giay phep"])
        .about("giấy phép", "the licence under which it is published")
        .like("Giấy phép số 12/GP-STTTT", "Licence 12/GP-STTTT")
        .otherwise("không có", "nothing"),
    key("social", Takes::ListOf(&Takes::Mapping(SOCIAL)))
        .called(&["mang xa hoi"])
        .about(
            "các trang mạng xã hội; danh sách gồm `name` và `url`",
            "where else the publisher can be met; a list of `name` and `url`",
        )
        .otherwise("không có", "none"),
    key("colors", Takes::Either(&[Takes::Word(PRESETS), Takes::Mapping(COLORS)]))
        .also(&["colours"])
        .called(&["mau", "mau sac"])
        .about(
            "màu của trang web; một bộ màu (`tim`, `cham`, `luc`, `do-dat`), hoặc `accent` (màu chính), `second` (màu thứ hai) và `tint` (nền khung), viết trong dấu nháy: `\"#7a1f5c\"`",
            "its colours; a set (`tim` purple, `cham` indigo, `luc` green, `do-dat` earth red), or `accent`, `second` and `tint`, each in quotation marks: `\"#7a1f5c\"`",
        )
        .like("luc", "luc")
        .otherwise("màu của giao diện", "those of the theme"),
    key("menus", Takes::ByName(&Takes::ListOf(&Takes::Either(&[
        Takes::Name(Refers::Page),
        Takes::Mapping(MENU_ENTRY),
    ]))))
        .called(&["trinh don", "menu", "thuc don"])
        .about(
            "các trình đơn theo tên; `civic` hiện `main`, `footer`, `help` (mục đầu là lối đến trang trợ giúp, có trên mọi trang) và `start` (các lối vào lớn trên trang chủ); mỗi mục là một trang, một chỗ trong trang, một tệp hay một trang web khác",
            "menus by name; `civic` shows `main`, `footer`, `help` (the first entry is the way to help on every page) and `start` (where people begin, large on the front page); an entry is a page, a place in one, a file or another site",
        )
        .like("{ main: [\"@/tin-tuc/_index.md\"] }", "{ main: [\"@/tin-tuc/_index.md\"] }")
        .otherwise("không có", "no menus"),
    key("publish", Takes::OneOrMore(&Takes::Text))
        .called(&["dang", "cong bo"])
        .about(
            "các tệp được đăng dù không trang nào nhắc đến; xem [Tệp nào được đăng](#tệp-nào-được-đăng)",
            "the files that go out though no page names them; see [Which files are published](#which-files-are-published)",
        )
        .like("[robots.txt]", "[robots.txt]")
        .otherwise("không có", "none"),
    key("host", Takes::OneOrMore(&Takes::Word(HOSTS)))
        .also(&["hosts", "hosting"])
        .called(&["noi dang", "may chu"])
        .about(
            "nơi đăng trang web, một tên hoặc danh sách; `netlify`, `cloudflare`, `apache`, `iis`, `nginx`, `caddy`, `github-pages`, `gitlab-pages`; xem [Nơi đăng](#nơi-đăng)",
            "where it is published, one name or a list; `netlify`, `cloudflare`, `apache`, `iis`, `nginx`, `caddy`, `github-pages`, `gitlab-pages`; see [Hosts](#hosts)",
        )
        .like("apache", "apache")
        .otherwise("không tạo tệp nào cho nơi đăng", "no files for a host"),
    key("precompress", Takes::Flag)
        .called(&["nen"])
        .about(
            "`bangtin build` có đặt bản nén cạnh mỗi tệp chữ hay không; xem [Nơi đăng](#nơi-đăng)",
            "whether `bangtin build` puts a compressed file beside each text; see [Hosts](#hosts)",
        )
        .like("true", "true")
        .otherwise("`false`", "`false`"),
    key("taxonomies", Takes::ByName(&Takes::Mapping(TAXONOMY)))
        .called(&["phan loai", "taxonomy", "cach phan loai"])
        .about("các cách phân loại theo tên; `title`, `slug`, `terms`", "taxonomies by name; `title`, `slug`, `terms`")
        .like(
            "{ topics: { title: Chủ đề, terms: { viec-nha: Việc nhà } } }",
            "{ topics: { title: Topics, terms: { viec-nha: Housework } } }",
        )
        .otherwise("không có", "none"),
    key("paginate_by", Takes::Count)
        .also(&["paginate"])
        .called(&["so bai"])
        .about("số bài trên mỗi trang danh sách", "how many pages a list page holds")
        .like("10", "10")
        .otherwise("10", "10"),
    key("feed_limit", Takes::Count)
        .about("số bài trong nguồn cấp tin", "how many entries a feed holds")
        .like("20", "20")
        .otherwise("20", "20"),
    key("social_cards", Takes::Flag)
        .called(&["the chia se"])
        .about(
            "tạo thẻ chia sẻ cho mỗi trang; xem [bên dưới](#khi-chia-sẻ-trang)",
            "whether pages get a picture for shared links; see [below](#shared-links)",
        )
        .like("false", "false")
        .otherwise("`true`", "`true`"),
    key("markdown", Takes::Mapping(MARKDOWN))
        .about(
            "cách đọc chữ; `html`: `clean` (giữ phần vô hại), `allow` (giữ hết) hoặc `escape` (hiện như chữ); `smart_punctuation` (dấu ngoặc kép cong)",
            "how texts are read; `html`: `clean`, `allow` or `escape`; `smart_punctuation`",
        )
        .otherwise("`clean`, `true`", "`clean`, `true`"),
    key("checks", Takes::Mapping(CHECKS))
        .about(
            "mức của các kiểm tra biên tập: xem [Kiểm tra biên tập](#kiểm-tra-biên-tập)",
            "the levels of the editorial checks; see [Editorial checks](#editorial-checks)",
        )
        .like("{ headings: off }", "{ headings: off }")
        .otherwise("như bảng ở đó", "those of the table there"),
    key("extra", Takes::Anything)
        .also(&["params"])
        .about("dữ liệu thêm cho giao diện", "whatever the theme may want")
        .like("{ mau: xanh }", "{ colour: green }")
        .otherwise("không có", "nothing"),
];

const DIRECTIONS: &[Word] = &[
    word("ltr", "viết từ trái sang phải", "written from left to right").called(&["trai sang phai"]),
    word("rtl", "viết từ phải sang trái", "written from right to left").called(&["phai sang trai"]),
];

const MISSING: &[Word] = &[
    word(
        "list",
        "danh sách vẫn nêu trang, dẫn đến bản gốc",
        "lists name the page and lead to the original",
    )
    .called(&["danh sach"]),
    word("hide", "không hiện gì", "nothing is seen of it").called(&["an"]),
    word(
        "copy",
        "hiện bản gốc giữa các trang của ngôn ngữ này",
        "the original is shown among the pages of this language",
    ),
];

/// The keys of a language.
pub const LANGUAGE: &[Key] = &[
    key("name", Takes::Text)
        .also(&["languageName"])
        .called(&["ten"])
        .about("tên của ngôn ngữ, viết bằng chính nó", "its name in itself")
        .like("Tiếng Việt", "English"),
    key("direction", Takes::Word(DIRECTIONS))
        .also(&["dir"])
        .about("chiều viết: `ltr` hoặc `rtl`", "which way it is written: `ltr` or `rtl`")
        .like("ltr", "ltr"),
    key("fallback", Takes::Name(Refers::Language))
        .about(
            "ngôn ngữ cho mượn những gì còn thiếu",
            "the language that lends what this one lacks",
        )
        .like("vi", "vi"),
    key("missing", Takes::Word(MISSING))
        .about(
            "trang còn thiếu: `list`, `hide` hoặc `copy`",
            "what becomes of pages that it lacks: `list`, `hide` or `copy`",
        )
        .like("copy", "copy"),
    key("content_dir", Takes::Text)
        .about("thư mục riêng thay cho `ten.en.md`", "a folder of its own instead of `name.en.md`")
        .like("en", "en"),
    key("paginate_path", Takes::Text)
        .about("chữ trước số trang trong địa chỉ", "the word before the number of a list page")
        .like("trang", "page"),
];

/// The keys of `exit`.
pub const EXIT: &[Key] = &[
    key(
        "url",
        Takes::Either(&[Takes::Name(Refers::Web), Takes::ByLanguage(&Takes::Name(Refers::Web))]),
    )
    .called(&["dia chi"])
    .about(
        "một trang ai cũng có thể mở, như dự báo thời tiết",
        "a page that anyone might have open, such as the weather",
    )
    .like("\"https://nchmf.gov.vn/\"", "\"https://nchmf.gov.vn/\""),
    key("guide", Takes::Name(Refers::Page))
        .called(&["huong dan"])
        .about("trang chỉ cách xoá lịch sử", "the page that says how to clear the history")
        .like("\"@/xoa-dau-vet.md\"", "\"@/xoa-dau-vet.md\""),
];

/// The keys of `publisher`.
pub const PUBLISHER: &[Key] = &[
    key("name", Takes::Texts)
        .called(&["ten", "tieu de"])
        .about("tên cơ quan", "its name")
        .like("UBND xã Sơn Hạ", "Sơn Hạ People’s Committee"),
    key("address", Takes::Texts)
        .called(&["dia chi"])
        .about("địa chỉ", "its postal address")
        .like("Thôn Hải Giá", "Hải Giá village"),
    key("telephone", Takes::Phone)
        .also(&["phone"])
        .called(&["dien thoai", "so dien thoai", "tel"])
        .about("điện thoại", "its telephone")
        .like("\"0255 3712 135\"", "\"0255 3712 135\""),
    key("fax", Takes::Phone).about("fax", "its fax").like("\"0255 3712 136\"", "\"0255 3712 136\""),
    key("email", Takes::Texts)
        .called(&["thu dien tu", "hop thu", "mail"])
        .about("hộp thư", "its mailbox")
        .like("xasonha@quangngai.gov.vn", "xasonha@quangngai.gov.vn"),
    key("url", Takes::Name(Refers::Web))
        .called(&["trang web", "website"])
        .about("trang web của cơ quan", "its own site")
        .like("\"https://quangngai.gov.vn/\"", "\"https://quangngai.gov.vn/\""),
    key("reuse", Takes::Texts)
        .called(&["dung lai"])
        .about("người đọc được dùng lại thế nào", "what readers may do with it")
        .like("Được dùng lại nếu ghi nguồn.", "Free to reuse if the source is named."),
    key("notice", Takes::Texts)
        .called(&["luu y", "ghi chu"])
        .about("lời lưu ý cuối mỗi trang", "a notice at the foot of each page")
        .like("Trang thử.", "A test."),
    key("banner", Takes::Texts)
        .about("một dòng ngắn trên đầu mọi trang", "one short line over every page")
        .like("Trang mẫu.", "A sample."),
];

/// The keys of `hero`.
pub const HERO: &[Key] = &[
    key("image", Takes::Name(Refers::Picture))
        .also(&["src"])
        .called(&["hinh", "anh"])
        .wanted()
        .about(
            "tệp cạnh `site.yaml` hoặc trong `content/`",
            "a file beside `site.yaml` or below `content/`",
        )
        .like("cay-da.svg", "banyan-tree.svg"),
    key("alt", Takes::Texts)
        .called(&["mo ta", "mo ta hinh"])
        .wanted()
        .about("hình cho thấy gì", "what it shows")
        .like("Cây đa đầu làng", "The banyan tree at the gate of the village"),
];

/// The keys of an entry of `social`.
pub const SOCIAL: &[Key] = &[
    key("name", Takes::Texts)
        .also(&["title"])
        .called(&["ten"])
        .wanted()
        .about("tên trang mạng xã hội", "what it is called")
        .like("Zalo của tỉnh", "The province on Zalo"),
    key("url", Takes::Name(Refers::Web))
        .also(&["link"])
        .called(&["dia chi", "duong dan"])
        .wanted()
        .about("địa chỉ", "its address")
        .like("\"https://zalo.me/quangngai\"", "\"https://zalo.me/quangngai\""),
];

const PRESETS: &[Word] = &[
    word("tim", "tím", "purple"),
    word("cham", "chàm", "indigo"),
    word("luc", "lục", "green"),
    word("do-dat", "đỏ đất", "earth red"),
];

/// The keys of `colors`.
pub const COLORS: &[Key] = &[
    key("accent", Takes::Text)
        .called(&["mau chinh"])
        .about("màu chính: liên kết, nút", "links, buttons, the stripe at the top")
        .like("\"#1c6b3c\"", "\"#1c6b3c\""),
    key("second", Takes::Text)
        .called(&["mau thu hai", "mau phu"])
        .about("màu thứ hai", "a second colour beside it")
        .like("\"#7a3f8f\"", "\"#7a3f8f\""),
    key("tint", Takes::Text)
        .called(&["nen", "mau nen"])
        .about("nền khung", "the ground of boxes")
        .like("\"#eff6f1\"", "\"#eff6f1\""),
];

/// The keys of an entry of a menu.
pub const MENU_ENTRY: &[Key] = &[
    key("page", Takes::Name(Refers::Page))
        .called(&["trang"])
        .about("một trang, một chỗ trong trang hay một tệp", "a page, a place in one or a file")
        .like("\"@/gioi-thieu.md\"", "\"@/gioi-thieu.md\""),
    key("url", Takes::Name(Refers::Web))
        .also(&["link"])
        .called(&["dia chi", "duong dan"])
        .about("một trang web khác", "another site")
        .like("\"https://quangngai.gov.vn/\"", "\"https://quangngai.gov.vn/\""),
    key("title", Takes::Texts)
        .also(&["name"])
        .called(&["ten", "tieu de"])
        .about(
            "chữ trên trình đơn; với một trang, không ghi thì lấy tên của trang",
            "what it says; of a page its own title if not written",
        )
        .like("Về trang này", "About"),
];

const HOSTS: &[Word] = &[
    word("netlify", "netlify.com", "netlify.com"),
    word("cloudflare", "Cloudflare Pages", "Cloudflare Pages"),
    word("apache", "phần lớn chỗ thuê trên mạng", "rented web space of most companies"),
    word("iis", "máy chủ Windows", "a Windows server"),
    word("nginx", "máy chủ riêng", "a server of your own"),
    word("caddy", "máy chủ riêng", "a server of your own"),
    word("github-pages", "GitHub Pages", "GitHub Pages"),
    word("gitlab-pages", "GitLab Pages", "GitLab Pages"),
];

/// The keys of a taxonomy.
pub const TAXONOMY: &[Key] = &[
    key("title", Takes::Texts)
        .also(&["name"])
        .called(&["ten", "tieu de"])
        .about("tên của cách phân loại", "its title")
        .like("Chủ đề", "Topics"),
    key("slug", Takes::AddressPart)
        .called(&["duong dan"])
        .about("phần địa chỉ, thay cho tên mục", "the part of the address, instead of its key")
        .like("chu-de", "topics"),
    key("terms", Takes::ByName(&Takes::Either(&[Takes::Texts, Takes::Mapping(SITE_TERM)])))
        .called(&["tu", "tu phan loai", "cac tu"])
        .about(
            "các từ phân loại; không ghi thì dùng từ nào cũng được",
            "its terms; without them any word may be used",
        )
        .like("{ viec-nha: Việc nhà }", "{ viec-nha: Housework }"),
];

/// The keys of a term that has more than a name.
pub const SITE_TERM: &[Key] = &[
    key("title", Takes::Texts)
        .also(&["name"])
        .called(&["ten", "tieu de"])
        .about("tên của từ phân loại", "its title")
        .like("Việc nhà", "Housework"),
    key("slug", Takes::AddressPart)
        .called(&["duong dan"])
        .about("phần địa chỉ, thay cho tên mục", "the part of the address, instead of its key")
        .like("viec-nha", "housework"),
];

const HTML: &[Word] = &[
    word("clean", "giữ phần vô hại", "harmless HTML stays"),
    word("allow", "giữ hết", "all HTML stays").called(&["cho phep"]),
    word("escape", "hiện như chữ", "HTML is shown as text"),
];

/// The keys of `markdown`.
pub const MARKDOWN: &[Key] = &[
    key("html", Takes::Word(HTML))
        .about(
            "HTML trong bài: `clean`, `allow` hoặc `escape`",
            "HTML in texts: `clean`, `allow` or `escape`",
        )
        .like("clean", "clean"),
    key("smart_punctuation", Takes::Flag)
        .about("dấu ngoặc kép cong", "curly quotation marks")
        .like("true", "true"),
];
