//! Which boards a record is relevant to.

use super::index::Index;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// The boards of a record, each once: its own where it names some, else those of the priorities that
/// it belongs to (for an action also those of the recommendations that it answers).
pub fn boards_of(workspace: &Workspace, index: &Index, record: &RecordRef) -> Vec<Id> {
    let id = record.id.as_str();
    let mut boards = Vec::new();
    let mut add = |more: &[Id]| {
        for board in more {
            if !board.is_empty() && !boards.contains(board) {
                boards.push(board.clone());
            }
        }
    };
    match record.kind {
        Kind::Board => add(std::slice::from_ref(&record.id)),
        Kind::Priority => add(of_priority(workspace, &record.id)),
        Kind::Indicator => {
            let own = workspace.indicators.get(id).map(|it| &*it.boards);
            if let Some(own) = own.filter(|own| !own.is_empty()) {
                add(own);
            } else {
                for priority in index.priorities_of(&record.id) {
                    add(of_priority(workspace, priority));
                }
            }
        }
        Kind::Action => {
            if let Some(action) = workspace.actions.get(id) {
                add(of_priority(workspace, &action.priority));
                let answered = action.recommendations.iter();
                answered.for_each(|asked| add(of_recommendation(workspace, asked)));
            }
        }
        Kind::Recommendation => add(of_recommendation(workspace, &record.id)),
        Kind::Highlight => add(workspace
            .highlights
            .get(id)
            .map_or(&[][..], |it| &it.boards)),
        Kind::Item => {
            let items = workspace.programme.as_ref().map(|it| &it.items);
            if let Some(item) = items.and_then(|items| items.get(id)) {
                add(std::slice::from_ref(&item.board));
            }
        }
        _ => {}
    }
    boards
}

fn of_priority<'a>(workspace: &'a Workspace, id: &Id) -> &'a [Id] {
    let found = workspace.priorities.get(id.as_str());
    found.map_or(&[], |it| &it.boards)
}

fn of_recommendation<'a>(workspace: &'a Workspace, id: &Id) -> &'a [Id] {
    let found = workspace.recommendations.get(id.as_str());
    found.map_or(&[], |it| &it.boards)
}

/// Whether a view of `board` shows something of these boards; a view of no board shows all.
pub fn shows(board: Option<&Id>, boards: &[Id]) -> bool {
    board.is_none_or(|board| boards.contains(board))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;

    #[test]
    fn a_record_has_its_own_boards_or_those_it_belongs_to() {
        let text = r#"{"priorities":[{"id":"p","boards":["children"],"indicators":["shared","own"]},
            {"id":"q","boards":["health","children"],"indicators":["shared"]}],
            "indicators":[{"id":"shared"},{"id":"own","boards":["trust"]},{"id":"lone"}],
            "actions":[{"id":"a","priority":"p","recommendations":["r"]}],
            "recommendations":[{"id":"r","boards":["improvement"]}],
            "highlights":[{"id":"h","boards":["health"]}],
            "programme":{"items":[{"id":"i","board":"children"},{"id":"j"}]}}"#;
        let workspace = Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0;
        let index = Index::new(&workspace);
        for (record, expected) in [
            ("priority:q", "health children"),
            ("indicator:shared", "children health"),
            ("indicator:own", "trust"),
            ("indicator:lone", ""),
            ("action:a", "children improvement"),
            ("recommendation:r", "improvement"),
            ("highlight:h", "health"),
            ("item:i", "children"),
            ("item:j", ""),
            ("board:trust", "trust"),
            ("theme:t", ""),
        ] {
            let record = RecordRef::read(record).unwrap();
            let boards = boards_of(&workspace, &index, &record);
            let boards: Vec<&str> = boards.iter().map(Id::as_str).collect();
            assert_eq!(boards.join(" "), expected, "{record}");
        }
    }
}
