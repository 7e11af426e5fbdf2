//! Lists: the pages of a section, of a term, and the terms of a taxonomy, a fixed number
//! on each list page.

use serde_json::{Value as Json, json};

use crate::content::kinds::Section as SectionKind;
use crate::content::{Kind, Language};
use crate::memo::Digest;
use crate::outputs::feeds::{self, FeedLink};
use crate::outputs::planner::Planner;
use crate::outputs::structured;
use crate::outputs::view::frame::Frame;
use crate::outputs::view::plain::Plain;
use crate::outputs::view::{Part, View, page};
use crate::outputs::{Origin, Output, Recipe, pages};
use crate::site::{Address, Page, PageId, Taxonomy, Term};

/// How many list pages on each side of the one that is shown are named.
const AROUND: usize = 2;

/// List pages after the first of sections, and all pages of terms and taxonomies.
pub(super) fn lists<'a>(planner: &Planner<'a>) -> Vec<Output<'a>> {
    let mut outputs = Vec::new();
    for section in planner.site.sections.values() {
        outputs.extend(further_pages(planner, section.page));
    }
    for taxonomy in &planner.site.taxonomies {
        for (language, terms) in &taxonomy.terms {
            outputs.extend(index(planner, taxonomy, language));
            for term in terms {
                outputs.extend(term_pages(planner, taxonomy, language, term));
            }
        }
    }
    outputs
}

/// A list cut into pages.
struct Pager<'a> {
    address: &'a Address,
    word: &'a str,
    ids: &'a [PageId],
    size: usize,
}

impl<'a> Pager<'a> {
    fn total(&self) -> usize {
        self.ids.len().div_ceil(self.size).max(1)
    }

    fn part(&self, number: usize) -> &'a [PageId] {
        self.ids.chunks(self.size).nth(number - 1).unwrap_or_default()
    }

    fn address(&self, number: usize) -> Address {
        if number <= 1 {
            return self.address.clone();
        }
        Address::of_folder(&format!("{}{}/{number}", self.address.folder(), self.word))
    }

    /// `pager`, or nothing where one page holds all.
    fn view(&self, number: usize) -> Json {
        let total = self.total();
        if total < 2 {
            return Json::Null;
        }
        let url = |number: usize| self.address(number).encoded();
        // The first, the last and those around this one: a list of all of them on each of
        // them would grow with the square of the site.
        let near = number.saturating_sub(AROUND)..=number + AROUND;
        let shown = (1..=total).filter(|n| [1, total].contains(n) || near.contains(n));
        let mut before = 0;
        let pages = shown.map(|n| {
            let gap = n > before + 1;
            before = n;
            json!({ "number": n, "url": url(n), "current": n == number, "gap": gap })
        });
        let pages = pages.collect::<Json>();
        json!({
            "number": number,
            "total": total,
            "first": url(1),
            "last": url(total),
            "previous": (number > 1).then(|| url(number - 1)),
            "next": (number < total).then(|| url(number + 1)),
            "pages": pages,
        })
    }
}

fn section_pager<'a>(planner: &Planner<'a>, page: &'a Page) -> Option<Pager<'a>> {
    let site = planner.site;
    let section =
        site.sections.get(&(page.document.folder().to_owned(), page.language().clone()))?;
    let own = match &page.document.kind {
        Kind::Section(SectionKind { paginate_by, .. }) => *paginate_by,
        Kind::Page | Kind::Post | Kind::Material(_) | Kind::Plan(_) | Kind::Schedule(_) => None,
    };
    Some(Pager {
        address: &page.address,
        word: &site.config.language(page.language()).paginate_path,
        ids: &section.pages,
        size: own.unwrap_or(site.config.paginate_by),
    })
}

/// Adds what the first page of a section lists.
pub(super) fn first_page<'a>(planner: &Planner<'a>, page: &'a Page, view: &mut View<'a>) {
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
    let subsections = planner.site.sections.get(&key).map(|section| section.subsections.as_slice());
    let language = page.language();
    view.add("pages", || Part::List(planner.cards(pager.part(number), language)));
    view.add("subsections", || {
        Part::List(planner.cards(subsections.unwrap_or_default(), language))
    });
    view.add("pager", || Part::own(&pager.view(number)));
}

fn further_pages<'a>(planner: &Planner<'a>, id: PageId) -> Vec<Output<'a>> {
    let page: &'a Page = planner.site.page(id);
    let Some(pager) = section_pager(planner, page) else { return Vec::new() };
    let mut outputs = Vec::new();
    for number in 2..=pager.total() {
        let address = pager.address(number);
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
        section_lists(planner, page, (&pager, number), &mut view);
        let Some(path) = address.output() else { continue };
        let origin = Origin::Source(page.document.path.clone());
        outputs.push(Output { path, recipe: Recipe::Template { template, view }, origin });
    }
    outputs
}

fn term_pages<'a>(
    planner: &Planner<'a>,
    taxonomy: &'a Taxonomy,
    language: &'a Language,
    term: &'a Term,
) -> Vec<Output<'a>> {
    let site = planner.site;
    let name = planner.term_name(&taxonomy.name, term, language);
    let word = &site.config.language(language).paginate_path;
    let pager =
        Pager { address: &term.address, word, ids: &term.pages, size: site.config.paginate_by };
    let mut outputs = Vec::new();
    for number in 1..=pager.total() {
        let address = pager.address(number);
        let mut frame =
            list_frame(planner, language, &address, feeds::for_term(planner, language, term));
        if number == 1 {
            frame.versions = term_versions(taxonomy, term);
        }
        let mut view = frame.view(planner, "term.html", &[]);
        let own = plain_page(planner, &frame, "term", name.clone());
        let index = taxonomy.indexes.get(language);
        view.add("json_ld", || Part::safe(Some(structured::of_list(planner, &frame, &term.name))));
        view.page(own);
        view.add("term", || {
            Part::own(&json!({
                "name": name,
                "taxonomy": taxonomy.name,
                "taxonomy_title": planner.taxonomy_title(&taxonomy.name, language),
                "taxonomy_url": index.map(|(_, address)| address.encoded()),
            }))
        });
        view.add("pages", || Part::List(planner.cards(pager.part(number), language)));
        view.add("pager", || Part::own(&pager.view(number)));
        outputs.extend(output(&address, "term.html", view));
    }
    outputs
}

fn term_versions<'a>(taxonomy: &'a Taxonomy, term: &Term) -> Vec<(&'a Language, Address)> {
    let languages = taxonomy.terms.iter();
    languages
        .filter_map(|(language, terms)| {
            let same = terms.iter().find(|other| other.key == term.key)?;
            Some((language, same.address.clone()))
        })
        .collect()
}

fn index<'a>(
    planner: &Planner<'a>,
    taxonomy: &'a Taxonomy,
    language: &'a Language,
) -> Option<Output<'a>> {
    let (_, address) = taxonomy.indexes.get(language)?;
    let title = planner.taxonomy_title(&taxonomy.name, language);
    let mut frame = list_frame(planner, language, address, feeds::for_home(planner, language));
    let versions = taxonomy.indexes.iter();
    frame.versions = versions.map(|(language, (_, address))| (language, address.clone())).collect();
    let mut view = frame.view(planner, "taxonomy.html", &[]);
    let own = plain_page(planner, &frame, "taxonomy", title.clone());
    let terms = taxonomy.terms.get(language).into_iter().flatten().map(|term| {
        let name = planner.term_name(&taxonomy.name, term, language);
        json!({ "name": name, "url": term.address.encoded(), "count": term.pages.len() })
    });
    view.add("json_ld", || Part::safe(Some(structured::of_list(planner, &frame, &title))));
    view.page(own);
    view.add("taxonomy", || Part::own(&json!({ "name": taxonomy.name, "title": title })));
    view.add("terms", || Part::own(&terms.collect::<Json>()));
    output(address, "taxonomy.html", view)
}

fn list_frame<'a>(
    planner: &Planner<'a>,
    language: &'a Language,
    address: &Address,
    feeds: Vec<FeedLink>,
) -> Frame<'a> {
    Frame {
        language,
        reader: language,
        address: address.clone(),
        root: address.root(),
        versions: Vec::new(),
        lent: Vec::new(),
        feeds,
        ancestors: planner.site.home(language).into_iter().collect(),
        shared_as: None,
    }
}

/// `page` for lists that no file of the author's stands behind.
fn plain_page<'a>(
    planner: &Planner<'a>,
    frame: &Frame<'a>,
    kind: &'static str,
    title: String,
) -> page::PageView<'a> {
    page::PageView::without_body(Plain::of_frame(planner, frame, kind, title))
}

fn output<'a>(address: &Address, template: &str, view: View<'a>) -> Option<Output<'a>> {
    let recipe = Recipe::Template { template: template.to_owned(), view };
    Some(Output { path: address.output()?, recipe, origin: Origin::Program("taxonomy") })
}
