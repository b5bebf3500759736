//! The indicator tables of paper 003 (ten action trackers, Quarter 4 2008/09), typed from the paper.
//!
//! Nothing here was taken from the sample workspace: the table is the second opinion that the sample is held against.
//! The first argument of `row` is the line of paper 003 on which the row stands, from 1.
//!
//! How the cells were read:
//! * `text` is the cell exactly as printed, with every trailing zero and stray bracket.
//! * A cell of words alone has no value and no period, even where its words name a year.
//! * `count` is a number of people or cases beside a rate or percentage; `numerator` and `denominator` are a printed fraction.
//! * `period` is what the cell itself names, in the canonical spelling; the column it stands in is not repeated.
//! * "(confirmed)" is not provisional, "(provisional)" is.
//! * The tables of HW-2b and HW-3d head their last figures "Performance to date", all others "2008/09 Year end Result".

/// One figure of a cell: what the paper prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cell {
    /// The cell exactly as printed.
    pub(crate) text: &'static str,
    /// The figure, absent where the cell holds words alone.
    pub(crate) value: Option<f64>,
    /// The period named in the cell, in the canonical spelling.
    pub(crate) period: Option<&'static str>,
    /// The upper number of a printed fraction.
    pub(crate) numerator: Option<f64>,
    /// The lower number of a printed fraction.
    pub(crate) denominator: Option<f64>,
    /// The number of people or cases printed beside a rate.
    pub(crate) count: Option<f64>,
    /// The paper calls the figure provisional.
    pub(crate) provisional: bool,
}

impl Cell {
    /// The period the cell names.
    const fn of(mut self, period: &'static str) -> Self {
        self.period = Some(period);
        self
    }

    /// The fraction the cell prints.
    const fn ratio(mut self, numerator: f64, denominator: f64) -> Self {
        self.numerator = Some(numerator);
        self.denominator = Some(denominator);
        self
    }

    /// The count the cell prints beside its rate.
    const fn count(mut self, count: f64) -> Self {
        self.count = Some(count);
        self
    }

    /// Called provisional.
    const fn provisional(mut self) -> Self {
        self.provisional = true;
        self
    }
}

/// A cell of words alone.
const fn words(text: &'static str) -> Cell {
    Cell {
        text,
        value: None,
        period: None,
        numerator: None,
        denominator: None,
        count: None,
        provisional: false,
    }
}

/// A cell with a figure.
const fn fig(text: &'static str, value: f64) -> Cell {
    let mut cell = words(text);
    cell.value = Some(value);
    cell
}

/// One row of a tracker's indicator table; an empty cell is `None`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct IndicatorRow {
    /// Line of paper 003, from 1.
    pub(crate) line: u32,
    /// Code of the tracker whose table holds the row.
    pub(crate) tracker: &'static str,
    /// Code as printed.
    pub(crate) code: &'static str,
    /// Official title exactly, without remarks printed after it.
    pub(crate) title: &'static str,
    /// The Baseline column.
    pub(crate) baseline: Option<Cell>,
    /// The target columns of 2008/09, 2009/10 and 2010/11.
    pub(crate) targets: [Option<Cell>; 3],
    /// The result column.
    pub(crate) result: Option<Cell>,
    /// The level of the Data Quality column; absent where it is empty or states no level.
    pub(crate) data_quality: Option<&'static str>,
}

impl IndicatorRow {
    /// The Baseline column.
    const fn base(mut self, cell: Cell) -> Self {
        self.baseline = Some(cell);
        self
    }

    /// The 2008/09 Target column.
    const fn t08(mut self, cell: Cell) -> Self {
        self.targets[0] = Some(cell);
        self
    }

    /// The 2009/10 Target column.
    const fn t09(mut self, cell: Cell) -> Self {
        self.targets[1] = Some(cell);
        self
    }

    /// The 2010/11 Target column.
    const fn t10(mut self, cell: Cell) -> Self {
        self.targets[2] = Some(cell);
        self
    }

    /// The result column.
    const fn result(mut self, cell: Cell) -> Self {
        self.result = Some(cell);
        self
    }

    /// The data quality level.
    const fn quality(mut self, level: &'static str) -> Self {
        self.data_quality = Some(level);
        self
    }
}

/// A row with every cell empty.
const fn row(
    line: u32,
    tracker: &'static str,
    code: &'static str,
    title: &'static str,
) -> IndicatorRow {
    IndicatorRow {
        line,
        tracker,
        code,
        title,
        baseline: None,
        targets: [None, None, None],
        result: None,
        data_quality: None,
    }
}

/// "No Concerns", "No concerns", "No concerns with data", or no concerns but with a note.
const NONE: &str = "no_concerns";
/// "Some concerns with data", or some concerns with a reason.
const SOME: &str = "some_concerns";
/// What LN-1e prints in the 2008/09 target column of the indicators that begin with summer 2009.
const NO_TARGET: Cell = words(
    "There is no target for the 2007/08 academic year. This national indicator relates to outcomes in summer 2009.",
);

/// All 34 rows of the ten indicator tables, in the paper's order.
pub(crate) const INDICATORS: &[IndicatorRow] = &[
    // TP-3b (lines 10 to 21). Data quality "N/A" states no level.
    row(11, "TP-3b", "NI 116", "Proportion of children in poverty")
        .base(words("To be established"))
        .t08(words("N/A"))
        .result(words("*See comment at bottom of table")),
    row(
        12,
        "TP-3b",
        "NI 153",
        "Working age people claiming out of work benefits in the worst performing neighbourhoods",
    )
    .base(fig("30.4% (2007)", 30.4).of("2007"))
    .t08(fig("29.80%", 29.8))
    .t09(fig("29.2%", 29.2))
    .t10(fig("28.4%", 28.4))
    .result(fig("27.3% (Qtr 3)", 27.3).of("2008/09 Q3"))
    .quality(NONE),
    row(
        13,
        "TP-3b",
        "NI 187a",
        "Tackling fuel poverty - % of people receiving income based benefits living in homes with low energy efficiency rating",
    )
    .base(fig("7.90% (2007/08) (SAP<35)", 7.9).of("2007/08"))
    .t08(words("N/A"))
    .t09(fig("5.85%", 5.85))
    .t10(fig("4.89%", 4.89))
    .result(fig("6.63% (6650/100236)", 6.63).ratio(6650.0, 100_236.0))
    .quality(NONE),
    // The fraction gives 35.75, the paper prints 35.73: both stand.
    row(
        14,
        "TP-3b",
        "NI 187b",
        "Tackling fuel poverty - % of people receiving income based benefits living in homes with high energy efficiency rating",
    )
    .base(fig("34.59% 2007/08 (SAP>=65)", 34.59).of("2007/08"))
    .t08(fig("35.75%", 35.75))
    .t09(fig("38.12%", 38.12))
    .t10(fig("38.85%", 38.85))
    .result(fig("35.73% (35835/100236)", 35.73).ratio(35_835.0, 100_236.0)),
    // The 2008/09 target is said to be for 2008, as the baseline is for January to December 2007.
    row(
        15,
        "TP-3b",
        "LSP-TP1E",
        "Increase the number of new customers on low incomes accessing credit union services (savings, loans and current accounts).",
    )
    .base(fig("6,700 (Jan - Dec 2007)", 6700.0).of("2007"))
    .t08(
        fig(
            "6,700 - Exceptional performance in 2007 so target for 2008 is to maintain this performance",
            6700.0,
        )
        .of("2008"),
    )
    .t09(fig("3,500", 3500.0))
    .t10(fig("3,000", 3000.0))
    .result(fig("5,971", 5971.0))
    .quality(NONE),
    row(
        16,
        "TP-3b",
        "NI 92",
        "Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile and the rest",
    )
    .base(fig("38.2% (2006/07 Academic Year)", 38.2).of("2006/07 AY"))
    .t08(fig("33.3% (2007/08 academic year)", 33.3).of("2007/08 AY"))
    .t09(fig("30.0% (2008/09 academic year)", 30.0).of("2008/09 AY"))
    .t10(fig("31.35% (09/10 academic year)", 31.35).of("2009/10 AY"))
    .result(fig("39.7% (2007/08 academic year)", 39.7).of("2007/08 AY"))
    .quality(NONE),
    // "09/010" is the paper's spelling, here and in the next row.
    row(
        17,
        "TP-3b",
        "NI 102A",
        "Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stages 2",
    )
    .base(fig("25.6%", 25.6))
    .t08(words("New indicator no target set"))
    .t09(fig("24 % points - KS2 (08/09 academic year)", 24.0).of("2008/09 AY"))
    .t10(fig("22.8 % points (09/010 academic year)", 22.8).of("2009/10 AY"))
    .result(fig("24.9% points (07/08 academic year)", 24.9).of("2007/08 AY"))
    .quality(NONE),
    row(
        18,
        "TP-3b",
        "NI 102B",
        "Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stage 4",
    )
    .base(fig("32.0%", 32.0))
    .t08(words("New indicator no target set"))
    .t09(fig("28 % points - KS4 (for 08/09 academic year)", 28.0).of("2008/09 AY"))
    .t10(fig("24 % points (09/010 academic year)", 24.0).of("2009/10 AY"))
    .result(
        fig("32.7 % points (provisional result) (07/08 academic year)", 32.7)
            .of("2007/08 AY")
            .provisional(),
    )
    .quality(NONE),
    row(19, "TP-3b", "NI 118", "Take up of formal childcare by low-income working families")
        .base(fig("19.0% (2005/06)", 19.0).of("2005/06"))
        .result(words("Result not yet available")),
    // Data quality is empty here; line 293 prints "Some concerns with data" for the same indicator.
    row(
        20,
        "TP-3b",
        "NI 117",
        "16 - 18 year olds who are not in education training or employment (NEET)",
    )
    .base(fig("9.1% (An average of Nov, Dec 2006 and Jan 2007)", 9.1).of("2006-11..2007-01"))
    .t08(fig("8.9%", 8.9))
    .t09(fig("7.8%", 7.8))
    .t10(fig("6.8%", 6.8))
    .result(fig("9.5% (2246)", 9.5).count(2246.0)),
    row(21, "TP-3b", "NI 158", "% non-decent council homes")
        .base(fig("22.8%", 22.8))
        .t08(fig("15%", 15.0))
        .t09(fig("10%", 10.0))
        .t10(fig("5%", 5.0))
        .result(fig("18.50%", 18.5)),
    // TP-3c (line 59). The targets name the month by which they are to be met.
    row(
        60,
        "TP-3c",
        "NI 88",
        "Percentage of schools providing access to extended services",
    )
    .base(fig("42% (2006/07 academic year)", 42.0).of("2006/07 AY"))
    .t08(fig("74% (By September 2008)", 74.0).of("2008-09"))
    .t09(fig("85% (By September 2009)", 85.0).of("2009-09"))
    .t10(fig("100% (By September 2010)", 100.0).of("2010-09"))
    .result(
        fig("80% (212/264) (2007/08 academic year)", 80.0)
            .ratio(212.0, 264.0)
            .of("2007/08 AY"),
    )
    .quality(NONE),
    // HW-2a (line 97). The count is of conceptions, the figure a rate per 1,000.
    row(98, "HW-2a", "NI 112", "Under 18 conception rate")
        .base(
            fig(
                "50.4 (1998) rate per 1,000 population (Per 1,000 conceptions)",
                50.4,
            )
            .of("1998"),
        )
        .t08(fig("45 rate per 1,000 population", 45.0))
        .t09(fig("42.7 rate per 1,000 population", 42.7))
        .t10(words("subject to outcome of national annual review"))
        .result(fig("48.1 (677) for 2007", 48.1).count(677.0).of("2007"))
        .quality(NONE),
    // HW-2b (line 141).
    row(
        142,
        "HW-2b",
        "NI 63",
        "Stability of placements of looked after children: length of placement",
    )
    .base(fig("70.5% (December 2007)", 70.5).of("2007-12"))
    .t08(fig("72%", 72.0))
    .t09(fig("75%", 75.0))
    .t10(fig("80%", 80.0))
    .result(fig("71.3% (373/523)", 71.3).ratio(373.0, 523.0))
    .quality(NONE),
    row(
        143,
        "HW-2b",
        "NI 66",
        "Looked after children cases which were reviewed within required timescales",
    )
    .base(fig("60.2% (Apr-Dec 2007)", 60.2).of("2007-04..2007-12"))
    .t08(fig("80%", 80.0))
    .t09(fig("90%", 90.0))
    .t10(words("to be reviewed"))
    .result(fig("78.2% (985/1258)", 78.2).ratio(985.0, 1258.0))
    .quality(NONE),
    // HW-3a (line 183). Codes without a blank, as printed; the 2008/09 and 2010/11 target cells are empty.
    row(184, "HW-3a", "NI50", "Emotional Health of Children")
        .base(words("2008/09 new data return - baseline being assessed"))
        .t09(words("Targets to be set"))
        .result(fig("64.10%", 64.1))
        .quality(SOME),
    // A score out of 40, no fraction; data quality is empty.
    row(185, "HW-3a", "NI58", "Emotional Health of Looked after Children")
        .base(words("2008/09 new data return - baseline being assessed"))
        .t09(words("Targets to be set"))
        .result(fig("15 out of 40", 15.0)),
    row(
        186,
        "HW-3a",
        "NI54",
        "Parents' experience of services for disabled children",
    )
    .base(words(
        "2008/09 new data return - baseline will be in place by March 2009",
    ))
    .t09(words("Targets to be set"))
    .result(words("not applicable"))
    .quality(SOME),
    // HW-3d (line 223). The rate per 10,000 is the indicator; the number of children stands before it.
    row(
        224,
        "HW-3d",
        "LSP-HW2b(i)",
        "Number of children looked after (expressed as a rate per 10,000) excluding unaccompanied asylum seekers",
    )
    .base(fig("1,281 (83.6 per 10,000)", 83.6).count(1281.0))
    .t08(fig("1,156 (75.4 per 10,000)", 75.4).count(1156.0))
    .t09(fig("1,031 (67.3 per 10,000)", 67.3).count(1031.0))
    .t10(fig("906 (59.1 per 10,000)", 59.1).count(906.0))
    .result(fig("1255 (82.1 per 10,000)", 82.1).count(1255.0))
    .quality(NONE),
    // LN-1c (line 258). Both definition cells go on with a remark on when the data comes, left out of the title.
    row(
        259,
        "LN-1c",
        "NI 79",
        "Achievement of a Level 2 qualification by the age of 19",
    )
    .base(fig("65.0% 2006/07 academic year", 65.0).of("2006/07 AY"))
    .t08(fig("68.6% 2007/08 academic year", 68.6).of("2007/08 AY"))
    .t09(fig("71.6% 2008/09 academic year", 71.6).of("2008/09 AY"))
    .t10(fig("75.2% 2009/10 academic year", 75.2).of("2009/10 AY"))
    .result(
        fig("68% (6218/9110) 2007/08 academic year", 68.0)
            .ratio(6218.0, 9110.0)
            .of("2007/08 AY"),
    )
    .quality(NONE),
    row(
        260,
        "LN-1c",
        "NI 80",
        "Achievement of Level 3 qualifications by the age of 19",
    )
    .base(fig("41.0% 2006/07 academic year", 41.0).of("2006/07 AY"))
    .t08(fig("43.0% 2007/08 academic year", 43.0).of("2007/08 AY"))
    .t09(fig("47.0% 2008/09 academic year", 47.0).of("2008/09 AY"))
    .t10(fig("49.0% 2009/10 academic year", 49.0).of("2009/10 AY"))
    .result(
        fig("42% (3848/9110) 2007/08 academic year", 42.0)
            .ratio(3848.0, 9110.0)
            .of("2007/08 AY"),
    )
    .quality(NONE),
    // LN-1d (line 292). Three months of one winter, the same baseline as in line 20.
    row(
        293,
        "LN-1d",
        "NI 117",
        "16 - 18 year olds who are not in education training or employment (NEET)",
    )
    .base(
        fig(
            "9.1% (Average of Nov, Dec, and Jan 2006/07 as per national reporting guidance)",
            9.1,
        )
        .of("2006-11..2007-01"),
    )
    .t08(fig("8.9%", 8.9))
    .t09(fig("7.8%", 7.8))
    .t10(fig("6.80%", 6.8))
    .result(fig("9.5% (2246)", 9.5).count(2246.0))
    .quality(SOME),
    row(
        294,
        "LN-1d",
        "NI 45",
        "Young offenders engagement in suitable education, training and employment",
    )
    .base(fig("68.20%", 68.2))
    .t08(fig("73.0%", 73.0))
    .t09(fig("75.5%", 75.5))
    .t10(fig("78.00%", 78.0))
    .result(fig("76.24% (1171/1536)", 76.24).ratio(1171.0, 1536.0))
    .quality(NONE),
    row(
        295,
        "LN-1d",
        "NI 148",
        "Care leavers in education, employment or training",
    )
    .base(fig("71.3% (2006/07)", 71.3).of("2006/07"))
    .t08(fig("76.6%", 76.6))
    .t09(fig("81.70%", 81.7))
    .t10(fig("86.80%", 86.8))
    .result(fig("68.9% (93/135)", 68.9).ratio(93.0, 135.0))
    .quality(NONE),
    // LN-1e (line 334). The 2010/11 column's heading calls all targets for the 2009/10 academic year provisional.
    row(
        335,
        "LN-1e",
        "NI 72",
        "Achievement of at least 78 points across the Early Years Foundation Stage with at least 6 in each of the scales in Personal Social and Emotional Development and Communication, Language and Literacy",
    )
    .base(fig("47% - 2006/07 academic year", 47.0).of("2006/07 AY"))
    .t08(fig("48.5% - 2007/08 academic year", 48.5).of("2007/08 AY"))
    .t09(fig("53% - 2008/09 academic year", 53.0).of("2008/09 AY"))
    .t10(
        fig("56% - 2009/10 academic year", 56.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(fig("47.2% - 2007/08 academic year (confirmed)", 47.2).of("2007/08 AY"))
    .quality(NONE),
    row(
        336,
        "LN-1e",
        "NI 73",
        "Achievement at level 4 or above in both English and maths at Key Stage 2",
    )
    .base(fig("71% - 2006/07 academic year", 71.0).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("77% - 2008/09 academic year", 77.0).of("2008/09 AY"))
    .t10(
        fig("77% - 2009/10 academic year", 77.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(fig("72% - 2007/08 academic year (confirmed)", 72.0).of("2007/08 AY"))
    .quality(NONE),
    row(
        337,
        "LN-1e",
        "NI 76",
        "Reduction in number of schools where fewer than 65% of pupils achieve level 4 or above in both English and maths at Key Stage 2",
    )
    .base(fig("32 schools - 2006/07 academic year", 32.0).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("11 schools - 2008/09 academic year", 11.0).of("2008/09 AY"))
    .t10(
        fig(
            "15 schools - 2009/10 academic year (please note for this year the DCSF have changed the target to be a 40% reduction in schools below floor target by 2011 compared to a previous objective of a 50% reduction compared to such schools in 2007)",
            15.0,
        )
        .of("2009/10 AY")
        .provisional(),
    )
    .result(fig("28 schools - 2007/08 academic year (confirmed)", 28.0).of("2007/08 AY"))
    .quality(NONE),
    // Baseline, 2010/11 target and result differ from line 16: 38.2, 31.35 and 39.7 there. Both stand.
    row(
        338,
        "LN-1e",
        "NI 92",
        "Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile and the rest",
    )
    .base(fig("38% - 2006/07 academic year", 38.0).of("2006/07 AY"))
    .t08(fig("33.3% - 2007/08 academic year.", 33.3).of("2007/08 AY"))
    .t09(fig("30% - 2008/09 academic year", 30.0).of("2008/09 AY"))
    .t10(
        fig("31.4% - 2009/10 academic year", 31.4)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(fig("39.8% - 2007/08 academic year (confirmed)", 39.8).of("2007/08 AY"))
    .quality(NONE),
    // No concerns, but a note that the data is provisional; here and in the next row.
    row(
        339,
        "LN-1e",
        "NI 93",
        "Progression by 2 levels in English between Key Stage 1 and Key Stage 2",
    )
    .base(fig("83.9% - 2006/07 academic year", 83.9).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("87% - 2008/09 academic year", 87.0).of("2008/09 AY"))
    .t10(
        fig("89% - 2009/10 academic year", 89.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(
        fig("83.9% - 2007/08 academic year (provisional)", 83.9)
            .of("2007/08 AY")
            .provisional(),
    )
    .quality(NONE),
    row(
        340,
        "LN-1e",
        "NI 94",
        "Progression by 2 levels in maths between Key Stage 1 and Key Stage 2",
    )
    .base(fig("76.4% - 2006/07 academic year", 76.4).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("85% - 2008/09 academic year", 85.0).of("2008/09 AY"))
    .t10(
        fig("88% - 2009/10 academic year", 88.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(
        fig("78% - 2007/08 academic year (provisional)", 78.0)
            .of("2007/08 AY")
            .provisional(),
    )
    .quality(NONE),
    row(
        341,
        "LN-1e",
        "NI 99",
        "Looked after children reaching level 4 in English at Key Stage 2",
    )
    .base(fig("40% - 2006/07 academic year", 40.0).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("56% - 2008/09 academic year", 56.0).of("2008/09 AY"))
    .t10(
        fig("44.0% - 2009/10 academic year", 44.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(fig("43% - 2007/08 academic year (confirmed)", 43.0).of("2007/08 AY"))
    .quality(NONE),
    row(
        342,
        "LN-1e",
        "NI 100",
        "Looked after children reaching level 4 in maths at Key Stage 2",
    )
    .base(fig("30% - 2006/07 academic year", 30.0).of("2006/07 AY"))
    .t08(NO_TARGET)
    .t09(fig("56% - 2008/09 academic year", 56.0).of("2008/09 AY"))
    .t10(
        fig("46.7% - 2009/10 academic year", 46.7)
            .of("2009/10 AY")
            .provisional(),
    )
    .result(fig("41% - 2007/08 academic year (confirmed)", 41.0).of("2007/08 AY"))
    .quality(NONE),
    // HM-1a (line 366). NI 6 has "As per Place Survey Methodology" for data quality, which states no level.
    row(
        367,
        "HM-1a",
        "NI 110",
        "Young people's participation in positive activities",
    )
    .base(fig("65.9% (2008)", 65.9).of("2008"))
    .t10(fig("70%", 70.0))
    .result(fig("65.90%", 65.9))
    .quality(NONE),
    row(368, "HM-1a", "NI 6", "Participation in regular volunteering")
        .base(words("N/A"))
        .t08(words("Baseline and target to be set through Place Survey"))
        .result(fig("19.9% (provisional)", 19.9).provisional()),
];
