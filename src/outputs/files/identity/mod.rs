//! The sign of the site, made of its initials where `site.yaml` names none, and the icons that
//! browsers and telephones ask for, made of the sign.
//!
//! The icons are one piece of work, remembered by the digest of the sign; each output picks its
//! part of it.

mod faults;

use std::sync::Arc;

use bangtin_drawings::{EDITION, Fault, Icons, Sign};
use bangtin_pictures::Look;
use serde::Serialize;

use crate::diagnostics::Checked;
use crate::memo::{Digest, Input, Outcome};
use crate::outputs::Origin;
use crate::outputs::files::social_cards::Emblem;
use crate::outputs::jobs::{self, Job};
use crate::outputs::planner::Planner;
use crate::public::{File, OutputPath};
use crate::site::{Asked, Asset, OWN_FOLDER};
use crate::sources::SourcePath;
use crate::theme::{Palette, Theme};
use crate::yaml::Marked;

/// The name of the sign that is made where the site has none.
pub(in crate::outputs) const INITIALS: &str = "initials.svg";

/// The name of the icon that is a PNG, for a sign that is no drawing.
pub(in crate::outputs) const ICON: &str = "icon.png";

/// What browsers ask for at the root of a server, whatever a page says.
const FAVICON: &str = "favicon.ico";
const TOUCH_ICON: &str = "apple-touch-icon.png";

/// The ground and the ink of a sign where the theme says no colour.
const PLAIN: [[u8; 3]; 2] = [[0x1c; 3], [0xff; 3]];

/// The ground of an icon that nothing may be seen through.
const GROUND: [u8; 3] = [0xff; 3];

/// All that the icons are made of.
#[derive(Serialize)]
pub struct Work {
    /// By which rules; another program may paint them otherwise.
    edition: u32,
    /// Stands for the bytes of the sign.
    digest: Digest,
    #[serde(skip)]
    bytes: Arc<[u8]>,
    /// Whether it is a drawing; else it is a PNG.
    is_drawing: bool,
    /// The file of the author's, if it is one.
    #[serde(skip)]
    source: Option<SourcePath>,
}

impl Input for Work {
    fn name(&self) -> &str {
        FAVICON
    }
}

/// One icon.
#[derive(Clone)]
pub struct Part {
    /// What it is a part of.
    pub work: Arc<Work>,
    index: usize,
}

/// The icons in the order of their [`Icons`], or why there are none.
pub type Made = Result<Arc<[File]>, Fault>;

impl Outcome for Made {
    fn lasts(&self) -> bool {
        true
    }
}

/// Makes the icons.
pub fn make(work: &Work) -> Made {
    let clean = work.drawing()?;
    let sign = clean.as_deref().map_or(Sign::Png(&work.bytes), Sign::Drawing);
    let Icons { ico, touch, plain } = bangtin_drawings::icons(sign, GROUND)?;
    Ok([ico, touch, plain].into_iter().map(File::made).collect())
}

impl Work {
    /// The drawing without what runs in it; none where the sign is a PNG.
    fn drawing(&self) -> Result<Option<String>, Fault> {
        if !self.is_drawing {
            return Ok(None);
        }
        let clean = bangtin_pictures::cleaned(&self.bytes).ok_or(Fault::Broken)?;
        String::from_utf8(clean).map(Some).map_err(|_| Fault::Broken)
    }
}

impl Part {
    /// This icon of those that were made. A sign that cannot be painted is said, once for all.
    pub fn of(&self, made: Made) -> Checked<File> {
        let nothing = || File::made([]);
        match made {
            Ok(files) => Checked::good(files.get(self.index).cloned().unwrap_or_else(nothing)),
            Err(fault) => {
                let fault = faults::diagnose(fault, self.work.source.as_ref());
                Checked { value: nothing(), diagnostics: vec![fault] }
            }
        }
    }
}

/// The files of the sign: itself where it is made, and its icons. An icon that the author has
/// put at the root of the site stands alone.
pub(in crate::outputs) fn jobs(planner: &Planner<'_>) -> Vec<Job> {
    let origin = |name| Origin::Program(name);
    let mut jobs = Vec::new();
    let work = match given(planner.site, planner.site.config.identity.logo.as_ref()) {
        Some(work) => work,
        None if planner.site.config.identity.logo.is_some() => return jobs,
        None => {
            let colors = planner.theme.palette().map_or(PLAIN, Palette::sign);
            let svg: Arc<[u8]> = initials(planner.site, planner.theme, colors).into_bytes().into();
            let path = OutputPath::parse(&format!("{OWN_FOLDER}/{INITIALS}"));
            let ready = jobs::Work::Ready(File::made(Arc::clone(&svg)));
            jobs.extend(path.map(|path| Job { path, origin: origin(INITIALS), work: ready }));
            work(svg, true, None)
        }
    };
    let icon = (!work.is_drawing).then(|| format!("{OWN_FOLDER}/{ICON}"));
    let names = [Some(FAVICON.to_owned()), Some(TOUCH_ICON.to_owned()), icon];
    for (index, name) in names.into_iter().enumerate() {
        let Some(path) = name.and_then(|name| OutputPath::parse(&name)) else { continue };
        let is_own = |asset: &Asset| asset.address.file() == path.as_str();
        if !planner.site.assets.values().any(is_own) {
            let part = jobs::Work::Icon(Part { work: Arc::clone(&work), index });
            jobs.push(Job { path, origin: origin(FAVICON), work: part });
        }
    }
    jobs
}

fn work(bytes: Arc<[u8]>, is_drawing: bool, source: Option<&SourcePath>) -> Arc<Work> {
    let (digest, source) = (Digest::of(&bytes), source.cloned());
    Arc::new(Work { edition: EDITION, digest, bytes, is_drawing, source })
}

/// The sign that `site.yaml` names, if it is one; why it is none was said when the site was
/// linked.
fn given(site: Asked<'_>, logo: Option<&Marked<SourcePath>>) -> Option<Arc<Work>> {
    let path = &logo?.value;
    let file = &site.assets.get(path)?.file;
    let is_drawing = match &file.picture.as_ref()?.look {
        Look::Drawing(_) => true,
        Look::Pixels(_) => false,
        Look::Whole(..) | Look::Foreign(_) => return None,
    };
    Some(work(file.bytes.clone()?, is_drawing, Some(path)))
}

/// The initials of the site's name in its default language: ground and ink.
fn initials(site: Asked<'_>, theme: &Theme, colors: [[u8; 3]; 2]) -> String {
    let config = &site.config;
    let name = config.text(&config.title, config.default_language());
    bangtin_cards::emblem(name, &theme.card_fonts().fonts, colors)
}

/// The sign as cards show it on the accent: the one for dark grounds if there is one, in these
/// colours where it is made. That it cannot be painted is said with the icons.
pub(in crate::outputs) fn emblem(
    site: Asked<'_>,
    theme: &Theme,
    colors: &bangtin_cards::Colors,
) -> Option<Emblem> {
    let identity = &site.config.identity;
    let (logo, dark) = (identity.logo.as_ref(), identity.logo_dark.as_ref());
    let work = match given(site, dark.or(logo)) {
        Some(work) => work,
        None if logo.is_some() => return None,
        None => {
            let drawing = initials(site, theme, [colors.on_accent, colors.accent]);
            work(drawing.into_bytes().into(), true, None)
        }
    };
    let clean = work.drawing().ok()?;
    let sign = clean.as_deref().map_or(Sign::Png(&work.bytes), Sign::Drawing);
    let painted = bangtin_drawings::painted(sign, bangtin_cards::EMBLEM).ok()?;
    Emblem::new(&painted.rgba, logo.is_some() && dark.is_none(), colors)
}
