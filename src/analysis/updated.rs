//! When something was last said of a record, and of which periods anything is said.

use super::moment::Moment;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{reported, spoken_of};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The periods of which something is said of a record, as known at a moment: the trackers of a priority,
/// under what and of what an indicator was reported, the trackers that carry an action and its progress, the
/// updates of a recommendation, what a highlight, answer, judgement or inquiry is dated. In no order.
pub fn said_of(workspace: &Workspace, record: &RecordRef, moment: Moment) -> Vec<Period> {
    let mut periods = stated(workspace, record);
    periods.retain(|period| moment.knows(*period));
    periods
}

/// When something was last said of a record. Being carried by a tracker says nothing of an action.
pub fn last_said(workspace: &Workspace, record: &RecordRef, moment: Moment) -> Option<Period> {
    if record.kind == Kind::Action {
        let action = workspace.actions.get(record.id.as_str())?;
        let entries = action.progress.iter();
        let entries = entries.filter_map(|progress| progress.period.read());
        return entries.filter(|period| moment.knows(*period)).max();
    }
    said_of(workspace, record, moment).into_iter().max()
}

fn stated(workspace: &Workspace, record: &RecordRef) -> Vec<Period> {
    let id = record.id.as_str();
    let read = |text: &str| Period::read(text).into_iter().collect();
    let found = match record.kind {
        Kind::Priority => workspace.priorities.get(id).map(|priority| {
            let updates = priority.updates.iter();
            updates.filter_map(|update| update.period.read()).collect()
        }),
        Kind::Indicator => workspace.indicators.get(id).map(|indicator| {
            let results = indicator.results.iter();
            let both = results.flat_map(|result| {
                [
                    reported(&result.reported, &result.period),
                    spoken_of(&result.reported, &result.period),
                ]
            });
            both.filter_map(Stated::read).collect()
        }),
        Kind::Action => workspace.actions.get(id).map(|action| {
            let entries = action.progress.iter().map(|progress| &progress.period);
            let all = entries.chain(&action.trackers);
            all.filter_map(Stated::read).collect()
        }),
        Kind::Recommendation => workspace.recommendations.get(id).map(|recommendation| {
            let updates = recommendation.updates.iter();
            updates
                .filter_map(|update| Period::read(&update.at))
                .collect()
        }),
        Kind::Highlight => (workspace.highlights.get(id)).map(|it| read(it.period.text())),
        Kind::Answer => (workspace.answers.get(id)).map(|it| read(it.period.text())),
        Kind::Judgement => (workspace.judgements.get(id)).map(|it| read(&it.at)),
        Kind::Inquiry => (workspace.inquiries.get(id)).map(|it| read(&it.at)),
        _ => None,
    };
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::store::format;

    fn workspace() -> Workspace {
        let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2",
            "priorities":[{"id":"p","title":"P","updates":[{"period":"2009/10 Q4"},{"period":"2010/11 Q2"}]}],
            "indicators":[{"id":"i","title":"I","results":[{"reported":"2008/09","period":"2007/08 AY","value":1}]}],
            "actions":[{"id":"a","title":"A","trackers":["2010/11 Q2"],"progress":[{"period":"2009/10 Q4","text":"x"}]}],
            "recommendations":[{"id":"r","text":"R","updates":[{"at":"2010-09","text":"x"},{"at":"2010-12","text":"y"}]}]}"#;
        format::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn what_was_said_last_is_the_newest_that_was_known_at_the_moment() {
        let workspace = workspace();
        let last = |kind, id: &str, period: &str| {
            let moment = Moment::new(&workspace, Period::read(period), None);
            let record = RecordRef::new(kind, &Id::new(id));
            last_said(&workspace, &record, moment).map(|period| period.to_string())
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(last(Kind::Priority, "p", "2010/11 Q2"), some("2010/11 Q2"));
        assert_eq!(last(Kind::Priority, "p", "2010/11 Q1"), some("2009/10 Q4"));
        assert_eq!(last(Kind::Priority, "p", "2008/09 Q4"), None);
        assert_eq!(last(Kind::Indicator, "i", "2010/11 Q2"), some("2008/09"));
        assert_eq!(last(Kind::Action, "a", "2010/11 Q2"), some("2009/10 Q4"));
        assert_eq!(
            last(Kind::Recommendation, "r", "2010/11 Q2"),
            some("2010-09")
        );
        assert_eq!(
            last(Kind::Recommendation, "r", "2010/11 Q3"),
            some("2010-12")
        );
    }

    #[test]
    fn a_figure_is_of_the_period_it_speaks_of_and_of_the_one_it_was_reported_under() {
        let workspace = workspace();
        let record = RecordRef::new(Kind::Indicator, &Id::new("i"));
        let moment = Moment::new(&workspace, None, None);
        let said = said_of(&workspace, &record, moment);
        let said: Vec<String> = said.iter().map(ToString::to_string).collect();
        assert_eq!(said, ["2008/09", "2007/08 AY"]);
    }
}
