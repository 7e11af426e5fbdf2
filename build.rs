//! Puts the default theme and the files of `bangtin init` inside the program.
#![expect(clippy::disallowed_methods, reason = "a build script reads and writes the disk")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let theme = table(&root, &root.join("themes/civic"), "EMBEDDED_THEMES")?;
    fs::write(out.join("embedded_themes.rs"), theme)?;
    let starter =
        table(&root.join("src/commands/starter"), &root.join("src/commands/starter"), "STARTER")?;
    fs::write(out.join("embedded_starter.rs"), starter)?;
    println!("cargo::rerun-if-changed=themes/civic");
    println!("cargo::rerun-if-changed=src/commands/starter");
    Ok(())
}

/// One constant: every file below `folder`, by its path from `root`, in order.
fn table(root: &Path, folder: &Path, name: &str) -> io::Result<String> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    files.sort();
    let mut text = format!("const {name}: &[(&str, &[u8])] = &[\n");
    for file in files {
        let path =
            file.strip_prefix(root).expect("below root").to_string_lossy().replace('\\', "/");
        writeln!(text, "    ({path:?}, include_bytes!({:?})),", file.display().to_string())
            .expect("a string takes all");
    }
    text.push_str("];\n");
    Ok(text)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
