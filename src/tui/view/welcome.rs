//! The screen that stands where no file is open: what can be chosen, and the files that fit what is typed.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use crate::app::command::Command;
use crate::app::place::Places;
use crate::app::state::{FileLine, NoticeTone, Offer, Overlay, State, WantedFile, Welcome};
use crate::text;

/// From this width on an offer says what it is about.
const WITH_REMARK: u16 = 60;
/// The columns of an offer before its remark.
const OFFER: u16 = 26;
/// Lower than this every line is needed for the offers.
const WITH_BLANKS: u16 = 12;

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, welcome: &Welcome, area: Rect) {
    let inside = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area
    };
    let mut lines = Lines {
        y: inside.y,
        inside,
        airy: area.height >= WITH_BLANKS,
    };
    lines.blank();
    lines.text(canvas, "Scrutineer", canvas.styles.accent);
    let about = "Improvement plans in a terminal";
    lines.text(canvas, about, canvas.styles.base);
    lines.blank();
    match state.overlays.last() {
        Some(Overlay::FileLine(line)) => file(canvas, state, line, &mut lines),
        _ => offers(canvas, state, welcome, &mut lines),
    }
}

/// Lines one below the other.
struct Lines {
    y: u16,
    inside: Rect,
    /// Whether there is room for lines with nothing in them.
    airy: bool,
}

impl Lines {
    /// The next line, if there is one.
    fn next(&mut self) -> Option<Rect> {
        let line = (self.y < self.inside.bottom()).then_some(Rect {
            y: self.y,
            height: 1,
            ..self.inside
        })?;
        self.y += 1;
        Some(line)
    }

    fn blank(&mut self) {
        if self.airy {
            self.y += 1;
        }
    }

    fn text(&mut self, canvas: &mut Canvas<'_>, text: &str, style: Style) {
        if let Some(line) = self.next() {
            canvas.text(line.x, line.y, line.width, text, style);
        }
    }

    /// As many lines as a text needs.
    fn wrapped(&mut self, canvas: &mut Canvas<'_>, text: &str, style: Style) {
        let safe = text::display_safe(text);
        for line in text::wrap(&safe, usize::from(self.inside.width)) {
            self.text(canvas, line, style);
        }
    }

    /// How many lines are left.
    fn left(&self) -> usize {
        usize::from(self.inside.bottom().saturating_sub(self.y))
    }
}

fn offers(canvas: &mut Canvas<'_>, state: &State, welcome: &Welcome, lines: &mut Lines) {
    let said = welcome.gone.as_ref().map_or_else(
        || "No file is named, and none was open.".to_owned(),
        |gone| format!("{gone}, which was open last, is not there any more."),
    );
    lines.wrapped(canvas, &said, canvas.styles.dim);
    lines.blank();
    let offers = welcome.offers();
    // The selected one stays in view, whatever the height.
    let skipped = (welcome.selected + 1).saturating_sub(lines.left().saturating_sub(2));
    for (place, offer) in offers.iter().enumerate().skip(skipped) {
        if matches!(offer, Offer::Near(_)) && place == FIXED {
            lines.blank();
            lines.text(canvas, "In this folder", canvas.styles.dim);
        }
        let Some(line) = lines.next() else { return };
        let key = |command| {
            let key = state.keymap.named(command, Places::WELCOME, state.ascii);
            format!("{key}  ")
        };
        let (key, words, remark) = match offer {
            Offer::Sample => (
                key(Command::OpenSample),
                "Look round in the sample",
                "a copy of Leeds' plans, 2008 to 2010",
            ),
            Offer::Open => (
                key(Command::OpenFile),
                "Open a file",
                "a workspace that is there",
            ),
            Offer::New => (
                key(Command::NewWorkspace),
                "Start a new workspace",
                "with a title and nothing in it",
            ),
            Offer::Near(name) => (String::new(), *name, ""),
        };
        row(canvas, line, &key, words, remark, place == welcome.selected);
    }
}

/// How many offers there always are.
const FIXED: usize = 3;

fn row(canvas: &mut Canvas<'_>, line: Rect, key: &str, words: &str, remark: &str, selected: bool) {
    if selected {
        canvas.raw(line.x, line.y, 1, ">", canvas.styles.accent);
    }
    let mut x = line.x + 2;
    let room = |x: u16| line.right().saturating_sub(x);
    x += canvas.text(x, line.y, room(x), key, canvas.styles.strong);
    let used = canvas.text(x, line.y, room(x), words, canvas.styles.base);
    if selected {
        let area = Rect {
            x,
            width: used,
            ..line
        };
        canvas.style(area, canvas.styles.selected);
    }
    if line.width >= WITH_REMARK {
        let x = x + used.max(OFFER) + 2;
        canvas.text(x, line.y, room(x), remark, canvas.styles.dim);
    }
}

/// What is typed for, and the names that fit.
fn file(canvas: &mut Canvas<'_>, state: &State, line: &FileLine, lines: &mut Lines) {
    let (heading, about) = match &line.wanted {
        WantedFile::Open => ("Open a file", "Tab takes a name, the arrows choose one."),
        WantedFile::Sample => (
            "Look round in the sample",
            "A copy is put there; a file that is there is left as it is.",
        ),
        WantedFile::Title => (
            "Start a new workspace",
            "Any title will do; it can be changed later.",
        ),
        WantedFile::New { title } => (
            title.as_str(),
            "A file that is there already is left as it is.",
        ),
    };
    lines.text(canvas, heading, canvas.styles.strong);
    lines.wrapped(canvas, about, canvas.styles.dim);
    lines.blank();
    // The footer has the line; why a file was not opened may be long.
    if let Some(notice) = &state.notice {
        let style = match notice.tone {
            NoticeTone::Done => canvas.styles.done,
            NoticeTone::Warning => canvas.styles.warning,
            NoticeTone::Error => canvas.styles.error,
        };
        lines.wrapped(canvas, &notice.text, style);
        lines.blank();
    }
    let room = lines.left();
    let offset = line.chosen.map_or(0, |at| (at + 1).saturating_sub(room));
    for (place, name) in line.fits.iter().enumerate().skip(offset) {
        let Some(area) = lines.next() else { return };
        row(canvas, area, "", name, "", line.chosen == Some(place));
    }
    let nothing = line.fits.is_empty() && !line.names.is_empty();
    if nothing && line.wanted == WantedFile::Open {
        lines.text(
            canvas,
            "No workspace file or folder begins so.",
            canvas.styles.dim,
        );
    }
}

/// What the footer says before the line.
pub(super) fn label(wanted: &WantedFile) -> &'static str {
    match wanted {
        WantedFile::Open => "File: ",
        WantedFile::Title => "Title: ",
        WantedFile::Sample | WantedFile::New { .. } => "Put it in: ",
    }
}
