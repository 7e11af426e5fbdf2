// What stands in `docs/patterns.en.md` and `docs/mau.vi.md`: each component of the theme `civic`
// with the Markdown that makes it, and each block of its pages with where it is seen.

/** Each component: its name, what it is for in both languages, and the Markdown. */
export const COMPONENTS = [
  ['alert', 'What must not be overlooked', 'Điều không được bỏ qua', '> [!WARNING]\n> Đừng gọi lại số máy lạ.'],
  ['agency', 'An agency of the data', 'Một cơ quan trong dữ liệu', '{{ agency(key="so-noi-vu") }}'],
  ['attachment', 'A file to download', 'Tệp để tải về', '{{ attachment(href="./to-roi.svg", title="Tờ rơi khổ A5", note="SVG, 26 kB") }}'],
  ['button', 'The one thing to do', 'Việc chính cần làm', '{{ button(href="@/help.md", label="Tìm giúp đỡ") }}'],
  ['campaign', 'The official name of a campaign', 'Tên chính thức của chiến dịch', '{{ campaign(key="thang") }}'],
  ['card', 'A framed block', 'Khung có viền', '::: card Nhà văn hoá {href="@/help.md"}\nMở cửa từ 7 giờ.\n:::'],
  ['cards', 'Several cards side by side', 'Nhiều khối cạnh nhau', ':::: cards\n::: card Buổi sáng\nHọp tổ dân phố.\n:::\n\n::: card Buổi chiều\nChiếu phim.\n:::\n::::'],
  ['care', 'Whom to call at once', 'Gọi ai ngay bây giờ', '{{ care(most=3) }}'],
  ['details', 'A box that opens', 'Khung bấm mới mở', '::: details Cần mang gì?\nGiấy tờ và một cây bút.\n:::'],
  ['do_dont', 'What to do and what not to do', 'Nên và không nên', '::: do_dont\n- Hỏi riêng, nghe hết.\n- Nói: “Tôi tin bạn.”\n\n\n* Hỏi “sao không bỏ đi”.\n* Khuyên nhịn.\n:::'],
  ['facts', 'What is to be known at a glance', 'Điều cần biết, xem một lần là rõ', '::: facts Buổi gặp\nKhi nào\n: 7 giờ, thứ Hai\n\nỞ đâu\n: Nhà văn hoá thôn\n:::'],
  ['figure', 'A picture with a caption', 'Hình có lời ghi', '{{ figure(src="./nha.svg", alt="Một ngôi nhà", caption="Ảnh: tổ dân phố") }}'],
  ['gallery', 'Pictures side by side', 'Nhiều hình cạnh nhau', '::: gallery\n{{ figure(src="./nha.svg", alt="Một ngôi nhà") }}\n\n{{ figure(src="./nha.svg", alt="Nhà bên cạnh") }}\n:::'],
  ['hero', 'A band with a picture', 'Dải màu có hình', '::: hero Nhà mình an toàn {src="./nha.svg" alt="Một ngôi nhà"}\nTừ 15/11 đến 15/12.\n:::'],
  ['hotlines', 'All help lines, with their sources', 'Mọi số trợ giúp, kèm nguồn', '{{ hotlines() }}'],
  ['slogans', 'Slogans in large type', 'Khẩu hiệu chữ to', '::: slogans\n- Việc nhà là việc chung.\n:::'],
  ['steps', 'Steps in order', 'Các bước theo thứ tự', '::: steps\n1. Hỏi một câu.\n2. Nghe hết.\n:::'],
  ['teacher', 'For the teacher: on paper a sheet of its own', 'Dành cho thầy cô: khi in là một tờ riêng', '::: teacher\nNghe em kể, không bắt kể lại.\n:::'],
  ['term', 'A word of the glossary', 'Một từ trong bảng thuật ngữ', '{{ term(key="dia-chi") }}'],
  ['tiles', 'Links as large as a thumb', 'Liên kết to bằng ngón tay', '::: tiles\n- [Tôi cần giúp](@/help.md)\n- [Tôi là giáo viên](@/help.md)\n:::'],
];

/** Each block: its name, what it is in both languages, the page of the sample site, where it is. */
export const BLOCKS = [
  ['header', 'The bar on top, with the banner of a sample', 'Thanh trên cùng, có dải báo trang mẫu', 'index.html', '.site-header'],
  ['band', 'The band of the front page (`hero` in `site.yaml`)', 'Dải đầu trang chủ (`hero` trong `site.yaml`)', 'index.html', '.hero'],
  ['agenda', 'What is on', 'Hôm nay và sắp tới', 'index.html', '.agenda'],
  ['help', 'Whom to call (`hotlines.yaml`)', 'Gọi ai (`hotlines.yaml`)', 'index.html', '.help'],
  ['start', 'Where people begin (menu `start`)', 'Bắt đầu từ đâu (trình đơn `start`)', 'index.html', 'nav:has(> .tiles)'],
  ['exit', 'The way out of a sensitive page', 'Nút thoát trên trang nhạy cảm', 'tro-giup/index.html', '.exit-bar'],
  ['page-actions', 'What one can do with a page', 'Việc làm được với một trang', 'tin-tuc/toi-25-11/index.html', '.actions'],
  ['news', 'A list of news', 'Danh sách tin', 'tin-tuc/index.html', '.entries'],
  ['shelf', 'The shelf of materials', 'Giá tài liệu', 'tai-lieu/index.html', '.entries'],
  ['views', 'The views of a schedule', 'Các cách xem lịch', 'thang-hanh-dong/2026/index.html', '.chips'],
  ['events', 'The events of a day', 'Hoạt động trong một ngày', 'thang-hanh-dong/2026/index.html', '.coming .events'],
  ['month', 'The month', 'Lịch tháng', 'thang-hanh-dong/2026/thang/index.html', '.month'],
  ['footer', 'The foot of every page', 'Chân mọi trang', 'index.html', '.site-footer'],
];
