//! The questions that give a recommendation its stage.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::help::box_in;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::stage::{Next, stage, walk};
use crate::app::command::Command;
use crate::app::place::Places;
use crate::app::state::{StageWalk, State};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::text;

/// How wide the box is where there is room.
const WIDTH: u16 = 66;

/// Draws the questions answered so far, the one to answer, or the stage that they gave.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, questions: &StageWalk, body: Rect) {
    let width = WIDTH.min(body.width);
    let lines = lines(
        canvas,
        state,
        questions,
        usize::from(width.saturating_sub(4)),
    );
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let area = box_in(body, width, height);
    canvas.clear(area);
    let inside = canvas.frame(area, "Stage", "", true);
    // In a low box the end counts: what is asked, and the keys.
    let skipped = lines.len().saturating_sub(usize::from(inside.height));
    for (y, (line, style)) in (inside.top()..inside.bottom()).zip(lines.iter().skip(skipped)) {
        canvas.text(
            inside.x + 1,
            y,
            inside.width.saturating_sub(2),
            line,
            *style,
        );
    }
}

fn lines(
    canvas: &Canvas<'_>,
    state: &State,
    questions: &StageWalk,
    width: usize,
) -> Vec<(String, Style)> {
    let styles = canvas.styles;
    let mut lines = Vec::new();
    let mut say = |text: &str, style: Style| {
        let safe = text::display_safe(text);
        let wrapped = text::wrap(&safe, width).into_iter();
        lines.extend(wrapped.map(|line| (line.to_owned(), style)));
    };
    let record = RecordRef::new(Kind::Recommendation, &questions.recommendation);
    let code = code_of(state.workspace(), &record, state.moment);
    let title = title_of(state.workspace(), &record, state.moment);
    if code == record.id.as_str() {
        say(&title, styles.strong);
    } else {
        say(&format!("{code}  {title}"), styles.strong);
    }
    let recommendations = &state.workspace().recommendations;
    let standing = recommendations
        .get(record.id.as_str())
        .map(|found| stage(state.workspace(), found, state.moment).label());
    let standing = standing.filter(|label| !label.is_empty());
    say(
        &standing.map_or("no stage yet".to_owned(), |label| format!("now {label}")),
        styles.dim,
    );
    say(" ", styles.base);
    let key = |command| state.keymap.named(command, Places::STAGE, state.ascii);
    let mut next = walk(&[]);
    for yes in &questions.answers {
        let Next::Ask(question) = next else { break };
        let word = if *yes { "yes" } else { "no" };
        say(&format!("{}  {word}", question.words()), styles.dim);
        next = question.answered(*yes);
    }
    match next {
        Next::Ask(question) => {
            say(question.words(), styles.accent);
            say(" ", styles.base);
            let words = format!(
                "{} yes   {} no   {} back   {} leave",
                key(Command::StageYes),
                key(Command::StageNo),
                key(Command::StageBack),
                key(Command::Back)
            );
            say(&words, styles.strong);
        }
        Next::Stage(found) => {
            let given = format!("Stage {}: {}", found.number(), found.words());
            say(&given, styles.accent);
            say(" ", styles.base);
            let [confirm, draft, back, leave] = [
                Command::StageConfirm,
                Command::StageDraft,
                Command::StageBack,
                Command::Back,
            ]
            .map(key);
            say(&format!("{confirm} confirmed by the board"), styles.strong);
            say(&format!("{draft} draft of the adviser"), styles.strong);
            say(&format!("{back} back   {leave} leave"), styles.strong);
        }
    }
    lines
}
