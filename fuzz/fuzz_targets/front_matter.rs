//! Makes up the page of a file, from its first byte on.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::front_matter(bytes));
