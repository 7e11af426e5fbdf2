//! Makes up a file of `content/_data`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::data(bytes));
