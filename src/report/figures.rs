//! Figures as pages print them: the number shortest, its unit behind it, words where it is words.

use super::document::Span;
use crate::analysis::target::Target;
use crate::domain::figure::Figure;
use crate::domain::indicator::Unit;
pub use crate::domain::number::grouped as number_text;
use crate::domain::number::{Number, shortest};
use crate::text;

/// A figure with its unit: `76.24 %`, `83.6 /10k`, `15 of 40`, `£9,200,000`; the words where it is
/// words; empty where there is none.
pub fn figure_text(value: Option<Number>, unit: Option<&Unit>, words: &str) -> String {
    figure_spans(value, unit, words)
        .iter()
        .map(|span| span.text.as_str())
        .collect()
}

/// The same with the unit stepping back.
pub fn figure_spans(value: Option<Number>, unit: Option<&Unit>, words: &str) -> Vec<Span> {
    let Some(value) = value else {
        return if words.is_empty() {
            Vec::new()
        } else {
            vec![Span::dim(words)]
        };
    };
    let pounds = if matches!(unit, Some(Unit::Money)) {
        "£"
    } else {
        ""
    };
    let mut spans = vec![Span::plain(format!("{pounds}{}", number_text(value.get())))];
    let suffix = unit.map(Unit::suffix).unwrap_or_default();
    if !suffix.is_empty() {
        spans.push(Span::dim(format!(" {suffix}")));
    }
    spans
}

/// The number to reach with its unit, or the band to be in.
pub fn bar_spans(bar: &Target, unit: Option<&Unit>) -> Vec<Span> {
    let words = match (bar.band(), bar.value, bar.low, bar.high) {
        (Some((low, high)), ..) => format!("{} to {}", number_text(low), number_text(high)),
        (None, Some(value), ..) => return figure_spans(Number::new(value), unit, ""),
        (None, None, Some(low), _) => format!("at least {}", number_text(low)),
        (None, None, None, Some(high)) => format!("at most {}", number_text(high)),
        (None, None, None, None) => return Vec::new(),
    };
    vec![Span::plain(words)]
}

/// The same as plain text.
pub fn bar_text(bar: &Target, unit: Option<&Unit>) -> String {
    let spans = bar_spans(bar, unit);
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The difference of two numbers, to the last place that one of them has.
pub fn difference(one: f64, other: f64) -> f64 {
    let places = |number: f64| {
        shortest(number)
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len())
    };
    let places = places(one).max(places(other)).min(12);
    format!("{:.places$}", one - other)
        .parse()
        .unwrap_or(one - other)
}

/// What was published, where it says more than the number or something else: `76.24% (1171/1536)`.
pub fn published(value: Option<Number>, words: &str) -> Option<&str> {
    let words = words.trim();
    let value = value?;
    let plain: String = words
        .chars()
        .filter(|c| !matches!(c, ' ' | ',' | '%' | '£' | '+'))
        .collect();
    let says_the_same = plain.parse() == Ok(value.get());
    (!words.is_empty() && !says_the_same).then_some(words)
}

/// Whether the words give another number than the record does.
pub fn contradicts(value: Option<Number>, words: &str) -> bool {
    let figure = Figure::read(words);
    let numbers = [
        figure.value,
        figure.count,
        figure.rate.map(|(rate, _)| rate),
        figure.numerator,
    ];
    let mut numbers = numbers.into_iter().flatten().peekable();
    let Some(value) = value else { return false };
    numbers.peek().is_some()
        && !numbers.any(|number| crate::domain::number::same(number, value.get()))
}

/// How many columns a figure has before its point, from its point on, and behind its digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Sign, currency and digits before the point.
    pub whole: usize,
    /// The point and the digits behind it.
    pub decimals: usize,
    /// What follows.
    pub rest: usize,
}

impl Parts {
    /// All columns.
    pub fn width(self) -> usize {
        self.whole + self.decimals + self.rest
    }

    /// Room for both.
    pub fn widest(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            decimals: self.decimals.max(other.decimals),
            rest: self.rest.max(other.rest),
        }
    }
}

/// The parts of a cell that begins with a number.
pub(super) fn split_figure(cell: &[Span]) -> Option<Parts> {
    let number = cell.first()?.text.as_str();
    let unsigned = number.trim_start_matches(['-', '+', '£', '<']);
    let sign = number.len() - unsigned.len();
    let digits = unsigned
        .find(|c: char| !c.is_ascii_digit() && c != ',')
        .unwrap_or(unsigned.len());
    if digits == 0 || sign > 2 + '£'.len_utf8() {
        return None;
    }
    let before = number.get(..sign + digits)?;
    let after = number.get(sign + digits..)?;
    let decimals = after.strip_prefix('.').map_or(0, |after| {
        let places = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        if places == 0 { 0 } else { places + 1 }
    });
    let rest = text::width(after.get(decimals..)?)
        + cell
            .iter()
            .skip(1)
            .map(|span| text::width(&span.text))
            .sum::<usize>();
    Some(Parts {
        whole: before.chars().count(),
        decimals,
        rest,
    })
}

#[cfg(test)]
mod tests;
