//! Killed at any instant: what was said to be saved is there, in order, and the chain is whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::process::{Pid, PidfdFlags, pidfd_open};
use scrutineer::domain::edit::Edit;
use scrutineer::domain::entry::What;
use sha2::Digest as _;

use super::{assert_whole, desk, look, note, say, steps, times};
use crate::support::cli::Desk;

/// Where a kill fell, as the folder tells afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Nothing was begun, or all was done.
    Between,
    /// An entry was on its way, or there but not said to be.
    Append,
    /// The file was announced and not yet replaced.
    Snapshot,
    /// The file was replaced, and nothing says so.
    Rename,
    /// The journal was being put aside.
    Rotation,
}

/// What a kill is aimed at: a sign of life in the folder, seen so many times.
#[derive(Clone, Copy, Debug)]
struct Aim {
    /// How the name of the file begins and ends; empty for any.
    name: (&'static str, &'static str),
    /// What happens to it.
    sign: ReadFlags,
    /// How often it is seen before the kill.
    times: u32,
}

/// Signs of each phase. Half of the kills are aimed at them, the others at any sign at all.
const AIMS: [((&str, &str), ReadFlags); 4] = [
    (("plan.journal.jsonl", ""), ReadFlags::MODIFY),
    ((".plan.json", ".tmp"), ReadFlags::CREATE),
    (("plan.json", "plan.json"), ReadFlags::MOVED_TO),
    (("plan.journal.0", ""), ReadFlags::CREATE),
];

/// How many signs a run gives, about.
const SIGNS: u32 = 48;
/// A kill falls so long after its sign, at most.
const AFTER: Duration = Duration::from_micros(300);

impl Aim {
    fn random(chance: &mut fastrand::Rng) -> Self {
        match AIMS.get(chance.usize(0..AIMS.len() * 2)) {
            Some((name, sign)) => Self {
                name: *name,
                sign: *sign,
                times: chance.u32(1..3),
            },
            None => Self {
                name: ("", ""),
                sign: ReadFlags::all(),
                times: chance.u32(1..SIGNS),
            },
        }
    }

    fn is_seen(&self, name: &str, sign: ReadFlags) -> bool {
        let (begin, end) = self.name;
        sign.intersects(self.sign) && name.starts_with(begin) && name.ends_with(end)
    }
}

#[test]
fn whatever_was_said_to_be_saved_survives_kills_at_any_instant() {
    let wanted = times(100, 500);
    let desk = desk(1);
    let mut chance = fastrand::Rng::with_seed(10);
    let mut fell: BTreeMap<Phase, usize> = BTreeMap::new();
    let (mut seen, mut kept, mut kills) = (0, Vec::new(), 0);
    let everywhere = |fell: &BTreeMap<Phase, usize>| fell.len() == 5;
    for number in 1.. {
        if kills >= wanted && everywhere(&fell) {
            break;
        }
        assert!(number < wanted * 20, "{kills} kills fell into {fell:?}");
        let run = run_and_kill(&desk, "P-1", number, &mut chance);
        kills += usize::from(run.killed);
        if run.killed {
            *fell.entry(phase(&desk, number)).or_default() += 1;
        }
        let opened = look(&desk);
        let now = note(&opened.workspace, "p-1");
        assert!(
            now == number || (now == seen && !run.acknowledged),
            "edit {number}: {now} after {seen}, {run:?}"
        );
        if now != seen {
            kept.push(number);
        }
        seen = now;
    }
    // Once more without a kill: what crashes left behind is taken away.
    let last = kept.last().unwrap() + 1_000_000;
    kept.push(last);
    assert!(set(&desk, "P-1", last).status().unwrap().success());
    assert_whole(&desk.path("plan.json"));
    assert_eq!(numbers(&desk, "p-1"), kept);
    assert!(!is_begun(&desk), "{:?}", desk.names());
    say(&format!("{kills} kills fell into {fell:?}"));
}

#[test]
fn kills_among_many_writers_lose_nothing_of_anybody() {
    let (writers, edits) = (8, times(12, 60));
    let desk = desk(writers);
    let said = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for writer in 1..=writers {
            let (desk, said) = (&desk, &said);
            scope.spawn(move || {
                let mut chance = fastrand::Rng::with_seed(writer as u64);
                let code = format!("P-{writer}");
                let mut numbers = Vec::new();
                for number in 1..=edits {
                    if run_and_kill(desk, &code, number, &mut chance).acknowledged {
                        numbers.push(number);
                    }
                }
                said.lock().unwrap().insert(format!("p-{writer}"), numbers);
            });
        }
    });
    for (id, acknowledged) in said.into_inner().unwrap() {
        let kept = numbers(&desk, &id);
        assert!(
            kept.is_sorted_by(|one, other| one < other),
            "{id}: {kept:?}"
        );
        let is_kept = |number: &usize| kept.contains(number);
        assert!(
            acknowledged.iter().all(is_kept),
            "{id}: {kept:?} of {acknowledged:?}"
        );
        let now = note(&look(&desk).workspace, &id);
        assert_eq!(now, kept.last().copied().unwrap_or(0), "{id}");
    }
    assert!(set(&desk, "P-1", 1_000_000).status().unwrap().success());
    assert_whole(&desk.path("plan.json"));
}

/// The command that makes an edit of its own number.
fn set(desk: &Desk, code: &str, number: usize) -> Command {
    let mut command = desk.command(&["set", code, "--note", &number.to_string()]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// The numbers of all edits of a priority in the journal, in its order.
fn numbers(desk: &Desk, priority: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    for step in steps(desk) {
        for edit in &step.edits {
            let Edit::Set {
                at, field, after, ..
            } = edit
            else {
                panic!("{edit:?}")
            };
            assert_eq!(field, "rating_note");
            if at.record.id.as_str() != priority {
                continue;
            }
            let after = after.as_ref().unwrap().to_text().unwrap();
            numbers.push(after.parse().unwrap());
        }
    }
    numbers
}

/// How a run went.
#[derive(Debug)]
struct Run {
    killed: bool,
    /// Whether it said that the edit is made.
    acknowledged: bool,
}

/// Makes an edit, and kills the program a chance moment after a chance sign of life in the folder.
fn run_and_kill(desk: &Desk, code: &str, number: usize, chance: &mut fastrand::Rng) -> Run {
    let signs = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).unwrap();
    inotify::add_watch(&signs, desk.folder(), WatchFlags::ALL_EVENTS).unwrap();
    let aim = Aim::random(chance);
    // Put aside at every edit, or now and then.
    let bytes = if chance.bool() { "1" } else { "4000" };
    let mut child = set(desk, code, number)
        .env("SCRUTINEER_JOURNAL_BYTES", bytes)
        .spawn()
        .unwrap();
    let process = Pid::from_child(&child);
    let ended = pidfd_open(process, PidfdFlags::empty()).unwrap();
    let mut count = 0;
    let mut room = [std::mem::MaybeUninit::uninit(); 4096];
    while count < aim.times {
        let mut waits = [
            PollFd::new(&signs, PollFlags::IN),
            PollFd::new(&ended, PollFlags::IN),
        ];
        poll(&mut waits, None).unwrap();
        if waits[1].revents().contains(PollFlags::IN) {
            break;
        }
        let mut reader = inotify::Reader::new(&signs, &mut room);
        while count < aim.times {
            let Ok(sign) = reader.next() else { break };
            let name = sign.file_name().and_then(|name| name.to_str().ok());
            count += u32::from(aim.is_seen(name.unwrap_or_default(), sign.events()));
        }
    }
    let until = Instant::now() + AFTER.mul_f32(chance.f32());
    while Instant::now() < until {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    let mut said = String::new();
    let mut out = child.stdout.take().unwrap();
    out.read_to_string(&mut said).unwrap();
    let status = child.wait().unwrap();
    Run {
        killed: status.code().is_none(),
        acknowledged: said.contains(&number.to_string()),
    }
}

/// Whether a file that was being made lies in the folder.
fn is_begun(desk: &Desk) -> bool {
    let names = desk.names();
    names.iter().any(|name| name.strip_suffix(".tmp").is_some())
}

/// Where the kill fell, told from what lies in the folder. Nothing was opened to write since.
fn phase(desk: &Desk, number: usize) -> Phase {
    let is_begun = is_begun(desk);
    let Ok(journal) = fs::read(desk.path("plan.journal.jsonl")) else {
        return if is_begun {
            Phase::Append
        } else {
            Phase::Between
        };
    };
    if !journal.ends_with(b"\n") {
        return Phase::Append;
    }
    let links = fs::metadata(desk.path("plan.journal.jsonl"))
        .unwrap()
        .nlink();
    let newest = look(desk).store.history().unwrap().next().unwrap().unwrap();
    match newest.what {
        _ if links > 1 => Phase::Rotation,
        What::SnapshotDone { .. } if is_begun => Phase::Rotation,
        What::Opened { .. } if newest.seq > 1 => Phase::Rotation,
        What::Snapshot { file, .. } => {
            let bytes = fs::read(desk.path("plan.json")).unwrap();
            let hash: [u8; 32] = sha2::Sha256::digest(bytes).into();
            if file == scrutineer::domain::digest::Digest::new(hash) {
                Phase::Rename
            } else {
                Phase::Snapshot
            }
        }
        What::Step if numbers(desk, "p-1").last() == Some(&number) => Phase::Append,
        _ => Phase::Between,
    }
}
