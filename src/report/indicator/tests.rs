use super::*;
use crate::domain::kind::Kind;
use crate::report::tests::{printed, sample, workspace};

fn judged(inner: &str) -> Vec<String> {
    let workspace = workspace(&format!(
        r#""indicators":[{{"id":"i","unit":"percent",{inner}}}]"#
    ));
    let indicator = workspace.indicators.get("i").unwrap();
    let moment = Moment::new(&workspace, None, None);
    explained(
        &workspace,
        indicator,
        &standing(&workspace, indicator, moment),
    )
}

#[test]
fn a_judgement_is_explained_by_its_figures_and_its_rule() {
    let result =
        |value: f64| format!(r#""results":[{{"id":"r","reported":"2010/11 Q2","value":{value}}}]"#);
    let target = |rest: &str| format!(r#""targets":[{{"id":"t","reported":"2010/11",{rest}}}]"#);
    let rows = [
        (
            "rise",
            81.3,
            r#""value":86"#,
            "81.3 % is 4.7 below the target of 86 % for 2010/11, more than 5 % of it: missed.",
        ),
        (
            "rise",
            84.0,
            r#""value":86"#,
            "84 % is 2 below the target of 86 % for 2010/11, within 5 % of it: close.",
        ),
        (
            "rise",
            86.0,
            r#""value":86"#,
            "86 % is exactly the target of 86 % for 2010/11: met.",
        ),
        (
            "fall",
            9.5,
            r#""value":8.9"#,
            "9.5 % is 0.6 above the target of 8.9 % for 2010/11, more than 5 % of it: missed.",
        ),
        (
            "fall",
            8.0,
            r#""value":8.9"#,
            "8 % is 0.9 below the target of 8.9 % for 2010/11: met.",
        ),
        (
            "rise",
            83.0,
            r#""value":86,"tolerance":{"points":2}"#,
            "83 % is 3 below the target of 86 % for 2010/11, more than the 2 allowed: missed.",
        ),
        (
            "rise",
            83.0,
            r#""value":86,"tolerance":{"floor":80}"#,
            "83 % is 3 below the target of 86 % for 2010/11, within the limit of 80: close.",
        ),
        (
            "range",
            12.0,
            r#""low":10,"high":14"#,
            "12 % is inside the band of 10 to 14 % for 2010/11: met.",
        ),
        (
            "range",
            16.0,
            r#""value":12,"width":2"#,
            "16 % is 2 above the band of 10 to 14 % for 2010/11, more than 5 % of it: missed.",
        ),
        (
            "range",
            12.0,
            r#""value":12"#,
            "No judgement: a range needs a band, and the target gives one number.",
        ),
        (
            "rise",
            12.0,
            r#""text":"to be set""#,
            "No judgement: no target in figures for this period.",
        ),
    ];
    for (polarity, value, rest, sentence) in rows {
        let inner = format!(
            r#""polarity":"{polarity}",{},{}"#,
            target(rest),
            result(value)
        );
        assert_eq!(judged(&inner), [sentence], "{inner}");
    }
}

#[test]
fn of_several_targets_each_is_explained_and_the_worst_counts() {
    let sentences = judged(
        r#""polarity":"rise","targets":[{"id":"a","reported":"2010/11","value":80,"set_by":"the plan"},
        {"id":"b","reported":"2010/11","value":90,"set_by":"the Improvement Notice"}],
        "results":[{"id":"r","reported":"2010/11 Q2","value":84}]"#,
    );
    assert_eq!(
        sentences,
        [
            "84 % is 4 above the target of 80 % for 2010/11 set by the plan: met.",
            "84 % is 6 below the target of 90 % for 2010/11 set by the Improvement Notice, more than 5 % of it: missed.",
            "The worst of them counts: target missed.",
        ]
    );
}

#[test]
fn a_part_of_a_year_is_not_due_yet() {
    let sentences = judged(
        r#""polarity":"rise","adds":"sum","targets":[{"id":"a","reported":"2010/11","value":80}],
        "results":[{"id":"r","reported":"2010/11 Q2","value":30}]"#,
    );
    assert_eq!(
        sentences,
        ["Not due yet: part of a year against the year's target."]
    );
}

#[test]
fn an_indicator_without_a_result_says_so() {
    assert_eq!(
        judged(r#""polarity":"rise""#),
        ["No judgement: no result in figures."]
    );
}

#[test]
fn an_indicator_shows_all_its_figures_with_where_they_come_from() {
    insta::assert_snapshot!(printed(&sample(), Kind::Indicator, "ni-153", 80), @r"
    NI 153  Working age people claiming out of work benefits in the worst performing
            neighbourhoods

    27.3 %  2008/09 Q3, reported in 2008/09   target met

    Good is       lower (fall)
    Measured in   percent
    Reported      quarterly
    Lag           6 months
    Data quality  no concerns

    Judgement  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    27.3 % is 2.5 below the target of 29.8 % for 2008/09: met.

    Figures  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Period      Reported  What      Figure  Details               Source
    2007                  baseline  30.4 %  published as 30.4%    paper 003, line 12
                                            (2007)
    2008/09               target    29.8 %                        paper 003, line 12
    2008/09 Q3  2008/09   result    27.3 %  published as 27.3%    paper 003, line 12
                                            (Qtr 3); data: no
                                            concerns; The cell
                                            says only Qtr 3;
                                            read as quarter 3 of
                                            the column's year.
                                            The footnote counts
                                            quarters of the
                                            calendar year, so it
                                            may be July to
                                            September 2008
    2009/10               target    29.2 %                        paper 003, line 12
    2010/11               target    28.4 %                        paper 003, line 12

    Priorities that list it  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code   Priority                                Rating     Indicators
    TP-3b  Reduce the number of children in         A  amber  1 met 1 close 4 missed
           poverty

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 12, line 27
    Note        Polarity and frequency from paper 001, line 1702. Footnote:
                published nationally by DWP six months late; when it was written the
                newest figure was quarter 2 of 2007, the same as the baseline, with
                an update expected on 1 September 2008.
    ");
}
