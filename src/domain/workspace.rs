//! The workspace: everything that one file holds for one organisation.

use super::action::Action;
use super::choice::Choice;
use super::day::Day;
use super::field::TextMap;
use super::id::RecordRef;
use super::indicator::{Indicator, Tolerance};
use super::kind::Kind;
use super::period::Period;
use super::plan::{Answer, Board, Highlight, Monitor, PeriodTotals, Plan, Theme, View};
use super::priority::Priority;
use super::programme::Programme;
use super::rating::Rating;
use super::recommendation::{Inquiry, Judgement, Recommendation};
use super::record::{InsertError, Members, Record, derive_keys, record};
use super::records::Records;
use super::stated::Stated;

/// The format that this program reads and writes.
pub const FORMAT: &str = "scrutineer/1";

record! {
    /// One organisation's plans, trackers and recommendations.
    pub struct Workspace {
        /// The file format.
        format: String,
        /// What the workspace is called.
        title: String,
        /// Whose it is.
        organisation: String,
        /// The period that is being worked on.
        current_period: Stated<Period>,
        /// The day that counts as today in the current period.
        as_of: Stated<Day>,
        /// The scale in use.
        ratings: Vec<Choice<Rating>>,
        /// How far off target is still close, where nothing nearer says.
        tolerance: Option<Tolerance>,
        /// Abbreviations for search, beside the built-in ones.
        abbreviations: TextMap,
        /// Bodies that review.
        boards: Records<Board>,
        /// Published plans.
        plans: Records<Plan>,
        /// Groups, returns, reports and forums.
        monitors: Records<Monitor>,
        /// What was published about periods.
        periods: Records<PeriodTotals>,
        /// Issues of significance.
        highlights: Records<Highlight>,
        /// Headings of the plan.
        themes: Records<Theme>,
        /// Improvement priorities.
        priorities: Records<Priority>,
        /// Performance indicators.
        indicators: Records<Indicator>,
        /// Things to be done.
        actions: Records<Action>,
        /// Answers to exceptions.
        answers: Records<Answer>,
        /// Inquiries.
        inquiries: Records<Inquiry>,
        /// Recommendations.
        recommendations: Records<Recommendation>,
        /// Inspection results.
        judgements: Records<Judgement>,
        /// The boards' work programme.
        programme: Option<Programme>,
        /// Saved views.
        views: Records<View>,
    }
}

impl Workspace {
    /// An empty workspace of the present format.
    pub fn empty() -> Self {
        Self {
            format: FORMAT.to_owned(),
            ..Self::default()
        }
    }

    /// A workspace with nothing in it yet, in a period, with the scale of three ratings written out, so
    /// that somebody who wants another one sees where it stands.
    pub fn begun(title: String, period: Option<Period>) -> Self {
        let scale = [Rating::Red, Rating::Amber, Rating::Green];
        Self {
            title,
            current_period: period
                .map(|period| Stated::new(&period.to_string()))
                .unwrap_or_default(),
            ratings: scale.map(Choice::Known).to_vec(),
            ..Self::empty()
        }
    }

    /// The records of a kind; `None` for the workspace itself, and for a programme that is not there.
    pub fn records(&self, kind: Kind) -> Option<&dyn Members> {
        Some(match kind {
            Kind::Workspace => return None,
            Kind::Board => &self.boards,
            Kind::Plan => &self.plans,
            Kind::Monitor => &self.monitors,
            Kind::Period => &self.periods,
            Kind::Highlight => &self.highlights,
            Kind::Theme => &self.themes,
            Kind::Priority => &self.priorities,
            Kind::Indicator => &self.indicators,
            Kind::Action => &self.actions,
            Kind::Answer => &self.answers,
            Kind::Inquiry => &self.inquiries,
            Kind::Recommendation => &self.recommendations,
            Kind::Judgement => &self.judgements,
            Kind::Item => &self.programme.as_ref()?.items,
            Kind::Group => &self.programme.as_ref()?.groups,
            Kind::Decision => &self.programme.as_ref()?.decisions,
            Kind::View => &self.views,
        })
    }

    /// The records of a kind, to change them: for `edit` alone. Makes the programme where it is missing.
    pub(super) fn records_mut(&mut self, kind: Kind) -> Option<&mut dyn Members> {
        Some(match kind {
            Kind::Workspace => return None,
            Kind::Board => &mut self.boards,
            Kind::Plan => &mut self.plans,
            Kind::Monitor => &mut self.monitors,
            Kind::Period => &mut self.periods,
            Kind::Highlight => &mut self.highlights,
            Kind::Theme => &mut self.themes,
            Kind::Priority => &mut self.priorities,
            Kind::Indicator => &mut self.indicators,
            Kind::Action => &mut self.actions,
            Kind::Answer => &mut self.answers,
            Kind::Inquiry => &mut self.inquiries,
            Kind::Recommendation => &mut self.recommendations,
            Kind::Judgement => &mut self.judgements,
            Kind::Item => &mut self.programme.get_or_insert_default().items,
            Kind::Group => &mut self.programme.get_or_insert_default().groups,
            Kind::Decision => &mut self.programme.get_or_insert_default().decisions,
            Kind::View => &mut self.views,
        })
    }

    /// Gives every record and list member that came without an id a derived one (`domain.md` §2).
    pub fn derive_missing_ids(&mut self) {
        for kind in Kind::ALL.iter().copied() {
            let Some(records) = self.records(kind) else {
                continue;
            };
            let deep = (0..records.len())
                .filter(|place| records.member_at(*place).is_some_and(lacks_keys))
                .collect::<Vec<_>>();
            let flat = records.lacks_keys();
            let Some(records) = self.records_mut(kind) else {
                continue;
            };
            if flat {
                records.derive_keys();
            }
            for place in deep {
                records
                    .member_at_mut(place)
                    .into_iter()
                    .for_each(derive_keys);
            }
        }
    }

    /// Any record by kind and id; the workspace itself under its own kind.
    pub fn record(&self, kind: Kind, id: &str) -> Option<&dyn Record> {
        match kind {
            Kind::Workspace => Some(self),
            _ => self.records(kind)?.member(id),
        }
    }

    /// A workspace with its own fields and of the records only these, to look closer at them; a record
    /// that would not be read again as it is is the error.
    pub fn excerpt(&self, records: &[RecordRef]) -> Result<Self, InsertError> {
        let mut excerpt = Self {
            format: self.format.clone(),
            title: self.title.clone(),
            organisation: self.organisation.clone(),
            current_period: self.current_period.clone(),
            as_of: self.as_of.clone(),
            ratings: self.ratings.clone(),
            tolerance: self.tolerance.clone(),
            abbreviations: self.abbreviations.clone(),
            rest: self.rest.clone(),
            ..Self::default()
        };
        for RecordRef { kind, id } in records {
            let found = self.records(*kind);
            let value = found.and_then(|found| found.member_json(id.as_str()));
            // Of a record that is gone not even the list is made: an empty programme is not written.
            let (Some(found), Some(value)) = (found, value) else {
                continue;
            };
            if let Some(list) = excerpt.records_mut(*kind) {
                let key = list.insert(&value, list.len())?;
                let again = (found.member(&key), list.member(&key));
                if !matches!(again, (Some(record), Some(again)) if record.equals(again)) {
                    return Err(InsertError::NoKey);
                }
            }
        }
        Ok(excerpt)
    }

    /// The ratings in use, best known first; red, amber and green where the file names none.
    pub fn scale(&self) -> Vec<Rating> {
        let named: Vec<Rating> = self.ratings.iter().filter_map(Choice::known).collect();
        if named.is_empty() {
            vec![Rating::Red, Rating::Amber, Rating::Green]
        } else {
            named
        }
    }

    /// Where the records of a kind stand in the file, as a JSON pointer.
    pub fn pointer(kind: Kind) -> &'static str {
        match kind {
            Kind::Item => "/programme/items",
            Kind::Group => "/programme/groups",
            Kind::Decision => "/programme/decisions",
            Kind::Workspace => "",
            Kind::Board => "/boards",
            Kind::Plan => "/plans",
            Kind::Monitor => "/monitors",
            Kind::Period => "/periods",
            Kind::Highlight => "/highlights",
            Kind::Theme => "/themes",
            Kind::Priority => "/priorities",
            Kind::Indicator => "/indicators",
            Kind::Action => "/actions",
            Kind::Answer => "/answers",
            Kind::Inquiry => "/inquiries",
            Kind::Recommendation => "/recommendations",
            Kind::Judgement => "/judgements",
            Kind::View => "/views",
        }
    }
}

/// Whether a list inside the record has members without a key.
pub(super) fn lacks_keys(record: &dyn Record) -> bool {
    record
        .keyed()
        .iter()
        .filter_map(|name| record.list(name))
        .any(|list| {
            list.lacks_keys()
                || (0..list.len())
                    .filter_map(|place| list.member_at(place))
                    .any(lacks_keys)
        })
}
