//! How many bytes a step costs, against ratatui's crossterm backend in the same run.

use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Block, Paragraph, Wrap};
use ratatui::{Frame, TerminalOptions, Viewport};

use super::*;

const LIST: usize = 1000;

fn title(index: usize) -> String {
    let words = [
        "Raise attainment of looked after children",
        "Reduce exclusions",
        "Improve school attendance in the north",
        "Closing the gap at key stage 4",
    ];
    format!(
        "NI{index:03} {} {}",
        words[index % words.len()],
        index * 7 % 101
    )
}

/// A list over the full width: code, title, rating.
fn list(frame: &mut Frame, area: Rect, first: usize, selected: usize) {
    for (row, index) in (first..LIST).take(usize::from(area.height)).enumerate() {
        let y = area.y + u16::try_from(row).unwrap();
        let look = if index == selected {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new()
        };
        let mark = if index == selected { ">" } else { " " };
        let buffer = frame.buffer_mut();
        buffer.set_style(
            Rect {
                y,
                height: 1,
                ..area
            },
            look,
        );
        buffer.set_stringn(
            area.x,
            y,
            format!("{mark} {}", title(index)),
            usize::from(area.width - 3),
            look,
        );
        let rating = [("R", Color::Red), ("A", Color::Yellow), ("G", Color::Green)][index % 3];
        buffer.set_string(area.right() - 2, y, rating.0, look.fg(rating.1));
    }
}

fn one_pane(frame: &mut Frame, first: usize, selected: usize) {
    let [head, body, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(frame.area());
    frame.render_widget(
        Paragraph::new("Recommendations").style(Style::new().add_modifier(Modifier::BOLD)),
        head,
    );
    list(frame, body, first, selected);
    frame.render_widget(format!("{} of {LIST}", selected + 1).as_str(), foot);
}

/// Four bordered panes; the right ones follow the selection.
fn four_panes(frame: &mut Frame, first: usize, selected: usize) {
    let [themes, priorities, right] = Layout::horizontal([
        Constraint::Length(20),
        Constraint::Length(46),
        Constraint::Fill(1),
    ])
    .areas(frame.area());
    let [indicators, actions] =
        Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).areas(right);
    for (area, name) in [
        (themes, "Themes"),
        (priorities, "Priorities"),
        (indicators, "Indicators"),
        (actions, "Actions"),
    ] {
        frame.render_widget(Block::bordered().title(name), area);
    }
    let inner = |area: Rect| Block::bordered().inner(area);
    list(frame, inner(themes), 0, 3);
    list(frame, inner(priorities), first, selected);
    let own = Rect {
        height: 5,
        ..inner(indicators)
    };
    list(frame, own, selected % 90 * 3, LIST);
    frame.render_widget(
        Paragraph::new(title(selected).repeat(3)).wrap(Wrap { trim: true }),
        inner(actions),
    );
}

type Screen = fn(&mut Frame, usize, usize);

/// A name, a screen, the state before and after (first row and selected row), and the most bytes.
type Step = (&'static str, Screen, (usize, usize), (usize, usize), usize);

/// The bytes of going from one state to the next, ours and crossterm's.
fn cost(screen: Screen, from: (usize, usize), to: (usize, usize)) -> (usize, usize) {
    let (width, height) = (100, 30);
    let mut line = Line::new(width, height, ColourLevel::Sixteen);
    let wire = Wire::default();
    let fixed = TerminalOptions {
        viewport: Viewport::Fixed(Rect::new(0, 0, width, height)),
    };
    let mut theirs = Terminal::with_options(CrosstermBackend::new(wire.clone()), fixed).unwrap();
    let mut sent = (0, 0);
    for (first, selected) in [from, to] {
        line.terminal
            .draw(|frame| screen(frame, first, selected))
            .unwrap();
        theirs.draw(|frame| screen(frame, first, selected)).unwrap();
        sent = (line.wire.take().len(), wire.take().len());
    }
    sent
}

#[test]
fn every_step_costs_fewer_bytes_than_crossterms_backend_and_no_more_than_was_asked() {
    let steps: [Step; 8] = [
        (
            "one pane, down inside the page",
            one_pane,
            (0, 5),
            (0, 6),
            200,
        ),
        (
            "one pane, down, the list scrolls",
            one_pane,
            (0, 27),
            (1, 28),
            300,
        ),
        (
            "one pane, up, the list scrolls",
            one_pane,
            (5, 5),
            (4, 4),
            300,
        ),
        ("one pane, a page down", one_pane, (0, 5), (28, 33), 1400),
        (
            "one pane, 200 downs in one frame",
            one_pane,
            (0, 5),
            (178, 205),
            2000,
        ),
        (
            "four panes, down inside the page",
            four_panes,
            (0, 5),
            (0, 6),
            900,
        ),
        (
            "four panes, down, the list scrolls",
            four_panes,
            (0, 27),
            (1, 28),
            1800,
        ),
        ("nothing", four_panes, (0, 5), (0, 5), 0),
    ];
    let mut report = Vec::new();
    for (name, screen, from, to, most) in steps {
        let (ours, theirs) = cost(screen, from, to);
        report.push(format!("{name}: {ours} bytes, crossterm {theirs}"));
        assert!(
            ours <= most && ours < theirs,
            "{name}: {ours} bytes, at most {most}; crossterm {theirs}"
        );
    }
    println!("{}", report.join("\n"));
}
