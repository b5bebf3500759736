//! Giving a recommendation its stage: the board's questions, one key each (`domain.md` §5).

use super::change;
use crate::analysis::stage::{Next, Voice, stage_step, walk};
use crate::app::effect::Effect;
use crate::app::state::{Notice, Overlay, StageWalk, State};
use crate::domain::edit::Step;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;

/// Opens the questions for the selected recommendation.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if let Some(recommendation) = state.selected_recommendation() {
        state.overlays.push(Overlay::Stage(StageWalk {
            recommendation,
            answers: Vec::new(),
        }));
    }
    Vec::new()
}

/// Answers the question in view; past the last one there is nothing to answer.
pub(super) fn answer(state: &mut State, yes: bool) -> Vec<Effect> {
    if let Some(Overlay::Stage(questions)) = state.overlays.last_mut()
        && matches!(walk(&questions.answers), Next::Ask(_))
    {
        questions.answers.push(yes);
    }
    Vec::new()
}

/// Takes the last answer back.
pub(super) fn take_back(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Stage(questions)) = state.overlays.last_mut() {
        questions.answers.pop();
    }
    Vec::new()
}

/// Keeps the stage that the answers gave: as the adviser's proposal, or as confirmed by the board.
pub(super) fn keep(state: &mut State, voice: Voice) -> Vec<Effect> {
    let Some(Overlay::Stage(questions)) = state.overlays.last() else {
        return Vec::new();
    };
    let Next::Stage(found) = walk(&questions.answers) else {
        state.notice = Some(Notice::warning("Answer the questions first: y or n"));
        return Vec::new();
    };
    let id = questions.recommendation.clone();
    state.overlays.pop();
    let workspace = state.workspace();
    let Some(recommendation) = workspace.recommendations.get(id.as_str()) else {
        state.notice = Some(Notice::warning(
            "Not kept: somebody else took the recommendation out of the file",
        ));
        return Vec::new();
    };
    let given = stage_step(workspace, recommendation, state.moment, found, voice);
    let step = Step::new("key s", given.edits);
    let code = change::called(state, &RecordRef::new(Kind::Recommendation, &id));
    let (number, short) = (found.number(), found.short());
    let said = match voice {
        Voice::Adviser => format!("{code} proposed for stage {number} ({short})"),
        Voice::Board => format!("{code} confirmed at stage {number} ({short})"),
    };
    change::make_in_view(state, step, said)
}
