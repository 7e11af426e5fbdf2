//! Cards for shared links.
