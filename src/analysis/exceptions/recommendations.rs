//! Recommendations: waiting for a decision, or without a direct route.

use super::{Finder, Group};
use crate::analysis::coverage::coverage;
use crate::analysis::stage::{is_closed, stage};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::Coverage;

impl Finder<'_> {
    pub(super) fn recommendations(&mut self) {
        let workspace = self.workspace;
        for recommendation in &workspace.recommendations {
            if is_closed(workspace, recommendation, self.moment) {
                continue;
            }
            let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
            let confirmed = stage(workspace, recommendation, self.moment).confirmed;
            if let Some((stage, at)) = confirmed.filter(|(stage, _)| stage.needs_decision()) {
                let at = if at.is_empty() {
                    String::new()
                } else {
                    format!(" in {at}")
                };
                let reason = format!("stage {}{at}: {}", stage.number(), stage.words());
                self.say(Group::Decision, &record, reason);
            }
            let reason = match coverage(workspace, recommendation) {
                Coverage::Direct | Coverage::NotApplicable => continue,
                Coverage::Indirect => "monitored indirectly only",
                Coverage::None if recommendation.routes.is_empty() => "no route is recorded",
                Coverage::None => "no route goes through anything in the file, at a frequency",
            };
            self.say(Group::NoDirectRoute, &record, reason.to_owned());
        }
    }
}
