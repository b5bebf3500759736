//! How commands behave as parts of a shell: pipes, full disks, hostile text, help.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use insta::assert_snapshot;
use scrutineer::text::is_safe;

use crate::support::cli::Desk;

/// A workspace whose texts would take a terminal over.
fn hostile() -> Desk {
    let text = concat!(
        "{\"format\":\"scrutineer/1\",\"title\":\"H\",\"current_period\":\"2008/09 Q4\",\n",
        "\"themes\":[{\"id\":\"t\",\"code\":\"T\\u001b[31m\",\"title\":\"Theme \\u202e gnp.exe\"}],\n",
        "\"priorities\":[{\"id\":\"p\",\"code\":\"P-1\\u009b2J\",\"theme\":\"t\",\"title\":\"Evil \\u001b]0;title\\u0007\\r\\n\\u2066 words\",\n",
        "\"why\":\"why \\u001b[2J\",\"updates\":[{\"period\":\"2008/09 Q4\",\"rating\":\"pur\\u001bple\"}]}],\n",
        "\"actions\":[{\"id\":\"a\",\"priority\":\"p\",\"title\":\"Act \\u001b[?1049h\",\"timescale\":{\"text\":\"soon\\u001b[5m\"}}],\n",
        "\"indicators\":[{\"id\":\"i\",\"code\":\"I-1\",\"title\":\"In\\u200bdicator\\u001bc\",\"results\":[{\"period\":\"2008/09\",\"text\":\"n/a\\u001b[7m\"}]}]}\n",
    );
    Desk::with("hostile\u{1b}[1m.json", text)
}

#[test]
fn hostile_text_reaches_the_terminal_inert() {
    let desk = hostile();
    for args in [
        &["list", "priorities"][..],
        &["list", "indicators"],
        &["list", "actions"],
        &["list", "themes"],
        &["list", "priorities", "--json"],
        &["show", "priority:p"],
        &["show", "indicator:i"],
        &["show", "action:a"],
        &["show", "theme:t"],
        &["show", "priority:p", "--json"],
        &["search", "evil"],
        &["search", "evil", "--json"],
        &["search", "why"],
        &["check"],
        &["check", "--json"],
        &["show", "no\u{1b}[31msuch"],
        &["list", "\u{202e}"],
        &["list", "themes", "--where", "x\u{1b}:y"],
        &["--no\u{1b}[31m"],
        &["set", "priority:p", "--rating", "red"],
    ] {
        let answer = desk.run(args);
        for text in [&answer.out, &answer.err] {
            assert!(is_safe(text), "{args:?}: {text:?}");
        }
        if args.contains(&"--json") {
            serde_json::from_str::<serde_json::Value>(&answer.out).unwrap();
        }
    }
}

#[test]
fn what_was_hostile_is_shown_for_what_it_is() {
    assert_snapshot!(hostile().run(&["list", "priorities"]), @"
    exit 0
    ?  pur^[ple  P-1<U+009B>2J  Evil ^[]0;title^G⏎<U+2066> words
    ");
    assert_snapshot!(hostile().run(&["list", "themes", "--json"]), @r#"
    exit 0
    [
      {
        "kind": "theme",
        "code": "T\u001b[31m",
        "title": "Theme \u202e gnp.exe",
        "id": "t"
      }
    ]
    "#);
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let desk = Desk::with_sample();
    for args in [
        &["list", "actions", "--json"][..],
        &["list", "actions"],
        &["show", "LN-1d"],
        &["check"],
    ] {
        let mut command = desk.command(args);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        // Dropped at once, with what was read ahead.
        BufReader::with_capacity(16, child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        assert!(!line.is_empty());
        let answer = desk.answer(child.wait_with_output().unwrap());
        assert_eq!((answer.code, &*answer.err), (0, ""), "{args:?}");
    }
}

#[test]
fn a_reader_that_never_reads_is_no_error() {
    let desk = Desk::with_sample();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = desk
        .command(&["list", "actions"])
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let answer = desk.answer(output.wait_with_output().unwrap());
    assert_eq!((answer.code, &*answer.err), (0, ""));
}

#[test]
fn a_full_disk_behind_the_output_exits_with_four() {
    let desk = Desk::with_sample();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let child = desk
        .command(&["list", "themes"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    assert_snapshot!(desk.answer(child.wait_with_output().unwrap()), @"
    exit 4
    -- error
    scrutineer: the output could not be written: No space left on device (os error 28)
    ");
}

#[test]
fn help_has_examples_and_the_version_is_that_of_the_package() {
    let desk = Desk::empty();
    for args in [
        &["--help"][..],
        &["list", "--help"],
        &["show", "--help"],
        &["search", "--help"],
        &["set", "--help"],
        &["check", "--help"],
    ] {
        let answer = desk.run(args);
        assert_eq!((answer.code, &*answer.err), (0, ""));
        assert!(answer.out.contains("Examples:"), "{args:?}");
        assert!(
            answer.out.lines().all(|line| line.chars().count() <= 80),
            "{answer}"
        );
    }
    let version = concat!("scrutineer ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(desk.run(&["--version"]).out, version);
    assert_snapshot!(desk.run(&["list", "--help"]), @r#"
    exit 0
    List records of one kind

    Usage: scrutineer list [OPTIONS] [KIND]

    Arguments:
      [KIND]  Kind of record: priorities, indicators, actions, themes,
              recommendations, …

    Options:
          --where <QUERY>       List only what fits this query
          --view <NAME>         List what this saved view shows, in its order and
                                with its columns
          --sort <COLUMN>       Sort by this column; with a dash before it the last
                                value comes first
          --columns <COLUMN,…>  Show these columns
      -h, --help                Print help

    Global options:
      -f, --file <FILE>      Workspace file
          --config <FILE>    Take your settings from this file
          --read-only        Never change the file
          --period <PERIOD>  Look at this period ("2008/09 Q4") instead of the
                             current one
          --as-of <DAY>      Take this day ("2009-03-31") for today
          --color <WHEN>     Use colours: auto, never, 16, 256 or truecolor
          --theme <NAME>     Theme: terminal, dark, light, high-contrast,
                             colour-blind, colour-blind-light or monochrome
          --plain            Go round what is missing as questions in plain lines
          --ascii            Draw with ASCII characters only
          --mouse            Let the mouse click, scroll and drag (interface only)
          --json             Print one JSON value (commands only)

    Examples:
      scrutineer list priorities --where rating:red
      scrutineer list indicators --where 'status:missed theme:LN'
      scrutineer list actions --where overdue:yes
      scrutineer list priorities --where approval:me
      scrutineer list priorities --sort -late --columns code,title,late,officer
      scrutineer list --view overdue
      scrutineer list recommendations --json

    Exit code 1 where there is nothing to list.
    "#);
}

#[test]
fn an_unknown_option_is_a_usage_error() {
    assert_snapshot!(Desk::with_sample().run(&["check", "leeds.json"]), @"
    exit 2
    -- error
    scrutineer: unexpected argument 'leeds.json' found
      A file goes before the command, or behind -f
      Usage: scrutineer check [OPTIONS]
      For more information, try '--help'.
    ");
    assert_snapshot!(Desk::with_sample().run(&["list", "themes", "--were", "x"]), @"
    exit 2
    -- error
    scrutineer: unexpected argument '--were' found
      tip: a similar argument exists: '--where'
      Usage: scrutineer list --where <QUERY> <KIND>
      For more information, try '--help'.
    ");
    assert_snapshot!(Desk::with_sample().run(&["list", "themes", "--color", "pink"]), @"
    exit 2
    -- error
    scrutineer: invalid value 'pink' for '--color <WHEN>': “pink” is not a colour setting; use auto, never, 16, 256 or truecolor
      For more information, try '--help'.
    ");
}
