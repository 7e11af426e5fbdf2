//! How near the site is to what a named host takes, so that people hear of it before an upload is
//! refused. The numbers are those that the hosts publish for their free plans.

use std::collections::BTreeMap;

use crate::config::{Host, SITE_FILE};
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::outputs::jobs::Plan;
use crate::public::{File, Files, OutputPath};
use crate::sources::SourcePath;

/// From how many hundredths of a limit on it is told.
const NEAR: u64 = 80;

/// What a host has a limit for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum What {
    /// The files of the site.
    Files,
    /// The files and folders of the site.
    Entries,
    /// The files of one folder.
    FolderFiles,
    /// The bytes of one file.
    FileBytes,
    /// The bytes of all files.
    SiteBytes,
    /// The lines of `_redirects` without `*`.
    Redirects,
    /// The rules of `_headers`.
    HeaderRules,
}

/// What a host takes at most.
fn limits(host: Host) -> &'static [(What, u64)] {
    match host {
        // docs.netlify.com/site-deploys/overview: deploys fail with more files in one folder.
        Host::Netlify => &[(What::FolderFiles, 54_000)],
        // developers.cloudflare.com/pages/platform/limits (files, size of a file, headers) and
        // …/pages/configuration/redirects.
        Host::Cloudflare => &[
            (What::Files, 20_000),
            (What::FileBytes, 25 << 20),
            (What::Redirects, 2_000),
            (What::HeaderRules, 100),
        ],
        // docs.github.com/pages/getting-started-with-github-pages/github-pages-limits, and
        // “About large files on GitHub” of the same for a single file.
        Host::GithubPages => &[(What::SiteBytes, 1_000_000_000), (What::FileBytes, 100 << 20)],
        // docs.gitlab.com/user/gitlab_com/#gitlab-pages and
        // docs.gitlab.com/administration/instance_limits, which counts folders too.
        Host::GitlabPages => &[(What::SiteBytes, 1_000_000_000), (What::Entries, 200_000)],
        // What one's own server takes, nobody publishes.
        Host::Apache | Host::Iis | Host::Nginx | Host::Caddy => &[],
    }
}

/// What is to be said of the limits of each host that the settings name.
pub(super) fn near_limits(plan: &Plan, files: &Files) -> Vec<Diagnostic> {
    let config = &plan.common.site.config;
    let mut all = Vec::new();
    for host in &config.hosts {
        for (what, most) in limits(host.value) {
            let Some((has, where_)) = measure(*what, files) else { continue };
            if has * 100 < most * NEAR {
                continue;
            }
            let near = Near { host: host.value, what: *what, most: *most, has };
            let place = Place::within(&SourcePath::new(SITE_FILE), &config.text, host.span);
            let hint = near.hint(&where_, config.precompress);
            all.push(
                Diagnostic::warning(Code::HostLimit, near.message(&where_)).hint(hint).at(place),
            );
        }
    }
    all
}

/// How much of something the site has, with the file or folder that has most of it.
fn measure(what: What, files: &Files) -> Option<(u64, String)> {
    let of_all = |number: u64| Some((number, String::new()));
    match what {
        What::Files => of_all(files.len() as u64),
        What::Entries => of_all((files.len() + folders(files).len()) as u64),
        What::FolderFiles => {
            let fullest = folders(files).into_iter().max_by_key(|(_, number)| *number);
            fullest.map(|(folder, number)| (number, folder.to_owned()))
        }
        What::FileBytes => {
            let largest = files.iter().max_by_key(|(_, file)| file.len());
            largest.map(|(path, file)| (file.len(), path.to_string()))
        }
        What::SiteBytes => of_all(files.values().map(File::len).sum()),
        What::Redirects => of_all(lines(files, "_redirects", |line| line.ends_with(" 301"))),
        What::HeaderRules => of_all(lines(files, "_headers", |line| line.starts_with('/'))),
    }
}

/// How many files each folder holds, itself and not what lies deeper.
fn folders(files: &Files) -> BTreeMap<&str, u64> {
    let mut folders = BTreeMap::new();
    for path in files.keys() {
        let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder).or_default() += 1;
    }
    folders
}

/// The lines of a file that this program made. Nobody counts in one of the author's own.
fn lines(files: &Files, name: &str, counts: fn(&str) -> bool) -> u64 {
    let file = OutputPath::parse(name).and_then(|path| files.get(&path));
    let text = match file {
        Some(File::Made(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        Some(File::Copied { .. } | File::Spooled { .. }) | None => return 0,
    };
    text.lines().filter(|line| counts(line)).count() as u64
}

/// A limit that is near.
struct Near {
    host: Host,
    what: What,
    most: u64,
    has: u64,
}

impl Near {
    fn message(&self, where_: &str) -> Say {
        let (host, percent) = (self.host.name(), self.has * 100 / self.most);
        let (most, has) = (self.amount(self.most), self.amount(self.has));
        let (vi, en) = match self.what {
            What::Files => (
                format!("nhận nhiều nhất {} tệp; trang web có {}", most.vi, has.vi),
                format!("takes at most {} files; the site has {}", most.en, has.en),
            ),
            What::Entries => (
                format!("nhận nhiều nhất {} tệp và thư mục; trang web có {}", most.vi, has.vi),
                format!("takes at most {} files and folders; the site has {}", most.en, has.en),
            ),
            What::FolderFiles => (
                format!(
                    "nhận nhiều nhất {} tệp trong một thư mục; `{where_}/` có {}",
                    most.vi, has.vi
                ),
                format!(
                    "takes at most {} files in one folder; `{where_}/` has {}",
                    most.en, has.en
                ),
            ),
            What::FileBytes => (
                format!("nhận tệp nặng nhất {}; `{where_}` nặng {}", most.vi, has.vi),
                format!("takes files of at most {}; `{where_}` has {}", most.en, has.en),
            ),
            What::SiteBytes => (
                format!("nhận trang web nặng nhất {}; trang này nặng {}", most.vi, has.vi),
                format!("takes sites of at most {}; this one has {}", most.en, has.en),
            ),
            What::Redirects => (
                format!(
                    "nhận nhiều nhất {} dòng chuyển địa chỉ cũ; trang web cần {}",
                    most.vi, has.vi
                ),
                format!(
                    "takes at most {} lines for old addresses; the site needs {}",
                    most.en, has.en
                ),
            ),
            What::HeaderRules => (
                format!(
                    "nhận nhiều nhất {} quy tắc trong `_headers`; trang web cần {}",
                    most.vi, has.vi
                ),
                format!("takes at most {} rules in `_headers`; the site needs {}", most.en, has.en),
            ),
        };
        Say {
            vi: format!("`{host}` {vi} ({percent} %)"),
            en: format!("`{host}` {en} ({percent} %)"),
        }
    }

    fn hint(&self, where_: &str, is_precompressed: bool) -> Say {
        let host = self.host.name();
        let is_files = matches!(self.what, What::Files | What::Entries | What::FolderFiles);
        // Of these only GitLab sends what was compressed before.
        let is_idle = is_precompressed && self.host != Host::GitlabPages;
        match self.what {
            What::Files | What::Entries | What::FolderFiles | What::SiteBytes
                if is_idle && is_files =>
            {
                say!(
                    "bỏ dòng `precompress: true`: `{host}` tự nén lấy, không dùng các tệp `.gz` và `.br`",
                    "take away the line `precompress: true`: `{host}` compresses by itself and does not use the files `.gz` and `.br`"
                )
            }
            What::Files | What::Entries | What::FolderFiles | What::SiteBytes => say!(
                "bớt hình và tệp tải về, đặt `expiry_date` cho trang cũ, nâng gói dịch vụ, hoặc chuyển sang máy chủ riêng (`host: nginx`)",
                "publish fewer pictures and downloads, give old pages an `expiry_date`, take a larger plan, or move to a server of your own (`host: nginx`)"
            ),
            What::FileBytes => say!(
                "làm nhẹ hoặc tách `{where_}`, hoặc đưa tệp lên nơi khác và dẫn đến đó",
                "make `{where_}` smaller or split it, or put it elsewhere and link to it"
            ),
            What::Redirects => say!(
                "bỏ những dòng `aliases` lâu năm không còn ai dùng; trang ở địa chỉ cũ vẫn tự dẫn đi khi không có dòng chuyển",
                "take away `aliases` that nobody has used for years; where a line is missing, the page at the old address still leads on"
            ),
            What::HeaderRules => say!(
                "bớt loại tệp khác nhau trong `content`, hoặc tự viết `content/_headers`",
                "use fewer kinds of files in `content`, or write a `content/_headers` of your own"
            ),
        }
    }

    /// A number as people read it: of bytes, in megabytes.
    fn amount(&self, number: u64) -> Say {
        match self.what {
            What::FileBytes | What::SiteBytes => {
                let tenths = number / 100_000;
                let (whole, tenth) = (tenths / 10, tenths % 10);
                let (vi, en) = (grouped(whole, '.'), grouped(whole, ','));
                Say { vi: format!("{vi},{tenth} MB"), en: format!("{en}.{tenth} MB") }
            }
            What::Files
            | What::Entries
            | What::FolderFiles
            | What::Redirects
            | What::HeaderRules => Say { vi: grouped(number, '.'), en: grouped(number, ',') },
        }
    }
}

/// A number with a sign between each three digits.
fn grouped(number: u64, sign: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_told_in_numbers_that_people_read() {
        let near = Near { host: Host::Cloudflare, what: What::Files, most: 20_000, has: 16_001 };
        let Say { vi, en } = near.message("");
        assert_eq!(en, "`cloudflare` takes at most 20,000 files; the site has 16,001 (80 %)");
        assert_eq!(vi, "`cloudflare` nhận nhiều nhất 20.000 tệp; trang web có 16.001 (80 %)");
        let near = Near { what: What::FileBytes, most: 25 << 20, has: 24 << 20, ..near };
        let told = near.message("a.pdf").vi;
        assert_eq!(told, "`cloudflare` nhận tệp nặng nhất 26,2 MB; `a.pdf` nặng 25,1 MB (96 %)");
    }

    #[test]
    fn what_a_site_has_is_counted_as_hosts_count() {
        let path = |name: &str| OutputPath::parse(name).unwrap();
        let rules = "# a\n/*\n  A: b\n\n/*.ics\n  C: d\n";
        let lines = "/a /b 301!\n/a /b 301\n/en/* /en/404.html 404\n";
        let all = [
            ("a/b/c.txt", "1234"),
            ("a/b/d.txt", "12"),
            ("_headers", rules),
            ("_redirects", lines),
        ];
        let files: Files =
            all.iter().map(|(name, text)| (path(name), File::made(text.as_bytes()))).collect();
        let total = (6 + rules.len() + lines.len()) as u64;
        for (what, has, place) in [
            (What::Files, 4, ""),
            (What::Entries, 6, ""),
            (What::FolderFiles, 2, "a/b"),
            (What::FileBytes, lines.len() as u64, "_redirects"),
            (What::SiteBytes, total, ""),
            (What::Redirects, 1, ""),
            (What::HeaderRules, 2, ""),
        ] {
            assert_eq!(measure(what, &files), Some((has, place.to_owned())), "{what:?}");
        }
    }
}
