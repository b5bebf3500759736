//! Where the days come from.

use std::collections::HashMap;

use super::{Due, DueKind};
use crate::analysis::boards::{boards_of, shows};
use crate::analysis::counts::is_retired;
use crate::analysis::coverage::route_standing;
use crate::analysis::deadline::{due_days, is_carried};
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, is_over};
use crate::analysis::stage::is_closed;
use crate::analysis::tracker::tracker;
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::indicator::{Indicator, Target, reported};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::plan::Officer;
use crate::domain::recommendation::Recommendation;
use crate::domain::stated::Stated;
use crate::domain::timescale;
use crate::domain::unit::measured;
use crate::domain::workspace::Workspace;

/// Everything that has a day, in the order of kinds and of the file.
pub(super) fn everything(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<Due> {
    let mut collector = Collector {
        workspace,
        index,
        moment,
        board,
        found: Vec::new(),
    };
    collector.actions();
    collector.targets();
    collector.recommendations();
    collector.decisions();
    collector.found
}

struct Collector<'a> {
    workspace: &'a Workspace,
    index: &'a Index,
    moment: Moment,
    board: Option<&'a Id>,
    found: Vec<Due>,
}

impl Collector<'_> {
    fn has_passed(&self, day: Day) -> bool {
        self.moment.today.is_some_and(|today| day < today)
    }

    /// The boards of a record, if the board in view is one of them.
    fn boards(&self, record: &RecordRef) -> Option<Vec<Id>> {
        let boards = boards_of(self.workspace, self.index, record);
        shows(self.board, &boards).then_some(boards)
    }

    fn actions(&mut self) {
        let workspace = self.workspace;
        for action in &workspace.actions {
            if !is_carried(action, self.moment) {
                continue;
            }
            let record = RecordRef::new(Kind::Action, &action.id);
            let Some(boards) = self.boards(&record) else {
                continue;
            };
            for due in due_days(action, self.moment) {
                let officers = due.milestone.map_or(&[][..], |it| &it.officers);
                self.found.push(Due {
                    day: due.day,
                    kind: DueKind::Action,
                    record: record.clone(),
                    part: due.milestone.map_or(String::new(), |it| it.text.clone()),
                    officers: self.officers_of(action, officers),
                    boards: boards.clone(),
                    overdue: due.overdue,
                });
            }
        }
    }

    /// Those of the milestone, else those of the action, else who leads its priority.
    fn officers_of(&self, action: &Action, milestone: &[Officer]) -> Vec<String> {
        let own = if milestone.is_empty() {
            &action.officers
        } else {
            milestone
        };
        if own.is_empty() {
            return self.lead_of(&action.priority);
        }
        called(own)
    }

    fn lead_of(&self, priority: &Id) -> Vec<String> {
        let priority = self.workspace.priorities.get(priority.as_str());
        let lead = priority.and_then(|it| tracker(it, self.moment).lead(self.moment));
        lead.map(|lead| called(std::slice::from_ref(lead)))
            .unwrap_or_default()
    }

    /// Targets in figures that are still ahead: each is due at the end of its period.
    fn targets(&mut self) {
        let workspace = self.workspace;
        for indicator in &workspace.indicators {
            if is_over(&indicator.retired_from, self.moment) {
                continue;
            }
            let record = RecordRef::new(Kind::Indicator, &indicator.id);
            let Some(boards) = self.boards(&record) else {
                continue;
            };
            for target in &indicator.targets {
                let period = reported(&target.reported, &target.period).read();
                let day = period.map(Period::last);
                let Some((day, part)) = day.zip(figure(indicator, target)) else {
                    continue;
                };
                if !self.has_passed(day) {
                    self.found.push(Due {
                        day,
                        kind: DueKind::Target,
                        record: record.clone(),
                        part,
                        officers: self.owner_of(indicator),
                        boards: boards.clone(),
                        overdue: false,
                    });
                }
            }
        }
    }

    fn owner_of(&self, indicator: &Indicator) -> Vec<String> {
        if !indicator.owner.is_empty() {
            return vec![indicator.owner.clone()];
        }
        let first = self.index.priorities_of(&indicator.id).first();
        first.map(|id| self.lead_of(id)).unwrap_or_default()
    }

    fn recommendations(&mut self) {
        let workspace = self.workspace;
        let mut reports: HashMap<RecordRef, usize> = HashMap::new();
        for recommendation in &workspace.recommendations {
            if is_closed(workspace, recommendation, self.moment) {
                continue;
            }
            let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
            let Some(boards) = self.boards(&record) else {
                continue;
            };
            let mut add = |kind: DueKind, day: Day, overdue: bool| {
                self.found.push(Due {
                    day,
                    kind,
                    record: record.clone(),
                    part: String::new(),
                    officers: called(&recommendation.officers),
                    boards: boards.clone(),
                    overdue,
                });
            };
            let today = self.moment.today;
            let passed = |day: Day| today.is_some_and(|today| day < today);
            for day in due_of(recommendation) {
                add(DueKind::Recommendation, day, passed(day));
            }
            if let Some(day) = last_day(&recommendation.review_again) {
                // A review that stands in the file was asked for before its day.
                add(DueKind::Review, day, passed(day));
            }
            self.reports(recommendation, &boards, &mut reports);
        }
    }

    /// The next report on what a recommendation is monitored through, each thing once.
    fn reports(
        &mut self,
        recommendation: &Recommendation,
        boards: &[Id],
        reports: &mut HashMap<RecordRef, usize>,
    ) {
        let (workspace, index, moment) = (self.workspace, self.index, self.moment);
        for route in &recommendation.routes {
            let stands = route_standing(workspace, index, moment, route);
            let Some((day, record)) = stands.next.zip(stands.through) else {
                continue;
            };
            if self.is_over(&record) {
                continue;
            }
            let overdue = self.has_passed(day);
            if let Some(held) = reports.get(&record).and_then(|at| self.found.get_mut(*at)) {
                // Of several frequencies the shortest counts.
                held.day = held.day.min(day);
                held.overdue |= overdue;
                let new = boards.iter().filter(|board| !held.boards.contains(board));
                let new: Vec<Id> = new.cloned().collect();
                held.boards.extend(new);
                continue;
            }
            reports.insert(record.clone(), self.found.len());
            let every = route.frequency.as_ref().map_or("", |it| it.every.as_str());
            self.found.push(Due {
                day,
                kind: DueKind::Report,
                part: every.replace('_', " "),
                officers: self.reporter_of(&record),
                boards: boards.to_vec(),
                overdue,
                record,
            });
        }
    }

    fn is_over(&self, record: &RecordRef) -> bool {
        let id = record.id.as_str();
        match record.kind {
            Kind::Priority => {
                let priority = self.workspace.priorities.get(id);
                priority.is_some_and(|it| is_retired(it, self.moment))
            }
            Kind::Indicator => {
                let indicator = self.workspace.indicators.get(id);
                indicator.is_some_and(|it| is_over(&it.retired_from, self.moment))
            }
            _ => false,
        }
    }

    fn reporter_of(&self, record: &RecordRef) -> Vec<String> {
        let id = record.id.as_str();
        match record.kind {
            Kind::Priority => self.lead_of(&record.id),
            Kind::Indicator => {
                let indicator = self.workspace.indicators.get(id);
                indicator.map(|it| self.owner_of(it)).unwrap_or_default()
            }
            Kind::Action => {
                let action = self.workspace.actions.get(id);
                action
                    .map(|it| self.officers_of(it, &[]))
                    .unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Decisions that are still ahead: the file does not say whether one was taken.
    fn decisions(&mut self) {
        let Some(programme) = &self.workspace.programme else {
            return;
        };
        for decision in &programme.decisions {
            let record = RecordRef::new(Kind::Decision, &decision.id);
            let day = decision
                .expected
                .read()
                .filter(|day| !self.has_passed(*day));
            let Some((day, boards)) = day.zip(self.boards(&record)) else {
                continue;
            };
            let mut officers = called(&decision.officers);
            if officers.is_empty() && !decision.maker.is_empty() {
                officers.push(decision.maker.clone());
            }
            self.found.push(Due {
                day,
                kind: DueKind::Decision,
                record,
                part: String::new(),
                officers,
                boards,
                overdue: false,
            });
        }
    }
}

fn called(officers: &[Officer]) -> Vec<String> {
    let names = officers.iter().map(|officer| officer.called().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// `target 78%`, with what it is a part of; none where the target is words.
fn figure(indicator: &Indicator, target: &Target) -> Option<String> {
    let unit = indicator.unit.as_ref();
    let value = target.value.or(target.low).or(target.high)?;
    let size = measured(value.get(), unit);
    let set_by = if target.set_by.is_empty() {
        String::new()
    } else {
        format!(" of the {}", target.set_by)
    };
    let part = if target.breakdown.is_empty() {
        String::new()
    } else {
        format!(" ({})", target.breakdown)
    };
    Some(format!("target{set_by} {size}{part}"))
}

/// The days on which a recommendation is due: those given, else those that its words give.
pub(super) fn due_of(recommendation: &Recommendation) -> Vec<Day> {
    let Some(due) = &recommendation.due else {
        return Vec::new();
    };
    let given: Vec<Day> = due.dates.iter().filter_map(Stated::read).collect();
    if given.is_empty() {
        let made = recommendation.made.read().map(Period::quarter_of);
        timescale::read(&due.text, made).dates
    } else {
        given
    }
}

/// The last day that words such as `2011-06` or `20 January 2011` mean.
pub(super) fn last_day(words: &str) -> Option<Day> {
    Day::read(words).or_else(|| Period::read(words).map(Period::last))
}
