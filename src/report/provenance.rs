//! Where a record or figure comes from, and the notes that stand with it.

use super::document::{Document, Fact};
use crate::domain::record::{Rest, Source};

/// `paper 003, line 4`, one after the other, each once.
pub fn sources_text<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let mut papers: Vec<(&str, Vec<&str>)> = Vec::new();
    for source in sources {
        let place = papers.iter().position(|(paper, _)| *paper == source.paper);
        let place = place.unwrap_or_else(|| {
            papers.push((&source.paper, Vec::new()));
            papers.len() - 1
        });
        if let Some((_, places)) = papers.get_mut(place)
            && !source.at.is_empty()
            && !places.contains(&source.at.as_str())
        {
            places.push(&source.at);
        }
    }
    let one = |(paper, places): &(&str, Vec<&str>)| match (paper.is_empty(), places.is_empty()) {
        (true, _) => places.join(", "),
        (false, true) => format!("paper {paper}"),
        (false, false) => format!("paper {paper}, {}", places.join(", ")),
    };
    papers.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The section that says where all this comes from; left out where nobody says.
pub fn add_sources(document: &mut Document, records: &[&Rest]) {
    let sources = sources_text(records.iter().flat_map(|rest| rest.source()));
    let mut facts = Vec::new();
    if !sources.is_empty() {
        facts.push(Fact::plain("Sources", sources));
    }
    for note in records
        .iter()
        .map(|rest| rest.note())
        .filter(|note| !note.is_empty())
    {
        facts.push(Fact::plain("Note", note));
    }
    if !facts.is_empty() {
        document.section("Sources and notes", "");
        document.facts(facts);
    }
}
