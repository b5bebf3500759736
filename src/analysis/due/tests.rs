use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn found(workspace: &Workspace) -> Vec<Due> {
    let moment = Moment::new(workspace, None, None);
    due(workspace, &Index::new(workspace), moment, None)
}

fn line(it: &Due) -> String {
    let late = if it.overdue { " late" } else { "" };
    let officers = it.officers.join(", ");
    format!(
        "{} {} {} [{}] {}{late}",
        it.day, it.kind, it.record.id, it.part, officers
    )
}

fn workspace() -> Workspace {
    read(
        r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
        "priorities":[{"id":"p","officers":[{"role":"lead","post":"Lead"}],"indicators":["i"],
            "updates":[{"period":"2010/11 Q2","rating":"red"}]}],
        "indicators":[{"id":"i","unit":"percent","targets":[
            {"id":"t0","reported":"2009/10","value":70},
            {"id":"t1","reported":"2010/11","value":78,"set_by":"Improvement Notice"},
            {"id":"t2","reported":"2011/12","text":"to be set"}]}],
        "actions":[
            {"id":"a","priority":"p","timescale":{"text":"31 January 2011"},"milestones":[
                {"id":"m1","text":"First part","officers":[{"post":"Manager"}],"timescale":{"text":"30 September 2010"}},
                {"id":"m2","text":"Done part","timescale":{"text":"31 August 2010"},"status":"completed"}]},
            {"id":"ongoing","timescale":{"text":"March 2010 and ongoing"},"officers":[{"post":"Clerk"},{"post":"Manager"}]},
            {"id":"done","timescale":{"text":"March 2010"},"progress":[{"period":"2010/11 Q1","status":"completed"}]}],
        "recommendations":[
            {"id":"r","due":{"text":"February 2010"},"review_again":"2011-06","routes":[
                {"id":"1","kind":"direct","via":{"priority":"p"},"frequency":{"every":"half_yearly"}},
                {"id":"2","kind":"direct","via":{"priority":"p"},"frequency":{"every":"quarterly"}}]},
            {"id":"closed","due":{"text":"February 2010"},"updates":[{"id":"u","at":"2010-09","stage":2}]},
            {"id":"words","due":{"text":"Within three months"}}],
        "programme":{"decisions":[{"id":"d","maker":"Cabinet","expected":"2010-12-01"},
            {"id":"taken","expected":"2010-11-01"}]}}"#,
    )
}

#[test]
fn everything_with_a_day_is_listed_by_day_with_who_has_to_do_with_it() {
    let lines: Vec<String> = found(&workspace()).iter().map(line).collect();
    assert_eq!(
        lines,
        [
            "2010-02-28 recommendation r []  late",
            "2010-03-31 action ongoing [] Clerk, Manager",
            "2010-09-30 action a [First part] Manager late",
            "2010-12-01 decision d [] Cabinet",
            "2010-12-31 report p [half yearly] Lead",
            "2011-01-31 action a [] Lead",
            "2011-03-31 target i [target of the Improvement Notice 78%] Lead",
            "2011-06-30 review r [] ",
        ]
    );
}

#[test]
fn it_is_grouped_by_month_and_by_officer() {
    let found = found(&workspace());
    let months: Vec<String> = by_month(&found)
        .iter()
        .map(|(month, due)| format!("{month}: {}", due.len()))
        .collect();
    assert_eq!(months.first().unwrap(), "2010-02: 1");
    // December has the decision and the report.
    assert_eq!(months.len(), 7);
    let officers: Vec<String> = by_officer(&found)
        .iter()
        .map(|(officer, due)| format!("{officer}: {}", due.len()))
        .collect();
    assert_eq!(
        officers,
        ["Cabinet: 1", "Clerk: 1", "Lead: 3", "Manager: 2", ": 2"]
    );
}
