//! Plans among each other and the schedules that carry them out.
//!
//! `supersedes` is written in one plan; here both know of it, in every language: what holds
//! for a page holds for its translations.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::kinds::Plan;
use crate::content::{Kind, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::site::{Page, PageId, Site, Target};

/// How many plans on each side of one its chain shows.
const AROUND: usize = 10;

/// What plans have to do with each other and with schedules.
#[derive(Default)]
pub(super) struct Plans {
    /// What a plan and its translations share, and the same of the plan that it follows.
    before: BTreeMap<String, String>,
    /// The other way round.
    after: BTreeMap<String, String>,
    /// The schedules of a plan in its own language, in order of their sources.
    schedules: BTreeMap<PageId, Vec<PageId>>,
}

impl Site {
    /// The schedules in the plan's language that carry it out, in order of their sources.
    pub fn schedules_of(&self, plan: PageId) -> &[PageId] {
        self.plans.schedules.get(&plan).map_or(&[], Vec::as_slice)
    }

    /// The plan that this one follows: in its language, or in the site's first that has it.
    pub fn predecessor(&self, plan: &Page) -> Option<PageId> {
        self.version(self.plans.before.get(&plan.key)?, plan.language())
    }

    /// The plan that follows this one: in its language, or in the site's first that has it.
    pub fn successor(&self, plan: &Page) -> Option<PageId> {
        self.version(self.plans.after.get(&plan.key)?, plan.language())
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
        let (before, after) = (walk(&self.plans.before), walk(&self.plans.after));
        let version = |key: &&String| self.version(key, plan.language());
        let older = before.iter().rev().filter_map(version);
        older.chain([id]).chain(after.iter().filter_map(version)).collect()
    }
}

/// Finds what belongs together. A plan that follows no plan, or follows itself, is said.
pub(super) fn link(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Plans {
    let mut plans = Plans::default();
    for (id, page) in site.ids() {
        match &page.document.kind {
            Kind::Plan(Plan { supersedes: Some(target), .. }) => {
                let Some(other) = plan_of(site, page, target, diagnostics) else { continue };
                let older = &site.page(other).key;
                plans.before.entry(page.key.clone()).or_insert_with(|| older.clone());
                plans.after.entry(older.clone()).or_insert_with(|| page.key.clone());
            }
            Kind::Schedule(schedule) => {
                let Some(target) = &schedule.plan else { continue };
                let plan = plan_of(site, page, target, diagnostics);
                let plan = plan.filter(|plan| site.page(*plan).language() == page.language());
                if let Some(plan) = plan {
                    plans.schedules.entry(plan).or_default().push(id);
                }
            }
            Kind::Plan(_) | Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {}
        }
    }
    circles(site, &plans.before, diagnostics);
    plans
}

/// The plan that a link leads to. One that leads to another page is said; one that leads
/// nowhere is said with the other links.
fn plan_of(
    site: &Site,
    from: &Page,
    target: &LinkTarget,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PageId> {
    let found = site.resolve(&from.document, &target.written).ok()?;
    if let Target::Page(id, _) = &found
        && matches!(site.page(*id).document.kind, Kind::Plan(_))
    {
        return Some(*id);
    }
    let written = &target.written;
    let message = say!("`{written}` không phải trang kế hoạch", "`{written}` is no page of a plan");
    let hint = say!(
        "ghi tệp của một trang có `kind: plan`, như `@/ke-hoach/72.md`",
        "name the file of a page with `kind: plan`, like `@/ke-hoach/72.md`"
    );
    let fault = Diagnostic::error(Code::UnknownReference, message).hint(hint);
    diagnostics.push(fault.at(from.document.place(target.span)));
    None
}

/// Says which plans come to follow themselves, once for each circle.
fn circles(site: &Site, before: &BTreeMap<String, String>, diagnostics: &mut Vec<Diagnostic>) {
    let written = site.pages.iter().filter_map(|page| match &page.document.kind {
        Kind::Plan(plan) => Some((page, plan.supersedes.as_ref()?)),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Schedule(_) => None,
    });
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
    let written = &target.written;
    let message = say!(
        "kế hoạch này thay `{written}`, mà `{written}` lại thay chính nó",
        "this plan replaces `{written}`, which in turn replaces it"
    );
    let hint = say!(
        "chỉ kế hoạch mới hơn ghi `supersedes`; xoá dòng này ở kế hoạch cũ hơn",
        "only the newer plan says `supersedes`: delete the line in the older one"
    );
    let fault = Diagnostic::error(Code::BadValue, message).hint(hint);
    fault.at(page.document.place(target.span))
}
