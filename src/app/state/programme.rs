//! The boards' work programme.

use super::list::List;

/// The boards' work programme.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    /// Its rows.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
}
