//! State and keys in, state and effects out: no terminal and no file.

mod chips;
mod conflict;
mod fields;
mod filter;
mod finder;
mod forms;
mod harmless;
mod history;
mod leaving;
mod marks;
mod moving;
mod others;
mod overview;
mod palette;
mod past;
mod programme;
mod rating;
mod recommendations;
mod round;
mod saving;
mod screens;
mod sorting;
mod starting;
mod undo;
mod views;

use std::sync::Arc;

use super::update;
use crate::app::effect::Effect;
use crate::app::input::InputEvent;
use crate::app::key::Key;
use crate::app::message::Msg;
use crate::app::state::{File, ListRegion, Options, Pane, Pending, Place, Regions, State};
use crate::domain::digest::Digest;
use crate::domain::edit::{Edit, Step, apply_step, set_in_update};
use crate::domain::entry::{Entry, Reverses, What, Who};
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::period::Period;
use crate::domain::timestamp::Timestamp;
use crate::domain::trail::inverse_of;
use crate::domain::workspace::Workspace;

/// Two themes, four priorities and a retired one, over two quarters.
const SMALL: &str = r#"{
  "format": "scrutineer/1",
  "title": "Small",
  "current_period": "2010/11 Q2",
  "as_of": "2010-09-30",
  "ratings": ["red", "amber", "green"],
  "themes": [
    {"id": "ln", "code": "LN", "title": "Learning"},
    {"id": "hw", "code": "HW", "title": "Health"}
  ],
  "priorities": [
    {"id": "neet", "code": "LN-1", "theme": "ln", "title": "Young people in work or learning",
     "indicators": ["ni-117", "ni-148"],
     "updates": [
       {"period": "2010/11 Q1", "rating": "green", "direction": "static"},
       {"period": "2010/11 Q2", "rating": "amber", "direction": "improving"}]},
    {"id": "early", "code": "LN-2", "theme": "ln", "title": "Early learning",
     "updates": [{"period": "2010/11 Q2", "rating": "amber"}]},
    {"id": "diplomas", "code": "LN-9", "theme": "ln", "title": "Diplomas",
     "indicators": ["ni-90"], "retired_from": "2010/11 Q2",
     "updates": [{"period": "2010/11 Q1", "rating": "green"}]},
    {"id": "teenage", "code": "HW-1", "theme": "hw", "title": "Teenage conception",
     "indicators": ["ni-112", "ni-117"],
     "updates": [{"period": "2010/11 Q2", "rating": "red"}]},
    {"id": "dental", "code": "HW-2", "theme": "hw", "title": "Teeth of children"}
  ],
  "indicators": [
    {"id": "ni-117", "code": "NI 117", "title": "Not in education, employment or training"},
    {"id": "ni-148", "code": "NI 148", "title": "Care leavers in work or learning"},
    {"id": "ni-90", "code": "NI 90", "title": "Take up of diplomas"},
    {"id": "ni-112", "code": "NI 112", "title": "Under 18 conception rate"}
  ],
  "actions": [
    {"id": "connexions", "priority": "neet", "title": "Renegotiate the contract"},
    {"id": "clinics", "priority": "teenage", "title": "Open clinics in schools"},
    {"id": "loose", "title": "Belongs to no priority"}
  ],
  "recommendations": [
    {"id": "rec-1", "code": "R1", "text": "Report on attendance twice a year"}
  ]
}"#;

const SAMPLE: &str = include_str!("../../../tests/data/trackers-2008-q4.json");

fn read(text: &str) -> Workspace {
    serde_json::from_str::<In<Workspace>>(text).unwrap().0
}

/// A user with a file: the state, and what the disk and its journal hold.
struct Desk {
    state: State,
    disk: Workspace,
    journal: Vec<Arc<Entry>>,
    /// How many entries of the journal the state knows.
    known: usize,
}

impl Desk {
    fn with(workspace: Workspace, file: File, options: &Options) -> Self {
        let mut desk = Self {
            disk: workspace.clone(),
            state: State::new(workspace, file, options),
            journal: Vec::new(),
            known: 0,
        };
        desk.read_back(&[], false);
        desk
    }

    /// The program gets to know what is further back in the journal, the newest first.
    fn read_back(&mut self, entries: &[Arc<Entry>], more: bool) -> Vec<Effect> {
        let entries = entries.to_vec();
        update(&mut self.state, Msg::ReadBack { entries, more })
    }

    /// Puts an entry into the journal.
    fn append(
        &mut self,
        user: &str,
        what: What,
        edits: Vec<Edit>,
        reverses: Reverses,
    ) -> Arc<Entry> {
        let seq = self.journal.len() as u64 + 1;
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&seq.to_be_bytes());
        let entry = Arc::new(Entry {
            seq,
            time: Timestamp::from_milliseconds(
                1_289_000_000_000 + i64::try_from(seq).unwrap() * 60_000,
            ),
            who: Who {
                user: user.to_owned(),
                ..Who::default()
            },
            host: "desk".to_owned(),
            session: "s".to_owned(),
            what,
            cause: "key".to_owned(),
            edits,
            reverses,
            prev: Vec::new(),
            hash: Digest::new(hash),
        });
        self.journal.push(Arc::clone(&entry));
        entry
    }

    /// What the state does not know of the journal yet. A file that is another one without an entry was
    /// written by another program.
    fn untold(&mut self) -> Vec<Arc<Entry>> {
        if self.known == self.journal.len() && self.disk != *self.state.ledger.confirmed() {
            let what = What::Outside {
                file: Digest::new([0; 32]),
                ahead: Vec::new(),
                not_taken: Vec::new(),
            };
            self.append("anna", what, Vec::new(), Reverses::Nothing);
        }
        let untold = self.journal.get(self.known..).unwrap_or_default().to_vec();
        self.known = self.journal.len();
        untold
    }

    /// The program is told what others did.
    fn tell(&mut self) -> Vec<Effect> {
        let entries = self.untold();
        let workspace = Box::new(self.disk.clone());
        update(&mut self.state, Msg::TakenIn { workspace, entries })
    }

    /// Somebody else makes a step.
    fn somebody(&mut self, edits: Vec<Edit>) {
        let applied = apply_step(&mut self.disk, &Step::new("theirs", edits)).unwrap();
        let edits = applied.inverse.edits.iter().rev().map(Edit::inverse);
        self.append("anna", What::Step, edits.collect(), Reverses::Nothing);
    }

    /// Over the small workspace.
    fn small() -> Self {
        Self::with(read(SMALL), File::default(), &Options::default())
    }

    /// Over the sample.
    fn sample() -> Self {
        Self::with(read(SAMPLE), File::default(), &Options::default())
    }

    /// Over nothing at all.
    fn empty() -> Self {
        Self::with(Workspace::empty(), File::default(), &Options::default())
    }

    /// Over the small workspace, which cannot be written.
    fn read_only() -> Self {
        let file = File {
            read_only: Some("the file belongs to somebody else".to_owned()),
            ..File::default()
        };
        Self::with(read(SMALL), file, &Options::default())
    }

    /// Types keys: a name in brackets is a named key, a space parts, everything else is itself.
    fn keys(&mut self, script: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for key in keys(script) {
            effects.extend(update(&mut self.state, Msg::Input(InputEvent::Key(key))));
        }
        effects
    }

    /// Types keys, and lets the disk take what they change.
    fn saved_keys(&mut self, script: &str) -> Vec<Effect> {
        let effects = self.keys(script);
        self.save(effects)
    }

    /// Lets the disk take every step that is sent to it; gives back the other effects.
    fn save(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut others = Vec::new();
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Commit(pending) => waiting.extend(self.confirm(&pending)),
                other => others.push(other),
            }
        }
        others
    }

    /// The disk takes one step, on top of whatever it holds.
    fn confirm(&mut self, pending: &Pending) -> Vec<Effect> {
        let theirs = self.untold();
        let number = pending.number;
        let msg = match apply_step(&mut self.disk, &pending.step) {
            Ok(applied) => {
                let edits = applied.inverse.edits.iter().rev().map(Edit::inverse);
                let reverses = match pending.reverses.as_slice() {
                    [] => Reverses::Nothing,
                    entries => inverse_of(entries, String::new()).1,
                };
                let entry = self.append("", What::Step, edits.collect(), reverses);
                self.known = self.journal.len();
                Msg::Saved {
                    number,
                    workspace: Box::new(self.disk.clone()),
                    entry,
                    theirs,
                }
            }
            Err(refusal) => Msg::Conflict {
                number,
                refusal,
                workspace: Box::new(self.disk.clone()),
                theirs,
                by: None,
            },
        };
        update(&mut self.state, msg)
    }

    /// The disk cannot take the step.
    fn fail(&mut self, reason: &str) -> Vec<Effect> {
        let msg = Msg::SaveFailed {
            reason: reason.to_owned(),
            faults: Vec::new(),
        };
        update(&mut self.state, msg)
    }

    /// Somebody else rates a priority in the current period of the file.
    fn somebody_rates(&mut self, priority: &str, rating: &str) {
        let period = self.disk.current_period.read().unwrap();
        let record = self.disk.priorities.get(priority).unwrap();
        let edits = set_in_update(record, period, &[("rating", Some(Json::text(rating)))]);
        self.somebody(edits);
    }

    /// Somebody else writes a note on a rating in the current period of the file.
    fn somebody_notes(&mut self, priority: &str, note: &str) {
        let period = self.disk.current_period.read().unwrap();
        let record = self.disk.priorities.get(priority).unwrap();
        let edits = set_in_update(record, period, &[("rating_note", Some(Json::text(note)))]);
        self.somebody(edits);
    }

    /// The record that a pane has selected; empty for none and for "All".
    fn selected(&self, pane: Pane) -> &str {
        let selected = self.state.trackers.list(pane).selected.as_ref();
        selected.map_or("", |id| id.as_str())
    }

    /// The selected priority.
    fn priority(&self) -> &str {
        self.selected(Pane::Priorities)
    }

    /// The record whose page is open.
    fn opened(&self) -> Option<String> {
        self.state.page()?.record().map(ToString::to_string)
    }

    /// The rows of a pane, with a space between.
    fn rows(&self, pane: Pane) -> String {
        let rows = &self.state.trackers.list(pane).rows;
        rows.iter()
            .map(crate::domain::id::Id::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the message line says.
    fn message(&self) -> &str {
        let notice = self.state.notice.as_ref();
        notice.map_or("", |notice| notice.text.as_str())
    }

    /// Rating and direction of a priority in a period, as shown.
    fn rated_in(&self, priority: &str, period: &str) -> String {
        let period = Period::read(period).unwrap();
        let record = self.state.workspace().priorities.get(priority).unwrap();
        let updates = &record.updates;
        let found = updates
            .iter()
            .find(|update| update.period.read() == Some(period));
        let Some(update) = found else {
            return "no tracker".to_owned();
        };
        let rating = update.rating.as_ref().map_or("-", |it| it.text());
        let direction = update.direction.as_ref().map_or("-", |it| it.text());
        format!("{rating} {direction}")
    }

    /// Rating and direction of a priority now.
    fn rated(&self, priority: &str) -> String {
        self.rated_in(priority, "2010/11 Q2")
    }

    /// Tells the state what a frame came to.
    fn drawn(&mut self, pane: Pane, height: usize) {
        let regions = Regions {
            lists: vec![ListRegion {
                list: pane.into(),
                offset: 0,
                height,
            }],
            ..Regions::default()
        };
        assert!(update(&mut self.state, Msg::Drawn(regions)).is_empty());
    }
}

/// Reads a script of keys.
fn keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .filter(|(name, _)| !name.is_empty() && !name.contains([' ', '<']));
        if let Some((name, behind)) = named {
            keys.push(Key::parse(name).unwrap());
            rest = behind;
            continue;
        }
        if first != ' ' {
            keys.push(Key::Char(first));
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    keys
}

/// The step that is to be committed; there must be exactly one effect.
fn committed(effects: &[Effect]) -> &Pending {
    match effects {
        [Effect::Commit(pending)] => pending,
        other => panic!("not one commit: {other:?}"),
    }
}

fn resumed(place: Place) -> Options {
    Options {
        resumed: Some(place),
        ..Options::default()
    }
}
