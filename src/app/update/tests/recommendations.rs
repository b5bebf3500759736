use super::{Desk, committed};
use crate::app::place::Places;
use crate::app::state::{File, ListName, Options, Overlay, Screen, Table};
use crate::domain::workspace::Workspace;

/// Three recommendations: one monitored directly, one through something red only, one not at all.
const ASKED: &str = r#"{
  "format": "scrutineer/1",
  "current_period": "2010/11 Q2",
  "as_of": "2010-11-10",
  "ratings": ["red", "amber", "green"],
  "priorities": [
    {"id": "neet", "code": "LN-1", "title": "In work or learning", "updates": [
      {"period": "2010/11 Q1", "rating": "green"},
      {"period": "2010/11 Q2", "rating": "red", "direction": "static"}]}
  ],
  "indicators": [{"id": "ni-117", "code": "NI 117", "title": "Not in work"}],
  "recommendations": [
    {"id": "one", "code": "R 1", "asked_by": "A review", "text": "Attend to it",
     "routes": [
       {"id": "r1", "kind": "direct", "via": {"priority": "neet"}, "frequency": {"every": "quarterly"}},
       {"id": "r2", "kind": "indirect", "via": {"indicator": "ni-117"}}],
     "updates": [{"id": "u1", "at": "2010-09", "text": "Begun"}]},
    {"id": "two", "code": "R 2", "asked_by": "A review", "text": "Publish",
     "updates": [{"id": "u1", "at": "2010-10", "draft_stage": [2, 4]}]},
    {"id": "three", "asked_by": "Scrutiny", "number": "7", "text": "Attend schools",
     "routes": [{"id": "r1", "kind": "direct", "via": {"indicator": "ni-117"},
                 "frequency": {"every": "annual"}}]}
  ]
}"#;

fn desk() -> Desk {
    let mut desk = Desk::with(super::read(ASKED), File::default(), &Options::default());
    desk.keys("2");
    desk
}

/// Draft and stage of the newest update of a recommendation, as shown.
fn staged(workspace: &Workspace, id: &str) -> String {
    let recommendation = workspace.recommendations.get(id).unwrap();
    let newest = recommendation.updates.last().unwrap();
    let drafts: Vec<String> = newest.draft_stage.iter().map(ToString::to_string).collect();
    let stage = newest.stage.map_or("-".to_owned(), |it| it.to_string());
    format!("{} {}>{stage}", newest.at, drafts.join("|"))
}

fn rows(desk: &Desk, name: ListName) -> String {
    let rows = &desk.state.list(name).rows;
    let rows: Vec<&str> = rows.iter().map(crate::domain::id::Id::as_str).collect();
    rows.join("; ")
}

#[test]
fn the_questions_give_the_stage_and_the_board_confirms_it_in_one_step() {
    let mut desk = desk();
    let effects = desk.keys("j s y n y n y c");
    assert_eq!(committed(&effects).step.cause, "key s");
    assert_eq!(staged(desk.state.workspace(), "two"), "2010-10 2|4>4");
    assert!(
        desk.message().starts_with("R 2 confirmed at stage 4"),
        "{}",
        desk.message()
    );
    assert!(desk.state.overlays.is_empty());
    let label = |desk: &Desk| desk.state.recommendations.rows["two"].stage.label();
    assert_eq!(label(&desk), "stage 4");
    desk.save(effects);
    desk.saved_keys("u");
    assert_eq!(staged(desk.state.workspace(), "two"), "2010-10 2|4>-");
    assert_eq!(label(&desk), "draft 2 or 4");
    desk.saved_keys("<Ctrl-r>");
    assert_eq!(label(&desk), "stage 4");
}

#[test]
fn the_adviser_proposes_with_an_update_of_the_day() {
    let mut desk = desk();
    desk.saved_keys("s n d");
    assert_eq!(staged(desk.state.workspace(), "one"), "2010-11-10 1>-");
    assert!(desk.message().starts_with("R 1 proposed for stage 1"));
    desk.saved_keys("j j s n d");
    assert!(desk.message().starts_with("Attend schools proposed"));
}

#[test]
fn answers_are_taken_back_and_escape_keeps_nothing() {
    let mut desk = desk();
    desk.keys("s y y");
    assert!(desk.keys("y n").is_empty(), "all is answered");
    assert!(desk.message().starts_with("All is answered"));
    desk.keys("<Backspace> n");
    let answers = |desk: &Desk| match desk.state.overlays.last() {
        Some(Overlay::Stage(questions)) => questions.answers.clone(),
        other => panic!("no questions: {other:?}"),
    };
    assert_eq!(answers(&desk), [true, false]);
    assert!(desk.keys("c d").is_empty(), "not all is answered");
    assert!(desk.message().starts_with("Answer the questions first"));
    desk.keys("<Backspace> <Backspace> <Backspace>");
    assert!(answers(&desk).is_empty());
    desk.keys("<Esc>");
    assert!(desk.state.overlays.is_empty());
    assert!(!desk.state.ledger.is_pending());
}

#[test]
fn in_a_past_period_a_stage_asks_first() {
    let mut desk = desk();
    assert!(desk.keys("< s y y c").is_empty());
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(_))
    ));
    desk.saved_keys("y");
    let one = desk.state.workspace().recommendations.get("one").unwrap();
    let ats: Vec<&str> = one
        .updates
        .iter()
        .map(|update| update.at.as_str())
        .collect();
    assert_eq!(ats, ["2010-06-30", "2010-09"]);
    desk.keys(">");
    assert_eq!(
        desk.state.recommendations.rows["one"].stage.label(),
        "stage 2"
    );
}

#[test]
fn a_stage_is_given_from_the_page_and_from_the_exceptions_too() {
    for script in [
        "<Enter> s n c",
        "M j s n c",
        "m s n c",
        "3 / R<Space>2 <Enter> s n c",
    ] {
        let mut desk = desk();
        let effects = desk.keys(script);
        assert!(committed(&effects).step.cause == "key s", "{script}");
    }
}

#[test]
fn the_gaps_are_told_by_reason_and_lead_to_their_recommendations() {
    let mut desk = desk();
    desk.keys("M");
    assert_eq!(desk.state.focused(), ListName::Gaps);
    assert_eq!(
        rows(&desk, ListName::Gaps),
        "none recommendation:two; only_troubled recommendation:one; only_troubled recommendation:three"
    );
    let headings: Vec<&str> = desk
        .state
        .recommendations
        .gaps
        .headings
        .iter()
        .map(|heading| heading.text.as_str())
        .collect();
    assert_eq!(
        headings,
        [
            "Not monitored",
            "Monitored only by what is red, missed, retired or without data"
        ]
    );
    desk.keys("j <Enter>");
    assert_eq!(desk.opened().as_deref(), Some("recommendation:one"));
    desk.keys("<Esc> / R<Space>2 <Enter>");
    assert_eq!(rows(&desk, ListName::Gaps), "none recommendation:two");
    desk.keys("<Esc> <Esc>");
    assert_eq!(desk.state.recommendations.shown, Table::List);
    desk.keys("<");
    assert!(desk.state.recommendations.list.rows.len() == 3);
    desk.keys("M");
    assert_eq!(
        rows(&desk, ListName::Gaps),
        "none recommendation:two; only_troubled recommendation:three",
        "it was green then"
    );
}

#[test]
fn the_matrix_is_walked_both_ways_and_shows_direct_and_indirect() {
    let mut desk = desk();
    desk.keys("m");
    assert_eq!(desk.state.place(), Places::MATRIX);
    let matrix = &desk.state.recommendations.matrix;
    assert_eq!(matrix.labels, ["LN-1", "NI 117"]);
    let cells = ["one", "two", "three"].map(|id| {
        (0..2)
            .map(|column| match matrix.cell(&id.into(), column) {
                Some(true) => 'D',
                Some(false) => 'i',
                None => '-',
            })
            .collect::<String>()
    });
    assert_eq!(cells, ["Di", "--", "-D"]);
    for (key, column) in [("h", 0), ("l", 1), ("<Right>", 1), ("<Left>", 0), ("l", 1)] {
        desk.keys(key);
        assert_eq!(
            desk.state.recommendations.matrix.selected(),
            column,
            "{key}"
        );
    }
    desk.keys("j t");
    assert_eq!(desk.opened().as_deref(), Some("indicator:ni-117"));
    desk.keys("<Esc> <Enter>");
    assert_eq!(desk.opened().as_deref(), Some("recommendation:two"));
    desk.keys("<Esc> / schools <Enter> <Esc> <Esc>");
    assert_eq!(desk.state.recommendations.shown, Table::List);
    assert_eq!(desk.state.selected_recommendation(), Some("three".into()));
}

#[test]
fn a_column_stays_selected_when_others_come_before_it() {
    let mut desk = desk();
    desk.keys("m l");
    let more = r#""indicators": [{"id": "ni-1", "code": "NI 1"}, {"id": "ni-117","#;
    let text = ASKED
        .replace(r#""indicators": [{"id": "ni-117","#, more)
        .replacen(
            r#"{"id": "r1", "kind": "direct", "via": {"priority""#,
            r#"{"id": "r0", "kind": "direct", "via": {"indicator": "ni-1"}},
               {"id": "r1", "kind": "direct", "via": {"priority""#,
            1,
        );
    desk.disk = super::read(&text);
    desk.saved_keys("s n c");
    assert_eq!(
        desk.state.recommendations.matrix.labels,
        ["LN-1", "NI 1", "NI 117"]
    );
    assert_eq!(desk.state.recommendations.matrix.selected(), 2);
}

#[test]
fn an_exception_is_answered_for_its_period_and_shows_so() {
    let mut desk = desk();
    desk.keys("3");
    assert_eq!(desk.state.screen, Screen::Exceptions);
    let first = desk.state.list(ListName::Exceptions).rows[0].clone();
    assert_eq!(first.as_str(), "red priority:neet");
    let open = desk.state.exceptions.unanswered;
    desk.saved_keys("a contract<Space>late <Enter>");
    let answer = desk.state.workspace().answers.iter().next().unwrap();
    assert_eq!(answer.text, "contract late");
    assert_eq!(answer.concerns, "priority:neet");
    assert_eq!(answer.period.text(), "2010/11 Q2");
    assert_eq!(desk.message(), "LN-1 answered, for 2010/11 Q2   u undoes");
    assert_eq!(desk.state.exceptions.unanswered, open - 1);
    assert!(
        desk.state.exceptions.lines[&first]
            .answer
            .ends_with("contract late")
    );
    desk.keys("a");
    let line = desk.state.overlays.last_mut().and_then(Overlay::line_mut);
    assert_eq!(line.unwrap().text(), "contract late");
    desk.saved_keys("<Ctrl-u> <Enter>");
    assert_eq!(desk.state.workspace().answers.len(), 0);
    desk.saved_keys("u");
    assert_eq!(desk.state.workspace().answers.len(), 1);
    desk.saved_keys("u");
    assert_eq!(desk.state.exceptions.unanswered, open);
}

#[test]
fn what_needs_attention_is_counted_whatever_the_screen() {
    let mut desk = desk();
    let counted = |desk: &Desk| {
        assert_eq!(
            desk.state.exceptions.counted_for,
            Some(desk.state.generation)
        );
        desk.state.exceptions.unanswered
    };
    let before = counted(&desk);
    desk.keys("1");
    desk.saved_keys("G");
    assert!(counted(&desk) < before);
    desk.saved_keys("u");
    assert_eq!(counted(&desk), before);
    desk.keys("3");
    assert_eq!(desk.state.list(ListName::Exceptions).rows.len(), before);
}

#[test]
fn enter_on_an_exception_opens_its_record_and_escape_comes_back() {
    let mut desk = desk();
    desk.keys("3 <Enter>");
    assert_eq!(desk.opened().as_deref(), Some("priority:neet"));
    desk.saved_keys("A");
    assert_eq!(desk.rated("neet"), "amber static");
    desk.keys("<Esc>");
    let rows = rows(&desk, ListName::Exceptions);
    assert!(rows.starts_with("amber priority:neet"), "{rows}");
}

#[test]
fn in_a_past_period_an_answer_asks_first() {
    let mut desk = desk();
    desk.keys("< 3");
    let rows = rows(&desk, ListName::Exceptions);
    assert!(!rows.contains("red priority:neet"), "{rows}");
    assert!(desk.keys("a because <Enter>").is_empty());
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(_))
    ));
    desk.saved_keys("y");
    let answer = desk.state.workspace().answers.iter().next().unwrap();
    assert_eq!(answer.period.text(), "2010/11 Q1");
}
