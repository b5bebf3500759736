//! `report NAME`.

use insta::assert_snapshot;

use crate::support::cli::{Answer, Desk, SMALL};

/// A workspace in which every report has something to say.
const REPORTS: &str = include_str!("../data/reports.json");

/// What the papers print, as a workspace.
const LEEDS: &str = include_str!("../../sample-data/leeds.json");

/// Every report, as it is asked for.
const NAMES: &[&[&str]] = &[
    &["exceptions"],
    &["summary"],
    &["counts"],
    &["trend"],
    &["recommendations"],
    &["coverage"],
    &["programme"],
    &["highlight"],
    &["tracker", "LN-1"],
    &["changes", "--from", "2009/10 Q4"],
    &["slippage"],
    &["due"],
];

fn desk() -> Desk {
    Desk::with("northshire.json", REPORTS)
}

fn report(desk: &Desk, name: &[&str], more: &[&str]) -> Answer {
    let args: Vec<&str> = ["report"].iter().chain(name).chain(more).copied().collect();
    desk.run(&args)
}

#[test]
fn every_report_reads_well_as_text() {
    let desk = desk();
    for name in NAMES {
        let answer = report(&desk, name, &[]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{name:?}");
        assert_snapshot!(format!("{}_text", name[0]), answer.out);
    }
}

#[test]
fn every_report_is_markdown_too() {
    let desk = desk();
    for name in NAMES {
        let answer = report(&desk, name, &["--format", "md"]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{name:?}");
        assert_snapshot!(format!("{}_md", name[0]), answer.out);
    }
}

#[test]
fn every_report_is_one_json_value_of_its_documented_shape() {
    let desk = desk();
    for name in NAMES {
        let answer = report(&desk, name, &["--json"]);
        assert_eq!(answer.code, 0, "{name:?}");
        assert!(answer.json().is_array() || answer.json().is_object());
        assert_snapshot!(format!("{}_json", name[0]), answer.out);
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let desk = Desk::with("leeds.json", LEEDS);
    for name in NAMES.iter().filter(|name| name[0] != "tracker") {
        for format in ["text", "md", "json"] {
            let one = report(&desk, name, &["--format", format]).out;
            let other = report(&desk, name, &["--format", format]).out;
            assert_eq!(one, other, "{name:?} as {format}");
            assert!(!one.is_empty());
        }
    }
}

#[test]
fn an_empty_workspace_has_reports_that_say_so() {
    let desk = Desk::with("small.json", SMALL);
    for name in NAMES.iter().filter(|name| name[0] != "tracker") {
        let from: &[&str] = if name[0] == "changes" {
            &["changes", "--from", "2008"]
        } else {
            name
        };
        let answer = report(&desk, from, &[]);
        assert_eq!(answer.code, 0, "{name:?}");
        let says = answer.out.lines().skip(3).any(|line| {
            ["No ", "Nothing", "None", "nothing"]
                .iter()
                .any(|word| line.starts_with(word))
        });
        assert!(says, "{name:?}: {}", answer.out);
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let desk = desk();
    for name in NAMES {
        for columns in [20, 40, 80, 200] {
            let args: Vec<&str> = ["report"].iter().chain(*name).copied().collect();
            let output = desk
                .command(&args)
                .env("COLUMNS", columns.to_string())
                .output()
                .unwrap();
            let answer = desk.answer(output);
            let widest = answer
                .out
                .lines()
                .map(|line| line.chars().count())
                .max()
                .unwrap();
            assert!(widest <= columns, "{name:?} at {columns}: {widest}");
        }
    }
}

#[test]
fn a_board_and_a_query_narrow_every_report() {
    let desk = desk();
    assert_snapshot!(report(&desk, &["exceptions"], &["--board", "health"]), @"
    exit 0
    Exceptions

    Workspace   Northshire
    Period      2010/11 Q2, as of 10 Nov 2010
    Board       Health Board

    Amber trackers, static or deteriorating  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Title                      Why
    HW-2  Better care | fewer moves  rated amber, static
    ");
    assert_snapshot!(report(&desk, &["summary"], &["--where", "rating:red", "--board", "Children's"]), @"
    exit 0
    Summary sheet

    Workspace   Northshire
    Period      2010/11 Q2, as of 10 Nov 2010
    Board       Children's Board
    Where       rating:red

    LN Learning  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Rating   Direction        Priority            Risk    Accountable director
    LN-1   R  red  - deteriorating  More young people   ! high  Director of Learning
                                    in school
    ");
    assert_snapshot!(report(&desk, &["counts"], &["--where", "theme:LN"]), @"
    exit 0
    Rating counts

    Workspace   Northshire
    Period      2010/11 Q2, as of 10 Nov 2010
    Where       theme:LN

    Children's Board  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    2009/10 Q4  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░G░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    2010/11 Q1  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒A▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
    2010/11 Q2  ████████████████████████████████R█████████████████████████████████

    Period      red    %  amber    %  green    %  all  Where from
    2009/10 Q4    0    0      0    0      1  100    1  computed
    2010/11 Q1    0    0      1  100      0    0    1  computed
    2010/11 Q2    1  100      0    0      0    0    1  computed
    ");
    assert_snapshot!(report(&desk, &["due"], &["--where", "kind:action", "--board", "health"]), @"
    exit 0
    What falls due

    Workspace   Northshire
    Period      2010/11 Q2, as of 10 Nov 2010
    Board       Health Board
    Where       kind:action

    December 2010  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Day          What    Code  Title             Who
    31 Dec 2010  action  HW-2  Visit every home  Director of Care

    By officer  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Officer           Due  Next
    Director of Care    1  31 Dec 2010
    ");
}

#[test]
fn a_past_period_is_reported_as_it_stood_with_the_codes_of_then() {
    let desk = desk();
    let past = ["--period", "2009/10 Q4"];
    assert_snapshot!(report(&desk, &["summary"], &past), @"
    exit 0
    Summary sheet

    Workspace   Northshire
    Period      2009/10 Q4, as of 31 Mar 2010

    LN Learning  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Rating     Direction    Priority              Risk    Accountable director
    LN-9   G  green  + improving  More young people in  ! high  Director of Learning
                                  school

    HW Health  2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Rating     Priority                   Risk    Accountable director
    HW-2  not rated  Better care | fewer moves  ! high  Director of Care
    HW-3  not rated  Homes near school          ! high
    ");
    assert_snapshot!(report(&desk, &["recommendations"], &past), @"
    exit 0
    Recommendations

    Workspace   Northshire
    Period      2009/10 Q4, as of 31 Mar 2010

    Scrutiny: Early leavers  2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Recommendation               Coverage  Rating     Due
    R 1   Keep young people in school  direct     A  amber  January 2011
    R 2   Ask the young people         none

    Inspection 2009  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code  Recommendation       Coverage
    R 3   Meet the care forum  indirect only
    ");
}

/// The workspace of the papers.
fn leeds() -> Desk {
    let text = include_str!("../../sample-data/leeds.json");
    Desk::with("leeds.json", text)
}

#[test]
fn five_periods_and_what_they_are_about_fit_80_columns() {
    let answer = report(&leeds(), &["trend"], &[]);
    for shown in ["2009/10 Q2", "2010/11 Q2", "teenage conception"] {
        assert!(answer.out.contains(shown), "{shown}: {}", answer.out);
    }
    assert!(!answer.out.contains("Not shown"), "{}", answer.out);
}

#[test]
fn where_several_boards_begin_alike_the_choice_is_among_them() {
    assert_snapshot!(report(&leeds(), &["due"], &["--board", "child"]), @"
    exit 2
    -- error
    scrutineer: “child” can mean 2 boards
      One of children, trust
    ");
}

#[test]
fn a_board_that_is_not_there_and_a_query_that_makes_no_sense_are_usage() {
    let desk = desk();
    assert_snapshot!(report(&desk, &["exceptions"], &["--board", "childern"]), @"
    exit 2
    -- error
    scrutineer: no board is called “childern”
      Did you mean “children”?
    ");
    assert_snapshot!(report(&desk, &["exceptions"], &["--where", "rating:rde"]), @"
    exit 2
    -- error
    scrutineer: --where: “rde” is no rating; did you mean “red”?
      rating:rde
             ^
    ");
    assert_snapshot!(report(&desk, &["counts"], &["--json", "--format", "md"]), @"
    exit 2
    -- error
    scrutineer: --json and --format ask for different things
      Give one of them
    ");
    assert_snapshot!(report(&desk, &["changes"], &["--from", "2010/11 Q2"]), @"
    exit 2
    -- error
    scrutineer: --from 2010/11 Q2 is not before 2010/11 Q2
      Name an earlier period, or a later one with --period
    ");
    assert_snapshot!(report(&desk, &["tracker", "LN-1"], &["--board", "health"]), @"
    exit 1
    -- error
    scrutineer: LN-1 is not among what --board and --where leave
      Leave them out, or name another priority
    ");
}

#[test]
fn a_file_takes_the_report_in_the_form_of_its_ending() {
    let desk = desk();
    for (file, format) in [
        ("a.md", "md"),
        ("a.json", "json"),
        ("a.txt", "text"),
        ("a", "text"),
    ] {
        let answer = report(&desk, &["counts"], &["-o", file]);
        assert_eq!(
            (answer.code, answer.out.as_str(), answer.err.as_str()),
            (0, "", "")
        );
        let args = ["report", "counts", "--format", format];
        let wide = desk.command(&args).env("COLUMNS", "100").output().unwrap();
        assert_eq!(desk.read(file), desk.answer(wide).out, "{file}");
    }
    let named = report(&desk, &["counts"], &["-o", "b.md", "--format", "json"]);
    assert_eq!(named.code, 0);
    assert_eq!(desk.read("b.md"), desk.read("a.json"));
}

#[test]
fn the_workspace_is_never_written_over_and_a_place_that_is_not_there_is_named() {
    let desk = desk();
    for file in ["northshire.json", "./northshire.json"] {
        let answer = report(&desk, &["counts"], &["-o", file]);
        assert_eq!(answer.code, 2, "{answer}");
    }
    std::os::unix::fs::symlink("northshire.json", desk.path("link.md")).unwrap();
    assert_eq!(report(&desk, &["counts"], &["-o", "link.md"]).code, 2);
    std::fs::hard_link(desk.path("northshire.json"), desk.path("hard.md")).unwrap();
    assert_eq!(report(&desk, &["counts"], &["-o", "hard.md"]).code, 2);
    assert_eq!(desk.read("northshire.json"), REPORTS);
    assert_snapshot!(report(&desk, &["counts"], &["-o", "gone/a.md"]), @"
    exit 4
    -- error
    scrutineer: gone/a.md could not be written: No such file or directory (os error 2)
      The folder is not there: make it, or name another
    ");
}

#[test]
fn nothing_that_a_terminal_would_obey_comes_out_of_the_file() {
    let hostile = REPORTS.replace(
        "More young people in school",
        "Red\\u001b[31m\\u009b2J\\u202etxt",
    );
    let desk = Desk::with("northshire.json", hostile);
    for name in NAMES {
        for format in ["text", "md", "json"] {
            let out = report(&desk, name, &["--format", format]).out;
            let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!out.contains(obeyed), "{name:?} as {format}: {out}");
        }
    }
}

/// The figures that the Quarter 2 report prints (paper 001, lines 652 to 673).
#[test]
fn the_reports_of_the_sample_say_what_its_papers_print() {
    let desk = Desk::with("leeds.json", LEEDS);
    let json = |name: &str| report(&desk, &[name], &["--json", "--board", "children"]).json();
    let counts = json("counts");
    let percents: Vec<Vec<u64>> = counts
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let ratings = row["ratings"].as_array().unwrap().iter();
            ratings.map(|it| it["percent"].as_u64().unwrap()).collect()
        })
        .collect();
    let printed: &[&[u64]] = &[&[0, 71, 29], &[21, 36, 43], &[43, 21, 36], &[29, 36, 36]];
    assert_eq!(percents, printed);
    let trend = json("trend");
    let periods: Vec<&str> = trend[0]["periods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["period"].as_str().unwrap())
        .collect();
    assert_eq!(
        periods,
        [
            "2009/10 Q2",
            "2009/10 Q3",
            "2009/10 Q4",
            "2010/11 Q1",
            "2010/11 Q2"
        ]
    );
    assert_eq!(json("summary").as_array().unwrap().len(), 15);
    let red: Vec<String> = json("exceptions")
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["finding"] == "red")
        .map(|line| line["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(red, ["TP-3b", "LN-1d"]);
}
