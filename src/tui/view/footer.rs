//! The last line: what just happened, what is typed, or the keys that apply here and now.

use ratatui::layout::{Position, Rect};

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::{conflict, hits, welcome};
use crate::analysis::approval::changed_in_view;
use crate::app::command::{Command, CommandSpec, commands_in};
use crate::app::line::InputLine;
use crate::app::rows::filter_trouble;
use crate::app::state::{NoticeTone, Overlay, Regions, State, Target};

/// Draws the footer.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, drawn: &mut Drawn) {
    let [take, leave] = [Command::Accept, Command::Back].map(|it| state.key_of(it));
    let keeps = format!("{take} keeps   {leave} leaves it");
    let keeps_as_it_was = format!("{keeps} as it was");
    match state.overlays.last() {
        Some(Overlay::Filter { list, line, .. }) => {
            let label = if area.width >= WITH_PANE {
                format!("Filter {}: ", list.title().to_lowercase())
            } else {
                "Filter: ".to_owned()
            };
            let trouble = filter_trouble(state, *list).map(|trouble| trouble.to_string());
            let said = || state.notice.as_ref().map(|notice| notice.text.clone());
            let trouble = trouble.or_else(said);
            let remark = trouble
                .as_deref()
                .map_or(Remark::Spare(&keeps_as_it_was), Remark::Needed);
            typed(canvas, area, &label, line, &remark, drawn);
        }
        Some(Overlay::Note { line, period, .. }) => typed(
            canvas,
            area,
            &format!("Note on the rating for {period}: "),
            line,
            &Remark::Spare(&keeps),
            drawn,
        ),
        Some(Overlay::ViewName { line }) => {
            let said = state.notice.as_ref().map(|notice| notice.text.as_str());
            let goes_on = format!("{take} goes on   {leave} leaves it");
            let remark = said.map_or(Remark::Spare(&goes_on), Remark::Needed);
            typed(canvas, area, "Name of the view: ", line, &remark, drawn);
        }
        Some(Overlay::Merge { line }) => typed(
            canvas,
            area,
            &conflict::label(state),
            line,
            &Remark::Spare(&keeps),
            drawn,
        ),
        Some(Overlay::Answer { line, .. }) => typed(
            canvas,
            area,
            "Answer: ",
            line,
            &Remark::Spare(&keeps),
            drawn,
        ),
        Some(Overlay::FileLine(file)) => {
            let takes = format!("{take} takes it   {leave} leaves it");
            let remark = Remark::Spare(&takes);
            let label = welcome::label(&file.wanted);
            typed(canvas, area, label, &file.line, &remark, drawn);
        }
        _ => match &state.notice {
            Some(notice) => {
                let style = match notice.tone {
                    NoticeTone::Done => canvas.styles.done,
                    NoticeTone::Warning => canvas.styles.warning,
                    NoticeTone::Error => canvas.styles.error,
                };
                canvas.text(area.x + 1, area.y, area.width - 1, &notice.text, style);
            }
            None => hints(canvas, state, area, &mut drawn.regions),
        },
    }
}

/// From this width on the label names the list that is filtered; its frame does so anyhow.
const WITH_PANE: u16 = 100;
/// What is typed keeps so many columns, whatever is said beside it.
const LEAST_TYPED: u16 = 12;

/// What stands beside a line that is typed.
pub(super) enum Remark<'a> {
    /// Nothing.
    None,
    /// Worth knowing where there is room.
    Spare(&'a str),
    /// Why what is typed does not work: it is shown, if need be cut.
    Needed(&'a str),
}

impl Remark<'_> {
    fn text(&self) -> &str {
        match self {
            Self::None => "",
            Self::Spare(text) | Self::Needed(text) => text,
        }
    }

    /// How many columns of a room the line itself gets.
    fn leaves(&self, room: u16, line: &InputLine) -> u16 {
        let wanted = columns(self.text()) + 3;
        match self {
            Self::None => room,
            _ if room > wanted + 16 => room - wanted,
            Self::Spare(_) => room,
            Self::Needed(_) => (columns(line.text()) + 3).max(LEAST_TYPED).min(room),
        }
    }
}

/// A line that is typed into, scrolled so that the cursor is in view.
pub(super) fn typed(
    canvas: &mut Canvas<'_>,
    area: Rect,
    label: &str,
    line: &InputLine,
    remark: &Remark<'_>,
    drawn: &mut Drawn,
) {
    let mut x = area.x + 1;
    x += canvas.text(
        x,
        area.y,
        area.right().saturating_sub(x),
        label,
        canvas.styles.accent,
    );
    let room = area.right().saturating_sub(x);
    let for_text = remark.leaves(room, line);
    let skipped = columns(line.before()).saturating_sub(for_text.saturating_sub(1));
    let visible = skip_columns(line.text(), skipped);
    canvas.text(x, area.y, for_text, visible, canvas.styles.base);
    drawn.cursor = Some(Position {
        x: x + columns(line.before())
            .saturating_sub(skipped)
            .min(for_text.saturating_sub(1)),
        y: area.y,
    });
    let style = match remark {
        Remark::Needed(_) => canvas.styles.warning,
        _ => canvas.styles.dim,
    };
    if for_text < room {
        canvas.right(x + for_text, area.y, room - for_text, remark.text(), style);
    }
}

/// The text without its first columns.
fn skip_columns(text: &str, skip: u16) -> &str {
    let mut passed = 0;
    for (at, grapheme) in unicode_segmentation::UnicodeSegmentation::grapheme_indices(text, true) {
        if passed >= skip {
            return text.get(at..).unwrap_or_default();
        }
        passed += columns(grapheme);
    }
    if skip == 0 { text } else { "" }
}

/// The keys of the place, those with the same word together, as many as fit.
fn hints(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    if !state.typed.is_empty() {
        let text = format!("{} ...", state.typed_shown());
        canvas.text(
            area.x + 1,
            area.y,
            area.width - 1,
            &text,
            canvas.styles.accent,
        );
        return;
    }
    let mut groups = grouped(state);
    let help = groups
        .iter()
        .position(|group| group.word == "help")
        .map(|place| groups.remove(place));
    let mut end = area.right();
    if let Some(help) = help {
        // The way to all the others is always there.
        end = end.saturating_sub(help.columns() + 3);
        help.draw(canvas, end + 2, area.y, regions);
    }
    let mut x = area.x + 1;
    if let Some(mark) = mark(state) {
        let room = end.saturating_sub(x);
        x += canvas.text(x, area.y, room, mark, canvas.styles.warning) + 3;
    }
    for group in groups {
        if x + group.columns() > end {
            break;
        }
        group.draw(canvas, x, area.y, regions);
        x += group.columns() + 3;
    }
}

/// Keys that have one word together. Each of them can be pressed.
struct Hint {
    keys: Vec<(String, Command)>,
    word: &'static str,
}

impl Hint {
    fn columns(&self) -> u16 {
        let keys = self.keys.iter().map(|(key, _)| columns(key) + 1);
        keys.sum::<u16>() + columns(self.word)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, mut x: u16, y: u16, regions: &mut Regions) {
        for (key, command) in &self.keys {
            let used = canvas.text(x, y, columns(key), key, canvas.styles.strong);
            hits::line(regions, x, y, used, Target::Command(*command));
            x += used + 1;
        }
        let used = canvas.text(x, y, columns(self.word), self.word, canvas.styles.dim);
        if let [(_, command)] = self.keys.as_slice() {
            hits::line(regions, x, y, used, Target::Command(*command));
        }
    }
}

/// What the mark of the selected priority means, where it has one that wants a word.
fn mark(state: &State) -> Option<&'static str> {
    let id = state.rated_priority()?;
    let workspace = state.workspace();
    let priority = workspace.priorities.get(id.as_str())?;
    let changed = changed_in_view(workspace, &state.index, priority, state.moment)?;
    changed.then_some("* changed since approval")
}

/// What is known or seldom wanted stands behind the rest.
const LATER: &[&str] = &[
    "note", "approve", "mark", "pane", "group", "follow", "link", "heading", "period", "round",
    "commands", "redo", "views",
];

/// Keys and word of what can be done here.
fn grouped(state: &State) -> Vec<Hint> {
    let offered = commands_in(state.place())
        .filter(|spec| !spec.hint.is_empty() && (spec.target)(state).is_some());
    let mut groups: Vec<Hint> = Vec::new();
    for spec in offered {
        let Some(key) = first_key(state, spec) else {
            continue;
        };
        let key = (key, spec.command);
        match groups.iter_mut().find(|group| group.word == spec.hint) {
            Some(group) => group.keys.push(key),
            None => groups.push(Hint {
                keys: vec![key],
                word: spec.hint,
            }),
        }
    }
    // What people look for first stands first: what to do here, then where to go, then the program.
    groups.sort_by_key(|group| LATER.contains(&group.word));
    groups
}

fn first_key(state: &State, spec: &CommandSpec) -> Option<String> {
    state.keymap.shown(spec, state.ascii).into_iter().next()
}
