use super::Desk;
use crate::app::effect::Effect;
use crate::app::finding::{AT_ONCE, Finding};
use crate::app::message::Msg;
use crate::app::state::{File, Finder, Options, Overlay, Pane, Screen, Way};
use crate::app::update::update;
use crate::domain::action::Action;
use crate::domain::records::Records;

fn finder(desk: &Desk) -> &Finder {
    match desk.state.overlays.last() {
        Some(Overlay::Finder(finder)) => finder,
        other => panic!("no finder: {other:?}"),
    }
}

fn hits(desk: &Desk) -> Vec<String> {
    let hits = finder(desk).found.hits.iter();
    hits.map(|hit| hit.record.to_string()).collect()
}

#[test]
fn hits_come_as_one_types() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f>");
    assert!(hits(&desk).is_empty());
    desk.keys("conceptn");
    assert!(hits(&desk).contains(&"priority:teenage".to_owned()));
    desk.keys("<Ctrl-u> ni <Space> 117");
    assert_eq!(hits(&desk)[0], "indicator:ni-117");
    desk.keys("<Ctrl-u> kind:action");
    assert_eq!(
        hits(&desk),
        ["action:connexions", "action:clinics", "action:loose"]
    );
    desk.keys("<Ctrl-u> zzzzzz");
    assert!(hits(&desk).is_empty());
    assert!(desk.keys("<Enter>").is_empty());
    finder(&desk);
}

#[test]
fn after_an_empty_box_and_half_a_field_everything_is_looked_at_again() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> kind:act");
    let actions = ["action:connexions", "action:clinics", "action:loose"];
    assert_eq!(hits(&desk), actions, "`kind:` alone asked for nothing");
    desk.keys("<Ctrl-u> rating:amber");
    let amber = hits(&desk);
    assert!(!amber.is_empty());
    desk.keys("<Ctrl-u> rating:x <Backspace> amber");
    assert_eq!(hits(&desk), amber, "`rating:x` was no question");
}

#[test]
fn the_selection_walks_the_hits_and_stops_at_their_ends() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> kind:action");
    for (key, selected) in [
        ("<Up>", 0),
        ("<Down>", 1),
        ("<Ctrl-n> <Ctrl-n> <Ctrl-n>", 2),
        ("<Ctrl-p>", 1),
    ] {
        desk.keys(key);
        assert_eq!(finder(&desk).selected, selected, "{key}");
    }
    desk.keys("<Backspace>");
    assert_eq!(finder(&desk).selected, 0, "a new query begins at the best");
}

#[test]
fn enter_goes_to_the_record_in_its_pane() {
    for (typed, pane, selected, priority) in [
        ("HW-2", Pane::Priorities, "dental", "dental"),
        ("NI<Space>112", Pane::Indicators, "ni-112", "teenage"),
        ("clinics", Pane::Actions, "clinics", "teenage"),
        ("kind:theme<Space>health", Pane::Themes, "hw", "teenage"),
    ] {
        let mut desk = Desk::small();
        assert!(desk.keys(&format!("<Ctrl-f> {typed} <Enter>")).is_empty());
        assert!(desk.state.overlays.is_empty(), "{typed}");
        assert_eq!(desk.state.trackers.focus, pane, "{typed}");
        assert_eq!(desk.selected(pane), selected, "{typed}");
        assert_eq!(desk.priority(), priority, "{typed}");
    }
}

#[test]
fn a_recommendation_is_gone_to_on_its_own_screen_and_escape_comes_back() {
    let mut desk = Desk::small();
    desk.keys("j l <Ctrl-f> attendance <Enter>");
    assert_eq!(desk.state.screen, Screen::Recommendations);
    let selected = desk.state.selected_record().unwrap();
    assert_eq!(selected.to_string(), "recommendation:rec-1");
    desk.keys("<Esc>");
    assert_eq!(desk.state.screen, Screen::Trackers);
    assert_eq!(desk.state.trackers.focus, Pane::Indicators);
    assert_eq!(desk.priority(), "early");
}

#[test]
fn enter_goes_into_another_theme_and_through_filters() {
    for before in [
        "h j l",
        "h / learning <Enter> l",
        "/ early <Enter>",
        "h j l l / 148 <Enter>",
    ] {
        let mut desk = Desk::small();
        desk.keys(before);
        desk.keys("<Ctrl-f> NI<Space>112 <Enter>");
        assert_eq!(desk.priority(), "teenage", "after {before}");
        assert_eq!(desk.selected(Pane::Indicators), "ni-112", "after {before}");
        assert_eq!(desk.state.trackers.focus, Pane::Indicators);
    }
}

#[test]
fn an_indicator_of_several_priorities_stays_with_the_selected_one() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> NI<Space>117 <Enter>");
    assert_eq!(desk.priority(), "neet");
    desk.keys("h j j <Ctrl-f> NI<Space>117 <Enter>");
    assert_eq!(desk.priority(), "teenage");
}

#[test]
fn what_no_pane_shows_is_opened_as_a_page() {
    for (typed, record) in [
        ("kind:priority<Space>LN-9", "priority:diplomas"),
        ("NI<Space>90", "indicator:ni-90"),
        ("belongs<Space>no", "action:loose"),
    ] {
        let mut desk = Desk::small();
        desk.keys(&format!("<Ctrl-f> {typed} <Enter>"));
        assert_eq!(desk.opened().as_deref(), Some(record), "{typed}");
        for pane in Pane::ALL {
            let list = desk.state.trackers.list(pane);
            assert_eq!(list.selected.is_some(), list.place().is_some(), "{typed}");
        }
    }
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut desk = Desk::small();
    desk.keys("j j l j");
    let before = format!("{:?}", desk.state.trackers);
    desk.keys("<Ctrl-f> HW-2 <Down> <Esc>");
    assert_eq!(format!("{:?}", desk.state.trackers), before);
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn a_query_that_cannot_be_understood_says_why() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> ratting:red");
    let trouble = finder(&desk).found.trouble.as_ref().unwrap();
    assert!(trouble.to_string().contains("did you mean “rating”?"));
}

#[test]
fn a_hit_that_somebody_took_out_meanwhile_is_said_to_be_gone() {
    let mut desk = Desk::small();
    let effects = desk.keys("R <Ctrl-f> clinics");
    let action = r#"{"id": "clinics", "priority": "teenage", "title": "Open clinics in schools"},"#;
    desk.disk = super::read(&super::SMALL.replace(action, ""));
    desk.save(effects);
    desk.keys("<Enter>");
    assert_eq!(desk.message(), "Somebody else took that out of the file");
    assert!(desk.state.page().is_none());
}

#[test]
fn tab_completes_a_field_and_then_a_value_of_it() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> dir <Tab>");
    assert_eq!(finder(&desk).line.text(), "direction:");
    assert!(finder(&desk).found.trouble.is_none());
    desk.keys("imp <Tab>");
    assert_eq!(finder(&desk).line.text(), "direction:improving");
    desk.keys("<Ctrl-u> theme:heal <Tab>");
    assert_eq!(finder(&desk).line.text(), "theme:HW");
    desk.keys("<Ctrl-u> zzz <Tab>");
    assert_eq!(finder(&desk).line.text(), "zzz");
}

#[test]
fn a_field_without_its_value_asks_for_nothing_yet() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> kind:action");
    let actions = hits(&desk);
    desk.keys("<Space> overdue:");
    assert_eq!(hits(&desk), actions);
    desk.keys("<Ctrl-u> kind:action <Space> due:201");
    assert_eq!(hits(&desk), actions);
    desk.keys("0-1 <Space>");
    assert!(
        finder(&desk).found.trouble.is_some(),
        "nothing more comes to it"
    );
}

#[test]
fn hits_further_down_are_described_when_somebody_comes_to_them() {
    let leeds = super::read(include_str!("../../../../sample-data/leeds.json"));
    let mut desk = Desk::with(leeds, File::default(), &Options::default());
    desk.keys("<Ctrl-f> kind:action");
    let total = finder(&desk).found.total;
    assert!(finder(&desk).found.hits.len() < total);
    for _ in 0..total + 3 {
        desk.keys("<Down>");
    }
    let finder = finder(&desk);
    assert_eq!(finder.selected, total - 1);
    assert_eq!(finder.found.hits.len(), total);
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped() {
    let mut desk = Desk::small();
    desk.keys("<Ctrl-f> clinics");
    let before = hits(&desk);
    let late = Finding {
        number: finder(&desk).asked - 1,
        typed: "theme".to_owned(),
        ..Finding::of_nothing(&desk.state)
    };
    update(&mut desk.state, Msg::Found(Box::new(late.run())));
    assert_eq!(hits(&desk), before);
    let newest = Finding {
        number: finder(&desk).asked,
        typed: "kind:theme".to_owned(),
        ..Finding::of_nothing(&desk.state)
    };
    update(&mut desk.state, Msg::Found(Box::new(newest.run())));
    assert_ne!(hits(&desk), before);
}

#[test]
fn a_large_workspace_is_searched_elsewhere_while_one_types_on() {
    let mut workspace = super::read(super::SMALL);
    let many = (0..=AT_ONCE).map(|number| Action {
        id: format!("many-{number}").into(),
        title: format!("Action number {number}"),
        ..Action::default()
    });
    workspace.actions = Records::new(many.collect());
    let mut desk = Desk::with(workspace, File::default(), &Options::default());
    let mut effects = desk.keys("<Ctrl-f> 771");
    assert!(hits(&desk).is_empty() && finder(&desk).waits);
    let Some(Effect::Find(newest)) = effects.pop() else {
        panic!("nothing was asked: {effects:?}");
    };
    update(&mut desk.state, Msg::Found(Box::new(newest.run())));
    assert_eq!(hits(&desk)[0], "action:many-771");
    assert!(!finder(&desk).waits && desk.state.catalogue.is_some());
}

#[test]
fn a_past_period_is_searched_by_the_codes_of_then() {
    let leeds = super::read(include_str!("../../../../sample-data/leeds.json"));
    let mut desk = Desk::with(leeds, File::default(), &Options::default());
    desk.keys("<Ctrl-f> hw1d");
    let now = hits(&desk)[0].clone();
    assert_eq!(now, "priority:teenage-conception");
    desk.keys("<Esc>");
    while desk.state.period_beside(Way::Earlier).is_some() {
        desk.keys("<");
    }
    desk.keys("<Ctrl-f> hw-2a");
    let first = &finder(&desk).found.hits[0];
    assert_eq!((first.record.to_string(), first.field), (now, "code"));
}
