//! The routes of a recommendation: through what, how that stands, how often it is reported and when it was
//! last.

use super::frequency_text;
use crate::analysis::coverage::{Crosswalk, Reported, RouteStanding, Trouble};
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::standing::Verdict;
use crate::analysis::target::Judgement;
use crate::domain::kind::Kind;
use crate::domain::recommendation::Route;
use crate::domain::workspace::Workspace;
use crate::report::dates::day_text;
use crate::report::document::{Column, Document, Row, Span, Tone};

/// Adds the routes in the file's order.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    walk: &Crosswalk<'_>,
) {
    document.section("How it is monitored", "");
    if walk.routes.is_empty() {
        document.absence("No route is recorded.");
    }
    let columns = vec![
        Column::fixed("Route"),
        Column::fixed("Through").keep(90),
        Column::titles("Title"),
        Column::reasons("Stands").keep(85),
        Column::reasons("Reported").keep(80),
        Column::reasons("As published").keep(20),
    ];
    let rows = walk.routes.iter().map(|it| row(workspace, moment, it));
    document.table(columns, rows.collect());
}

fn row(workspace: &Workspace, moment: Moment, route: &RouteStanding<'_>) -> Row {
    let through = route.through.as_ref();
    // Plans, groups and reports are known by their titles: their ids say nothing more.
    let coded = through.filter(|it| !matches!(it.kind, Kind::Plan | Kind::Monitor) || !route.found);
    let code = coded.map_or(String::new(), |it| code_of(workspace, it, moment));
    let cells = vec![
        vec![Span::plain(route.kind_text())],
        vec![Span::code(code)],
        title(workspace, moment, route),
        stands(route),
        reported(route),
        vec![Span::dim(&*route.route.text)],
    ];
    Row {
        cells,
        record: through.filter(|_| route.found).cloned(),
    }
}

fn title(workspace: &Workspace, moment: Moment, route: &RouteStanding<'_>) -> Vec<Span> {
    let Some(record) = &route.through else {
        return Vec::new();
    };
    if !route.found {
        return vec![Span::mark("not in this file")];
    }
    let number = route.route.via.as_ref().map_or("", |via| &via.r#ref);
    let title = title_of(workspace, record, moment);
    vec![Span::plain(format!("{title} {number}").trim())]
}

/// How what it goes through stands at the moment.
fn stands(route: &RouteStanding<'_>) -> Vec<Span> {
    let mut spans = match (route.rating, route.verdict) {
        (Some(rating), _) => {
            let mut spans = Span::rating(rating).to_vec();
            if let Some(direction) = route.direction {
                spans.extend([Span::plain("  "), Span::direction(direction)]);
            }
            spans
        }
        (None, Some(verdict)) => vec![Span::new(route.words(), tone(verdict))],
        (None, None) => vec![Span::plain(route.words())],
    };
    let said = [Trouble::Dangling, Trouble::NoData, Trouble::Retired];
    let troubles = route.troubles.iter().filter(|it| said.contains(it));
    for trouble in troubles.filter(|it| **it != Trouble::Dangling) {
        if spans.iter().any(|span| !span.text.is_empty()) {
            spans.push(Span::plain(" "));
        }
        spans.push(Span::mark(format!("! {}", trouble.words())));
    }
    spans
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Judged(Judgement::Met) => Tone::Met,
        Verdict::Judged(Judgement::Close) => Tone::Close,
        Verdict::Judged(Judgement::Missed) => Tone::Missed,
        Verdict::Judged(Judgement::None(_)) | Verdict::NotDue => Tone::Plain,
    }
}

/// How often it is reported, and when it was last: `half yearly, last for 2010/11 Q2`.
fn reported(route: &RouteStanding<'_>) -> Vec<Span> {
    let often = often(route.route);
    let mut spans = vec![Span::plain(often.as_str())];
    let last = match route.reported {
        Reported::For(period) => format!("last for {period}"),
        Reported::Never if route.found => "never yet".to_owned(),
        Reported::Never | Reported::Elsewhere => String::new(),
    };
    if !last.is_empty() {
        let comma = if often.is_empty() { "" } else { ", " };
        spans.push(Span::dim(format!("{comma}{last}")));
    }
    if let Some(next) = route
        .next
        .filter(|_| route.troubles.contains(&Trouble::Late))
    {
        let due = format!(" ! due by {}", day_text(next));
        spans.push(Span::new(due, Tone::Late));
    }
    spans
}

/// The interval where one is given, else the words.
fn often(route: &Route) -> String {
    let every = route.frequency.as_ref().map_or("", |it| it.every.as_str());
    if every.is_empty() {
        frequency_text(route)
    } else {
        every.replace('_', " ")
    }
}
