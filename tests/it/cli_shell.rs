//! What the program gives to shells: completions and manual pages.

use std::process::Command;

use crate::support::cli::Desk;

/// What a real bash completes when Tab is typed behind these words.
fn completed(desk: &Desk, words: &[&str]) -> Vec<String> {
    let script = desk.run(&["completions", "bash"]).out;
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_scrutineer"));
    let usual = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{usual}", program.parent().unwrap().display());
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let typed = format!(
        "{script}\nCOMP_WORDS=({})\nCOMP_CWORD={}\nCOMP_TYPE=9\n\
         _clap_complete_scrutineer scrutineer '{}' ''\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        words.len() - 1,
        words.last().unwrap(),
    );
    let mut bash = Command::new("bash");
    bash.args(["-c", &typed])
        .env_clear()
        .envs(desk.environment())
        .env("PATH", path)
        .current_dir(desk.folder());
    let answer = bash.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&answer.stderr), "");
    let text = String::from_utf8(answer.stdout).unwrap();
    text.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn a_shell_completes_commands_and_the_codes_of_the_file() {
    let desk = Desk::with_sample();
    assert_eq!(completed(&desk, &["scrutineer", "expl"]), ["explain"]);
    let codes = completed(&desk, &["scrutineer", "show", "LN-1"]);
    for code in ["LN-1c", "LN-1d", "LN-1e"] {
        assert!(codes.contains(&code.to_owned()), "{codes:?}");
    }
    // A code with a blank comes in a spelling that a shell leaves whole, and that `show` finds.
    assert!(completed(&desk, &["scrutineer", "show", "ni11"]).contains(&"NI117".to_owned()));
    assert_eq!(desk.run(&["show", "NI117"]).code, 0);
    assert_eq!(completed(&desk, &["scrutineer", "approve", "NI11"]), [""]);
}

#[test]
fn codes_are_those_of_the_file_that_the_line_names() {
    let other =
        "{\"format\": \"scrutineer/1\", \"priorities\": [{\"id\": \"x\", \"code\": \"YK-7\"}]}";
    let desk = Desk::with_sample();
    desk.write("york.json", other);
    for words in [
        ["scrutineer", "-f", "york.json", "show", "Y"].as_slice(),
        &["scrutineer", "york.json", "show", "Y"],
    ] {
        assert_eq!(completed(&desk, words), ["YK-7"], "{words:?}");
    }
    // Two files and none named, or none that can be read: no codes, and no words in the line.
    assert_eq!(completed(&desk, &["scrutineer", "show", "Y"]), [""]);
    desk.write("york.json", "{");
    assert_eq!(
        completed(&desk, &["scrutineer", "-f", "york.json", "show", "Y"]),
        [""]
    );
}

#[test]
fn every_shell_that_is_named_has_completions_and_another_is_told_which() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let answer = desk.run(&["completions", shell]);
        assert_eq!(answer.code, 0);
        assert!(answer.out.contains("SCRUTINEER_COMPLETE"), "{shell}");
    }
    let answer = desk.run(&["completions", "csh"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("bash, elvish, fish"), "{answer}");
}

#[test]
fn the_manual_page_names_every_command_and_option() {
    let desk = Desk::empty();
    let page = desk.run(&["man"]).out;
    assert!(page.contains(".TH scrutineer 1"));
    let help = desk.run(&["--help"]).out;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    for line in commands.lines() {
        let name = line.split_whitespace().next().unwrap();
        assert!(
            page.contains(&format!("scrutineer\\-{}", name.replace('-', "\\-"))),
            "{name}"
        );
        if name != "help" {
            let answer = desk.run(&["man", name]);
            assert!(
                answer.out.contains(&format!(".TH scrutineer-{name} 1")),
                "{answer}"
            );
        }
    }
    let unknown = desk.run(&["man", "sett"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("start-period, check"), "{unknown}");
}
