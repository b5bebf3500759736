//! Changing many records at once: what is set, what that comes to, and only then the change.

mod value;

use super::{approve, change};
use crate::analysis::many::{Field, Outcome, Setting, plan};
use crate::analysis::naming::{code_of, title_of};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::form::{Form, Target};
use crate::app::state::{FieldChoice, Marked, Notice, Overlay, Preview, PreviewLine, State};
use crate::domain::edit::Step;
use crate::domain::form::Object;
use crate::domain::kind::Kind;

/// Offers what can be set of the marked records.
pub(super) fn choose(state: &mut State, marked: Marked) -> Vec<Effect> {
    let having = |field: &Field| {
        let records = marked.records.iter();
        records.filter(|record| field.fits(record.kind)).count()
    };
    let counted = Field::ALL.into_iter().map(|field| (field, having(&field)));
    let fields: Vec<(Field, usize)> = counted.filter(|(_, count)| *count > 0).collect();
    if fields.is_empty() {
        let back = state.key_of(Command::Back);
        state.notice = Some(Notice::warning(format!(
            "These have nothing that is set of many at once; {back} lifts the marks"
        )));
        return Vec::new();
    }
    state.overlays.push(Overlay::FieldChoice(FieldChoice {
        marked,
        fields,
        selected: 0,
    }));
    Vec::new()
}

/// Asks for the value of the chosen field.
pub(super) fn chosen(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::FieldChoice(choice)) = state.overlays.pop() else {
        return Vec::new();
    };
    match choice.fields.get(choice.selected) {
        Some((Field::Approval, _)) => approve::approve_marked(state, "e", choice.marked),
        Some((field, _)) => ask(state, "e", *field, choice.marked),
        None => Vec::new(),
    }
}

/// Opens the form of a value that all of the records are to have.
fn ask(state: &mut State, key: &'static str, field: Field, marked: Marked) -> Vec<Effect> {
    let heading = match marked.records.as_slice() {
        [one] => format!("{}: {}", field.title(), change::called(state, one)),
        several => format!("{}: {} marked", field.title(), several.len()),
    };
    let given = value::given(field, state.moment.period);
    let described = value::form_of(field);
    let target = Target::Many { field, marked };
    let asked = crate::app::form::Asked::new(state.ledger.shown(), state.moment, None);
    let form = Form::new(target, described, given, heading.clone(), &asked);
    let form = Box::new(form.of(key, heading));
    state.overlays.push(Overlay::Form(form));
    Vec::new()
}

/// The form of a value is filled in: shows what it comes to. `None` where it says no value.
pub(super) fn entered(
    state: &mut State,
    key: &'static str,
    field: Field,
    marked: &Marked,
    object: &Object,
) -> Option<Vec<Effect>> {
    let setting = value::setting(field, object)?;
    state.overlays.pop();
    Some(show(state, key, marked.clone(), setting))
}

/// Shows what a setting comes to for each record. Where there is nothing to do and nothing to explain,
/// it only says so.
pub(super) fn show(
    state: &mut State,
    key: &'static str,
    marked: Marked,
    setting: Setting,
) -> Vec<Effect> {
    let preview = made(state, key, marked, setting);
    if let (0, same, 0) = preview.counts {
        let Preview { lines, done, .. } = &preview;
        let words = match lines.as_slice() {
            [line] => format!("{}: {}", line.code, reason(&line.outcome)),
            _ => format!("All {same} are {done} already"),
        };
        state.notice = Some(Notice::done(words));
        return Vec::new();
    }
    state.overlays.push(Overlay::Preview(Box::new(preview)));
    Vec::new()
}

fn reason(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Same(words) => format!("{words} already"),
        Outcome::Changes { after, .. } => after.clone(),
        Outcome::Refused(why) => why.clone(),
    }
}

/// What a setting comes to in the workspace as it is now.
fn made(state: &State, key: &'static str, marked: Marked, setting: Setting) -> Preview {
    let (workspace, moment) = (state.workspace(), state.moment);
    let planned = plan(workspace, &state.index, moment, &marked.records, &setting);
    let counts = planned.counts();
    let line = |(record, outcome)| PreviewLine {
        code: code_of(workspace, &record, moment),
        title: title_of(workspace, &record, moment),
        record,
        outcome,
    };
    let mut lines: Vec<PreviewLine> = planned.lines.into_iter().map(line).collect();
    // Stable: among themselves they keep the order of the list.
    lines.sort_by_key(|line| match line.outcome {
        Outcome::Changes { .. } => 0,
        Outcome::Refused(_) => 1,
        Outcome::Same(_) => 2,
    });
    Preview {
        done: setting.done(workspace, moment),
        setting,
        marked,
        key,
        lines,
        counts,
        edits: planned.edits,
        scroll: 0,
    }
}

/// The workspace is another one: an open preview says what the change comes to now.
pub(super) fn refresh(state: &mut State) {
    for at in 0..state.overlays.len() {
        let Some(Overlay::Preview(before)) = state.overlays.get(at) else {
            continue;
        };
        let (key, scroll) = (before.key, before.scroll);
        let (marked, setting) = (before.marked.clone(), before.setting.clone());
        let after = made(state, key, marked, setting);
        if let Some(Overlay::Preview(preview)) = state.overlays.get_mut(at) {
            **preview = Preview { scroll, ..after };
        }
    }
}

/// Yes: the change is made, as one step.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Preview(preview)) = state.overlays.pop() else {
        return Vec::new();
    };
    if let Some(reason) = &state.file.read_only {
        state.notice = Some(Notice::error(format!("Not changed, read-only: {reason}")));
        return Vec::new();
    }
    let said = match (preview.counts.0, preview.lines.first()) {
        (0, _) | (_, None) => {
            state.notice = Some(Notice::warning("Nothing was changed"));
            return Vec::new();
        }
        (1, Some(line)) => format!("{} {}", change::called(state, &line.record), preview.done),
        (count, Some(_)) => format!("{count} {} {}", kinds_of(&preview), preview.done),
    };
    let step = Step::new(format!("key {}", preview.key), preview.edits);
    change::make(state, &step, &said)
}

/// What the records that change are: `priorities`, or `records` where they are of several kinds.
fn kinds_of(preview: &Preview) -> &'static str {
    let changing = preview.lines.iter().take(preview.counts.0);
    let mut kinds = changing.map(|line| line.record.kind);
    let first = kinds.next().unwrap_or(Kind::Priority);
    if kinds.all(|kind| kind == first) {
        first.plural()
    } else {
        "records"
    }
}

/// The marked records, else the selected one.
fn meant(state: &State) -> Option<Marked> {
    let selected = || {
        state.selected_record().map(|record| Marked {
            records: vec![record],
            hidden: 0,
        })
    };
    state.marked().or_else(selected)
}

/// Asks from which period on the marked or selected records are no longer followed.
pub(super) fn ask_retire(state: &mut State) -> Vec<Effect> {
    match meant(state) {
        Some(marked) => ask(state, ":", Field::RetiredFrom, marked),
        None => Vec::new(),
    }
}

/// Takes up again what was retired.
pub(super) fn take_up(state: &mut State) -> Vec<Effect> {
    match meant(state) {
        Some(marked) => show(state, ":", marked, Setting::RetiredFrom(None)),
        None => Vec::new(),
    }
}
