//! A build that is stopped half-way leaves a site that works, and the next one completes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::site::{Site, bangtin, bytes, tree};

/// How many pages the site has.
const PAGES: usize = 400;

/// When the program is stopped.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So many milliseconds after the first file waits to be put into its place.
    Waiting(u64),
    /// When the manifest names the files of both runs.
    Beginning,
    /// When this page has been put into its place.
    Page(usize),
}

const MOMENTS: [Moment; 12] = [
    Moment::Waiting(0),
    Moment::Beginning,
    Moment::Page(100),
    Moment::Waiting(5),
    Moment::Page(200),
    Moment::Page(300),
    Moment::Beginning,
    Moment::Waiting(20),
    Moment::Page(400),
    Moment::Page(60),
    Moment::Waiting(60),
    Moment::Page(99),
];

/// The pages of one state of the site: some are in both, some in one of them only.
fn write_pages(site: &Site, new: bool) {
    let folder = site.path("content/nhieu");
    let _ = fs::remove_dir_all(&folder);
    let (word, first) = if new { ("mới", 40) } else { ("cũ", 0) };
    site.put("content/nhieu/_index.md", format!("---\ntitle: Bản {word}\nslug: nhieu\n---\n"));
    for number in first..first + PAGES {
        let text = format!("Chữ {word}. ").repeat(50);
        let page = format!("---\ntitle: Trang {number}\n---\n\n{text}\n");
        site.put(&format!("content/nhieu/trang-{number}.md"), page);
    }
    // A file becomes a folder and back.
    let odd = if new { "content/nhieu/x/tep.txt" } else { "content/nhieu/x" };
    site.put(odd, word);
}

fn start(site: &Site, output: &Path) -> Child {
    let mut program = bangtin();
    program.args(["build", "--quiet", "--root"]).arg(site.root()).arg("--output-dir").arg(output);
    program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn build(site: &Site, output: &Path) {
    assert_eq!(start(site, output).wait().unwrap().code(), Some(0), "without --force");
}

type Bytes = BTreeMap<PathBuf, Option<Vec<u8>>>;

fn fresh(site: &Site, name: &str) -> Bytes {
    let output = site.path(name);
    build(site, &output);
    tree(&output).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

/// Waits for the moment and stops the program there; whether it was still at work.
fn stop_at(moment: Moment, program: &mut Child, output: &Path) -> bool {
    let began = Instant::now();
    let page = |number: usize| {
        let page = output.join(format!("nhieu/trang-{number}/index.html"));
        page.metadata().and_then(|metadata| metadata.modified()).ok()
    };
    let before = if let Moment::Page(number) = moment { page(number) } else { None };
    let waiting = output.join(format!(".bangtin-staging-{}", program.id()));
    let has_come = || match moment {
        Moment::Waiting(_) => fs::read_dir(&waiting).is_ok_and(|mut files| files.next().is_some()),
        Moment::Beginning => fs::read(output.join("manifest.json"))
            .is_ok_and(|text| text.windows(10).any(|words| words == b"unfinished")),
        Moment::Page(number) => page(number) != before,
    };
    while !has_come() && program.try_wait().unwrap().is_none() {
        assert!(began.elapsed() < Duration::from_secs(120), "the build takes too long");
    }
    if let Moment::Waiting(milliseconds) = moment {
        thread::sleep(Duration::from_millis(milliseconds));
    }
    let was_at_work = program.try_wait().unwrap().is_none();
    program.kill().unwrap();
    program.wait().unwrap();
    was_at_work
}

#[test]
fn a_build_that_is_killed_anywhere_is_completed_by_the_next() {
    let (old, new) = (Site::good(), Site::good());
    write_pages(&old, false);
    write_pages(&new, true);
    let states = [fresh(&old, "moi-tinh"), fresh(&new, "moi-tinh")];
    let output = old.path("public");
    build(&old, &output);
    let (mut caught, mut mixed) = (0, 0);
    for (round, moment) in MOMENTS.into_iter().enumerate() {
        let (site, goal) = if round % 2 == 0 { (&new, &states[1]) } else { (&old, &states[0]) };
        let mut program = start(site, &output);
        caught += usize::from(stop_at(moment, &mut program, &output));
        mixed += usize::from(assert_each_page_is_whole(&output, &states, moment));
        build(site, &output);
        let after = tree(&output);
        let expected: BTreeMap<&Path, Option<&[u8]>> =
            goal.iter().map(|(path, bytes)| (path.as_path(), bytes.as_deref())).collect();
        let paths =
            |all: &BTreeMap<&Path, _>| all.keys().map(|p| p.to_path_buf()).collect::<Vec<_>>();
        assert_eq!(paths(&bytes(&after)), paths(&expected), "{moment:?}");
        assert!(bytes(&after) == expected, "{moment:?}: not the bytes of a fresh build");
    }
    assert!(caught >= 6 && mixed >= 1, "stopped in time: {caught}, between two files: {mixed}");
}

/// Whether pages of both states stand beside each other; each of them must be whole.
fn assert_each_page_is_whole(output: &Path, states: &[Bytes; 2], moment: Moment) -> bool {
    let mut seen = [false; 2];
    for (path, (bytes, _)) in tree(output) {
        // The lock, and what waits.
        let is_ours = path.to_str().unwrap().starts_with(".bangtin-");
        if is_ours || bytes.is_none() || path == Path::new("manifest.json") {
            continue;
        }
        let is_of = |state: &Bytes| state.get(&path) == Some(&bytes);
        let [old, new] = [is_of(&states[0]), is_of(&states[1])];
        assert!(old || new, "{moment:?}: {} is neither old nor new", path.display());
        seen = [seen[0] || (old && !new), seen[1] || (new && !old)];
    }
    serde_json::from_slice::<serde_json::Value>(&fs::read(output.join("manifest.json")).unwrap())
        .unwrap();
    seen == [true; 2]
}
