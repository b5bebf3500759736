//! The page of a judgement: a graded inspection result.

use super::document::{Document, Fact, Span, Tone};
use super::provenance;
use crate::domain::number::Number;
use crate::domain::recommendation::Judgement;

/// A judgement with its grade in words.
pub fn judgement_page(judgement: &Judgement) -> Document {
    let mut document = Document::about("", &judgement.subject);
    let mut facts = vec![Fact::new("Grade", grade_spans(judgement.grade))];
    if judgement.limiting == Some(true) {
        let said = Span::mark("it limits the overall grade");
        facts.push(Fact::new("Limiting", vec![said]));
    }
    for (label, value) in [("Judged by", &judgement.body), ("When", &judgement.at)] {
        if !value.is_empty() {
            facts.push(Fact::plain(label, value.as_str()));
        }
    }
    document.facts(facts);
    provenance::add_sources(&mut document, &[&judgement.rest]);
    document
}

/// A grade and what it means: the words of the four-grade scale (paper 001, lines 532 to 545: performs
/// poorly, adequately, well, excellently; inspections say inadequate, adequate, good, outstanding).
pub fn grade_spans(grade: Option<Number>) -> Vec<Span> {
    let Some(grade) = grade else {
        return vec![Span::dim("not graded")];
    };
    let (words, tone) = match super::figures::number_text(grade.get()).as_str() {
        "1" => ("poor or inadequate", Tone::Missed),
        "2" => ("adequate", Tone::Close),
        "3" => ("good", Tone::Met),
        "4" => ("excellent or outstanding", Tone::Met),
        _ => ("not a grade from 1 to 4", Tone::Mark),
    };
    vec![
        Span::new(grade.to_string(), tone),
        Span::plain(format!("  {words}")),
    ]
}
