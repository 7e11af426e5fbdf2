//! The pages of taxonomies and terms. A section whose address is that of one gives it a text, and
//! has no page beside it.

use crate::content::Language;
use crate::diagnostics::Checked;
use crate::outputs::files::feeds::{self, FeedLink};
use crate::outputs::pages::{self, pager::Pager, structured};
use crate::outputs::planner::Planner;
use crate::outputs::view::{
    Part, View,
    frame::Frame,
    page as text,
    plain::Plain,
    terms::{CountedTerm, TaxonomyView, TermView},
};
use crate::site::{Address, Taxonomy, Term, WholeTerm};

/// The pages that bear a term, a fixed number at a time.
pub(super) fn pager<'a>(planner: &Planner<'a>, language: &Language, term: &'a Term) -> Pager<'a> {
    let config = &planner.site.structure().config;
    Pager {
        address: &term.head.address,
        word: &config.language(language).paginate_path,
        ids: &term.pages,
        size: config.paginate_by,
    }
}

/// A page of a term, the first with its text if it has one.
pub(super) fn page<'a>(
    planner: &Planner<'a>,
    (own, language): (&WholeTerm<'a>, &'a Language),
    number: usize,
) -> Checked<(String, View<'a>)> {
    let WholeTerm { taxonomy, term, index, .. } = *own;
    let name = planner.term_name(taxonomy, &term.head, language);
    let pager = pager(planner, language, term);
    let address = pager.address(number);
    let mut frame =
        list_frame(planner, language, &address, feeds::for_term(planner, language, term));
    if number == 1 {
        let versions = own.versions.iter();
        frame.versions =
            versions.map(|(language, address)| (*language, (*address).clone())).collect();
    }
    let list = List { kind: "term", template: "term.html", title: name.clone() };
    let Checked { value: mut view, diagnostics } = list.view(planner, frame, &term.head.name);
    view.add("term", || {
        Part::own(&TermView {
            name,
            taxonomy,
            taxonomy_title: planner.taxonomy_title(taxonomy, language),
            taxonomy_url: index.map(Address::encoded),
        })
    });
    view.add("pages", || Part::List(planner.cards(pager.part(number), language)));
    view.add("pager", || Part::own(&pager.view(number)));
    Checked { value: (list.template.to_owned(), view), diagnostics }
}

/// The page of a taxonomy, with its text if it has one.
pub(super) fn index<'a>(
    planner: &Planner<'a>,
    (taxonomy, address): (&'a Taxonomy, &Address),
    language: &'a Language,
) -> Checked<(String, View<'a>)> {
    let title = planner.taxonomy_title(&taxonomy.name, language);
    let mut frame = list_frame(planner, language, address, feeds::for_home(planner, language));
    let versions = taxonomy.indexes.iter();
    frame.versions = versions.map(|(language, (_, address))| (language, address.clone())).collect();
    let list = List { kind: "taxonomy", template: "taxonomy.html", title: title.clone() };
    let Checked { value: mut view, diagnostics } = list.view(planner, frame, &title);
    view.add("taxonomy", || Part::own(&TaxonomyView { name: &taxonomy.name, title }));
    let terms = taxonomy.terms.get(language).into_iter().flatten();
    view.add("terms", || {
        Part::own(
            &terms.map(|term| counted(planner, (taxonomy, language), term)).collect::<Vec<_>>(),
        )
    });
    Checked { value: (list.template.to_owned(), view), diagnostics }
}

fn counted<'a>(
    planner: &Planner<'a>,
    (taxonomy, language): (&Taxonomy, &Language),
    term: &'a Term,
) -> CountedTerm<'a> {
    let text = planner.site.texts.get(&term.head.address);
    let meta = text.map(|id| &planner.site.page(*id).document.meta);
    let told = meta.and_then(|meta| meta.summary.as_deref().or(meta.description.as_deref()));
    CountedTerm {
        name: planner.term_name(&taxonomy.name, &term.head, language),
        url: term.head.address.encoded(),
        count: term.pages.len(),
        summary: told,
    }
}

/// A list that the program makes, and that a section may give a text to.
struct List {
    kind: &'static str,
    template: &'static str,
    title: String,
}

impl List {
    /// The view of the list, with the text of the section at its address.
    fn view<'a>(
        &self,
        planner: &Planner<'a>,
        mut frame: Frame<'a>,
        plain_title: &str,
    ) -> Checked<View<'a>> {
        let text = planner.site.texts.get(&frame.address).copied();
        let mut called = Vec::new();
        if let Some(id) = text {
            frame.shared_as = Some(id);
            pages::components_of(planner, planner.site.page(id), &mut called);
        }
        let mut view = frame.view(planner, self.template, &called);
        let own = match text {
            Some(id) => text::of_page(planner, id, &frame).map(|mut own| {
                own.plain.kind = self.kind;
                own
            }),
            None => {
                let plain = Plain::of_frame(planner, &frame, self.kind, self.title.clone());
                Checked::good(text::PageView::without_body(plain))
            }
        };
        view.add("json_ld", || Part::safe(Some(structured::of_list(planner, &frame, plain_title))));
        view.page(own.value);
        Checked { value: view, diagnostics: own.diagnostics }
    }
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
        shared_event: None,
    }
}
