//! Everything that is derived from a workspace and never stored (`domain.md` §4, §6).
//!
//! Pure functions from the workspace to values for screens, commands and reports alike, so that all
//! of them say the same. May import `domain` only; the present day is passed in.

pub mod approval;
pub mod boards;
pub mod challenge;
pub mod changes;
pub mod chart;
pub mod check;
pub mod counts;
pub mod coverage;
pub mod deadline;
pub mod due;
pub mod exceptions;
pub mod highlight;
pub mod index;
pub mod joint;
pub mod listing;
pub mod many;
pub mod moment;
pub mod naming;
pub mod off_target;
pub mod outlook;
pub mod programme;
pub mod referrers;
pub mod rollover;
pub mod round;
pub mod slippage;
pub mod stage;
pub mod standing;
pub mod summary;
pub mod target;
pub mod tracker;
pub mod trend;
pub mod updated;
