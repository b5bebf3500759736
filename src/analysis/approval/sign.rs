//! Putting a signature under a tracker.

use super::{covers, same_person};
use crate::analysis::tracker::Tracker;
use crate::domain::day::Day;
use crate::domain::edit::{Edit, approve};
use crate::domain::priority::{Approval, Priority};
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// A signature that is to be put under a tracker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// `officer` or `director`.
    pub role: String,
    /// Who signs.
    pub by: String,
    /// The day on which they do.
    pub on: Day,
}

/// What puts it there.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// The signature.
    pub approval: Approval,
    /// The edits.
    pub edits: Vec<Edit>,
    /// The other role in which the same person signed, if they did: two people are wanted.
    pub twice: Option<String>,
}

/// Why there is nothing to sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    /// The tracker has no rating that could be approved.
    #[error("no rating to approve yet")]
    NotRated,
    /// The role has signed what stands there.
    #[error("already approved as {role}, unchanged since ({by}, {on})")]
    Already {
        /// The role.
        role: String,
        /// Who signed.
        by: String,
        /// When.
        on: String,
    },
}

/// Signs a tracker that stands with the priority `holder`, as it is now. A role signs anew only what
/// changed since, or what an older signature does not say that it covers.
pub fn sign(
    workspace: &Workspace,
    tracker: &Tracker<'_>,
    holder: &Priority,
    signing: &Signing,
) -> Result<Signed, NotSigned> {
    let update = tracker.update.filter(|update| update.rating.is_some());
    let update = update.ok_or(NotSigned::NotRated)?;
    let approval = Approval {
        role: signing.role.clone(),
        by: vec![signing.by.clone()],
        on: Stated::from(signing.on),
        covers: covers(workspace, holder, update),
        ..Approval::default()
    };
    let mut others = Vec::new();
    for before in &update.approvals {
        if before.role != approval.role {
            others.push(before);
        } else if before.covers == approval.covers {
            return Err(NotSigned::Already {
                role: before.role.clone(),
                by: before.by.join(", "),
                on: before.on.text().to_owned(),
            });
        }
    }
    let signed_too =
        |other: &&&Approval| other.by.iter().any(|name| same_person(name, &signing.by));
    Ok(Signed {
        twice: others.iter().find(signed_too).map(|it| it.role.clone()),
        edits: approve(holder, update, &approval),
        approval,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::moment::Moment;
    use crate::analysis::tracker::tracker;
    use crate::domain::edit::{Step, apply_step};
    use crate::domain::field::{In, Out};
    use crate::domain::json::Json;

    fn workspace(update: &str) -> Workspace {
        let text = format!(
            r#"{{"format":"scrutineer/1","current_period":"2010/11 Q2","priorities":[{{"id":"p","updates":[{update}]}}]}}"#
        );
        Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0
    }

    fn signing(role: &str, by: &str) -> Signing {
        Signing {
            role: role.to_owned(),
            by: by.to_owned(),
            on: Day::new(2010, 10, 29).unwrap(),
        }
    }

    /// Signs the tracker in view; the workspace afterwards.
    fn signed(workspace: &Workspace, signing: &Signing) -> Result<(Workspace, Signed), NotSigned> {
        let moment = Moment::new(workspace, None, None);
        let priority = workspace.priorities.get("p").unwrap();
        let signed = sign(workspace, &tracker(priority, moment), priority, signing)?;
        let mut after = workspace.clone();
        let applied = apply_step(&mut after, &Step::new("approve", signed.edits.clone())).unwrap();
        let mut back = after.clone();
        apply_step(&mut back, &applied.inverse).unwrap();
        assert_eq!(back, *workspace);
        Ok((after, signed))
    }

    /// The signatures as they stand in the file.
    fn approvals(workspace: &Workspace) -> String {
        let priority = workspace.priorities.get("p").unwrap();
        Json::of(&Out(&priority.updates[0].approvals))
            .unwrap()
            .to_string()
    }

    #[test]
    fn the_officer_signs_before_the_director_whoever_comes_first() {
        let before = workspace(r#"{"period":"2010/11 Q2","rating":"red"}"#);
        let (after, one) = signed(&before, &signing("director", "D")).unwrap();
        let (after, other) = signed(&after, &signing("officer", "O")).unwrap();
        assert_eq!((&one.twice, &other.twice), (&None, &None));
        let covers = &one.approval.covers;
        assert_eq!(covers, &other.approval.covers);
        assert_eq!(
            approvals(&after),
            format!(
                r#"[{{"role":"officer","by":["O"],"on":"2010-10-29","covers":"{covers}"}},{{"role":"director","by":["D"],"on":"2010-10-29","covers":"{covers}"}}]"#
            )
        );
    }

    #[test]
    fn a_role_signs_what_it_signed_only_when_that_changed() {
        let before = workspace(r#"{"period":"2010/11 Q2","rating":"red"}"#);
        let (after, first) = signed(&before, &signing("officer", "O")).unwrap();
        let again = signed(&after, &signing("officer", "P")).unwrap_err();
        assert_eq!(
            again.to_string(),
            "already approved as officer, unchanged since (O, 2010-10-29)"
        );
        let changed = Json::of(&Out(&after)).unwrap();
        let changed = changed.as_str().replace("red", "amber");
        let changed = Json::parse(&changed).unwrap().to::<In<Workspace>>();
        let (after, second) = signed(&changed.unwrap().0, &signing("officer", "P")).unwrap();
        assert_ne!(first.approval.covers, second.approval.covers);
        assert_eq!(approvals(&after).matches("officer").count(), 1);
    }

    #[test]
    fn a_signature_out_of_a_paper_gives_way_with_its_source() {
        let before = workspace(
            r#"{"period":"2010/11 Q2","rating":"red","approvals":[{"role":"officer","by":["Post"],"on":"2010-10-01","source":[{"paper":"001"}]}]}"#,
        );
        let (after, signed) = signed(&before, &signing("officer", "O")).unwrap();
        let covers = signed.approval.covers;
        assert_eq!(
            approvals(&after),
            format!(r#"[{{"role":"officer","by":["O"],"on":"2010-10-29","covers":"{covers}"}}]"#)
        );
    }

    #[test]
    fn one_person_in_both_roles_is_said_and_a_tracker_without_a_rating_is_not_signed() {
        let before = workspace(r#"{"period":"2010/11 Q2","rating":"red"}"#);
        let (after, _) = signed(&before, &signing("officer", "J. Harris")).unwrap();
        let (_, twice) = signed(&after, &signing("director", "j harris")).unwrap();
        assert_eq!(twice.twice.as_deref(), Some("officer"));
        for nothing in [
            r#"{"period":"2010/11 Q2","summary":"S"}"#,
            r#"{"period":"2010/11 Q1","rating":"red"}"#,
        ] {
            let refused = signed(&workspace(nothing), &signing("officer", "O"));
            assert_eq!(refused.unwrap_err(), NotSigned::NotRated);
        }
    }
}
