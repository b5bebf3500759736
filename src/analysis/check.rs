//! What does not hold together in a workspace: `scrutineer check` (domain rules, section 7).
//!
//! [`CHECKS`] is the one list of everything that is looked for. A check is a function of one value
//! (a *leaf*) or of the whole workspace; code and severity come from its line in the list, so that
//! no finding can have a code that is not listed. Imports `domain` and its own siblings alone.

mod approvals;
mod challenges;
mod choices;
mod codes;
mod fields;
mod figures;
mod order;
mod outlooks;
mod periods;
mod references;
mod report;
mod series;
mod text;
mod timescales;
mod totals;
pub(in crate::analysis) mod walk;

use crate::domain::finding::{Finding, Severity};
use crate::domain::workspace::Workspace;

use report::Report;
use walk::{Leaf, Path};

/// A check: what its findings are called, how bad they are, and what it looks for.
pub struct CheckSpec {
    /// The code of its findings.
    pub code: &'static str,
    /// How bad they are.
    pub severity: Severity,
    /// What it looks for, in one line.
    pub doc: &'static str,
    run: Run,
}

/// How a check looks at a workspace.
enum Run {
    /// One value after another.
    Leaf(fn(&Leaf<'_>, &Path<'_>, &mut Report<'_>)),
    /// All at once.
    Workspace(fn(&Workspace, &mut Report<'_>)),
}

const fn leaf(
    code: &'static str,
    severity: Severity,
    doc: &'static str,
    run: fn(&Leaf<'_>, &Path<'_>, &mut Report<'_>),
) -> CheckSpec {
    let run = Run::Leaf(run);
    CheckSpec {
        code,
        severity,
        doc,
        run,
    }
}

const fn whole(
    code: &'static str,
    severity: Severity,
    doc: &'static str,
    run: fn(&Workspace, &mut Report<'_>),
) -> CheckSpec {
    let run = Run::Workspace(run);
    CheckSpec {
        code,
        severity,
        doc,
        run,
    }
}

use Severity::{Error, Info, Warning};

/// Everything that is looked for.
#[rustfmt::skip]
pub const CHECKS: &[CheckSpec] = &[
    leaf("reference-dangles", Error, "A reference names a record that is not there", references::dangling),
    whole("code-doubled", Error, "Two records of a kind have the same code at one time", codes::doubled),
    leaf("key-missing", Error, "A member of a list lacks what it is known by, such as an update its period", text::missing_key),
    leaf("choice-unknown", Error, "A word is not one of those that its field knows", choices::unknown),
    whole("unit-unknown", Error, "An indicator is measured in something unknown", choices::unit),
    whole("rating-off-scale", Error, "A rating is not on the workspace's scale", choices::off_scale),
    whole("grade-unknown", Error, "A stage is not a whole number from 1 to 6, or a grade not one from 1 to 4", choices::numbered),
    leaf("period-unreadable", Error, "A period cannot be read, and takes part in no computation", periods::unreadable),
    leaf("date-unreadable", Error, "A date cannot be read, and takes part in no computation", periods::date_unreadable),
    leaf("date-impossible", Error, "A date is written well but there is no such day", periods::date_impossible),
    leaf("text-control", Error, "A text has control or direction-override characters", text::control),
    leaf("title-empty", Warning, "A record has no title", text::no_title),
    whole("percent-range", Warning, "A percentage is below 0 or above 100", figures::percent_range),
    whole("fraction-differs", Warning, "A figure and its fraction differ by more than published rounding", figures::fraction),
    whole("text-differs", Warning, "A figure and its published text differ", figures::text),
    whole("sources-differ", Warning, "Two sources give different figures for the same thing", series::sources),
    whole("parts-differ", Warning, "The parts of a period do not give its whole", series::parts),
    whole("band-missing", Warning, "A range indicator has a target without a band", figures::band),
    whole("polarity-missing", Warning, "An indicator has targets, and nobody says what good looks like", figures::polarity),
    whole("timescale-passed", Warning, "A timescale had passed when the action was last reviewed, and it is not closed", timescales::passed),
    whole("approval-early", Warning, "A tracker was approved before its period ended", approvals::early),
    whole("approval-twice", Warning, "One person approved a tracker in both roles", approvals::twice),
    whole("approval-changed", Warning, "A tracker was changed after it was approved", approvals::changed),
    whole("counts-differ", Warning, "Published rating counts and the ratings themselves differ", totals::published),
    whole("counts-total", Warning, "Published rating counts make another number of priorities than the board has", totals::whole),
    whole("forecast-at-odds", Warning, "A forecast and the run of results disagree on meeting the target", outlooks::at_odds),
    whole("challenge-unanswered", Warning, "A rating is better than the figures suggest, and nobody says why", challenges::unanswered),
    whole("forecast-is-target", Info, "A forecast equals its target exactly", series::forecast),
    whole("timescale-unread", Info, "No date, or not every date, can be read in a timescale", timescales::unread),
    leaf("time-unread", Info, "A time in words cannot be read", periods::words),
];

/// Everything in a workspace that does not hold together, in the file's order. Pointers are those of
/// the workspace as it is written.
pub fn check(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    let leaf_checks: Vec<_> = CHECKS
        .iter()
        .filter_map(|spec| match spec.run {
            Run::Leaf(run) => Some((spec, run)),
            Run::Workspace(_) => None,
        })
        .collect();
    walk::leaves(workspace, &mut |path, leaf| {
        for (spec, run) in &leaf_checks {
            run(leaf, path, &mut Report::new(workspace, spec, &mut findings));
        }
    });
    for spec in CHECKS {
        if let Run::Workspace(run) = spec.run {
            run(workspace, &mut Report::new(workspace, spec, &mut findings));
        }
    }
    findings.sort_by_cached_key(|finding| order::key(&finding.pointer));
    findings
}

#[cfg(test)]
mod tests;
