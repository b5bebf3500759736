//! The summary sheet: every priority by theme with its rating, direction and accountable director (paper
//! 001, lines 697 to 724).

use super::boards::shows;
use super::counts::is_retired;
use super::index::Index;
use super::joint;
use super::moment::Moment;
use super::tracker::Tracker;
use crate::domain::choice::Choice;
use crate::domain::code::in_order;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::Role;
use crate::domain::priority::Priority;
use crate::domain::rating::{Direction, Rating};
use crate::domain::workspace::Workspace;

/// A theme of the sheet with its priorities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryTheme {
    /// The theme; none for priorities without one that is in the file.
    pub theme: Option<RecordRef>,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its priorities by their codes of then, those without a code last.
    pub rows: Vec<SummaryRow>,
}

/// A priority of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// Which one.
    pub record: RecordRef,
    /// The code of then; the id where there is none.
    pub code: String,
    /// The title of then.
    pub title: String,
    /// The rating, where one of the scale is recorded.
    pub rating: Option<Rating>,
    /// The direction of travel.
    pub direction: Option<Direction>,
    /// The accountable directors of then.
    pub directors: Vec<String>,
    /// Whether it is counted among the high risks.
    pub high_risk: bool,
    /// The priority whose tracker this one shows, where they have one together.
    pub joint: Option<RecordRef>,
}

/// The summary sheet at a moment, the themes in the file's order; of one board where one is named.
pub fn summary(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<SummaryTheme> {
    let mut themes: Vec<SummaryTheme> = workspace
        .themes
        .iter()
        .map(|theme| SummaryTheme {
            theme: Some(RecordRef::new(Kind::Theme, &theme.id)),
            code: theme.code.clone(),
            title: theme.title.clone(),
            rows: Vec::new(),
        })
        .collect();
    let mut others = SummaryTheme {
        theme: None,
        code: String::new(),
        title: "No theme".to_owned(),
        rows: Vec::new(),
    };
    for priority in &workspace.priorities {
        if is_retired(priority, moment) || !shows(board, &priority.boards) {
            continue;
        }
        let place = workspace.themes.place(priority.theme.as_str());
        let theme = place.and_then(|place| themes.get_mut(place));
        let rows = &mut theme.unwrap_or(&mut others).rows;
        rows.push(row(workspace, index, moment, priority));
    }
    themes.push(others);
    themes.retain(|theme| !theme.rows.is_empty());
    for theme in &mut themes {
        let is_nameless = |row: &SummaryRow| row.code == row.record.id.as_str();
        theme
            .rows
            .sort_by_cached_key(|row| (is_nameless(row), in_order(&row.code)));
    }
    themes
}

fn row(workspace: &Workspace, index: &Index, moment: Moment, priority: &Priority) -> SummaryRow {
    let (tracker, holder) = joint::shown(workspace, index, priority, moment);
    let code = if tracker.code.is_empty() {
        priority.id.to_string()
    } else {
        tracker.code.to_owned()
    };
    SummaryRow {
        record: RecordRef::new(Kind::Priority, &priority.id),
        code,
        title: tracker.title.to_owned(),
        rating: tracker.rating(),
        direction: tracker.direction(),
        directors: directors(&tracker, moment),
        high_risk: priority.high_risk == Some(true),
        joint: holder.map(|holder| RecordRef::new(Kind::Priority, &holder.id)),
    }
}

fn directors(tracker: &Tracker<'_>, moment: Moment) -> Vec<String> {
    let officers = tracker.officers(moment).iter();
    let directors = officers.filter(|officer| {
        officer.role.as_ref().and_then(Choice::known) == Some(Role::AccountableDirector)
    });
    let names = directors.map(|officer| officer.called().to_owned());
    names.filter(|name| !name.is_empty()).collect()
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

    fn said(workspace: &Workspace, period: Option<&str>) -> Vec<String> {
        let moment = Moment::new(workspace, period.and_then(Period::read), None);
        let themes = summary(workspace, &Index::new(workspace), moment, None);
        let theme = |theme: &SummaryTheme| {
            let codes: Vec<&str> = theme.rows.iter().map(|row| row.code.as_str()).collect();
            format!("{}: {}", theme.code, codes.join(" "))
        };
        themes.iter().map(theme).collect()
    }

    /// Paper 001, lines 697 to 724: fifteen rows under four themes. HW-1f stands out of its place in
    /// the text and belongs to Health and Well Being.
    #[test]
    fn the_sheet_of_the_sample_lists_the_papers_codes_by_theme() {
        let sample = read(include_str!("../../sample-data/leeds.json"));
        assert_eq!(
            said(&sample, None),
            [
                "TP: TP-2b TP-2e TP-3b TP-3c",
                "HW: HW-1c HW-1d HW-1e HW-1f HW-3a",
                "LN: LN-1b LN-1c LN-1d LN-1e(i) LN-1e(ii)",
                "HM: HM-1a",
            ]
        );
        // In 2008/09 the codes of then stand, and LN-1e was one.
        let then = said(&sample, Some("2008/09 Q4"));
        assert!(
            then[1].starts_with("HW: HW-1c HW-2a HW-2b HW-3a HW-3d"),
            "{}",
            then[1]
        );
        assert!(then[2].contains("LN-1e "), "{}", then[2]);
    }

    #[test]
    fn a_row_shows_rating_direction_and_director_and_the_joint_tracker() {
        let workspace = read(
            r#"{"current_period":"2010/11 Q2","themes":[{"id":"t","code":"T"},{"id":"empty"}],
            "priorities":[
            {"id":"a","code":"T-10","theme":"t","updates":[{"period":"2010/11 Q2","rating":"red","direction":"static","joint_with":["b"]}]},
            {"id":"b","code":"T-2","theme":"t","high_risk":true,"officers":[
                {"role":"accountable_director","post":"Director"},{"role":"lead","post":"Lead"}]},
            {"id":"c","theme":"gone"}]}"#,
        );
        assert_eq!(said(&workspace, None), ["T: T-2 T-10", ": c"]);
        let moment = Moment::new(&workspace, None, None);
        let themes = summary(&workspace, &Index::new(&workspace), moment, None);
        let row = &themes[0].rows[0];
        assert_eq!(
            (row.rating, row.direction),
            (Some(Rating::Red), Some(Direction::Static))
        );
        assert_eq!(row.directors, ["Director"]);
        assert!(row.high_risk);
        assert_eq!(row.joint, RecordRef::read("priority:a"));
    }
}
