//! Scrutineer: improvement plans in a terminal, over one JSON file.
pub mod analysis;
pub mod domain;
pub mod report;
pub mod store;
