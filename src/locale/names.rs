//! Looking a written name up among those that are known.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::{Name, fold, slug_or_digest};
use crate::memo::Digest;

/// Names and what each stands for. One thing may have several names, and one name may be that
/// of several things.
#[derive(Clone, Debug)]
pub struct Names<K> {
    written: BTreeMap<String, BTreeSet<K>>,
    names: BTreeMap<Name, BTreeSet<K>>,
    /// By the name without its marks, the names as they are written.
    unmarked: BTreeMap<String, BTreeSet<String>>,
}

/// What a written name stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found<'n, K> {
    /// This.
    One(&'n K),
    /// Any of these: nobody but the author knows which.
    Several(Vec<&'n K>),
    /// Nothing. `near` are the names that differ from it by their marks only.
    None {
        /// As they are written.
        near: Vec<&'n str>,
    },
}

impl<K> Default for Names<K> {
    fn default() -> Names<K> {
        Names { written: BTreeMap::new(), names: BTreeMap::new(), unmarked: BTreeMap::new() }
    }
}

impl<K: Ord + Clone> Names<K> {
    /// Adds a name of this thing.
    pub fn insert(&mut self, written: &str, key: K) {
        let (line, name) = (in_one_line(written), Name::of(written));
        if name.is_empty() {
            return;
        }
        self.unmarked.entry(name.unmarked()).or_default().insert(line.clone());
        self.names.entry(name).or_default().insert(key.clone());
        self.written.entry(line).or_default().insert(key);
    }

    /// What a name stands for. Exactly as it is written goes first, then without regard to
    /// case, spaces and the place of the tone mark; never without its marks.
    pub fn find(&self, written: &str) -> Found<'_, K> {
        let name = Name::of(written);
        let exact = self.written.get(&in_one_line(written));
        let keys = exact.or_else(|| self.names.get(&name)).into_iter().flatten();
        let mut keys: Vec<&K> = keys.collect();
        match keys.pop() {
            Some(only) if keys.is_empty() => Found::One(only),
            Some(last) => {
                keys.push(last);
                Found::Several(keys)
            }
            None => {
                let near = self.unmarked.get(&name.unmarked()).into_iter().flatten();
                Found::None { near: near.map(String::as_str).collect() }
            }
        }
    }
}

impl<K: Ord + Clone> FromIterator<(String, K)> for Names<K> {
    fn from_iter<I: IntoIterator<Item = (String, K)>>(all: I) -> Names<K> {
        let mut names = Names::default();
        all.into_iter().for_each(|(written, key)| names.insert(&written, key));
        names
    }
}

fn in_one_line(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A slug for each of these names, by its key, no two alike.
///
/// Of names that have one slug, the one that the slug spells keeps it (`C` is `c`), and each
/// of the others gets the digest of its key behind it. Where two differ by their marks only, the
/// slug spells neither: a name without its marks, perhaps a slip, must not take the address
/// of another. So what a name has does not depend on the order of the names.
pub fn distinct_slugs<'k>(names: &BTreeMap<&'k str, &str>) -> BTreeMap<&'k str, String> {
    let mut alike: BTreeMap<String, Vec<(&'k str, String)>> = BTreeMap::new();
    for (key, name) in names {
        let spelled = fold(&in_one_line(name));
        alike.entry(slug_or_digest(name)).or_default().push((key, spelled));
    }
    let mut slugs = BTreeMap::new();
    for (slug, own) in alike {
        for (key, spelled) in &own {
            let near = own.iter().filter(|(_, other)| other == spelled).count();
            let keeps = own.len() == 1 || (near == 1 && spelled.replace(' ', "-") == slug);
            let digest = &Digest::of(key.as_bytes()).to_hex()[..8];
            let own = if keeps { slug.clone() } else { format!("{slug}-{digest}") };
            slugs.insert(*key, own);
        }
    }
    slugs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[(&str, u8)]) -> Names<u8> {
        all.iter().map(|(name, key)| ((*name).to_owned(), *key)).collect()
    }

    #[test]
    fn exactly_as_written_goes_first() {
        let all = names(&[("UBND xã Sơn Hà", 1), ("UBND xã Sơn Hạ", 2), ("ubnd xã sơn hà", 3)]);
        assert_eq!(all.find("UBND xã Sơn Hà"), Found::One(&1));
        assert_eq!(all.find("UBND  xã Sơn\u{a0}Hạ "), Found::One(&2));
        assert_eq!(all.find("ubnd xã sơn hà"), Found::One(&3));
        assert_eq!(all.find("UBND XÃ SƠN HÀ"), Found::Several(vec![&1, &3]));
    }

    #[test]
    fn without_its_marks_a_name_is_near_and_no_more() {
        let all = names(&[("Sơn Hà", 1), ("Sơn Hạ", 2), ("Hoà Bình", 3)]);
        assert_eq!(all.find("Son Ha"), Found::None { near: vec!["Sơn Hà", "Sơn Hạ"] });
        assert_eq!(all.find("Sơn Há"), Found::None { near: vec!["Sơn Hà", "Sơn Hạ"] });
        assert_eq!(all.find("hòa bình"), Found::One(&3));
        assert_eq!(all.find("Ba Tơ"), Found::None { near: vec![] });
        assert_eq!(all.find(" "), Found::None { near: vec![] });
    }

    #[test]
    fn one_thing_of_two_equal_names_is_one() {
        let all = names(&[("Sở Y tế", 1), ("Sở y tế", 1), ("SYT", 1)]);
        assert_eq!(all.find("SỞ Y TẾ"), Found::One(&1));
    }

    fn slugs(names: &[&str]) -> Vec<String> {
        let all = names.iter().map(|name| (*name, *name)).collect();
        let slugs = distinct_slugs(&all);
        names.iter().map(|name| slugs[name].clone()).collect()
    }

    #[test]
    fn names_of_one_slug_have_slugs_of_their_own_in_any_order() {
        let [c, plus, sharp] = &slugs(&["C", "C++", "C#"])[..] else { panic!() };
        assert_eq!(c, "c");
        assert!(plus.starts_with("c-") && sharp.starts_with("c-") && plus != sharp);
        assert_eq!(slugs(&["C#", "C++", "C"]), [sharp.clone(), plus.clone(), c.clone()]);
        assert_eq!(slugs(&["C", "C#"])[1], *sharp);
        assert_eq!(slugs(&["C++"]), ["c"]);
    }

    #[test]
    fn a_slip_without_marks_takes_no_address_away() {
        for pair in [["Gia đình", "Gia dinh"], ["Sơn Hà", "Sơn Hạ"]] {
            let own = slugs(&pair);
            assert!(own[0] != own[1] && own.iter().all(|own| own.len() > "gia-dinh".len()));
        }
        assert_eq!(slugs(&["Gia đình", "Sơn Hà"]), ["gia-dinh", "son-ha"]);
    }
}
