//! Recommendations and judgements of papers 000, 001 and 002, typed from the papers.
//!
//! Nothing here was taken from the sample workspace. Lines are those of the named paper, from 1.
//!
//! How the papers were read:
//! * The bullets of paper 000 are lost. `direct` and `indirect` count what was an item of its own, by its wording ("Performance
//!   Indicator", "LSP priority", "CAA tagged priority", …); `direct_named` counts the things named where one item names two.
//! * "NA" is no route; an empty cell is none either.
//! * The last column of paper 000, its assessment of direct monitoring, is lost for every row.
//! * A stage is the adviser's draft: the board's own is not in the pack.

/// A change of a CAA tag that paper 000 states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Line of paper 000, from 1.
    pub(crate) line: u32,
    /// The tagged issue as printed.
    pub(crate) text: &'static str,
    /// Canonical month.
    pub(crate) at: &'static str,
    /// Tagged, or no longer.
    pub(crate) tagged: bool,
}

/// A row of paper 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Monitored {
    /// Line of paper 000, from 1.
    pub(crate) line: u32,
    /// The code.
    pub(crate) code: &'static str,
    /// Items of the column of direct monitoring.
    pub(crate) direct: usize,
    /// Things that those items name.
    pub(crate) direct_named: usize,
    /// Items of the column of indirect monitoring.
    pub(crate) indirect: usize,
    /// The paper says "NA" in all three columns.
    pub(crate) not_applicable: bool,
    /// The tags.
    pub(crate) tags: &'static [Tag],
}

/// A row of [`MONITORED`].
const fn monitored(line: u32, code: &'static str, direct: usize, indirect: usize) -> Monitored {
    Monitored {
        line,
        code,
        direct,
        direct_named: direct,
        indirect,
        not_applicable: false,
        tags: &[],
    }
}

impl Monitored {
    /// One item names two things.
    const fn named(mut self, direct_named: usize) -> Self {
        self.direct_named = direct_named;
        self
    }

    /// "NA".
    const fn not_applicable(mut self) -> Self {
        self.not_applicable = true;
        self
    }

    /// The tags.
    const fn tags(mut self, tags: &'static [Tag]) -> Self {
        self.tags = tags;
        self
    }
}

/// A tag of June 2009.
const fn june(line: u32, text: &'static str) -> Tag {
    Tag {
        line,
        text,
        at: "2009-06",
        tagged: true,
    }
}

/// A tag that was gone in September 2009.
const fn gone(line: u32, text: &'static str) -> Tag {
    Tag {
        line,
        text,
        at: "2009-09",
        tagged: false,
    }
}

/// The tag of JAR 1.
const NO_QUALIFICATIONS: &str = "Improve numbers leaving school with no qualifications";
/// The tag of APA 1 and APA 6.
const BME: &str = "Improve levels attainment for pupils from BME backgrounds";
/// The tag of APA 3.
const ATTENDANCE: &str = "Secondary school attendance and persistent absence";
/// The tag of APA 8.
const PREGNANCY: &str = "Reduce levels of teenage pregnancy";

/// JAR 1 to 10 and APA 1 to 14, in the paper's order.
pub(crate) const MONITORED: &[Monitored] = &[
    monitored(8, "JAR 1", 2, 2).tags(&[june(8, NO_QUALIFICATIONS), gone(8, NO_QUALIFICATIONS)]),
    monitored(9, "JAR 2", 2, 0),
    monitored(10, "JAR 3", 1, 0),
    monitored(11, "APA 1", 1, 0).tags(&[june(11, BME), gone(11, BME)]),
    monitored(12, "APA 2", 2, 1),
    // September is not mentioned.
    monitored(21, "APA 3", 4, 0).tags(&[june(21, ATTENDANCE)]),
    monitored(22, "JAR 4", 2, 0),
    monitored(23, "JAR 5", 3, 0),
    monitored(24, "JAR 6", 1, 0),
    monitored(32, "APA 4", 2, 0),
    monitored(33, "APA 5", 3, 1),
    monitored(39, "APA 6", 3, 0).tags(&[june(39, BME), gone(39, BME)]),
    monitored(40, "APA 7", 0, 1),
    monitored(42, "JAR 7", 1, 0),
    // "CYPP-Priority 7/LSP Priority" is one item of two plans.
    monitored(44, "APA 8", 3, 0)
        .named(4)
        .tags(&[june(45, PREGNANCY), gone(45, PREGNANCY)]),
    // An action plan and a national target, each with a frequency of its own; the tag was new in September.
    monitored(46, "APA 9", 2, 0).tags(&[Tag {
        line: 46,
        text: "Significantly higher infant mortality rates than the England average",
        at: "2009-09",
        tagged: true,
    }]),
    monitored(52, "JAR 8", 2, 1),
    monitored(53, "JAR 9", 3, 1),
    monitored(54, "JAR 10", 0, 0).not_applicable(),
    monitored(56, "APA 10", 2, 0),
    monitored(63, "APA 11", 3, 0),
    // "CYPP Priority 1 & Priority 9" is one item of two priorities, here and in the next row.
    monitored(64, "APA 12", 3, 1).named(4),
    monitored(65, "APA 13", 3, 1).named(4),
    monitored(66, "APA 14", 1, 0),
];

/// A recommendation of the Joint Area Review as paper 002 gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Urgent {
    /// Line of paper 002, from 1.
    pub(crate) line: u32,
    /// Paragraph of its key actions.
    pub(crate) paragraph: &'static str,
    /// `immediate`, `six_months` or `longer_term`.
    pub(crate) urgency: &'static str,
    /// Codes of paper 000 for it, none for the one that paper 000 does not list.
    pub(crate) codes: &'static [&'static str],
    /// Key actions listed.
    pub(crate) key_actions: usize,
}

/// A row of [`URGENCY`].
const fn urgent(
    line: u32,
    paragraph: &'static str,
    urgency: &'static str,
    codes: &'static [&'static str],
    key_actions: usize,
) -> Urgent {
    Urgent {
        line,
        paragraph,
        urgency,
        codes,
        key_actions,
    }
}

/// The ten recommendations in the order of paper 002. Paper 000 makes two of the second and has none for the first.
pub(crate) const URGENCY: &[Urgent] = &[
    urgent(63, "3.4.1", "immediate", &[], 2),
    urgent(64, "3.4.2", "immediate", &["JAR 8", "JAR 9"], 3),
    urgent(65, "3.4.3", "immediate", &["JAR 4"], 3),
    urgent(71, "3.4.4", "six_months", &["JAR 10"], 2),
    urgent(72, "3.4.5", "six_months", &["JAR 5"], 3),
    urgent(73, "3.4.6", "six_months", &["JAR 1"], 4),
    urgent(74, "3.4.7", "six_months", &["JAR 2"], 6),
    urgent(75, "3.4.8", "six_months", &["JAR 7"], 3),
    urgent(81, "3.4.9", "longer_term", &["JAR 3"], 4),
    urgent(82, "3.4.10", "longer_term", &["JAR 6"], 3),
];

/// The report with the recommendations was published on this day (paper 002, line 34).
pub(crate) const JAR_PUBLISHED: &str = "2008-05-06";
/// The action plan went to the executive board on this day (paper 002, line 9).
pub(crate) const JAR_PLAN: &str = "2008-07-16";
/// Working days to make the action plan (paper 002, line 151).
pub(crate) const JAR_WORKING_DAYS: u32 = 70;

/// A requirement of the Improvement Notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    /// Line of paper 001, from 1, on which the code stands.
    pub(crate) line: u32,
    /// Number in the list of the interim update.
    pub(crate) number: u32,
    /// The code.
    pub(crate) code: &'static str,
    /// A second code in the same brackets.
    pub(crate) also: Option<&'static str>,
}

/// A row of [`REQUIREMENTS`].
const fn requirement(line: u32, number: u32, code: &'static str) -> Requirement {
    Requirement {
        line,
        number,
        code,
        also: None,
    }
}

/// The sixteen requirements. That of IN 1.3 is printed "(IN 1.3 & 2.17)".
pub(crate) const REQUIREMENTS: &[Requirement] = &[
    requirement(1860, 1, "IN 1.1"),
    requirement(1877, 2, "IN 1.2"),
    Requirement {
        line: 1885,
        number: 3,
        code: "IN 1.3",
        also: Some("IN 2.17"),
    },
    requirement(1901, 4, "IN 1.4"),
    requirement(1913, 5, "IN 1.5"),
    requirement(1928, 6, "IN 1.6"),
    requirement(1946, 7, "IN 1.7"),
    requirement(1963, 8, "IN 2.1"),
    requirement(1971, 9, "IN 2.2"),
    requirement(1976, 10, "IN 3.1"),
    requirement(1985, 11, "IN 3.2"),
    requirement(1992, 12, "IN 3.3"),
    requirement(2000, 13, "IN 3.4"),
    requirement(2007, 14, "IN 3.5"),
    requirement(2017, 15, "IN 3.6"),
    requirement(2026, 16, "IN 4.1"),
];

/// A scrutiny recommendation of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scrutiny {
    /// Line of paper 001, from 1, on which its text begins.
    pub(crate) line: u32,
    /// Which inquiry: the heads of the sheets are lost, so the sheets are told apart by a letter of ours; '?' is uncertain.
    pub(crate) sheet: char,
    /// What the text calls the inquiry, where it does.
    pub(crate) inquiry: Option<&'static str>,
    /// The number, absent where it is lost.
    pub(crate) number: Option<&'static str>,
    /// Month of the executive board that approved the response, absent where the response has none.
    pub(crate) response: Option<&'static str>,
    /// The adviser's draft stage, two where the paper leaves it open, none where the cell is empty.
    pub(crate) draft_stage: &'static [u8],
    /// Months of the dated updates, oldest first.
    pub(crate) updates: &'static [&'static str],
    /// The newest update is a heading with nothing below it: no update to record.
    pub(crate) last_empty: bool,
    /// The Complete column is ticked.
    pub(crate) completed: bool,
    /// What the Stage column says of the next review.
    pub(crate) review: Option<&'static str>,
}

/// A row of [`SCRUTINY`] of one sheet, with updates of September and December 2010.
const fn scrutiny(
    line: u32,
    sheet: char,
    number: &'static str,
    response: &'static str,
    draft_stage: &'static [u8],
) -> Scrutiny {
    Scrutiny {
        line,
        sheet,
        inquiry: None,
        number: Some(number),
        response: Some(response),
        draft_stage,
        updates: &["2010-09", "2010-12"],
        last_empty: false,
        completed: false,
        review: None,
    }
}

impl Scrutiny {
    /// Ticked.
    const fn completed(mut self) -> Self {
        self.completed = true;
        self
    }

    /// The next review.
    const fn review(mut self, text: &'static str) -> Self {
        self.review = Some(text);
        self
    }
}

/// The twelve recommendations in the paper's order. Wherever a stage stands it is the adviser's draft (line 2059).
pub(crate) const SCRUTINY: &[Scrutiny] = &[
    // "2 (Achieved) or 4 (not achieved)".
    Scrutiny {
        line: 2086,
        sheet: 'A',
        inquiry: None,
        number: Some("4"),
        response: Some("2009-08"),
        draft_stage: &[2, 4],
        updates: &["2010-12"],
        last_empty: false,
        completed: false,
        review: None,
    },
    // The number is lost; "Also" and the month of the response put it on the sheet of the one before.
    Scrutiny {
        line: 2092,
        sheet: 'A',
        inquiry: None,
        number: None,
        response: Some("2009-08"),
        draft_stage: &[4],
        updates: &["2009-12", "2010-03", "2010-09", "2010-12"],
        last_empty: false,
        completed: false,
        review: Some("Monitor again in 6 months"),
    },
    // Named in the response (line 2136), which is to the interim report.
    Scrutiny {
        line: 2131,
        sheet: 'B',
        inquiry: Some("Scrutiny Inquiry into Safeguarding"),
        number: Some("1"),
        response: Some("2010-02"),
        draft_stage: &[4],
        updates: &["2010-09", "2010-12"],
        last_empty: false,
        completed: false,
        review: None,
    },
    // On a page of its own. Number and month of the response would fit the sheet of the three after it; nothing says so.
    scrutiny(2157, '?', "1", "2010-05", &[4]),
    // The mark in the Complete column came out as "*", where the others are ticks: left open.
    scrutiny(2165, 'C', "4", "2010-05", &[2]),
    scrutiny(2191, 'C', "5", "2010-05", &[2]).completed(),
    scrutiny(2195, 'C', "6", "2010-05", &[6]).review("Review again in September 2011"),
    scrutiny(2212, 'D', "2", "2010-06", &[4]),
    scrutiny(2222, 'D', "4", "2010-06", &[2]).completed(),
    // Neither stage nor update, here and in the next: the response is the first thing reported.
    Scrutiny {
        line: 2234,
        sheet: 'E',
        inquiry: None,
        number: Some("2"),
        response: None,
        draft_stage: &[],
        updates: &["2010-12"],
        last_empty: true,
        completed: false,
        review: None,
    },
    Scrutiny {
        line: 2237,
        sheet: 'E',
        inquiry: None,
        number: Some("3"),
        response: None,
        draft_stage: &[],
        updates: &["2010-12"],
        last_empty: true,
        completed: false,
        review: None,
    },
    // The board had asked for an update before signing off (line 2243).
    Scrutiny {
        line: 2242,
        sheet: 'F',
        inquiry: None,
        number: Some("4"),
        response: None,
        draft_stage: &[2],
        updates: &["2010-12"],
        last_empty: false,
        completed: true,
        review: None,
    },
];

/// A judgement of the inspectorate's letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Lines of paper 001, from 1.
    pub(crate) lines: &'static [u32],
    /// What was judged, in the letter's words.
    pub(crate) subject: &'static str,
    /// The grade's word.
    pub(crate) word: &'static str,
    /// The grade from 1 to 4.
    pub(crate) grade: u8,
    /// The letter prints the number; elsewhere the scale of paper 002 (line 43) gives it.
    pub(crate) numbered: bool,
    /// Year of the inspection or assessment, where the letter says it.
    pub(crate) year: Option<&'static str>,
    /// It limits the overall grade.
    pub(crate) limiting: bool,
}

/// The letter's day (paper 001, line 517).
pub(crate) const LETTER: &str = "2010-12-09";

/// The graded judgements of the letter, without what it says of groups of settings ("around two-thirds … are good").
pub(crate) const JUDGEMENTS: &[Judged] = &[
    Judged {
        lines: &[545, 548, 550],
        subject: "Children's services assessment",
        word: "Performs poorly",
        grade: 1,
        numbered: true,
        year: Some("2010"),
        limiting: false,
    },
    Judged {
        lines: &[550],
        subject: "children's services",
        word: "inadequate",
        grade: 1,
        numbered: false,
        year: Some("2009"),
        limiting: false,
    },
    Judged {
        lines: &[550, 568],
        subject: "overall effectiveness of safeguarding",
        word: "inadequate",
        grade: 1,
        numbered: false,
        year: Some("2009"),
        limiting: true,
    },
    Judged {
        lines: &[550],
        subject: "provision for looked after children",
        word: "adequate",
        grade: 2,
        numbered: false,
        year: Some("2009"),
        limiting: false,
    },
    Judged {
        lines: &[582],
        subject: "capacity to improve",
        word: "adequate",
        grade: 2,
        numbered: false,
        year: Some("2009"),
        limiting: false,
    },
    Judged {
        lines: &[552],
        subject: "fostering agency",
        word: "good",
        grade: 3,
        numbered: false,
        year: None,
        limiting: false,
    },
    Judged {
        lines: &[552],
        subject: "adoption agency",
        word: "good",
        grade: 3,
        numbered: false,
        year: None,
        limiting: false,
    },
    Judged {
        lines: &[552],
        subject: "sixth form college",
        word: "outstanding",
        grade: 4,
        numbered: false,
        year: None,
        limiting: false,
    },
    // The scale of its own inspection; the letter says "excellent capacity for improvement".
    Judged {
        lines: &[576],
        subject: "youth offending service, capacity for improvement",
        word: "excellent",
        grade: 4,
        numbered: false,
        year: None,
        limiting: false,
    },
];

/// The four-point scale of the letter: line of paper 001, grade, words.
pub(crate) const SCALE: &[(u32, u8, &str)] = &[
    (532, 4, "Performs excellently"),
    (533, 3, "Performs well"),
    (534, 2, "Performs adequately"),
    (535, 1, "Performs poorly"),
];
