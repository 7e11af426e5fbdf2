//! Lists: the pages of a section, of a term, and the terms of a taxonomy, a fixed number
//! on each list page.

use crate::content::kinds::Section as SectionKind;
use crate::content::{Kind, Language};
use crate::diagnostics::Checked;
use crate::memo::Digest;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages::{pager::Pager, structured, terms};
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View, frame::Frame, page};
use crate::outputs::{Origin, pages};
use crate::site::{Address, Page, PageId, WholeTerm};

/// List pages after the first of sections, and all pages of terms and taxonomies.
pub(in crate::outputs) fn lists(planner: &Planner<'_>) -> Vec<Job> {
    let mut jobs = Vec::new();
    for section in planner.site.sections.values() {
        jobs.extend(further_pages(planner, section.page));
    }
    for (taxonomy, own) in planner.site.taxonomies().iter().enumerate() {
        for (language, own_terms) in &own.terms {
            if let Some((_, address)) = own.indexes.get(language) {
                let language = language.clone();
                jobs.extend(job(address, ListPage::Taxonomy { taxonomy, language }));
            }
            for own in own_terms {
                let pager = terms::pager(planner, language, own);
                jobs.extend((1..=pager.total()).filter_map(|number| {
                    let (language, key) = (language.clone(), own.head.key.clone());
                    let term = TermId { taxonomy, language, key };
                    job(&pager.address(number), ListPage::Term(term, number))
                }));
            }
        }
    }
    jobs
}

/// A page of a list.
#[derive(Hash)]
pub(in crate::outputs) enum ListPage {
    /// What a section has beyond its first page.
    Section(PageId, usize),
    /// The terms of a taxonomy in a language.
    Taxonomy { taxonomy: usize, language: Language },
    /// The pages that bear a term.
    Term(TermId, usize),
}

/// A term in a language.
#[derive(Hash)]
pub(in crate::outputs) struct TermId {
    /// The place of the taxonomy.
    pub taxonomy: usize,
    /// The language.
    pub language: Language,
    /// The key of the term.
    pub key: String,
}

impl TermId {
    /// The term.
    pub(in crate::outputs) fn of<'a>(&self, planner: &Planner<'a>) -> Option<WholeTerm<'a>> {
        planner.site.whole_term(self.taxonomy, &self.key, &self.language)
    }
}

/// What a page of a list shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    list: &'a ListPage,
) -> Option<Checked<(String, View<'a>)>> {
    match list {
        ListPage::Section(id, number) => Some(Checked::good(section_page(planner, *id, *number))),
        ListPage::Taxonomy { taxonomy, language } => {
            let taxonomy = planner.site.taxonomies().get(*taxonomy)?;
            let (_, address) = taxonomy.indexes.get(language)?;
            Some(terms::index(planner, (taxonomy, address), language))
        }
        ListPage::Term(term, number) => {
            let own = term.of(planner)?;
            Some(terms::page(planner, (&own, &term.language), *number))
        }
    }
}

fn job(address: &Address, list: ListPage) -> Option<Job> {
    let origin = Origin::Program("taxonomy");
    Some(Job { path: address.output()?, origin, work: Subject::List(list).into() })
}

fn section_pager<'a>(planner: &Planner<'a>, page: &'a Page) -> Option<Pager<'a>> {
    let structure = planner.site.structure();
    let key = (page.document.folder().to_owned(), page.language().clone());
    let section = structure.sections.get(&key)?;
    let own = match &page.document.kind {
        Kind::Section(SectionKind { paginate_by, .. }) => *paginate_by,
        Kind::Page | Kind::Post | Kind::Material(_) | Kind::Plan(_) | Kind::Schedule(_) => None,
    };
    Some(Pager {
        address: &page.address,
        word: &structure.config.language(page.language()).paginate_path,
        ids: &section.pages,
        size: own.unwrap_or(structure.config.paginate_by),
    })
}

/// Adds what the first page of a section lists.
pub(in crate::outputs) fn first_page<'a>(
    planner: &Planner<'a>,
    page: &'a Page,
    view: &mut View<'a>,
) {
    if let Some(pager) = section_pager(planner, page) {
        section_lists(planner, page, (&pager, 1), view);
    }
}

fn section_lists<'a>(
    planner: &Planner<'a>,
    page: &'a Page,
    (pager, number): (&Pager<'a>, usize),
    view: &mut View<'a>,
) {
    let key = (page.document.folder().to_owned(), page.language().clone());
    let sections = &planner.site.structure().sections;
    let subsections = sections.get(&key).map(|section| section.subsections.as_slice());
    let language = page.language();
    view.add("pages", || Part::List(planner.cards(pager.part(number), language)));
    view.add("subsections", || {
        Part::List(planner.cards(subsections.unwrap_or_default(), language))
    });
    view.add("pager", || Part::own(&pager.view(number)));
}

fn further_pages(planner: &Planner<'_>, id: PageId) -> Vec<Job> {
    let page: &Page = planner.site.page(id);
    let Some(pager) = section_pager(planner, page) else { return Vec::new() };
    let jobs = (2..=pager.total()).filter_map(|number| {
        let origin = Origin::Source(page.document.path.clone());
        let work = Subject::List(ListPage::Section(id, number)).into();
        Some(Job { path: pager.address(number).output()?, origin, work })
    });
    jobs.collect()
}

fn section_page<'a>(planner: &Planner<'a>, id: PageId, number: usize) -> (String, View<'a>) {
    let page: &'a Page = planner.site.page(id);
    let pager = section_pager(planner, page);
    let address = pager.as_ref().map_or_else(|| page.address.clone(), |own| own.address(number));
    // The template's faults were said with the first page.
    let template = pages::template(planner, page, &mut Vec::new());
    let mut frame =
        Frame { root: address.root(), address: address.clone(), ..pages::frame(planner, id) };
    frame.versions.clear();
    let mut view = frame.view(planner, &template, &[]);
    let mut own = page::of_page(planner, id, &frame).value;
    own.content = page::Prose::Html(String::new());
    // Nothing of the body stands here, so that no edit of it makes this page anew.
    own.digest = Digest::of(&[]);
    own.plain = own.plain.without_body(planner, &address);
    view.add("json_ld", || {
        Part::safe(structured::of_part(planner, page, &frame, &page.document.meta.title))
    });
    view.page(own);
    view.add("newer", Part::none);
    view.add("older", Part::none);
    if let Some(pager) = pager {
        section_lists(planner, page, (&pager, number), &mut view);
    }
    (template, view)
}
