//! What a user waits for: opening a file, a frame, a key, a find, an edit. At the size of the sample
//! and at a hundred times that. Figures are compared within one run, never as limits.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark whose data cannot be made has nothing to measure"
)]

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scrutineer::analysis::counts::counts_over_periods;
use scrutineer::analysis::coverage::gaps;
use scrutineer::analysis::due::due;
use scrutineer::analysis::exceptions::exceptions;
use scrutineer::analysis::index::Index;
use scrutineer::analysis::moment::Moment;
use scrutineer::app::finding::Finding;
use scrutineer::app::input::InputEvent;
use scrutineer::app::key::Key;
use scrutineer::app::message::Msg;
use scrutineer::app::state::{File, Options, State};
use scrutineer::app::update::update;
use scrutineer::domain::edit::{Step, apply_step, set_in_update};
use scrutineer::domain::entry::Who;
use scrutineer::domain::json::Json;
use scrutineer::domain::workspace::Workspace;
use scrutineer::generate::{Recipe, write as generate};
use scrutineer::search::catalogue::Catalogue;
use scrutineer::search::fields::Asked;
use scrutineer::store::format;
use scrutineer::tui::colour::ColourLevel;
use scrutineer::tui::styles::Styles;
use scrutineer::tui::view::view;

const SAMPLE: &str = include_str!("../sample-data/leeds.json");

/// The sample, and what holds so many times as much.
const SIZES: [usize; 2] = [1, 100];

static LARGE: LazyLock<String> = LazyLock::new(generated);

fn main() {
    divan::main();
}

/// A made-up workspace of a hundred times as many priorities as the sample has.
fn generated() -> String {
    let mut bytes = Vec::new();
    let recipe = Recipe {
        priorities: 1500,
        seed: 1,
    };
    generate(recipe, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn text(size: usize) -> &'static str {
    if size == 1 { SAMPLE } else { &LARGE }
}

fn workspace(size: usize) -> Workspace {
    format::read(text(size).as_bytes()).unwrap()
}

fn state(size: usize) -> State {
    State::new(workspace(size), File::default(), &Options::default())
}

fn press(state: &mut State, key: Key) {
    divan::black_box(update(state, Msg::Input(InputEvent::Key(key))));
}

#[divan::bench(args = SIZES)]
fn open(bencher: Bencher<'_, '_>, size: usize) {
    bencher.bench(|| format::read(divan::black_box(text(size)).as_bytes()));
}

/// What the screens of exceptions, recommendations, overview and programme are made of: worked out once
/// a change, never in a frame.
#[divan::bench(args = SIZES)]
fn exceptions_of_a_workspace(bencher: Bencher<'_, '_>, size: usize) {
    bench_view(bencher, size, |workspace, index, moment| {
        exceptions(workspace, index, moment, None).lines.len()
    });
}

#[divan::bench(args = SIZES)]
fn due_of_a_workspace(bencher: Bencher<'_, '_>, size: usize) {
    bench_view(bencher, size, |workspace, index, moment| {
        due(workspace, index, moment, None).len()
    });
}

#[divan::bench(args = SIZES)]
fn counts_of_a_workspace(bencher: Bencher<'_, '_>, size: usize) {
    bench_view(bencher, size, |workspace, index, moment| {
        counts_over_periods(workspace, index, moment, None).len()
    });
}

#[divan::bench(args = SIZES)]
fn gaps_of_a_workspace(bencher: Bencher<'_, '_>, size: usize) {
    bench_view(bencher, size, |workspace, index, moment| {
        gaps(workspace, index, moment, None).len()
    });
}

fn bench_view(
    bencher: Bencher<'_, '_>,
    size: usize,
    view: impl Fn(&Workspace, &Index, Moment) -> usize + Sync,
) {
    let workspace = workspace(size);
    let index = Index::new(&workspace);
    let moment = Moment::new(&workspace, None, None);
    bencher.bench(|| view(divan::black_box(&workspace), &index, moment));
}

#[divan::bench(args = SIZES)]
fn write(bencher: Bencher<'_, '_>, size: usize) {
    let workspace = workspace(size);
    bencher.bench(|| format::write(divan::black_box(&workspace)));
}

#[divan::bench(args = SIZES)]
fn start(bencher: Bencher<'_, '_>, size: usize) {
    bencher
        .with_inputs(|| workspace(size))
        .bench_values(|workspace| State::new(workspace, File::default(), &Options::default()));
}

#[divan::bench(args = SIZES)]
fn frame(bencher: Bencher<'_, '_>, size: usize) {
    let (state, styles) = (state(size), Styles::new(ColourLevel::Sixteen));
    let area = Rect::new(0, 0, 120, 40);
    bencher
        .with_inputs(|| Buffer::empty(area))
        .bench_values(|mut buffer| view(&state, &styles, area, &mut buffer));
}

#[divan::bench(args = SIZES)]
fn key_down(bencher: Bencher<'_, '_>, size: usize) {
    let mut state = state(size);
    bencher.bench_local(move || press(&mut state, Key::Down));
}

#[divan::bench(args = SIZES)]
fn key_rate(bencher: Bencher<'_, '_>, size: usize) {
    let mut state = state(size);
    let mut keys = [Key::Char('R'), Key::Char('G')].into_iter().cycle();
    bencher.bench_local(move || press(&mut state, keys.next().unwrap_or(Key::Char('R'))));
}

#[divan::bench(args = SIZES)]
fn edit(bencher: Bencher<'_, '_>, size: usize) {
    let mut workspace = workspace(size);
    let period = workspace.current_period.read().unwrap();
    bencher.bench_local(move || {
        let priority = workspace.priorities.at(0).unwrap();
        let edits = set_in_update(priority, period, &[("rating", Some(Json::text("red")))]);
        let applied = apply_step(&mut workspace, &Step::new("set", edits)).unwrap();
        apply_step(&mut workspace, &applied.inverse).unwrap()
    });
}

#[divan::bench(args = SIZES)]
fn catalogue(bencher: Bencher<'_, '_>, size: usize) {
    let workspace = workspace(size);
    let moment = Moment::new(&workspace, None, None);
    bencher.bench(|| Catalogue::new(divan::black_box(&workspace), moment));
}

/// After an edit of one record.
#[divan::bench(args = SIZES)]
fn catalogue_renewed(bencher: Bencher<'_, '_>, size: usize) {
    let mut workspace = workspace(size);
    let moment = Moment::new(&workspace, None, None);
    let catalogue = Catalogue::new(&workspace, moment);
    let priority = workspace.priorities.at(0).unwrap();
    let period = workspace.current_period.read().unwrap();
    let edits = set_in_update(priority, period, &[("summary", Some(Json::text("Other")))]);
    apply_step(&mut workspace, &Step::new("set", edits)).unwrap();
    bencher.bench(|| catalogue.renewed(divan::black_box(&workspace), moment));
}

/// Each character of a query, as the finder asks for it.
#[divan::bench(args = SIZES)]
fn find_typed(bencher: Bencher<'_, '_>, size: usize) {
    const TYPED: &str = "lookd aftr exclus kind:pri attendence";
    let mut state = state(size);
    update(&mut state, Msg::Input(InputEvent::Key(Key::Ctrl('f'))));
    let catalogue = Arc::new(Catalogue::new(state.workspace(), state.moment));
    state.catalogue = Some(catalogue);
    let mut previous = None;
    let mut ends = (1..=TYPED.len()).cycle();
    bencher.bench_local(move || {
        let end = ends.next().unwrap_or(1);
        let finding = Finding {
            typed: TYPED.get(..end).unwrap_or_default().to_owned(),
            previous: previous.take().filter(|_| end > 1),
            ..Finding::of_nothing(&state)
        };
        previous = Some(finding.run().hits);
    });
}

/// A character more in the filter of the priorities, all of them shown.
#[divan::bench(args = SIZES)]
fn filter_typed(bencher: Bencher<'_, '_>, size: usize) {
    let mut state = state(size);
    press(&mut state, Key::Char('/'));
    let mut typed = "learn\u{8}\u{8}\u{8}\u{8}\u{8}".chars().cycle();
    bencher.bench_local(move || {
        let key = match typed.next() {
            Some('\u{8}') | None => Key::Backspace,
            Some(c) => Key::Char(c),
        };
        press(&mut state, key);
    });
}

#[divan::bench(args = SIZES)]
fn find(bencher: Bencher<'_, '_>, size: usize) {
    let workspace = workspace(size);
    let moment = Moment::new(&workspace, None, None);
    let (catalogue, index) = (Catalogue::new(&workspace, moment), Index::new(&workspace));
    let who = Who::default();
    let asked = Asked {
        workspace: &workspace,
        index: &index,
        moment,
        who: &who,
    };
    bencher.bench(|| catalogue.find(divan::black_box("lookd aftr"), &asked, 500));
}
