//! Fields of time: `due:`, `period:`, `updated:`.

use crate::analysis::deadline::deadline;
use crate::analysis::due::days_of;
use crate::analysis::joint::shown;
use crate::analysis::moment::Moment;
use crate::analysis::updated::{last_said, said_of, says_something};
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::search::{Filter, Test};

use super::Asked;

/// What a value of time looks like.
pub(super) const LIKE: &str =
    "a day, month or period: 2010-12-31, 2010-12, 2010/11, 2010/11 Q2, this";

/// Whether a text says a stretch of time, or that there is none.
pub(super) fn is_time(text: &str) -> bool {
    matches!(text, NONE | THIS) || Stretch::read(text).is_some()
}

/// The word for no time at all.
const NONE: &str = "none";
/// The word for the period in view.
const THIS: &str = "this";

/// A test in which the period in view is called by its name.
fn in_view(test: &Test, moment: Moment) -> Test {
    let read = |text: &str| match moment.period {
        Some(period) if text == THIS => period.to_string(),
        _ => text.to_owned(),
    };
    match test {
        Test::Is(when) => Test::Is(read(when)),
        Test::Below(when) => Test::Below(read(when)),
        Test::AtMost(when) => Test::AtMost(read(when)),
        Test::Above(when) => Test::Above(read(when)),
        Test::AtLeast(when) => Test::AtLeast(read(when)),
        Test::Between(low, high) => Test::Between(read(low), read(high)),
        Test::Like(pattern) => Test::Like(pattern.clone()),
    }
}

/// From a first to a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: Day,
    last: Day,
}

impl Stretch {
    fn read(text: &str) -> Option<Self> {
        if let Some(day) = Day::read_iso(text) {
            return Some(Self::day(day));
        }
        if let Some(period) = Period::read(text) {
            return Some(Self::period(period));
        }
        Day::read(text).map(Self::day)
    }

    fn day(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    fn period(period: Period) -> Self {
        Self {
            first: period.first(),
            last: period.last(),
        }
    }

    /// Whether it passes a test. As the domain has it, periods stand by their last day: `<` ends before the
    /// asked stretch begins, `>` ends after it ended, and what is asked for itself must hold it whole.
    fn passes(self, test: &Test) -> bool {
        let asked =
            |typed: &str, holds: &dyn Fn(Self) -> bool| Self::read(typed).is_some_and(holds);
        match test {
            Test::Is(when) => asked(when, &|of| of.first <= self.first && self.last <= of.last),
            Test::Below(when) => asked(when, &|of| self.last < of.first),
            Test::AtMost(when) => asked(when, &|of| self.last <= of.last),
            Test::Above(when) => asked(when, &|of| self.last > of.last),
            Test::AtLeast(when) => asked(when, &|of| self.last >= of.first),
            Test::Between(low, high) => {
                asked(low, &|of| self.last >= of.first) && asked(high, &|of| self.last <= of.last)
            }
            Test::Like(_) => false,
        }
    }
}

/// Whether one of these stretches passes a filter; `none` asks for none of them.
fn any_passes(stretches: &[Stretch], filter: &Filter, moment: Moment) -> bool {
    filter.tests.iter().any(|test| match in_view(test, moment) {
        Test::Is(asked) if asked == NONE => stretches.is_empty(),
        test => stretches.iter().any(|stretch| stretch.passes(&test)),
    })
}

/// Whether something of the record is due then. `None` where nothing of its kind is ever due.
pub(super) fn is_due(asked: &Asked<'_>, record: &RecordRef, filter: &Filter) -> bool {
    due_days(asked, record).is_some_and(|days| {
        let stretches: Vec<Stretch> = days.into_iter().map(Stretch::day).collect();
        any_passes(&stretches, filter, asked.moment)
    })
}

pub(super) fn due_days(asked: &Asked<'_>, record: &RecordRef) -> Option<Vec<Day>> {
    let id = record.id.as_str();
    let workspace = asked.workspace;
    let programme = workspace.programme.as_ref();
    let moment = asked.moment;
    Some(match record.kind {
        Kind::Action => deadline(workspace.actions.get(id)?, moment).due,
        Kind::Priority => {
            let actions = asked.index.actions_of(&record.id).iter();
            let actions = actions.filter_map(|id| workspace.actions.get(id.as_str()));
            let carried = actions
                .map(|action| deadline(action, moment))
                .filter(|deadline| deadline.carried);
            carried.flat_map(|deadline| deadline.due).collect()
        }
        Kind::Recommendation => days_of(workspace, workspace.recommendations.get(id)?, moment),
        Kind::Item => programme?
            .items
            .get(id)?
            .meeting
            .read()
            .into_iter()
            .collect(),
        Kind::Group => {
            let dates = programme?.groups.get(id)?.dates.iter();
            dates.filter_map(|date| date.on.read()).collect()
        }
        Kind::Decision => {
            let expected = &programme?.decisions.get(id)?.expected;
            Stated::read(expected).into_iter().collect()
        }
        _ => return None,
    })
}

/// Whether something is said of the record for that period, or of a part of it.
pub(super) fn is_of_period(asked: &Asked<'_>, record: &RecordRef, filter: &Filter) -> bool {
    let periods = said_of(asked.workspace, record, asked.moment);
    let all = periods.into_iter().chain(jointly(asked, record));
    let stretches: Vec<Stretch> = all.map(Stretch::period).collect();
    is_dated(record.kind) && any_passes(&stretches, filter, asked.moment)
}

/// Whether something was last said of the record then.
pub(super) fn was_updated(asked: &Asked<'_>, record: &RecordRef, filter: &Filter) -> bool {
    let last = last_said(asked.workspace, record, asked.moment);
    let last = last.max(jointly(asked, record));
    let stretches: Vec<Stretch> = last.map(Stretch::period).into_iter().collect();
    is_dated(record.kind) && any_passes(&stretches, filter, asked.moment)
}

/// The period in view, where the tracker of another priority says something of this one in it.
fn jointly(asked: &Asked<'_>, record: &RecordRef) -> Option<Period> {
    let is_priority = record.kind == Kind::Priority;
    let priorities = is_priority.then_some(&asked.workspace.priorities)?;
    let priority = priorities.get(record.id.as_str())?;
    let (then, holder) = shown(asked.workspace, asked.index, priority, asked.moment);
    let said = holder.is_some() && then.update.is_some_and(says_something);
    asked.moment.period.filter(|_| said)
}

/// Whether records of a kind say of which periods they speak.
fn is_dated(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Priority
            | Kind::Indicator
            | Kind::Action
            | Kind::Recommendation
            | Kind::Highlight
            | Kind::Answer
            | Kind::Judgement
            | Kind::Inquiry
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_time_are_compared_by_their_last_day() {
        let of = |text: &str| Stretch::read(text).unwrap();
        let is = |text: &str| Test::Is(text.into());
        let cases = [
            ("2010/11 Q2", is("2010/11"), true),
            ("2010/11 Q2", is("2010/11 Q2"), true),
            ("2010/11", is("2010/11 Q2"), false),
            ("2010-11-30", Test::Below("2010-12".into()), true),
            ("2010-12-01", Test::Below("2010-12".into()), false),
            ("2010-12-31", Test::AtMost("2010-12".into()), true),
            ("2010-12-31", Test::Above("2010-12".into()), false),
            ("2011-01-01", Test::Above("2010-12".into()), true),
            ("2010-12-01", Test::AtLeast("2010-12".into()), true),
            ("2010-09", Test::Above("2010-09".into()), false),
            ("2010-12", Test::Above("2010-09".into()), true),
            (
                "2010-12-31",
                Test::Between("2010-09".into(), "2010-12".into()),
                true,
            ),
            ("2010-12-31", is("2010-12-31"), true),
            ("2010-12-30", is("2010-12-31"), false),
            ("2010-12", Test::Below("rubbish".into()), false),
        ];
        for (text, test, holds) in cases {
            assert_eq!(of(text).passes(&test), holds, "{text} {test}");
        }
    }

    #[test]
    fn this_is_the_period_in_view() {
        let moment = |period: &str| Moment {
            period: Period::read(period),
            today: None,
        };
        let below = Test::Below(THIS.to_owned());
        let of = Stretch::read("2010/11 Q1").unwrap();
        assert!(of.passes(&in_view(&below, moment("2010/11 Q2"))));
        assert!(!of.passes(&in_view(&below, moment("2010/11 Q1"))));
        assert!(is_time("this"));
    }

    #[test]
    fn a_day_at_the_end_of_a_month_is_that_day_and_not_the_month() {
        assert_eq!(
            Stretch::read("2010-12-31").unwrap().first,
            Day::new(2010, 12, 31).unwrap()
        );
        assert_eq!(
            Stretch::read("2010-12").unwrap().first,
            Day::new(2010, 12, 1).unwrap()
        );
        assert!(is_time("none") && !is_time("soon"));
    }
}
