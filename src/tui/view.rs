//! From the state to a frame. Reads, never writes; gives back the regions that it drew.
//!
//! ```text
//! title     workspace, period, day, rating counts, whether everything is saved
//! panes     themes | priorities          (wide: a page stands on the right)
//!           indicators | actions         (narrow: themes are tabs, one of the two below)
//! footer    the keys that apply here, or what just happened
//! ```
//! Overlays lie over the panes.

mod actions;
mod canvas;
mod dialog;
mod finder;
mod footer;
mod frame;
mod help;
mod indicators;
mod layout;
mod page;
mod palette;
mod priorities;
mod sparkline;
mod themes;
mod title;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::canvas::Canvas;
use self::layout::Screen;
use super::styles::Styles;
use crate::app::state::{Overlay, Pane, Regions, State};

/// What a frame came to.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// What was drawn where.
    pub regions: Regions,
    /// Where the cursor stands, while a line is typed.
    pub cursor: Option<Position>,
}

/// Draws the whole screen.
pub fn view(state: &State, styles: &Styles, area: Rect, buffer: &mut Buffer) -> Drawn {
    let mut canvas = Canvas::new(buffer, styles, state.ascii);
    let mut drawn = Drawn::default();
    let Some(screen) = Screen::of(area, state) else {
        canvas.too_small(area);
        drawn.regions.too_small = true;
        return drawn;
    };
    title::draw(&mut canvas, state, screen.title);
    panes(&mut canvas, state, &screen, &mut drawn);
    footer::draw(&mut canvas, state, screen.footer, &mut drawn);
    if let Some(overlay) = state.overlays.last() {
        over(&mut canvas, state, overlay, &screen, &mut drawn);
    }
    drawn
}

fn panes(canvas: &mut Canvas<'_>, state: &State, screen: &Screen, drawn: &mut Drawn) {
    if let Some(area) = screen.tabs {
        themes::tabs(canvas, state, area);
    }
    for (pane, area) in &screen.lists {
        match pane {
            Pane::Themes => themes::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Priorities => priorities::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Indicators => indicators::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Actions => actions::draw(canvas, state, *area, &mut drawn.regions),
        }
    }
    if let Some(area) = screen.page {
        page::draw(canvas, state, area, &mut drawn.regions);
    }
}

fn over(
    canvas: &mut Canvas<'_>,
    state: &State,
    overlay: &Overlay,
    screen: &Screen,
    drawn: &mut Drawn,
) {
    match overlay {
        Overlay::Help { about, scroll } => {
            help::draw(canvas, state, *about, *scroll, screen.body, drawn);
        }
        Overlay::Faults { scroll } => dialog::faults(canvas, state, *scroll, screen.body, drawn),
        Overlay::Palette(palette) => palette::draw(canvas, state, palette, screen.body, drawn),
        Overlay::Finder(finder) => finder::draw(canvas, state, finder, screen.body, drawn),
        Overlay::Question(question) => dialog::question(canvas, question, screen.body),
        // These are typed in the footer, so that the list stays in view.
        Overlay::Filter { .. } | Overlay::Note { .. } => {}
    }
}
