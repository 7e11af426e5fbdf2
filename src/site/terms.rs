//! Terms: what they are, and how those of a page are found.

use std::collections::BTreeMap;

use crate::content::Language;
use crate::locale::Name;
use crate::memo::Hashed;
use crate::site::{Address, PageId, Site};

/// A taxonomy with its terms.
#[derive(Clone, Debug, Hash)]
pub struct Taxonomy {
    /// The key in front matter.
    pub name: String,
    /// Its title and address by language, for the languages in which it has terms.
    pub indexes: BTreeMap<Language, (String, Address)>,
    /// Its terms by language, in the order of the language's alphabet.
    pub terms: BTreeMap<Language, Vec<Term>>,
    /// The addresses that several terms of a language would have, and none has.
    pub shared: BTreeMap<Language, Vec<Address>>,
    /// The terms that each page bears, as places in the list of its language.
    pub(super) borne: BTreeMap<PageId, Vec<usize>>,
}

impl Taxonomy {
    fn borne_by(&self, id: PageId, language: &Language) -> BorneTerms<'_> {
        let terms = self.terms.get(language).map(Vec::as_slice).unwrap_or_default();
        let own = self.borne.get(&id).into_iter().flatten();
        BorneTerms {
            taxonomy: &self.name,
            index: self.indexes.get(language).map(|(_, address)| address),
            terms: own.filter_map(|at| terms.get(*at)).map(|term| &term.head).collect(),
        }
    }
}

/// A term in one language.
#[derive(Clone, Debug, Hash)]
pub struct Term {
    /// What pages that bear it show of it.
    pub head: TermHead,
    /// The pages that bear it, newest first.
    pub pages: Vec<PageId>,
}

/// A term, whichever pages bear it.
#[derive(Clone, Debug, Hash)]
pub struct TermHead {
    /// The key in front matter.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The address of its list.
    pub address: Address,
}

/// All that the pages of a term show of it.
#[derive(Hash)]
pub struct WholeTerm<'s> {
    /// The key of its taxonomy in front matter.
    pub taxonomy: &'s str,
    /// The address of the list of all terms.
    pub index: Option<&'s Address>,
    /// The term.
    pub term: &'s Term,
    /// Where it is in each language, its own among them.
    pub versions: Vec<(&'s Language, &'s Address)>,
}

/// The terms of one taxonomy that a page bears.
#[derive(Hash)]
pub struct BorneTerms<'s> {
    /// The key in front matter.
    pub taxonomy: &'s str,
    /// The address of the list of all its terms, if it has any in the language of the page.
    pub index: Option<&'s Address>,
    /// The terms, in the order of the alphabet.
    pub terms: Vec<&'s TermHead>,
}

impl Site {
    /// The taxonomies, each with its terms by language.
    pub fn taxonomies(&self) -> &Hashed<Vec<Taxonomy>> {
        &self.taxonomies
    }

    /// The term of this key of a taxonomy, by the place of that in the settings.
    pub fn whole_term(
        &self,
        taxonomy: usize,
        key: &str,
        language: &Language,
    ) -> Option<WholeTerm<'_>> {
        let taxonomy = self.taxonomies.get(taxonomy)?;
        let of = |language| taxonomy.terms.get(language)?.iter().find(|own| own.head.key == key);
        let versions = taxonomy.terms.keys().filter_map(|own| Some((own, &of(own)?.head.address)));
        Some(WholeTerm {
            taxonomy: &taxonomy.name,
            index: taxonomy.indexes.get(language).map(|(_, address)| address),
            term: of(language)?,
            versions: versions.collect(),
        })
    }

    /// The terms that a page bears, by taxonomy in the order of the settings.
    pub fn borne_by(&self, id: PageId) -> Vec<BorneTerms<'_>> {
        let language = self.page(id).language();
        self.taxonomies.iter().map(|own| own.borne_by(id, language)).collect()
    }

    /// The term of this key, or a free one of this name, in a language.
    pub fn term(&self, taxonomy: &str, key: &str, language: &Language) -> Option<&TermHead> {
        let taxonomy = self.taxonomies.iter().find(|known| known.name == taxonomy)?;
        let name = Name::of(key);
        let is = |term: &&TermHead| term.key == key || term.key == name.as_str();
        taxonomy.terms.get(language)?.iter().map(|term| &term.head).find(is)
    }
}
