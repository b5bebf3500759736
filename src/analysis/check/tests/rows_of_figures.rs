//! Files with one thing wrong each: times and figures.

use super::rows::Row;

pub(super) const TIMES: &[Row] = &[
    (
        r#"{"current_period":"2010/11 Q5"}"#,
        "period-unreadable",
        "/current_period",
        "workspace:",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","targets":[{"reported":"next year"}]}]}"#,
        "period-unreadable",
        "/indicators/0/targets/0/reported",
        "indicator:i",
    ),
    (
        r#"{"as_of":"soon"}"#,
        "date-unreadable",
        "/as_of",
        "workspace:",
    ),
    (
        r#"{"boards":[{"id":"c","title":"T","meets":["2010-12-16","16.12"]}]}"#,
        "date-unreadable",
        "/boards/0/meets/1",
        "board:c",
    ),
    (
        r#"{"as_of":"2009-06-31"}"#,
        "date-impossible",
        "/as_of",
        "workspace:",
    ),
    (
        r#"{"as_of":"2009-13-01"}"#,
        "date-impossible",
        "/as_of",
        "workspace:",
    ),
    (
        r#"{"as_of":"31st June 2009"}"#,
        "date-impossible",
        "/as_of",
        "workspace:",
    ),
    // 29 February of no leap year.
    (
        r#"{"as_of":"29/02/2009"}"#,
        "date-impossible",
        "/as_of",
        "workspace:",
    ),
    // 16 December 2010 was a Thursday (paper 001).
    (
        r#"{"as_of":"Friday, 16 December 2010"}"#,
        "date-impossible",
        "/as_of",
        "workspace:",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","review_again":"when ready"}]}"#,
        "time-unread",
        "/recommendations/0/review_again",
        "recommendation:r",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","timescale":{"text":"See Next Steps column"}}]}"#,
        "timescale-unread",
        "/actions/0/timescale/text",
        "action:a",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","trackers":["2008/09 Q4"],
            "milestones":[{"text":"M","timescale":{"text":"31st June and July 2010"}}]}]}"#,
        "timescale-unread",
        "/actions/0/milestones/0/timescale/text",
        "action:a",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","due":{"text":"as soon as may be"}}]}"#,
        "timescale-unread",
        "/recommendations/0/due/text",
        "recommendation:r",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","timescale":{"text":"December 2008"},
            "progress":[{"period":"2008/09 Q4","status":"delayed","reviewed":"2009-03-31"}]}]}"#,
        "timescale-passed",
        "/actions/0/timescale",
        "action:a",
    ),
    // Never reviewed on a day: the period's last one counts.
    (
        r#"{"actions":[{"id":"a","title":"T","milestones":[{"text":"M","timescale":{"text":"Feb 2009"}}],
            "progress":[{"period":"2008/09 Q4"}]}]}"#,
        "timescale-passed",
        "/actions/0/milestones/0/timescale",
        "action:a",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2010/11 Q2",
            "approvals":[{"role":"officer","by":["Head of Service"],"on":"2010-09-29"}]}]}]}"#,
        "approval-early",
        "/priorities/0/updates/0/approvals/0/on",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2010/11 Q2",
            "approvals":[{"role":"officer","by":["Head of Service"]},{"role":"director","by":["A. N. Other","head of  service"]}]}]}]}"#,
        "approval-twice",
        "/priorities/0/updates/0/approvals/1/by",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2010/11 Q2","rating":"green",
            "approvals":[{"role":"officer","by":["A"],"on":"2010-10-29",
                "covers":"05013b4b84dc15f8587a7ae06a63e5da0b3d44b892666c8fe34f152639fcaacf"}]}]}]}"#,
        "approval-changed",
        "/priorities/0/updates/0/approvals/0/covers",
        "priority:p",
    ),
];

pub(super) const FIGURES: &[Row] = &[
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"percent","results":[{"reported":"2008/09","value":101}]}]}"#,
        "percent-range",
        "/indicators/0/results/0/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"percent","forecasts":[{"period":"2008/09","value":-1}]}]}"#,
        "percent-range",
        "/indicators/0/forecasts/0/value",
        "indicator:i",
    ),
    // Paper 003, line 14.
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"percent",
            "results":[{"reported":"2008/09","value":35.73,"numerator":35835,"denominator":100236}]}]}"#,
        "fraction-differs",
        "/indicators/0/results/0/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":{"rate_per":10000},
            "baselines":[{"period":"2007/08","value":8.36,"numerator":1281,"denominator":153230}]}]}"#,
        "fraction-differs",
        "/indicators/0/baselines/0/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"percent",
            "results":[{"reported":"2008/09","value":10,"numerator":1,"denominator":0}]}]}"#,
        "fraction-differs",
        "/indicators/0/results/0/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":{"rate_per":10000},
            "results":[{"reported":"2008/09","value":81.2,"text":"1255 (82.1 per 10,000)"}]}]}"#,
        "text-differs",
        "/indicators/0/results/0/value",
        "indicator:i",
    ),
    // NI 92, paper 003, lines 16 and 338.
    (
        r#"{"indicators":[{"id":"i","title":"T","results":[
            {"reported":"2008/09","period":"2007/08 AY","value":39.7},
            {"reported":"2008/09","period":"2007/08 academic year","value":39.8}]}]}"#,
        "sources-differ",
        "/indicators/0/results/1/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","baselines":[{"period":"2006/07","value":1},{"reported":"2006/07","value":2}]}]}"#,
        "sources-differ",
        "/indicators/0/baselines/1/value",
        "indicator:i",
    ),
    // NI 59: domain rules, section 4.
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"percent","adds":"ratio","results":[
            {"period":"2010-07","numerator":500,"denominator":600},
            {"period":"2010-08","numerator":530,"denominator":700},
            {"period":"2010-09","numerator":600,"denominator":748},
            {"period":"2010/11 Q2","value":79.4}]}]}"#,
        "parts-differ",
        "/indicators/0/results/3/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"number","adds":"sum","results":[
            {"period":"2010/11 H1","value":10},{"period":"2010/11 H2","value":11},{"period":"2010/11","value":22}]}]}"#,
        "parts-differ",
        "/indicators/0/results/2/value",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","polarity":"range","targets":[{"reported":"2008/09","value":5}]}]}"#,
        "band-missing",
        "/indicators/0/targets/0",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","polarity":"range","targets":[{"reported":"2008/09","low":6,"high":5}]}]}"#,
        "band-missing",
        "/indicators/0/targets/0",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","targets":[{"reported":"2008/09","value":5}]}]}"#,
        "polarity-missing",
        "/indicators/0",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","polarity":"rise","targets":[{"reported":"2010/11","value":5}],
            "forecasts":[{"period":"2010/11","value":5.0}]}]}"#,
        "forecast-is-target",
        "/indicators/0/forecasts/0/value",
        "indicator:i",
    ),
    (
        r#"{"current_period":"2010/11 Q2","boards":[{"id":"b","title":"T"}],
            "periods":[{"period":"2010/11 Q2","published_ratings":[{"board":"b","red":1,"amber":0,"green":0}]},
                {"period":"2008/09 Q4","published_ratings":[{"board":"b","red":9,"amber":9,"green":9}]}],
            "priorities":[{"id":"p","title":"T","boards":["b"]},{"id":"q","title":"T","boards":["b"]},
                {"id":"old","title":"T","boards":["b"],"retired_from":"2010/11 Q1"}]}"#,
        "counts-total",
        "/periods/0/published_ratings/0",
        "period:2010/11 Q2",
    ),
    (
        r#"{"current_period":"2010/11 Q2","indicators":[{"id":"i","title":"T","polarity":"rise","adds":"latest",
            "targets":[{"reported":"2010/11","value":90}],"results":[{"reported":"2010/11 Q2","value":60}],
            "forecasts":[{"period":"2010/11","value":95}]}]}"#,
        "forecast-at-odds",
        "/indicators/0/forecasts/0/value",
        "indicator:i",
    ),
    (
        r#"{"current_period":"2010/11 Q2","priorities":[{"id":"p","title":"T","indicators":["i"],
            "updates":[{"period":"2010/11 Q2","rating":"green"}]}],
            "answers":[{"finding":"challenge","concerns":"priority:p","period":"2010/11 Q1","text":"T"}],
            "indicators":[{"id":"i","title":"T","polarity":"rise","targets":[{"reported":"2010/11","value":90}],
            "results":[{"reported":"2010/11 Q2","value":60}]}]}"#,
        "challenge-unanswered",
        "/priorities/0/updates/0/rating",
        "priority:p",
    ),
    // The joint tracker counts once, and the retired priority not at all.
    (
        r#"{"boards":[{"id":"c","title":"C"}],
            "periods":[{"period":"2009/10 Q4","published_ratings":[{"board":"c","red":1,"amber":1,"green":0}]}],
            "priorities":[
                {"id":"a","title":"T","boards":["c"],"updates":[{"period":"2009/10 Q4","rating":"amber","joint_with":["b"]}]},
                {"id":"b","title":"T","boards":["c"]},
                {"id":"d","title":"T","boards":["c"],"retired_from":"2009/10 Q3"}]}"#,
        "counts-differ",
        "/periods/0/published_ratings/0",
        "period:2009/10 Q4",
    ),
];
