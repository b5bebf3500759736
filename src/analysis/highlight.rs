//! The highlight report of a quarter (paper 004): its issues of significance, the indicators that miss
//! their target by theme, problems of data quality, and what is reported to more than one board.

use super::boards::{boards_of, shows};
use super::counts::is_retired;
use super::exceptions::{Exception, Group, exceptions};
use super::index::Index;
use super::moment::Moment;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// The highlights of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlights {
    /// The issues of the period in the file's order.
    pub issues: Vec<RecordRef>,
    /// The indicators that miss their target, under the theme of the first priority that lists them; under
    /// none those that no priority lists. Themes in the file's order.
    pub missed: Vec<(Option<RecordRef>, Vec<Exception>)>,
    /// The indicators with concerns about their data.
    pub quality: Vec<Exception>,
    /// The priorities and indicators that are relevant to several boards, with those boards.
    pub dual: Vec<(RecordRef, Vec<Id>)>,
}

/// The highlights at a moment; of one board where one is named.
pub fn highlights(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Highlights {
    let issues = workspace
        .highlights
        .iter()
        .filter(|it| it.period.read() == moment.period && shows(board, &it.boards));
    let exceptions = exceptions(workspace, index, moment, board);
    Highlights {
        issues: issues
            .map(|it| RecordRef::new(Kind::Highlight, &it.id))
            .collect(),
        missed: by_theme(workspace, index, exceptions.of(Group::Missed)),
        quality: exceptions.of(Group::Quality).to_vec(),
        dual: dual(workspace, index, moment, board),
    }
}

fn by_theme(
    workspace: &Workspace,
    index: &Index,
    missed: &[Exception],
) -> Vec<(Option<RecordRef>, Vec<Exception>)> {
    let mut themes: Vec<Vec<Exception>> = vec![Vec::new(); workspace.themes.len() + 1];
    for line in missed {
        let mut priorities = index.priorities_of(&line.record.id).iter();
        let place = priorities.find_map(|id| {
            let priority = workspace.priorities.get(id.as_str())?;
            workspace.themes.place(priority.theme.as_str())
        });
        let place = place.unwrap_or(workspace.themes.len());
        if let Some(lines) = themes.get_mut(place) {
            lines.push(line.clone());
        }
    }
    let refs = workspace.themes.iter();
    let refs = refs.map(|it| Some(RecordRef::new(Kind::Theme, &it.id)));
    let refs = refs.chain([None]);
    let all = refs.zip(themes);
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

fn dual(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<(RecordRef, Vec<Id>)> {
    let priorities = workspace.priorities.iter();
    let priorities = priorities
        .filter(|it| !is_retired(it, moment))
        .map(|it| RecordRef::new(Kind::Priority, &it.id));
    let indicators = workspace.indicators.iter();
    let indicators = indicators.map(|it| RecordRef::new(Kind::Indicator, &it.id));
    let all = priorities.chain(indicators);
    let boards = all.map(|record| {
        let boards = boards_of(workspace, index, &record);
        (record, boards)
    });
    boards
        .filter(|(_, boards)| boards.len() > 1 && shows(board, boards))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;
    use crate::domain::period::Period;

    fn read(text: &str) -> Workspace {
        Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
    }

    /// Paper 004: the issues of Quarter 4 2007/08; the first is the dual reporting of teenage conception.
    #[test]
    fn the_issues_of_the_sample_are_those_of_their_quarter() {
        let sample = read(include_str!("../../sample-data/leeds.json"));
        let index = Index::new(&sample);
        let at = |period: &str, board: Option<&str>| {
            let moment = Moment::new(&sample, Period::read(period), None);
            let board = board.map(Id::new);
            highlights(&sample, &index, moment, board.as_ref())
                .issues
                .len()
        };
        assert_eq!(at("2007/08 Q4", None), 5);
        assert_eq!(at("2007/08 Q4", Some("health")), 1);
        assert_eq!(at("2010/11 Q2", None), 0);
    }

    #[test]
    fn missed_indicators_stand_under_their_theme_and_what_two_boards_see_is_named() {
        let indicator = |id: &str, rest: &str| {
            format!(
                r#"{{"id":"{id}","polarity":"rise","targets":[{{"id":"t","reported":"2010/11 Q2","value":9}}],
                "results":[{{"id":"r","reported":"2010/11 Q2","value":1}}]{rest}}}"#
            )
        };
        let workspace = read(&format!(
            r#"{{"current_period":"2010/11 Q2","themes":[{{"id":"s"}},{{"id":"t"}}],
            "priorities":[{{"id":"p","theme":"t","boards":["x","y"],"indicators":["i"]}},{{"id":"q","theme":"s","boards":["x"]}}],
            "indicators":[{},{}]}}"#,
            indicator("i", ""),
            indicator(
                "lone",
                r#","boards":["x"],"data_quality":{"level":"significant_concerns"}"#
            )
        ));
        let moment = Moment::new(&workspace, None, None);
        let found = highlights(&workspace, &Index::new(&workspace), moment, None);
        let missed: Vec<String> = found
            .missed
            .iter()
            .map(|(theme, lines)| {
                let theme = theme.as_ref().map_or("none", |it| it.id.as_str());
                format!("{theme}: {}", lines[0].record.id)
            })
            .collect();
        assert_eq!(missed, ["t: i", "none: lone"]);
        assert_eq!(found.quality.len(), 1);
        let dual: Vec<&str> = found.dual.iter().map(|(it, _)| it.id.as_str()).collect();
        assert_eq!(dual, ["p", "i"]);
    }
}
