//! What the terminal shows, and what it is to show: rows of glyphs.

use ratatui::buffer::Cell;
use ratatui::layout::Size;

use super::inert;
use super::pen::{Pen, Pens};

/// One column of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Glyph {
    /// The character with its marks; empty in the columns that a wide one covers.
    symbol: Symbol,
    pub(super) pen: Pen,
    /// Columns taken; 0 where the wide glyph before reaches over this one.
    pub(super) width: u16,
}

/// A symbol without an allocation for the common case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Symbol {
    Ascii(u8),
    Text(Box<str>),
    Covered,
}

impl Glyph {
    /// A blank in the terminal's own colours: what erasing leaves.
    pub(super) const BLANK: Self = Self {
        symbol: Symbol::Ascii(b' '),
        pen: Pen::PLAIN,
        width: 1,
    };

    pub(super) fn is_blank(&self) -> bool {
        *self == Self::BLANK
    }

    /// Whether it can be written with a pen in hand and look as it should.
    pub(super) fn suits(&self, pen: Option<Pen>) -> bool {
        let blank = self.symbol == Symbol::Ascii(b' ');
        pen.is_some_and(|pen| pen == self.pen || (blank && pen.blank_like(self.pen)))
    }

    /// The bytes to send.
    pub(super) fn bytes(&self) -> &[u8] {
        match &self.symbol {
            Symbol::Ascii(byte) => std::slice::from_ref(byte),
            Symbol::Text(text) => text.as_bytes(),
            Symbol::Covered => &[],
        }
    }

    /// Whether terminals disagree about the columns that this takes.
    pub(super) fn unsure_width(&self) -> bool {
        matches!(&self.symbol, Symbol::Text(text) if inert::unsure_width(text))
    }
}

/// A screen of glyphs.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) size: Size,
    glyphs: Vec<Glyph>,
}

impl Grid {
    /// A blank screen.
    pub(super) fn blank(size: Size) -> Self {
        Self {
            size,
            glyphs: vec![Glyph::BLANK; usize::from(size.width) * usize::from(size.height)],
        }
    }

    pub(super) fn row(&self, y: u16) -> &[Glyph] {
        &self.glyphs[self.range(y)]
    }

    pub(super) fn copy_row(&mut self, y: u16, from: &[Glyph]) {
        let range = self.range(y);
        self.glyphs[range].clone_from_slice(from);
    }

    fn range(&self, y: u16) -> std::ops::Range<usize> {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        start..start + width
    }

    /// Puts a cell of ratatui's. A wide glyph covers the columns after it; a cell told to a covered
    /// column is an artefact of the diff (which clears behind some emoji) and changes nothing; a
    /// glyph that no longer fits is a blank.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell, pens: &mut Pens) {
        if x >= self.size.width || y >= self.size.height {
            return;
        }
        let row = &mut self.glyphs[usize::from(y) * usize::from(self.size.width)..]
            [..usize::from(self.size.width)];
        let x = usize::from(x);
        if row[x].width == 0 {
            return;
        }
        uncover(row, x);
        let (symbol, width) = inert::painted(cell.symbol());
        let columns = usize::from(width);
        let fits = x + columns <= row.len();
        let symbol = match symbol.as_bytes() {
            _ if !fits => Symbol::Ascii(b' '),
            [byte] => Symbol::Ascii(*byte),
            _ => Symbol::Text(symbol.into()),
        };
        let pen = pens.of(cell, symbol == Symbol::Ascii(b' '));
        if !fits {
            row[x] = Glyph {
                symbol,
                pen,
                width: 1,
            };
            return;
        }
        for covered in 1..columns {
            uncover(row, x + covered);
            row[x + covered] = Glyph {
                symbol: Symbol::Covered,
                pen,
                width: 0,
            };
        }
        row[x] = Glyph { symbol, pen, width };
    }

    /// Moves the rows `top..=bottom` up (down if negative) and blanks what comes in, as a terminal
    /// does.
    pub(super) fn scroll(&mut self, top: u16, bottom: u16, lines: i32) {
        let width = usize::from(self.size.width);
        let region = &mut self.glyphs[usize::from(top) * width..(usize::from(bottom) + 1) * width];
        let shift = (lines.unsigned_abs() as usize * width).min(region.len());
        let blanks = if lines > 0 {
            region.rotate_left(shift);
            region.len() - shift..region.len()
        } else {
            region.rotate_right(shift);
            0..shift
        };
        region[blanks].fill(Glyph::BLANK);
    }
}

/// Frees the columns that the glyph at `x` covers.
fn uncover(row: &mut [Glyph], x: usize) {
    let columns = usize::from(row[x].width);
    for covered in row.iter_mut().skip(x + 1).take(columns.saturating_sub(1)) {
        *covered = Glyph::BLANK;
    }
}
