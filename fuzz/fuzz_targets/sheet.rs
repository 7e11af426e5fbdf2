//! Makes up the sheet that a schedule reads.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::sheet(bytes));
