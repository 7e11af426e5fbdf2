//! Which pages a book has, in which order.
//!
//! A page that may be watched is left out of a book that is not: whoever prints a section for
//! a class must not come upon it, and the way out that it has on screen stands on no paper.

use crate::content::{Booklet, Kind, LinkTarget};
use crate::diagnostics::{Checked, Code, Diagnostic, Span, say};
use crate::site::{Asked, Page, PageId, Role, Target};

/// As many pages as one document may have: more is no booklet, and each edit of a page makes
/// the whole of it anew.
const MOST: usize = 200;

/// The chapters of the book that a page asks for, and what cannot stand in it. None where the
/// page asks for no book, or for one that cannot be made.
pub(super) fn of(site: Asked<'_>, id: PageId) -> Checked<Vec<PageId>> {
    let page = site.page(id);
    let mut gathering =
        Gathering { site, host: id, chapters: Vec::new(), hidden: 0, diagnostics: Vec::new() };
    if let Some(booklet) = &page.document.meta.booklet {
        match &booklet.picked {
            Some(picked) => gathering.picked(picked),
            None => gathering.whole(booklet),
        }
        gathering.finish(booklet);
    }
    Checked { value: gathering.chapters, diagnostics: gathering.diagnostics }
}

struct Gathering<'s> {
    site: Asked<'s>,
    host: PageId,
    chapters: Vec<PageId>,
    /// How many pages were left out because people who read them may be watched.
    hidden: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Gathering<'_> {
    /// All that belongs to the page.
    fn whole(&mut self, booklet: &Booklet) {
        let page = self.site.page(self.host);
        match &page.document.kind {
            Kind::Section(_) => self.section(self.host),
            Kind::Plan(_) => self.plan(),
            Kind::Page | Kind::Post | Kind::Material(_) | Kind::Schedule(_) => {
                let message = say!(
                    "`print: book` chỉ dùng cho chuyên mục và kế hoạch",
                    "`print: book` is for sections and plans"
                );
                let hint = say!(
                    "ghi các trang muốn in: `print: {{ book: [\"@/a.md\", \"@/b.md\"] }}`",
                    "name the pages to print: `print: {{ book: [\"@/a.md\", \"@/b.md\"] }}`"
                );
                self.say(Diagnostic::error(Code::BadValue, message).hint(hint), booklet.span);
            }
        }
    }

    /// The pages of a section in its order, then those of the sections in it. Pages that it
    /// borrows from another language are left to the book of that language.
    fn section(&mut self, id: PageId) {
        let site = self.site;
        let page = site.page(id);
        let key = (page.document.folder().to_owned(), page.language().clone());
        let Some(section) = site.sections.get(&key) else { return };
        let is_own = |id: &&PageId| site.page(**id).language() == page.language();
        for page in section.pages.iter().filter(is_own) {
            self.add(*page);
        }
        for below in section.subsections.iter().filter(is_own) {
            self.add_section(*below);
        }
    }

    /// A section as a part of the book: its own text, if it has any, and all in it.
    fn add_section(&mut self, id: PageId) {
        if !self.site.page(id).document.outline.is_empty {
            self.add(id);
        }
        self.section(id);
    }

    /// The plan, the schedules that carry it out, and the materials that their events name.
    fn plan(&mut self) {
        let site = self.site;
        let schedules = site.schedules_of(self.host);
        let materials = schedules.iter().flat_map(|id| {
            let from = &site.page(*id).document;
            let named = site.events(*id).iter().flat_map(|event| &event.materials);
            named.filter_map(move |target| match site.resolve(from, target).ok()? {
                Target::Page(id, _) => Some(id),
                Target::File(_) | Target::External(_) => None,
            })
        });
        let materials: Vec<PageId> = materials.collect();
        self.add(self.host);
        schedules.iter().copied().chain(materials).for_each(|id| self.add(id));
    }

    /// Pages that somebody picked.
    fn picked(&mut self, picked: &[LinkTarget]) {
        if is_a_chapter(self.site.page(self.host)) {
            self.add(self.host);
        }
        let mut seen = Vec::new();
        for target in picked {
            let Some(id) = self.page(target) else { continue };
            if id == self.host {
                self.say(own(target), target.span);
            } else if seen.contains(&id) {
                self.say(twice(target), target.span);
            } else if self.is_left_out(id) {
                self.say(left_out(target), target.span);
            } else if self.site.page(id).document.is_section() {
                self.add_section(id);
            } else {
                self.add(id);
            }
            seen.push(id);
        }
    }

    /// The page that is named; what names none is said.
    fn page(&mut self, target: &LinkTarget) -> Option<PageId> {
        let document = &self.site.page(self.host).document;
        let fault = match self.site.resolve(document, target) {
            Ok(Target::Page(id, _)) => return Some(id),
            Ok(Target::File(_) | Target::External(_)) => no_page(target),
            Err(fault) => fault.diagnose(target.written(), Role::Link),
        };
        self.say(fault, target.span);
        None
    }

    fn add(&mut self, id: PageId) {
        if self.is_left_out(id) {
            self.hidden += 1;
        } else if !self.chapters.contains(&id) {
            self.chapters.push(id);
        }
    }

    fn is_left_out(&self, id: PageId) -> bool {
        let is_watched = |id| self.site.page(id).shared.sensitive == Some(true);
        is_watched(id) && !is_watched(self.host)
    }

    /// Says what is to be said of the book as a whole.
    fn finish(&mut self, booklet: &Booklet) {
        let (count, hidden) = (self.chapters.len(), self.hidden);
        if count > MOST {
            self.chapters.clear();
            let message = say!(
                "tập in có {count} trang, nhiều nhất là {MOST}",
                "the book would have {count} pages; it may have {MOST} at most"
            );
            let hint = say!(
                "ghi `print: book` ở từng chuyên mục con, hoặc chọn ra các trang cần in",
                "write `print: book` in the sections below, or pick the pages that are wanted"
            );
            self.say(Diagnostic::warning(Code::BadValue, message).hint(hint), booklet.span);
        } else if count == 0 && self.diagnostics.is_empty() {
            let message = say!("chưa có trang nào để in thành tập", "there is no page to print");
            let hint = say!(
                "thêm trang vào chuyên mục này; trang của ngôn ngữ khác không tính",
                "add pages to this section; those in another language do not count"
            );
            self.say(Diagnostic::note(Code::BadValue, message).hint(hint), booklet.span);
        }
        if hidden > 0 {
            let message = say!(
                "tập in bỏ qua {hidden} trang có `sensitive: true`",
                "the book leaves out {hidden} pages with `sensitive: true`"
            );
            let hint = say!(
                "không cần làm gì; muốn in cả, ghi `sensitive: true` ở trang này",
                "there is nothing to do; to print them too, write `sensitive: true` on this page"
            );
            self.say(Diagnostic::note(Code::BadValue, message).hint(hint), booklet.span);
        }
    }

    fn say(&mut self, fault: Diagnostic, span: Span) {
        let place = self.site.page(self.host).document.place(span);
        self.diagnostics.push(fault.at(place));
    }
}

/// Whether a page says more than its text, so that it is a chapter of its own book: the text
/// of the others stands on the first sheet.
fn is_a_chapter(page: &Page) -> bool {
    match &page.document.kind {
        Kind::Plan(_) | Kind::Schedule(_) | Kind::Material(_) => true,
        Kind::Page | Kind::Post | Kind::Section(_) => false,
    }
}

fn own(target: &LinkTarget) -> Diagnostic {
    let written = target.written();
    let message = say!("`{written}` là chính trang này", "`{written}` is this very page");
    let hint = say!(
        "xoá dòng này: nội dung của trang luôn đứng đầu tập",
        "delete the line: what the page says stands first in any case"
    );
    Diagnostic::error(Code::BadValue, message).hint(hint)
}

fn twice(target: &LinkTarget) -> Diagnostic {
    let written = target.written();
    let message = say!("`{written}` được ghi hai lần", "`{written}` is named twice");
    let hint = say!("xoá một trong hai dòng", "delete one of the two lines");
    Diagnostic::error(Code::BadValue, message).hint(hint)
}

fn no_page(target: &LinkTarget) -> Diagnostic {
    let written = target.written();
    let message = say!(
        "`{written}` không phải một trang của trang web này",
        "`{written}` is no page of this site"
    );
    let hint = say!(
        "ghi tệp của một trang, như `@/tai-lieu/to-roi.md`",
        "name the file of a page, like `@/tai-lieu/to-roi.md`"
    );
    Diagnostic::error(Code::BadValue, message).hint(hint)
}

fn left_out(target: &LinkTarget) -> Diagnostic {
    let written = target.written();
    let message = say!(
        "`{written}` có `sensitive: true` nên không vào tập in này",
        "`{written}` has `sensitive: true` and is left out of this book"
    );
    let hint = say!(
        "xoá dòng này, hoặc ghi `sensitive: true` cả ở đây",
        "delete the line, or write `sensitive: true` here too"
    );
    Diagnostic::warning(Code::BadValue, message).hint(hint)
}
