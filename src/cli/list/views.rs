//! Lists with an order and columns of their own: those of a saved view, or of `--sort` and `--columns`.

use super::{ListArgs, records};
use crate::analysis::coverage::gaps;
use crate::analysis::exceptions::exceptions;
use crate::analysis::listing::{Cell, Column, Listing, Seen, Sort, cell};
use crate::cli::arguments::Globals;
use crate::cli::desk::{Desk, parse};
use crate::cli::error::{CliError, Code};
use crate::cli::json::{self, Object};
use crate::cli::output::Output;
use crate::cli::record::every;
use crate::cli::table::{Column as Place, Table};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::View;
use crate::search::catalogue::Catalogue;
use crate::search::view::{Keeper, ListView, NoView, named, offered};
use crate::tui;

impl From<NoView> for CliError {
    fn from(error: NoView) -> Self {
        Self::usage(error.to_string(), error.hint())
    }
}

/// A line: its record, the group that it stands in, and why where it says so.
struct Line {
    record: RecordRef,
    group: usize,
    finding: &'static str,
    reason: String,
}

/// Lists what a view shows.
pub(super) fn run(
    args: &ListArgs,
    kind: Option<Kind>,
    desk: &Desk,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let view = view(args, kind, desk)?;
    let Some(list) = view.list else {
        return Err(misunderstood(&view));
    };
    let mut lines = lines(desk, list, kind)?;
    for query in [Some(view.filter.as_str()), args.query.as_deref()] {
        let query = query.map(str::trim).filter(|query| !query.is_empty());
        if let Some(query) = query {
            keep_fitting(&mut lines, desk, query)?;
        }
    }
    if let Some(sort) = view.sort {
        order(&mut lines, desk, sort);
    }
    if globals.json {
        let objects: Vec<Object> = lines.iter().map(|line| object(desk, line)).collect();
        json::print(&objects, output)?;
    } else {
        let columns = match view.columns.as_slice() {
            [] => list.usual_columns(),
            columns => columns,
        };
        let columns: Vec<Column> = columns
            .iter()
            .copied()
            .filter(|it| *it != Column::Run)
            .collect();
        table(desk, &lines, &columns, globals.ascii, output)?;
    }
    if lines.is_empty() {
        output.note("nothing fits the view");
        return Ok(Code::NEGATIVE);
    }
    Ok(Code::DONE)
}

/// The view that is asked for, with what the other options change about it.
fn view(args: &ListArgs, kind: Option<Kind>, desk: &Desk) -> Result<ListView, CliError> {
    let mut view = match &args.view {
        Some(name) => {
            let views = offered(&desk.workspace, &tui::private_views());
            named(&views, name)?.clone()
        }
        None => ListView::read(
            &View {
                screen: kind.map_or("", Kind::word).to_owned(),
                ..View::default()
            },
            Keeper::Person,
        ),
    };
    let given = View {
        screen: view.list.map_or("", Listing::word).to_owned(),
        sort: args.sort.clone().unwrap_or_default(),
        columns: args.columns.clone(),
        ..View::default()
    };
    let given = ListView::read(&given, Keeper::Person);
    if args.view.is_none() && view.list.is_none() {
        let plural = kind.map_or("records", Kind::plural);
        return Err(CliError::usage(
            format!("--sort and --columns do not work on {plural}"),
            "They work on priorities, indicators, actions and recommendations",
        ));
    }
    if !given.troubles.is_empty() {
        return Err(CliError::usage(
            given.troubles.join("; "),
            format!("Columns of it: {}", words_of(view.list)),
        ));
    }
    if !view.troubles.is_empty() {
        return Err(misunderstood(&view));
    }
    view.sort = given.sort.or(view.sort);
    if !given.columns.is_empty() {
        view.columns = given.columns;
    }
    Ok(view)
}

fn words_of(list: Option<Listing>) -> String {
    let columns = list.into_iter().flat_map(Listing::columns);
    columns.map(Column::word).collect::<Vec<_>>().join(", ")
}

fn misunderstood(view: &ListView) -> CliError {
    CliError::usage(
        format!("the view “{}”: {}", view.name, view.troubles.join("; ")),
        "Mend it in the file, or save it anew in the interface (v, s)",
    )
}

/// The lines of a list without its filter; of one kind where one is asked for.
fn lines(desk: &Desk, list: Listing, kind: Option<Kind>) -> Result<Vec<Line>, CliError> {
    let plain = |record| Line {
        record,
        group: 0,
        finding: "",
        reason: String::new(),
    };
    let mut lines: Vec<Line> = match list {
        Listing::Exceptions => {
            let found = exceptions(&desk.workspace, &desk.index, desk.moment, None);
            let lines = found.lines.into_iter();
            lines
                .map(|line| Line {
                    record: line.record,
                    group: line.group as usize,
                    finding: line.group.word(),
                    reason: line.reason,
                })
                .collect()
        }
        Listing::Gaps => {
            let found = gaps(&desk.workspace, &desk.index, desk.moment, None);
            let lines = found.into_iter();
            lines
                .map(|gap| Line {
                    record: gap.recommendation,
                    group: gap.reason as usize,
                    finding: gap.reason.word(),
                    reason: gap.words,
                })
                .collect()
        }
        Listing::Programme => [Kind::Item, Kind::Group, Kind::Decision]
            .into_iter()
            .enumerate()
            .flat_map(|(group, kind)| {
                let records = every(&desk.workspace, kind).into_iter();
                records.map(move |record| Line {
                    group,
                    ..plain(record)
                })
            })
            .collect(),
        _ => {
            let Some(kind) = list.kind() else {
                return Err(CliError::usage(
                    format!("a view of the {list} can be shown by the interface alone"),
                    "scrutineer --view NAME opens it",
                ));
            };
            records(desk, kind, None)?.into_iter().map(plain).collect()
        }
    };
    if let Some(kind) = kind {
        lines.retain(|line| line.record.kind == kind);
    }
    lines.sort_by_key(|line| line.group);
    Ok(lines)
}

fn keep_fitting(lines: &mut Vec<Line>, desk: &Desk, query: &str) -> Result<(), CliError> {
    let catalogue = Catalogue::new(&desk.workspace, desk.moment);
    let query = parse(&catalogue, query, "the filter")?;
    let rows = lines.iter().map(|line| line.record.clone());
    let fits: std::collections::HashSet<RecordRef> = catalogue
        .matching(&query, rows, &desk.asked())
        .into_iter()
        .collect();
    lines.retain(|line| fits.contains(&line.record));
    Ok(())
}

/// Puts lines in order; groups stay together.
fn order(lines: &mut Vec<Line>, desk: &Desk, sort: Sort) {
    let mut keyed: Vec<(Option<_>, Line)> = std::mem::take(lines)
        .into_iter()
        .map(|line| (says(desk, &line, sort.column).key, line))
        .collect();
    keyed.sort_by(|(one, line), (other, next)| {
        line.group
            .cmp(&next.group)
            .then_with(|| sort.compare(one.as_ref(), other.as_ref()))
    });
    lines.extend(keyed.into_iter().map(|(_, line)| line));
}

/// What a column says of a line.
fn says(desk: &Desk, line: &Line, column: Column) -> Cell {
    let seen = Seen {
        workspace: &desk.workspace,
        index: &desk.index,
        moment: desk.moment,
    };
    cell(seen, &line.record, column)
}

fn table(
    desk: &Desk,
    lines: &[Line],
    columns: &[Column],
    ascii: bool,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let place = |column: &Column| match column {
        Column::Title | Column::Reason => Place::Title,
        Column::Met | Column::Close | Column::Missed | Column::Late | Column::Count => Place::Right,
        Column::Officer | Column::Organisation | Column::Board => Place::Share(5),
        _ => Place::Left,
    };
    let mut places: Vec<Place> = columns.iter().map(place).collect();
    // A kind is not plain from a list of several.
    let several = lines.iter().any(|line| !line.finding.is_empty());
    if several {
        places.insert(0, Place::Left);
    }
    let mut table = Table::new(&places);
    for line in lines {
        let finding = several.then(|| line.finding.to_owned());
        let cells = columns.iter().map(|column| match column {
            Column::Reason => line.reason.clone(),
            column => says(desk, line, *column).text,
        });
        table.row(finding.into_iter().chain(cells));
    }
    table.print(ascii, output)
}

fn object(desk: &Desk, line: &Line) -> Object {
    let object = super::object(desk, &line.record);
    if line.finding.is_empty() {
        return object;
    }
    object
        .with("finding", line.finding)
        .with("reason", &line.reason)
}
