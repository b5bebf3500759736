//! What good looks like for an indicator.

use super::choice::words;

words! {
    /// Which way an indicator should go. It is never guessed.
    pub enum Polarity {
        /// The higher the better.
        Rise = "rise",
        /// The lower the better.
        Fall = "fall",
        /// Neither too high nor too low ("bell shaped").
        Range = "range",
    }
}
