//! `add WHAT`: a new record, or an update, result or progress entry of one, by the same fields that
//! the forms of the interface ask for.

mod fields;
mod parts;

use clap::Args;

use crate::analysis::naming::code_of;
use crate::domain::edit::{ListPlace, Place, Step};
use crate::domain::form::{Draft, Entry, Form, Object, form_of, member_form};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::store::CommitError;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code, Kind as ErrorKind};
use super::json;
use super::output::Output;
use super::record::{find, head};

const EXAMPLES: &str = "\
Examples:
  scrutineer add result 'NI 117' value='9.5% (2246)'
  scrutineer add update LN-1d rating=red direction=static summary='The funding ends.'
  scrutineer add update 'JAR 4' at='Dec 2010' text='Reported to the board'
  scrutineer add progress hold-a-fair status=completed
  scrutineer add action title='Hold a fair' priority=LN-1d timescale='Sept 2011'
  scrutineer add milestone hold-a-fair text='Book the hall' timescale='June 2011'
  scrutineer add target 'NI 117' reported=2011/12 value=6.4 set_by='Trust Board'
  scrutineer add theme code=LN title=Learning
  scrutineer add indicator code='NI 9' title='Use of libraries' unit=percent \\
    targets='[{\"reported\":\"2011/12\",\"value\":\"52.0%\"}]' \\
    data_quality='{\"level\":\"some concerns\"}'
  scrutineer add action title='Hold a fair' officers='{\"post\":\"Head of Youth\"}' \\
    milestones='[{\"text\":\"Book the hall\",\"timescale\":\"June 2011\"}]'

Fields are named as in the file or as the forms show them; figures, periods and
dates are written as people write them, in JSON too. A field that is a list is
given once an item. Parts with fields of their own are JSON, or are added by
themselves: result, target, baseline, forecast, milestone, route, update.
What stands there already is never written over: exit code 5.";

/// How often others may change the same list in between.
const ATTEMPTS: usize = 8;

/// What to add.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct AddArgs {
    /// update, progress, result, target, milestone, route, … with the CODE of its record; else a kind:
    /// action, theme, item, …
    #[arg(value_name = "WHAT")]
    what: String,
    /// CODE of the record that the update, result or other part is of, then FIELD=VALUE
    #[arg(value_name = "FIELD=VALUE", required = true)]
    rest: Vec<String>,
}

/// What is added, and to what.
struct Wanted {
    /// The record that gets a member; none for a new record.
    record: Option<RecordRef>,
    /// The kind of the record.
    kind: Kind,
    /// The list of the member.
    list: &'static str,
    form: &'static Form,
    given: Vec<(String, String)>,
}

/// Adds a record or member.
pub(super) fn run(
    args: &AddArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    let wanted = Wanted::read(args, &desk)?;
    for _ in 0..ATTEMPTS {
        let (step, record) = wanted.plan(&desk)?;
        match desk.store.commit(&step) {
            Ok(committed) => {
                desk.saved(committed, output);
                wanted.report(&desk, &record, globals, output)?;
                return Ok(Code::DONE);
            }
            // Somebody added to the same list meanwhile: ids and places are found anew.
            Err(CommitError::Conflict(conflict)) => desk.workspace = conflict.workspace,
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommitError::Contended {
        path: desk.store.path().to_owned(),
    }
    .into())
}

impl Wanted {
    fn read(args: &AddArgs, desk: &Desk) -> Result<Self, CliError> {
        let mut rest = args.rest.as_slice();
        let mut member = || {
            let (code, behind) = rest.split_first().ok_or_else(no_code)?;
            rest = behind;
            Ok::<&String, CliError>(code)
        };
        let (record, kind, (list, form)) = if args.what == "update" {
            let record = find(desk, member()?, None)?;
            let member = member_form(record.kind).ok_or_else(|| no_updates(&record))?;
            (Some(record.clone()), record.kind, member)
        } else if let Some((kind, list, form)) = part(&args.what) {
            (Some(find(desk, member()?, Some(kind))?), kind, (list, form))
        } else {
            let kind = Kind::read(&args.what).filter(|kind| *kind != Kind::Workspace);
            let kind = kind.ok_or_else(|| no_kind(&args.what))?;
            (None, kind, ("", form_of(kind)))
        };
        Ok(Self {
            record,
            kind,
            list,
            form,
            given: fields::pairs(rest)?,
        })
    }

    /// The step that adds it, and the record that it is or belongs to.
    fn plan(&self, desk: &Desk) -> Result<(Step, RecordRef), CliError> {
        let mut object = self.defaults(desk)?;
        fields::fill(
            &mut object,
            self.form,
            &self.given,
            desk,
            self.record.as_ref(),
        )?;
        let mut draft = Draft::new(&desk.workspace);
        let refused = |error: crate::domain::form::DraftError| {
            CliError::new(ErrorKind::Conflict, format!("not added: {error}"), "")
        };
        let record = if let Some(record) = &self.record {
            let place = Place::record(record.kind, &record.id);
            if let Some((key, there)) = self.there(desk, record, &object) {
                let after = self.beside(&there, &object)?;
                let at = place.member(self.list, &key);
                draft.change(&at, self.form, &after).map_err(refused)?;
            } else {
                let list = ListPlace::Inside(place, self.list.to_owned());
                let at = self.place(desk, record, &object);
                draft.insert(&list, &object, at).map_err(refused)?;
            }
            record.clone()
        } else {
            let list = ListPlace::Records(self.kind);
            let key = draft.insert(&list, &object, None).map_err(refused)?;
            RecordRef::new(self.kind, &Id::new(&key))
        };
        let step = draft.into_step("add");
        let nothing = || CliError::usage("nothing is given to add", "Write FIELD=VALUE");
        Ok((step.ok_or_else(nothing)?, record))
    }

    /// What a new one begins with: the period in view where it is about one.
    fn defaults(&self, desk: &Desk) -> Result<Object, CliError> {
        let key = match (self.list, self.kind) {
            ("updates", Kind::Priority) | ("progress", _) => "period",
            ("results", _) => "reported",
            ("forecasts", _) => "made",
            ("", Kind::Action) => {
                let period = desk.moment.period.map(|period| [period.to_string()]);
                let trackers = period.and_then(|period| Json::of(&period).ok());
                return Ok(Object::default().with("trackers", trackers));
            }
            _ => return Ok(Object::default()),
        };
        let period = desk.moment.period.ok_or_else(|| {
            CliError::usage(
                "the workspace has no current period",
                "Say which: --period '2010/11 Q2'",
            )
        })?;
        Ok(Object::default().with(key, Some(Json::text(&period.to_string()))))
    }

    /// The member that the period has already, for lists with one a period.
    fn there(&self, desk: &Desk, record: &RecordRef, object: &Object) -> Option<(String, Object)> {
        let period = object
            .get("period")
            .filter(|_| self.kind != Kind::Indicator)?;
        let found = desk.workspace.record(record.kind, record.id.as_str())?;
        let members = found.list(self.list)?;
        let key = period.to_text()?;
        let member = members.member(&key)?;
        Some((key, Object::of_record(member)))
    }

    /// What is there with what is added. A field that holds something else already is refused.
    fn beside(&self, there: &Object, added: &Object) -> Result<Object, CliError> {
        let mut after = there.clone();
        for key in added.keys() {
            match there.get(key) {
                Some(held) if Some(held) != added.get(key) => {
                    let message = format!(
                        "the {} has a {key} already; nothing was added",
                        self.form.one
                    );
                    let hint = "“scrutineer set” and the interface change what is there";
                    return Err(CliError::new(ErrorKind::Conflict, message, hint));
                }
                _ => after.set(key, added.get(key).cloned()),
            }
        }
        Ok(after)
    }

    /// The place of a member in a list that is kept oldest first.
    fn place(&self, desk: &Desk, record: &RecordRef, object: &Object) -> Option<usize> {
        use crate::domain::period::Period;
        let period =
            Period::read(&object.text("period")).filter(|_| self.kind != Kind::Indicator)?;
        let found = desk.workspace.record(record.kind, record.id.as_str())?;
        let members = found.list(self.list)?;
        let earlier = |place: &usize| {
            let key = members.key_at(*place).and_then(Period::read);
            key.is_some_and(|other| other < period)
        };
        Some(
            (0..members.len())
                .rfind(earlier)
                .map_or(0, |place| place + 1),
        )
    }

    /// Says what was added.
    fn report(
        &self,
        desk: &Desk,
        record: &RecordRef,
        globals: &Globals,
        output: &mut Output<'_>,
    ) -> Result<(), CliError> {
        if globals.json {
            let object = head(desk, record).with("added", self.form.one);
            return json::print(&object, output);
        }
        let code = code_of(&desk.workspace, record, desk.moment);
        let code = if self.record.is_some() {
            code
        } else {
            record.to_string()
        };
        output.line(&format!("{code}: {} added", self.form.one))
    }
}

/// The kind, list and form of a part that is added by itself: `target`, `milestone`, …
fn part(word: &str) -> Option<(Kind, &'static str, &'static Form)> {
    parts_by_name().find_map(|(one, part)| (one == word).then_some(part))
}

/// Every part that is added by itself, by its name. Those of the period's own forms come first.
fn parts_by_name() -> impl Iterator<Item = (&'static str, (Kind, &'static str, &'static Form))> {
    let own = [Kind::Indicator, Kind::Action].into_iter();
    let own = own.filter_map(|kind| member_form(kind).map(|(list, form)| (kind, list, form)));
    let kinds = [Kind::Indicator, Kind::Action, Kind::Recommendation];
    let listed = kinds.into_iter().flat_map(|kind| {
        let fields = form_of(kind).all_fields();
        fields.filter_map(move |field| match field.entry {
            Entry::Members(list) => Some((kind, field.key, list.form)),
            _ => None,
        })
    });
    own.chain(listed).map(|part| (part.2.one, part))
}

fn no_updates(record: &RecordRef) -> CliError {
    let message = format!("{record} has no updates");
    CliError::usage(message, "Priorities and recommendations have them")
}

fn no_code() -> CliError {
    CliError::usage(
        "whose it is, is missing",
        "Name the record by its code: scrutineer add result 'NI 117' value=9.5",
    )
}

fn no_kind(what: &str) -> CliError {
    let words = ["update"]
        .into_iter()
        .chain(parts_by_name().map(|(one, _)| one));
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Workspace);
    let all = words.chain(kinds.map(|kind| kind.word()));
    let hint = crate::search::nearest(what, all).map_or_else(
        || "It is update, result, target, …, or a kind: action, theme, indicator, …".to_owned(),
        |near| format!("Did you mean “{near}”?"),
    );
    CliError::usage(format!("there is no “{what}” to add"), hint)
}
