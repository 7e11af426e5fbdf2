"""Makes the sheets of this folder with writers that are not ours.

    pip install openpyxl odfpy msoffcrypto-tool    and LibreOffice (`soffice`) on the path
    python make.py

The files are committed; run this only to add or change one, and look at what comes out.
"""

import datetime as d
import io
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import msoffcrypto
from msoffcrypto.format.ooxml import OOXMLFile
from odf import dc, office, opendocument, style, table, text as odftext
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = Path(__file__).parent
HEAD = ["TT", "Ngày", "Giờ", "Nội dung", "Địa điểm", "Chủ trì", "Ghi chú"]


def csv(name, text, encoding="utf-8"):
    (HERE / f"{name}.csv").write_bytes(text.encode(encoding))


def keys(name, text):
    (HERE / f"{name}.yaml").write_text(text, encoding="utf-8")


def book(*rows, title="Lịch"):
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return made, sheet


def convert(name, suffix, to, filter_name=None, source=None):
    """A sheet as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        target = f"{to}:{filter_name}" if filter_name else to
        source = source or HERE / f"{name}.xlsx"
        subprocess.run(
            ["soffice", "--headless", "--convert-to", target, "--outdir", folder, str(source)],
            check=True, capture_output=True,
        )
        made = next(Path(folder).glob(f"*.{to}"))
        shutil.copy(made, HERE / f"{suffix}")


# --- CSV ---------------------------------------------------------------------------------

csv("tu-te", """TT,Thứ,Ngày,Giờ,Nội dung,Địa điểm,Chủ trì,Phối hợp,Thành phần,Đối tượng,Liên hệ,Ghi chú
1,Chủ nhật,15/11,7h30 - 9h00,Lễ phát động Tháng hành động,Quảng trường,Sở Nội vụ,Hội LHPN; Tỉnh đoàn,Lãnh đạo các sở,Người dân,0255 3712 135,Mang theo giấy mời
2,,15/11,14 giờ,Nói chuyện chuyên đề,Hội trường A,Sở Nội vụ,,,,,dự kiến
3,thứ Tư,25/11/2026,tối,Thắp sáng,,,,,,,
""")

csv("cham-phay-bom", "\ufeffSTT;Ngày, tháng;Thời gian;Nội dung công việc;Nơi tổ chức\r\n"
    "1;thứ Hai, 16/11;07 giờ 30';Chào cờ, nói chuyện;Sân trường\r\n"
    "2;16/11;13 giờ 30 phút;Tập huấn, thảo luận;Phòng 2, tầng 3\r\n"
    ";;;;\r\n"
    "4;17/11/2026;cả ngày;Giải bóng đá;Sân xã\r\n")

csv("unicode-cua-excel", "\ufeffTT\tNgày\tGiờ\tNội dung\r\n1\t16/11\t7h30\tHọp mặt\r\n", "utf-16-le")

csv("unicode-dao", "\ufeffTT;Ngày;Giờ;Nội dung\r\n1;16/11;7h30;Họp mặt\r\n", "utf-16-be")

csv("sep", "sep=;\r\nNgày;Nội dung\r\n16/11;Họp, bàn, chốt\r\n17/11;Họp lần hai\r\n")

csv("nfd", unicodedata.normalize("NFD", "Ngày,Giờ,Nội dung,Địa điểm\n"
    "thứ Hai 16/11,từ 7h30 đến 9 giờ sáng,Hội thảo,Hội trường tỉnh\n"))

csv("khoang-trang-la", "Ngày,Giờ,Nội\u00a0dung,Địa điểm\n"
    "\u00a016/11\u00a0,7h30\u2009-\u20099h00,Hội\u00a0thảo\u200b,\u3000Hội trường\n"
    "１７／１１,８：００,Chữ rộng,\n")

csv("nhieu-dong", 'Ngày,Giờ,Nội dung,Thành phần,Phối hợp\n'
    '16/11,7h30,"Hội thảo\n“Nói với bố”\n(lần 2)","- Lãnh đạo tỉnh;\n- Đại diện các sở","Sở Y tế\nTỉnh đoàn"\n'
    '17/11,8h,"Họp ""nhanh""",,\n')

csv("xuong-dong-mac", "Ngày,Nội dung\r16/11,Một\r17/11,Hai\r")

csv("bang-ma-1258", "Ngày,Giờ,Nội dung\n16/11,7h30,Hội thảo\n".replace("ộ", "ô").replace("ả", "a").replace("ờ", "o"),
    "cp1258")

csv("ngoac-khong-dong", 'Ngày,Nội dung\n16/11,"Hội thảo\n17/11,Họp\n18/11,Họp tiếp\n')

csv("ky-tu-rong", "Ngày,Nội dung\n16/11,H\0ọp\n")

csv("trong", "")

csv("chi-tieu-de", "TT,Ngày,Giờ,Nội dung\n,,,\n")

csv("khong-tieu-de", "1,16/11,7h30,Hội thảo\n2,17/11,8h,Họp\n")

csv("tieu-de-sai-chinh-ta", "Ngafy,Noi dugn\n16/11,Hội thảo\n")

csv("thieu-noi-dung", "TT,Ngày,Giờ,Địa điểm\n1,16/11,7h30,Hội trường\n2,17/11,7h30,Hội trường\n")

csv("thieu-ngay", "TT,Nội dung,Địa điểm\n1,Hội thảo,Hội trường\n2,Họp,Hội trường\n")

csv("hang-thieu", "TT,Ngày,Giờ,Nội dung,Địa điểm\n1,,7h30,Không có ngày,Hội trường\n2,16/11,7h30,,Hội trường\n3,17/11,8h,Đủ,Hội trường\n4,,,,phần viết tiếp của hàng trên\n")

csv("sai-thu", "Thứ,Ngày,Nội dung\nthứ Sáu,16/11,Sai thứ\nT2,16/11,Đúng thứ\n2,16/11/2026,Đúng là số\nCN,22/11,Chủ nhật\n,\"thứ Ba, 18/11\",Sai trong một ô\nT7 - CN,21-22/11,Cuối tuần\n8,16/11,Không có thứ 8\n")

csv("ngay-khong-co", "Ngày,Nội dung\n31/11,Tháng 11 có 30 ngày\n29/2/2027,Không nhuận\n15/13,Tháng 13\n31/12/2026 - 32/12/2026,Ngày 32\n16/11,Ngày thật\n")

csv("ngoai-lich", "Ngày,Nội dung\n15/3,Sớm quá\n15/11/2024,Lịch năm cũ chép lại\n16/12,Muộn một ngày\n15/12,Ngày cuối\n")

csv("ket-thuc-truoc", "Ngày,Giờ,Nội dung\n20 - 18/11,,Ngược ngày\n20/11,9h - 7h30,Ngược giờ\n20/11,19h - 1h,Qua đêm\n20/11,10h - 2h chiều,Qua trưa\n")

csv("trung-dia-diem", "Ngày,Giờ,Nội dung,Địa điểm\n20/11,7h30 - 9h00,Hội thảo,Hội trường A\n20/11,8h30 - 10h,Tập huấn,hội trường  A\n20/11,9h - 10h,Họp,Hội trường B\n20/11,10h - 11h,Vừa xong thì vào,Hội trường A\n20/11,8h - 10h,Phát loa,Các xã\n20/11,8h - 10h,Phát tờ rơi,Các xã\n21/11,sáng,Không rõ giờ,Hội trường A\n21/11,8h - 9h,Có giờ,Hội trường A\n")

csv("lap-hang", "Ngày,Giờ,Nội dung,Địa điểm,Ghi chú\n20/11,7h30,Hội thảo,Hội trường A,\n20/11,7h30,HỘI THẢO,Hội trường A,chép nhầm\n20/11,7h30,Hội thảo,Hội trường B,\n20/11,9h,Hội thảo,Hội trường A,\n")

csv("so-rieng", "Ngày,Nội dung,Liên hệ,Ghi chú,Người soạn\n16/11,Hội thảo,chị Hoa 0912.345.678,,\n17/11,Họp,hoa.nguyen@gmail.com,,0987654321\n18/11,Tập huấn,0255 3712 135; bbt@quangngai.gov.vn,gọi +84 987 654 321,\n")

csv("trang-thai", "Ngày,Nội dung,Trạng thái,Ghi chú\n16/11,Một,đã xác nhận,\n17/11,Hai,Hoãn,mưa bão\n18/11,Ba,HUỶ,\n19/11,Bốn,dời từ 20/11,\n20/11,Năm,,Chuyển từ ngày 18/11\n21/11,Sáu,,Dự kiến\n22/11,Bảy,chưa rõ,\n23/11,Tám,,Hoàn thành hồ sơ\n24/11,Chín,dời sang 30/11,\n25/11,Mười,dời từ 31/11,\n26/11,Mười một,Đã hoàn thành,\n27/11,Mười hai,cancelled,\n28/11,Mười ba,tạm hoãn,dự kiến sang năm\n")

csv("du-kien", "Ngày,Thời gian (dự kiến),Nội dung,Ghi chú\n16/11,7h30,Cả cột là dự kiến,\n")

csv("du-kien-tung-hang", "Ngày,Giờ,Nội dung,Ghi chú\n16/11 (dự kiến),7h30,Ngày,\n17/11,8h (DK),Giờ,\n18/11,8h,Ghi chú,Địa điểm dự kiến: sân xã\n19/11,8h,Chắc chắn,\n")

csv("lap-lai", "Ngày,Giờ,Nội dung,Lặp lại\n15/11 - 15/12,17h00 - 17h05,Phát loa,hằng ngày\n16/11 - 14/12,7h00 - 7h15,Chào cờ,\"thứ Hai hằng tuần, trừ 7/12\"\n17/11,,Sinh hoạt,\"Các thứ 3, thứ 5 đến 10/12\"\n18/11,8h,Tư vấn,khi cần\n19/11,8h,Trừ ngày sai,\"hằng tuần, trừ 31/11\"\n")

csv("khoang-ngay", "Ngày,Đến ngày,Nội dung\n15/11 - 15/12,,Treo băng rôn\n15-17/11/2026,,Ba ngày\n16/11,30/11,Hai cột\ntừ ngày 20 đến hết ngày 22/11,,Bằng chữ\n\"16, 18/11\",,Hai ngày rời\nđầu tháng 12,,Không rõ\ntrong tháng 11,,Cả tháng\n")

csv("gio-cac-kieu", "Ngày,Giờ,Nội dung\n16/11,7h30,a\n,7:30,b\n,07 giờ 30',c\n,13 giờ 30 phút,d\n,14g30,e\n,từ 7h30 đến 9h,f\n,7h30 sáng,g\n,19 giờ,h\n,8:00 - 11:30,i\n,2h chiều,k\n,Sáng,l\n,buổi chiều,m\n,cả ngày,n\n,2h - 4h chiều,o\n,25h,p\n,7h75,q\n,14h sáng,r\n,khoảng 8h,s\n,sau lễ,t\n,7.30,u\n")

csv("buoi-va-gio", "Ngày,Buổi,Giờ,Nội dung\n16/11,Sáng,7h30,Sáng\n,Chiều,2h,Hai giờ chiều\n,Tối,7h - 9h,Tối\n,Chiều,,Chỉ có buổi\n,Sáng,15h,Mâu thuẫn\n")

csv("ngay-gio-mot-o", "Thời gian,Nội dung\n\"7h30, ngày 16/11\",Một\n14h - 16h ngày 16/11/2026,Hai\n\"thứ Ba, 17/11: sáng\",Ba\n8h,Bốn\n")

csv("ngay-hai-noi", "Ngày,Thời gian,Nội dung\n16/11,7h30 16/11,Giống nhau\n16/11,7h30 17/11,Khác nhau\n")

csv("ma", "Mã,Ngày,Nội dung\nle-phat-dong,15/11,Lễ phát động\nhop 1,16/11,Mã có dấu cách\nle-phat-dong,17/11,Mã trùng\n,18/11,Lễ phát động\n7,19/11,Mã là số\n")

CUNG_TEN = [
    "20/11,7h30,Tập huấn,Huyện A",
    "16/11,7h30,Tập huấn,Huyện B",
    "20/11,13h30,Tập huấn,Huyện A",
    "20/11,7h30,Tập huấn,Huyện C",
    "18/11,8h,Hội thảo,Hội trường",
]
csv("cung-ten", "Ngày,Giờ,Nội dung,Địa điểm\n" + "\n".join(CUNG_TEN) + "\n")
csv("cung-ten-dao-hang", "Ngày,Giờ,Nội dung,Địa điểm\n" + "\n".join(reversed(CUNG_TEN)) + "\n")

csv("thieu-nam", "Ngày,Nội dung\n15/6,Chỉ có một năm\n15/11,Hai năm đều được\n15/11/2027,Có năm\n28/12 - 3/1,Qua năm\n")
keys("thieu-nam", "starts: 1/11/2026\nends: 1/12/2027\nevents: FILE\n")

csv("tieng-anh", "No.,Date,Day,Time,Activity,Venue,Lead,With,Participants,Audience,Contact,Notes,ID,Status\n"
    "1,15 November 2026,Sunday,7:30 am - 9:00 am,Launch ceremony,Main square,Department of Home Affairs,Women's Union; Youth Union,Officials,Residents,0255 3712 135,Bring your invitation,launch,confirmed\n"
    "2,\"Nov 16, 2026\",Mon,2 pm,Talk,Hall A,,,,,,,talk,tentative\n"
    "3,20-22 November 2026,Fri - Sun,all day,Fair,Park,,,,,,,fair,moved from 18 November\n"
    "4,24 November 2026,Monday,evening,Vigil,Riverside,,,,,,,vigil,\n")

csv("tu-dong-nghia", "Stt,Từ ngày,Đến ngày,Thời gian thực hiện,Tên hoạt động,Nơi thực hiện,Đơn vị chủ trì,Đơn vị phối hợp,Thành phần tham dự,Đối tượng tham gia,Đầu mối liên hệ,Diễn giải\n"
    "1,16/11,18/11,sáng,Tập huấn,Trường A,Sở GDĐT,\"Sở Văn hoá, Thể thao và Du lịch\",Giáo viên,Học sinh,Văn phòng sở,Có phát tài liệu\n")

csv("tieu-de-lap-lai", "KẾ HOẠCH,,,\n,,,\nTT,Ngày,Giờ,Nội dung\n(1),(2),(3),(4)\n1,16/11,7h30,Một\nTT,Ngày,Giờ,Nội dung\n2,17/11,7h30,Hai\n3,,,\n4,,,\n")

csv("noi-nhan", "TT,Ngày,Giờ,Nội dung,Địa điểm\nTuần 1,,,,\n1,16/11,7h30,Một,Hội trường\n2,16/11,,Hai,Hội trường\nII. THÁNG 12,,,,\n3,1/12,8h,Ba,Hội trường\n,,,,\nNơi nhận:,,,TM. UỶ BAN NHÂN DÂN,\n- Như trên;,,,KT. CHỦ TỊCH,\n- Lưu: VT.,,,PHÓ CHỦ TỊCH,\n,,,Nguyễn Văn A,\n")

csv("sau-tieu-de-khong-co-ngay", "TT,Ngày,Nội dung\n1,16/11,Một\nTuần 2,,\n2,,Ngày nào?\n")

csv("ngay-la-hang-rieng", "TT,Giờ,Nội dung,Địa điểm\n\"Thứ Hai, ngày 16/11\",,,\n1,7h30,Một,Hội trường\n2,14h,Hai,Hội trường\n\"Thứ Ba, ngày 17/11\",,,\n3,8h,Ba,Hội trường\n")

csv("nhiem-vu", "Ngày,Nội dung,Nhiệm vụ,Tài liệu\n16/11,Đúng,phat-dong,../tai-lieu.md\n17/11,Sai,phat-dogn,../khong-co.md\n")

csv("hai-nhiem-vu", "Ngày,Nội dung,Nhiệm vụ\n16/11,Hội thảo,nv1; nv2\n")

csv("ky-ten-hai-ben", "TT,Ngày,Giờ,Nội dung,Địa điểm\n1,16/11,7h30,Chủ tịch UBND tỉnh tiếp công dân,Trụ sở\n2,,14h,Giám đốc sở đối thoại,Hội trường\n3,,,Phó Chủ tịch dự họp,Hội trường\nNGƯỜI LẬP BIỂU,,,THỦ TRƯỞNG ĐƠN VỊ,\n,,,(Đã ký),\n4,,8h,Còn một hàng sau chữ ký,Hội trường\n")

csv("qua-dem", "Ngày,Giờ,Nội dung,Lặp lại\n20/11 - 22/11,22h - 2h,Trực đêm,hằng ngày\n20 - 21/11,22h - 2h,Một đêm,\n")

csv("so-thay-ngay", "Ngày,Giờ,Nội dung\n16,7h30,Chỉ có ngày trong tháng\n46342,8h,Số của Excel\n17/11,7,Chỉ có số giờ\n")

csv("cot-la", "Ngày,Nội dung,Kinh phí,Địa đểm,,Số xe\n16/11,Hội thảo,5 triệu,Hội trường,chữ lạc,\n")

csv("cot-dat-ten", "Khi nào,Việc cần làm,Kinh phí,Giờ\n16/11,Hội thảo,5 triệu,7h30\n")
keys("cot-dat-ten", "starts: 15/11/2026\nends: 15/12/2026\nevents:\n  file: FILE\n  columns:\n    date: Khi nào\n    title: Việc cần làm\n    ignore: [Kinh phí]\n")

csv("cot-khong-co", "Ngày,Nội dung\n16/11,Hội thảo\n")
keys("cot-khong-co", "starts: 15/11/2026\nends: 15/12/2026\nevents:\n  file: FILE\n  sheet: Tháng 11\n  columns: { venue: Nơi họp, tilte: Nội dung }\n")

csv("hai-cot-mot-nghia", "Ngày,Nội dung,Hoạt động\n16/11,Hội thảo,Thảo luận nhóm\n")

# Days from above: half of the rows or more leave them blank, or nearly none does.
csv("ngay-de-trong-quen", "Activity,Date,Venue\nOne,2026-11-15,A\nTwo,,B\nThree,2026-11-17,C\nFour,,D\nFive,2026-11-19,E\n")

csv("ngay-de-trong-thoi-quen", "Ngày,Giờ,Nội dung,Địa điểm\n16/11,7h30,Khai mạc,A\n,9h,Tham luận,A\n,14h,Thảo luận,B\n17/11,8h,Bế mạc,A\n,,Trao quà,\n,10h,Chụp ảnh,Sân\n")

csv("hang-viet-tiep", "Ngày,Giờ,Nội dung,Địa điểm\n16/11,7h30,Khai mạc,A\n,,Văn nghệ chào mừng,\n17/11,8h,Tham luận,A\n18/11,8h,Bế mạc,A\n")

csv("hai-cot-quen-ngay", "Ngày,Nội dung\n16/11,Một\n,Hai\n17/11,Ba\n")

csv("khong-hang-nao-co-ngay", "event_date,Nội dung,Địa điểm\n,Một,A\n,Hai,B\n,Ba,C\n")
keys("khong-hang-nao-co-ngay", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, columns: { date: event_date } }\n")

csv("thieu-cot-da-khai", "Nội dung,Địa điểm\nMột,A\nHai,B\n")
keys("thieu-cot-da-khai", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, columns: { date: event_date } }\n")

csv("mot-ngay", "Giờ,Nội dung,Địa điểm\n7h30,Khai mạc,Hội trường\n9h - 11h,Tham luận,Hội trường\n,Triển lãm,Sảnh\n")
keys("mot-ngay", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, date: 2026-11-20 }\n")

csv("mot-ngay-co-cot-ngay", "Ngày,Nội dung\n20/11,Đúng\n,Để trống\n21/11,Ngày khác\n20 - 21/11,Hai ngày\n")
keys("mot-ngay-co-cot-ngay", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, date: 20/11/2026 }\n")

csv("mot-ngay-sai", "Giờ,Nội dung\n7h30,Khai mạc\n")
keys("mot-ngay-sai", 'starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, date: "20/12/2026 7:30" }\n')

csv("mot-ngay-ngoai-lich", "Giờ,Nội dung\n7h30,Khai mạc\n")
keys("mot-ngay-ngoai-lich", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, date: 20/12/2026 }\n")

csv("xa-khac-dau", "Ngày,Giờ,Nội dung,Địa điểm\n16/11,7h30 - 9h,Lễ phát động,UBND xã Sơn Hà\n16/11,7h30 - 9h,Lễ phát động,UBND xã Sơn Hạ\n16/11,7h30 - 9h,Lễ  phát động,UBND xã sơn hà\n")

csv("hang-khac-mot-cot", "Ngày,Nội dung,Nội dung (en),Chủ trì,Phối hợp,Liên hệ,Trạng thái\n16/11,Họp,Meeting,Sở A,,,\n16/11,Họp,Meeting,Sở B,,,\n16/11,Họp,Meeting,Sở A,Sở C,,\n16/11,Họp,Meeting,Sở A,,Văn phòng,\n16/11,Họp,Meeting,Sở A,,,hoãn\n16/11,Họp,Talk,Sở A,,,\n16/11/2026,Họp,Meeting,Sở A,,,\n")

csv("lap-hut-ngay", "Ngày,Giờ,Nội dung,Lặp lại\n16/11,7h,Nghỉ nhầm,\"thứ Hai hằng tuần đến 14/12, trừ 8/12\"\n17/11,7h,Sai thứ,thứ Hai hằng tuần đến 14/12\n20/11,7h,Một lần,hằng tuần đến 25/11\n17/11,7h,Không lần nào,thứ Hai hằng tuần đến 20/11\n20/11,7h,Kết thúc trước,hằng ngày đến 18/11\n15/11 - 15/12,7h,Cả đợt,Các thứ 3\n16/11,7h,Nghỉ hết,\"hằng ngày đến 17/11, trừ 16/11 và 17/11\"\n")

csv("lap-ngay-31", "Ngày,Nội dung,Lặp lại\n31/10,Ngày cuối tháng,hằng tháng\n30/10,Ngày 30,hằng tháng\n28/10,Ngày 28,hằng tháng\n")
keys("lap-ngay-31", "starts: 1/10/2026\nends: 31/3/2027\nevents: FILE\n")

csv("o-ngoai-tieu-de", "Ngày,Giờ,Nội dung,Địa điểm\n16/11,7h30,Họp, bàn việc,Hội trường\n17/11,8h,Tập huấn,Hội trường\n")

csv("zwnj", "Ngày,Nội dung,Địa điểm\n16/11,نرم\u200cافزار,ক্\u200dষ\n17/11,Ti\u200cếp d\u200dân\u200b,Trụ\u00ad sở\u0003\n")

csv("loi-cong-thuc-trong-csv", "Ngày,Nội dung,Địa điểm,Liên hệ\n16/11,Một,#REF!,\n########,Hai,,\n18/11,Ba,=B2,\n19/11,Bốn,,\"=\"\"02553712135\"\"\"\n20/11,Năm,,'02553712136\n")

csv("nua-dem", "Ngày,Giờ,Nội dung\n2026-11-16 00:00:00,7h30,Nửa đêm của máy\n16/11/2026 00:00,,Không có giờ\n17/11/2026 8:00,9h,Hai giờ khác nhau\n17/11/2026 8:00,8h - 9h,Thêm giờ kết thúc\n18/11,0h,Nửa đêm thật\n19/11/2026,19/11 8h,Thiếu năm ở một ô\n20/11,24h00,Không có giờ này\n")

(HERE / "trang-web-doi-ten.csv").write_text("<html><body><table><tr><td>Ngày</td></tr></table></body></html>", encoding="utf-8")

# --- XLSX --------------------------------------------------------------------------------

made, sheet = book(
    ["UỶ BAN NHÂN DÂN TỈNH"], ["SỞ NỘI VỤ"], [],
    ["LỊCH HOẠT ĐỘNG THÁNG HÀNH ĐỘNG NĂM 2026"], ["(Kèm theo Kế hoạch số 12/KH-SNV)"], [],
    HEAD,
    [1, d.date(2026, 11, 16), d.time(7, 30), "Hội nghị triển khai", "Hội trường tỉnh", "Sở Nội vụ", None],
    [2, None, d.time(14, 0), "Tập huấn cán bộ", "Hội trường tỉnh", "Sở Nội vụ", "dự kiến"],
    [3, None, "19h30 - 21h", "Giao lưu văn nghệ", "Quảng trường", "Hội LHPN", None],
    [5, d.date(2026, 11, 20), "cả ngày", "Ngày hội gia đình\n(có trò chơi)", "Công viên", "Tỉnh đoàn", None],
    [], ["Nơi nhận:", None, None, None, None, "TM. UBND"], ["- Các sở;"], [None, None, None, None, None, "Trần Thị B"],
)
sheet.merge_cells("A4:G4")
sheet.merge_cells("B8:B10")
sheet["A4"].font = Font(bold=True, size=14)
for row in range(8, 12):
    sheet.cell(row, 2).number_format = "dd/mm/yyyy"
    sheet.cell(row, 3).number_format = "hh:mm"
    sheet.cell(row, 4).alignment = Alignment(wrap_text=True)
made.save(HERE / "cong-van.xlsx")
convert("cong-van", "cong-van-libreoffice.ods", "ods")
convert("cong-van", "cong-van-thanh-csv.csv", "csv", "Text - txt - csv (StarCalc):44,34,76")
convert("cong-van", "doi-cu.xlsx", "xls")

made, sheet = book(HEAD, [1, "16/11", "7h30", "Một", "A", None, None], title="Tháng 11")
december = made.create_sheet("Tháng 12")
december.append(["Lịch tháng 12"])
december.append(HEAD)
december.append([1, "31/11", "8h", "Ngày không có", "B", None, None])
december.append([2, "2/12", "8h", "Hai", "B", None, None])
people = made.create_sheet("Danh sách")
people.append(["Họ và tên", "Chức vụ"])
people.append(["Nguyễn Văn A", "Chuyên viên"])
draft = made.create_sheet("Nháp")
draft.append(HEAD)
draft.append([1, "17/11", "8h", "Chưa duyệt", "B", None, None])
draft.sheet_state = "hidden"
made.create_sheet("Trống")
made.save(HERE / "nhieu-trang.xlsx")

made.save(HERE / "mot-trang.xlsx")
keys("mot-trang", "starts: 15/11/2026\nends: 15/12/2026\nevents: { file: FILE, sheets: [tháng 11] }\n")

made, sheet = book(
    ["Ngày", "Giờ", "Nội dung"],
    [d.datetime(2026, 11, 16), "7h30", "Ngày thật"],
    ["17/11", d.time(8, 0), "Ngày chữ, giờ thật"],
    ["18/11/2026", d.datetime(2026, 11, 18, 9, 15), "Giờ có cả ngày"],
    [46345, 0.3125, "Số không định dạng"],
    [d.datetime(2026, 11, 20, 7, 30), None, "Ngày và giờ một ô"],
    [d.date(2026, 11, 21), d.timedelta(hours=13, minutes=30), "Giờ cộng dồn"],
    ["ngày 22 tháng 11 năm 2026", 13.5, "Giờ là số lẻ"],
)
sheet["A2"].number_format = "d/m"
sheet["A6"].number_format = "dd/mm/yyyy hh:mm"
sheet["B4"].number_format = "hh:mm"
made.save(HERE / "ngay-lan-lon.xlsx")

made, sheet = book(["Ngày", "Nội dung"], [d.date(2026, 11, 16), "Đếm từ 1904"])
made.epoch = CALENDAR_MAC_1904
sheet["A2"].number_format = "dd/mm/yyyy"
made.save(HERE / "nam-1904.xlsx")

made, sheet = book(
    ["Ngày", "Giờ", "Nội dung", "Địa điểm"],
    ["=DATE(2026,11,16)", "=TIME(7,30,0)", '="Hội "&"thảo"', "=#REF!"],
    ["=A2+1", "=B2", '="Họp "&TEXT(1,"0")', '=UPPER("phòng 2")'],
)
for cell in ("A2", "A3"):
    sheet[cell].number_format = "dd/mm/yyyy"
for cell in ("B2", "B3"):
    sheet[cell].number_format = "hh:mm"
with tempfile.TemporaryDirectory() as folder:
    made.save(Path(folder) / "cong-thuc.xlsx")
    convert("", "cong-thuc.xlsx", "xlsx", "Calc MS Excel 2007 XML", Path(folder) / "cong-thuc.xlsx")
    # The error of a formula as Excel keeps it.
convert("cong-thuc", "cong-thuc-opendocument.ods", "ods")

made, sheet = book(["Ngày", "Nội dung", "Thành phần"])
sheet["A2"] = "16/11"
bold = InlineFont(b=True)
sheet["B2"] = CellRichText("Hội thảo ", TextBlock(bold, "“Nói với bố”"), " lần 2")
sheet["C2"] = "Lãnh đạo sở;\r\nđại diện _x000D_ các xã"
sheet["B2"].comment = Comment("Nhớ gọi chị Hoa 0912345678", "Tổ biên tập")
made.save(HERE / "chu-dam-va-ghi-chu.xlsx")

made, sheet = book(
    ["TT", "Thời gian", None, "Nội dung", "Đơn vị", None],
    [None, "Ngày", "Giờ", None, "Chủ trì", "Phối hợp"],
    [1, "16/11", "7h30", "Hội thảo", "Sở Nội vụ", "Tỉnh đoàn"],
    [2, "17/11", "8h", "Họp", "Sở Nội vụ", None],
)
for cells in ("A1:A2", "B1:C1", "D1:D2", "E1:F1"):
    sheet.merge_cells(cells)
made.save(HERE / "tieu-de-hai-hang.xlsx")

made, sheet = book(
    ["TT", "Thời gian", None, "Nội dung"],
    [1, "16/11", "7h30", "Hai ô dưới một tiêu đề"],
)
sheet.merge_cells("B1:C1")
made.save(HERE / "tieu-de-gop.xlsx")

made, sheet = book(
    ["TT", "Giờ", "Nội dung", "Địa điểm"],
    ["TUẦN 1"],
    ["Thứ Hai, ngày 16/11/2026"],
    [1, "7h30", "Một", "A"],
    [2, None, "Hai", "A"],
    [d.date(2026, 11, 17)],
    [3, "8h", "Ba", "A"],
    ["TUẦN 2"],
    [4, "8h", "Không biết ngày nào", "A"],
)
for row in (2, 3, 6, 8):
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=4)
sheet["A6"].number_format = "dd/mm/yyyy"
made.save(HERE / "ngay-gop-ngang.xlsx")

made, sheet = book(
    ["Ngày", "Giờ", "Nội dung", "Địa điểm"],
    ["16/11", "7h30", "Đón tiếp", "Hội trường A"],
    [None, "8h", "Khai mạc", None],
    [None, "9h", "Tham luận", None],
    ["17/11", "8h", "Bế mạc", "Hội trường B"],
)
sheet.merge_cells("A2:A4")
sheet.merge_cells("D2:D4")
made.save(HERE / "dia-diem-gop.xlsx")

made, sheet = book(
    ["Ngày", "Nội dung"], ["16/11", "Hiện"], ["17/11", "Ẩn bằng tay"], ["18/11", "Hiện nữa"], ["19/11", "Ẩn vì lọc"],
)
sheet.row_dimensions[3].hidden = True
sheet.row_dimensions[5].hidden = True
sheet.column_dimensions["B"].hidden = False
made.save(HERE / "hang-an.xlsx")

made, sheet = book(
    ["Mã", "Ngày", "Nội dung", "Nội dung (en)", "Địa điểm", "Địa điểm (en)", "Ghi chú", "Ghi chú (en)", "Liên hệ"],
    ["a", "16/11", "Lễ phát động", "Launch", "Quảng trường", "Main square", "Mang giấy mời", "Bring your invitation", "Văn phòng sở"],
    ["b", "17/11", "Chưa dịch", None, "Hội trường", None, "Ghi chú chưa dịch", None, None],
    [None, "18/11", "Dịch tên thôi", "Title only", "Hội trường", None, "Ghi chú chưa dịch", None, None],
    [None, "19/11", None, "English only", None, None, None, None, None],
)
made.save(HERE / "ban-dich.xlsx")

made, sheet = book(
    ["Ngày", None, "Nội dung", None, "Địa điểm"],
    ["16/11", None, "Cột trống ở giữa", None, "Hội trường"],
)
sheet.insert_cols(1, 2)
made.save(HERE / "cot-trong.xlsx")

made, sheet = book(["Ngày", "Nội dung"], ["16/11", "x" * 12_000])
made.save(HERE / "o-qua-dai.xlsx")

made, sheet = book(["Ngày", "Nội dung"], ["16/11", "Bí mật"])
plain = io.BytesIO()
made.save(plain)
plain.seek(0)
locked = io.BytesIO()
OOXMLFile(plain).encrypt("mat-khau", locked)
(HERE / "mat-khau.xlsx").write_bytes(locked.getvalue())

shutil.copy(HERE / "cong-van-libreoffice.ods", HERE / "sai-duoi.xlsx")
(HERE / "trang-web.xlsx").write_text("<html><body><table></table></body></html>", encoding="utf-8")
(HERE / "van-ban.xlsx").write_text("Ngày,Nội dung\n16/11,Hội thảo\n", encoding="utf-8")
shutil.copy(HERE / "cong-van.xlsx", HERE / "xlsx-mang-ten.csv")
(HERE / "bi-cat.xlsx").write_bytes((HERE / "cong-van.xlsx").read_bytes()[:3000])
with zipfile.ZipFile(HERE / "thieu-phan.xlsx", "w") as archive:
    archive.writestr("xl/workbook.xml", "<workbook><sheets><sheet name='A' r:id='x'/></sheets></workbook>")
with zipfile.ZipFile(HERE / "khong-phai-bang.xlsx", "w") as archive:
    archive.writestr("word/document.xml", "<document/>")

made, sheet = book(
    ["Ngày", "Giờ", "Nội dung", "Trạng thái"],
    [d.date(2026, 11, 16), d.time(7, 30), "Họp tuần một"],
    ["=A2+7", d.time(7, 30), "Họp tuần hai", '=IF(1,"hoãn","")'],
    [None, "9h", "Không lấy ngày của công thức"],
    [d.date(2026, 11, 24), d.time(7, 30), "=B5"],
    [d.date(2026, 11, 25), d.time(7, 30), "Họp tuần ba"],
)
sheet["A3"].number_format = "dd/mm/yyyy"
made.save(HERE / "cong-thuc-khong-gia-tri.xlsx")  # openpyxl computes nothing

made, sheet = book(
    ["TT", "Ngày", "Giờ", "Nội dung"],
    ["=ROW()-1", d.date(2026, 11, 16), d.time(7, 30), "Số thứ tự là công thức"],
    ["=ROW()-1", d.date(2026, 11, 17), d.time(8, 0), "Cũng vậy"],
    ["=ROW()-1"],
    ["=ROW()-1"],
)
made.save(HERE / "so-thu-tu-la-cong-thuc.xlsx")

made, sheet = book(
    ["Ngày", "Giờ", "Nội dung"],
    [d.datetime(2026, 11, 16, 0, 0), "7h30", "Ngày có 00:00, giờ ở cột giờ"],
    [d.datetime(2026, 11, 17, 0, 0), None, "Ngày có 00:00, không có giờ"],
    [d.datetime(2026, 11, 18, 8, 0), "9h", "Hai giờ khác nhau"],
    [46345.99999, "8h", "Giây cuối của ngày 19"],
    [d.date(2026, 11, 20), d.timedelta(hours=24), "24:00"],
    [d.date(2026, 11, 21), d.timedelta(hours=36), "36:00"],
    [d.date(2026, 11, 22), d.time(0, 0), "Nửa đêm thật"],
)
for row, pattern in [(2, "dd/mm/yyyy hh:mm"), (3, "dd/mm/yyyy hh:mm"), (4, "dd/mm/yyyy hh:mm"), (5, "dd/mm/yyyy")]:
    sheet.cell(row, 1).number_format = pattern
made.save(HERE / "nua-dem-trong-o.xlsx")

made, sheet = book(
    ["Thứ", "Ngày", "Giờ", "Nội dung", "Địa điểm"],
    ["Hai", d.date(2026, 11, 16), "7h30", "Một", "A"],
    [None, None, "8h", "Ngày gộp", "B"],
    ["Ba", d.date(2026, 11, 17), "8h", "Ba", "A"],
    [None, None, "9h", "Chỉ gộp thứ", "A"],
    ["Tư", d.date(2026, 11, 18), "8h", "Bốn", "A"],
    ["Năm", None, "8h", "Thứ khác, quên ngày", "A"],
    ["Sáu", d.date(2026, 11, 20), "8h", "Năm", "A"],
    [None, d.date(2026, 11, 21), "9h", "Bị che", "A"],
    ["Bảy", d.date(2026, 11, 21), "8h", "Sáu", "A"],
)
sheet.merge_cells("A2:A3")
sheet.merge_cells("B2:B3")
sheet.merge_cells("A4:A5")
made.save(HERE / "ngay-gop-doc.xlsx")

made, sheet = book(["Ngày", "Nội dung", "Địa điểm"], ["16/11", "Họp", "A", "nhớ đặt nước"], ["17/11", "Họp", "B", None, "xe 16 chỗ"])
made.save(HERE / "o-ben-le.xlsx")

# --- ODS ---------------------------------------------------------------------------------

document = opendocument.OpenDocumentSpreadsheet()
concealed = style.Style(name="an", family="table")
concealed.addElement(style.TableProperties(display="false"))
document.automaticstyles.addElement(concealed)


def cell(shown=None, **attributes):
    made = table.TableCell(**attributes)
    for line in shown.split("\n") if shown else []:
        made.addElement(odftext.P(text=line))
    return made


def row(parent, *cells, **attributes):
    made = table.TableRow(**attributes)
    for own in cells:
        made.addElement(own if not isinstance(own, str) else cell(own, valuetype="string"))
    parent.addElement(made)
    return made


tab = table.Table(name="Lịch")
row(tab, cell("LỊCH CÔNG TÁC", valuetype="string", numbercolumnsspanned=4))
row(tab, cell(numbercolumnsrepeated=1024), numberrowsrepeated=2)
row(tab, "Ngày", "Giờ", "Nội dung", "Địa điểm")
day = cell("16/11/26", valuetype="date", datevalue="2026-11-16", numberrowsspanned=2)
with_note = cell("Hội thảo\nlần 2", valuetype="string")
note = office.Annotation()
note.addElement(dc.Creator(text="Tổ biên tập"))
note.addElement(odftext.P(text="gọi 0912345678"))
with_note.addElement(note)
row(tab, day, cell("07:30", valuetype="time", timevalue="PT07H30M00S"), with_note, "Hội trường")
row(tab, table.CoveredTableCell(), "chiều", "Họp", cell(numbercolumnsrepeated=1021))
row(tab, "18/11", cell(numbercolumnsrepeated=1), "Không có giờ", "Sân")
row(tab, "19/11", "8h", "Đang ẩn", "Sân", visibility="collapse")
row(tab, "20/11", "8h", "Đang lọc", "Sân", visibility="filter")
row(tab, cell("46346", valuetype="float", value="46346"), "8h", "Số thay ngày", "Sân")
row(tab, cell(numbercolumnsrepeated=1024), numberrowsrepeated=1_048_000)
document.spreadsheet.addElement(tab)
hidden = table.Table(name="Nháp", stylename=concealed)
row(hidden, "Ngày", "Nội dung")
row(hidden, "21/11", "Chưa duyệt")
document.spreadsheet.addElement(hidden)
document.save(HERE / "lich.ods")

document = opendocument.OpenDocumentSpreadsheet()
tab = table.Table(name="Lịch")
row(tab, "Ngày", "Nội dung")
row(tab, "16/11", "Lặp một triệu lần", numberrowsrepeated=1_000_000)
document.spreadsheet.addElement(tab)
document.save(HERE / "lap-trieu-hang.ods")

document = opendocument.OpenDocumentSpreadsheet()
tab = table.Table(name="Lịch")
row(tab, "Ngày", "Giờ", "Nội dung", "Địa điểm")
row(tab, cell("16/11/26", valuetype="date", datevalue="2026-11-16"), "7h30", "Một", "A")
row(tab, cell(formula="of:=[.A2]+7"), "7h30", "Không có kết quả", "A")
row(tab, cell("18/11/26", valuetype="date", datevalue="2026-11-18"), "7h30", cell(formula='of:=""', valuetype="string"), "A")
row(tab, cell("19/11/26", valuetype="date", datevalue="2026-11-19"), "7h30", "Lỗi", cell("#VALUE!", formula="of:=1+[.C2]", valuetype="float", value="0"))
row(tab, cell("20/11/26", valuetype="date", datevalue="2026-11-20"), "7h30", cell(valuetype="string", stringvalue="Chữ chỉ ở thuộc tính"), "A")
document.spreadsheet.addElement(tab)
document.save(HERE / "cong-thuc-khong-gia-tri-opendocument.ods")
