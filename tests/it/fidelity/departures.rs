//! Where the sample is not paper 001 to the letter, and why. Every entry is needed.

/// A column of the tables of Quarter 2 2010/11.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Baseline.
    Baseline,
    /// 2008/09 result.
    Earlier,
    /// 2009/10 result.
    Last,
    /// 2010/11 target.
    Target,
    /// The quarter's result.
    Quarter,
    /// Predicted full-year result.
    Predicted,
}

/// In what a cell and the sample can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum In {
    /// The cell has no figure in the sample.
    Absent,
    /// The same figure stands under another paper's line.
    Elsewhere,
    /// The sample has a figure more than the cell.
    Extra,
    /// The figure itself.
    Value,
    /// Numerator or denominator.
    Fraction,
    /// The number of people or cases.
    Count,
    /// The period that the cell or its head names.
    Period,
    /// Whether it is called provisional.
    Provisional,
    /// The words.
    Text,
}

/// A departure that is meant.
pub(crate) struct Departure {
    /// Line of paper 001.
    pub(crate) line: u32,
    /// Id of the indicator.
    pub(crate) indicator: &'static str,
    /// The column.
    pub(crate) part: Part,
    /// In what.
    pub(crate) aspect: In,
}

/// The reason is for the reader.
const fn departs(
    line: u32,
    indicator: &'static str,
    part: Part,
    aspect: In,
    _reason: &'static str,
) -> Departure {
    Departure {
        line,
        indicator,
        part,
        aspect,
    }
}

/// The sample against the tables.
#[rustfmt::skip]
pub(crate) const DEPARTURES: &[Departure] = &[
    departs(996, "ni-112", Part::Baseline, In::Elsewhere, "the same in paper 003, and cited there"),
    departs(996, "ni-112", Part::Last, In::Count, "a count whose rate is garbled stays in the text, and is no figure"),
    departs(1089, "ni-63", Part::Baseline, In::Elsewhere, "the same in paper 003, and cited there"),
    departs(1089, "ni-63", Part::Target, In::Elsewhere, "the same in paper 003, and cited there"),
    departs(1090, "ni-66", Part::Last, In::Extra, "the summary (line 1030) says 71.1%; both stand"),
    departs(1090, "ni-66", Part::Target, In::Value, "garbled here; the summary (line 1030) says 90%"),
    departs(1235, "ni-60", Part::Target, In::Absent, "stands as the target of the notice that it repeats"),
    departs(1249, "lsp-hw2b-i", Part::Baseline, In::Extra, "the rate of paper 003, dated by line 1248"),
    departs(1312, "ni-79", Part::Last, In::Value, "garbled here; line 1830 says 71%"),
    departs(1312, "ni-79", Part::Last, In::Period, "dated by line 1830"),
    departs(1312, "ni-79", Part::Target, In::Period, "the same in paper 003, which dates it"),
    departs(1413, "ni-117", Part::Target, In::Extra, "said by the summary (line 1353); the table has no such column"),
    departs(1413, "ni-148", Part::Earlier, In::Fraction, "the same in paper 003, which prints the fraction"),
    departs(1413, "ni-45", Part::Baseline, In::Count, "the same in paper 003, without the count; the note has it"),
    departs(1413, "ni-45", Part::Earlier, In::Absent, "76.24% in paper 003, of which 76.2% is the rounding"),
    departs(1496, "ni-72", Part::Quarter, In::Extra, "the summary (line 1441) says 53%; both stand"),
    departs(1503, "ni-92", Part::Predicted, In::Extra, "of TP-3b (line 1697); this table has no such column"),
    departs(1598, "ni-99", Part::Quarter, In::Text, "said shorter, with a note"),
    departs(1599, "ni-100", Part::Quarter, In::Text, "said shorter, with a note"),
    departs(1692, "ni-116", Part::Quarter, In::Absent, "one cell for both columns, cut off in this one; it stands as the forecast"),
    departs(1692, "ni-187a", Part::Quarter, In::Text, "said shorter, with a note"),
    departs(1692, "ni-187a", Part::Predicted, In::Text, "said shorter, with a note"),
    departs(1692, "ni-187b", Part::Quarter, In::Text, "said shorter, with a note"),
    departs(1692, "ni-187b", Part::Predicted, In::Text, "said shorter, with a note"),
    departs(1706, "ni-153", Part::Target, In::Period, "the month by which it is to be met is no period that it speaks of"),
    departs(1706, "ni-92", Part::Last, In::Period, "dated by LN-1e(i), line 1503"),
    departs(1706, "ni-102a", Part::Target, In::Period, "the same in paper 003, which dates it"),
];

/// Lines whose code the sample does not take: the health needs assessment has the code of a title that is only near.
pub(crate) const CODES: &[u32] = &[1093];

/// Titles that the sample takes from elsewhere: line and indicator, and why.
#[rustfmt::skip]
pub(crate) const TITLES: &[((u32, &str), &str)] = &[
    ((867, "ni-55b"), "the paper spells \"Prevelance\", and its last word is lost"),
    ((875, "ni-56b"), "the paper spells \"Prevelance\""),
    ((996, "ni-112"), "that of paper 003, which is shorter"),
    ((1413, "ni-45"), "that of paper 003, with its words in another order"),
    ((1595, "ni-76"), "that of paper 003, with a floor of 65%; the note has the 55% of this one"),
    ((1692, "ni-187a"), "that of paper 003, without the rating in brackets"),
    ((1692, "ni-187b"), "that of paper 003, without the rating in brackets"),
    ((1706, "ni-158"), "that of paper 003, with the sign for percentage"),
];

/// Units that are not the measure printed: line and indicator, and why.
#[rustfmt::skip]
pub(crate) const UNITS: &[((u32, &str), &str)] = &[
    ((1249, "lsp-hw2b-i"), "\"Number\", where the title and every figure give a rate per 10,000"),
    ((1706, "ni-102a"), "\"%\", where every figure is in percentage points"),
    ((1706, "ni-102b"), "\"%\", where every figure is in percentage points"),
];

/// Figures of the pack that stand in none of the tables: indicator and figure, and where they are from.
#[rustfmt::skip]
pub(crate) const NOT_OF_TABLES: &[((&str, &str), &str)] = &[
    (("ni-102b", "f2"), "line 1838, an estimate of the notice's report"),
    (("ni-66", "t5"), "line 1030, announced in the summary"),
    (("ni-79", "f1"), "line 1831, words of the notice's report"),
    (("ni-78", "r1"), "line 1817, of the notice's report"),
    (("ni-108", "r1"), "line 1848, of the notice's report"),
];
