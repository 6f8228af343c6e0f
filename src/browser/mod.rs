//! THE ONLY ROOM with web-sys and js-sys: one file per side effect, everything that can fail says so.

pub mod page;
