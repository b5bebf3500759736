//! Ratings that are better than the figures suggest.

use super::report::Report;
use crate::analysis::challenge::challenge;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Challenged ratings of the current period that no answer of the officer explains.
pub(super) fn unanswered(workspace: &Workspace, report: &mut Report<'_>) {
    let moment = Moment::new(workspace, None, None);
    let index = Index::new(workspace);
    for (place, priority) in workspace.priorities.iter().enumerate() {
        let tracker = tracker(priority, moment);
        let Some(challenge) = challenge(workspace, &index, &tracker, moment) else {
            continue;
        };
        let updates = &priority.updates;
        let held = tracker
            .update
            .and_then(|own| updates.iter().position(|it| it.period == own.period));
        let (Some(at), false) = (held, is_answered(workspace, &priority.id, moment)) else {
            continue;
        };
        let message = format!("It is {}", challenge.words());
        let mend = "Rate it by the figures, or answer why it is better than they say";
        report.say(
            format!("/priorities/{place}/updates/{at}/rating"),
            message,
            mend,
        );
    }
}

fn is_answered(workspace: &Workspace, id: &crate::domain::id::Id, moment: Moment) -> bool {
    let about = RecordRef::new(Kind::Priority, id);
    workspace.answers.iter().any(|answer| {
        answer.finding == "challenge"
            && RecordRef::read(&answer.concerns).as_ref() == Some(&about)
            && answer.period.read() == moment.period
    })
}
