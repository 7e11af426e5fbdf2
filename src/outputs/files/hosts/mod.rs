//! What hosts are told of the site, made of the full list of its files.
//!
//! In: the plan and the files. Out: the files that the hosts of the settings obey, and the text for
//! a host that reads its settings elsewhere. A file of that name beside the content stands alone.

mod compressed;
mod limits;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{BaseUrl, Host, Purpose};
use crate::diagnostics::Diagnostic;
use crate::outputs::formats::hosts::{self, Kit, Missing, Moved, Readers};
use crate::outputs::jobs::{Job, Plan, Subject, Work};
use crate::public::{File, Files, MANIFEST, OutputPath, Store, known_type, media_type, named_type};

/// Adds the files that the hosts of the settings obey, and the compressed ones of a site that is to
/// be published. What is said is how near the site then is to what its hosts take.
pub fn add(files: &mut Files, plan: &Plan, store: &dyn Store) -> Vec<Diagnostic> {
    let obeyed = obeyed(plan, files);
    files.extend(obeyed);
    let config = &plan.common.site.config;
    if config.precompress && config.purpose == Purpose::Publication {
        let compressed = compressed::compressed(files, store);
        files.extend(compressed);
    }
    limits::near_limits(plan, files)
}

/// The files that the hosts of the settings obey, but those that stand there already.
fn obeyed(plan: &Plan, files: &Files) -> Files {
    let config = &plan.common.site.config;
    if config.hosts.is_empty() {
        return Files::new();
    }
    let kit = kit(plan, files);
    let hosts: BTreeSet<Host> = config.hosts.iter().map(|host| host.value).collect();
    let names: BTreeSet<&str> = hosts.iter().flat_map(|host| host.files()).copied().collect();
    let made = names.into_iter().filter_map(|name| {
        let path = OutputPath::parse(name)?;
        let text = text_of(&kit, name, &hosts)?;
        (!files.contains_key(&path)).then(|| (path, File::made(text.into_bytes())))
    });
    made.collect()
}

/// What one host is told, as texts with the names of the files that hold them.
pub fn texts(plan: &Plan, files: &Files, host: Host) -> Vec<(&'static str, String)> {
    let kit = kit(plan, files);
    match host {
        Host::Nginx => vec![("bangtin.conf", hosts::nginx(&kit))],
        Host::Caddy => vec![("bangtin.caddy", hosts::caddy(&kit))],
        Host::Netlify
        | Host::Cloudflare
        | Host::Apache
        | Host::Iis
        | Host::GithubPages
        | Host::GitlabPages => {
            let alone = BTreeSet::from([host]);
            let texts = host
                .files()
                .iter()
                .filter_map(|name| text_of(&kit, name, &alone).map(|text| (*name, text)));
            texts.collect()
        }
    }
}

fn text_of(kit: &Kit, name: &str, hosts: &BTreeSet<Host>) -> Option<String> {
    let readers = match (hosts.contains(&Host::Netlify), hosts.contains(&Host::Cloudflare)) {
        (true, false) => Readers::Netlify,
        (false, true) => Readers::Cloudflare,
        (true, true) | (false, false) => Readers::Both,
    };
    match name {
        "_headers" => Some(hosts::headers(kit, readers)),
        "_redirects" => Some(hosts::redirects(kit, readers)),
        ".htaccess" => Some(hosts::apache(kit)),
        "web.config" => Some(hosts::iis(kit)),
        // That it is there is all it says: no file is left out because of its name.
        ".nojekyll" => Some(String::new()),
        _ => None,
    }
}

fn kit(plan: &Plan, files: &Files) -> Kit {
    let config = &plan.common.site.config;
    let mut missing: Vec<Missing> = plan.jobs.iter().filter_map(missing).collect();
    // The innermost folder first; there is one page a folder, so this is an order.
    missing.sort_by_key(|own| (std::cmp::Reverse(own.folder.len()), own.folder.clone()));
    let names = files.keys().map(OutputPath::as_str).chain([MANIFEST]);
    let mut types: BTreeMap<String, &'static str> = names
        .clone()
        .filter_map(|path| {
            let (_, extension) = name_of(path).rsplit_once('.')?;
            Some((extension.to_owned(), known_type(extension)?))
        })
        .collect();
    if config.precompress {
        types.insert("gz".to_owned(), media_type("a.gz"));
    }
    let names = names.map(name_of).filter_map(|name| Some((name.to_owned(), named_type(name)?)));
    Kit {
        base: config.base_url.as_ref().map_or("/", BaseUrl::path).to_owned(),
        types,
        names: names.collect(),
        moved: plan.jobs.iter().filter_map(moved).collect(),
        missing,
        forever: forever(files),
        policy: plan.common.theme.policy.clone(),
        precompressed: config.precompress,
    }
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn subject(job: &Job) -> Option<&Subject> {
    match &job.work {
        Work::Of(subject) => Some(subject),
        Work::Picture(_)
        | Work::Icon(_)
        | Work::Pdf(_)
        | Work::SocialCard(_)
        | Work::Search(..)
        | Work::Ready(_) => None,
    }
}

fn moved(job: &Job) -> Option<Moved> {
    let Subject::Redirect(lead) = subject(job)? else { return None };
    let to = lead.to().encoded();
    let to = to.strip_suffix("index.html").filter(|to| to.is_empty() || to.ends_with('/'));
    let to = to.map_or_else(|| lead.to().encoded(), str::to_owned);
    // The one sign that a link may hold and that means a variable to nginx.
    Some(Moved { from: job.path.to_string(), to: to.replace('$', "%24") })
}

fn missing(job: &Job) -> Option<Missing> {
    matches!(subject(job)?, Subject::NotFound(_)).then(|| {
        let page = job.path.to_string();
        let folder = page[..page.len() - name_of(&page).len()].to_owned();
        Missing { folder, page }
    })
}

/// The files whose names hold their digests; for those of a folder in which there are no others,
/// the folder, for hosts count the lines.
fn forever(files: &Files) -> Vec<String> {
    let mut folders: BTreeMap<String, bool> = BTreeMap::new();
    for path in files.keys() {
        let is_digested = path.names_its_digest();
        let above = path.as_str().match_indices('/').map(|(at, _)| &path.as_str()[..=at]);
        for folder in above.filter(|folder| !folder.starts_with('.')) {
            let all = folders.entry(folder.to_owned()).or_insert(true);
            *all &= is_digested;
        }
    }
    let whole: Vec<&String> = folders.iter().filter(|(_, all)| **all).map(|own| own.0).collect();
    let digested = files.keys().filter(|path| path.names_its_digest()).map(OutputPath::as_str);
    let named = digested.map(|path| {
        let folder = whole.iter().find(|folder| path.starts_with(folder.as_str()));
        folder.map_or_else(|| path.to_owned(), |folder| format!("{folder}*"))
    });
    named.collect::<BTreeSet<String>>().into_iter().collect()
}
