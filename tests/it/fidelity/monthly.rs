//! The monthly counts of NI 59 and NI 60, the published quarter figures and the targets of the Improvement Notice, typed
//! from paper 001.
//!
//! Nothing here was taken from the sample workspace. Lines are those of paper 001, from 1.
//! The paper prints the months from September down to April; here they stand in their order.
//! A monthly percentage is printed with two digits, of which the second is always 0; it is cut or rounded to the first.

/// One month of an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Month {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// Code of the indicator.
    pub(crate) code: &'static str,
    /// Canonical month.
    pub(crate) period: &'static str,
    /// Completed in time.
    pub(crate) in_time: f64,
    /// Completed late.
    pub(crate) late: f64,
    /// Percent in time, as printed.
    pub(crate) percent_in_time: f64,
    /// Percent late, as printed.
    pub(crate) percent_late: f64,
}

/// A row of [`MONTHS`].
const fn month(
    line: u32,
    code: &'static str,
    period: &'static str,
    counts: (f64, f64),
    percents: (f64, f64),
) -> Month {
    Month {
        line,
        code,
        period,
        in_time: counts.0,
        late: counts.1,
        percent_in_time: percents.0,
        percent_late: percents.1,
    }
}

/// The tables of lines 1145 to 1152 (within 7 working days) and 1156 to 1167 (within 35 working days).
pub(crate) const MONTHS: &[Month] = &[
    month(1152, "NI 59", "2010-04", (410.0, 135.0), (75.2, 24.8)),
    month(1151, "NI 59", "2010-05", (497.0, 106.0), (82.4, 17.6)),
    month(1150, "NI 59", "2010-06", (548.0, 130.0), (80.8, 19.2)),
    month(1149, "NI 59", "2010-07", (554.0, 191.0), (74.4, 25.6)),
    month(1148, "NI 59", "2010-08", (479.0, 112.0), (81.0, 19.0)),
    // 83.85, printed 83.80.
    month(1147, "NI 59", "2010-09", (597.0, 115.0), (83.8, 16.2)),
    month(1167, "NI 60", "2010-04", (139.0, 44.0), (76.0, 24.0)),
    month(1166, "NI 60", "2010-05", (149.0, 44.0), (77.2, 22.8)),
    month(1165, "NI 60", "2010-06", (147.0, 15.0), (90.7, 9.3)),
    month(1164, "NI 60", "2010-07", (207.0, 36.0), (85.2, 14.8)),
    month(1163, "NI 60", "2010-08", (145.0, 29.0), (83.3, 16.7)),
    month(1162, "NI 60", "2010-09", (163.0, 40.0), (80.3, 19.7)),
];

/// What the months add up to: code, quarter or half, in time, all.
pub(crate) const SUMS: &[(&str, &str, f64, f64)] = &[
    ("NI 59", "2010/11 Q1", 1455.0, 1826.0),
    ("NI 59", "2010/11 Q2", 1630.0, 2048.0),
    ("NI 59", "2010/11 H1", 3085.0, 3874.0),
    ("NI 60", "2010/11 Q1", 435.0, 538.0),
    ("NI 60", "2010/11 Q2", 515.0, 620.0),
    ("NI 60", "2010/11 H1", 950.0, 1158.0),
];

/// A figure that the pack publishes for a quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quarter {
    /// Lines of paper 001, from 1.
    pub(crate) lines: &'static [u32],
    /// Code of the indicator.
    pub(crate) code: &'static str,
    /// Canonical period.
    pub(crate) period: &'static str,
    /// Percent as printed.
    pub(crate) value: f64,
}

/// The published quarter figures. The months give 79.7 and 79.6 for NI 59, 80.9 and 83.1 for NI 60 in 2010/11: three of the four
/// differ from what is published (Quarter 1 of NI 59 is rounded to 80%).
pub(crate) const QUARTERS: &[Quarter] = &[
    Quarter {
        lines: &[1791],
        code: "NI 59",
        period: "2009/10 Q2",
        value: 65.9,
    },
    Quarter {
        lines: &[1791],
        code: "NI 59",
        period: "2010/11 Q1",
        value: 80.0,
    },
    Quarter {
        lines: &[1234, 1791, 1867],
        code: "NI 59",
        period: "2010/11 Q2",
        value: 79.4,
    },
    Quarter {
        lines: &[1804],
        code: "NI 60",
        period: "2009/10 Q2",
        value: 76.2,
    },
    Quarter {
        lines: &[1804],
        code: "NI 60",
        period: "2010/11 Q1",
        value: 79.9,
    },
    Quarter {
        lines: &[1235, 1804, 1867],
        code: "NI 60",
        period: "2010/11 Q2",
        value: 82.2,
    },
];

/// A growth of volume that the pack publishes: line, code, quarter, quarter compared with, percent more.
pub(crate) const VOLUMES: &[(u32, &str, &str, &str, f64)] = &[
    (1792, "NI 59", "2010/11 Q2", "2009/10 Q2", 79.0),
    (1805, "NI 60", "2010/11 Q2", "2009/10 Q2", 202.0),
];

/// A target of the Improvement Notice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NoticeTarget {
    /// Line of paper 001, from 1.
    pub(crate) line: u32,
    /// Code of the indicator.
    pub(crate) code: &'static str,
    /// The figure, absent where the target is words or a change.
    pub(crate) value: Option<f64>,
    /// Canonical period, as far as the words give one.
    pub(crate) period: Option<&'static str>,
    /// The words of figure and date.
    pub(crate) text: &'static str,
    /// The figure is for a cumulative period.
    pub(crate) cumulative: bool,
}

/// A target with a figure.
const fn target(
    line: u32,
    code: &'static str,
    value: f64,
    period: &'static str,
    text: &'static str,
) -> NoticeTarget {
    NoticeTarget {
        line,
        code,
        value: Some(value),
        period: Some(period),
        text,
        cumulative: false,
    }
}

impl NoticeTarget {
    /// The figure is for a cumulative period.
    const fn cumulative(mut self) -> Self {
        self.cumulative = true;
        self
    }

    /// A target of words.
    const fn words(mut self) -> Self {
        self.value = None;
        self
    }
}

/// The targets, in the paper's order.
pub(crate) const NOTICE_TARGETS: &[NoticeTarget] = &[
    target(
        1787,
        "NI 59",
        72.0,
        "2010-06",
        "72% for the month of June 2010",
    ),
    target(
        1787,
        "NI 59",
        80.0,
        "2010-10",
        "80% for the month of October 2010",
    ),
    target(
        1787,
        "NI 59",
        80.0,
        "2010-10..2011-03",
        "80% for the cumulative period October 2010 to March 2011",
    )
    .cumulative(),
    target(
        1800,
        "NI 60",
        80.0,
        "2010-06",
        "80% for the month of June 2010",
    ),
    target(
        1800,
        "NI 60",
        84.0,
        "2010-10",
        "84% for the month of October 2010",
    ),
    target(
        1800,
        "NI 60",
        85.0,
        "2010-10..2011-03",
        "85% for the cumulative period October 2010 to March 2011",
    )
    .cumulative(),
    // The examinations of 2011 are those of the academic year 2010/11. Plans and progress were asked for by September 2010.
    target(
        1813,
        "NI 78",
        0.0,
        "2010/11 AY",
        "no schools in the 2011 examinations",
    ),
    target(
        1826,
        "NI 79",
        75.2,
        "2009/10 AY",
        "75.2% in the 2009/10 academic year",
    ),
    // A change by five points from a year that is not named, not a level: no value. The examinations of 2010 are those of 2009/10.
    target(
        1834,
        "NI 102",
        0.0,
        "2009/10 AY",
        "a 5 ppts reduction at Key Stage 4 in the 2010 examinations",
    )
    .words(),
    target(
        1844,
        "NI 108",
        0.0,
        "2010/11 AY",
        "a sustained upward trend by the end of the academic year 2010/11",
    )
    .words(),
    // Measured as the mean of November, December and January (line 1856).
    target(1852, "NI 117", 6.8, "2010/11", "6.8% in 2010/11"),
];

/// A dated figure of the pack's text that is no cell of a tracker table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Dated {
    /// Lines of paper 001, from 1.
    pub(crate) lines: &'static [u32],
    /// What it counts, in our words or by code.
    pub(crate) subject: &'static str,
    /// Canonical period.
    pub(crate) period: &'static str,
    /// The figure.
    pub(crate) value: f64,
    /// The number of people beside it.
    pub(crate) count: Option<f64>,
}

/// A row of [`DATED`].
const fn dated(
    lines: &'static [u32],
    subject: &'static str,
    period: &'static str,
    value: f64,
    count: Option<f64>,
) -> Dated {
    Dated {
        lines,
        subject,
        period,
        value,
        count,
    }
}

/// Dated figures of the summaries and of the interim update.
pub(crate) const DATED: &[Dated] = &[
    dated(&[1333, 1856], "NI 117", "2010-09", 9.6, Some(2150.0)),
    dated(&[1333, 1856], "NI 117", "2009-09", 10.3, Some(2462.0)),
    // With what the colleges sent after the return, and the first indication of October "to be confirmed" (line 1353).
    dated(&[1353], "NI 117, after the return", "2010-09", 8.6, None),
    dated(&[1353], "NI 117, after the return", "2010-10", 8.2, None),
    dated(&[1337], "not known", "2010-09", 26.0, Some(6561.0)),
    dated(&[1337], "not known", "2009-09", 36.6, Some(9596.0)),
    dated(
        &[1180, 1874],
        "initial conferences in time",
        "2010-07",
        34.0,
        None,
    ),
    dated(
        &[1180],
        "initial conferences in time",
        "2010-08",
        38.6,
        None,
    ),
    dated(
        &[1180, 1874],
        "initial conferences in time",
        "2010-09",
        62.6,
        None,
    ),
    dated(&[1830], "NI 79", "2008/09 AY", 71.0, None),
    dated(&[1441], "NI 72", "2009/10 AY", 53.0, None),
    dated(&[1443], "NI 92", "2009/10 AY", 35.7, None),
    dated(&[1443], "NI 92", "2008/09 AY", 35.6, None),
];

/// Pairs of the pack's own statements that contradict each other: subject, line and words of the one, line and words of the other.
pub(crate) const CONTRADICTIONS: &[(&str, u32, &str, u32, &str)] = &[
    (
        "children with a protection plan in March 2010",
        1213,
        "511",
        1876,
        "551",
    ),
    (
        "date of the Improvement Notice",
        1741,
        "March 2010",
        1759,
        "January 2010",
    ),
    ("NI 66, result of 2009/10", 1030, "71.1%", 1090, "70.2%"),
    ("NI 72, result of 2009/10 AY", 1441, "53%", 1496, "51%"),
];
