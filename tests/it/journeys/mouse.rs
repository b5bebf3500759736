//! The mouse: what is pressed is what stands there.

use scrutineer::analysis::listing::Column;
use scrutineer::app::effect::Effect;
use scrutineer::app::input::{InputEvent, Mouse, MouseAction};
use scrutineer::app::message::Msg;
use scrutineer::app::state::{Overlay, Pane, Screen, Split};
use scrutineer::app::update::update;

use crate::support::journey::{Journey, LEEDS, Sitting};

/// A sitting with the mouse on.
fn with_mouse(size: (u16, u16)) -> Journey {
    let mut journey = Sitting {
        text: LEEDS,
        size,
        ..Sitting::default()
    }
    .begin();
    // The second key takes the message away.
    journey.keys("<Ctrl-g> 1");
    journey
}

impl Journey {
    /// Does something with the mouse over a cell.
    fn mouse(&mut self, action: MouseAction, (column, row): (u16, u16)) -> &mut Self {
        self.input(InputEvent::Mouse(Mouse {
            action,
            column,
            row,
        }))
    }

    /// The cell where a text begins on the screen.
    fn cell_of(&mut self, text: &str) -> (u16, u16) {
        let lines = self.lines();
        let found = lines.iter().enumerate().find_map(|(row, line)| {
            let at = line.find(text)?;
            let column = scrutineer::text::width(line.get(..at)?);
            Some((u16::try_from(column).ok()?, u16::try_from(row).ok()?))
        });
        found.unwrap_or_else(|| panic!("no “{text}” in\n{}", lines.join("\n")))
    }

    fn press(&mut self, text: &str) -> &mut Self {
        let cell = self.cell_of(text);
        self.mouse(MouseAction::Press, cell)
            .mouse(MouseAction::Release, cell)
    }

    fn selected(&self, pane: Pane) -> &str {
        let list = self.state.list(pane);
        list.selected.as_ref().map_or("", |id| id.as_str())
    }
}

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (200, 50), (40, 12)];

#[test]
fn nothing_happens_before_the_mouse_is_asked_for_and_after_it_is_given_back() {
    let mut journey = Sitting {
        text: LEEDS,
        ..Sitting::default()
    }
    .begin();
    let before = journey.text();
    journey.press("TP-3c");
    assert_eq!(journey.text(), before);
    let turned = |journey: &mut Journey| {
        let key = scrutineer::app::key::Key::Ctrl('g');
        let effects = update(&mut journey.state, Msg::Input(InputEvent::Key(key)));
        match effects.as_slice() {
            [Effect::Mouse(on)] => *on,
            other => panic!("{other:?}"),
        }
    };
    assert!(turned(&mut journey));
    journey.press("TP-3c");
    assert_eq!(journey.selected(Pane::Priorities), "extended-services");
    assert!(!turned(&mut journey));
    journey.press("TP-3b");
    assert_eq!(journey.selected(Pane::Priorities), "extended-services");
}

#[test]
fn a_press_selects_a_row_and_a_second_one_opens_it() {
    for size in SIZES {
        let mut journey = with_mouse(size);
        journey.press("TP-3c");
        assert_eq!(journey.selected(Pane::Priorities), "extended-services");
        assert!(journey.state.page().is_none(), "{size:?}");
        journey.press("TP-3c");
        let page = journey.state.page().and_then(|page| page.record());
        let opened = page.map(ToString::to_string);
        assert_eq!(opened.as_deref(), Some("priority:extended-services"));
    }
}

#[test]
fn a_press_on_another_pane_gives_it_the_keys() {
    for size in [(120, 40), (200, 50)] {
        let mut journey = with_mouse(size);
        for (text, pane) in [
            ("Themes", Pane::Themes),
            ("Indicators of", Pane::Indicators),
            ("Actions of", Pane::Actions),
            ("Priorities", Pane::Priorities),
        ] {
            journey.press(text);
            assert_eq!(journey.state.trackers.focus, pane, "{size:?}");
        }
    }
}

#[test]
fn a_press_on_the_name_of_a_screen_shows_it() {
    for (name, screen) in [
        ("2 Recommend", Screen::Recommendations),
        ("3 Exceptions", Screen::Exceptions),
        ("4 Overview", Screen::Overview),
        ("5 Programme", Screen::Programme),
        ("6 History", Screen::History),
        ("1 Trackers", Screen::Trackers),
    ] {
        for size in [(80, 24), (120, 40), (200, 50)] {
            let mut journey = with_mouse(size);
            journey.keys(if screen == Screen::Trackers { "6" } else { "1" });
            journey.press(name);
            assert_eq!(journey.state.screen, screen, "{size:?}");
        }
    }
}

#[test]
fn a_press_on_the_tab_of_a_theme_shows_its_priorities() {
    let mut journey = with_mouse((80, 24));
    journey.press("LN 5");
    let theme = journey.state.trackers.theme().map(ToString::to_string);
    assert_eq!(theme.as_deref(), Some("ln"));
    assert_eq!(journey.state.trackers.focus, Pane::Priorities);
    assert!(!journey.text().contains("TP-3b"));
}

#[test]
fn a_press_on_a_key_of_the_footer_or_an_arrow_of_the_title_does_what_it_says() {
    let mut journey = with_mouse((120, 40));
    journey.keys("j").press("? help");
    assert!(matches!(
        journey.state.overlays.as_slice(),
        [Overlay::Help(_)]
    ));
    journey.press("Esc close");
    assert!(journey.state.overlays.is_empty());
    let now = journey.state.moment.period;
    journey.press("< 20");
    assert!(journey.state.moment.period < now);
    journey.press(" >");
    // Beside the arrow lies a cell that counts too; it is the later period again.
    assert_eq!(journey.state.moment.period, now);
}

#[test]
fn headings_and_borders_select_nothing() {
    let mut journey = with_mouse((120, 40));
    journey.keys("3");
    let before = journey.state.exceptions.list.selected.clone();
    journey.press("Red trackers");
    assert_eq!(journey.state.exceptions.list.selected, before);
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut journey = with_mouse((80, 24));
    let cell = journey.cell_of("TP-3c");
    let offset = journey.state.list(Pane::Priorities).offset;
    journey.mouse(MouseAction::ScrollDown, cell);
    assert!(journey.state.list(Pane::Priorities).offset > offset);
    journey.mouse(MouseAction::ScrollUp, cell);
    assert_eq!(journey.state.list(Pane::Priorities).offset, offset);
    // A page, and what lies over everything.
    journey.keys("<Enter>");
    journey.mouse(MouseAction::ScrollDown, (10, 10));
    assert_eq!(journey.state.page().map(|page| page.scroll), Some(3));
    journey.keys("?").mouse(MouseAction::ScrollDown, (10, 10));
    let Some(Overlay::Help(help)) = journey.state.overlays.last() else {
        panic!("no help");
    };
    assert_eq!(help.scroll, 3);
    assert_eq!(journey.state.page().map(|page| page.scroll), Some(3));
}

#[test]
fn a_link_of_a_page_is_selected_and_followed() {
    let mut journey = with_mouse((80, 24));
    journey.keys("g g j j <Enter> .");
    let row = journey
        .lines()
        .iter()
        .position(|line| line.starts_with("┃>"));
    let row = u16::try_from(row.expect("a link is marked")).unwrap();
    journey.keys("<Esc> <Enter>");
    let pages = journey.state.page().and_then(|page| page.record()).cloned();
    journey.mouse(MouseAction::Press, (12, row));
    assert!(journey.state.page().unwrap().link.is_some());
    journey.mouse(MouseAction::Press, (12, row));
    assert_ne!(
        journey.state.page().and_then(|page| page.record()).cloned(),
        pages
    );
}

#[test]
fn a_command_of_the_palette_and_a_hit_of_the_finder_are_taken() {
    let mut journey = with_mouse((120, 40));
    journey
        .keys(": keys")
        .press("Show the keys for where you are");
    assert!(matches!(
        journey.state.overlays.as_slice(),
        [Overlay::Help(_)]
    ));
    let mut journey = with_mouse((120, 40));
    journey.keys("<Ctrl-f> kind:priority<Space>bullying");
    journey.press("TP-2e  ·");
    assert!(journey.state.overlays.is_empty(), "{}", journey.text());
    assert_eq!(
        journey.state.selected_record().map(|it| it.kind.word()),
        Some("priority")
    );
}

#[test]
fn the_right_button_offers_the_commands_for_what_is_under_it() {
    let mut journey = with_mouse((120, 40));
    let cell = journey.cell_of("TP-3c");
    journey.mouse(MouseAction::Menu, cell);
    assert_eq!(journey.selected(Pane::Priorities), "extended-services");
    assert!(matches!(
        journey.state.overlays.as_slice(),
        [Overlay::Palette(_)]
    ));
    let before = journey.text();
    journey.mouse(MouseAction::Menu, cell);
    assert_eq!(journey.text(), before, "there is no menu over a menu");
}

#[test]
fn the_field_of_a_form_that_is_pressed_gets_the_keys() {
    let mut journey = with_mouse((120, 40));
    journey.keys("e").press("Why");
    assert!(journey.text().contains(">*Why") || journey.text().contains("> Why"));
}

#[test]
fn a_column_of_the_matrix_is_selected_with_its_row() {
    let mut journey = with_mouse((120, 40));
    journey.keys("2 m");
    let columns = journey.state.recommendations.matrix.selected();
    let hits = journey.state.regions.hits.clone();
    let column = hits
        .iter()
        .rev()
        .find(|hit| matches!(hit.on, scrutineer::app::state::Target::Column(_)))
        .unwrap();
    journey.mouse(MouseAction::Press, (column.area.x, column.area.y + 3));
    assert_ne!(journey.state.recommendations.matrix.selected(), columns);
    // Two lines below its heading and the heading of the first source.
    assert_eq!(journey.state.recommendations.list.place(), Some(1));
}

#[test]
fn borders_are_dragged_within_reason_and_put_back() {
    for (size, split) in [
        ((120, 40), Split::Themes),
        ((120, 40), Split::Upper),
        ((120, 40), Split::Lower),
        ((200, 50), Split::Stacked),
        ((200, 50), Split::Page),
        ((80, 24), Split::Upper),
    ] {
        let mut journey = with_mouse(size);
        let before = journey.text();
        let region = *journey
            .state
            .regions
            .splits
            .iter()
            .find(|region| region.split == split)
            .unwrap();
        let cell = |at: u16| {
            let within = region.within;
            if split.is_upright() {
                (within.x + at, within.y + 1)
            } else {
                (within.x + 3, within.y + at)
            }
        };
        journey.mouse(MouseAction::Press, cell(region.at - 1));
        let now = |journey: &Journey| {
            let splits = &journey.state.regions.splits;
            splits.iter().find(|it| it.split == split).unwrap().at
        };
        for to in [region.at - 2, region.at + 2, region.at + 1] {
            journey.mouse(MouseAction::Drag, cell(to - 1));
            assert_eq!(now(&journey), to, "{split:?} at {size:?}");
        }
        // To the edge, and beyond it.
        for to in [0, 1000] {
            journey.mouse(MouseAction::Drag, cell(to));
            let of = if split.is_upright() {
                region.within.width
            } else {
                region.within.height
            };
            assert!((4..=of - 4).contains(&now(&journey)), "{split:?}");
        }
        journey.mouse(MouseAction::Release, cell(region.at));
        let dropped = now(&journey);
        journey.mouse(MouseAction::Drag, cell(region.at));
        assert_eq!(now(&journey), dropped, "nothing is held any more");
        journey.keys(": reset<Space>panes <Enter>");
        assert_eq!(journey.text(), before, "{split:?} at {size:?}");
    }
}

#[test]
fn borders_are_moved_by_commands_too() {
    let mut journey = Journey::sample((120, 40));
    let at = |journey: &Journey, split| {
        let splits = &journey.state.regions.splits;
        splits.iter().find(|it| it.split == split).unwrap().at
    };
    let themes = at(&journey, Split::Themes);
    journey.keys("h : larger<Space>pane <Enter>");
    assert!(at(&journey, Split::Themes) > themes);
    journey.keys(": smaller<Space>pane <Enter> : smaller<Space>pane <Enter>");
    assert!(at(&journey, Split::Themes) < themes);
    let mut narrow = Journey::sample((40, 12));
    narrow.keys(": larger<Space>pane <Enter>");
    assert!(narrow.text().contains("no border here"));
}

#[test]
fn the_mouse_is_the_terminals_while_the_copy_view_is_open() {
    let mut journey = with_mouse((80, 24));
    for (key, wanted) in [('w', Some(false)), ('q', Some(true))] {
        let key = scrutineer::app::key::Key::Char(key);
        let effects = update(&mut journey.state, Msg::Input(InputEvent::Key(key)));
        let told = effects.iter().find_map(|effect| match effect {
            Effect::Mouse(on) => Some(*on),
            _ => None,
        });
        assert_eq!(told, wanted, "{key}");
    }
    let mut without = Journey::sample((80, 24));
    let key = scrutineer::app::key::Key::Char('w');
    assert!(update(&mut without.state, Msg::Input(InputEvent::Key(key))).is_empty());
}

#[test]
fn what_narrows_sorts_and_shows_a_list_is_pressed_too() {
    for size in SIZES {
        let mut journey = with_mouse(size);
        let list = |journey: &Journey| journey.state.list(Pane::Priorities).clone();
        // A chip is picked by a press, and let go by another.
        journey.keys("f").press("[ ] red");
        assert_eq!(list(&journey).filter, "rating:red", "{size:?}");
        journey.press("[x] red");
        assert_eq!(list(&journey).filter, "", "{size:?}");
        // An order and a view are selected by a press, and chosen by another.
        journey.keys("<Esc> S").press("3 code");
        assert!(list(&journey).sort.is_none(), "{size:?}");
        journey.press("3 code");
        assert!(list(&journey).sort.is_some(), "{size:?}");
        assert!(journey.state.overlays.is_empty());
        // A column is shown or hidden at once.
        journey.keys("c").press("[x] title");
        let columns = list(&journey).columns;
        assert!(
            !columns.is_empty() && !columns.contains(&Column::Title),
            "{size:?}"
        );
        journey.press("[ ] title");
        assert!(list(&journey).columns.is_empty(), "as usual at {size:?}");
        journey.keys("<Enter> v").press("3 No update");
        assert_eq!(list(&journey).view, "", "{size:?}");
        journey.press("3 No update");
        assert_eq!(list(&journey).view, "No update this period", "{size:?}");
        assert!(journey.state.overlays.is_empty());
    }
}
