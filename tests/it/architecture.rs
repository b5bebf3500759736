//! The rules of the architecture, read from the source text.
//!
//! Tests may import what they like; of each file only what stands before its tests is read, and files of
//! tests are passed over.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Which of our modules each top module may import. `text` is below all.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("domain", &[]),
    ("config", &["domain"]),
    ("generate", &["domain"]),
    ("analysis", &["domain"]),
    ("search", &["domain", "analysis", "text"]),
    ("report", &["domain", "analysis", "search", "text"]),
    ("app", &["domain", "analysis", "search", "report", "text"]),
    ("store", &["domain"]),
    (
        "tui",
        &[
            "domain", "config", "analysis", "search", "report", "app", "store", "text",
        ],
    ),
    (
        "cli",
        &[
            "domain", "config", "generate", "analysis", "search", "report", "store", "text", "app",
            "tui",
        ],
    ),
];

/// What `cli` may name of the interface.
const CLI_OF_APP: &[&str] = &[
    "state::File",
    "state::Options",
    "state::Screen",
    "keymap::KeyRow",
    "effect::NewFile",
];
const CLI_OF_TUI: &[&str] = &[
    "run",
    "Start",
    "TerminalError",
    "colour",
    "Files",
    "OpenFile",
    "With",
    "keys",
    "last_file",
    "private_views",
    "today",
    "theme",
];

/// Where the terminal itself is opened, by its name `/dev/tty`.
const OPENS_THE_TERMINAL: &[&str] = &["tui/terminal/device.rs", "tui/terminal/job.rs"];

/// Names that say nothing.
const NO_NAMES: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "misc", "manager",
];

/// A file is read in one go: no more lines than this, tests left out.
const LONGEST: usize = 400;

/// A file of the program, without its tests.
struct Source {
    /// The path below `src`.
    path: String,
    /// The text before the tests, without comments.
    code: String,
    /// How many lines stand before the tests.
    lines: usize,
}

impl Source {
    /// The top module.
    fn top(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    fn is(&self, path: &str) -> bool {
        self.path == path
    }

    fn is_under(&self, module: &str) -> bool {
        self.is(&format!("{module}.rs")) || self.path.starts_with(&format!("{module}/"))
    }
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    gather(&src, &src, &mut sources);
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 50, "the source was not found");
    sources
}

fn gather(src: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "tests" {
                gather(src, &path, sources);
            }
        } else if path.extension().is_some_and(|it| it == "rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let relative = path.strip_prefix(src).unwrap();
            sources.push(source(relative.to_str().unwrap().replace('\\', "/"), &text));
        }
    }
}

/// Whole modules that exist for tests alone, as their parents declare them.
fn source(path: String, text: &str) -> Source {
    let end = text
        .find("\n#[cfg(test)]\nmod tests {")
        .unwrap_or(text.len());
    let before = text.get(..end).unwrap_or(text);
    let code = before
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    Source {
        path,
        code,
        lines: before.lines().count(),
    }
}

/// Every `crate::…` path of a text, groups in braces spelled out.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let part_of_a_word = code
            .get(..at)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$');
        if !part_of_a_word {
            let behind = code.get(at + "crate::".len()..).unwrap_or_default();
            spell_out("", behind, &mut paths);
        }
    }
    paths
}

/// Adds the path that a text begins with; gives back what follows it.
fn spell_out<'a>(prefix: &str, text: &'a str, paths: &mut BTreeSet<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut group) = text.strip_prefix('{') {
        loop {
            group = group.trim_start().trim_start_matches(',').trim_start();
            if group.is_empty() {
                return group;
            }
            if let Some(behind) = group.strip_prefix('}') {
                return behind;
            }
            let rest = spell_out(prefix, group, paths);
            if rest.len() == group.len() {
                return rest;
            }
            group = rest;
        }
    }
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*'))
        .unwrap_or(text.len());
    let (name, behind) = text.split_at(end);
    let path = match (prefix.is_empty(), name) {
        (true, name) => name.to_owned(),
        (false, "self") => prefix.to_owned(),
        (false, name) => format!("{prefix}::{name}"),
    };
    if let Some(further) = behind.strip_prefix("::") {
        return spell_out(&path, further, paths);
    }
    paths.insert(path);
    match behind.strip_prefix(" as ") {
        Some(renamed) => {
            let end = renamed
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(renamed.len());
            renamed.get(end..).unwrap_or_default()
        }
        None => behind,
    }
}

/// Fails with every broken rule at once.
fn none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn paths_are_read_out_of_the_source() {
    let code = "use crate::app::state::{File, Options as Begin};\nuse crate::tui::{self, Start};\n\
                let x = crate::text::width(y);\nuse crate::{domain::id::{Id, RecordRef}, search};\n$crate::no";
    let paths: Vec<String> = crate_paths(code).into_iter().collect();
    assert_eq!(
        paths,
        [
            "app::state::File",
            "app::state::Options",
            "domain::id::Id",
            "domain::id::RecordRef",
            "search",
            "text::width",
            "tui",
            "tui::Start",
        ]
    );
}

#[test]
fn imports_point_one_way() {
    let mut broken = Vec::new();
    for source in sources() {
        let top = source.top();
        if matches!(top, "main" | "lib") {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(module, _)| *module == top) else {
            broken.push(format!("{}: {top} has no rule", source.path));
            continue;
        };
        for path in crate_paths(&source.code) {
            let of = path.split("::").next().unwrap_or_default();
            let ours = MAY_IMPORT.iter().any(|(module, _)| *module == of);
            if ours && of != top && !allowed.contains(&of) {
                broken.push(format!("{} imports {path}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn the_commands_know_of_the_interface_only_how_to_start_it() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.is_under("cli")) {
        for path in crate_paths(&source.code) {
            let (top, rest) = path.split_once("::").unwrap_or((&path, ""));
            let first = rest.split("::").next().unwrap_or_default();
            let fine = match top {
                "app" => CLI_OF_APP.contains(&rest),
                "tui" => first.is_empty() || CLI_OF_TUI.contains(&first),
                _ => true,
            };
            if !fine {
                broken.push(format!("{} imports {path}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn the_format_is_known_to_the_store_and_the_commands_only() {
    let mut broken = Vec::new();
    for source in sources() {
        let known = source.is_under("store") || source.is_under("cli");
        let paths = crate_paths(&source.code);
        let named = paths.iter().find(|path| path.starts_with("store::format"));
        if let (false, Some(path)) = (known, named) {
            broken.push(format!("{} imports {path}", source.path));
        }
    }
    none(&broken);
}

#[test]
fn the_terminal_libraries_are_named_under_tui_only() {
    let mut broken = Vec::new();
    for source in sources() {
        for library in ["ratatui", "crossterm"] {
            let named = source.code.contains(&format!("{library}::"));
            if named && !source.is_under("tui") {
                broken.push(format!("{} names {library}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn files_are_touched_by_the_store_the_settings_the_memory_and_the_editors_text_only() {
    let mut broken = Vec::new();
    for source in sources() {
        let interface = [
            "tui/memory.rs",
            "tui/memory/file.rs",
            "tui/private.rs",
            "tui/editor.rs",
            "tui/folder.rs",
        ]
        .iter()
        .any(|path| source.is(path));
        let store = source.is_under("store") || interface;
        let settings = source.is("config/file.rs");
        let terminal = OPENS_THE_TERMINAL.iter().any(|path| source.is(path));
        let may = store || settings || terminal || source.is_under("cli");
        for name in [
            "std::fs",
            "fs::",
            "File::open",
            "File::create",
            "OpenOptions::new",
        ] {
            if !may && source.code.contains(name) {
                broken.push(format!("{} names {name}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn neither_clock_nor_environment_reach_what_is_computed() {
    let mut broken = Vec::new();
    for source in sources() {
        let pure = ["domain", "analysis", "search", "report", "app", "text"]
            .iter()
            .any(|module| source.is_under(module));
        for name in [
            "SystemTime",
            "Instant::now",
            "std::env",
            "Zoned::now",
            "std::process",
        ] {
            if pure && source.code.contains(name) {
                broken.push(format!("{} names {name}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn modules_are_named_for_what_they_do() {
    let mut broken = Vec::new();
    for source in sources() {
        let named = source
            .path
            .trim_end_matches(".rs")
            .split('/')
            .any(|part| NO_NAMES.contains(&part) || part == "mod");
        if named {
            broken.push(source.path);
        }
    }
    none(&broken);
}

#[test]
fn no_file_is_longer_than_can_be_read_in_one_go() {
    let long = sources()
        .into_iter()
        .filter(|source| source.lines > LONGEST)
        .map(|source| format!("{} has {} lines", source.path, source.lines))
        .collect::<Vec<_>>();
    none(&long);
}

#[test]
fn nothing_is_left_to_be_done() {
    let mut broken = Vec::new();
    for source in sources() {
        for name in ["todo!", "unimplemented!", "dbg!", "#[allow("] {
            if source.code.contains(name) {
                broken.push(format!("{} has {name}", source.path));
            }
        }
    }
    none(&broken);
}
