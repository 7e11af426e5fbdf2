//! `host:`: where the site is published, as far as that asks for files or has limits.

use crate::yaml::{Fields, Marked, Node, Reading, Value, word_of};

/// Who gives the site out: a service, or a program on a server of one's own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Host {
    /// netlify.com.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// The Apache HTTP Server, which most rented web space runs on.
    Apache,
    /// Internet Information Services, the server of Windows.
    Iis,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// GitHub Pages.
    GithubPages,
    /// GitLab Pages.
    GitlabPages,
}

impl Host {
    /// Every host by the name that people write.
    pub const ALL: [(&'static str, Host); 8] = [
        ("netlify", Host::Netlify),
        ("cloudflare", Host::Cloudflare),
        ("apache", Host::Apache),
        ("iis", Host::Iis),
        ("nginx", Host::Nginx),
        ("caddy", Host::Caddy),
        ("github-pages", Host::GithubPages),
        ("gitlab-pages", Host::GitlabPages),
    ];

    /// The name that people write.
    pub fn name(self) -> &'static str {
        Host::ALL.iter().find(|(_, host)| *host == self).map_or("", |(name, _)| name)
    }

    /// The files at the root of the site that this host obeys.
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Host::Netlify | Host::Cloudflare => &["_headers", "_redirects"],
            Host::Apache => &[".htaccess"],
            Host::Iis => &["web.config"],
            Host::GithubPages => &[".nojekyll"],
            // Both read their settings from a place of their own, with more rights than those
            // who publish a site should have.
            Host::Nginx | Host::Caddy => &[],
            Host::GitlabPages => &[],
        }
    }
}

/// Reads `host:`, one name or a list of them; each counts once.
pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Vec<Marked<Host>> {
    let Some(node) = fields.take("host") else { return Vec::new() };
    let nodes: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Null
        | Value::Unknown
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Map(_) => {
            vec![node]
        }
    };
    let mut hosts: Vec<Marked<Host>> = Vec::new();
    for node in nodes {
        let Some(value) = word_of(node, "host", &Host::ALL, reading) else { continue };
        if hosts.iter().all(|known| known.value != value) {
            hosts.push(Marked { value, span: node.span });
        }
    }
    hosts
}
