//! (in the making)
pub mod addresses;
