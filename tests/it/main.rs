//! All integration tests, linked once.

mod store;
