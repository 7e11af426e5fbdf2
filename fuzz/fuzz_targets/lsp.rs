//! Makes up what an editor says while one types.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bangtin_fuzz::lsp(bytes));
