//! The trackers of paper 001 (Quarter 2 2010/11): summary sheet, period counts, high-risk table, approvals and key actions,
//! typed from the paper.
//!
//! Nothing here was taken from the sample workspace. Lines are those of paper 001, from 1, unless another paper is named.
//!
//! How the trackers were read:
//! * The lights and most arrows are lost pictures. A rating or direction stands here only where words say it, never because a
//!   tracker is printed or where it stands on the sheet.
//! * A timescale is the cell as the text has it, its lines joined by one blank; "" is an empty or lost cell.
//! * `action_rows` counts the rows of all key-action tables of a tracker, without the repeated heads.

/// One line of the summary sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SummaryRow {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// The code, or the code by another line where the sheet's own is lost or garbled.
    pub(crate) code: &'static str,
    /// The code cell as the text has it, "" where it is lost.
    pub(crate) printed: &'static str,
    /// Official title as printed, without the part named in brackets after it.
    pub(crate) title: &'static str,
    /// The part that the sheet names in brackets.
    pub(crate) part: Option<&'static str>,
    /// Code of the theme.
    pub(crate) theme: &'static str,
    /// Number of accountable directors named.
    pub(crate) directors: usize,
    /// The full tracker is printed behind the sheet.
    pub(crate) tracker_printed: bool,
}

/// A theme of the summary sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ThemeRow {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// Code, from the codes below the heading.
    pub(crate) code: &'static str,
    /// The heading.
    pub(crate) title: &'static str,
    /// Rows below it.
    pub(crate) rows: usize,
}

/// The four themes.
pub(crate) const THEMES: &[ThemeRow] = &[
    ThemeRow {
        line: 700,
        code: "TP",
        title: "Thriving Places",
        rows: 4,
    },
    ThemeRow {
        line: 700,
        code: "LN",
        title: "Learning",
        rows: 5,
    },
    ThemeRow {
        line: 707,
        code: "HW",
        title: "Health and Well Being",
        rows: 5,
    },
    ThemeRow {
        line: 707,
        code: "HM",
        title: "Harmonious Communities",
        rows: 1,
    },
];

/// A row of the summary sheet with the code printed and no part.
const fn summary(
    line: u32,
    code: &'static str,
    theme: &'static str,
    title: &'static str,
) -> SummaryRow {
    SummaryRow {
        line,
        code,
        printed: code,
        title,
        part: None,
        theme,
        directors: 1,
        tracker_printed: false,
    }
}

impl SummaryRow {
    /// The code cell where it is not the code.
    const fn printed(mut self, text: &'static str) -> Self {
        self.printed = text;
        self
    }

    /// The part in brackets.
    const fn part(mut self, text: &'static str) -> Self {
        self.part = Some(text);
        self
    }

    /// Two accountable directors.
    const fn two_directors(mut self) -> Self {
        self.directors = 2;
        self
    }

    /// The tracker is in the paper.
    const fn tracker(mut self) -> Self {
        self.tracker_printed = true;
        self
    }
}

/// The 15 rows of the summary sheet, theme by theme. The paper counts 14 priorities (line 652): LN-1e has two rows.
pub(crate) const SUMMARY: &[SummaryRow] = &[
    summary(
        702,
        "TP-2b",
        "TP",
        "Reducing and managing offending behaviour",
    ),
    summary(703, "TP-2e", "TP", "Reduce bullying and harassment"),
    summary(
        704,
        "TP-3b",
        "TP",
        "Reduce the number of children in poverty",
    )
    .two_directors()
    .tracker(),
    summary(
        705,
        "TP-3c",
        "TP",
        "Develop extended services, using sites across the city, to improve support to children, families and communities",
    ),
    summary(
        702,
        "LN-1b",
        "LN",
        "Improve learning outcomes and skill levels for all 16 year olds, with a focus on narrowing the achievement gap.",
    ),
    summary(
        703,
        "LN-1c",
        "LN",
        "Improve learning outcomes and skill levels for all 19 year olds.",
    )
    .tracker(),
    // The code cell is lost; the high-risk table (line 673) and the tracker (line 1317) name it.
    summary(
        704,
        "LN-1d",
        "LN",
        "Increase the proportion of vulnerable groups engaged in education, training or employment",
    )
    .printed("")
    .tracker(),
    // The trackers print LN-1e(i) and LN-1e(ii) (lines 1415 and 1509).
    summary(
        705,
        "LN-1e",
        "LN",
        "Improve participation and early learning outcomes for all children, with a focus on families in deprived areas.",
    )
    .part("Early Years")
    .tracker(),
    summary(
        706,
        "LN-1e",
        "LN",
        "Improve participation and early learning outcomes for all children, with a focus on families in deprived areas.",
    )
    .part("Primary")
    .tracker(),
    summary(
        709,
        "HW-1c",
        "HW",
        "Reduce rate of increase in obesity and raise physical activity for all.",
    )
    .tracker(),
    summary(
        710,
        "HW-1d",
        "HW",
        "Reduce teenage conception and improve sexual health",
    )
    .printed("∰W-1d ⊕ Ge 3")
    .two_directors()
    .tracker(),
    summary(
        711,
        "HW-1e",
        "HW",
        "Improve the assessment and care management of children",
    )
    .printed("HŴ-1e")
    .tracker(),
    summary(
        712,
        "HW-3a",
        "HW",
        "Improve safeguarding arrangements for vulnerable children through better information, recognition and response to risk",
    )
    .tracker(),
    // Came out below the sheet, in pieces: director (line 714), code (718), title (724 and 726).
    summary(
        718,
        "HW-1f",
        "HW",
        "Improved psychological, mental health and learning disability services for those who need it.",
    ),
    summary(
        709,
        "HM-1a",
        "HM",
        "An increased number of local people engaged in activities to meet community needs and improve the quality of life for local residents",
    ),
];

/// Rating counts of the board for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Canonical period.
    pub(crate) period: &'static str,
    /// Number and percent rated red.
    pub(crate) red: (u32, u32),
    /// Number and percent rated amber.
    pub(crate) amber: (u32, u32),
    /// Number and percent rated green.
    pub(crate) green: (u32, u32),
}

/// The four periods of the table at lines 654 to 658. The text also says 14 priorities, 5 green, 5 amber and 4 red (652) and
/// "36% (5 out of 14)" green (623). The fourth head came out as "10/11"; line 652 names the quarter.
pub(crate) const COUNTS: &[Counts] = &[
    Counts {
        period: "2008/09 Q4",
        red: (0, 0),
        amber: (10, 71),
        green: (4, 29),
    },
    Counts {
        period: "2009/10 Q2",
        red: (3, 21),
        amber: (5, 36),
        green: (6, 43),
    },
    Counts {
        period: "2009/10 Q4",
        red: (6, 43),
        amber: (3, 21),
        green: (5, 36),
    },
    Counts {
        period: "2010/11 Q2",
        red: (4, 29),
        amber: (5, 36),
        green: (5, 36),
    },
];

/// The periods of the high-risk table (line 670).
pub(crate) const HIGH_RISK_PERIODS: [&str; 5] = [
    "2009/10 Q2",
    "2009/10 Q3",
    "2009/10 Q4",
    "2010/11 Q1",
    "2010/11 Q2",
];

/// One row of the high-risk table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HighRisk {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// Codes of the priorities, two where the tracker was joint.
    pub(crate) codes: &'static [&'static str],
    /// What the text has for each arrow: "<->" is a legible level arrow of either length, "1" what an upright arrow became.
    pub(crate) arrows: [&'static str; 5],
    /// The directions that are legible or said in words (lines 676, 1034, 1135 and 1355); read as an up arrow, every other
    /// "1" would be `improving` too.
    pub(crate) stated: [Option<&'static str>; 5],
}

/// The three rows of the table at lines 671 to 673. The joint tracker was split at Quarter 2, with the same rating (line 675).
pub(crate) const HIGH_RISK: &[HighRisk] = &[
    HighRisk {
        line: 671,
        codes: &["HW-1d"],
        arrows: ["1", "1", "1", "<->", "<->"],
        stated: [None, None, None, Some("static"), Some("static")],
    },
    HighRisk {
        line: 672,
        codes: &["HW-3a", "HW-1e"],
        arrows: ["<->", "1", "1", "1", "1"],
        stated: [Some("static"), None, None, None, Some("improving")],
    },
    HighRisk {
        line: 673,
        codes: &["LN-1d"],
        arrows: ["<->", "<->", "1", "<->", "1"],
        stated: [
            Some("static"),
            Some("static"),
            None,
            Some("static"),
            Some("improving"),
        ],
    },
];

/// A rating or direction of Quarter 2 2010/11 that the text says in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    /// Code of the priority.
    pub(crate) code: &'static str,
    /// Rating, absent where no words give it.
    pub(crate) rating: Option<&'static str>,
    /// Direction, absent where no words give it.
    pub(crate) direction: Option<&'static str>,
    /// Lines of paper 001 that say so.
    pub(crate) lines: &'static [u32],
}

/// All that the text says; the ratings of the eleven other rows of the sheet are lost with the lights.
pub(crate) const STATED: &[Stated] = &[
    // "1 is static", and the level arrow.
    Stated {
        code: "HW-1d",
        rating: None,
        direction: Some("static"),
        lines: &[671, 676],
    },
    // Amber because it has the rating of HW-3a.
    Stated {
        code: "HW-1e",
        rating: Some("amber"),
        direction: Some("improving"),
        lines: &[675, 676, 1034, 1137],
    },
    Stated {
        code: "HW-3a",
        rating: Some("amber"),
        direction: Some("improving"),
        lines: &[676, 1135, 1137],
    },
    Stated {
        code: "LN-1d",
        rating: Some("red"),
        direction: Some("improving"),
        lines: &[676, 1355],
    },
    Stated {
        code: "TP-3b",
        rating: Some("red"),
        direction: Some("static"),
        lines: &[1620],
    },
];

/// A timescale cell whose words the text spoiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Misread {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// The cell as the text has it.
    pub(crate) text: &'static str,
    /// The cell as it was printed by all appearance.
    pub(crate) reads: &'static str,
}

/// The timescales that are spoiled: one of HW-1d, into which the next column ran, and two of LN-1e(ii).
pub(crate) const MISREAD: &[Misread] = &[
    Misread {
        line: 990,
        text: "October 2010 New Action",
        reads: "October 2010",
    },
    Misread {
        line: 1574,
        text: "Ongoing, and 2010/11 academic year",
        reads: "Ongoing, and throughout 2010/11 academic year",
    },
    Misread {
        line: 1577,
        text: "Ongoing, and throughout 2010/11 academic vear",
        reads: "Ongoing, and throughout 2010/11 academic year",
    },
];

/// The approvals and key actions of one printed tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TrackerSheet {
    /// Code, the two of LN-1e apart.
    pub(crate) code: &'static str,
    /// Line of the first title of the tracker in paper 001, from 1; of HW-1d and HW-3a the first page has none.
    pub(crate) line: u32,
    /// The title on the tracker's pages, which may differ from the summary sheet's.
    pub(crate) title: &'static str,
    /// Line of the accountable officer's approval.
    pub(crate) officer_line: u32,
    /// The officer's date as printed.
    pub(crate) officer_text: &'static str,
    /// The officer's date.
    pub(crate) officer_on: &'static str,
    /// Names in the officer's cell.
    pub(crate) officers: usize,
    /// Line of the accountable director's approval.
    pub(crate) director_line: u32,
    /// The director's date as printed, `None` where name and date are empty.
    pub(crate) director_text: Option<&'static str>,
    /// The director's date.
    pub(crate) director_on: Option<&'static str>,
    /// The same person approved in both roles.
    pub(crate) same_person: bool,
    /// First lines of the action rows; one line for all where the table came out column by column.
    pub(crate) action_lines: &'static [u32],
    /// Rows of the key-action tables.
    pub(crate) action_rows: usize,
    /// The timescale cell of each of those rows in order, "" where empty or lost.
    pub(crate) timescales: &'static [&'static str],
    /// The column "Date Action Last Reviewed" of each row, empty where the table has none.
    pub(crate) reviewed: &'static [&'static str],
}

/// The nine printed trackers, in the paper's order.
pub(crate) const TRACKERS: &[TrackerSheet] = &[
    // Of the last row of the first page (line 833) milestone and timescale are lost.
    TrackerSheet {
        code: "HW-1c",
        line: 731,
        title: "Reduce the rate of increase in obesity and raise physical activity for all",
        officer_line: 814,
        officer_text: "20.10.2010",
        officer_on: "2010-10-20",
        officers: 1,
        director_line: 816,
        director_text: None,
        director_on: None,
        same_person: false,
        action_lines: &[
            823, 824, 825, 826, 827, 828, 829, 830, 831, 832, 833, 840, 843, 846, 848, 853, 856,
        ],
        action_rows: 17,
        timescales: &[
            "On hold",
            "April 2011",
            "April 2011",
            "December 2010",
            "December 2010",
            "March 31 2011",
            "September 2010",
            "April 2011",
            "January 2011",
            "Ongoing",
            "",
            "Ongoing",
            "On hold",
            "January 2011",
            "Ongoing",
            "Autumn 2010",
            "Feb 2011",
        ],
        reviewed: &[],
    },
    // Headed "Quarter 1 2010-11" (line 887), approved in October and November 2010.
    TrackerSheet {
        code: "HW-1d",
        line: 984,
        title: "Reducing teenage conception",
        officer_line: 971,
        officer_text: "29/10/10",
        officer_on: "2010-10-29",
        officers: 2,
        director_line: 972,
        director_text: Some("10/11/10"),
        director_on: Some("2010-11-10"),
        same_person: false,
        action_lines: &[978, 979, 980, 981, 982, 990],
        action_rows: 6,
        timescales: &[
            "December 2010",
            "November 2010 (revised)",
            "November 2011",
            "October 2010",
            "Completed October 2010 (revised) Jan 2011 Feb 2011",
            "October 2010 New Action",
        ],
        reviewed: &[
            "9 August 2010",
            "9 August 2010",
            "9 August 2010",
            "9 August 2010",
            "9 August 2010",
            "New Action",
        ],
    },
    TrackerSheet {
        code: "HW-1e",
        line: 1010,
        title: "Improved assessment and care management (LAC)",
        officer_line: 1074,
        officer_text: "10.11.10",
        officer_on: "2010-11-10",
        officers: 1,
        director_line: 1075,
        director_text: Some("10.11.10"),
        director_on: Some("2010-11-10"),
        same_person: true,
        action_lines: &[1083],
        action_rows: 1,
        timescales: &["Various"],
        reviewed: &[],
    },
    TrackerSheet {
        code: "HW-3a",
        line: 1240,
        title: "Improve safeguarding arrangements for vulnerable children through better information, recognition and response to risk",
        officer_line: 1217,
        officer_text: "10.11.10",
        officer_on: "2010-11-10",
        officers: 1,
        director_line: 1219,
        director_text: Some("10.11.10"),
        director_on: Some("2010-11-10"),
        same_person: false,
        action_lines: &[1226, 1227],
        action_rows: 2,
        timescales: &["Various", "October"],
        reviewed: &[],
    },
    // Line 1301 holds the timescales, line 1304 the actions; the fourth has no milestone (line 1302).
    TrackerSheet {
        code: "LN-1c",
        line: 1251,
        title: "Improve learning outcomes and skill levels for all 19 year olds.",
        officer_line: 1295,
        officer_text: "22/10/10",
        officer_on: "2010-10-22",
        officers: 1,
        director_line: 1296,
        director_text: Some("3/11/10"),
        director_on: Some("2010-11-03"),
        same_person: false,
        action_lines: &[1304],
        action_rows: 5,
        timescales: &[
            "September 2011",
            "December 2010",
            "June 2011",
            "March 2011",
            "Ongoing",
        ],
        reviewed: &[],
    },
    TrackerSheet {
        code: "LN-1d",
        line: 1317,
        title: "Increase the proportion of vulnerable groups engaged in education, training or employment",
        officer_line: 1394,
        officer_text: "29/10/10",
        officer_on: "2010-10-29",
        officers: 2,
        director_line: 1396,
        director_text: Some("10.11.10"),
        director_on: Some("2010-11-10"),
        same_person: false,
        action_lines: &[1405, 1406, 1407],
        action_rows: 3,
        timescales: &["October 2010 – March 2011", "Nov 2010", "Dec 2010"],
        reviewed: &[],
    },
    // Line 1483 holds the timescales, line 1486 the actions.
    TrackerSheet {
        code: "LN-1e(i)",
        line: 1415,
        title: "Improve participation and early learning outcomes for all children, with a focus on families in deprived areas – Early Years Outcomes",
        officer_line: 1476,
        officer_text: "22/10/10",
        officer_on: "2010-10-22",
        officers: 1,
        director_line: 1477,
        director_text: Some("3/11/10"),
        director_on: Some("2010-11-03"),
        same_person: false,
        action_lines: &[1486],
        action_rows: 5,
        timescales: &[
            "Ongoing, and throughout 2010/11 academic year",
            "Ongoing, and throughout 2010/11 academic year",
            "Ongoing, and throughout 2010/11 academic year (review April 2011)",
            "March 2011",
            "March 2011",
        ],
        reviewed: &[],
    },
    // For the spoiled second and third timescale see `MISREAD`.
    TrackerSheet {
        code: "LN-1e(ii)",
        line: 1509,
        title: "Improve participation and early learning outcomes for all children, with a focus on families in deprived areas – Primary Stage Outcomes",
        officer_line: 1561,
        officer_text: "22/10/10",
        officer_on: "2010-10-22",
        officers: 1,
        director_line: 1562,
        director_text: Some("3/11/10"),
        director_on: Some("2010-11-03"),
        same_person: false,
        action_lines: &[1570, 1574, 1577, 1579, 1582],
        action_rows: 5,
        timescales: &[
            "Ongoing, and throughout 2010/11 academic year",
            "Ongoing, and 2010/11 academic year",
            "Ongoing, and throughout 2010/11 academic vear",
            "Ongoing, and throughout 2010/11 academic year",
            "Ongoing, and throughout 2010/11 academic year",
        ],
        reviewed: &[],
    },
    TrackerSheet {
        code: "TP-3b",
        line: 1602,
        title: "Reduce the number of children in poverty",
        officer_line: 1659,
        officer_text: "29.10.10",
        officer_on: "2010-10-29",
        officers: 1,
        director_line: 1660,
        director_text: Some("10.11.10"),
        director_on: Some("2010-11-10"),
        same_person: false,
        action_lines: &[1668, 1669, 1670],
        action_rows: 3,
        timescales: &[
            "Statutory deadline March 2011.",
            "April 2011",
            "December 2010",
        ],
        reviewed: &[],
    },
];

/// A second code that the text prints beside a priority's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AlsoKnown {
    /// Code of the priority.
    pub(crate) code: &'static str,
    /// The other code as printed.
    pub(crate) other: &'static str,
    /// Lines of paper 001 that print both.
    pub(crate) lines: &'static [u32],
}

/// The two priorities of the Children and Young People's Plan that the pack names.
pub(crate) const ALSO_KNOWN: &[AlsoKnown] = &[
    AlsoKnown {
        code: "HW-1d",
        other: "CYPP 7",
        lines: &[671, 984],
    },
    AlsoKnown {
        code: "HW-3a",
        other: "CYPP-9",
        lines: &[1240],
    },
];

/// A code of Quarter 4 2008/09 (paper 003) that belongs to a priority with another code in the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormerCode {
    /// Code in the pack.
    pub(crate) code: &'static str,
    /// Line of the summary sheet, paper 001.
    pub(crate) line: u32,
    /// Code of 2008/09.
    pub(crate) former: &'static str,
    /// Line of the title in paper 003.
    pub(crate) former_line: u32,
    /// The words that differ in the older title, "" where it is the same.
    pub(crate) differs: &'static str,
}

/// The renumbered priorities. No paper says "formerly": the titles tie them. LN-1e is tied to its two parts in words (line 660).
pub(crate) const FORMER_CODES: &[FormerCode] = &[
    FormerCode {
        code: "HW-1d",
        line: 710,
        former: "HW-2a",
        former_line: 85,
        differs: "",
    },
    FormerCode {
        code: "HW-1e",
        line: 711,
        former: "HW-2b",
        former_line: 135,
        differs: "",
    },
    FormerCode {
        code: "HW-1f",
        line: 718,
        former: "HW-3a",
        former_line: 173,
        differs: "Improve",
    },
    FormerCode {
        code: "HW-3a",
        line: 712,
        former: "HW-3d",
        former_line: 217,
        differs: "and adults",
    },
];

/// What the pack says of splits: the code split, its parts, the period and the line.
pub(crate) const SPLITS: &[(&str, &[&str], &str, u32)] = &[
    ("LN-1e", &["LN-1e(i)", "LN-1e(ii)"], "2009/10 Q4", 660),
    ("HW-3a / HW-1e", &["HW-3a", "HW-1e"], "2010/11 Q2", 675),
];
