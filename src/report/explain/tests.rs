use super::*;
use crate::store::format::read;

fn explained_of(kind: Kind, id: &str) -> Vec<(String, &'static str, String, Vec<String>, String)> {
    let workspace = read(include_bytes!("../../../tests/data/trackers-2008-q4.json")).unwrap();
    let period = crate::domain::period::Period::read("2008/09 Q4");
    let moment = Moment::new(&workspace, period, None);
    let record = RecordRef::new(kind, &crate::domain::id::Id::new(id));
    let all = explain(&workspace, &Index::new(&workspace), moment, &record).unwrap();
    let plain = |it: Explanation| {
        (
            it.record.id.to_string(),
            it.what,
            it.verdict,
            it.because,
            it.pointer,
        )
    };
    all.into_iter().map(plain).collect()
}

#[test]
fn an_indicator_says_figures_rule_and_place_of_each_colour() {
    // Paper 003, line 293: 9.5 against a target of 8.9, from a baseline of 9.1 in 2006/07.
    let all = explained_of(Kind::Indicator, "ni-117");
    let (_, what, verdict, because, pointer) = &all[0];
    assert_eq!((*what, verdict.as_str()), ("target", "target missed"));
    assert!(
        because[0].contains("9.5 %") && because[0].contains("8.9 %"),
        "{because:?}"
    );
    assert!(pointer.contains("/results/"), "{pointer}");
}

#[test]
fn a_priority_says_what_the_figures_suggest_and_which_actions_are_late() {
    // Paper 003, HW-3d: its one indicator missed, and the timescale of line 230 passed in December.
    let all = explained_of(Kind::Priority, "safeguarding-vulnerable");
    let whats: Vec<(&str, &str)> = all
        .iter()
        .map(|(_, what, verdict, ..)| (*what, verdict.as_str()))
        .collect();
    assert_eq!(
        &whats[..2],
        &[("rating", "amber"), ("suggested rating", "red")]
    );
    assert!(
        whats.contains(&("overdue", "since 2008-12-31")),
        "{whats:?}"
    );
    let because = all[1].3.join(" ");
    assert!(
        because.contains("Challenge: rated amber; 1 of 1 judged indicators missed"),
        "{because}"
    );
}

#[test]
fn an_outlook_in_words_alone_is_nothing_to_judge_by() {
    let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","indicators":[{"id":"i",
        "targets":[{"reported":"2010/11","value":92}],"forecasts":[{"period":"2010/11","text":"Annual PI"}]}]}"#;
    let workspace = read(text.as_bytes()).unwrap();
    let moment = Moment::new(&workspace, None, None);
    let record = RecordRef::new(Kind::Indicator, &crate::domain::id::Id::new("i"));
    let all = explain(&workspace, &Index::new(&workspace), moment, &record).unwrap();
    let outlook = all.iter().find(|it| it.what == "outlook").unwrap();
    assert_eq!(outlook.verdict, "nothing to judge by yet");
}
