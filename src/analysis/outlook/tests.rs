use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn workspace(indicator: &str) -> Workspace {
    let text = format!(
        r#"{{"format":"scrutineer/1","current_period":"2010/11 Q2","indicators":[{indicator}]}}"#
    );
    Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn of(indicator: &str) -> Option<(f64, &'static str, bool)> {
    let workspace = workspace(indicator);
    let indicator = workspace.indicators.at(0).unwrap();
    let outlook = outlook(&workspace, indicator, Moment::new(&workspace, None, None))?;
    let (computed, judgement) = outlook.computed?;
    let word = match judgement {
        Judgement::Met => "met",
        Judgement::Close => "close",
        Judgement::Missed => "missed",
        Judgement::None(_) => "none",
    };
    Some((
        (computed.value * 100.0).round() / 100.0,
        word,
        outlook.is_missed(),
    ))
}

#[test]
fn the_year_is_worked_out_by_the_rule_for_adding() {
    // Q1 has 91 days and Q2 92, of 365.
    for (indicator, expected) in [
        (
            r#"{"id":"i","adds":"sum","polarity":"rise","targets":[{"id":"t","reported":"2010/11","value":100}],
              "results":[{"id":"1","reported":"2010/11 Q1","value":20},{"id":"2","reported":"2010/11 Q2","value":30}]}"#,
            Some((99.73, "close", false)),
        ),
        (
            r#"{"id":"i","adds":"to_date","polarity":"rise","targets":[{"id":"t","reported":"2010/11","value":49106}],
              "results":[{"id":"2","reported":"2010/11 Q2","value":14565}]}"#,
            Some((29050.41, "missed", true)),
        ),
        (
            r#"{"id":"i","unit":"percent","adds":"ratio","polarity":"rise","targets":[{"id":"t","reported":"2010/11","value":80}],
              "results":[{"id":"1","reported":"2010-04","value":90,"numerator":9,"denominator":10},
                         {"id":"2","reported":"2010-05","value":50,"numerator":45,"denominator":90}]}"#,
            Some((54.0, "missed", true)),
        ),
        (
            r#"{"id":"i","adds":"mean","polarity":"fall","targets":[{"id":"t","reported":"2010/11","value":6}],
              "results":[{"id":"1","reported":"2010/11 Q1","value":4},{"id":"2","reported":"2010/11 Q2","value":8}]}"#,
            Some((6.0, "met", false)),
        ),
        (
            r#"{"id":"i","adds":"latest","polarity":"fall","results":[{"id":"1","reported":"2010/11 Q1","value":4},{"id":"2","reported":"2010/11 Q2","value":8}]}"#,
            Some((8.0, "none", false)),
        ),
        (
            r#"{"id":"i","results":[{"id":"1","reported":"2010/11 Q1","value":4}]}"#,
            None,
        ),
        (
            r#"{"id":"i","adds":"latest","results":[{"id":"1","reported":"2010/11 Q3","value":4}]}"#,
            None,
        ),
    ] {
        assert_eq!(of(indicator), expected, "{indicator}");
    }
}

#[test]
fn months_that_reach_as_far_as_the_quarter_count_instead_of_it() {
    let indicator = r#"{"id":"i","unit":"percent","adds":"ratio","results":[
        {"id":"q","reported":"2010/11 Q1","value":79.4},
        {"id":"4","reported":"2010-04","value":50,"numerator":1,"denominator":2},
        {"id":"5","reported":"2010-05","value":50,"numerator":1,"denominator":2},
        {"id":"6","reported":"2010-06","value":100,"numerator":4,"denominator":4}]}"#;
    assert_eq!(of(indicator), Some((75.0, "none", false)));
}

#[test]
fn a_forecast_that_repeats_the_target_or_disagrees_with_the_run_is_seen() {
    let text = |forecast: &str| {
        format!(
            r#"{{"id":"i","adds":"latest","polarity":"rise","targets":[{{"id":"t","reported":"2010/11","value":90}}],
              "results":[{{"id":"2","reported":"2010/11 Q2","value":60}}],
              "forecasts":[{{"id":"f","period":"2010/11","made":"2010/11 Q2","value":{forecast}}}]}}"#
        )
    };
    for (forecast, repeats, disagrees) in [
        ("90", true, true),
        ("95", false, true),
        ("70", false, false),
    ] {
        let workspace = workspace(&text(forecast));
        let indicator = workspace.indicators.at(0).unwrap();
        let moment = Moment::new(&workspace, None, None);
        let outlook = outlook(&workspace, indicator, moment).unwrap();
        assert_eq!(
            (outlook.repeats_target(), outlook.disagrees()),
            (repeats, disagrees),
            "{forecast}"
        );
    }
}
