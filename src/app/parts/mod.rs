//! Parts of pages: text, signals and callbacks in; they know nothing of the domain's rules.

pub mod doc;
pub mod el;
pub mod status;
