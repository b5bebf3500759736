//! A task of the update round: what is asked of what, its fields with what they were in the period before
//! beside them, and below them what there is to know.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::form::field;
use super::help::box_in;
use crate::analysis::round::Task;
use crate::app::command::Command;
use crate::app::round::{OpenTask, Round};
use crate::app::state::State;
use crate::text;

/// No wider, so that prose stays readable.
const WIDEST: u16 = 100;
/// Lower than this a title has one line, and nothing stands between the parts.
const ROOMY: u16 = 14;
/// The widest column of labels of what there is to know.
const LABELS: u16 = 14;

/// Draws the round.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    round: &Round,
    body: Rect,
    drawn: &mut Drawn,
) {
    let area = box_in(body, WIDEST.min(body.width), body.height);
    canvas.clear(area);
    let whose = match round.whose {
        crate::analysis::round::Whose::All => "",
        crate::analysis::round::Whose::Of(_) => ", mine",
    };
    let count = round.tasks.len();
    let heading = if round.at < count {
        format!("Update round{whose}  {} of {count}", round.at + 1)
    } else {
        format!("Update round{whose}  the end")
    };
    let missing = match round.missing() {
        0 => "nothing is missing".to_owned(),
        missing => format!("{missing} missing"),
    };
    let inside = canvas.frame(area, &heading, &missing, true);
    match (round.task(), &round.open) {
        (Some(task), Some(open)) => draw_task(canvas, task, open, inside, drawn),
        (Some(_), None) => said(canvas, inside, "It is not in the file any more"),
        (None, _) => end(canvas, state, round, inside),
    }
}

fn said(canvas: &mut Canvas<'_>, inside: Rect, words: &str) {
    let width = usize::from(inside.width.saturating_sub(2));
    let lines = text::wrap(words, width);
    for (y, line) in (inside.top()..inside.bottom()).zip(lines) {
        canvas.text(inside.x + 1, y, inside.width, line, canvas.styles.base);
    }
}

/// Behind the last task.
fn end(canvas: &mut Canvas<'_>, state: &State, round: &Round, inside: Rect) {
    let [go, leave] = [Command::Accept, Command::Back].map(|it| state.key_of(it));
    let words = match round.missing() {
        0 => format!("All that this period asks for is given. {leave} leaves."),
        1 => format!(
            "1 task is still missing. {go} goes to it, {leave} leaves; it is asked for again the next time."
        ),
        missing => format!(
            "{missing} tasks are still missing. {go} goes round them again, {leave} leaves; they are asked for again the next time."
        ),
    };
    said(canvas, inside, &words);
    let mut parts: Vec<(&str, usize, usize)> = Vec::new();
    for task in &round.tasks {
        let part = task.ask.part();
        if parts.last().is_none_or(|(last, ..)| *last != part) {
            parts.push((part, 0, 0));
        }
        if let Some((_, all, open)) = parts.last_mut() {
            *all += 1;
            *open += usize::from(task.is_open());
        }
    }
    let below = (inside.top() + 4..inside.bottom()).zip(parts);
    for (y, (part, all, open)) in below {
        canvas.text(inside.x + 1, y, 26, part, canvas.styles.dim);
        let words = format!("{} of {all} given", all - open);
        let room = inside.width.saturating_sub(28);
        canvas.text(inside.x + 27, y, room, &words, canvas.styles.base);
    }
}

fn draw_task(
    canvas: &mut Canvas<'_>,
    task: &Task,
    open: &OpenTask,
    inside: Rect,
    drawn: &mut Drawn,
) {
    let roomy = inside.height >= ROOMY;
    let mut rest = inside;
    head(canvas, task, open, roomy, &mut rest);
    let Some(fields) = open.form.fields() else {
        return;
    };
    // What there is to know keeps a few lines, where the fields leave any.
    let kept = if roomy { rest.height / 3 } else { 0 };
    let lines = field::lines(fields, rest.width, rest.height - kept);
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = Rect {
        height: needed.min(rest.height),
        ..rest
    };
    field::draw(canvas, fields, &lines, area, drawn);
    skip(&mut rest, area.height + u16::from(roomy));
    facts(canvas, open, rest);
}

fn skip(rest: &mut Rect, lines: u16) {
    let lines = lines.min(rest.height);
    rest.y += lines;
    rest.height -= lines;
}

/// Code and title, what is asked, and what of it is missing.
fn head(canvas: &mut Canvas<'_>, task: &Task, open: &OpenTask, roomy: bool, rest: &mut Rect) {
    let styles = canvas.styles;
    let width = rest.width.saturating_sub(2);
    let sheet = &open.sheet;
    let gap = if sheet.code.is_empty() { "" } else { "  " };
    let title = format!("{}{gap}{}", sheet.code, sheet.title);
    let safe = text::display_safe(&title).into_owned();
    let lines = text::wrap(&safe, usize::from(width));
    let most = if roomy { 2 } else { 1 };
    if lines.len() > most {
        let one = lines.first().map_or(0, |first| first.len());
        let first = safe.get(..one).filter(|_| roomy);
        if let Some(first) = first {
            canvas.text(rest.x + 1, rest.y, width, first, styles.strong);
            skip(rest, 1);
        }
        let behind = first.map_or(safe.as_str(), |first| {
            safe.get(first.len()..).unwrap_or_default().trim_start()
        });
        canvas.text(rest.x + 1, rest.y, width, behind, styles.strong);
        skip(rest, 1);
    } else {
        for line in lines {
            canvas.text(rest.x + 1, rest.y, width, line, styles.strong);
            skip(rest, 1);
        }
    }
    let used = canvas.text(rest.x + 1, rest.y, width, &sheet.what, styles.dim);
    let (missing, style) = if task.is_open() {
        (
            format!("missing: {}", task.missing.join(", ")),
            styles.warning,
        )
    } else {
        ("given".to_owned(), styles.done)
    };
    let room = width.saturating_sub(used + 2);
    if columns(&missing) <= room {
        canvas.text(rest.x + 1 + used + 2, rest.y, room, &missing, style);
    }
    skip(rest, 1 + u16::from(roomy));
}

/// What there is to know: labels on the left, words on the right, as many lines as fit.
fn facts(canvas: &mut Canvas<'_>, open: &OpenTask, mut rest: Rect) {
    let facts = &open.sheet.facts;
    let longest = facts.iter().map(|(label, _)| columns(label)).max();
    let labels = longest.unwrap_or(0).min(LABELS).min(rest.width / 3);
    let room = rest.width.saturating_sub(labels + 5);
    for (label, words) in facts {
        let safe = text::display_safe(words).into_owned();
        let lines = text::wrap(&safe, usize::from(room));
        for (at, line) in lines.into_iter().enumerate() {
            if rest.height == 0 {
                return;
            }
            if at == 0 {
                canvas.text(rest.x + 2, rest.y, labels, label, canvas.styles.dim);
            }
            let x = rest.x + labels + 4;
            canvas.text(x, rest.y, room, line, canvas.styles.base);
            skip(&mut rest, 1);
        }
    }
}
