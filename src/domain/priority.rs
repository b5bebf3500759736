//! Improvement priorities and their trackers.

use super::choice::{Choice, words};
use super::day::Day;
use super::id::Id;
use super::period::Period;
use super::plan::Officer;
use super::rating::{Direction, Rating};
use super::record::{member, record};
use super::stated::Stated;

record! {
    /// An improvement priority. Its *action tracker* is the priority with all that belongs to it in a
    /// period.
    pub struct Priority {
        /// Identity.
        id: Id,
        /// What people see and type (`LN-1d`).
        code: String,
        /// The codes it had before, and when.
        former_codes: Vec<FormerCode>,
        /// Other names, among them the codes that other plans give it.
        also_known_as: Vec<String>,
        /// The theme it stands under.
        theme: Id,
        /// Its official title.
        title: String,
        /// Why it is a priority.
        why: String,
        /// The partnership that answers for it.
        partnership: String,
        /// The boards it is relevant to.
        boards: Vec<Id>,
        /// Whether the organisation counts it among its high risks.
        high_risk: Option<bool>,
        /// Who has a part in it.
        officers: Vec<Officer>,
        /// The indicators aligned with it, in order.
        indicators: Vec<Id>,
        /// The actions of other plans that it is linked with.
        links: Vec<Link>,
        /// Whether the tracker says that there are no links.
        links_none_stated: Option<bool>,
        /// Whether an inspection named it an area of weakness.
        area_of_weakness: Option<bool>,
        /// What it was split from.
        split: Option<Split>,
        /// The first period in which it is no longer tracked.
        retired_from: Stated<Period>,
        /// Its trackers, oldest first.
        updates: Vec<Update>,
    }
    keyed { former_codes, updates }
}
member!(Priority by id, named by code, title);

record! {
    /// A code that a record once had.
    pub struct FormerCode {
        /// The code.
        code: String,
        /// The period in which it served.
        r#in as "in": Stated<Period>,
    }
}
member!(FormerCode by r#in);

words! {
    /// How close a link to another plan is.
    pub enum Strength {
        /// Read across one to one.
        Direct = "direct",
        /// Related.
        Related = "related",
    }
}

record! {
    /// A link to an action of another plan.
    pub struct Link {
        /// The plan.
        plan: Id,
        /// The action's number in it; empty for the plan as a whole.
        r#ref as "ref": String,
        /// How close it is.
        strength: Option<Choice<Strength>>,
    }
}

record! {
    /// Where a priority that was one with another comes from.
    pub struct Split {
        /// The priority it was part of.
        from: Id,
        /// The first period of its own.
        r#in as "in": Stated<Period>,
    }
}

record! {
    /// The tracker of one period.
    pub struct Update {
        /// Which period.
        period: Stated<Period>,
        /// The overall progress rating.
        rating: Option<Choice<Rating>>,
        /// The direction of travel.
        direction: Option<Choice<Direction>>,
        /// The overall assessment.
        summary: String,
        /// What was achieved.
        achievements: Vec<Achievement>,
        /// What stands in the way.
        risks: Vec<Risk>,
        /// The other priorities that this tracker serves.
        joint_with: Vec<Id>,
        /// Who signed it.
        approvals: Vec<Approval>,
        /// The note given with the rating.
        rating_note: String,
        /// The title then, where it differed.
        title: String,
        /// The officers then.
        officers: Option<Vec<Officer>>,
        /// The indicators then.
        indicators: Option<Vec<Id>>,
        /// The links then.
        links: Option<Vec<Link>>,
        /// Whether it was an area of weakness then.
        area_of_weakness: Option<bool>,
    }
    keyed { achievements, risks, approvals }
}
member!(Update by period);

record! {
    /// Something achieved.
    pub struct Achievement {
        /// Identity.
        id: Id,
        /// Its heading.
        heading: String,
        /// What it says.
        text: String,
    }
}
member!(Achievement by id, prefix "a");

record! {
    /// A challenge or risk.
    pub struct Risk {
        /// Identity.
        id: Id,
        /// What it says.
        text: String,
    }
}
member!(Risk by id, prefix "r");

record! {
    /// A signature under a tracker.
    pub struct Approval {
        /// Officer or director.
        role: String,
        /// Who signed.
        by: Vec<String>,
        /// When.
        on: Stated<Day>,
        /// The SHA-256 of what was signed.
        covers: String,
    }
}
member!(Approval by role);

impl Priority {
    /// The tracker of a period, however its name is spelt.
    pub fn update(&self, period: &Stated<Period>) -> Option<&Update> {
        self.updates.iter().find(|update| {
            update.period == *period
                || update
                    .period
                    .read()
                    .is_some_and(|own| Some(own) == period.read())
        })
    }
}
