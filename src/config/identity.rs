//! Who speaks, as people see it: `logo`, `logo_dark`, `hero`, `organisation`, `responsible`,
//! `licence`, `social`.

use crate::content::{LinkTarget, Rules};
use crate::diagnostics::{Code, say};
use crate::keys;
use crate::locale::LocalText;
use crate::sources::SourcePath;
use crate::yaml::{Fields, Marked, Node, Reading, text_of};

/// Who speaks, as people see it. Whether a file that it names is there is for `site` to say.
#[derive(Clone, Default, Debug)]
pub struct Identity {
    /// The sign of the site: a drawing or a PNG beside `site.yaml`.
    pub logo: Option<Marked<SourcePath>>,
    /// The same for dark grounds.
    pub logo_dark: Option<Marked<SourcePath>>,
    /// The large picture of the front page.
    pub hero: Option<Hero>,
    /// The body that the site belongs to.
    pub organisation: Option<LocalText>,
    /// Who answers for what it says.
    pub responsible: Option<LocalText>,
    /// The licence under which it is published.
    pub licence: Option<LocalText>,
    /// Where else the publisher can be met, in the order of the file.
    pub social: Vec<SocialLink>,
}

/// The large picture of the front page.
#[derive(Clone, Debug)]
pub struct Hero {
    /// The file, beside `site.yaml` or below `content/`.
    pub image: Marked<SourcePath>,
    /// What it shows, in words.
    pub alt: LocalText,
}

/// A place where the publisher can be met.
#[derive(Clone, Debug)]
pub struct SocialLink {
    /// What it is called.
    pub name: LocalText,
    /// Its address.
    pub url: LinkTarget,
}

impl Identity {
    /// The files that are named, each with its key, but for the hero.
    pub fn logos(&self) -> impl Iterator<Item = (&'static str, &Marked<SourcePath>)> {
        let logos = [("logo", &self.logo), ("logo_dark", &self.logo_dark)];
        logos.into_iter().filter_map(|(key, file)| Some((key, file.as_ref()?)))
    }

    /// Whether a file is named.
    pub fn names(&self, path: &SourcePath) -> bool {
        let hero = self.hero.iter().map(|hero| &hero.image);
        self.logos().map(|(_, file)| file).chain(hero).any(|file| file.value == *path)
    }
}

/// Reads the keys of who speaks.
pub(super) fn read(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Identity {
    let logo = file(fields, "logo", reading);
    let logo_dark = file(fields, "logo_dark", reading);
    let hero = fields.take("hero").and_then(|node| hero(node, rules, reading));
    let social = fields.items("social", reading).iter();
    let social = social.filter_map(|item| social_link(item, rules, reading)).collect();
    let mut text = |key: &str| fields.local_text(key, rules, reading);
    Identity {
        logo,
        logo_dark,
        hero,
        organisation: text("organisation"),
        responsible: text("responsible"),
        licence: text("licence"),
        social,
    }
}

fn hero(node: &Node, rules: &Rules, reading: &mut Reading<'_>) -> Option<Hero> {
    let mut fields = Fields::of(node, keys::HERO, reading)?;
    let image = file(&mut fields, "image", reading);
    if image.is_none() && fields.take("image").is_none() {
        fields.missing("image", reading);
    }
    let alt = match fields.take("alt") {
        // Nothing between the quotation marks says that it only adorns.
        Some(node) if node.is_blank() => Some(LocalText::One(String::new())),
        Some(_) => fields.local_text("alt", rules, reading),
        None => {
            fields.missing("alt", reading);
            None
        }
    };
    fields.finish(reading);
    Some(Hero { image: image?, alt: alt? })
}

fn social_link(node: &Node, rules: &Rules, reading: &mut Reading<'_>) -> Option<SocialLink> {
    let mut fields = Fields::of(node, keys::SOCIAL, reading)?;
    let name = fields.wanted_local_text("name", rules, reading);
    let url = match fields.take("url") {
        Some(node) => {
            text_of(node, "url", reading).and_then(|written| LinkTarget::read_web(written, reading))
        }
        None => {
            fields.missing("url", reading);
            None
        }
    };
    fields.finish(reading);
    Some(SocialLink { name: name?, url: url? })
}

/// A path from the site's root.
fn file(
    fields: &mut Fields<'_>,
    key: &str,
    reading: &mut Reading<'_>,
) -> Option<Marked<SourcePath>> {
    let Marked { value: written, span } = fields.marked_text(key, reading)?;
    let path = written.strip_prefix("@/").map(|inside| format!("content/{inside}"));
    let path = path.unwrap_or_else(|| written.trim_start_matches("./").to_owned());
    let path = path.trim_start_matches('/');
    let leads_out = path.contains([':', '\\']) || path.split('/').any(|part| part == "..");
    if path.is_empty() || leads_out {
        let message = say!(
            "`{written}` không phải tên một tệp trong thư mục của trang web",
            "`{written}` is no file in the folder of the site"
        );
        let hint = say!(
            "chép hình vào cạnh `site.yaml` rồi viết tên tệp: `{key}: bieu-trung.svg`",
            "put the picture beside `site.yaml` and write its name: `{key}: emblem.svg`"
        );
        reading.error(span, Code::BadSitePicture, message, hint);
        return None;
    }
    Some(Marked { value: SourcePath::new(path), span })
}
