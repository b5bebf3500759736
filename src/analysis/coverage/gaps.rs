//! Where monitoring is not what it should be, with the reason.

use super::route::{RouteStanding, Trouble};
use super::{Crosswalk, crosswalk};
use crate::analysis::boards::{boards_of, shows};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::code_of;
use crate::analysis::stage::is_closed;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::Coverage;
use crate::domain::workspace::Workspace;

/// A gap in the monitoring of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The recommendation.
    pub recommendation: RecordRef,
    /// What is missing.
    pub reason: GapReason,
    /// The same in words, with the codes of what it is monitored through.
    pub words: String,
    /// The records that it is monitored through, where the reason is about them.
    pub through: Vec<RecordRef>,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapReason {
    /// Nothing monitors it.
    None,
    /// Only related things are monitored.
    IndirectOnly,
    /// Everything that monitors it is red, missed, retired or without data.
    OnlyTroubled,
    /// Something was not reported for longer than its frequency.
    Late,
}

impl GapReason {
    /// All of them, the worst first.
    pub const ALL: &'static [Self] = &[
        Self::None,
        Self::IndirectOnly,
        Self::OnlyTroubled,
        Self::Late,
    ];

    /// The heading of a list of them.
    pub fn title(self) -> &'static str {
        match self {
            Self::None => "Not monitored",
            Self::IndirectOnly => "Monitored indirectly only",
            Self::OnlyTroubled => "Monitored only by what is red, missed, retired or without data",
            Self::Late => "Monitoring overdue",
        }
    }

    /// The word for queries and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::IndirectOnly => "indirect_only",
            Self::OnlyTroubled => "only_troubled",
            Self::Late => "late",
        }
    }
}

/// The gaps of all recommendations that are still open, in the file's order. Where a recommendation has
/// several, the worse comes first.
pub fn gaps(workspace: &Workspace, index: &Index, moment: Moment, board: Option<&Id>) -> Vec<Gap> {
    let mut found = Vec::new();
    for recommendation in &workspace.recommendations {
        let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
        if !shows(board, &boards_of(workspace, index, &record))
            || is_closed(workspace, recommendation, moment)
        {
            continue;
        }
        let crosswalk = crosswalk(workspace, index, moment, recommendation);
        let mut say = |(reason, words, through)| {
            found.push(Gap {
                recommendation: record.clone(),
                reason,
                words,
                through,
            });
        };
        missing(&crosswalk).into_iter().for_each(&mut say);
        troubled(workspace, moment, &crosswalk)
            .into_iter()
            .for_each(&mut say);
        late(workspace, moment, &crosswalk)
            .into_iter()
            .for_each(&mut say);
    }
    found
}

type Found = (GapReason, String, Vec<RecordRef>);

/// No route, or none that is direct.
fn missing(crosswalk: &Crosswalk<'_>) -> Option<Found> {
    let routes = &crosswalk.routes;
    let through = || routes.iter().filter_map(|it| it.through.clone()).collect();
    match crosswalk.coverage {
        Coverage::None if routes.is_empty() => Some((
            GapReason::None,
            "no route is recorded".to_owned(),
            Vec::new(),
        )),
        Coverage::None => {
            let no_frequency = routes.iter().any(|it| it.found);
            let words = if no_frequency {
                "its direct route is at no frequency"
            } else {
                "no route goes through anything in the file"
            };
            Some((GapReason::None, words.to_owned(), through()))
        }
        Coverage::Indirect => {
            let words = "no direct route at a frequency".to_owned();
            Some((GapReason::IndirectOnly, words, through()))
        }
        Coverage::Direct | Coverage::NotApplicable => None,
    }
}

/// Every route that counts is defeated by something.
fn troubled(workspace: &Workspace, moment: Moment, crosswalk: &Crosswalk<'_>) -> Option<Found> {
    let counts = |it: &&RouteStanding<'_>| match crosswalk.coverage {
        Coverage::Direct => it.direct && it.found && !it.troubles.contains(&Trouble::NoFrequency),
        Coverage::Indirect => it.found,
        Coverage::None | Coverage::NotApplicable => false,
    };
    let counting: Vec<&RouteStanding<'_>> = crosswalk.routes.iter().filter(counts).collect();
    let defeated = |it: &&RouteStanding<'_>| it.troubles.iter().any(|trouble| trouble.defeats());
    if counting.is_empty() || !counting.iter().all(defeated) {
        return None;
    }
    let said = counting.iter().map(|it| {
        let troubles = it.troubles.iter().filter(|trouble| trouble.defeats());
        let troubles: Vec<&str> = troubles.map(|trouble| trouble.words()).collect();
        format!("{} {}", called(workspace, moment, it), troubles.join(", "))
    });
    let said: Vec<String> = said.collect();
    let through = counting.iter().filter_map(|it| it.through.clone());
    Some((
        GapReason::OnlyTroubled,
        format!("through {}", said.join("; ")),
        through.collect(),
    ))
}

/// A route that should have been reported by now.
fn late(workspace: &Workspace, moment: Moment, crosswalk: &Crosswalk<'_>) -> Option<Found> {
    let is_late = |it: &&RouteStanding<'_>| it.troubles.contains(&Trouble::Late);
    let late: Vec<&RouteStanding<'_>> = crosswalk.routes.iter().filter(is_late).collect();
    let said = late.iter().map(|it| {
        let next = it.next.map_or(String::new(), |day| {
            format!(" was due by {} {}", day.short(), day.year())
        });
        format!("{}{next}", called(workspace, moment, it))
    });
    let said: Vec<String> = said.collect();
    let through = late.iter().filter_map(|it| it.through.clone()).collect();
    (!said.is_empty()).then(|| (GapReason::Late, said.join("; "), through))
}

fn called(workspace: &Workspace, moment: Moment, route: &RouteStanding<'_>) -> String {
    let through = route.through.as_ref();
    through.map_or_else(String::new, |record| code_of(workspace, record, moment))
}
