//! Screens at four sizes, with their styles.

use insta::{assert_snapshot, with_settings};
use scrutineer::tui::colour::ColourLevel;

use crate::support::journey::{EMPTY, Journey, SAMPLE, Sitting};

/// A small terminal, a usual one, a wide one, and a corner of a screen.
const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (200, 50), (40, 12)];

/// Holds a screen against its snapshot.
pub(super) fn hold(name: &str, journey: &mut Journey) {
    let screen = journey.screen();
    with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        assert_snapshot!(name, screen);
    });
}

/// The screen after some keys, at every size.
pub(super) fn at_every_size(name: &str, script: &str) {
    for (width, height) in SIZES {
        let mut journey = Journey::sample((width, height));
        journey.keys(script);
        hold(&format!("{name}_{width}x{height}"), &mut journey);
    }
}

/// The same, of another sitting.
pub(super) fn sitting_at_every_size(
    name: &str,
    script: &str,
    sitting: impl Fn() -> Sitting<'static>,
) {
    for (width, height) in SIZES {
        let mut journey = Sitting {
            size: (width, height),
            ..sitting()
        }
        .begin();
        journey.keys(script);
        hold(&format!("{name}_{width}x{height}"), &mut journey);
    }
}

#[test]
fn the_start() {
    at_every_size("start", "");
}

#[test]
fn the_themes_in_focus() {
    at_every_size("themes", "h j j");
}

#[test]
fn the_indicators_in_focus() {
    at_every_size("indicators", "j j l j");
}

#[test]
fn the_actions_in_focus() {
    at_every_size("actions", "j j j j j l l j");
}

#[test]
fn a_priority_just_rated() {
    at_every_size("rated", "j j R -");
}

#[test]
fn a_filter_being_typed() {
    at_every_size("filter_typed", "/ rating:amber<Space>improv");
}

#[test]
fn a_filter_with_a_row_that_no_longer_fits() {
    at_every_size("filter_kept", "/ rating:amber<Space>improv <Enter> j R");
}

#[test]
fn a_filter_that_cannot_be_understood() {
    at_every_size("filter_trouble", "/ ratting:red");
}

#[test]
fn a_filter_that_nothing_fits_says_so_in_every_pane() {
    let panes = [
        ("h", "No theme fits"),
        ("", "No priority fits the filter."),
        ("l", "No indicator fits the filter."),
        ("l l", "No action fits the filter."),
    ];
    for size in SIZES {
        for (way, words) in panes {
            let mut journey = Journey::sample(size);
            journey.keys(&format!("{way} / zzzq"));
            let screen = journey.text();
            assert!(screen.contains(words), "{size:?} {words}\n{screen}");
            journey.keys("<Esc>");
            let screen = journey.text();
            assert!(!screen.contains(words), "{size:?} {words}\n{screen}");
        }
    }
}

#[test]
fn the_finder_with_hits() {
    at_every_size("finder", "<Ctrl-f> looked<Space>after <Down>");
}

#[test]
fn the_finder_before_anything_is_typed() {
    at_every_size("finder_empty", "<Ctrl-f>");
}

#[test]
fn the_help() {
    at_every_size("help", "?");
}

#[test]
fn what_may_follow_a_key_that_waits() {
    for (width, height) in SIZES {
        let mut journey = Journey::sample((width, height));
        journey.keys("g").pause();
        hold(&format!("following_{width}x{height}"), &mut journey);
        let shown = "First row, or the top";
        assert!(journey.text().contains(shown));
        journey.keys("e");
        assert!(!journey.text().contains(shown));
    }
}

#[test]
fn a_page_as_bare_text() {
    at_every_size("copy_view", "j j w");
}

#[test]
fn the_copy_view_shows_any_page_from_its_first_column_and_nothing_beside_it() {
    for script in ["", "l", "l l", "l t", "<Enter>", "2", "3", "4", "5", "6"] {
        let mut journey = Journey::sample((80, 24));
        journey.keys("R 1").keys(script);
        let before = journey.text();
        journey.keys("w");
        if journey.state.overlays.is_empty() {
            assert!(["2", "5"].contains(&script), "no page after “{script}”");
            continue;
        }
        let lines = journey.lines();
        let text = lines.split_last().map(|(_, text)| text.join("\n")).unwrap();
        assert!(!text.contains(['┃', '│', '┏', '┗']), "{script}\n{text}");
        assert!(
            !text.starts_with(' ') && !text.is_empty(),
            "{script}\n{text}"
        );
        journey.keys("Y");
        let copied = journey.copied.pop().unwrap();
        let first = copied.lines().next().unwrap().trim();
        assert!(text.contains(first.get(..20.min(first.len())).unwrap_or(first)));
        journey.keys("g e g g w");
        assert_eq!(journey.text(), before, "after “{script}”");
    }
}

#[test]
fn what_is_empty_says_what_comes_there_or_how() {
    for (script, hint) in [
        ("1", "o adds one."),
        ("1 l", "Select a priority"),
        ("2", "o adds one."),
        ("2 m", "say what does"),
        ("3", "by themselves"),
        ("4", "as soon as there are any"),
        ("5", "o adds one."),
        ("6", "with the first change"),
        ("<Ctrl-f>", "Type some of what you remember"),
        ("<Ctrl-f> zzqq", "Nothing fits that."),
        (": zzqq", "the help finds what can be done elsewhere"),
        ("? zzqq", "Nothing here fits that."),
    ] {
        let mut journey = Sitting {
            text: EMPTY,
            size: (80, 24),
            ..Sitting::default()
        }
        .begin();
        let screen = journey.keys(script).text();
        assert!(screen.contains(hint), "after “{script}”\n{screen}");
    }
}

#[test]
fn the_help_narrowed_by_a_word() {
    at_every_size("help_narrowed", "? undo");
}

#[test]
fn the_palette() {
    at_every_size("palette", ": rate");
}

#[test]
fn the_page_of_a_priority() {
    at_every_size("page", "j j <Enter>");
}

#[test]
fn the_page_of_a_priority_further_down() {
    at_every_size("page_below", "j j <Enter> <Tab> <Tab> <Tab>");
}

#[test]
fn the_page_of_an_indicator() {
    at_every_size("page_indicator", "j j l <Enter>");
}

#[test]
fn a_question() {
    let past = SAMPLE.replace(
        "\"current_period\": \"2008/09 Q4\"",
        "\"current_period\": \"2009/10 Q1\"",
    );
    for (width, height) in SIZES {
        let mut journey = Sitting {
            text: &past,
            size: (width, height),
            ..Sitting::default()
        }
        .begin();
        journey.keys("< R");
        hold(&format!("question_{width}x{height}"), &mut journey);
    }
}

#[test]
fn the_faults_of_a_broken_file() {
    let broken = SAMPLE
        .replacen("\"priority\": \"child-poverty\"", "\"priority\": 7", 1)
        .replacen("\"targets\": [", "\"targets\": 5, \"aims\": [", 1);
    for (width, height) in SIZES {
        let mut journey = Sitting {
            text: &broken,
            size: (width, height),
            ..Sitting::default()
        }
        .begin();
        hold(&format!("faults_{width}x{height}"), &mut journey);
    }
}

#[test]
fn a_read_only_file() {
    sitting_at_every_size("read_only", "R", || Sitting {
        read_only: true,
        ..Sitting::default()
    });
}

#[test]
fn an_empty_workspace() {
    sitting_at_every_size("empty", "", || Sitting {
        text: EMPTY,
        ..Sitting::default()
    });
}

#[test]
fn the_start_without_colour() {
    sitting_at_every_size("start_without_colour", "", || Sitting {
        colours: ColourLevel::None,
        ..Sitting::default()
    });
}

#[test]
fn the_start_in_ascii() {
    sitting_at_every_size("start_in_ascii", "", || Sitting {
        ascii: true,
        ..Sitting::default()
    });
}
