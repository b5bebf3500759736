//! Saved views: chosen by number, saved, deleted, and what others do to them meanwhile.

use super::{Desk, read, update};
use crate::analysis::listing::{Column, Sort};
use crate::app::effect::Effect;
use crate::app::message::Msg;
use crate::app::state::{File, ListName, Notice, Options, Overlay, Pane, Question, Screen};
use crate::domain::edit::{Anchor, Edit, ListPlace};
use crate::domain::entry::Who;
use crate::domain::kind::Kind;
use crate::domain::plan::View;

const VIEWED: &str = r#"{
  "format": "scrutineer/1",
  "current_period": "2010/11 Q2",
  "themes": [{"id": "ln", "code": "LN", "title": "Learning"}],
  "priorities": [
    {"id": "a", "code": "LN-1", "theme": "ln", "title": "Attendance",
     "officers": [{"role": "lead", "name": "J. Harris"}],
     "updates": [{"period": "2010/11 Q1", "rating": "red"}, {"period": "2010/11 Q2"}]},
    {"id": "b", "code": "LN-2", "theme": "ln", "title": "Behaviour",
     "updates": [{"period": "2010/11 Q2", "rating": "red", "direction": "static"}]},
    {"id": "c", "code": "HW-1", "title": "Care",
     "updates": [{"period": "2010/11 Q2", "rating": "green"}]}
  ],
  "actions": [
    {"id": "late", "priority": "b", "trackers": ["2010/11 Q2"], "title": "Late",
     "timescale": {"text": "Mar 2010", "dates": ["2010-03-31"]}}
  ],
  "views": [
    {"name": "Reds", "screen": "priorities", "where": "rating:red", "sort": "-code", "columns": ["code", "title"]},
    {"name": "Broken", "screen": "priorities", "where": "rating:rde", "sort": "title"},
    {"name": "Nowhere", "screen": "priorites"}
  ]
}"#;

fn desk() -> Desk {
    let options = Options {
        who: Who {
            name: "J Harris".to_owned(),
            ..Who::default()
        },
        private_views: vec![View {
            name: "Own".to_owned(),
            screen: "actions".to_owned(),
            ..View::default()
        }],
        ..Options::default()
    };
    Desk::with(read(VIEWED), File::default(), &options)
}

fn names(desk: &Desk) -> Vec<String> {
    match desk.state.overlays.last() {
        Some(Overlay::Views(menu)) => menu.views.iter().map(|view| view.name.clone()).collect(),
        other => panic!("no menu: {other:?}"),
    }
}

/// Somebody else takes a view out of the file.
fn somebody_deletes(desk: &mut Desk, name: &str) {
    let members = desk.disk.records(Kind::View).unwrap();
    let edit = Edit::Remove {
        list: ListPlace::Records(Kind::View),
        key: name.to_owned(),
        value: members.member_json(name).unwrap(),
        anchor: Anchor::before_place(members, members.position(name).unwrap()),
    };
    desk.somebody(vec![edit]);
    desk.tell();
}

#[test]
fn the_menu_offers_those_of_the_program_of_the_workspace_and_of_the_user() {
    let mut desk = desk();
    desk.keys("v");
    assert_eq!(
        names(&desk),
        [
            "Exceptions",
            "Overdue",
            "No update this period",
            "Waiting for approval",
            "Mine",
            "Reds",
            "Broken",
            "Nowhere",
            "Own"
        ]
    );
    desk.keys("<Esc>");
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn a_number_shows_a_view_with_its_filter_order_and_columns() {
    let mut desk = desk();
    desk.keys("6 v 6");
    let list = desk.state.list(Pane::Priorities);
    assert_eq!(desk.state.screen, Screen::Trackers);
    assert_eq!(desk.rows(Pane::Priorities), "b");
    assert_eq!(
        (list.filter.as_str(), list.view.as_str()),
        ("rating:red", "Reds")
    );
    assert_eq!(list.sort, Sort::read("-code"));
    assert_eq!(list.columns, [Column::Code, Column::Title]);
    assert_eq!(desk.message(), "Reds: 1 of 3");
    // Whoever changes something of it has left it.
    desk.keys("c r <Enter>");
    assert_eq!(desk.state.list(Pane::Priorities).view, "");
}

#[test]
fn what_comes_with_the_program_finds_what_its_name_says() {
    let mut desk = desk();
    desk.keys("v 1");
    assert_eq!(desk.state.screen, Screen::Exceptions);
    assert!(!desk.state.list(ListName::Exceptions).is_filtered());
    desk.keys("v 2");
    let rows = &desk.state.list(ListName::Exceptions).rows;
    assert!(!rows.is_empty());
    assert!(
        rows.iter().all(|row| row.as_str().ends_with("action:late")),
        "{rows:?}"
    );
    desk.keys("v 3");
    assert_eq!(
        desk.rows(Pane::Priorities),
        "a",
        "an empty tracker is no update"
    );
    desk.keys("v 4");
    let waiting = desk.rows(Pane::Priorities);
    assert!(!waiting.contains('a'), "{waiting}");
    desk.keys("v 5");
    assert_eq!(
        desk.rows(Pane::Priorities),
        "a",
        "by the name in the settings"
    );
}

#[test]
fn a_view_with_a_bad_query_is_opened_for_mending_and_says_what_is_nearest() {
    let mut desk = desk();
    desk.keys("v 7");
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Filter { .. })
    ));
    assert!(
        desk.message().contains("did you mean “red”"),
        "{}",
        desk.message()
    );
    assert_eq!(
        desk.rows(Pane::Priorities).split(' ').count(),
        3,
        "no filter"
    );
    assert_eq!(desk.state.list(Pane::Priorities).sort, Sort::read("title"));
    desk.keys("<Backspace> <Backspace> <Backspace> red <Enter>");
    assert_eq!(desk.rows(Pane::Priorities), "b");
    desk.keys("v 8");
    assert!(
        desk.message().contains("did you mean “priorities”"),
        "{}",
        desk.message()
    );
}

#[test]
fn the_list_in_view_is_saved_in_the_workspace_as_one_step_that_can_be_undone() {
    let mut desk = Desk::with(read(VIEWED), File::default(), &Options::default());
    let effects = desk.keys("/ rating:red <Enter> S 3 v s My<Space>reds <Enter> w");
    desk.save(effects);
    assert_eq!(
        desk.message(),
        "View “My reds” kept in the workspace   u undoes"
    );
    let view = desk.state.workspace().views.get("My reds").unwrap();
    assert_eq!(
        (view.screen.as_str(), view.r#where.as_str()),
        ("priorities", "rating:red")
    );
    assert!(!view.sort.is_empty());
    assert!(desk.state.overlays.is_empty());
    assert_eq!(desk.state.list(Pane::Priorities).view, "My reds");
    desk.keys("u");
    assert!(desk.state.workspace().views.get("My reds").is_none());
}

#[test]
fn a_view_of_one_theme_is_of_that_theme() {
    let mut desk = desk();
    desk.keys("h j l v s x <Enter> w");
    let view = desk.state.workspace().views.get("x").unwrap();
    assert_eq!(view.r#where, "theme:LN");
}

#[test]
fn saving_under_a_name_that_is_there_changes_that_view() {
    let mut desk = desk();
    desk.keys("v 6 F v s <Enter> w");
    let view = desk.state.workspace().views.get("Reds").unwrap();
    assert_eq!(view.r#where, "");
    assert_eq!(view.sort, "-code");
    assert_eq!(desk.state.workspace().views.len(), 3);
    desk.keys("v s <Enter> w");
    assert_eq!(desk.message(), "“Reds” is kept so already");
}

#[test]
fn a_view_can_be_kept_for_oneself_and_a_file_that_is_only_read_does_not_matter() {
    let mut desk = desk();
    let effects = desk.keys("v s x <Enter> p");
    assert!(matches!(&effects[..], [Effect::KeepView(view)] if view.name == "x"));
    desk.state.file.read_only = Some("a reason".to_owned());
    let effects = desk.keys("v s y <Enter>");
    assert!(matches!(&effects[..], [Effect::KeepView(view)] if view.name == "xy"));
    let kept = Msg::PrivateViews(Vec::new(), Notice::done("kept"));
    update(&mut desk.state, kept);
    desk.keys("v");
    assert!(!names(&desk).contains(&"Own".to_owned()));
}

#[test]
fn a_view_needs_a_name_of_its_own() {
    let mut desk = desk();
    desk.keys("v s <Enter>");
    assert_eq!(desk.message(), "A view needs a name");
    desk.keys("mine <Enter>");
    assert_eq!(
        desk.message(),
        "A view that comes with the program has that name"
    );
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::ViewName { .. })
    ));
}

#[test]
fn deleting_asks_and_what_comes_with_the_program_stays() {
    let mut desk = desk();
    desk.keys("v D");
    assert_eq!(
        desk.message(),
        "“Exceptions” comes with the program and stays"
    );
    desk.keys("j j j j j D");
    let Some(Overlay::Question(Question::Do { words, .. })) = desk.state.overlays.last() else {
        panic!("no question");
    };
    assert_eq!(words, "Delete the view “Reds” for everybody?");
    desk.keys("n");
    assert!(desk.state.workspace().views.get("Reds").is_some());
    desk.keys("D y");
    assert!(desk.state.workspace().views.get("Reds").is_none());
    assert!(
        !names(&desk).contains(&"Reds".to_owned()),
        "the menu stays, without it"
    );
    desk.keys("j j D");
    let effects = desk.keys("y");
    assert!(matches!(&effects[..], [Effect::ForgetView(name)] if name == "Own"));
}

#[test]
fn a_view_that_somebody_deletes_meanwhile_is_said_to_be_gone_and_no_other_is_shown() {
    let mut desk = desk();
    desk.keys("v");
    somebody_deletes(&mut desk, "Reds");
    assert_eq!(names(&desk)[5], "Reds", "no number changes under a finger");
    desk.keys("6");
    assert_eq!(
        desk.message(),
        "“Reds” is not there any more: somebody deleted it"
    );
    assert!(!names(&desk).contains(&"Reds".to_owned()));
    assert!(!desk.state.list(Pane::Priorities).is_filtered());
}

#[test]
fn the_list_stays_as_it_is_when_the_view_that_it_shows_is_deleted() {
    let mut desk = desk();
    desk.keys("v 6");
    somebody_deletes(&mut desk, "Reds");
    assert_eq!(desk.rows(Pane::Priorities), "b");
    desk.keys("v s <Enter> w");
    assert!(
        desk.state.workspace().views.get("Reds").is_some(),
        "it can be saved again"
    );
}

#[test]
fn the_program_begins_with_a_view_where_one_is_asked_for() {
    let options = Options {
        view: Some("reds".to_owned()),
        ..Options::default()
    };
    let desk = Desk::with(read(VIEWED), File::default(), &options);
    assert_eq!(desk.rows(Pane::Priorities), "b");
    let options = Options {
        view: Some("rads".to_owned()),
        ..Options::default()
    };
    let desk = Desk::with(read(VIEWED), File::default(), &options);
    assert_eq!(
        desk.message(),
        "There is no view “rads”. Did you mean “Reds”?"
    );
}

#[test]
fn order_columns_view_and_a_lifted_filter_come_back_the_next_time() {
    let mut desk = desk();
    desk.keys("v 6 F 3 / x <Enter>");
    let place = desk.state.whereabouts();
    let again = Desk::with(read(VIEWED), File::default(), &super::resumed(place));
    let list = again.state.list(Pane::Priorities);
    assert_eq!(
        (list.lifted.as_str(), list.view.as_str()),
        ("rating:red", "Reds")
    );
    assert_eq!(list.sort, Sort::read("-code"));
    assert_eq!(list.columns, [Column::Code, Column::Title]);
    assert_eq!(again.state.list(ListName::Exceptions).filter, "x");
}

#[test]
fn a_new_view_in_the_file_is_json_like_any_record() {
    let mut desk = desk();
    desk.keys("v s x <Enter> w");
    let view = desk.state.workspace().records(Kind::View).unwrap();
    let json = view.member_json("x").unwrap();
    assert_eq!(json.as_str(), r#"{"name":"x","screen":"priorities"}"#);
}
