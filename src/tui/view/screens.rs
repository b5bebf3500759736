//! The names of the screens, with their keys: one line under the title bar.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::hits;
use crate::app::state::{Regions, Screen, State, Target};

/// The gaps between two names, widest first.
const GAPS: [u16; 3] = [3, 2, 1];

/// Draws the line.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let (names, gap) = fitting(state, area.width.saturating_sub(1));
    let mut x = area.x + 1;
    for (screen, name) in Screen::ALL.into_iter().zip(names) {
        let key = (screen.index() + 1).to_string();
        let (key_style, name_style) = if screen == state.screen {
            (canvas.styles.accent, canvas.styles.accent)
        } else {
            (canvas.styles.strong, canvas.styles.dim)
        };
        let room = |x: u16| area.right().saturating_sub(x);
        let begins = x;
        x += canvas.text(x, area.y, room(x), &key, key_style) + 1;
        x += canvas.text(x, area.y, room(x), &name, name_style);
        hits::line(regions, begins, area.y, x - begins, Target::Screen(screen));
        x += gap;
    }
}

/// The names and the gap that fit a width: first the gaps give way, then the long names, then every
/// name but that of the screen in view.
fn fitting(state: &State, room: u16) -> ([String; 6], u16) {
    let full = Screen::ALL.map(|screen| named(state, screen, screen.title()));
    let short = Screen::ALL.map(|screen| named(state, screen, screen.short_title()));
    let least = Screen::ALL.map(|screen| {
        if screen == state.screen {
            named(state, screen, screen.title())
        } else {
            String::new()
        }
    });
    let needed = |names: &[String; 6], gap: u16| {
        let names = names.iter().map(|name| columns(name) + 2);
        names.sum::<u16>() + gap * 5
    };
    let [wide, middle, narrow] = GAPS;
    [
        (&full, wide),
        (&full, middle),
        (&short, middle),
        (&short, narrow),
    ]
    .into_iter()
    .find(|(names, gap)| needed(names, *gap) <= room)
    .map_or((least.clone(), narrow), |(names, gap)| (names.clone(), gap))
}

/// A name with the number of what needs attention behind it, where that is known.
fn named(state: &State, screen: Screen, name: &str) -> String {
    match count(state, screen) {
        Some(count) => format!("{name} {count}"),
        None => name.to_owned(),
    }
}

/// How much needs attention on a screen: the exceptions that nobody has answered.
fn count(state: &State, screen: Screen) -> Option<usize> {
    let exceptions = &state.exceptions;
    let known = screen == Screen::Exceptions && exceptions.counted_for == Some(state.generation);
    known.then_some(exceptions.unanswered)
}
