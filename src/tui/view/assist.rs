//! The line under a query that is typed: what fits where the cursor stands, what `Tab` takes first.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use crate::search::{Assist, Completion, SYNTAX};

/// Blanks between two things that fit.
const GAP: u16 = 2;

/// Draws what fits, as much of it as there is room for.
pub(super) fn draw(canvas: &mut Canvas<'_>, assist: &Assist, area: Rect) {
    let mut line = Line {
        x: area.x + 1,
        end: area.right(),
        y: area.y,
    };
    let typed = !assist.range.is_empty();
    match (assist.about.as_str(), assist.options.as_slice()) {
        ("", options) if !typed || options.is_empty() => {
            let fields = options.iter().map(|option| option.shown.as_str());
            for text in SYNTAX.iter().copied().chain(fields) {
                line.dim(canvas, text);
            }
        }
        (about, options) => {
            if !about.is_empty() {
                line.dim(canvas, about);
            }
            line.options(canvas, options);
        }
    }
}

/// A line that is filled from the left.
struct Line {
    x: u16,
    end: u16,
    y: u16,
}

impl Line {
    fn dim(&mut self, canvas: &mut Canvas<'_>, text: &str) {
        let style = canvas.styles.dim;
        self.say(canvas, text, style);
    }

    /// What does not fit whole is left out, and everything behind it.
    fn say(&mut self, canvas: &mut Canvas<'_>, text: &str, style: ratatui::style::Style) {
        let room = self.end.saturating_sub(self.x);
        if columns(text) > room {
            self.x = self.end;
            return;
        }
        self.x += canvas.text(self.x, self.y, room, text, style) + GAP;
    }

    /// The first is what `Tab` takes.
    fn options(&mut self, canvas: &mut Canvas<'_>, options: &[Completion]) {
        let Some((first, rest)) = options.split_first() else {
            return;
        };
        let (strong, accent) = (canvas.styles.strong, canvas.styles.accent);
        self.say(canvas, "Tab", strong);
        self.x = self.x.saturating_sub(GAP - 1);
        self.say(canvas, &first.shown, accent);
        if !first.doc.is_empty() {
            self.dim(canvas, &first.doc);
        }
        for option in rest {
            self.dim(canvas, &option.shown);
        }
    }
}
