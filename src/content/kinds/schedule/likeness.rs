//! What of two events makes them one: all that is published of them, but for the id.

use crate::content::LinkTarget;
use crate::content::kinds::schedule::{Event, Named, Repeat, Weekday};
use crate::locale::Name;
use crate::yaml::Moment;

impl Event {
    /// When the event is, how it comes back and whether it is sure, as text that is equal where
    /// these are.
    pub(super) fn occasion(&self) -> String {
        let when =
            [Some(self.when.starts), self.when.ends, self.moved_from.as_ref().map(|m| m.value)];
        let mut all: Vec<String> = when.map(|moment| moment.map(iso).unwrap_or_default()).into();
        all.push(self.when.part_of_day.map_or("", |part| part.name()).to_owned());
        all.push(self.status.name().to_owned());
        all.extend(self.repeat.iter().flat_map(told));
        all.join("\n")
    }

    /// All that is published of the event, as text that is equal where this is.
    pub(super) fn published(&self) -> String {
        let named = |own: &Named| match own {
            Named::Key(key) => format!("@{}", key.value),
            Named::Words(words) => name(&words.value),
        };
        let list = |own: &[Named]| own.iter().map(named).collect::<Vec<_>>().join(";");
        let text = |own: &Option<String>| own.as_deref().map(name).unwrap_or_default();
        let key = |own: &Option<crate::yaml::Marked<String>>| {
            own.as_ref().map(|key| key.value.clone()).unwrap_or_default()
        };
        let links = |own: &[LinkTarget]| {
            own.iter().map(|link| link.written().to_owned()).collect::<Vec<_>>().join(";")
        };
        let parts = [
            name(&self.title),
            self.occasion(),
            text(&self.description),
            self.venue().map(name).unwrap_or_default(),
            key(&self.place),
            self.organizer.as_ref().map(named).unwrap_or_default(),
            list(&self.with),
            text(&self.attendees),
            list(&self.audiences),
            text(&self.contact),
            self.visit.published().into_iter().map(name).collect::<Vec<_>>().join("\n"),
            key(&self.task),
            links(&self.materials),
            self.sample.map(|sample| sample.to_string()).unwrap_or_default(),
            self.language.as_ref().map(ToString::to_string).unwrap_or_default(),
        ];
        parts.join("\n\n")
    }
}

fn name(written: &str) -> String {
    Name::of(written).to_string()
}

/// A moment as text; the zone is the same for all, so any will do.
fn iso(moment: Moment) -> String {
    moment.iso(&jiff::tz::TimeZone::UTC)
}

fn told(repeat: &Repeat) -> Vec<String> {
    let mut all = vec![repeat.every.name().to_owned()];
    all.extend(repeat.on.iter().copied().map(|day| Weekday::name(day).to_owned()));
    all.extend(repeat.until.iter().map(|until| format!("to {}", iso(until.value))));
    all.extend(repeat.except.iter().map(|except| format!("not {}", iso(except.value))));
    all
}
