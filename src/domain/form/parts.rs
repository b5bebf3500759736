//! The forms of objects inside records: officers, links, timescales, routes and their like.

use super::{Entry, Form, FormField, ValueList, words};
use crate::domain::action::ActionStatus;
use crate::domain::indicator::Quality;
use crate::domain::kind::Kind;
use crate::domain::plan::Role;
use crate::domain::priority::Strength;
use crate::domain::rating::Rating;
use crate::domain::recommendation::{Decision, RouteKind};

const fn field(
    key: &'static str,
    label: &'static str,
    entry: Entry,
    help: &'static str,
) -> FormField {
    FormField::new(key, label, entry, help)
}

/// The words of an action's status.
pub(super) const STATUS: Entry = Entry::Choice(words::<ActionStatus>);

/// What any object may carry beside its own fields.
pub(super) static REST: &[FormField] = &[
    field("note", "Note", Entry::Prose, "anything worth knowing that has no field of its own"),
    field("source", "Sources", Entry::Objects(&SOURCE), "the papers that it comes from"),
    field("exempt", "Exempt", Entry::Flag, "yes leaves it out of what is made public"),
];

/// A paper and a place in it.
static SOURCE: Form = Form {
    one: "source",
    fields: &[
        field("paper", "Paper", Entry::Line, "which paper").required(),
        field("at", "At", Entry::Line, "the page, line or paragraph"),
    ],
    with_rest: false,
    left_out: &[],
};

/// Somebody with a part in a record.
pub(super) static OFFICER: Form = Form {
    one: "officer",
    fields: &[
        field("role", "Role", Entry::Choice(words::<Role>), "what they do for it"),
        field("post", "Post", Entry::Line, "the post they hold"),
        field("name", "Name", Entry::Line, "left out of what is made public"),
        field("organisation", "Organisation", Entry::Line, "whom they work for"),
        field("for", "Speaks for", Entry::Line, "the service or subject they speak for"),
    ],
    with_rest: false,
    left_out: &[],
};

/// A link to an action of another plan.
pub(super) static LINK: Form = Form {
    one: "link",
    fields: &[
        field("plan", "Plan", Entry::Reference(Kind::Plan), "the other plan").required(),
        field("ref", "Number", Entry::Line, "the action's number in it; empty for the whole plan"),
        field("strength", "Strength", Entry::Choice(words::<Strength>), "how close it is"),
    ],
    with_rest: false,
    left_out: &[],
};

/// What a priority was part of.
pub(super) static SPLIT: Form = Form {
    one: "split",
    fields: &[
        field("from", "From", Entry::Reference(Kind::Priority), "the priority it was part of").required(),
        field("in", "In", Entry::Period, "the first period of its own"),
    ],
    with_rest: false,
    left_out: &[],
};

/// The standing of a figure's data.
pub(super) static QUALITY: Form = Form {
    one: "data quality",
    fields: &[
        field("level", "Level", Entry::Choice(words::<Quality>), "how far the figures can be trusted"),
        field("note", "Note", Entry::Prose, "what the concerns are"),
    ],
    with_rest: false,
    left_out: &[],
};

/// Whether a scheme tagged a recommendation at a time.
pub(super) static TAG: Form = Form {
    one: "tag",
    fields: &[
        field("scheme", "Scheme", Entry::Line, "whose tag it is (CAA)").required(),
        field("text", "Text", Entry::Line, "what the tag says"),
        field("at", "At", Entry::Period, "when"),
        field("tagged", "Tagged", Entry::Flag, "whether it was tagged then"),
    ],
    with_rest: false,
    left_out: &[],
};

/// What a route goes through: one of these.
pub(super) static VIA: Form = Form {
    one: "way",
    fields: &[
        field("priority", "Priority", Entry::Reference(Kind::Priority), "one of these five is enough"),
        field("indicator", "Indicator", Entry::Reference(Kind::Indicator), "one of these five is enough"),
        field("plan", "Plan", Entry::Reference(Kind::Plan), "one of these five is enough"),
        field("ref", "Number", Entry::Line, "the number in that plan"),
        field("action", "Action", Entry::Reference(Kind::Action), "one of these five is enough"),
        field("monitor", "Monitor", Entry::Reference(Kind::Monitor), "a group, return, report or forum"),
    ],
    with_rest: false,
    left_out: &[],
};

/// How often a route is reported.
pub(super) static ROUTE_FREQUENCY: Form = Form {
    one: "frequency",
    fields: &[
        field("every", "Every", Entry::Line, "monthly, quarterly, half_yearly, annual or termly"),
        field("text", "In words", Entry::Line, "as published"),
    ],
    with_rest: false,
    left_out: &[],
};

/// Whether a route watches the thing itself.
pub(super) const ROUTE_KIND: Entry = Entry::Choice(words::<RouteKind>);

/// The organisation's answer to a recommendation.
pub(super) static RESPONSE: Form = Form {
    one: "response",
    fields: &[
        field("decision", "Decision", Entry::Choice(words::<Decision>), "what the organisation answered"),
        field("text", "Text", Entry::Prose, "what the answer says"),
        field("by", "By", Entry::Line, "who gave it"),
        field("approved", "Approved", Entry::When, "when it was approved"),
    ],
    with_rest: false,
    left_out: &[],
};

/// When a recommendation was completed.
pub(super) static COMPLETION: Form = Form {
    one: "completion",
    fields: &[field("on", "On", Entry::When, "when it was completed").required()],
    with_rest: false,
    left_out: &[],
};

/// A day of a working group.
pub(super) static GROUP_DATE: Form = Form {
    one: "date",
    fields: &[
        field("text", "In words", Entry::Line, "as published"),
        field("on", "On", Entry::Day, "the day"),
    ],
    with_rest: false,
    left_out: &[],
};

macro_rules! values {
    ($( $(#[$meta:meta])* $name:ident = $label:literal, $entry:expr, $help:literal; )*) => {
        $( $(#[$meta])* pub(super) static $name: ValueList = ValueList {
            item: field("", $label, $entry, $help).required(),
        }; )*
    };
}

values! {
    /// Other names of a record.
    NAMES = "Name", Entry::Line, "another name or code that people use";
    /// Boards that review it.
    BOARDS = "Board", Entry::Reference(Kind::Board), "type some of its name";
    /// Indicators aligned with it.
    INDICATORS = "Indicator", Entry::Reference(Kind::Indicator), "type its code or some of its title";
    /// Other priorities.
    PRIORITIES = "Priority", Entry::Reference(Kind::Priority), "type its code or some of its title";
    /// Recommendations.
    RECOMMENDATIONS = "Recommendation", Entry::Reference(Kind::Recommendation), "type its code or some of its text";
    /// Records of any kind.
    CONCERNS = "Concerns", Entry::Named, "type a code or some of its title";
    /// Periods.
    PERIODS = "Period", Entry::Period, "like 2010/11 Q2";
    /// Days.
    DAYS = "Day", Entry::Day, "like 10 Nov 2010";
    /// People on a group.
    PEOPLE = "Member", Entry::Line, "by post or name";
    /// The columns of a view.
    COLUMNS = "Column", Entry::Line, "the name of a column";
    /// The type codes of an item.
    TYPES = "Type", Entry::Choice(item_types), "RFS request for scrutiny, MSR monitoring scrutiny recommendations, RP review of existing policy, PM performance management, DP development of new policy, B briefing";
    /// The ratings in use.
    RATINGS = "Rating", Entry::Choice(words::<Rating>), "a rating of the scale";
    /// The stages that an adviser proposes.
    STAGES = "Stage", Entry::Number, "1 to 6";
}

/// The type codes of items of the work programme (domain rules, section 2).
fn item_types() -> Vec<&'static str> {
    vec!["RFS", "MSR", "RP", "PM", "DP", "B"]
}
