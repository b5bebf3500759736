//! What the signs of a plot mean, below it.

use crate::report::document::{Sign, Span};
use crate::text;

use super::{blank, glyph, tone};

/// The meanings, on as many lines as they need, set in below the plot where there is room.
pub(super) fn lines(
    legend: &[(Sign, String)],
    side: usize,
    width: usize,
    ascii: bool,
) -> Vec<Vec<Span>> {
    let widest = legend.iter().map(|(_, words)| text::width(words) + 2).max();
    let indent = if side + 2 + widest.unwrap_or(0) <= width {
        side + 2
    } else {
        0
    };
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let mut used = width;
    for (sign, words) in legend {
        let words = text::display_safe(words).into_owned();
        let own = text::width(&words) + 2;
        if used + 3 + own > width {
            lines.push(vec![blank(indent)]);
            used = indent;
        } else if let Some(line) = lines.last_mut() {
            line.push(blank(3));
            used += 3;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Span::new(glyph(*sign, ascii), tone(*sign)));
            line.push(Span::dim(format!(" {words}")));
        }
        used += own;
    }
    lines
}
