//! The indicators that are off their target: missed ones first, then those that are only close.

use super::boards::{boards_of, shows};
use super::index::Index;
use super::moment::{Moment, is_over};
use super::standing::{Verdict, standing};
use super::target::{Change, Judgement, Target as Bar};
use crate::domain::id::{Id, RecordRef};
use crate::domain::indicator::{reported, spoken_of};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;

/// An indicator off its target.
#[derive(Clone, Debug, PartialEq)]
pub struct OffTarget {
    /// Which one.
    pub record: RecordRef,
    /// What its newest result amounts to: missed, or close.
    pub verdict: Verdict,
    /// That result.
    pub value: Option<Number>,
    /// The period that it speaks of, else the one under which it was reported.
    pub period: Option<Period>,
    /// Whether it may still change.
    pub provisional: bool,
    /// The target that was fallen short of.
    pub bar: Bar,
    /// Who set it.
    pub set_by: String,
    /// Which way the indicator went.
    pub change: Option<Change>,
}

/// The indicators whose newest result at a moment is off its target: those that missed it, then those
/// that are close, each in the file's order. Of one board where one is named; retired ones are left
/// out.
pub fn off_target(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<OffTarget> {
    let mut found: Vec<OffTarget> = Vec::new();
    for indicator in &workspace.indicators {
        let record = RecordRef::new(Kind::Indicator, &indicator.id);
        let is_shown = board.is_none() || shows(board, &boards_of(workspace, index, &record));
        if !is_shown || is_over(&indicator.retired_from, moment) {
            continue;
        }
        let standing = standing(workspace, indicator, moment);
        let is_off = matches!(
            standing.verdict,
            Verdict::Judged(Judgement::Missed | Judgement::Close)
        );
        let mut against = standing.against.iter();
        let worst = against.rfind(|(_, verdict)| *verdict == standing.verdict);
        let (Some(result), Some((target, _)), true) = (standing.result, worst, is_off) else {
            continue;
        };
        let spoken = spoken_of(&result.reported, &result.period).read();
        found.push(OffTarget {
            record,
            verdict: standing.verdict,
            value: result.value,
            period: spoken.or_else(|| reported(&result.reported, &result.period).read()),
            provisional: result.provisional == Some(true),
            bar: super::standing::bar(target),
            set_by: target.set_by.clone(),
            change: standing.change,
        });
    }
    found.sort_by_key(|off| off.verdict != Verdict::Judged(Judgement::Missed));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::format::read;

    #[test]
    fn what_is_missed_comes_before_what_is_close_and_the_rest_is_left_out() {
        let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","indicators":[
            {"id":"near","polarity":"rise","targets":[{"id":"t","period":"2009/10","value":100}],"results":[{"id":"r","period":"2009/10","value":96}]},
            {"id":"missed","polarity":"fall","targets":[{"id":"t","period":"2009/10","value":10}],"results":[{"id":"r","period":"2009/10","value":20}]},
            {"id":"met","polarity":"rise","targets":[{"id":"t","period":"2009/10","value":10}],"results":[{"id":"r","period":"2009/10","value":20}]},
            {"id":"unjudged","targets":[{"id":"t","period":"2009/10","value":10}],"results":[{"id":"r","period":"2009/10","value":2}]},
            {"id":"gone","retired_from":"2010/11 Q1","polarity":"rise","targets":[{"id":"t","period":"2009/10","value":10}],"results":[{"id":"r","period":"2009/10","value":2}]}]}"#;
        let workspace = read(text.as_bytes()).unwrap();
        let index = Index::new(&workspace);
        let moment = Moment::new(&workspace, None, None);
        let found = off_target(&workspace, &index, moment, None);
        let ids: Vec<&str> = found.iter().map(|off| off.record.id.as_str()).collect();
        assert_eq!(ids, ["missed", "near"]);
        let nobody = Id::new("board");
        assert!(off_target(&workspace, &index, moment, Some(&nobody)).is_empty());
    }

    #[test]
    fn the_sample_lists_what_the_papers_figures_miss() {
        // Paper 001: NI 63 71.4 against 80 (line 1237), NI 45 68.1 against 78, NI 158 11.6 against 5.
        let workspace = read(include_bytes!("../../sample-data/leeds.json")).unwrap();
        let index = Index::new(&workspace);
        let moment = Moment::new(&workspace, None, None);
        let found = off_target(&workspace, &index, moment, None);
        for id in ["ni-63", "ni-45", "ni-158"] {
            assert!(
                found.iter().any(|off| off.record.id.as_str() == id
                    && off.verdict == Verdict::Judged(Judgement::Missed)),
                "{id}"
            );
        }
    }
}
