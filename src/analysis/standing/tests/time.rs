//! Which result is shown at a moment, and with which one it is compared.

use super::*;

#[test]
fn the_newest_result_known_then_is_shown_and_a_figure_before_words() {
    let of_quarters = r#""results":[{"reported":"2010/11 Q2","value":2},{"reported":"2010/11 Q1","value":1},{"reported":"2010/11 Q3","value":3}]"#;
    let rows = [
        (of_quarters, "2010/11 Q1", Some(1.0)),
        (of_quarters, "2010/11 Q2", Some(2.0)),
        (of_quarters, "2011/12", Some(3.0)),
        (of_quarters, "2009/10 Q4", None),
        // Known by the column it was reported in, not by the period it speaks of.
        (
            r#""results":[{"reported":"2008/09 Q2","period":"2007","value":1}]"#,
            "2008/09 Q1",
            None,
        ),
        // In one column the later period, the whole before a part, a figure before words, the last written.
        (
            r#""results":[{"reported":"2008/09","period":"2008","value":2},{"reported":"2008/09","period":"2007","value":1}]"#,
            "2008/09",
            Some(2.0),
        ),
        (
            r#""results":[{"reported":"2008/09","value":1},{"reported":"2008/09","value":2,"breakdown":"girls"}]"#,
            "2008/09",
            Some(1.0),
        ),
        (
            r#""results":[{"reported":"2008/09","value":1},{"reported":"2008/09","text":"n/a"}]"#,
            "2008/09",
            Some(1.0),
        ),
        (
            r#""results":[{"reported":"2008/09","value":1},{"reported":"2008/09","value":2}]"#,
            "2008/09",
            Some(2.0),
        ),
        // Words of a newer column hide an older figure: nothing is carried forward.
        (
            r#""results":[{"reported":"2007/08","value":1},{"reported":"2008/09","text":"n/a"}]"#,
            "2008/09",
            None,
        ),
    ];
    for (fields, period, value) in rows {
        assert_eq!(shown(fields, period), value, "{fields} in {period}");
    }
}

#[test]
fn the_direction_is_against_last_year_where_it_is_seasonal_else_against_the_figure_before() {
    let quarters = r#""polarity":"fall","results":[{"period":"2009/10 Q2","value":10},{"period":"2010/11 Q1","value":20},{"period":"2010/11 Q2","value":15}]"#;
    let seasonal = format!(r#""seasonal":true,{quarters}"#);
    let to_date = format!(r#""adds":"to_date",{quarters}"#);
    let rows = [
        (quarters, Some(Change::Better)),
        (&seasonal, Some(Change::Worse)),
        (&to_date, Some(Change::Worse)),
        // NI 72: school years, 47 to 47.2 is within half a point (paper 003, line 335).
        (
            r#""polarity":"rise","baselines":[{"period":"2006/07 AY","value":47}],"results":[{"reported":"2008/09","period":"2007/08 AY","value":47.2}]"#,
            Some(Change::Same),
        ),
        // NI 80: 41 to 42 (line 260).
        (
            r#""polarity":"rise","baselines":[{"period":"2006/07 AY","value":41}],"results":[{"reported":"2008/09","period":"2007/08 AY","value":42}]"#,
            Some(Change::Better),
        ),
        // A school year before the one before is not last year.
        (
            r#""polarity":"rise","baselines":[{"period":"2005/06 AY","value":41}],"results":[{"period":"2007/08 AY","value":42}]"#,
            None,
        ),
        // Another kind of period, no date, no polarity, another part: nothing to compare with.
        (
            r#""polarity":"rise","baselines":[{"period":"2007","value":1}],"results":[{"period":"2008/09","value":9}]"#,
            None,
        ),
        (
            r#""polarity":"rise","baselines":[{"value":1}],"results":[{"period":"2008/09","value":9}]"#,
            None,
        ),
        (
            r#""baselines":[{"period":"2007/08","value":1}],"results":[{"period":"2008/09","value":9}]"#,
            None,
        ),
        (
            r#""polarity":"rise","results":[{"period":"2007/08","value":1,"breakdown":"girls"},{"period":"2008/09","value":9}]"#,
            None,
        ),
        // From zero, and in a band.
        (
            r#""polarity":"rise","results":[{"period":"2007/08","value":0},{"period":"2008/09","value":9}]"#,
            Some(Change::Better),
        ),
        (
            r#""polarity":"range","targets":[{"reported":"2008/09","low":4,"high":6}],"results":[{"period":"2007/08","value":9},{"period":"2008/09","value":5}]"#,
            Some(Change::Better),
        ),
        (
            r#""polarity":"range","targets":[{"reported":"2008/09","value":5}],"results":[{"period":"2007/08","value":9},{"period":"2008/09","value":5}]"#,
            None,
        ),
    ];
    for (fields, change) in rows {
        assert_eq!(changed(fields, "2010/11 Q4"), change, "{fields}");
    }
}

#[test]
fn a_past_view_compares_with_what_was_known_then() {
    // 2006/07 was 41 as first reported, and 45 as revised a year later.
    let fields = r#""polarity":"rise","results":[
        {"reported":"2007/08","period":"2006/07 AY","value":41},
        {"reported":"2008/09","period":"2007/08 AY","value":42},
        {"reported":"2009/10","period":"2006/07 AY","value":45}]"#;
    assert_eq!(changed(fields, "2008/09"), Some(Change::Better));
    assert_eq!(
        stand(fields, "2008/09", |standing| standing.run.clone()),
        [41.0, 42.0]
    );
    assert_eq!(
        stand(fields, "2009/10", |standing| standing.run.clone()),
        [45.0, 42.0]
    );
}
