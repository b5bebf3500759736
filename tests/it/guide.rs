//! The guide in the README shows what the program shows.
//!
//! A block of the README behind `<!-- screen WIDTHxHEIGHT KEYS -->` is the screen after those keys, in one
//! sitting over the sample from the first block to the last. `SCRUTINEER_GUIDE=write cargo test guide`
//! writes the screens as they are now; read the difference before it is committed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::support::journey::{Journey, LEEDS, Sitting};

const BEGINS: &str = "<!-- screen ";
const ENDS: &str = " -->\n";
const FENCE: &str = "```";

/// A screen of the guide.
struct Screen<'a> {
    size: (u16, u16),
    keys: &'a str,
    /// What stands in the README between the fences.
    shown: &'a str,
}

/// The README in pieces: text, a screen, text, and so on to the last text.
fn pieces(readme: &str) -> (Vec<(&str, Screen<'_>)>, &str) {
    let mut pieces = Vec::new();
    let mut rest = readme;
    while let Some((before, behind)) = rest.split_once(BEGINS) {
        let (order, behind) = behind.split_once(ENDS).expect("the order of a screen ends");
        let (size, keys) = order.split_once(' ').unwrap_or((order, ""));
        let (width, height) = size.split_once('x').expect("WIDTHxHEIGHT");
        let behind = behind
            .strip_prefix("```text\n")
            .expect("a block follows the order of a screen");
        let (shown, behind) = behind.split_once(FENCE).expect("the block ends");
        let screen = Screen {
            size: (width.parse().unwrap(), height.parse().unwrap()),
            keys,
            shown,
        };
        pieces.push((before, screen));
        rest = behind;
    }
    (pieces, rest)
}

/// What the program shows after some keys, without blank lines at its end.
fn shown(journey: &mut Journey, screen: &Screen<'_>) -> String {
    journey.resize(screen.size);
    let text = journey.keys(screen.keys).text();
    format!("{}\n", text.trim_end())
}

#[test]
fn the_screens_of_the_guide_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (pieces, last) = pieces(&readme);
    assert!(pieces.len() >= 6, "the guide has its screens");
    let mut journey = Sitting {
        text: LEEDS,
        size: (80, 24),
        ..Sitting::default()
    }
    .begin();
    let writes = std::env::var_os("SCRUTINEER_GUIDE").is_some_and(|value| value == "write");
    let mut written = String::new();
    for (before, screen) in &pieces {
        let now = shown(&mut journey, screen);
        let Screen {
            size: (width, height),
            keys,
            ..
        } = screen;
        let order = format!("{width}x{height} {keys}");
        if !writes {
            assert_eq!(
                screen.shown, now,
                "after {order}: SCRUTINEER_GUIDE=write cargo test guide writes it anew"
            );
        }
        write!(
            written,
            "{before}{BEGINS}{}{ENDS}```text\n{now}{FENCE}",
            order.trim_end()
        )
        .unwrap();
    }
    if writes {
        written.push_str(last);
        fs::write(&path, written).unwrap();
    }
}
