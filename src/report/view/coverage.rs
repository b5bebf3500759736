//! The crosswalk of recommendations with what monitors them, and its gaps.

use super::{View, cells};
use crate::analysis::coverage::{
    Crosswalk, Gap, GapReason, RouteStanding, coverage_words, crosswalk,
};
use crate::analysis::naming::{code_of, title_of};
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::Coverage;
use crate::report::document::{Column, Document, Row, Span, Tone};

/// The crosswalk: through what each recommendation is monitored, directly and indirectly, what that
/// amounts to; then the gaps with their reasons.
pub fn coverage_report(view: &View<'_>) -> Document {
    let mut document = view.document("Coverage of recommendations");
    let all = view.recommendations();
    let walks: Vec<(RecordRef, Crosswalk<'_>)> = all
        .iter()
        .map(|it| {
            let record = RecordRef::new(Kind::Recommendation, &it.id);
            let walk = crosswalk(view.workspace, view.index, view.moment, it);
            (record, walk)
        })
        .collect();
    if walks.is_empty() {
        document.absence("No recommendations.");
        return document;
    }
    document.section("What monitors them", &totals(&walks));
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Recommendation").keep(20),
        Column::reasons("Directly"),
        Column::reasons("Indirectly").keep(80),
        Column::reasons("Coverage").keep(90),
    ];
    let rows = walks.iter().map(|(record, walk)| row(view, record, walk));
    document.table(columns, rows.collect());
    add_gaps(&mut document, view, &view.gaps());
    document
}

/// `37 direct, 1 indirect only, 12 none, 1 not applicable`.
fn totals(walks: &[(RecordRef, Crosswalk<'_>)]) -> String {
    let counted = |coverage: &Coverage| {
        let count = walks.iter().filter(|(_, it)| it.coverage == *coverage);
        let count = count.count();
        (count > 0).then(|| format!("{count} {}", coverage_words(*coverage)))
    };
    let counted: Vec<String> = Coverage::ALL.iter().filter_map(counted).collect();
    counted.join(", ")
}

fn row(view: &View<'_>, record: &RecordRef, walk: &Crosswalk<'_>) -> Row {
    let through = |direct: bool| {
        let routes = walk.routes.iter().filter(|it| it.direct == direct);
        let mut spans = Vec::new();
        for route in routes {
            if !spans.is_empty() {
                spans.push(Span::plain("; "));
            }
            spans.extend(through(view, route));
        }
        spans
    };
    Row {
        cells: vec![
            cells::code(view, record),
            cells::title(view, record),
            through(true),
            through(false),
            amounts_to(walk),
        ],
        record: Some(record.clone()),
    }
}

/// What a route goes through, and what is wrong with that.
fn through(view: &View<'_>, route: &RouteStanding<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    match &route.through {
        Some(record) if matches!(record.kind, Kind::Monitor | Kind::Plan) && route.found => {
            let title = title_of(view.workspace, record, view.moment);
            spans.push(Span::plain(title));
        }
        Some(record) => spans.push(Span::code(code_of(view.workspace, record, view.moment))),
        None => spans.push(Span::dim("nothing named")),
    }
    let via = route.route.via.as_ref();
    if let Some(via) = via.filter(|via| !via.r#ref.is_empty()) {
        spans.push(Span::plain(format!(" {}", via.r#ref)));
    }
    let troubles: Vec<&str> = route.troubles.iter().map(|it| it.words()).collect();
    if !troubles.is_empty() {
        spans.push(Span::mark(format!(" ! {}", troubles.join(", "))));
    }
    spans
}

/// The computed coverage, and the officer's where it is another.
fn amounts_to(walk: &Crosswalk<'_>) -> Vec<Span> {
    let tone = match walk.coverage {
        Coverage::Direct => Tone::Met,
        Coverage::Indirect => Tone::Close,
        Coverage::None => Tone::Missed,
        Coverage::NotApplicable => Tone::Dim,
    };
    let mut spans = vec![Span::new(coverage_words(walk.coverage), tone)];
    if walk.worded {
        spans.push(Span::dim(", at a frequency in words"));
    }
    if walk.is_disputed() {
        let stated = walk.stated.map_or("", Choice::text).replace('_', " ");
        spans.push(Span::mark(format!("; the officer says {stated}")));
    }
    spans
}

fn add_gaps(document: &mut Document, view: &View<'_>, gaps: &[Gap]) {
    document.section("Gaps", &gaps.len().to_string());
    if gaps.is_empty() {
        document.absence("Everything that is still open is monitored directly and in time.");
    }
    for reason in GapReason::ALL {
        let of: Vec<&Gap> = gaps.iter().filter(|gap| gap.reason == *reason).collect();
        if of.is_empty() {
            continue;
        }
        let heading = vec![
            Span::strong(reason.title()),
            Span::dim(format!("  {}", of.len())),
        ];
        document.heading(2, heading, None);
        let rows = of.iter().map(|gap| Row {
            cells: vec![
                cells::code(view, &gap.recommendation),
                cells::title(view, &gap.recommendation),
                cells::plain(gap.words.as_str()),
            ],
            record: Some(gap.recommendation.clone()),
        });
        let columns = vec![
            Column::fixed("Code"),
            Column::titles("Recommendation").keep(20),
            Column::reasons("Why"),
        ];
        document.table(columns, rows.collect());
    }
}
