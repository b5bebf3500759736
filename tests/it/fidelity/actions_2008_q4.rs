//! The ten trackers of paper 003 (Quarter 4 2008/09) and the timescales of their progress tables, typed from the paper.
//!
//! Nothing here was taken from the sample workspace. Lines are those of paper 003, from 1.
//!
//! How the trackers were read:
//! * A tracker's `line` is that of its title, rating and direction (the row under "Improvement Priority").
//! * `action_rows` counts the rows of all its progress tables, without the repeated heads and without the rows that hold a
//!   heading alone (lines 33, 106, 116, 199 and 200, 240).
//! * A timescale is the cell as printed; only markup is gone, and what stood in paragraphs or list items of its own is joined by one blank.
//! * An up arrow is `improving`; an empty cell is no direction.
//! * `direct_links` are action numbers. `related_links` are action numbers too, or a whole action plan's number.

/// One action tracker: its head, its links and the shape of its progress tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TrackerRow {
    /// Line of paper 003 that holds title and rating, from 1.
    pub(crate) line: u32,
    /// The reference as printed.
    pub(crate) code: &'static str,
    /// Official title exactly.
    pub(crate) title: &'static str,
    /// Overall Progress Rating, in the words of the workspace file.
    pub(crate) rating: &'static str,
    /// Direction of Travel, absent where the cell is empty.
    pub(crate) direction: Option<&'static str>,
    /// "APA area of weakness", absent where the tracker does not say.
    pub(crate) area_of_weakness: Option<bool>,
    /// Actions of the Children and Young People's Plan with a direct link.
    pub(crate) direct_links: &'static [&'static str],
    /// Related actions, or whole action plans, of the Children and Young People's Plan.
    pub(crate) related_links: &'static [&'static str],
    /// Rows of the indicator table.
    pub(crate) indicators: usize,
    /// Rows of the progress tables.
    pub(crate) action_rows: usize,
    /// The timescale cell of each of those rows in order, "" where empty.
    pub(crate) timescales: &'static [&'static str],
}

/// The ten trackers, in the paper's order.
pub(crate) const TRACKERS: &[TrackerRow] = &[
    // The reference of the first tracker is lost with the top of the paper; it is TP-3b.
    // Rows at lines 30 to 32; line 35 gives the links, line 37 the area of weakness.
    TrackerRow {
        line: 4,
        code: "TP-3b",
        title: "Reduce the number of children in poverty",
        rating: "amber",
        direction: None,
        area_of_weakness: Some(false),
        direct_links: &["6.1", "6.3", "6.7", "6.10"],
        related_links: &[],
        indicators: 11,
        action_rows: 3,
        timescales: &["", "", ""],
    },
    // Rows at lines 63 to 67; line 71 says that there is no direct link, line 73 gives the area of weakness.
    TrackerRow {
        line: 53,
        code: "TP-3c",
        title: "Develop extended services, using sites across the city, to improve support to children, families and communities",
        rating: "amber",
        direction: None,
        area_of_weakness: Some(false),
        direct_links: &[],
        related_links: &[],
        indicators: 1,
        action_rows: 5,
        timescales: &[
            "End of 2009/10 academic year. Reviewed quarterly.",
            "End of 2009/10 academic year. Reviewed quarterly.",
            "End of 2009/10 academic year. Reviewed quarterly.",
            "Academic years 2009-11",
            "Sep-09",
        ],
    },
    // Rows at lines 101 to 103, 107 to 112, 115 and 117 to 119; line 125 gives the links, line 127 the area of weakness.
    TrackerRow {
        line: 85,
        code: "HW-2a",
        title: "Reduce teenage conception and improve sexual health",
        rating: "amber",
        direction: None,
        area_of_weakness: Some(true),
        direct_links: &["7.1", "7.2", "7.3", "7.5", "7.6", "7.7", "7.8", "7.9"],
        related_links: &[],
        indicators: 1,
        action_rows: 13,
        timescales: &[
            "Oct-09", "Oct-09", "Mar-10", "Jan-10", "Mar-10", "Mar-10", "Jan-10", "Mar-10",
            "Mar-10", "Mar-10", "Mar-10", "Mar-10", "Mar-10",
        ],
    },
    // Rows at lines 146, 147, 152 and 153; lines 157 and 159 give the links, line 161 the area of weakness.
    // Line 146 holds two things in one row: care orders (ongoing) and family group conferences (September 09).
    TrackerRow {
        line: 135,
        code: "HW-2b",
        title: "Improve the assessment and care management of children.",
        rating: "amber",
        direction: Some("improving"),
        area_of_weakness: Some(true),
        direct_links: &["9.2", "9.3", "9.6", "8.6", "8.9", "8.10"],
        related_links: &["1"],
        indicators: 2,
        action_rows: 4,
        timescales: &[
            "Ongoing September 09",
            "Jun-09",
            "16th September",
            "Ongoing",
        ],
    },
    // Rows at lines 189 to 193 and 196 to 198; line 200 gives the links and the area of weakness.
    TrackerRow {
        line: 173,
        code: "HW-3a",
        title: "Improve psychological, mental health and learning disability services for those who need it",
        rating: "amber",
        direction: Some("improving"),
        area_of_weakness: Some(false),
        direct_links: &["1.5"],
        related_links: &["1.10"],
        indicators: 3,
        action_rows: 8,
        timescales: &[
            "Sep-09", "Mar-10", "Mar-10", "Mar-10", "May-09", "Oct-09", "Nov-09", "Sep-09",
        ],
    },
    // Rows at lines 227 to 232 and 235 to 239; line 240 gives the links (related: all actions of plans 9 and 8) and the
    // area of weakness. There is no 31st of June: "19th June 31st July" is two dates. Two blanks stand before "7th August".
    TrackerRow {
        line: 217,
        code: "HW-3d",
        title: "Improve safeguarding arrangements for vulnerable children and adults through better information, recognition and response to risk",
        rating: "amber",
        direction: Some("improving"),
        area_of_weakness: Some(true),
        direct_links: &["8.7", "9.9", "1.8", "1.4"],
        related_links: &["9", "8"],
        indicators: 1,
        action_rows: 11,
        timescales: &[
            "October 2009",
            "Ongoing",
            "7th May 19th June 31st July  7th August 28th August July 2010",
            "December 2008",
            "July 2010",
            "As the number of 3rd sector agencies is unknown it is impossible to put a date on this but it is anticipated that this work will continue well into summer 2010",
            "October 2009",
            "These are reviewed every 6 months",
            "December 2009",
            "July 2010",
            "July 2010",
        ],
    },
    // Rows at lines 263 to 265 and 268; line 272 gives the links, line 274 the area of weakness.
    TrackerRow {
        line: 252,
        code: "LN-1c",
        title: "Improve learning outcomes and skill levels for all 19 year olds.",
        rating: "amber",
        direction: None,
        area_of_weakness: Some(true),
        direct_links: &["5.1", "5.3", "5.7", "5.10"],
        related_links: &[],
        indicators: 2,
        action_rows: 4,
        timescales: &[
            "September 2009 & 2010",
            "Ongoing",
            "Ongoing",
            "Academic Year 2009-10 and ongoing.",
        ],
    },
    // Rows at lines 298 to 300 and 305 to 308; lines 312 to 314 give the links and the area of weakness.
    // The first row's next steps are six, its timescales and officers five.
    TrackerRow {
        line: 286,
        code: "LN-1d",
        title: "Increase the proportion of vulnerable groups engaged in education, training or employment",
        rating: "amber",
        direction: None,
        area_of_weakness: Some(true),
        direct_links: &["5.1", "5.2", "5.4", "5.6", "5.7 (1)", "5.7 (2)"],
        related_links: &[],
        indicators: 3,
        action_rows: 7,
        timescales: &[
            "January 2010 April 2010 December 2009 Sept 2009 Sept 2009",
            "Apr-10",
            "June 2009, Sept 2009 and Sept 2010.",
            "Apr-10",
            "Apr-10",
            "May-09",
            "May-09",
        ],
    },
    // Rows at lines 345 to 347; lines 351 and 352 give the links (related: action plan 6). No area of weakness is stated.
    TrackerRow {
        line: 328,
        code: "LN-1e",
        title: "Improve participation and early learning outcomes for all children, with a focus on families in deprived areas.",
        rating: "amber",
        direction: None,
        area_of_weakness: None,
        direct_links: &["3.2", "3.3", "3.4"],
        related_links: &["6"],
        indicators: 8,
        action_rows: 3,
        timescales: &[
            "Tests and teacher assessments at the Early Years Foundation Stage, key stage 1 and key stage 2 will be undertaken during the summer term (quarter 1) and initial provisional outcomes for the 2008/09 academic year will be published during quarter 2. At the start of the 2009/10 academic year (end of quarter 2) initial analysis of attainment outcomes will be undertaken to identify the next round of priorities for improvement.",
            "a & b) July 2009 (but then starting again from September 2009) c) From September 2009",
            "a) September 2009 b) March 2010 c) June 2009 d) Analysis - autumn term",
        ],
    },
    // Rows at lines 371, 372, 375 and 376; neither links nor an area of weakness are stated.
    TrackerRow {
        line: 360,
        code: "HM-1a",
        title: "An increased number of local people engaged in activities to meet community needs and improve the quality of life for local residents",
        rating: "amber",
        direction: Some("improving"),
        area_of_weakness: None,
        direct_links: &[],
        related_links: &[],
        indicators: 2,
        action_rows: 4,
        timescales: &[
            "See Next Steps column",
            "See Next Steps column",
            "See Next Steps column",
            "See Next Steps column",
        ],
    },
];
