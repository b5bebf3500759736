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
    assert_snapshot!(answer, @r##"
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

    # Your own colours over the theme's: #rrggbb, default, or one of the sixteen (black, red …
    # bright-white); faint, accent, matched, met, close, missed, and the chips red, amber, green, blue
    # [colours]
    # accent = "#00afd7"
    # amber = "bright-yellow"

    # Your own keys by the command's name, instead of those that it has: “scrutineer config keys”
    # lists them; several in a list, one typed after the other with a blank between, [] for none
    # [keys]
    # find = ["f5", "g /"]
    # copy-page = []
    "##);
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
        "mouse": null,
        "colours": null,
        "keys": null
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

/// Settings with a slip in each table.
const SLIPS: &str = "\
[colours]
accent = \"reddish\"
amber = \"bright-yellow\"
acent = \"red\"
[keys]
find = [\"f5\", \"q\"]
fnid = \"x\"
copy-page = []
";

#[test]
fn slips_in_colours_and_keys_are_named_with_line_and_nearest() {
    let desk = Desk::with("my.toml", SLIPS);
    let mut answer = run(&desk, &["config", "check"]);
    // Which key is free is the key table's business.
    let (before, free) = answer.out.split_once("such as “").unwrap();
    let (_, behind) = free.split_once('”').unwrap();
    answer.out = format!("{before}such as “KEY”{behind}");
    assert_snapshot!(answer, @"
    exit 1
    my.toml:2:10: “reddish” is no colour
        Did you mean “red”?
    my.toml:4:1: nothing called “acent” has a colour
        Did you mean “accent”?
    my.toml:6:15: “q” of find is the key of quit too
        Change quit as well, or take a free key such as “KEY”
    my.toml:7:1: there is no command “fnid”
        Did you mean “find”?
    ");
}

#[test]
fn colours_and_keys_that_count_are_shown_and_no_others() {
    let desk = Desk::with("my.toml", SLIPS);
    let shown = run(&desk, &["config", "show"]).out;
    let (_, tables) = shown.split_once("mouse = true").unwrap();
    let lines: Vec<&str> = tables.lines().filter(|it| !it.starts_with('#')).collect();
    assert_snapshot!(lines.join("\n").trim(), @r#"
    [colours]
    amber = "bright-yellow"

    [keys]
    find = "f5"
    copy-page = []
    "#);
    desk.write("my.toml", &shown);
    assert_eq!(run(&desk, &["config", "check"]).code, 0);
    assert_eq!(run(&desk, &["config", "show"]).out, shown);
    let json = run(&desk, &["config", "show", "--json"]).json();
    assert_eq!(json["settings"]["keys"]["find"], "f5");
    assert_eq!(json["settings"]["colours"]["amber"], "bright-yellow");
}

#[test]
fn the_key_table_that_counts_says_what_is_changed() {
    let desk = Desk::with("my.toml", SLIPS);
    let answer = run(&desk, &["config", "keys"]);
    let rows = |answer: &Answer| {
        let wanted = ["find ", "copy-page ", "quit ", "verify "];
        let rows = answer.out.lines();
        let rows = rows.filter(|row| wanted.iter().any(|name| row.starts_with(name)));
        // How wide the columns are is the longest name's business.
        let words = |row: &str| row.split_whitespace().take(7).collect::<Vec<_>>().join(" ");
        rows.map(words).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(rows(&answer), @"
    find F5 yours; it was Ctrl-f. Find
    copy-page palette yours; it was Y. Copy
    verify palette Verify the journal from its
    quit q Leave; everything is saved
    ");
    assert!(answer.err.contains("my.toml:6:15: “q” of find"), "{answer}");
    let json = run(&desk, &["config", "keys", "--json"]).json();
    let find = json
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["command"] == "find");
    assert_eq!(find.unwrap()["keys"][0], "F5");
    assert_eq!(find.unwrap()["default"][0], "Ctrl-f");
    // Every command of the interface is there: as many as the README's table has.
    let readme = include_str!("../../README.md");
    let (_, table) = readme.split_once("<!-- keys -->").unwrap();
    let (table, _) = table.split_once("<!-- /keys -->").unwrap();
    assert_eq!(
        json.as_array().unwrap().len(),
        table.trim().lines().count() - 2
    );
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

#[test]
fn the_settings_that_the_readme_shows_can_all_be_used() {
    let readme = include_str!("../../README.md");
    let (_, example) = readme.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let desk = Desk::with("my.toml", example);
    assert_eq!(run(&desk, &["config", "check"]).code, 0);
    assert!(run(&desk, &["config", "keys"]).out.contains("F5 g/"));
}
