//! All integration tests, linked once.

mod cli_check;
mod cli_files;
mod cli_interface;
mod cli_list;
mod cli_output;
mod cli_search;
mod cli_set;
mod cli_show;
mod fidelity;
mod store;

mod support {
    pub mod cli;
}
