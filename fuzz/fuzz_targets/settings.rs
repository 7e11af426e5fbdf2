//! Makes up `site.yaml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::settings(bytes));
