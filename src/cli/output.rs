//! Where data and messages go. The only place that knows standard output and standard error.

use std::io::{self, BufWriter, IsTerminal as _, Write};

use crate::text;
use crate::tui::colour::{ColourChoice, ColourLevel, detect};

use super::error::{CliError, Kind};

/// Taken where neither a terminal nor `COLUMNS` says how wide pages are.
const PAGE: usize = 80;
/// Narrower lines cannot hold a code and a title.
const NARROWEST: usize = 20;

/// The handles of one run.
pub(super) struct Output<'a> {
    data: Box<dyn Write + 'a>,
    messages: Box<dyn Write + 'a>,
    is_terminal: bool,
    columns: Option<usize>,
}

impl Output<'static> {
    /// Standard output and standard error. Neither is locked, since the interface writes past them.
    pub(super) fn standard() -> Self {
        let is_terminal = io::stdout().is_terminal();
        Self {
            data: Box::new(BufWriter::new(io::stdout())),
            messages: Box::new(io::stderr()),
            is_terminal,
            columns: columns(is_terminal),
        }
    }
}

impl Output<'_> {
    /// Whether data goes to a terminal.
    pub(super) fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// How many columns a line may take; `None` where data goes to a file or program, which has no
    /// edge.
    pub(super) fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// How many columns a page of prose takes.
    pub(super) fn page_columns(&self) -> usize {
        self.columns.unwrap_or(PAGE)
    }

    /// Whether data may have colours: a terminal shows them, or somebody insists.
    pub(super) fn colours(&self, choice: ColourChoice) -> bool {
        let variable = |name: &str| std::env::var(name).ok();
        let forced = variable("CLICOLOR_FORCE").is_some_and(|value| !matches!(&*value, "" | "0"));
        let wanted = self.is_terminal || forced || choice != ColourChoice::Auto;
        wanted && detect(choice, variable) != ColourLevel::None
    }

    /// Writes one line of data, inert.
    pub(super) fn line(&mut self, line: &str) -> Result<(), CliError> {
        Ok(writeln!(self.data, "{}", text::display_safe(line))?)
    }

    /// Writes lines of data, inert.
    pub(super) fn page(&mut self, lines: &str) -> Result<(), CliError> {
        Ok(writeln!(self.data, "{}", text::display_safe_lines(lines))?)
    }

    /// Writes data that is inert already.
    pub(super) fn inert(&mut self, data: &str) -> Result<(), CliError> {
        Ok(self.data.write_all(data.as_bytes())?)
    }

    /// Where data goes, for what is inert and too long to be held.
    pub(super) fn data(&mut self) -> &mut dyn Write {
        &mut *self.data
    }

    /// Says something beside the data. Who cannot be told is not told.
    pub(super) fn note(&mut self, note: &str) {
        let _ = writeln!(self.messages, "scrutineer: {}", text::display_safe(note));
    }

    /// Says what went wrong, and what to do about it.
    pub(super) fn complain(&mut self, error: &CliError) {
        if error.kind == Kind::Closed {
            return;
        }
        let _ = writeln!(
            self.messages,
            "scrutineer: {}",
            text::display_safe_lines(&error.message)
        );
        for line in error.hint.lines() {
            let line = format!("  {}", text::display_safe(line));
            let _ = writeln!(self.messages, "{}", line.trim_end());
        }
    }

    /// Asks before something is done. Where nobody can be asked it is not done, and how to say yes is said.
    pub(super) fn confirm(&mut self, question: &str) -> Result<(), CliError> {
        if !(self.is_terminal && io::stdin().is_terminal()) {
            let hint = format!("{question} Say --yes");
            return Err(CliError::usage("nothing was changed", hint));
        }
        self.flush()?;
        let _ = write!(self.messages, "{} [y/N] ", text::display_safe(question));
        let _ = self.messages.flush();
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        if matches!(answer.trim(), "y" | "Y" | "yes") {
            return Ok(());
        }
        Err(CliError::usage("nothing was changed", ""))
    }

    /// Brings everything out.
    pub(super) fn flush(&mut self) -> Result<(), CliError> {
        Ok(self.data.flush()?)
    }
}

/// The width that was asked for with `COLUMNS`, else that of the terminal.
fn columns(is_terminal: bool) -> Option<usize> {
    let asked = std::env::var("COLUMNS").ok();
    let asked = asked.and_then(|columns| columns.trim().parse::<usize>().ok());
    let found = asked.filter(|columns| *columns > 0).or_else(|| {
        let size = || rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok();
        let columns = || size().map(|size| usize::from(size.ws_col));
        is_terminal.then(|| columns().filter(|columns| *columns > 0).unwrap_or(PAGE))
    });
    found.map(|columns| columns.max(NARROWEST))
}
