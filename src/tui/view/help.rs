//! The help: the keys of a place, made from the registry.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::{Canvas, columns};
use crate::app::command::{Topic, commands_in};
use crate::app::keymap::Keymap;
use crate::app::place::Places;
use crate::app::state::State;

/// From this width on the frame has room for the place and for how to scroll.
const WITH_WHERE: u16 = 60;

/// A line of the help: keys and words; a heading has no keys.
type HelpLine = (String, &'static str);

/// Draws the help.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    about: Places,
    scroll: usize,
    body: Rect,
    drawn: &mut Drawn,
) {
    let lines = lines(&state.keymap, about, state.ascii);
    let area = box_in(body, 76, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    canvas.clear(area);
    let height = usize::from(area.height.saturating_sub(2));
    let scroll = scroll.min(lines.len().saturating_sub(height));
    let remark = scrolled(area, scroll, height, lines.len());
    let heading = if area.width < WITH_WHERE {
        "Keys"
    } else {
        "Keys for where you are"
    };
    let inside = canvas.frame(area, heading, &remark, true);
    let widest = lines
        .iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(keys, _)| columns(keys))
        .max()
        .unwrap_or(0)
        .min(24);
    for (y, (keys, words)) in (inside.top()..inside.bottom()).zip(lines.iter().skip(scroll)) {
        if words.is_empty() {
            canvas.text(
                inside.x + 1,
                y,
                inside.width.saturating_sub(1),
                keys,
                canvas.styles.accent,
            );
            continue;
        }
        canvas.text(inside.x + 1, y, widest, keys, canvas.styles.strong);
        let x = inside.x + 3 + widest;
        canvas.text(
            x,
            y,
            inside.right().saturating_sub(x),
            words,
            canvas.styles.base,
        );
    }
    drawn.regions.overlay = Some((lines.len(), height));
}

/// What can be done in a place, by topic.
fn lines(keymap: &Keymap, about: Places, ascii: bool) -> Vec<HelpLine> {
    let topics = [
        Topic::Change,
        Topic::Find,
        Topic::Move,
        Topic::Program,
        Topic::Overlay,
    ];
    let mut lines = Vec::new();
    for topic in topics {
        let of_topic: Vec<_> = commands_in(about)
            .filter(|spec| spec.topic == topic)
            .collect();
        if of_topic.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push((String::new(), ""));
        }
        lines.push((topic.heading().to_owned(), ""));
        for spec in of_topic {
            let keys = keymap.shown(spec, ascii);
            let keys = if keys.is_empty() {
                "palette".to_owned()
            } else {
                keys.join("  ")
            };
            lines.push((keys, spec.doc));
        }
    }
    lines
}

/// Which lines of a text are shown, where it is longer than its box.
pub(super) fn scrolled(area: Rect, scroll: usize, height: usize, lines: usize) -> String {
    if lines <= height {
        return "Esc closes".to_owned();
    }
    let last = (scroll + height).min(lines);
    let which = format!("{}-{last} of {lines}", scroll + 1);
    if area.width < WITH_WHERE {
        which
    } else {
        format!("j k scroll   {which}")
    }
}

/// A box in the middle of an area: as wide and high as it needs, at most the area.
pub(super) fn box_in(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
