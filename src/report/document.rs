//! What a page says, before anybody knows how wide it will be or in which format it is written.
//!
//! A screen page, a command's text, and a report in another format are all made of these blocks.
//! Text from the file stands here as it is; whoever paints it makes it inert.

mod build;
mod drawing;

use crate::domain::id::RecordRef;
use crate::domain::rating::Rating;

pub use drawing::{Area, Bar, Mark, Plot, PlotColumn, Rule, Sign};

/// A page or a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What it is about: a code, where there is one, and a title.
    pub title: Vec<Span>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The heading of what follows.
    Heading(Heading),
    /// Running text.
    Paragraph(Vec<Span>),
    /// Labels with what belongs to them.
    Facts(Vec<Fact>),
    /// Rows and columns.
    Table(Table),
    /// Points.
    List(Vec<Item>),
    /// Figures over time, drawn. The same figures always stand in a table below it.
    Plot(Box<Plot>),
    /// Counts of ratings as bars. The same counts always stand in a table below it.
    Bars(Vec<Bar>),
    /// An empty line; there is one before every block anyway, except below a heading.
    Space,
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 for a section of the page, 2 for a part of one, 3 for a thing in it.
    pub level: u8,
    /// What it says.
    pub text: Vec<Span>,
    /// A name to link to, unique in the document.
    pub anchor: String,
    /// The record that stands under it.
    pub record: Option<RecordRef>,
}

/// A label with what belongs to it. Without a label it goes on with the one above.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// The label; the program's own words.
    pub label: String,
    /// What belongs to it.
    pub value: Vec<Span>,
    /// The record that it names.
    pub record: Option<RecordRef>,
}

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it says.
    pub text: Vec<Span>,
    /// The record that it names.
    pub record: Option<RecordRef>,
}

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// One for each column; missing ones are empty.
    pub cells: Vec<Vec<Span>>,
    /// The record that it shows.
    pub record: Option<RecordRef>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How its cells line up.
    pub align: Align,
    /// What it does when the table is too wide.
    pub give: Give,
    /// Where narrowing the others is not enough, the column with the least weight is left out
    /// first. The first column always stays.
    pub keep: u8,
}

/// How the cells of a column line up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    #[default]
    Left,
    /// On the right.
    Right,
    /// On the decimal point, units behind; words on the right.
    Decimal,
}

/// What a column does when the table is too wide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Give {
    /// Nothing: codes, figures, ratings, dates.
    #[default]
    Nothing,
    /// It narrows before all others; a cell that needs more lines than this is cut at a word.
    First(u8),
    /// It narrows when those are as narrow as they may be, and is cut in the same way.
    Next(u8),
    /// It narrows last, and wraps to as many lines as it needs.
    Wraps,
}

/// A piece of text with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

/// What a piece of text means. Its letters say so too: colour only helps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Text.
    #[default]
    Plain,
    /// Labels, units, what is past or only said for completeness.
    Dim,
    /// What the eye should find first.
    Strong,
    /// A code. It is never broken.
    Code,
    /// The chip of a rating: its letters with a space on either side. It is never broken.
    Rating(Rating),
    /// Target met, or done.
    Met,
    /// Close to target, or behind.
    Close,
    /// Target missed.
    Missed,
    /// Going the right way.
    Better,
    /// Going the wrong way.
    Worse,
    /// Should have been done by now.
    Late,
    /// To be noticed: unapproved, challenged, provisional, not as it should be.
    Mark,
    /// Leads to a record.
    Link,
}
