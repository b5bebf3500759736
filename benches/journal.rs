//! What the journal costs: saving one change beside a bare append and `fdatasync` of as many bytes, and
//! opening with more and more entries behind, for workspaces of 0.3, 10 and 100 MB.
//!
//! `cargo bench --bench journal [-- FOLDER]`; the folder decides which disk is measured. Everything is
//! compared within one run, never as limits.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "it prints what it measured, and fails where there is nothing to measure"
)]

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use scrutineer::domain::edit::{Step, set_in_update};
use scrutineer::domain::json::Json;
use scrutineer::domain::workspace::Workspace;
use scrutineer::generate::{Recipe, write as generate};
use scrutineer::store::Store;

/// Priorities that make about 0.3, 10 and 100 MB.
const SIZES: [u32; 3] = [12, 400, 4_000];
/// How often a change is saved to find the middle.
const SAVES: usize = 101;

fn main() {
    let folder = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let folder = folder.map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("scrutineer-journal-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for priorities in SIZES {
        measure(&folder, priorities);
    }
    fs::remove_dir_all(&folder).unwrap();
}

fn measure(folder: &Path, priorities: u32) {
    let file = folder.join(format!("{priorities}.json"));
    let mut out = std::io::BufWriter::new(File::create(&file).unwrap());
    generate(
        Recipe {
            priorities,
            seed: 1,
        },
        &mut out,
    )
    .unwrap();
    drop(out);
    let size = fs::metadata(&file).unwrap().len();
    println!(
        "{:.1} MB",
        f64::from(u32::try_from(size / 1000).unwrap()) / 1000.0
    );
    println!(
        "  open, no journal        {:>10.1?}",
        timed(|| drop(Store::open(&file).unwrap()))
    );

    let mut store = Store::open(&file).unwrap().store;
    let (save, bare) = (saves(&mut store), bare(folder));
    println!("  save one change         {save:>10.1?}   bare append and fdatasync {bare:.1?}");
    println!(
        "  snapshot                {:>10.1?}",
        timed(|| drop(store.snapshot().unwrap()))
    );

    let mut entries = 0;
    for wanted in [1_000, 100_000] {
        while entries < wanted {
            change(&mut store, entries);
            entries += 1;
            if store.wants_snapshot() && entries % 20_000 == 0 {
                store.snapshot().unwrap();
            }
        }
        let lagging = timed(|| drop(Store::open(&file).unwrap()));
        store.snapshot().unwrap();
        let behind = timed(|| drop(Store::open(&file).unwrap()));
        println!(
            "  open, {wanted:>7} entries   {behind:>10.1?}   before they were in the file {lagging:.1?}"
        );
    }
    let undo = timed(|| drop(store.undo_target().unwrap()));
    println!("  find what u takes back  {undo:>10.1?}");
    println!("  memory, at most         {:>10}", memory());
}

/// Sets the rating of one of the first priorities to another value.
fn change(store: &mut Store, n: usize) {
    let step = step(store.workspace(), n);
    store.commit(&step).unwrap();
}

fn step(workspace: &Workspace, n: usize) -> Step {
    let priority = workspace
        .priorities
        .at(n % workspace.priorities.len().min(10))
        .unwrap();
    let period = workspace.current_period.read().unwrap();
    let note = Json::text(&format!("change number {n}"));
    Step::new(
        "bench",
        set_in_update(priority, period, &[("rating_note", Some(note))]),
    )
}

/// The middle of many saves.
fn saves(store: &mut Store) -> Duration {
    let mut times: Vec<Duration> = (0..SAVES)
        .map(|n| {
            let step = step(store.workspace(), 1_000_000 + n);
            timed(|| drop(store.commit(&step).unwrap()))
        })
        .collect();
    times.sort_unstable();
    times[SAVES / 2]
}

/// The middle of as many bare appends of an entry's size.
fn bare(folder: &Path) -> Duration {
    let path = folder.join("bare");
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .unwrap();
    let line = vec![b'x'; 600];
    let mut times: Vec<Duration> = (0..SAVES)
        .map(|_| {
            timed(|| {
                file.write_all(&line).unwrap();
                file.sync_data().unwrap();
            })
        })
        .collect();
    times.sort_unstable();
    times[SAVES / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

/// The most memory that was in use, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "?".to_owned(), |line| line.trim().to_owned())
}
