use super::*;
use crate::analysis::tracker::tracker;
use crate::domain::field::In;
use crate::domain::json::Json;

/// A priority with indicators that are met (`m`), close (`c`), missed (`x`) or not judged (`-`), and
/// actions due on days.
fn workspace(rating: &str, indicators: &str, due: &[&str]) -> Workspace {
    let value = |c: char| match c {
        'm' => r#""results":[{"id":"r","reported":"2010/11 Q2","value":100}],"#,
        'c' => r#""results":[{"id":"r","reported":"2010/11 Q2","value":97}],"#,
        'x' => r#""results":[{"id":"r","reported":"2010/11 Q2","value":50}],"#,
        _ => "",
    };
    let one = |(place, c): (usize, char)| {
        format!(
            r#"{{"id":"i{place}","polarity":"rise",{}"targets":[{{"id":"t","reported":"2010/11","value":100}}]}}"#,
            value(c)
        )
    };
    let all: Vec<String> = indicators.chars().enumerate().map(one).collect();
    let ids: Vec<String> = (0..indicators.len())
        .map(|place| format!("\"i{place}\""))
        .collect();
    let action = |(place, due): (usize, &&str)| {
        format!(
            r#"{{"id":"a{place}","priority":"p","trackers":["2010/11 Q2"],"timescale":{{"text":"t","dates":["{due}"]}}}}"#
        )
    };
    let actions: Vec<String> = due.iter().enumerate().map(action).collect();
    let text = format!(
        r#"{{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-11-10",
           "priorities":[{{"id":"p","indicators":[{}],"updates":[{{"period":"2010/11 Q2","rating":"{rating}"}}]}}],
           "indicators":[{}],"actions":[{}]}}"#,
        ids.join(","),
        all.join(","),
        actions.join(",")
    );
    Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0
}

#[test]
fn the_figures_suggest_a_rating_by_the_rule() {
    use Rating::{Amber, Green, Red};
    for (indicators, due, expected) in [
        ("", &[][..], None),
        ("--", &[], None),
        ("mm", &[], Some(Green)),
        ("mm--", &[], Some(Green)),
        ("mm---", &[], Some(Amber)),
        ("mc", &[], Some(Amber)),
        ("mx", &[], Some(Amber)),
        ("mxx", &[], Some(Red)),
        ("mm", &["2010-11-01"], Some(Amber)),
        ("mm", &["2010-08-10"], Some(Amber)),
        ("mm", &["2010-08-09"], Some(Red)),
        ("", &["2010-08-09"], Some(Red)),
        ("", &["2010-11-01"], Some(Amber)),
        ("mm", &["2010-12-01"], Some(Green)),
    ] {
        let workspace = workspace("green", indicators, due);
        let (index, moment) = (Index::new(&workspace), Moment::new(&workspace, None, None));
        let tracker = tracker(workspace.priorities.at(0).unwrap(), moment);
        let found = suggestion(&workspace, &index, &tracker, moment).map(|it| it.rating);
        assert_eq!(found, expected, "{indicators} {due:?}");
    }
}

#[test]
fn the_reason_says_how_many_indicators_it_goes_by() {
    for (indicators, words) in [
        ("m", "the one judged indicator met"),
        ("mm", "all 2 judged indicators met"),
        ("mc", "1 of 2 judged indicators close to target"),
    ] {
        let workspace = workspace("green", indicators, &[]);
        let (index, moment) = (Index::new(&workspace), Moment::new(&workspace, None, None));
        let tracker = tracker(workspace.priorities.at(0).unwrap(), moment);
        let found = suggestion(&workspace, &index, &tracker, moment).map(|it| it.reason());
        assert_eq!(found.as_deref(), Some(words), "{indicators}");
    }
}

#[test]
fn only_a_rating_better_than_the_figures_is_challenged() {
    for (rating, indicators, words) in [
        (
            "green",
            "mxxx",
            Some("rated green; 3 of 4 judged indicators missed"),
        ),
        (
            "amber",
            "mxxx",
            Some("rated amber; 3 of 4 judged indicators missed"),
        ),
        ("red", "mxxx", None),
        ("red", "mm", None),
        ("green", "mm", None),
        (
            "green",
            "mc",
            Some("rated green; 1 of 2 judged indicators close to target"),
        ),
        (
            "amber_green",
            "mc",
            Some("rated amber_green; 1 of 2 judged indicators close to target"),
        ),
        ("green", "--", None),
    ] {
        let workspace = workspace(rating, indicators, &[]);
        let (index, moment) = (Index::new(&workspace), Moment::new(&workspace, None, None));
        let tracker = tracker(workspace.priorities.at(0).unwrap(), moment);
        let found = challenge(&workspace, &index, &tracker, moment).map(|it| it.words());
        assert_eq!(found.as_deref(), words, "{rating} {indicators}");
    }
}
