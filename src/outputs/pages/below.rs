//! Generated pages below a plan: its tasks by agency, and its tasks beside the events that carry
//! them out.
//!
//! They lie in the folder of that page, in Vietnamese as `don-vi/` and `ma-tran/`, in other
//! languages as `units/` and `matrix/`. A theme that has no template for one has none of them.

use crate::content::Language;
use crate::memo::Digest;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages::structured;
use crate::outputs::planner::Planner;
use crate::outputs::view::{
    Part, View,
    frame::Frame,
    page::{PageView, Prose},
    plain::Plain,
    plan,
};
use crate::outputs::{Origin, pages};
use crate::site::{Address, Page, PageId};

/// A page below another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Below {
    /// The tasks of a plan by agency.
    Units,
    /// The tasks of a plan and the events that carry them out.
    Matrix,
}

/// Every page below one of the site's.
pub(in crate::outputs) fn below(planner: &Planner<'_>) -> Vec<Job> {
    let each = planner.site.ids().flat_map(|(id, page)| Below::ALL.map(|below| (below, id, page)));
    let jobs = each.filter_map(|(below, id, page)| {
        let origin = Origin::Source(page.document.path.clone());
        let path = below.of(planner, id)?.output()?;
        Some(Job { path, origin, work: Subject::Below(below, id).into() })
    });
    jobs.collect()
}

/// What a page below another shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    below: Below,
    id: PageId,
) -> Option<(String, View<'a>)> {
    below.view(planner, id)
}

impl Below {
    /// All of them.
    pub(crate) const ALL: [Below; 2] = [Below::Units, Below::Matrix];

    /// Where this page is below another; none if it has none.
    pub(crate) fn of(self, planner: &Planner<'_>, id: PageId) -> Option<Address> {
        let page = planner.site.page(id);
        let plan = page.document.kind.as_plan()?;
        let is_there = match self {
            Below::Units => {
                plan.tasks.iter().any(|task| task.lead.is_some() || !task.with.is_empty())
            }
            Below::Matrix => !plan.tasks.is_empty() && !planner.site.schedules_of(id).is_empty(),
        };
        (is_there && planner.theme.has(self.template())).then(|| self.address(page))
    }

    /// The same page in the languages that have it, itself among them.
    pub(crate) fn versions<'a>(
        self,
        planner: &Planner<'a>,
        page: &Page,
    ) -> Vec<(&'a Language, Address)> {
        let versions = planner.site.structure().translations(page).iter();
        versions.filter_map(|(code, id)| Some((code, self.of(planner, *id)?))).collect()
    }

    /// The kind of its page.
    fn page_kind(self) -> &'static str {
        match self {
            Below::Units => "plan_units",
            Below::Matrix => "plan_matrix",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Below::Units => "plan_units.html",
            Below::Matrix => "plan_matrix.html",
        }
    }

    /// The key of its title among the theme's words.
    fn title(self) -> &'static str {
        match self {
            Below::Units => "plan.units",
            Below::Matrix => "plan.matrix",
        }
    }

    fn address(self, page: &Page) -> Address {
        let name = match (self, page.language().is_vietnamese()) {
            (Below::Units, true) => "don-vi",
            (Below::Units, false) => "units",
            (Below::Matrix, true) => "ma-tran",
            (Below::Matrix, false) => "matrix",
        };
        Address::of_folder(&format!("{}{name}", page.address.folder()))
    }

    fn view<'a>(self, planner: &Planner<'a>, id: PageId) -> Option<(String, View<'a>)> {
        let address = self.of(planner, id)?;
        let page: &'a Page = planner.site.page(id);
        let plan = page.document.kind.as_plan()?;
        let around = pages::frame(planner, id);
        let ancestors = around.ancestors.iter().copied().chain([id]).collect();
        let versions = self.versions(planner, page);
        let frame =
            Frame { root: address.root(), address: address.clone(), versions, ancestors, ..around };
        let template = self.template().to_owned();
        let mut view = frame.view(planner, &template, &[]);
        let title = planner.theme.text(page.language(), self.title(), &[]);
        let title = title.unwrap_or_else(|| page.document.meta.title.clone());
        let mut plain =
            Plain::of_page(planner, id).below(planner, &address, (self.page_kind(), title.into()));
        if self == Below::Matrix {
            // The source of a plan does not speak for the events beside it.
            plain.credit = None;
        }
        view.add("json_ld", || {
            Part::safe(structured::of_part(planner, page, &frame, &plain.title))
        });
        // Nothing of the body stands here, so that no edit of it makes this page anew.
        let (content, digest) = (Prose::Html(String::new()), Digest::of(&[]));
        let own = PageView { plain, content, tasks: Vec::new(), digest };
        view.page(own);
        view.add("plan", || Part::Shared(planner.card(id, page.language())));
        match self {
            Below::Units => view.add("units", || Part::own(&plan::units(planner, page, plan))),
            Below::Matrix => {
                view.add("matrix", || Part::own(&plan::matrix(planner, (id, page), plan)));
            }
        }
        Some((template, view))
    }
}
