//! Help lines beside the clock: when each was last checked.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::config::Settings;
use crate::content::editorial::Check;
use crate::diagnostics::{Checked, Place, Say, say};
use crate::site::Site;
use crate::sources::{SourcePath, Sources};
use crate::yaml::Moment;

/// Where the help lines are.
const FILE: &str = "content/_data/hotlines.yaml";

/// Says which help lines were last checked over a year ago, or in the future; with the next
/// instant at which this says anything else, if there is one.
pub fn check(site: &Site, sources: &Sources, settings: &Settings) -> Checked<Option<Timestamp>> {
    let path = SourcePath::new(FILE);
    let (zone, levels) = (&site.config.timezone, site.config.rules.checks);
    let Some(text) = sources.text(&path).filter(|_| levels.is_on(Check::Hotlines)) else {
        return Checked::good(None);
    };
    let today = zone.to_datetime(settings.now.timestamp()).date();
    let (mut until, mut diagnostics) = (None, Vec::new());
    for (key, hotline) in site.data.hotlines.iter() {
        let Some(verified) = &hotline.verified else { continue };
        let day = verified.value.day(zone);
        let Ok(last) = day.checked_add(Span::new().years(1)) else { continue };
        let (said, next) = if day > today {
            (Some(in_future(key, day)), Some(day))
        } else if last < today {
            (Some(long_ago(key, day)), None)
        } else {
            (None, last.tomorrow().ok())
        };
        let next = next.map(|day| Moment::Day(day).start(zone));
        until = until.into_iter().chain(next).min();
        let fault = said.and_then(|(message, hint)| levels.found(Check::Hotlines, message, hint));
        let place = || Place::within(&path, text, verified.span);
        diagnostics.extend(fault.map(|fault| fault.at(place())));
    }
    Checked { value: until, diagnostics }
}

fn in_future(key: &str, day: Date) -> (Say, Say) {
    let day = shown(day);
    let message = say!(
        "đường dây nóng `{key}` ghi ngày kiểm tra {day}, chưa tới",
        "the help line `{key}` was checked on {day}, which has not come yet"
    );
    (
        message,
        say!("ghi ngày bạn đã gọi thử số này", "write the day on which you called the number"),
    )
}

fn long_ago(key: &str, day: Date) -> (Say, Say) {
    let day = shown(day);
    let message = say!(
        "đường dây nóng `{key}` kiểm tra lần cuối ngày {day}, đã hơn một năm",
        "the help line `{key}` was last checked on {day}, over a year ago"
    );
    let hint = say!(
        "gọi thử số này, rồi ghi lại `verified` là ngày gọi",
        "call the number, then write the day on which you did in `verified`"
    );
    (message, hint)
}

fn shown(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}
