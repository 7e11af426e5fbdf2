//! All that staff, disks and strangers can do to a site, done to the real program.
//!
//! Each case starts from a small good site that was built once, does one thing wrong,
//! builds again, and looks at what is said and at every byte below `public/`.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test of what is on the disk and when")]
#![expect(clippy::unwrap_used, reason = "a test fails where anything goes wrong")]

mod again;
mod cases;
mod disk;
#[cfg(target_os = "linux")]
mod growth;
mod kept;
mod killed;
mod mended;
mod mutations;
mod output;
mod own_folder;
mod site;
mod storms;
mod talks;
mod terminal;
mod together;
