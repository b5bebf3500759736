//! Files that look wrong and are not.

pub(super) const INNOCENT: &[&str] = &[
    // HW-3a names two priorities, in different years (domain rules, section 2).
    r#"{"priorities":[
            {"id":"a","code":"HW-1d","title":"T","former_codes":[{"code":"HW-3a","in":"2008/09"}]},
            {"id":"b","code":"HW-3a","title":"T","updates":[{"period":"2010/11 Q2"}]}]}"#,
    // A retired indicator leaves its code to the one that follows it.
    r#"{"indicators":[{"id":"a","code":"NI 1","title":"T","retired_from":"2010/11"},{"id":"b","code":"NI 1","title":"T"}]}"#,
    // Codes of different kinds, and records without one.
    r#"{"themes":[{"id":"a","code":"HW","title":"T"}],"priorities":[{"id":"b","code":"HW","title":"T"},{"id":"c","title":"T"},{"id":"d","title":"T"}]}"#,
    // CYPP-P1-3 is not CYPP-P13.
    r#"{"indicators":[{"id":"a","code":"CYPP-P1-3","title":"T"},{"id":"b","code":"CYPP-P13","title":"T"}]}"#,
    // Cut and rounded fractions (paper 003, lines 143 and 60), and trailing zeros.
    r#"{"indicators":[{"id":"i","title":"T","unit":"percent","results":[
            {"reported":"2008/09","value":78.2,"numerator":985,"denominator":1258},
            {"reported":"2007/08","value":80,"numerator":212,"denominator":264,"text":"80.0% (212/264)"}]}]}"#,
    // A target that is a change may be negative; so may a difference of two percentages.
    r#"{"indicators":[{"id":"i","title":"T","unit":"percent","polarity":"rise","targets":[{"reported":"2008/09","value":-3,"change_from":"2007/08"}]},
            {"id":"j","title":"T","unit":"percentage_points","results":[{"reported":"2008/09","value":-3}]}]}"#,
    // Two who set targets for one period, parts of a population, figures without a period.
    r#"{"indicators":[{"id":"i","title":"T","polarity":"rise",
            "baselines":[{"value":1},{"value":2}],
            "targets":[{"reported":"2010/11","value":1},{"reported":"2010/11","value":2,"set_by":"Improvement Notice"}],
            "results":[{"reported":"2010/11","value":1},{"reported":"2010/11","value":2,"breakdown":"girls"}]}]}"#,
    // A school year and the financial year that reports it.
    r#"{"indicators":[{"id":"i","title":"T","results":[{"reported":"2008/09","period":"2007/08 AY","value":1},{"reported":"2008/09","value":2}]}]}"#,
    // Parts that do not fill the whole, and a rule that does not add.
    r#"{"indicators":[{"id":"i","title":"T","adds":"sum","results":[{"period":"2010/11 Q1","value":1},{"period":"2010/11 Q2","value":1},{"period":"2010/11","value":9}]},
            {"id":"j","title":"T","adds":"latest","results":[{"period":"2010/11 H1","value":1},{"period":"2010/11 H2","value":1},{"period":"2010/11","value":9}]}]}"#,
    // Months fill quarters and quarters the year: every whole has its own parts.
    r#"{"indicators":[{"id":"i","title":"T","unit":"number","adds":"sum","results":[
            {"period":"2010-04","value":1},{"period":"2010-05","value":1},{"period":"2010-06","value":1},{"period":"2010/11 Q1","value":3},
            {"period":"2010/11 Q2","value":1},{"period":"2010/11 Q3","value":1},{"period":"2010/11 Q4","value":1},{"period":"2010/11","value":6}]}]}"#,
    // Words instead of a target need no polarity and no band.
    r#"{"indicators":[{"id":"i","title":"T","targets":[{"reported":"2008/09","text":"N/A"}]},
            {"id":"j","title":"T","polarity":"range","targets":[{"reported":"2008/09","text":"N/A"},{"reported":"2009/10","value":5,"width":1}]}]}"#,
    // Closed, on hold, open-ended, or moved: not late.
    r#"{"actions":[
            {"id":"a","title":"T","timescale":{"text":"Dec 2008"},"progress":[{"period":"2008/09 Q4","status":"completed"}]},
            {"id":"b","title":"T","timescale":{"text":"Dec 2008 - on hold"},"progress":[{"period":"2008/09 Q4"}]},
            {"id":"c","title":"T","timescale":{"text":"Dec 2008 and ongoing"},"progress":[{"period":"2008/09 Q4"}]},
            {"id":"d","title":"T","timescale":{"text":"May 2009","was":[{"text":"Dec 2008","on":"2009-02-01"}]},"progress":[{"period":"2008/09 Q4"}]}]}"#,
    // Days given beside words that say none.
    r#"{"actions":[{"id":"a","title":"T","timescale":{"text":"See Next Steps column","dates":["2009-06-30"]}}]}"#,
    // Approved on the last day, by two people; line ends and tabs are text.
    r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2010/11 Q2","summary":"a\n\tb",
            "approvals":[{"role":"officer","by":["A"],"on":"2010-09-30"},{"role":"director","by":["B",""],"on":"2010-10-29"}]}]}]}"#,
    // One tracker is not rated, so that only the published counts are known.
    r#"{"boards":[{"id":"c","title":"C"}],"periods":[{"period":"2009/10 Q4","published_ratings":[{"board":"c","red":6}]}],
            "priorities":[{"id":"a","title":"T","boards":["c"],"updates":[{"period":"2009/10 Q4"}]}]}"#,
    // What papers write for a time.
    r#"{"recommendations":[{"id":"r","text":"T","made":"6 May 2008","review_again":"Autumn 2011","due":{"text":"By end of Q1"},"updates":[{"at":"Dec 2010"}]}]}"#,
];
