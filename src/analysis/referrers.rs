//! Which records name another one: told before it is deleted. Found when asked, since it is asked
//! seldom.

use super::check::walk::{Leaf, Step, leaves};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// The other records that name a record by id or as `kind:id`, in the file's order, each once.
pub fn referrers(workspace: &Workspace, record: &RecordRef) -> Vec<RecordRef> {
    let mut found: Vec<RecordRef> = Vec::new();
    leaves(workspace, &mut |path, leaf| {
        let names = match leaf {
            Leaf::Reference(kind, id) => *kind == record.kind && *id == record.id.as_str(),
            Leaf::Named(text) => RecordRef::read(text).as_ref() == Some(record),
            _ => false,
        };
        if !names {
            return;
        }
        if let Some(holder) = holder(workspace, path.steps())
            && holder != *record
            && !found.contains(&holder)
        {
            found.push(holder);
        }
    });
    found
}

/// The record in which a value stands.
fn holder(workspace: &Workspace, steps: &[Step<'_>]) -> Option<RecordRef> {
    let (list, place) = match steps {
        [
            Step::Key("programme"),
            Step::Key(list),
            Step::Place(place),
            ..,
        ] => (format!("/programme/{list}"), place),
        [Step::Key(list), Step::Place(place), ..] => (format!("/{list}"), place),
        _ => return None,
    };
    let kind = Kind::ALL
        .iter()
        .find(|kind| Workspace::pointer(**kind) == list)?;
    let key = workspace.records(*kind)?.key_at(*place)?;
    Some(RecordRef::new(*kind, &key.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;

    #[test]
    fn every_record_that_names_another_is_found_once() {
        let text = r#"{"format":"scrutineer/1",
            "highlights":[{"id":"h","concerns":["indicator:i"]}],
            "priorities":[
                {"id":"p","indicators":["i","i"],"updates":[{"period":"2010/11 Q1","indicators":["i"]}]},
                {"id":"i","theme":"i"}],
            "indicators":[{"id":"i"},{"id":"j"}],
            "recommendations":[{"id":"r","routes":[{"id":"1","via":{"indicator":"i"}}]}],
            "programme":{"items":[{"id":"b","board":"c"}]}}"#;
        let In(workspace) = serde_json::from_str::<In<Workspace>>(text).unwrap();
        let found = |name: &str| -> Vec<String> {
            let record = RecordRef::read(name).unwrap();
            let found = referrers(&workspace, &record);
            found.iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            found("indicator:i"),
            ["highlight:h", "priority:p", "recommendation:r"]
        );
        assert_eq!(found("theme:i"), ["priority:i"]);
        assert_eq!(found("board:c"), ["item:b"]);
        assert!(found("indicator:j").is_empty());
    }
}
