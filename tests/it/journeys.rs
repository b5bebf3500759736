//! Journeys by key script over the sample, and what the screens look like on the way.

mod any_keys;
mod approving;
mod forms;
mod history;
mod legible;
mod looks;
mod marks;
mod mouse;
mod overview;
mod programme;
mod recommendations;
mod round;
mod screens;
mod sharing;
mod sittings;
mod starting;
mod views;
