//! Of records themselves: officers, owner, boards, due date, end.

use super::{Change, Outcome, Planner, changed, set, title};
use crate::analysis::moment::Moment;
use crate::domain::edit::{Edit, historical};
use crate::domain::form::{moved, stretch_text};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::plan::Officer;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;

impl Planner<'_> {
    /// An officer in the place of those with the same role; the others stay.
    pub(super) fn given(&self, record: &RecordRef, officer: &Officer) -> Change {
        let role = |officer: &Officer| officer.role.as_ref().map(|role| role.text().to_owned());
        let mut before: Vec<String> = Vec::new();
        let mut replace = |officers: &mut Vec<Officer>| {
            let place = officers.iter().position(|it| role(it) == role(officer));
            let same = officers.iter().filter(|it| role(it) == role(officer));
            before = same.map(|it| it.called().to_owned()).collect();
            officers.retain(|it| role(it) != role(officer));
            let place = place.unwrap_or(officers.len()).min(officers.len());
            officers.insert(place, officer.clone());
        };
        let id = record.id.as_str();
        let edits = match record.kind {
            Kind::Priority => {
                let found = self.workspace.priorities.get(id);
                found.map(|it| {
                    let mut after = (**it).clone();
                    replace(&mut after.officers);
                    let (old, new) = (it.get("officers"), after.get("officers"));
                    let current = self.workspace.current_period.read();
                    let kept = historical(it, current, "officers", old.as_ref());
                    let own = set(record, &**it, "officers", new);
                    let kept = kept.filter(|_| !own.is_empty());
                    kept.into_iter().chain(own).collect::<Vec<Edit>>()
                })
            }
            Kind::Action => self.workspace.actions.get(id).map(|it| {
                let mut after = (**it).clone();
                replace(&mut after.officers);
                set(record, &**it, "officers", after.get("officers"))
            }),
            Kind::Recommendation => self.workspace.recommendations.get(id).map(|it| {
                let mut after = (**it).clone();
                replace(&mut after.officers);
                set(record, &**it, "officers", after.get("officers"))
            }),
            _ => {
                let programme = self.workspace.programme.as_ref();
                programme.and_then(|it| it.decisions.get(id)).map(|it| {
                    let mut after = (**it).clone();
                    replace(&mut after.officers);
                    set(record, &**it, "officers", after.get("officers"))
                })
            }
        };
        let role = role(officer).unwrap_or_default().replace('_', " ");
        let called = |name: &str| match role.as_str() {
            "" => name.to_owned(),
            role => format!("{role}: {name}"),
        };
        let was = match before.as_slice() {
            [] => "nobody".to_owned(),
            names => names.join(", "),
        };
        changed(
            called(&was),
            called(officer.called()),
            edits.unwrap_or_default(),
        )
    }

    /// The service that owns an indicator.
    pub(super) fn owned(&self, record: &RecordRef, owner: &str) -> Change {
        let edits = self
            .found(record)
            .map(|it| set(record, it, "owner", text(owner)));
        let before = self.words(record, "owner");
        changed(before, owner.to_owned(), edits.unwrap_or_default())
    }

    /// A board more or less.
    pub(super) fn before_board(&self, record: &RecordRef, board: &Id, joins: bool) -> Change {
        let id = record.id.as_str();
        let mut lists: (Vec<Id>, Vec<Id>) = Default::default();
        let mut change = |boards: &mut Vec<Id>| {
            lists.0.clone_from(boards);
            boards.retain(|it| it != board || joins);
            if joins && !boards.contains(board) {
                boards.push(board.clone());
            }
            lists.1.clone_from(boards);
        };
        let edits = match record.kind {
            Kind::Priority => self.workspace.priorities.get(id).map(|it| {
                let mut after = (**it).clone();
                change(&mut after.boards);
                set(record, &**it, "boards", after.get("boards"))
            }),
            Kind::Indicator => self.workspace.indicators.get(id).map(|it| {
                let mut after = (**it).clone();
                change(&mut after.boards);
                set(record, &**it, "boards", after.get("boards"))
            }),
            Kind::Recommendation => self.workspace.recommendations.get(id).map(|it| {
                let mut after = (**it).clone();
                change(&mut after.boards);
                set(record, &**it, "boards", after.get("boards"))
            }),
            Kind::Highlight => self.workspace.highlights.get(id).map(|it| {
                let mut after = (**it).clone();
                change(&mut after.boards);
                set(record, &**it, "boards", after.get("boards"))
            }),
            // An item goes to one board, and another one takes its place.
            _ => {
                let programme = self.workspace.programme.as_ref();
                programme.and_then(|it| it.items.get(id)).map(|it| {
                    let own = (!it.board.is_empty()).then(|| it.board.clone());
                    lists.0.extend(own);
                    let after = match (joins, it.board == *board) {
                        (true, _) => Some(board),
                        (false, true) => None,
                        (false, false) => Some(&it.board).filter(|it| !it.is_empty()),
                    };
                    lists.1.extend(after.cloned());
                    set(
                        record,
                        &**it,
                        "board",
                        after.and_then(|it| text(it.as_str())),
                    )
                })
            }
        };
        let words = |boards: &[Id]| match boards {
            [] => "no board".to_owned(),
            boards => {
                let words = boards
                    .iter()
                    .map(|it| board_words(&self.workspace, it, self.moment));
                words.collect::<Vec<_>>().join(", ")
            }
        };
        changed(words(&lists.0), words(&lists.1), edits.unwrap_or_default())
    }

    /// When it is to be done. What an action had before is kept with the reason.
    pub(super) fn due(&self, record: &RecordRef, words: &str, why: &str) -> Change {
        let (field, slips) = match record.kind {
            Kind::Action => ("timescale", true),
            _ => ("due", false),
        };
        let Some(found) = self.found(record) else {
            return Err(Outcome::Refused("not in the file any more".to_owned()));
        };
        let before = found.get(field);
        let was = before.as_ref().map(stretch_text).unwrap_or_default();
        let after = moved(before.as_ref(), Some(words), slips, self.moment.today, why);
        let was = if was.is_empty() {
            "not set".to_owned()
        } else {
            was
        };
        changed(was, words.to_owned(), set(record, found, field, after))
    }

    /// The first period in which it is no longer followed.
    pub(super) fn retired(&self, record: &RecordRef, from: Option<Period>) -> Change {
        let Some(found) = self.found(record) else {
            return Err(Outcome::Refused("not in the file any more".to_owned()));
        };
        let words = |period: Option<String>| {
            period.map_or_else(
                || "followed".to_owned(),
                |period| format!("retired from {period}"),
            )
        };
        let before = found.get("retired_from").map(|value| value.shown());
        let after = from.map(|period| period.to_string());
        let value = after.as_deref().and_then(text);
        let edits = set(record, found, "retired_from", value);
        changed(words(before), words(after), edits)
    }

    fn found(&self, record: &RecordRef) -> Option<&dyn Record> {
        self.workspace.record(record.kind, record.id.as_str())
    }

    fn words(&self, record: &RecordRef, field: &str) -> String {
        let value = self.found(record).and_then(|it| it.get(field));
        value.map_or_else(|| "not set".to_owned(), |value| value.shown())
    }
}

fn text(text: &str) -> Option<Json> {
    (!text.is_empty()).then(|| Json::text(text))
}

/// What a board is called.
pub(super) fn board_words(workspace: &Workspace, board: &Id, moment: Moment) -> String {
    title(workspace, &RecordRef::new(Kind::Board, board), moment)
}
