//! The whole program on a terminal of its own: what it does to the terminal, to the file, and on a
//! bad line. Every test drives the real binary on a copy of the sample and waits for conditions.

mod asking;
mod changing;
mod desk;
mod drawing;
mod editing;
mod hostile;
mod keys;
mod leaving;
mod marking;
mod mouse;
mod pasting;
mod quiet;
mod remembering;
mod rounding;
mod sharing;
mod stopping;
mod stream;

use std::time::Duration;

/// The usual size: columns and rows.
const SIZE: (u16, u16) = (80, 24);

/// What a closed line, a signal or a quit may take.
const PROMISED: Duration = Duration::from_secs(1);

/// Shorter and longer than a lone Escape is held.
const SHORT_GAP: Duration = Duration::from_millis(15);
const LONG_GAP: Duration = Duration::from_millis(90);
