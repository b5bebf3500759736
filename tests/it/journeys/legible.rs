//! What can be read on every screen: without colour in every theme, and with any script in the file.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scrutineer::analysis::tracker::tracker;
use scrutineer::app::state::{ListLine, ListName, Overlay, OverviewLine, Pane, State, Target};
use scrutineer::domain::id::Id;
use scrutineer::domain::rating::Rating;
use scrutineer::text;
use scrutineer::tui::colour::ColourLevel;
use scrutineer::tui::styles::Styles;
use scrutineer::tui::theme::Theme;
use scrutineer::tui::view::view;

use crate::support::journey::{Journey, LEEDS, Sitting};

/// Scripts that lead to every screen, to pages, and to what lies over them.
const PLACES: &[&str] = &[
    "",
    "h",
    "l",
    "l l",
    "<Enter>",
    "l <Enter>",
    "l t",
    "w",
    "2",
    "2 <Enter>",
    "2 m",
    "2 M",
    "3",
    "3 <Enter>",
    "4",
    "4 <Tab> <Tab>",
    "4 <End>",
    "5",
    "5 <Enter>",
    "6",
    "<Ctrl-f> kind:priority",
    "<Ctrl-f> children",
    ": rate",
    "?",
    "e",
    "D",
    "U",
    "<Space> j <Space>",
    "<Space> j <Space> A",
    "f",
    "f <Space>",
    "2 f",
    "S",
    "2 S 3",
    "c",
    "c j j <Space> <Enter>",
    "v",
    "v 2",
    "v s",
    "v s own <Enter>",
];

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (200, 50), (40, 12)];

fn sitting(text: &str, size: (u16, u16), script: &str) -> Journey {
    let mut journey = Sitting {
        text,
        size,
        ..Sitting::default()
    }
    .begin();
    journey.keys(script);
    journey
}

fn drawn(state: &State, styles: &Styles, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    view(state, styles, area, &mut buffer);
    buffer
}

/// The symbols of a part of a row: what is left when all style is stripped.
fn symbols(buffer: &Buffer, y: u16, columns: std::ops::Range<u16>) -> String {
    columns.map(|x| buffer[(x, y)].symbol()).collect()
}

/// How the row of a list is rated, where that is the row's own.
fn rating_of(state: &State, list: ListName, row: &Id) -> Option<Rating> {
    let workspace = state.workspace();
    match list {
        ListName::Pane(Pane::Priorities) => {
            let priority = workspace.priorities.get(row.as_str())?;
            tracker(priority, state.moment).rating()
        }
        ListName::Recommendations if !state.in_matrix() => {
            let recommendation = workspace.recommendations.get(row.as_str())?;
            recommendation.rating.as_ref()?.known()
        }
        ListName::Overview => match state.overview.lines.get(row)? {
            (_, OverviewLine::Priority(row)) => row.rating,
            _ => None,
        },
        _ => None,
    }
}

/// Holds every rated row that was drawn against its letter; gives back how many there were.
fn assert_letters(state: &State, buffer: &Buffer, case: &str) -> usize {
    let mut seen = 0;
    for hit in &state.regions.hits {
        let Target::Rows(list) = hit.on else { continue };
        let area = hit.area;
        for down in 0..area.height {
            let line = state.regions.offset_of(list) + usize::from(down);
            let ListLine::Row(place) = state.list(list).at_line(line) else {
                continue;
            };
            let row = state.list(list).rows.get(place);
            let Some(rating) = row.and_then(|row| rating_of(state, list, row)) else {
                continue;
            };
            let shown = symbols(buffer, area.y + down, area.x..area.x + area.width);
            let chip = format!(" {} ", rating.letter());
            assert!(shown.contains(&chip), "{case}: no “{chip}” in “{shown}”");
            seen += 1;
        }
    }
    seen
}

/// Holds every run of cells in the colours of a rating against the letter that says the same.
fn assert_no_bare_colour(buffer: &Buffer, theme: Theme, case: &str) -> usize {
    let mut seen = 0;
    for rating in [Rating::Red, Rating::Amber, Rating::Green, Rating::Blue] {
        let Some(chip) = theme.palette().chip(rating) else {
            continue;
        };
        for y in 0..buffer.area.height {
            let is_chip = |x: u16| buffer[(x, y)].bg == chip.ground;
            let mut x = 0;
            while x < buffer.area.width {
                let end = (x..buffer.area.width)
                    .find(|x| !is_chip(*x))
                    .unwrap_or(buffer.area.width);
                if end > x {
                    let shown = symbols(buffer, y, x..end);
                    let letter = rating.letter();
                    let told = shown.split_whitespace().next() == Some(letter);
                    assert!(told, "{case}: {letter} is “{shown}”");
                    seen += 1;
                }
                x = end + 1;
            }
        }
    }
    seen
}

/// Whether a box lies over the screen, which may cover half of what is below it.
fn has_box(state: &State) -> bool {
    let overlay = state.overlays.last();
    overlay.is_some_and(|it| !matches!(it, Overlay::Finder(_) | Overlay::CopyView(_)))
}

#[test]
fn the_rating_of_every_row_is_read_with_all_colour_stripped_in_every_theme_on_every_screen() {
    let mut rows = 0;
    let mut chips = 0;
    for size in SIZES {
        for place in PLACES {
            let journey = sitting(LEEDS, size, place);
            for theme in Theme::ALL {
                let case = format!("{} after “{place}” at {size:?}", theme.name());
                let styles = Styles::of(&theme.palette(), ColourLevel::TrueColour);
                let buffer = drawn(&journey.state, &styles, size);
                rows += assert_letters(&journey.state, &buffer, &case);
                if !has_box(&journey.state) {
                    chips += assert_no_bare_colour(&buffer, theme, &case);
                }
            }
        }
    }
    assert!(rows > 500 && chips > 2000, "{rows} rows, {chips} chips");
}

/// Wide, combining, right-to-left and joined characters.
const SCRIPTS: &str = "日本語 e\u{301}te\u{301} 👨‍👩‍👧 שלום ไทย 🇬🇧";

/// The sample with every word that people write in another script.
fn in_many_scripts() -> String {
    fn turn(value: &mut serde_json::Value, key: &str) {
        const WORDS: &[&str] = &[
            "title",
            "text",
            "name",
            "post",
            "organisation",
            "why",
            "summary",
            "heading",
            "description",
            "definition",
            "body",
            "subject",
        ];
        match value {
            serde_json::Value::String(text) if WORDS.contains(&key) => {
                *text = format!("{SCRIPTS} {text}");
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| turn(item, key)),
            serde_json::Value::Object(fields) => {
                // The text of a timescale and of a figure is read, not only shown.
                for (key, value) in fields.iter_mut() {
                    let is_read = matches!(
                        key.as_str(),
                        "timescale"
                            | "results"
                            | "targets"
                            | "baselines"
                            | "forecasts"
                            | "frequency"
                            | "due"
                    );
                    if !is_read {
                        turn(value, key);
                    }
                }
            }
            _ => {}
        }
    }
    let mut sample = serde_json::from_str(LEEDS).unwrap();
    turn(&mut sample, "");
    serde_json::to_string_pretty(&sample).unwrap()
}

#[test]
fn every_script_keeps_its_columns_on_every_screen() {
    let text = in_many_scripts();
    let styles = Styles::new(ColourLevel::Sixteen);
    let mut wide = 0;
    for size in SIZES {
        for place in PLACES {
            let case = format!("after “{place}” at {size:?}");
            let plain = drawn(&sitting(LEEDS, size, place).state, &styles, size);
            let buffer = drawn(&sitting(&text, size, place).state, &styles, size);
            for y in 0..size.1 {
                let mut x = 0;
                while x < size.0 {
                    let columns = text::width(buffer[(x, y)].symbol()).max(1);
                    let behind = x + u16::try_from(columns).unwrap();
                    assert!(behind <= size.0, "{case}: {y} is too long");
                    // What a wide character covers holds nothing else.
                    for covered in x + 1..behind {
                        assert_eq!(
                            buffer[(covered, y)].symbol().trim(),
                            "",
                            "{case}: {covered},{y}"
                        );
                        wide += 1;
                    }
                    x = behind;
                }
                if *place == "w" {
                    continue;
                }
                // The frame of the screen stands where it stands with plain letters.
                for edge in [0, size.0 - 1] {
                    let frame = |buffer: &Buffer| {
                        let symbol = buffer[(edge, y)].symbol();
                        symbol
                            .chars()
                            .any(|c| ('\u{2500}'..'\u{2580}').contains(&c))
                    };
                    assert_eq!(frame(&buffer), frame(&plain), "{case}: row {y}\n{buffer:?}");
                }
            }
        }
    }
    assert!(wide > 10_000, "{wide}");
}
