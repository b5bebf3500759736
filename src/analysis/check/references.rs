//! References that lead nowhere.

use super::report::{Report, quoted};
use super::walk::{Leaf, Path};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Every id of another record, and every `kind:id`.
pub(super) fn dangling(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let (kind, id) = match leaf {
        Leaf::Reference(_, "") | Leaf::Named("") => return,
        Leaf::Reference(kind, id) => (*kind, Id::new(id)),
        Leaf::Named(text) => match RecordRef::read(text) {
            Some(record) => (record.kind, record.id),
            None => return unreadable(text, path, report),
        },
        _ => return,
    };
    let workspace = report.workspace;
    if workspace.record(kind, id.as_str()).is_none() {
        let message = format!("There is no {} {}", kind.word(), quoted(id.as_str()));
        report.say(
            path,
            message,
            mend(workspace, kind, &id, matches!(leaf, Leaf::Named(_))),
        );
    }
}

fn unreadable(text: &str, path: &Path<'_>, report: &mut Report<'_>) {
    let message = format!("{} names no record", quoted(text));
    report.say(
        path,
        message,
        "Write the kind and the id, like priority:teenage-conception",
    );
}

/// People write the code where the id belongs, and codes make ids.
fn mend(workspace: &Workspace, kind: Kind, id: &Id, named: bool) -> String {
    let slug = Id::slug(id.as_str());
    if workspace.record(kind, slug.as_str()).is_some() {
        let prefix = if named {
            format!("{}:", kind.word())
        } else {
            String::new()
        };
        return format!("Write \"{prefix}{slug}\"");
    }
    let word = kind.word();
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("Name {article} {word} of this file by its id, or add one with this id")
}
