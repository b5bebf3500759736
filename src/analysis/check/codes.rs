//! Codes by which nobody can tell two records apart.

use std::collections::{HashMap, HashSet};

use super::report::Report;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::code::fold;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::{FormerCode, Priority};
use crate::domain::workspace::Workspace;

/// When a code names a record: now, or in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Now,
    In(Period),
}

impl When {
    fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Now, Self::Now) => true,
            (Self::In(one), Self::In(other)) => one.overlaps(other),
            _ => false,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Now => String::new(),
            Self::In(period) => format!(" in {period}"),
        }
    }
}

/// That a record is called by a code at a time.
struct Claim<'a> {
    place: usize,
    id: &'a str,
    code: &'a str,
    when: When,
    pointer: String,
}

/// Codes of one kind that fold alike and serve at one time. A code may be used again later, and a
/// retired record leaves its own behind. One finding says it of two records, however long it lasts.
pub(super) fn doubled(workspace: &Workspace, report: &mut Report<'_>) {
    for kind in [
        Kind::Theme,
        Kind::Priority,
        Kind::Indicator,
        Kind::Recommendation,
    ] {
        let mut by_code: HashMap<String, Vec<Claim<'_>>> = HashMap::new();
        let mut said = HashSet::new();
        for claim in claims(workspace, kind) {
            let same = by_code.entry(fold(claim.code)).or_default();
            let first = same
                .iter()
                .find(|other| other.place != claim.place && other.when.meets(claim.when));
            if let Some(first) = first {
                if said.insert((first.place, claim.place)) {
                    say(kind, first, &claim, report);
                }
            } else {
                same.push(claim);
            }
        }
    }
}

fn say(kind: Kind, first: &Claim<'_>, claim: &Claim<'_>, report: &mut Report<'_>) {
    let (word, when) = (kind.word(), claim.when.words());
    let message = format!(
        "The code {} is that of the {word} {} too{when}",
        claim.code, first.id
    );
    let mend = format!("Give one of the two another code{when}");
    report.say(&claim.pointer, message, mend);
}

fn claims(workspace: &Workspace, kind: Kind) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    match kind {
        Kind::Theme => {
            for (place, theme) in workspace.themes.iter().enumerate() {
                claims.extend(now(kind, place, theme.id.as_str(), &theme.code));
            }
        }
        Kind::Priority => {
            for (place, priority) in workspace.priorities.iter().enumerate() {
                let id = priority.id.as_str();
                let live = priority.retired_from.is_empty();
                claims.extend(now(kind, place, id, &priority.code).filter(|_| live));
                claims.extend(former(kind, place, id, &priority.former_codes));
                claims.extend(tracked(place, priority));
            }
        }
        Kind::Indicator => {
            for (place, indicator) in workspace.indicators.iter().enumerate() {
                let id = indicator.id.as_str();
                let live = indicator.retired_from.is_empty();
                claims.extend(now(kind, place, id, &indicator.code).filter(|_| live));
                claims.extend(former(kind, place, id, &indicator.former_codes));
            }
        }
        _ => {
            for (place, recommendation) in workspace.recommendations.iter().enumerate() {
                let id = recommendation.id.as_str();
                claims.extend(now(kind, place, id, &recommendation.code));
                claims.extend(former(kind, place, id, &recommendation.former_codes));
            }
        }
    }
    claims
}

fn now<'a>(kind: Kind, place: usize, id: &'a str, code: &'a str) -> Option<Claim<'a>> {
    let pointer = format!("{}/{place}/code", Workspace::pointer(kind));
    (!fold(code).is_empty()).then_some(Claim {
        place,
        id,
        code,
        when: When::Now,
        pointer,
    })
}

fn former<'a>(
    kind: Kind,
    place: usize,
    id: &'a str,
    codes: &'a [FormerCode],
) -> impl Iterator<Item = Claim<'a>> {
    codes.iter().enumerate().filter_map(move |(at, former)| {
        let when = When::In(former.r#in.read()?);
        let pointer = format!("{}/{place}/former_codes/{at}", Workspace::pointer(kind));
        let code = former.code.as_str();
        (!fold(code).is_empty()).then_some(Claim {
            place,
            id,
            code,
            when,
            pointer,
        })
    })
}

/// A priority with a tracker in a period was called something then: what its former codes say, else
/// what it is called now. Only the present code is claimed here; the former ones speak for themselves.
fn tracked(place: usize, priority: &Priority) -> impl Iterator<Item = Claim<'_>> {
    priority
        .updates
        .iter()
        .enumerate()
        .filter_map(move |(at, update)| {
            let period = update.period.read()?;
            let code = tracker(
                priority,
                Moment {
                    period: Some(period),
                    today: None,
                },
            )
            .code;
            let present = code == priority.code && !fold(code).is_empty();
            let pointer = format!(
                "{}/{place}/updates/{at}",
                Workspace::pointer(Kind::Priority)
            );
            let when = When::In(period);
            present.then_some(Claim {
                place,
                id: priority.id.as_str(),
                code,
                when,
                pointer,
            })
        })
}
