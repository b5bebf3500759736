//! What the fields of every record hold: texts, times, references to which kind.
//!
//! Each record is taken apart by name, so that a field added to a record does not compile before it
//! is listed here.

use super::walk::{Inspect, Leaf, Refer, Step, Walk};
use crate::domain::action::{Action, Milestone, Progress, Slip, Timescale};
use crate::domain::indicator::{
    Baseline, DataQuality, Forecast, Indicator, ResultFigure, Target, Tolerance,
};
use crate::domain::kind::Kind;
use crate::domain::plan::{
    Answer, Board, Highlight, Monitor, Officer, PeriodTotals, Plan, PublishedRatings, Theme, View,
};
use crate::domain::priority::{
    Achievement, Approval, FormerCode, Link, Priority, Risk, Split, Update,
};
use crate::domain::programme::{ForwardDecision, Group, GroupDate, Item, Programme};
use crate::domain::recommendation::{
    Completion, Due, Inquiry, Judgement, Recommendation, RecommendationUpdate, Response, Route,
    RouteFrequency, Tag, Via,
};
use crate::domain::record::{Source, key};
use crate::domain::workspace::Workspace;

/// Lists the fields of a record: `to Kind` for ids of other records, `named` for `kind:id`, `time`
/// for a time in words; all others by their type.
macro_rules! inspect {
    ($name:ident { $( $field:ident $(as $key:literal)? $(: $mode:ident $($kind:ident)?)? ),* $(,)? }) => {
        impl Inspect for $name {
            fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
                let Self { $( $field, )* rest } = self;
                $( walk.under(Step::Key(key!($field $($key)?)), |walk| {
                    inspect!(@ $field walk $($mode $($kind)?)?);
                }); )*
                rest.inspect(walk);
            }
        }
    };
    (@ $field:ident $walk:ident) => { $field.inspect($walk) };
    (@ $field:ident $walk:ident to $kind:ident) => { $field.refer(Kind::$kind, $walk) };
    (@ $field:ident $walk:ident named) => { Named::named($field, $walk) };
    (@ $field:ident $walk:ident time) => { $walk.leaf(&Leaf::When($field)) };
}

/// One or several records as `kind:id`.
trait Named {
    fn named<'a>(&'a self, walk: &mut Walk<'a, '_>);
}

impl Named for String {
    fn named<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Named(self));
    }
}

impl Named for Vec<String> {
    fn named<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        for (place, name) in self.iter().enumerate() {
            walk.under(Step::Place(place), |walk| name.named(walk));
        }
    }
}

inspect!(Workspace {
    format,
    title,
    organisation,
    current_period,
    as_of,
    ratings,
    tolerance,
    abbreviations,
    boards,
    plans,
    monitors,
    periods,
    highlights,
    themes,
    priorities,
    indicators,
    actions,
    answers,
    inquiries,
    recommendations,
    judgements,
    programme,
    views,
});
inspect!(Source { paper, at });

inspect!(Board { id, title, meets });
inspect!(Plan {
    id,
    title,
    from,
    to
});
inspect!(Monitor {
    id,
    kind,
    title,
    meets
});
inspect!(PeriodTotals {
    period,
    published_ratings
});
inspect!(PublishedRatings { board: to Board, red, amber, green });
inspect!(Highlight { id, period, heading, text, boards: to Board, concerns: named });
inspect!(Theme { id, code, title, plan: to Plan });
inspect!(Officer { role, post, name, organisation, r#for as "for" });
inspect!(Answer {
    id,
    finding,
    concerns: named,
    period,
    text,
    by,
    on
});
inspect!(View { name, screen, r#where as "where", sort, columns });

inspect!(Priority {
    id, code, former_codes, also_known_as, theme: to Theme, title, why, partnership,
    boards: to Board, high_risk, officers, indicators: to Indicator, links, links_none_stated,
    area_of_weakness, split, retired_from, updates,
});
inspect!(FormerCode { code, r#in as "in" });
inspect!(Link { plan: to Plan, r#ref as "ref", strength });
inspect!(Split { from: to Priority, r#in as "in" });
inspect!(Update {
    period, rating, direction, summary, achievements, risks, joint_with: to Priority, approvals,
    rating_note, title, officers, indicators: to Indicator, links, area_of_weakness,
});
inspect!(Achievement { id, heading, text });
inspect!(Risk { id, text });
inspect!(Approval {
    role,
    by,
    on,
    covers
});

inspect!(Indicator {
    id, code, former_codes, also_known_as, title, definition, owner, boards: to Board, unit,
    polarity, frequency, adds, tolerance, seasonal, lag, data_quality, retired_from, baselines,
    targets, results, forecasts,
});
inspect!(DataQuality { level });
inspect!(Tolerance {
    points,
    percent,
    floor
});
inspect!(Baseline {
    id,
    reported,
    period,
    value,
    numerator,
    denominator,
    breakdown,
    text
});
inspect!(Target {
    id,
    reported,
    period,
    value,
    set_by,
    text,
    low,
    high,
    width,
    tolerance,
    provisional,
    breakdown,
    change_from,
});
inspect!(ResultFigure {
    id,
    reported,
    period,
    value,
    numerator,
    denominator,
    provisional,
    breakdown,
    text,
    data_quality,
});
inspect!(Forecast {
    id,
    period,
    value,
    made,
    text
});

inspect!(Action {
    id, priority: to Priority, recommendations: to Recommendation, trackers, group, title,
    desired_outcome, officers, milestones, timescale, progress,
});
inspect!(Milestone {
    id,
    text,
    officers,
    timescale,
    status
});
inspect!(Timescale { text, dates, was });
inspect!(Slip { text, on, why });
inspect!(Progress {
    period,
    text,
    next_steps,
    risks,
    status,
    reviewed
});

inspect!(Inquiry {
    id,
    title,
    body,
    at: time
});
inspect!(Recommendation {
    id, code, former_codes, number, asked_by, inquiry: to Inquiry, part_of: to Recommendation,
    heading, text, also_known_as, urgency, officers, boards: to Board, made, due, tags, routes,
    coverage, coverage_note, response, rating, updates, review_again: time, completed,
});
inspect!(Due { text, dates });
inspect!(Tag {
    scheme,
    text,
    at,
    tagged
});
inspect!(Route {
    id,
    kind,
    via,
    text,
    frequency
});
inspect!(Via {
    priority: to Priority, indicator: to Indicator, plan: to Plan, r#ref as "ref",
    action: to Action, monitor: to Monitor,
});
inspect!(RouteFrequency { every, text });
inspect!(Response {
    decision,
    text,
    by,
    approved: time
});
inspect!(RecommendationUpdate {
    id,
    at: time,
    text,
    draft_stage,
    stage
});
inspect!(Completion { on: time });
inspect!(Judgement {
    id,
    body,
    subject,
    grade,
    at: time,
    limiting
});

inspect!(Programme {
    items,
    groups,
    decisions
});
inspect!(Item { id, board: to Board, meeting, title, description, notes, types });
inspect!(Group {
    id,
    title,
    members,
    position,
    dates
});
inspect!(GroupDate { text, on });
inspect!(ForwardDecision {
    id,
    title,
    maker,
    expected,
    consultation,
    documents,
    officers
});
