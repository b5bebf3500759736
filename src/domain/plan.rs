//! What stands around the trackers: boards, plans, monitors, periods, highlights, themes, officers.

use super::choice::{Choice, words};
use super::day::Day;
use super::id::Id;
use super::number::Number;
use super::period::Period;
use super::record::{member, record};
use super::stated::Stated;

record! {
    /// A body that reviews: a scrutiny board, improvement board, trust board.
    pub struct Board {
        /// Identity.
        id: Id,
        /// Its name.
        title: String,
        /// The days on which it meets.
        meets: Vec<Stated<Day>>,
    }
}
member!(Board by id, named by title);

record! {
    /// A published plan that other things refer to.
    pub struct Plan {
        /// Identity.
        id: Id,
        /// Its name.
        title: String,
        /// Its first day.
        from: Stated<Day>,
        /// Its last day.
        to: Stated<Day>,
    }
}
member!(Plan by id, named by title);

record! {
    /// A group, return, report or forum through which something is monitored.
    pub struct Monitor {
        /// Identity.
        id: Id,
        /// What it is: group, return, report, forum.
        kind: String,
        /// Its name.
        title: String,
        /// How often it meets or appears, in words.
        meets: String,
    }
}
member!(Monitor by id, named by title);

record! {
    /// What was published about a period as a whole.
    pub struct PeriodTotals {
        /// The period.
        period: Stated<Period>,
        /// Rating counts as published, by board.
        published_ratings: Vec<PublishedRatings>,
    }
    keyed { published_ratings }
}
member!(PeriodTotals by period);

record! {
    /// How many priorities of a board had each rating, as published.
    pub struct PublishedRatings {
        /// The board.
        board: Id,
        /// Rated red.
        red: Option<Number>,
        /// Rated amber.
        amber: Option<Number>,
        /// Rated green.
        green: Option<Number>,
    }
}
member!(PublishedRatings by board);

record! {
    /// An issue of significance that a quarter's report put forward.
    pub struct Highlight {
        /// Identity.
        id: Id,
        /// When.
        period: Stated<Period>,
        /// Its heading.
        heading: String,
        /// What it says.
        text: String,
        /// The boards to which it was reported.
        boards: Vec<Id>,
        /// The records it is about, as `kind:id`.
        concerns: Vec<String>,
    }
}
member!(Highlight by id, named by heading);

record! {
    /// A heading of the plan that groups priorities.
    pub struct Theme {
        /// Identity.
        id: Id,
        /// What people see and type (`LN`).
        code: String,
        /// Its name.
        title: String,
        /// The plan that it belongs to.
        plan: Id,
    }
}
member!(Theme by id, named by code, title);

words! {
    /// What an officer does for a record.
    pub enum Role {
        /// Leads it.
        Lead = "lead",
        /// Assigns the rating.
        AccountableOfficer = "accountable_officer",
        /// Agrees the rating.
        AccountableDirector = "accountable_director",
        /// Contributes from within the organisation.
        Contributor = "contributor",
        /// Contributes from outside.
        Partner = "partner",
    }
}

record! {
    /// Somebody with a part in a record: by post, by name or by organisation.
    pub struct Officer {
        /// What they do for it.
        role: Option<Choice<Role>>,
        /// The post they hold.
        post: String,
        /// Their name.
        name: String,
        /// Whom they work for.
        organisation: String,
        /// The service or subject they speak for.
        r#for as "for": String,
    }
}

impl Officer {
    /// What to call them in a narrow place: post, else name, else organisation.
    pub fn called(&self) -> &str {
        [&self.post, &self.name, &self.organisation, &self.r#for]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", |text| text)
    }
}

record! {
    /// An officer's answer to a line of the exceptions.
    pub struct Answer {
        /// Identity.
        id: Id,
        /// Which finding is answered.
        finding: String,
        /// The record it is about, as `kind:id`.
        concerns: String,
        /// The period it is about.
        period: Stated<Period>,
        /// The reason given.
        text: String,
        /// By whom.
        by: String,
        /// When.
        on: Stated<Day>,
    }
}
member!(Answer by id, prefix "answer-");

record! {
    /// A list as its user wants to see it again.
    pub struct View {
        /// Its name.
        name: String,
        /// The screen it belongs to.
        screen: String,
        /// Its filter, in the query language.
        r#where as "where": String,
        /// What it is sorted by.
        sort: String,
        /// The columns it shows.
        columns: Vec<String>,
    }
}
member!(View by name);
