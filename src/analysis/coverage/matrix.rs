//! Recommendations against what monitors them, as a sparse table.

use std::collections::{BTreeMap, HashMap};

use super::is_direct;
use crate::analysis::boards::{boards_of, shows};
use crate::analysis::index::Index;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::Via;
use crate::domain::workspace::Workspace;

/// Recommendations (rows) against what monitors them (columns).
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// What monitors: priorities, indicators, plans, actions, monitors, each kind in the file's order.
    pub columns: Vec<MatrixColumn>,
    /// The recommendations in the file's order, those without a route too.
    pub rows: Vec<MatrixRow>,
}

/// Something that monitors.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MatrixColumn {
    /// The record, whether or not the workspace holds it.
    pub record: RecordRef,
    /// The number in a plan; empty for the plan as a whole and for everything else.
    pub reference: String,
}

/// A recommendation.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// Which one.
    pub recommendation: RecordRef,
    /// By the place of the column: whether the route is direct. A direct route hides an indirect one
    /// through the same thing.
    pub cells: BTreeMap<usize, bool>,
}

/// The coverage matrix. It costs what the routes are, not rows times columns.
pub fn matrix(workspace: &Workspace, index: &Index, board: Option<&Id>) -> Matrix {
    let mut matrix = Matrix::default();
    let mut places: HashMap<MatrixColumn, usize> = HashMap::new();
    for recommendation in &workspace.recommendations {
        let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
        if !shows(board, &boards_of(workspace, index, &record)) {
            continue;
        }
        let mut row = MatrixRow {
            recommendation: record,
            cells: BTreeMap::new(),
        };
        for route in &recommendation.routes {
            let Some(column) = route.via.as_ref().and_then(column) else {
                continue;
            };
            let next = places.len();
            let place = *places.entry(column).or_insert(next);
            let direct = row.cells.entry(place).or_default();
            *direct |= is_direct(route);
        }
        matrix.rows.push(row);
    }
    in_order(workspace, matrix, places)
}

fn column(via: &Via) -> Option<MatrixColumn> {
    Some(MatrixColumn {
        record: via.record()?,
        reference: via.r#ref.clone(),
    })
}

/// Puts the columns into the order of their kinds and of the file.
fn in_order(
    workspace: &Workspace,
    mut matrix: Matrix,
    places: HashMap<MatrixColumn, usize>,
) -> Matrix {
    let order = |column: &MatrixColumn| {
        let kind = match column.record.kind {
            Kind::Priority => 0,
            Kind::Indicator => 1,
            Kind::Plan => 2,
            Kind::Action => 3,
            _ => 4,
        };
        let records = workspace.records(column.record.kind);
        let place = records.and_then(|records| records.position(column.record.id.as_str()));
        let number = column.reference.parse::<u32>().unwrap_or(u32::MAX);
        (
            kind,
            place.unwrap_or(usize::MAX),
            number,
            column.reference.clone(),
            column.record.id.clone(),
        )
    };
    let mut columns: Vec<(MatrixColumn, usize)> = places.into_iter().collect();
    columns.sort_by_cached_key(|(column, _)| order(column));
    let mut moved = vec![0; columns.len()];
    for (to, (_, from)) in columns.iter().enumerate() {
        if let Some(place) = moved.get_mut(*from) {
            *place = to;
        }
    }
    for row in &mut matrix.rows {
        let cells = std::mem::take(&mut row.cells).into_iter();
        let cells = cells.filter_map(|(place, direct)| Some((*moved.get(place)?, direct)));
        row.cells = cells.collect();
    }
    matrix.columns = columns.into_iter().map(|(column, _)| column).collect();
    matrix
}
