//! The texts of priorities and of actions: what trackers are made of.

use super::Texts;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::action::{Action, Timescale};
use crate::domain::priority::{Link, Priority, Update};

pub(super) fn priority<'a>(priority: &'a Priority, moment: Moment, texts: &mut Texts<'a>) {
    let then = tracker(priority, moment);
    let former = priority.former_codes.iter().map(|former| &*former.code);
    texts.codes(then.code, former.chain([&*priority.code]));
    let titled = priority.updates.iter().map(|update| &*update.title);
    texts.titles(then.title, titled.chain([&*priority.title]));
    texts.names(&priority.also_known_as);
    texts.officers(&priority.officers);
    texts.prose("partnership", &priority.partnership);
    texts.prose("why", &priority.why);
    links(&priority.links, texts);
    texts.note(&priority.rest);
    for update in &priority.updates {
        tracker_of_a_period(update, texts);
    }
}

fn tracker_of_a_period<'a>(update: &'a Update, texts: &mut Texts<'a>) {
    texts.prose("assessment", &update.summary);
    texts.prose("rating note", &update.rating_note);
    for achievement in &update.achievements {
        texts.prose("achievement", &achievement.heading);
        texts.prose("achievement", &achievement.text);
        texts.note(&achievement.rest);
    }
    for risk in &update.risks {
        texts.prose("risk", &risk.text);
        texts.note(&risk.rest);
    }
    for approval in &update.approvals {
        approval.by.iter().for_each(|by| texts.who(by));
        texts.note(&approval.rest);
    }
    texts.officers(update.officers.as_deref().unwrap_or_default());
    links(update.links.as_deref().unwrap_or_default(), texts);
    texts.note(&update.rest);
}

fn links<'a>(links: &'a [Link], texts: &mut Texts<'a>) {
    for link in links {
        texts.prose("link", &link.r#ref);
        texts.note(&link.rest);
    }
}

pub(super) fn action<'a>(action: &'a Action, texts: &mut Texts<'a>) {
    texts.title(&action.title);
    texts.officers(&action.officers);
    texts.prose("group", &action.group);
    texts.prose("desired outcome", &action.desired_outcome);
    for milestone in &action.milestones {
        texts.prose("milestone", &milestone.text);
        texts.officers(&milestone.officers);
        timescale(milestone.timescale.as_ref(), texts);
        texts.note(&milestone.rest);
    }
    for progress in &action.progress {
        texts.prose("progress", &progress.text);
        texts.prose("next steps", &progress.next_steps);
        texts.prose("risk", &progress.risks);
        texts.note(&progress.rest);
    }
    timescale(action.timescale.as_ref(), texts);
    texts.note(&action.rest);
}

fn timescale<'a>(timescale: Option<&'a Timescale>, texts: &mut Texts<'a>) {
    let Some(timescale) = timescale else { return };
    texts.prose("timescale", &timescale.text);
    for slip in &timescale.was {
        texts.prose("timescale before", &slip.text);
        texts.prose("why it moved", &slip.why);
        texts.note(&slip.rest);
    }
    texts.note(&timescale.rest);
}
