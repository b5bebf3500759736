//! All integration tests, linked once.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what a test needs and does not get fails it"
)]

mod architecture;
mod cli_add;
mod cli_approve;
mod cli_check;
mod cli_config;
mod cli_explain;
mod cli_files;
mod cli_generate;
mod cli_history;
mod cli_init;
mod cli_interface;
mod cli_list;
mod cli_many;
mod cli_output;
mod cli_report;
mod cli_round;
mod cli_search;
mod cli_set;
mod cli_shell;
mod cli_show;
mod cli_start_period;
mod cli_views;
mod fidelity;
mod golden;
mod guide;
mod journeys;
mod store;
mod store_hard;
mod terminal;

/// What the tests are made with.
mod support {
    pub mod cli;
    pub mod found;
    pub mod journey;
    pub mod pty;
}
