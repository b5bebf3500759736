//! What holds of every screen.

use scrutineer::analysis::tracker::tracker;
use scrutineer::app::command::{COMMANDS, Topic};
use scrutineer::app::keymap::shown;
use scrutineer::domain::rating::Rating;
use scrutineer::tui::colour::ColourLevel;

use crate::support::journey::{Journey, SAMPLE, Sitting};

/// Scripts that lead to every kind of screen.
const PLACES: &[&str] = &[
    "",
    "h j",
    "l j",
    "l l j",
    "j j <Enter>",
    "l <Enter>",
    "l l <Enter>",
    "/ neet",
    "<Ctrl-f>",
    "<Ctrl-f> looked<Space>after",
    ": rate",
    "?",
    "R",
    "n",
];

/// The sample with every rating of the scale in it.
fn many_ratings() -> String {
    let mut journey = Journey::sample((120, 40));
    journey.keys("R j G j + j j - j R = j G");
    journey.file()
}

#[test]
fn every_rating_can_be_read_with_the_styles_stripped() {
    let text = many_ratings();
    for size in [(80, 24), (120, 40), (200, 50)] {
        for colours in [ColourLevel::None, ColourLevel::Sixteen] {
            for ascii in [false, true] {
                let mut journey = Sitting {
                    text: &text,
                    size,
                    ascii,
                    colours,
                    ..Sitting::default()
                }
                .begin();
                let lines = journey.lines();
                let mut seen = 0;
                for priority in &journey.state.workspace().priorities {
                    let tracker = tracker(priority, journey.state.moment);
                    let rating = tracker.rating().map_or("", Rating::letter);
                    let sign = tracker.direction().map_or(" ", |it| it.sign());
                    let row = format!(" {rating}  {sign}   {}", tracker.code);
                    seen += usize::from(lines.iter().any(|line| line.contains(&row)));
                }
                let rows = journey.state.regions.lists.iter();
                let drawn = rows
                    .filter(|list| list.list == scrutineer::app::state::Pane::Priorities.into())
                    .map(|list| list.height.min(10))
                    .sum::<usize>();
                assert_eq!(seen, drawn, "{size:?}\n{}", lines.join("\n"));
            }
        }
    }
}

#[test]
fn with_the_ascii_switch_every_cell_is_ascii() {
    for size in [(80, 24), (120, 40), (200, 50), (40, 12)] {
        for place in PLACES {
            let mut journey = Sitting {
                size,
                ascii: true,
                ..Sitting::default()
            }
            .begin();
            journey.keys(place);
            for line in journey.lines() {
                assert!(line.is_ascii(), "after “{place}” at {size:?}: {line}");
            }
        }
    }
}

/// Where the box of the help begins on a hundred columns, and how wide it is.
const HELP: (usize, usize) = (12, 76);

#[test]
fn the_help_lists_what_the_registry_has_for_the_place() {
    for place in ["", "h", "l", "l l", "j <Enter>", "l <Enter>"] {
        let mut journey = Journey::sample((100, 120));
        journey.keys(place);
        let here = journey.state.place();
        journey.keys("?");
        let lines = journey.lines();
        let inside: Vec<String> = lines
            .iter()
            .skip_while(|line| !line.contains("Keys for where you are"))
            .skip(2)
            .take_while(|line| line.chars().nth(HELP.0) == Some('┃'))
            .map(|line| line.chars().skip(HELP.0 + 1).take(HELP.1 - 2).collect())
            .map(|line: String| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        let specs = COMMANDS.iter().filter(|spec| spec.places.has(here));
        let docs: Vec<&str> = specs.clone().map(|spec| spec.doc).collect();
        let headings = Topic::TOLD.map(Topic::heading);
        for spec in specs {
            let first = spec.keys.first().map_or("palette", |keys| keys);
            let first = if spec.keys.is_empty() {
                first.to_owned()
            } else {
                shown(first, false)
            };
            let listed = inside
                .iter()
                .any(|line| line.starts_with(&first) && line.ends_with(spec.doc));
            assert!(listed, "{} after “{place}”", spec.name);
        }
        for line in inside {
            let known =
                headings.contains(&line.as_str()) || docs.iter().any(|doc| line.ends_with(doc));
            assert!(known, "after “{place}”: {line}");
        }
    }
}

#[test]
fn the_footer_offers_only_what_the_registry_has_for_the_place() {
    for place in [
        "",
        "h",
        "l",
        "l l",
        "j <Enter>",
        "<Ctrl-f>",
        ":",
        "?",
        "R j",
    ] {
        let mut journey = Journey::sample((200, 50));
        journey.keys(place);
        let here = journey.state.place();
        let specs: Vec<_> = COMMANDS
            .iter()
            .filter(|spec| spec.places.has(here) && (spec.target)(&journey.state).is_some())
            .collect();
        let lines = journey.lines();
        let footer = lines.last().unwrap();
        let offered = footer
            .split("  ")
            .map(str::trim)
            .filter(|it| !it.is_empty());
        let mut hints = 0;
        for hint in offered {
            let fits = specs
                .iter()
                .filter(|spec| !spec.hint.is_empty())
                .any(|spec| {
                    let key = spec.keys.first().map(|keys| shown(keys, false));
                    hint.ends_with(spec.hint)
                        && key.is_some_and(|key| {
                            hint.strip_suffix(spec.hint)
                                .is_some_and(|keys| keys.split(' ').any(|one| one == key))
                        })
                });
            assert!(fits, "after “{place}”: {hint}");
            hints += 1;
        }
        assert!(hints > 0, "after “{place}”: {footer}");
    }
}

#[test]
fn no_code_is_cut_at_any_width() {
    for width in (40..=200).step_by(4) {
        let mut journey = Sitting {
            text: SAMPLE,
            size: (width, 40),
            ..Sitting::default()
        }
        .begin();
        let text = journey.text();
        for priority in &journey.state.workspace().priorities {
            assert!(
                text.contains(&format!("{}  ", priority.code)),
                "{} at {width}\n{text}",
                priority.code
            );
        }
    }
}

#[test]
fn the_period_and_the_save_state_are_never_cut() {
    for width in 36..=140 {
        for (read_only, saved) in [(false, " saved"), (true, " READ ONLY")] {
            let mut journey = Sitting {
                size: (width, 20),
                read_only,
                ..Sitting::default()
            }
            .begin();
            let title = journey.lines().swap_remove(0);
            assert!(title.contains("2008/09 Q4"), "{width}: {title}");
            assert!(title.ends_with(saved), "{width}: {title}");
        }
    }
}

#[test]
fn the_reason_why_a_filter_does_not_work_is_said_on_a_usual_terminal() {
    for script in ["/ ratting:red", "/ rating: <Enter>"] {
        let mut journey = Journey::sample((80, 24));
        journey.keys(script);
        let footer = journey.lines().pop().unwrap();
        let said = footer.contains("did you mean") || footer.contains("needs a value");
        assert!(said, "{footer}");
    }
}

#[test]
fn a_row_that_lingers_says_why() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("/ rating:amber <Enter> R");
    let footer = journey.lines().pop().unwrap();
    assert!(footer.contains("~ outside the filter"), "{footer}");
    assert!(footer.contains("u undoes"), "{footer}");
}

#[test]
fn no_row_touches_the_border_of_its_pane() {
    for size in [(80, 24), (120, 40), (200, 50), (40, 12)] {
        for place in ["", "h", "l", "j j j j j l l"] {
            let mut journey = Journey::sample(size);
            journey.keys(place);
            for line in journey.lines() {
                let cells: Vec<char> = line.chars().collect();
                for pair in cells.windows(2) {
                    let of_a_box = ('\u{2500}'..'\u{2580}').contains(&pair[0]);
                    let touches = matches!(pair[1], '│' | '┃') && pair[0] != ' ' && !of_a_box;
                    assert!(!touches, "{size:?} after “{place}”: {line}");
                }
            }
        }
    }
}
