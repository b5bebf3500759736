//! The rows of the overview: counts, trend, summary, judgements, indicators off target, changes.
//!
//! A row is named by its section and, where it stands for a record, that record: one priority stands
//! in the trend and in the summary.

use crate::analysis::changes::{Change, ChangeKind, Seen, changes};
use crate::analysis::counts::{CountsTable, PeriodCounts, counts_over_periods};
use crate::analysis::moment::{Moment, knew};
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::off_target::{OffTarget, off_target};
use crate::analysis::summary::{SummaryTheme, summary};
use crate::analysis::trend::trend;
use crate::app::state::{About, ListName, OverviewLine, Section, State, Way};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::report::figures::{bar_text, figure_text};
use crate::report::programme::board_title;

/// Derives what the screen shows, and its rows.
pub(super) fn derive(state: &mut State) {
    let mut sections = counts(state);
    let (risks, periods) = risks(state);
    sections.push(risks);
    sections.extend(sheet(state));
    sections.push(judgements(state));
    sections.push(off(state));
    sections.extend(changed(state));
    sections.retain(|(_, rows)| !rows.is_empty());
    state.overview.periods = periods;
    state.overview.lines.clear();
    state.overview.sections.clear();
    for (place, (title, rows)) in sections.into_iter().enumerate() {
        let names = rows.iter().map(|(row, _)| row.clone()).collect();
        state.overview.sections.push(Section { title, rows: names });
        let lines = rows.into_iter().map(|(row, line)| (row, (place, line)));
        state.overview.lines.extend(lines);
    }
    super::refresh_from(state, ListName::Overview);
}

/// Every row, without the filter.
pub(super) fn rows(state: &State) -> Vec<Id> {
    let sections = state.overview.sections.iter();
    sections.flat_map(|section| section.rows.clone()).collect()
}

/// The headings of its sections.
pub(super) fn group(state: &mut State) {
    let mut list = std::mem::take(&mut state.overview.list);
    let section = |row: &Id| {
        let place = state.overview.lines.get(row).map(|(place, _)| *place)?;
        state.overview.sections.get(place)
    };
    list.group(|row| section(row).map_or_else(String::new, |it| it.title.clone()));
    state.overview.list = list;
}

/// What `Enter` opens.
pub fn behind(state: &State) -> Option<About> {
    match state.overview.selected()? {
        OverviewLine::Counts { counts, .. } => Some(counted(counts, state.overview.number)),
        OverviewLine::Indicator { off, .. } => Some(About::Chart(off.record.clone())),
        _ => state.selected_in_list().map(About::Record),
    }
}

/// Exactly the records that a number counts, as they were in its period; of a published number those
/// that the file knows. The number behind the ratings is the total.
fn counted(counts: &PeriodCounts, number: usize) -> About {
    let period = counts.period;
    let basis = counts.basis.word();
    let (title, said, records) = counts.counts.get(number).map_or_else(
        || in_all(counts),
        |count| {
            let title = format!("Rated {} in {period}", count.rating);
            (title, count.recorded(), count.records.clone())
        },
    );
    let note = match said {
        Some(said) => format!("{basis}: {said}"),
        None => format!("{basis}: {}", records.len()),
    };
    About::Records {
        title,
        note,
        records,
        period: Some(period),
    }
}

/// What the total of a period opens.
fn in_all(counts: &PeriodCounts) -> (String, Option<String>, Vec<RecordRef>) {
    let all = counts.counts.iter().flat_map(|count| &count.records);
    let all: Vec<RecordRef> = all.cloned().collect();
    let known = all.len();
    let said = (known != counts.total).then(|| format!("{known} of {} recorded", counts.total));
    (format!("Rated in {}", counts.period), said, all)
}

/// A heading with its rows and what they show.
type Rows = (String, Vec<(Id, OverviewLine)>);

/// The rating counts, a section a board.
fn counts(state: &State) -> Vec<Rows> {
    let workspace = state.workspace();
    let tables = counts_over_periods(workspace, &state.index, state.moment, None);
    let several = tables.len() > 1;
    let heading = |table: &CountsTable| match (&table.board, several) {
        (Some(board), _) => format!("Rating counts   {}", board_title(workspace, board)),
        (None, true) => "Rating counts   all priorities".to_owned(),
        (None, false) => "Rating counts".to_owned(),
    };
    let rows = |table: &CountsTable| {
        let most = table.rows.iter().map(|row| row.total).max().unwrap_or(0);
        let board = table.board.as_ref().map_or("", Id::as_str);
        let row = |counts: &PeriodCounts| {
            let name = Id::new(&format!("counts {board}@{}", counts.period));
            let counts = counts.clone();
            (name, OverviewLine::Counts { counts, most })
        };
        table.rows.iter().map(row).collect()
    };
    tables
        .iter()
        .map(|table| (heading(table), rows(table)))
        .collect()
}

/// A row that stands for a record.
fn named(section: &str, record: &RecordRef) -> Id {
    Id::new(&format!("{section} {record}"))
}

/// The high-risk priorities over the last periods, and those periods.
fn risks(state: &State) -> (Rows, Vec<Period>) {
    let (workspace, moment) = (state.workspace(), state.moment);
    let trend = trend(workspace, &state.index, moment, None);
    let rows = trend.rows.into_iter().filter_map(|row| {
        let first = row.priorities.first()?;
        let codes = row.priorities.iter();
        let codes: Vec<String> = codes.map(|it| code_of(workspace, it, moment)).collect();
        let line = OverviewLine::Trend {
            codes: codes.join(" "),
            title: title_of(workspace, first, moment),
            row: row.clone(),
        };
        Some((named("trend", first), line))
    });
    let rows = rows.collect();
    let heading = match (trend.periods.first(), trend.periods.last()) {
        (Some(first), Some(last)) if first != last => {
            format!("High-risk trend   {first} to {last}")
        }
        (_, Some(only)) => format!("High-risk trend   {only}"),
        _ => "High-risk trend".to_owned(),
    };
    ((heading, rows), trend.periods)
}

/// The summary sheet, a section a theme.
fn sheet(state: &State) -> Vec<Rows> {
    let themes = summary(state.workspace(), &state.index, state.moment, None);
    let heading = |theme: &SummaryTheme| match (theme.code.is_empty(), theme.title.is_empty()) {
        (true, true) => "Summary   without a theme".to_owned(),
        (true, false) => format!("Summary   {}", theme.title),
        (false, _) => format!("Summary   {} {}", theme.code, theme.title),
    };
    themes
        .into_iter()
        .map(|theme| {
            let heading = heading(&theme);
            let rows = theme.rows.into_iter();
            let rows = rows.map(|row| (named("summary", &row.record), OverviewLine::Priority(row)));
            (heading, rows.collect())
        })
        .collect()
}

/// The judgements that were known at the moment.
fn judgements(state: &State) -> Rows {
    let workspace = state.workspace();
    let known = workspace.judgements.iter();
    let known = known.filter(|judgement| knew(workspace, state.moment, &judgement.at));
    let rows = known.map(|judgement| {
        let record = RecordRef::new(Kind::Judgement, &judgement.id);
        let parts = [&judgement.subject, &judgement.body, &judgement.at];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let line = OverviewLine::Judgement {
            grade: judgement.grade.map(|it| it.to_string()).unwrap_or_default(),
            title: parts.join(", "),
            limiting: judgement.limiting == Some(true),
        };
        (named("judged", &record), line)
    });
    let heading = "Judgements   1 poor, 2 adequate, 3 good, 4 excellent";
    (heading.to_owned(), rows.collect())
}

/// The indicators off target.
fn off(state: &State) -> Rows {
    let (workspace, moment) = (state.workspace(), state.moment);
    let line = |off: OffTarget| {
        let indicator = workspace.indicators.get(off.record.id.as_str());
        let unit = indicator.and_then(|it| it.unit.as_ref());
        let row = named("off", &off.record);
        let line = OverviewLine::Indicator {
            code: code_of(workspace, &off.record, moment),
            title: title_of(workspace, &off.record, moment),
            result: figure_text(off.value, unit, ""),
            target: bar_text(&off.bar, unit),
            off,
        };
        (row, line)
    };
    let found = off_target(workspace, &state.index, moment, None);
    let rows = found.into_iter().map(line).collect();
    ("Indicators off target".to_owned(), rows)
}

/// What changed since the period before the one in view, a section a kind of change.
fn changed(state: &State) -> Vec<Rows> {
    let (workspace, index, moment) = (state.workspace(), &state.index, state.moment);
    let Some(earlier) = state.period_beside(Way::Earlier) else {
        return Vec::new();
    };
    let seen = |moment: Moment| Seen {
        workspace,
        index,
        moment,
    };
    let before = seen(Moment::new(workspace, Some(earlier), None));
    let mut sections: Vec<(ChangeKind, Rows)> = Vec::new();
    for (place, change) in changes(before, seen(moment), None).into_iter().enumerate() {
        let kind = change.kind;
        if sections.last().is_none_or(|(last, _)| *last != kind) {
            let heading = format!("{} since {earlier}", kind.title());
            sections.push((kind, (heading, Vec::new())));
        }
        let row = named(&format!("change-{place}"), &change.record);
        let line = change_line(state, &change);
        if let Some((_, (_, rows))) = sections.last_mut() {
            rows.push((row, line));
        }
    }
    sections.into_iter().map(|(_, rows)| rows).collect()
}

/// A change with the code of its record; where that has none, what changed comes first and the title
/// behind it.
fn change_line(state: &State, change: &Change) -> OverviewLine {
    let code = code_of(state.workspace(), &change.record, state.moment);
    let title = title_of(state.workspace(), &change.record, state.moment);
    let code = if code == change.record.id.as_str() {
        String::new()
    } else {
        code
    };
    let way = match (change.before.is_empty(), change.after.is_empty()) {
        (false, false) => format!("{} to {}", change.before, change.after),
        (true, false) => change.after.clone(),
        (false, true) => change.before.clone(),
        (true, true) => String::new(),
    };
    let mut said: Vec<&str> = vec![&way];
    if !way.contains(&change.part) {
        said.push(&change.part);
    }
    if way != title {
        said.push(&title);
    }
    said.retain(|words| !words.is_empty());
    OverviewLine::Change {
        said: said.join("   "),
        code,
        better: change.better,
    }
}
