//! stub
use crate::app::state::*;
use crate::store::*;
use crate::tui;
use std::path::Path;
pub(super) fn run(path: &Path) -> u8 {
    let opened = Store::open(path).unwrap();
    let start = tui::Start {
        workspace: opened.workspace,
        store: Some(opened.store),
        file: File {
            name: "x".into(),
            read_only: None,
            faults: vec![],
        },
        path: path.to_owned(),
        options: Options::default(),
        colours: tui::colour::detect(tui::colour::ColourChoice::Auto, |n| std::env::var(n).ok()),
    };
    match tui::run(start) {
        Ok(c) => c,
        Err(e) => {
            eprintln!("{e}");
            1
        }
    }
}
