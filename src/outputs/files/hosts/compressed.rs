//! Compressed forms beside texts, for hosts that send those instead of compressing each time.

use std::io::Write as _;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::public::{File, Files, OutputPath, Store, is_text};

/// How hard Brotli works, of 0 to 11. On the 433 texts of the sample site, 4.4 MB, 5 takes 0.2 s
/// and leaves 1,204 kB; 9 takes 1.7 s for 1.3 % less; 11 takes 5.4 s, three times as long as all
/// the rest of the build, for 11 % less. gzip leaves 1,284 kB.
const BROTLI_QUALITY: i32 = 5;

/// The largest window that every browser has (RFC 7932 §9.1).
const BROTLI_WINDOW: i32 = 22;

/// `.gz` (RFC 1952) and `.br` (RFC 7932) of each text, where they are smaller and no file has that
/// name. The same bytes become the same bytes: there is no time and no name in them.
pub(super) fn compressed(files: &Files, store: &dyn Store) -> Files {
    let texts = files.par_iter().filter(|(path, _)| is_text(path.as_str()));
    let forms = texts.flat_map_iter(|(path, file)| {
        let bytes = store.bytes(path, file).unwrap_or_default();
        let forms = [("gz", gzip(&bytes)), ("br", brotli(&bytes))];
        forms.into_iter().filter_map(move |(extension, form)| {
            let form = form.filter(|form| form.len() < bytes.len())?;
            Some((OutputPath::parse(&format!("{path}.{extension}"))?, form))
        })
    });
    let new = forms.filter(|(path, _)| !files.contains_key(path));
    let stored = new.map(|(path, form)| {
        let file = store.put(&path, File::made(form));
        (path, file)
    });
    stored.collect()
}

/// What cannot be compressed in memory is not.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut form = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut form, &parameters).ok()?;
    Some(form)
}
