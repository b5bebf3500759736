//! What the tests of the second year share: lines of papers, and priorities by the codes of 2010/11.

use scrutineer::analysis::moment::Moment;
use scrutineer::domain::code;
use scrutineer::domain::indicator::Indicator;
use scrutineer::domain::period::Period;
use scrutineer::domain::record::Rest;
use scrutineer::domain::workspace::Workspace;

/// The moment of the pack.
pub(crate) fn quarter_2(workspace: &Workspace) -> Moment {
    Moment::new(workspace, Period::read("2010/11 Q2"), None)
}

/// Whether a place ("page 51, line 1234", "lines 840-842, 850") holds a line.
fn holds(at: &str, line: u32) -> bool {
    let Some((_, numbers)) = at.split_once("line") else {
        return false;
    };
    let numbers = numbers.trim_start_matches('s').split(',');
    let mut parts = numbers.map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        (first.trim().parse::<u32>(), last.trim().parse::<u32>())
    });
    parts.any(|part| matches!(part, (Ok(first), Ok(last)) if (first..=last).contains(&line)))
}

/// Whether a record or figure was taken from a place that holds a line of a paper.
pub(crate) fn cites(rest: &Rest, paper: &str, line: u32) -> bool {
    rest.source()
        .iter()
        .any(|source| source.paper == paper && holds(&source.at, line))
}

/// The indicator with a code.
pub(crate) fn by_code<'a>(workspace: &'a Workspace, code: &str) -> Option<&'a Indicator> {
    let mut all = workspace.indicators.iter().map(|indicator| &**indicator);
    all.find(|indicator| code::same(&indicator.code, code))
}

#[test]
fn a_place_holds_its_own_lines_alone() {
    assert!(holds("page 51, line 1234", 1234));
    assert!(holds("page 94, lines 2092-2094, 2104", 2104));
    assert!(holds("lines 840-842", 841));
    assert!(!holds("lines 840-842", 843));
    assert!(!holds("page 51", 51));
}
