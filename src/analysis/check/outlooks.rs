//! Forecasts beside what the figures so far say.

use super::report::Report;
use crate::analysis::moment::Moment;
use crate::analysis::outlook::outlook;
use crate::domain::workspace::Workspace;

/// Forecasts for the current year that meet the target where the run does not, or the reverse.
pub(super) fn at_odds(workspace: &Workspace, report: &mut Report<'_>) {
    let moment = Moment::new(workspace, None, None);
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        let Some(outlook) = outlook(workspace, indicator, moment).filter(|it| it.disagrees())
        else {
            continue;
        };
        let (Some((entered, _)), Some((computed, _))) = (&outlook.entered, &outlook.computed)
        else {
            continue;
        };
        let Some(at) = indicator
            .forecasts
            .iter()
            .position(|it| it.id == entered.id)
        else {
            continue;
        };
        let forecast = entered
            .value
            .map(|value| value.to_string())
            .unwrap_or_default();
        let message = format!(
            "The forecast is {forecast}, and the results so far make {:.2} for {}",
            computed.value, outlook.year
        );
        let mend = "Ask its officer what will change in the rest of the year, and note it";
        report.say(
            format!("/indicators/{place}/forecasts/{at}/value"),
            message,
            mend,
        );
    }
}
