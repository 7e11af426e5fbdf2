//! What the name of a file says about publishing it.

use crate::content::data::data_file_meant;
use crate::site::Asset;
use crate::sources::SourcePath;

/// Sheets, documents and slides: they hold more than is seen, such as hidden columns, earlier
/// wordings and the names of those who wrote them.
const OFFICE: &[&str] = &[
    "accdb", "csv", "doc", "docm", "docx", "dot", "dotx", "eml", "fodp", "fods", "fodt", "key",
    "mdb", "msg", "numbers", "odg", "odp", "ods", "odt", "one", "pages", "pps", "ppsx", "ppt",
    "pptm", "pptx", "pub", "rtf", "tsv", "vsd", "vsdx", "wps", "xls", "xlsb", "xlsm", "xlsx",
    "xlt", "xltx",
];

/// Files that a browser runs in the name of the site that it has them from, or reads as pages
/// (HTML Standard 7.5.1 and MIME Sniffing 4.6).
const IN_BROWSERS: &[&str] = &[
    "cjs", "hta", "htc", "htm", "html", "js", "mht", "mhtml", "mjs", "rdf", "shtm", "shtml", "stm",
    "swf", "wasm", "xht", "xhtm", "xhtml", "xml", "xsl", "xslt",
];

/// Files that a server may run, or obey.
const ON_SERVERS: &[&str] = &[
    "ascx", "ashx", "asmx", "asp", "aspx", "cfm", "cgi", "fcgi", "jsp", "jspx", "phar", "php",
    "php3", "php4", "php5", "php7", "php8", "phps", "phtml", "pl", "py", "rb",
];

/// Files that a server obeys, whole names.
const OBEYED: &[&str] = &[".htaccess", "web.config"];

/// Texts with marks that are no pages of this program, whatever they begin with.
const MARKDOWN: &[&str] =
    &["markdown", "mdown", "mdtext", "mdwn", "mdx", "mkd", "mkdn", "qmd", "rmd"];

/// What other generators make pages of where it has front matter.
const PAGES: &[&str] = &[
    "adoc", "asciidoc", "gmi", "haml", "htm", "html", "liquid", "njk", "org", "pug", "rst",
    "textile", "txt", "xhtml",
];

/// Who may run a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Runner {
    /// The browser of whoever opens it.
    Browser,
    /// The server that it is published on.
    Server,
}

/// Whether a file goes out only where a page names it.
pub(super) fn is_office(path: &SourcePath) -> bool {
    OFFICE.contains(&path.extension().as_str())
}

/// Who may run a file of this name. One name may have several endings that servers look at
/// (`a.php.txt`), so each counts for them.
pub(super) fn runner(path: &SourcePath) -> Option<Runner> {
    let name = path.file_name().to_ascii_lowercase();
    let is_obeyed = OBEYED.contains(&name.as_str());
    if is_obeyed || name.split('.').skip(1).any(|part| ON_SERVERS.contains(&part)) {
        return Some(Runner::Server);
    }
    IN_BROWSERS.contains(&path.extension().as_str()).then_some(Runner::Browser)
}

/// Texts of word processors, which people take for pages.
const DOCUMENTS: &[&str] = &["doc", "docx", "fodt", "odt", "rtf", "wps"];

/// Whether a file is a text of a word processor.
pub(super) fn is_document(path: &SourcePath) -> bool {
    DOCUMENTS.contains(&path.extension().as_str())
}

/// Whether a file was saved with a second ending, which Windows hides: `bai.md.txt`.
pub(super) fn has_hidden_ending(path: &SourcePath) -> bool {
    path.file_name().to_ascii_lowercase().ends_with(".md.txt")
}

/// Where a file of data belongs that lies outside the folder of data, if it is one.
pub(super) fn data_home(path: &SourcePath) -> Option<String> {
    let is_yaml = ["yaml", "yml"].contains(&path.extension().as_str());
    let folder = path.folder().rsplit('/').next().unwrap_or_default().to_lowercase();
    let is_of_data = ["data", "_data", "du-lieu"].contains(&folder.as_str());
    match data_file_meant(path).filter(|_| is_yaml) {
        Some(known) => Some(format!("content/_data/{known}.yaml")),
        None => (is_yaml && is_of_data).then(|| format!("content/_data/{}", path.file_name())),
    }
}

/// Whether a file was written as a page, for another program or under another ending.
pub(super) fn is_page(path: &SourcePath, asset: &Asset) -> bool {
    if has_hidden_ending(path) {
        return true;
    }
    let extension = path.extension();
    MARKDOWN.contains(&extension.as_str())
        || (asset.file.has_front_matter && PAGES.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_that_a_server_looks_at_counts() {
        for (name, runner_of) in [
            ("content/a.HTML", Some(Runner::Browser)),
            ("content/a.php", Some(Runner::Server)),
            ("content/a.php.txt", Some(Runner::Server)),
            ("content/web.config", Some(Runner::Server)),
            ("content/.htaccess", Some(Runner::Server)),
            ("content/php", None),
            ("content/a.html.pdf", None),
            ("content/a.pdf", None),
        ] {
            assert_eq!(runner(&SourcePath::new(name)), runner_of, "{name}");
        }
    }
}
