//! `config`.

use std::fs;

use insta::assert_snapshot;

use crate::support::cli::{Answer, Desk};

/// A run with settings in the folder, the system's user taken out.
fn run(desk: &Desk, args: &[&str]) -> Answer {
    let mut all = args.to_vec();
    all.extend(["--config", "my.toml"]);
    let mut answer = desk.run(&all);
    answer.out = answer.out.replace(&scrutineer::config::user(), "USER");
    answer
}

#[test]
fn settings_are_shown_as_a_file_of_settings() {
    let desk = Desk::with("my.toml", "role = \"director\"\n");
    let answer = run(&desk, &["config", "show"]);
    assert_snapshot!(answer, @r#"
    exit 0
    # Your changes are those of USER, director

    # Your name, for approvals and the history; without it the system's user name stands there
    # name = "J. Harris"

    # What you are: officer or director (who approve), adviser or board (who set stages)
    role = "director"

    # The colours: terminal (its own sixteen), dark, light, high-contrast, colour-blind, …
    # theme = "dark"

    # Draw with ASCII characters only, as --ascii does
    # ascii = true

    # Let the mouse click, scroll and drag from the start, as --mouse does
    # mouse = true
    "#);
    desk.write("my.toml", &answer.out);
    assert_eq!(run(&desk, &["config", "show"]).out, answer.out);
}

#[test]
fn settings_as_json_say_who_one_is() {
    let desk = Desk::with("my.toml", "name = \"J. \\\"Joe\\\" Harris\"\n");
    assert_snapshot!(run(&desk, &["config", "show", "--json"]), @r#"
    exit 0
    {
      "path": "my.toml",
      "exists": true,
      "user": "USER",
      "settings": {
        "name": "J. \"Joe\" Harris",
        "role": null,
        "theme": null,
        "ascii": null,
        "mouse": null
      }
    }
    "#);
}

#[test]
fn what_cannot_be_used_is_named_with_line_and_remedy() {
    let desk = Desk::with("my.toml", "nmae = \"J\"\nrole = \"directer\"\n");
    assert_snapshot!(run(&desk, &["config", "check"]), @"
    exit 1
    my.toml:1:1: there is no setting “nmae”
        Did you mean “name”?
    my.toml:2:8: “directer” is no word for this setting
        Did you mean “director”?
    ");
    assert_eq!(
        run(&desk, &["config", "check", "--json"]).json()[1]["line"],
        2
    );
    desk.write("my.toml", "role = \"director\"\n");
    assert_snapshot!(run(&desk, &["config", "check"]), @"
    exit 0
    my.toml: all of it can be used
    ");
}

#[test]
fn a_file_that_was_named_and_is_not_there_is_said() {
    let desk = Desk::empty();
    assert_snapshot!(run(&desk, &["config", "check"]), @"
    exit 1
    my.toml could not be read: No such file or directory (os error 2)
        Without it everything is as it is by default
    ");
}

#[test]
fn without_a_choice_the_settings_are_where_the_system_keeps_them() {
    let desk = Desk::empty();
    let path = desk.run(&["config", "path"]);
    assert!(
        path.out
            .ends_with("home/xdg-config/scrutineer/config.toml\n"),
        "{path}"
    );
    assert_eq!(desk.run(&["config", "check"]).code, 0);
    let path = path.out.trim_end();
    let folder = std::path::Path::new(path).parent().unwrap();
    fs::create_dir_all(folder).unwrap();
    fs::write(path, "role = 1").unwrap();
    assert_eq!(desk.run(&["config", "check"]).code, 1);
}

#[test]
fn the_environment_names_settings_and_the_option_wins() {
    let desk = Desk::with("a.toml", "name = \"A\"");
    desk.write("b.toml", "name = \"B\"");
    let shown = |args: &[&str]| {
        let mut command = desk.command(args);
        let answer = desk.answer(command.env("SCRUTINEER_CONFIG", "a.toml").output().unwrap());
        answer.json()["settings"]["name"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(shown(&["config", "show", "--json"]), "A");
    assert_eq!(
        shown(&["config", "show", "--json", "--config", "b.toml"]),
        "B"
    );
}
