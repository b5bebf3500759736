//! The boards' work programme, over the workspace of the papers of 2010.

use super::overview::{hold_everywhere, sitting};

#[test]
fn the_programme() {
    hold_everywhere("programme", "5");
}

#[test]
fn the_page_of_a_meeting() {
    hold_everywhere("programme_meeting", "5 <Down> <Down> <Enter>");
}

#[test]
fn an_item_is_opened_from_its_meeting_and_esc_comes_back_to_it() {
    for size in [(80, 24), (160, 45)] {
        let mut journey = sitting(size).begin();
        journey.keys("5 <Down> <Down> <Enter> . <Enter>");
        let screen = journey.text();
        assert!(screen.contains("review of existing policy"), "{screen}");
        journey.keys("<Esc>");
        let screen = journey.text();
        assert!(screen.contains("Falls due before it"), "{screen}");
    }
}

#[test]
fn the_meetings_to_which_an_item_can_be_moved() {
    hold_everywhere("programme_move", "5 <Down> <Down> <Down> m");
}

#[test]
fn a_moved_item_and_a_new_decision_stand_in_the_file() {
    for size in [(80, 24), (160, 45)] {
        let mut journey = sitting(size).begin();
        journey.keys("5 <Down> <Down> <Down> m j <Enter>");
        let file = journey.file();
        let item = file.split("\"child-poverty-session-1\"").nth(1).unwrap();
        let item = item.split("\"title\"").next().unwrap();
        assert!(item.contains("\"meeting\": \"2011-02-17\""), "{item}");
        journey.keys("5 <End> o Close<Space>a<Space>school <Ctrl-s>");
        let screen = journey.text();
        assert!(screen.contains("Close a school"), "{screen}");
        assert!(journey.file().contains("\"title\": \"Close a school\""));
        journey.keys("u");
        assert!(!journey.file().contains("Close a school"));
        assert!(journey.text().contains(" saved"), "{}", journey.text());
    }
}
