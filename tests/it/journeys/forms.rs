//! Forms from the keys to the file, and what they look like.

use scrutineer::app::input::InputEvent;
use scrutineer::app::message::Msg;
use scrutineer::app::update::update;
use scrutineer::domain::action::ActionStatus;
use scrutineer::domain::choice::Choice;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;
use scrutineer::tui::colour::ColourLevel;

use super::screens::{at_every_size, hold};
use crate::support::journey::{EMPTY, Journey, SAMPLE, Sitting};

fn read(journey: &Journey) -> Workspace {
    format::read(journey.file().as_bytes()).unwrap()
}

fn paste(journey: &mut Journey, text: &str) {
    let paste = InputEvent::Paste(text.to_owned());
    assert!(update(&mut journey.state, Msg::Input(paste)).is_empty());
}

#[test]
fn a_result_is_typed_as_published_and_stands_in_the_file() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("<Ctrl-f> NI<Space>117 <Enter> i <Ctrl-u> 9.5%<Space>(2246) <Ctrl-s>");
    let file = read(&journey);
    let results = &file.indicators.get("ni-117").unwrap().results;
    let kept = results.iter().rfind(|it| it.text == "9.5% (2246)").unwrap();
    assert_eq!(kept.value.unwrap().to_string(), "9.5");
    assert_eq!(kept.reported.text(), "2008/09 Q4");
    assert!(journey.text().contains("result for 2008/09 Q4 added"));
}

#[test]
fn the_tracker_of_a_period_is_written_with_its_rating_summary_and_risks() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("i r <Tab> + <Tab>");
    paste(&mut journey, " It was\r\na hard quarter.");
    // Past the achievements into the risks: a new one, and back.
    journey.keys("<Tab> <Tab> <Enter> o Money<Space>ends <Esc> <Esc> <Ctrl-s>");
    let file = read(&journey);
    let update = file
        .priorities
        .get("child-poverty")
        .unwrap()
        .updates
        .last()
        .unwrap()
        .clone();
    assert_eq!(update.rating.as_ref().map(Choice::text), Some("red"));
    assert_eq!(
        update.direction.as_ref().map(Choice::text),
        Some("improving")
    );
    assert!(
        update.summary.ends_with("It was\na hard quarter."),
        "{}",
        update.summary
    );
    assert_eq!(update.risks.last().unwrap().text, "Money ends");
    journey.keys("u");
    assert_eq!(journey.file(), SAMPLE, "one step takes all of it back");
}

#[test]
fn a_new_action_comes_in_with_the_priority_and_period_in_view() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("l l o Hold<Space>a<Space>fair <Tab> <Tab> Sept<Space>2009 <Ctrl-s>");
    let file = read(&journey);
    let action = file.actions.get("hold-a-fair").unwrap();
    assert_eq!(action.priority.as_str(), "child-poverty");
    assert_eq!(action.trackers.len(), 1);
    assert_eq!(action.timescale.as_ref().unwrap().text, "Sept 2009");
    let selected = journey.state.trackers.actions.selected.clone();
    assert_eq!(selected.unwrap().as_str(), "hold-a-fair", "it is selected");
    journey.keys("u");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn a_new_indicator_is_aligned_with_the_priority_in_view() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("l o XX<Space>1 <Tab> A<Space>new<Space>measure <Ctrl-s>");
    let file = read(&journey);
    let priority = file.priorities.get("child-poverty").unwrap();
    assert_eq!(priority.indicators.last().unwrap().as_str(), "xx-1");
    assert_eq!(
        journey
            .state
            .trackers
            .indicators
            .selected
            .as_ref()
            .unwrap()
            .as_str(),
        "xx-1"
    );
    journey.keys("u");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn the_first_records_of_an_empty_workspace_are_entered_with_forms_alone() {
    let mut journey = Sitting {
        text: EMPTY,
        ..Sitting::default()
    }
    .begin();
    journey.keys("h e My<Space>plans <Tab> <Tab> Q2<Space>2010/11 <Ctrl-s>");
    journey.keys("o LN <Tab> Learning <Ctrl-s>");
    journey.keys("l o LN-1 <Tab> Attendance <Ctrl-s> G");
    let file = read(&journey);
    assert_eq!(
        (file.title.as_str(), file.current_period.text()),
        ("My plans", "2010/11 Q2")
    );
    let priority = file.priorities.get("ln-1").unwrap();
    assert_eq!(priority.theme.as_str(), "ln");
    assert_eq!(
        priority.updates[0].rating.as_ref().map(Choice::text),
        Some("green")
    );
}

#[test]
fn escape_asks_before_anything_typed_is_lost() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("e <Tab> more <Esc>");
    let asks = journey.text();
    assert!(asks.contains("lose what was typed (Title)"), "{asks}");
    journey.keys("n <Ctrl-c>");
    assert!(
        journey.text().contains("lose what was typed"),
        "leaving asks too"
    );
    assert!(!journey.ended);
    journey.keys("n <Ctrl-s>");
    let title = read(&journey)
        .priorities
        .get("child-poverty")
        .unwrap()
        .title
        .clone();
    assert_eq!(title, "Reduce the number of children in povertymore");
    journey.keys("u e <Esc>");
    assert!(
        !journey.text().contains("Edit TP-3b"),
        "nothing typed, nothing asked"
    );
    journey.keys("e <Tab> more <Esc> y");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn what_cannot_be_kept_is_told_beside_its_field_and_the_form_stays() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("e <Tab> <Ctrl-u> <Tab> zzzz <Ctrl-s>");
    let text = journey.text();
    assert!(text.contains("this is needed"), "{text}");
    assert!(
        text.contains("no theme fits “tpzzzz”") || text.contains("no theme fits"),
        "{text}"
    );
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn a_deletion_names_what_refers_and_is_undone() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("l D");
    let asks = journey.text();
    assert!(
        asks.contains("Delete NI 116?") && asks.contains("TP-3b"),
        "{asks}"
    );
    journey.keys("<Enter> D");
    assert_eq!(
        journey.file(),
        SAMPLE,
        "neither Enter nor its own key confirms"
    );
    journey.keys("y");
    assert!(read(&journey).indicators.get("ni-116").is_none());
    journey.keys("u");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn one_key_completes_an_action_and_says_when_it_is_done_already() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("l l x");
    let file = read(&journey);
    let action = file.actions.get("child-poverty-beacon-bid").unwrap();
    let last = action.progress.last().unwrap();
    let status = last.status.as_ref().and_then(Choice::known);
    assert_eq!(status, Some(ActionStatus::Completed));
    assert!(
        last.text.starts_with("The bid failed"),
        "what stood there stays"
    );
    journey.keys("x");
    assert!(journey.text().contains("completed already"));
    journey.keys("k x");
    let elsewhere = Journey::sample((120, 40)).keys("x").text();
    assert!(
        elsewhere.contains("Only an action can be completed"),
        "{elsewhere}"
    );
}

#[test]
fn a_long_text_goes_through_the_editor_and_back_into_its_field() {
    let mut journey = Journey::sample((120, 40));
    journey.editor = Some(|text| Ok(format!("{text}\n\nA second paragraph.\n")));
    journey.keys("E <Ctrl-s>");
    let file = read(&journey);
    let update = file
        .priorities
        .get("child-poverty")
        .unwrap()
        .updates
        .last()
        .unwrap()
        .clone();
    assert!(
        update.summary.ends_with("\n\nA second paragraph."),
        "{}",
        update.summary
    );
    journey.keys("u");
    journey.editor = Some(|_| Err("vi failed (exit status: 1)".to_owned()));
    journey.keys("E");
    assert!(
        journey.text().contains("the field is as it was"),
        "{}",
        journey.text()
    );
    journey.keys("<Esc>");
    journey.editor = Some(|_| Ok(String::new()));
    journey.keys("E");
    assert!(journey.text().contains("empty text"), "{}", journey.text());
    journey.keys("<Esc> y");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn what_somebody_else_changes_meanwhile_is_shown_and_nothing_typed_is_lost() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("e <Tab> <Ctrl-u> Mine <Tab> <Tab> <Tab> Partners");
    let theirs = SAMPLE
        .replace("Reduce the number of children in poverty\"", "Theirs\"")
        .replace(
            "\"id\": \"child-poverty\",\n      \"code\": \"TP-3b\"",
            "\"id\": \"child-poverty\",\n      \"code\": \"TP-9\"",
        );
    let theirs = format::read(theirs.as_bytes()).unwrap();
    let told = Msg::TakenIn {
        workspace: Box::new(theirs.clone()),
        entries: Vec::new(),
    };
    assert!(update(&mut journey.state, told).is_empty());
    journey.somebody_writes(&format::write(&theirs).unwrap());
    let text = journey.text();
    assert!(
        text.contains("TP-9"),
        "an untouched field shows theirs: {text}"
    );
    assert!(
        text.contains("changed meanwhile by somebody else to: Theirs"),
        "{text}"
    );
    journey.keys("<Ctrl-s>");
    let file = read(&journey);
    let priority = file.priorities.get("child-poverty").unwrap();
    let kept = (
        priority.code.as_str(),
        priority.title.as_str(),
        priority.partnership.as_str(),
    );
    assert_eq!(kept, ("TP-9", "Mine", "Partners"));
}

#[test]
fn hostile_text_is_refused_or_made_harmless_and_never_runs() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("e <Tab> <Ctrl-u>");
    paste(&mut journey, "a\u{1b}[31mb\u{7}\r\n");
    journey.keys("<Tab>");
    assert!(journey.text().contains("a[31mb"), "{}", journey.text());
    journey.keys("<Shift-Tab> <Ctrl-u>");
    paste(&mut journey, "right \u{202e} left");
    journey.keys("<Ctrl-s>");
    assert!(
        journey.text().contains("cannot be kept"),
        "{}",
        journey.text()
    );
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn the_form_of_a_priority() {
    at_every_size("form_priority", "e <Tab>");
}

#[test]
fn the_form_of_a_tracker_with_its_summary_in_focus() {
    at_every_size("form_tracker", "i <Tab> <Tab>");
}

#[test]
fn the_form_of_a_result_with_a_reading() {
    at_every_size("form_result", "l i 9.5%<Space>(2246)");
}

#[test]
fn the_officers_of_a_priority_as_a_list() {
    at_every_size(
        "form_officers",
        "e <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Enter> j D j",
    );
}

#[test]
fn a_reference_with_what_fits_below_it() {
    at_every_size("form_offers", "l l o <Tab> <Ctrl-u> child");
}

#[test]
fn a_question_over_a_form() {
    at_every_size("form_question", "e <Tab> x <Esc>");
}

#[test]
fn a_form_in_ascii_and_without_colours() {
    let mut journey = Sitting {
        size: (80, 24),
        ascii: true,
        colours: ColourLevel::None,
        ..Sitting::default()
    }
    .begin();
    journey.keys("i");
    hold("form_ascii", &mut journey);
}
