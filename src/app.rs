//! The interactive program without a terminal.
//!
//! [`update::update`] is the only place that changes [`state::State`]; it answers a message with
//! effects, which `tui` performs. Knows no terminal library and does no I/O, so that every key and
//! every screen can be driven from a test. May import `domain`, `analysis`, `search`, `report` and
//! `text`.

pub mod command;
pub mod document;
pub mod effect;
pub mod finding;
pub mod form;
pub mod input;
pub mod key;
pub mod keymap;
pub mod line;
pub mod message;
pub mod place;
pub mod round;
pub mod rows;
pub mod state;
pub mod update;
