//! Actions: what is to be done, by whom, by when, and how far it has come.

use super::choice::{Choice, words};
use super::day::Day;
use super::id::Id;
use super::period::Period;
use super::plan::Officer;
use super::record::{member, record};
use super::stated::Stated;

record! {
    /// Something to be done, for a priority and/or a recommendation.
    pub struct Action {
        /// Identity.
        id: Id,
        /// The priority it serves.
        priority: Id,
        /// The recommendations it answers.
        recommendations: Vec<Id>,
        /// The tracker periods that carry it.
        trackers: Vec<Stated<Period>>,
        /// The heading it stands under.
        group: String,
        /// What is to be done.
        title: String,
        /// What it is to lead to.
        desired_outcome: String,
        /// Who does it.
        officers: Vec<Officer>,
        /// Its parts.
        milestones: Vec<Milestone>,
        /// When.
        timescale: Option<Timescale>,
        /// How far it came, by period.
        progress: Vec<Progress>,
    }
    keyed { milestones, progress }
}
member!(Action by id, named by title);

words! {
    /// How an action stands.
    pub enum ActionStatus {
        /// Nothing has been done yet.
        NotStarted = "not_started",
        /// Going as planned.
        OnTrack = "on_track",
        /// Behind.
        Delayed = "delayed",
        /// Waiting on purpose.
        OnHold = "on_hold",
        /// Done.
        Completed = "completed",
        /// Given up.
        Discontinued = "discontinued",
    }
}

impl ActionStatus {
    /// The words on screen.
    pub fn shown(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::OnTrack => "on track",
            Self::Delayed => "delayed",
            Self::OnHold => "on hold",
            Self::Completed => "completed",
            Self::Discontinued => "discontinued",
        }
    }

    /// Whether nothing more is to be done: completed or discontinued.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Completed | Self::Discontinued)
    }
}

record! {
    /// A part of an action.
    pub struct Milestone {
        /// Identity.
        id: Id,
        /// What it is.
        text: String,
        /// Who does it.
        officers: Vec<Officer>,
        /// When.
        timescale: Option<Timescale>,
        /// How it stands.
        status: Option<Choice<ActionStatus>>,
    }
}
member!(Milestone by id, prefix "m");

record! {
    /// When something is to be done: the words, and the days where they say any.
    pub struct Timescale {
        /// The words as given.
        text: String,
        /// The days, where somebody gave them.
        dates: Vec<Stated<Day>>,
        /// What it was before it moved.
        was: Vec<Slip>,
    }
}

record! {
    /// A date that moved.
    pub struct Slip {
        /// The words before.
        text: String,
        /// When it was moved.
        on: Stated<Day>,
        /// Why.
        why: String,
    }
}

record! {
    /// What a tracker says of an action.
    pub struct Progress {
        /// The tracker's period.
        period: Stated<Period>,
        /// What was done.
        text: String,
        /// What comes next.
        next_steps: String,
        /// What stands in the way.
        risks: String,
        /// How it stands.
        status: Option<Choice<ActionStatus>>,
        /// When it was looked at.
        reviewed: Stated<Day>,
    }
}
member!(Progress by period);
