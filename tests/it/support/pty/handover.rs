//! Whether a terminal was given back as it was.

use rustix::termios::{Termios, tcgetattr};
use vt100::{Color, MouseProtocolMode};

use super::Pty;

/// Written to the terminal after the program ended, to know that all before it was read.
const END_MARK: &str = "@@end@@";

impl Pty {
    /// Whether the terminal's modes are those it had before the program ran.
    pub fn modes_are_back(&self) -> bool {
        tcgetattr(&self.tty).is_ok_and(|now| same_modes(&now, &self.before))
    }

    /// Asserts that the program has the terminal: screen, modes, cursor and paste.
    pub fn assert_taken(&self) {
        let screen = self.screen();
        assert!(screen.alternate_screen(), "the alternate screen is on");
        assert!(screen.hide_cursor(), "the cursor is hidden");
        assert!(screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!self.modes_are_back(), "the terminal is raw");
    }

    /// Asserts, after the program ended or stopped, that the terminal is as it was.
    pub fn assert_given_back(&mut self) {
        rustix::io::write(&self.tty, END_MARK.as_bytes()).expect("the terminal takes a mark");
        self.wait_text(END_MARK);
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is off");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(
            !screen.application_cursor() && !screen.application_keypad(),
            "the keys are plain"
        );
        assert!(
            !(screen.bold() || screen.inverse() || screen.underline()),
            "letters are plain"
        );
        let colours = (screen.fgcolor(), screen.bgcolor());
        assert_eq!(colours, (Color::Default, Color::Default));
        let last = |bytes: &[u8]| {
            self.raw
                .windows(bytes.len())
                .rposition(|window| window == bytes)
        };
        assert!(
            last(b"\x1b[?2026h") < last(super::FRAME_END),
            "synchronised output is closed"
        );
        assert!(
            self.modes_are_back(),
            "the modes are back: {:?}",
            tcgetattr(&self.tty)
        );
    }
}

/// Compares what `stty -a` shows.
fn same_modes(a: &Termios, b: &Termios) -> bool {
    let flags = |of: &Termios| {
        (
            of.input_modes,
            of.output_modes,
            of.control_modes,
            of.local_modes,
        )
    };
    flags(a) == flags(b) && format!("{:?}", a.special_codes) == format!("{:?}", b.special_codes)
}
