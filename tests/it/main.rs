//! All integration tests, linked once.

mod architecture;
mod fidelity;
mod journeys;
mod store;

/// What journeys are made with.
mod support {
    pub mod journey;
}
