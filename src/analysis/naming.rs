//! What people call records: codes to show, and codes to find them by.

use super::moment::Moment;
use super::tracker::{served_in, tracker};
use crate::domain::code;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::priority::FormerCode;
use crate::domain::workspace::Workspace;

/// Plans whose prefix may be left off a code where the rest is unique.
const PLAN_PREFIXES: &[&str] = &["LSP", "CYPP"];

/// The code of a record at a moment, or its id where it has none.
pub fn code_of(workspace: &Workspace, record: &RecordRef, moment: Moment) -> String {
    let id = record.id.as_str();
    let code = match record.kind {
        Kind::Priority => workspace
            .priorities
            .get(id)
            .map(|priority| tracker(priority, moment).code.to_owned()),
        Kind::Indicator => workspace
            .indicators
            .get(id)
            .map(|indicator| then(&indicator.code, &indicator.former_codes, moment).to_owned()),
        Kind::Theme => workspace.themes.get(id).map(|theme| theme.code.clone()),
        Kind::Recommendation => {
            let found = workspace.recommendations.get(id);
            found.map(|recommendation| {
                then(&recommendation.code, &recommendation.former_codes, moment).to_owned()
            })
        }
        _ => None,
    };
    code.filter(|code| !code.is_empty())
        .unwrap_or_else(|| id.to_owned())
}

/// The former code that served in the period in view, else the present one.
fn then<'a>(present: &'a str, former: &'a [FormerCode], moment: Moment) -> &'a str {
    served_in(former, moment.period).unwrap_or(present)
}

/// The title of a record, or the beginning of what it says where it has none.
pub fn title_of(workspace: &Workspace, record: &RecordRef, moment: Moment) -> String {
    let id = record.id.as_str();
    if let (Kind::Priority, Some(priority)) = (record.kind, workspace.priorities.get(id)) {
        return tracker(priority, moment).title.to_owned();
    }
    let found = workspace.record(record.kind, id);
    let keys = ["title", "heading", "subject", "text", "name"];
    let text = found.and_then(|record| keys.iter().find_map(|key| record.get(key)?.to_text()));
    text.unwrap_or_default()
}

/// How well a typed code fits one that a record has: the code of the period in view first, then the
/// present one, then former ones, then other names, then the id, then a code without its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    InView,
    Present,
    Former,
    OtherName,
    Id,
    WithoutPlan,
}

/// The records that a typed code can mean: those of the best fit, all of them if several fit equally.
/// `kind:id` names one without doubt.
pub fn resolve(workspace: &Workspace, typed: &str, moment: Moment) -> Vec<RecordRef> {
    if let Some(named) = RecordRef::read(typed.trim())
        .filter(|named| workspace.record(named.kind, named.id.as_str()).is_some())
    {
        return vec![named];
    }
    let found = candidates(workspace, typed, moment);
    let Some(best) = found.iter().map(|(fit, _)| *fit).min() else {
        return Vec::new();
    };
    found
        .into_iter()
        .filter(|(fit, _)| *fit == best)
        .map(|(_, record)| record)
        .collect()
}

fn candidates(workspace: &Workspace, typed: &str, moment: Moment) -> Vec<(Fit, RecordRef)> {
    let mut found = Vec::new();
    let served = |former| served_in(former, moment.period).unwrap_or_default();
    let mut offer = |kind: Kind,
                     id: &crate::domain::id::Id,
                     in_view: &str,
                     present: &str,
                     former: &[FormerCode],
                     others: &[String]| {
        let fit = fit(typed, id.as_str(), in_view, present, former, others);
        found.extend(fit.map(|fit| (fit, RecordRef::new(kind, id))));
    };
    for theme in &workspace.themes {
        offer(Kind::Theme, &theme.id, "", &theme.code, &[], &[]);
    }
    for priority in &workspace.priorities {
        // Without a tracker then, nothing says that the present code was in use.
        let then = tracker(priority, moment);
        let in_view = if then.update.is_some() {
            then.code
        } else {
            served(&priority.former_codes)
        };
        offer(
            Kind::Priority,
            &priority.id,
            in_view,
            &priority.code,
            &priority.former_codes,
            &priority.also_known_as,
        );
    }
    for indicator in &workspace.indicators {
        let in_view = served(&indicator.former_codes);
        offer(
            Kind::Indicator,
            &indicator.id,
            in_view,
            &indicator.code,
            &indicator.former_codes,
            &indicator.also_known_as,
        );
    }
    for action in &workspace.actions {
        offer(Kind::Action, &action.id, "", "", &[], &[]);
    }
    for recommendation in &workspace.recommendations {
        let present = &recommendation.code;
        let in_view = served(&recommendation.former_codes);
        offer(
            Kind::Recommendation,
            &recommendation.id,
            in_view,
            present,
            &recommendation.former_codes,
            &recommendation.also_known_as,
        );
    }
    found
}

fn fit(
    typed: &str,
    id: &str,
    in_view: &str,
    present: &str,
    former: &[FormerCode],
    others: &[String],
) -> Option<Fit> {
    let is = |code: &str| !code.is_empty() && code::same(typed, code);
    if is(in_view) {
        Some(Fit::InView)
    } else if is(present) {
        Some(Fit::Present)
    } else if former.iter().any(|former| is(&former.code)) {
        Some(Fit::Former)
    } else if others.iter().any(|other| is(other)) {
        Some(Fit::OtherName)
    } else if typed == id {
        Some(Fit::Id)
    } else if PLAN_PREFIXES
        .iter()
        .filter_map(|plan| code::without_plan_prefix(present, plan))
        .any(is)
    {
        Some(Fit::WithoutPlan)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
