//! Which file is meant, and what is wrong with it.

use std::fs;

use insta::assert_snapshot;

use crate::support::cli::{Desk, SAMPLE, SMALL, snapshot};

#[test]
fn a_file_is_named_before_or_behind_the_command_or_by_the_environment() {
    let desk = Desk::empty();
    desk.write("a.json", SMALL.replace("Small", "A"));
    fs::copy(SAMPLE, desk.path("leeds.json")).unwrap();
    let listed = desk.run(&["leeds.json", "list", "themes"]);
    assert_eq!(listed.code, 0);
    for args in [
        &["-f", "leeds.json", "list", "themes"][..],
        &["list", "themes", "--file", "leeds.json"],
    ] {
        assert_eq!(desk.run(args).out, listed.out);
    }
    let output = desk
        .command(&["list", "themes"])
        .env("SCRUTINEER_FILE", "leeds.json")
        .output();
    assert_eq!(desk.answer(output.unwrap()).out, listed.out);
    // What is named counts before the environment.
    let output = desk
        .command(&["list", "themes", "-f", "a.json"])
        .env("SCRUTINEER_FILE", "leeds.json")
        .output();
    assert_eq!(desk.answer(output.unwrap()).code, 1);
}

#[test]
fn the_one_workspace_in_the_folder_is_meant_whatever_else_lies_there() {
    let desk = Desk::with_sample();
    desk.write("other.json", "{\"title\": \"no workspace\"}");
    desk.write("leeds.json.bak", SMALL);
    desk.write("empty.json", "");
    fs::create_dir(desk.path("folder.json")).unwrap();
    assert_eq!(desk.run(&["list", "themes"]).code, 0);
}

#[test]
fn without_a_file_commands_say_how_to_name_one() {
    assert_snapshot!(Desk::empty().run(&["list", "themes"]), @"
    exit 2
    -- error
    scrutineer: no workspace file is named, and none is in this folder
      Name one with -f FILE or SCRUTINEER_FILE, or go to the folder that it is in
    ");
}

#[test]
fn of_several_workspaces_one_must_be_named() {
    let desk = Desk::with("b.json", SMALL);
    desk.write("a.json", SMALL);
    assert_snapshot!(desk.run(&["list", "themes"]), @"
    exit 2
    -- error
    scrutineer: 2 workspace files are in this folder, and none is named
      Name one with -f FILE: a.json, b.json
    ");
    assert_snapshot!(desk.run(&["a.json", "list", "themes", "-f", "b.json"]), @"
    exit 2
    -- error
    scrutineer: two files are named: a.json and b.json
      Name one: FILE or -f FILE
    ");
}

#[test]
fn a_missing_file_exits_with_three() {
    assert_snapshot!(Desk::empty().run(&["-f", "nowhere.json", "check"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/nowhere.json: there is no such file
      See whether the name is right, or start a new workspace there
    ");
}

#[test]
fn a_mistyped_command_is_recognised() {
    assert_snapshot!(Desk::with_sample().run(&["lst"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/lst: there is no such file
      See whether the name is right, or start a new workspace there
      Did you mean the command “list”?
    ");
}

#[test]
fn a_folder_is_no_workspace() {
    let desk = Desk::empty();
    fs::create_dir(desk.path("plans")).unwrap();
    assert_snapshot!(desk.run(&["-f", "plans", "list", "themes"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/plans is a folder, not a file
      Name the file in it
    ");
}

#[test]
fn an_empty_file_is_no_workspace() {
    let desk = Desk::with("empty.json", "");
    assert_snapshot!(desk.run(&["-f", "empty.json", "list", "themes"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/empty.json: The file is empty. Restore a copy of it, or remove it and start a new workspace in its place
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    ");
}

#[test]
fn half_a_file_is_reported_with_line_and_column() {
    let text = fs::read_to_string(SAMPLE).unwrap();
    let desk = Desk::with("half.json", text.get(..text.len() / 2).unwrap());
    assert_snapshot!(desk.run(&["list", "themes"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/half.json: line 3500, column 7: The file ends in the middle. It was cut off: restore a copy of it, or complete it in an editor
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    ");
    assert_snapshot!(desk.run(&["check"]), @"
    exit 3
    half.json:3500:7: error: file-fault
        The file ends in the middle
        It was cut off: restore a copy of it, or complete it in an editor
    half.json: 1 error
    ");
}

#[test]
fn another_format_is_refused() {
    let desk = Desk::with("other.json", SMALL.replace("scrutineer/1", "scrutineer/9"));
    assert_snapshot!(desk.run(&["list", "themes"]), @r#"
    exit 3
    -- error
    scrutineer: FOLDER/other.json: line 2, column 13: /format: The file has the format "scrutineer/9"; this program reads "scrutineer/1". Open it with a newer version of scrutineer
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    "#);
    let desk = Desk::with("other.json", "{\"format\": \"tracker/1\"}\n");
    assert_snapshot!(desk.run(&["-f", "other.json", "list", "themes"]), @r#"
    exit 3
    -- error
    scrutineer: FOLDER/other.json: line 1, column 12: /format: The file is JSON, but no scrutineer workspace. A workspace begins with "format": "scrutineer/1"; see whether this is the right file
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    "#);
}

#[test]
fn a_number_where_a_list_must_be_is_reported_with_line_and_column() {
    let desk = Desk::with(
        "odd.json",
        SMALL.replace("\"Small\"", "\"Small\",\n  \"themes\": 7"),
    );
    assert_snapshot!(desk.run(&["list", "themes"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/odd.json: line 4, column 13: /themes: Expected a list, found a number. Correct the value in an editor, or remove its key
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    ");
    assert_snapshot!(desk.run(&["check"]), @"
    exit 3
    odd.json:4:13: error: file-fault
        Expected a list, found a number
        Correct the value in an editor, or remove its key
    odd.json: 1 error
    ");
}

#[test]
fn a_file_that_is_no_text_is_reported_with_line_and_column() {
    let desk = Desk::with(
        "latin.json",
        b"{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"caf\xe9\"\n}\n",
    );
    assert_snapshot!(desk.run(&["list", "themes"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/latin.json: line 3, column 16: The file is not UTF-8 text from here on. Save it as UTF-8, or restore a copy of it
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    ");
}

#[test]
fn every_fault_ends_every_command_with_three() {
    let text = fs::read_to_string(SAMPLE).unwrap();
    let half = text.get(..1000).unwrap().to_owned();
    for content in [
        half.as_str(),
        "{\"format\":\"scrutineer/1\",\"themes\":7}",
        "{\"format\":\"scrutineer/2\"}",
    ] {
        let desk = Desk::with("bad.json", content);
        for args in [
            &["list", "priorities"][..],
            &["show", "LN-1d"],
            &["search", "poverty"],
            &["set", "LN-1d", "--rating", "red"],
            &["check"],
        ] {
            assert_eq!(desk.run(args).code, 3, "{args:?} of {content}");
        }
        assert_eq!(desk.names(), ["bad.json"]);
    }
}

#[test]
fn reading_commands_write_nothing_beside_the_file() {
    let desk = Desk::with_sample();
    let before = snapshot(&desk.folder());
    for args in [
        &["list", "actions"][..],
        &["show", "LN-1d"],
        &["search", "poverty"],
        &["check"],
        &["--help"],
        &["--version"],
    ] {
        assert_eq!(desk.run(args).code, 0, "{args:?}");
    }
    assert_eq!(snapshot(&desk.folder()), before);
}
