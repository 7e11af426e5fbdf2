//! `web.config`: the settings of Internet Information Services 7 and later for one folder
//! (learn.microsoft.com/iis/configuration/system.webserver/). Nothing in it needs a module that
//! must be fetched first, for one section that is not known stops the whole site: old addresses
//! are redirected by the role service “HTTP Redirection”, and lead on by their page without it.

use crate::outputs::formats::hosts::{HEAD, Kit, Missing};
use crate::outputs::formats::xml::{empty, open};

/// The file.
pub(crate) fn iis(kit: &Kit) -> String {
    let mut xml =
        Xml { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(), within: Vec::new() };
    xml.text.push_str(&format!("<!-- {}\n     {} -->\n", HEAD[0], HEAD[1]));
    xml.open("configuration", &[]);
    xml.open("system.webServer", &[]);
    types(kit, &mut xml);
    headers(kit, &mut xml);
    redirects(kit, &mut xml);
    let (of_all, of_folders): (Vec<&Missing>, Vec<&Missing>) =
        kit.missing.iter().partition(|missing| missing.folder.is_empty());
    of_all.into_iter().for_each(|missing| not_found(kit, missing, &mut xml));
    xml.close();
    for missing in of_folders {
        xml.open("location", &[("path", missing.folder.trim_end_matches('/'))]);
        xml.open("system.webServer", &[]);
        not_found(kit, missing, &mut xml);
        xml.close();
        xml.close();
    }
    for path in &kit.forever {
        xml.open("location", &[("path", path.trim_end_matches("/*"))]);
        xml.open("system.webServer", &[]);
        xml.open("staticContent", &[]);
        // `public, max-age=31536000, immutable`, as IIS has it.
        let year = [
            ("cacheControlMode", "UseMaxAge"),
            ("cacheControlMaxAge", "365.00:00:00"),
            ("cacheControlCustom", "public, immutable"),
        ];
        xml.empty("clientCache", &year);
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
    xml.text
}

fn types(kit: &Kit, xml: &mut Xml) {
    xml.open("staticContent", &[]);
    // `no-cache`: may be kept, and is asked for each time.
    xml.empty("clientCache", &[("cacheControlMode", "DisableCache")]);
    for (extension, media_type) in &kit.types_in_small_letters() {
        let extension = format!(".{extension}");
        // A type that is said twice stops the site.
        xml.empty("remove", &[("fileExtension", &extension)]);
        xml.empty("mimeMap", &[("fileExtension", &extension), ("mimeType", media_type)]);
    }
    xml.close();
}

fn headers(kit: &Kit, xml: &mut Xml) {
    xml.open("httpProtocol", &[]);
    xml.open("customHeaders", &[]);
    for (name, value) in kit.headers() {
        xml.empty("remove", &[("name", name)]);
        xml.empty("add", &[("name", name), ("value", value)]);
    }
    xml.close();
    xml.close();
}

/// A file keeps the status 404. Its path begins at the root of the site on the disk.
fn not_found(kit: &Kit, missing: &Missing, xml: &mut Xml) {
    let page = format!("{}{}", kit.base, missing.page);
    let page = page.trim_start_matches('/').replace('/', "\\");
    xml.open("httpErrors", &[("errorMode", "Custom"), ("existingResponse", "Replace")]);
    xml.empty("remove", &[("statusCode", "404"), ("subStatusCode", "-1")]);
    let error = [("statusCode", "404"), ("path", page.as_str()), ("responseMode", "File")];
    xml.empty("error", &error);
    xml.close();
}

fn redirects(kit: &Kit, xml: &mut Xml) {
    if kit.moved.is_empty() {
        return;
    }
    let exactly =
        [("enabled", "true"), ("exactDestination", "true"), ("httpResponseStatus", "Permanent")];
    xml.open("httpRedirect", &exactly);
    for moved in &kit.moved {
        let to = format!("{}{}", kit.base, moved.to);
        for from in moved.asked() {
            let from = format!("{}{from}", kit.base);
            xml.empty("add", &[("wildcard", &from), ("destination", &to)]);
        }
    }
    xml.close();
}

/// XML with a step in for each element that is open.
struct Xml {
    text: String,
    within: Vec<&'static str>,
}

impl Xml {
    fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.step();
        open(&mut self.text, name, attributes);
        self.within.push(name);
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.step();
        empty(&mut self.text, name, attributes);
    }

    fn close(&mut self) {
        if let Some(name) = self.within.pop() {
            self.step();
            self.text.push_str(&format!("</{name}>\n"));
        }
    }

    fn step(&mut self) {
        self.text.push_str(&"  ".repeat(self.within.len()));
    }
}
