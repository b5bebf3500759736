//! Our own backend for ratatui: the fewest bytes, one write a frame.
//!
//! ratatui's crossterm backend writes each cell's move and colours as it goes, resets every frame,
//! and names the sixteen colours in their long form; over a slow line that is most of what is sent.
//! This one keeps a picture of what the terminal shows. A frame is gathered first; then the bytes
//! from the one picture to the other are made (see `paint`), wrapped in synchronised output so that
//! nothing is seen half-drawn, and written at once. If nothing changed, nothing is written.
//!
//! It never asks the terminal anything (crossterm's cursor position is a question), and no symbol
//! gets through that could command it (see `inert`).
//!
//! May import: `ratatui`, and `colour` beside it. It writes to any [`Write`], so that tests can
//! read the bytes.

use std::cell::Cell as Shared;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};

use super::colour::ColourLevel;
use grid::Grid;
use paint::Painter;
use pen::Pens;

mod cursor;
mod grid;
mod inert;
mod paint;
mod pen;
mod scroll;
#[cfg(test)]
mod tests;

const SYNC_BEGIN: &[u8] = b"\x1b[?2026h";
const SYNC_END: &[u8] = b"\x1b[?2026l";
const CURSOR_SHOW: &[u8] = b"\x1b[?25h";
const CURSOR_HIDE: &[u8] = b"\x1b[?25l";

/// A frame longer than this hides a visible cursor while it is written, for terminals that do not
/// know synchronised output.
const LONG_FRAME: usize = 256;

/// Why a frame was not shown.
#[derive(Debug, thiserror::Error)]
pub enum BackendError {
    /// The line is closed; nothing can be shown any more, and the program should end.
    #[error("the terminal is gone")]
    LineLost(#[source] io::Error),
    /// Something else went wrong in writing; the next frame repaints everything.
    #[error("the terminal could not be written to")]
    Write(#[source] io::Error),
    /// The terminal's size is not known.
    #[error("the size of the terminal is not known")]
    Size(#[source] io::Error),
    /// Only the whole screen can be cleared: there are no inline viewports here.
    #[error("only the whole screen can be cleared")]
    PartialClear,
}

/// What gives the terminal's size.
type Measure = Box<dyn Fn() -> io::Result<Size>>;

/// A backend for [`ratatui::Terminal`] that writes as little as it can.
pub struct TerseBackend<W: Write> {
    out: W,
    measure: Measure,
    /// The size that ratatui was told last.
    told: Shared<Size>,
    pens: Pens,
    painter: Painter,
    shown: Grid,
    wanted: Grid,
    clear: bool,
    cursor_wanted: Option<Position>,
    cursor_place: Position,
    cursor_shown: Option<bool>,
}

impl<W: Write> std::fmt::Debug for TerseBackend<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TerseBackend")
            .field("size", &self.wanted.size)
            .field("clear", &self.clear)
            .finish_non_exhaustive()
    }
}

impl<W: Write> TerseBackend<W> {
    /// A backend that writes to `out` and asks `measure` for the size. The first frame clears the
    /// screen.
    pub fn new(
        out: W,
        colours: ColourLevel,
        measure: impl Fn() -> io::Result<Size> + 'static,
    ) -> Self {
        let size = measure().unwrap_or_default();
        Self {
            out,
            measure: Box::new(measure),
            told: Shared::new(size),
            pens: Pens::new(colours),
            painter: Painter::new(),
            shown: Grid::blank(size),
            wanted: Grid::blank(size),
            clear: true,
            cursor_wanted: None,
            cursor_place: Position::ORIGIN,
            cursor_shown: None,
        }
    }

    /// Forgets what the terminal shows, since something else wrote to it: the next frame clears and
    /// writes everything.
    pub fn forget(&mut self) {
        self.clear = true;
        self.painter = Painter::new();
        self.cursor_shown = None;
    }

    /// Where the bytes go, for what is no part of a frame.
    pub fn writer(&mut self) -> &mut W {
        &mut self.out
    }

    /// The bytes of the frame; empty when the screen is right as it is.
    fn frame(&mut self) -> Vec<u8> {
        let visible = self.cursor_shown == Some(true);
        self.painter.out.clear();
        if self.clear {
            self.painter.clear();
            self.shown = Grid::blank(self.wanted.size);
        }
        self.paint();
        let mut frame = Vec::new();
        let hide = match self.cursor_wanted {
            Some(_) => visible && self.painter.out.len() > LONG_FRAME,
            None => self.cursor_shown != Some(false),
        };
        if hide {
            frame.extend_from_slice(CURSOR_HIDE);
        }
        if let Some(place) = self.cursor_wanted {
            self.painter.go(place.x, place.y, self.wanted.size.width);
        }
        frame.append(&mut self.painter.out);
        if self.cursor_wanted.is_some() && (hide || !visible) {
            frame.extend_from_slice(CURSOR_SHOW);
        }
        frame
    }

    /// Paints what differs, with a scroll if that is shorter.
    fn paint(&mut self) {
        let mut moved = None;
        if let Some(scroll) = scroll::find(&self.shown, &self.wanted) {
            let mut shown = self.shown.clone();
            shown.scroll(scroll.top, scroll.bottom, scroll.lines);
            let mut painter = self.painter.clone();
            painter.scroll(&scroll);
            painter.rows(&shown, &self.wanted);
            moved = Some(painter);
        }
        self.painter.rows(&self.shown, &self.wanted);
        if let Some(moved) = moved.filter(|moved| moved.out.len() < self.painter.out.len()) {
            self.painter = moved;
        }
    }

    /// Notes that the frame is on the screen.
    fn settle(&mut self) {
        self.clear = false;
        self.cursor_shown = Some(self.cursor_wanted.is_some());
        for y in 0..self.wanted.size.height {
            if self.shown.row(y) != self.wanted.row(y) {
                self.shown.copy_row(y, self.wanted.row(y));
            }
        }
    }
}

impl<W: Write> Backend for TerseBackend<W> {
    type Error = BackendError;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Self::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.wanted.put(x, y, cell, &mut self.pens);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Self::Error> {
        self.cursor_wanted = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Self::Error> {
        self.cursor_wanted = Some(self.cursor_place);
        Ok(())
    }

    /// Where it was last put; the terminal is not asked.
    fn get_cursor_position(&mut self) -> Result<Position, Self::Error> {
        Ok(self.cursor_place)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Self::Error> {
        let size = self.wanted.size;
        let Position { x, y } = position.into();
        self.cursor_place = Position {
            x: x.min(size.width.saturating_sub(1)),
            y: y.min(size.height.saturating_sub(1)),
        };
        if self.cursor_wanted.is_some() {
            self.cursor_wanted = Some(self.cursor_place);
        }
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Self::Error> {
        self.clear = true;
        self.wanted = Grid::blank(self.told.get());
        self.set_cursor_position(self.cursor_place)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), Self::Error> {
        if clear_type == ClearType::All {
            self.clear()
        } else {
            Err(BackendError::PartialClear)
        }
    }

    fn size(&self) -> Result<Size, Self::Error> {
        let size = (self.measure)().map_err(|fault| {
            if is_gone(&fault) {
                BackendError::LineLost(fault)
            } else {
                BackendError::Size(fault)
            }
        })?;
        self.told.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Self::Error> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    /// Writes the frame: the one place that writes.
    fn flush(&mut self) -> Result<(), Self::Error> {
        let frame = self.frame();
        if frame.is_empty() {
            return Ok(());
        }
        let whole = [SYNC_BEGIN, &frame, SYNC_END].concat();
        match self.out.write_all(&whole).and_then(|()| self.out.flush()) {
            Ok(()) => {
                self.settle();
                Ok(())
            }
            Err(fault) => {
                self.forget();
                Err(write_error(fault))
            }
        }
    }
}

/// Tells a closed line from any other fault in writing.
pub(super) fn write_error(fault: io::Error) -> BackendError {
    if is_gone(&fault) {
        BackendError::LineLost(fault)
    } else {
        BackendError::Write(fault)
    }
}

/// Whether a fault means that the terminal is no longer there.
fn is_gone(fault: &io::Error) -> bool {
    use rustix::io::Errno;
    let gone =
        [Errno::IO, Errno::PIPE, Errno::NXIO, Errno::BADF].map(|errno| Some(errno.raw_os_error()));
    fault.kind() == io::ErrorKind::BrokenPipe || gone.contains(&fault.raw_os_error())
}

/// Makes wide characters whole after everything was drawn.
///
/// A popup that covers half of one leaves its other half in the buffer, and ratatui's diff then
/// skips the cell beside it. What a terminal does is done here: half a wide character is a blank. A
/// whole one lends its look to the cell that it covers, so that the diff sees when that cell comes
/// back.
pub fn mend_wide(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
    if width == 0 {
        return;
    }
    for row in buffer.content.chunks_mut(width) {
        let mut x = 0;
        while x < row.len() {
            let columns = if row[x].symbol().len() < 2 {
                1
            } else {
                usize::from(row[x].cell_width()).max(1)
            };
            let end = x + columns;
            if columns > 1
                && (end > row.len() || row[x + 1..end].iter().any(|cell| cell.symbol() != " "))
            {
                row[x].set_symbol(" ");
                x += 1;
                continue;
            }
            let style = row[x].style();
            row[x..end].iter_mut().skip(1).for_each(|covered| {
                covered.reset();
                covered.set_style(style);
            });
            x = end;
        }
    }
}
