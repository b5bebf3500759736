//! Scrutineer: improvement plans in a terminal, over one JSON file.
pub mod analysis;
pub mod app;
pub mod cli;
pub mod domain;
pub mod report;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;
