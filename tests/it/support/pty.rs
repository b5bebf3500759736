//! A program in a terminal of its own, driven and watched from outside.
//!
//! Nothing sleeps: a reader thread hands over what the program writes, and every wait is for a
//! condition, with a deadline. The terminal's own side stays open here, so that its modes can be
//! compared and its last bytes read after the program ended.

#![expect(clippy::expect_used, reason = "support for tests fails as tests do")]

mod handover;
mod process;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{Action, Termios, tcflow, tcgetattr};
use vt100::Parser;

/// How long anything may take. Generous, since the machine may be busy; a pass takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// What every frame ends with.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// What the threads beside the test report.
enum News {
    Output(Vec<u8>),
    Ended(ExitStatus),
}

/// A terminal with a program in it.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    tty: OwnedFd,
    before: Termios,
    news: Receiver<News>,
    ended: Option<ExitStatus>,
    hung_up: Arc<AtomicBool>,
    pid: Pid,
    screen: Parser,
    /// Every byte that the program wrote.
    pub raw: Vec<u8>,
}

impl Pty {
    /// Starts a program in a folder, at a size (columns, rows), with these variables and no others.
    pub fn spawn(
        program: &[&str],
        folder: &Path,
        (columns, rows): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a pty");
        let name = pair.master.tty_name().expect("the pty has a name");
        let tty = rustix::fs::open(
            &name,
            OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC,
            Mode::empty(),
        )
        .expect("the pty opens");
        let before = tcgetattr(&tty).expect("the pty has modes");
        let mut command = CommandBuilder::from_argv(program.iter().map(Into::into).collect());
        command.env_clear();
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(folder);
        let mut child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let pid = child.process_id().expect("a process");
        let pid = pid.try_into().ok().and_then(Pid::from_raw);
        let (sender, news) = channel();
        let hung_up = Arc::new(AtomicBool::new(false));
        read_on(
            pair.master.try_clone_reader().expect("a reader"),
            sender.clone(),
            Arc::clone(&hung_up),
        );
        std::thread::spawn(move || child.wait().map(|status| sender.send(News::Ended(status))));
        let keyboard = Some(pair.master.take_writer().expect("a writer"));
        Self {
            master: Some(pair.master),
            keyboard,
            tty,
            before,
            news,
            ended: None,
            hung_up,
            pid: pid.expect("a process id"),
            screen: Parser::new(some(rows), some(columns), 0),
            raw: Vec::new(),
        }
    }

    /// Types bytes, in one write.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let keyboard = self.keyboard.as_mut().expect("the line is open");
        keyboard
            .write_all(bytes.as_ref())
            .and_then(|()| keyboard.flush())
            .expect("the line takes bytes");
    }

    /// Reads until the screen is as wished.
    pub fn wait(&mut self, what: &str, wished: impl Fn(&vt100::Screen) -> bool) {
        self.wait_until(what, |pty| wished(pty.screen()));
    }

    /// Reads until the screen is as wished and the frame that made it so is complete.
    pub fn wait_frame(&mut self, what: &str, wished: impl Fn(&vt100::Screen) -> bool) {
        self.wait_until(what, |pty| {
            pty.raw.ends_with(FRAME_END) && wished(pty.screen())
        });
    }

    /// Types, and reads until a text is on the screen and its frame complete.
    pub fn press(&mut self, keys: &str, shown: &str) {
        self.send(keys);
        self.wait_frame(shown, |screen| screen.contents().contains(shown));
    }

    /// Reads until a text is on the screen.
    pub fn wait_text(&mut self, shown: &str) {
        self.wait(shown, |screen| screen.contents().contains(shown));
    }

    /// Reads until a text is no longer on the screen.
    pub fn wait_without(&mut self, gone: &str) {
        self.wait_frame("its end", |screen| !screen.contents().contains(gone));
    }

    /// Reads until these bytes came so often, and the frame that they are in is complete.
    pub fn wait_count(&mut self, bytes: &[u8], times: usize) {
        self.wait_until("bytes", |pty| {
            pty.raw.ends_with(FRAME_END) && pty.count(bytes) == times
        });
    }

    fn wait_until(&mut self, what: &str, wished: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wished(self) {
            assert!(
                self.read(end),
                "waited for {what}; the screen is\n{}",
                self.text()
            );
        }
    }

    /// Reads for as long as said and returns how many bytes came: for showing that none do, and for
    /// a real gap between two keys.
    pub fn bytes_within(&mut self, time: Duration) -> usize {
        let (end, before) = (Instant::now() + time, self.raw.len());
        while self.read(end) {}
        self.raw.len() - before
    }

    /// Takes what comes next, once. `false` when the deadline is over or nothing more can come.
    fn read(&mut self, end: Instant) -> bool {
        match self
            .news
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            Ok(News::Output(bytes)) => {
                self.screen.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Ok(News::Ended(status)) => {
                self.ended = Some(status);
                true
            }
            Err(_) => false,
        }
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        text(self.screen())
    }

    /// The screen as the terminal shows it.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// How many frames came so far.
    pub fn frames(&self) -> usize {
        self.count(FRAME_END)
    }

    /// How often these bytes came so far.
    pub fn count(&self, bytes: &[u8]) -> usize {
        let windows = self.raw.windows(bytes.len());
        windows.filter(|window| window == &bytes).count()
    }

    /// Gives the terminal another size (columns, rows). What the screen held before is not kept: a
    /// program must paint it anew.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.master
            .as_ref()
            .expect("the line is open")
            .resize(size(columns, rows))
            .expect("the pty takes a size");
        self.screen.screen_mut().set_size(some(rows), some(columns));
    }

    /// Stops the terminal from taking output, as a stalled network does, or lets it go on.
    pub fn stall(&mut self, stalled: bool) {
        let action = if stalled { Action::OOff } else { Action::OOn };
        tcflow(&self.tty, action).expect("the terminal takes orders");
    }

    /// Closes the line, as a lost connection does.
    ///
    /// The line is closed when nothing holds it any more; the reader sleeps in a read and is woken
    /// by a byte. (The writer types a line feed and Ctrl-d when dropped:
    /// <https://docs.rs/portable-pty/0.9.0/portable_pty/trait.MasterPty.html#tymethod.take_writer>.)
    pub fn hang_up(&mut self) {
        self.hung_up.store(true, Ordering::SeqCst);
        rustix::io::write(&self.tty, b" ").expect("the terminal takes a byte");
        self.keyboard = None;
        self.master = None;
    }

    /// Waits for the end and returns the exit code (128 and the signal, if one killed it) and how
    /// long that took.
    pub fn wait_exit(&mut self) -> (u32, Duration) {
        let start = Instant::now();
        loop {
            if let Some(status) = &self.ended {
                return (status.exit_code(), start.elapsed());
            }
            assert!(
                self.read(start + PATIENCE),
                "the program does not end; the screen is\n{}",
                self.text()
            );
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The text on a screen, line by line, without the blanks at their ends.
pub fn text(screen: &vt100::Screen) -> String {
    let rows = screen.rows(0, u16::MAX);
    let lines: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// A number of columns or rows, as the screen takes it.
fn some(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a column or a row at least")
}

/// A thread that reads until the line closes, or until it is to let go of it.
fn read_on(mut reader: Box<dyn Read + Send>, sender: Sender<News>, hung_up: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        let mut buffer = [0; 1 << 13];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if hung_up.load(Ordering::SeqCst)
                || sender.send(News::Output(buffer[..count].to_vec())).is_err()
            {
                return;
            }
        }
    });
}
