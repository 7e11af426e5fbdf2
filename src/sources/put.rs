//! A snapshot that is made or edited by hand, as editors and tests do.

use std::path::Path;

use crate::memo::Digest;
use crate::sources::extent::is_beside_settings;
use crate::sources::picture::dimensions;
use crate::sources::read::text;
use crate::sources::texts::{has_front_matter, is_held, is_sheet, is_text, largest, tidy_text};
use crate::sources::{Content, Fault, OnDisk, PictureFile, Problem, Source, SourcePath, Sources};

impl Sources {
    /// Adds or replaces a text, as if it had been read from disk.
    pub fn put(&mut self, path: &str, text: &str) {
        if path.starts_with("content/") && !is_text(&SourcePath::new(path)) {
            return self.put_file(path, text.as_bytes());
        }
        if is_beside_settings(path) {
            return self.put_picture(path, text.as_bytes());
        }
        let digest = Digest::of(text.as_bytes());
        let content = Content::Text(tidy_text(text).into());
        self.remove(path);
        self.files.insert(SourcePath::new(path), Source { digest, content, stamp: None });
    }

    /// Adds or replaces a text that may be no UTF-8, as if it had been read from disk.
    pub fn put_bytes(&mut self, path: &str, bytes: &[u8]) {
        match text(bytes.to_vec()) {
            Ok(text) => self.put(path, &text),
            Err(fault) => self.put_problem(Problem { path: SourcePath::new(path), fault }),
        }
    }

    fn put_problem(&mut self, problem: Problem) {
        self.remove(problem.path.as_str());
        self.files.insert(problem.path.clone(), problem.stand_in());
        self.problems.push(problem);
    }

    /// Adds or replaces a text that is open in an editor, as if it had been saved. Of files that
    /// are no texts, tables apart, the disk knows more than an editor.
    pub fn lay_over(&mut self, path: &SourcePath, written: &str) {
        if is_sheet(path) && path.extension() == "csv" {
            self.remove(path.as_str());
            return self.put_file(path.as_str(), written.as_bytes());
        }
        if !is_text(path) {
            return;
        }
        let len = u64::try_from(written.len()).unwrap_or(u64::MAX);
        let read = match len > largest(path) {
            true => Err(Fault::TooLarge(len)),
            false => text(written.as_bytes().to_vec()),
        };
        match read {
            Ok(text) => {
                self.remove(path.as_str());
                let digest = Digest::of(written.as_bytes());
                let source = Source { digest, content: Content::Text(text), stamp: None };
                self.files.insert(path.clone(), source);
            }
            Err(fault) => self.put_problem(Problem { path: path.clone(), fault }),
        }
    }

    /// Adds or replaces a file that is no text, as if it had been read from disk.
    pub fn put_file(&mut self, path: &str, bytes: &[u8]) {
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let held = is_held(&SourcePath::new(path), len).then(|| bytes.into());
        let file = Path::new(path).into();
        let has_front_matter = has_front_matter(bytes);
        let (dimensions, picture) = (None, None);
        let file = OnDisk { file, len, dimensions, picture, bytes: held, has_front_matter };
        self.put_on_disk(path, bytes, file);
    }

    /// Adds or replaces a picture, as if it had been read from disk.
    pub fn put_picture(&mut self, path: &str, bytes: &[u8]) {
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let file = Path::new(path).into();
        let picture = PictureFile::held(bytes);
        let dimensions = dimensions(bytes, picture.as_ref());
        let held = is_held(&SourcePath::new(path), len).then(|| bytes.into());
        let has_front_matter = false;
        let file = OnDisk { file, len, dimensions, picture, bytes: held, has_front_matter };
        self.put_on_disk(path, bytes, file);
    }

    fn put_on_disk(&mut self, path: &str, bytes: &[u8], file: OnDisk) {
        let (digest, content) = (Digest::of(bytes), Content::OnDisk(file));
        self.files.insert(SourcePath::new(path), Source { digest, content, stamp: None });
    }

    /// Takes a file out of the snapshot.
    pub fn remove(&mut self, path: &str) {
        let path = SourcePath::new(path);
        self.files.remove(&path);
        self.problems.retain(|problem| problem.path != path);
    }
}
