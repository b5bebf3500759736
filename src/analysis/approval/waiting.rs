//! Whose signature a tracker waits for.

use super::{ROLES, changed_since};
use crate::analysis::index::Index;
use crate::analysis::joint::shown;
use crate::analysis::moment::Moment;
use crate::domain::priority::{Priority, Update};
use crate::domain::workspace::Workspace;

/// How far the approval of a tracker has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// The role that signs next: the officer first, then the director. None where both have signed what
    /// stands there, or where there is no rating that could be signed.
    pub waits_for: Option<&'static str>,
    /// Whether a signature is not there at all.
    pub is_missing: bool,
    /// Whether a signature covers something else than what stands there now.
    pub is_changed: bool,
}

impl Approved {
    /// Whether both have signed what stands there.
    pub fn is_whole(self) -> bool {
        !self.is_missing && !self.is_changed
    }

    /// Whether it waits for somebody with a configured role. Who has none is asked as what they sign, so
    /// everything that waits can be theirs; an adviser or a board signs nothing.
    pub fn waits_for_role(self, role: &str) -> bool {
        self.waits_for
            .is_some_and(|next| role.is_empty() || role == next)
    }
}

/// How far the approval of the tracker that a priority shows at a moment has come: its own, or the joint
/// one that serves it. None where it has no tracker then.
pub fn approved_in_view(
    workspace: &Workspace,
    index: &Index,
    priority: &Priority,
    moment: Moment,
) -> Option<Approved> {
    let (tracker, holder) = shown(workspace, index, priority, moment);
    let update = tracker.update?;
    Some(approved(workspace, holder.unwrap_or(priority), update))
}

fn approved(workspace: &Workspace, holder: &Priority, update: &Update) -> Approved {
    let changed = changed_since(workspace, holder, update);
    let signed = |role: &str| update.approvals.iter().any(|it| it.role == role);
    let holds = |role: &str| signed(role) && !changed.iter().any(|it| it.role == role);
    let next = ROLES.into_iter().find(|role| !holds(role));
    Approved {
        waits_for: next.filter(|_| update.rating.is_some()),
        is_missing: !ROLES.into_iter().all(signed),
        is_changed: !changed.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;

    #[test]
    fn the_officer_is_waited_for_first_then_the_director_and_after_a_change_the_officer_again() {
        let officer = r#"{"role":"officer","by":["O"]}"#;
        let director = r#"{"role":"director","by":["D"]}"#;
        let stale = r#"{"role":"officer","by":["O"],"covers":"00"}"#;
        for (rating, approvals, next, missing, changed) in [
            ("", String::new(), None, true, false),
            (
                r#","rating":"red""#,
                String::new(),
                Some("officer"),
                true,
                false,
            ),
            (
                r#","rating":"red""#,
                officer.to_owned(),
                Some("director"),
                true,
                false,
            ),
            (
                r#","rating":"red""#,
                director.to_owned(),
                Some("officer"),
                true,
                false,
            ),
            (
                r#","rating":"red""#,
                format!("{officer},{director}"),
                None,
                false,
                false,
            ),
            (
                r#","rating":"red""#,
                format!("{stale},{director}"),
                Some("officer"),
                false,
                true,
            ),
        ] {
            let text = format!(
                r#"{{"current_period":"2010/11 Q2","priorities":[
                    {{"id":"p","updates":[{{"period":"2010/11 Q2"{rating},"joint_with":["q"],"approvals":[{approvals}]}}]}},
                    {{"id":"q"}},{{"id":"r"}}]}}"#
            );
            let workspace = Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0;
            let index = Index::new(&workspace);
            let moment = Moment::new(&workspace, None, None);
            let of = |id: &str| {
                let priority = workspace.priorities.get(id).unwrap();
                approved_in_view(&workspace, &index, priority, moment)
            };
            let expected = Approved {
                waits_for: next,
                is_missing: missing,
                is_changed: changed,
            };
            assert_eq!(of("p"), Some(expected), "{rating} {approvals}");
            assert_eq!(of("q"), of("p"), "a joint tracker is approved once");
            assert_eq!(of("r"), None);
        }
    }

    #[test]
    fn a_role_is_told_of_its_own_turn_and_somebody_without_one_of_every_turn() {
        let waits = |next| Approved {
            waits_for: next,
            ..Approved::default()
        };
        for (next, role, told) in [
            (Some("officer"), "officer", true),
            (Some("officer"), "director", false),
            (Some("director"), "director", true),
            (Some("director"), "adviser", false),
            (Some("director"), "", true),
            (None, "", false),
        ] {
            assert_eq!(waits(next).waits_for_role(role), told, "{next:?} {role}");
        }
    }
}
