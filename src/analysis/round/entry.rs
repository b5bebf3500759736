//! What is entered for a task: which fields, what they begin with, what stood there in the period before, and the
//! step that what was entered comes to.

use super::{Ask, NOTHING, Task};
use crate::analysis::moment::Moment;
use crate::domain::action::ActionStatus;
use crate::domain::edit::{ListPlace, Place, Step};
use crate::domain::form::{
    Draft, DraftError, Entry as Field, Form, FormField, Object, form_of, member_form,
};
use crate::domain::indicator::{Forecast, Indicator, ResultFigure, reported, spoken_of};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::record::{Member, Members, Record};
use crate::domain::workspace::Workspace;

/// What is entered for a task.
#[derive(Clone)]
pub struct Entry {
    /// The record that holds it.
    pub record: Place,
    /// The list of the record that it joins.
    list: &'static str,
    /// The form of its members.
    pub form: &'static Form,
    /// The key of the member that is there already.
    there: Option<String>,
    /// The place of a new one; at the end for none.
    at: Option<usize>,
    /// The fields that are asked for, in order: of the member, and behind them of the record.
    pub fields: Vec<&'static FormField>,
    /// What the fields begin with.
    pub base: Object,
    /// What was said before.
    pub before: Option<Before>,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry")
            .field("record", &self.record)
            .field("list", &self.list)
            .field("there", &self.there)
            .finish_non_exhaustive()
    }
}

/// What was said of the same thing before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// When: a period, or a date in words.
    pub when: String,
    /// What.
    pub said: Object,
}

/// The fields of the record itself that are asked for beside those of the member.
const OF_RECORD: [&str; 2] = ["timescale", "why"];

/// What is entered for a task; none where its record is gone or there is no period.
pub fn entry(workspace: &Workspace, moment: Moment, task: &Task) -> Option<Entry> {
    let (kind, id) = (task.record.kind, task.record.id.as_str());
    let period = moment.period?;
    let record = workspace.record(kind, id)?;
    let (list, asked): (_, &[&str]) = match task.ask {
        Ask::Tracker => ("updates", &["rating", "direction", "summary"]),
        Ask::Result(_) => ("results", &["value"]),
        Ask::Forecast(_) => ("forecasts", &["value"]),
        Ask::Progress => ("progress", &["status", "text", "next_steps"]),
        Ask::Update => ("updates", &["text", "draft_stage"]),
    };
    let whole = form_of(kind);
    let form = members_of(kind, list)?;
    let fields = asked.iter().filter_map(|key| field(form, key));
    let mut entry = Entry {
        record: Place::record(kind, &task.record.id),
        list,
        form,
        there: None,
        at: None,
        fields: fields.collect(),
        base: Object::default(),
        before: None,
    };
    let held = record.list(list)?;
    match task.ask {
        Ask::Tracker => entry.by_period(held, period),
        Ask::Progress => {
            entry.by_period(held, period);
            if entry.there.is_none() {
                entry.base.set("reviewed", today(moment));
            }
            entry.base.set("timescale", record.get("timescale"));
            let own = OF_RECORD.iter().filter_map(|key| whole.field(key));
            entry.fields.extend(own);
        }
        Ask::Result(stretch) => entry.of_result(workspace.indicators.get(id)?, stretch, period),
        Ask::Forecast(year) => entry.of_forecast(workspace.indicators.get(id)?, year, period),
        Ask::Update => entry.of_the_day(held, moment),
    }
    Some(entry)
}

/// The form of the members of a record's list.
fn members_of(kind: Kind, list: &str) -> Option<&'static Form> {
    let own = member_form(kind).filter(|(own, _)| *own == list);
    let own = own.map(|(_, form)| form);
    own.or_else(|| match form_of(kind).field(list)?.entry {
        Field::Members(members) => Some(members.form),
        _ => None,
    })
}

/// A field of a form; stages are chosen by their number, and the words of a status are said.
fn field(form: &'static Form, key: &str) -> Option<&'static FormField> {
    match key {
        "draft_stage" => Some(&STAGE),
        "status" => Some(&STATUS),
        key => form.field(key),
    }
}

/// The stage of a recommendation, as the adviser proposes it.
static STAGE: FormField = FormField {
    key: "draft_stage",
    label: "Draft stage",
    help: "1 stop, 2 achieved, 3 obstacle, 4 acceptable, 5 not acceptable, 6 not yet due",
    entry: Field::Choice(stages),
    required: false,
};

/// How an action stands.
static STATUS: FormField = FormField {
    key: "status",
    label: "Status",
    help: "not started, on track, delayed, on hold, completed or discontinued",
    entry: Field::Choice(statuses),
    required: false,
};

fn statuses() -> Vec<&'static str> {
    let all = ActionStatus::ALL.iter();
    all.map(|status| status.word()).collect()
}

fn stages() -> Vec<&'static str> {
    vec!["1", "2", "3", "4", "5", "6"]
}

fn today(moment: Moment) -> Option<Json> {
    moment.today.map(|day| Json::text(&day.to_string()))
}

impl Entry {
    /// The member of a period in a list that is kept oldest first, and the one before it.
    fn by_period(&mut self, held: &dyn Members, period: Period) {
        let keys = (0..held.len()).filter_map(|at| held.key_at(at));
        let keys: Vec<(Option<Period>, &str)> = keys.map(|key| (Period::read(key), key)).collect();
        let there = keys.iter().find(|(of, _)| *of == Some(period));
        let earlier = |of: &Option<Period>| of.is_some_and(|of| of < period);
        let behind = keys.iter().rposition(|(of, _)| earlier(of));
        self.at = Some(behind.map_or(0, |at| at + 1));
        self.there = there.map(|(_, key)| (*key).to_owned());
        self.base = there
            .and_then(|(_, key)| held.member(key))
            .map_or_else(|| dated("period", period), Object::of_record);
        let before = keys.iter().filter(|(of, _)| earlier(of)).max();
        self.before = before.and_then(|(of, key)| {
            let said = Object::of_record(held.member(key)?);
            let when = of.map(|of| of.to_string())?;
            Some(Before { when, said })
        });
    }

    /// A new result speaks of its stretch. It is reported under that too, where that ends with the period or in it; a
    /// figure that comes later stands under the period in which it came.
    fn of_result(&mut self, indicator: &Indicator, stretch: Period, period: Period) {
        let spoken = |it: &ResultFigure| spoken_of(&it.reported, &it.period).read();
        let column = |it: &ResultFigure| reported(&it.reported, &it.period).read();
        let whole = || {
            indicator
                .results
                .iter()
                .filter(|it| it.breakdown.is_empty())
        };
        let there = whole()
            .find(|it| spoken(it) == Some(stretch))
            .or_else(|| whole().find(|it| column(it) == Some(period)));
        self.there = there.map(|it| it.key().to_owned());
        let in_time = period.contains(stretch) || stretch.last() == period.last();
        self.base = match there {
            Some(it) => Object::of_record(it),
            None if in_time => dated("reported", stretch),
            None => dated("reported", period).with("period", Some(text_of(stretch))),
        };
        let own = |it: &&ResultFigure| self.there.as_deref() == Some(it.key());
        let earlier = whole().filter(|it| !own(it) && spoken(it).is_some_and(|it| it < stretch));
        // A quarter stands best beside a quarter, where there is one of the last year.
        let before = earlier.max_by_key(|it| {
            let of = spoken(it);
            let recent = |of: Period| of.same_kind(stretch) && Some(of) >= stretch.a_year_before();
            (of.is_some_and(recent), of)
        });
        self.before = before.and_then(|it| said_in(spoken(it), it));
    }

    fn of_forecast(&mut self, indicator: &Indicator, year: Period, period: Period) {
        let made = |it: &Forecast| it.made.read();
        let now = |it: &&Forecast| {
            made(it).is_some_and(|made| period.contains(made)) && it.period.read() == Some(year)
        };
        let there = indicator.forecasts.iter().find(now);
        self.there = there.map(|it| it.key().to_owned());
        self.base = there.map_or_else(
            || dated("period", year).with("made", Some(text_of(period))),
            |it| Object::of_record(it),
        );
        let earlier = |it: &&Forecast| made(it).is_some_and(|made| made < period);
        let before = indicator.forecasts.iter().filter(earlier);
        let before = before.max_by_key(|it| (made(it), it.period.read()));
        self.before = before.and_then(|it| said_in(made(it), it));
    }

    /// The update of the day in view, which is changed where there is one already, and the newest before it.
    fn of_the_day(&mut self, held: &dyn Members, moment: Moment) {
        let day = moment.today.map(|day| day.to_string());
        let said = (0..held.len()).filter_map(|at| {
            let key = held.key_at(at)?;
            Some((key, Object::of_record(held.member(key)?)))
        });
        let mut said: Vec<(&str, Object)> = said.collect();
        let newest = said.last().map(|(_, said)| said.text("at"));
        if let Some((key, there)) = said.pop_if(|_| newest == day) {
            self.there = Some(key.to_owned());
            self.base = stage_as_word(there);
        } else {
            self.base.set("at", today(moment));
        }
        self.before = said.pop().map(|(_, said)| Before {
            when: said.text("at"),
            said: stage_as_word(said),
        });
    }

    /// The step that what was entered comes to; none where nothing was changed. What is asked for of the
    /// record goes into the record, the rest into its member.
    pub fn step(
        &self,
        workspace: &Workspace,
        entered: &Object,
        cause: &str,
    ) -> Result<Option<Step>, DraftError> {
        if *entered == self.base {
            return Ok(None);
        }
        let mut draft = Draft::new(workspace);
        let entered = stages_as_list(entered);
        let mut member = entered.clone();
        for key in OF_RECORD {
            if self.fields.iter().any(|field| field.key == key) {
                member.set(key, None);
            }
        }
        if let Some(key) = &self.there {
            let at = self.record.clone().member(self.list, key);
            draft.change(&at, self.form, &member)?;
        } else {
            let list = ListPlace::Inside(self.record.clone(), self.list.to_owned());
            draft.insert(&list, &member, self.at)?;
        }
        if self.fields.iter().any(|field| field.key == "timescale") {
            let found = self.record.find(workspace);
            let after = found.map(Object::of_record).unwrap_or_default();
            let after = after.with("timescale", entered.get("timescale").cloned());
            draft.change(&self.record, form_of(self.record.record.kind), &after)?;
        }
        Ok(draft.into_step(cause))
    }
}

/// The step that says that there is nothing to report; none where it is said already.
pub fn nothing_to_report(
    workspace: &Workspace,
    moment: Moment,
    task: &Task,
    cause: &str,
) -> Result<Option<Step>, DraftError> {
    let Some(entry) = entry(workspace, moment, task) else {
        return Ok(None);
    };
    let key = match task.ask {
        Ask::Result(_) | Ask::Forecast(_) => "text",
        _ => "note",
    };
    let held = entry.base.text(key);
    let said = match key {
        "note" if held.lines().any(|line| line.trim() == NOTHING) => return Ok(None),
        "note" if !held.is_empty() => format!("{held}\n{NOTHING}"),
        _ => NOTHING.to_owned(),
    };
    let entered = entry.base.clone().with(key, Some(Json::text(&said)));
    entry.step(workspace, &entered, cause)
}

/// The stage that an adviser proposed, as the choice that the field has; several stay as they are.
fn stage_as_word(said: Object) -> Object {
    let held: Option<Vec<u8>> = said.get("draft_stage").and_then(|it| it.to().ok());
    match held.as_deref() {
        Some([number]) => said.with("draft_stage", Some(Json::text(&number.to_string()))),
        _ => said,
    }
}

/// A stage that was chosen by its number, as the list that the file has.
fn stages_as_list(entered: &Object) -> Object {
    let chosen = entered.get("draft_stage").and_then(Json::to_text);
    let number = chosen.and_then(|text| text.parse::<u8>().ok());
    match number {
        Some(number) => entered
            .clone()
            .with("draft_stage", Json::of(&[number]).ok()),
        None => entered.clone(),
    }
}

fn dated(key: &str, period: Period) -> Object {
    Object::default().with(key, Some(text_of(period)))
}

fn text_of(period: Period) -> Json {
    Json::text(&period.to_string())
}

fn said_in(when: Option<Period>, member: &dyn Record) -> Option<Before> {
    Some(Before {
        when: when?.to_string(),
        said: Object::of_record(member),
    })
}
