//! All integration tests, linked once.

mod store;
mod support {
    pub mod pty;
}
mod terminal;
