//! Names of files that programs and systems leave behind, which are no part of a site.
//!
//! In: the name of a file or folder. Out: who left it. The table is the one place that knows:
//! the reading of the disk passes such files over, and a link to one is told why.

/// Who leaves files of such a name behind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftBy {
    /// A name that begins with a dot: hidden by every system but Windows.
    Hidden,
    /// Copies that editors keep while they write, and of what was written before.
    Editor,
    /// The lock files and drafts of office programs.
    Office,
    /// A download that is not complete.
    Download,
    /// What versions of a file that were merged by hand leave.
    Merge,
    /// The operating system, or a disk in the network.
    System,
}

/// How a name shows who left the file, in small letters.
enum Sign {
    /// The whole name.
    Whole(&'static str),
    /// How it begins.
    Head(&'static str),
    /// How it ends.
    Tail(&'static str),
    /// How it begins and ends.
    Around(&'static str, &'static str),
}

use LeftBy::{Download, Editor, Hidden, Merge, Office, System};
use Sign::{Around, Head, Tail, Whole};

const SIGNS: &[(LeftBy, Sign)] = &[
    // Microsoft Office: "Description of how Word creates temporary files" (KB 211632).
    (Office, Head("~$")),
    (Office, Around("~wrl", ".tmp")),
    (Office, Around("~wrd", ".tmp")),
    // LibreOffice: `.~lock.NAME#`; its head is that of every hidden file.
    (Office, Around(".~lock.", "#")),
    (Office, Tail(".laccdb")),
    (Hidden, Head(".")),
    // Emacs: "Backup Files" and "Auto Save Files"; Vim: `:help swap-file`, `:help backup`;
    // nano: `--tempfile` writes `.save`; JetBrains: "safe write".
    (Editor, Tail("~")),
    (Editor, Around("#", "#")),
    (Editor, Tail(".swp")),
    (Editor, Tail(".swo")),
    (Editor, Tail(".swn")),
    (Editor, Tail(".swx")),
    (Editor, Tail(".un~")),
    (Editor, Tail(".save")),
    (Editor, Tail(".autosave")),
    (Editor, Tail(".asd")),
    (Editor, Tail(".wbk")),
    (Editor, Tail(".kate-swp")),
    (Editor, Tail("___jb_tmp___")),
    (Editor, Tail("___jb_old___")),
    (Editor, Tail(".sublime-workspace")),
    (Editor, Tail(".bak")),
    (Editor, Tail(".bk")),
    (Editor, Tail(".bkp")),
    (Editor, Tail(".backup")),
    (Editor, Tail(".old")),
    (Editor, Tail(".tmp")),
    (Editor, Tail(".temp")),
    // Chromium, Firefox, Safari, Opera, Internet Explorer, aria2.
    (Download, Tail(".crdownload")),
    (Download, Tail(".part")),
    (Download, Tail(".partial")),
    (Download, Tail(".download")),
    (Download, Tail(".opdownload")),
    (Download, Tail(".aria2")),
    // patch(1), `git mergetool`, Subversion, CVS.
    (Merge, Tail(".orig")),
    (Merge, Tail(".rej")),
    (Merge, Tail(".mine")),
    (Merge, Whole("cvs")),
    // Windows: shell folders and shortcuts.
    (System, Whole("desktop.ini")),
    (System, Whole("thumbs.db")),
    (System, Around("ehthumbs", ".db")),
    (System, Whole("$recycle.bin")),
    (System, Whole("system volume information")),
    (System, Tail(".lnk")),
    // macOS: archives made by the Finder, icons of folders, bins of disks in the network.
    (System, Whole("__macosx")),
    (System, Whole("icon\r")),
    (System, Whole("network trash folder")),
    (System, Whole("temporary items")),
    // ext2fs; Synology and QNAP stations.
    (System, Whole("lost+found")),
    (System, Whole("@eadir")),
    (System, Whole("#recycle")),
    (System, Whole("@recycle")),
    (System, Whole("@recently-snapshot")),
];

/// Who left a file or folder of this name, if it is one that is left behind. Names are
/// compared without case, as the disks of those do who leave them.
pub fn left_by(name: &str) -> Option<LeftBy> {
    let name = name.to_lowercase();
    let found = SIGNS.iter().find(|(_, sign)| match sign {
        Whole(whole) => name == *whole,
        Head(head) => name.starts_with(head),
        Tail(tail) => name.ends_with(tail) && name.len() > tail.len(),
        Around(head, tail) => {
            name.len() > head.len() + tail.len() - 1
                && name.starts_with(head)
                && name.ends_with(tail)
        }
    });
    found.map(|(by, _)| *by)
}

/// Whether what has this name, so many folders below a folder of the site, is no part of the
/// site. `.well-known` is none of that: servers are asked for what is in it (RFC 8615); nor are the
/// hidden files by which people tell their host what to do.
pub(super) fn is_left_behind(depth: usize, name: &str) -> bool {
    let is_meant = depth == 1 && [".well-known", ".htaccess", ".nojekyll"].contains(&name);
    depth > 0 && !is_meant && left_by(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_is_known_by_its_name() {
        for (name, by) in [
            (".git", Hidden),
            (".~lock.a.ods#", Office),
            ("~$lich.xlsx", Office),
            ("~WRL0005.tmp", Office),
            ("a.md~", Editor),
            ("#a.md#", Editor),
            ("a.md.BAK", Editor),
            ("c.swp", Editor),
            ("a.pdf.crdownload", Download),
            ("b.md.orig", Merge),
            ("Desktop.ini", System),
            ("ehthumbs_vista.db", System),
            ("Icon\r", System),
            ("__MACOSX", System),
            ("#recycle", System),
        ] {
            assert_eq!(left_by(name), Some(by), "{name}");
        }
    }

    #[test]
    fn what_people_name_is_theirs() {
        for name in [
            "a (1).md",
            "a - Copy.pdf",
            "#1.pdf",
            "old.md",
            "temp",
            "tmp",
            "part",
            "bak.md",
            "thumbs.db.md",
            "_index.md",
            "~a.md",
            "con.download.pdf",
            "#",
        ] {
            assert_eq!(left_by(name), None, "{name}");
        }
    }
}
