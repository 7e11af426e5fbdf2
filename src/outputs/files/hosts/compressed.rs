//! Compressed forms beside texts, for hosts that send those instead of compressing each time.

use std::io::Write as _;

use alloc_no_stdlib::Allocator;
use alloc_stdlib::StandardAlloc;
use brotli::enc::{BrotliAlloc, BrotliEncoderParams};
use brotli::{CustomRead, CustomWrite};
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::public::{File, Files, OutputPath, Store, is_text};

/// How hard Brotli works, of 0 to 11. On the 433 texts of the sample site, 4.4 MB, 5 takes 0.3 s
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
    let (mut from, mut to) = (Given(bytes), Form(Vec::new()));
    let (mut incoming, mut outgoing) = ([0; 4096], [0; 4096]);
    let written = brotli::enc::BrotliCompressCustomIo(
        &mut from,
        &mut to,
        &mut incoming,
        &mut outgoing,
        &parameters,
        Heap(StandardAlloc::default()),
        &mut |_, _, _, _| (),
        (),
    );
    written.ok().map(|_| to.0)
}

/// Where Brotli has its memory from: it knows none itself without the standard library, with which
/// it would ask the system for logarithms, and choose by their last digit.
struct Heap(StandardAlloc);

impl<T: Clone + Default> Allocator<T> for Heap {
    type AllocatedMemory = <StandardAlloc as Allocator<T>>::AllocatedMemory;

    fn alloc_cell(&mut self, len: usize) -> Self::AllocatedMemory {
        self.0.alloc_cell(len)
    }

    fn free_cell(&mut self, data: Self::AllocatedMemory) {
        self.0.free_cell(data);
    }
}

impl BrotliAlloc for Heap {}

/// What is still to be read.
struct Given<'b>(&'b [u8]);

impl CustomRead<()> for Given<'_> {
    fn read(&mut self, data: &mut [u8]) -> Result<usize, ()> {
        let (next, rest) = self.0.split_at(data.len().min(self.0.len()));
        data[..next.len()].copy_from_slice(next);
        self.0 = rest;
        Ok(next.len())
    }
}

/// What has been written.
struct Form(Vec<u8>);

impl CustomWrite<()> for Form {
    fn write(&mut self, data: &[u8]) -> Result<usize, ()> {
        self.0.extend_from_slice(data);
        Ok(data.len())
    }

    fn flush(&mut self) -> Result<(), ()> {
        Ok(())
    }
}
