//! The texts of indicators: what they measure, and what is said of their figures.

use super::Texts;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::served_in;
use crate::domain::indicator::{DataQuality, Indicator};

pub(super) fn indicator<'a>(indicator: &'a Indicator, moment: Moment, texts: &mut Texts<'a>) {
    let former = &indicator.former_codes;
    let then = served_in(former, moment.period).unwrap_or(&indicator.code);
    let all = former.iter().map(|former| &*former.code);
    texts.codes(then, all.chain([&*indicator.code]));
    texts.title(&indicator.title);
    texts.names(&indicator.also_known_as);
    texts.who(&indicator.owner);
    texts.prose("definition", &indicator.definition);
    quality(indicator.data_quality.as_ref(), texts);
    texts.note(&indicator.rest);
    for result in &indicator.results {
        texts.prose("result", &result.text);
        texts.prose("result", &result.breakdown);
        quality(result.data_quality.as_ref(), texts);
        texts.note(&result.rest);
    }
    for target in &indicator.targets {
        texts.prose("target", &target.text);
        texts.prose("target", &target.breakdown);
        texts.prose("target", &target.change_from);
        texts.prose("target set by", &target.set_by);
        texts.note(&target.rest);
    }
    for baseline in &indicator.baselines {
        texts.prose("baseline", &baseline.text);
        texts.prose("baseline", &baseline.breakdown);
        texts.note(&baseline.rest);
    }
    for forecast in &indicator.forecasts {
        texts.prose("forecast", &forecast.text);
        texts.note(&forecast.rest);
    }
    texts.prose("lag", &indicator.lag);
}

fn quality<'a>(quality: Option<&'a DataQuality>, texts: &mut Texts<'a>) {
    if let Some(quality) = quality {
        texts.prose("data quality", quality.rest.note());
    }
}
