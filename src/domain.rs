//! The vocabulary of improvement plans: records, periods, figures, codes, and the edits that change
//! them.
//!
//! May import the standard library, `serde`, `serde_json` (for values kept as text), `thiserror`
//! and a date crate behind its own types. It knows no terminal, file, clock or environment, so that
//! every rule can be tested with a table and every caller gets the same answer.

pub mod action;
pub mod choice;
pub mod code;
pub mod day;
pub mod digest;
pub mod edit;
pub mod entry;
pub mod field;
pub mod figure;
pub mod finding;
pub mod form;
pub mod id;
pub mod indicator;
pub mod json;
pub mod kind;
pub mod number;
pub mod period;
pub mod plan;
pub mod polarity;
pub mod priority;
pub mod programme;
pub mod rating;
pub mod recommendation;
pub mod record;
pub mod records;
pub mod saving;
pub mod stated;
pub mod timescale;
pub mod timestamp;
mod token;
pub mod trail;
pub mod unit;
pub mod workspace;
