//! Who changed what.

use super::list::List;

/// Who changed what.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Its rows.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
}
