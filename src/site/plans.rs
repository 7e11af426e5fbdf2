//! Plans among each other and the schedules that carry them out.
//!
//! `supersedes` and `follows` are written in one plan; here both know of it, in every
//! language: what holds for a page holds for its translations.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::kinds::Plan;
use crate::content::{Kind, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::site::links::{Links, link_to};
use crate::site::{LinkFault, Page, PageId, Pages, Role, Site, Target};

/// How many plans on each side of one its chain shows.
const AROUND: usize = 10;

/// What plans have to do with each other and with schedules.
#[derive(Default, Hash)]
pub(super) struct Plans {
    /// Which plan replaces which.
    replaced: Row,
    /// Which plan comes after which, replacing it or not.
    row: Row,
    /// The schedules of a plan in its own language, in order of their sources.
    schedules: BTreeMap<PageId, Vec<PageId>>,
}

/// Plans in a row, each by what it shares with its translations.
#[derive(Default, Hash)]
struct Row {
    /// The older one of each newer one.
    before: BTreeMap<String, String>,
    /// The other way round.
    after: BTreeMap<String, String>,
}

impl Site {
    /// The schedules in the plan's language that carry it out, in order of their sources.
    pub fn schedules_of(&self, plan: PageId) -> &[PageId] {
        self.plans.schedules.get(&plan).map_or(&[], Vec::as_slice)
    }

    /// The plan that this one replaces: in its language, or in the site's first that has it.
    pub fn predecessor(&self, plan: &Page) -> Option<PageId> {
        self.version(self.plans.replaced.before.get(&plan.key)?, plan.language())
    }

    /// The plan that replaces this one: in its language, or in the site's first that has it.
    pub fn successor(&self, plan: &Page) -> Option<PageId> {
        self.version(self.plans.replaced.after.get(&plan.key)?, plan.language())
    }

    /// A plan with those before and after it, oldest first; the plan alone if there are none.
    pub fn chain(&self, id: PageId) -> Vec<PageId> {
        let plan = self.page(id);
        let mut seen = BTreeSet::from([&plan.key]);
        let mut walk = |ways: &'_ BTreeMap<String, String>| {
            let mut keys = Vec::new();
            let mut at = &plan.key;
            while let Some((_, key)) = ways.get_key_value(at).filter(|_| keys.len() < AROUND) {
                let Some((key, _)) = self.translations.get_key_value(key) else { break };
                if !seen.insert(key) {
                    break;
                }
                keys.push(key);
                at = key;
            }
            keys
        };
        let (before, after) = (walk(&self.plans.row.before), walk(&self.plans.row.after));
        let version = |key: &&String| self.version(key, plan.language());
        let older = before.iter().rev().filter_map(version);
        older.chain([id]).chain(after.iter().filter_map(version)).collect()
    }
}

impl Row {
    /// What is written first holds.
    fn add(&mut self, newer: &str, older: &str) {
        self.before.entry(newer.to_owned()).or_insert_with(|| older.to_owned());
        self.after.entry(older.to_owned()).or_insert_with(|| newer.to_owned());
    }
}

/// Finds what belongs together. A link that leads to no plan is said, and so is a plan that
/// comes after itself.
pub(super) fn link(links: Links<'_>, diagnostics: &mut Vec<Diagnostic>) -> Plans {
    let pages = links.pages;
    let mut plans = Plans::default();
    for (id, page) in pages.ids() {
        match &page.document.kind {
            Kind::Plan(plan) => {
                let mut older = |target: &Option<LinkTarget>| {
                    let other = plan_of(links, page, target.as_ref()?, diagnostics)?;
                    Some(&pages.page(other).key)
                };
                let (replaced, followed) = (older(&plan.supersedes), older(&plan.follows));
                replaced.into_iter().for_each(|older| plans.replaced.add(&page.key, older));
                // The plan of the year before is nearer than one that both replace.
                let before = followed.or(replaced);
                before.into_iter().for_each(|older| plans.row.add(&page.key, older));
            }
            Kind::Schedule(schedule) => {
                let Some(target) = &schedule.plan else { continue };
                let plan = plan_of(links, page, target, diagnostics);
                let plan = plan.filter(|plan| pages.page(*plan).language() == page.language());
                if let Some(plan) = plan {
                    plans.schedules.entry(plan).or_default().push(id);
                }
            }
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {}
        }
    }
    circles(pages, &plans.row.before, diagnostics);
    plans
}

/// The plan that a link leads to. What leads to another page, or nowhere, is said: the page goes
/// out without it.
fn plan_of(
    links: Links<'_>,
    from: &Page,
    target: &LinkTarget,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PageId> {
    let found = match links.resolve(&from.document, target) {
        Ok(found) => found,
        Err(fault) => {
            diagnostics.push(unreachable(links, from, (target, fault)));
            return None;
        }
    };
    if let Target::Page(id, _) = &found
        && matches!(links.pages.page(*id).document.kind, Kind::Plan(_))
    {
        return Some(*id);
    }
    let is_unknown = |id: PageId| links.pages.page(id).document.unknown.kind;
    if matches!(found, Target::Page(id, _) if is_unknown(id)) {
        return None;
    }
    let written = target.written();
    let message = say!("`{written}` không phải trang kế hoạch", "`{written}` is no page of a plan");
    let hint = say!(
        "ghi tệp của trang kế hoạch; nếu chính trang này là kế hoạch, thêm dòng `kind: plan` vào phần đầu của nó",
        "name the file of the plan's page; if this page is the plan, add the line `kind: plan` to its front matter"
    );
    let fault = Diagnostic::error(Code::UnknownReference, message).hint(hint);
    diagnostics.push(fault.at(from.document.place(target.span)));
    None
}

/// What to say of a plan that is not there or not published.
fn unreachable(
    links: Links<'_>,
    from: &Page,
    (target, fault): (&LinkTarget, LinkFault),
) -> Diagnostic {
    let (written, place) = (target.written(), from.document.place(target.span));
    if let LinkFault::Hidden(plan, state) = &fault {
        let (vi, en) = state.why();
        let message = say!(
            "kế hoạch `{plan}` chưa được đăng ({vi}), nên trang này không nhắc đến nó",
            "the plan `{plan}` is not published ({en}), so this page does not tell of it"
        );
        let hint = say!(
            "đăng kế hoạch đó, hoặc xoá dòng này",
            "publish that plan, or take this line away"
        );
        return Diagnostic::warning(Code::BrokenLink, message).hint(hint).at(place);
    }
    // People know a plan by its number.
    let numbered = links.pages.by_number(written, from.language());
    let numbered = numbered.and_then(|id| link_to(&links.pages.page(id).document.path));
    let fault = numbered.map_or(fault, |plan| LinkFault::Nothing(Some(plan)));
    let told = fault.diagnose(written, Role::Link).at(place);
    Diagnostic { fix: fault.cure(target, &from.document.front), ..told }
}

/// The plan before this one, as its author wrote it.
fn earlier(plan: &Plan) -> Option<&LinkTarget> {
    plan.follows.as_ref().or(plan.supersedes.as_ref())
}

/// Says which plans come to follow themselves, once for each circle.
fn circles(pages: &Pages, before: &BTreeMap<String, String>, diagnostics: &mut Vec<Diagnostic>) {
    let plans = pages.ids().filter_map(|(_, page)| Some((page, page.document.kind.as_plan()?)));
    let written = plans.filter_map(|(page, plan)| Some((page, earlier(plan)?)));
    let mut first: BTreeMap<&String, (&Page, &LinkTarget)> = BTreeMap::new();
    for (page, target) in written {
        first.entry(&page.key).or_insert((page, target));
    }
    let mut done: BTreeSet<&String> = BTreeSet::new();
    for key in before.keys() {
        let mut path: BTreeSet<&String> = BTreeSet::new();
        let mut at = key;
        while !done.contains(at) && path.insert(at) {
            let Some(older) = before.get(at) else { break };
            at = older;
        }
        let is_circle = path.contains(at) && before.contains_key(at);
        if let Some((page, target)) = first.get(at).filter(|_| is_circle) {
            diagnostics.push(circle(page, target));
        }
        done.append(&mut path);
    }
}

fn circle(page: &Page, target: &LinkTarget) -> Diagnostic {
    let written = target.written();
    let message = say!(
        "kế hoạch này đứng sau `{written}`, mà `{written}` lại đứng sau chính nó",
        "this plan comes after `{written}`, which in turn comes after it"
    );
    let hint = say!(
        "chỉ kế hoạch mới hơn ghi `supersedes` hay `follows`; xoá dòng này ở kế hoạch cũ hơn",
        "only the newer plan says `supersedes` or `follows`: delete the line in the older one"
    );
    let fault = Diagnostic::error(Code::BadValue, message).hint(hint);
    fault.at(page.document.place(target.span))
}
