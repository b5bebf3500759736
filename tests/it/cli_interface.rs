//! No command: how the interface begins, and how it does not.

use std::io::{Read as _, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::cli::{Desk, SMALL, snapshot};

/// What a terminal gets when the interface takes it over.
const TAKEN: &str = "\u{1b}[?1049h";

/// The program on a terminal.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    /// Held, since the line is closed with it.
    _master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    arrives: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    all: String,
}

impl Session {
    fn start(desk: &Desk, args: &[&str]) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_scrutineer"));
        command.args(args);
        command.cwd(desk.folder());
        command.env_clear();
        for (name, value) in desk.environment() {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, arrives) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::default();
        Self {
            child,
            keyboard: pair.master.take_writer().unwrap(),
            _master: pair.master,
            arrives,
            screen,
            all: String::new(),
        }
    }

    /// Waits until the screen shows a text.
    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.screen.screen().contents().contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            let bytes = self.arrives.recv_timeout(left);
            let shown = self.screen.screen().contents();
            self.take(&bytes.unwrap_or_else(|_| panic!("no “{text}” in\n{shown}")));
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.all.push_str(&String::from_utf8_lossy(bytes));
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits for the end; gives back the exit code and everything that was written, which is all there
    /// when the line closes behind the program.
    fn end(mut self) -> (u32, String) {
        let code = self.child.wait().unwrap().exit_code();
        loop {
            match self.arrives.recv_timeout(Duration::from_secs(20)) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return (code, self.all),
                Err(RecvTimeoutError::Timeout) => panic!("the line stays open: {}", self.all),
            }
        }
    }
}

#[test]
fn without_a_terminal_the_commands_are_named() {
    assert_snapshot!(Desk::with_sample().run(&["leeds.json"]), @"
    exit 2
    -- error
    scrutineer: the interface needs a terminal
      Without one use a command: list, show, explain, search … (see --help)
    ");
}

#[test]
fn without_any_file_it_says_how_to_start() {
    assert_snapshot!(Desk::empty().run(&[]), @"
    exit 2
    -- error
    scrutineer: no workspace file is named, and none is in this folder
      Start with “scrutineer FILE”; it is found again the next time
      Name one with -f FILE or SCRUTINEER_FILE, or go to the folder that it is in
    ");
}

#[test]
fn a_missing_file_is_said_before_the_terminal_is_touched() {
    let desk = Desk::empty();
    assert_snapshot!(desk.run(&["nowhere.json"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/nowhere.json: there is no such file
      See whether the name is right, or start a new workspace there
    ");
    let (code, written) = Session::start(&desk, &["nowhere.json"]).end();
    assert_eq!(code, 3);
    assert!(
        written.contains("there is no such file") && !written.contains('\u{1b}'),
        "{written:?}"
    );
}

#[test]
fn json_needs_a_command() {
    assert_snapshot!(Desk::with_sample().run(&["--json"]), @"
    exit 2
    -- error
    scrutineer: --json needs a command
      One of list, show, search, set and check (see --help)
    ");
}

#[test]
fn a_workspace_is_opened_and_left_without_a_trace_beside_it() {
    let desk = Desk::with_sample();
    let before = snapshot(&desk.folder());
    let mut session = Session::start(&desk, &["leeds.json", "--period", "2008/09 Q4", "--ascii"]);
    session.wait_for("LN-1c");
    session.press("q");
    let (code, written) = session.end();
    assert_eq!(code, 0, "{written:?}");
    assert!(written.contains(TAKEN));
    assert_eq!(snapshot(&desk.folder()), before);
}

#[test]
fn the_file_that_was_open_last_is_opened_again() {
    let desk = Desk::with_sample();
    let mut session = Session::start(&desk, &["leeds.json"]);
    session.wait_for("LN-1c");
    session.press("q");
    assert_eq!(session.end().0, 0);
    // Two workspaces in the folder: neither is the one that is meant.
    desk.write("a.json", SMALL);
    let mut session = Session::start(&desk, &[]);
    session.wait_for("LN-1c");
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn a_screen_can_be_named_to_begin_with_and_comes_before_the_one_that_was_in_view() {
    let desk = Desk::with_sample();
    for (screen, shows) in [("exceptions", "┏ Exceptions"), ("5", "┏ Work programme")] {
        let mut session = Session::start(&desk, &["leeds.json", "--screen", screen]);
        session.wait_for(shows);
        session.press("q");
        assert_eq!(session.end().0, 0);
    }
    assert_snapshot!(desk.run(&["leeds.json", "--screen", "exeptions"]), @"
    exit 2
    -- error
    scrutineer: invalid value 'exeptions' for '--screen <NAME>': did you mean “exceptions”?
      For more information, try '--help'.
    ");
    assert_snapshot!(desk.run(&["--screen", "history", "check"]), @"
    exit 2
    -- error
    scrutineer: --screen is for the interface, not for a command
      scrutineer --screen history opens it
    ");
}

#[test]
fn a_file_with_faults_is_shown_with_them_and_not_changed() {
    let desk = Desk::with_sample();
    let text = desk
        .read("leeds.json")
        .replace("\"boards\": [\n    {", "\"boards\": [\n    7, {");
    desk.write("leeds.json", &text);
    let before = snapshot(&desk.folder());
    let mut session = Session::start(&desk, &["leeds.json"]);
    session.wait_for("/boards/0");
    session.press("\u{1b}");
    session.wait_for("LN-1c");
    session.press("q");
    assert_eq!(session.end().0, 0);
    assert_eq!(snapshot(&desk.folder()), before);
}

#[test]
fn without_any_file_the_first_screen_leads_to_a_copy_of_the_sample() {
    let desk = Desk::empty();
    let mut session = Session::start(&desk, &[]);
    session.wait_for("Look round in the sample");
    session.press("s");
    session.wait_for("Put it in: leeds-sample.json");
    session.press("\r");
    session.wait_for("TP-3b");
    session.press("q");
    assert_eq!(session.end().0, 0);
    assert!(desk.read("leeds-sample.json") == include_str!("../../sample-data/leeds.json"));
    // It was open: the next start leads there, from anywhere.
    desk.write("a.json", SMALL);
    let mut session = Session::start(&desk, &[]);
    session.wait_for("TP-3b");
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn without_any_file_the_first_screen_leads_to_a_new_workspace_that_saves() {
    let desk = Desk::empty();
    let mut session = Session::start(&desk, &["--period", "2010/11 Q2"]);
    session.wait_for("Start a new workspace");
    session.press("nOur plan\r");
    session.wait_for("Put it in: our-plan.json");
    session.press("\r");
    session.wait_for("No priorities here yet.");
    session.press("q");
    assert_eq!(session.end().0, 0);
    let text = desk.read("our-plan.json");
    assert!(
        text.contains("\"current_period\": \"2010/11 Q2\""),
        "{text}"
    );
    assert_eq!(
        desk.run(&["add", "theme", "title=Learning", "code=LN"])
            .code,
        0
    );
}

#[test]
fn a_file_that_was_open_last_and_is_gone_is_named_on_the_first_screen() {
    let desk = Desk::with_sample();
    let mut session = Session::start(&desk, &["leeds.json"]);
    session.wait_for("LN-1c");
    session.press("q");
    assert_eq!(session.end().0, 0);
    std::fs::remove_file(desk.path("leeds.json")).unwrap();
    let mut session = Session::start(&desk, &[]);
    session.wait_for("leeds.json, which was open last");
    session.press("q");
    let (code, written) = session.end();
    assert_eq!(code, 0, "{written:?}");
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn the_settings_keys_and_colours_count_on_screen() {
    let desk = Desk::with_sample();
    desk.write(
        "my.toml",
        "ascii = true\nmouse = true\n[colours]\naccent = \"#123456\"\n[keys]\nquit = \"Q\"\nhelp = [\"f6\"]\n",
    );
    let mut session = Session::start(
        &desk,
        &["leeds.json", "--config", "my.toml", "--color", "truecolor"],
    );
    session.wait_for("F6 help");
    session.press("\u{1b}[17~");
    session.wait_for("type to search");
    session.press("everything is saved");
    session.wait_for("Q  Leave; everything is saved");
    session.press("\u{1b}");
    session.wait_for("type to search");
    session.press("\u{1b}");
    session.wait_for("F6 help");
    session.press("Q");
    let (code, written) = session.end();
    assert_eq!(code, 0, "{written:?}");
    assert!(
        written.contains("38;2;18;52;86"),
        "the accent is the user's"
    );
    assert!(written.contains("?1000h"), "the mouse is listened to");
    assert!(
        !written.contains('┏') && written.contains('+'),
        "only ASCII is drawn"
    );
}

#[test]
fn a_slip_in_the_settings_is_said_at_the_start_and_keeps_nothing_else_from_working() {
    let desk = Desk::with_sample();
    desk.write("my.toml", "[keys]\nqiut = \"Q\"\n");
    let mut session = Session::start(&desk, &["leeds.json", "--config", "my.toml"]);
    session.wait_for("line 2: there is no command “qiut”. Did you mean “quit”?");
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn several_slips_in_the_settings_are_counted_on_one_line_that_says_what_lists_them() {
    let desk = Desk::with_sample();
    desk.write(
        "my.toml",
        "theme = \"x\"\nnothing = 1\n[keys]\nqiut = \"Q\"\n",
    );
    let mut session = Session::start(&desk, &["leeds.json", "--config", "my.toml"]);
    session.wait_for("3 faults in the settings: “scrutineer config check” lists them");
    session.press("q");
    assert_eq!(session.end().0, 0);
}
