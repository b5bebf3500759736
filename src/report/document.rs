//! What a page says, before anybody knows how wide it will be or in which format it is written.
//!
//! A screen page, a command's text, and a report in another format are all made of these blocks.
//! Text from the file stands here as it is; whoever paints it makes it inert.

use crate::domain::id::RecordRef;
use crate::domain::rating::{Direction, Rating};

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

impl Span {
    /// Text with a meaning.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    /// Text that steps back.
    pub fn dim(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Dim)
    }

    /// Text that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Strong)
    }

    /// A code.
    pub fn code(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Code)
    }

    /// Something to be noticed.
    pub fn mark(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Mark)
    }

    /// The chip of a rating and its word.
    pub fn rating(rating: Rating) -> [Self; 2] {
        let word = rating.word().replace('_', "/");
        [
            Self::new(format!(" {} ", rating.letter()), Tone::Rating(rating)),
            Self::plain(format!(" {word}")),
        ]
    }

    /// The sign of a direction of travel and its word.
    pub fn direction(direction: Direction) -> Self {
        let tone = match direction {
            Direction::Improving => Tone::Better,
            Direction::Static => Tone::Plain,
            Direction::Deteriorating => Tone::Worse,
        };
        Self::new(format!("{} {}", direction.sign(), direction.word()), tone)
    }
}

impl Column {
    fn new(title: &str, align: Align, give: Give) -> Self {
        Self {
            title: title.to_owned(),
            align,
            give,
            keep: u8::MAX,
        }
    }

    /// A column that never gives way: codes, ratings, dates.
    pub fn fixed(title: &str) -> Self {
        Self::new(title, Align::Left, Give::Nothing)
    }

    /// A column of figures.
    pub fn figures(title: &str) -> Self {
        Self::new(title, Align::Decimal, Give::Nothing)
    }

    /// A column of counts.
    pub fn counts(title: &str) -> Self {
        Self::new(title, Align::Right, Give::Nothing)
    }

    /// A column of titles: they give way first, and take two lines before they are cut.
    pub fn titles(title: &str) -> Self {
        Self::new(title, Align::Left, Give::First(2))
    }

    /// A column of officers: they give way after the titles.
    pub fn officers(title: &str) -> Self {
        Self::new(title, Align::Left, Give::Next(2))
    }

    /// A column of words that are shown whole, on as many lines as they need.
    pub fn words(title: &str) -> Self {
        Self::new(title, Align::Left, Give::Wraps)
    }

    /// The same column with a weight: the least is left out first.
    #[must_use]
    pub fn keep(mut self, weight: u8) -> Self {
        self.keep = weight;
        self
    }
}

impl Document {
    /// A document about something with a code and a title.
    pub fn about(code: &str, title: &str) -> Self {
        let mut spans = Vec::new();
        if !code.is_empty() {
            spans.push(Span::code(code));
        }
        if !title.is_empty() {
            if !spans.is_empty() {
                spans.push(Span::plain("  "));
            }
            spans.push(Span::strong(title));
        }
        Self {
            title: spans,
            blocks: Vec::new(),
        }
    }

    /// Adds a section: its heading, and what was counted or found in it.
    pub fn section(&mut self, title: &str, aside: &str) {
        let mut text = vec![Span::strong(title)];
        if !aside.is_empty() {
            text.push(Span::dim(format!("  {aside}")));
        }
        self.heading(1, text, None);
    }

    /// Adds a heading. Its anchor is made of its first words.
    pub fn heading(&mut self, level: u8, text: Vec<Span>, record: Option<RecordRef>) {
        let words = text.first().map_or("", |span| &span.text);
        let slug = crate::domain::id::Id::slug(words).to_string();
        let is_taken = |anchor: &str| self.anchors().any(|taken| taken == anchor);
        let numbered = |number: usize| format!("{slug}-{number}");
        let mut anchor = slug.clone();
        let mut number = 2;
        while is_taken(&anchor) {
            anchor = numbered(number);
            number += 1;
        }
        self.blocks.push(Block::Heading(Heading {
            level,
            text,
            anchor,
            record,
        }));
    }

    fn anchors(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.anchor.as_str()),
            _ => None,
        })
    }

    /// Adds running text, a paragraph for each of its lines.
    pub fn prose(&mut self, text: &str) {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        self.blocks
            .extend(lines.map(|line| Block::Paragraph(vec![Span::plain(line)])));
    }

    /// Says that something is not there.
    pub fn absence(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(vec![Span::dim(text)]));
    }

    /// Adds facts, if there are any.
    pub fn facts(&mut self, facts: Vec<Fact>) {
        if !facts.is_empty() {
            self.blocks.push(Block::Facts(facts));
        }
    }

    /// Adds a list, if it has points.
    pub fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table, if it has rows; columns in which nothing stands are left out.
    pub fn table(&mut self, columns: &[Column], rows: &[Row]) {
        if rows.is_empty() {
            return;
        }
        let says = |cell: &Vec<Span>| cell.iter().any(|span| !span.text.trim().is_empty());
        let used = |place: usize| {
            rows.iter()
                .any(|row| row.cells.get(place).is_some_and(says))
        };
        let kept: Vec<usize> = (0..columns.len()).filter(|place| used(*place)).collect();
        let kept_row = |row: &Row| {
            let cells = kept.iter().map(|at| row.cells.get(*at).cloned());
            Row {
                cells: cells.map(Option::unwrap_or_default).collect(),
                record: row.record.clone(),
            }
        };
        let rows = rows.iter().map(kept_row).collect();
        let columns = kept
            .iter()
            .filter_map(|place| columns.get(*place).cloned())
            .collect();
        self.blocks.push(Block::Table(Table { columns, rows }));
    }
}

impl Fact {
    /// A label with plain text.
    pub fn plain(label: &str, value: impl Into<String>) -> Self {
        Self::new(label, vec![Span::plain(value)])
    }

    /// A label with what belongs to it.
    pub fn new(label: &str, value: Vec<Span>) -> Self {
        Self {
            label: label.to_owned(),
            value,
            record: None,
        }
    }

    /// The same, naming a record.
    #[must_use]
    pub fn naming(mut self, record: RecordRef) -> Self {
        self.record = Some(record);
        self
    }
}

impl Item {
    /// A point.
    pub fn new(text: Vec<Span>) -> Self {
        Self { text, record: None }
    }
}
