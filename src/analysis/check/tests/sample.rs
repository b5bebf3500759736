//! What the sample's papers leave inconsistent, and why it is right to say so. Lines are those of
//! paper 001 where no other is named.

/// Code of the finding, record, reason; in the order of the file.
pub(super) const SAMPLE: &[(&str, &str, &str)] = &[
    (
        "counts-total",
        "period:2010/11 Q2",
        "4/5/5 make 14 priorities (line 652); the summary sheet has 15, HW-1f displaced below it (line 718).",
    ),
    (
        "challenge-unanswered",
        "priority:assessment-care-management",
        "Rated amber (line 675), and all three indicators with a figure in the quarter miss their targets.",
    ),
    (
        "approval-twice",
        "priority:assessment-care-management",
        "Both boxes of HW-1e's tracker are signed by the same person (lines 1010 to 1079).",
    ),
    (
        "challenge-unanswered",
        "priority:safeguarding-vulnerable",
        "Rated amber (line 1137); the one indicator with figure and target misses it, and an action is late.",
    ),
    (
        "sources-differ",
        "indicator:ni-153",
        "Paper 001 counts a gap between rates (28.7, line 1701), paper 003 the rate itself (30.4, line 12).",
    ),
    (
        "sources-differ",
        "indicator:ni-153",
        "The same for its 2010/11 target: 16.5 (line 1699) and 28.4 (paper 003, line 12).",
    ),
    (
        "fraction-differs",
        "indicator:ni-187b",
        "Paper 003, line 14 prints 35.73% (35835/100236), which is 35.75: the paper's own slip.",
    ),
    (
        "sources-differ",
        "indicator:ni-92",
        "TP-3b (paper 003, line 16) and LN-1e (line 338) give the baseline as 38.2 and 38, rounded.",
    ),
    (
        "sources-differ",
        "indicator:ni-92",
        "They give the 2010/11 target as 31.35 and 31.4, rounded.",
    ),
    (
        "sources-differ",
        "indicator:ni-92",
        "They give the result as 39.7 and, confirmed, 39.8: a real difference.",
    ),
    (
        "sources-differ",
        "indicator:ni-117",
        "September 2010 alone is 9.6, and 8.6 with the college returns that came late (line 1353).",
    ),
    (
        "sources-differ",
        "indicator:ni-158",
        "The 2010/11 target is 5% in paper 003 (line 21) and 2% in paper 001 (line 1699).",
    ),
    (
        "forecast-at-odds",
        "indicator:ni-158",
        "The year is forecast at 2% (line 1697), and the quarter stands at 11.6%.",
    ),
    (
        "forecast-is-target",
        "indicator:ni-158",
        "The forecast of 2% is the target to the digit (lines 1697 and 1699).",
    ),
    (
        "sources-differ",
        "indicator:ni-66",
        "2009/10 is 70.2% in the table (line 1090) and 71.1% in the summary (line 1030).",
    ),
    (
        "sources-differ",
        "indicator:lsp-hw2b-i",
        "The 2007/08 baseline is 83.6 in paper 003 (line 224) and 83.8 in paper 001 (line 1249).",
    ),
    (
        "sources-differ",
        "indicator:ni-148",
        "The 2006/07 baseline is 71.3% in paper 003 (line 295) and 70.8% in paper 001 (line 1409).",
    ),
    (
        "sources-differ",
        "indicator:ni-72",
        "The baseline is 47% in paper 003 (line 335) and 47.1% in paper 001 (line 1496), rounded.",
    ),
    (
        "sources-differ",
        "indicator:ni-72",
        "2009/10 is 51% in the table (line 1497) and 53% in the summary (line 1441).",
    ),
    (
        "sources-differ",
        "indicator:ni-73",
        "The baseline is 71% in paper 003 (line 336) and 72.0% in paper 001 (line 1594).",
    ),
    (
        "sources-differ",
        "indicator:ni-93",
        "The baseline is 83.9% in paper 003 (line 339) and 84.0% in paper 001 (line 1596), rounded.",
    ),
    (
        "sources-differ",
        "indicator:ni-94",
        "The baseline is 76.4% in paper 003 (line 340) and 76.5% in paper 001 (line 1597).",
    ),
    (
        "sources-differ",
        "indicator:ni-99",
        "The 2010/11 target is 44.0%, provisional, in paper 003 (line 341) and 26.0% in paper 001 (line 1598).",
    ),
    (
        "sources-differ",
        "indicator:ni-100",
        "The 2010/11 target is 46.7%, provisional, in paper 003 (line 342) and 26.0% in paper 001 (line 1599).",
    ),
    (
        "forecast-is-target",
        "indicator:cypp-p1-7",
        "Dental checks: 84.0% is target and forecast alike (line 1094).",
    ),
    (
        "parts-differ",
        "indicator:ni-59",
        "July to September make 1630 of 2048, 79.6%; the paper publishes 79.4% (line 1234).",
    ),
    (
        "parts-differ",
        "indicator:ni-60",
        "July to September make 83.1%; the paper publishes 82.2% (line 1235).",
    ),
    (
        "parts-differ",
        "indicator:ni-60",
        "April to June make 80.9%; the paper publishes 79.9% (line 1804).",
    ),
    (
        "forecast-is-target",
        "indicator:ni-61",
        "85% is target and forecast alike (line 1236).",
    ),
    (
        "band-missing",
        "indicator:ni-65",
        "Bell shaped with a lone target of 12.5% (line 1238): nobody says how wide the band is.",
    ),
    (
        "band-missing",
        "indicator:ni-68",
        "Bell shaped with a lone target of 70% (line 1247).",
    ),
    (
        "forecast-is-target",
        "indicator:ni-68",
        "70% is target and forecast alike (line 1247).",
    ),
    (
        "timescale-passed",
        "action:conference-timeliness",
        "Paper 003, line 230 is due in December 2008; the tracker of March 2009 does not say that it is done.",
    ),
    (
        "timescale-unread",
        "action:west-yorkshire-procedures",
        "Paper 003, line 236: \"These are reviewed every 6 months\" is no date, and none can be given.",
    ),
    (
        "timescale-unread",
        "action:youth-participation",
        "Paper 003, lines 371 to 376: \"See Next Steps column\". The quarters stand with the milestones.",
    ),
    (
        "timescale-unread",
        "action:active-citizenship",
        "The same column.",
    ),
    (
        "timescale-unread",
        "action:staff-volunteering",
        "The same column.",
    ),
    (
        "timescale-unread",
        "action:area-wellbeing-funds",
        "The same column.",
    ),
    (
        "timescale-passed",
        "action:hyps-services",
        "A step due in June 2010 is still open at the review of August 2010.",
    ),
    (
        "timescale-unread",
        "action:csip-looked-after",
        "\"Various\" is no date.",
    ),
    (
        "timescale-unread",
        "action:csip-safeguarding",
        "\"Various\" is no date.",
    ),
    (
        "timescale-unread",
        "recommendation:early-years-4",
        "\"Within three months\" of a day that the paper does not print.",
    ),
    (
        "timescale-unread",
        "recommendation:early-years-sen-funding",
        "The same words.",
    ),
];
