//! The one way onto the screen: every text from the file is made inert here before it is painted.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::rating::Rating;
use crate::text::{self, Ellipsis};
use crate::tui::styles::Styles;

/// A buffer with the styles to paint in.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// What things look like.
    pub(super) styles: &'a Styles,
    /// Whether only ASCII is drawn.
    pub(super) ascii: bool,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, styles: &'a Styles, ascii: bool) -> Self {
        Self {
            buffer,
            styles,
            ascii,
        }
    }

    /// Paints a text of the program or of the file, cut where it does not fit. Gives back how many
    /// columns it took.
    pub(super) fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let safe = text::display_safe(text);
        let ellipsis = if self.ascii {
            Ellipsis::Ascii
        } else {
            Ellipsis::Unicode
        };
        let shown = text::truncate_with(&safe, usize::from(width), ellipsis);
        self.raw(x, y, width, &shown, style)
    }

    /// Paints a text flush with the right edge of a field.
    pub(super) fn right(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let own = columns(text).min(width);
        self.text(x + width - own, y, own, text, style);
    }

    /// Paints a text with some of its bytes marked as matched.
    pub(super) fn marked(
        &mut self,
        x: u16,
        y: u16,
        width: u16,
        text: &str,
        ranges: &[Range<usize>],
        style: Style,
    ) {
        let end = x.saturating_add(self.text(x, y, width, text, style));
        if text::display_safe(text) != text {
            return;
        }
        for range in ranges {
            let (Some(before), Some(matched)) = (text.get(..range.start), text.get(range.clone()))
            else {
                continue;
            };
            let from = x.saturating_add(columns(before));
            let to = from.saturating_add(columns(matched)).min(end);
            if from < to {
                self.style(
                    Rect {
                        x: from,
                        y,
                        width: to - from,
                        height: 1,
                    },
                    self.styles.matched,
                );
            }
        }
    }

    /// A rating's chip of three cells; dots where there is none, the text in brackets where it is none
    /// of the known ones.
    pub(super) fn chip(
        &mut self,
        x: u16,
        y: u16,
        rating: Option<Rating>,
        stated: Option<&str>,
    ) -> u16 {
        match (rating, stated) {
            (Some(rating), _) => {
                let letter = rating.letter();
                let chip = if letter.len() == 1 {
                    format!(" {letter} ")
                } else {
                    format!("{letter} ")
                };
                self.raw(x, y, 3, &chip, self.styles.chip(rating))
            }
            (None, Some(_)) => self.raw(x, y, 3, " ? ", self.styles.late),
            (None, None) => self.raw(
                x,
                y,
                3,
                if self.ascii { " . " } else { " · " },
                self.styles.dim,
            ),
        }
    }

    /// Changes the style of cells that are painted already.
    pub(super) fn style(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, style);
    }

    /// Empties an area. A wide character that reaches into it from the left goes too: a terminal would
    /// paint its other half over the first column.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            let before = area.left().checked_sub(1);
            let before = before.and_then(|x| self.buffer.cell_mut((x, y)));
            if let Some(cell) = before.filter(|cell| text::width(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Paints text that is safe already.
    pub(super) fn raw(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y < area.top() || y >= area.bottom() || x >= area.right() || x < area.left() {
            return 0;
        }
        let (end, _) = self
            .buffer
            .set_stringn(x, y, text, usize::from(width), style);
        end - x
    }

    /// The buffer itself, for widgets of the library.
    pub(super) fn buffer_mut(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Says that nothing fits.
    pub(super) fn too_small(&mut self, area: Rect) {
        if area.height > 0 {
            let middle = area.y + area.height / 2;
            self.text(
                area.x,
                middle,
                area.width,
                "too small: 20x5",
                self.styles.base,
            );
        }
    }
}

/// The columns of a text on screen.
pub(super) fn columns(text: &str) -> u16 {
    u16::try_from(text::width(&text::display_safe(text))).unwrap_or(u16::MAX)
}
