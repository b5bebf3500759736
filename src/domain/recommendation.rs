//! Recommendations: what was asked, what was answered, how it is monitored, where it stands.

use super::choice::{Choice, words};
use super::day::Day;
use super::id::{Id, RecordRef};
use super::kind::Kind;
use super::number::Number;
use super::period::Period;
use super::plan::Officer;
use super::priority::FormerCode;
use super::rating::Rating;
use super::record::{member, record};
use super::stated::Stated;

record! {
    /// A scrutiny inquiry or inspection that made recommendations.
    pub struct Inquiry {
        /// Identity.
        id: Id,
        /// Its name.
        title: String,
        /// Who held it.
        body: String,
        /// When.
        at: String,
    }
}
member!(Inquiry by id, named by title);

record! {
    /// Something asked of the organisation by an inspection, notice or scrutiny inquiry.
    pub struct Recommendation {
        /// Identity.
        id: Id,
        /// What people see and type (`JAR 4`).
        code: String,
        /// The codes it had before, and when.
        former_codes: Vec<FormerCode>,
        /// Its number within what asked for it.
        number: String,
        /// What asked for it.
        asked_by: String,
        /// The inquiry that made it.
        inquiry: Id,
        /// The recommendation of which it is a part.
        part_of: Id,
        /// Its heading.
        heading: String,
        /// What it asks.
        text: String,
        /// Other names.
        also_known_as: Vec<String>,
        /// How soon it was to be done.
        urgency: Option<Choice<Urgency>>,
        /// Who answers for it.
        officers: Vec<Officer>,
        /// The boards it is relevant to.
        boards: Vec<Id>,
        /// When it was made.
        made: Stated<Day>,
        /// When it is due.
        due: Option<Due>,
        /// Whether a scheme tagged it, and when.
        tags: Vec<Tag>,
        /// How it is monitored.
        routes: Vec<Route>,
        /// The officer's own judgement of its coverage.
        coverage: Option<Choice<Coverage>>,
        /// The reason for it.
        coverage_note: String,
        /// What the organisation answered.
        response: Option<Response>,
        /// Its rating.
        rating: Option<Choice<Rating>>,
        /// What happened, oldest first.
        updates: Vec<RecommendationUpdate>,
        /// When it is to be looked at again.
        review_again: String,
        /// When it was completed.
        completed: Option<Completion>,
    }
    keyed { former_codes, routes, updates }
}
member!(Recommendation by id, named by code, heading);

words! {
    /// How soon something is to be done.
    pub enum Urgency {
        /// At once.
        Immediate = "immediate",
        /// Within six months.
        SixMonths = "six_months",
        /// In the longer term.
        LongerTerm = "longer_term",
    }
}

words! {
    /// What the routes of a recommendation amount to.
    pub enum Coverage {
        /// Monitored directly.
        Direct = "direct",
        /// Monitored through something else only.
        Indirect = "indirect",
        /// Not monitored.
        None = "none",
        /// Needs no monitoring, the officer says.
        NotApplicable = "not_applicable",
    }
}

words! {
    /// Whether a route watches the thing itself.
    pub enum RouteKind {
        /// It does.
        Direct = "direct",
        /// It watches something related.
        Indirect = "indirect",
    }
}

words! {
    /// What the organisation answered.
    pub enum Decision {
        /// Yes.
        Accepted = "accepted",
        /// In part.
        Partly = "partly",
        /// No.
        Rejected = "rejected",
    }
}

record! {
    /// When a recommendation is due.
    pub struct Due {
        /// The words as given.
        text: String,
        /// The days, where somebody gave them.
        dates: Vec<Stated<Day>>,
    }
}

record! {
    /// Whether a scheme tagged the recommendation at a time.
    pub struct Tag {
        /// The scheme.
        scheme: String,
        /// What the tag says.
        text: String,
        /// When.
        at: Stated<Period>,
        /// Whether it was tagged then.
        tagged: Option<bool>,
    }
}

record! {
    /// A way in which a recommendation is monitored.
    pub struct Route {
        /// Identity.
        id: Id,
        /// Whether it is direct.
        kind: Option<Choice<RouteKind>>,
        /// What it goes through.
        via: Option<Via>,
        /// The words as published.
        text: String,
        /// How often.
        frequency: Option<RouteFrequency>,
    }
}
member!(Route by id, prefix "route-");

record! {
    /// What a route goes through: one of these.
    pub struct Via {
        /// A priority.
        priority: Id,
        /// An indicator.
        indicator: Id,
        /// A plan.
        plan: Id,
        /// The number in that plan.
        r#ref as "ref": String,
        /// An action.
        action: Id,
        /// A group, return, report or forum.
        monitor: Id,
    }
}

impl Via {
    /// The record that it names, whether or not the workspace holds it.
    pub fn record(&self) -> Option<RecordRef> {
        let ways = [
            (Kind::Priority, &self.priority),
            (Kind::Indicator, &self.indicator),
            (Kind::Plan, &self.plan),
            (Kind::Action, &self.action),
            (Kind::Monitor, &self.monitor),
        ];
        let named = ways.into_iter().find(|(_, id)| !id.is_empty());
        named.map(|(kind, id)| RecordRef::new(kind, id))
    }
}

record! {
    /// How often a route is reported.
    pub struct RouteFrequency {
        /// A known interval.
        every: String,
        /// The words as published.
        text: String,
    }
}

record! {
    /// The organisation's answer.
    pub struct Response {
        /// Yes, in part or no.
        decision: Option<Choice<Decision>>,
        /// What it says.
        text: String,
        /// Who gave it.
        by: String,
        /// When it was approved.
        approved: String,
    }
}

record! {
    /// What happened with a recommendation at a time.
    pub struct RecommendationUpdate {
        /// Identity.
        id: Id,
        /// When.
        at: String,
        /// What happened.
        text: String,
        /// The adviser's proposal; several where it was left open.
        draft_stage: Vec<Number>,
        /// The stage that the board confirmed.
        stage: Option<Number>,
    }
}
member!(RecommendationUpdate by id, prefix "u");

record! {
    /// When a recommendation was completed.
    pub struct Completion {
        /// When.
        on: String,
    }
}

record! {
    /// A graded inspection result.
    pub struct Judgement {
        /// Identity.
        id: Id,
        /// The inspectorate.
        body: String,
        /// What was judged.
        subject: String,
        /// The grade, 1 to 4.
        grade: Option<Number>,
        /// When.
        at: String,
        /// Whether it limits the overall grade.
        limiting: Option<bool>,
    }
}
member!(Judgement by id, named by subject);
