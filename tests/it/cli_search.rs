//! `search WORDS…`.

use insta::assert_snapshot;

use crate::support::cli::{Desk, keys};

#[test]
fn hits_come_best_first_with_the_text_that_matched() {
    let answer = Desk::with_sample().run(&["search", "teenage", "conception", "--limit", "4"]);
    assert_snapshot!(answer, @"
    exit 0
    priority  HW-2a                       Reduce teenage conception and improve…
    action    cash-services               Provide contraception and sexual health…
              group: Implementation: preventing teenage conceptions
    action    sre-delivery                Strengthen sex and relationship education…
              group: Implementation: preventing teenage conceptions
    action    teenage-pregnancy-targeted  Target localities and looked after young…
              group: Implementation: preventing teenage conceptions
    -- error
    scrutineer: there are more; --limit 0 gives all
    ");
}

#[test]
fn an_exact_code_is_the_first_hit() {
    let desk = Desk::with_sample();
    for words in [&["ni", "117"][..], &["NI117"], &["117", "ni"]] {
        let answer = desk.run(&[&["search"], words].concat());
        assert!(answer.out.starts_with("indicator  NI 117  "), "{answer}");
    }
}

#[test]
fn a_query_narrows_the_search() {
    let desk = Desk::with_sample();
    let answer = desk.run(&[
        "search",
        "children",
        "--where",
        "kind:priority direction:improving",
    ]);
    assert_snapshot!(answer, @"
    exit 0
    priority  HW-2b  Improve the assessment and care management of children
    priority  HW-3d  Improve safeguarding arrangements for vulnerable children and…
    priority  HW-3a  Improve psychological, mental health and learning disability…
              officer: Chief Officer, Children and Young People's Social Care
    priority  HM-1a  An increased number of local people engaged in activities to…
              officer: Children's Services
    ");
    // The limit counts what fits.
    let answer = desk.run(&[
        "search",
        "children",
        "--where",
        "kind:priority",
        "--limit",
        "1",
        "--json",
    ]);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&answer.out)
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        answer.err,
        "scrutineer: there are more; --limit 0 gives all\n"
    );
}

#[test]
fn no_limit_gives_all() {
    let desk = Desk::with_sample();
    let count = |limit: &str| {
        let answer = desk.run(&["search", "the", "--limit", limit, "--json"]);
        serde_json::from_str::<serde_json::Value>(&answer.out)
            .unwrap()
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(count("50"), 50);
    assert!(count("0") > 50);
}

#[test]
fn nothing_found_exits_with_one() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["search", "zzzzqqqq"]), @"
    exit 1
    -- error
    scrutineer: nothing matches zzzzqqqq
    ");
    let answer = desk.run(&["search", "zzzzqqqq", "--json"]);
    assert_eq!((answer.code, &*answer.out), (1, "[]\n"));
}

#[test]
fn a_query_that_is_not_understood_or_says_nothing_is_a_usage_error() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["search", "poverty", "rating:rde"]), @"
    exit 2
    -- error
    scrutineer: query: “rde” is no rating; did you mean “red”?
      poverty rating:rde
                     ^
    ");
    assert_snapshot!(desk.run(&["search", " "]), @"
    exit 2
    -- error
    scrutineer: there is nothing to search for
      Give some words, or use “scrutineer list” to see all records of a kind
    ");
    assert_eq!(desk.run(&["search"]).code, 2);
}

#[test]
fn json_adds_score_field_and_excerpt() {
    let answer = Desk::with_sample().run(&["search", "beacon", "--limit", "0", "--json"]);
    let list = answer.json();
    assert_eq!(keys(&answer.out)[..2], ["kind", "id"]);
    assert_eq!(keys(&answer.out)[3..], ["score", "field", "excerpt"]);
    let scores: Vec<u64> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["score"].as_u64().unwrap())
        .collect();
    assert!(scores.is_sorted_by(|one, next| one >= next), "{scores:?}");
}

#[test]
fn times_stages_and_coverage_narrow_and_say_what_they_take() {
    let leeds = include_bytes!("../../sample-data/leeds.json");
    let desk = Desk::with("leeds.json", leeds);
    assert_snapshot!(desk.run(&["search", "stage:3..4 updated:>2010-09 caseloads"]), @"
    exit 0
    recommendation  safeguarding-1  Money for social care staff
                    update: begin in December. In November caseloads in child…
    ");
    assert_snapshot!(desk.run(&["list", "items", "--where", "due:<2011-02"]), @"
    exit 0
    child-poverty-session-1   Combating child poverty and raising aspirations
    outdoor-education-report  Outdoor Education Centres
    ");
    assert_snapshot!(desk.run(&["search", "coverage:dirct"]), @"
    exit 2
    -- error
    scrutineer: query: “dirct” is no coverage; did you mean “direct”?
      coverage:dirct
               ^
    ");
}
