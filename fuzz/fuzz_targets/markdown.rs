//! Makes up the text of a page below front matter that is good.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::markdown(bytes));
