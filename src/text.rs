//! Text on a terminal: how wide it is, how it is cut, wrapped and lined up, and how data is made inert.
//!
//! Imports nothing of ours, and is below everything. Everything that comes from a file, a paste or an argument
//! goes through [`display_safe`] on its way out, to the screen and to plain output alike; stored data is never
//! changed. Widths are those that ratatui paints, grapheme by grapheme.

mod align;
mod safe;
mod width;
mod wrap;

#[cfg(test)]
mod properties;

pub use align::{decimal_align, fit_left, fit_right, pad};
pub use safe::{display_safe, display_safe_lines, is_safe};
pub use width::{Ellipsis, truncate, truncate_with, width};
pub use wrap::{wrap, wrap_at};
