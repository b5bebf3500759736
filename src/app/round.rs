//! The update round while somebody goes through it: what is asked for, which of it is in view, and what is
//! typed into its fields. What is still missing is worked out of the workspace, never kept.

use super::form::{Asked, Form, Input, Target};
use super::place::Places;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::round::{self, Ask, Entry, Task, Whose, entry, tasks, tasks_of};
use crate::domain::id::RecordRef;
use crate::domain::workspace::Workspace;
use crate::report::round::{Sheet, sheet};

/// A round.
#[derive(Clone, Debug)]
pub struct Round {
    /// Whose tasks are asked for.
    pub whose: Whose,
    /// All that the period asks for, given or not.
    pub tasks: Vec<Task>,
    /// The one in view; behind the last one the end.
    pub at: usize,
    /// What is entered for it.
    pub open: Option<OpenTask>,
}

/// The task in view.
#[derive(Clone, Debug)]
pub struct OpenTask {
    /// What is entered, and where it goes.
    pub entry: Entry,
    /// Its fields.
    pub form: Form,
    /// What there is to know beside them.
    pub sheet: Sheet,
}

/// What a round looks at.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The workspace as it is shown.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The period and day in view.
    pub moment: Moment,
}

impl Round {
    /// A round that begins with the first thing that is missing.
    pub fn new(whose: Whose, seen: Seen<'_>) -> Self {
        let mut round = Self {
            tasks: tasks(seen.workspace, seen.index, seen.moment, &whose),
            whose,
            at: 0,
            open: None,
        };
        let first = round.next_open(0).unwrap_or(round.tasks.len());
        round.show(first, seen);
        round
    }

    /// Where its keys go.
    pub fn place(&self) -> Places {
        let input = self
            .open
            .as_ref()
            .and_then(|open| open.form.fields()?.focused());
        match input.map(|field| &field.input) {
            Some(Input::Line(_) | Input::Area(_)) => Places::ROUND_TEXT,
            _ => Places::ROUND,
        }
    }

    /// The task in view; none at the end.
    pub fn task(&self) -> Option<&Task> {
        self.tasks.get(self.at)
    }

    /// How many tasks are still open.
    pub fn missing(&self) -> usize {
        round::open(&self.tasks)
    }

    /// The first open task from a place on.
    pub fn next_open(&self, from: usize) -> Option<usize> {
        let mut behind = self.tasks.iter().enumerate().skip(from);
        behind.find(|(_, task)| task.is_open()).map(|(at, _)| at)
    }

    /// The first task of the next part, or of the one before.
    pub fn next_part(&self, forward: bool) -> Option<usize> {
        let part = |at: usize| self.tasks.get(at).map(|task| task.ask.part());
        let here = part(self.at);
        let first = |at: &usize| *at == 0 || part(*at) != part(at - 1);
        if forward {
            (self.at + 1..self.tasks.len()).find(|at| part(*at) != here)
        } else {
            (0..self.at).filter(first).rfind(|at| part(*at) != here)
        }
    }

    /// Shows a task, or the end behind the last.
    pub fn show(&mut self, at: usize, seen: Seen<'_>) {
        self.at = at.min(self.tasks.len());
        self.open = self.task().and_then(|task| opened(task, seen));
    }

    /// Whether something is entered that is not kept yet: the names of the fields.
    pub fn entered(&self) -> Vec<String> {
        self.open
            .as_ref()
            .map_or_else(Vec::new, |open| open.form.entered())
    }

    /// These records were changed: what is missing of them is worked out anew, and fields that were not
    /// touched show what stands there now.
    pub fn touched(&mut self, records: &[RecordRef], seen: Seen<'_>) {
        for record in records {
            let now = tasks_of(seen.workspace, seen.index, seen.moment, record);
            for task in self.tasks.iter_mut().filter(|task| task.record == *record) {
                let same = now.iter().find(|now| now.is_same(task));
                task.missing = same.map_or_else(Vec::new, |now| now.missing.clone());
            }
        }
        self.refresh(seen);
    }

    /// The workspace is another one: everything is worked out anew. The task in view stays in view as long
    /// as it is asked for.
    pub fn replaced(&mut self, seen: Seen<'_>) {
        let here = self.task().cloned();
        self.tasks = tasks(seen.workspace, seen.index, seen.moment, &self.whose);
        let same = here.and_then(|here| self.tasks.iter().position(|task| task.is_same(&here)));
        if let Some(at) = same {
            self.at = at;
            self.refresh(seen);
        } else {
            let at = self.next_open(self.at.min(self.tasks.len()));
            self.show(at.unwrap_or(self.tasks.len()), seen);
        }
    }

    fn refresh(&mut self, seen: Seen<'_>) {
        let Some(task) = self.tasks.get(self.at) else {
            return;
        };
        let (Some(open), Some(entry)) =
            (self.open.as_mut(), entry(seen.workspace, seen.moment, task))
        else {
            self.open = opened(task, seen);
            return;
        };
        let asked = Asked::new(seen.workspace, seen.moment, open.form.unit.clone());
        if let Some(fields) = open.form.ground_mut() {
            fields.refresh(entry.base.clone(), &asked);
        }
        open.sheet = sheet(seen.workspace, seen.index, seen.moment, task, &entry);
        open.entry = entry;
    }
}

/// A task with its fields.
fn opened(task: &Task, seen: Seen<'_>) -> Option<OpenTask> {
    let entry = entry(seen.workspace, seen.moment, task)?;
    let unit = match task.ask {
        Ask::Result(_) | Ask::Forecast(_) => {
            let indicators = &seen.workspace.indicators;
            indicators.get(task.record.id.as_str())?.unit.clone()
        }
        _ => None,
    };
    let asked = Asked::new(seen.workspace, seen.moment, unit);
    let mut form = Form::of_fields(
        Target::Existing(entry.record.clone()),
        entry.form,
        &entry.fields,
        entry.base.clone(),
        &asked,
    );
    if let (Some(before), Some(fields)) = (&entry.before, form.ground_mut()) {
        fields.set_beside(&before.when, &before.said, &asked);
    }
    let sheet = sheet(seen.workspace, seen.index, seen.moment, task, &entry);
    Some(OpenTask { entry, form, sheet })
}
