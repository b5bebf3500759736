//! store
pub mod format;
