//! The screen of recommendations.

use super::list::List;

/// The screen of recommendations.
#[derive(Clone, Debug, Default)]
pub struct Recommendations {
    /// Its rows.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
}
