//! Who speaks, as people see it: what stands beside `site.publisher`.

use bangtin_pictures::Look;
use serde::Serialize;

use crate::content::Language;
use crate::locale::LocalText;
use crate::outputs::files::identity::{ICON, INITIALS};
use crate::outputs::files::pictures::PictureView;
use crate::outputs::planner::Planner;
use crate::site::{Address, Asset, OWN_FOLDER};
use crate::sources::SourcePath;
use crate::yaml::Marked;

/// The length of the sides of the sign that is made where the site has none, and of a drawing
/// that does not say how large it is, in pixels.
const SIDE: u32 = 64;

/// The part of `site` that says who speaks.
#[derive(Serialize)]
pub(super) struct IdentityView {
    logo: LogoView,
    logo_dark: Option<LogoView>,
    icon: IconView,
    hero: Option<HeroView>,
    organisation: Option<String>,
    responsible: Option<String>,
    licence: Option<String>,
    social: Vec<SocialView>,
}

/// The sign of the site.
#[derive(Serialize)]
struct LogoView {
    url: String,
    width: u32,
    height: u32,
}

/// The sign of the site for tabs of browsers that take any size.
#[derive(Serialize)]
struct IconView {
    url: String,
    /// What kind of picture it is, as browsers are told.
    r#type: &'static str,
}

/// The large picture of the front page, under the names of `page.image`.
#[derive(Serialize)]
struct HeroView {
    #[serde(flatten)]
    file: PictureView,
    alt: String,
}

/// A place where the publisher can be met.
#[derive(Serialize)]
struct SocialView {
    name: String,
    url: String,
}

impl IdentityView {
    /// Who speaks, as readers of a language see it.
    pub(super) fn of(planner: &Planner<'_>, language: &Language) -> IdentityView {
        let config = &planner.site.config;
        let identity = &config.identity;
        let text = |text: &LocalText| config.marked_text(text, language);
        let hero = identity.hero.as_ref().and_then(|hero| {
            let (path, alt) = (&hero.image.value, text(&hero.alt));
            let file = planner.picture(path, planner.site.assets.get(path)?, "");
            Some(HeroView { file, alt })
        });
        let social = identity
            .social
            .iter()
            .map(|link| SocialView { name: text(&link.name), url: link.url.written().to_owned() });
        let asset = |file: &Option<Marked<SourcePath>>| {
            planner.site.structure().assets.get(&file.as_ref()?.value)
        };
        let logo = asset(&identity.logo);
        IdentityView {
            icon: IconView::of(logo),
            logo: logo.map_or_else(LogoView::made, LogoView::of),
            logo_dark: asset(&identity.logo_dark).map(LogoView::of),
            hero,
            organisation: identity.organisation.as_ref().map(text),
            responsible: identity.responsible.as_ref().map(text),
            licence: identity.licence.as_ref().map(text),
            social: social.collect(),
        }
    }
}

impl IconView {
    fn of(logo: Option<&Asset>) -> IconView {
        let look = logo.and_then(|asset| asset.file.picture.as_ref()).map(|own| &own.look);
        if matches!(look, Some(Look::Pixels(_))) {
            let address = Address::of_file(&format!("{OWN_FOLDER}/{ICON}"));
            return IconView { url: address.encoded(), r#type: "image/png" };
        }
        let logo = logo.map_or_else(LogoView::made, LogoView::of);
        IconView { url: logo.url, r#type: "image/svg+xml" }
    }
}

impl LogoView {
    fn of(asset: &Asset) -> LogoView {
        let drawn = asset.file.picture.as_ref().and_then(|picture| match &picture.look {
            Look::Drawing(drawing) => drawing.size,
            Look::Pixels(_) | Look::Whole(..) | Look::Foreign(_) => asset.file.dimensions,
        });
        let (width, height) = drawn.unwrap_or((SIDE, SIDE));
        LogoView { url: asset.address.encoded(), width, height }
    }

    /// That of the sign that is made of the initials of the site.
    fn made() -> LogoView {
        let address = Address::of_file(&format!("{OWN_FOLDER}/{INITIALS}"));
        LogoView { url: address.encoded(), width: SIDE, height: SIDE }
    }
}
