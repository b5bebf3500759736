use super::Desk;

#[test]
fn changes_are_taken_back_and_made_again_one_by_one() {
    let mut desk = Desk::small();
    desk.saved_keys("R - j G");
    assert_eq!(desk.rated("neet"), "red deteriorating");
    assert_eq!(desk.rated("early"), "green -");
    desk.saved_keys("u");
    assert_eq!(desk.rated("early"), "amber -");
    assert_eq!(
        desk.message(),
        "Undone: LN-2 rated green (was amber) in 2010/11 Q2   Ctrl-r makes it again"
    );
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "red improving");
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "amber improving");
    desk.keys("u");
    assert_eq!(desk.message(), "Nothing to undo");
    desk.saved_keys("<Ctrl-r> <Ctrl-r>");
    assert_eq!(desk.rated("neet"), "red deteriorating");
    assert!(desk.message().starts_with("Made again: LN-1 deteriorating"));
    desk.saved_keys("<Ctrl-r>");
    assert_eq!(desk.rated("early"), "green -");
    desk.keys("<Ctrl-r>");
    assert_eq!(desk.message(), "Nothing to redo");
}

#[test]
fn a_new_change_ends_what_could_be_made_again() {
    let mut desk = Desk::small();
    desk.saved_keys("R u G <Ctrl-r>");
    assert_eq!(desk.message(), "Nothing to redo");
    assert_eq!(desk.rated("neet"), "green improving");
}

#[test]
fn changes_and_their_undoing_leave_the_file_as_it_was() {
    let mut desk = Desk::small();
    let before = desk.disk.clone();
    desk.saved_keys("R <End> A + n x <Enter> u u u u");
    assert_eq!(desk.disk, before);
    assert_eq!(desk.state.workspace(), &before);
}

#[test]
fn a_change_is_undone_while_it_is_on_its_way() {
    let mut desk = Desk::small();
    let first = desk.keys("R");
    assert!(desk.keys("u").is_empty(), "one commit at a time");
    assert_eq!(desk.rated("neet"), "amber improving");
    desk.save(first);
    assert_eq!(desk.state.ledger.pending().count(), 0);
    assert_eq!(desk.disk, super::read(super::SMALL));
}

#[test]
fn undo_is_refused_after_somebody_elses_change_of_the_same_field() {
    let mut desk = Desk::small();
    desk.saved_keys("R");
    desk.somebody_rates("neet", "green");
    // Their change comes in with the next one.
    desk.saved_keys("+ j G");
    assert_eq!(desk.rated("neet"), "green improving");
    desk.saved_keys("u");
    assert_eq!(desk.rated("early"), "amber -");
    desk.saved_keys("u");
    assert!(
        desk.message().starts_with("Not undone: "),
        "{}",
        desk.message()
    );
    assert_eq!(desk.rated("neet"), "green improving");
}

#[test]
fn undo_that_meets_somebody_elses_change_on_the_disk_takes_theirs() {
    let mut desk = Desk::small();
    desk.saved_keys("R");
    desk.somebody_rates("neet", "green");
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(
        desk.message(),
        "Not undone: rating of LN-1 is green now, not red"
    );
    desk.saved_keys("<Ctrl-r>");
    assert_eq!(desk.message(), "Nothing to redo", "nothing was undone");
}

#[test]
fn a_refused_change_leaves_the_others_to_be_undone() {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    let effects = desk.keys("R j G");
    desk.save(effects);
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(desk.rated("early"), "green -");
    desk.keys("T");
    desk.saved_keys("u");
    assert_eq!(desk.rated("early"), "amber -", "the one that stands");
    desk.keys("u");
    assert_eq!(desk.message(), "Nothing to undo");
}
