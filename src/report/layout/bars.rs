//! Counts of ratings as bars, one above the other.
//!
//! ```text
//! 2009/10 Q2  ███R███▓▓▓▓▓▓A▓▓▓▓▓▓░░░░░░░G░░░░░░░  14
//! ```
//! Each rating has a letter and a shade of its own, so that the bars read without colour; in ASCII the
//! shades are signs.

use crate::domain::rating::Rating;
use crate::report::document::{Bar, Span, Tone};
use crate::text;

use super::blank;
use super::plot::Drawn;

/// A bar is no longer than this.
const LONGEST: usize = 72;
/// Shorter ones say nothing beside the table.
const SHORTEST: usize = 8;

/// Draws bars below one another, all to one scale.
pub(super) fn draw(bars: &[Bar], width: usize, ascii: bool) -> Vec<Drawn> {
    let label = bars
        .iter()
        .map(|bar| text::width(&bar.label))
        .max()
        .unwrap_or(0);
    let aside = bars
        .iter()
        .map(|bar| super::flow::width(&bar.aside))
        .max()
        .unwrap_or(0);
    let room = width.saturating_sub(label + 2 + aside + 2).min(LONGEST);
    if room < SHORTEST {
        return Vec::new();
    }
    let most = bars.iter().map(total).max().unwrap_or(0).max(1);
    let cells = Cells { most, room };
    bars.iter()
        .map(|bar| {
            let safe = text::display_safe(&bar.label).into_owned();
            let pad = label.saturating_sub(text::width(&safe)) + 2;
            let mut spans = vec![Span::plain(safe), blank(pad)];
            let used = drawn(&bar.parts, &cells, ascii, &mut spans);
            if !bar.aside.is_empty() {
                spans.push(blank(room.saturating_sub(used) + 2));
                spans.extend(super::safe(&bar.aside));
            }
            (spans, bar.record.clone())
        })
        .collect()
}

/// One bar alone, so long that `most` would fill the room. `most` is no smaller than its total.
pub fn bar(parts: &[(Rating, usize)], most: usize, room: usize, ascii: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    if room >= SHORTEST {
        let room = room.min(LONGEST);
        let cells = Cells {
            most: most.max(1),
            room,
        };
        drawn(parts, &cells, ascii, &mut spans);
    }
    spans
}

fn total(bar: &Bar) -> usize {
    bar.parts.iter().map(|(_, count)| count).sum()
}

/// How counts become cells: the largest total fills the room.
struct Cells {
    most: usize,
    room: usize,
}

impl Cells {
    /// The end of a part that brings the bar to this count.
    fn end(&self, count: usize) -> usize {
        (count * self.room + self.most / 2) / self.most
    }
}

/// The parts of a bar; gives back how long it is. What there is at all is seen, with its letter.
fn drawn(parts: &[(Rating, usize)], cells: &Cells, ascii: bool, spans: &mut Vec<Span>) -> usize {
    let least = |(rating, count): &(Rating, usize)| {
        if *count > 0 { rating.letter().len() } else { 0 }
    };
    let mut kept: usize = parts.iter().map(least).sum();
    let (mut so_far, mut used) = (0, 0);
    for part in parts {
        so_far += part.1;
        kept -= least(part);
        let end = cells.end(so_far).min(cells.room.saturating_sub(kept));
        let end = end.max(used + least(part));
        shaded(part.0, end - used, ascii, spans);
        used = end;
    }
    used
}

/// A part so long, with its letter in the middle.
fn shaded(rating: Rating, length: usize, ascii: bool, spans: &mut Vec<Span>) {
    let letter = rating.letter();
    let Some(rest) = length.checked_sub(letter.len()) else {
        return;
    };
    let (shade, tone) = shade(rating, ascii);
    let before = rest / 2;
    spans.push(Span::new(shade.repeat(before), tone));
    spans.push(Span::new(letter, Tone::Strong));
    spans.push(Span::new(shade.repeat(rest - before), tone));
}

fn shade(rating: Rating, ascii: bool) -> (&'static str, Tone) {
    let (sign, shade, tone) = match rating {
        Rating::Red => ("#", "█", Tone::Missed),
        Rating::AmberRed => ("%", "▓", Tone::Missed),
        Rating::Amber => ("=", "▒", Tone::Close),
        Rating::AmberGreen => ("-", "▒", Tone::Met),
        Rating::Green => (".", "░", Tone::Met),
        Rating::Blue => ("~", "█", Tone::Code),
    };
    (if ascii { sign } else { shade }, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, red: usize, amber: usize, green: usize) -> Bar {
        Bar {
            label: label.to_owned(),
            parts: vec![
                (Rating::Red, red),
                (Rating::Amber, amber),
                (Rating::Green, green),
            ],
            aside: vec![Span::dim((red + amber + green).to_string())],
            record: None,
        }
    }

    fn text_of(bars: &[Bar], width: usize, ascii: bool) -> Vec<String> {
        draw(bars, width, ascii)
            .into_iter()
            .map(|(spans, _)| spans.iter().map(|span| span.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn the_counts_of_the_paper_are_bars_of_one_length() {
        // Paper 001, lines 654 to 658.
        let bars = [
            row("2008/09 Q4", 0, 10, 4),
            row("2009/10 Q2", 3, 5, 6),
            row("2009/10 Q4", 6, 3, 5),
            row("2010/11 Q2", 4, 5, 5),
        ];
        assert_eq!(
            text_of(&bars, 44, true),
            [
                "2008/09 Q4  =========A==========...G....  14",
                "2009/10 Q2  ##R###====A=====.....G......  14",
                "2009/10 Q4  #####R######==A===....G.....  14",
                "2010/11 Q2  ###R####====A=====....G.....  14",
            ]
        );
    }

    #[test]
    fn bars_of_any_counts_fit_any_width() {
        let bars = [
            row("a", 0, 0, 0),
            row("much", 100_000, 1, 1),
            row("b", 1, 1, 1),
        ];
        for width in 0..130 {
            for line in text_of(&bars, width, false) {
                assert!(text::width(&line) <= width, "{width}: {line}");
            }
        }
    }
}
