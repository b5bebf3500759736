//! A stage that was given, as a step that can be applied and taken back.

use super::Stage;
use crate::analysis::moment::{Moment, knew};
use crate::domain::edit::{Anchor, Edit, ListPlace, Place, Step};
use crate::domain::field::Out;
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::recommendation::{Recommendation, RecommendationUpdate};
use crate::domain::record::Record as _;
use crate::domain::workspace::Workspace;

/// Who gives a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The adviser proposes it.
    Adviser,
    /// The board confirms it: this one counts.
    Board,
}

/// The step that gives a recommendation its stage at a moment. It stands with the newest update if that
/// is a proposal which the board has not settled, or one of the day in view; else a new update of that
/// day takes it. The step has no edits where all is so already.
pub fn stage_step(
    workspace: &Workspace,
    recommendation: &Recommendation,
    moment: Moment,
    stage: Stage,
    voice: Voice,
) -> Step {
    let known = |update: &&RecommendationUpdate| knew(workspace, moment, &update.at);
    let newest = recommendation.updates.iter().rfind(known);
    let today = moment.today.map(|day| day.to_string()).unwrap_or_default();
    let open = newest.filter(|it| {
        let proposed = it.stage.is_none() && !it.draft_stage.is_empty();
        let of_the_day = it.at == today && (voice == Voice::Board || it.stage.is_none());
        proposed || of_the_day
    });
    let number = Number::new(f64::from(stage.number()));
    let mut given = RecommendationUpdate::default();
    let field = match voice {
        Voice::Adviser => {
            given.draft_stage = number.into_iter().collect();
            "draft_stage"
        }
        Voice::Board => {
            given.stage = number;
            "stage"
        }
    };
    let edit = match open {
        Some(update) => set(recommendation, update, field, given.get(field)),
        None => inserted(recommendation, newest, today, given),
    };
    Step::new("stage", edit.into_iter().collect())
}

fn set(
    recommendation: &Recommendation,
    update: &RecommendationUpdate,
    field: &str,
    after: Option<Json>,
) -> Option<Edit> {
    let before = update.get(field);
    let at = Place::record(Kind::Recommendation, &recommendation.id)
        .member("updates", update.id.as_str());
    (before != after).then(|| Edit::Set {
        at,
        field: field.to_owned(),
        before,
        after,
    })
}

/// Oldest first: the new update stands behind the newest one that was known then.
fn inserted(
    recommendation: &Recommendation,
    newest: Option<&RecommendationUpdate>,
    today: String,
    mut given: RecommendationUpdate,
) -> Option<Edit> {
    let updates = &recommendation.updates;
    given.id = free_id(updates);
    given.at = today;
    let place = newest.and_then(|newest| updates.iter().position(|it| it.id == newest.id));
    Some(Edit::Insert {
        list: ListPlace::Inside(
            Place::record(Kind::Recommendation, &recommendation.id),
            "updates".to_owned(),
        ),
        key: given.id.to_string(),
        value: Json::of(&Out(&given)).ok()?,
        anchor: Anchor::before_place(updates, place.map_or(0, |place| place + 1)),
    })
}

/// `u1`, `u2`, …: the first that no update has.
fn free_id(updates: &[RecommendationUpdate]) -> Id {
    let mut ids = (updates.len() + 1..).map(|number| Id::new(&format!("u{number}")));
    let taken = |id: &Id| updates.iter().any(|update| update.id == *id);
    ids.find(|id| !taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::stage::stage;
    use crate::domain::edit::apply_step;
    use crate::domain::field::In;
    use crate::domain::period::Period;

    const TEXT: &str = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-11-10",
        "recommendations":[
        {"id":"drafted","updates":[
            {"id":"u1","at":"2009-12","text":"early","draft_stage":[6],"stage":6},
            {"id":"u2","at":"2010-10","text":"late","draft_stage":[2,4]}]},
        {"id":"told","updates":[{"id":"u2","at":"2010-09","text":"no stage"}]},
        {"id":"bare"}]}"#;

    /// What the updates of a recommendation say after a stage was given: `at draft -> stage`.
    fn after(id: &str, period: &str, stage_given: Stage, voice: Voice) -> String {
        let mut workspace = Json::parse(TEXT).unwrap().to::<In<Workspace>>().unwrap().0;
        let untouched = workspace.clone();
        let moment = Moment::new(&workspace, Period::read(period), None);
        let recommendation = workspace.recommendations.get(id).unwrap().clone();
        let step = stage_step(&workspace, &recommendation, moment, stage_given, voice);
        let applied = apply_step(&mut workspace, &step).unwrap();
        let given = workspace.recommendations.get(id).unwrap().clone();
        let standing = stage(&workspace, &given, moment);
        match voice {
            Voice::Adviser => assert_eq!(standing.drafts, [stage_given]),
            Voice::Board => assert_eq!(standing.confirmed.unwrap().0, stage_given),
        }
        let again = stage_step(&workspace, &given, moment, stage_given, voice);
        let of_the_day = given.updates.iter().any(|it| it.at == "2010-11-10");
        if voice == Voice::Adviser || of_the_day {
            assert!(again.edits.is_empty(), "the same again changes nothing");
        }
        apply_step(&mut workspace, &applied.inverse).unwrap();
        assert!(workspace == untouched);
        let said = given.updates.iter().map(|update| {
            let drafts = update.draft_stage.iter().map(ToString::to_string);
            let stage = update.stage.map_or("-".to_owned(), |it| it.to_string());
            let drafts = drafts.collect::<Vec<_>>().join("|");
            format!("{} {} {drafts}>{stage}", update.id, update.at)
        });
        said.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_stage_stands_with_the_open_proposal_else_with_an_update_of_the_day() {
        use Voice::{Adviser, Board};
        let now = "2010/11 Q2";
        for (id, period, stage, voice, expected) in [
            (
                "drafted",
                now,
                Stage::Achieved,
                Board,
                "u1 2009-12 6>6; u2 2010-10 2|4>2",
            ),
            (
                "drafted",
                now,
                Stage::Obstacle,
                Adviser,
                "u1 2009-12 6>6; u2 2010-10 3>-",
            ),
            (
                "told",
                now,
                Stage::Acceptable,
                Board,
                "u2 2010-09 >-; u3 2010-11-10 >4",
            ),
            ("bare", now, Stage::NotYet, Adviser, "u1 2010-11-10 6>-"),
            (
                "drafted",
                "2010/11 Q1",
                Stage::Stopped,
                Board,
                "u1 2009-12 6>6; u3 2010-06-30 >1; u2 2010-10 2|4>-",
            ),
        ] {
            assert_eq!(after(id, period, stage, voice), expected, "{id} {period}");
        }
    }
}
