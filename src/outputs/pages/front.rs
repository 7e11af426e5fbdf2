//! What only the front page of a language shows: its agenda, and what schools can use.

use crate::content::kinds::Medium;
use crate::outputs::planner::{Planner, RECENT, newest_first};
use crate::outputs::view::{Part, View, schedule};
use crate::site::{Page, PageId};

/// Adds it, if the page is a front page.
pub(in crate::outputs) fn parts<'a>(planner: &Planner<'a>, page: &'a Page, view: &mut View<'a>) {
    if page.document.stem == "_index" {
        view.add("agenda", || Part::own(&schedule::agenda(planner, page.language())));
        view.add("lessons", || Part::List(planner.cards(&lessons(planner, page), page.language())));
    }
}

/// The newest lessons among the materials in the language of a page.
fn lessons(planner: &Planner<'_>, page: &Page) -> Vec<PageId> {
    let materials = newest_first(planner.site, page.language(), "material").into_iter();
    let is_lesson = |id: &PageId| {
        let material = planner.site.page(*id).document.kind.as_material();
        material.is_some_and(|own| own.medium == Some(Medium::Lesson))
    };
    materials.filter(is_lesson).take(RECENT).collect()
}
