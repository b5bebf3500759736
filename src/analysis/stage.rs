//! The status of a scrutiny recommendation, 1 to 6 (`domain.md` §5): what the board is asked, which
//! stage its answers give, and where a recommendation stands.

mod keep;

pub use keep::{Voice, stage_step};

use super::moment::{Moment, knew};
use crate::domain::number::Number;
use crate::domain::recommendation::{Recommendation, RecommendationUpdate};
use crate::domain::workspace::Workspace;

/// A question that the board answers with yes or no, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Is it still relevant?
    Relevant,
    /// Has it been achieved?
    Achieved,
    /// Has the timescale that was set for it passed?
    Passed,
    /// Is there an obstacle?
    Obstacle,
    /// Is progress acceptable?
    Acceptable,
}

impl Question {
    /// All questions, in the board's order.
    pub const ALL: &'static [Self] = &[
        Self::Relevant,
        Self::Achieved,
        Self::Passed,
        Self::Obstacle,
        Self::Acceptable,
    ];

    /// The question itself.
    pub fn words(self) -> &'static str {
        match self {
            Self::Relevant => "Is it still relevant?",
            Self::Achieved => "Has it been achieved?",
            Self::Passed => "Has the set timescale passed?",
            Self::Obstacle => "Is there an obstacle?",
            Self::Acceptable => "Is progress acceptable?",
        }
    }

    /// What the answer leads to: the stage, or the next question.
    pub fn answered(self, yes: bool) -> Next {
        match (self, yes) {
            (Self::Relevant, false) => Next::Stage(Stage::Stopped),
            (Self::Relevant, true) => Next::Ask(Self::Achieved),
            (Self::Achieved, true) => Next::Stage(Stage::Achieved),
            (Self::Achieved, false) => Next::Ask(Self::Passed),
            (Self::Passed, false) => Next::Stage(Stage::NotYet),
            (Self::Passed, true) => Next::Ask(Self::Obstacle),
            (Self::Obstacle, true) => Next::Stage(Stage::Obstacle),
            (Self::Obstacle, false) => Next::Ask(Self::Acceptable),
            (Self::Acceptable, true) => Next::Stage(Stage::Acceptable),
            (Self::Acceptable, false) => Next::Stage(Stage::NotAcceptable),
        }
    }
}

/// Where a walk through the questions has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// This is to be answered.
    Ask(Question),
    /// Nothing more is to be asked.
    Stage(Stage),
}

/// The walk after these answers, from the first question on; answers past the end change nothing.
pub fn walk(answers: &[bool]) -> Next {
    let first = Next::Ask(Question::Relevant);
    answers.iter().fold(first, |next, yes| match next {
        Next::Ask(question) => question.answered(*yes),
        Next::Stage(stage) => Next::Stage(stage),
    })
}

/// A status of the scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 1: no longer relevant.
    Stopped,
    /// 2: achieved.
    Achieved,
    /// 3: not achieved, and something stands in the way.
    Obstacle,
    /// 4: not achieved, and the board is content with how it goes.
    Acceptable,
    /// 5: not achieved, and the board is not content.
    NotAcceptable,
    /// 6: its time has not come yet.
    NotYet,
}

impl Stage {
    /// All of them, 1 to 6.
    pub const ALL: &'static [Self] = &[
        Self::Stopped,
        Self::Achieved,
        Self::Obstacle,
        Self::Acceptable,
        Self::NotAcceptable,
        Self::NotYet,
    ];

    /// Its number, 1 to 6.
    pub fn number(self) -> u8 {
        match self {
            Self::Stopped => 1,
            Self::Achieved => 2,
            Self::Obstacle => 3,
            Self::Acceptable => 4,
            Self::NotAcceptable => 5,
            Self::NotYet => 6,
        }
    }

    /// The stage of a number; a number outside 1 to 6 is none.
    pub fn of(number: Number) -> Option<Self> {
        let is =
            |stage: &&Self| crate::domain::number::same(f64::from(stage.number()), number.get());
        Self::ALL.iter().find(is).copied()
    }

    /// What it means. The papers print 2, 4 and 6 and describe 3 and 5; the wording of 1, 3 and 5
    /// follows the common published form (`domain.md` §5).
    pub fn words(self) -> &'static str {
        match self {
            Self::Stopped => "stop monitoring",
            Self::Achieved => "achieved",
            Self::Obstacle => "not achieved (obstacle): the board determines action",
            Self::Acceptable => "not achieved, progress acceptable: continue monitoring",
            Self::NotAcceptable => {
                "not achieved, progress not acceptable: the board determines action and continues monitoring"
            }
            Self::NotYet => "not for review this session",
        }
    }

    /// The same in two or three words, for a column.
    pub fn short(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Achieved => "achieved",
            Self::Obstacle => "obstacle",
            Self::Acceptable => "acceptable",
            Self::NotAcceptable => "not acceptable",
            Self::NotYet => "not yet due",
        }
    }

    /// Whether the board has to decide something: 3 and 5.
    pub fn needs_decision(self) -> bool {
        matches!(self, Self::Obstacle | Self::NotAcceptable)
    }

    /// Whether it leaves the next report: 1 and 2.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Stopped | Self::Achieved)
    }
}

/// Where a recommendation stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageStanding {
    /// What the board confirmed last: it counts. With the words of its date.
    pub confirmed: Option<(Stage, String)>,
    /// What the adviser proposed since; several where it was left open. Empty where the board has
    /// confirmed a stage at the same time or later.
    pub drafts: Vec<Stage>,
    /// The words of the proposal's date.
    pub drafted: String,
}

impl StageStanding {
    /// `stage 4`, `draft 2 or 4`; empty where there is neither.
    pub fn label(&self) -> String {
        match (&self.confirmed, self.drafts.as_slice()) {
            (Some((stage, _)), []) => format!("stage {}", stage.number()),
            (None, []) => String::new(),
            (confirmed, drafts) => {
                let numbers: Vec<String> =
                    drafts.iter().map(|it| it.number().to_string()).collect();
                let draft = format!("draft {}", numbers.join(" or "));
                confirmed.as_ref().map_or(draft.clone(), |(stage, _)| {
                    format!("stage {}, {draft}", stage.number())
                })
            }
        }
    }
}

/// The stage of a recommendation at a moment: the newest confirmed one, and what was proposed since.
/// Updates stand oldest first.
pub fn stage(
    workspace: &Workspace,
    recommendation: &Recommendation,
    moment: Moment,
) -> StageStanding {
    let mut standing = StageStanding::default();
    let known = |update: &&RecommendationUpdate| knew(workspace, moment, &update.at);
    for update in recommendation.updates.iter().filter(known) {
        let drafts = update.draft_stage.iter();
        let drafts: Vec<Stage> = drafts.filter_map(|number| Stage::of(*number)).collect();
        if let Some(stage) = update.stage.and_then(Stage::of) {
            standing.confirmed = Some((stage, update.at.clone()));
            standing.drafts.clear();
            standing.drafted.clear();
        } else if !drafts.is_empty() {
            standing.drafts = drafts;
            standing.drafted.clone_from(&update.at);
        }
    }
    standing
}

/// Whether nothing more is expected of a recommendation: confirmed as 1 or 2, or completed by then.
pub fn is_closed(workspace: &Workspace, recommendation: &Recommendation, moment: Moment) -> bool {
    let completed = recommendation.completed.as_ref();
    let confirmed = stage(workspace, recommendation, moment).confirmed;
    completed.is_some_and(|it| knew(workspace, moment, &it.on))
        || confirmed.is_some_and(|(stage, _)| stage.is_closed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;
    use crate::domain::period::Period;

    #[test]
    fn the_answers_give_the_stage_of_the_board() {
        for (answers, expected) in [
            ("", Next::Ask(Question::Relevant)),
            ("n", Next::Stage(Stage::Stopped)),
            ("y", Next::Ask(Question::Achieved)),
            ("yy", Next::Stage(Stage::Achieved)),
            ("yn", Next::Ask(Question::Passed)),
            ("ynn", Next::Stage(Stage::NotYet)),
            ("yny", Next::Ask(Question::Obstacle)),
            ("ynyy", Next::Stage(Stage::Obstacle)),
            ("ynyn", Next::Ask(Question::Acceptable)),
            ("ynyny", Next::Stage(Stage::Acceptable)),
            ("ynynn", Next::Stage(Stage::NotAcceptable)),
            ("nyyyyy", Next::Stage(Stage::Stopped)),
        ] {
            let given: Vec<bool> = answers.chars().map(|c| c == 'y').collect();
            assert_eq!(walk(&given), expected, "{answers}");
        }
    }

    #[test]
    fn one_and_two_leave_the_report_and_three_and_five_need_a_decision() {
        let numbers = |of: fn(Stage) -> bool| {
            let those = Stage::ALL.iter().copied().filter(|stage| of(*stage));
            those.map(Stage::number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(Stage::is_closed), [1, 2]);
        assert_eq!(numbers(Stage::needs_decision), [3, 5]);
        let read = |number| Number::new(number).and_then(Stage::of);
        assert_eq!(read(5.0), Some(Stage::NotAcceptable));
        assert_eq!((read(0.0), read(2.5), read(7.0)), (None, None, None));
    }

    #[test]
    fn the_confirmed_stage_counts_and_a_later_draft_stands_beside_it() {
        let text = r#"{"current_period":"2010/11 Q2","recommendations":[
            {"id":"r","updates":[
                {"id":"u1","at":"2009-12","draft_stage":[4]},
                {"id":"u2","at":"2010-03","draft_stage":[4],"stage":5},
                {"id":"u3","at":"2010-12","draft_stage":[2,4]}]},
            {"id":"c","completed":{"on":"2010-06"}}]}"#;
        let workspace = Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0;
        let recommendation = workspace.recommendations.get("r").unwrap();
        for (period, label) in [
            ("2010/11 Q2", "stage 5, draft 2 or 4"),
            ("2010/11 Q1", "stage 5"),
            ("2009/10 Q3", "draft 4"),
            ("2008/09 Q4", ""),
        ] {
            let moment = Moment::new(&workspace, Period::read(period), None);
            assert_eq!(
                stage(&workspace, recommendation, moment).label(),
                label,
                "{period}"
            );
            let completed = workspace.recommendations.get("c").unwrap();
            let closed = is_closed(&workspace, completed, moment);
            assert_eq!(closed, period.starts_with("2010"), "{period}");
        }
    }
}
