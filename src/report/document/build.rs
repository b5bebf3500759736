//! Ways to make documents and their parts.

use super::{Align, Block, Column, Document, Fact, Give, Heading, Item, Row, Span, Table, Tone};
use crate::domain::id::RecordRef;
use crate::domain::rating::{Direction, Rating};

/// The weight of titles: a code without its title says more than a title without its figure.
const TITLES: u8 = 100;

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

    /// A column of titles: they give way first, and take three lines before they are cut. Where
    /// there is no room at all they go before the figures that nothing was said of.
    pub fn titles(title: &str) -> Self {
        Self::new(title, Align::Left, Give::First(3)).keep(TITLES)
    }

    /// A column of officers: they give way after the titles.
    pub fn officers(title: &str) -> Self {
        Self::new(title, Align::Left, Give::Next(2))
    }

    /// A column of reasons: it gives way together with the titles, and has eight lines before it is cut.
    pub fn reasons(title: &str) -> Self {
        Self::new(title, Align::Left, Give::First(8))
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
    pub fn table(&mut self, columns: Vec<Column>, mut rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        let says = |row: &Row, place: usize| {
            row.cells
                .get(place)
                .is_some_and(|cell| says_something(cell))
        };
        let used: Vec<bool> = (0..columns.len())
            .map(|place| rows.iter().any(|row| says(row, place)))
            .collect();
        for row in &mut rows {
            row.cells.resize(columns.len(), Vec::new());
            let mut used = used.iter();
            row.cells.retain(|_| used.next() == Some(&true));
        }
        let columns = columns.into_iter().zip(used).filter(|(_, used)| *used);
        let columns = columns.map(|(column, _)| column).collect();
        self.blocks.push(Block::Table(Table { columns, rows }));
    }
}

fn says_something(cell: &[Span]) -> bool {
    cell.iter().any(|span| !span.text.trim().is_empty())
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
