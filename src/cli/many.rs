//! One change of several records: shown first, made as one step.

use std::fmt::Write as _;

use crate::analysis::many::{Field, Outcome, Setting, plan};
use crate::analysis::naming::code_of;
use crate::domain::edit::{Edit, Step, apply_step};
use crate::domain::id::RecordRef;
use crate::search::catalogue::Catalogue;
use crate::store::CommitError;

use super::arguments::Globals;
use super::desk::{Desk, parse};
use super::error::{CliError, Code, Kind as ErrorKind};
use super::json::{self, Object};
use super::output::Output;
use super::record::{find, head};

/// How often others may change the same records in between.
const ATTEMPTS: usize = 8;

/// What is to be done.
pub(super) struct Many<'a> {
    /// What is set of every record.
    pub(super) settings: Vec<Setting>,
    /// Which records.
    pub(super) records: Vec<RecordRef>,
    /// The cause of the step, as the history shows it.
    pub(super) cause: &'static str,
    /// Whether it is shown and asked about before it is done.
    pub(super) asks: bool,
    /// Whether the answer was given already.
    pub(super) yes: bool,
    /// The options of the whole program.
    pub(super) globals: &'a Globals,
}

/// What it comes to.
struct Planned {
    /// What each setting makes of each record.
    lines: Vec<(usize, RecordRef, Outcome)>,
    edits: Vec<Edit>,
}

impl Planned {
    fn changing(&self) -> usize {
        let changes = |outcome: &Outcome| matches!(outcome, Outcome::Changes { .. });
        let changing = self.lines.iter().filter(|(_, _, it)| changes(it));
        let mut records: Vec<&RecordRef> = changing.map(|(_, record, _)| record).collect();
        records.dedup();
        records.len()
    }
}

/// The records that are named by code, and those that fit a query and have what is set.
pub(super) fn records(
    desk: &Desk,
    codes: &[String],
    query: Option<&str>,
    settings: &[Setting],
) -> Result<Vec<RecordRef>, CliError> {
    let mut records: Vec<RecordRef> = Vec::new();
    let mut add = |record: RecordRef| {
        if !records.contains(&record) {
            records.push(record);
        }
    };
    for code in codes {
        add(find(desk, code, None)?);
    }
    if let Some(query) = query {
        let catalogue = Catalogue::new(&desk.workspace, desk.moment);
        let parsed = parse(&catalogue, query, "--where")?;
        let has_all = |record: &&RecordRef| {
            let mut settings = settings.iter();
            settings.all(|setting| setting.field().fits(record.kind))
        };
        let all = catalogue.records().iter().filter(has_all).cloned();
        let fitting = catalogue.matching(&parsed, all, &desk.asked());
        if fitting.is_empty() && codes.is_empty() {
            let message = format!("nothing that could be changed fits {query}");
            return Err(CliError::new(ErrorKind::NoMatch, message, ""));
        }
        fitting.into_iter().for_each(add);
    }
    Ok(records)
}

/// Shows what becomes of each record, asks where that is wanted, and does it.
pub(super) fn run(
    many: &Many<'_>,
    desk: &mut Desk,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let planned = planned(many, desk)?;
    report(many, desk, &planned, output)?;
    let changing = planned.changing();
    if changing == 0 {
        let refused =
            |(_, _, outcome): &(usize, RecordRef, Outcome)| matches!(outcome, Outcome::Refused(_));
        return Ok(if planned.lines.iter().any(refused) {
            Code::NEGATIVE
        } else {
            Code::DONE
        });
    }
    if many.asks && !many.yes {
        let records = if changing == 1 { "record" } else { "records" };
        output.confirm(&format!("Change {changing} {records} as one?"))?;
    }
    commit(many, desk, planned, output)?;
    Ok(Code::DONE)
}

/// Makes the step. Where somebody changed one of the records meanwhile, what is wanted is held against
/// theirs.
fn commit(
    many: &Many<'_>,
    desk: &mut Desk,
    mut plan: Planned,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    for _ in 0..ATTEMPTS {
        let step = Step::new(many.cause, std::mem::take(&mut plan.edits));
        match desk.store.commit(&step) {
            Ok(committed) => {
                desk.saved(committed, output);
                return Ok(());
            }
            Err(CommitError::Conflict(conflict)) => {
                desk.workspace = conflict.workspace;
                plan = planned(many, desk)?;
                if plan.edits.is_empty() {
                    return Ok(());
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    let path = desk.store.path().to_owned();
    Err(CommitError::Contended { path }.into())
}

fn planned(many: &Many<'_>, desk: &Desk) -> Result<Planned, CliError> {
    let mut workspace = desk.workspace.clone();
    let mut planned = Planned {
        lines: Vec::new(),
        edits: Vec::new(),
    };
    for (place, setting) in many.settings.iter().enumerate() {
        let one = plan(&workspace, &desk.index, desk.moment, &many.records, setting);
        apply_step(&mut workspace, &Step::new(many.cause, one.edits.clone()))?;
        planned.edits.extend(one.edits);
        let lines = one.lines.into_iter();
        planned
            .lines
            .extend(lines.map(|(record, outcome)| (place, record, outcome)));
    }
    let order = |record: &RecordRef| many.records.iter().position(|it| it == record);
    planned
        .lines
        .sort_by_key(|(place, record, _)| (order(record), *place));
    Ok(planned)
}

fn report(
    many: &Many<'_>,
    desk: &Desk,
    planned: &Planned,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let field = |place: &usize| many.settings.get(*place).map(Setting::field);
    if many.globals.json {
        let lines = planned.lines.iter().map(|(place, record, outcome)| {
            let field = field(place).map_or("", key);
            object(head(desk, record).with("field", field), outcome)
        });
        let lines: Vec<Object> = lines.collect();
        return json::print(&lines, output);
    }
    let arrow = if many.globals.ascii { "->" } else { "→" };
    for (place, record, outcome) in &planned.lines {
        let Some(field) = field(place) else {
            continue;
        };
        let mut line = code_of(&desk.workspace, record, desk.moment);
        if let Some(period) = desk.moment.period.filter(|_| field.is_of_period()) {
            let _ = write!(line, ", {period}");
        }
        let word = field.word();
        let gap = if word.is_empty() { "" } else { " " };
        let _ = match outcome {
            Outcome::Changes { before, after } => {
                write!(line, ": {word}{gap}{before} {arrow} {after}")
            }
            Outcome::Same(words) => write!(line, ": {word}{gap}unchanged, {words}"),
            Outcome::Refused(why) => write!(line, ": unchanged, {why}"),
        };
        output.line(&line)?;
    }
    Ok(())
}

/// The field as the file calls it.
fn key(field: Field) -> &'static str {
    match field {
        Field::RetiredFrom => "retired_from",
        Field::Approval => "approvals",
        Field::Officer => "officers",
        Field::Due => "due",
        field => field.word(),
    }
}

fn object(object: Object, outcome: &Outcome) -> Object {
    match outcome {
        Outcome::Changes { before, after } => object
            .with("outcome", "changes")
            .with("before", before)
            .with("after", after),
        Outcome::Same(words) => object.with("outcome", "same").with("after", words),
        Outcome::Refused(why) => object.with("outcome", "refused").with("why", why),
    }
}
