//! All integration tests, linked once.

mod fidelity;
mod store;
