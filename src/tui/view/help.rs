//! The help: the keys of a place, made from the registry, narrowed by what is typed.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::{Drawn, footer};
use crate::app::command::{COMMANDS, Command, CommandSpec, Topic, commands_in};
use crate::app::keymap::Keymap;
use crate::app::place::Places;
use crate::app::state::{Help, State};

/// From this width on the frame has room for the place and for how to scroll.
const WITH_WHERE: u16 = 60;
/// What stands where nothing is typed.
const PROMPT: &str = "type to search: a key, a name, a word";

/// A line of the help: keys and words; a heading has no words.
type HelpLine = (String, &'static str);

/// Draws the help.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    help: &Help,
    body: Rect,
    drawn: &mut Drawn,
) {
    let all = of_place(&state.keymap, help.about, state.ascii);
    let lines = match &help.fits {
        None => &all,
        Some(fits) => &fitting(&state.keymap, fits, state.ascii),
    };
    // As high as all of it, so that the box stays where it is while it is searched.
    let area = box_in(body, 76, u16::try_from(all.len() + 3).unwrap_or(u16::MAX));
    canvas.clear(area);
    let height = usize::from(area.height.saturating_sub(3));
    let scroll = help.scroll.min(lines.len().saturating_sub(height));
    let remark = match help.fits {
        Some(_) if lines.len() <= height => format!("{} shows all", state.key_of(Command::Back)),
        _ => scrolled(state, area, scroll, height, lines.len()),
    };
    let heading = if area.width < WITH_WHERE {
        "Keys"
    } else {
        "Keys for where you are"
    };
    let inside = canvas.frame(area, heading, &remark, true);
    if inside.height == 0 {
        return;
    }
    search(canvas, help, inside, drawn);
    let below = Rect {
        y: inside.y + 1,
        height: inside.height - 1,
        ..inside
    };
    paint(canvas, lines, scroll, below);
    drawn.regions.overlay = Some((lines.len(), height));
}

/// The line that is typed into.
fn search(canvas: &mut Canvas<'_>, help: &Help, inside: Rect, drawn: &mut Drawn) {
    let line = Rect {
        height: 1,
        ..inside
    };
    footer::typed(canvas, line, "", &help.line, &footer::Remark::None, drawn);
    if help.line.is_empty() {
        let room = inside.width.saturating_sub(2);
        canvas.text(inside.x + 1, inside.y, room, PROMPT, canvas.styles.dim);
    }
}

/// Paints the lines that fit, the keys in a column of their own.
fn paint(canvas: &mut Canvas<'_>, lines: &[HelpLine], scroll: usize, inside: Rect) {
    let keyed = lines.iter().filter(|(_, words)| !words.is_empty());
    let widest = keyed.map(|(keys, _)| columns(keys)).max();
    let widest = widest.unwrap_or(0).min(24);
    let room = inside.width.saturating_sub(1);
    for (y, (keys, words)) in (inside.top()..inside.bottom()).zip(lines.iter().skip(scroll)) {
        let (x, wide) = (inside.x + 1, canvas.styles.accent);
        if words.is_empty() {
            canvas.text(x, y, room, keys, wide);
            continue;
        }
        canvas.text(x, y, widest, keys, canvas.styles.strong);
        let x = inside.x + 3 + widest;
        let room = inside.right().saturating_sub(x);
        canvas.text(x, y, room, words, canvas.styles.base);
    }
}

/// What can be done in a place, by topic.
fn of_place(keymap: &Keymap, about: Places, ascii: bool) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for topic in Topic::TOLD {
        let of_topic = commands_in(about).filter(|spec| spec.topic == topic);
        let of_topic: Vec<HelpLine> = of_topic.map(|spec| line(keymap, spec, ascii)).collect();
        under(&mut lines, topic.heading(), of_topic);
    }
    lines
}

/// What fits here, and below it what fits elsewhere.
fn fitting(
    keymap: &Keymap,
    [here, elsewhere]: &[Vec<&'static str>; 2],
    ascii: bool,
) -> Vec<HelpLine> {
    let named = |names: &[&'static str]| {
        let specs = names
            .iter()
            .filter_map(|name| COMMANDS.iter().find(|spec| spec.name == *name));
        specs
            .map(|spec| line(keymap, spec, ascii))
            .collect::<Vec<_>>()
    };
    let mut lines = named(here);
    if lines.is_empty() {
        lines.push(("Nothing here fits that.".to_owned(), ""));
    }
    under(&mut lines, "In other places", named(elsewhere));
    lines
}

/// Adds lines under a heading, if there are any.
fn under(lines: &mut Vec<HelpLine>, heading: &str, more: Vec<HelpLine>) {
    if more.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push((String::new(), ""));
    }
    lines.push((heading.to_owned(), ""));
    lines.extend(more);
}

fn line(keymap: &Keymap, spec: &CommandSpec, ascii: bool) -> HelpLine {
    let keys = keymap.shown(spec, ascii);
    let keys = if keys.is_empty() {
        "palette".to_owned()
    } else {
        keys.join("  ")
    };
    (keys, spec.doc)
}

/// Which lines of a text are shown, where it is longer than its box.
pub(super) fn scrolled(
    state: &State,
    area: Rect,
    scroll: usize,
    height: usize,
    lines: usize,
) -> String {
    if lines <= height {
        return format!("{} closes", state.key_of(Command::Back));
    }
    let last = (scroll + height).min(lines);
    let which = format!("{}-{last} of {lines}", scroll + 1);
    if area.width < WITH_WHERE {
        which
    } else {
        format!("PgUp PgDn scroll   {which}")
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
