//! A document as lines of a given width, for a screen page and for plain text alike.
//!
//! Prose is held to a hundred columns, tables take what there is. Every text is made inert here,
//! once, before anything is measured.

mod bars;
mod flow;
mod plot;
mod table;

use super::document::{Block, Document, Fact, Heading, Item, Span, Tone};
use crate::domain::id::RecordRef;
use crate::text;

pub use bars::bar;

/// Lines of prose are no longer than this, so that the eye finds the next one.
const PROSE: usize = 100;
/// Labels are at least this wide, so that the values of facts below one another line up.
const LABEL: usize = 10;
/// Labels wider than this push only their own value.
const WIDEST_LABEL: usize = 20;
/// Where a value would have less room than this beside its label, it stands below.
const NARROWEST_VALUE: usize = 16;

/// A line, ready to be painted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands on it; inert, and no wider than asked for.
    pub spans: Vec<Span>,
    /// Whether a heading begins here.
    pub heading: bool,
    /// The record that the line shows or names.
    pub record: Option<RecordRef>,
}

impl Line {
    /// The line without its tones.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Lays a document out. Any width will do; no line is wider. In `ascii` the program's own marks are
/// plain characters; the words of the file stay as they are.
pub fn lines(document: &Document, width: usize, ascii: bool) -> Vec<Line> {
    let mut page = Page {
        lines: Vec::new(),
        width,
        indent: 0,
        marks: Marks::new(ascii),
    };
    page.title(&document.title);
    let mut below_heading = document.title.is_empty();
    for block in &document.blocks {
        let is_heading = matches!(block, Block::Heading(_));
        if !below_heading || is_heading {
            page.space();
        }
        page.block(block);
        below_heading = is_heading;
    }
    page.finish()
}

/// The characters that the layout adds.
#[derive(Clone, Copy)]
struct Marks {
    ascii: bool,
    ellipsis: &'static str,
    /// The rule behind the heading of a section, and of a part of one.
    rules: [&'static str; 2],
}

impl Marks {
    fn new(ascii: bool) -> Self {
        if ascii {
            Self {
                ascii,
                ellipsis: "...",
                rules: ["=", "-"],
            }
        } else {
            Self {
                ascii,
                ellipsis: "…",
                rules: ["━", "─"],
            }
        }
    }
}

struct Page {
    lines: Vec<Line>,
    width: usize,
    /// What stands under a heading of the third level is set in.
    indent: usize,
    marks: Marks,
}

impl Page {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(spans) => self.paragraph(spans),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::List(items) => self.list(items),
            Block::Plot(plot) => self.drawn(plot::draw(plot, self.room(), self.marks.ascii)),
            Block::Bars(bars) => self.drawn(bars::draw(bars, self.room(), self.marks.ascii)),
            Block::Space => self.space(),
        }
    }

    /// The room that prose has.
    fn prose(&self) -> usize {
        self.width.min(PROSE).saturating_sub(self.indent)
    }

    fn push(&mut self, mut spans: Vec<Span>, record: Option<&RecordRef>) {
        if self.indent > 0 && !spans.is_empty() {
            spans.insert(0, blank(self.indent));
        }
        self.lines.push(Line {
            spans,
            heading: false,
            record: record.cloned(),
        });
    }

    /// One empty line, and none at the top.
    fn space(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// The title hangs from its code.
    fn title(&mut self, title: &[Span]) {
        if title.is_empty() {
            return;
        }
        let title = safe(title);
        let begins = title
            .iter()
            .take_while(|span| span.tone == Tone::Code || span.text.trim().is_empty());
        let (lead, rest) = title.split_at(begins.count());
        let first = self.lines.len();
        if rest.is_empty() || flow::width(lead) + NARROWEST_VALUE > self.prose() {
            self.flowed(&title, None);
        } else {
            self.hanging(lead.to_vec(), rest, None);
        }
        self.mark_heading(first, None);
    }

    fn heading(&mut self, heading: &Heading) {
        self.indent = 0;
        let first = self.lines.len();
        let mut text = safe(&heading.text);
        let room = self.prose().saturating_sub(flow::width(&text) + 2);
        let rule = self
            .marks
            .rules
            .get(usize::from(heading.level.saturating_sub(1)));
        if let Some(rule) = rule.filter(|_| room > 0) {
            text.push(Span::dim(format!("  {}", rule.repeat(room))));
        }
        self.flowed(&text, None);
        self.mark_heading(first, heading.record.as_ref());
        self.indent = if heading.level >= 3 && self.width >= 2 * NARROWEST_VALUE {
            2
        } else {
            0
        };
    }

    fn mark_heading(&mut self, first: usize, record: Option<&RecordRef>) {
        for line in self.lines.iter_mut().skip(first) {
            line.record = record.cloned();
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.heading = true;
        }
    }

    fn paragraph(&mut self, spans: &[Span]) {
        self.flowed(&safe(spans), None);
    }

    fn flowed(&mut self, spans: &[Span], record: Option<&RecordRef>) {
        for line in flow::flow(spans, self.prose()) {
            self.push(line, record);
        }
    }

    /// Text beside a lead; its other lines stand below its first.
    fn hanging(&mut self, lead: Vec<Span>, body: &[Span], record: Option<&RecordRef>) {
        let indent = flow::width(&lead);
        let mut lead = Some(lead);
        for line in flow::flow(body, self.prose().saturating_sub(indent)) {
            let mut spans = lead.take().unwrap_or_else(|| vec![blank(indent)]);
            spans.extend(line);
            self.push(spans, record);
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let widths = facts.iter().map(|fact| text::width(&fact.label));
        let widest = widths
            .filter(|width| *width <= WIDEST_LABEL)
            .max()
            .unwrap_or(0)
            .max(LABEL);
        for fact in facts {
            self.fact(fact, widest);
        }
    }

    fn fact(&mut self, fact: &Fact, column: usize) {
        let label = text::display_safe(&fact.label).into_owned();
        let value = safe(&fact.value);
        let record = fact.record.as_ref();
        let pad = column.saturating_sub(text::width(&label)) + 2;
        if self.prose() >= column + 2 + NARROWEST_VALUE {
            self.hanging(vec![Span::dim(label), blank(pad)], &value, record);
            return;
        }
        if !label.is_empty() {
            self.flowed(&[Span::dim(label)], record);
        }
        self.hanging(vec![blank(2)], &value, record);
    }

    fn list(&mut self, items: &[Item]) {
        for item in items {
            self.hanging(
                vec![Span::dim("- ")],
                &safe(&item.text),
                item.record.as_ref(),
            );
        }
    }

    /// The room that tables and drawings have.
    fn room(&self) -> usize {
        self.width.saturating_sub(self.indent)
    }

    fn drawn(&mut self, lines: Vec<(Vec<Span>, Option<RecordRef>)>) {
        for (spans, record) in lines {
            self.push(spans, record.as_ref());
        }
    }

    fn table(&mut self, table: &super::document::Table) {
        let laid = table::lay(table, self.room(), self.marks.ellipsis);
        for (spans, record) in laid.lines {
            self.push(spans, record.as_ref());
        }
        if !laid.left_out.is_empty() {
            let names = laid.left_out.join(", ");
            self.flowed(
                &[Span::dim(format!("Not shown at this width: {names}"))],
                None,
            );
        }
    }

    /// Whatever happened, no line is wider than asked for, and none ends in spaces.
    fn finish(mut self) -> Vec<Line> {
        while self.lines.last().is_some_and(|line| line.spans.is_empty()) {
            self.lines.pop();
        }
        for line in &mut self.lines {
            line.spans = flow::clip(&line.spans, self.width);
            flow::trim_end(&mut line.spans);
        }
        self.lines
    }
}

fn blank(width: usize) -> Span {
    Span::plain(" ".repeat(width))
}

/// Text from the file, made inert; a line's end inside it is a space.
fn safe(spans: &[Span]) -> Vec<Span> {
    let inert = |span: &Span| {
        let one_line = span.text.replace(['\n', '\r', '\t'], " ");
        Span::new(text::display_safe(&one_line).into_owned(), span.tone)
    };
    spans.iter().map(inert).collect()
}

#[cfg(test)]
mod tests;
