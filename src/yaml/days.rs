//! Days as people write them by mistake, as they are probably meant.

use jiff::civil::Weekday;

use crate::locale::written::{self, Parts};

/// Signs between a day of the week and a day.
const AROUND: [char; 6] = [',', '(', ')', '-', '–', ':'];

/// Other ways to write a day that cannot be read, the likeliest first.
pub(super) fn meant(written: &str) -> Vec<String> {
    let written = written.trim();
    if written.len() > 60 {
        return Vec::new();
    }
    let mut ways = vec![written.to_owned()];
    ways.extend(with_digits(written));
    ways.extend(day_first(written));
    ways.extend(of_a_document(written));
    ways.push(written.replace(" lúc ", " ").replace(" vào ", " "));
    ways.push(written.trim_end_matches([',', ';', '.']).to_owned());
    let mut all = Vec::new();
    for way in &ways {
        let (day, time) = way.split_once(' ').unwrap_or((way, ""));
        let numbers = numbers(day).map(|day| (day, time)).or(numbers(way).map(|day| (day, "")));
        if let Some(((first, second, year), time)) = numbers {
            all.extend(in_order(first, second, &year).map(|day| format!("{day} {time}")));
        }
        all.push(way.clone());
    }
    let mut all: Vec<String> = all.into_iter().map(|day| day.trim().to_owned()).collect();
    all.retain(|day| day != written);
    all
}

/// Letters that look like digits, as digits.
fn with_digits(written: &str) -> Option<String> {
    let is_of_digits = written.chars().all(|letter| " 0123456789/-.:oOlI".contains(letter));
    is_of_digits.then(|| written.replace(['o', 'O'], "0").replace(['l', 'I'], "1"))
}

/// The day of the week that stands in a day, and the rest: `thứ Hai, 15/11/2026`.
pub(super) fn weekday_in(written: &str) -> Option<(Weekday, String)> {
    let words: Vec<&str> = written.split_whitespace().collect();
    if words.len() > 12 || words.len() < 2 {
        return None;
    }
    let stretches = (0..words.len()).flat_map(|start| [(start, start + 2), (start, start + 1)]);
    stretches.into_iter().find_map(|(start, end)| {
        let own = words.get(start..end)?.join(" ");
        let parts = written::read(own.trim_matches(AROUND), false).ok()?;
        let [day] = parts.weekdays[..] else { return None };
        let rest: Vec<&str> =
            words.iter().take(start).chain(words.iter().skip(end)).copied().collect();
        let is_alone = Parts { weekdays: Vec::new(), ..parts } == Parts::default();
        let rest = rest.join(" ");
        let rest = rest.trim_matches(AROUND).trim();
        (is_alone && rest.contains(|letter: char| letter.is_ascii_digit()))
            .then(|| (day, rest.to_owned()))
    })
}

/// `Quảng Ngãi, ngày 16 tháng 11 năm 2026`, as documents begin.
fn of_a_document(written: &str) -> Option<String> {
    let (place, day) = written.split_once(", ")?;
    let is_place = !place.contains(|letter: char| letter.is_ascii_digit());
    let day = day.strip_prefix("ngày ").filter(|_| is_place)?;
    Some(day.to_owned())
}

/// `7h30 15/11/2026`.
fn day_first(written: &str) -> Option<String> {
    let (time, day) = written.rsplit_once(' ')?;
    let time = time.trim_end_matches(',').trim_end_matches("ngày").trim();
    let is_time = time.starts_with(|letter: char| letter.is_ascii_digit())
        && time.contains([':', 'h', 'g'])
        && day.matches('/').count() == 2;
    is_time.then(|| format!("{day} {time}"))
}

/// Three numbers with the same sign between them, or eight digits.
fn numbers(day: &str) -> Option<(u32, u32, String)> {
    let sign = day.chars().find(|letter| !letter.is_ascii_digit());
    let parts: Vec<&str> = match sign {
        Some(sign) => day.split(sign).map(str::trim).collect(),
        None if day.len() == 8 => vec![&day[..2], &day[2..4], &day[4..]],
        None => return None,
    };
    let [first, second, year] = parts[..] else { return None };
    let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.parse().ok().filter(|_| text.len() <= 2);
    Some((number(first)?, number(second)?, year.to_owned())).filter(|_| is_year)
}

/// Day, month and year, where only one order is possible.
fn in_order(first: u32, second: u32, year: &str) -> Option<String> {
    // `24/11/15` may begin with the year.
    if year.len() == 2 && (20..=35).contains(&first) {
        return None;
    }
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    Some(format!("{day}/{month}/{year}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::{meant, weekday_in};
    use crate::yaml::Moment;

    #[test]
    fn a_day_of_the_week_is_told_from_the_day() {
        for (text, weekday, rest) in [
            ("Thứ hai 16/11/2026", Weekday::Monday, "16/11/2026"),
            ("thứ Hai, 15/11/2026", Weekday::Monday, "15/11/2026"),
            ("thứ Ba, ngày 17/11/2026", Weekday::Tuesday, "ngày 17/11/2026"),
            ("16/11/2026 (thứ Hai)", Weekday::Monday, "16/11/2026"),
            ("T6 - 20/11/2026", Weekday::Friday, "20/11/2026"),
            ("CN 15/11/2026 7h30", Weekday::Sunday, "15/11/2026 7h30"),
            ("7h30 thứ Sáu, 20/11/2026", Weekday::Friday, "7h30 20/11/2026"),
            ("Monday, 16 November 2026", Weekday::Monday, "16 November 2026"),
        ] {
            assert_eq!(weekday_in(text), Some((weekday, rest.to_owned())), "{text}");
        }
        for text in ["16/11/2026", "thứ Hai", "hôm qua", "tháng Hai 2026", "15 tháng 2 năm 2026"]
        {
            assert_eq!(weekday_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_proposed_where_only_one_can_be_meant() {
        let first = |text| meant(text).into_iter().find(|day| Moment::parse(day).is_ok());
        for (text, day) in [
            ("11/25/2026", "25/11/2026"),
            ("15/11/26", "15/11/2026"),
            ("15/11/2O26", "15/11/2026"),
            ("15,11,2026", "15/11/2026"),
            ("15112026", "15/11/2026"),
            ("15 11 2026", "15/11/2026"),
            ("7h30 15/11/2026", "15/11/2026 7h30"),
            ("11/25/26 7:30", "25/11/2026 7:30"),
            ("15/11/2026;", "15/11/2026"),
            ("Quảng Ngãi, ngày 15 tháng 11 năm 2026", "15 tháng 11 năm 2026"),
            ("15/11/2026 lúc 7h30", "15/11/2026 7h30"),
            ("15/11/2026 vào lúc 7 giờ 30", "15/11/2026 7 giờ 30"),
        ] {
            assert_eq!(first(text).as_deref(), Some(day), "{text}");
        }
        for text in ["31/11/2026", "24/11/15", "15/11", "hôm nay", "…/11/2026", "15-17/11/2026", ""]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
