//! The forms of list members: trackers, figures, milestones, progress, routes, updates.

use super::parts::{
    OFFICER, PRIORITIES, QUALITY, ROUTE_FREQUENCY, ROUTE_KIND, STAGES, STATUS, VIA,
};
use super::{Entry, Form, FormField, MemberList, words};
use crate::domain::kind::Kind;
use crate::domain::rating::Direction;

const fn field(
    key: &'static str,
    label: &'static str,
    entry: Entry,
    help: &'static str,
) -> FormField {
    FormField::new(key, label, entry, help)
}

/// Why ids are not asked for.
pub(super) const GIVEN: &str = "given by the program, and never changed";
/// Why the parts of a fraction are not asked for apart.
const OF_FIGURE: &str = "typed with the figure: 76.24% (1171/1536)";
/// Why what was different in a period is not asked for.
const OF_THEN: &str = "written by the program when the priority's own field changes";

const FIGURE: FormField = field(
    "value",
    "Figure",
    Entry::Figure,
    "as published: 9.5% (2246), 76.24% (1171/1536), n/a",
);
const SPEAKS_OF: FormField = field(
    "period",
    "Speaks of",
    Entry::Period,
    "the stretch of time, where it is not the one it was reported under",
);
const BREAKDOWN: FormField = field(
    "breakdown",
    "Breakdown",
    Entry::Line,
    "the part of the population it speaks of",
);

/// The tracker of one period.
pub(super) static UPDATE: Form = Form {
    one: "tracker",
    fields: &[
        field("rating", "Rating", Entry::Rating, "the overall progress rating"),
        field("direction", "Direction", Entry::Choice(words::<Direction>), "the direction of travel"),
        field("summary", "Summary", Entry::Prose, "the overall assessment of the period"),
        field("achievements", "Achievements", Entry::Members(&ACHIEVEMENTS), "what was achieved"),
        field("risks", "Risks", Entry::Members(&RISKS), "what stands in the way"),
        field("rating_note", "Rating note", Entry::Line, "the note given with the rating"),
        field("joint_with", "Joint with", Entry::Values(&PRIORITIES), "the other priorities that this tracker serves"),
    ],
    with_rest: true,
    left_out: &[
        ("period", "a tracker's period is its key"),
        ("approvals", "signed by officer and director, never typed"),
        ("title", OF_THEN),
        ("officers", OF_THEN),
        ("indicators", OF_THEN),
        ("links", OF_THEN),
        ("area_of_weakness", OF_THEN),
    ],
};

static ACHIEVEMENTS: MemberList = MemberList { form: &ACHIEVEMENT, key: "id" };
static ACHIEVEMENT: Form = Form {
    one: "achievement",
    fields: &[
        field("heading", "Heading", Entry::Line, "a few words"),
        field("text", "Text", Entry::Prose, "what was achieved").required(),
    ],
    with_rest: false,
    left_out: &[("id", GIVEN)],
};

static RISKS: MemberList = MemberList { form: &RISK, key: "id" };
static RISK: Form = Form {
    one: "risk",
    fields: &[field("text", "Text", Entry::Prose, "the challenge or risk").required()],
    with_rest: false,
    left_out: &[("id", GIVEN)],
};

/// The codes that a record once had.
pub(super) static FORMER_CODES: MemberList = MemberList { form: &FORMER_CODE, key: "in" };
static FORMER_CODE: Form = Form {
    one: "former code",
    fields: &[
        field("code", "Code", Entry::Line, "the code").required(),
        field("in", "In", Entry::Period, "the period in which it served").required(),
    ],
    with_rest: false,
    left_out: &[],
};

/// Where an indicator started.
pub(super) static BASELINES: MemberList = MemberList { form: &BASELINE, key: "id" };
static BASELINE: Form = Form {
    one: "baseline",
    fields: &[
        FIGURE,
        field("reported", "Reported", Entry::Period, "the column under which it was published"),
        SPEAKS_OF,
        BREAKDOWN,
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("numerator", OF_FIGURE), ("denominator", OF_FIGURE), ("text", OF_FIGURE)],
};

/// Where an indicator is to go.
pub(super) static TARGETS: MemberList = MemberList { form: &TARGET, key: "id" };
static TARGET: Form = Form {
    one: "target",
    fields: &[
        FIGURE,
        field("reported", "Reported", Entry::Period, "the column under which it was published"),
        SPEAKS_OF,
        field("set_by", "Set by", Entry::Line, "who set it"),
        field("low", "Low", Entry::Number, "the lower edge of a band"),
        field("high", "High", Entry::Number, "the upper edge of a band"),
        field("width", "Width", Entry::Number, "the width of a band on both sides of the figure"),
        field("tolerance", "Tolerance", Entry::Tolerance, "how far off is still close: 2 points, 5 percent, floor 60"),
        field("provisional", "Provisional", Entry::Flag, "whether it may still change"),
        BREAKDOWN,
        field("change_from", "Change from", Entry::Line, "what it is a change from, where it is one"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("text", OF_FIGURE)],
};

/// What an indicator came to.
pub(super) static RESULTS: MemberList = MemberList { form: &RESULT, key: "id" };
/// One result.
pub(super) static RESULT: Form = Form {
    one: "result",
    fields: &[
        FIGURE,
        field("reported", "Reported", Entry::Period, "the column or quarter under which it was published"),
        SPEAKS_OF,
        field("provisional", "Provisional", Entry::Flag, "whether it may still change"),
        BREAKDOWN,
        field("data_quality", "Data quality", Entry::Object(&QUALITY), "the standing of this figure's data"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("numerator", OF_FIGURE), ("denominator", OF_FIGURE), ("text", OF_FIGURE)],
};

/// Where its officer expects an indicator to end.
pub(super) static FORECASTS: MemberList = MemberList { form: &FORECAST, key: "id" };
static FORECAST: Form = Form {
    one: "forecast",
    fields: &[
        FIGURE,
        field("period", "For", Entry::Period, "the stretch of time it speaks of"),
        field("made", "Made", Entry::Period, "when it was made"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("text", OF_FIGURE)],
};

/// The parts of an action.
pub(super) static MILESTONES: MemberList = MemberList { form: &MILESTONE, key: "id" };
static MILESTONE: Form = Form {
    one: "milestone",
    fields: &[
        field("text", "Text", Entry::Prose, "what it is").required(),
        field("timescale", "Timescale", Entry::Timescale { slips: true }, "when: Nov 2010, end of Q2, ongoing"),
        field("why", "Why moved", Entry::Why, "kept with the date that it had"),
        field("status", "Status", STATUS, "how it stands"),
        field("officers", "Officers", Entry::Objects(&OFFICER), "who does it"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN)],
};

/// What a tracker says of an action.
pub(super) static PROGRESS: Form = Form {
    one: "progress",
    fields: &[
        field("status", "Status", STATUS, "how it stands"),
        field("text", "Progress", Entry::Prose, "what was done"),
        field("next_steps", "Next steps", Entry::Prose, "what comes next"),
        field("risks", "Risks", Entry::Prose, "what stands in the way"),
        field("reviewed", "Reviewed", Entry::Day, "when it was looked at"),
    ],
    with_rest: true,
    left_out: &[("period", "an entry's period is its key")],
};

/// How a recommendation is monitored.
pub(super) static ROUTES: MemberList = MemberList { form: &ROUTE, key: "id" };
static ROUTE: Form = Form {
    one: "route",
    fields: &[
        field("kind", "Kind", ROUTE_KIND, "direct watches the thing itself"),
        field("via", "Through", Entry::Object(&VIA), "what it goes through"),
        field("text", "In words", Entry::Line, "as published"),
        field("frequency", "Frequency", Entry::Object(&ROUTE_FREQUENCY), "how often it is reported"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN)],
};

/// What happened with a recommendation.
pub(super) static REC_UPDATES: MemberList = MemberList { form: &REC_UPDATE, key: "id" };
/// One of them.
pub(super) static REC_UPDATE: Form = Form {
    one: "update",
    fields: &[
        field("at", "When", Entry::When, "a month or a day").required(),
        field("text", "Text", Entry::Prose, "what happened"),
        field("draft_stage", "Draft stage", Entry::Values(&STAGES), "the adviser's proposal; several where it was left open"),
        field("stage", "Stage", Entry::Number, "1 to 6, as the board confirmed it"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN)],
};

/// Rating counts as published, by board.
pub(super) static PUBLISHED: MemberList = MemberList { form: &PUBLISHED_RATINGS, key: "board" };
static PUBLISHED_RATINGS: Form = Form {
    one: "count",
    fields: &[
        field("board", "Board", Entry::Reference(Kind::Board), "whose priorities were counted").required(),
        field("red", "Red", Entry::Number, "how many were rated red"),
        field("amber", "Amber", Entry::Number, "how many were rated amber"),
        field("green", "Green", Entry::Number, "how many were rated green"),
    ],
    with_rest: true,
    left_out: &[],
};

/// The form of a member of a record's list, for members that are entered by themselves: the tracker
/// of a priority, the result of an indicator, the progress of an action, the update of a
/// recommendation.
pub fn member_form(kind: Kind) -> Option<(&'static str, &'static Form)> {
    match kind {
        Kind::Priority => Some(("updates", &UPDATE)),
        Kind::Indicator => Some(("results", &RESULT)),
        Kind::Action => Some(("progress", &PROGRESS)),
        Kind::Recommendation => Some(("updates", &REC_UPDATE)),
        _ => None,
    }
}
