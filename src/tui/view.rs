//! From the state to a frame. Reads, never writes; gives back the regions that it drew.
//!
//! ```text
//! title     workspace, period, day, rating counts, whether everything is saved
//! screens   1 Trackers  2 Recommendations  ...          (left out where it is small)
//! panes     themes | priorities          (wide: a page stands on the right)
//!           indicators | actions         (narrow: themes are tabs, one of the two below)
//!           or the one list of another screen
//! footer    the keys that apply here, or what just happened
//! ```
//! Overlays lie over the panes.

mod actions;
mod assist;
mod canvas;
mod cells;
mod chips;
mod conflict;
mod copy_view;
mod dialog;
mod exceptions;
mod finder;
mod following;
mod footer;
mod form;
mod frame;
mod gaps;
mod help;
mod history;
mod hits;
mod indicators;
mod layout;
mod many;
mod matrix;
mod meetings;
mod menu;
mod overview;
mod page;
mod palette;
mod priorities;
mod programme;
mod recommendations;
mod round;
mod screens;
mod sparkline;
mod stage;
mod themes;
mod title;
mod welcome;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::canvas::Canvas;
use self::layout::Layout;
use super::styles::Styles;
use crate::app::state::{Overlay, Pane, Regions, Screen, State, Table};

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
    let Some(layout) = Layout::of(area, state) else {
        canvas.too_small(area);
        drawn.regions.too_small = true;
        return drawn;
    };
    if let Some(Overlay::CopyView(view)) = state.overlays.last() {
        copy_view::draw(&mut canvas, state, view, area, &mut drawn);
        return drawn;
    }
    if let Some(welcome) = state.without_file() {
        let above = Rect {
            height: area.height - 1,
            ..area
        };
        welcome::draw(&mut canvas, state, welcome, above);
    } else {
        open_file(&mut canvas, state, &layout, &mut drawn);
    }
    if !state.overlays.is_empty() {
        // What lies below cannot be pressed.
        drawn.regions.hits.clear();
    }
    footer::draw(&mut canvas, state, layout.footer, &mut drawn);
    // A question about a form leaves the form in view.
    let below = state.overlays.len().checked_sub(2);
    if let (Some(Overlay::Question(_)), Some(form @ (Overlay::Form(_) | Overlay::Round(_)))) = (
        state.overlays.last(),
        below.and_then(|at| state.overlays.get(at)),
    ) {
        over(&mut canvas, state, form, &layout, &mut drawn);
        drawn.cursor = None;
    }
    if let Some(overlay) = state.overlays.last() {
        over(&mut canvas, state, overlay, &layout, &mut drawn);
    }
    if state.following {
        following::draw(&mut canvas, state, layout.body);
    }
    drawn
}

/// The screen of an open file, without footer and overlays.
fn open_file(canvas: &mut Canvas<'_>, state: &State, layout: &Layout, drawn: &mut Drawn) {
    title::draw(canvas, state, layout.title, &mut drawn.regions);
    if let Some(area) = layout.screens {
        screens::draw(canvas, state, area, &mut drawn.regions);
    }
    hits::lists(&mut drawn.regions, state, layout);
    panes(canvas, state, layout, drawn);
    if let Some(area) = layout.main {
        main(canvas, state, area, drawn);
    }
    if let Some(area) = layout.page {
        page::draw(canvas, state, area, &mut drawn.regions);
    }
    hits::splits(&mut drawn.regions, layout);
}

/// The panes of the trackers.
fn panes(canvas: &mut Canvas<'_>, state: &State, layout: &Layout, drawn: &mut Drawn) {
    if let Some(area) = layout.tabs {
        themes::tabs(canvas, state, area, &mut drawn.regions);
    }
    for (pane, area) in &layout.lists {
        match pane {
            Pane::Themes => themes::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Priorities => priorities::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Indicators => indicators::draw(canvas, state, *area, &mut drawn.regions),
            Pane::Actions => actions::draw(canvas, state, *area, &mut drawn.regions),
        }
    }
}

/// The one list of another screen.
fn main(canvas: &mut Canvas<'_>, state: &State, area: Rect, drawn: &mut Drawn) {
    match state.screen {
        // Its panes are drawn already.
        Screen::Trackers => {}
        Screen::Recommendations => match state.recommendations.shown {
            Table::List => recommendations::draw(canvas, state, area, &mut drawn.regions),
            Table::Matrix => matrix::draw(canvas, state, area, &mut drawn.regions),
            Table::Gaps => gaps::draw(canvas, state, area, &mut drawn.regions),
        },
        Screen::Exceptions => exceptions::draw(canvas, state, area, &mut drawn.regions),
        Screen::Overview => overview::draw(canvas, state, area, &mut drawn.regions),
        Screen::Programme => programme::draw(canvas, state, area, &mut drawn.regions),
        Screen::History => history::draw(canvas, state, area, &mut drawn.regions),
    }
}

fn over(
    canvas: &mut Canvas<'_>,
    state: &State,
    overlay: &Overlay,
    layout: &Layout,
    drawn: &mut Drawn,
) {
    let body = layout.body;
    match overlay {
        Overlay::Help(shown) => help::draw(canvas, state, shown, body, drawn),
        Overlay::Faults { scroll } => dialog::faults(canvas, state, *scroll, body, drawn),
        Overlay::Palette(palette) => palette::draw(canvas, state, palette, body, drawn),
        Overlay::Finder(finder) => finder::draw(canvas, state, finder, body, drawn),
        Overlay::Conflict { scroll } => conflict::draw(canvas, state, *scroll, body, drawn),
        Overlay::Form(form) => form::draw(canvas, form, body, drawn),
        Overlay::Round(round) => round::draw(canvas, state, round, body, drawn),
        Overlay::Stage(questions) => stage::draw(canvas, state, questions, body),
        Overlay::Meetings(meetings) => meetings::draw(canvas, meetings, body, &mut drawn.regions),
        Overlay::FieldChoice(choice) => many::choice(canvas, choice, body, &mut drawn.regions),
        Overlay::Preview(preview) => many::preview(canvas, state, preview, body, drawn),
        Overlay::Sort(menu) => menu::sort(canvas, state, menu, body, &mut drawn.regions),
        Overlay::Chips(chips) => {
            chips::draw(canvas, state, chips, body, &mut drawn.regions);
        }
        Overlay::Views(menu) => menu::views(canvas, menu, body, &mut drawn.regions),
        Overlay::Columns(menu) => menu::columns(canvas, menu, body, &mut drawn.regions),
        Overlay::Question(question) => dialog::question(canvas, state, question, body),
        // These are typed in the footer, so that the list stays in view.
        Overlay::Filter { assist, .. } => {
            if let Some(area) = layout.assist {
                assist::draw(canvas, assist, area);
            }
        }
        // The copy view and the screen without a file are drawn already; what is typed into the others
        // stands in the footer.
        Overlay::CopyView(_)
        | Overlay::Welcome(_)
        | Overlay::FileLine(_)
        | Overlay::ViewName { .. }
        | Overlay::Note { .. }
        | Overlay::Answer { .. }
        | Overlay::Merge { .. } => {}
    }
}
