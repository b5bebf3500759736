//! The targets of a chart, each with the stretches of the scale that are close to it.

use super::Goal;
use crate::analysis::standing::{bar, polarity, slack};
use crate::analysis::target::close_to;
use crate::domain::indicator::{Indicator, Target, spoken_of};
use crate::domain::workspace::Workspace;

/// The targets in figures for a part of the population, by period. Where two say the same of one
/// period, one is drawn.
pub(super) fn goals(workspace: &Workspace, indicator: &Indicator, breakdown: &str) -> Vec<Goal> {
    let mut goals: Vec<Goal> = Vec::new();
    let targets = indicator.targets.iter();
    for target in targets.filter(|target| target.breakdown == breakdown) {
        let Some(goal) = goal(workspace, indicator, target) else {
            continue;
        };
        if !goals.contains(&goal) {
            goals.push(goal);
        }
    }
    goals.sort_by_key(|goal| goal.period);
    goals
}

fn goal(workspace: &Workspace, indicator: &Indicator, target: &Target) -> Option<Goal> {
    let bar = bar(target);
    let numbers = [bar.value, bar.low, bar.high];
    numbers.iter().any(Option::is_some).then_some(())?;
    let near = polarity(indicator).map_or_else(Vec::new, |polarity| {
        close_to(&bar, polarity, slack(workspace, indicator, target))
    });
    Some(Goal {
        period: spoken_of(&target.reported, &target.period).read()?,
        bar,
        near,
        set_by: target.set_by.clone(),
        provisional: target.provisional == Some(true),
    })
}

impl Goal {
    /// Every number of it, for a scale that has room for all.
    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> {
        let band = self.bar.band();
        let ends = band.into_iter().flat_map(|(low, high)| [low, high]);
        let near = self.near.iter().flat_map(|(low, high)| [*low, *high]);
        let given = [self.bar.value, self.bar.low, self.bar.high];
        given.into_iter().flatten().chain(ends).chain(near)
    }
}
