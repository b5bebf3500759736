//! The texts of recommendations: what was asked, answered, monitored and done.

use super::Texts;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::served_in;
use crate::domain::recommendation::Recommendation;

pub(super) fn recommendation<'a>(
    recommendation: &'a Recommendation,
    moment: Moment,
    texts: &mut Texts<'a>,
) {
    let former = &recommendation.former_codes;
    let then = served_in(former, moment.period).unwrap_or(&recommendation.code);
    let all = former.iter().map(|former| &*former.code);
    texts.codes(then, all.chain([&*recommendation.code]));
    // What it asks stands for a title where it has none.
    if recommendation.heading.is_empty() {
        texts.title(&recommendation.text);
    } else {
        texts.title(&recommendation.heading);
        texts.prose("text", &recommendation.text);
    }
    texts.names(&recommendation.also_known_as);
    texts.officers(&recommendation.officers);
    texts.prose("asked by", &recommendation.asked_by);
    if let Some(response) = &recommendation.response {
        texts.prose("response", &response.text);
        texts.who(&response.by);
        texts.note(&response.rest);
    }
    for update in &recommendation.updates {
        texts.prose("update", &update.text);
        texts.note(&update.rest);
    }
    monitoring(recommendation, texts);
    texts.note(&recommendation.rest);
}

/// How it is monitored, and what is said of that.
fn monitoring<'a>(recommendation: &'a Recommendation, texts: &mut Texts<'a>) {
    for route in &recommendation.routes {
        texts.prose("route", &route.text);
        if let Some(via) = &route.via {
            texts.prose("route", &via.r#ref);
        }
        if let Some(frequency) = &route.frequency {
            texts.prose("frequency", &frequency.text);
            texts.note(&frequency.rest);
        }
        texts.note(&route.rest);
    }
    texts.prose("coverage", &recommendation.coverage_note);
    for tag in &recommendation.tags {
        texts.prose("tag", &tag.scheme);
        texts.prose("tag", &tag.text);
        texts.note(&tag.rest);
    }
    if let Some(due) = &recommendation.due {
        texts.prose("due", &due.text);
        texts.note(&due.rest);
    }
    if let Some(completed) = &recommendation.completed {
        texts.note(&completed.rest);
    }
}
