//! Recommendations and their coverage as JSON.

use super::lists::stated;
use crate::analysis::coverage::{
    Gap, Reported, RouteStanding, Trouble, coverage as covered, crosswalk,
};
use crate::analysis::moment::knew;
use crate::analysis::stage::{Stage, stage};
use crate::analysis::standing::Verdict;
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::rating::Rating;
use crate::domain::recommendation::Recommendation;
use crate::domain::stated::Stated;
use crate::report::view::View;

fn record(recommendation: &Recommendation) -> RecordRef {
    RecordRef::new(Kind::Recommendation, &recommendation.id)
}

pub(super) fn listed(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    let all = view.recommendations();
    all.iter().map(|it| recommendation(desk, it)).collect()
}

fn recommendation(desk: &Desk, of: &Recommendation) -> Object {
    let standing = stage(&desk.workspace, of, desk.moment);
    let confirmed = standing.confirmed.as_ref();
    let drafts: Vec<u8> = standing.drafts.iter().map(|it| it.number()).collect();
    let mut newest_first = of.updates.iter().rev();
    let updated = newest_first.find(|it| knew(&desk.workspace, desk.moment, &it.at));
    let due = of.due.as_ref();
    let days: Vec<&str> = due.map_or(Vec::new(), |due| {
        due.dates.iter().map(Stated::text).collect()
    });
    head(desk, &record(of))
        .with("asked_by", &stated(&of.asked_by))
        .with("inquiry", &stated(of.inquiry.as_str()))
        .with("stage", &confirmed.map(|(stage, _)| stage.number()))
        .with(
            "stage_words",
            &confirmed.map(|(stage, _)| Stage::words(*stage)),
        )
        .with("draft_stages", &drafts)
        .with("coverage", covered(&desk.workspace, of).word())
        .with("rating", &of.rating.as_ref().map(Choice::text))
        .with("due", &due.and_then(|due| stated(&due.text)))
        .with("due_days", &days)
        .with("updated", &updated.and_then(|it| stated(&it.at)))
        .with("review_again", &stated(&of.review_again))
        .with("completed", &of.completed.as_ref().map(|it| it.on.as_str()))
}

/// One object a recommendation, with its routes and gaps.
pub(super) fn coverage(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    let gaps = view.gaps();
    let all = view.recommendations();
    let walked = all.iter().map(|of| {
        let walk = crosswalk(&desk.workspace, &desk.index, desk.moment, of);
        let record = record(of);
        let routes: Vec<Object> = walk.routes.iter().map(|it| route(desk, it)).collect();
        // Gaps come in the order of their recommendations.
        let from = gaps.partition_point(|gap| place(desk, gap) < place_of(desk, &record));
        let own = gaps.iter().skip(from);
        let own = own.take_while(|gap| gap.recommendation == record);
        let own: Vec<Object> = own.map(gap).collect();
        head(desk, &record)
            .with("coverage", walk.coverage.word())
            .with("stated", &walk.stated.map(Choice::text))
            .with("in_words", &walk.worded)
            .with("routes", &routes)
            .with("gaps", &own)
    });
    walked.collect()
}

fn place(desk: &Desk, gap: &Gap) -> Option<usize> {
    place_of(desk, &gap.recommendation)
}

fn place_of(desk: &Desk, record: &RecordRef) -> Option<usize> {
    desk.workspace.recommendations.place(record.id.as_str())
}

fn gap(gap: &Gap) -> Object {
    Object::new()
        .with("reason", gap.reason.word())
        .with("words", &gap.words)
}

fn route(desk: &Desk, route: &RouteStanding<'_>) -> Object {
    let through = route.through.as_ref();
    let via = route.route.via.as_ref();
    let frequency = route.route.frequency.as_ref();
    let reported = match route.reported {
        Reported::For(period) => Some(period.to_string()),
        Reported::Never | Reported::Elsewhere => None,
    };
    let troubles: Vec<&str> = route
        .troubles
        .iter()
        .map(|it| Trouble::words(*it))
        .collect();
    Object::new()
        .with("direct", &route.direct)
        .with("through", &through.map(|record| head(desk, record)))
        .with("number", &via.and_then(|via| stated(&via.r#ref)))
        .with("found", &route.found)
        .with("rating", &route.rating.map(Rating::word))
        .with("verdict", &route.verdict.map(Verdict::query_word))
        .with("status", &route.status.map(ActionStatus::word))
        .with("every", &frequency.and_then(|it| stated(&it.every)))
        .with("frequency", &frequency.and_then(|it| stated(&it.text)))
        .with("reported", &reported)
        .with("next", &route.next.map(|day| day.to_string()))
        .with("troubles", &troubles)
}
