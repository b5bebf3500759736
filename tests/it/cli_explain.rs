//! `explain CODE`.

use crate::support::cli::Desk;

#[test]
fn each_colour_is_explained_with_figures_rule_and_line() {
    let desk = Desk::with_sample();
    let answer = desk.run(&["explain", "LN-1d"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    for says in [
        "LN-1d  rating: amber",
        "LN-1d  suggested rating: red",
        "2 of 3 judged indicators missed.",
        "Challenge: rated amber; 2 of 3 judged indicators missed.",
        "NI 117  target: target missed",
        "NI 45  target: target met",
    ] {
        assert!(answer.out.contains(says), "{says}:\n{}", answer.out);
    }
    // The line named is the one where the rating stands.
    let place = answer
        .out
        .lines()
        .next()
        .unwrap_or_default()
        .rsplit(':')
        .nth(1);
    let line: usize = place.unwrap_or_default().parse().unwrap();
    let text = std::fs::read_to_string(crate::support::cli::SAMPLE).unwrap();
    assert_eq!(
        text.lines().nth(line - 1).map(str::trim),
        Some("\"rating\": \"amber\",")
    );
}

#[test]
fn as_json_it_is_a_list_of_derived_values_with_their_place() {
    let answer = Desk::with_sample().run(&["explain", "ni117", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let first = &list[0];
    let keys: Vec<&str> = first
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for key in [
        "kind", "code", "title", "what", "verdict", "because", "pointer", "line", "column",
    ] {
        assert!(keys.contains(&key), "{key} in {keys:?}");
    }
    assert_eq!(first["what"], "target");
    assert!(first["line"].as_u64() > Some(1));
}

#[test]
fn what_has_no_colours_is_a_usage_error_and_a_theme_is_such() {
    let answer = Desk::with_sample().run(&["explain", "theme:ln"]);
    assert_eq!(answer.code, 2);
    assert!(
        answer.err.contains("nothing is derived of a theme"),
        "{}",
        answer.err
    );
}
