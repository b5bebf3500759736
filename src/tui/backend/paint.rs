//! The bytes that turn one screen into another.

use super::cursor::{Cursor, number};
use super::grid::{Glyph, Grid};
use super::pen::Pen;
use super::scroll::Scroll;

/// What `EL` and `ECH` cost at least, in bytes.
const ERASE: usize = 3;

/// The terminal's state between frames, and the bytes so far of this one.
#[derive(Debug, Clone)]
pub(super) struct Painter {
    pub(super) cursor: Cursor,
    /// Unknown at the start and after a failed write.
    pub(super) pen: Option<Pen>,
    pub(super) out: Vec<u8>,
}

impl Painter {
    pub(super) const fn new() -> Self {
        Self {
            cursor: Cursor::UNKNOWN,
            pen: None,
            out: Vec::new(),
        }
    }

    /// Erases the whole screen.
    pub(super) fn clear(&mut self) {
        self.set_pen(Pen::PLAIN);
        self.out.extend_from_slice(b"\x1b[H\x1b[2J");
        self.cursor = Cursor::at(0, 0);
    }

    /// Writes every row that differs.
    pub(super) fn rows(&mut self, shown: &Grid, wanted: &Grid) {
        for y in 0..wanted.size.height {
            let (shown, wanted) = (shown.row(y), wanted.row(y));
            if shown != wanted {
                self.row(y, shown, wanted);
            }
        }
    }

    /// Lets the terminal move a block of rows: a region, lines deleted or inserted at its top, and
    /// the region taken off again.
    ///
    /// `DL` and `IL` in a region are the VT102's and known everywhere; `SU` and `SD` are not (the
    /// Linux console has neither).
    pub(super) fn scroll(&mut self, scroll: &Scroll) {
        // The lines that come in take the pen's ground.
        self.set_pen(Pen::PLAIN);
        self.out.extend_from_slice(b"\x1b[");
        number(&mut self.out, scroll.top + 1);
        self.out.push(b';');
        number(&mut self.out, scroll.bottom + 1);
        self.out.push(b'r');
        // Setting a region moves the cursor, and terminals disagree about where to.
        self.out
            .extend(Cursor::UNKNOWN.path(0, scroll.top, u16::MAX));
        self.out.extend_from_slice(b"\x1b[");
        number(
            &mut self.out,
            u16::try_from(scroll.lines.unsigned_abs()).unwrap_or(u16::MAX),
        );
        self.out.push(if scroll.lines > 0 { b'M' } else { b'L' });
        self.out.extend_from_slice(b"\x1b[r");
        self.cursor = Cursor::UNKNOWN;
    }

    /// Brings the cursor to a place.
    pub(super) fn go(&mut self, column: u16, row: u16, width: u16) {
        self.out.extend(self.cursor.path(column, row, width));
        self.cursor = Cursor::at(column, row);
    }

    fn row(&mut self, y: u16, shown: &[Glyph], wanted: &[Glyph]) {
        let blank_from = wanted
            .iter()
            .rposition(|glyph| !glyph.is_blank())
            .map_or(0, |last| last + 1);
        let last_change = (0..wanted.len())
            .rev()
            .find(|x| shown[*x] != wanted[*x])
            .unwrap_or(0);
        let mut x = 0;
        while x <= last_change {
            if shown[x] == wanted[x] || wanted[x].width == 0 {
                x += 1;
            } else if x >= blank_from && last_change - x >= ERASE {
                self.approach(x, y, wanted);
                self.set_pen(Pen::PLAIN);
                self.out.extend_from_slice(b"\x1b[K");
                return;
            } else {
                self.approach(x, y, wanted);
                x = match blanks_worth_erasing(x, shown, wanted) {
                    Some(count) => self.erase(x, count),
                    None => self.glyph(x, y, wanted),
                };
            }
        }
    }

    /// Brings the cursor to a changed column, writing the unchanged glyphs before it again where
    /// that is shorter than a move.
    fn approach(&mut self, x: usize, y: u16, wanted: &[Glyph]) {
        let path = self.cursor.path(column(x), y, column(wanted.len()));
        if path.is_empty() {
            return;
        }
        if self.cursor.row == Some(y)
            && let Some(from) = self.cursor.column.map(usize::from)
            && from < x
        {
            let between = &wanted[from..x];
            let bytes: usize = between.iter().map(|glyph| glyph.bytes().len()).sum();
            let same = between
                .iter()
                .all(|glyph| glyph.suits(self.pen) && !glyph.unsure_width());
            if same && bytes <= path.len() && between[0].width > 0 {
                self.out.extend(between.iter().flat_map(Glyph::bytes));
                self.cursor = Cursor::at(column(x), y);
                return;
            }
        }
        self.out.extend(path);
        self.cursor = Cursor::at(column(x), y);
    }

    /// Writes the glyph at `x` and returns the column after it.
    fn glyph(&mut self, x: usize, y: u16, wanted: &[Glyph]) -> usize {
        let glyph = &wanted[x];
        if !glyph.suits(self.pen) {
            self.set_pen(glyph.pen);
        }
        self.out.extend_from_slice(glyph.bytes());
        let next = x + usize::from(glyph.width);
        self.cursor = match (glyph.unsure_width(), next < wanted.len()) {
            (false, _) => Cursor::at(column(next), y),
            (true, true) => Cursor {
                row: Some(y),
                column: None,
            },
            (true, false) => Cursor::UNKNOWN,
        };
        next
    }

    /// Erases `count` columns from the cursor on, which stays, and returns the column after them.
    ///
    /// Only plain blanks are erased, with a plain pen: terminals agree on what that leaves, while
    /// with a ground or reverse some fill with it (those with `bce`, and the Linux console even
    /// with reverse) and some do not.
    fn erase(&mut self, x: usize, count: usize) -> usize {
        self.set_pen(Pen::PLAIN);
        self.out.extend_from_slice(b"\x1b[");
        number(&mut self.out, column(count));
        self.out.push(b'X');
        x + count
    }

    fn set_pen(&mut self, pen: Pen) {
        pen.append_change(self.pen, &mut self.out);
        self.pen = Some(pen);
    }
}

/// How many blanks from `x` on are better erased than written, if any.
///
/// `ECH` leaves the cursor at `x`, so the way over the blanks is paid as well, unless what follows
/// them is unchanged and skipped anyway.
fn blanks_worth_erasing(x: usize, shown: &[Glyph], wanted: &[Glyph]) -> Option<usize> {
    let run = wanted[x..]
        .iter()
        .take_while(|glyph| glyph.is_blank())
        .count();
    let changed = (0..run)
        .rev()
        .find(|offset| shown[x + offset] != wanted[x + offset])?
        + 1;
    let cost = ERASE + changed.to_string().len();
    let skipped = shown.get(x + changed) == wanted.get(x + changed);
    let total = if skipped { cost } else { 2 * cost };
    (changed > total).then_some(changed)
}

/// A column as the terminal counts it. No terminal is wider than this.
fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
