//! `Legislation`: the document that a plan sums up. The page is about it and is not it.

use serde_json::Value as Json;

use crate::content::kinds::{DocumentNote, LegalBasis, Period, Plan};
use crate::outputs::formats::json_ld::{Node, interval};
use crate::outputs::named;
use crate::outputs::pages::structured::{Described, material, organization};
use crate::site::Target;
use crate::yaml::Marked;

/// The document of a plan; none where the plan names none. What it takes the place of is
/// left out: schema.org knows the repeal of a law, not the plan of the next year.
pub(super) fn legislation(about: &Described<'_, '_>, plan: &Plan) -> Option<Node> {
    let document = &plan.document;
    let number = document.number.as_ref().map(|number| number.value.as_str());
    let place = document.place.as_deref();
    let basis = document.legal_basis.iter().map(|basis| self::basis(about, basis).into());
    let period = plan.period.as_ref().and_then(|period| match period {
        Period::Days(starts, ends) => {
            interval(about.day(&Some(starts.clone())), about.day(&Some(ends.clone())))
        }
        Period::Words(words) => Some(words.clone()),
    });
    let original = document.original.as_ref();
    let is_known = number.is_some() || document.type_name.is_some() || original.is_some();
    is_known.then(|| {
        Node::new("Legislation")
            .with(
                "name",
                about.named(&name(about, document.type_name.as_deref(), number), about.is_sample()),
            )
            .with("url", address(about, document))
            .with("legislationIdentifier", number)
            .with("legislationType", document.type_name.as_deref())
            .with("legislationDate", about.day(&document.issued_on))
            .with("legislationPassedBy", issuer(about, &document.issuer))
            .with("locationCreated", place.map(|name| Node::new("Place").with("name", name)))
            .with("temporalCoverage", period)
            .with("isBasedOn", basis.collect::<Vec<Json>>())
            .with("encoding", original.and_then(|file| material::file(about, file)))
    })
}

/// A document that another rests on.
fn basis(about: &Described<'_, '_>, basis: &LegalBasis) -> Node {
    let number = basis.number.value.as_str();
    Node::new("Legislation")
        .with("name", name(about, basis.type_name.as_deref(), Some(number)))
        .with("alternateName", basis.title.as_deref())
        .with("legislationIdentifier", number)
        .with("legislationType", basis.type_name.as_deref())
        .with("legislationDate", about.day(&basis.issued_on))
        .with("legislationPassedBy", issuer(about, &basis.issuer))
}

/// “Kế hoạch số 72/KH-UBND”, as the page calls it.
fn name(about: &Described<'_, '_>, type_name: Option<&str>, number: Option<&str>) -> String {
    match (type_name, number) {
        (Some(type_name), Some(number)) => {
            let arguments = [("type", type_name)];
            let text = about.planner.theme.text(about.language(), "plan.basis_type", &arguments);
            format!("{} {number}", text.as_deref().unwrap_or(type_name))
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => about.page.document.meta.title.clone(),
    }
}

fn issuer(about: &Described<'_, '_>, key: &Option<Marked<String>>) -> Option<Node> {
    let own = named::agency(about.planner, about.language(), &key.as_ref()?.value);
    Some(organization::agency(about.planner, own))
}

/// Where the original stands, if it is on another site.
fn address(about: &Described<'_, '_>, document: &DocumentNote) -> Option<String> {
    match about.target(&document.original.as_ref()?.target)? {
        Target::External(address) => Some(address),
        Target::Page(_, _) | Target::File(_) => None,
    }
}
