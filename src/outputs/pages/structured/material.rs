//! `LearningResource`, `Poster` and `CreativeWork`: what is made to be printed.

use serde_json::Value as Json;

use crate::content::kinds::{Material, MaterialFile, Medium};
use crate::outputs::formats::json_ld::Node;
use crate::outputs::pages::structured::Described;
use crate::outputs::view::plain::Image;
use crate::site::Target;

/// A material. How long a lesson takes is written in words, for which schema.org has no place.
pub(super) fn material(
    about: &Described<'_, '_>,
    material: &Material,
    image: Option<&Image<'_>>,
) -> Node {
    let kind = match material.medium {
        Some(Medium::Lesson) => "LearningResource",
        Some(Medium::Poster) => "Poster",
        Some(Medium::Leaflet | Medium::Slogans | Medium::Other) | None => "CreativeWork",
    };
    let audience = material.audience.as_deref();
    let audience = audience.map(|name| Node::new("Audience").with("audienceType", name));
    let files = material.files.iter().filter_map(|own| file(about, own)).map(Json::from);
    about
        .creation(kind, image)
        .with("audience", audience)
        .with("educationalLevel", material.level.as_deref())
        .with("encoding", files.collect::<Vec<Json>>())
}

/// A file of the site. What is on another site may be a page as well as a file.
pub(super) fn file(about: &Described<'_, '_>, file: &MaterialFile) -> Option<Node> {
    let Some(Target::File(path)) = about.target(&file.target) else { return None };
    let asset = about.planner.site.assets.get(&path)?;
    let address = about.planner.permalink(&asset.address)?;
    let node = Node::new("MediaObject").with("name", file.title.as_deref());
    Some(node.with("contentUrl", address).with("contentSize", format!("{} B", asset.file.len)))
}
