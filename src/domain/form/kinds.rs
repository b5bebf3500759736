//! The form of every kind of record.

use super::members::{
    BASELINES, FORECASTS, FORMER_CODES, GIVEN, MILESTONES, PUBLISHED, REC_UPDATES, RESULTS, ROUTES,
    TARGETS,
};
use super::parts::{
    BOARDS, COLUMNS, COMPLETION, CONCERNS, DAYS, GROUP_DATE, INDICATORS, LINK, NAMES, OFFICER,
    PEOPLE, PERIODS, QUALITY, RATINGS, RECOMMENDATIONS, RESPONSE, SPLIT, TAG, TYPES,
};
use super::{Entry, Form, FormField, words};
use crate::domain::indicator::{Adds, Frequency};
use crate::domain::kind::Kind;
use crate::domain::polarity::Polarity;
use crate::domain::recommendation::{Coverage, Urgency};

const fn field(
    key: &'static str,
    label: &'static str,
    entry: Entry,
    help: &'static str,
) -> FormField {
    FormField::new(key, label, entry, help)
}

/// The form of a kind of record.
pub fn form_of(kind: Kind) -> &'static Form {
    match kind {
        Kind::Workspace => &WORKSPACE,
        Kind::Board => &BOARD,
        Kind::Plan => &PLAN,
        Kind::Monitor => &MONITOR,
        Kind::Period => &PERIOD,
        Kind::Highlight => &HIGHLIGHT,
        Kind::Theme => &THEME,
        Kind::Priority => &PRIORITY,
        Kind::Indicator => &INDICATOR,
        Kind::Action => &ACTION,
        Kind::Answer => &ANSWER,
        Kind::Inquiry => &INQUIRY,
        Kind::Recommendation => &RECOMMENDATION,
        Kind::Judgement => &JUDGEMENT,
        Kind::Item => &ITEM,
        Kind::Group => &GROUP,
        Kind::Decision => &DECISION,
        Kind::View => &VIEW,
    }
}

const IDENTITY: &[(&str, &str)] = &[("id", GIVEN)];
const OWN_FORM: &str = "each is a record with a form of its own";
const OFFICERS: FormField = field("officers", "Officers", Entry::Objects(&OFFICER), "who has a part in it");
const ON_BOARDS: FormField = field("boards", "Boards", Entry::Values(&BOARDS), "the boards it is relevant to");
const TITLE: FormField = field("title", "Title", Entry::Line, "what it is called").required();
const ALSO: FormField = field("also_known_as", "Also known as", Entry::Values(&NAMES), "other names, and codes of other plans");
const FORMERLY: FormField = field("former_codes", "Former codes", Entry::Members(&FORMER_CODES), "the codes it had before, and when");
const RETIRED: FormField = field("retired_from", "Retired from", Entry::Period, "the first period in which it is no longer followed");

static WORKSPACE: Form = Form {
    one: "workspace",
    fields: &[
        field("title", "Title", Entry::Line, "what the workspace is called"),
        field("organisation", "Organisation", Entry::Line, "whose it is"),
        field("current_period", "Current period", Entry::Period, "the period that is being worked on"),
        field("as_of", "As of", Entry::Day, "the day that counts as today in it"),
        field("ratings", "Ratings", Entry::Values(&RATINGS), "the scale in use; red, amber, green if empty"),
        field("tolerance", "Tolerance", Entry::Tolerance, "how far off target is still close: 5 percent"),
        field("abbreviations", "Abbreviations", Entry::Pairs, "for finding; one a line: SRE = sex and relationships education"),
    ],
    with_rest: true,
    left_out: &[
        ("format", "the format of the file is the program's"),
        ("boards", OWN_FORM),
        ("plans", OWN_FORM),
        ("monitors", OWN_FORM),
        ("periods", OWN_FORM),
        ("highlights", OWN_FORM),
        ("themes", OWN_FORM),
        ("priorities", OWN_FORM),
        ("indicators", OWN_FORM),
        ("actions", OWN_FORM),
        ("answers", OWN_FORM),
        ("inquiries", OWN_FORM),
        ("recommendations", OWN_FORM),
        ("judgements", OWN_FORM),
        ("programme", OWN_FORM),
        ("views", OWN_FORM),
    ],
};

static BOARD: Form = Form {
    one: "board",
    fields: &[TITLE, field("meets", "Meets", Entry::Values(&DAYS), "the days on which it meets")],
    with_rest: true,
    left_out: IDENTITY,
};

static PLAN: Form = Form {
    one: "plan",
    fields: &[
        TITLE,
        field("from", "From", Entry::Day, "its first day"),
        field("to", "To", Entry::Day, "its last day"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static MONITOR: Form = Form {
    one: "monitor",
    fields: &[
        TITLE,
        field("kind", "Kind", Entry::Line, "group, return, report or forum"),
        field("meets", "Meets", Entry::Line, "how often it meets or appears, in words"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static PERIOD: Form = Form {
    one: "period",
    fields: &[
        field("period", "Period", Entry::Period, "like 2010/11 Q2").required(),
        field("published_ratings", "Published ratings", Entry::Members(&PUBLISHED), "rating counts as published, by board"),
    ],
    with_rest: true,
    left_out: &[],
};

static HIGHLIGHT: Form = Form {
    one: "highlight",
    fields: &[
        field("heading", "Heading", Entry::Line, "a few words").required(),
        field("period", "Period", Entry::Period, "the quarter whose report put it forward"),
        field("text", "Text", Entry::Prose, "what it says"),
        ON_BOARDS,
        field("concerns", "Concerns", Entry::Values(&CONCERNS), "the records it is about"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static THEME: Form = Form {
    one: "theme",
    fields: &[
        field("code", "Code", Entry::Line, "what people see and type (LN)"),
        TITLE,
        field("plan", "Plan", Entry::Reference(Kind::Plan), "the plan it belongs to"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static PRIORITY: Form = Form {
    one: "priority",
    fields: &[
        field("code", "Code", Entry::Line, "what people see and type (LN-1d)"),
        TITLE,
        field("theme", "Theme", Entry::Reference(Kind::Theme), "the theme it stands under"),
        field("why", "Why", Entry::Prose, "why it is a priority"),
        field("partnership", "Partnership", Entry::Line, "the partnership that answers for it"),
        ON_BOARDS,
        field("high_risk", "High risk", Entry::Flag, "whether it counts among the high risks"),
        OFFICERS,
        field("indicators", "Indicators", Entry::Values(&INDICATORS), "the indicators aligned with it, in order"),
        field("links", "Links", Entry::Objects(&LINK), "actions of other plans that it is linked with"),
        field("links_none_stated", "No links", Entry::Flag, "yes where the tracker says that there are none"),
        field("area_of_weakness", "Area of weakness", Entry::Flag, "whether an inspection named it one"),
        ALSO,
        FORMERLY,
        field("split", "Split", Entry::Object(&SPLIT), "what it was split from"),
        RETIRED,
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("updates", "the tracker of each period has a form of its own")],
};

static INDICATOR: Form = Form {
    one: "indicator",
    fields: &[
        field("code", "Code", Entry::Line, "what people see and type (NI 117)"),
        TITLE,
        field("definition", "Definition", Entry::Prose, "how it is defined, beyond the title"),
        field("unit", "Unit", Entry::Unit, "percent, number, days, score, money, per 10,000, out of 40"),
        field("polarity", "Polarity", Entry::Choice(words::<Polarity>), "what good looks like; range is neither too high nor too low"),
        field("frequency", "Frequency", Entry::Choice(words::<Frequency>), "how often it is reported"),
        field("adds", "Adds", Entry::Choice(words::<Adds>), "how the parts of a year make the year's figure"),
        field("tolerance", "Tolerance", Entry::Tolerance, "how far off target is still close: 2 points, 5 percent, floor 60"),
        field("seasonal", "Seasonal", Entry::Flag, "whether it compares with the same period last year"),
        field("lag", "Lag", Entry::Line, "how late its figures come, in words"),
        field("owner", "Owner", Entry::Line, "the service that owns it"),
        ON_BOARDS,
        field("data_quality", "Data quality", Entry::Object(&QUALITY), "the standing of its data"),
        field("results", "Results", Entry::Members(&RESULTS), "what it came to"),
        field("targets", "Targets", Entry::Members(&TARGETS), "where it is to go"),
        field("baselines", "Baselines", Entry::Members(&BASELINES), "where it started"),
        field("forecasts", "Forecasts", Entry::Members(&FORECASTS), "where its officer expects it to end"),
        ALSO,
        FORMERLY,
        RETIRED,
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static ACTION: Form = Form {
    one: "action",
    fields: &[
        field("title", "Title", Entry::Prose, "what is to be done").required(),
        field("priority", "Priority", Entry::Reference(Kind::Priority), "the priority it serves"),
        field("timescale", "Timescale", Entry::Timescale { slips: true }, "when: Nov 2010, end of Q2, ongoing"),
        field("why", "Why moved", Entry::Why, "kept with the date that it had"),
        field("officers", "Officers", Entry::Objects(&OFFICER), "who does it"),
        field("milestones", "Milestones", Entry::Members(&MILESTONES), "its parts"),
        field("desired_outcome", "Outcome", Entry::Prose, "what it is to lead to"),
        field("group", "Group", Entry::Line, "the heading it stands under"),
        field("recommendations", "Recommendations", Entry::Values(&RECOMMENDATIONS), "the recommendations it answers"),
        field("trackers", "Trackers", Entry::Values(&PERIODS), "the tracker periods that carry it"),
    ],
    with_rest: true,
    left_out: &[("id", GIVEN), ("progress", "the progress of each period has a form of its own")],
};

static ANSWER: Form = Form {
    one: "answer",
    fields: &[
        field("concerns", "Concerns", Entry::Named, "the record it is about").required(),
        field("finding", "Finding", Entry::Line, "which line of the exceptions is answered (challenge)").required(),
        field("period", "Period", Entry::Period, "the period it is about"),
        field("text", "Text", Entry::Prose, "the reason given").required(),
        field("by", "By", Entry::Line, "who answers"),
        field("on", "On", Entry::Day, "when"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static INQUIRY: Form = Form {
    one: "inquiry",
    fields: &[
        TITLE,
        field("body", "Body", Entry::Line, "who held it"),
        field("at", "At", Entry::When, "when"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static RECOMMENDATION: Form = Form {
    one: "recommendation",
    fields: &[
        field("code", "Code", Entry::Line, "what people see and type (JAR 4)"),
        field("text", "Text", Entry::Prose, "what it asks").required(),
        field("heading", "Heading", Entry::Line, "a few words"),
        field("asked_by", "Asked by", Entry::Line, "what asked for it"),
        field("number", "Number", Entry::Line, "its number within what asked for it"),
        field("inquiry", "Inquiry", Entry::Reference(Kind::Inquiry), "the inquiry that made it"),
        field("part_of", "Part of", Entry::Reference(Kind::Recommendation), "the recommendation of which it is a part"),
        field("rating", "Rating", Entry::Rating, "its rating"),
        field("urgency", "Urgency", Entry::Choice(words::<Urgency>), "how soon it was to be done"),
        field("due", "Due", Entry::Timescale { slips: false }, "when: Nov 2010, end of Q2"),
        field("made", "Made", Entry::Day, "when it was made"),
        OFFICERS,
        ON_BOARDS,
        field("response", "Response", Entry::Object(&RESPONSE), "what the organisation answered"),
        field("routes", "Routes", Entry::Members(&ROUTES), "how it is monitored"),
        field("coverage", "Coverage", Entry::Choice(words::<Coverage>), "the officer's own judgement of it"),
        field("coverage_note", "Coverage note", Entry::Line, "the reason for it"),
        field("updates", "Updates", Entry::Members(&REC_UPDATES), "what happened, oldest first"),
        field("review_again", "Review again", Entry::When, "when it is to be looked at again"),
        field("completed", "Completed", Entry::Object(&COMPLETION), "when it was completed"),
        field("tags", "Tags", Entry::Objects(&TAG), "whether a scheme tagged it, and when"),
        ALSO,
        FORMERLY,
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static JUDGEMENT: Form = Form {
    one: "judgement",
    fields: &[
        field("body", "Body", Entry::Line, "the inspectorate").required(),
        field("subject", "Subject", Entry::Line, "what was judged").required(),
        field("grade", "Grade", Entry::Number, "1 inadequate to 4 outstanding"),
        field("at", "At", Entry::When, "when"),
        field("limiting", "Limiting", Entry::Flag, "whether it limits the overall grade"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static ITEM: Form = Form {
    one: "item",
    fields: &[
        TITLE,
        field("board", "Board", Entry::Reference(Kind::Board), "the board it goes to"),
        field("meeting", "Meeting", Entry::Day, "the meeting's day; empty for not scheduled"),
        field("types", "Types", Entry::Values(&TYPES), "RFS, MSR, RP, PM, DP or B"),
        field("description", "Description", Entry::Prose, "what it is about"),
        field("notes", "Notes", Entry::Prose, "notes"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static GROUP: Form = Form {
    one: "working group",
    fields: &[
        TITLE,
        field("members", "Members", Entry::Values(&PEOPLE), "who sits on it"),
        field("position", "Position", Entry::Prose, "where it stands"),
        field("dates", "Dates", Entry::Objects(&GROUP_DATE), "when it meets"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static DECISION: Form = Form {
    one: "decision",
    fields: &[
        TITLE,
        field("maker", "Maker", Entry::Line, "who takes it"),
        field("expected", "Expected", Entry::Day, "when it is expected"),
        field("consultation", "Consultation", Entry::Prose, "who is consulted"),
        field("documents", "Documents", Entry::Prose, "the papers for it"),
        field("officers", "Officers", Entry::Objects(&OFFICER), "who answers for it"),
    ],
    with_rest: true,
    left_out: IDENTITY,
};

static VIEW: Form = Form {
    one: "view",
    fields: &[
        field("name", "Name", Entry::Line, "what it is called").required(),
        field("screen", "Screen", Entry::Line, "the screen it belongs to"),
        field("where", "Where", Entry::Line, "its filter, as it is typed in lists"),
        field("sort", "Sort", Entry::Line, "what it is sorted by"),
        field("columns", "Columns", Entry::Values(&COLUMNS), "the columns it shows"),
    ],
    with_rest: true,
    left_out: &[],
};
