//! What stands where, by the size of the terminal.

use ratatui::layout::Rect;

use crate::app::state::{Overlay, Pane, Screen, Split, State};

/// The regions of a screen.
pub(super) struct Layout {
    /// The title bar.
    pub(super) title: Rect,
    /// The names of the screens.
    pub(super) screens: Option<Rect>,
    /// Everything between these and the footer.
    pub(super) body: Rect,
    /// The themes as a line of tabs.
    pub(super) tabs: Option<Rect>,
    /// The panes of the trackers that are drawn.
    pub(super) lists: Vec<(Pane, Rect)>,
    /// The list of a screen that has only one.
    pub(super) main: Option<Rect>,
    /// The page.
    pub(super) page: Option<Rect>,
    /// The borders that can be moved: what each divides, and how much lies before it.
    pub(super) splits: Vec<(Split, Rect, u16)>,
    /// What fits in the query that is typed in the footer.
    pub(super) assist: Option<Rect>,
    /// The footer.
    pub(super) footer: Rect,
}

/// Smaller than this nothing can be read.
const LEAST: (u16, u16) = (20, 5);
/// Narrower or lower than this there is one pane at a time.
const ONE_PANE: (u16, u16) = (60, 16);
/// From here on the themes have a pane of their own.
const FOUR_PANES: u16 = 100;
/// From here on the page stands beside the panes.
const PAGE_BESIDE: u16 = 140;
/// Lower than this a list that is filtered needs every line.
const WITH_ASSIST: u16 = 10;
/// Smaller than this the names of the screens would cost too much.
const WITH_SCREENS: (u16, u16) = (60, 20);
/// No pane is made narrower than this, for a rating, a sign and a code, and none lower.
const LEAST_COLUMNS: u16 = 20;
const LEAST_ROWS: u16 = 4;
/// No page is wider: prose is held to a hundred columns.
const WIDEST_PAGE: u16 = 104;

impl Layout {
    /// The regions for an area; `None` where it is too small for anything.
    pub(super) fn of(area: Rect, state: &State) -> Option<Self> {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            return None;
        }
        let line = |y: u16| Rect {
            y,
            height: 1,
            ..area
        };
        let with_screens = area.width >= WITH_SCREENS.0 && area.height >= WITH_SCREENS.1;
        let above = 1 + u16::from(with_screens);
        let filters = matches!(state.overlays.last(), Some(Overlay::Filter { .. }));
        let with_assist = filters && area.height >= WITH_ASSIST;
        let below = 1 + u16::from(with_assist);
        let mut layout = Self {
            title: line(area.y),
            screens: with_screens.then(|| line(area.y + 1)),
            body: Rect {
                y: area.y + above,
                height: area.height - above - below,
                ..area
            },
            tabs: None,
            lists: Vec::new(),
            main: None,
            page: None,
            splits: Vec::new(),
            assist: with_assist.then(|| line(area.bottom() - 2)),
            footer: line(area.bottom() - 1),
        };
        let beside = area.width >= PAGE_BESIDE && area.height >= ONE_PANE.1;
        if state.page().is_some() && !beside {
            layout.page = Some(layout.body);
        } else if state.screen != Screen::Trackers {
            layout.with_one_list(beside && !state.in_matrix(), state);
        } else if beside {
            layout.with_page_beside(state);
        } else if area.width < ONE_PANE.0 || area.height < ONE_PANE.1 {
            layout.lists = vec![(state.trackers.focus, layout.body)];
        } else if area.width < FOUR_PANES {
            layout.with_tabs(state);
        } else {
            layout.with_four_panes(layout.body, state);
        }
        Some(layout)
    }

    /// A screen with one list; wide: the page on the right.
    fn with_one_list(&mut self, beside: bool, state: &State) {
        if !beside {
            self.main = Some(self.body);
            return;
        }
        let left = self.body.width - page_width(self.body.width);
        let (left, right) = self.divide(Split::Page, self.body, left, state);
        self.main = Some(left);
        self.page = Some(right);
    }

    /// Narrow: tabs, priorities, and one of indicators and actions.
    fn with_tabs(&mut self, state: &State) {
        let body = self.body;
        self.tabs = Some(Rect { height: 1, ..body });
        let rest = Rect {
            y: body.y + 1,
            height: body.height - 1,
            ..body
        };
        let lower = if state.trackers.focus == Pane::Actions {
            Pane::Actions
        } else {
            Pane::Indicators
        };
        let upper = upper_height(rest.height, state);
        let (above, below) = self.divide(Split::Upper, rest, upper, state);
        self.lists = vec![(Pane::Priorities, above), (lower, below)];
    }

    /// Medium: two above, two below.
    fn with_four_panes(&mut self, area: Rect, state: &State) {
        let upper = upper_height(area.height, state);
        let (above, below) = self.divide(Split::Upper, area, upper, state);
        let themes = themes_width(area.width);
        let (themes, priorities) = self.divide(Split::Themes, above, themes, state);
        let (indicators, actions) = self.divide(Split::Lower, below, area.width * 58 / 100, state);
        self.lists = vec![
            (Pane::Themes, themes),
            (Pane::Priorities, priorities),
            (Pane::Indicators, indicators),
            (Pane::Actions, actions),
        ];
    }

    /// Wide: the lists on the left, the page on the right.
    fn with_page_beside(&mut self, state: &State) {
        let left = self.body.width - page_width(self.body.width);
        let (left, right) = self.divide(Split::Page, self.body, left, state);
        self.page = Some(right);
        let upper = upper_height(left.height * 75 / 100, state);
        let (above, rest) = self.divide(Split::Upper, left, upper, state);
        let lower = share(rest.height, state);
        let (indicators, actions) = self.divide(Split::Stacked, rest, lower, state);
        let themes = themes_width(left.width);
        let (themes, priorities) = self.divide(Split::Themes, above, themes, state);
        self.lists = vec![
            (Pane::Themes, themes),
            (Pane::Priorities, priorities),
            (Pane::Indicators, indicators),
            (Pane::Actions, actions),
        ];
    }
}

impl Layout {
    /// Divides an area: so much before the border, unless the user put it elsewhere.
    fn divide(&mut self, split: Split, area: Rect, own: u16, state: &State) -> (Rect, Rect) {
        let at = if split.is_upright() {
            state.sizes.part(split, area.width, LEAST_COLUMNS, own)
        } else {
            state.sizes.part(split, area.height, LEAST_ROWS, own)
        };
        self.splits.push((split, area, at));
        if split.is_upright() {
            columns(area, at)
        } else {
            halves(area, at)
        }
    }
}

/// How wide a page beside the lists is.
fn page_width(body: u16) -> u16 {
    (body * 48 / 100).min(WIDEST_PAGE)
}

/// A little more than half for the priorities, but no more than they and the themes need.
fn upper_height(height: u16, state: &State) -> u16 {
    let rows = state
        .trackers
        .priorities
        .rows
        .len()
        .max(state.trackers.themes.rows.len());
    let needed = u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .saturating_add(3)
        .max(6);
    (height * 54 / 100).min(needed)
}

/// How the indicators share a height with the actions: half each, unless one of them needs less.
fn share(height: u16, state: &State) -> u16 {
    let needed = |pane: Pane, frame: u16| {
        u16::try_from(state.trackers.list(pane).rows.len())
            .unwrap_or(u16::MAX)
            .saturating_add(frame)
            .max(5)
    };
    let (indicators, actions) = (needed(Pane::Indicators, 3), needed(Pane::Actions, 2));
    let half = height / 2;
    if indicators <= half {
        indicators
    } else {
        half.max(height.saturating_sub(actions)).min(indicators)
    }
}

fn themes_width(width: u16) -> u16 {
    (width / 4).clamp(22, 30)
}

fn halves(area: Rect, above: u16) -> (Rect, Rect) {
    let above = above.min(area.height);
    (
        Rect {
            height: above,
            ..area
        },
        Rect {
            y: area.y + above,
            height: area.height - above,
            ..area
        },
    )
}

fn columns(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(area.width);
    (
        Rect {
            width: left,
            ..area
        },
        Rect {
            x: area.x + left,
            width: area.width - left,
            ..area
        },
    )
}
