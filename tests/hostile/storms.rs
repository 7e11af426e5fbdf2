//! Hundreds of builds that are killed, stopped and started beside each other. Whatever happens,
//! each file is wholly old or wholly new, and the next plain build completes the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::mutations::Dice;
use crate::site::{Site, bangtin, tree};

/// How many builds are killed.
const KILLS: usize = 200;

/// How many times two builds run at once.
const RACES: usize = 100;

/// How many pages the site has, of which a third are drafts.
const PAGES: usize = 36;

/// The files of an output folder with their bytes.
type Bytes = BTreeMap<PathBuf, Vec<u8>>;

/// A site with two outputs: without its drafts and with them. Each has pages and pictures that
/// the other lacks, and the pages of both differ.
struct Storm {
    site: Site,
    output: PathBuf,
    states: [Bytes; 2],
    dice: Dice,
    /// How long a build takes, and how long the part of it in which files are written.
    took: [Duration; 2],
}

impl Storm {
    fn new() -> Storm {
        let site = Site::good();
        let picture = fs::read(site.path("content/tin/anh/hinh.png")).unwrap();
        site.put("content/nhieu/_index.md", "---\ntitle: Nhiều\n---\n");
        for number in 0..PAGES {
            let folder = format!("content/nhieu/trang-{number}");
            let draft = number.is_multiple_of(3);
            let text = "Chữ. ".repeat(100);
            let page = format!(
                "---\ntitle: Trang {number}\ndraft: {draft}\n---\n\n{text}\n\n![Hình](hinh.png)\n"
            );
            site.put(&format!("{folder}/index.md"), page);
            if number.is_multiple_of(4) {
                site.put(&format!("{folder}/hinh.png"), &picture);
            } else {
                site.put(
                    &format!("{folder}/index.md"),
                    format!("---\ntitle: Trang {number}\ndraft: {draft}\n---\n\n{text}\n"),
                );
            }
        }
        let output = site.path("public");
        let mut storm = Storm {
            site,
            output,
            states: [Bytes::new(), Bytes::new()],
            dice: Dice(2026),
            took: [Duration::ZERO; 2],
        };
        for state in [1, 0] {
            let _ = fs::remove_dir_all(&storm.output);
            storm.took = storm.complete(state);
            storm.states[state] = bytes(&storm.output);
        }
        assert!(storm.states[0].len() < storm.states[1].len());
        storm
    }

    /// Starts a build of one of the states.
    fn start(&self, state: usize) -> Child {
        let mut program = bangtin();
        program.args(["build", "--quiet", "--root"]).arg(self.site.root());
        if state == 1 {
            program.arg("--drafts");
        }
        program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Builds to the end, without force; how long it took, and the writing of it.
    fn complete(&self, state: usize) -> [Duration; 2] {
        let began = Instant::now();
        let mut program = self.start(state);
        self.wait_for_writing(&mut program);
        let writing = Instant::now();
        assert_eq!(program.wait().unwrap().code(), Some(0));
        [began.elapsed(), writing.elapsed()]
    }

    /// Waits until files are written, or the program has ended.
    fn wait_for_writing(&self, program: &mut Child) {
        let staging = self.output.join(format!(".bangtin-staging-{}", program.id()));
        while !staging.exists() && program.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_micros(100));
        }
    }

    /// Some moment in the life of a build: in three of four cases while it writes.
    fn wait_a_while(&mut self, program: &mut Child) {
        let [whole, writing] = self.took;
        let most = if self.dice.below(4) == 0 {
            whole
        } else {
            self.wait_for_writing(program);
            writing
        };
        let most = usize::try_from(most.as_micros()).unwrap();
        thread::sleep(Duration::from_micros(self.dice.below(most).try_into().unwrap()));
    }

    /// Each file is of one of the states, at its own address; the manifest can be read.
    fn assert_whole(&self, what: &str) -> Bytes {
        let found = bytes(&self.output);
        for (path, bytes) in &found {
            let is_known = self.states.iter().any(|state| state.get(path) == Some(bytes));
            let is_manifest = path == Path::new("manifest.json");
            assert!(is_known || is_manifest, "{what}: {} is neither old nor new", path.display());
        }
        let manifest = &found[Path::new("manifest.json")];
        serde_json::from_slice::<serde_json::Value>(manifest).unwrap();
        found
    }

    /// From one whole state to the other: first what pages show, then pages, then removals.
    fn assert_order(&self, found: &Bytes, [before, after]: [&Bytes; 2]) {
        let is_page = |path: &Path| path.extension().is_some_and(|ending| ending == "html");
        let differs = |path: &&PathBuf| before.get(*path) != after.get(*path);
        let (pages, assets): (BTreeSet<&PathBuf>, BTreeSet<&PathBuf>) =
            after.keys().filter(differs).partition(|path| is_page(path));
        let is_there = |path: &&PathBuf| found.get(*path) == after.get(*path);
        let mut assets = assets.iter().filter(|path| path.as_path() != Path::new("manifest.json"));
        if pages.iter().any(is_there) {
            assert!(assets.all(is_there), "a page stands there before what it shows");
        }
        let is_gone = |path: &&PathBuf| !after.contains_key(*path) && !found.contains_key(*path);
        if before.keys().any(|path| is_gone(&path)) {
            assert!(pages.iter().all(is_there), "a page was removed before others came");
        }
    }

    fn assert_complete(&self, state: usize, what: &str) {
        let found = bytes(&self.output);
        let wanted = &self.states[state];
        let all = found.keys().chain(wanted.keys());
        let differing: Vec<_> = all.filter(|path| found.get(*path) != wanted.get(*path)).collect();
        assert!(differing.is_empty(), "{what}: not the bytes of a cold build: {differing:?}");
    }
}

/// The files below a folder, but for the lock and what waits in it, which end with the next build.
fn bytes(folder: &Path) -> Bytes {
    let is_ours = |path: &Path| path.to_str().unwrap().starts_with(".bangtin-");
    let all = tree(folder).into_iter().filter(|(path, _)| !is_ours(path));
    all.filter_map(|(path, (bytes, _))| Some((path, bytes?))).collect()
}

fn signal(name: &str, program: &Child) {
    // It may have ended a moment ago.
    let _ =
        Command::new("kill").args([name, &program.id().to_string()]).stderr(Stdio::null()).status();
}

#[test]
fn two_hundred_builds_that_are_killed_leave_whole_files() {
    let mut storm = Storm::new();
    let (mut caught, mut mixed, mut whole) = (0, 0, Some(0));
    let mut number = 0;
    // On a busy machine many end before they are killed, so there are more tries.
    while number < KILLS || (number < 4 * KILLS && (caught < KILLS / 4 || mixed < 5)) {
        number += 1;
        let state = match whole {
            Some(state) => 1 - state,
            None => storm.dice.below(2),
        };
        let mut program = storm.start(state);
        storm.wait_a_while(&mut program);
        caught += usize::from(program.try_wait().unwrap().is_none());
        program.kill().unwrap();
        program.wait().unwrap();
        let found = storm.assert_whole(&format!("kill {number}"));
        mixed += usize::from(storm.states.iter().all(|state| found != *state));
        if let Some(before) = whole {
            storm.assert_order(&found, [&storm.states[before], &storm.states[state]]);
        }
        whole = None;
        if number % 3 == 2 {
            let state = storm.dice.below(2);
            storm.complete(state);
            storm.assert_complete(state, &format!("after kill {number}"));
            assert!(!storm.output.join(".bangtin-lock").exists());
            whole = Some(state);
        }
    }
    storm.complete(0);
    storm.assert_complete(0, "in the end");
    assert!(caught >= KILLS / 4 && mixed >= 5, "stopped in time: {caught}, half-way: {mixed}");
}

#[test]
fn a_hundred_pairs_of_builds_at_once_leave_one_whole_site() {
    let mut storm = Storm::new();
    for number in 0..RACES {
        if number.is_multiple_of(3) {
            // What is kept may vanish at any moment.
            let _ = fs::remove_dir_all(storm.site.path(".bangtin"));
        }
        let first = storm.dice.below(2);
        let mut one = storm.start(first);
        thread::sleep(Duration::from_millis(storm.dice.below(30).try_into().unwrap()));
        let mut other = storm.start(1 - first);
        let what = format!("race {number}");
        match number % 4 {
            // Left alone.
            0 | 1 => {}
            2 => {
                storm.wait_a_while(&mut one);
                signal("-STOP", &one);
                thread::sleep(Duration::from_millis(20));
                signal("-CONT", &one);
            }
            _ => {
                storm.wait_a_while(&mut one);
                one.kill().unwrap();
            }
        }
        let [one, other] = [one.wait().unwrap(), other.wait().unwrap()];
        assert_eq!(other.code(), Some(0), "{what}");
        let found = storm.assert_whole(&what);
        if one.code() == Some(0) {
            let is_whole = storm.states.contains(&found);
            assert!(is_whole, "{what}: the last that wrote has written all");
        } else {
            assert!(number % 4 == 3, "{what}: both are good");
            // Who was started first need not have written first: what the dead left half-way
            // stays so until the next build, and no longer.
            storm.complete(1 - first);
            storm.assert_complete(1 - first, &what);
        }
        assert!(!storm.output.join(".bangtin-lock").exists(), "{what}");
    }
    storm.complete(0);
    storm.assert_complete(0, "in the end");
}

/// A build that was stopped, and tried again if it had ended before.
fn stopped_while_it_holds_the_lock(site: &Site) -> Child {
    let lock = site.path("public/.bangtin-lock");
    loop {
        let mut program = bangtin();
        program.args(["build", "--quiet", "--root"]).arg(site.root());
        let mut program = program.stderr(Stdio::null()).spawn().unwrap();
        while !lock.exists() && program.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_micros(100));
        }
        signal("-STOP", &program);
        if lock.exists() && program.try_wait().unwrap().is_none() {
            return program;
        }
        signal("-CONT", &program);
        program.wait().unwrap();
    }
}

#[test]
fn a_build_beside_one_that_does_not_end_says_so_and_writes_nothing() {
    let site = Site::good();
    site.put("content/tin/moi.md", "---\ntitle: Mới\n---\n");
    let mut stopped = stopped_while_it_holds_the_lock(&site);
    let before = bytes(&site.path("public"));
    let began = Instant::now();
    let ran = site.run(&["build", "--lang", "en"]);
    assert!(began.elapsed() > Duration::from_secs(9));
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    let waits =
        format!("another `bangtin build` is writing to `{}`", site.path("public").display());
    assert!(ran.stderr.contains(&waits) && ran.stderr.contains("error[B603]"), "{}", ran.stderr);
    assert_eq!(bytes(&site.path("public")), before);
    // Another output folder of the same site is free.
    let elsewhere = site.path("khac");
    assert_eq!(site.run(&["build", "--output-dir", elsewhere.to_str().unwrap()]).code, 0);
    stopped.kill().unwrap();
    stopped.wait().unwrap();
    assert_eq!(site.build("en").code, 0, "the dead hold nobody up");
    assert!(site.path("public/tin/moi/index.html").exists());
}
