//! Figures over time, drawn with characters: marks, targets as rules, braille between the results.
//!
//! ```text
//!  85 ┤        ━━━━━━━━
//!  80 ┤ ■     ●  ░░░░░░
//!  75 ┤   ●⠤⠊
//!     └────────────────
//!      08/09  09/10
//! ```
//! Our own, and not the terminal library's chart: a page is laid out before anybody knows of a
//! terminal, and the same lines are printed, copied and scrolled.

mod field;
mod legend;

use crate::report::document::{Plot, PlotColumn, Sign, Span, Tone};
use crate::text;

use super::blank;
use field::Field;

/// No plot is wider than prose and a little: the eye compares along it.
const WIDEST: usize = 120;
/// Narrower than this nothing can be seen.
const NARROWEST: usize = 10;
/// A plot is so many times as wide as high.
const SHAPE: usize = 8;
/// It has no fewer rows than this, and no more.
const ROWS: std::ops::RangeInclusive<usize> = 6..=14;

/// A line of a drawing, with the record that it shows.
pub(super) type Drawn = (Vec<Span>, Option<crate::domain::id::RecordRef>);

/// Draws a plot in a width.
pub(super) fn draw(plot: &Plot, width: usize, ascii: bool) -> Vec<Drawn> {
    let side = side_width(plot);
    let across = width.min(WIDEST).saturating_sub(side + 2);
    if across < NARROWEST {
        let said = "Too narrow to draw; the figures stand below.";
        return super::flow::flow(&[Span::dim(said)], width)
            .into_iter()
            .map(|line| (line, None))
            .collect();
    }
    let rows = (width / SHAPE).clamp(*ROWS.start(), *ROWS.end());
    let mut field = Field::new(across, rows, ascii);
    for area in &plot.areas {
        field.area(area);
    }
    for line in &plot.lines {
        field.line(line);
    }
    for rule in &plot.rules {
        field.rule(rule);
    }
    for mark in &plot.marks {
        field.mark(mark);
    }
    let mut lines = Vec::new();
    let levels = levels(plot, &field);
    for (row, spans) in field.rows().into_iter().enumerate() {
        let label = levels.iter().find(|(at, _)| *at == row);
        lines.push(beside(label.map(|(_, label)| *label), side, spans, ascii));
    }
    lines.push(floor(side, across, ascii));
    lines.extend(below(plot, side, across));
    lines.extend(legend::lines(&plot.legend, side, width, ascii));
    lines.into_iter().map(|spans| (spans, None)).collect()
}

/// The room for the numbers at the side.
fn side_width(plot: &Plot) -> usize {
    let widths = plot.levels.iter().map(|(_, label)| text::width(label));
    widths.max().unwrap_or(0)
}

/// The rows at which numbers stand: of two in one row the first one.
fn levels<'a>(plot: &'a Plot, field: &Field) -> Vec<(usize, &'a str)> {
    let mut levels: Vec<(usize, &str)> = Vec::new();
    for (at, label) in &plot.levels {
        let row = field.row_of(*at);
        if levels.iter().all(|(taken, _)| *taken != row) {
            levels.push((row, label));
        }
    }
    levels
}

/// A row with its number at the side.
fn beside(label: Option<&str>, side: usize, spans: Vec<Span>, ascii: bool) -> Vec<Span> {
    let tick = match (label, ascii) {
        (Some(_), false) => "┤",
        (None, false) => "│",
        (Some(_), true) => "+",
        (None, true) => "|",
    };
    let label = label.unwrap_or_default();
    let pad = side.saturating_sub(text::width(label));
    let mut line = vec![Span::dim(format!("{}{label} {tick}", " ".repeat(pad)))];
    line.extend(spans);
    line
}

fn floor(side: usize, across: usize, ascii: bool) -> Vec<Span> {
    let (corner, dash) = if ascii { ("+", "-") } else { ("└", "─") };
    vec![
        blank(side + 1),
        Span::dim(format!("{corner}{}", dash.repeat(across))),
    ]
}

/// The names of the periods, and below them what they are parts of. Where they do not all fit, every
/// second or third is named.
fn below(plot: &Plot, side: usize, across: usize) -> Vec<Vec<Span>> {
    let count = plot.columns.len().max(1);
    let room = across / count;
    let fits = |which: usize, every: usize| {
        plot.columns
            .iter()
            .filter_map(|column| column.names.get(which))
            .all(|name| text::width(name) < room * every)
    };
    let choices = (1..=count).flat_map(|every| [(0, every), (1, every)]);
    let (which, every) = choices
        .into_iter()
        .find(|(which, every)| fits(*which, *every))
        .unwrap_or((1, count));
    let name_of = |column: &PlotColumn| column.names.get(which).cloned().unwrap_or_default();
    let mut periods = Written::new(side + 2, across);
    for column in plot.columns.iter().step_by(every) {
        periods.centred(column.middle, &name_of(column));
    }
    let mut groups = Written::new(side + 2, across);
    let mut before = "";
    for column in plot
        .columns
        .iter()
        .filter(|column| !column.group.is_empty())
    {
        if column.group != before {
            let half = text::width(&name_of(column)) / 2;
            groups.from(column.middle, half, &column.group);
            before = &column.group;
        }
    }
    [periods, groups]
        .into_iter()
        .filter_map(Written::finish)
        .collect()
}

/// A line on which words are written at places, never one over another.
struct Written {
    text: String,
    used: usize,
    left: usize,
    across: usize,
}

impl Written {
    fn new(left: usize, across: usize) -> Self {
        Self {
            text: String::new(),
            used: 0,
            left,
            across,
        }
    }

    /// Writes with the middle at a place.
    fn centred(&mut self, middle: f64, word: &str) {
        self.from(middle, text::width(word) / 2, word);
    }

    /// Writes from so far left of a place.
    fn from(&mut self, middle: f64, back: usize, word: &str) {
        let width = text::width(word);
        let at = field::cell_of(middle, self.across).saturating_sub(back);
        let at = self.left + at.min(self.across.saturating_sub(width));
        let gap = usize::from(self.used > 0);
        if width == 0 || at < self.used + gap || width > self.across {
            return;
        }
        self.text.push_str(&" ".repeat(at - self.used));
        self.text.push_str(word);
        self.used = at + width;
    }

    fn finish(self) -> Option<Vec<Span>> {
        (self.used > 0).then(|| vec![Span::dim(self.text)])
    }
}

/// The character of a sign.
fn glyph(sign: Sign, ascii: bool) -> &'static str {
    match (sign, ascii) {
        (Sign::Result, false) => "●",
        (Sign::Result, true) => "*",
        (Sign::Provisional, false) => "○",
        (Sign::Provisional, true) => "o",
        (Sign::Baseline, false) => "■",
        (Sign::Baseline, true) => "B",
        (Sign::Forecast, false) => "▲",
        (Sign::Forecast, true) => "^",
        (Sign::SoFar, _) => "+",
        (Sign::Target, false) => "━",
        (Sign::Target, true) => "=",
        (Sign::Near, false) => "░",
        (Sign::Near, true) => ":",
    }
}

/// The tone in which a sign is explained.
fn tone(sign: Sign) -> Tone {
    match sign {
        Sign::Result | Sign::Provisional => Tone::Strong,
        Sign::Baseline | Sign::Forecast | Sign::SoFar => Tone::Plain,
        Sign::Target => Tone::Code,
        Sign::Near => Tone::Dim,
    }
}

#[cfg(test)]
mod tests;
