//! When something was last said of a record, and of which periods anything is said.

use super::moment::{Moment, knew};
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{reported, spoken_of};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::Update;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The periods of which something is said of a record, as known at a moment: the trackers of a priority,
/// under what and of what an indicator was reported, the trackers that carry an action and its progress, the
/// updates of a recommendation, what a highlight, answer, judgement or inquiry is dated. In no order.
pub fn said_of(workspace: &Workspace, record: &RecordRef, moment: Moment) -> Vec<Period> {
    // What trackers say stands in their periods; the rest has dates in words.
    let tracked = matches!(record.kind, Kind::Priority | Kind::Indicator | Kind::Action);
    let known = |(text, period): &(&str, Period)| {
        if tracked {
            moment.knows(*period)
        } else {
            knew(workspace, moment, text)
        }
    };
    let stated = stated(workspace, record).into_iter().filter(known);
    stated.map(|(_, period)| period).collect()
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

/// Whether a tracker says anything of its period. When a period is started every priority gets one that does
/// not yet.
pub fn says_something(update: &Update) -> bool {
    let empty = Update {
        period: update.period.clone(),
        joint_with: update.joint_with.clone(),
        ..Update::default()
    };
    *update != empty
}

/// The words of every date, and the periods that they say; words that say none are left out.
fn stated<'a>(workspace: &'a Workspace, record: &RecordRef) -> Vec<(&'a str, Period)> {
    let texts = dates(workspace, record).unwrap_or_default();
    // Of what has a day the month is enough.
    let month = |text: &str| Day::read(text).map(Period::month_of);
    let period = |text: &str| Period::read(text).or_else(|| month(text));
    let read = |text: &'a str| Some((text, period(text)?));
    texts.into_iter().filter_map(read).collect()
}

fn dates<'a>(workspace: &'a Workspace, record: &RecordRef) -> Option<Vec<&'a str>> {
    let id = record.id.as_str();
    Some(match record.kind {
        Kind::Priority => {
            let updates = workspace.priorities.get(id)?.updates.iter();
            let said = updates.filter(|update| says_something(update));
            said.map(|update| update.period.text()).collect()
        }
        Kind::Indicator => {
            let results = workspace.indicators.get(id)?.results.iter();
            let both = results.flat_map(|result| {
                [
                    reported(&result.reported, &result.period),
                    spoken_of(&result.reported, &result.period),
                ]
            });
            both.map(Stated::text).collect()
        }
        Kind::Action => {
            let action = workspace.actions.get(id)?;
            let entries = action.progress.iter().map(|progress| &progress.period);
            entries.chain(&action.trackers).map(Stated::text).collect()
        }
        Kind::Recommendation => {
            let updates = workspace.recommendations.get(id)?.updates.iter();
            updates.map(|update| update.at.as_str()).collect()
        }
        Kind::Highlight => vec![workspace.highlights.get(id)?.period.text()],
        Kind::Answer => vec![workspace.answers.get(id)?.period.text()],
        Kind::Judgement => vec![&workspace.judgements.get(id)?.at],
        Kind::Inquiry => vec![&workspace.inquiries.get(id)?.at],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::store::format;

    fn workspace() -> Workspace {
        let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2",
            "priorities":[{"id":"p","title":"P","updates":[{"period":"2009/10 Q4","rating":"red"},{"period":"2010/11 Q2","summary":"x"},{"period":"2010/11 Q3"}]}],
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
        let begun = "2010/11 Q3";
        assert_eq!(
            last(Kind::Priority, "p", begun),
            some("2010/11 Q2"),
            "empty so far"
        );
        assert_eq!(last(Kind::Priority, "p", "2010/11 Q1"), some("2009/10 Q4"));
        assert_eq!(last(Kind::Priority, "p", "2008/09 Q4"), None);
        assert_eq!(last(Kind::Indicator, "i", "2010/11 Q2"), some("2008/09"));
        assert_eq!(last(Kind::Action, "a", "2010/11 Q2"), some("2009/10 Q4"));
        let asked = |period| last(Kind::Recommendation, "r", period);
        assert_eq!(asked("2009/10 Q4"), None);
        assert_eq!(asked("2010/11 Q2"), some("2010-12"));
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
