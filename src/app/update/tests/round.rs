//! The update round: from task to task with few keys, nothing lost, nothing asked for twice.

use super::{Desk, committed, read};
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::round::Round;
use crate::app::state::{File, Options, Overlay};
use crate::domain::entry::Who;
use crate::domain::workspace::Workspace;

/// Twenty priorities, an indicator, an action and a recommendation, at the beginning of a quarter.
fn quarter() -> Workspace {
    let priorities: Vec<String> = (1..=20)
        .map(|number| {
            let lead = if number == 3 { r#"[{"role":"lead","name":"J. Harris"}]"# } else { "[]" };
            format!(
                r#"{{"id":"p{number}","code":"P-{number}","title":"Priority {number}","officers":{lead},
                "updates":[{{"period":"2010/11 Q2","rating":"amber","direction":"static","summary":"As before"}},
                           {{"period":"2010/11 Q3"}}]}}"#
            )
        })
        .collect();
    read(&format!(
        r#"{{"format":"scrutineer/1","current_period":"2010/11 Q3","priorities":[{}],
        "indicators":[{{"id":"ni-1","code":"NI 1","title":"Counted","unit":"percent","frequency":"quarterly",
            "targets":[{{"id":"t1","reported":"2010/11","value":80}}],
            "results":[{{"id":"r1","reported":"2010/11 Q2","value":75}}]}}],
        "actions":[{{"id":"a","priority":"p1","title":"Renegotiate","trackers":["2010/11 Q3"],
            "timescale":{{"text":"Nov 2010"}}}}],
        "recommendations":[{{"id":"r","code":"R 1","text":"Report twice a year"}}]}}"#,
        priorities.join(",")
    ))
}

fn desk() -> Desk {
    Desk::with(quarter(), File::default(), &Options::default())
}

fn round(desk: &Desk) -> &Round {
    match desk.state.overlays.last() {
        Some(Overlay::Round(round)) => round,
        other => panic!("no round: {other:?}"),
    }
}

/// Which task is in view, of how many, and how many are open.
fn where_at(desk: &Desk) -> (usize, usize, usize) {
    let round = round(desk);
    (round.at + 1, round.tasks.len(), round.missing())
}

fn code(desk: &Desk) -> String {
    round(desk).open.as_ref().unwrap().sheet.code.clone()
}

#[test]
fn twenty_ratings_with_directions_take_sixty_keys() {
    let mut desk = desk();
    desk.keys("U");
    assert_eq!(where_at(&desk), (1, 24, 24));
    let script = "R = <Enter> ".repeat(20);
    assert_eq!(script.split_whitespace().count(), 60);
    desk.saved_keys(&script);
    for number in 1..=20 {
        let rated = desk.rated_in(&format!("p{number}"), "2010/11 Q3");
        assert_eq!(rated, "red static", "p{number}");
    }
    // Each is one step, and what comes next is the first result.
    assert_eq!(desk.journal.len(), 20);
    assert_eq!((where_at(&desk).0, code(&desk)), (21, "NI 1".to_owned()));
}

#[test]
fn what_is_given_is_not_asked_for_again_and_what_was_passed_over_comes_back() {
    let mut desk = desk();
    desk.saved_keys("U R = <Tab> <Tab> Better <Ctrl-s>");
    assert_eq!(where_at(&desk), (2, 24, 23));
    // Nothing entered: it is passed over.
    desk.saved_keys("<Enter> R = <Enter> <Esc>");
    assert_eq!(desk.message(), "23 still missing; U goes on with them");
    // The third is rated and lacks its assessment; the second comes first.
    desk.keys("U");
    assert_eq!((where_at(&desk).0, code(&desk)), (2, "P-2".to_owned()));
    desk.keys("<Enter>");
    assert_eq!(round(&desk).task().unwrap().missing, ["assessment"]);
}

#[test]
fn behind_the_last_task_the_round_ends_and_begins_again_with_what_is_missing() {
    let mut desk = desk();
    desk.keys("U");
    desk.keys(&"<PgDn> ".repeat(30));
    assert_eq!(round(&desk).task(), None);
    desk.keys("<Enter>");
    assert_eq!(where_at(&desk).0, 1);
    desk.keys("<PgUp>");
    assert_eq!(where_at(&desk).0, 1);
    for (part, code) in [
        ("results", "NI 1"),
        ("forecasts", "NI 1"),
        ("actions", ""),
        ("updates", "R 1"),
    ] {
        desk.keys("<Ctrl-t>");
        assert_eq!(self::code(&desk), code, "{part}");
    }
    desk.keys("<Ctrl-t>");
    assert_eq!(round(&desk).task(), None);
}

#[test]
fn figures_progress_and_updates_are_kept_where_they_belong() {
    let mut desk = desk();
    desk.saved_keys("U <Ctrl-t> 76.2% <Enter> 79 <Enter>");
    let indicator = desk
        .state
        .workspace()
        .indicators
        .get("ni-1")
        .unwrap()
        .clone();
    let result = indicator.results.last().unwrap();
    assert_eq!(
        (result.reported.text(), result.text.as_str()),
        ("2010/11 Q3", "76.2%")
    );
    assert_eq!(indicator.forecasts[0].made.text(), "2010/11 Q3");
    // Status, text, and a date that moves with the reason.
    desk.saved_keys("d <Tab> Late <Tab> <Tab> <Ctrl-u> March <Space> 2011 <Tab> Ill <Enter>");
    let action = desk.state.workspace().actions.get("a").unwrap().clone();
    let progress = action.progress.last().unwrap();
    assert_eq!(
        (progress.text.as_str(), progress.reviewed.text()),
        ("Late", "2010-12-31")
    );
    let timescale = action.timescale.as_ref().unwrap();
    let slip = &timescale.was[0];
    assert_eq!(
        (
            timescale.text.as_str(),
            slip.text.as_str(),
            slip.why.as_str()
        ),
        ("March 2011", "Nov 2010", "Ill")
    );
    desk.saved_keys("Done <Tab> 4 <Ctrl-s>");
    let asked = desk
        .state
        .workspace()
        .recommendations
        .get("r")
        .unwrap()
        .clone();
    let update = asked.updates.last().unwrap();
    assert_eq!(
        (
            update.at.as_str(),
            update.text.as_str(),
            update.draft_stage.len()
        ),
        ("2010-12-31", "Done", 1)
    );
    assert_eq!(round(&desk).task(), None);
}

#[test]
fn nothing_to_report_is_one_key_and_settles_a_task() {
    let mut desk = desk();
    desk.saved_keys("U <Ctrl-n>");
    assert_eq!(where_at(&desk), (2, 24, 23));
    assert_eq!(
        desk.message(),
        "P-1 has nothing to report   PgUp goes back to it"
    );
    // What was entered is not thrown away for it.
    assert!(desk.keys("R <Ctrl-n>").is_empty());
    assert_eq!(desk.message(), "Keep or empty this first: Rating");
    desk.saved_keys("<Enter> <Ctrl-t> <Ctrl-n> <Ctrl-n> <Ctrl-n> <Ctrl-n>");
    assert_eq!(round(&desk).missing(), 19);
    let result = &desk
        .state
        .workspace()
        .indicators
        .get("ni-1")
        .unwrap()
        .results[1];
    assert_eq!(
        (result.value, result.text.as_str()),
        (None, "Nothing to report")
    );
}

#[test]
fn a_change_is_taken_back_with_u_and_its_task_is_in_view_again() {
    let mut desk = desk();
    desk.saved_keys("U R = <Enter> G + <Enter>");
    assert_eq!(code(&desk), "P-3");
    desk.saved_keys("u");
    assert_eq!(code(&desk), "P-2");
    assert_eq!(desk.rated_in("p2", "2010/11 Q3"), "- -");
    assert_eq!(desk.rated_in("p1", "2010/11 Q3"), "red static");
    // Going back shows what was given, to be changed.
    desk.saved_keys("<PgUp> A <Enter>");
    assert_eq!(desk.rated_in("p1", "2010/11 Q3"), "amber static");
}

#[test]
fn escape_asks_before_anything_entered_is_lost() {
    let mut desk = desk();
    desk.keys("U R <Esc>");
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(_))
    ));
    desk.keys("n");
    assert_eq!(round(&desk).entered(), ["Rating"]);
    desk.keys("<Ctrl-c> y");
    assert!(desk.journal.is_empty());
}

#[test]
fn a_figure_that_cannot_be_kept_stays_with_the_reason() {
    let mut desk = desk();
    desk.saved_keys("U <Ctrl-t> <Ctrl-t> <Ctrl-t> <Tab> <Tab> <Tab> <Ctrl-u>");
    // A timescale may be emptied; a control character may not be kept.
    let pasted = InputEvent::Paste("\u{202e}soon".to_owned());
    super::update(&mut desk.state, Msg::Input(pasted));
    assert!(desk.keys("<Enter>").is_empty());
    assert!(
        desk.message().starts_with("Not kept yet: Timescale"),
        "{}",
        desk.message()
    );
}

#[test]
fn what_others_give_meanwhile_drops_out_and_what_i_type_stays() {
    use crate::domain::edit::set_in_update;
    use crate::domain::json::Json;
    let mut desk = desk();
    desk.keys("U <Tab> <Tab> Mine");
    let word = |word: &str| Some(Json::text(word));
    let period = crate::domain::period::Period::read("2010/11 Q3").unwrap();
    for id in ["p2", "p3"] {
        let priority = desk.disk.priorities.get(id).unwrap().clone();
        let fields = [
            ("rating", word("green")),
            ("direction", word("improving")),
            ("summary", word("Theirs")),
        ];
        desk.somebody(set_in_update(&priority, period, &fields));
    }
    desk.tell();
    assert_eq!(where_at(&desk), (1, 24, 22));
    assert_eq!(round(&desk).entered(), ["Summary"]);
    desk.saved_keys("<Ctrl-s>");
    assert_eq!(code(&desk), "P-4");
    let update = &desk.state.workspace().priorities.get("p1").unwrap().updates[1];
    assert_eq!(update.summary, "Mine");
    // A record that somebody takes out is not asked for any more.
    let gone = desk.disk.priorities.get("p4").unwrap().clone();
    let mut draft = crate::domain::form::Draft::new(&desk.disk);
    let list = crate::domain::edit::ListPlace::Records(crate::domain::kind::Kind::Priority);
    draft.remove(&list, gone.id.as_str()).unwrap();
    desk.somebody(draft.into_step("theirs").unwrap().edits);
    desk.tell();
    assert_eq!(
        (code(&desk), round(&desk).tasks.len()),
        ("P-5".to_owned(), 23)
    );
}

#[test]
fn mine_is_what_names_me_and_the_key_goes_between_mine_and_all() {
    let options = Options {
        who: Who {
            name: "j harris".to_owned(),
            ..Who::default()
        },
        ..Options::default()
    };
    let mut desk = Desk::with(quarter(), File::default(), &options);
    desk.keys("U M");
    assert_eq!(
        (code(&desk), round(&desk).tasks.len()),
        ("P-3".to_owned(), 1)
    );
    desk.keys("M");
    assert_eq!(round(&desk).tasks.len(), 24);
    // Nothing is thrown away for it.
    desk.keys("R M");
    assert_eq!(round(&desk).tasks.len(), 24);
    let mut nobody = self::desk();
    nobody.keys("U M");
    assert!(nobody.message().starts_with("Who you are is not set"));
    assert_eq!(round(&nobody).tasks.len(), 24);
}

#[test]
fn the_round_is_of_the_current_period_wherever_it_is_begun() {
    let mut desk = desk();
    desk.saved_keys("< U G + <Enter>");
    assert_eq!(desk.rated_in("p1", "2010/11 Q3"), "green improving");
    assert_eq!(desk.rated_in("p1", "2010/11 Q2"), "amber static");
    let mut without = Desk::empty();
    assert!(without.keys("U").is_empty());
    assert!(without.state.overlays.is_empty());
}

#[test]
fn a_file_that_cannot_be_written_has_no_round() {
    let mut desk = Desk::read_only();
    desk.keys("U");
    assert!(desk.state.overlays.is_empty());
    assert!(desk.message().starts_with("Read-only"));
}

#[test]
fn long_texts_go_through_the_editor_and_come_back_into_the_round() {
    use crate::app::effect::Effect;
    let mut desk = desk();
    let effects = desk.keys("U R = <Ctrl-o>");
    assert!(matches!(&effects[..], [Effect::EditText(text)] if text.is_empty()));
    super::update(&mut desk.state, Msg::Edited(Ok("Two\nlines\n".to_owned())));
    let effects = desk.keys("<Ctrl-s>");
    assert_eq!(committed(&effects).step.edits.len(), 3);
    let update = &desk.state.workspace().priorities.get("p1").unwrap().updates[1];
    assert_eq!(update.summary, "Two\nlines");
}
