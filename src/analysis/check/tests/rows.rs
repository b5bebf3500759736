//! Files with one thing wrong each: references, codes, words and texts.

/// What stands in a file, and the one finding that it gives: code, pointer, record.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static str);

pub(super) const REFERENCES: &[Row] = &[
    (
        r#"{"themes":[{"id":"ln","title":"T","plan":"lsp"}]}"#,
        "reference-dangles",
        "/themes/0/plan",
        "theme:ln",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","theme":"ln"}]}"#,
        "reference-dangles",
        "/priorities/0/theme",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","boards":["children"]}]}"#,
        "reference-dangles",
        "/priorities/0/boards/0",
        "priority:p",
    ),
    (
        r#"{"indicators":[{"id":"ni-1","title":"T"}],
            "priorities":[{"id":"p","title":"T","indicators":["ni-1","ni-2"]}]}"#,
        "reference-dangles",
        "/priorities/0/indicators/1",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","links":[{"plan":"cypp","ref":"5.1"}]}]}"#,
        "reference-dangles",
        "/priorities/0/links/0/plan",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","split":{"from":"q","in":"2009/10 Q4"}}]}"#,
        "reference-dangles",
        "/priorities/0/split/from",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","joint_with":["q"]}]}]}"#,
        "reference-dangles",
        "/priorities/0/updates/0/joint_with/0",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","indicators":["ni-1"]}]}]}"#,
        "reference-dangles",
        "/priorities/0/updates/0/indicators/0",
        "priority:p",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","priority":"p"}]}"#,
        "reference-dangles",
        "/actions/0/priority",
        "action:a",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","recommendations":["jar-4"]}]}"#,
        "reference-dangles",
        "/actions/0/recommendations/0",
        "action:a",
    ),
    (
        r#"{"highlights":[{"id":"h","heading":"H","concerns":["priority:p"]}]}"#,
        "reference-dangles",
        "/highlights/0/concerns/0",
        "highlight:h",
    ),
    (
        r#"{"highlights":[{"id":"h","heading":"H","concerns":["NI 117"]}]}"#,
        "reference-dangles",
        "/highlights/0/concerns/0",
        "highlight:h",
    ),
    (
        r#"{"answers":[{"id":"a","concerns":"priority:p"}]}"#,
        "reference-dangles",
        "/answers/0/concerns",
        "answer:a",
    ),
    (
        r#"{"periods":[{"period":"2009/10 Q4","published_ratings":[{"board":"children","red":6}]}]}"#,
        "reference-dangles",
        "/periods/0/published_ratings/0/board",
        "period:2009/10 Q4",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","inquiry":"i"}]}"#,
        "reference-dangles",
        "/recommendations/0/inquiry",
        "recommendation:r",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","part_of":"s"}]}"#,
        "reference-dangles",
        "/recommendations/0/part_of",
        "recommendation:r",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","routes":[{"via":{"monitor":"m"}}]}]}"#,
        "reference-dangles",
        "/recommendations/0/routes/0/via/monitor",
        "recommendation:r",
    ),
    (
        r#"{"programme":{"items":[{"id":"i","title":"T","board":"children"}]}}"#,
        "reference-dangles",
        "/programme/items/0/board",
        "item:i",
    ),
];

pub(super) const CODES: &[Row] = &[
    (
        r#"{"indicators":[{"id":"a","code":"NI 117","title":"T"},{"id":"b","code":"ni-117","title":"T"}]}"#,
        "code-doubled",
        "/indicators/1/code",
        "indicator:b",
    ),
    (
        r#"{"priorities":[
            {"id":"a","code":"HW-1d","title":"T","former_codes":[{"code":"HW-2a","in":"2008/09"}]},
            {"id":"b","code":"HW-1e","title":"T","former_codes":[{"code":"HW 2a","in":"2008/09 Q4"}]}]}"#,
        "code-doubled",
        "/priorities/1/former_codes/0",
        "priority:b",
    ),
    // Once for the two, though they clash in every period.
    (
        r#"{"priorities":[
            {"id":"a","code":"HW-1d","title":"T","updates":[{"period":"2008/09 Q4"},{"period":"2009/10 Q1"}]},
            {"id":"b","code":"HW-1d","title":"T","updates":[{"period":"2008/09 Q4"},{"period":"2009/10 Q1"}]}]}"#,
        "code-doubled",
        "/priorities/1/code",
        "priority:b",
    ),
    // The second one had a tracker in 2008/09, and no former code says that it was called otherwise.
    (
        r#"{"priorities":[
            {"id":"a","code":"HW-1d","title":"T","former_codes":[{"code":"HW-2a","in":"2008/09"}]},
            {"id":"b","code":"HW-2a","title":"T","updates":[{"period":"2008/09 Q4"}]}]}"#,
        "code-doubled",
        "/priorities/1/updates/0",
        "priority:b",
    ),
];

pub(super) const WORDS: &[Row] = &[
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","rating":"Amber"}]}]}"#,
        "choice-unknown",
        "/priorities/0/updates/0/rating",
        "priority:p",
    ),
    (
        r#"{"ratings":["red","ambr","green"]}"#,
        "choice-unknown",
        "/ratings/1",
        "workspace:",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","officers":[{"role":"boss","post":"Head"}]}]}"#,
        "choice-unknown",
        "/priorities/0/officers/0/role",
        "priority:p",
    ),
    (
        r#"{"plans":[{"id":"c","title":"T"}],
            "priorities":[{"id":"p","title":"T","links":[{"plan":"c","strength":"close"}]}]}"#,
        "choice-unknown",
        "/priorities/0/links/0/strength",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","direction":"up"}]}]}"#,
        "choice-unknown",
        "/priorities/0/updates/0/direction",
        "priority:p",
    ),
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","approvals":[{"role":"boss"}]}]}]}"#,
        "choice-unknown",
        "/priorities/0/updates/0/approvals/0/role",
        "priority:p",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","polarity":"tall"}]}"#,
        "choice-unknown",
        "/indicators/0/polarity",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","frequency":"yearly"}]}"#,
        "choice-unknown",
        "/indicators/0/frequency",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","adds":"total"}]}"#,
        "choice-unknown",
        "/indicators/0/adds",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","results":[{"reported":"2008/09","data_quality":{"level":"good"}}]}]}"#,
        "choice-unknown",
        "/indicators/0/results/0/data_quality/level",
        "indicator:i",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","progress":[{"period":"2008/09 Q4","status":"done"}]}]}"#,
        "choice-unknown",
        "/actions/0/progress/0/status",
        "action:a",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":"per cent"}]}"#,
        "unit-unknown",
        "/indicators/0/unit",
        "indicator:i",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","unit":{"rate_per":0}}]}"#,
        "unit-unknown",
        "/indicators/0/unit",
        "indicator:i",
    ),
    (
        r#"{"ratings":["red","amber","green"],
            "priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","rating":"blue"}]}]}"#,
        "rating-off-scale",
        "/priorities/0/updates/0/rating",
        "priority:p",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","rating":"amber_red"}]}"#,
        "rating-off-scale",
        "/recommendations/0/rating",
        "recommendation:r",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","updates":[{"at":"2010-12","draft_stage":[2,7]}]}]}"#,
        "grade-unknown",
        "/recommendations/0/updates/0/draft_stage/1",
        "recommendation:r",
    ),
    (
        r#"{"recommendations":[{"id":"r","text":"T","updates":[{"at":"2010-12","stage":2.5}]}]}"#,
        "grade-unknown",
        "/recommendations/0/updates/0/stage",
        "recommendation:r",
    ),
    (
        r#"{"judgements":[{"id":"j","subject":"S","grade":0}]}"#,
        "grade-unknown",
        "/judgements/0/grade",
        "judgement:j",
    ),
];

pub(super) const TEXTS: &[Row] = &[
    (
        r#"{"priorities":[{"id":"p","title":"T","updates":[{"rating":"amber"}]}]}"#,
        "key-missing",
        "/priorities/0/updates/0",
        "priority:p",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","progress":[{"text":"Begun"}]}]}"#,
        "key-missing",
        "/actions/0/progress/0",
        "action:a",
    ),
    (
        r#"{"indicators":[{"id":"i","title":"T","former_codes":[{"code":"NI 1"}]}]}"#,
        "key-missing",
        "/indicators/0/former_codes/0",
        "indicator:i",
    ),
    (
        r#"{"views":[{"screen":"actions"}]}"#,
        "key-missing",
        "/views/0",
        "view:",
    ),
    (
        r#"{"actions":[{"id":"a"}]}"#,
        "title-empty",
        "/actions/0",
        "action:a",
    ),
    (
        r#"{"recommendations":[{"id":"r","code":"JAR 4"}]}"#,
        "title-empty",
        "/recommendations/0",
        "recommendation:r",
    ),
    (
        r#"{"programme":{"decisions":[{"id":"d","title":"  "}]}}"#,
        "title-empty",
        "/programme/decisions/0",
        "decision:d",
    ),
    (
        r#"{"title":"Leeds\u0007"}"#,
        "text-control",
        "/title",
        "workspace:",
    ),
    (
        r#"{"abbreviations":{"A/B":"\u202egnihtemos"}}"#,
        "text-control",
        "/abbreviations/A~1B",
        "workspace:",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","note":"a\u2066b","source":[{"paper":"003"}]}]}"#,
        "text-control",
        "/actions/0/note",
        "action:a",
    ),
    (
        r#"{"actions":[{"id":"a","title":"T","colour":"\u001b[31m"}]}"#,
        "text-control",
        "/actions/0/colour",
        "action:a",
    ),
];
