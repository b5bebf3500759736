//! Made-up prose, in the manner of a quarterly report.

use super::chance::Chance;
use crate::domain::choice::Choice;
use crate::domain::plan::{Officer, Role};
use crate::domain::rating::Rating;

const GROUPS: [&str; 14] = [
    "young carers",
    "children in care",
    "care leavers",
    "families on low incomes",
    "older people living alone",
    "young people at risk of exclusion",
    "disabled adults",
    "first-time parents",
    "new arrivals",
    "tenants of the council",
    "young offenders",
    "people out of work for a year",
    "pupils with special needs",
    "unaccompanied minors",
];

const AIMS: [&str; 12] = [
    "Improve the attendance of",
    "Reduce the number of accidents among",
    "Raise the attainment of",
    "Increase the proportion in training among",
    "Shorten the wait for an assessment of",
    "Improve the housing of",
    "Reduce teenage pregnancy among",
    "Raise the uptake of free meals among",
    "Improve the emotional health of",
    "Reduce smoking among",
    "Increase the physical activity of",
    "Improve the safeguarding of",
];

const MEASURES: [&str; 10] = [
    "Attendance at school of",
    "Assessments in time of",
    "Satisfaction with services of",
    "Access to a named worker for",
    "Places in education or training for",
    "Vaccination of",
    "Reviews held in time for",
    "Stable placements of",
    "Repeat referrals of",
    "Income of households with",
];

const SERVICES: [&str; 10] = [
    "Youth Service",
    "Early Years Service",
    "Children's Social Care",
    "Adult Social Care",
    "Housing Service",
    "School Improvement Service",
    "Public Health Team",
    "Employment and Skills Service",
    "Neighbourhood Service",
    "Integrated Support Team",
];

const DEEDS: [&str; 12] = [
    "opened a second centre",
    "trained forty more workers",
    "agreed a shared protocol",
    "moved to weekly case meetings",
    "began a pilot in two areas",
    "brought three contracts together",
    "published a guide for parents",
    "set up a panel of users",
    "filled most of its vacancies",
    "visited every cluster of schools",
    "reviewed all open cases",
    "put a new case system to work",
];

const HURDLES: [&str; 10] = [
    "Two posts stay vacant, and agency staff cost more than was planned.",
    "Funding for the pilot ends in March and nothing follows yet.",
    "Referrals rose by a fifth against the same quarter last year.",
    "Data from partners come late and have to be chased.",
    "The move to new premises slipped by a quarter.",
    "Some schools have not signed the protocol.",
    "A change of national guidance is expected and may need new training.",
    "The contract is due for renewal and prices have gone up.",
    "Transport keeps some users from coming.",
    "The new case system still loses time at month end.",
];

const OUTCOMES: [&str; 6] = [
    "Fewer cases come back within a year.",
    "Every user has one named worker.",
    "The gap to similar authorities closes.",
    "Waiting lists are below twenty by the summer.",
    "Users say that they are heard.",
    "Savings pay for the service from the second year.",
];

const TASKS: [&str; 12] = [
    "Recruit to the vacant posts in the",
    "Renegotiate the contract of the",
    "Write a plan for outreach by the",
    "Agree a data protocol with the",
    "Train the managers of the",
    "Open drop-in sessions of the",
    "Review the thresholds of the",
    "Run a campaign with the",
    "Set up a steering group for the",
    "Audit case files of the",
    "Move to joint visits with the",
    "Consult users of the",
];

const POSTS: [&str; 8] = [
    "Head of",
    "Service Manager,",
    "Chief Officer,",
    "Programme Manager,",
    "Lead Commissioner,",
    "Area Manager,",
    "Strategy Manager,",
    "Team Leader,",
];

const PARTNERS: [&str; 6] = [
    "Primary Care Trust",
    "Police",
    "Probation Service",
    "Housing Association",
    "Voluntary Sector Forum",
    "Further Education College",
];

/// The title of a priority.
pub(super) fn aim(chance: &mut Chance) -> String {
    format!("{} {}", chance.one(&AIMS), chance.one(&GROUPS))
}

/// The title of an indicator.
pub(super) fn measure(chance: &mut Chance) -> String {
    format!("{} {}", chance.one(&MEASURES), chance.one(&GROUPS))
}

/// The title of an action.
pub(super) fn task(chance: &mut Chance) -> String {
    format!("{} {}", chance.one(&TASKS), chance.one(&SERVICES))
}

/// A service.
pub(super) fn service(chance: &mut Chance) -> String {
    chance.one(&SERVICES).to_owned()
}

/// What an action is for.
pub(super) fn outcome(chance: &mut Chance) -> String {
    chance.one(&OUTCOMES).to_owned()
}

/// What stands in the way.
pub(super) fn hurdle(chance: &mut Chance) -> String {
    chance.one(&HURDLES).to_owned()
}

/// What was done.
pub(super) fn deed(chance: &mut Chance) -> String {
    format!(
        "The {} {} for {}.",
        chance.one(&SERVICES),
        chance.one(&DEEDS),
        chance.one(&GROUPS)
    )
}

/// A few sentences on how things stand.
pub(super) fn assessment(chance: &mut Chance, rating: Rating) -> String {
    let stand = match rating {
        Rating::Green => "Progress is as planned and the measures are at or above their targets.",
        Rating::Red => {
            "Progress is well behind the plan and the targets will not be met as things are."
        }
        _ => {
            "Most of the work is under way; some of it is late and the targets are near but not certain."
        }
    };
    let mut text = stand.to_owned();
    for _ in 0..chance.between(1, 3) {
        text.push(' ');
        text.push_str(&deed(chance));
    }
    if rating != Rating::Green {
        text.push(' ');
        text.push_str(chance.one(&HURDLES));
    }
    text
}

/// An officer by post.
pub(super) fn officer(chance: &mut Chance, role: Role) -> Officer {
    Officer {
        role: Some(Choice::from(role)),
        post: format!("{} {}", chance.one(&POSTS), chance.one(&SERVICES)),
        ..Officer::default()
    }
}

/// A partner by organisation.
pub(super) fn partner(chance: &mut Chance) -> Officer {
    Officer {
        role: Some(Choice::from(Role::Partner)),
        organisation: chance.one(&PARTNERS).to_owned(),
        ..Officer::default()
    }
}
