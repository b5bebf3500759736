//! What there is to know for one task of the update round, before anybody answers: what it is called, what is
//! asked, and what stands beside the fields. For the screen and for plain questions alike.

use super::figures::bar_text;
use crate::analysis::challenge::suggestion;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::round::{Ask, Entry, NOTHING, Task, figures};
use crate::analysis::stage::stage;
use crate::analysis::standing::{bar, polarity, standing};
use crate::analysis::tracker::tracker;
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::form::{Object, shown_figure};
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, spoken_of};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::record::Record as _;
use crate::domain::workspace::Workspace;

/// A task in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The code, if the record has one.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What is asked, and for when.
    pub what: String,
    /// What there is to know beside it, each with its label.
    pub facts: Vec<(String, String)>,
}

impl Sheet {
    fn add(&mut self, label: &str, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.facts.push((label.to_owned(), words));
        }
    }
}

/// What there is to know for a task.
pub fn sheet(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    task: &Task,
    entry: &Entry,
) -> Sheet {
    let code = code_of(workspace, &task.record, moment);
    let has_code = code != task.record.id.as_str();
    let mut sheet = Sheet {
        code: if has_code { code } else { String::new() },
        title: title_of(workspace, &task.record, moment),
        what: what(task, moment),
        facts: Vec::new(),
    };
    match task.ask {
        Ask::Tracker => of_tracker(&mut sheet, workspace, index, moment, task),
        Ask::Result(stretch) => of_figure(&mut sheet, workspace, task, stretch),
        Ask::Forecast(year) => {
            of_figure(&mut sheet, workspace, task, year);
            of_forecast(&mut sheet, workspace, moment, task);
        }
        Ask::Progress => of_action(&mut sheet, workspace, moment, task),
        Ask::Update => of_recommendation(&mut sheet, workspace, moment, task),
    }
    if let Some(before) = &entry.before {
        let words = said(&before.said, task.ask);
        sheet.add(&before.when, words);
    }
    sheet
}

/// What is asked, and for when.
fn what(task: &Task, moment: Moment) -> String {
    let period = moment.period.map_or_else(String::new, |it| it.to_string());
    match task.ask {
        Ask::Tracker => format!("Tracker for {period}"),
        Ask::Result(stretch) if moment.period.is_some_and(|it| it.contains(stretch)) => {
            format!("Result for {stretch}")
        }
        Ask::Result(stretch) => format!("Result for {stretch}, due in {period}"),
        Ask::Forecast(year) => format!("Expected result for {year}, as of {period}"),
        Ask::Progress => format!("Progress of the action in {period}"),
        Ask::Update => format!("Update of the recommendation in {period}"),
    }
}

/// What was said the last time, in words. What a figure was stands beside its field already.
fn said(before: &Object, ask: Ask) -> String {
    let keys: &[&str] = match ask {
        Ask::Result(_) | Ask::Forecast(_) => return String::new(),
        Ask::Tracker => &["rating", "direction", "summary"],
        Ask::Progress => &["status", "text", "next_steps", "risks"],
        Ask::Update => &["draft_stage", "stage", "text"],
    };
    let words = joined(before, keys);
    let nothing = before.text("note").lines().any(|line| line == NOTHING);
    if words.is_empty() && nothing {
        NOTHING.to_lowercase()
    } else {
        words
    }
}

/// The texts of some keys in a row.
fn joined(object: &Object, keys: &[&str]) -> String {
    let text = |key: &&str| {
        let text = match *key {
            "status" => object.text(key).replace('_', " "),
            "draft_stage" | "stage" => {
                let number = object.get(key).map(crate::domain::json::Json::shown);
                let label = key.replace('_', " ");
                number.map_or_else(String::new, |number| {
                    let number = number.trim_matches(['[', ']', '"']).to_owned();
                    format!("{label} {number}")
                })
            }
            key => object.text(key),
        };
        text.trim().to_owned()
    };
    let mut texts: Vec<String> = keys.iter().map(text).collect();
    texts.retain(|text| !text.is_empty());
    texts.join(" · ")
}

fn of_tracker(
    sheet: &mut Sheet,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    task: &Task,
) {
    let Some(priority) = workspace.priorities.get(task.record.id.as_str()) else {
        return;
    };
    let tracker = tracker(priority, moment);
    if let Some(suggested) = suggestion(workspace, index, &tracker, moment) {
        let words = format!("{}: {}", suggested.rating, suggested.reason());
        sheet.add("Suggested", words);
    }
    let joint = tracker.update.map_or(&[][..], |it| &it.joint_with);
    let codes = joint.iter().map(|id| {
        let served = RecordRef::new(Kind::Priority, id);
        code_of(workspace, &served, moment)
    });
    let codes: Vec<String> = codes.collect();
    sheet.add("Joint with", codes.join(", "));
}

fn of_figure(sheet: &mut Sheet, workspace: &Workspace, task: &Task, stretch: Period) {
    let Some(indicator) = workspace.indicators.get(task.record.id.as_str()) else {
        return;
    };
    let unit = indicator.unit.as_ref();
    let targets = figures::targets(indicator, stretch);
    let targets = targets.into_iter().map(|target| {
        let figure = bar_text(&bar(target), unit);
        let figure = if figure.is_empty() {
            target.text.clone()
        } else {
            figure
        };
        if target.set_by.is_empty() {
            figure
        } else {
            format!("{figure} ({})", target.set_by)
        }
    });
    let targets: Vec<String> = targets.filter(|words| !words.is_empty()).collect();
    let good = good(indicator).map_or_else(String::new, |good| format!("; good is {good}"));
    if targets.is_empty() {
        sheet.add("Target", format!("none in figures{good}"));
    } else {
        sheet.add("Target", format!("{}{good}", targets.join(", ")));
    }
}

/// What good looks like.
fn good(indicator: &Indicator) -> Option<&'static str> {
    use crate::domain::polarity::Polarity;
    Some(match polarity(indicator)? {
        Polarity::Rise => "more",
        Polarity::Fall => "less",
        Polarity::Range => "within the band",
    })
}

fn of_forecast(sheet: &mut Sheet, workspace: &Workspace, moment: Moment, task: &Task) {
    let Some(indicator) = workspace.indicators.get(task.record.id.as_str()) else {
        return;
    };
    let newest = standing(workspace, indicator, moment).result;
    if let Some(result) = newest {
        let of = spoken_of(&result.reported, &result.period);
        let figure = shown_figure(&Object::of_record(result));
        sheet.add("Newest result", format!("{figure} for {}", of.text()));
    }
}

fn of_action(sheet: &mut Sheet, workspace: &Workspace, moment: Moment, task: &Task) {
    let Some(action) = workspace.actions.get(task.record.id.as_str()) else {
        return;
    };
    if !action.priority.is_empty() {
        let served = RecordRef::new(Kind::Priority, &action.priority);
        let code = code_of(workspace, &served, moment);
        let title = title_of(workspace, &served, moment);
        sheet.add("For", format!("{code}  {title}"));
    }
    let stands = crate::analysis::deadline::deadline(action, moment);
    let late = if stands.is_overdue() { ", overdue" } else { "" };
    let words = action.timescale.as_ref().map_or("", |it| it.text.as_str());
    if !words.is_empty() {
        sheet.add("Due", format!("{words}{late}"));
    }
    sheet.add("So far", stands.status.map_or("", ActionStatus::shown));
    let open = action.milestones.iter().filter(|it| {
        let status = it.status.as_ref().and_then(Choice::known);
        !status.is_some_and(ActionStatus::is_closed)
    });
    for milestone in open {
        let when = milestone
            .timescale
            .as_ref()
            .map_or("", |it| it.text.as_str());
        let when = if when.is_empty() {
            String::new()
        } else {
            format!(" ({when})")
        };
        sheet.add("Milestone", format!("{}{when}", milestone.text));
    }
    sheet.add("Outcome", action.desired_outcome.clone());
}

fn of_recommendation(sheet: &mut Sheet, workspace: &Workspace, moment: Moment, task: &Task) {
    let Some(asked) = workspace.recommendations.get(task.record.id.as_str()) else {
        return;
    };
    if sheet.title != asked.text {
        sheet.add("Asks", asked.text.clone());
    }
    sheet.add("Stage", stage(workspace, asked, moment).label());
    let due = asked.get("due").map(|due| Object::of(&due).text("text"));
    sheet.add("Due", due.unwrap_or_default());
}
