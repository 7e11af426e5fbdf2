//! The drawings of posters and leaflets as PDF, for printers and for telephones that show no SVG.
//!
//! The PDF of a drawing is one piece of work, remembered by the digest of the drawing. It is made
//! before the pages, which say how large it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use bangtin_drawings::{EDITION, Fault as Unusable, Lost, NoPdf};
use bangtin_pictures::Look;
use serde::Serialize;

use crate::content::kinds::Medium;
use crate::content::{Document, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::memo::{Digest, Input, Outcome};
use crate::outputs::Origin;
use crate::outputs::jobs::{self, Job};
use crate::outputs::planner::Planner;
use crate::public::{File, OutputPath};
use crate::site::{Address, Asset, Target};
use crate::sources::{PictureFile, SourcePath};

/// All that a PDF is made of.
#[derive(Serialize)]
pub struct Work {
    /// By which rules; another program may write other bytes.
    edition: u32,
    /// The digest of the drawing, which stands for its bytes.
    digest: Digest,
    #[serde(skip)]
    file: PictureFile,
    /// The drawing.
    #[serde(skip)]
    pub source: SourcePath,
    /// Where it will be.
    #[serde(skip)]
    path: OutputPath,
}

impl Input for Work {
    fn name(&self) -> &str {
        self.path.as_str()
    }
}

/// Why there is no PDF of a drawing.
#[derive(Clone, Debug)]
pub enum Fault {
    /// None can be made.
    None(NoPdf),
    /// Its bytes could not be read again.
    Unread(String),
}

/// The PDF alone.
pub type Made = Result<Arc<[File]>, Fault>;

impl Outcome for Made {
    fn lasts(&self) -> bool {
        !matches!(self, Err(Fault::Unread(_)))
    }
}

/// How large each PDF is that was made, by the source of its drawing.
pub type Lengths = BTreeMap<SourcePath, u64>;

/// Makes the PDF.
pub fn make(work: &Work) -> Made {
    let bytes = work.file.bytes(work.digest);
    let bytes = bytes.map_err(|error| Fault::Unread(error.to_string()))?;
    let clean = bangtin_pictures::cleaned(&bytes).and_then(|clean| String::from_utf8(clean).ok());
    let svg = clean.ok_or(Fault::None(NoPdf::Fault(Unusable::Broken)))?;
    let pdf = bangtin_drawings::pdf(&svg).map_err(Fault::None)?;
    Ok([File::made(pdf)].into())
}

/// The PDFs of the drawings that posters and leaflets offer. Where the author has put a file of
/// that name beside the drawing, that one is offered or not as the author wishes.
pub(in crate::outputs) fn jobs(planner: &Planner<'_>) -> Vec<Job> {
    let mut works: BTreeMap<SourcePath, Work> = BTreeMap::new();
    for (_, page) in planner.site.ids() {
        let material = page.document.kind.as_material();
        let material = material.filter(|own| own.medium.is_some_and(is_drawn));
        let files = material.iter().flat_map(|material| &material.files);
        for path in files.filter_map(|own| drawing(planner, &page.document, &own.target)) {
            let Some(asset) = planner.site.assets.get(&path) else { continue };
            let address = address(asset);
            if planner.site.assets.values().all(|other| other.address != address) {
                works.extend(work(&path, asset, &address).map(|work| (path, work)));
            }
        }
    }
    let job = |work: Work| Job {
        path: work.path.clone(),
        origin: Origin::Source(work.source.clone()),
        work: jobs::Work::Pdf(Arc::new(work)),
    };
    works.into_values().map(job).collect()
}

/// Whether such a material is a drawing more than a text.
fn is_drawn(medium: Medium) -> bool {
    match medium {
        Medium::Poster | Medium::Leaflet => true,
        Medium::Slogans | Medium::Lesson | Medium::Other => false,
    }
}

fn drawing(planner: &Planner<'_>, document: &Document, target: &LinkTarget) -> Option<SourcePath> {
    match planner.site.resolve(document, target).ok()? {
        Target::File(path) => Some(path),
        Target::Page(..) | Target::External(_) => None,
    }
}

fn work(source: &SourcePath, asset: &Asset, address: &Address) -> Option<Work> {
    let file = asset.file.picture.clone()?;
    let is_drawing = match &file.look {
        Look::Drawing(_) => source.extension() == "svg",
        Look::Pixels(_) | Look::Whole(..) | Look::Foreign(_) => false,
    };
    let (digest, source, path) = (asset.digest, source.clone(), address.output()?);
    is_drawing.then_some(Work { edition: EDITION, digest, file, source, path })
}

/// Where the PDF of a drawing stands: beside it, under its name.
fn address(asset: &Asset) -> Address {
    let file = asset.address.file();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Address::of_file(&format!("{stem}.pdf"))
}

impl Planner<'_> {
    /// The address and the length of the PDF of a drawing that a page offers, if one was made.
    pub(crate) fn pdf(&self, document: &Document, target: &LinkTarget) -> Option<(Address, u64)> {
        let path = drawing(self, document, target)?;
        let length = self.pdfs.get(&path)?;
        Some((address(self.site.assets.get(&path)?), *length))
    }
}

/// What is said of a drawing of which there is no PDF.
pub(in crate::outputs) fn diagnose(work: &Work, fault: &Fault) -> Diagnostic {
    let because = match fault {
        Fault::None(NoPdf::Lost(Lost::Texts)) => {
            say!("bản vẽ có chữ chưa đổi thành nét", "it has texts that are not paths")
        }
        Fault::None(NoPdf::Lost(Lost::Pictures)) => {
            say!("bản vẽ có hình chụp bên trong", "it has pictures within")
        }
        Fault::None(NoPdf::Lost(Lost::Filters)) => {
            say!("bản vẽ có hiệu ứng (`filter`)", "it has filters, such as shadows")
        }
        Fault::None(NoPdf::Fault(Unusable::TooMuch)) => say!(
            "bản vẽ có quá nhiều nét, có mẫu tô (`pattern`) hoặc quá lớn",
            "it has too many parts, patterns, or is too large"
        ),
        Fault::None(NoPdf::Fault(Unusable::Broken)) => {
            say!("không vẽ được bản vẽ này", "it cannot be painted")
        }
        Fault::Unread(_) => say!("không đọc lại được tệp", "the file cannot be read again"),
    };
    let (vi, en) = (because.vi, because.en);
    let message = say!(
        "không làm được bản PDF của bản vẽ này: {vi}",
        "there is no PDF of this drawing: {en}"
    );
    let hint = say!(
        "trong chương trình vẽ, đổi chữ thành nét (Inkscape: Path → Object to Path) và bỏ hiệu ứng, rồi lưu lại; hoặc đặt tệp PDF của bạn cạnh bản vẽ, cùng tên",
        "in the drawing program convert texts to paths (Inkscape: Path → Object to Path), leave effects out, and save again; or put a PDF of your own beside it, under its name"
    );
    let fault = Diagnostic::warning(Code::NoPdf, message).hint(hint);
    fault.at(Place::file(&work.source))
}
