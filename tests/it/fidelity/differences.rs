//! Where the sample, or what is read out of a cell, is not the paper to the letter, and why.
//!
//! Every entry is needed: the tests fail as well where one of them is no difference any more.

/// A column of the paper's indicator tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// Baseline.
    Baseline,
    /// The target of a year.
    Target(&'static str),
    /// 2008/09 year end result, or performance to date.
    Result,
}

/// In what a cell and a figure can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    /// The figure itself.
    Value,
    /// Numerator or denominator.
    Fraction,
    /// The number of people or cases.
    Count,
    /// The period that the cell names.
    Period,
    /// Whether it is called provisional.
    Provisional,
    /// The words of the cell.
    Text,
}

/// A difference that is meant.
pub(crate) struct Difference {
    /// Line of paper 003.
    pub(crate) line: u32,
    /// The column.
    pub(crate) column: Column,
    /// In what.
    pub(crate) aspect: Aspect,
    /// Why.
    pub(crate) reason: &'static str,
}

const fn differs(line: u32, column: Column, aspect: Aspect, reason: &'static str) -> Difference {
    Difference {
        line,
        column,
        aspect,
        reason,
    }
}

const T08: Column = Column::Target("2008/09");
const T09: Column = Column::Target("2009/10");
const T10: Column = Column::Target("2010/11");

const NO_TARGET_SHORTENED: &str = "shortened to its first sentence; the second stands in the note";
const PROVISIONAL_HEAD: &str = "the head of the column says so";

/// The sample against the paper.
#[rustfmt::skip]
pub(crate) const DIFFERENCES: &[Difference] = &[
    // The star leads to a footnote, which stands in the indicator's note.
    differs(11, Column::Result, Aspect::Text, "the leading star of \"*See comment at bottom of table\" is left out"),
    differs(15, T08, Aspect::Text, "shortened to the figure; the reason given in the cell stands in the note"),
    // Paper 001, line 1701 gives the same figures for 2006/07 (school year).
    differs(17, Column::Baseline, Aspect::Period, "undated here, dated by paper 001"),
    differs(18, Column::Baseline, Aspect::Period, "undated here, dated by paper 001"),
    // "(By September 2008)" says when it is to be met, which is no stretch of time; the text keeps it.
    differs(60, T08, Aspect::Period, "the month by which a target is to be met is no period that it speaks of"),
    differs(60, T09, Aspect::Period, "the month by which a target is to be met is no period that it speaks of"),
    differs(60, T10, Aspect::Period, "the month by which a target is to be met is no period that it speaks of"),
    // Paper 001, line 1248 gives the number 1281 for 2007/08.
    differs(224, Column::Baseline, Aspect::Period, "undated here, dated by paper 001"),
    // NI 117 is one indicator; its words are those of line 20.
    differs(293, Column::Baseline, Aspect::Text, "merged with line 20, which says the same average otherwise"),
    differs(293, T10, Aspect::Text, "merged with line 20: 6.8% there, 6.80% here"),
    differs(336, T08, Aspect::Text, NO_TARGET_SHORTENED),
    differs(337, T08, Aspect::Text, NO_TARGET_SHORTENED),
    differs(337, T10, Aspect::Text, "shortened to the figure; what the DCSF changed stands in the note"),
    // NI 92 is one indicator; where the figures agree its words are those of line 16.
    differs(338, T08, Aspect::Text, "merged with line 16, which puts the year in brackets"),
    differs(338, T09, Aspect::Text, "merged with line 16: 30.0% there, 30% here"),
    differs(339, T08, Aspect::Text, NO_TARGET_SHORTENED),
    differs(340, T08, Aspect::Text, NO_TARGET_SHORTENED),
    differs(341, T08, Aspect::Text, NO_TARGET_SHORTENED),
    differs(342, T08, Aspect::Text, NO_TARGET_SHORTENED),
];

/// What is read out of a cell against what it says to a reader who sees the whole page.
#[rustfmt::skip]
pub(crate) const CELLS: &[Difference] = &[
    differs(12, Column::Result, Aspect::Period, "\"Qtr 3\" has no year; the year is that of the column"),
    differs(15, T08, Aspect::Period, "the year is named in a sentence"),
    // The head of the column calls all its targets for the school year provisional, not the cell.
    differs(335, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(336, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(337, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(338, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(339, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(340, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(341, T10, Aspect::Provisional, PROVISIONAL_HEAD),
    differs(342, T10, Aspect::Provisional, PROVISIONAL_HEAD),
];

/// A row whose timescales stand with its milestones.
pub(crate) struct Parted {
    /// Line of paper 003.
    pub(crate) line: u32,
    /// The timescales in the order of the steps, as printed.
    pub(crate) parts: &'static [&'static str],
}

/// One cell holds the timescales of several numbered or lettered steps.
pub(crate) const IN_MILESTONES: &[Parted] = &[
    // Care orders, then family group conferences.
    Parted {
        line: 146,
        parts: &["Ongoing", "September 09"],
    },
    // Six steps and five dates: the last step has none.
    Parted {
        line: 298,
        parts: &[
            "January 2010",
            "April 2010",
            "December 2009",
            "Sept 2009",
            "Sept 2009",
        ],
    },
    // "a & b)" is said of two steps.
    Parted {
        line: 346,
        parts: &[
            "July 2009 (but then starting again from September 2009)",
            "July 2009 (but then starting again from September 2009)",
            "From September 2009",
        ],
    },
    // Step e) has no date in the cell; its own words say summer 2009.
    Parted {
        line: 347,
        parts: &[
            "September 2009",
            "March 2010",
            "June 2009",
            "Analysis - autumn term",
            "summer 2009",
        ],
    },
];

/// A timescale that the sample says in other words than the paper.
pub(crate) struct Shortened {
    /// Line of paper 003.
    pub(crate) line: u32,
    /// The sample's words.
    pub(crate) text: &'static str,
}

/// Cells that hold sentences, said shorter, with a note.
pub(crate) const TIMESCALES: &[Shortened] = &[
    Shortened {
        line: 232,
        text: "No date possible; expected to run well into summer 2010",
    },
    Shortened {
        line: 345,
        text: "Summer term (quarter 1); quarter 2; end of quarter 2",
    },
];

/// The lines of paper 003 that hold the rows of each tracker's progress tables.
pub(crate) const ACTION_LINES: &[(&str, &[u32])] = &[
    ("TP-3b", &[30, 31, 32]),
    ("TP-3c", &[63, 64, 65, 66, 67]),
    (
        "HW-2a",
        &[
            101, 102, 103, 107, 108, 109, 110, 111, 112, 115, 117, 118, 119,
        ],
    ),
    ("HW-2b", &[146, 147, 152, 153]),
    ("HW-3a", &[189, 190, 191, 192, 193, 196, 197, 198]),
    (
        "HW-3d",
        &[227, 228, 229, 230, 231, 232, 235, 236, 237, 238, 239],
    ),
    ("LN-1c", &[263, 264, 265, 268]),
    ("LN-1d", &[298, 299, 300, 305, 306, 307, 308]),
    ("LN-1e", &[345, 346, 347]),
    ("HM-1a", &[371, 372, 375, 376]),
];
