use super::*;
use crate::report::document::{Block, Span};

fn rated() -> Document {
    let mut document = Document::about("LN-1d", "Vulnerable \u{1b}[31mgroups");
    let [chip, word] = Span::rating(Rating::Red);
    document.blocks.push(Block::Paragraph(vec![chip, word]));
    document
}

#[test]
fn without_colour_there_is_no_control_character_but_line_ends() {
    let text = to_text(&rated(), 80, false, false);
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        "{text:?}"
    );
    assert!(text.contains(" R  red"));
}

#[test]
fn in_colour_every_tone_is_switched_off_again_and_data_stays_inert() {
    let text = to_text(&rated(), 80, false, true);
    assert!(text.contains("\u{1b}[1;97;41m R \u{1b}[0m red"), "{text:?}");
    assert!(!text.contains("\u{1b}[31m"), "{text:?}");
}
