use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn sample() -> Workspace {
    read(include_str!("../../../sample-data/leeds.json"))
}

fn seen(workspace: &Workspace) -> (Index, Moment) {
    (Index::new(workspace), Moment::new(workspace, None, None))
}

#[test]
fn coverage_is_what_the_routes_amount_to() {
    let through = |kind: &str, via: &str, frequency: &str| {
        format!(
            r#"{{"id":"{kind}{via}","kind":"{kind}","via":{{"indicator":"{via}"}}{frequency}}}"#
        )
    };
    let annual = r#","frequency":{"every":"annual"}"#;
    let words = r#","frequency":{"text":"as the plan is"}"#;
    for (routes, stated, expected, worded) in [
        (vec![], "", Coverage::None, false),
        (
            vec![through("direct", "i", annual)],
            "",
            Coverage::Direct,
            false,
        ),
        (
            vec![through("direct", "i", words)],
            "",
            Coverage::Direct,
            true,
        ),
        (vec![through("direct", "i", "")], "", Coverage::None, false),
        (
            vec![through("direct", "gone", annual)],
            "",
            Coverage::None,
            false,
        ),
        (
            vec![through("indirect", "i", annual)],
            "",
            Coverage::Indirect,
            false,
        ),
        (
            vec![through("indirect", "i", "")],
            "",
            Coverage::Indirect,
            false,
        ),
        (
            vec![through("indirect", "gone", annual)],
            "",
            Coverage::None,
            false,
        ),
        (
            vec![through("direct", "i", ""), through("indirect", "i", annual)],
            "",
            Coverage::Indirect,
            false,
        ),
        (
            vec![through("indirect", "i", annual)],
            "direct",
            Coverage::Indirect,
            false,
        ),
        (vec![], "not_applicable", Coverage::NotApplicable, false),
        (
            vec![through("direct", "i", annual)],
            "not_applicable",
            Coverage::NotApplicable,
            false,
        ),
    ] {
        let stated = if stated.is_empty() {
            String::new()
        } else {
            format!(r#","coverage":"{stated}""#)
        };
        let routes = routes.join(",");
        let workspace = read(&format!(
            r#"{{"indicators":[{{"id":"i"}}],"recommendations":[{{"id":"r","routes":[{routes}]{stated}}}]}}"#
        ));
        let (index, moment) = seen(&workspace);
        let recommendation = workspace.recommendations.at(0).unwrap();
        let crosswalk = crosswalk(&workspace, &index, moment, recommendation);
        assert_eq!(
            (crosswalk.coverage, crosswalk.worded),
            (expected, worded),
            "{routes}{stated}"
        );
    }
}

/// Paper 000 judges each of its recommendations: direct monitoring is in place for all of them but
/// APA 7, which only the safeguarding tracker touches on (line 42), and JAR 10, for which it says that none
/// is needed. JAR 3, JAR 7, APA 1, APA 4, APA 6, APA 9 and APA 14 are monitored at a frequency in words.
#[test]
fn the_crosswalk_of_the_sample_is_that_of_the_overview() {
    let workspace = sample();
    let (index, moment) = seen(&workspace);
    let of_overview = workspace
        .recommendations
        .iter()
        .filter(|it| it.code.starts_with("JAR") || it.code.starts_with("APA"));
    for recommendation in of_overview {
        let code = recommendation.code.as_str();
        let expected = match code {
            "APA 7" => Coverage::Indirect,
            "JAR 10" => Coverage::NotApplicable,
            _ => Coverage::Direct,
        };
        let found = crosswalk(&workspace, &index, moment, recommendation);
        assert_eq!(found.coverage, expected, "{code}");
        let worded = ["JAR 3", "JAR 7", "APA 1", "APA 6", "APA 9", "APA 14"].contains(&code);
        assert_eq!(found.worded, worded, "{code}");
    }
}

#[test]
fn a_route_shows_how_what_it_goes_through_stands_today() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
        "plans":[{"id":"over","to":"2010-03-31"},{"id":"on","to":"2011-03-31"}],
        "priorities":[
            {"id":"red","updates":[{"period":"2010/11 Q2","rating":"red","direction":"improving","joint_with":["served"]}]},
            {"id":"served"},{"id":"silent"},
            {"id":"old","retired_from":"2009/10 Q4","updates":[{"period":"2009/10 Q2","rating":"green"}]}],
        "indicators":[{"id":"missed","polarity":"rise","targets":[{"id":"t","reported":"2009/10","value":90}],
            "results":[{"id":"r","reported":"2009/10","value":50}]},{"id":"empty"}],
        "actions":[{"id":"a","progress":[{"period":"2010/11 Q1","status":"on_track"}]}],
        "recommendations":[{"id":"r","routes":[
            {"id":"1","kind":"direct","via":{"priority":"red"},"frequency":{"every":"quarterly"}},
            {"id":"2","kind":"direct","via":{"priority":"served"},"frequency":{"every":"quarterly"}},
            {"id":"3","kind":"direct","via":{"priority":"silent"},"frequency":{"every":"quarterly"}},
            {"id":"4","kind":"direct","via":{"priority":"old"},"frequency":{"every":"quarterly"}},
            {"id":"5","kind":"direct","via":{"indicator":"missed"},"frequency":{"every":"annual"}},
            {"id":"6","kind":"direct","via":{"indicator":"empty"},"frequency":{"text":"now and then"}},
            {"id":"7","kind":"direct","via":{"action":"a"},"frequency":{"every":"monthly"}},
            {"id":"8","kind":"direct","via":{"plan":"over"},"frequency":{"every":"monthly"}},
            {"id":"9","kind":"indirect","via":{"plan":"on"}},
            {"id":"10","kind":"direct","via":{"priority":"gone"},"frequency":{"every":"monthly"}}]}]}"#,
    );
    let (index, moment) = seen(&workspace);
    let recommendation = workspace.recommendations.at(0).unwrap();
    let found = crosswalk(&workspace, &index, moment, recommendation).routes;
    let said: Vec<String> = found
        .iter()
        .map(|it| {
            let reported = match it.reported {
                Reported::For(period) => period.to_string(),
                Reported::Never => "never".to_owned(),
                Reported::Elsewhere => "elsewhere".to_owned(),
            };
            let troubles: Vec<&str> = it.troubles.iter().map(|trouble| trouble.words()).collect();
            format!(
                "{} | {} | {reported} | {}",
                it.route.id,
                it.words(),
                troubles.join(", ")
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "1 | red improving | 2010/11 Q2 | red",
            "2 | red improving | 2010/11 Q2 | red",
            "3 |  | never | without data",
            "4 |  | 2009/10 Q2 | retired, not reported in time",
            "5 | target missed | 2009/10 | target missed",
            "6 | no judgement | never | without data",
            "7 | on track | 2010/11 Q1 | not reported in time",
            "8 |  | elsewhere | retired",
            "9 |  | elsewhere | at no frequency",
            "10 |  | elsewhere | not in the file",
        ]
    );
}

#[test]
fn gaps_say_what_is_missing_and_why() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
        "priorities":[{"id":"red","code":"LN-1d","updates":[{"period":"2010/11 Q2","rating":"red"}]},
            {"id":"fine","code":"HW-1e","updates":[{"period":"2010/11 Q2","rating":"green"}]},
            {"id":"late","code":"TP-2b","updates":[{"period":"2009/10 Q4","rating":"green"}]}],
        "recommendations":[
            {"id":"none"},
            {"id":"closed","updates":[{"id":"u","at":"2010-09","stage":2}]},
            {"id":"done","completed":{"on":"2010-03"}},
            {"id":"exempt","coverage":"not_applicable"},
            {"id":"indirect","routes":[{"id":"1","kind":"indirect","via":{"priority":"fine"}}]},
            {"id":"unsteady","routes":[{"id":"1","kind":"direct","via":{"priority":"fine"}}]},
            {"id":"only-red","routes":[
                {"id":"1","kind":"direct","via":{"priority":"red"},"frequency":{"every":"half_yearly"}},
                {"id":"2","kind":"indirect","via":{"priority":"fine"}}]},
            {"id":"also-green","boards":["b"],"routes":[
                {"id":"1","kind":"direct","via":{"priority":"red"},"frequency":{"every":"half_yearly"}},
                {"id":"2","kind":"direct","via":{"priority":"fine"},"frequency":{"every":"half_yearly"}}]},
            {"id":"late","boards":["b"],"routes":[
                {"id":"1","kind":"direct","via":{"priority":"late"},"frequency":{"every":"half_yearly"}}]}]}"#,
    );
    let (index, moment) = seen(&workspace);
    let said = |board: Option<&str>| {
        let board = board.map(crate::domain::id::Id::new);
        let found = gaps(&workspace, &index, moment, board.as_ref());
        let said = found.into_iter();
        said.map(|it| {
            format!(
                "{}: {} ({})",
                it.recommendation.id,
                it.words,
                it.reason.word()
            )
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(
        said(None),
        [
            "none: no route is recorded (none)",
            "indirect: no direct route at a frequency (indirect_only)",
            "unsteady: its direct route is at no frequency (none)",
            "only-red: through LN-1d red (only_troubled)",
            "late: TP-2b was due by 30 Sep 2010 (late)",
        ]
    );
    assert_eq!(
        said(Some("b")),
        ["late: TP-2b was due by 30 Sep 2010 (late)"]
    );
}

#[test]
fn the_matrix_has_a_column_for_each_thing_that_monitors() {
    let workspace = sample();
    let (index, _) = seen(&workspace);
    let matrix = matrix(&workspace, &index, None);
    assert_eq!(matrix.rows.len(), workspace.recommendations.len());
    let column = |record: &str, reference: &str| {
        let is = |it: &MatrixColumn| it.record.to_string() == record && it.reference == reference;
        matrix.columns.iter().position(is).unwrap()
    };
    let row = |id: &str| {
        let is = |it: &&MatrixRow| it.recommendation.id.as_str() == id;
        &matrix.rows.iter().find(is).unwrap().cells
    };
    // Paper 000, JAR 8: CYPP priority 9 and the safeguarding tracker directly, HW-1e indirectly.
    assert_eq!(row("jar-8").len(), 3);
    assert_eq!(row("jar-8").get(&column("plan:cypp", "9")), Some(&true));
    assert_eq!(
        row("jar-8").get(&column("priority:safeguarding-vulnerable", "")),
        Some(&true)
    );
    assert_eq!(
        row("jar-8").get(&column("priority:assessment-care-management", "")),
        Some(&false)
    );
    // Every cell leads to a column, priorities stand before indicators, those before plans.
    let cells = matrix.rows.iter().flat_map(|row| row.cells.keys());
    assert!(cells.clone().all(|place| *place < matrix.columns.len()));
    let routes: usize = workspace
        .recommendations
        .iter()
        .map(|it| it.routes.len())
        .sum();
    assert_eq!(cells.count(), routes);
    assert!(column("priority:safeguarding-vulnerable", "") < column("indicator:ni-60", ""));
    assert!(column("indicator:ni-60", "") < column("plan:cypp", "1"));
}

#[test]
fn what_leans_on_a_record_is_found_the_other_way_round() {
    let workspace = sample();
    let (index, _) = seen(&workspace);
    let leans = |records: &[&str]| {
        let records: Vec<RecordRef> = records
            .iter()
            .filter_map(|it| RecordRef::read(it))
            .collect();
        let found = leaning(&workspace, &index, &records);
        let codes = found.iter().map(|it| it.recommendation.code.as_str());
        codes.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(leans(&["indicator:ni-117"]), "JAR 1");
    assert_eq!(
        leans(&["indicator:ni-148", "priority:vulnerable-groups-eet"]),
        "JAR 5, JAR 5"
    );
    assert_eq!(
        leans(&["priority:safeguarding-vulnerable"]),
        "JAR 8, JAR 9, APA 7, APA 12, APA 13"
    );
    assert_eq!(leans(&["priority:local-engagement"]), "");
}
