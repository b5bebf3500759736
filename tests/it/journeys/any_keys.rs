//! Whatever is typed, and however large the screen.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scrutineer::app::command::COMMANDS;
use scrutineer::app::effect::Effect;
use scrutineer::app::input::{InputEvent, Mouse, MouseAction};
use scrutineer::app::key::Key;
use scrutineer::app::message::Msg;
use scrutineer::app::state::{File, Options, Pane, Pending, State};
use scrutineer::app::update::update;
use scrutineer::domain::edit::apply_step;
use scrutineer::generate::{self, Recipe};
use scrutineer::store::format;
use scrutineer::tui::colour::ColourLevel;
use scrutineer::tui::styles::Styles;
use scrutineer::tui::view::view;

use crate::support::journey::{EMPTY, LEEDS, SAMPLE};

/// Something that can happen.
#[derive(Clone, Debug)]
enum Happening {
    Keys(Vec<Key>),
    Paste(String),
    /// The disk answers what it was last asked: it has it, or it could not.
    Answer(bool),
    Draw(u16, u16),
    /// The mouse does something over a cell.
    Mouse(Mouse),
    /// A key that waits has waited long.
    Pause,
}

fn bound() -> Vec<Vec<Key>> {
    COMMANDS
        .iter()
        .flat_map(|spec| {
            spec.keys
                .iter()
                .map(|keys| scrutineer::app::keymap::parse(keys))
        })
        .collect()
}

fn happening() -> impl Strategy<Value = Happening> {
    let letters = proptest::char::range(' ', '~').prop_map(|c| vec![Key::Char(c)]);
    let lines = prop::sample::select(vec![
        "rating:red",
        "neet",
        "theme:HW",
        "kind:action ",
        "ratting:x",
        "zz",
        "é👩‍👩‍👧",
    ]);
    prop_oneof![
        8 => prop::sample::select(bound()).prop_map(Happening::Keys),
        3 => letters.prop_map(Happening::Keys),
        1 => lines.prop_map(|text| Happening::Keys(text.chars().map(Key::Char).collect())),
        1 => ".{0,12}".prop_map(Happening::Paste),
        2 => any::<bool>().prop_map(Happening::Answer),
        1 => (0..250_u16, 0..80_u16).prop_map(|(width, height)| Happening::Draw(width, height)),
        2 => mouse().prop_map(Happening::Mouse),
        1 => Just(Happening::Pause),
    ]
}

fn mouse() -> impl Strategy<Value = Mouse> {
    let action = prop::sample::select(vec![
        MouseAction::Press,
        MouseAction::Press,
        MouseAction::Drag,
        MouseAction::Release,
        MouseAction::Menu,
        MouseAction::ScrollUp,
        MouseAction::ScrollDown,
    ]);
    // Anywhere, and more often where there is something.
    let column = prop_oneof![0..100_u16, 0..300_u16];
    let row = prop_oneof![0..26_u16, 0..90_u16];
    (action, column, row).prop_map(|(action, column, row)| Mouse {
        action,
        column,
        row,
    })
}

/// A program whose disk answers when it is told to.
struct Sitting {
    state: State,
    asked: Option<Pending>,
    /// Whether the program wants to end.
    ended: bool,
}

impl Sitting {
    fn over(text: &str) -> Self {
        let workspace = format::read(text.as_bytes()).unwrap();
        let options = Options {
            mouse: true,
            ..Options::default()
        };
        Self {
            state: State::new(workspace, File::default(), &options),
            asked: None,
            ended: false,
        }
    }

    /// The file that would be written now.
    fn file(&self) -> String {
        format::write(self.state.workspace()).unwrap()
    }

    fn take(&mut self, happening: Happening) {
        match happening {
            Happening::Keys(keys) => keys
                .into_iter()
                .for_each(|key| self.update(Msg::Input(InputEvent::Key(key)))),
            Happening::Paste(text) => self.update(Msg::Input(InputEvent::Paste(text))),
            Happening::Answer(has) => self.answer(has),
            Happening::Mouse(mouse) => self.update(Msg::Input(InputEvent::Mouse(mouse))),
            Happening::Pause => self.update(Msg::Paused),
            Happening::Draw(width, height) => draw(&mut self.state, width, height),
        }
    }

    fn update(&mut self, msg: Msg) {
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::Commit(pending) => {
                    assert!(self.asked.is_none(), "two commits are on their way");
                    self.asked = Some(pending);
                }
                Effect::Quit => self.ended = true,
                _ => {}
            }
        }
    }

    fn answer(&mut self, has: bool) {
        let Some(pending) = self.asked.take() else {
            return;
        };
        if !has {
            return self.update(Msg::SaveFailed {
                reason: "the disk is full".to_owned(),
                faults: Vec::new(),
            });
        }
        let mut disk = self.state.ledger.confirmed().clone();
        apply_step(&mut disk, &pending.step).unwrap();
        self.update(Msg::Saved {
            number: pending.number,
            workspace: Box::new(disk),
            entry: pending.entry,
            theirs: Vec::new(),
        });
    }

    /// What holds at all times.
    fn check(&self) -> Result<(), TestCaseError> {
        for pane in Pane::ALL {
            let list = self.state.trackers.list(pane);
            if let Some(selected) = &list.selected {
                prop_assert!(list.rows.contains(selected), "{pane:?}: {selected}");
            } else {
                prop_assert!(list.rows.is_empty(), "{pane:?} selects nothing");
            }
        }
        let mut expected = self.state.ledger.confirmed().clone();
        for pending in self.state.ledger.pending() {
            prop_assert!(apply_step(&mut expected, &pending.step).is_ok());
        }
        prop_assert!(&expected == self.state.workspace());
        Ok(())
    }
}

fn draw(state: &mut State, width: u16, height: u16) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let drawn = view(state, &Styles::new(ColourLevel::Sixteen), area, &mut buffer);
    update(state, Msg::Drawn(drawn.regions));
}

fn any_keys(text: &str, happenings: Vec<Happening>) -> Result<(), TestCaseError> {
    let mut sitting = Sitting::over(text);
    for happening in happenings {
        sitting.take(happening);
        sitting.check()?;
    }
    Ok(())
}

/// After so many things that happened all is held against what must be true.
const BETWEEN: usize = 64;

/// What happened last, for whoever has to find out what went wrong.
struct Trail(std::collections::VecDeque<Happening>);

impl Trail {
    fn add(&mut self, happening: &Happening) {
        self.0.push_back(happening.clone());
        if self.0.len() > 40 {
            self.0.pop_front();
        }
    }
}

#[expect(clippy::print_stderr, reason = "it is the report of a failed test")]
impl Drop for Trail {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("before it went wrong: {:#?}", self.0);
        }
    }
}

/// Types so many keys at random, the same ones in every run, over screens of these sizes.
fn walk(seed: u8, text: &str, keys: usize, sizes: &[(u16, u16)]) {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let happening = happening();
    let mut trail = Trail(std::collections::VecDeque::new());
    let mut sitting = Sitting::over(text);
    let mut typed = 0;
    for number in 0.. {
        let next = happening.new_tree(&mut runner).unwrap().current();
        trail.add(&next);
        if let Happening::Keys(keys) = &next {
            typed += keys.len();
        }
        sitting.take(next);
        if sitting.ended {
            sitting = Sitting::over(&sitting.file());
        }
        if number % 8 == 0 {
            let (width, height) = sizes[number / 2048 % sizes.len()];
            draw(&mut sitting.state, width, height);
        }
        if number % BETWEEN == 0 {
            sitting.check().unwrap();
            let file = sitting.file();
            let again = format::read(file.as_bytes()).unwrap();
            assert!(
                &again == sitting.state.workspace(),
                "the file says the same"
            );
        }
        if typed >= keys {
            return;
        }
    }
}

/// A made-up workspace with a little of everything, so that a key costs next to nothing.
fn made_up() -> String {
    let recipe = Recipe {
        priorities: 2,
        seed: 5,
    };
    let mut text = Vec::new();
    generate::write(recipe, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

// Together more than a hundred thousand keys.

#[test]
fn forty_thousand_random_keys_on_a_usual_screen_leave_a_valid_state_and_file() {
    walk(1, &made_up(), 40_000, &[(80, 24)]);
}

#[test]
fn forty_thousand_random_keys_on_screens_of_all_sizes_leave_a_valid_state_and_file() {
    let sizes = [
        (40, 12),
        (120, 40),
        (20, 5),
        (200, 50),
        (60, 16),
        (19, 4),
        (100, 20),
    ];
    walk(2, &made_up(), 40_000, &sizes);
}

#[test]
fn fifteen_thousand_random_keys_over_nothing_leave_a_valid_state_and_file() {
    walk(3, EMPTY, 15_000, &[(80, 24), (40, 12), (200, 50)]);
}

#[test]
fn eight_thousand_random_keys_over_the_sample_leave_a_valid_state_and_file() {
    walk(4, LEEDS, 8_000, &[(80, 24), (140, 40), (200, 50)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_in_the_sample_leave_a_state_that_holds_together(
        happenings in prop::collection::vec(happening(), 0..60),
    ) {
        any_keys(SAMPLE, happenings)?;
    }

    #[test]
    fn any_keys_in_an_empty_workspace_leave_a_state_that_holds_together(
        happenings in prop::collection::vec(happening(), 0..60),
    ) {
        any_keys(EMPTY, happenings)?;
    }
}

/// Scripts that lead to every kind of screen.
const PLACES: &[&str] = &[
    "",
    "h j",
    "l j",
    "l l",
    "j <Enter>",
    "l <Enter>",
    "/ neet",
    "<Ctrl-f> looked",
    ": r",
    "?",
    "? undo",
    "w",
    "2 <Enter> w",
    "R n long<Space>words",
    "R",
    "2 j",
    "2 <Enter>",
    "2 m l",
    "2 M",
    "2 s y n",
    "3",
    "3 a why",
    "4",
    "4 <Enter>",
    "4 <End>",
    "l c",
    "5",
    "6",
    "e",
    "i",
    "l e",
    "i <Tab> <Tab> long<Space>words",
    "e <Tab> <Tab> <Ctrl-u>",
    "o <Ctrl-s>",
    "D",
    "<Space> j V",
    "* G",
    "* e",
    "* e j j j <Enter>",
    "3 * e",
    ": retire <Enter>",
    "U",
    "U R = <Tab> <Tab> long<Space>words",
    "U <Ctrl-t>",
    "f",
    "f <Space> l j <Space> h",
    "3 f",
    "S",
    "2 S j <Enter> S",
    "c",
    "c j j <Space> J",
    "v",
    "v G",
    "v s",
    "v s long<Space>words <Enter>",
    "v s own <Enter> w v G D",
    "<Space> j <Space> A",
    "3 <Space> j <Space>",
];

#[test]
fn every_screen_draws_at_any_size() {
    for place in PLACES {
        let mut sitting = Sitting::over(SAMPLE);
        for key in crate::support::journey::keys(place) {
            sitting.take(Happening::Keys(vec![key]));
        }
        let widths = (0..24_u16).chain((24..250).step_by(25));
        for width in widths {
            for height in (0..20_u16).chain((20..80).step_by(15)) {
                draw(&mut sitting.state, width, height);
            }
        }
    }
}
