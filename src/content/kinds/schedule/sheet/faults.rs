//! What to say of the cells of a schedule.

use jiff::civil::Date;

use crate::content::Language;
use crate::content::sheet::Column;
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::locale::written::{DayFault, TimeFault, weekday_name};

fn error(code: Code, place: &Place, message: Say, hint: Say) -> Diagnostic {
    Diagnostic::error(code, message).hint(hint).at(place.clone())
}

/// The text of a cell in one line.
fn text(place: &Place) -> String {
    place.text.replace('\n', " ")
}

fn name(place: &Place) -> String {
    place.cell_name().unwrap_or_default()
}

/// A row without a title.
pub(super) fn no_title(place: &Place) -> Diagnostic {
    let message = say!("hàng này không có `Nội dung`", "this row has no title");
    let hint = say!(
        "viết nội dung của sự kiện, hoặc xoá hàng; phần viết tiếp của hàng trên thì đưa vào cùng ô với nó",
        "write what happens, or delete the row; move what belongs to the row above into its cell"
    );
    error(Code::IncompleteRow, place, message, hint)
}

/// A row without a day, with none above it.
pub(super) fn no_day(place: &Place) -> Diagnostic {
    let message = say!("hàng này không có ngày", "this row has no day");
    let hint = say!(
        "viết ngày như `15/11/2026`; ô ngày để trống chỉ khi cùng ngày với hàng trên",
        "write the day like `15/11/2026`; leave it blank only if it is that of the row above"
    );
    error(Code::IncompleteRow, place, message, hint)
}

/// A cell of days or times that holds anything else.
pub(super) fn unreadable_when(column: Column, place: &Place) -> Diagnostic {
    let shown = text(place);
    let is_day = matches!(column, Column::Day | Column::EndDay | Column::Weekday);
    if is_day {
        let message = say!("không đọc được ngày `{shown}`", "the day `{shown}` cannot be read");
        let hint = say!(
            "viết như `15/11`, `15/11/2026`, `15 - 17/11` hoặc `thứ Sáu, 15/11`; mỗi ngày rời một hàng",
            "write it like `15/11`, `15/11/2026`, `15 - 17/11`; days apart from each other take a row each"
        );
        return error(Code::UnreadableCell, place, message, hint);
    }
    let message = say!("không đọc được giờ `{shown}`", "the time `{shown}` cannot be read");
    let hint = say!(
        "viết như `7h30`, `7h30 - 9h00`, `sáng`, `chiều`, `tối` hoặc `cả ngày`; phần còn lại đưa sang `Ghi chú`",
        "write it like `7:30`, `7:30 - 9:00`, `morning`, `afternoon`, `evening` or `all day`; put the rest into `Notes`"
    );
    error(Code::UnreadableCell, place, message, hint)
}

/// A number where a day or a time is wanted.
pub(super) fn plain_number(column: Column, place: &Place) -> Diagnostic {
    let shown = text(place);
    let is_day = matches!(column, Column::Day | Column::EndDay);
    let message = if is_day {
        say!("`{shown}` là một số, không phải ngày", "`{shown}` is a number, not a day")
    } else {
        say!("`{shown}` là một số, không phải giờ", "`{shown}` is a number, not a time")
    };
    let hint = if is_day {
        say!(
            "gõ lại ngày có cả tháng như `15/11`, hoặc định dạng ô là Ngày tháng (Date)",
            "type the day with its month like `15/11`, or format the cell as a date"
        )
    } else {
        say!(
            "gõ lại giờ như `7h30`, hoặc định dạng ô là Giờ (Time)",
            "type the time like `7:30`, or format the cell as a time"
        )
    };
    error(Code::UnreadableCell, place, message, hint)
}

/// A cell of states that holds anything else.
pub(super) fn unknown_status(place: &Place) -> Diagnostic {
    let shown = text(place);
    let message = say!("không hiểu trạng thái `{shown}`", "the state `{shown}` is not understood");
    let hint = say!(
        "viết `dự kiến`, `đã xác nhận`, `hoãn`, `huỷ` hoặc `dời từ 20/11`; ngày mới ghi ở cột ngày",
        "write `tentative`, `confirmed`, `postponed`, `cancelled` or `moved from 20/11`, and the new day in its column"
    );
    error(Code::UnreadableCell, place, message, hint)
}

/// A cell that names several tasks.
pub(super) fn several_tasks(place: &Place) -> Diagnostic {
    let shown = text(place);
    let message = say!(
        "một sự kiện chỉ thuộc một nhiệm vụ, ở đây là `{shown}`",
        "an event carries out one task, here it is `{shown}`"
    );
    let hint = say!("giữ mã của một nhiệm vụ", "keep the id of one task");
    error(Code::UnreadableCell, place, message, hint)
}

/// A cell of repetition that holds anything else.
pub(super) fn unreadable_repeat(place: &Place) -> Diagnostic {
    let shown = text(place);
    let message =
        say!("không hiểu cách lặp `{shown}`", "how it repeats (`{shown}`) is not understood");
    let hint = say!(
        "viết như `hằng ngày`, `thứ Hai hằng tuần` hoặc `thứ Hai, trừ 7/12`",
        "write it like `daily`, `every Monday` or `Monday, except 7/12`"
    );
    error(Code::UnreadableCell, place, message, hint)
}

/// A day that is none, or of which the year is not known.
pub(super) fn bad_day(fault: &DayFault, place: &Place) -> Diagnostic {
    match fault {
        DayFault::Impossible(day, days) => {
            let message = say!("không có ngày `{day}`", "there is no day `{day}`");
            let month = day.month;
            let hint = match days {
                Some(days) => say!("tháng {month} có {days} ngày", "month {month} has {days} days"),
                None => say!(
                    "tháng là số từ 1 đến 12, viết theo thứ tự ngày/tháng/năm",
                    "months go from 1 to 12; the order is day/month/year"
                ),
            };
            error(Code::ImpossibleDay, place, message, hint)
        }
        DayFault::WhichYear(day) => {
            let message =
                say!("ngày `{day}` không rõ năm nào", "it is not clear of which year `{day}` is");
            let hint = say!(
                "viết cả năm như `15/11/2026`, hoặc sửa `starts` và `ends` của lịch",
                "write the year too like `15/11/2026`, or mend `starts` and `ends` of the schedule"
            );
            error(Code::WhichYear, place, message, hint)
        }
    }
}

/// A time that is none.
pub(super) fn bad_time(fault: &TimeFault, place: &Place) -> Diagnostic {
    let (message, hint) = match fault {
        TimeFault::Impossible(clock) => (
            say!("không có giờ `{clock}`", "there is no time `{clock}`"),
            say!("giờ từ 0 đến 23, phút từ 0 đến 59", "hours go to 23 and minutes to 59"),
        ),
        TimeFault::OtherHalf(clock) => (
            say!(
                "`{clock}` không khớp với buổi ghi cùng",
                "`{clock}` is not in the part of the day that stands beside it"
            ),
            say!("viết giờ theo 24 giờ như `14h00`", "write it on the clock of 24 hours: `14:00`"),
        ),
    };
    error(Code::UnreadableCell, place, message, hint)
}

/// An end before its beginning.
pub(super) fn ends_before(place: &Place) -> Diagnostic {
    let shown = text(place);
    let message =
        say!("kết thúc trước khi bắt đầu: `{shown}`", "the end is before the beginning: `{shown}`");
    let hint = say!(
        "đổi một trong hai; nếu kéo qua đêm, viết cả ngày kết thúc",
        "change one of them; if it lasts past midnight, write the last day too"
    );
    error(Code::EndBeforeStart, place, message, hint)
}

/// A day of the week that does not fall on its day.
pub(super) fn wrong_weekday(day: Date, place: &Place) -> Diagnostic {
    let (vi, en) = weekday_name(day.weekday());
    let date = shown(day);
    let message = say!("ngày {date} là {vi}", "{date} is a {en}");
    let hint = say!("sửa thứ, hoặc sửa ngày", "mend the day of the week or the date");
    error(Code::WrongWeekday, place, message, hint)
}

/// Two cells that say two things.
pub(super) fn said_twice(other: &Place, place: &Place) -> Diagnostic {
    let (shown, cell, first) = (text(place), name(other), text(other));
    let message = say!(
        "`{shown}` khác với `{first}` ở ô {cell}",
        "`{shown}` is not what the cell {cell} says (`{first}`)"
    );
    let hint = say!(
        "chỉ ghi ngày hoặc giờ ở một ô, hoặc sửa cho giống nhau",
        "write the day or time in one of the cells only, or make them the same"
    );
    error(Code::UnreadableCell, place, message, hint)
}

/// A day that is not the one that the page gives for all rows.
pub(super) fn other_day(day: Date, place: &Place) -> Diagnostic {
    let (shown, day) = (text(place), self::shown(day));
    let message = say!(
        "`{shown}` khác ngày {day} mà trang ghi ở `date`",
        "`{shown}` is not {day}, which the page gives in `date`"
    );
    let hint = say!(
        "sửa ngày ở ô này, hoặc bỏ `date` trong `events` của trang",
        "mend the day in this cell, or take `date` out of `events` of the page"
    );
    error(Code::UnreadableCell, place, message, hint)
}

/// Notes that a page in another language leaves out.
pub(super) fn untranslated(places: &[&Place], language: &Language) -> Option<Diagnostic> {
    let first = places.first()?;
    let count = places.len();
    let cells: Vec<String> = places.iter().take(5).map(|place| name(place)).collect();
    let cells = format!("{}{}", cells.join(", "), if count > 5 { ", …" } else { "" });
    let message = say!(
        "{count} ghi chú chưa có bản dịch `{language}` nên không hiện ở trang đó: {cells}",
        "notes without a translation into `{language}` are left out of that page ({count}): {cells}"
    );
    let hint = say!(
        "thêm cột `Ghi chú ({language})`",
        "add a column `Ghi chú ({language})` or `Notes ({language})`"
    );
    Some(Diagnostic::note(Code::PassedOver, message).hint(hint).at((*first).clone()))
}

/// An event outside the days of its schedule.
pub(super) fn outside(day: Date, place: &Place) -> Diagnostic {
    let day = shown(day);
    let message = say!("ngày {day} nằm ngoài lịch", "{day} is outside the schedule");
    let hint = say!(
        "sửa ngày, hoặc `starts` và `ends` của lịch",
        "mend the day, or `starts` and `ends` of the schedule"
    );
    error(Code::OutsideSchedule, place, message, hint)
}

/// A day as both languages write it in messages.
pub(in crate::content::kinds) fn shown(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

/// An id that two rows have.
pub(super) fn id_twice(id: &str, first: &Place, place: &Place) -> Diagnostic {
    let cell = name(first);
    let message =
        say!("mã `{id}` đã dùng ở ô {cell}", "the id `{id}` is already used in the cell {cell}");
    let hint = say!("đặt cho hàng này một mã khác", "give this row another id");
    error(Code::DuplicateId, place, message, hint)
}

/// A row that repeats another.
pub(super) fn row_twice(first: &Place, place: &Place) -> Diagnostic {
    let (shown, cell) = (text(place), name(first));
    let message = say!(
        "sự kiện `{shown}` lặp lại ô {cell}, chỉ đăng một lần",
        "the event `{shown}` repeats the cell {cell} and is published once"
    );
    let hint = say!(
        "xoá một hàng; nếu là hai sự kiện, ghi giờ hoặc nơi khác nhau",
        "delete one of the rows; if they are two events, write where they differ"
    );
    Diagnostic::warning(Code::RepeatedEvent, message).hint(hint).at(place.clone())
}
