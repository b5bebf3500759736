mod time;

use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::number::Number;

const MET: Verdict = Verdict::Judged(Judgement::Met);
const CLOSE: Verdict = Verdict::Judged(Judgement::Close);
const MISSED: Verdict = Verdict::Judged(Judgement::Missed);
const NO_FIGURE: Verdict = Verdict::Judged(Judgement::None(Why::NoFigure));
const NO_TARGET: Verdict = Verdict::Judged(Judgement::None(Why::NoTarget));
const NO_POLARITY: Verdict = Verdict::Judged(Judgement::None(Why::NoPolarity));
const NO_BAND: Verdict = Verdict::Judged(Judgement::None(Why::NoBand));

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn moment(period: &str) -> Moment {
    let period = Period::read(period);
    Moment {
        period,
        today: period.map(Period::last),
    }
}

/// A workspace of one indicator with these fields, and what stands at a moment.
fn stand<T>(fields: &str, period: &str, see: impl FnOnce(&Standing<'_>) -> T) -> T {
    let text = format!(r#"{{"indicators":[{{"id":"i","unit":"percent",{fields}}}]}}"#);
    let workspace = read(&text);
    let indicator = workspace.indicators.at(0).unwrap();
    see(&standing(&workspace, indicator, moment(period)))
}

fn judged(fields: &str, period: &str) -> Verdict {
    stand(fields, period, |standing| standing.verdict)
}

fn shown(fields: &str, period: &str) -> Option<f64> {
    stand(fields, period, |standing| {
        Some(standing.result?.value?.get())
    })
}

fn changed(fields: &str, period: &str) -> Option<Change> {
    stand(fields, period, |standing| standing.change)
}

/// Paper 003 with the five percent of the workspace, worked out by hand.
const SAMPLE: &[(&str, Verdict)] = &[
    ("ni-116", NO_FIGURE),  // *See comment at bottom of table
    ("ni-153", MET),        // 27.3 below 29.8
    ("ni-187a", NO_TARGET), // N/A
    ("ni-187b", CLOSE),     // 35.73 of 35.75
    ("lsp-tp1e", MISSED),   // 5,971 of 6,700; down to 6,365 is close
    ("ni-92", MISSED),      // 39.8 above 33.3
    ("ni-102a", NO_TARGET), // New indicator no target set
    ("ni-102b", NO_TARGET), // the same
    ("ni-118", NO_FIGURE),  // Result not yet available
    ("ni-117", MISSED),     // 9.5 above 8.9; up to 9.345 is close
    ("ni-158", MISSED),     // 18.5 above 15
    ("ni-88", MET),         // 80 of 74
    ("ni-112", MISSED),     // 48.1 above 45; up to 47.25 is close
    ("ni-63", CLOSE),       // 71.3 of 72
    ("ni-66", CLOSE),       // 78.2 of 80
    ("ni-50", NO_TARGET),   // only 2009/10: Targets to be set
    ("ni-58", NO_TARGET),   // the same
    ("ni-54", NO_FIGURE),   // not applicable
    ("lsp-hw2b-i", MISSED), // 82.1 above 75.4; up to 79.17 is close
    ("ni-79", CLOSE),       // 68 of 68.6
    ("ni-80", CLOSE),       // 42 of 43
    ("ni-45", MET),         // 76.24 of 73
    ("ni-148", MISSED),     // 68.9 of 76.6; down to 72.77 is close
    ("ni-72", CLOSE),       // 47.2 of 48.5
    ("ni-73", NO_TARGET),   // There is no target for the 2007/08 academic year
    ("ni-76", NO_TARGET),   // the same, and in the next four
    ("ni-93", NO_TARGET),
    ("ni-94", NO_TARGET),
    ("ni-99", NO_TARGET),
    ("ni-100", NO_TARGET),
    ("ni-110", NO_TARGET), // only 2010/11
    ("ni-6", NO_TARGET),   // Baseline and target to be set through Place Survey
];

#[test]
fn the_indicators_of_the_sample_stand_as_their_paper_says() {
    let workspace = read(include_str!("../../../tests/data/trackers-2008-q4.json"));
    let verdicts: Vec<_> = workspace
        .indicators
        .iter()
        .map(|indicator| {
            (
                indicator.id.as_str(),
                standing(&workspace, indicator, moment("2008/09 Q4")).verdict,
            )
        })
        .collect();
    assert_eq!(verdicts, SAMPLE);
}

#[test]
fn a_result_meets_the_target_of_its_column_then_the_shortest_around_it_then_the_period_spoken_of() {
    let rows = [
        // Its own column, though a longer one holds it too.
        (
            r#""results":[{"reported":"2010/11 Q2","value":50}],
               "targets":[{"reported":"2010/11","value":90},{"reported":"2010/11 Q2","value":40}]"#,
            MET,
        ),
        // No column of its own: the half is shorter than the year.
        (
            r#""results":[{"reported":"2010/11 Q2","value":50}],
               "targets":[{"reported":"2010/11","value":90},{"reported":"2010/11 H1","value":50}]"#,
            MET,
        ),
        // The column counts before the period: a school year reported in 2008/09 (paper 003, line 60).
        (
            r#""results":[{"reported":"2008/09","period":"2007/08 AY","value":80}],
               "targets":[{"reported":"2008/09","value":74},{"period":"2007/08 AY","value":90}]"#,
            MET,
        ),
        // No column fits, the period spoken of does.
        (
            r#""results":[{"reported":"2008/09","period":"2007/08 AY","value":80}],
               "targets":[{"reported":"2007/08","period":"2007/08 AY","value":90}]"#,
            MISSED,
        ),
        // A period is its own column where none is given, and however it is spelt.
        (
            r#""results":[{"period":"2008/09","value":80}],"targets":[{"reported":"08/09","value":74}]"#,
            MET,
        ),
        // Another year's target says nothing.
        (
            r#""results":[{"reported":"2008/09","value":80}],"targets":[{"reported":"2009/10","value":74}]"#,
            NO_TARGET,
        ),
        // A part of the population has its own target.
        (
            r#""results":[{"reported":"2008/09","value":80,"breakdown":"girls"}],
               "targets":[{"reported":"2008/09","value":90},{"reported":"2008/09","value":70,"breakdown":"girls"}]"#,
            MET,
        ),
        (
            r#""results":[{"reported":"2008/09","value":80,"breakdown":"girls"}],"targets":[{"reported":"2008/09","value":90}]"#,
            NO_TARGET,
        ),
        // An unreadable period takes part in nothing.
        (
            r#""results":[{"reported":"2008/09","value":80}],"targets":[{"reported":"this year","value":74}]"#,
            NO_TARGET,
        ),
    ];
    for (fields, verdict) in rows {
        assert_eq!(
            judged(&format!(r#""polarity":"rise",{fields}"#), "2010/11 Q4"),
            verdict,
            "{fields}"
        );
    }
}

#[test]
fn of_several_targets_all_are_judged_and_the_worst_counts() {
    // NI 45 with the target of a notice beside the plan's (domain rules, section 2).
    let fields = r#""polarity":"rise","results":[{"reported":"2010/11","value":80}],
        "targets":[{"reported":"2010/11","value":78},{"reported":"2010/11","value":85,"set_by":"Improvement Notice"},
            {"reported":"2010/11","text":"subject to review"}]"#;
    stand(fields, "2010/11", |standing| {
        let verdicts: Vec<_> = standing
            .against
            .iter()
            .map(|(target, verdict)| (target.set_by.as_str(), *verdict))
            .collect();
        assert_eq!(
            verdicts,
            [("", MET), ("Improvement Notice", MISSED), ("", NO_TARGET)]
        );
        assert_eq!(standing.verdict, MISSED);
    });
}

#[test]
fn where_sources_differ_on_a_target_the_one_written_last_counts() {
    // NI 92 in 2010/11: 31.35 and 31.4 in paper 003 (lines 16 and 338), 30.0 in paper 001 (line 1503).
    let fields = r#""polarity":"fall","results":[{"reported":"2010/11","value":30.6}],
        "targets":[{"reported":"2010/11","value":31.35},{"reported":"2010/11","value":30}]"#;
    stand(fields, "2010/11", |standing| {
        let values: Vec<_> = standing
            .against
            .iter()
            .map(|(target, _)| target.value.map(Number::get))
            .collect();
        assert_eq!((values, standing.verdict), (vec![Some(30.0)], CLOSE));
    });
}

#[test]
fn the_tolerance_is_that_of_the_target_then_the_indicator_then_the_workspace_then_five_percent() {
    let rows = [
        ("", "", "", CLOSE),
        (r#""tolerance":{"percent":1},"#, "", "", MISSED),
        (
            r#""tolerance":{"percent":1},"#,
            r#""tolerance":{"points":4},"#,
            "",
            CLOSE,
        ),
        (
            r#""tolerance":{"percent":9},"#,
            r#""tolerance":{"points":4},"#,
            r#""tolerance":{"points":3},"#,
            MISSED,
        ),
        (
            "",
            r#""tolerance":{"points":1},"#,
            r#""tolerance":{"floor":96},"#,
            CLOSE,
        ),
        ("", "", r#""tolerance":{"floor":97},"#, MISSED),
        // A tolerance that says nothing is passed over.
        (
            r#""tolerance":{"percent":1},"#,
            r#""tolerance":{"note":"?"},"#,
            "",
            MISSED,
        ),
    ];
    for (of_workspace, of_indicator, of_target, verdict) in rows {
        let text = format!(
            r#"{{{of_workspace}"indicators":[{{"id":"i",{of_indicator}"polarity":"rise",
                "targets":[{{"reported":"2008/09",{of_target}"value":100}}],"results":[{{"reported":"2008/09","value":96}}]}}]}}"#
        );
        let workspace = read(&text);
        let indicator = workspace.indicators.at(0).unwrap();
        assert_eq!(
            standing(&workspace, indicator, moment("2008/09")).verdict,
            verdict,
            "{text}"
        );
    }
}

#[test]
fn what_is_missing_gives_no_judgement_and_never_a_good_one() {
    let target = r#""targets":[{"reported":"2008/09","value":10}]"#;
    let result = r#""results":[{"reported":"2008/09","value":10}]"#;
    let rows = [
        (format!(r#""polarity":"fall",{target}"#), NO_FIGURE),
        (
            format!(
                r#""polarity":"fall",{target},"results":[{{"reported":"2008/09","text":"Not completed"}}]"#
            ),
            NO_FIGURE,
        ),
        (
            format!(
                r#""polarity":"fall",{target},"results":[{{"reported":"2008/09","text":"<5"}}]"#
            ),
            NO_FIGURE,
        ),
        (format!(r#""polarity":"fall",{result}"#), NO_TARGET),
        (
            format!(
                r#""polarity":"fall",{result},"targets":[{{"reported":"2008/09","text":"N/A"}}]"#
            ),
            NO_TARGET,
        ),
        (format!("{target},{result}"), NO_POLARITY),
        (
            format!(r#""polarity":"tall",{target},{result}"#),
            NO_POLARITY,
        ),
        (format!(r#""polarity":"range",{target},{result}"#), NO_BAND),
        (r#""polarity":"rise""#.to_owned(), NO_FIGURE),
    ];
    for (fields, verdict) in rows {
        assert_eq!(judged(&fields, "2008/09"), verdict, "{fields}");
        assert_eq!(verdict.mark(), "-");
    }
}

#[test]
fn a_part_of_a_year_that_adds_up_is_not_due_before_the_year_ends() {
    let fields = |adds: &str, period: &str| {
        format!(
            r#""polarity":"rise","adds":"{adds}","targets":[{{"reported":"2010/11","value":100}}],"results":[{{"reported":"{period}","value":40}}]"#
        )
    };
    let rows = [
        ("sum", "2010/11 Q2", Verdict::NotDue),
        ("to_date", "2010/11 H1", Verdict::NotDue),
        // A cumulative figure of the last quarter is the year's.
        ("to_date", "2010/11 Q4", MISSED),
        ("ratio", "2010/11 Q2", MISSED),
        ("mean", "2010/11 Q2", MISSED),
        ("latest", "2010/11 Q2", MISSED),
        ("sum", "2010/11", MISSED),
    ];
    for (adds, period, verdict) in rows {
        assert_eq!(
            judged(&fields(adds, period), "2010/11 Q4"),
            verdict,
            "{adds} {period}"
        );
    }
}

#[test]
fn the_data_quality_is_that_of_the_result_else_of_the_indicator() {
    let rows = [
        (
            r#""results":[{"reported":"2008/09","data_quality":{"level":"some_concerns"}}],"data_quality":{"level":"no_concerns"}"#,
            Some(Quality::SomeConcerns),
        ),
        (
            r#""results":[{"reported":"2008/09"}],"data_quality":{"level":"no_concerns"}"#,
            Some(Quality::NoConcerns),
        ),
        // A note without a level is of this result: the general level does not speak for it.
        (
            r#""results":[{"reported":"2008/09","data_quality":{"note":"?"}}],"data_quality":{"level":"no_concerns"}"#,
            None,
        ),
        (r#""results":[{"reported":"2008/09"}]"#, None),
    ];
    for (fields, quality) in rows {
        assert_eq!(
            stand(fields, "2008/09", |standing| standing.quality),
            quality,
            "{fields}"
        );
    }
}
