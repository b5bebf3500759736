//! Questions, and the list of what is wrong with a file.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::Canvas;
use super::help::{box_in, scrolled};
use crate::app::command::{Command, Topic, commands_in};
use crate::app::place::Places;
use crate::app::state::{Question, State};
use crate::text;

/// Draws a question.
pub(super) fn question(canvas: &mut Canvas<'_>, state: &State, question: &Question, body: Rect) {
    let width = 64.min(body.width);
    let mut words = question.words();
    if let Question::DropForm { .. } = question {
        let keep = state
            .keymap
            .named(Command::KeepForm, Places::FORM, state.ascii);
        words.extend([" ", &keep, " in the form keeps it."]);
    }
    let words = text::display_safe(&words).into_owned();
    let lines = text::wrap(&words, usize::from(width.saturating_sub(4)));
    let area = box_in(
        body,
        width,
        u16::try_from(lines.len() + 4).unwrap_or(u16::MAX),
    );
    canvas.clear(area);
    let inside = canvas.frame(area, "A question", "", true);
    for (y, line) in (inside.top()..inside.bottom()).zip(&lines) {
        canvas.text(
            inside.x + 1,
            y,
            inside.width.saturating_sub(2),
            line,
            canvas.styles.base,
        );
    }
    if inside.height > 1 {
        canvas.text(
            inside.x + 1,
            inside.bottom() - 1,
            inside.width.saturating_sub(2),
            &answers(state),
            canvas.styles.strong,
        );
    }
}

/// The answers of the topmost question, with their keys.
fn answers(state: &State) -> String {
    let specs = commands_in(state.place()).filter(|spec| spec.topic == Topic::Overlay);
    let answers = specs.filter_map(|spec| {
        let key = state.keymap.shown(spec, state.ascii).into_iter().next()?;
        Some(format!("{key} {}", spec.hint))
    });
    answers.collect::<Vec<_>>().join("   ")
}

/// What stands above the faults, behind the file's name: what is wrong and what Enter does.
fn what_now(state: &State) -> String {
    let enter = state.key_of(Command::Accept);
    if state.can_edit() {
        // It was whole before somebody wrote to it.
        format!(
            "was changed by somebody and is not understood any more, so nothing is written to it. {enter} shows what was read before; what you change waits until the file is mended."
        )
    } else {
        format!(
            "was not understood in full, so nothing is written to it. {enter} shows what could be read."
        )
    }
}

/// Draws the faults of the file.
pub(super) fn faults(
    canvas: &mut Canvas<'_>,
    state: &State,
    scroll: usize,
    body: Rect,
    drawn: &mut Drawn,
) {
    canvas.clear(body);
    let count = state.file.faults.len();
    let heading = if count == 1 {
        "1 fault".to_owned()
    } else {
        format!("{count} faults")
    };
    let width = usize::from(body.width.saturating_sub(5));
    let name = &state.file.name;
    let what_now = what_now(state);
    let mut lines: Vec<(String, bool)> = vec![
        (format!("{name} {what_now}"), false),
        (String::new(), false),
    ];
    for fault in &state.file.faults {
        let place = [
            fault.position.map(|position| position.to_string()),
            Some(fault.pointer.clone()).filter(|pointer| !pointer.is_empty()),
        ];
        let place: Vec<String> = place.into_iter().flatten().collect();
        lines.push((
            if place.is_empty() {
                "The whole file".to_owned()
            } else {
                place.join("   ")
            },
            true,
        ));
        lines.push((format!("  {}", fault.message), false));
        lines.push((format!("  {}", fault.mend), false));
        lines.push((String::new(), false));
    }
    let wrapped: Vec<(String, bool)> = lines
        .iter()
        .flat_map(|(line, strong)| wrapped(line, *strong, width))
        .collect();
    let height = usize::from(body.height.saturating_sub(2));
    let scroll = scroll.min(wrapped.len().saturating_sub(height));
    let remark = scrolled(state, body, scroll, height, wrapped.len());
    let inside = canvas.frame(body, &heading, &remark, true);
    for (y, (line, strong)) in (inside.top()..inside.bottom()).zip(wrapped.iter().skip(scroll)) {
        let style = if *strong {
            canvas.styles.error
        } else {
            canvas.styles.base
        };
        canvas.text(inside.x + 1, y, inside.width.saturating_sub(2), line, style);
    }
    drawn.regions.overlay = Some((wrapped.len(), height));
}

fn wrapped(line: &str, strong: bool, width: usize) -> Vec<(String, bool)> {
    if line.is_empty() {
        return vec![(String::new(), strong)];
    }
    let safe = text::display_safe(line);
    let indent = if line.starts_with("  ") { "  " } else { "" };
    text::wrap(safe.trim_start(), width.saturating_sub(indent.len()).max(1))
        .into_iter()
        .map(|piece| (format!("{indent}{piece}"), strong))
        .collect()
}
