//! The questions, one after the other, in plain lines: no screen, no boxes, no escape sequences, so that a screen
//! reader or a bad line takes them as they come. Every answer is one step, saved before the next question.

use std::io::BufRead;

use super::super::desk::Desk;
use super::super::error::{CliError, Code};
use super::super::output::Output;
use super::answer::{put, words};
use crate::analysis::index::Index;
use crate::analysis::round::{self, Ask, Entry, Task, Whose, entry, nothing_to_report, tasks};
use crate::domain::edit::Step;
use crate::domain::form::{Context, Entry as Field, FormField, shown_figure, stretch_text};
use crate::report::round::sheet;
use crate::report::trail::{by, sentence};
use crate::store::{CommitError, Committed};
use crate::text;

/// What the steps are called in the history.
const CAUSE: &str = "round";

/// What an answer asks for beside saying something.
enum Reply {
    /// Something is said.
    Said(String),
    /// It is passed over.
    Nothing,
    /// There is nothing to report of the whole task.
    NothingToReport,
    /// The whole task is passed over.
    Skip,
    /// The task before is asked for again.
    Back,
    /// The round is left.
    Leave,
}

/// Where to go after a task.
enum Way {
    On,
    Back,
    Out,
}

/// A round that is asked.
pub(super) struct Asking<R> {
    desk: Desk,
    whose: Whose,
    answers: R,
    /// The last change that was saved, until the file is written anew.
    last: Option<Committed>,
}

impl<R: BufRead> Asking<R> {
    pub(super) fn new(desk: Desk, whose: Whose, answers: R) -> Self {
        Self {
            desk,
            whose,
            answers,
            last: None,
        }
    }

    /// Asks until all is given, or somebody leaves. However it ends, what was answered is saved.
    pub(super) fn run(mut self, output: &mut Output<'_>) -> Result<Code, CliError> {
        let ended = self.ask_all(output);
        if let Some(committed) = self.last.take() {
            self.desk.saved(committed, output);
        }
        ended.map(|()| Code::DONE)
    }

    fn tasks(&self) -> Vec<Task> {
        let desk = &self.desk;
        tasks(&desk.workspace, &desk.index, desk.moment, &self.whose)
    }

    fn ask_all(&mut self, output: &mut Output<'_>) -> Result<(), CliError> {
        let all = self.tasks();
        let period = self.desk.moment.period.map(|it| it.to_string());
        output.line(&format!(
            "Update round of {}: {} of {} still missing.",
            period.unwrap_or_default(),
            round::open(&all),
            all.len()
        ))?;
        output.line(
            "Empty passes over, \"nothing\" has nothing to report, \"skip\" goes to the next, \"back\" to the one before, \"q\" leaves.",
        )?;
        let mut at = 0;
        let mut wanted = None;
        loop {
            self.look(output)?;
            let all = self.tasks();
            let next = wanted
                .take()
                .or_else(|| (at..all.len()).find(|at| all.get(*at).is_some_and(Task::is_open)));
            let Some((here, task)) = next.and_then(|at| Some((at, all.get(at)?.clone()))) else {
                break;
            };
            match self.ask_task(here, all.len(), &task, output)? {
                Way::On => at = here + 1,
                Way::Back => wanted = Some(here.saturating_sub(1)),
                Way::Out => break,
            }
        }
        let missing = round::open(&self.tasks());
        output.line("")?;
        output.line(&match missing {
            0 => "The round is done: nothing is missing.".to_owned(),
            missing => format!("{missing} still missing; begin again to go on with them."),
        })
    }

    /// Takes in what others changed meanwhile, and says whose the newest change is.
    fn look(&mut self, output: &mut Output<'_>) -> Result<(), CliError> {
        if let Some(news) = self.desk.store.poll()? {
            if let Some(newest) = news.entries.last() {
                let said = sentence(newest, &news.workspace, self.desk.moment);
                output.line(&format!("Meanwhile {}: {said}", by(newest)))?;
            }
            self.desk.workspace = news.workspace;
            self.desk.index = Index::new(&self.desk.workspace);
        }
        Ok(())
    }

    fn ask_task(
        &mut self,
        at: usize,
        of: usize,
        task: &Task,
        output: &mut Output<'_>,
    ) -> Result<Way, CliError> {
        let desk = &self.desk;
        let Some(asked) = entry(&desk.workspace, desk.moment, task) else {
            return Ok(Way::On);
        };
        let sheet = sheet(&desk.workspace, &desk.index, desk.moment, task, &asked);
        output.line("")?;
        let code = if sheet.code.is_empty() {
            String::new()
        } else {
            format!("{}. ", sheet.code)
        };
        output.line(&format!("{} of {of}. {code}{}", at + 1, sheet.title))?;
        output.line(&format!("{}. Missing: {}.", sheet.what, missing(task)))?;
        for (label, words) in &sheet.facts {
            output.line(&format!("{label}: {}", words.replace('\n', " ")))?;
        }
        let keys: Vec<&'static str> = asked.fields.iter().map(|field| field.key).collect();
        for key in keys {
            match self.ask_field(task, key, output)? {
                Reply::Said(_) | Reply::Nothing => {}
                Reply::Skip | Reply::NothingToReport => return Ok(Way::On),
                Reply::Back => return Ok(Way::Back),
                Reply::Leave => return Ok(Way::Out),
            }
        }
        Ok(Way::On)
    }

    /// Asks for one field until the answer can be kept, and keeps it. What somebody else gave meanwhile is
    /// shown, and asked for again.
    fn ask_field(
        &mut self,
        task: &Task,
        key: &str,
        output: &mut Output<'_>,
    ) -> Result<Reply, CliError> {
        loop {
            let desk = &self.desk;
            let Some(asked) = entry(&desk.workspace, desk.moment, task) else {
                output.line("It is not in the file any more.")?;
                return Ok(Reply::Skip);
            };
            let field = asked.fields.iter().copied().find(|field| field.key == key);
            // Why a date moved goes with the date, and is not asked for apart.
            let Some(field) = field.filter(|field| !matches!(field.entry, Field::Why)) else {
                return Ok(Reply::Nothing);
            };
            let context = self.context(task);
            prompt(&asked, field, &context, output)?;
            let reply = self.reply()?;
            let desk = &self.desk;
            let step = match &reply {
                Reply::Said(answer) => {
                    let mut object = asked.base.clone();
                    match put(&mut object, field, answer, &context, desk.moment.today) {
                        Ok(reading) => {
                            if !reading.is_empty() {
                                output.line(&format!("  {reading}"))?;
                            }
                        }
                        Err(why) => {
                            output.line(&format!("  Not kept: {why}"))?;
                            continue;
                        }
                    }
                    asked.step(&desk.workspace, &object, CAUSE)
                }
                Reply::NothingToReport => {
                    nothing_to_report(&desk.workspace, desk.moment, task, CAUSE)
                }
                _ => return Ok(reply),
            };
            let step = match step {
                Ok(Some(step)) => step,
                Ok(None) => return Ok(reply),
                Err(why) => {
                    output.line(&format!("  Not kept: {why}"))?;
                    continue;
                }
            };
            if self.kept(&step, output)? {
                return Ok(reply);
            }
        }
    }

    /// What figures of a task are measured in, and the scale.
    fn context(&self, task: &Task) -> Context {
        let workspace = &self.desk.workspace;
        let indicator = workspace.indicators.get(task.record.id.as_str());
        let figures = matches!(task.ask, Ask::Result(_) | Ask::Forecast(_));
        Context {
            period: self.desk.moment.period,
            scale: workspace.scale(),
            unit: indicator.filter(|_| figures).and_then(|it| it.unit.clone()),
        }
    }

    /// Saves a step; false where somebody else changed the same, which is shown.
    fn kept(&mut self, step: &Step, output: &mut Output<'_>) -> Result<bool, CliError> {
        match self.desk.store.commit(step) {
            Ok(committed) => {
                self.desk.workspace = committed.workspace.clone();
                self.desk.index = Index::new(&self.desk.workspace);
                self.last = Some(committed);
                Ok(true)
            }
            Err(CommitError::Conflict(conflict)) => {
                output.line("  Not kept: somebody else changed it meanwhile.")?;
                if let Some(newest) = conflict.theirs.last() {
                    let said = sentence(newest, &conflict.workspace, self.desk.moment);
                    output.line(&format!("  {}: {said}", by(newest)))?;
                }
                self.desk.workspace = conflict.workspace;
                self.desk.index = Index::new(&self.desk.workspace);
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The next line of the answers; their end leaves.
    fn reply(&mut self) -> Result<Reply, CliError> {
        let mut bytes = Vec::new();
        if self.answers.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(Reply::Leave);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(match line.trim() {
            "" => Reply::Nothing,
            "q" => Reply::Leave,
            "nothing" => Reply::NothingToReport,
            "skip" => Reply::Skip,
            "back" => Reply::Back,
            said => Reply::Said(said.to_owned()),
        })
    }
}

fn missing(task: &Task) -> String {
    if task.is_open() {
        task.missing.join(", ")
    } else {
        "nothing".to_owned()
    }
}

/// Asks for a field: its label, what it may be, what it is now and what it was.
fn prompt(
    asked: &Entry,
    field: &'static FormField,
    context: &Context,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let held = |object: &crate::domain::form::Object| match field.entry {
        Field::Figure => shown_figure(object),
        Field::Timescale { .. } => object.get(field.key).map(stretch_text).unwrap_or_default(),
        _ => object.text(field.key).replace('_', " "),
    };
    let mut notes: Vec<String> = Vec::new();
    let words = words(field, context);
    if !words.is_empty() {
        notes.push(words.join(", ").replace('_', " "));
    }
    let now = held(&asked.base);
    if !now.is_empty() {
        notes.push(format!("now {now}"));
    }
    let was = asked
        .before
        .as_ref()
        .map(|before| (held(&before.said), &before.when));
    if let Some((was, when)) = was.filter(|(was, _)| !was.is_empty() && !field.entry.is_prose()) {
        notes.push(format!("{when}: {was}"));
    }
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!(" ({})", notes.join("; "))
    };
    let prompt = format!("{}{notes}: ", field.label);
    output.inert(&text::display_safe(&prompt).replace('\n', " "))?;
    output.flush()
}
