//! What the terminal can tell: keys, pastes, the mouse.

use super::key::Key;

/// One thing that the user did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputEvent {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted. Never read as keys, so that a paste cannot rate or delete; line ends arrive
    /// as the terminal sent them.
    Paste(String),
    /// A paste was dropped whole because it was too long.
    PasteTooLong,
    /// The mouse, when it was turned on.
    Mouse(Mouse),
}

/// What the mouse did, and over which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What happened.
    pub action: MouseAction,
    /// The column, from 0 at the left.
    pub column: u16,
    /// The row, from 0 at the top.
    pub row: u16,
}

/// What a mouse can do here. It tells of moving only while a button is held: more would fill a slow
/// line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAction {
    /// The left button went down.
    Press,
    /// The mouse moved to another cell with the left button held.
    Drag,
    /// The left button came up.
    Release,
    /// The right button went down.
    Menu,
    /// The wheel turned away from the user.
    ScrollUp,
    /// The wheel turned towards the user.
    ScrollDown,
}
