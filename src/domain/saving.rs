//! How far a change has got on its way to the disk.

/// What the title bar says about saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing is pending.
    Saved,
    /// Saved, but the folder could not be synced.
    Unconfirmed(String),
    /// On the way.
    Saving,
    /// It did not work; the changes are kept here.
    Failed(String),
}
