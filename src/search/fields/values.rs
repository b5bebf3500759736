//! The values that a record has for a field: what the field's filter would find it by.

use super::Asked;
use crate::analysis::approval::approved_in_view;
use crate::analysis::boards::boards_of;
use crate::analysis::coverage::coverage;
use crate::analysis::deadline::deadline;
use crate::analysis::listing::Listing;
use crate::analysis::stage::stage;
use crate::analysis::standing::standing;
use crate::analysis::tracker::tracker;
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::indicator::Quality;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::rating::{Direction, Rating};

const NONE: &str = "none";

/// The fields by which a list can be narrowed with chips, in the order in which they are offered.
pub fn chips_of(listing: Listing) -> &'static [&'static str] {
    match listing {
        Listing::Priorities => &[
            "rating",
            "direction",
            "approval",
            "overdue",
            "officer",
            "organisation",
            "board",
            "due",
        ],
        Listing::Indicators => &["status", "quality", "officer", "board"],
        Listing::Actions => &[
            "status",
            "overdue",
            "officer",
            "organisation",
            "board",
            "due",
        ],
        Listing::Recommendations | Listing::Gaps => &[
            "rating",
            "stage",
            "coverage",
            "overdue",
            "officer",
            "organisation",
            "board",
            "due",
        ],
        Listing::Exceptions => &[
            "kind",
            "rating",
            "direction",
            "status",
            "overdue",
            "officer",
            "organisation",
            "board",
            "due",
        ],
        Listing::Overview => &[
            "kind",
            "rating",
            "direction",
            "status",
            "officer",
            "organisation",
            "board",
        ],
        Listing::Programme => &["kind", "board", "officer", "organisation", "due"],
        Listing::Themes | Listing::History => &[],
    }
}

impl Asked<'_> {
    /// The values that a record has for a field, each once; none where its kind has no such field.
    pub fn values(&self, record: &RecordRef, field: &str) -> Vec<String> {
        let mut values = match field {
            "kind" => vec![record.kind.word().to_owned()],
            "rating" => one(self.rating_of(record)),
            "direction" => one(self.direction_of(record)),
            "status" => one(self.status_of(record)),
            "approval" => self.approval_of(record),
            "overdue" => one(self
                .is_overdue(record)
                .map(|late| if late { "yes" } else { "no" })),
            "stage" => self.stages_of(record),
            "coverage" => {
                let found = self.recommendation(record);
                one(found.map(|found| coverage(self.workspace, found).word()))
            }
            "quality" => one(self.quality_of(record)),
            "officer" => self.called(record),
            "organisation" => {
                let named = self.organisations(record).into_iter();
                named.map(str::to_owned).collect()
            }
            "board" => {
                let boards = boards_of(self.workspace, self.index, record);
                boards.iter().map(Id::to_string).collect()
            }
            "due" => self.months_due(record),
            _ => Vec::new(),
        };
        values.sort_unstable();
        values.dedup();
        values
    }

    fn rating_of(&self, record: &RecordRef) -> Option<&'static str> {
        let rating = if let Some(priority) = self.priority(record) {
            tracker(priority, self.moment).rating()
        } else {
            let rating = self.recommendation(record)?.rating.as_ref();
            rating.and_then(Choice::known)
        };
        Some(rating.map_or(NONE, Rating::word))
    }

    fn direction_of(&self, record: &RecordRef) -> Option<&'static str> {
        let priority = self.priority(record)?;
        let direction = tracker(priority, self.moment).direction();
        Some(direction.map_or(NONE, Direction::word))
    }

    fn status_of(&self, record: &RecordRef) -> Option<&'static str> {
        let id = record.id.as_str();
        match record.kind {
            Kind::Indicator => {
                let indicator = self.workspace.indicators.get(id)?;
                let now = standing(self.workspace, indicator, self.moment);
                Some(now.verdict.query_word())
            }
            Kind::Action => {
                let action = self.workspace.actions.get(id)?;
                let status = deadline(action, self.moment).status;
                Some(status.map_or(NONE, ActionStatus::word))
            }
            _ => None,
        }
    }

    fn approval_of(&self, record: &RecordRef) -> Vec<String> {
        let approved = self.priority(record).and_then(|priority| {
            approved_in_view(self.workspace, self.index, priority, self.moment)
        });
        let Some(approved) = approved else {
            return Vec::new();
        };
        let states = [
            (approved.waits_for.is_some(), "waiting"),
            (approved.waits_for_role(&self.who.role), "me"),
            (approved.is_missing, "missing"),
            (approved.is_changed, "changed"),
            (approved.is_whole(), "approved"),
        ];
        let states = states.into_iter().filter(|(is_so, _)| *is_so);
        states.map(|(_, word)| word.to_owned()).collect()
    }

    fn stages_of(&self, record: &RecordRef) -> Vec<String> {
        let Some(recommendation) = self.recommendation(record) else {
            return Vec::new();
        };
        let standing = stage(self.workspace, recommendation, self.moment);
        let stages = match standing.confirmed {
            Some((stage, _)) => vec![stage],
            None => standing.drafts,
        };
        if stages.is_empty() {
            return vec![NONE.to_owned()];
        }
        stages
            .iter()
            .map(|stage| stage.number().to_string())
            .collect()
    }

    fn quality_of(&self, record: &RecordRef) -> Option<&'static str> {
        let is_indicator = record.kind == Kind::Indicator;
        let indicators = is_indicator.then_some(&self.workspace.indicators)?;
        let indicator = indicators.get(record.id.as_str())?;
        let quality = standing(self.workspace, indicator, self.moment).quality;
        Some(quality.map_or(NONE, Quality::word))
    }

    fn called(&self, record: &RecordRef) -> Vec<String> {
        let id = record.id.as_str();
        if record.kind == Kind::Indicator {
            let indicator = self.workspace.indicators.get(id);
            let owner = indicator.map(|it| it.owner.clone());
            return owner.into_iter().filter(|it| !it.is_empty()).collect();
        }
        let officers = self.officers(record);
        let called = officers.iter().map(|officer| officer.called().to_owned());
        called.filter(|name| !name.is_empty()).collect()
    }

    /// The months in which something of a record is due; `none` where nothing is.
    fn months_due(&self, record: &RecordRef) -> Vec<String> {
        let Some(days) = super::time::due_days(self, record) else {
            return Vec::new();
        };
        if days.is_empty() {
            return vec![NONE.to_owned()];
        }
        let months = days.into_iter().map(Period::month_of);
        months.map(|month| month.to_string()).collect()
    }
}

/// A value; nothing where records of a kind have no such thing.
fn one(value: Option<&str>) -> Vec<String> {
    value.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::index::Index;
    use crate::analysis::moment::Moment;
    use crate::domain::entry::Who;
    use crate::search::catalogue::Catalogue;
    use crate::search::fields::FIELDS;
    use crate::store::format;

    const SAMPLE: &str = include_str!("../../../sample-data/leeds.json");

    #[test]
    fn every_chip_finds_the_records_that_have_its_value() {
        let workspace = format::read(SAMPLE.as_bytes()).unwrap();
        let index = Index::new(&workspace);
        let moment = Moment::new(&workspace, None, None);
        let who = Who::default();
        let asked = Asked {
            workspace: &workspace,
            index: &index,
            moment,
            who: &who,
        };
        let catalogue = Catalogue::new(&workspace, moment);
        for listing in Listing::ALL {
            for field in chips_of(*listing) {
                assert!(FIELDS.iter().any(|it| it.name == *field), "{field}");
            }
        }
        let mut looked_at = 0;
        for record in catalogue.records() {
            for field in chips_of(Listing::Exceptions)
                .iter()
                .chain(&["stage", "coverage", "quality", "approval"])
            {
                for value in asked.values(record, field) {
                    let picks = catalogue.parse("").unwrap().picked(field);
                    let query = picks.written("", field, &[value]);
                    let parsed = catalogue.parse(&query).unwrap();
                    let found = catalogue.matching(&parsed, [record.clone()], &asked);
                    assert_eq!(found, std::slice::from_ref(record), "{query}");
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at > 1000);
    }
}
