//! What is written beside a code that changes: which code it was before, and when that served.

use super::{Anchor, Edit, ListPlace, Place};
use crate::domain::code;
use crate::domain::day::Day;
use crate::domain::field::Out;
use crate::domain::id::RecordRef;
use crate::domain::indicator::reported;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::FormerCode;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The edit that keeps the code that a record had (domain rules, section 2): it served up to the
/// period before the current one, from the first that the record is known in, or from where an
/// earlier code of it ended. So past periods go on printing it, and who types it finds the record.
/// Nothing where the codes fold alike, the record keeps no former codes, or an earlier code covers
/// that time already: then the code is only put right within the current period.
pub fn former_code(
    workspace: &Workspace,
    record: &RecordRef,
    old: &str,
    new: &str,
) -> Option<Edit> {
    if old.is_empty() || code::same(old, new) {
        return None;
    }
    let (former, known_from) = known(workspace, record)?;
    let last = workspace.current_period.read()?.previous()?;
    let served = former.iter().filter_map(|former| former.r#in.read());
    let before = served.map(Period::last).filter(|end| *end < last.last());
    let from = match before.max() {
        Some(end) => end.plus_days(1),
        None => known_from.map_or(last.first(), |known| known.min(last.first())),
    };
    let covered = |former: &FormerCode| former.r#in.read().is_some_and(|it| it.contains(last));
    if former.iter().any(covered) {
        return None;
    }
    let served = stretch(from, last)?;
    let value = FormerCode {
        code: old.to_owned(),
        r#in: Stated::from(served),
        ..FormerCode::default()
    };
    let place = Place::record(record.kind, &record.id);
    Some(Edit::Insert {
        list: ListPlace::Inside(place, "former_codes".to_owned()),
        key: served.to_string(),
        value: Json::of(&Out(&value)).ok()?,
        anchor: Anchor::before_place(former, former.len()),
    })
}

/// The former codes of a record, and the first day that it is known to speak of.
fn known<'a>(
    workspace: &'a Workspace,
    record: &RecordRef,
) -> Option<(&'a Vec<FormerCode>, Option<Day>)> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => {
            let priority = workspace.priorities.get(id)?;
            let periods = priority.updates.iter().map(|it| &it.period);
            Some((&priority.former_codes, first(periods)))
        }
        Kind::Indicator => {
            let indicator = workspace.indicators.get(id)?;
            let results = indicator.results.iter();
            let periods = results.map(|it| reported(&it.reported, &it.period));
            Some((&indicator.former_codes, first(periods)))
        }
        Kind::Recommendation => {
            let recommendation = workspace.recommendations.get(id)?;
            Some((&recommendation.former_codes, recommendation.made.read()))
        }
        _ => None,
    }
}

fn first<'a>(periods: impl Iterator<Item = &'a Stated<Period>>) -> Option<Day> {
    periods.filter_map(|it| Some(it.read()?.first())).min()
}

/// The stretch from a day's month to the end of a period: that period or its year where it is just
/// that long.
fn stretch(from: Day, last: Period) -> Option<Period> {
    let to = last.last();
    let span = Period::Span {
        from: (from.year(), from.month()),
        to: (to.year(), to.month()),
    }
    .checked()?;
    let same = |other: &Period| other.contains(span) && span.contains(*other);
    let named = [Some(last), last.financial_year()].into_iter().flatten();
    Some(named.into_iter().find(same).unwrap_or(span))
}
