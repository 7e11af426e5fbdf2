//! How long a whole build takes beside `cp -r` of its own output, how much of it is done
//! again when nothing changed, what social cards add, and what a schedule of 500 events
//! costs. Run:
//! `cargo bench --bench build [-- PAGES]`.
//!
//! Quote the ratios: seconds depend on the machine. Everything lies on a file system in
//! memory where there is one, and the two commands take turns.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, writes its corpus and prints its table"
)]

mod corpus;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs, io};

const ROUNDS: usize = 7;

/// The events of the large schedule.
const EVENTS: usize = 500;

/// How many times a second the kernel counts the processor's time (`USER_HZ` of Linux).
const TICKS: f64 = 100.0;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    if let [_, write, folder, pages, ..] = arguments.as_slice()
        && write == "--write"
    {
        // For `hugo.py`, which puts another program beside this one.
        return corpus::write(Path::new(folder), pages.parse().unwrap_or(2_000));
    }
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let work = tempfile::Builder::new().prefix("bangtin-bench-").tempdir_in(folder)?;
    articles(work.path())?;
    schedule(work.path())
}

/// Many pages: time by the wall.
fn articles(work: &Path) -> io::Result<()> {
    let pages = env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(2_000);
    let (site, output, copy) = (work.join("site"), work.join("output"), work.join("copy"));
    corpus::write(&site, pages)?;
    let (mut cold, mut warm, mut copied) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        remove(&output)?;
        remove(&copy)?;
        cold.push(seconds(&mut bangtin(&site, &output)));
        copied.push(seconds(Command::new("cp").arg("-r").arg(&output).arg(&copy)));
        warm.push(seconds(&mut bangtin(&site, &output)));
    }
    let (cold, warm, copied) = (median(cold), median(warm), median(copied));
    println!("{pages} pages, {} files, median of {ROUNDS} rounds", count(&output)?);
    println!("cp -r of the output      {copied:.3} s");
    println!("build, nothing there     {cold:.3} s   {:.2} x cp -r", cold / copied);
    println!("build, nothing changed   {warm:.3} s   {:.2} x the first", warm / cold);
    corpus::write_settings(&site, true)?;
    remove(&output)?;
    let cards = seconds(&mut bangtin(&site, &output));
    println!("build with social cards  {cards:.3} s   {:.2} x without", cards / cold);
    Ok(())
}

/// One large schedule: time of the processor, on all cores together.
fn schedule(work: &Path) -> io::Result<()> {
    let (site, output) = (work.join("schedule"), work.join("schedule-output"));
    corpus::write_schedule(&site, EVENTS)?;
    let mut used = Vec::new();
    for _ in 0..ROUNDS {
        remove(&output)?;
        let before = processor_seconds();
        seconds(&mut bangtin(&site, &output));
        used.extend(processor_seconds().zip(before).map(|(after, before)| after - before));
    }
    println!("{EVENTS} events, {} files, median of {ROUNDS} rounds", count(&output)?);
    match used.is_empty() {
        true => println!("no /proc/self/stat here, so the processor's time is not known"),
        false => println!("build, nothing there     {:.2} s of the processor", median(used)),
    }
    Ok(())
}

/// The processor's time that the commands of this program took so far, as Linux counts it:
/// `cutime` and `cstime` of proc_pid_stat(5), fields 16 and 17.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = |field: usize| fields.split_whitespace().nth(field - 3)?.parse::<f64>().ok();
    Some((ticks(16)? + ticks(17)?) / TICKS)
}

fn bangtin(site: &Path, output: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bangtin"));
    command.args(["build", "--quiet", "--now", "2026-11-20", "--root"]).arg(site);
    command.arg("--output-dir").arg(output);
    command
}

fn seconds(command: &mut Command) -> f64 {
    let started = Instant::now();
    let status = command.stdin(Stdio::null()).status().expect("the command starts");
    assert!(status.success(), "{command:?} failed");
    started.elapsed().as_secs_f64()
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

fn remove(folder: &PathBuf) -> io::Result<()> {
    if folder.is_dir() { fs::remove_dir_all(folder) } else { Ok(()) }
}

fn count(folder: &Path) -> io::Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        files += if path.is_dir() { count(&path)? } else { 1 };
    }
    Ok(files)
}
