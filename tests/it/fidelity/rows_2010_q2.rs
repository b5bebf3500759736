//! The indicator tables of paper 001 (the nine printed trackers, Quarter 2 2010/11), typed from the paper.
//!
//! Nothing here was taken from the sample workspace: the table is the second opinion that the sample is held against.
//! Lines are those of paper 001, from 1.
//!
//! How the cells were read:
//! * `text` is the cell exactly as the text has it, the lines of a cell joined by one blank.
//! * A cell of words alone has no value and no period, even where its words name a year.
//! * A cell that came out upside down, reversed or cut (`%0'26`) is `garbled`: it has no value, and keeps what is legible beside it.
//! * A cell that the text lost is `None`.
//! * A cell that is upright but likely misread is `doubtful`: it keeps the figure the text has, and is safer left out.
//! * `count` is a number of people or cases beside a rate or percentage; `numerator` and `denominator` are a printed fraction.
//! * `period` is what the cell itself names, in the canonical spelling; what the head of its column names stands in `HEADS`.
//! * `merged` is one cell printed across the quarter's and the predicted column: both hold it whole.
//! * A title is whole unless `title_cut`; words that strayed in from the owner's column are left out.

use super::rows_2008_q4::Cell;

/// One cell of a table: what the paper prints, and whether the text of it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Printed {
    /// The cell.
    pub(crate) cell: Cell,
    /// The figure came out upside down, reversed or cut, and is not to be taken.
    pub(crate) garbled: bool,
    /// The figure stands upright in the text, but other papers make a misread digit likely (a 5 read as a 2).
    pub(crate) doubtful: bool,
}

impl Printed {
    /// The period the cell names.
    const fn of(mut self, period: &'static str) -> Self {
        self.cell.period = Some(period);
        self
    }

    /// The fraction the cell prints.
    const fn ratio(mut self, numerator: f64, denominator: f64) -> Self {
        self.cell.numerator = Some(numerator);
        self.cell.denominator = Some(denominator);
        self
    }

    /// The count the cell prints beside its rate.
    const fn count(mut self, count: f64) -> Self {
        self.cell.count = Some(count);
        self
    }

    /// Upright, but likely misread.
    const fn doubtful(mut self) -> Self {
        self.doubtful = true;
        self
    }

    /// Called provisional.
    const fn provisional(mut self) -> Self {
        self.cell.provisional = true;
        self
    }
}

/// A cell of words alone.
const fn words(text: &'static str) -> Printed {
    Printed {
        cell: Cell {
            text,
            value: None,
            period: None,
            numerator: None,
            denominator: None,
            count: None,
            provisional: false,
        },
        garbled: false,
        doubtful: false,
    }
}

/// A cell with a figure.
const fn fig(text: &'static str, value: f64) -> Printed {
    let mut printed = words(text);
    printed.cell.value = Some(value);
    printed
}

/// A cell whose figure the text spoiled.
const fn garbled(text: &'static str) -> Printed {
    let mut printed = words(text);
    printed.garbled = true;
    printed
}

/// Where the code of a row comes from when its own reference cell does not show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    /// The code.
    pub(crate) code: &'static str,
    /// Paper that names the code for the same indicator.
    pub(crate) paper: &'static str,
    /// Line of that paper, from 1.
    pub(crate) line: u32,
}

/// One row of a tracker's indicator table; an empty or lost cell is `None`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct QuarterRow {
    /// Line of paper 001, from 1: the row's first, or the "Reference" line where a table came out column by column.
    pub(crate) line: u32,
    /// Code of the tracker whose table holds the row, the two of LN-1e apart.
    pub(crate) tracker: &'static str,
    /// The reference cell as the text has it, "" where it is lost.
    pub(crate) printed: &'static str,
    /// The code, where the reference cell shows it without doubt.
    pub(crate) code: Option<&'static str>,
    /// The code by another line, where the reference cell does not show it.
    pub(crate) tie: Option<Tie>,
    /// Title as printed.
    pub(crate) title: &'static str,
    /// A part of the title is lost.
    pub(crate) title_cut: bool,
    /// The frequency word.
    pub(crate) frequency: &'static str,
    /// The measure printed below the frequency, "" where there is none.
    pub(crate) measure: &'static str,
    /// The word of the column "Rise or Fall".
    pub(crate) polarity: &'static str,
    /// The Baseline column.
    pub(crate) baseline: Option<Printed>,
    /// The 2008/09 Result column, which LN-1d alone has.
    pub(crate) earlier_year: Option<Printed>,
    /// The last year's result (2009/10).
    pub(crate) last_year: Option<Printed>,
    /// The 2010/11 target.
    pub(crate) target: Option<Printed>,
    /// The quarter's result, or the 2010/11 result of LN-1c and LN-1e.
    pub(crate) quarter: Option<Printed>,
    /// The predicted full-year result.
    pub(crate) predicted: Option<Printed>,
    /// The quarter's and the predicted column are one cell.
    pub(crate) merged: bool,
    /// The Data Quality column as printed, `None` where empty.
    pub(crate) data_quality: Option<&'static str>,
}

impl QuarterRow {
    /// The reference cell where it does not show the code.
    const fn printed(mut self, text: &'static str) -> Self {
        self.printed = text;
        self.code = None;
        self
    }

    /// The reference cell where it holds more than the code, or spells it otherwise.
    const fn reference(mut self, text: &'static str) -> Self {
        self.printed = text;
        self
    }

    /// The code by another line.
    const fn tied(mut self, code: &'static str, paper: &'static str, line: u32) -> Self {
        self.tie = Some(Tie { code, paper, line });
        self
    }

    /// A part of the title is lost.
    const fn cut(mut self) -> Self {
        self.title_cut = true;
        self
    }

    /// Frequency, measure and polarity words.
    const fn kind(
        mut self,
        frequency: &'static str,
        measure: &'static str,
        polarity: &'static str,
    ) -> Self {
        self.frequency = frequency;
        self.measure = measure;
        self.polarity = polarity;
        self
    }

    /// The Baseline column.
    const fn base(mut self, cell: Printed) -> Self {
        self.baseline = Some(cell);
        self
    }

    /// The 2008/09 Result column.
    const fn earlier(mut self, cell: Printed) -> Self {
        self.earlier_year = Some(cell);
        self
    }

    /// The last year's result.
    const fn last(mut self, cell: Printed) -> Self {
        self.last_year = Some(cell);
        self
    }

    /// The target.
    const fn target(mut self, cell: Printed) -> Self {
        self.target = Some(cell);
        self
    }

    /// The quarter's result.
    const fn quarter(mut self, cell: Printed) -> Self {
        self.quarter = Some(cell);
        self
    }

    /// The predicted full-year result.
    const fn predicted(mut self, cell: Printed) -> Self {
        self.predicted = Some(cell);
        self
    }

    /// One cell across the quarter's and the predicted column.
    const fn both(mut self, cell: Printed) -> Self {
        self.quarter = Some(cell);
        self.predicted = Some(cell);
        self.merged = true;
        self
    }

    /// The Data Quality column.
    const fn quality(mut self, text: &'static str) -> Self {
        self.data_quality = Some(text);
        self
    }
}

/// A row with every cell empty, whose reference cell shows the code.
const fn row(
    line: u32,
    tracker: &'static str,
    code: &'static str,
    title: &'static str,
) -> QuarterRow {
    QuarterRow {
        line,
        tracker,
        printed: code,
        code: Some(code),
        tie: None,
        title,
        title_cut: false,
        frequency: "",
        measure: "",
        polarity: "",
        baseline: None,
        earlier_year: None,
        last_year: None,
        target: None,
        quarter: None,
        predicted: None,
        merged: false,
        data_quality: None,
    }
}

/// The heads of a table's figure columns as printed, "" where the table has no such column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heads {
    /// Code of the tracker.
    pub(crate) tracker: &'static str,
    /// Line of the heads in paper 001, from 1.
    pub(crate) line: u32,
    /// The year before the last.
    pub(crate) earlier_year: &'static str,
    /// The last year's result.
    pub(crate) last_year: &'static str,
    /// The target.
    pub(crate) target: &'static str,
    /// The quarter's or the year's result.
    pub(crate) quarter: &'static str,
    /// The predicted result.
    pub(crate) predicted: &'static str,
}

/// The heads of the nine tables. Those of HW-1d, LN-1d and TP-3b came out in pieces and are put together here.
pub(crate) const HEADS: &[Heads] = &[
    // Line 861; the year of "Last Year" and of "Quarter" is not printed.
    Heads {
        tracker: "HW-1c",
        line: 861,
        earlier_year: "",
        last_year: "Last Year Result",
        target: "Target",
        quarter: "Quarter",
        predicted: "Predicted Full Year Result",
    },
    Heads {
        tracker: "HW-1d",
        line: 994,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "Q2 2010/11 result",
        predicted: "Predicted Year End Result",
    },
    Heads {
        tracker: "HW-1e",
        line: 1088,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "Q2 Result",
        predicted: "Predicted Full Year Result",
    },
    Heads {
        tracker: "HW-3a",
        line: 1233,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "Q2 Result",
        predicted: "Predicted Full Year Result",
    },
    Heads {
        tracker: "LN-1c",
        line: 1311,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "2010/11 Result (Academic year 2009/10)",
        predicted: "",
    },
    // Two years' results and no target: the fractions of NI 45 give its third and fourth figure.
    Heads {
        tracker: "LN-1d",
        line: 1409,
        earlier_year: "2008/09 Result",
        last_year: "2009/10 Result",
        target: "",
        quarter: "Q2 2010/11",
        predicted: "Predicted Full Year",
    },
    Heads {
        tracker: "LN-1e(i)",
        line: 1494,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "2010/11 Result (Academic year 2009/10)",
        predicted: "",
    },
    Heads {
        tracker: "LN-1e(ii)",
        line: 1593,
        earlier_year: "",
        last_year: "2009/10 Result (ay 08-09)",
        target: "2010/11 Target (ay 09- 10)",
        quarter: "2010/11 Result (Academic year 2009/10)",
        predicted: "",
    },
    // Lines 1681 to 1692 and 1696 to 1706, one line a column.
    Heads {
        tracker: "TP-3b",
        line: 1692,
        earlier_year: "",
        last_year: "2009/10 Result",
        target: "2010/11 Target",
        quarter: "Q2 Result",
        predicted: "Predicted Full Year Result",
    },
];

/// What HW-1c prints across both columns of every row.
const REPORTED: Printed = words("Annually reported");
/// What HW-3a prints across both columns of its annual indicators.
const IN_Q4: Printed = words("Annual PI to be reported in Q4");
/// What LN-1c prints for every result.
const AT_Q4: Printed = words("Information will be available at Q4");
/// What LN-1e(ii) prints for the two indicators of looked after children.
const NOT_YET: Printed = words("Published national indicator data not yet available");
/// What TP-3b prints across both columns of the two fuel poverty indicators.
const REVIEW: Printed =
    words("To be determined – survey used to obtain this result is currently under review");

/// All 46 rows of the nine indicator tables, in the paper's order.
pub(crate) const INDICATORS: &[QuarterRow] = &[
    // HW-1c (lines 860 to 868, 874 and 875). NI 8 is mentioned in the actions (line 832) but has no row.
    row(
        863,
        "HW-1c",
        "NI 57",
        "Children and Young People's participation in high-quality PE and sport",
    )
    .kind("Annually", "%", "Rise")
    .base(fig("74% (2007/08 academic year)", 74.0).of("2007/08 AY"))
    .last(fig("81% (2008/09 academic year)", 81.0).of("2008/09 AY"))
    .target(fig("82%", 82.0))
    .both(REPORTED)
    .quality("No Concerns with data"),
    row(
        865,
        "HW-1c",
        "NI 55a",
        "Coverage - Obesity in primary school age children in Reception",
    )
    .kind("Annual", "%", "Rise")
    .base(fig("95%", 95.0))
    .last(fig("93%", 93.0))
    .target(garbled("%26"))
    .both(REPORTED)
    .quality("No Concerns with Data Quality"),
    // The page ends in the title, whose last word ("Reception" in the row above) is lost.
    row(
        867,
        "HW-1c",
        "NI 55b",
        "Prevelance - Obesity in primary school age children in",
    )
    .cut()
    .kind("Annual", "%", "Fall")
    .base(fig("9.30%", 9.3))
    .last(fig("10.30%", 10.3))
    .target(fig("10.00%", 10.0))
    .both(REPORTED)
    .quality("No Concerns with Data Quality"),
    row(
        874,
        "HW-1c",
        "NI 56a",
        "Coverage - Obesity in primary school age children in Year 6",
    )
    .kind("Annual", "%", "Rise")
    .base(garbled("%86"))
    .last(garbled("%86"))
    .target(garbled("%86"))
    .both(REPORTED)
    .quality("No Concerns with Data Quality"),
    row(
        875,
        "HW-1c",
        "NI 56b",
        "Prevelance - Obesity in primary school age children in Year 6",
    )
    .kind("Annual", "%", "Fall")
    .base(fig("17.80%", 17.8))
    .last(fig("20.90%", 20.9))
    .target(fig("17.67%", 17.67))
    .both(REPORTED)
    .quality("No Concerns with Data Quality"),
    // HW-1d (lines 992 to 1007). The rate of the 2009/10 result came out upside down, its count and its year did not.
    row(
        996,
        "HW-1d",
        "NI 112",
        "Under 18 conception rate per 1000 girls ages 15-17",
    )
    .kind("Annual", "", "Fall")
    .base(fig("50.4", 50.4))
    .last(
        garbled("9.05 conceptions per 1000 (691) (2008)")
            .count(691.0)
            .of("2008"),
    )
    .target(words("TBD"))
    .both(words("The 2009 figures are released in February 2011"))
    .quality("No Concerns"),
    // The reference cell is "aN 113": the letter is the page number's.
    row(
        1000,
        "HW-1d",
        "NI 113",
        "Prevalence of Chlamydia in under 25 year olds measured through number of the resident population aged 15 -24 accepting a test/screen for chlamydia",
    )
    .reference("aN 113")
    .kind("Quarterly", "number", "Rise")
    .base(words("n/a"))
    .last(fig("32,025", 32_025.0))
    .target(fig("49,106", 49_106.0))
    .quarter(fig("14,565", 14_565.0))
    .predicted(words("No year end prediction is available"))
    .quality("No Concerns"),
    // HW-1e (lines 1088 to 1094). The reference column is lost.
    row(
        1089,
        "HW-1e",
        "",
        "Stability of placements of looked after children: length of placement",
    )
    .printed("")
    .tied("NI 63", "003", 142)
    .kind("Quarterly", "%", "Rise")
    .base(fig("70.5% (December 2007)", 70.5).of("2007-12"))
    .last(fig("64.2%", 64.2))
    .target(fig("80.0%", 80.0))
    .quarter(fig("71.4%", 71.4))
    .predicted(fig("73.2%", 73.2))
    .quality("Some concerns with data"),
    // The summary (line 1030) speaks of a target of 90% and of 71.1% last year; the table's target is garbled.
    row(
        1090,
        "HW-1e",
        "",
        "Looked after children cases which were reviewed within required timescales",
    )
    .printed("")
    .tied("NI 66", "001", 1046)
    .kind("Quarterly", "%", "Rise")
    .base(fig("66.3% (2007/08)", 66.3).of("2007/08"))
    .last(fig("70.2%", 70.2))
    .target(garbled("%0'26"))
    .quarter(fig("84.2%", 84.2))
    .predicted(fig("84.2%", 84.2))
    .quality("No concerns with data"),
    // One word of the title is left, and no other line names the indicator.
    row(1091, "HW-1e", "", "accommodation")
        .printed("")
        .cut()
        .kind("Annual", "%", "Rise")
        .base(fig("94.2%", 94.2))
        .last(fig("86.8%", 86.8))
        .target(fig("92%", 92.0))
        .both(words("Annual PI"))
        .quality("No concerns with data"),
    row(
        1092,
        "HW-1e",
        "",
        "Percentage of looked after children who participate in their review",
    )
    .printed("")
    .tied("CYPP-1-5", "000", 65)
    .kind("Quarterly", "%", "Rise")
    .base(fig("81.1%", 81.1))
    .last(fig("80.5%", 80.5))
    .target(garbled("%0'26"))
    .quarter(fig("89.3%", 89.3))
    .predicted(garbled("%0.36"))
    .quality("Not completed"),
    // Paper 000 has "who had their annual health assessment during the year": near, but not the same words.
    row(
        1093,
        "HW-1e",
        "",
        "Percentage of looked after children with up to date health needs assessment",
    )
    .printed("")
    .tied("CYPP-P1-6", "000", 33)
    .kind("Quarterly", "%", "Rise")
    .base(fig("72.0% (07/08)", 72.0).of("2007/08"))
    .last(fig("91.9%", 91.9))
    .target(garbled("%0.06"))
    .quarter(fig("82.6%", 82.6))
    .predicted(garbled("%0.06"))
    .quality("Some concerns in year but subject to data validation at Q4"),
    row(
        1094,
        "HW-1e",
        "",
        "Percentage of looked after children with an up to date dental check",
    )
    .printed("")
    .tied("CYPP-P1-7", "000", 33)
    .kind("Quarterly", "%", "Rise")
    .base(fig("78.0% (07/08)", 78.0).of("2007/08"))
    .last(garbled("%0.62"))
    .target(fig("84.0%", 84.0))
    .quarter(fig("76.2%", 76.2))
    .predicted(fig("84.0%", 84.0))
    .quality("Some concerns in year but subject to data validation at Q4"),
    // HW-3a (lines 1233 to 1238 and 1245 to 1249).
    row(
        1234,
        "HW-3a",
        "",
        "The proportion of Initial Assessments undertaken within 7 days",
    )
    .printed("65 Nage 51")
    .tied("NI 59", "001", 1143)
    .kind("Quarterly", "%", "Rise")
    .base(fig("79.9% (08-09)", 79.9).of("2008/09"))
    .last(fig("61.2%", 61.2))
    .target(garbled("%08"))
    .quarter(fig("79.4%", 79.4))
    .predicted(garbled("%08"))
    .quality("No concerns with data"),
    row(
        1235,
        "HW-3a",
        "NI 60",
        "The percentage of core assessments that were completed within 35 working days",
    )
    .kind("Quarterly", "%", "Rise")
    .base(fig("77.4% (08-09)", 77.4).of("2008/09"))
    .last(fig("64.9%", 64.9))
    .target(fig("85% (Oct-Mar cumulative)", 85.0).of("2010-10..2011-03"))
    .quarter(fig("82.2%", 82.2))
    .predicted(fig("85%", 85.0))
    .quality("No concerns with data"),
    row(
        1236,
        "HW-3a",
        "NI 61",
        "Timeliness of placements of looked after children for adoption following an agency decision that the child should be placed for adoption",
    )
    .kind("Quarterly", "%", "Rise")
    .base(fig("81.4% (07/08)", 81.4).of("2007/08"))
    .last(fig("80.3%", 80.3))
    .target(fig("85%", 85.0))
    .quarter(garbled("%2'99"))
    .predicted(fig("85%", 85.0))
    .quality("Some concerns in year but subject to data validation at Q4"),
    row(
        1237,
        "HW-3a",
        "NI 64",
        "Child Protection Plans lasting 2 years or more",
    )
    .kind("Annual", "%", "Fall")
    .base(fig("7.8% (07/08)", 7.8).of("2007/08"))
    .last(fig("5.8%", 5.8))
    .target(fig("5.5%", 5.5))
    .both(IN_Q4)
    .quality("No concerns with data"),
    row(
        1238,
        "HW-3a",
        "NI 65",
        "Percentage of children becoming the subject of a Child Protection Plan for a second or subsequent time",
    )
    .kind("Annual", "%", "Bell Shaped")
    .base(fig("17.5% (07/08)", 17.5).of("2007/08"))
    .last(fig("12.2%", 12.2))
    .target(fig("12.5%", 12.5))
    .both(IN_Q4)
    .quality("No concerns with data"),
    row(
        1246,
        "HW-3a",
        "NI 67",
        "Percentage of child protection cases which were reviewed within required timescales",
    )
    .kind("Annual", "%", "Rise")
    .base(fig("98.4% (07/08)", 98.4).of("2007/08"))
    .last(fig("98.1%", 98.1))
    .target(fig("100%", 100.0))
    .both(IN_Q4)
    .quality("No concerns with data"),
    // Called annual, but with a figure for the quarter.
    row(
        1247,
        "HW-3a",
        "NI 68",
        "Percentage of referrals to children's social care going on to initial assessment",
    )
    .kind("Annual", "%", "Bell Shaped")
    .base(fig("56.8%", 56.8))
    .last(fig("60.7%", 60.7))
    .target(fig("70%", 70.0))
    .quarter(fig("70.1%", 70.1))
    .predicted(fig("70%", 70.0))
    .quality("Some"),
    // "1362" has no thousands comma, "1,357" has one.
    row(
        1248,
        "HW-3a",
        "LSP-HW2b(i)a",
        "Number of looked after children (Numerical)",
    )
    .reference("LSP- HW2b(i)a")
    .kind("Quarterly", "Numerical", "Fall")
    .base(fig("1281 (2007/08)", 1281.0).of("2007/08"))
    .last(fig("1362", 1362.0))
    .target(words("n/a"))
    .quarter(fig("1,357", 1357.0))
    .predicted(words("n/a"))
    .quality("No concerns with data"),
    // The reference came out upside down; paper 003 gives the same title the code LSP-HW2b(i), without the last letter.
    // The population beside the rate is neither half of a printed fraction.
    row(
        1249,
        "HW-3a",
        "",
        "Number of children looked after (expressed as a rate per 10,000) excluding unaccompanied asylum seekers",
    )
    .printed("q(i)qzw.page 52")
    .tied("LSP-HW2b(i)", "003", 224)
    .kind("Quarterly", "Number", "Fall")
    .base(fig("83.8 per 10,000 (2007/08)", 83.8).of("2007/08"))
    .last(fig("89.1 per 10,000", 89.1))
    .target(words("n/a"))
    .quarter(fig("89.4 (child popn is 151,800)", 89.4))
    .predicted(words("n/a"))
    .quality("No concerns with data"),
    // LN-1c (lines 1311 to 1315). The text says 71% for 2008/09 (line 1830) where the table's cell is garbled.
    row(
        1312,
        "LN-1c",
        "",
        "Achievement of a Level 2 qualification by the age of 19",
    )
    .printed("87 IN")
    .tied("NI 79", "001", 1826)
    .kind("Annually", "%", "Rise")
    .base(fig("62.9% (2005/06 academic year)", 62.9).of("2005/06 AY"))
    .last(garbled("%6:02"))
    .target(fig("75.2%", 75.2))
    .quarter(AT_Q4)
    .quality("No Concerns with data"),
    row(
        1313,
        "LN-1c",
        "NI 80",
        "Achievement of Level 3 qualifications by the age of 19",
    )
    .kind("Annually", "%", "Rise")
    .base(fig("41.0% (2006/07 academic year)", 41.0).of("2006/07 AY"))
    .last(fig("44.2%", 44.2))
    .target(fig("48.0%", 48.0))
    .quarter(AT_Q4)
    .quality("No Concerns with data"),
    row(
        1314,
        "LN-1c",
        "NI 81",
        "Inequality gap in the achievement of a Level 3 qualification by the age of 19",
    )
    .kind("Annually", "% points", "Fall")
    .base(fig("28% points", 28.0))
    .last(fig("30%", 30.0))
    .target(fig("26%", 26.0))
    .quarter(AT_Q4)
    .quality("No Concerns with data"),
    row(
        1315,
        "LN-1c",
        "NI 82",
        "Inequality gap in the achievement of a Level 2 qualification by the age of 19",
    )
    .kind("Annually", "% points", "Fall")
    .base(fig("43% points", 43.0))
    .last(fig("33%", 33.0))
    .target(garbled("%5.05"))
    .quarter(AT_Q4)
    .quality("No Concerns with data"),
    // LN-1d (lines 1409 to 1413, one line a column, the columns of figures run together in 1409).
    // Of NI 117 the figures are cut away: the first digit of the baseline, its words, a lone "(1930)" of which no
    // column is certain and the beginning of an "Annual PI" are left.
    row(
        1413,
        "LN-1d",
        "NI 117",
        "16 - 18 year olds who are not in education training or employment (NEET)",
    )
    .kind("Annually", "%", "Fall")
    .base(garbled("9 (An average of Nov, Dec 2006 and Jan 2007)").of("2006-11..2007-01"))
    .quality("No concerns"),
    row(
        1413,
        "LN-1d",
        "NI 148",
        "Care leavers in education, employment or training",
    )
    .kind("Annually", "%", "Rise")
    .base(fig("70.8% (2006/07)", 70.8).of("2006/07"))
    .earlier(fig("68.9%", 68.9))
    .last(fig("62.3%", 62.3))
    .quarter(words("Annual PI"))
    .predicted(words("Annual PI"))
    .quality("No concerns with data"),
    row(
        1413,
        "LN-1d",
        "NI 45",
        "Young offender engagement in suitable education, employment or training",
    )
    .kind("Quarterly", "%", "Rise")
    .base(fig("68.2% (1209 young people)", 68.2).count(1209.0))
    .earlier(fig("76.2%", 76.2))
    .last(
        fig("75.4% (952/1263) Provisional", 75.4)
            .ratio(952.0, 1263.0)
            .provisional(),
    )
    .quarter(fig("68.1% (422/ 620)", 68.1).ratio(422.0, 620.0))
    .predicted(fig("75.4%", 75.4))
    .quality("No concerns with data"),
    // LN-1e(i) (lines 1494 to 1506). There is no reference column; the captions of the graphs (lines 1433 and 1435) name both.
    // The summary (line 1441) says 53% for 2010, the figure of the target, where the table prints a provisional 51%.
    row(
        1496,
        "LN-1e(i)",
        "",
        "Achievement of at least 78 points across the Early Years Foundation Stage with at least 6 in each of the scales in Personal Social and Emotional Development and Communication, Language",
    )
    .printed("")
    .tied("NI 72", "001", 1433)
    .cut()
    .kind("Annually", "%", "Rise")
    .base(fig("47.1% (2006/07 academic year)", 47.1).of("2006/07 AY"))
    .last(fig("51% (2008/09 academic year)", 51.0).of("2008/09 AY"))
    .target(fig("53.0%", 53.0))
    .quarter(
        fig("PROVISIONAL 51% (2009/10 academic year)", 51.0)
            .of("2009/10 AY")
            .provisional(),
    )
    .quality("No concerns"),
    row(
        1503,
        "LN-1e(i)",
        "",
        "Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile and the rest",
    )
    .printed("")
    .tied("NI 92", "001", 1435)
    .kind("Annually", "%", "Fall")
    .base(fig("38.2% (2006/07 academic year)", 38.2).of("2006/07 AY"))
    .last(fig("35.6% (2008/09 academic year)", 35.6).of("2008/09 AY"))
    .target(fig("30.0%", 30.0))
    .quarter(
        fig("PROVISIONAL 35.7% (2009/10 academic year)", 35.7)
            .of("2009/10 AY")
            .provisional(),
    )
    .quality("No concerns"),
    // LN-1e(ii) (lines 1593 to 1600). The star of the data quality: not every school took part in the tests.
    row(
        1594,
        "LN-1e(ii)",
        "NI 73",
        "Achievement at level 4 or above in both English and Maths at Key Stage 2",
    )
    .kind("Annually", "%", "Rise")
    .base(fig("72.0% (2006/07 academic year)", 72.0).of("2006/07 AY"))
    .last(fig("72.0%", 72.0))
    .target(fig("77.0%", 77.0))
    .quarter(fig("73% (Provisional)", 73.0).provisional())
    .quality("No Concerns with Data*"),
    // Fewer than 55% here, fewer than 65% in the title of paper 003.
    row(
        1595,
        "LN-1e(ii)",
        "",
        "Reduction in number of schools where fewer than 55% of pupils achieve level 4 or above in both English and Maths at KS2",
    )
    .printed("9 Z Page")
    .tied("NI 76", "003", 337)
    .kind("Annually", "Number", "Fall")
    .base(fig("32 schools (2006/07 academic year)", 32.0).of("2006/07 AY"))
    .last(fig("34 schools", 34.0))
    .target(fig("15 schools", 15.0))
    .quarter(fig("25 schools (Provisional)", 25.0).provisional())
    .quality("No Concerns with Data*"),
    row(
        1596,
        "LN-1e(ii)",
        "",
        "Progression by 2 levels in English between Key Stage 1 and Key Stage 2",
    )
    .printed("€6 17")
    .tied("NI 93", "003", 339)
    .kind("Annually", "%", "Rise")
    .base(fig("84.0% (2006/07 academic year)", 84.0).of("2006/07 AY"))
    .last(fig("85%", 85.0))
    .target(garbled("%0.68"))
    .quarter(fig("86% (Provisional)", 86.0).provisional())
    .quality("No Concerns with Data*"),
    row(
        1597,
        "LN-1e(ii)",
        "",
        "Progression by 2 levels in Maths between Key Stage 1 and Key Stage 2",
    )
    .printed("N 94")
    .tied("NI 94", "003", 340)
    .kind("Annually", "%", "Rise")
    .base(fig("76.5% (2006/07 academic year)", 76.5).of("2006/07 AY"))
    .last(fig("78.8%", 78.8))
    .target(fig("88.0%", 88.0))
    .quarter(fig("84% (Provisional)", 84.0).provisional())
    .quality("No Concerns with Data*"),
    // A target below the baseline, in this row and the next; the cell is upright, but paper 003 has 56% for 2008/09 and 44.0%
    // and 46.7% for 2009/10 (lines 341 and 342), so the first digit may be a misread 5.
    row(
        1598,
        "LN-1e(ii)",
        "",
        "Looked after children reaching level 4 in English at Key Stage 2",
    )
    .printed("66 IN")
    .tied("NI 99", "003", 341)
    .kind("Annually", "%", "Rise")
    .base(fig("40.0% (2006/07 academic year)", 40.0).of("2006/07 AY"))
    .last(fig("43.0%", 43.0))
    .target(fig("26.0%", 26.0).doubtful())
    .quarter(NOT_YET)
    .quality("No Concerns with Data*"),
    row(
        1599,
        "LN-1e(ii)",
        "NI 100",
        "Looked after children reaching level 4 in Maths at Key Stage 2",
    )
    .kind("Annually", "%", "Rise")
    .base(fig("30.0% (2006/07 academic year)", 30.0).of("2006/07 AY"))
    .last(fig("41.0%", 41.0))
    .target(fig("26.0%", 26.0).doubtful())
    .quarter(NOT_YET)
    .quality("No Concerns with Data*"),
    // TP-3b (lines 1681 to 1692 and 1696 to 1706, one line a column). Of the merged cells the Q2 line holds only the
    // left part: "(0." of NI 116, "PROV 35. (2009/10 ac" of NI 92, "Ann" of NI 102A and NI 102B.
    row(1692, "TP-3b", "NI 116", "Proportion of children in poverty")
        .kind("Annually", "%", "Fall")
        .base(fig("21.4% (05/06)", 21.4).of("2005/06"))
        .last(fig("22.5% (06/07)", 22.5).of("2006/07"))
        .target(words("TBD"))
        .both(fig("22.1% (07/08)", 22.1).of("2007/08"))
        .quality("Not completed"),
    // One reference, "NI 187", for this row and the next.
    row(
        1692,
        "TP-3b",
        "",
        "Tackling fuel poverty - % of people receiving income based benefits living in homes with a low energy efficiency rating (SAP < 35)",
    )
    .printed("NI 187")
    .tied("NI 187a", "003", 13)
    .kind("Annually", "%", "Fall")
    .base(fig("7.90% (2007/08)", 7.9).of("2007/08"))
    .last(fig("5.43%", 5.43))
    .target(fig("4.89%", 4.89))
    .both(REVIEW)
    .quality("No Concerns with Data"),
    row(
        1692,
        "TP-3b",
        "",
        "Tackling fuel poverty, % of people receiving income based benefits living in homes with a high energy efficiency rating (SAP >= 65)",
    )
    .printed("")
    .tied("NI 187b", "003", 14)
    .kind("Annually", "%", "Rise")
    .base(fig("34.59% (2007/08)", 34.59).of("2007/08"))
    .last(fig("38.73%", 38.73))
    .target(fig("38.85%", 38.85))
    .both(REVIEW)
    .quality("No Concerns with Data"),
    // The target is a gap to the combined areas, not a rate; its months are those of the calendar quarters.
    row(
        1706,
        "TP-3b",
        "NI 153",
        "Working age people claiming out of work benefits in the worst performing neighbourhoods",
    )
    .kind("Quarterly", "%", "Fall")
    .base(fig("28.7% (2007)", 28.7).of("2007"))
    .last(fig("16.9% (Q1 2009)", 16.9).of("2009 Q1"))
    .target(
        fig(
            "Narrow the gap between the Leeds out of work claimant rate & the overall rate for the combined NI areas to 16.5% by Q2 May 2011.",
            16.5,
        )
        .of("2011-05"),
    )
    .quarter(fig("17.5% (Feb 2010)", 17.5).of("2010-02"))
    .predicted(fig("17.5%", 17.5))
    .quality("No Concerns with Data"),
    // The reference cell is "LSP-TP1e bage 2": the rest is the page number's.
    row(
        1706,
        "TP-3b",
        "LSP-TP1e",
        "Increase the number of new customers on low incomes accessing credit union services (savings, loans and current accounts).",
    )
    .reference("LSP-TP1e bage 2")
    .kind("Quarterly", "Number", "Rise")
    .base(fig("6,700 (2007)", 6700.0).of("2007"))
    .last(fig("3,113", 3113.0))
    .target(fig("3,000", 3000.0))
    .quarter(fig("574", 574.0))
    .predicted(fig("2,400", 2400.0))
    .quality("No Concerns with Data"),
    row(
        1706,
        "TP-3b",
        "NI 92",
        "Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile & the rest",
    )
    .kind("Annually", "%", "Fall")
    .base(fig("38.2% (2006/07 academic year)", 38.2).of("2006/07 AY"))
    .last(fig("35.6%", 35.6))
    .target(fig("30.0%", 30.0))
    .both(
        fig("PROVISIONAL 35.7% (2009/10 academic year)", 35.7)
            .of("2009/10 AY")
            .provisional(),
    )
    .quality("No Concerns with Data"),
    row(
        1706,
        "TP-3b",
        "NI 102A",
        "Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stages 2",
    )
    .kind("Annually", "%", "Fall")
    .base(fig("25.6% (2006/07 academic year)", 25.6).of("2006/07 AY"))
    .last(fig("26.1 % points", 26.1))
    .target(fig("22.8% points", 22.8))
    .both(words("Annual PI"))
    .quality("No Concerns with Data"),
    row(
        1706,
        "TP-3b",
        "NI 102B",
        "Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stage 4",
    )
    .kind("Annually", "%", "Fall")
    .base(fig("32.0% (2006/07 academic year)", 32.0).of("2006/07 AY"))
    .last(fig("35.2 % points", 35.2))
    .target(fig("24.8% points", 24.8))
    .both(words("Annual PI"))
    .quality("No Concerns with Data"),
    // The polarity came out as "tall". Target and prediction are upright, but paper 003 has a target of 5% for the same year
    // (line 21), so the digit may be a misread 5.
    row(
        1706,
        "TP-3b",
        "NI 158",
        "Percentage of non- decent council homes",
    )
    .kind("Monthly", "%", "Fall")
    .base(fig("18.5% (2008/09)", 18.5).of("2008/09"))
    .last(fig("14.1%", 14.1))
    .target(fig("2%", 2.0).doubtful())
    .quarter(fig("11.6%", 11.6))
    .predicted(fig("2%", 2.0).doubtful())
    .quality("No Concerns with Data"),
];
