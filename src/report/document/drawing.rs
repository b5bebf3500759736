//! The blocks of a document that are drawn: figures over time, and counts as bars.
//!
//! Places in a plot are shares of it, from 0 at the left and the bottom to 1 at the right and the top,
//! so that it says nothing of how large it will be or out of which characters.

use super::{Span, Tone};
use crate::domain::id::RecordRef;
use crate::domain::rating::Rating;

/// Figures over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// The numbers at the side, from the lowest: where, and what stands there.
    pub levels: Vec<(f64, String)>,
    /// The periods below, from the left.
    pub columns: Vec<PlotColumn>,
    /// Stretches in which a figure is close to a target; they lie below all else.
    pub areas: Vec<Area>,
    /// Targets.
    pub rules: Vec<Rule>,
    /// Figures that belong together: where each of them stands.
    pub lines: Vec<Vec<(f64, f64)>>,
    /// The figures themselves; of two in one place the later one shows.
    pub marks: Vec<Mark>,
    /// What each sign means.
    pub legend: Vec<(Sign, String)>,
}

/// A period below a plot.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotColumn {
    /// Its middle.
    pub middle: f64,
    /// What it is called, the longest first: the first that fits is written.
    pub names: [String; 2],
    /// What it is part of, written below the first column of it; empty for nothing.
    pub group: String,
}

/// A stretch of a plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// From left to right.
    pub across: (f64, f64),
    /// From bottom to top.
    pub up: (f64, f64),
}

/// A number to reach, over the time for which it is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// From left to right.
    pub across: (f64, f64),
    /// How high.
    pub at: f64,
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// From the left, and from the bottom.
    pub at: (f64, f64),
    /// What it is.
    pub sign: Sign,
    /// What it amounts to.
    pub tone: Tone,
}

/// What a sign in a plot stands for. Each has a character of its own: colour is never needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A result.
    Result,
    /// A result that may still change.
    Provisional,
    /// Where it started.
    Baseline,
    /// Where its officer expects it to end.
    Forecast,
    /// What the months come to so far.
    SoFar,
    /// A target.
    Target,
    /// Close to a target.
    Near,
}

/// A bar of counts, one part a rating.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// How many have each rating, in the order of the scale.
    pub parts: Vec<(Rating, usize)>,
    /// What is to be said of it, behind it.
    pub aside: Vec<Span>,
    /// The record that it shows.
    pub record: Option<RecordRef>,
}
